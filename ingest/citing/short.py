"""Mentions by a number without its sign: "Nghị quyết 18 ngày 25/10/2017", "các Quyết định số 217, 218"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.citing.around import LOOK_AHEAD, find_day_behind, find_term_behind, read_type
from ingest.mentions import Citation
from ingest.patterns.citations import CALLED_BY_DAY, FURTHER_SHORT, LISTED_SIGN, SHORT, SHORT_BODY, SHORT_YEAR


def find_short(text: str) -> Iterator[Citation]:
    """Each number of a list is a mention; year and body, which the last one says, are said of all."""
    for match in SHORT.regex.finditer(text):
        spans = [(match.start("type"), match.end())]
        numbers = [match["n"]]
        while further := FURTHER_SHORT.regex.search(text[spans[-1][1] : spans[-1][1] + LOOK_AHEAD]):
            end = spans[-1][1]
            spans.append((end + further.start("words"), end + further.end("words")))
            numbers.append(further["n"])
        if not _names_document(text, match, spans[-1][1]):
            continue
        yield from _name(text, read_type(match["type"]), numbers, spans)


def find_called_by_day(text: str) -> Iterator[Citation]:
    """ "Quy định ngày 27/12/2021 về công tác quy hoạch": no number is said."""
    for match in CALLED_BY_DAY.regex.finditer(text):
        day, _ = find_day_behind(text, match.start("said"))
        kind = read_type(match["type"])
        if day:
            name = f"{kind} ngày {day:%d/%m/%Y}"
            yield Citation(match.start(), match.end(), match[0], kind, None, name, None, day)


def _names_document(text: str, match: re.Match[str], end: int) -> bool:
    """A verb begins small ("quyết định 20 dự án") and a single digit counts things ("Quyết định 3 vấn đề").

    Args:
        end: Of the last number of its list.
    """
    behind = text[end : end + LOOK_AHEAD]
    said = match["word"] or SHORT_BODY.regex.search(behind) or LISTED_SIGN.regex.search(behind)
    return bool(said or find_day_behind(text, end)[0] or (match["type"][0].isupper() and len(match["n"]) > 1))


def _name(text: str, kind: str, numbers: list[str], spans: list[tuple[int, int]]) -> Iterator[Citation]:
    last = spans[-1][1]
    behind = text[last : last + LOOK_AHEAD]
    year, body = SHORT_YEAR.regex.search(behind), SHORT_BODY.regex.search(behind)
    day, end = find_day_behind(text, last)
    term = find_term_behind(text, end)
    spans[-1] = (spans[-1][0], last + year.end() if year and not day else end)
    said = (f" năm {year['year']}" if year else "") + (f" của {' '.join(body['body'].split())}" if body else "")
    for number, (start, stop) in zip(numbers, spans, strict=True):
        yield Citation(start, stop, text[start:stop], kind, None, f"{kind} {number}{said}", term, day)
