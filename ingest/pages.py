"""Where the places of a file stand in the cleaned text: cleaning moves white space, so they are followed by letters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from ingest.cleaning import clean_characters
from ingest.marks import Anchor, Row, Table
from ingest.models import PageStart
from ingest.readers.reading import PAGE_BREAK, Reading
from ingest.tables import find_tables, mark_header


def locate_pages(reading: Reading, text: str) -> tuple[PageStart, ...]:
    """The numbered pages of *reading* in the *text* that cleaning made of it, in order."""
    starts: list[int] = [0]
    for page in reading.pages[:-1]:
        starts.append(starts[-1] + len(page.text) + len(PAGE_BREAK))
    numbered = [(page, at) for page, at in zip(reading.pages, starts, strict=False) if page.number is not None]
    places = _follow(reading.text, text, [at for _, at in numbered])
    return tuple(
        PageStart(page.number, start, page.confidence)
        for (page, _), (start, _) in zip(numbered, places, strict=True)
        if page.number is not None
    )


def locate_tables(reading: Reading, text: str, pages: Sequence[PageStart]) -> tuple[Table, ...]:
    """The tables that *reading* marks, in the *text* that cleaning made of it; else those that lines of cells make."""
    if not reading.tables:
        return find_tables(text, {page.start for page in pages})
    bounds = [at for table in reading.tables for row in table.rows for at in (row.start, row.end)]
    places = iter(_follow(reading.text, text, bounds))
    found = []
    for table in reading.tables:
        spans = [(row, next(places)[0], next(places)[1]) for row in table.rows]
        rows = tuple(Row(start, end, row.header) for row, start, end in spans if start < end)
        if len(rows) > 1:
            found.append(mark_header(Table(rows), text))
    return tuple(found)


def locate_anchors(reading: Reading, text: str) -> tuple[Anchor, ...]:
    """The anchors of *reading* in the *text* that cleaning made of it; one behind the last word is none."""
    places = _follow(reading.text, text, [anchor.start for anchor in reading.anchors])
    located = zip(reading.anchors, places, strict=True)
    return tuple(Anchor(anchor.name, start) for anchor, (start, _) in located if start < len(text))


def _follow(raw: str, text: str, places: Iterable[int]) -> list[tuple[int, int]]:
    """Each of *places* in *raw*, which do not go back, as the next letter of *text* and as one past the last before.

    Only white space and a few signs were dropped, so both sides are read in step, and what the text lacks is skipped.
    """
    found: list[tuple[int, int]] = []
    at, last = _skip_space(text, 0), 0
    for before, place in pairwise((0, *places)):
        for character in clean_characters(raw[before:place]):
            if not character.isspace() and at < len(text) and text[at] == character:
                last = at + 1
                at = _skip_space(text, last)
        found.append((at, last))
    return found


def _skip_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at
