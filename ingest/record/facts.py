"""A fact of the record: its value, the words it was read from, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from ingest.lines import Line
from ingest.patterns.head import COLUMN_GAP, INNER_COLUMN

Value = TypeVar("Value")

PRINTED = 0.97
"""In its place and in the usual form."""
IN_HEADING = 0.9
"""In the line of the type, as collections of laws have it."""
IN_TEXT = 0.85
"""In a sentence that says it of this document, or in the line above the legal bases."""
AT_THE_END = 0.82
"""Where the signature stands."""
BY_FORM = 0.7
"""From a code, or from how the page is laid out."""
LOOSE = 0.6
"""From a page without the form of an office's paper."""
DOUBTED = 0.5
"""Not whole, or at odds with another fact of the same record."""


@dataclass(frozen=True, slots=True)
class Fact(Generic[Value]):
    """A value and the span it was read from; confidence from 0 to 1."""

    value: Value
    start: int
    end: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line that stands in one column, with its span in the text.

    Attributes:
        column: Which of the line's columns it is, from the left.
    """

    start: int
    end: int
    text: str
    column: int = 0


def iter_pieces(lines: Iterable[Line]) -> Iterator[Piece]:
    """The columns of *lines*, from left to right, line by line; also of columns whose gap was lost."""
    for line in lines:
        begin, column = 0, 0
        cuts = sorted((*(match.span() for match in COLUMN_GAP.regex.finditer(line.text)), *_lost_gaps(line.text)))
        for start, end in (*cuts, (len(line.text), len(line.text))):
            if start >= begin:
                for piece in _cut_piece(line, begin, start, column):
                    yield piece
                    column += 1
                begin = end


def _lost_gaps(text: str) -> Iterator[tuple[int, int]]:
    for match in INNER_COLUMN.regex.finditer(text):
        yield match.span("gap" if match["gap"] else "before_place")


def _cut_piece(line: Line, start: int, end: int, column: int) -> Iterator[Piece]:
    text = line.text[start:end].strip(" \t|")
    if text:
        at = line.start + line.text.index(text, start)
        yield Piece(at, at + len(text), text, column)
