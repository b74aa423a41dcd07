"""The elements of a page -> lines of runs, as a browser draws them: numbers of lists, cells of tables, line ends."""

from __future__ import annotations

import re

from lxml.etree import _Element as Element

from ingest.readers.legacy.restoring import Run
from ingest.readers.web.fonts import Look, Styles, has_border, is_hidden, look_of
from ingest.readers.web.numbers import mark_of
from ingest.readers.word.rows import Cell, Line, MarkedLine, Marks, marks_of, rows_as_lines

_UNSEEN = frozenset(
    (
        *(
            "script",
            "style",
            "head",
            "noscript",
            "template",
            "iframe",
            "object",
            "embed",
            "applet",
            "svg",
            "math",
            "canvas",
        ),
        *("video", "audio", "map", "area", "input", "select", "option", "textarea", "button", "datalist", "colgroup"),
    )
)
_BLOCKS = frozenset(
    (
        *("html", "body", "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "table"),
        *(
            "caption",
            "tr",
            "td",
            "th",
            "tbody",
            "thead",
            "tfoot",
            "section",
            "article",
            "main",
            "header",
            "footer",
            "nav",
        ),
        *(
            "aside",
            "blockquote",
            "pre",
            "xmp",
            "listing",
            "center",
            "address",
            "figure",
            "figcaption",
            "form",
            "fieldset",
        ),
        *("legend", "hr", "details", "summary", "dir", "menu"),
    )
)
_GROUPS = ("thead", "tbody", "tfoot", "form")
_DEEPEST = 150  # elements within each other; below, words are taken as they come
_MOST_SPANNED = 1000
_MOST_COLUMNS = 100
_LONGEST_ANCHOR = 200
_SPACE = re.compile(r"[ \t\r\n\f]+")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def draw_lines(root: Element, styles: Styles) -> list[Line]:
    """The lines that a reader sees of *root*, each a list of runs."""
    writer = _Writer(styles)
    writer.write(root, Look(), 0)
    return writer.lines()


class _Writer:
    """Gathers lines; a cell of a table has a writer of its own."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._lines: list[Line] = []
        self._line: Line = []
        self._mark: str | None = None
        self._counts: dict[Element, int] = {}
        self._anchors: dict[str, None] = {}
        self._linked = 0
        self._within_link = False
        self._within_title = False

    def lines(self) -> list[Line]:
        """All lines so far, without the blank ones."""
        self._end_line()
        return self._lines

    def write(self, element: Element, above: Look, depth: int) -> None:
        """What is seen of *element* and all in it; not what follows it."""
        if not isinstance(element.tag, str) or element.tag in _UNSEEN or is_hidden(element, self._styles):
            return
        look = look_of(element, above, self._styles)
        if depth > _DEEPEST:
            self._add("".join(part for part in element.itertext() if isinstance(part, str)), look)
        elif element.tag == "br":
            self._end_line()
        elif element.tag == "table":
            self._end_line()
            self._name_place(element)
            self._lines.extend(self._named(self._table(element, look, depth)))
        elif element.tag == "sup" and (element.text or "").strip().isdecimal() and not len(element):
            self._add((element.text or "").strip().translate(_RAISED), look)
        else:
            self._write_children(element, look, depth)

    def _write_children(self, element: Element, look: Look, depth: int) -> None:
        block = element.tag in _BLOCKS
        if block:
            self._end_line()
        self._name_place(element)
        if element.tag == "li":
            self._mark = mark_of(element, self._styles, self._counts)
        outside = self._within_link, self._within_title
        self._within_link |= _leads_away(element)
        self._within_title |= element.tag == "h1"
        self._add(element.text, look)
        for child in element:
            self.write(child, look, depth + 1)
            self._add(child.tail, look)
        if block:
            self._end_line()
        self._within_link, self._within_title = outside
        if element.tag == "li":
            self._mark = None

    def _add(self, text: str | None, look: Look) -> None:
        if not text:
            return
        if look.pre:
            first, *others = text.replace("\r", "").split("\n")
            self._append(first, look)
            for other in others:
                self._end_line()
                self._append(other, look)
            return
        text = _SPACE.sub(" ", text)
        self._append(text.lstrip(" ") if not self._line or self._line[-1].text.endswith(" ") else text, look)

    def _append(self, text: str, look: Look) -> None:
        if text:
            self._line.append(Run(text, look.font, look.capitals))
            self._linked += count_letters(text) if self._within_link else 0

    def _end_line(self) -> None:
        text = "".join(run.text for run in self._line)
        if text.strip():
            marked = [] if self._mark is None else [Run(f"{self._mark} ")]
            line = MarkedLine((*marked, *self._line), Marks(None, (), self._linked, self._within_title))
            self._lines.extend(self._named([line]))
            self._mark = None
        self._line, self._linked = [], 0

    def _name_place(self, element: Element) -> None:
        """Links may name the line that comes, or is open."""
        names = element.get("id"), element.get("name") if element.tag == "a" else None
        self._anchors.update(dict.fromkeys(name for name in names if name and len(name) <= _LONGEST_ANCHOR))

    def _named(self, lines: list[Line]) -> list[Line]:
        """*lines*, the first of them with the anchors that wait for a line."""
        if not lines or not self._anchors:
            return lines
        own = marks_of(lines[0])
        first = MarkedLine(lines[0], own._replace(anchors=(*self._anchors, *own.anchors)))
        self._anchors = {}
        return [first, *lines[1:]]

    def _table(self, table: Element, look: Look, depth: int) -> list[Line]:
        rows = [self._row(row, look, depth) for row in _rows_of(table)]
        if any(cell.find(".//table") is not None for row in _rows_of(table) for cell in row):
            return [line for row in rows for cell in row for line in cell]  # it only places what is in it
        drawn = any(has_border(one, self._styles) for one in table.iter("table", "td", "th")) or bool(
            table.findall(".//th")
        )
        return rows_as_lines(_spread(table, rows), drawn, map(_is_header, _rows_of(table)))

    def _row(self, row: Element, look: Look, depth: int) -> list[list[Line]]:
        cells: list[list[Line]] = []
        for cell in _cells_of(row):
            inner = _Writer(self._styles)
            inner._within_link, inner._within_title = self._within_link, self._within_title
            if not cells:
                inner._name_place(row)
            inner.write(cell, look_of(row, look, self._styles), depth + 3)
            cells.append(inner.lines())
        return cells


def _rows_of(table: Element) -> list[Element]:
    found = []
    for child in table:
        if child.tag == "tr":
            found.append(child)
        elif child.tag in _GROUPS:
            found.extend(row for row in child if row.tag == "tr")
    return found


def _cells_of(row: Element) -> list[Element]:
    return [cell for cell in row if cell.tag in ("td", "th")]


def count_letters(text: str) -> int:
    """How many characters of *text* are no spaces."""
    return sum(not character.isspace() for character in text)


def _leads_away(element: Element) -> bool:
    """Whether *element* is a link to another page, or does something to this one."""
    target = element.get("href") if element.tag == "a" else None
    return target is not None and not target.startswith("#")


def _is_header(row: Element) -> bool:
    """Whether the page calls *row* one that names the columns."""
    cells, parent = _cells_of(row), row.getparent()
    return (parent is not None and parent.tag == "thead") or (
        len(cells) > 1 and all(cell.tag == "th" for cell in cells)
    )


def _spread(table: Element, rows: list[list[list[Line]]]) -> list[list[list[Line]]]:
    """*rows* with an empty cell where one from above reaches down, so that columns stay columns."""
    reaching: dict[int, int] = {}
    spread = []
    for row, cells in zip(_rows_of(table), rows, strict=True):
        out: list[list[Line]] = []
        at = 0
        for element, cell in zip(_cells_of(row), cells, strict=True):
            while reaching.get(at, 0) > 0:
                reaching[at] -= 1
                out.append([])
                at += 1
            columns = _columns(element)
            reaching.update(dict.fromkeys(range(at, at + columns), _number(element.get("rowspan")) - 1))
            out.append(Cell(cell, columns))
            at += columns
        while reaching.get(at, 0) > 0:
            reaching[at] -= 1
            out.append([])
            at += 1
        spread.append(out)
    return spread


def _columns(cell: Element) -> int:
    return min(max(_number(cell.get("colspan")), 1), _MOST_COLUMNS)


def _number(written: str | None) -> int:
    return min(int(written), _MOST_SPANNED) if written and written.isascii() and written.isdigit() else 1
