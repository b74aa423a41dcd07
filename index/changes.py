"""The standing of many documents at once: what texts and catalogue say of changes, gathered once for a library."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from index.as_of import day_of
from index.graph import ENDINGS, SERVING, Edge, Graph, Neighbourhood, Node
from index.validity import Change, Guided, Standing, begin, find_standing, lean_on
from ingest.citing.resolving import Places
from ingest.models import Document
from ingest.relating.relation import GUIDES
from ingest.store import Library

_FEW = 100
"""Of so many documents asked for at once their own words are read: of more nobody reads what is told of each."""


@dataclass(frozen=True, slots=True)
class _Known:
    """Of one state of a library: the standings worked out, by id and day; those of all that ended, by day.

    Attributes:
        state: Which library, its generation, and the day on which it is asked.
        begins: Id -> from when it holds by its own words; ``None`` of what does not say.
    """

    state: tuple[str, int, datetime.date]
    begins: dict[str, datetime.date | None] = field(default_factory=dict)
    standings: dict[tuple[str, datetime.date | None], Standing] = field(default_factory=dict)
    endings: dict[datetime.date | None, Mapping[str, Standing]] = field(default_factory=dict)
    outdated: dict[datetime.date | None, frozenset[str]] = field(default_factory=dict)


class Changes:
    """What is known of changes of documents, kept while the library stays as it is; several threads may share it."""

    def __init__(self) -> None:
        self._known: _Known | None = None

    def find(
        self, library: Library, document_ids: Collection[str], as_of: datetime.date | None = None
    ) -> dict[str, Standing]:
        """Id -> its standing, on the day *as_of*, else today; of held, catalogued and unknown documents.

        Of a few documents it is told, too, from when they hold by their own words.
        """
        found = self.judge(library, document_ids, as_of)
        if len(found) > _FEW:
            return found
        return tell_begins(Graph(library), found, self._recall(library).begins)

    def judge(
        self, library: Library, document_ids: Collection[str], as_of: datetime.date | None
    ) -> dict[str, Standing]:
        """The same without what their own words say of their beginning: no text is read."""
        found = self._recall(library).standings
        new = frozenset(key for key in document_ids if (key, as_of) not in found)
        if new:
            graph = Graph(library)
            standings = judge(graph, new, graph.find_changes(new), as_of)
            found.update({(key, as_of): standing for key, standing in standings.items()})
        return {key: found[key, as_of] for key in document_ids}

    def find_ended(self, library: Library, as_of: datetime.date | None = None) -> frozenset[str]:
        """Ids of all documents, held or catalogued, that are known to have ended, or not to hold yet.

        Of the latter those that will end another: the others are known only by reading each text.
        """
        found = self._judge_endings(library, as_of)
        ended = {key for key, one in found.items() if one.ended and one.in_force is False}
        return frozenset(ended | {change.by.id for change in _find_to_come(found.values())})

    def _judge_endings(self, library: Library, as_of: datetime.date | None) -> Mapping[str, Standing]:
        """Id -> the standing of each document of which anybody says that it was ended, or will be; worked out once."""
        endings = self._recall(library).endings
        if as_of not in endings:
            told = Graph(library).read_endings()
            endings[as_of] = _judge_alone({edge.target for edge in told.edges}, told, as_of)
        return endings[as_of]

    def find_outdated(self, library: Library, as_of: datetime.date | None = None) -> frozenset[str]:
        """Ids of the held documents that only serve what has ended; worked out once."""
        outdated = self._recall(library).outdated
        if as_of not in outdated:
            ended, served = self._judge_endings(library, as_of), Graph(library).read_purposes()
            held = {node.id: node for node in served.nodes if node.held == "held"}
            doing = {key: some for key, some in find_purposes(served).items() if key in held}
            near = {
                key for key, some in doing.items() if all(_has_left(held[key], ended.get(edge.target)) for edge in some)
            }
            outdated[as_of] = frozenset(key for key, one in self.judge(library, near, as_of).items() if one.guided)
        return outdated[as_of]

    def _recall(self, library: Library) -> _Known:
        known, state = self._known, (library.id, library.generation, day_of(None))
        if known is None or known.state != state:
            self._known = known = _Known(state)
        return known


def tell_begins(
    graph: Graph, standings: Mapping[str, Standing], known: dict[str, datetime.date | None] | None = None
) -> dict[str, Standing]:
    """*standings*, by id, with the day from which each document holds by its own words, where nothing says more.

    Args:
        known: The days found before; those found now are put there.
    """
    days = {} if known is None else known
    open_ = [key for key, one in standings.items() if not (one.ended or one.guided)]
    new = [key for key in open_ if key not in days]
    days |= dict.fromkeys(new) | graph.find_begins(new) if new else {}
    begun = {key: begin(standings[key], day) for key in open_ if (day := days[key])}
    return {**standings, **begun}


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
    to_come = {one.by.id: one.since for one in _find_to_come(standings.values()) if one.since}
    return standings | {key: begin(standings[key], day) for key, day in to_come.items() if key in standings}


def _find_to_come(standings: Iterable[Standing]) -> Iterator[Change]:
    """By what some of them will be ended, where that by its own words does not hold yet."""
    for change in (change for one in standings for change in one.coming):
        if change.ends and change.since and change.edge.said_in == change.by.id:
            yield change


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


def _has_left(serving: Node, served: Standing | None) -> bool:
    """Whether what is served has surely ended, and only after *serving* was issued: else that one looks back on it."""
    if not (served and served.ended and served.in_force is False):
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

    ``None`` where it is of the whole, or of none that is surely found.
    """
    places = Places(document) if document and any(one.edge.clause for one in standing.told) else None
    return [(one, places.find(one.edge.clause) if places and one.edge.clause else None) for one in standing.told]


def touches(place: str | None, address: str) -> bool:
    """Whether what was done at *place* was done to what stands at *address*: there, above or below."""
    return place is not None and (
        place == address or address.startswith(f"{place}.") or place.startswith(f"{address}.")
    )
