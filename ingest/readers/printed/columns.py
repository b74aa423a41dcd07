"""Rows -> blocks in reading order: columns that stand side by side are read one after the other.

Rows that share a white gap from top to bottom make a band. A band of two columns is a letterhead, a signature or a
text in two columns: its left column is read first. More columns are a table without rules: it is read row by row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from statistics import median

from ingest.patterns.head import ADDRESSEES_LINE
from ingest.patterns.headings import TYPE_LINE
from ingest.patterns.numbering import NUMBERING
from ingest.readers.printed.boxes import Block, Shape, TextLine, reach
from ingest.readers.printed.rows import NARROWEST_GAP, Gap, Row, cut_row, is_wide, make_line

_ROWS_THAT_PROVE = 4  # so many rows of text with a narrow gap at one place are two columns
_NEAR = 1.3  # of the font's height between two lines of one column
_LINES_OF_PROSE = 6
_FULL_LINES = 0.5
COLUMNS_APART = "   "
"""Between the columns of a row that stands alone, as ``COLUMN_GAP`` expects."""


@dataclass(slots=True)
class _Band:
    """Consecutive rows with one white gap, so far."""

    rows: list[Row] = field(default_factory=list)
    gap: Gap = (0.0, float("inf"))
    parted: int = 0
    sure: bool = False

    def admit(self, row: Row) -> bool:
        """Take *row* in, if the gap goes on through it; addressees begin anew below a letterhead."""
        if self.rows and ADDRESSEES_LINE.regex.search(make_line(row.words).text):
            return False
        shared = [(_shared(self.gap, gap), gap) for gap in row.spaces]
        fitting = [(gap, own) for gap, own in shared if gap[1] - gap[0] >= NARROWEST_GAP * row.size]
        if fitting:
            gap, own = max(fitting, key=lambda pair: pair[0][1] - pair[0][0])
            if own not in row.gaps and self._stands_apart(row):
                return False
            self.gap = gap
            self.parted += own in row.gaps
            self.sure = self.sure or is_wide(own, row)
        elif self.rows and row.right <= self.gap[1] - NARROWEST_GAP * row.size and self._stands_below(row, left=True):
            self.gap = max(self.gap[0], row.right), self.gap[1]
        elif self.rows and row.left >= self.gap[0] + NARROWEST_GAP * row.size and self._stands_below(row, left=False):
            self.gap = self.gap[0], min(self.gap[1], row.left)
        else:
            return False
        self.rows.append(row)
        return True

    def _stands_apart(self, row: Row) -> bool:
        """Whether more than the space between lines is above *row*: a paragraph begins, and its spaces may be wide."""
        return bool(self.rows) and row.top - self.rows[-1].bottom > _NEAR * row.size

    def _stands_below(self, row: Row, left: bool) -> bool:
        """Whether *row*, which has no gap, is set as the left or the right column is, close below it."""
        if self._stands_apart(row) or TYPE_LINE.regex.search(make_line(row.words).text):
            return False
        place = (self.gap[0] + self.gap[1]) / 2
        column = [one for above in self.rows for one in above.words if (one.left < place) == left]
        start, end = min(one.left for one in column), max(one.right for one in column)
        inside = start - row.size <= row.left and row.right <= end + row.size
        centred = abs((row.left + row.right) - (start + end)) < 3 * row.size
        return inside or centred or abs(row.left - start) < row.size

    @property
    def is_real(self) -> bool:
        """Whether the gap parts columns and is no chance of wide spaces."""
        return self.sure or self.parted >= _ROWS_THAT_PROVE


def _shared(one: Gap, other: Gap) -> Gap:
    return max(one[0], other[0]), min(one[1], other[1])


def order_blocks(rows: Sequence[Row]) -> list[Block]:
    """Blocks that hold every word of *rows* once, in the order a person reads them."""
    blocks: list[Block] = []
    for alone, run in groupby(_iter_bands(rows), lambda one: isinstance(one, Row)):
        if alone:
            lines = [make_line(row.words) for row in run if isinstance(row, Row)]
            blocks.append(_make_block(lines, Shape.PROSE))
        else:
            blocks.extend(block for band in run if isinstance(band, _Band) for block in _read_band(band))
    return blocks


def _iter_bands(rows: Sequence[Row]) -> Iterator[Row | _Band]:
    i = 0
    while i < len(rows):
        band = _grow_band(rows, i)
        if band is None:
            yield rows[i]
            i += 1
        else:
            yield band
            i += len(band.rows)


def _grow_band(rows: Sequence[Row], start: int) -> _Band | None:
    """The band that begins at *start*; a right column may begin a few lines above the left one."""
    first = next((i for i in range(start, min(start + 4, len(rows))) if rows[i].spaces), None)
    if first is None or _is_marker_and_text(rows[first]):
        return None
    grown = [_grow_from(rows, start, first, space) for space in rows[first].spaces]
    real = [band for band in grown if band.is_real and len(band.rows) > first - start]
    return max(real, key=lambda band: len(band.rows), default=None)


def _grow_from(rows: Sequence[Row], start: int, first: int, space: Gap) -> _Band:
    """The band whose gap is *space* in the row *first*; rows above it must stand in the right column."""
    above = rows[start:first]
    band = _Band(list(above), (space[0], min((row.left for row in above), default=space[1])))
    if band.gap[1] - band.gap[0] < NARROWEST_GAP * rows[first].size or any(row.right < space[1] for row in above):
        return _Band()
    for row in rows[first:]:
        if not band.admit(row):
            break
    return band


def _is_marker_and_text(row: Row) -> bool:
    """Whether the only gap of *row* stands behind its numbering: "1-      Tổ chức"."""
    if len(row.gaps) != 1:
        return False
    head = " ".join(word.text for word in row.words if word.right <= row.gaps[0][0] + 0.01)
    return len(head) <= 2 or any(
        (match := pattern.regex.match(f"{head} x")) and match.end() > len(head) for pattern in NUMBERING
    )


def _read_band(band: _Band) -> list[Block]:
    if len(band.rows) == 1 or _is_table(band.rows):
        lines = [_write_row(row) for row in band.rows]
        return [_make_block(lines, Shape.ROWS)]
    place = (band.gap[0] + band.gap[1]) / 2
    parts = [cut_row(row, [place]) for row in band.rows]
    left = [make_line(part) for cut in parts for part in cut if part[0].left < place]
    right = [make_line(part) for cut in parts for part in cut if part[0].left >= place]
    return [_make_block(lines, _shape(lines)) for lines in (left, right) if lines]


def _is_table(rows: Sequence[Row]) -> bool:
    """Three columns or more in most rows, or a column of figures beside one of words."""
    wide = [sum(is_wide(gap, row) for gap in row.gaps) for row in rows]
    if len(rows) > 2 and sum(count >= 2 for count in wide) * 2 > len(rows):
        return True
    last = [cut_row(row, [row.gaps[-1][1] - 0.01])[-1] for row in rows if row.gaps]
    figures = sum(all(_is_figure(word.text) for word in part) for part in last)
    return len(last) > 2 and figures * 2 > len(last)


def _is_figure(text: str) -> bool:
    return any(map(str.isdigit, text)) and not any(map(str.isalpha, text))


def _write_row(row: Row) -> TextLine:
    wide = [gap[1] - 0.01 for gap in row.gaps]
    lines = [make_line(part) for part in cut_row(row, wide)]
    whole = make_line(row.words)
    return TextLine(
        COLUMNS_APART.join(line.text for line in lines),
        *(whole.left, whole.right, whole.top, whole.bottom, whole.size, whole.lead),
    )


def _shape(lines: Sequence[TextLine]) -> Shape:
    """A strip of prose, if many lines reach the right edge."""
    right = max(line.right for line in lines)
    full = sum(right - line.right < 2 * line.size for line in lines)
    prose = len(lines) >= _LINES_OF_PROSE and full >= _FULL_LINES * len(lines)
    return Shape.STRIP if prose and median(len(line.text) for line in lines) > 20 else Shape.COLUMN


def _make_block(lines: Sequence[TextLine], shape: Shape) -> Block:
    return Block(tuple(lines), min(line.left for line in lines), reach(lines), shape)
