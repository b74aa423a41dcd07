"""Tables of a DOCX as lines: a row is one line, its cells parted by bars; a table that only places text is no table.

An office sets its letterhead, and its recipients beside the signature, in tables without lines. Such a table reads
column by column: all of the left, then all of the right.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ingest.readers.docx_package import Element, W
from ingest.readers.docx_styles import Styles, value
from ingest.readers.legacy import Run

Line = list[Run]
BAR = Run(" | ")
_SPACE = Run(" ")
_SIDES = tuple(W + name for name in ("top", "left", "start", "bottom", "right", "end", "insideH", "insideV"))
_UNSEEN = ("nil", "none")
_MOST_PLACED_COLUMNS = 3
_MOST_PLACED_ROWS = 8
_LONGEST_ROW = 600  # a longer one, with paragraphs in a cell, is text set side by side
_FEWEST_PARAGRAPHS = 3


def table_lines(table: Element, styles: Styles, read: Callable[[Element], list[Line]]) -> list[Line]:
    """The lines of *table*, row after row; *read* gives those of a cell."""
    rows = [[_written(read(cell)) for cell in _cells(row)] for row in _children(table, "tr") if not _is_deleted(row)]
    rows = [row for row in rows if any(row)]
    if not rows:
        return []
    if not _places_text(rows, _is_drawn(table, styles)):
        return [line for row in rows for line in _row_lines(row)]
    columns = zip(*rows, strict=True) if len({len(row) for row in rows}) == 1 else rows
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


def _is_drawn(table: Element, styles: Styles) -> bool:
    """Whether lines are drawn around the cells."""
    own = table.find(f"{W}tblPr/{W}tblBorders")
    of_styles = (style.find(f"{W}tblPr/{W}tblBorders") for style in styles.chain(value(table, "tblPr/tblStyle")))
    borders = own if own is not None else next((one for one in of_styles if one is not None), None)
    if borders is not None and _is_visible(borders):
        return True
    cells = [cell for row in _children(table, "tr") for cell in _cells(row)]
    drawn = sum(_is_visible(borders) for cell in cells for borders in cell.findall(f"{W}tcPr/{W}tcBorders"))
    return 2 * drawn > len(cells)


def _is_visible(borders: Element) -> bool:
    return any(side.tag in _SIDES and side.get(W + "val", "none") not in _UNSEEN for side in borders)


def _cells(row: Element) -> Iterator[Element]:
    """The cells of a row; one that goes on from the row above holds nothing."""
    return _children(row, "tc")


def _children(parent: Element, name: str) -> Iterator[Element]:
    """Children of that name, through content controls and marks of revision."""
    for child in parent:
        if child.tag == W + name:
            yield child
        elif child.tag in (W + "sdt", W + "sdtContent", W + "ins", W + "customXml", W + "moveTo"):
            yield from _children(child, name)


def _is_deleted(row: Element) -> bool:
    return row.find(f"{W}trPr/{W}del") is not None
