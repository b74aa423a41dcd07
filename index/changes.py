"""The standing of many documents at once: what texts and catalogue say of changes, gathered once for a library."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from index.as_of import day_of
from index.graph import ENDINGS, Edge, Graph
from index.judging import Told, judge
from index.validity import Change, Standing
from ingest.citing.resolving import Places
from ingest.models import Document
from ingest.relating.relation import SUPPLEMENTS
from ingest.store import Library
from ingest.store.places import find_passages_within

_MANY = 1000
"""Of more documents asked for at once the whole library is read: after that none needs to be looked up."""


@dataclass(frozen=True, slots=True)
class _Known:
    """Of one state of a library what was worked out.

    Attributes:
        state: Of the library, and the day on which it is asked.
        standings: By id and day.
        told: What the whole library tells, once it was read; at most one.
        repealed: By day, the passages of provisions that ended before the rest of their documents.
    """

    state: tuple[str, datetime.date]
    standings: dict[tuple[str, datetime.date | None], Standing] = field(default_factory=dict)
    told: list[Told] = field(default_factory=list)
    repealed: dict[datetime.date | None, tuple[int, ...]] = field(default_factory=dict)


class Changes:
    """What is known of changes of documents, kept while the library stays as it is; several threads may share it."""

    def __init__(self) -> None:
        self._known: _Known | None = None

    def find(
        self, library: Library, document_ids: Collection[str], as_of: datetime.date | None = None
    ) -> dict[str, Standing]:
        """Id -> its standing, on the day *as_of*, else today; of held, catalogued and unknown documents."""
        return self.judge(Graph(library), document_ids, as_of)

    def judge(self, graph: Graph, document_ids: Collection[str], as_of: datetime.date | None) -> dict[str, Standing]:
        """As :meth:`find`, of a graph that is open."""
        known = self._recall(graph.library)
        found = known.standings
        new = frozenset(key for key in document_ids if (key, as_of) not in found)
        if new:
            if known.told or len(new) > _MANY:
                standings = self._read_whole(graph.library).judge(graph, new, as_of)
            else:
                standings = judge(graph, new, graph.find_changes(new), as_of)
            found.update({(key, as_of): standing for key, standing in standings.items()})
        return {key: found[key, as_of] for key in document_ids}

    def find_ended(self, library: Library, as_of: datetime.date | None = None) -> frozenset[str]:
        """Ids of all documents, held or catalogued, that are known to have ended, or not to hold yet."""
        return self._read_whole(library).find_ended(Graph(library), as_of)

    def find_outdated(self, library: Library, as_of: datetime.date | None = None) -> frozenset[str]:
        """Ids of the held documents that only serve what has ended."""
        return self._read_whole(library).find_outdated(Graph(library), as_of)

    def find_repealed(self, library: Library, as_of: datetime.date | None = None) -> tuple[int, ...]:
        """Ids of the passages of held documents that lie in a provision which surely ended before the rest."""
        told, known = self._read_whole(library), self._recall(library)
        if as_of not in known.repealed:
            standings = self.judge(Graph(library), told.find_cut(), as_of)
            held = library.find_records(standings)
            found = (_find_gone(library, one, library.get(key)) for key, one in standings.items() if key in held)
            known.repealed[as_of] = tuple(dict.fromkeys(number for some in found for number in some))
        return known.repealed[as_of]

    def _read_whole(self, library: Library) -> Told:
        known = self._recall(library)
        if not known.told:
            known.told.append(Told(Graph(library)))
        return known.told[0]

    def _recall(self, library: Library) -> _Known:
        known, state = self._known, (library.state, day_of(None))
        if known is None or known.state != state:
            self._known = known = _Known(state)
        return known


# --- with the words --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Statement:
    """A change with the words that say so.

    Attributes:
        words: The slice of the text that says so; empty where the catalogue does.
        said_at: Address of the provision in which the words stand; ``None`` where the catalogue says so.
        place: Address of the provision that is changed, or added to, in the text of the document; ``None`` where it is
            the whole, or none that is surely found.
    """

    change: Change
    words: str = ""
    said_at: str | None = None
    place: str | None = None


def quote_changes(library: Library, standing: Standing, document: Document | None = None) -> tuple[Statement, ...]:
    """The changes of a *standing*, those to come last, with the words that say so, in their order.

    Args:
        document: The changed one, where its text is held.
    """
    texts: dict[str, Document] = {}
    found = []
    for change, place in place_changes(standing, document):
        edge = change.edge
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


def place_changes(standing: Standing, document: Document | None = None) -> list[tuple[Change, str | None]]:
    """The changes of a *standing*, those to come too, each with the address of what it changes in *document*.

    ``None`` where it is of the whole, or of none that is surely found. What is added stands in no text before: its
    place is the provision that it was added to.
    """
    places = Places(document) if document and any(one.edge.clause for one in standing.told) else None
    return [(one, _find_place(places, one.edge) if places else None) for one in standing.told]


def _find_place(places: Places, edge: Edge) -> str | None:
    place = places.find(edge.clause) if edge.clause else None
    above = edge.clause.rpartition(".")[0] if edge.clause and edge.kind == SUPPLEMENTS else ""
    return place or (places.find(above) if above else None)


def _find_gone(library: Library, standing: Standing, document: Document) -> Iterator[int]:
    nodes = {node.address: node for node in document.walk()}
    for change, place in place_changes(standing, document):
        node = nodes.get(place or "")
        if node and change.edge.kind in ENDINGS and change.edge.sure and not change.coming:
            passages = library.find_passages(find_passages_within(library, document.id, node.start, node.end))
            yield from (key for key, one in passages.items() if node.start <= one.start and one.end <= node.end)


def is_added(change: Change, place: str | None) -> bool:
    """Whether *place* is where something was added, and not what was changed itself."""
    clause = change.edge.clause or ""
    return change.edge.kind == SUPPLEMENTS and place is not None and place.count(".") < clause.count(".")


def touches(place: str | None, address: str) -> bool:
    """Whether what was done at *place* was done to what stands at *address*: there, above or below."""
    return place is not None and (
        place == address or address.startswith(f"{place}.") or place.startswith(f"{address}.")
    )
