"""What is done to a part of a document that no provision is named for, in words."""

from __future__ import annotations

from index.circle import Edge
from ingest.language import tr
from ingest.patterns.relation_lists import NAMED_PART
from ingest.relating.relation import REPEALS, REPLACES

_PART = "một phần"


def say_part(edge: Edge, words: str = "") -> str:
    """``"một phần: Mẫu 02"`` of what is replaced or repealed in part; empty of the whole, or where a clause is named.

    Args:
        words: Those that say so, which may name the part.
    """
    if edge.whole or edge.clause or edge.kind not in (REPLACES, REPEALS):
        return ""
    named = NAMED_PART.regex.search(words)
    return f"{tr(_PART)}: {' '.join(named[0].split())}" if named else tr(_PART)
