"""A document -> what its text says of the documents it cites."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from ingest.models import Document, Provision
from ingest.patterns.amending import ASSIGNS
from ingest.patterns.relation_words import LOOKS_BACK
from ingest.patterns.relations import SETS_TASKS, SPEAKS_OF
from ingest.relating.acts import Acts, Speaker
from ingest.relating.clauses import Amended, read_clause_changes
from ingest.relating.items import Item, gather_items
from ingest.relating.reading import Reader
from ingest.relating.relation import AMENDS, CHANGES, PLAIN, REFERS_TO, SUPPLEMENTS, TextRelation
from ingest.relating.roles import place_items
from ingest.relating.since import UNSAID, find_effect
from ingest.relating.statements import Place, Statement, find_statements
from ingest.relating.verbs import find_verbs

_LONGEST_LEAD = 300


def find_relations(document: Document) -> tuple[TextRelation, ...]:
    """Every relation that the text of *document* states, in the order of the text.

    A cited document that nothing more is said of is referred to: once, and once for each of its provisions named.
    """
    items = gather_items(document)
    stated = list(_drop_repeated(items, _Statements(document, items).read()))
    found = [*stated, *_find_mere(items, stated)]
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


class _Statements:
    """Reads the statements of a document in order, and keeps what is being amended where it has come to."""

    def __init__(self, document: Document, items: Sequence[Item]) -> None:
        self._document, self._text = document, document.text
        self._items, self._starts = items, [item.start for item in items]
        kind = document.metadata.type or ""
        self._acts = SPEAKS_OF.regex.search(kind) is None
        self._sets_tasks = SETS_TASKS.regex.search(kind) is not None
        self._effect = find_effect(self._text, document.metadata.date)
        self._past = [(one.start, one.end) for one in document.walk() if LOOKS_BACK.regex.search(one.heading or "")]
        self._assigned = list(_find_assigned(document))
        self._amended: int | None = None
        self._within: list[tuple[int, str]] = []  # the provisions of it that are being amended, and up to where

    def read(self) -> Iterator[TextRelation]:
        """What each of them says."""
        for statement in find_statements(self._document, self._items):
            found = list(self._read_statement(statement))
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
        if named:
            speaker = Speaker(
                self._acts and not assigned,
                self._sets_tasks,
                self._amended if quoted else None,
                UNSAID if quoted else self._effect,
                _holds(self._past, statement.start),
            )
            placed = place_items(self._text, statement, named, verbs)
            yield from Reader(Acts(self._text, statement, speaker, verbs), placed, verbs).read()
        elif self._amended is not None and not (quoted or assigned):
            self._within = [one for one in self._within if one[0] > statement.start]
            within = self._within[-1][1] if self._within else ""
            amended = Amended(self._amended, within, self._effect, self._sets_tasks)
            yield from read_clause_changes(self._text, statement, verbs, amended)

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
        paths = {one.clause for one in own}
        goes_on = self._text[statement.start : statement.end].rstrip().endswith(":")
        if goes_on and len(paths) == 1 and (path := paths.pop()):
            self._within.append((self._find_end(statement.start), path))

    def _find_end(self, position: int) -> int:
        """Where the innermost numbered provision that holds *position* ends."""
        holding = (one for one in self._document.walk() if one.start <= position < one.end)
        return min((one.end for one in holding if not _is_paragraph(one)), default=position)


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


def _drop_repeated(items: Sequence[Item], stated: Iterable[TextRelation]) -> Iterator[TextRelation]:
    """*stated* without what is told once more of two other documents."""
    names: dict[int | None, object] = {item.key: (_name(item), item.citation.date) for item in items}
    told: set[object] = set()
    for one in stated:
        mark = one.kind, names.get(one.cited), names.get(one.subject), one.clause
        if one.subject is None or mark not in told:
            yield one
        told.add(mark)


def _find_mere(items: Sequence[Item], stated: Sequence[TextRelation]) -> Iterator[TextRelation]:
    """A reference to each document that no relation of this text itself is to."""
    by_start = {item.key: item for item in items}
    related = [by_start[one.cited] for one in stated if one.subject is None and one.cited is not None]
    known = _Known(related)
    taken: set[tuple[str | None, str | None]] = set()
    for item in items:
        if known.holds(item):
            continue
        for reference in item.references or (None,):
            path = reference.path if reference else None
            mark = _name(item), path
            if mark not in taken:
                taken.add(mark)
                start = reference.start if reference else item.start
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
