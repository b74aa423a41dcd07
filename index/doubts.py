"""What a person should check before relying on it: words that leave a doubt, a source that nobody verified."""

from __future__ import annotations

from collections.abc import Iterable

from index.circle import Edge, Node
from ingest.catalog import find_record_by_id
from ingest.days import describe_day
from ingest.describe_record import UNVERIFIED
from ingest.language import tr
from ingest.records import SURE

UNSURE = "cần kiểm tra"
"""Of what a text says: its words leave a doubt, or several documents can be meant."""


def find_doubt(edges: Iterable[Edge]) -> str:
    """What one relation, however often it is stated, leaves to be checked; empty where one statement leaves nothing."""
    edges = list(edges)
    if not edges or any(edge.sure for edge in edges):
        return ""
    return UNSURE if any(edge.said_in for edge in edges) else UNVERIFIED


def note_doubt(edges: Iterable[Edge]) -> str:
    """The same as a caution behind the relation: ``" (cần kiểm tra)"``."""
    doubt = find_doubt(edges)
    return f" ({tr(doubt)})" if doubt else ""


def find_unverified(node: Node) -> list[str]:
    """Which of its ``"number"`` and its ``"date"`` no page and no text was seen to give.

    Of what is called by its name, the day alone is told.
    """
    record = find_record_by_id(node.id) if node.held == "known" else None
    return [fact for fact in ("number", "date") if record and record.evidence_of(fact).mark not in SURE]


def note_unverified(node: Node) -> str:
    """A caution behind the name of a document that is only known second-hand: ``" (chưa kiểm chứng)"``."""
    return f" ({tr(UNVERIFIED)})" if find_unverified(node) else ""


def name_node(node: Node, name: str = "") -> str:
    """By type and sign with its day, by its name where it has no sign; and that this is not verified.

    Args:
        name: What to call it instead.
    """
    sign = f"{node.type} số {node.number}" if node.type and node.number else ""  # vi: a name
    day = tr(" ngày {day}", day=describe_day(node.date)) if node.date else ""
    return f"{name or sign or node.name}{day}{note_unverified(node)}"
