"""Words -> rows: what stands at one height of a page, cut into segments where a wide gap parts it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from ingest.readers.printed.boxes import TextLine, Word

_SHARED_HEIGHT = 0.5
_WIDE_GAP = 2.0  # of the font's height: always another column
_COLUMN_GAP = 0.75  # another column, if the rows beside agree
NARROWEST_GAP = 0.6
"""Of the font's height: what rows must share where their columns part."""

_STRETCHED = 1.0  # a short line drawn out to the edge: its spaces part nothing
_USUAL_GAPS = 2.0  # and it is so many times wider than the spaces of its own row
_SMALL, _RAISED = 0.8, 0.08
_TOUCHING = 0.17
_FEWEST_LETTERS = 4
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


Gap = tuple[float, float]
"""White from the left edge to the right one."""


class Row(NamedTuple):
    """Words of one height from left to right.

    ``gaps`` are spaces that stand out, and may part columns; ``spaces`` are all that are wide enough for it, if the
    rows beside have a gap at the same place.
    """

    words: tuple[Word, ...]
    gaps: tuple[Gap, ...]
    spaces: tuple[Gap, ...]

    @property
    def left(self) -> float:
        """Edge of the first word."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Edge of the last word."""
        return max(word.right for word in self.words)

    @property
    def top(self) -> float:
        """Of the tallest words."""
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        """Of the tallest words."""
        return max(word.bottom for word in self.words)

    @property
    def size(self) -> float:
        """Height of the font that most letters have."""
        return median(word.size for word in self.words for _ in word.text)


def gather_rows(words: Iterable[Word]) -> list[Row]:
    """Every word in one row, rows from top to bottom."""
    groups: list[list[Word]] = []
    for word in sorted(words, key=lambda one: (one.top + one.bottom, one.left)):
        home = next((group for group in reversed(groups[-4:]) if _at_one_height(group, word)), None)
        if home is None:
            groups.append([word])
        else:
            home.append(word)
    return [_make_row(group) for group in groups]


def _at_one_height(group: Sequence[Word], word: Word) -> bool:
    seed = max(group, key=lambda one: one.size)
    shared = min(seed.bottom, word.bottom) - max(seed.top, word.top)
    return shared >= _SHARED_HEIGHT * min(seed.bottom - seed.top, word.bottom - word.top)


def _make_row(group: list[Word]) -> Row:
    words = tuple(sorted(group, key=lambda word: (word.left, word.right)))
    size = median(word.size for word in words)
    between = [(before.right, after.left) for before, after in pairwise(words)]
    usual = median(end - start for start, end in between) if len(between) > 2 else 0.0
    stretched = (len(between) > 3 and usual > _STRETCHED * size) or _is_letter_spaced(words)
    shortest = min(max(_COLUMN_GAP * size, _USUAL_GAPS * usual), _WIDE_GAP * size)
    gaps = tuple(gap for gap in between if gap[1] - gap[0] >= shortest and not stretched)
    return Row(words, gaps, tuple(gap for gap in between if gap[1] - gap[0] >= NARROWEST_GAP * size))


def is_wide(gap: Gap, row: Row) -> bool:
    """Whether *gap* parts columns whatever stands above and below."""
    return gap[1] - gap[0] >= _WIDE_GAP * row.size


def cut_row(row: Row, at: Sequence[float]) -> list[list[Word]]:
    """The words of *row* left of the first place of *at*, between the places, and right of the last; none empty."""
    parts: list[list[Word]] = [[] for _ in range(len(at) + 1)]
    for word in row.words:
        parts[sum(place <= (word.left + word.right) / 2 for place in at)].append(word)
    return [part for part in parts if part]


def make_line(words: Sequence[Word]) -> TextLine:
    """A printed line of *words*, at least one."""
    size = median(word.size for word in words for _ in word.text)
    tall = [word for word in words if word.size >= _SMALL * size]
    return TextLine(
        _write(words, size, max(word.bottom for word in tall)),
        words[0].left,
        max(word.right for word in words),
        min(word.top for word in tall),
        max(word.bottom for word in tall),
        size,
        words[0].right - words[0].left,
    )


def _write(words: Sequence[Word], size: float, foot: float) -> str:
    if _is_letter_spaced(words):
        return _join_letters(words)
    pieces: list[str] = []
    before: Word | None = None
    for word in words:
        raised = word.size < _SMALL * size and foot - word.bottom > _RAISED * size
        text = word.text.translate(_SUPERSCRIPTS) if raised and word.text.isdecimal() else word.text
        touches = before is not None and word.left - before.right < _TOUCHING * size
        pieces.append(text if before is None or (touches and (raised or before.size < _SMALL * size)) else f" {text}")
        before = word
    return "".join(pieces)


def _is_letter_spaced(words: Sequence[Word]) -> bool:
    return len(words) >= _FEWEST_LETTERS and all(len(word.text) == 1 and word.text.isupper() for word in words)


def _join_letters(words: Sequence[Word]) -> str:
    """ "Q U Y Ế T  Đ Ị N H": the wider gaps part the words, the usual ones the letters."""
    gaps = [after.left - before.right for before, after in pairwise(words)]
    usual = median(gaps)
    pieces = [words[0].text]
    for gap, word in zip(gaps, words[1:], strict=True):
        pieces.append(f" {word.text}" if gap > 1.6 * usual else word.text)
    return "".join(pieces)
