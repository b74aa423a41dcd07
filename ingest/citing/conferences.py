"""Mentions by conference and term, "Nghị quyết Trung ương 4 khóa XI", and by congress, "Nghị quyết Đại hội XIII"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ingest.catalog import find_record_by_name
from ingest.citing.around import LOOK_AHEAD, read_type, roman_term
from ingest.mentions import Citation
from ingest.patterns.conferences import (
    CONFERENCE,
    CONFERENCE_WORDS,
    CONGRESS,
    FURTHER_CONFERENCE,
    FURTHER_TERM,
    SPOKEN_CONFERENCE,
    TERM_BEHIND,
)

_RESOLUTION = "Nghị quyết"
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10}


@dataclass(frozen=True, slots=True)
class _Conference:
    """The words that say which conference: ``name`` is "4", or "6 (lần 2)"."""

    start: int
    end: int
    name: str


def find_by_conference(text: str) -> Iterator[Citation]:
    """ "Nghị quyết Trung ương 4 khóa XI và khóa XII" is two documents; the second spans "khóa XII".

    Of "Nghị quyết Trung ương 4, 6 khóa XII" the term is said of both; where none is said the name has none.
    """
    for match in CONFERENCE.regex.finditer(text):
        said = str(_read_ordinal(match["n"] or match["said"] or match["which"]))
        name = f"{said} (lần {_read_ordinal(match['again'])})" if match["again"] else said
        yield from _read_list(text, read_type(match["type"]), _Conference(match.start(), match.end(), name))
    for match in SPOKEN_CONFERENCE.regex.finditer(text):
        yield from _read_list(text, _RESOLUTION, _Conference(*match.span("words"), str(int(match["n"]))))


def find_by_congress(text: str) -> Iterator[Citation]:
    """The resolution of a congress, of the whole Party or of the organisation that is named."""
    for match in CONGRESS.regex.finditer(text):
        term = roman_term(match["term"])
        of = match["of"] or match["named"]
        congress = f"Đại hội {' '.join(of.split())} lần thứ {term}" if of else f"Đại hội {term}"
        yield Citation(match.start(), match.end(), match[0], _RESOLUTION, None, f"{_RESOLUTION} {congress}", term)


def _read_list(text: str, kind: str, first: _Conference) -> Iterator[Citation]:
    """The conferences of a list, which share the term behind them, and the further terms of the last one."""
    listed, end = [first], first.end
    while further := _find_further(text, end):
        listed.append(further)
        end = further.end
    term = TERM_BEHIND.regex.search(text[end : end + LOOK_AHEAD])
    for one in listed:
        stop = end + term.end() if term and one is listed[-1] else one.end
        yield _conference(text, (one.start, stop), kind, one.name, term["term"] if term else None)
    if term:
        end += term.end()
        while other := FURTHER_TERM.regex.search(text[end : end + LOOK_AHEAD]):
            span = end + other.start("words"), end + other.end("words")
            yield _conference(text, span, kind, listed[-1].name, other["term"] or other["roman"])
            end = span[1]
        if further := _find_further(text, end):
            yield from _read_list(text, kind, further)


def _find_further(text: str, end: int) -> _Conference | None:
    match = FURTHER_CONFERENCE.regex.search(text[end : end + LOOK_AHEAD])
    if match is None:
        return None
    said = str(_read_ordinal(match["n"] or match["bare"]))
    return _Conference(end + match.start("words"), end + match.end("words"), said)


def _read_ordinal(raw: str) -> int:
    if raw.isdigit():
        return int(raw)
    if raw.isupper() and set(raw) <= _ROMAN_DIGITS.keys():
        digits = [_ROMAN_DIGITS[one] for one in raw]
        return sum(-one if one < after else one for one, after in zip(digits, [*digits[1:], 0], strict=True))
    return CONFERENCE_WORDS[" ".join(raw.lower().split())]


def _conference(text: str, span: tuple[int, int], kind: str, conference: str, raw_term: str | None) -> Citation:
    start, end = span
    term = roman_term(raw_term) if raw_term else None
    name = f"{kind} Trung ương {conference}" + (f" khóa {term}" if term else "")
    record = find_record_by_name(name) if term else None
    return Citation(start, end, text[start:end], kind, record.metadata.number if record else None, name, term)
