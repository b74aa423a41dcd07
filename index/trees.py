"""Trees of the graph: what a document rests on, what it carries out, and who carries it out, tier by tier."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from index.as_of import edge_counts
from index.graph import Edge, Graph, Neighbourhood, Node
from ingest.relating.relation import BASED_ON, CARRIES_OUT, GUIDES
from ingest.tiers import TIERS, Tier, find_tier

Way = Literal["basis", "upwards", "downwards"]
"""What a document rests on; what it carries out, up to the centre; who carries it out, down to the base."""
Cut = Literal["cycle", "elsewhere", "deep"]
IMPLEMENTING = (CARRIES_OUT, GUIDES, BASED_ON)
"""The stronger before the weaker."""
_DEEPEST = 40
_LAST = len(TIERS)


@dataclass(frozen=True, slots=True)
class Branch:
    """A document of a tree with what hangs on it.

    Attributes:
        tier: Of the body that issued it; ``None`` where its name and its sign do not tell.
        edges: Every statement that leads here from the branch above, the strongest first; none at the root.
        children: In the order of the text for a basis, else from the highest tier, the oldest first.
        cut: Why nothing hangs on it although something would: it stands on the way from the root (``"cycle"``), it is
            shown with its children in an earlier place (``"elsewhere"``), or the way is too long (``"deep"``).
    """

    node: Node
    tier: Tier | None
    edges: tuple[Edge, ...] = ()
    children: tuple[Branch, ...] = ()
    cut: Cut | None = None

    def walk(self) -> Iterator[Branch]:
        """The branch and all below it, from above."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Tree:
    """A tree, and how many documents that may belong to it were not looked at, as there was no room."""

    way: Way
    root: Branch
    left_out: int = 0


def read_tree(graph: Graph, document_id: str, way: Way, as_of: datetime.date | None = None) -> Tree:
    """The tree of the document of that id, held, catalogued or only cited; on the day *as_of*, else as it is now."""
    kinds = (BASED_ON,) if way == "basis" else IMPLEMENTING

    def leads(edge: Edge, nodes: Mapping[str, Node]) -> bool:
        return _LEADS[way](edge, nodes) and edge_counts(edge, nodes, as_of)

    around = graph.follow(document_id, kinds, outwards=way != "downwards", leads=leads)
    return Tree(way, grow(around, way), around.left_out)


def grow(around: Neighbourhood, way: Way) -> Branch:
    """The tree of the center of *around*, made of the relations that are there; every document hangs once."""
    nodes = {node.id: node for node in around.nodes}
    below: dict[str, dict[str, list[Edge]]] = {}
    for edge in around.edges:
        if edge.kind in IMPLEMENTING and _LEADS[way](edge, nodes):
            upper, lower = (edge.target, edge.source) if way == "downwards" else (edge.source, edge.target)
            below.setdefault(upper, {}).setdefault(lower, []).append(edge)
    sort = _by_text if way == "basis" else _by_tier
    led = {key: sort([(nodes[one], edges) for one, edges in ends.items()]) for key, ends in below.items()}
    return _Growing(led).grow(nodes[around.center], (), ())


def implements(edge: Edge, nodes: Mapping[str, Node]) -> bool:
    """Whether the acting document of *edge* implements the other: it carries it out or guides it, and is of no higher
    tier; or it rests on it and is of a lower one.
    """
    acting, other = (_rank(nodes[key]) for key in (edge.source, edge.target))
    if edge.kind == BASED_ON:
        return other < acting < _LAST
    return edge.kind in IMPLEMENTING and (acting >= other or _LAST in (acting, other))


def tier_of(node: Node) -> Tier | None:
    """The tier of the body that issued a document."""
    return find_tier(node.issuer, node.number, node.type, node.name)


def _rests(edge: Edge, _: Mapping[str, Node]) -> bool:
    return edge.kind == BASED_ON


_LEADS: Mapping[Way, Callable[[Edge, Mapping[str, Node]], bool]] = {
    "basis": _rests,
    "upwards": implements,
    "downwards": implements,
}
_Led = tuple[Node, tuple[Edge, ...]]


class _Growing:
    """Hangs every document on the first branch that leads to it, from above."""

    def __init__(self, led: Mapping[str, Sequence[_Led]]) -> None:
        self._led = led
        self._shown: set[str] = set()

    def grow(self, node: Node, edges: tuple[Edge, ...], way: tuple[str, ...]) -> Branch:
        led = self._led.get(node.id, ())
        cut = self._find_cut(node.id, way) if led else None
        if cut is None:
            self._shown.add(node.id)
        below = (*way, node.id)
        children = () if cut else tuple(self.grow(one, own, below) for one, own in led)
        return Branch(node, tier_of(node), edges, children, cut)

    def _find_cut(self, key: str, way: tuple[str, ...]) -> Cut | None:
        if key in way:
            return "cycle"
        if key in self._shown:
            return "elsewhere"
        return "deep" if len(way) >= _DEEPEST else None


def _by_text(led: Sequence[tuple[Node, list[Edge]]]) -> list[_Led]:
    """As a text names them: first what it says itself, in its order."""
    ordered = ((node, _strongest_first(edges)) for node, edges in led)
    return sorted(ordered, key=lambda one: (one[1][0].said_in != one[1][0].source, one[1][0].start, one[0].id))


def _by_tier(led: Sequence[tuple[Node, list[Edge]]]) -> list[_Led]:
    """From the highest tier, the oldest first: what is between two documents hangs between them."""
    ordered = ((node, _strongest_first(edges)) for node, edges in led)
    return sorted(ordered, key=lambda one: (_rank(one[0]), one[0].date or datetime.date.max, one[0].id))


def _strongest_first(edges: Sequence[Edge]) -> tuple[Edge, ...]:
    return tuple(sorted(edges, key=lambda one: (IMPLEMENTING.index(one.kind), not one.sure, one.start)))


def _rank(node: Node) -> int:
    """0 is the centre; what is of unknown tier comes last."""
    tier = tier_of(node)
    return TIERS.index(tier) if tier else _LAST
