"""Mentions in a preamble by title alone: "Căn cứ Quy chế làm việc của Ban Thường vụ Tỉnh ủy khóa XVII"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from ingest.citing.around import find_day_behind, read_type, roman_term
from ingest.mentions import Citation
from ingest.patterns.bases import (
    BASIS,
    GENERAL,
    LISTED_BASIS,
    OF_A_MEETING,
    SAYS_WHICH,
    SENTENCE_OF_BODY,
    STANDS_ALONE,
    TITLED,
)
from ingest.patterns.citations import TERM
from ingest.patterns.relations import BASES_HEADING
from ingest.spelling import unify_spelling

_TERM = re.compile(TERM, re.IGNORECASE)
_LINE = re.compile(r"[^\n]+")
_LONGEST_HEADING = 100


def find_titled(text: str, named: Iterable[Citation]) -> Iterator[Citation]:
    """Each document that a preamble rests on and calls neither by a sign nor by a name that is found elsewhere.

    What its title names is a mention of its own among those *named* otherwise: the words before it are the mention,
    the whole title the name.
    """
    others = sorted(named, key=lambda one: (one.start, -one.end))
    starts = [one.start for one in others]
    for start, end in (*_find_paragraphs(text), *_find_lists(text)):
        for match in TITLED.regex.finditer(text[start:end]):
            begins, ends = (start + place for place in match.span("span"))
            first, last = bisect_left(starts, begins), bisect_left(starts, ends)
            inner = others[first] if first < last else None
            known = inner is not None and inner.start == begins
            signed = match["sign"] and inner is None
            if not (known or signed) and _is_title(match["type"], match["words"]):
                yield _name(text, match["type"], (begins, ends), inner)


def _find_paragraphs(text: str) -> Iterator[tuple[int, int]]:
    for match in BASIS.regex.finditer(text):
        if not SENTENCE_OF_BODY.regex.search(match["bases"]):
            yield match.span("bases")


def _find_lists(text: str) -> Iterator[tuple[int, int]]:
    """The lines of a list below the heading "Căn cứ"."""
    below = False
    for line in _LINE.finditer(text):
        item = LISTED_BASIS.regex.search(line[0]) if below else None
        if item:
            yield line.start() + item.end(), line.end()
        elif line[0].strip():
            below = len(line[0]) < _LONGEST_HEADING and BASES_HEADING.regex.search(line[0]) is not None


def _is_title(kind: str, words: str) -> bool:
    """Whether the *words* behind a type tell one document of its kind."""
    if GENERAL.regex.search(words):
        return False
    alone = STANDS_ALONE.regex.search(" ".join(kind.split())) and not words.startswith("của")
    return bool(alone or SAYS_WHICH.regex.search(words))


def _name(text: str, said: str, span: tuple[int, int], inner: Citation | None) -> Citation:
    """The mention at *span*, up to the *inner* one in its title; with the day that follows at once."""
    start, end = span
    if inner:
        day, stop, end = None, start + len(text[start : inner.start].rstrip()), max(end, inner.end)
    else:
        day, stop = find_day_behind(text, end)
    if day and OF_A_MEETING.regex.search(text[start:end]):
        day, end = None, stop
    name = unify_spelling(" ".join(text[start:end].split()))
    name = name[0].upper() + name[1:]
    term = _TERM.search(name)
    found = roman_term(term["term"]) if term else None
    return Citation(start, stop, text[start:stop], read_type(said), None, name, found, day)
