"""A table as lines: a row is one line, its cells parted by bars; a table that only places text is no table.

An office sets its letterhead, and its recipients beside the signature, in tables without lines. Such a table reads
column by column: all of the left, then all of the right.
"""

from __future__ import annotations

from collections.abc import Iterable

from ingest.readers.legacy.restoring import Run

Line = list[Run]
BAR = Run(" | ")
_SPACE = Run(" ")
_MOST_PLACED_COLUMNS = 3
_MOST_PLACED_ROWS = 8
_LONGEST_ROW = 600  # a longer one, with paragraphs in a cell, is text set side by side
_FEWEST_PARAGRAPHS = 3


def rows_as_lines(rows: Iterable[list[list[Line]]], drawn: bool) -> list[Line]:
    """The lines of a table of *rows* of cells of lines; *drawn* if lines are drawn around its cells."""
    kept = [[_written(cell) for cell in row] for row in rows]
    kept = [row for row in kept if any(row)]
    if not kept:
        return []
    if not _places_text(kept, drawn):
        return [line for row in kept for line in _row_lines(row)]
    columns = zip(*kept, strict=True) if len({len(row) for row in kept}) == 1 else kept
    return [line for column in columns for cell in column for line in cell]


def _written(lines: list[Line]) -> list[Line]:
    return [line for line in lines if "".join(run.text for run in line).strip()]


def _row_lines(cells: list[list[Line]]) -> list[Line]:
    filled = [cell for cell in cells if cell]
    length = sum(len(run.text) for cell in filled for line in cell for run in line)
    if len(cells) == 1 or (length > _LONGEST_ROW and any(len(cell) >= _FEWEST_PARAGRAPHS for cell in filled)):
        return [line for cell in filled for line in cell]
    return [_joined((_joined(cell, _SPACE) for cell in cells), BAR)]


def _joined(lines: Iterable[Line], between: Run) -> Line:
    joined: Line = []
    for i, line in enumerate(lines):
        joined.extend(([between] if i else []) + [run._replace(text=run.text.replace("\n", " ")) for run in line])
    return joined


def _places_text(rows: list[list[list[Line]]], drawn: bool) -> bool:
    """Whether a table stands only to set texts side by side."""
    columns = max(map(len, rows))
    if len(rows) == 1:
        return columns <= _MOST_PLACED_COLUMNS
    if drawn or columns > _MOST_PLACED_COLUMNS or len(rows) > _MOST_PLACED_ROWS:
        return False
    full = all(all(row) and len(row) > 1 for row in rows)
    return not (full and len(rows) > (3 if columns == 2 else 2))
