"""Tables of a DOCX: their cells, and whether lines are drawn around them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import takewhile

from ingest.readers.word.docx_package import Element, W
from ingest.readers.word.docx_styles import Styles, value
from ingest.readers.word.rows import Cell, Line, rows_as_lines

_SIDES = tuple(W + name for name in ("top", "left", "start", "bottom", "right", "end", "insideH", "insideV"))
_UNSEEN = ("nil", "none")
_OFF = ("0", "false", "off")
_MOST_SPANNED = 63  # columns, Word's own limit of a table


def table_lines(table: Element, styles: Styles, read: Callable[[Element], list[Line]]) -> list[Line]:
    """The lines of *table*, row after row; *read* gives those of a cell."""
    kept = [row for row in _children(table, "tr") if not _is_deleted(row)]
    rows = [[Cell(read(cell), _columns(cell)) for cell in _children(row, "tc")] for row in kept]
    return rows_as_lines(rows, _is_drawn(table, styles), takewhile(bool, map(_is_header, kept)))


def _columns(cell: Element) -> int:
    """How many columns *cell* reaches over."""
    spanned = value(cell, "tcPr/gridSpan") or "1"
    return min(max(int(spanned), 1), _MOST_SPANNED) if spanned.isascii() and spanned.isdecimal() else 1


def _is_header(row: Element) -> bool:
    """Whether Word prints *row* anew on every page."""
    mark = row.find(f"{W}trPr/{W}tblHeader")
    return mark is not None and mark.get(W + "val", "1") not in _OFF


def _is_drawn(table: Element, styles: Styles) -> bool:
    """Whether lines are drawn around the cells."""
    own = table.find(f"{W}tblPr/{W}tblBorders")
    of_styles = (style.find(f"{W}tblPr/{W}tblBorders") for style in styles.chain(value(table, "tblPr/tblStyle")))
    borders = own if own is not None else next((one for one in of_styles if one is not None), None)
    if borders is not None and _is_visible(borders):
        return True
    cells = [cell for row in _children(table, "tr") for cell in _children(row, "tc")]
    drawn = sum(_is_visible(borders) for cell in cells for borders in cell.findall(f"{W}tcPr/{W}tcBorders"))
    return 2 * drawn > len(cells)


def _is_visible(borders: Element) -> bool:
    return any(side.tag in _SIDES and side.get(W + "val", "none") not in _UNSEEN for side in borders)


def _children(parent: Element, name: str) -> Iterator[Element]:
    """Children of that name, through content controls and marks of revision."""
    for child in parent:
        if child.tag == W + name:
            yield child
        elif child.tag in (W + "sdt", W + "sdtContent", W + "ins", W + "customXml", W + "moveTo"):
            yield from _children(child, name)


def _is_deleted(row: Element) -> bool:
    return row.find(f"{W}trPr/{W}del") is not None
