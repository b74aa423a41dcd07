"""Whether many documents stand: judged by what texts and catalogue say of some, or of a whole library read at once."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from index.as_of import day_of
from index.graph import ENDINGS, SERVING, Edge, Graph, Neighbourhood, Node
from index.validity import Change, Guided, Standing, begin, find_standing, lean_on
from ingest.addresses import slug
from ingest.catalog import read_catalog
from ingest.relating.relation import CARRIES_OUT, CHANGES, ENCLOSED_WITH

Day = datetime.date | None
"""Of which is told; ``None`` for today."""


class Told:
    """All that is said in a library of changes, and of what documents are there for; it is read once, in one go.

    What follows of it is worked out for each document when it is asked for.
    """

    def __init__(self, graph: Graph) -> None:
        told = graph.read_told()
        self._nodes = {node.id: node for node in told.nodes}
        self._changes = _group(edge for edge in told.edges if edge.kind in CHANGES)
        self._purposes = _find_purposes(told)
        self._alone: dict[tuple[str, Day], Standing] = {}
        self._ended: dict[Day, frozenset[str]] = {}
        self._outdated: dict[Day, frozenset[str]] = {}

    def judge(self, graph: Graph, document_ids: Collection[str], as_of: Day) -> dict[str, Standing]:
        """As :func:`judge`."""
        self._describe(graph, document_ids, as_of)
        alone = {key: self._judge_alone(key, as_of) for key in document_ids}
        doing = {key: self._purposes[key] for key, one in alone.items() if key in self._purposes and _is_silent(one)}
        others = {edge.target for some in doing.values() for edge in some}
        self._describe(graph, others, as_of)
        begins = graph.library.begins.find(alone.keys() | others)
        known = _tell_begins({key: self._judge_alone(key, as_of) for key in others}, begins)
        return _tell_begins(alone | _lean(alone, doing, self._nodes, known), begins)

    def find_cut(self) -> frozenset[str]:
        """Ids of the documents of which anybody says that a provision was ended, or will be."""
        return frozenset(
            key for key, some in self._changes.items() if any(one.kind in ENDINGS and one.clause for one in some)
        )

    def find_ended(self, graph: Graph, as_of: Day) -> frozenset[str]:
        """As :meth:`index.changes.Changes.find_ended`."""
        if as_of not in self._ended:
            enclosed = [key for key, some in self._purposes.items() if some[0].kind == ENCLOSED_WITH]
            found = self._judge_endings(as_of) | self._judge_beginnings(graph, as_of)
            found |= self.judge(graph, enclosed, as_of)
            gone = (key for key, one in found.items() if one.in_force is False and one.status != "unissued")
            self._ended[as_of] = frozenset(gone)
        return self._ended[as_of]

    def find_outdated(self, graph: Graph, as_of: Day) -> frozenset[str]:
        """As :meth:`index.changes.Changes.find_outdated`."""
        if as_of not in self._outdated:
            ended = self.find_ended(graph, as_of)
            held = {key: some for key, some in self._purposes.items() if self._nodes[key].held == "held"}
            near = [key for key, some in held.items() if all(edge.target in ended for edge in some)]
            found = self.judge(graph, near, as_of)
            self._outdated[as_of] = frozenset(key for key, one in found.items() if one.guided)
        return self._outdated[as_of]

    def _judge_endings(self, as_of: Day) -> dict[str, Standing]:
        """Id -> the standing of each document of which anybody says that it was ended, or will be."""
        ended = [key for key, some in self._changes.items() if any(_ends(one) for one in some)]
        return {key: self._judge_alone(key, as_of) for key in ended}

    def _judge_beginnings(self, graph: Graph, as_of: Day) -> dict[str, Standing]:
        """Id -> the standing of each document that by its own words or the catalogue's holds only later."""
        said = graph.library.begins.find_all()
        begins = {one.id: one.effective for one in read_catalog() if one.effective} | said
        later = [key for key, day in begins.items() if day > day_of(as_of)]
        self._describe(graph, later, as_of)
        return _tell_begins({key: self._judge_alone(key, as_of) for key in later}, said)

    def _describe(self, graph: Graph, document_ids: Iterable[str], as_of: Day) -> None:
        """Of a day it counts when each was issued, of those, too, of which nobody tells anything."""
        if as_of:
            self._nodes |= {node.id: node for node in graph.describe(set(document_ids) - self._nodes.keys())}

    def _judge_alone(self, key: str, as_of: Day) -> Standing:
        found = self._alone.get((key, as_of))
        if found is None:
            found = _judge_alone(key, self._changes.get(key, ()), self._nodes, as_of)
            self._alone[key, as_of] = found
        return found


def judge(
    graph: Graph, document_ids: Collection[str], changes: Neighbourhood, as_of: Day = None
) -> dict[str, Standing]:
    """Id -> its standing, as *changes* tell, which hold all that changes or ends one of *document_ids*."""
    alone = _judge_each(document_ids, changes, as_of)
    served = graph.find_served(frozenset(key for key, one in alone.items() if _is_silent(one)))
    doing = _find_purposes(served)
    others = {edge.target for some in doing.values() for edge in some} - alone.keys()
    begins = graph.library.begins.find(alone.keys() | others)
    known = _tell_begins(alone | _judge_each(others, graph.find_changes(others), as_of), begins)
    leaning = _lean(alone, doing, {node.id: node for node in served.nodes}, known)
    return _tell_begins(alone | leaning, begins)


def _judge_each(document_ids: Collection[str], changes: Neighbourhood, as_of: Day) -> dict[str, Standing]:
    nodes, edges = {node.id: node for node in changes.nodes}, _group(changes.edges)
    return {key: _judge_alone(key, edges.get(key, ()), nodes, as_of) for key in document_ids}


def _judge_alone(key: str, edges: Iterable[Edge], nodes: Mapping[str, Node], as_of: Day) -> Standing:
    """Of one document, by the *edges* that change it; what it serves is not looked at."""
    told = tuple(edges)
    named = dict.fromkeys([key, *(end for edge in told for end in (edge.source, edge.said_in) if end)])
    around = tuple(nodes[one] for one in named if one in nodes)
    return find_standing(key, Neighbourhood(key, around, told), as_of)


def _group(edges: Iterable[Edge]) -> dict[str, list[Edge]]:
    """By those they act on."""
    grouped: dict[str, list[Edge]] = defaultdict(list)
    for edge in edges:
        grouped[edge.target].append(edge)
    return dict(grouped)


# --- what is to come -------------------------------------------------------------------------------------------


def _ends(edge: Edge) -> bool:
    return edge.kind in ENDINGS and edge.whole and edge.clause is None


def _tell_begins(standings: dict[str, Standing], days: Mapping[str, datetime.date]) -> dict[str, Standing]:
    """*standings*, by id, with the day from which each document holds by its own words, where it says one."""
    return standings | {key: begin(one, day) for key, one in standings.items() if (day := days.get(key))}


# --- what it serves --------------------------------------------------------------------------------------------


def _find_purposes(served: Neighbourhood) -> dict[str, list[Edge]]:
    """Id -> what a document is there for: its decision, else all that it guides, else all that it is to carry out."""
    nodes, doing = {node.id: node for node in served.nodes}, dict[str, list[Edge]]()
    for edge in sorted((one for one in served.edges if one.kind in SERVING), key=lambda one: SERVING.index(one.kind)):
        if _is_for(edge, nodes) and doing.setdefault(edge.source, [edge])[0].kind == edge.kind:
            doing[edge.source].append(edge)
    return doing


def _is_for(edge: Edge, nodes: Mapping[str, Node]) -> bool:
    """Whether the acting document is there for the other: by its own title, if it is to carry it out."""
    number, title = nodes[edge.target].number, nodes[edge.source].title or ""
    return edge.kind != CARRIES_OUT or bool(number and number in title)


def _is_silent(standing: Standing) -> bool:
    """Whether nobody says that it was changed, and it was there."""
    return not standing.changes and standing.status != "unissued"


def _lean(
    standings: Mapping[str, Standing],
    doing: Mapping[str, list[Edge]],
    nodes: Mapping[str, Node],
    known: Mapping[str, Standing],
) -> dict[str, Standing]:
    """The standing of those that only serve what has ended, all of which is in *known*, or that go with a decision."""
    found = {}
    for key, some in doing.items():
        if some[0].kind == ENCLOSED_WITH:
            found[key] = _stand_with(known[some[0].target], nodes[some[0].target], nodes[key])
        elif all(_has_left(nodes[key], known[edge.target]) for edge in some):
            first = some[0]
            guided = Guided(nodes[first.target], first.kind, known[first.target].status)
            found[key] = lean_on(standings[key], guided)
    return found


def _has_left(serving: Node, served: Standing) -> bool:
    """Whether what is served has surely ended, and only after *serving* was issued: else that one looks back on it."""
    if not (served.ended and served.in_force is False):
        return False
    left = served.changes[0].known_from
    return not (serving.date and left and left <= serving.date)


def _stand_with(standing: Standing, enclosing: Node, enclosed: Node) -> Standing:
    """The standing of a text issued with the decision *enclosing*: that one's, what changes its articles left out."""
    own = f"{slug(enclosed.type or '')}."
    changes, coming = (tuple(_keep_of_enclosed(some, own)) for some in (standing.changes, standing.coming))
    kept = replace(standing, changes=changes, coming=coming, enclosing=enclosing)
    if standing.status != "amended" or changes:
        return kept
    return replace(kept, status="in_force" if standing.stands else "unknown", since=None)


def _keep_of_enclosed(changes: Iterable[Change], own: str) -> Iterator[Change]:
    """Those of the whole, and those of the text whose paths begin with *own*, as it has them itself."""
    for one in changes:
        clause = one.edge.clause
        if clause is None:
            yield one
        elif clause.startswith(own):
            yield replace(one, edge=one.edge._replace(clause=clause.removeprefix(own)))
