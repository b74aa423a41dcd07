"""The day of issue and the place, and the day of a meeting that is reported."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence

from ingest.lines import Line
from ingest.patterns.head import (
    DATE_BEGUN,
    DATE_ENDED,
    PLACE_AND_BARE_DATE,
    PLACE_AND_DATE,
    SEVERAL_DAYS,
    SMALL_PLACE_AND_DATE,
)
from ingest.patterns.meetings import EVENT_DATE, MADE_ON, MEETING_WORDS
from ingest.patterns.pages import ADOPTION_WORDS
from ingest.patterns.words import ANY_DATE
from ingest.record.facts import AT_THE_END, BY_FORM, IN_HEADING, IN_TEXT, PRINTED, Fact, Piece
from ingest.record.headings import Heading

_CENTURY_TURNS = 50
_OPENING = 8
_MADE_ON_THE_SPOT = ("Biên bản", "Hợp đồng", "Bản ghi nhớ", "Bản thỏa thuận")
_PASSED = ("Luật", "Bộ luật", "Hiến pháp", "Pháp lệnh", "Nghị quyết", "Điều lệ")
_CITY = re.compile(
    r"^(?:(?:Làm|Lập|Viết|Ký)\s+tại\s+)?(?:T[PXpx](?:\s*\.|(?=\s))|Thành phố|Thị xã|Thị trấn|TT\s*\.)?\s*(?=\S)"
)


def read_date(match: re.Match[str]) -> datetime.date | None:
    """The day a match of one of the date patterns names; ``None`` for an impossible one (31/02)."""
    parts = match.groupdict()
    day, month, year = (_first(parts, part) for part in ("day", "month", "year"))
    if not (day and month and year):
        return None
    if len(year) == 2:
        year = f"{'19' if int(year) >= _CENTURY_TURNS else '20'}{year}"
    try:
        return datetime.date(int(year), int(month), int(day))
    except ValueError:
        return None


def _first(parts: Mapping[str, str | None], part: str) -> str | None:
    """*part* of the day in the way in which it is written: in figures, in words, with a short year, over dots, bare."""
    return next((found for way in ("", "l", "s", "d", "b") if (found := parts.get(f"{way}{part}"))), None)


def read_place_and_date(
    head: Sequence[Piece], tail: Sequence[Piece]
) -> tuple[Fact[str] | None, Fact[datetime.date] | None]:
    """Place and day of issue, printed in the letterhead; in papers without one beside the signature."""
    ways = (
        (_whole_days(head), PLACE_AND_DATE, PRINTED),
        (head, PLACE_AND_BARE_DATE, IN_HEADING),
        (head, SMALL_PLACE_AND_DATE, IN_HEADING),
        (tail, PLACE_AND_DATE, AT_THE_END),
        (tail, PLACE_AND_BARE_DATE, AT_THE_END),
        (head, SEVERAL_DAYS, BY_FORM),
    )
    for pieces, pattern, sure in ways:
        for piece in pieces:
            match = pattern.regex.search(piece.text)
            if match:
                return _read_place(piece, match, sure), _read_day(piece, match, sure)
    return None, None


def _whole_days(head: Sequence[Piece]) -> Iterator[Piece]:
    """*head*, each day that a narrow cell cut in two as one piece, and each in brackets without these."""
    for i, printed in enumerate(head):
        piece = _without_brackets(printed)
        below = [one for one in head[i + 1 :] if one.column == piece.column][:1]
        if below and DATE_BEGUN.regex.search(piece.text) and DATE_ENDED.regex.search(below[0].text):
            yield Piece(piece.start, below[0].end, f"{piece.text} {below[0].text}", piece.column)
        else:
            yield piece


def _without_brackets(piece: Piece) -> Piece:
    inside = piece.text.strip("() ") if piece.text.startswith("(") and piece.text.endswith(")") else piece.text
    start = piece.start + piece.text.index(inside)
    return Piece(start, start + len(inside), inside, piece.column)


def _read_day(piece: Piece, match: re.Match[str], sure: float) -> Fact[datetime.date] | None:
    day = read_date(match)
    start = match.start("when" if match["when"] else "bare")
    return Fact(day, piece.start + start, piece.end, sure) if day else None


def _read_place(piece: Piece, match: re.Match[str], sure: float) -> Fact[str] | None:
    if not match["place"]:
        return None
    start, end = piece.start + match.start("place"), piece.start + match.end("place")
    place = _CITY.sub("", match["place"])
    return Fact(place.title() if place.islower() else place, start, end, sure)


def read_heading_day(heading: Heading, start: int) -> Fact[datetime.date] | None:
    """The day beside the sign in a heading that begins at *start*."""
    match = heading.parts.get("day")
    day = read_date(match) if match else None
    return Fact(day, start + match.start("when"), start + match.end("when"), IN_HEADING) if match and day else None


def read_adoption(kind: str | None, lines: Sequence[Line]) -> Fact[datetime.date] | None:
    """The day on which an assembly passed a law or the rules of its own body: the last sentence says it."""
    if kind is not None and kind not in _PASSED:
        return None
    for line in reversed(lines):
        if passed := ADOPTION_WORDS.regex.search(line.text):
            before = list(ANY_DATE.regex.finditer(passed[0]))[-1:]
            match = next(iter([*ANY_DATE.regex.finditer(line.text, passed.end()), *before]), None)
            day = read_date(match) if match else None
            return Fact(day, line.start + match.start(), line.start + match.end(), IN_TEXT) if match and day else None
    return None


def read_day_made(kind: str | None, body: Sequence[Line]) -> Fact[datetime.date] | None:
    """The day of papers that are made where something happens, minutes and contracts: their text opens with it."""
    if kind not in _MADE_ON_THE_SPOT:
        return None
    for line in body[:_OPENING]:
        match = MADE_ON.regex.search(line.text)
        day = read_date(match) if match else None
        if match and day:
            first = ANY_DATE.regex.search(line.text)
            start = first.start() if first else match.start()
            return Fact(day, line.start + start, line.start + match.end(), IN_TEXT)
    return None


def read_event(body: Sequence[Line]) -> Fact[datetime.date] | None:
    """The day of the meeting, where the first paragraph opens with it."""
    match = EVENT_DATE.regex.search(body[0].text) if body else None
    if not match or not MEETING_WORDS.regex.search(match["rest"]):
        return None
    day = ANY_DATE.regex.search(match[0])
    value = read_date(day) if day else None
    return Fact(value, body[0].start + day.start(), body[0].start + day.end(), PRINTED) if day and value else None
