"""Who rests on, cites, replaces, amends whom: the graph around a document, from the texts held and the catalogue."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from index.catalogued import call_unknown, read_record
from index.circle import NEAREST, Circle, Edge, Held, Neighbourhood, Node, ends_of, order
from ingest.catalog import find_record_of, read_catalog
from ingest.mentions import CitedAs
from ingest.models import Metadata
from ingest.numbers import read_number
from ingest.relating.relation import CARRIES_OUT, CHANGES, ENCLOSED_WITH, GUIDES, REPEALS, REPLACES
from ingest.store import Library
from ingest.store.acting import find_earlier, list_acting_days
from ingest.store.called import Called, find_called, spans_of_ordinal
from ingest.store.cited import find_own_issuer
from ingest.store.links import Link, Wanted
from ingest.store.meaning import Candidate, is_certain, narrow

__all__ = ["NEAREST", "Edge", "Graph", "Held", "Neighbourhood", "Node"]

ENDINGS = (REPLACES, REPEALS)
SERVING = (ENCLOSED_WITH, GUIDES, CARRIES_OUT)
"""What a document does to another that it only exists to serve; the stronger first."""
_SURE = 0.75
"""Certainty of words from which nothing more need be checked."""
Lead = Callable[[Edge, Mapping[str, Node]], bool]


class _End(NamedTuple):
    """What words may mean at an end of a relation; not *sure* where it may be one that nobody knows."""

    id: str
    date: datetime.date | None
    sure: bool = True


class Graph:
    """The relations of an open library; what a mention means is worked out once."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._records = {record.id: record for record in read_catalog()}
        self._candidates: dict[CitedAs, tuple[Candidate, ...]] = {}
        self._named: dict[str, dict[CitedAs, None]] = {}
        self._held: dict[str, Metadata | None] = {}
        self._nodes: dict[str, Node] = {}

    def around(self, document_id: str, hops: int = 1, limit: int | None = NEAREST) -> Neighbourhood:
        """The documents at most *hops* relations away from the one of that id, held, catalogued or only cited.

        Args:
            limit: How many documents there is room for, ``None`` for all: the nearest are taken, of those as near the
                ones that change the other or are changed, last those that merely refer to it; of these the newest.
        """
        circle = Circle(document_id, limit)
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
        circle = Circle(document_id, limit, Wanted(frozenset(kinds), acting=outwards))
        while circle.fringe and (circle.has_room() or not circle.left_out):
            circle.widen(self._find_edges(circle, leads))
        return self._draw(circle)

    def _draw(self, circle: Circle) -> Neighbourhood:
        return Neighbourhood(circle.center, self.describe(circle.met), order(circle.edges), len(circle.left_out))

    def read_all(self) -> Neighbourhood:
        """The whole graph, of every document held or catalogued in relation to one that is."""
        held = self.library.documents()
        told = (edge for links in self.library.links.read_all() for edge in self._read(links))
        edges = dict.fromkeys(edge for edge in told if edge.source)
        edges |= dict.fromkeys(
            edge for one in held if (own := find_record_of(one.metadata)) for edge in read_record(one.id, own)
        )
        met = {end for edge in edges for end in ends_of(edge)} | {one.id for one in held}
        return Neighbourhood("", self.describe(met), order(edges))

    def find_changes(self, document_ids: Collection[str]) -> Neighbourhood:
        """What changes or ends one of *document_ids*, with them and those who act or say so.

        Only here and in :meth:`read_told` are those that nobody is said to have brought about, of an empty source.
        """
        links, wanted = self.library.links, Wanted(frozenset(CHANGES), acting=False)
        held = self._find_held(document_ids)
        called = [find_called(key, held.get(key)) for key in document_ids]
        stated = [*self._read(links.said_by(document_ids, wanted))]
        stated += self._read(links.said_of(called, wanted))
        edges = [
            *self._read_records(document_ids, held, CHANGES),
            *(one for one in stated if one.target in document_ids),
        ]
        named = {end for edge in edges for end in (edge.source, edge.said_in) if end}.union(document_ids)
        return Neighbourhood("", self.describe(named), order(edges))

    def find_served(self, document_ids: Collection[str]) -> Neighbourhood:
        """What each of *document_ids* surely goes with, guides or carries out, by its words or the catalogue's.

        What it carries out is told where its own title names that.
        """
        stated = [*self._read_records(document_ids, self._find_held(document_ids), SERVING)]
        edges = _find_own([*stated, *self._read(self.library.links.read_purposes(_SURE, document_ids))])
        return Neighbourhood("", self.describe({end for edge in edges for end in ends_of(edge)}), order(edges))

    def read_told(self) -> Neighbourhood:
        """As :meth:`find_changes` and :meth:`find_served` of all documents, held, catalogued or cited, in one go."""
        links = self.library.links
        changes = [*self._read(links.read_changes()), *self._read_every_record(CHANGES)]
        served = [*self._read(links.read_purposes(_SURE)), *self._read_every_record(SERVING)]
        edges = order([*changes, *_find_own(served)])
        named = {end for edge in edges for end in (edge.source, edge.target, edge.said_in) if end}
        return Neighbourhood("", self.describe(named), edges)

    def _read_every_record(self, kinds: Collection[str]) -> Iterator[Edge]:
        """As :meth:`_read_records` of all that is catalogued, of held documents under their own ids."""
        copies = [key for record in self._records.values() for key in self.library.citing.find_copies(record)]
        keys = dict.fromkeys([*self._records, *copies])
        return self._read_records(keys, self._find_held(keys), kinds)

    def _read_records(
        self, document_ids: Iterable[str], held: Mapping[str, Metadata | None], kinds: Collection[str]
    ) -> Iterator[Edge]:
        """What the record of each states of it: by what it is changed, or what it serves."""
        stated = ((key, edge) for key in document_ids for edge in self._read_catalog(key, held.get(key)))
        for key, edge in stated:
            if edge.kind in kinds and key == (edge.target if edge.kind in CHANGES else edge.source):
                yield edge

    def find_cited(self, given: str) -> list[str]:
        """Ids of the documents that only texts speak of, neither held nor catalogued, by id, sign or name."""
        bare = given.partition("@")[0].strip()
        sign = str(read_number(bare) or bare)
        return [key for key in self._find_unknown(find_called(sign, None)) if given == key or key.split("@")[0] == sign]

    def find_cited_numbered(self, ordinal: int) -> list[str]:
        """As :meth:`find_cited`, by the number alone with which their signs begin."""
        found = self._find_unknown(Called(tuple(spans_of_ordinal(ordinal, ending="-"))))
        signs = {key: read_number(next(iter(self._named[key])).number) for key in found}
        return [key for key, sign in signs.items() if sign and int(sign.ordinal) == ordinal]

    def _find_unknown(self, called: Called) -> list[str]:
        edges = self._read(self.library.links.said_of([called]))
        return sorted({end for edge in edges for end in ends_of(edge)} & self._named.keys())

    def describe(self, ids: Iterable[str]) -> tuple[Node, ...]:
        """A node for each id, the newest document first, those of unknown day last."""
        ids = list(ids)
        held = self._find_held(ids)
        nodes = sorted((self._node(one, held.get(one)) for one in ids), key=lambda node: node.id)
        return tuple(sorted(nodes, key=lambda node: node.date or datetime.date.min, reverse=True))

    def _find_held(self, ids: Iterable[str]) -> Mapping[str, Metadata | None]:
        """What is known of each that is held, of all that were asked for so far; ``None`` of those that are not."""
        if new := {*ids} - self._held.keys():
            self._held |= dict.fromkeys(new) | self.library.links.describe(new)
        return self._held

    def with_tellers(self, nodes: Iterable[Node], edges: Iterable[Edge]) -> dict[str, Node]:
        """Id -> node of *nodes*, and of every document whose text says one of *edges*."""
        known = {node.id: node for node in nodes}
        tellers = {edge.said_in for edge in edges if edge.said_in} - known.keys()
        return known | {node.id: node for node in self.describe(tellers)}

    def _node(self, key: str, held: Metadata | None) -> Node:
        if held:
            if key not in self._nodes:
                day = held.date or held.event_date
                self._nodes[key] = Node(key, held.name, held.number, held.type, held.title, day, "held", held.issuer)
            return self._nodes[key]
        if record := self._records.get(key):
            title, issuer = record.title or None, record.issuer or None
            return Node(key, record.name, record.number, record.type, title, record.date, "known", issuer)
        return call_unknown(key, [*self._named.get(key, ())] or [CitedAs(number=key)])

    def _find_edges(self, circle: Circle, leads: Lead | None = None) -> list[Edge]:
        """The edges between the fringe of *circle* and others, until there is no more room for others."""
        links, wanted = self.library.links, circle.wanted
        held = self._find_held(circle.fringe)
        found = [edge for key in circle.fringe for edge in self._read_catalog(key, held.get(key))]
        found = self._pick([*found, *self._read(links.said_by(circle.fringe, wanted))], circle, leads)
        called = [find_called(key, held.get(key)) for key in circle.fringe]
        speakers = links.find_speakers(called, wanted)
        while speakers:
            piece = list(speakers)[: circle.size]  # the first tells of what changes a document: it is always read
            said = self._read(links.said_of(called, wanted, [speakers.pop(key) for key in piece]))
            found += self._pick(said, circle, leads)
            if not circle.has_room(found):
                break
        circle.leave_out(speakers)
        return found

    def _pick(self, edges: Iterable[Edge], circle: Circle, leads: Lead | None) -> list[Edge]:
        led = [edge for edge in edges if edge.source and circle.leads_on(edge)]
        if leads is None:
            return led
        nodes = {node.id: node for node in self.describe({end for edge in led for end in ends_of(edge)})}
        return [edge for edge in led if leads(edge, nodes)]

    def _read_catalog(self, key: str, held: Metadata | None) -> Iterator[Edge]:
        record = find_record_of(held) if held else self._records.get(key)
        if record:
            yield from read_record(key, record)

    def _read(self, links: Sequence[Link]) -> Iterator[Edge]:
        cited = {end for link in links for end in (link.cited, link.subject) if end} - self._candidates.keys()
        self._candidates |= self.library.citing.find_all_candidates(cited)
        acting = list_acting_days(links)
        edges = [edge for link in links for edge in self._read_link(link, acting.get((link.document_id, link.place)))]
        held = self._find_held({end for one in edges if one.kind in CHANGES for end in ends_of(one)})
        for one in edges:
            if one.kind not in CHANGES or not _are_copies(held.get(one.source), held.get(one.target)):
                yield one

    def _read_link(self, link: Link, acted_on: datetime.date | None) -> Iterator[Edge]:
        pairs = self._find_pairs(link, acted_on)
        certain = link.certainty >= _SURE and len(pairs) == 1
        for source, target in pairs:
            if source.id != target.id:
                said = link.document_id, link.start, link.end, link.clause, link.since
                sure = certain and source.sure and target.sure
                yield Edge(source.id, target.id, link.kind, *said, sure, link.whole, link.tied)

    def _find_pairs(self, link: Link, acted_on: datetime.date | None) -> list[tuple[_End, _End]]:
        """The acting document and the one it acts on, for each two that the words may mean: that one came no later.

        What acts is empty where the text tells of an end alone.

        Args:
            acted_on: Day of another paper that the text says acts on it.
        """
        pairs: list[tuple[_End, _End]] = []
        acting = (_End("", None),) if link.nobody else self._find_ends(link.subject, link, link.said_on)
        for source in acting:
            targets = self._find_ends(link.cited, link, find_earlier(source.date, link.said_on, acted_on))
            pairs += [(source, target) for target in targets]
        told = [pair for pair in pairs if pair[1].id not in self._named]
        return told or pairs

    def _find_ends(self, cited: CitedAs | None, link: Link, on: datetime.date | None) -> tuple[_End, ...]:
        """The documents that *cited* may mean in what was issued on that day.

        A number that may be that of many is too little to tell of an end or a change of the one that is known.
        """
        if cited is None:
            return (_End(link.document_id, link.said_on),)
        candidates = self._candidates[cited]
        own = find_own_issuer(cited, link.issuer) if len(candidates) > 1 else ""
        left = narrow(candidates, on, "", own)
        sure = is_certain(left)
        if not left or (link.kind in CHANGES and not sure):
            return (_End(self._name_unknown(cited), cited.date),)
        return tuple([_End(one.id, one.date, sure) for one in left])

    def _name_unknown(self, cited: CitedAs) -> str:
        self._named.setdefault(cited.key, {})[cited] = None
        return cited.key


def _find_own(edges: Iterable[Edge]) -> list[Edge]:
    """What documents surely say of themselves, or the catalogue of them."""
    return [edge for edge in edges if edge.sure and edge.said_in in (None, edge.source)]


def _are_copies(one: Metadata | None, other: Metadata | None) -> bool:
    """Whether both are one document, held twice: of one sign, and not of two days."""
    if not (one and other and one.number and one.number == other.number):
        return False
    return one.date == other.date or None in (one.date, other.date)
