"""Mentions of other documents: by sign ("Quy định số 102-QĐ/TW") or by conference and term."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from ingest.catalog import find_record_by_name
from ingest.citation_patterns import (
    CITED_DATE,
    CITED_TERM,
    CITED_TYPE,
    CONFERENCE,
    FURTHER_TERM,
)
from ingest.head_patterns import OWN_NUMBER
from ingest.models import Citation
from ingest.numbers import read_sign
from ingest.patterns import DOCUMENT_TYPES, LAW_SIGN, SIGN
from ingest.record.dates import read_date

_LOOK_BEHIND = 40
_LOOK_AHEAD = 120
_TYPES = {name.lower(): name for name in DOCUMENT_TYPES} | {"qui định": "Quy định", "qui chế": "Quy chế"}
_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI")


def find_citations(text: str, own_number: str | None = None, head_end: int = 0) -> tuple[Citation, ...]:
    """Every mention of another document in a cleaned *text*, in order, none inside another.

    The span holds the type, the number or conference, and a date or term that follows at once.
    The document's own sign, *own_number* printed before *head_end*, is no mention.
    """
    found = sorted([*_find_by_sign(text), *_find_by_conference(text)], key=lambda c: (c.start, -c.end))
    kept: list[Citation] = []
    for citation in found:
        own = citation.number == own_number and citation.end <= head_end and _is_own_number(text, citation)
        if not own and (not kept or citation.start >= kept[-1].end):
            kept.append(citation)
    return tuple(kept)


def _is_own_number(text: str, citation: Citation) -> bool:
    line_start = text.rfind("\n", 0, citation.start) + 1
    return OWN_NUMBER.regex.search(text[line_start : citation.end]) is not None


def _find_by_sign(text: str) -> Iterator[Citation]:
    for pattern in (SIGN, LAW_SIGN):
        for match in pattern.regex.finditer(text):
            if _inside_number(text, match.start()):
                continue
            start, kind = _cited_type(text, match.start())
            number = str(read_sign(match))
            end = match.end() - len(match[0]) + len(match[0].rstrip(".&"))
            day, day_end = _cited_date(text, end)
            term = _cited_term(text, day_end)
            yield Citation(start, day_end, text[start:day_end], kind, number, None, term, day)


def _inside_number(text: str, start: int) -> bool:
    """Whether the digits before *start* belong to the same number ("26/01/2018")."""
    return start > 0 and (text[start - 1].isdigit() or text[start - 1] in "/.")


def _cited_type(text: str, sign_start: int) -> tuple[int, str | None]:
    """Where the mention begins and the type as cited; the sign's own start without one."""
    window_start = max(0, sign_start - _LOOK_BEHIND)
    match = CITED_TYPE.regex.search(text, window_start, sign_start)
    if not match or "\n" in match[0]:
        return sign_start, None
    return match.start(), _TYPES[re.sub(r"\s+", " ", match["type"].lower())]


def _cited_date(text: str, end: int) -> tuple[datetime.date | None, int]:
    match = CITED_DATE.regex.search(text[end : end + _LOOK_AHEAD])
    day = read_date(match) if match else None
    return (day, end + match.end()) if match and day else (None, end)


def _cited_term(text: str, end: int) -> str | None:
    match = CITED_TERM.regex.search(text[end : end + _LOOK_AHEAD])
    return roman_term(match["term"]) if match else None


def _find_by_conference(text: str) -> Iterator[Citation]:
    """ "Nghị quyết Trung ương 4 khóa XI và khóa XII" is two documents; the second spans "khóa XII"."""
    for match in CONFERENCE.regex.finditer(text):
        conference = int(match["n"])
        yield _conference(text, match.start(), match.end(), conference, match["term"])
        end = match.end()
        while further := FURTHER_TERM.regex.search(text[end : end + _LOOK_AHEAD]):
            start, stop = end + further.start("words"), end + further.end("words")
            yield _conference(text, start, stop, conference, further["term"] or further["roman"])
            end = stop


def _conference(text: str, start: int, end: int, conference: int, raw_term: str) -> Citation:
    term = roman_term(raw_term)
    name = f"Nghị quyết Trung ương {conference} khóa {term}"
    record = find_record_by_name(name)
    number = record.metadata.number if record else None
    return Citation(start, end, text[start:end], "Nghị quyết", number, name, term)


def roman_term(raw: str) -> str:
    """A congress term in Roman digits: "12" and "XII" are one.

    >>> roman_term("12")
    'XII'
    """
    return _ROMAN[int(raw)] if raw.isdigit() and int(raw) < len(_ROMAN) else raw.upper()
