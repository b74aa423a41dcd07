"""Who rests on, cites, replaces, amends whom: the graph around a document, from the texts held and the catalogue."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from ingest.catalog import find_record_by_id, find_record_of
from ingest.mentions import CitedAs
from ingest.models import Metadata
from ingest.records import Record
from ingest.records import Relation as Recorded
from ingest.relating.relation import CHANGES
from ingest.store import Library
from ingest.store.citing import names_of
from ingest.store.links import Link
from ingest.store.meaning import Candidate, choose

Held = Literal["held", "known", "unknown"]
_ACTING = {
    "replaced_by": "replaces",
    "amended_by": "amends",
    "continued_by": "continues",
    "reviewed_by": "reviews",
    "guided_by": "guides",
    "basis_of": "based_on",
    "later": "follows",
}
"""What the catalogue says of the earlier document -> the same, said of the later one."""
_SURE = 0.75
"""Certainty of words from which nothing more need be checked."""


@dataclass(frozen=True, slots=True)
class Node:
    """A document of the graph.

    Attributes:
        id: As it is held under, or would be; of one that nobody knows its sign or name.
        held: Whether its text is held, only its record known, or neither.
    """

    id: str
    name: str
    number: str | None
    type: str | None
    title: str | None
    date: datetime.date | None
    held: Held


@dataclass(frozen=True, slots=True)
class Edge:
    """What one document does to another.

    Attributes:
        source: Id of the acting document.
        target: Id of the one acted on.
        kind: Of :mod:`ingest.relating.relation`, or of the catalogue: ``"continues"``, ``"reviews"``, ``"follows"``.
        said_in: Id of the document whose text says so; ``None`` where the catalogue does.
        start: First character there of the words that say so; with *end*, 0 and 0 for the catalogue.
        clause: Path of the provision of the target, as :attr:`~ingest.mentions.Reference.path`.
        whole: Whether it is about the whole of the target.
        sure: Whether the words leave no doubt, and one document alone can be meant.
    """

    source: str
    target: str
    kind: str
    said_in: str | None = None
    start: int = 0
    end: int = 0
    clause: str | None = None
    since: datetime.date | None = None
    sure: bool = True
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """The documents around one, and every relation among them that was met; both in a steady order."""

    center: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


class Graph:
    """The relations of an open library; what a mention means is worked out once."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._candidates: dict[CitedAs, tuple[Candidate, ...]] = {}
        self._named: dict[str, CitedAs] = {}

    def around(self, document_id: str, hops: int = 1) -> Neighbourhood:
        """The documents at most *hops* relations away from the one of that id, held or catalogued."""
        met, edges, fringe = {document_id}, dict[Edge, None](), {document_id}
        for _ in range(hops):
            found = list(dict.fromkeys(edge for one in sorted(fringe) for edge in self._edges_of(one)))
            edges |= dict.fromkeys(found)
            fringe = {end for edge in found for end in (edge.source, edge.target)} - met
            met |= fringe
        return Neighbourhood(document_id, self.describe(met), _order(edges))

    def read_all(self) -> Neighbourhood:
        """The whole graph, of every document held or catalogued in relation to one that is."""
        held = self._library.documents()
        edges = dict.fromkeys(edge for link in self._library.links.read_all() for edge in self._read(link))
        edges |= dict.fromkeys(
            edge for one in held if (own := find_record_of(one.metadata)) for edge in _read_record(one.id, own)
        )
        met = {end for edge in edges for end in (edge.source, edge.target)} | {one.id for one in held}
        return Neighbourhood("", self.describe(met), _order(edges))

    def find_changes(self, document_ids: Collection[str], links: Iterable[Link]) -> Neighbourhood:
        """What changes or ends one of *document_ids*, by *links* and the catalogue, with those who act or say so."""
        held = self._library.find_records(document_ids)
        stated = [edge for link in links for edge in self._read(link)]
        for key in document_ids:
            if record := find_record_of(held[key]) if key in held else find_record_by_id(key):
                stated += _read_record(key, record)
        edges = [one for one in stated if one.kind in CHANGES and one.target in document_ids]
        named = {end for edge in edges for end in (edge.source, edge.said_in) if end}
        return Neighbourhood("", self.describe(named), _order(edges))

    def describe(self, ids: Iterable[str]) -> tuple[Node, ...]:
        """A node for each id, the newest document first, those of unknown day last."""
        ids = list(ids)
        held = self._library.find_records(ids)
        nodes = sorted((self._node(one, held.get(one)) for one in ids), key=lambda node: node.id)
        return tuple(sorted(nodes, key=lambda node: node.date or datetime.date.min, reverse=True))

    def _node(self, key: str, held: Metadata | None) -> Node:
        if held:
            return Node(key, held.name, held.number, held.type, held.title, held.date or held.event_date, "held")
        if record := find_record_by_id(key):
            return Node(key, record.name, record.number, record.type, record.title or None, record.date, "known")
        cited = self._named.get(key, CitedAs(number=key))
        name = " số ".join(filter(None, (cited.type, cited.number))) if cited.number else cited.name or key
        return Node(key, name, cited.number, cited.type, None, cited.date, "unknown")

    def _edges_of(self, key: str) -> Iterator[Edge]:
        """Every edge that has the document *key* at one end."""
        held = self._library.find_records([key]).get(key)
        record = find_record_of(held) if held else find_record_by_id(key)
        number = held.number if held else record.number if record else None
        names = names_of(held, record)
        links = [*self._library.links.said_in([key]), *self._library.links.naming(number, names)]
        for link in links:
            yield from (edge for edge in self._read(link) if key in (edge.source, edge.target))
        if record:
            yield from _read_record(key, record)

    def _read(self, link: Link) -> Iterator[Edge]:
        relation = link.relation
        sources = self._find_ends(link.subject, link)
        targets = self._find_ends(link.cited, link)
        sure = relation.certainty >= _SURE and len(sources) == len(targets) == 1
        for source in sources:
            for target in targets:
                if source != target:
                    words = link.document_id, relation.start, relation.end, relation.clause
                    yield Edge(source, target, relation.kind, *words, relation.since, sure, relation.whole)

    def _find_ends(self, cited: CitedAs | None, link: Link) -> tuple[str, ...]:
        if cited is None:
            return (link.document_id,)
        if cited not in self._candidates:
            self._candidates[cited] = self._library.citing.find_candidates(cited)
        meaning = choose(self._candidates[cited], link.said_on, "")
        return (*meaning.held, *meaning.known) or (self._name_unknown(cited),)

    def _name_unknown(self, cited: CitedAs) -> str:
        sign = cited.number or cited.name or cited.type or ""
        key = f"{sign}@{cited.date.isoformat()}" if cited.date else sign
        self._named.setdefault(key, cited)
        return key


def _read_record(key: str, record: Record) -> Iterator[Edge]:
    """The relations of a catalogued document, as the acting document has them."""
    for one in record.relations:
        if one.kind != "same_sign":
            yield _edge_of_record(key, one)


def _edge_of_record(key: str, relation: Recorded) -> Edge:
    other, sure = relation.id, relation.evidence.verified
    if acting := _ACTING.get(relation.kind):
        return Edge(other, key, acting, sure=sure)
    return Edge(key, other, relation.kind, sure=sure)


def _order(edges: Collection[Edge]) -> tuple[Edge, ...]:
    """Steady, one edge for each statement: what a text says more than once of one clause stands once."""
    first: dict[tuple[str, str, str, str | None, str | None], Edge] = {}
    for edge in edges:
        key = edge.source, edge.target, edge.kind, edge.clause, edge.said_in
        kept = first.setdefault(key, edge)
        if edge.sure and not kept.sure:
            first[key] = replace(kept, sure=True)
    return tuple(sorted(first.values(), key=lambda one: (one.source, one.target, one.kind, one.start)))
