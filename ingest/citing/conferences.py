"""Mentions by conference and term: "Nghị quyết Trung ương 4 khóa XI"."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.catalog import find_record_by_name
from ingest.citing.around import LOOK_AHEAD, roman_term
from ingest.mentions import Citation
from ingest.patterns.citations import CONFERENCE, CONFERENCE_WORDS, FURTHER_TERM


def find_by_conference(text: str) -> Iterator[Citation]:
    """ "Nghị quyết Trung ương 4 khóa XI và khóa XII" is two documents; the second spans "khóa XII"."""
    for match in CONFERENCE.regex.finditer(text):
        said = str(_read_ordinal(match["n"] or match["said"] or match["word"]))
        conference = f"{said} (lần {_read_ordinal(match['again'])})" if match["again"] else said
        yield _conference(text, match.start(), match.end(), conference, match["term"])
        end = match.end()
        while further := FURTHER_TERM.regex.search(text[end : end + LOOK_AHEAD]):
            start, stop = end + further.start("words"), end + further.end("words")
            yield _conference(text, start, stop, conference, further["term"] or further["roman"])
            end = stop


def _read_ordinal(raw: str) -> int:
    return int(raw) if raw.isdigit() else CONFERENCE_WORDS[" ".join(raw.lower().split())]


def _conference(text: str, start: int, end: int, conference: str, raw_term: str) -> Citation:
    term = roman_term(raw_term)
    name = f"Nghị quyết Trung ương {conference} khóa {term}"
    record = find_record_by_name(name)
    number = record.metadata.number if record else None
    return Citation(start, end, text[start:end], "Nghị quyết", number, name, term)
