"""Where the pages of a file begin in the cleaned text: cleaning moves white space, so pages are followed by letters."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.cleaning import clean_characters
from ingest.models import PageStart
from ingest.readers.reading import Reading


def locate_pages(reading: Reading, text: str) -> tuple[PageStart, ...]:
    """The numbered pages of *reading* in the *text* that cleaning made of it, in order.

    Only white space and a few signs were dropped, so both sides are read in step, and what the text lacks is skipped.
    """
    found: list[PageStart] = []
    at = 0
    for page in reading.pages:
        if page.number is None:
            continue
        inked = _iter_inked(page.text)
        start, at = _follow(inked, text, at)
        found.append(PageStart(page.number, start, page.confidence))
    return tuple(found)


def _iter_inked(raw: str) -> Iterator[str]:
    return (character for character in clean_characters(raw) if not character.isspace())


def _follow(inked: Iterator[str], text: str, at: int) -> tuple[int, int]:
    """First character of the page in *text*, searched from *at* on, and one past its last."""
    at = _skip_space(text, at)
    start = at
    for character in inked:
        if at < len(text) and text[at] == character:
            at = _skip_space(text, at + 1)
    return start, at


def _skip_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at
