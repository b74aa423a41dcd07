"""The standing of many documents at once: what texts and catalogue say of changes, gathered once for a library."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from index.graph import ENDINGS, SERVING, Edge, Graph, Neighbourhood, Node
from index.validity import Change, Guided, Standing, find_standing, lean_on
from ingest.catalog import read_catalog
from ingest.citing.resolving import Places
from ingest.models import Document
from ingest.relating.relation import GUIDES
from ingest.store import Library


@dataclass(frozen=True, slots=True)
class _Known:
    """Of one state of a library: the standings worked out, by id and day; the ids of all that ended, by day.

    Attributes:
        state: Which library, and its generation.
    """

    state: tuple[str, int]
    standings: dict[tuple[str, datetime.date | None], Standing] = field(default_factory=dict)
    ended: dict[datetime.date | None, frozenset[str]] = field(default_factory=dict)
    outdated: dict[datetime.date | None, frozenset[str]] = field(default_factory=dict)


class Changes:
    """What is known of changes of documents, kept while the library stays as it is; several threads may share it."""

    def __init__(self) -> None:
        self._known: _Known | None = None

    def find(
        self, library: Library, document_ids: Collection[str], as_of: datetime.date | None = None
    ) -> dict[str, Standing]:
        """Id -> its standing, on the day *as_of*, else as far as known; of held, catalogued and unknown documents."""
        found = self._recall(library).standings
        new = frozenset(key for key in document_ids if (key, as_of) not in found)
        if new:
            graph = Graph(library)
            standings = judge(graph, new, graph.find_changes(new), as_of)
            found.update({(key, as_of): standing for key, standing in standings.items()})
        return {key: found[key, as_of] for key in document_ids}

    def find_ended(self, library: Library, as_of: datetime.date | None = None) -> frozenset[str]:
        """Ids of all documents, held or catalogued, that are known to have ended; worked out once."""
        ended = self._recall(library).ended
        if as_of not in ended:
            told = Graph(library).find_ended() | {record.id for record in read_catalog()}
            found = self.find(library, told, as_of)
            ended[as_of] = frozenset(key for key, one in found.items() if one.ended and one.in_force is False)
        return ended[as_of]

    def find_outdated(self, library: Library, as_of: datetime.date | None = None) -> frozenset[str]:
        """Ids of the held documents that only serve what has ended; worked out once."""
        outdated = self._recall(library).outdated
        if as_of not in outdated:
            served = Graph(library).find_served(frozenset(one.id for one in library.documents()))
            ended = self.find_ended(library, as_of)
            doing = find_purposes(served)
            near = {key for key, some in doing.items() if all(edge.target in ended for edge in some)}
            outdated[as_of] = frozenset(key for key, one in self.find(library, near, as_of).items() if one.guided)
        return outdated[as_of]

    def _recall(self, library: Library) -> _Known:
        known, state = self._known, (library.id, library.generation)
        if known is None or known.state != state:
            self._known = known = _Known(state)
        return known


def judge(
    graph: Graph, document_ids: Collection[str], changes: Neighbourhood, as_of: datetime.date | None = None
) -> dict[str, Standing]:
    """Id -> its standing, as *changes* tell, which hold all that changes or ends one of *document_ids*."""
    standings = _judge_alone(document_ids, changes, as_of)
    silent = frozenset(key for key, one in standings.items() if not one.changes and one.status != "unissued")
    served = graph.find_served(silent)
    nodes, doing = {node.id: node for node in served.nodes}, find_purposes(served)
    others = {edge.target for some in doing.values() for edge in some} - standings.keys()
    known = standings | _judge_alone(others, graph.find_changes(others, ENDINGS), as_of)
    for key, some in doing.items():
        if all(_has_left(nodes[key], known[edge.target]) for edge in some):
            first = some[0]
            guided = Guided(nodes[first.target], first.kind, known[first.target].status)
            standings[key] = lean_on(standings[key], guided)
    return standings


def find_purposes(served: Neighbourhood) -> dict[str, list[Edge]]:
    """Id -> what a document is there for: all that it guides, else all that it is by its title to carry out."""
    nodes, doing = {node.id: node for node in served.nodes}, dict[str, list[Edge]]()
    for edge in sorted(served.edges, key=lambda one: SERVING.index(one.kind)):
        if _is_for(edge, nodes) and doing.setdefault(edge.source, [edge])[0].kind == edge.kind:
            doing[edge.source].append(edge)
    return doing


def _is_for(edge: Edge, nodes: Mapping[str, Node]) -> bool:
    """Whether the acting document is there for the other: it guides it, or is by its own title to carry it out."""
    number, title = nodes[edge.target].number, nodes[edge.source].title or ""
    return edge.kind == GUIDES or bool(number and number in title)


def _has_left(serving: Node, served: Standing) -> bool:
    """Whether what is served has surely ended, and only after *serving* was issued: else that one looks back on it."""
    if not (served.ended and served.in_force is False):
        return False
    left = served.changes[0].known_from
    return not (serving.date and left and left <= serving.date)


def _judge_alone(
    document_ids: Collection[str], changes: Neighbourhood, as_of: datetime.date | None
) -> dict[str, Standing]:
    nodes, edges = {node.id: node for node in changes.nodes}, defaultdict(list)
    for edge in changes.edges:
        edges[edge.target].append(edge)
    each = {key: tuple(edges[key]) for key in document_ids}
    own = {key: Neighbourhood(key, _pick(nodes, key, some), some) for key, some in each.items()}
    return {key: find_standing(key, around, as_of) for key, around in own.items()}


def _pick(nodes: Mapping[str, Node], key: str, edges: Iterable[Edge]) -> tuple[Node, ...]:
    """The one of that id, and those who act or speak in *edges*."""
    return (nodes[key], *(nodes[end] for edge in edges for end in (edge.source, edge.said_in) if end))


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
    """The changes of a *standing*, each with the address of the provision of *document* that it changes.

    ``None`` where it is of the whole, or of none that is surely found.
    """
    places = Places(document) if document and any(one.edge.clause for one in standing.changes) else None
    return [(one, places.find(one.edge.clause) if places and one.edge.clause else None) for one in standing.changes]


def touches(place: str | None, address: str) -> bool:
    """Whether what was done at *place* was done to what stands at *address*: there, above or below."""
    return place is not None and (
        place == address or address.startswith(f"{place}.") or place.startswith(f"{address}.")
    )
