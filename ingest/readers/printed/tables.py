"""Tables drawn with rules: their cells by pdfplumber, their words by our own reading."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from ingest.readers.printed.boxes import Block, Shape, TextLine, Word
from ingest.readers.printed.rows import gather_rows, make_line

if TYPE_CHECKING:
    from pdfplumber.pdf import PDF

Cell = tuple[float, float, float, float]
"""Left, top, right, bottom."""

CELLS_APART = " | "
_MOST_PAGES = 300  # looked at for tables in one file: the second library is slow


@dataclass(frozen=True, slots=True)
class Table:
    """Cells of each row from left to right."""

    rows: tuple[tuple[Cell, ...], ...]
    top: float
    bottom: float
    left: float
    right: float

    def holds(self, word: Word) -> bool:
        """Whether the middle of *word* lies in the table."""
        x, y = (word.left + word.right) / 2, (word.top + word.bottom) / 2
        return self.left <= x <= self.right and self.top <= y <= self.bottom

    def block(self, words: Sequence[Word]) -> Block:
        """The table with *words* in its cells, a line for each row; every word is in one cell."""
        flat = [(i, j, cell) for i, row in enumerate(self.rows) for j, cell in enumerate(row)]
        filled: dict[tuple[int, int], list[Word]] = {}
        for word in words:
            i, j, _ = min(flat, key=lambda one: _distance(one[2], word))
            filled.setdefault((i, j), []).append(word)
        lines = [
            self._row_line(row, [filled.get((i, j), []) for j in range(len(row))])
            for i, row in enumerate(self.rows)
            if any((i, j) in filled for j in range(len(row)))
        ]
        return Block(tuple(lines), self.left, self.right, Shape.ROWS)

    def _row_line(self, row: Sequence[Cell], cells: Sequence[Sequence[Word]]) -> TextLine:
        texts = [" ".join(make_line(line.words).text for line in gather_rows(cell)) for cell in cells]
        size = next(word.size for cell in cells for word in cell)
        top, bottom = min(cell[1] for cell in row), max(cell[3] for cell in row)
        return TextLine(CELLS_APART.join(texts).strip(), self.left, self.right, top, bottom, size, 0.0)


def _distance(cell: Cell, word: Word) -> float:
    """How far the middle of *word* lies outside *cell*."""
    x, y = (word.left + word.right) / 2, (word.top + word.bottom) / 2
    return max(cell[0] - x, x - cell[2], 0.0) + max(cell[1] - y, y - cell[3], 0.0)


class TableFinder:
    """Finds the tables on the pages of one PDF; opens it a second time when the first table is looked for.

    Attributes:
        passed_over: Numbers of the pages whose tables could not be found: their rows are read as plain lines.
    """

    def __init__(self, content: bytes) -> None:
        self.passed_over: list[int] = []
        self._content = content
        self._opened: PDF | None = None
        self._left = _MOST_PAGES

    def find(self, index: int) -> list[Table]:
        """The tables of the page at *index*, from top to bottom."""
        if not self._left:
            self.passed_over.append(index + 1)
            return []
        self._left -= 1
        import pdfplumber

        logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # it speaks of every fault; what is lost shows itself
        try:
            self._opened = self._opened or pdfplumber.open(BytesIO(self._content))
            page = self._opened.pages[index]
            found = [_make_table(table.rows) for table in page.find_tables()]
            page.close()
        except Exception:  # noqa: BLE001  # pdfminer raises anything on odd files: the page is then read without tables
            self.passed_over.append(index + 1)
            return []
        return sorted((table for table in found if table is not None), key=lambda table: table.top)


def _make_table(rows: Sequence[Any]) -> Table | None:
    """The table of pdfplumber's *rows*; ``None`` for a frame around text, which has one row or one column."""
    cells = tuple(tuple(cell for cell in row.cells if cell is not None) for row in rows)
    cells = tuple(row for row in cells if row)
    if len(cells) < 2 or max(map(len, cells)) < 2:
        return None
    flat = [cell for row in cells for cell in row]
    edges = (min(c[0] for c in flat), min(c[1] for c in flat), max(c[2] for c in flat), max(c[3] for c in flat))
    return Table(cells, top=edges[1], bottom=edges[3], left=edges[0], right=edges[2])
