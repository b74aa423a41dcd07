"""Whether a document stands: replaced, repealed, amended, or not that anyone says; with the words that say so."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from index.graph import Edge, Neighbourhood, Node
from ingest.catalog import find_record_by_id

Status = Literal["in_force", "replaced", "repealed", "amended", "unknown"]
_ENDS: Mapping[str, Status] = {"replaces": "replaced", "repeals": "repealed"}
_CHANGES = frozenset({"replaces", "repeals", "amends", "supplements"})


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of whether a document stands.

    Attributes:
        status: ``"in_force"`` only where the catalogue was checked for it and nothing was found; ``"unknown"`` where
            nobody says anything.
        edges: Every relation that ends or changes it, those that end it first, then the oldest first. Where they
            contradict each other all of them stand here: nothing is settled by us.
        since: From when it is so; of several ends the first.
        sure: Whether one of the edges that give the status leaves no doubt.
    """

    status: Status
    edges: tuple[Edge, ...] = ()
    since: datetime.date | None = None
    sure: bool = True


def find_standing(document_id: str, around: Neighbourhood, as_of: datetime.date | None = None) -> Standing:
    """The standing of a document of *around*, which holds its neighbours; on the day *as_of*, else as far as known."""
    nodes = {node.id: node for node in around.nodes}
    changes = [edge for edge in around.edges if edge.target == document_id and edge.kind in _CHANGES]
    dated = sorted(((_begin(edge, nodes), edge) for edge in changes), key=lambda pair: pair[0] or datetime.date.max)
    current = [(day, edge) for day, edge in dated if not (as_of and day and day > as_of)]
    ending = [(day, edge) for day, edge in current if edge.kind in _ENDS and edge.whole and edge.clause is None]
    changing = [pair for pair in current if pair not in ending]
    told = ending or changing
    if not told:
        return Standing("in_force" if _was_checked(document_id, as_of) else "unknown")
    status: Status = _ENDS[ending[0][1].kind] if ending else "amended"
    edges = tuple(edge for _, edge in (*ending, *changing))
    return Standing(status, edges, told[0][0], any(edge.sure for _, edge in told))


def _begin(edge: Edge, nodes: Mapping[str, Node]) -> datetime.date | None:
    """From when it holds: the day that is said, else the day of the acting document."""
    source = nodes.get(edge.source)
    return edge.since or (source.date if source else None)


def _was_checked(document_id: str, as_of: datetime.date | None) -> bool:
    record = find_record_by_id(document_id)
    return bool(record and record.checked and (as_of is None or as_of <= record.checked))
