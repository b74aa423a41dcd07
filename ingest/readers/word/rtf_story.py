"""A story of an RTF (its body, a note, a text box) as it fills: runs, paragraphs, cells, rows."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.readers.legacy.restoring import Run
from ingest.readers.word.rows import Line, rows_as_lines


@dataclass
class Story:
    """Lines as far as they are finished, and what is still open.

    Attributes:
        later: Lines that stand after the paragraph, or the table, that is open: notes and text boxes.
        in_table: Whether the open paragraph stands in a cell.
        drawn: Of each row, whether lines are drawn around its cells.
    """

    lines: list[Line] = field(default_factory=list)
    later: list[Line] = field(default_factory=list)
    in_table: bool = False
    row_is_drawn: bool = False
    _runs: Line = field(default_factory=list)
    _cell: list[Line] = field(default_factory=list)
    _row: list[list[Line]] = field(default_factory=list)
    _rows: list[list[list[Line]]] = field(default_factory=list)
    _drawn: list[bool] = field(default_factory=list)

    def add(self, run: Run) -> None:
        """Text at the end of the open paragraph."""
        if run.text:
            self._runs.append(run)

    def end_paragraph(self) -> None:
        """The open paragraph is finished, in its cell or below any table."""
        line, self._runs = self._runs, []
        if self.in_table:
            self._cell.append(line)
            return
        self._end_table()
        self.lines.append(line)
        self._add_later()

    def end_cell(self) -> None:
        """The open cell is finished, with the paragraph in it."""
        self._cell.append(self._runs)
        self._row.append(self._cell)
        self._runs, self._cell = [], []

    def end_row(self) -> None:
        """The open row is finished."""
        self._rows.append(self._row)
        self._drawn.append(self.row_is_drawn)
        self._row = []

    def close(self) -> list[Line]:
        """Every line; what was open is finished, as in a file cut short."""
        if self.in_table and self._runs:
            self.end_cell()
        self._end_table()
        if self._runs:
            self.lines.append(self._runs)
        self._runs = []
        self._add_later()
        return self.lines

    def _end_table(self) -> None:
        if self._cell:
            self._row.append(self._cell)
            self._cell = []
        if self._row:
            self.end_row()
        if self._rows:
            self.lines.extend(rows_as_lines(self._rows, 2 * sum(self._drawn) > len(self._rows)))
            self._add_later()
        self._rows, self._drawn = [], []

    def _add_later(self) -> None:
        self.lines.extend(self.later)
        self.later = []
