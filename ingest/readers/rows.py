"""Words -> rows: what stands at one height of a page, cut into segments where a wide gap parts it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import median
from typing import NamedTuple

from ingest.readers.boxes import TextLine, Word

_SHARED_HEIGHT = 0.5
_WIDE_GAP = 2.0  # of the font's height: always another column
_COLUMN_GAP = 0.75  # another column, if the rows beside agree
_USUAL_GAPS = 2.0  # and it is so many times wider than the spaces of its own row
_SMALL, _RAISED = 0.8, 0.08
_FEWEST_LETTERS = 4
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Row(NamedTuple):
    """Words of one height from left to right; ``gaps`` are those that may part columns, as (left, right)."""

    words: tuple[Word, ...]
    gaps: tuple[tuple[float, float], ...]

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
    spaces = [after.left - before.right for before, after in zip(words, words[1:], strict=False)]
    usual = median(spaces) if len(spaces) > 2 else 0.0
    size = median(word.size for word in words)
    shortest = max(_COLUMN_GAP * size, _USUAL_GAPS * usual)
    pairs = zip(words, words[1:], strict=False)
    gaps = tuple(
        (before.right, after.left)
        for before, after in pairs
        if after.left - before.right >= min(shortest, _WIDE_GAP * size)
    )
    return Row(words, gaps)


def is_wide(gap: tuple[float, float], row: Row) -> bool:
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
    for i, word in enumerate(words):
        raised = word.size < _SMALL * size and foot - word.bottom > _RAISED * size
        text = word.text.translate(_SUPERSCRIPTS) if raised and word.text.isdecimal() else word.text
        touches = raised and i > 0 and word.left - words[i - 1].right < 0.17 * size
        pieces.append(text if touches or not pieces else f" {text}")
    return "".join(pieces)


def _is_letter_spaced(words: Sequence[Word]) -> bool:
    return len(words) >= _FEWEST_LETTERS and all(len(word.text) == 1 and word.text.isupper() for word in words)


def _join_letters(words: Sequence[Word]) -> str:
    """ "Q U Y Ế T  Đ Ị N H": the wider gaps part the words, the usual ones the letters."""
    gaps = [after.left - before.right for before, after in zip(words, words[1:], strict=False)]
    usual = median(gaps)
    pieces = [words[0].text]
    for gap, word in zip(gaps, words[1:], strict=True):
        pieces.append(f" {word.text}" if gap > 1.6 * usual else word.text)
    return "".join(pieces)
