"""Who rests on, cites, replaces, amends whom: the graph around a document, from the texts held and the catalogue."""

from __future__ import annotations

import datetime
import math
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from ingest.catalog import find_record_of, read_catalog
from ingest.mentions import CitedAs
from ingest.models import Metadata
from ingest.records import Record
from ingest.records import Relation as Recorded
from ingest.store import Library
from ingest.store.called import find_called
from ingest.store.connection import chunks
from ingest.store.links import ANY, Link, Way, rank_kind
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
NEAREST = 500
"""As many documents as a person can look at."""


@dataclass(frozen=True, slots=True)
class Node:
    """A document of the graph.

    Attributes:
        id: As it is held under, or would be; of one that nobody knows its sign or name.
        held: Whether its text is held, only its record known, or neither.
        issuer: As its text or its record names it.
    """

    id: str
    name: str
    number: str | None
    type: str | None
    title: str | None
    date: datetime.date | None
    held: Held
    issuer: str | None = None


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
    """The documents around one, and every relation among them that was met; both in a steady order.

    Attributes:
        left_out: How many more documents were met, for which there was no room; the nearest were taken.
    """

    center: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    left_out: int = 0


Lead = Callable[[Edge, Mapping[str, Node]], bool]


class Graph:
    """The relations of an open library; what a mention means is worked out once."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._records = {record.id: record for record in read_catalog()}
        self._candidates: dict[CitedAs, tuple[Candidate, ...]] = {}
        self._named: dict[str, CitedAs] = {}

    def around(self, document_id: str, hops: int = 1, limit: int | None = NEAREST) -> Neighbourhood:
        """The documents at most *hops* relations away from the one of that id, held, catalogued or only cited.

        Args:
            limit: How many documents there is room for, ``None`` for all: the nearest are taken, of those as near the
                ones that change the other or are changed, last those that merely refer to it; of these the newest.
        """
        circle = _Circle(document_id, limit)
        for _ in range(hops):
            if circle.has_room() or not circle.left_out:
                circle.widen(self._find_edges(circle))
        return self._draw(circle)

    def follow(
        self, document_id: str, kinds: Collection[str], leads: Lead, *, outwards: bool, limit: int | None = NEAREST
    ) -> Neighbourhood:
        """The documents that a chain of relations of *kinds* reaches from one, however long it is.

        Args:
            leads: Whether a relation is one of the chain, given the documents at its ends.
            outwards: Whether the chain runs from acting documents to those acted on, or against it.
            limit: As of :meth:`around`.
        """
        circle = _Circle(document_id, limit, Way(frozenset(kinds), acting=outwards))
        while circle.fringe and (circle.has_room() or not circle.left_out):
            found = self._find_edges(circle)
            nodes = {node.id: node for node in self.describe({end for edge in found for end in _ends(edge)})}
            circle.widen([edge for edge in found if leads(edge, nodes)])
        return self._draw(circle)

    def _draw(self, circle: _Circle) -> Neighbourhood:
        return Neighbourhood(circle.center, self.describe(circle.met), _order(circle.edges), len(circle.left_out))

    def read_all(self) -> Neighbourhood:
        """The whole graph, of every document held or catalogued in relation to one that is."""
        held = self._library.documents()
        edges = dict.fromkeys(edge for links in self._library.links.read_all() for edge in self._read(links))
        edges |= dict.fromkeys(
            edge for one in held if (own := find_record_of(one.metadata)) for edge in _read_record(one.id, own)
        )
        met = {end for edge in edges for end in _ends(edge)} | {one.id for one in held}
        return Neighbourhood("", self.describe(met), _order(edges))

    def describe(self, ids: Iterable[str]) -> tuple[Node, ...]:
        """A node for each id, the newest document first, those of unknown day last."""
        ids = list(ids)
        held = self._library.links.describe(ids)
        nodes = sorted((self._node(one, held.get(one)) for one in ids), key=lambda node: node.id)
        return tuple(sorted(nodes, key=lambda node: node.date or datetime.date.min, reverse=True))

    def _node(self, key: str, held: Metadata | None) -> Node:
        if held:
            day = held.date or held.event_date
            return Node(key, held.name, held.number, held.type, held.title, day, "held", held.issuer)
        if record := self._records.get(key):
            title, issuer = record.title or None, record.issuer or None
            return Node(key, record.name, record.number, record.type, title, record.date, "known", issuer)
        cited = self._named.get(key, CitedAs(number=key))
        name = " số ".join(filter(None, (cited.type, cited.number))) if cited.number else cited.name or key
        return Node(key, name, cited.number, cited.type, None, cited.date, "unknown")

    def _find_edges(self, circle: _Circle) -> list[Edge]:
        """The edges between the fringe of *circle* and others, until there is no more room for others."""
        links, way = self._library.links, circle.way
        held = links.describe(circle.fringe)
        found = [edge for key in circle.fringe for edge in self._read_catalog(key, held.get(key))]
        found += self._read(links.said_by(circle.fringe, way))
        called = [find_called(key, held.get(key)) for key in circle.fringe]
        speakers = links.find_speakers(called, way)
        for piece in chunks(list(speakers)):  # the first tells of what changes a document: it is always read
            found += self._read(links.said_of(called, [speakers.pop(key) for key in piece], way))
            if not circle.has_room(found):
                break
        circle.leave_out(speakers)
        return [edge for edge in dict.fromkeys(found) if circle.leads_on(edge)]

    def _read_catalog(self, key: str, held: Metadata | None) -> Iterator[Edge]:
        record = find_record_of(held) if held else self._records.get(key)
        if record:
            yield from _read_record(key, record)

    def _read(self, links: Sequence[Link]) -> Iterator[Edge]:
        cited = {end for link in links for end in (link.cited, link.subject) if end} - self._candidates.keys()
        self._candidates |= self._library.citing.find_all_candidates(cited)
        for link in links:
            yield from self._read_link(link)

    def _read_link(self, link: Link) -> Iterator[Edge]:
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
        meaning = choose(self._candidates[cited], link.said_on, "")
        return (*meaning.held, *meaning.known) or (self._name_unknown(cited),)

    def _name_unknown(self, cited: CitedAs) -> str:
        sign = cited.number or cited.name or cited.type or ""
        key = f"{sign}@{cited.date.isoformat()}" if cited.date else sign
        self._named.setdefault(key, cited)
        return key


class _Circle:
    """The documents met so far on the way out from one, as many as there is room for.

    Attributes:
        fringe: Those met last, from which the way goes on.
        left_out: Those that were seen, and for which there was no room.
    """

    def __init__(self, center: str, limit: int | None, way: Way = ANY) -> None:
        self.center, self.way = center, way
        self.met = self.fringe = {center: None}
        self.edges: dict[Edge, None] = {}
        self.left_out: set[str] = set()
        self._limit = math.inf if limit is None else limit

    def has_room(self, edges: Iterable[Edge] = ()) -> bool:
        """Whether there is room for one document more, had those of *edges* been met."""
        ahead = {end for edge in edges if self.leads_on(edge) for end in _ends(edge)} - self.met.keys()
        return len(self.met) + len(ahead) < self._limit

    def leads_on(self, edge: Edge) -> bool:
        """Whether it has an end in the fringe, and is of the way."""
        if self.way.kinds is not None and edge.kind not in self.way.kinds:
            return False
        from_source = self.way.acting is not False and edge.source in self.fringe
        return from_source or (self.way.acting is not True and edge.target in self.fringe)

    def widen(self, edges: Iterable[Edge]) -> None:
        """Go along *edges*: the ends there is room for are met, and are the fringe from now on."""
        led = sorted(edges, key=lambda edge: rank_kind(edge.kind))
        ahead = dict.fromkeys(end for edge in led for end in _ends(edge) if end not in self.met)
        room = int(min(len(ahead), self._limit - len(self.met)))
        self.fringe = dict.fromkeys(list(ahead)[:room])
        self.met = self.met | self.fringe
        self.leave_out(ahead)
        self.edges |= dict.fromkeys(edge for edge in led if all(end in self.met for end in _ends(edge)))

    def leave_out(self, documents: Iterable[str]) -> None:
        """There is no room for those of *documents* that are not met."""
        self.left_out = (self.left_out | set(documents)) - self.met.keys()


def _ends(edge: Edge) -> tuple[str, str]:
    return edge.source, edge.target


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
