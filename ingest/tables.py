"""Tables of a cleaned text: their rows, and which of them are the header that the others stand under."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import takewhile

from ingest.lines import Line, iter_lines
from ingest.marks import Row, Table
from ingest.patterns.numbering import TABLE_ROW
from ingest.patterns.tables import (
    CELL_END,
    COLUMN_NAME,
    COLUMN_NUMBER,
    COUNTING_COLUMN,
    FIGURE,
    NO_COLUMN_NAME,
    YEAR,
)

_MOST_CAPTIONS = 3
_MOST_ABOVE = 12  # rows above the header: of a sheet the letterhead and the title too
_LONGEST_NAME = 150  # characters of what names a column
_FEWEST_NUMBERED = 3

Cells = Sequence[str]


def find_tables(text: str, page_starts: Collection[int] = ()) -> tuple[Table, ...]:
    """The tables that lines of cells between bars make; one that goes on over a page is one table.

    Args:
        page_starts: First characters of the pages of *text*.
    """
    runs: list[list[Line]] = []
    before: Line | None = None
    for line in iter_lines(text):
        if TABLE_ROW.regex.search(line.text) is None:
            before = None
            continue
        turned = line.start in page_starts and before is not None and _goes_on(runs[-1], line)
        if before is None or (line.after_blank and not turned):
            runs.append([])
        runs[-1].append(line)
        before = line
    tables = (Table(tuple(Row(line.start, line.end) for line in run)) for run in runs if len(run) > 1)
    return tuple(mark_header(table, text) for table in tables)


def mark_header(table: Table, text: str) -> Table:
    """*table* of *text* with its header known as far as one can tell, and where it is printed anew."""
    said = [text[row.start : row.end] for row in table.rows]
    cells = [split_cells(row) for row in said]
    declared = sum(1 for _ in takewhile(lambda row: row.header, table.rows))
    first, last = (0, declared) if declared else _find_header(cells)
    names = {" ".join(said[i].split()) for i in range(first, last) if _count_filled(cells[i]) > 1}
    again = {i for i, row in enumerate(said) if " ".join(row.split()) in names}
    headers = {*range(first, last), *again}
    rows = tuple(replace(row, header=i in headers) for i, row in enumerate(table.rows))
    return Table(rows[first:])


def split_cells(row: str) -> list[str]:
    """The words of each cell of a row; of a row of several lines, or of what is no row, a cell is a line.

    >>> split_cells("1 | Xã A |  | 20")
    ['1', 'Xã A', '', '20']
    """
    return [" ".join(cell.split()) for line in row.split("\n") for cell in CELL_END.regex.split(line)]


def _goes_on(run: Sequence[Line], line: Line) -> bool:
    """Whether a table goes on in *line*, the first of a page: as many cells, or its first row again."""
    return line.text == run[0].text or len(split_cells(line.text)) == len(split_cells(run[-1].text))


def _find_header(rows: Sequence[Cells]) -> tuple[int, int]:
    """The first and one past the last of the rows that are captions and names of columns; none are (0, 0).

    What stands above them, as the letterhead of a sheet, is narrower by half.
    """
    for top in range(min(_MOST_ABOVE + 1, len(rows) - 1)):
        wide = _count_filled(rows[top])
        if wide < 2:
            continue
        if any(2 * _count_filled(row) > wide for row in rows[:top] if _count_filled(row) > 1):
            return 0, 0
        if _names_columns(rows[top], rows[top + 1 :]):
            break
    else:
        return 0, 0
    first, last = top, top + 1
    while first and top - first < _MOST_CAPTIONS and _count_filled(rows[first - 1]) == 1:
        first -= 1
    while last < len(rows) - 1 and (_names_below(rows[last], rows[top]) or _numbers_columns(rows[last])):
        last += 1
    return first, last


def _count_filled(cells: Cells) -> int:
    return sum(map(bool, cells))


def _names_columns(head: Cells, below: Sequence[Cells]) -> bool:
    """Whether *head* says what stands in the columns below: it counts them, it has names of columns, or in a column
    of figures it has words."""
    filled = [cell for cell in head if cell]
    if len(filled) < 2 or not all(map(_is_name, filled)):
        return False
    if any(COUNTING_COLUMN.regex.search(cell) for cell in filled):
        return True
    keys = sum(COLUMN_NAME.regex.search(row[0]) is not None for row in below)
    if len(filled) == 2 and 2 * keys >= len(below):  # a form: a name beside a value, line after line
        return False
    named = sum(COLUMN_NAME.regex.search(cell) is not None for cell in filled)
    if named >= 2 or len(filled) == len(head) >= 3:
        return True
    return named == 1 and any(_holds_figures(below, i) for i, cell in enumerate(head) if cell)


def _holds_figures(rows: Sequence[Cells], column: int) -> bool:
    cells = [row[column] for row in rows if len(row) > column and row[column]]
    return bool(cells) and 2 * sum(FIGURE.regex.search(cell) is not None for cell in cells) > len(cells)


def _names_below(row: Cells, head: Cells) -> bool:
    """Whether *row* names parts of what *head* names: below a cell that reaches over several columns."""
    filled = [cell for cell in row if cell]
    spread = len(row) > len(head) or "" in head
    return spread and not row[0] and len(filled) > 1 and all(map(_is_name, filled))


def _numbers_columns(row: Cells) -> bool:
    """Whether *row* counts the columns: letters first, if any, then one, two, three."""
    matches = [COLUMN_NUMBER.regex.search(cell) for cell in row if cell]
    counted = [match["n"] for match in matches if match]
    figures = [int(n) for n in counted if n is not None]
    letters_first = all(n is not None for n in counted[len(counted) - len(figures) :])
    whole = len(counted) == len(matches) >= _FEWEST_NUMBERED
    return whole and letters_first and figures == [*range(1, len(figures) + 1)]


def _is_name(cell: str) -> bool:
    if YEAR.regex.search(cell):
        return True
    plain = FIGURE.regex.search(cell) is None and NO_COLUMN_NAME.regex.search(cell) is None
    return plain and len(cell) <= _LONGEST_NAME and any(map(str.isalpha, cell))
