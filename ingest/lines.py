"""The lines of a cleaned text, each with its span."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.head_patterns import COLUMN_GAP


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the cleaned text, with its span; a paragraph is one line."""

    start: int
    end: int
    text: str
    after_blank: bool

    @property
    def columns(self) -> list[str]:
        """The texts that stand side by side: the left and the right half of a letterhead; most often one."""
        return [column for column in COLUMN_GAP.regex.split(self.text) if column]


def iter_lines(text: str) -> Iterator[Line]:
    """Every line that is not empty, in order."""
    previous_end = 0
    for match in re.finditer(r"[^\n]+", text):
        yield Line(match.start(), match.end(), match[0], match.start() - previous_end > 1)
        previous_end = match.end()
