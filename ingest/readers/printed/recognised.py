"""What Tesseract read on a page: words, how sure it is of each, and how far the page may be trusted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import compress, groupby
from statistics import fmean, median
from typing import Any

from ingest.readers.printed.boxes import Word
from ingest.readers.printed.impossible import weigh_confidence

_FONT_HEIGHT = 1.25  # heights of a usual word
_OTHER_SIZE = 0.35
_LINE_KEY = ("block_num", "par_num", "line_num")
_NOISE = 0.4  # confidence under which what is no letter or figure is a speck
_LINE_WORDS, _LINE_SURE = 3, 0.6  # what proves that a line is text and no ornament


@dataclass(frozen=True, slots=True)
class Recognised:
    """Words, and in step with them how sure Tesseract is of each, from 0 to 1."""

    words: tuple[Word, ...]
    sure: tuple[float, ...]

    @property
    def confidence(self) -> float:
        """How far the page may be trusted, from 0 to 1: every letter and figure counts as its word is sure."""
        weights = [sum(map(str.isalnum, word.text)) for word in self.words]
        total = sum(weight * sure for weight, sure in zip(weights, self.sure, strict=True))
        return weigh_confidence(total / (sum(weights) or 1), (word.text for word in self.words))

    def with_lines_of(self, rest: Recognised) -> Recognised:
        """These words, and those lines of *rest* that are surely text."""
        kept = [False] * len(rest.words)
        for _, places in groupby(range(len(rest.words)), key=lambda i: (rest.words[i].top, rest.words[i].bottom)):
            line = list(places)
            lettered = sum(any(map(str.isalpha, rest.words[i].text)) for i in line)
            if lettered >= _LINE_WORDS and fmean(rest.sure[i] for i in line) >= _LINE_SURE:
                for i in line:
                    kept[i] = True
        return Recognised((*self.words, *compress(rest.words, kept)), (*self.sure, *compress(rest.sure, kept)))


def read_table(table: Mapping[str, list[Any]]) -> Recognised:
    """The words of a table that Tesseract gave."""
    found = [
        i
        for i, text in enumerate(table["text"])
        if text.strip() and not (float(table["conf"][i]) < 100 * _NOISE and not any(map(str.isalnum, text)))
    ]
    lines = [list(line) for _, line in groupby(found, key=lambda i: tuple(table[name][i] for name in _LINE_KEY))]
    usual = median(table["height"][i] for i in found) if found else 1.0
    words = [word for line in lines for word in _level_words(table, line, usual)]
    return Recognised(tuple(words), tuple(max(0.0, float(table["conf"][i])) / 100 for i in found))


def _level_words(table: Mapping[str, list[Any]], line: list[int], usual: float) -> list[Word]:
    """The words of one line with one height: letters without a head or a foot look smaller than they are.

    A line that is not much taller or lower than *usual* words has the size of the page.
    """
    top = median(table["top"][i] for i in line)
    bottom = median(table["top"][i] + table["height"][i] for i in line)
    height = max(1.0, bottom - top)
    size = _FONT_HEIGHT * (usual if abs(height - usual) < _OTHER_SIZE * usual else height)
    lefts = [(table["text"][i].strip(), float(table["left"][i]), float(table["width"][i])) for i in line]
    return [Word(text, left, left + width, top, bottom, size) for text, left, width in lefts]
