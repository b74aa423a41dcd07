"""What stands printed on a page, by its place: words, lines and blocks of lines.

Lengths are in points for PDF and in pixels for images; the origin is the upper left corner, y grows downwards. A box
reaches from the top of the capitals to the foot of the letters whatever marks a letter bears, so that the boxes of one
line are alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple


class Word(NamedTuple):
    """Letters without a gap between them; ``size`` is the height of the font."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float


@dataclass(frozen=True, slots=True)
class TextLine:
    """A printed line within one column.

    Attributes:
        lead: Width of the first word: what the line above had no room for, where a paragraph goes on.
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    lead: float


def reach(lines: Sequence[TextLine]) -> float:
    """The right edge of the column of *lines*: of twenty lines, one may stick out."""
    rights = sorted(line.right for line in lines)
    return rights[-1 - len(rights) // 20]


class Shape(Enum):
    """How the lines of a block make paragraphs."""

    PROSE = "prose"  # over the whole width
    STRIP = "strip"  # prose in one of several columns
    COLUMN = "column"  # short lines side by side with other short lines: a letterhead, a signature
    ROWS = "rows"  # every line is a row of a table


@dataclass(frozen=True, slots=True)
class Block:
    """Lines one below the other, and the edges of their column."""

    lines: tuple[TextLine, ...]
    left: float
    right: float
    shape: Shape = Shape.PROSE


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """A page as blocks in reading order; ``confidence`` as in :class:`ingest.readers.reading.Page`."""

    number: int
    width: float
    height: float
    blocks: tuple[Block, ...]
    confidence: float | None = None
