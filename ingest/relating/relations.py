"""A document -> what its text says of the documents it cites."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace

from ingest.citing.provisions import slug
from ingest.models import EFFECT, TITLE, Document, Provision
from ingest.patterns.amending import ASSIGNS, CORRECTS, PART_OF_ENCLOSED, SETS_TASKS, SPEAKS_OF
from ingest.patterns.provisions import UNITS
from ingest.patterns.relation_words import LOOKS_BACK
from ingest.relating.acts import Acts, Speaker
from ingest.relating.bodies import is_above
from ingest.relating.clauses import Amended, read_clause_changes
from ingest.relating.enclosed import find_enclosing
from ingest.relating.items import Item, find_type_word, find_unit_word, gather_items
from ingest.relating.part_effects import PartEffects
from ingest.relating.paths import join_paths
from ingest.relating.reading import Reader
from ingest.relating.relation import (
    AMENDS,
    CHANGES,
    LOOSE,
    NOBODY,
    PLAIN,
    REFERS_TO,
    REPEALS,
    SUPPLEMENTS,
    TextRelation,
)
from ingest.relating.roles import place_items
from ingest.relating.since import UNSAID, Effect, read_effect
from ingest.relating.statements import Place, Statement, find_statements
from ingest.relating.verbs import find_verbs

_LONGEST_LEAD = 300


def find_relations(document: Document) -> tuple[TextRelation, ...]:
    """Every relation that the text of *document* states, in the order of the text.

    A cited document that nothing more is said of is referred to: once, and once for each of its provisions named.
    """
    items = gather_items(document)
    stated = _drop_repeated(document, items, _Statements(document, items).read())
    if enclosing := find_enclosing(document, items):
        stated = [enclosing, *(one for one in stated if one.cited != enclosing.cited)]
    found = [*stated, *_find_mere(document.text, items, stated)]
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


class _Statements:
    """Reads the statements of a document in order, and keeps what is being amended where it has come to."""

    def __init__(self, document: Document, items: Sequence[Item]) -> None:
        self._document, self._text = document, document.text
        self._items, self._starts = items, [item.start for item in items]
        self._cited = {item.key: item.citation for item in items}
        kind = document.metadata.type or ""
        self._acts = SPEAKS_OF.regex.search(kind) is None
        self._sets_tasks = SETS_TASKS.regex.search(kind) is not None
        self._corrects = CORRECTS.regex.search(document.metadata.title or "") is not None
        self._effects = PartEffects(document, _read_effect(document))
        self._past = [(one.start, one.end) for one in document.walk() if LOOKS_BACK.regex.search(one.heading or "")]
        self._assigned = list(_find_assigned(document))
        self._amended: int | None = None
        self._enclosed = ""  # the text that it encloses, where that is what is amended
        self._within: list[tuple[int, str]] = []  # the provisions of it that are being amended, and up to where

    def read(self) -> Iterator[TextRelation]:
        """What each of them says."""
        for statement in find_statements(self._document, self._items):
            found = [kept for one in self._read_statement(statement) if (kept := self._weigh(one))]
            yield from found
            if statement.place is not Place.QUOTED:
                self._keep_amended(statement, found)

    def _read_statement(self, statement: Statement) -> Iterator[TextRelation]:
        quoted = statement.place is Place.QUOTED
        if quoted and self._amended is None:
            return
        assigned = _holds(self._assigned, statement.start)
        first, last = (bisect_left(self._starts, place) for place in (statement.start, statement.end))
        named, verbs = self._items[first:last], find_verbs(self._text, statement)
        effect = self._find_effect(statement)
        if named:
            speaker = Speaker(
                self._acts and not assigned,
                self._sets_tasks,
                self._amended if quoted else None,
                UNSAID if quoted else effect,
                _holds(self._past, statement.start),
            )
            placed = place_items(self._text, statement, named, verbs)
            yield from Reader(Acts(self._text, statement, speaker, verbs), placed, verbs).read()
        elif self._amended is not None and not (quoted or assigned):
            self._within = [one for one in self._within if one[0] > statement.start]
            within = join_paths(self._enclosed, self._within[-1][1] if self._within else "")
            amended = Amended(self._amended, self._called(), within, effect, self._sets_tasks)
            yield from read_clause_changes(self._text, statement, verbs, amended)

    def _find_effect(self, statement: Statement) -> Effect:
        """From when its changes hold; what the head says of the whole may be of those that hold from another day."""
        if self._effects and statement.place in (Place.TITLE, Place.OPENING):
            return UNSAID
        return self._effects.find(statement.start)

    def _weigh(self, one: TextRelation) -> TextRelation | None:
        """*one*; where it reads as a change of its own and is news, as told of an end by nobody named, or nothing.

        News is what is done to a paper of a body above, and an end gone by. An end to come that others speak of may be
        what they ask for. A paper that puts right what was printed amends nothing.
        """
        day, issued = one.since, self._document.metadata.date
        if one.subject == NOBODY:
            to_come = day is not None and (issued is None or day > issued)
            return None if to_come and not self._sets_tasks else one
        if one.kind not in CHANGES or one.subject is not None or one.cited is None:
            return one
        if self._corrects and one.kind in (AMENDS, SUPPLEMENTS):
            return None
        cited = self._cited[one.cited]
        told = one.end > cited.end  # "Quy định số … hết hiệu lực từ …"
        gone = self._sets_tasks and told and day and issued and day < issued
        if not (gone or is_above(cited.number, self._document.metadata.number)):
            return one
        return replace(one, subject=NOBODY, certainty=LOOSE) if told and day and one.kind == REPEALS else None

    def _keep_amended(self, statement: Statement, found: Sequence[TextRelation]) -> None:
        """The document whose clauses may be named without it from here on, and the provision that is gone on with."""
        begins = statement.place in (Place.TITLE, Place.OPENING)
        own = [
            one
            for one in found
            if one.subject is None
            and (one.kind in (AMENDS, SUPPLEMENTS) or (begins and one.kind in CHANGES and not one.whole))
        ]
        if not own:
            return
        self._amended = own[-1].cited
        self._enclosed = self._find_enclosed(statement, own[-1])
        paths = {one.clause for one in own}
        goes_on = self._text[statement.start : statement.end].rstrip().endswith(":")
        if goes_on and len(paths) == 1 and (path := paths.pop()):
            self._within.append((self._find_end(statement.start), path))

    def _find_enclosed(self, statement: Statement, one: TextRelation) -> str:
        """As a path has it, the type of the text whose parts are changed, where the document cited encloses it."""
        first = (one.clause or "").partition(".")[0]
        if first and not first.startswith(tuple(f"{unit}-" for unit in UNITS)):
            return first
        words = " ".join(self._text[statement.start : one.cited].split())
        match = PART_OF_ENCLOSED.regex.search(words)
        return slug(match["type"]) if match and not one.clause else ""

    def _called(self) -> str:
        """As a path has it, the type of what is being amended."""
        types = (item.citation.type for item in self._items if item.key == self._amended)
        return self._enclosed or slug(next(types, None) or "")

    def _find_end(self, position: int) -> int:
        """Where the innermost numbered provision that holds *position* ends."""
        holding = (one for one in self._document.walk() if one.start <= position < one.end)
        return min((one.end for one in holding if not _is_paragraph(one)), default=position)


def _read_effect(document: Document) -> Effect:
    """From when the changes of *document* hold, where they say nothing else."""
    words = (document.text[one.start : one.end] for one in document.findings if one.field == EFFECT)
    return next((read_effect(one, document.metadata.date) for one in words), UNSAID)


def _is_paragraph(provision: Provision) -> bool:
    return provision.address.rpartition(".")[2].startswith("doan-")


def _find_assigned(document: Document) -> Iterator[tuple[int, int]]:
    """The lists of what is given to others: "Ban Tổ chức có trách nhiệm: a) …"."""
    for one in document.walk():
        if one.children and ASSIGNS.regex.search(
            document.text, max(one.start, one.children[0].start - _LONGEST_LEAD), one.children[0].start
        ):
            yield one.children[0].start, one.end


def _holds(spans: Iterable[tuple[int, int]], position: int) -> bool:
    return any(start <= position < end for start, end in spans)


def _drop_repeated(document: Document, items: Sequence[Item], stated: Iterable[TextRelation]) -> list[TextRelation]:
    """*stated* without what is told once more: of two other documents, or as one change of the text's own.

    Of its changes the one that is told most surely stays, rather an article's than the title's.
    """
    names: dict[int | None, object] = {item.key: (_name(item), item.citation.date) for item in items}
    head_end = next((root.end for root in document.tree if root.address == TITLE), 0)
    best: dict[tuple[object, ...], TextRelation] = {}
    dated = set[object]()
    for one in sorted(
        stated, key=lambda one: (-one.certainty, one.start < head_end) if one.subject is None else (0, 0)
    ):
        mark = one.kind, names.get(one.cited), names.get(one.subject), one.clause
        own = (one.start,) if one.kind not in CHANGES else (one.since, one.tied, one.whole)
        best.setdefault((*mark, *(own if one.subject is None else ())), one)
        if one.subject is None and (one.since or one.tied):
            dated.add(mark)
    return [one for mark, one in best.items() if not _is_told_with_a_day(mark, one, dated)]


def _is_told_with_a_day(mark: tuple[object, ...], one: TextRelation, dated: Container[object]) -> bool:
    """Whether a change of the text's own, without a day here, is among those that it *dated* elsewhere."""
    undated = one.kind in CHANGES and one.subject is None and not (one.since or one.tied)
    return undated and mark[:4] in dated


def _find_mere(text: str, items: Sequence[Item], stated: Sequence[TextRelation]) -> Iterator[TextRelation]:
    """A reference to each document that no relation of this text itself is to, and to each provision likewise."""
    by_start = {item.key: item for item in items}
    own = [(by_start[one.cited], one.clause) for one in stated if one.subject is None and one.cited is not None]
    known = _Known([item for item, _ in own])
    taken: set[tuple[str | None, str | None]] = {(_name(item), path) for item, path in own if path}
    for place, item in enumerate(items):
        references = item.references or (() if known.holds(item) else (None,))
        for reference in references:
            path = reference.path if reference else None
            mark = _name(item), path
            if mark not in taken:
                taken.add(mark)
                start = find_unit_word(text, item, reference) if reference else find_type_word(text, items, place)
                yield TextRelation(REFERS_TO, item.key, start, item.end, path, None, PLAIN, None, path is None)


def _name(item: Item) -> str | None:
    """What two mentions of one document have in common: the sign, else the name."""
    return item.citation.number or (item.citation.name or item.citation.text).casefold()


class _Known:
    """Documents that something is said of; of two days of one sign or name they are two."""

    def __init__(self, items: Sequence[Item]) -> None:
        self._days: dict[str | None, set[object]] = {}
        for item in items:
            self._days.setdefault(_name(item), set()).add(item.citation.date)

    def holds(self, item: Item) -> bool:
        """Whether *item* is one of them, or may be as it bears no day."""
        days = self._days.get(_name(item))
        return days is not None and (item.citation.date is None or None in days or item.citation.date in days)
