"""The head of a document: letterhead, type and title."""

from __future__ import annotations

from itertools import takewhile

from ingest.lines import Line
from ingest.numbering_patterns import ARTICLE, CHAPTER, DASH, NUMBERED, PART, ROMAN
from ingest.page_patterns import (
    ADDRESSEES_LINE,
    LETTERHEAD,
    NAMED_TYPE_LINE,
    OWN_NUMBER,
    PLACE_AND_DATE,
    TITLE_GOES_ON,
    TYPE_LINE,
)
from ingest.patterns import DRAWN_RULE, FINISHED_LINE
from ingest.tail import split_tail

_HEAD_LINES = 30
_LONGEST_TITLE_LINE = 400
_NO_TITLE = (PART, CHAPTER, ARTICLE, ROMAN, NUMBERED, DASH, ADDRESSEES_LINE)


def split_head(
    lines: list[Line],
) -> tuple[tuple[Line, ...], Line | None, tuple[Line, ...], list[Line]]:
    """Letterhead, type line, title lines, and the lines below."""
    for i, line in enumerate(lines[:_HEAD_LINES]):
        if TYPE_LINE.regex.search(line.text):
            letterhead = lines[:i]
            if all(_is_letterhead(above) for above in letterhead):
                end = _title_end(lines, i + 1, begun=not TYPE_LINE.regex.fullmatch(line.text))
                return tuple(letterhead), line, tuple(lines[i + 1 : end]), lines[end:]
        if not _is_letterhead(line):
            break
    if lines and NAMED_TYPE_LINE.regex.search(lines[0].text) and _is_title_line(lines[0]):
        return (), lines[0], (lines[0],), lines[1:]
    end = _untyped_letterhead_end(lines[:_HEAD_LINES])
    return tuple(lines[:end]), None, (), lines[end:]


def _untyped_letterhead_end(lines: list[Line]) -> int:
    """Index of the first line below a letterhead without a type, as a công văn has it: its number tells it."""
    above = list(takewhile(_is_letterhead, lines))
    if not any(OWN_NUMBER.regex.search(column) for line in above for column in line.columns):
        above = list(takewhile(_is_sure_letterhead, lines))
    return max((i + 1 for i, line in enumerate(above) if _is_sure_letterhead(line)), default=0)


def _is_sure_letterhead(line: Line) -> bool:
    return all(_is_sure_column(column) for column in line.columns)


def _is_sure_column(text: str) -> bool:
    patterns = (LETTERHEAD, OWN_NUMBER, PLACE_AND_DATE, DRAWN_RULE)
    return any(pattern.regex.search(text) for pattern in patterns)


def _is_letterhead(line: Line) -> bool:
    return all(_is_sure_column(column) or (column.isupper() and len(column) < 80) for column in line.columns)


def _title_end(lines: list[Line], first: int, begun: bool) -> int:
    """Index of the first line below the title, whose lines are sought from *first* on.

    Where no text would be left below it, the title is its first line alone.
    """
    end = _last_title_line(lines, first, begun)
    return end if split_tail(lines[end:])[0] else min(end, first + (not begun))


def _last_title_line(lines: list[Line], first: int, begun: bool) -> int:
    """One past the last line that can be title; *begun* if the line of the type has words of the title."""
    for i in range(first, min(len(lines), first + 8)):
        line = lines[i]
        if DRAWN_RULE.regex.search(line.text):
            return i + 1
        if not _is_title_line(line) or (line.after_blank and i > first):
            return i
        if (begun or i > first) and not (line.text.isupper() or TITLE_GOES_ON.regex.search(line.text)):
            return i
    return min(len(lines), first + 8)


def _is_title_line(line: Line) -> bool:
    if FINISHED_LINE.regex.search(line.text) or len(line.text) > _LONGEST_TITLE_LINE:
        return False
    return not any(p.regex.search(line.text) for p in _NO_TITLE)
