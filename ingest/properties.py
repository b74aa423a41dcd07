"""The table of properties that portals print above a text: where its lines are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.lines import Line
from ingest.patterns.properties import PROPERTY

FIELDS = ("number", "date", "issuer", "type", "title", "signer")
_LINES_LOOKED_AT = 30
_FEWEST = 2


def find_properties(lines: Sequence[Line]) -> Iterator[tuple[Line, re.Match[str]]]:
    """Each property among the first *lines*, with what it says."""
    matches = ((line, PROPERTY.regex.search(line.text)) for line in lines[:_LINES_LOOKED_AT])
    return ((line, match) for line, match in matches if match)


def find_properties_end(lines: Sequence[Line]) -> int:
    """Index one past the last property above the text; 0 where fewer than two, a number or a day among them, stand."""
    found = list(find_properties(lines))
    told = any(match["number"] or match["date"] for _, match in found)
    return lines.index(found[-1][0]) + 1 if told and len(found) >= _FEWEST else 0
