"""Pages without their running heads, running feet and page numbers.

A running head stands at one place, near the edge, on pages that follow one another; a page number counts with them.
A file of one page loses nothing, and the letterhead of a document is never a running head.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from ingest.patterns.head import LETTERHEAD, OWN_NUMBER, PLACE_AND_DATE
from ingest.patterns.headings import TYPE_LINE
from ingest.patterns.printing import PAGE_NUMBER
from ingest.patterns.signatures import POWER
from ingest.readers.printed.boxes import Block, PrintedPage, Shape, TextLine

_MARGIN = 0.13  # of the page's height: how far from the edge a running head may stand
_PLACE = 0.012  # of the page's height: how far it may move from page to page
_LIKENESS = 0.8  # of its letters: a scanner does not read it alike on every page
_NEIGHBOURS = 2  # left and right pages may bear different heads
_NEVER = (LETTERHEAD, OWN_NUMBER, PLACE_AND_DATE, TYPE_LINE, POWER)


@dataclass(frozen=True, slots=True)
class _Edge:
    """Lines of one height at the edge of a page, their distance from the top in page heights, and whether one of them
    is a row of a table."""

    lines: tuple[TextLine, ...]
    place: float
    row: bool = False

    @property
    def text(self) -> str:
        """From left to right."""
        return " ".join(line.text for line in self.lines)

    @property
    def shown_number(self) -> int | None:
        """The page number that stands alone here."""
        match = PAGE_NUMBER.regex.search(self.text)
        return int(match["n"]) if match else None


def remove_running_heads(pages: Sequence[PrintedPage]) -> list[PrintedPage]:
    """*pages* without what is repeated at their upper and lower edges."""
    edges = [(_edges(page, upper=True), _edges(page, upper=False)) for page in pages]
    offsets = _number_offsets(pages, edges)
    cleared: list[PrintedPage] = []
    for i, page in enumerate(pages):
        gone: set[int] = set()
        for side in (0, 1):
            for edge in edges[i][side]:
                if not (_is_number(edge, page, offsets) or _is_repeated(edge, i, side, edges)):
                    break
                gone.update(id(line) for line in edge.lines)
        cleared.append(_without(page, gone))
    return cleared


def _edges(page: PrintedPage, upper: bool) -> list[_Edge]:
    """Heights that are printed on within the margin, the outermost first."""
    lines = sorted((line for block in page.blocks for line in block.lines), key=lambda line: line.top)
    groups: list[list[TextLine]] = []
    for line in lines if upper else reversed(lines):
        middle = (line.top + line.bottom) / 2
        if not (middle < _MARGIN * page.height if upper else middle > (1 - _MARGIN) * page.height):
            break
        if groups and groups[-1][0].top <= middle <= groups[-1][0].bottom:
            groups[-1].append(line)
        else:
            groups.append([line])
    rows = {id(line) for block in page.blocks if block.shape is Shape.ROWS for line in block.lines}
    return [
        _Edge(
            tuple(sorted(group, key=lambda one: one.left)),
            group[0].bottom / page.height,
            any(id(line) in rows for line in group),
        )
        for group in groups
    ]


_Edges = tuple[list[_Edge], list[_Edge]]


def _number_offsets(pages: Sequence[PrintedPage], edges: Sequence[_Edges]) -> frozenset[int]:
    """Differences between the printed number and the page's own that count along: seen on two pages, or none at all."""
    if len(pages) < 2:
        return frozenset()
    seen = Counter(
        edge.shown_number - page.number
        for page, sides in zip(pages, edges, strict=True)
        for edge in (*sides[0][:3], *sides[1][:3])
        if edge.shown_number is not None
    )
    return frozenset(offset for offset, times in seen.items() if times > 1 or offset == 0)


def _is_number(edge: _Edge, page: PrintedPage, offsets: frozenset[int]) -> bool:
    return edge.shown_number is not None and edge.shown_number - page.number in offsets


def _is_repeated(edge: _Edge, i: int, side: int, edges: Sequence[_Edges]) -> bool:
    if any(pattern.regex.search(line.text) for line in edge.lines for pattern in _NEVER):
        return False
    after = i if edge.row else i + _NEIGHBOURS + 1  # the header of a table is printed once, and then anew
    near = range(max(0, i - _NEIGHBOURS), min(len(edges), after))
    return any(_alike(edge, other) for j in near if j != i for other in edges[j][side])


def _alike(one: _Edge, other: _Edge) -> bool:
    """Whether both are one head; figures inside words of a head may count on, as in "Trang 2 - Quy chế".

    Rows of a table are alike by nature: only one that is printed anew word for word is a head.
    """
    if abs(one.place - other.place) > _PLACE:
        return False
    if one.row or other.row:
        return one.text == other.text
    mine, theirs = (_without_figures(edge.text) for edge in (one, other))
    if not any(map(str.isalpha, mine)):
        return one.text == other.text
    return mine == theirs or SequenceMatcher(None, mine, theirs).ratio() >= _LIKENESS


def _without_figures(text: str) -> str:
    return "".join("#" if character.isdigit() else character for character in text.casefold())


def _without(page: PrintedPage, gone: Iterable[int]) -> PrintedPage:
    dropped = frozenset(gone)
    if not dropped:
        return page
    kept: list[Block] = []
    for block in page.blocks:
        lines = tuple(line for line in block.lines if id(line) not in dropped)
        if lines:
            left, right = min(line.left for line in lines), max(line.right for line in lines)
            kept.append(replace(block, lines=lines, left=left, right=right))
    return replace(page, blocks=tuple(kept))
