"""Relations as rows: who does what to whom, since when, to which clause, and the sentence that says so."""

from __future__ import annotations

import datetime
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from index.describe_changes import CATALOG
from index.doubts import find_doubt, note_unverified
from index.graph import Edge, Graph, Node
from index.parts import say_part
from index.related import call, say_coming
from index.relation_words import SURE, say_kind
from index.validity import find_day_unsaid, is_coming
from ingest.addresses import describe
from ingest.days import describe_day
from ingest.language import tr
from ingest.passages import find_sentences
from ingest.relating.relation import CHANGES
from ingest.store import Library
from ingest.store.stock import find_addresses

_AROUND = 2000
"""Characters on each side of the words in which the ends of their sentences are looked for."""


@dataclass(frozen=True, slots=True)
class RelationRow:
    """A relation with all that is known of it.

    Attributes:
        day: From when a change holds: the day that is said, else what follows from that of the acting document; of what
            is no change, the day of the acting document.
        said_in: The document whose text says so; ``None`` where the catalogue does.
        sentence: The slice of that text that says so, to the ends of its sentence; empty for the catalogue.
        address: The provision there in which the sentence stands; ``None`` outside of every one.
        coming: Whether it is a change that holds only after the day that is asked of.
    """

    edge: Edge
    source: Node
    target: Node
    day: datetime.date | None
    said_in: Node | None
    sentence: str
    address: str | None
    coming: bool = False


def tabulate(
    library: Library, nodes: Iterable[Node], edges: Iterable[Edge], as_of: datetime.date | None = None
) -> list[RelationRow]:
    """A row for each of *edges* between *nodes*, in their order; each text that says something is read once.

    Args:
        as_of: The day that is asked of; ``None`` for today.
    """
    edges = list(edges)
    known = Graph(library).with_tellers(nodes, edges)
    sentences = _read_sentences(library, edges)
    addresses = find_addresses(library, ((edge.said_in, edge.start) for edge in edges if edge.said_in))
    rows = [_row(edge, known, sentences.get(edge, ""), addresses) for edge in edges]
    return [replace(one, coming=is_coming(one.edge, one.source, as_of)) for one in rows]


def _row(edge: Edge, known: Mapping[str, Node], sentence: str, addresses: Mapping[tuple[str, int], str]) -> RelationRow:
    source, said_in = known[edge.source], edge.said_in
    address = addresses.get((said_in, edge.start)) if said_in else None
    speaker = known[said_in] if said_in else None
    return RelationRow(edge, source, known[edge.target], _find_day(edge, source), speaker, sentence, address)


def _find_day(edge: Edge, source: Node) -> datetime.date | None:
    if edge.since or edge.tied:
        return edge.since
    return find_day_unsaid(source) if edge.kind in CHANGES else source.date


def _read_sentences(library: Library, edges: Iterable[Edge]) -> dict[Edge, str]:
    said: dict[str, list[Edge]] = defaultdict(list)
    for edge in edges:
        if edge.said_in:
            said[edge.said_in].append(edge)
    found: dict[Edge, str] = {}
    for document_id, inside in said.items():
        first = max(0, min(edge.start for edge in inside) - _AROUND)
        text = library.read_slice(document_id, first, max(edge.end for edge in inside) + _AROUND)
        spans = [(edge.start - first, edge.end - first) for edge in inside]
        found |= dict(zip(inside, cut_sentences(text, spans), strict=True))
    return found


def cut_sentences(text: str, spans: Iterable[tuple[int, int]]) -> list[str]:
    """For each of *spans* the slice of *text* from where its first sentence begins to where its last one ends.

    >>> cut_sentences("Một. Quy định này thay thế Quy định cũ. Hết.", [(5, 12)])
    ['Quy định này thay thế Quy định cũ.']
    """
    sentences = find_sentences(text)
    ends = [end for _, end in sentences]
    starts = [start for start, _ in sentences]
    cut = []
    for start, end in spans:
        first, last = bisect_right(ends, start), bisect_left(starts, end) - 1
        touched = first <= last
        cut.append(text[min(starts[first], start) : max(ends[last], end)] if touched else text[start:end])
    return [one.strip() for one in cut]


def say_deed(row: RelationRow) -> str:
    """What the acting document does, or will do: ``"Sẽ thay thế"``."""
    return say_coming(say_kind(row.edge.kind), coming=row.coming)


def say_day(row: RelationRow) -> str:
    """From when it holds; empty where nobody knows it."""
    return describe_day(row.day) if row.day else ""


def say_clause(row: RelationRow) -> str:
    """The provision of the target that it is about, or that it is a part; empty where that is not said."""
    return describe(row.edge.clause) if row.edge.clause else say_part(row.edge)


def say_source(row: RelationRow) -> str:
    """Who says so: the document and the place in it, or the catalogue."""
    if row.said_in is None:
        return tr(CATALOG)
    return f"{call(row.said_in)}, {describe(row.address)}" if row.address else call(row.said_in)


def say_certainty(row: RelationRow) -> str:
    """Whether the words leave a doubt, or nobody verified what the catalogue says."""
    return tr(find_doubt([row.edge]) or SURE)


def say_row(row: RelationRow) -> tuple[str, ...]:
    """The cells under ``COLUMNS``."""
    return (
        row.source.name + note_unverified(row.source),
        say_deed(row),
        row.target.name + note_unverified(row.target),
        say_day(row),
        say_clause(row),
        say_source(row),
        row.sentence,
        say_certainty(row),
    )


COLUMNS = (
    "Văn bản",
    "Quan hệ",
    "Với văn bản",
    "Ngày",
    "Điều khoản",
    "Theo",
    "Câu văn",
    "Mức chắc chắn",
)
