"""A table as lines: a row is one line, its cells parted by bars; a table that only places text is no table.

An office sets its letterhead, and its recipients beside the signature, in tables without lines. Such a table reads
column by column: all of the left, then all of the right.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, repeat
from typing import NamedTuple

from ingest.readers.legacy.restoring import Run

Line = list[Run]
BAR = Run(" | ")
_SPACE = Run(" ")
_MOST_PLACED_COLUMNS = 3
_MOST_PLACED_ROWS = 8
_LONGEST_ROW = 600  # a longer one, with paragraphs in a cell, is text set side by side
_FEWEST_PARAGRAPHS = 3
_FEWEST_BESIDE = 2  # cells of several lines
_LONGEST_FIGURE = 20


class RowMark(NamedTuple):
    """Which row of which table a line is, or is a part of.

    Attributes:
        table: The same for all rows of one table, and for no other.
        number: Of the row, from 0.
        header: Whether the file calls it a header.
    """

    table: object
    number: int
    header: bool = False


class Marks(NamedTuple):
    """What a file knows of a line beside its words.

    Attributes:
        row: ``None`` outside tables.
        anchors: Names that links may use for the place.
        linked: How many of its letters lead to another page.
        title: Whether it is the title of a page.
    """

    row: RowMark | None = None
    anchors: tuple[str, ...] = ()
    linked: int = 0
    title: bool = False


class MarkedLine(Line):
    """A line with its marks."""

    def __init__(self, runs: Iterable[Run], marks: Marks) -> None:
        super().__init__(runs)
        self.marks = marks


class Cell(list[Line]):
    """The lines of a cell that reaches over *columns* of its table; one over a single column may be a plain list."""

    def __init__(self, lines: Iterable[Line], columns: int = 1) -> None:
        super().__init__(lines)
        self.columns = columns


def rows_as_lines(rows: Iterable[Sequence[list[Line]]], drawn: bool, headers: Iterable[bool] = ()) -> list[Line]:
    """The lines of a table of *rows* of cells of lines; *drawn* if lines are drawn around its cells. One with a header
    is a table in any case.

    Args:
        headers: Of the first rows, whether the file calls them headers.
    """
    marked = zip(rows, chain(headers, repeat(False)), strict=False)
    kept = [([_written(cell) for cell in row], header) for row, header in marked]
    kept = [(part, header) for row, header in kept if any(row) for part in _part_evenly(row)]
    if not kept:
        return []
    cells = [row for row, _ in kept]
    if not _places_text(cells, drawn or any(header for _, header in kept)):
        widest = max(map(len, cells))
        return _mark_rows((_row_lines(row, widest), header) for row, header in kept)
    columns = zip(*cells, strict=True) if len({len(row) for row in cells}) == 1 else cells
    return [line for column in columns for cell in column for line in cell]


def marks_of(line: Line) -> Marks:
    """The marks of *line*; most lines have none."""
    return line.marks if isinstance(line, MarkedLine) else Marks()


def _mark_rows(rows: Iterable[tuple[list[Line], bool]]) -> list[Line]:
    table = object()
    return [
        MarkedLine(line, marks_of(line)._replace(row=RowMark(table, number, header)))
        for number, (lines, header) in enumerate(rows)
        for line in lines
    ]


def _written(lines: list[Line]) -> Cell:
    columns = lines.columns if isinstance(lines, Cell) else 1
    return Cell((line for line in lines if "".join(run.text for run in line).strip()), columns)


def _part_evenly(row: list[Cell]) -> list[list[Cell]]:
    """The rows that *row* is written as, line against line: items one over the other, and beside each its figure."""
    several = [cell for cell in row if len(cell) > 1]
    beside = any(all(map(_is_figure, cell)) for cell in several)
    if len(several) < _FEWEST_BESIDE or len({len(cell) for cell in several}) > 1 or not beside:
        return [row]
    return [[Cell(cell[i : i + 1], cell.columns) for cell in row] for i in range(len(several[0]))]


def _is_figure(line: Line) -> bool:
    said = "".join(run.text for run in line).strip()
    return len(said) <= _LONGEST_FIGURE and any(map(str.isdigit, said))


def _row_lines(cells: Sequence[Cell], widest: int) -> list[Line]:
    filled = [cell for cell in cells if cell]
    length = sum(len(run.text) for cell in filled for line in cell for run in line)
    if len(cells) == 1 or (length > _LONGEST_ROW and any(len(cell) >= _FEWEST_PARAGRAPHS for cell in filled)):
        return [line for cell in filled for line in cell]
    if len(cells) < widest == sum(cell.columns for cell in cells):  # else nobody knows which columns are meant
        cells = [column for cell in cells for column in (cell, *repeat(Cell(()), cell.columns - 1))]
    return [_joined((_joined(cell, _SPACE) for cell in cells), BAR)]


def _joined(lines: Iterable[Line], between: Run) -> Line:
    joined: Line = []
    marks = Marks()
    for i, line in enumerate(lines):
        joined.extend(([between] if i else []) + [run._replace(text=run.text.replace("\n", " ")) for run in line])
        own = marks_of(line)
        marks = Marks(None, (*marks.anchors, *own.anchors), marks.linked + own.linked)
    return joined if marks == Marks() else MarkedLine(joined, marks)


def _places_text(rows: Sequence[Sequence[Cell]], drawn: bool) -> bool:
    """Whether a table stands only to set texts side by side."""
    columns = max(map(len, rows))
    if len(rows) == 1:
        return columns <= _MOST_PLACED_COLUMNS
    if drawn or columns > _MOST_PLACED_COLUMNS or len(rows) > _MOST_PLACED_ROWS:
        return False
    full = all(all(row) and len(row) > 1 for row in rows)
    return not (full and len(rows) > (3 if columns == 2 else 2))
