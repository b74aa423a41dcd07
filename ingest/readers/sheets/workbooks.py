"""Workbooks -> lines: a row of cells is one line, its cells parted by bars; stored values, never formulas or macros."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from ingest.errors import ReadingError
from ingest.language import fill
from ingest.readers.legacy.restoring import Run
from ingest.readers.packed import declares_types
from ingest.readers.reading import Reading
from ingest.readers.sheets.shown import show_number, show_time
from ingest.readers.word.rows import BAR, Line, MarkedLine, Marks, RowMark
from ingest.readers.written import write_lines

_STOPPED = "Trang tính {name}: dừng đọc sau {rows} hàng trống liền nhau."
_ENTITIES = "tệp khai báo thực thể XML, có thể là tệp gây hại"
_DAMAGED = "Hãy mở tệp, lưu thành tệp .xlsx mới rồi thêm lại."
_LOCKED = "Hãy mở tệp bằng mật khẩu, bỏ mật khẩu, lưu lại rồi thêm lại."
_MOST_BLANK_ROWS = 5000
_LEAST_FILLED = 0.5

Value = str | bool | int | float | datetime.datetime | datetime.date | datetime.time | datetime.timedelta | None


class Cell(NamedTuple):
    """What stands in a cell, how it is to be shown, and in which font."""

    value: Value
    form: str = "General"
    font: str | None = None


@dataclass(frozen=True)
class Sheet:
    """One sheet; its rows are read as they are asked for."""

    name: str
    hidden: bool
    rows: Iterable[Sequence[Cell]]


def read_xlsx(content: bytes, file: Path) -> Reading:
    """The rows of the sheets that are shown.

    Raises:
        ReadingError: If the workbook is damaged or none of its sheets holds anything.
    """
    import openpyxl

    try:
        if declares_types(content):
            raise ReadingError(file, _ENTITIES, "Hãy kiểm tra nguồn gốc của tệp.")
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        try:
            sheets = (_sheet_of_xlsx(sheet) for sheet in book.worksheets)
            return _write("XLSX", sheets, file)
        finally:
            book.close()
    except (ReadingError, MemoryError):
        raise
    except Exception:  # noqa: BLE001 - openpyxl lets whatever a damaged part leads to come out of it
        raise ReadingError(file, "tệp XLSX bị hỏng", _DAMAGED) from None


def read_xls(content: bytes, file: Path) -> Reading:
    """As :func:`read_xlsx`, for the workbooks of before 2007.

    Raises:
        ReadingError: If the workbook is damaged, has a password, or none of its sheets holds anything.
    """
    import xlrd

    try:
        with xlrd.open_workbook(
            file_contents=content, formatting_info=True, on_demand=True, ragged_rows=True, logfile=io.StringIO()
        ) as book:
            return _write("XLS", (_sheet_of_xls(book, i) for i in range(book.nsheets)), file)
    except (ReadingError, MemoryError):
        raise
    except Exception as error:  # noqa: BLE001 - xlrd lets whatever a damaged record leads to come out of it
        if isinstance(error, xlrd.XLRDError) and "encrypted" in str(error):
            raise ReadingError(file, "tệp có mật khẩu", _LOCKED) from None
        raise ReadingError(file, "tệp XLS bị hỏng", _DAMAGED) from None


def _write(kind: str, sheets: Iterable[Sheet], file: Path) -> Reading:
    hidden: list[str] = []
    notes: list[str] = []
    written: list[tuple[str, list[Line]]] = []
    for sheet in sheets:
        if sheet.hidden:
            hidden.append(sheet.name)
        elif rows := _lines(sheet, notes):
            written.append((sheet.name, rows))
    if hidden:
        notes.append(fill("Trang tính ẩn không được đọc: {names}.", names=", ".join(hidden)))
    if not written:
        why = fill("tệp {kind} không có trang tính nào có chữ", kind=kind)
        raise ReadingError(file, why, "Hãy kiểm tra lại tệp gốc.")
    titled = len(written) > 1
    lines: list[Line] = []
    for name, rows in written:
        lines += [*([[]] if lines else []), *([[Run(name)]] if titled else []), *rows]
    return write_lines(lines).reading(kind, notes)


def _lines(sheet: Sheet, notes: list[str]) -> list[Line]:
    """The rows of *sheet*; those between two blank ones are a table."""
    lines: list[Line] = []
    table, blank = object(), 0
    for number, row in enumerate(sheet.rows):
        cells = [_run(cell) for cell in row]
        if not any(cell.text for cell in cells):
            blank += 1
            if blank >= _MOST_BLANK_ROWS:
                notes.append(fill(_STOPPED, name=sheet.name, rows=_MOST_BLANK_ROWS))
                break
            continue
        if blank:
            table, blank = object(), 0
        lines.extend(MarkedLine(line, Marks(RowMark(table, number))) for line in _row_lines(cells))
    return lines


def _row_lines(cells: list[Run]) -> list[Line]:
    """One line of a row that is filled; of one that only places some words far apart a line each."""
    filled = [i for i, cell in enumerate(cells) if cell.text]
    within = cells[filled[0] : filled[-1] + 1]
    if len(filled) < _LEAST_FILLED * len(within):
        return [[cells[i]] for i in filled]
    return [[part for i, cell in enumerate(within) for part in ((BAR, cell) if i else (cell,))]]


def _run(cell: Cell) -> Run:
    return Run(" ".join(_show(cell).split()), cell.font)


def _show(cell: Cell) -> str:
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return show_number(value, cell.form)
    if isinstance(value, datetime.datetime | datetime.date | datetime.time | datetime.timedelta):
        return show_time(value)
    return str(value)


def _sheet_of_xlsx(sheet: Any) -> Sheet:
    sheet.reset_dimensions()  # what a file says of its size may be a million rows that are not there
    rows = ([_cell_of_xlsx(cell) for cell in row] for row in sheet.iter_rows())
    return Sheet(sheet.title, sheet.sheet_state != "visible", rows)


def _cell_of_xlsx(cell: Any) -> Cell:
    value = cell.value
    if isinstance(value, str):
        return Cell(value, font=None if value.isascii() else cell.font.name)
    return Cell(value, cell.number_format or "General") if isinstance(value, int | float) else Cell(value)


def _sheet_of_xls(book: Any, number: int) -> Sheet:
    sheet = book.sheet_by_index(number)
    rows = ([_cell_of_xls(book, cell) for cell in sheet.row(i)] for i in range(sheet.nrows))
    return Sheet(sheet.name, sheet.visibility != 0, rows)


def _cell_of_xls(book: Any, cell: Any) -> Cell:
    look = book.xf_list[cell.xf_index] if cell.xf_index is not None else None
    match cell.ctype:
        case 1:
            return Cell(cell.value, font=None if look is None else book.font_list[look.font_index].name)
        case 2:
            form = None if look is None else book.format_map.get(look.format_key)
            return Cell(cell.value, form.format_str if form else "General")
        case 3:
            return Cell(_date(cell.value, book.datemode))
        case 4:
            return Cell(bool(cell.value))
    return Cell(None)  # empty, or an error: what a formula could not reckon is no text


def _date(value: float, mode: int) -> Value:
    from xlrd.xldate import XLDateError, xldate_as_datetime

    try:
        moment: datetime.datetime = xldate_as_datetime(value, mode)
    except (XLDateError, ValueError, OverflowError):
        return value
    return moment.time() if value < 1 else moment
