"""The values of the graph, and the circle of documents around one, as many as there is room for."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from operator import attrgetter
from typing import Literal, NamedTuple

from ingest.store.links import ANY, Wanted, rank_kind

Held = Literal["held", "known", "unknown"]
NEAREST = 300
"""As many documents as a person can look at, and more."""


class Node(NamedTuple):
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


class Edge(NamedTuple):
    """What one document does to another.

    Attributes:
        source: Id of the acting document; empty where it is only told that the other ended.
        target: Id of the one acted on.
        kind: Of :mod:`ingest.relating.relation`, or of the catalogue: ``"continues"``, ``"reviews"``, ``"follows"``.
        said_in: Id of the document whose text says so; ``None`` where the catalogue does.
        start: First character there of the words that say so; with *end*, 0 and 0 for the catalogue.
        clause: Path of the provision of the target, as :attr:`~ingest.mentions.Reference.path`.
        whole: Whether it is about the whole of the target.
        sure: Whether the words leave no doubt, and one document alone can be meant.
        tied: Whether the text ties the day to something whose day it does not give: nobody knows it from there.
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
    tied: bool = False


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """The documents around one, and every relation among them that was met; both in a steady order.

    Attributes:
        left_out: How many more documents were seen, for which there was no room; the nearest were taken. Of those not
            looked at any more it is only known that they speak of something of that sign or name.
    """

    center: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    left_out: int = 0


class Circle:
    """The documents met so far on the way out from one, as many as there is room for.

    Attributes:
        fringe: Those met last, from which the way goes on.
        left_out: Those that were seen, and for which there was no room.
        size: How many documents there is room for.
    """

    def __init__(self, center: str, limit: int | None, wanted: Wanted = ANY) -> None:
        self.center, self.wanted = center, wanted
        self.met = self.fringe = {center: None}
        self.edges: dict[Edge, None] = {}
        self.left_out: set[str] = set()
        self.size = sys.maxsize if limit is None else limit

    def has_room(self, edges: Iterable[Edge] = ()) -> bool:
        """Whether there is room for one document more, had those of *edges* been met."""
        ahead = {end for edge in edges for end in ends_of(edge)} - self.met.keys()
        return len(self.met) + len(ahead) < self.size

    def leads_on(self, edge: Edge) -> bool:
        """Whether it has an end in the fringe, and is wanted."""
        if self.wanted.kinds is not None and edge.kind not in self.wanted.kinds:
            return False
        from_source = self.wanted.acting is not False and edge.source in self.fringe
        return from_source or (self.wanted.acting is not True and edge.target in self.fringe)

    def widen(self, edges: Iterable[Edge]) -> None:
        """Go along *edges*: the ends there is room for are met, and are the fringe from now on."""
        led = sorted(edges, key=lambda edge: rank_kind(edge.kind))
        ahead = dict.fromkeys(end for edge in led for end in ends_of(edge) if end not in self.met)
        room = max(0, self.size - len(self.met))
        self.fringe = dict.fromkeys(list(ahead)[:room])
        self.met = self.met | self.fringe
        self.leave_out(ahead)
        self.edges |= dict.fromkeys(edge for edge in led if edge.source in self.met and edge.target in self.met)

    def leave_out(self, documents: Iterable[str]) -> None:
        """There is no room for those of *documents* that are not met."""
        self.left_out = (self.left_out | set(documents)) - self.met.keys()


_statement_of = attrgetter("source", "target", "kind", "clause", "said_in")


def ends_of(edge: Edge) -> tuple[str, str]:
    """Who acts, and on whom."""
    return edge.source, edge.target


def order(edges: Collection[Edge]) -> tuple[Edge, ...]:
    """Steady, one edge for each statement: what a text says more than once of one clause stands once."""
    first: dict[tuple[object, ...], Edge] = {}
    for edge in edges:
        key = _statement_of(edge)
        kept = first.setdefault(key, edge)
        if edge.sure and not kept.sure:
            first[key] = kept._replace(sure=True)
    return tuple(sorted(first.values(), key=attrgetter("source", "target", "kind", "start")))
