"""Mentions by sign: "Quy định số 102-QĐ/TW, ngày 15/11/2017"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.citing.around import (
    find_day_behind,
    find_listed_type,
    find_term_behind,
    find_type_before,
    is_behind_a_form,
)
from ingest.mentions import Citation
from ingest.numbers import parse_number, read_sign
from ingest.patterns.citations import NUMBER_WORD, TYPE_CODE
from ingest.patterns.signs import BODY_SIGN, LAW_SIGN, MARKED_SIGN, SIGN, TURNED_SIGN

_LOOK_BEHIND = 12


def find_by_sign(text: str) -> Iterator[Citation]:
    """Every sign, a pattern at a time; one may lie inside another, and of two that begin together the first is right.

    What has no code of a type in it ("12/CP") is a sign only behind a type or "số", or in a list that has them.
    """
    for pattern in (LAW_SIGN, MARKED_SIGN, SIGN, BODY_SIGN):
        for match in pattern.regex.finditer(text):
            start, kind = find_type_before(text, match.start())
            if is_behind_a_form(text, match.start()) and kind is None:
                continue
            if pattern in (MARKED_SIGN, BODY_SIGN) and kind is None:
                kind = find_listed_type(text, match.start())
                if kind is None and not _is_called_number(text, match):
                    continue
            sign = read_sign(match)
            if sign.kind == "PL" and sign.body.startswith("UBTVQH"):
                kind = "Pháp lệnh"  # alone, or in a list that begins with another type
            day, end = find_day_behind(text, match.end())
            term = find_term_behind(text, end)
            yield Citation(start, end, text[start:end], kind, str(sign), None, term, day)
    yield from _find_turned(text)


def _find_turned(text: str) -> Iterator[Citation]:
    """ "QĐ-37-TW" is 37-QĐ/TW."""
    for match in TURNED_SIGN.regex.finditer(text):
        start, kind = find_type_before(text, match.start())
        day, end = find_day_behind(text, match.end())
        number = parse_number(f"{match['ordinal']}-{match['kind']}/{match['body']}".upper())
        yield Citation(start, end, text[start:end], kind, str(number), None, find_term_behind(text, end), day)


def _is_called_number(text: str, match: re.Match[str]) -> bool:
    """Whether a code of a type stands before ("NĐ 12/CP"), or "số" before several codes: "số 2687/VPCP-KTTH"."""
    before = text[max(0, match.start() - _LOOK_BEHIND) : match.start()]
    if TYPE_CODE.regex.search(before):
        return True
    return re.search(r"[-/]", match["body"]) is not None and NUMBER_WORD.regex.search(before) is not None
