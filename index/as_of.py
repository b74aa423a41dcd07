"""What counts where the library is looked at as it stood on a day.

No document issued later counts, nor anything that it does itself. What it tells of an earlier day counts: the fact was
so then, whoever told it when; but it is said to be told later. Where nobody knows the day of what is told, it counts
only if somebody had told it by then.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from index.circle import Edge, Node

TOLD_LATER = "ban hành sau ngày đang xét"
"""Of a document that tells of a day before its own issue."""


def today() -> datetime.date:
    """The day of which is told where none is asked of; tests put one of their own in its place."""
    return datetime.date.today()


def day_of(as_of: datetime.date | None) -> datetime.date:
    """The day that is told of: the one asked of, else today."""
    return as_of or today()


def came_later(node: Node | None, as_of: datetime.date | None) -> bool:
    """Whether a document was issued after the day *as_of*; what bears no day is not known to be."""
    return bool(node and as_of and node.date and node.date > as_of)


def counts(acting: Node, teller: Node | None, day: datetime.date | None, as_of: datetime.date | None) -> bool:
    """Whether what *acting* did counts on the day *as_of*.

    Args:
        teller: The document whose text says so; ``None`` where the catalogue does.
        day: From when it is said to be so, where that is known.
    """
    if came_later(acting, as_of):
        return False
    dated = day or acting.date
    return bool(dated) or not came_later(teller, as_of)


def edge_counts(edge: Edge, nodes: Mapping[str, Node], as_of: datetime.date | None) -> bool:
    """The same of a relation among *nodes*; one of which either end was issued later does not count.

    Whoever says so is looked up in *nodes*, too, where they hold that one.
    """
    if came_later(nodes[edge.target], as_of):
        return False
    return counts(nodes[edge.source], nodes.get(edge.said_in or ""), edge.since, as_of)
