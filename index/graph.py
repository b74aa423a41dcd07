"""Who rests on, cites, replaces, amends whom: the graph around a document, from the texts held and the catalogue."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from index.catalogued import call_unknown, read_record
from index.circle import NEAREST, Circle, Edge, Held, Neighbourhood, Node, ends_of, order
from ingest.catalog import find_record_of, read_catalog
from ingest.mentions import CitedAs
from ingest.models import Metadata
from ingest.numbers import read_number
from ingest.patterns.relations import SPEAKS_OF
from ingest.relating.relation import CARRIES_OUT, CHANGES, GUIDES, REPEALS, REPLACES
from ingest.relating.since import find_effect
from ingest.store import Library
from ingest.store.acting import find_earlier
from ingest.store.called import Called, find_called, spans_of_ordinal
from ingest.store.cited import find_own_issuer
from ingest.store.links import Link, Wanted
from ingest.store.meaning import Candidate, choose

__all__ = ["NEAREST", "Edge", "Graph", "Held", "Neighbourhood", "Node"]

ENDINGS = (REPLACES, REPEALS)
SERVING = (GUIDES, CARRIES_OUT)
"""What a document does to another that it only exists to serve; the stronger first."""
_SURE = 0.75
"""Certainty of words from which nothing more need be checked."""
_WHOLE = 1 << 30
"""More characters than any text has."""
_Ends = tuple[tuple[str, datetime.date | None], ...]
Lead = Callable[[Edge, Mapping[str, Node]], bool]


class Graph:
    """The relations of an open library; what a mention means is worked out once."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._records = {record.id: record for record in read_catalog()}
        self._candidates: dict[CitedAs, tuple[Candidate, ...]] = {}
        self._meant: dict[tuple[CitedAs, datetime.date | None, str], _Ends] = {}
        self._named: dict[str, dict[CitedAs, None]] = {}

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
        edges = dict.fromkeys(edge for links in self.library.links.read_all() for edge in self._read(links))
        edges |= dict.fromkeys(
            edge for one in held if (own := find_record_of(one.metadata)) for edge in read_record(one.id, own)
        )
        met = {end for edge in edges for end in ends_of(edge)} | {one.id for one in held}
        return Neighbourhood("", self.describe(met), order(edges))

    def find_changes(self, document_ids: Collection[str], kinds: Collection[str] = CHANGES) -> Neighbourhood:
        """What changes or ends one of *document_ids* by relations of *kinds*, with them and those who act or say so."""
        links, wanted = self.library.links, Wanted(frozenset(kinds), acting=False)
        held = links.describe(document_ids)
        called = [find_called(key, held.get(key)) for key in document_ids]
        stated = [edge for key in document_ids for edge in self._read_catalog(key, held.get(key))]
        stated += self._read(links.said_by(document_ids, Wanted(wanted.kinds)))
        stated += self._read(links.said_of(called, links.find_speakers(called, wanted).values(), wanted))
        edges = [one for one in stated if one.kind in kinds and one.target in document_ids]
        named = {end for edge in edges for end in (edge.source, edge.said_in) if end}.union(document_ids)
        return Neighbourhood("", self.describe(named), order(edges))

    def find_served(self, document_ids: Collection[str]) -> Neighbourhood:
        """What each of *document_ids* surely guides or carries out, by its own words or by the catalogue's."""
        held = self.library.links.describe(document_ids)
        stated = [edge for key in document_ids for edge in self._read_catalog(key, held.get(key))]
        stated += self._read(self.library.links.said_by(document_ids, Wanted(frozenset(SERVING))))
        edges = [one for one in stated if one.kind in SERVING and one.sure and one.source in document_ids]
        return Neighbourhood("", self.describe({end for edge in edges for end in ends_of(edge)}), order(edges))

    def read_endings(self) -> Neighbourhood:
        """All that ends the whole of a document, held or catalogued, with all that tells its day; read in one go."""
        stated = [*self._read(self.library.links.read_endings()), *self._read_every_record(CHANGES)]
        ended = {edge.target for edge in stated if edge.kind in ENDINGS and edge.whole and edge.clause is None}
        return self._join([edge for edge in stated if edge.target in ended])

    def read_purposes(self) -> Neighbourhood:
        """As :meth:`find_served` of all documents, without what is carried out by another than its title says."""
        stated = [*self._read(self.library.links.read_purposes(_SURE)), *self._read_every_record(SERVING)]
        return self._join([edge for edge in stated if edge.kind in SERVING and edge.sure])

    def _read_every_record(self, kinds: Collection[str]) -> Iterator[Edge]:
        """Relations of *kinds* that the catalogue states, of held documents under their own ids."""
        copies = [key for record in self._records.values() for key in self.library.citing.find_copies(record)]
        keys = dict.fromkeys([*self._records, *copies])
        held = self.library.links.describe(keys)
        yield from (one for key in keys for one in self._read_catalog(key, held.get(key)) if one.kind in kinds)

    def _join(self, edges: Sequence[Edge]) -> Neighbourhood:
        """*edges* with all documents they name."""
        named = {end for edge in edges for end in (edge.source, edge.target, edge.said_in) if end}
        return Neighbourhood("", self.describe(named), tuple(edges))

    def find_begins(self, document_ids: Collection[str]) -> dict[str, datetime.date]:
        """Id -> from when a held document holds by its own words; none of one that does not say, or tells of others.

        Each text is read whole, which takes some 2 ms.
        """
        held = self.library.links.describe(document_ids)
        acting = {key: one for key, one in held.items() if not SPEAKS_OF.regex.search(one.type or "")}
        texts = {key: self.library.read_slice(key, 0, _WHOLE) for key in acting}
        said = {key: find_effect(texts[key], one.date).day for key, one in acting.items()}
        return {key: day for key, day in said.items() if day}

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
        links = self.library.links
        edges = self._read(links.said_of([called], links.find_speakers([called]).values()))
        return sorted({end for edge in edges for end in ends_of(edge)} & self._named.keys())

    def describe(self, ids: Iterable[str]) -> tuple[Node, ...]:
        """A node for each id, the newest document first, those of unknown day last."""
        ids = list(ids)
        held = self.library.links.describe(ids)
        nodes = sorted((self._node(one, held.get(one)) for one in ids), key=lambda node: node.id)
        return tuple(sorted(nodes, key=lambda node: node.date or datetime.date.min, reverse=True))

    def with_tellers(self, nodes: Iterable[Node], edges: Iterable[Edge]) -> dict[str, Node]:
        """Id -> node of *nodes*, and of every document whose text says one of *edges*."""
        known = {node.id: node for node in nodes}
        tellers = {edge.said_in for edge in edges if edge.said_in} - known.keys()
        return known | {node.id: node for node in self.describe(tellers)}

    def _node(self, key: str, held: Metadata | None) -> Node:
        if held:
            day = held.date or held.event_date
            return Node(key, held.name, held.number, held.type, held.title, day, "held", held.issuer)
        if record := self._records.get(key):
            title, issuer = record.title or None, record.issuer or None
            return Node(key, record.name, record.number, record.type, title, record.date, "known", issuer)
        return call_unknown(key, [*self._named.get(key, ())] or [CitedAs(number=key)])

    def _find_edges(self, circle: Circle, leads: Lead | None = None) -> list[Edge]:
        """The edges between the fringe of *circle* and others, until there is no more room for others."""
        links, wanted = self.library.links, circle.wanted
        held = links.describe(circle.fringe)
        found = [edge for key in circle.fringe for edge in self._read_catalog(key, held.get(key))]
        found = self._pick([*found, *self._read(links.said_by(circle.fringe, wanted))], circle, leads)
        called = [find_called(key, held.get(key)) for key in circle.fringe]
        speakers = links.find_speakers(called, wanted)
        while speakers:
            piece = list(speakers)[: circle.size]  # the first tells of what changes a document: it is always read
            said = self._read(links.said_of(called, [speakers.pop(key) for key in piece], wanted))
            found += self._pick(said, circle, leads)
            if not circle.has_room(found):
                break
        circle.leave_out(speakers)
        return found

    def _pick(self, edges: Iterable[Edge], circle: Circle, leads: Lead | None) -> list[Edge]:
        led = [edge for edge in edges if circle.leads_on(edge)]
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
        acting = _find_acting_days(links)
        edges = [edge for link in links for edge in self._read_link(link, acting.get(_mention_of(link)))]
        held = self.library.links.describe({end for one in edges if one.kind in CHANGES for end in ends_of(one)})
        for one in edges:
            if one.kind not in CHANGES or not _are_copies(held.get(one.source), held.get(one.target)):
                yield one

    def _read_link(self, link: Link, acted_on: datetime.date | None) -> Iterator[Edge]:
        relation, pairs = link.relation, self._find_pairs(link, acted_on)
        sure = relation.certainty >= _SURE and len(pairs) == 1
        for source, target in pairs:
            if source != target:
                words = link.document_id, relation.start, relation.end, relation.clause
                yield Edge(source, target, relation.kind, *words, relation.since, sure, relation.whole, relation.tied)

    def _find_pairs(self, link: Link, acted_on: datetime.date | None) -> list[tuple[str, str]]:
        """The acting document and the one it acts on, for each two that the words may mean: that one came no later.

        Args:
            acted_on: Day of another paper that the text says acts on it.
        """
        pairs: list[tuple[str, str]] = []
        for source, day in self._find_ends(link.subject, link, link.said_on):
            targets = self._find_ends(link.cited, link, find_earlier(day, link.said_on, acted_on))
            pairs += [(source, target) for target, _ in targets]
        told = [pair for pair in pairs if pair[1] not in self._named]
        return told or pairs

    def _find_ends(self, cited: CitedAs | None, link: Link, on: datetime.date | None) -> _Ends:
        """The documents that *cited* may mean in what was issued on that day, each with its own."""
        if cited is None:
            return ((link.document_id, link.said_on),)
        own = find_own_issuer(cited, link.issuer)
        said = cited, on, own
        if said not in self._meant:
            candidates = self._candidates[cited]
            meaning = choose(candidates, on, "", own)
            days = {one.id: one.date for one in candidates}
            known = tuple((one, days[one]) for one in (*meaning.held, *meaning.known))
            self._meant[said] = known or ((self._name_unknown(cited), cited.date),)
        return self._meant[said]

    def _name_unknown(self, cited: CitedAs) -> str:
        self._named.setdefault(cited.key, {})[cited] = None
        return cited.key


def _mention_of(link: Link) -> tuple[str, int | None]:
    """Where the text names what is acted on."""
    return link.document_id, link.relation.cited


def _find_acting_days(links: Iterable[Link]) -> dict[tuple[str, int | None], datetime.date]:
    """Of each mention of *links* the first day that its text gives to a paper acting on what it names."""
    days: dict[tuple[str, int | None], datetime.date] = {}
    for link in links:
        if link.cited and link.subject and link.subject.date:
            days[_mention_of(link)] = min(link.subject.date, days.get(_mention_of(link), link.subject.date))
    return days


def _are_copies(one: Metadata | None, other: Metadata | None) -> bool:
    """Whether both are one document, held twice: of one sign, and not of two days."""
    if not (one and other and one.number and one.number == other.number):
        return False
    return one.date == other.date or None in (one.date, other.date)
