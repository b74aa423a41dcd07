"""The standing of many documents at once: what texts and catalogue say of changes, gathered once for a library."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from index.graph import Edge, Graph, Neighbourhood, Node
from index.validity import Change, Standing, find_standing
from ingest.catalog import find_record_by_id, find_record_of, read_catalog
from ingest.citing.resolving import Places
from ingest.mentions import CitedAs
from ingest.models import Document, Metadata
from ingest.numbers import read_number
from ingest.patterns.citations import SHORT_NAME
from ingest.store import Library
from ingest.store.citing import names_of
from ingest.store.links import Link


@dataclass(frozen=True, slots=True)
class _Gathered:
    """Of one generation of the library.

    Attributes:
        links: Statements that a document was changed or ended, by :func:`_key_of`.
        standings: Those worked out, by id and day.
        ended: Ids of all that have ended, by day.
    """

    generation: int
    links: dict[str, list[Link]] = field(default_factory=lambda: defaultdict(list))
    standings: dict[tuple[str, datetime.date | None], Standing] = field(default_factory=dict)
    ended: dict[datetime.date | None, frozenset[str]] = field(default_factory=dict)


class Changes:
    """What is known of changes of documents, kept while the library stays as it is; several threads may share it."""

    def __init__(self) -> None:
        self._gathered: _Gathered | None = None

    def find(
        self, library: Library, document_ids: Collection[str], as_of: datetime.date | None = None
    ) -> dict[str, Standing]:
        """Id -> its standing, on the day *as_of*, else as far as known; of held, catalogued and unknown documents."""
        found = self._gather(library).standings
        new = [key for key in dict.fromkeys(document_ids) if (key, as_of) not in found]
        if new:
            found.update(self._work_out(library, new, as_of))
        return {key: found[key, as_of] for key in document_ids}

    def find_ended(self, library: Library, as_of: datetime.date | None = None) -> frozenset[str]:
        """Ids of all documents, held or catalogued, that are known to have ended; worked out once."""
        gathered = self._gather(library)
        if as_of not in gathered.ended:
            ending = {key for key, links in gathered.links.items() if any(map(_may_end, links))}
            held = library.documents()
            named = [one.id for one in held if not ending.isdisjoint(_keys_for(one.id, one.metadata))]
            found = self.find(library, [*named, *(record.id for record in read_catalog())], as_of)
            gathered.ended[as_of] = frozenset(key for key, one in found.items() if one.in_force is False)
        return gathered.ended[as_of]

    def _gather(self, library: Library) -> _Gathered:
        gathered, generation = self._gathered, library.generation
        if gathered is None or gathered.generation != generation:
            gathered = _Gathered(generation)
            for link in library.links.changing():
                gathered.links[_key_of(link)].append(link)
            self._gathered = gathered
        return gathered

    def _work_out(
        self, library: Library, document_ids: Collection[str], as_of: datetime.date | None
    ) -> dict[tuple[str, datetime.date | None], Standing]:
        by_key, held = self._gather(library).links, library.find_records(document_ids)
        keys = (key for one in document_ids for key in _keys_for(one, held.get(one)))
        links = dict.fromkeys(link for key in keys for link in by_key.get(key, ()))
        around = Graph(library).find_changes(frozenset(document_ids), links)
        nodes, edges = {node.id: node for node in around.nodes}, defaultdict(list)
        for edge in around.edges:
            edges[edge.target].append(edge)
        each = {key: tuple(edges[key]) for key in document_ids}
        own = {key: Neighbourhood(key, _pick(nodes, some), some) for key, some in each.items()}
        return {(key, as_of): find_standing(key, around, as_of) for key, around in own.items()}


def _pick(nodes: Mapping[str, Node], edges: Iterable[Edge]) -> tuple[Node, ...]:
    """Those who act or speak in *edges*."""
    return tuple(nodes[end] for edge in edges for end in (edge.source, edge.said_in) if end)


def _may_end(link: Link) -> bool:
    return link.relation.kind in ("replaces", "repeals") and link.relation.whole


def _key_of(link: Link) -> str:
    """Under what a statement is found: the document itself, the sign of another, its bare number, or its name."""
    cited = link.cited
    if cited is None:
        return link.document_id
    return cited.number or _bare_number(cited) or cited.name or ""


def _bare_number(cited: CitedAs) -> str:
    short = SHORT_NAME.regex.fullmatch(cited.name or "")
    return str(int(short["n"])) if short else ""


def _keys_for(document_id: str, held: Metadata | None) -> tuple[str, ...]:
    """Under what statements of a document may be found."""
    record = find_record_of(held) if held else find_record_by_id(document_id)
    sign = held.number if held else record.number if record else None
    number = read_number(sign)
    bare = str(int(number.ordinal)) if number else None
    return tuple(filter(None, (document_id, sign, bare, *names_of(held, record))))


# --- with the words --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Statement:
    """A change with the words that say so.

    Attributes:
        words: The slice of the text that says so; empty where the catalogue does.
        said_at: Address of the provision in which the words stand; ``None`` where the catalogue says so.
        place: Address of the provision that is changed, in the text of the document; ``None`` where it is the whole, or
            none that is surely found.
    """

    change: Change
    words: str = ""
    said_at: str | None = None
    place: str | None = None


def quote_changes(library: Library, standing: Standing, document: Document | None = None) -> tuple[Statement, ...]:
    """The changes of a *standing* with the words that say so, in their order.

    Args:
        document: The changed one, where its text is held.
    """
    places = Places(document) if document and any(change.edge.clause for change in standing.changes) else None
    texts: dict[str, Document] = {}
    found = []
    for change in standing.changes:
        edge = change.edge
        place = places.find(edge.clause) if places and edge.clause else None
        if edge.said_in is None:
            found.append(Statement(change, place=place))
            continue
        if edge.said_in not in texts:
            texts[edge.said_in] = library.get(edge.said_in)
        text = texts[edge.said_in]
        inner = [node.address for node in text.walk() if node.start <= edge.start and edge.end <= node.end]
        words, said_at = text.text[edge.start : edge.end], inner[-1] if inner else ""
        found.append(Statement(change, words, said_at, place))
    return tuple(found)
