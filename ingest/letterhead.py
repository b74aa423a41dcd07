"""The lines of a letterhead: which can stand in one, which surely do, and what a web page prints above one."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.lines import Line
from ingest.patterns.bodies import BODY_NAME, PLACE_LINE
from ingest.patterns.head import (
    ADDRESSEES_LINE,
    BLANK_NUMBER,
    HEAD_NOTE,
    LEGAL_BASIS,
    LETTERHEAD,
    MARKS_OF_LETTERHEAD,
    OWN_NUMBER,
    PROMULGATED_BY,
    SEVERAL_DAYS,
    SUBJECT_LINE,
)
from ingest.patterns.headings import TYPE_ALONE, TYPE_AND_SOURCE, TYPE_LINE
from ingest.patterns.numbering import ARTICLE, CHAPTER, DASH, NUMBERED, PART, ROMAN
from ingest.patterns.pages import FORM_LINE
from ingest.patterns.pattern import Pattern
from ingest.patterns.sentences import FINISHED_LINE
from ingest.record.facts import iter_pieces

_LONGEST_NAME = 110
_LONGEST_NOTE = 60
_MOST_NOTES = 3
_MOST_WORDS_OF_BODY = 14
_LETTERHEAD_LINES = 16
_LINES_IN_FRONT = 12
_NO_TITLE = (PART, CHAPTER, ARTICLE, ROMAN, NUMBERED, DASH, ADDRESSEES_LINE, LEGAL_BASIS)
_NUMBERS = (OWN_NUMBER, BLANK_NUMBER)


def find_front_end(lines: Sequence[Line]) -> int:
    """Index of the first line of the letterhead where a web page prints lines of its own above it; else 0.

    Above a whole letterhead (motto or number, then the type or the addressees) no line of the paper itself stands.
    """
    anchor = next((i for i, line in enumerate(lines[:_LETTERHEAD_LINES]) if has_piece(line, LETTERHEAD, *_NUMBERS)), 0)
    start = anchor
    while start and is_letterhead(lines[start - 1]) and not TYPE_AND_SOURCE.regex.search(lines[start - 1].text):
        start -= 1
    above = lines[:start]
    if not above or start > _LINES_IN_FRONT or any(is_no_title(one.text) or _is_bare_type(one) for one in above):
        return 0
    return start if _leads_to_heading(lines, anchor) else 0


def find_tools_end(lines: Sequence[Line]) -> int:
    """Index of the type that stands in the first of *lines* or below a few tools of a web page; else 0."""
    for i, line in enumerate(lines[: _MOST_NOTES + 1]):
        if _is_bare_type(line):
            return i
        if is_letterhead(line) or not _is_note(line):
            break
    return 0


def _leads_to_heading(lines: Sequence[Line], anchor: int) -> bool:
    """Whether nothing but lines of a letterhead stands between the line *anchor* and a type or addressees."""
    for line in lines[anchor : anchor + _LETTERHEAD_LINES]:
        if _is_bare_type(line) or ADDRESSEES_LINE.regex.search(line.text):
            return True
        if not is_letterhead(line):
            return False
    return False


def is_inside_letterhead(lines: Sequence[Line], i: int) -> bool:
    """Whether line *i*, which looks like a heading, belongs to the name of a body: number and heading stand below it.

    "BAN CHỈ ĐẠO THỰC HIỆN / QUY CHẾ DÂN CHỦ / Số 08-KH/BCĐ / KẾ HOẠCH".
    """
    marked = False
    for line in lines[i + 1 : i + _LETTERHEAD_LINES]:
        if marked and TYPE_ALONE.regex.search(line.text):
            return True
        if not is_letterhead(line):
            return False
        marked = marked or has_piece(line, *_NUMBERS)
    return False


def _is_bare_type(line: Line) -> bool:
    """Whether *line* prints a type as papers do, in capitals or alone, and no number beside it."""
    if TYPE_AND_SOURCE.regex.search(line.text):
        return False
    return any(pattern.regex.search(line.text) for pattern in (TYPE_LINE, TYPE_ALONE))


def has_piece(line: Line, *patterns: Pattern) -> bool:
    """Whether a column of *line* is found by one of *patterns*."""
    return any(pattern.regex.search(piece.text) for piece in iter_pieces([line]) for pattern in patterns)


def may_precede(lines: list[Line]) -> bool:
    """Whether the last of *lines* can stand in a letterhead; a few odd lines can, beside what surely belongs to one."""
    if is_letterhead(lines[-1]):
        return True
    odd = [line for line in lines if not is_letterhead(line)]
    sure = any(_is_sure_column(piece.text) for piece in iter_pieces(lines))
    return sure and len(odd) <= _MOST_NOTES and all(_is_note(line) for line in odd)


def _is_note(line: Line) -> bool:
    """Whether what of *line* has no place in a letterhead is short and no text: a typist's mark, a name of a file."""
    if is_no_title(line.text):
        return False
    odd = [piece.text for piece in iter_pieces([line]) if not _is_letterhead_column(piece.text)]
    return all(
        len(text) <= _LONGEST_NOTE and (is_blank_form(text) or not FINISHED_LINE.regex.search(text)) for text in odd
    )


def is_blank_form(text: str) -> bool:
    """Whether *text* ends in the dots that somebody is to write over: they finish no sentence."""
    return FORM_LINE.regex.search(text) is not None


def is_sure_letterhead(line: Line) -> bool:
    """Whether all columns of *line* are what only a letterhead has: motto, number, place and day, a rule, a mark."""
    return all(_is_sure_column(piece.text) for piece in iter_pieces([line]))


def _is_sure_column(text: str) -> bool:
    return any(pattern.regex.search(text) for pattern in MARKS_OF_LETTERHEAD)


def is_letterhead(line: Line) -> bool:
    """Whether all columns of *line* can stand in a letterhead, the names of bodies too."""
    return all(_is_letterhead_column(piece.text) for piece in iter_pieces([line]))


def _is_letterhead_column(text: str) -> bool:
    if _is_sure_column(text) or (text.isupper() and len(text) < _LONGEST_NAME) or PROMULGATED_BY.regex.match(text):
        return True
    if FINISHED_LINE.regex.search(text) or len(text) > _LONGEST_NAME:
        return False
    named = BODY_NAME.regex.search(text) and len(text.split()) <= _MOST_WORDS_OF_BODY
    return bool(
        named or PLACE_LINE.regex.search(text) or HEAD_NOTE.regex.search(text) or SEVERAL_DAYS.regex.search(text)
    )


def is_no_title(text: str) -> bool:
    """Whether a number, a bullet, a legal basis or addressees begin *text*; "V/v" is no Roman five."""
    return not SUBJECT_LINE.regex.search(text) and any(pattern.regex.search(text) for pattern in _NO_TITLE)
