"""Excerpts as rows: for Excel with every cell as text, and as CSV that a spreadsheet does not run."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from index.exporting.gather import Excerpt
from index.exporting.words import drop_controls
from ingest.language import tr

COLUMNS = ("Số thứ tự", "Trích dẫn", "Vị trí và văn bản", "Tên văn bản", "Hiệu lực", "Ghi chú")
GOES_ON = "{number} (tiếp)"
_LONGEST = 32_000
"""Characters in a cell: Excel takes 32,767, and what is longer would be cut off without a word."""
_WIDTHS = (10, 80, 45, 50, 40, 30)
_RUNS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""
GUARD = "'"
MARK = "\ufeff"
"""By which Excel knows UTF-8."""


def tabulate(excerpts: Sequence[Excerpt]) -> Iterator[tuple[str, ...]]:
    """A row for each excerpt under ``COLUMNS``."""
    for number, one in enumerate(excerpts, start=1):
        yield str(number), one.words, one.place, one.metadata.name, one.warning, one.collected.note


def write_csv(excerpts: Sequence[Excerpt]) -> bytes:
    """UTF-8 with its mark; what a spreadsheet would run begins with an apostrophe, see :func:`count_guarded`."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(map(tr, COLUMNS))
    writer.writerows([_guard(cell) for cell in row] for row in tabulate(excerpts))
    return (MARK + written.getvalue()).encode()


def count_guarded(excerpts: Sequence[Excerpt]) -> int:
    """How many cells of the CSV got an apostrophe before their words."""
    return sum(cell.startswith(_RUNS) for row in tabulate(excerpts) for cell in row)


def _guard(cell: str) -> str:
    return GUARD + cell if cell.startswith(_RUNS) else cell


def _continue(row: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The row; words longer than a cell may be go on in the rows below, so that none of them is lost."""
    number, words, *others = row
    yield number, words[:_LONGEST], *others
    for start in range(_LONGEST, len(words), _LONGEST):
        yield tr(GOES_ON, number=number), words[start : start + _LONGEST], *("" for _ in others)


def write_xlsx(excerpts: Sequence[Excerpt]) -> bytes:
    """A workbook of one sheet; every cell is text, so that nothing is run and no number is rounded."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font

    book = Workbook()
    sheet = book.active
    sheet.title = tr("Phiếu trích dẫn")
    rows = (part for row in tabulate(excerpts) for part in _continue(row))
    for number, row in enumerate((tuple(map(tr, COLUMNS)), *rows), start=1):
        for place, words in enumerate(row, start=1):
            cell = sheet.cell(number, place)
            cell.value, cell.data_type, cell.number_format = drop_controls(words), "s", "@"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(name="Times New Roman", size=12, bold=number == 1)
    for column, width in zip("ABCDEF", _WIDTHS, strict=True):
        sheet.column_dimensions[column].width = width
    sheet.freeze_panes = "A2"
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()
