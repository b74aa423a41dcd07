"""What lies around a document in the graph: how far each document is, whether it stands, and less of it where asked."""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from index.as_of import edge_counts
from index.changes import Changes
from index.graph import Edge, Graph, Neighbourhood, Node
from index.relation_words import KINDS
from index.validity import Standing

ROOM = 2000
"""So many documents are looked at, as many as a picture shows: nobody could look through more."""
AT_FIRST = 150
"""So many are shown before anybody asks for more: those that a picture has room to name."""
FARTHEST = 3
"""So many relations away a document may be that is told of: beyond, it is hardly related any more."""
Years = tuple[int, int]
"""The first and the last year, both of them in."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The documents around one, with every relation among them.

    Attributes:
        center: Id of the document in the middle.
        hops: How many relations away the farthest may be.
        nodes: The nearest first, so the center before all others; of one distance the newest first.
        edges: Those of the center first, then as in ``KINDS``, then by their ends.
        distances: Id -> relations between it and the center.
        standings: Id -> whether it stands, as far as the whole library knows.
        left_out: How many more documents lie there, for which there was no room; the nearest were taken.
    """

    center: str
    hops: int
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    distances: Mapping[str, int]
    standings: Mapping[str, Standing]
    left_out: int = 0

    @property
    def kinds(self) -> dict[str, int]:
        """How many relations there are of each kind met, in the order of ``KINDS``."""
        found = Counter(edge.kind for edge in self.edges)
        return {kind: found[kind] for kind in KINDS if kind in found}

    @property
    def years(self) -> Years | None:
        """The first and the last year of a document; ``None`` where no day is known."""
        found = [node.date.year for node in self.nodes if node.date]
        return (min(found), max(found)) if found else None


def survey(  # noqa: PLR0913 - all but three are said by name
    graph: Graph,
    document_id: str,
    hops: int = 1,
    *,
    as_of: datetime.date | None = None,
    changes: Changes | None = None,
    room: int = ROOM,
) -> Surroundings:
    """What lies at most *hops* relations away from the document of that id; on the day *as_of*, else as it is now.

    Of the farthest only the relations that lead to nearer ones are told: what they are to each other, one more step
    shows. What ends or changes them is looked up: so whether they stand is known even where that lies outside.

    Args:
        changes: Where standings that others asked for are kept: most documents lie around the same few.
        room: How many documents are looked at, the nearest first.
    """
    known = changes or Changes()
    circle = graph.around(document_id, hops, room)
    joining = _keep(graph, circle, as_of)
    distances = _measure(document_id, joining, hops)
    standings = known.judge(graph, distances, as_of)
    near = {key for key, distance in distances.items() if distance < hops}
    edges = tuple(edge for edge in joining if edge.source in near or edge.target in near)
    return _cut_back(
        Surroundings(document_id, hops, circle.nodes, edges, {}, standings, circle.left_out), edges, distances
    )


def _keep(graph: Graph, around: Neighbourhood, as_of: datetime.date | None) -> tuple[Edge, ...]:
    """The relations that count on the day *as_of*."""
    if as_of is None:
        return around.edges
    nodes = graph.with_tellers(around.nodes, around.edges)
    return tuple(edge for edge in around.edges if edge_counts(edge, nodes, as_of))


def narrow(found: Surroundings, kinds: Collection[str], years: Years | None) -> Surroundings:
    """Only relations of these *kinds*, only documents of these *years*, and what they still join to the center.

    Documents of unknown day stay: nobody can say that they are of other years.
    """
    inside = {node.id for node in found.nodes if node.id == found.center or _is_of(node, years)}
    edges = [edge for edge in found.edges if edge.kind in kinds and {edge.source, edge.target} <= inside]
    return _cut_back(found, edges, _measure(found.center, edges, found.hops))


def limit(found: Surroundings, most_nodes: int, most_edges: int) -> Surroundings:
    """The *most_nodes* documents that are nearest, then most joined; of their relations those that lead to the center.

    What is left over of *most_edges* goes to the other relations, in their order.
    """
    joined: dict[str, int] = defaultdict(int)
    for edge in found.edges:
        joined[edge.source] += 1
        joined[edge.target] += 1
    ordered = sorted(found.nodes, key=lambda node: (found.distances[node.id], -joined[node.id]))
    kept = {node.id for node in ordered[:most_nodes]}
    inside = [edge for edge in found.edges if {edge.source, edge.target} <= kept]
    leading = _find_leading(inside, found.distances)
    edges = set([*leading, *(edge for edge in inside if edge not in leading)][:most_edges])
    return replace(
        found,
        nodes=tuple(node for node in found.nodes if node.id in kept),
        edges=tuple(edge for edge in inside if edge in edges),
    )


def _find_leading(edges: Iterable[Edge], distances: Mapping[str, int]) -> dict[Edge, None]:
    """One relation for each document that joins it to one nearer to the center, the nearest documents first."""
    first: dict[str, Edge] = {}
    for edge in edges:
        far, near = sorted((edge.source, edge.target), key=lambda end: -distances[end])
        if distances[far] > distances[near]:
            first.setdefault(far, edge)
    return dict.fromkeys(first[one] for one in sorted(first, key=lambda one: (distances[one], one)))


def _is_of(node: Node, years: Years | None) -> bool:
    return years is None or node.date is None or years[0] <= node.date.year <= years[1]


def _measure(center: str, edges: Iterable[Edge], most: int) -> dict[str, int]:
    """How many relations away each document is, those farther than *most* left out."""
    beside: dict[str, set[str]] = defaultdict(set)
    for edge in edges:
        beside[edge.source].add(edge.target)
        beside[edge.target].add(edge.source)
    distances, fringe = {center: 0}, {center}
    for hop in range(1, most + 1):
        fringe = {other for one in fringe for other in beside[one]} - distances.keys()
        distances |= dict.fromkeys(sorted(fringe), hop)
    return distances


def _cut_back(found: Surroundings, edges: Iterable[Edge], distances: Mapping[str, int]) -> Surroundings:
    """What is measured, with those of *edges* that lie within, in order."""
    near = sorted((node for node in found.nodes if node.id in distances), key=lambda node: distances[node.id])
    among = (edge for edge in edges if edge.source in distances and edge.target in distances)
    return replace(
        found,
        nodes=tuple(near),
        edges=tuple(sorted(among, key=lambda edge: _rank(edge, found.center))),
        distances=distances,
        standings={one: found.standings[one] for one in distances},
    )


def _rank(edge: Edge, center: str) -> tuple[bool, int, str, str, int]:
    return center not in (edge.source, edge.target), KINDS.index(edge.kind), edge.source, edge.target, edge.start
