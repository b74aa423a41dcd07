"""Mentions by a number without its sign: "Nghị quyết 18 ngày 25/10/2017", "các Quyết định số 217, 218"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.citing.around import LOOK_AHEAD, find_day_behind, find_term_behind, find_type_before, read_type
from ingest.days import describe_day
from ingest.mentions import Citation
from ingest.numbers import read_number
from ingest.patterns.citations import (
    CALLED_BY_DAY,
    COUNTED,
    FURTHER_SHORT,
    LISTED_BARE,
    LISTED_SIGN,
    NEXT_NUMBER,
    NOUN_ALONE,
    SHORT,
    SHORT_BODY,
    SHORT_END,
    SHORT_YEAR,
    YEAR_ALONE,
)


@dataclass(frozen=True, slots=True)
class _Number:
    """A bare number and the words of its mention: those of the first of a list begin with its type."""

    start: int
    end: int
    ordinal: str


def find_short(text: str) -> Iterator[Citation]:
    """Each number of a list is a mention; year and body, which the last one says, are said of all."""
    for match in SHORT.regex.finditer(text):
        group = "type" if match["type"] else "code"
        kind = match[group]
        named = match["word"] is not None or (kind[0].isupper() and NOUN_ALONE.regex.search(kind) is not None)
        if not _ends(text, match.end(), named=named):
            continue
        numbers = [_Number(match.start(group), match.end(), match["n"]), *_find_further(text, match.end())]
        if _names_document(text, match, numbers[-1].end):
            yield from _name(text, read_type(kind), numbers)


def find_listed(text: str) -> Iterator[Citation]:
    """The bare numbers that begin a list of any type whose last one bears the sign: "Kế hoạch số 51, 52-KH/TU"."""
    for match in LISTED_BARE.regex.finditer(text):
        start, kind = find_type_before(text, match.start())
        if kind:
            numbers = [_Number(start, match.end(), match["n"]), *_find_further(text, match.end())]
            yield from _name(text, kind, numbers)


def find_bare_behind(text: str, signs: Iterable[Citation]) -> Iterator[Citation]:
    """The bare numbers behind a sign that share its type and series: "Quyết định 217-QĐ/TW, 218"."""
    for sign in signs:
        number = read_number(sign.number)
        if sign.type is None or sign.date or sign.name or number is None or number.year:
            continue
        for one in _find_further(text, sign.end):
            if len(one.ordinal) == 1 or YEAR_ALONE.regex.search(one.ordinal):
                break
            words = text[one.start : one.end]
            bare = str(replace(number, ordinal=one.ordinal))
            yield replace(sign, start=one.start, end=one.end, text=words, number=bare)


def _find_further(text: str, end: int) -> Iterator[_Number]:
    """The numbers that go on with the list of the one that ends at *end*."""
    while further := FURTHER_SHORT.regex.search(text[end : end + LOOK_AHEAD]):
        start, end = (end + place for place in further.span("words"))
        if not _ends(text, end, named=False):
            return
        yield _Number(start, end, further["n"])


def _ends(text: str, end: int, *, named: bool) -> bool:
    """Whether what follows a number counts nothing: "Quyết định 20 dự án" names no document.

    Args:
        named: Whether the words before leave no doubt that it is the number of a document.
    """
    behind = text[end : end + LOOK_AHEAD]
    if named:
        return COUNTED.regex.search(behind) is None
    return SHORT_END.regex.search(behind) is not None or NEXT_NUMBER.regex.search(behind) is not None


def find_called_by_day(text: str) -> Iterator[Citation]:
    """ "Quy định ngày 27/12/2021 về công tác quy hoạch": no number is said."""
    for match in CALLED_BY_DAY.regex.finditer(text):
        day, _ = find_day_behind(text, match.start("said"))
        kind = read_type(match["type"])
        if day:
            name = f"{kind} ngày {describe_day(day)}"
            yield Citation(match.start(), match.end(), match[0], kind, None, name, None, day)


def _names_document(text: str, match: re.Match[str], end: int) -> bool:
    """A verb begins small ("quyết định 20 dự án") and a single digit counts things ("Quyết định 3 vấn đề").

    Args:
        end: Of the last number of its list.
    """
    behind = text[end : end + LOOK_AHEAD]
    said = match["word"] or match["code"] or SHORT_BODY.regex.search(behind) or LISTED_SIGN.regex.search(behind)
    if said or find_day_behind(text, end)[0]:
        return True
    kind = match["type"]
    return len(match["n"]) > 1 and (kind[0].isupper() or NOUN_ALONE.regex.search(kind) is not None)


def _name(text: str, kind: str, numbers: Sequence[_Number]) -> Iterator[Citation]:
    last = numbers[-1]
    behind = text[last.end : last.end + LOOK_AHEAD]
    year, body = SHORT_YEAR.regex.search(behind), SHORT_BODY.regex.search(behind)
    day, end = find_day_behind(text, last.end)
    term = find_term_behind(text, end)
    said = (f" năm {year['year']}" if year else "") + (f" của {' '.join(body['body'].split())}" if body else "")
    for one in numbers:
        stop = (last.end + year.end() if year and not day else end) if one is last else one.end
        yield Citation(one.start, stop, text[one.start : stop], kind, None, f"{kind} {one.ordinal}{said}", term, day)
