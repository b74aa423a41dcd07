"""The words around a number that belong to its mention: type before it, day and term behind it."""

from __future__ import annotations

import datetime
import re

from ingest.patterns.citations import (
    CITED_DATE,
    CITED_TERM,
    CITED_TYPE,
    CITED_TYPE_OF_BODY,
    CITED_TYPE_OF_SEVERAL,
    CITED_TYPES,
    ENGLISH_DATE,
    ENGLISH_TYPES,
    LISTED_BEFORE,
    NO_DOCUMENT,
    NUMBER_WORD,
    TYPE_CODES,
)
from ingest.record.dates import read_date

LOOK_AHEAD = 120
_LOOK_BEHIND = 90
_LONGEST_TYPE = 45  # with "số" and the white space of a bad copy
_TYPES = {name.lower(): name for name in CITED_TYPES} | {"qui định": "Quy định", "qui chế": "Quy chế"}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI")


def read_type(words: str) -> str:
    """The type as we write it: "quy  định" and "Qui định" are "Quy định", "NQ" is "Nghị quyết"."""
    return TYPE_CODES.get(words) or ENGLISH_TYPES.get(words) or _TYPES[" ".join(words.lower().split())]


def find_type_before(text: str, number_start: int) -> tuple[int, str | None]:
    """Where the mention begins and the type as cited; the number's own start without one."""
    further = CITED_TYPE_OF_BODY, CITED_TYPE_OF_SEVERAL
    for pattern, reach in ((CITED_TYPE, _LONGEST_TYPE), *((pattern, _LOOK_BEHIND) for pattern in further)):
        if pattern is CITED_TYPE_OF_BODY and not NUMBER_WORD.regex.search(text, max(0, number_start - 8), number_start):
            continue
        match = pattern.regex.search(text, max(0, number_start - reach), number_start)
        if match and "\n" not in match[0]:
            return match.start("type"), read_type(match["type"])
    return number_start, None


def find_listed_type(text: str, number_start: int) -> str | None:
    """The type that the first of a list names for all of it; ``None`` where no list stands before."""
    match = LISTED_BEFORE.regex.search(text, max(0, number_start - _LOOK_BEHIND), number_start)
    return read_type(match["type"]) if match else None


def is_behind_a_form(text: str, number_start: int) -> bool:
    """Whether the words before say that the number is a form's, a journal's, an account's."""
    return NO_DOCUMENT.regex.search(text, max(0, number_start - _LOOK_BEHIND), number_start) is not None


def find_day_behind(text: str, end: int) -> tuple[datetime.date | None, int]:
    """The day of issue that follows at once and where it ends; ``None`` and *end* without one."""
    match = CITED_DATE.regex.search(text[end : end + LOOK_AHEAD])
    day = read_date(match) if match else None
    if match is None and (match := ENGLISH_DATE.regex.search(text[end : end + LOOK_AHEAD])):
        day = _read_english_date(match)
    return (day, end + match.end()) if match and day else (None, end)


def _read_english_date(match: re.Match[str]) -> datetime.date | None:
    month = (match["month"] or match["then"]).lower()[:3]
    if month not in _MONTHS:
        return None
    try:
        return datetime.date(int(match["year"]), _MONTHS.index(month) + 1, int(match["day"] or match["first"]))
    except ValueError:
        return None


def find_term_behind(text: str, end: int) -> str | None:
    """The term (khóa) that follows, in Roman digits."""
    match = CITED_TERM.regex.search(text[end : end + LOOK_AHEAD])
    return roman_term(match["term"]) if match else None


def roman_term(raw: str) -> str:
    """A congress term in Roman digits: "12" and "XII" are one.

    >>> roman_term("12")
    'XII'
    """
    return _ROMAN[int(raw)] if raw.isdigit() and int(raw) < len(_ROMAN) else re.sub(r"\s", "", raw).upper()
