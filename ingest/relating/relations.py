"""A document -> what its text says of the documents it cites."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from ingest.models import Document
from ingest.patterns.relation_words import LOOKS_BACK
from ingest.patterns.relations import SETS_TASKS, SPEAKS_OF
from ingest.relating.acts import Acts, Speaker
from ingest.relating.clauses import read_clause_changes
from ingest.relating.items import Item, gather_items
from ingest.relating.reading import Reader
from ingest.relating.relation import AMENDS, PLAIN, REFERS_TO, SUPPLEMENTS, TextRelation
from ingest.relating.roles import place_items
from ingest.relating.since import UNSAID, find_effect
from ingest.relating.statements import Place, find_statements
from ingest.relating.verbs import find_verbs


def find_relations(document: Document) -> tuple[TextRelation, ...]:
    """Every relation that the text of *document* states, in the order of the text.

    A cited document that nothing more is said of is referred to: once, and once for each of its provisions named.
    """
    items = gather_items(document)
    stated = list(_drop_repeated(items, _read_statements(document, items)))
    found = [*stated, *_find_mere(items, stated)]
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


def _read_statements(document: Document, items: Sequence[Item]) -> Iterator[TextRelation]:
    text, metadata = document.text, document.metadata
    kind = metadata.type or ""
    acts, tasks = SPEAKS_OF.regex.search(kind) is None, SETS_TASKS.regex.search(kind) is not None
    effect = find_effect(text, metadata.date)
    starts = [item.start for item in items]
    past = [(one.start, one.end) for one in document.walk() if LOOKS_BACK.regex.search(one.heading or "")]
    amended: int | None = None
    for statement in find_statements(document, items):
        quoted = statement.place is Place.QUOTED
        if quoted and amended is None:
            continue
        named = items[bisect_left(starts, statement.start) : bisect_left(starts, statement.end)]
        verbs = find_verbs(text, statement)
        if not named:
            if amended is not None and not quoted:
                yield from read_clause_changes(text, statement, verbs, amended, effect)
            continue
        looks_back = any(start <= statement.start < end for start, end in past)
        speaker = Speaker(acts, tasks, amended if quoted else None, UNSAID if quoted else effect, looks_back)
        placed = place_items(text, statement, named, verbs)
        for relation in Reader(Acts(text, statement, speaker, verbs), placed, verbs).read():
            if not quoted and relation.subject is None and relation.kind in (AMENDS, SUPPLEMENTS):
                amended = relation.cited
            yield relation


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
