"""Where the words of a document stand on a page of the file it was read from.

The words of the page and those that are printed on it are aligned, so that one that stands there twice is found where
it is meant; the running heads of the page and the foot of it find nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from ingest.cleaning import clean_characters
from ingest.models import Document
from ingest.readers.printed.boxes import Word
from ingest.readers.printed.page_picture import PagePicture
from ingest.readers.printed.rows import gather_rows

_FEWEST_FOUND = 0.5  # of the words that are looked for: below it what was found is chance
_MOST_WORDS = 4000  # of a page: a page of a newspaper has some three thousand
_WIDE_GAP = 2.0  # of the font's height: what follows is another column
_ABOVE, _BELOW, _BESIDE = 0.25, 0.1, 0.1  # of the font's height: marks over capitals, tails of letters
_WORD = re.compile(r"\w+")


class Box(NamedTuple):
    """A part of a page, its edges as shares of the width and the height, from 0 to 1; y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float


def find_page_span(document: Document, number: int) -> tuple[int, int]:
    """Where the page of that *number* begins and ends in the text; empty where it has no such page."""
    bounds = [*(page.start for page in document.pages), len(document.text)]
    found = (i for i, page in enumerate(document.pages) if page.number == number)
    return next(((bounds[i], bounds[i + 1]) for i in found), (0, 0))


def find_boxes(document: Document, span: tuple[int, int], page: PagePicture) -> tuple[Box, ...]:
    """The printed lines of ``text[start:end]`` on *page*, in order; none where most of its words are not found.

    Args:
        span: May begin on a page before, or end on one after.
    """
    start, end = find_page_span(document, page.number)
    said = list(_WORD.finditer(document.text, start, end))
    wanted = [i for i, word in enumerate(said) if word.start() < span[1] and span[0] < word.end()]
    if not wanted or max(len(said), len(page.words)) > _MOST_WORDS:
        return ()
    by_rows = [word for row in gather_rows(page.words) for word in row.words]  # in tables, words are drawn by cells
    words = [one[0].casefold() for one in said]
    found = max((_find_words(order, words, wanted) for order in (page.words, by_rows)), key=len)
    return _outline(found, page) if found and len(found) >= _FEWEST_FOUND * len(wanted) else ()


def frame(lines: Iterable[Box]) -> tuple[Box, ...]:
    """One box around *lines* that follow one another, a new one where they go on farther up, as in columns."""
    frames: list[Box] = []
    for line in lines:
        if frames and line.top >= frames[-1].top:
            last = frames[-1]
            edges = min(last.left, line.left), max(last.right, line.right), max(last.bottom, line.bottom)
            frames[-1] = Box(edges[0], last.top, edges[1], edges[2])
        else:
            frames.append(line)
    return tuple(frames)


def _find_words(printed: Sequence[Word], said: Sequence[str], wanted: Sequence[int]) -> list[Word]:
    """The printed word of each of *wanted*, which are indexes in *said*; those that do not align are left out."""
    parts = [(part, word) for word in printed for part in _WORD.findall(clean_characters(word.text).casefold())]
    matcher = SequenceMatcher(None, [part for part, _ in parts], said, autojunk=False)
    placed = {block.b + i: parts[block.a + i][1] for block in matcher.get_matching_blocks() for i in range(block.size)}
    return [placed[i] for i in wanted if i in placed]


def _outline(words: Sequence[Word], page: PagePicture) -> tuple[Box, ...]:
    """A box around each run of *words* that stand beside one another on a line."""
    runs: list[list[Word]] = []
    for word in dict.fromkeys(words):  # "102-QĐ/TW" is three of the words that are compared
        if runs and _follows(runs[-1][-1], word):
            runs[-1].append(word)
        else:
            runs.append([word])
    return tuple(_enclose(run, page) for run in runs)


def _follows(before: Word, after: Word) -> bool:
    size = max(before.size, after.size)
    shared = min(before.bottom, after.bottom) - max(before.top, after.top)
    return shared > 0 and -size < after.left - before.right < _WIDE_GAP * size


def _enclose(run: Sequence[Word], page: PagePicture) -> Box:
    size = max(word.size for word in run)
    return Box(
        max(0.0, (run[0].left - _BESIDE * size) / page.width),
        max(0.0, (min(word.top for word in run) - _ABOVE * size) / page.height),
        min(1.0, (max(word.right for word in run) + _BESIDE * size) / page.width),
        min(1.0, (max(word.bottom for word in run) + _BELOW * size) / page.height),
    )
