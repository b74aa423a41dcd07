"""What people call a document in the middle of a sentence."""

from __future__ import annotations

from index.graph import Node
from ingest.models import Metadata
from ingest.records import Record


def name_briefly(one: Metadata | Node | Record) -> str:
    """By type and sign, as people call it: ``"Quy định 102-QĐ/TW"``; else by its name."""
    certain = one.metadata if isinstance(one, Record) else one
    return f"{certain.type} {certain.number}" if certain.type and certain.number else one.name
