"""Words of a page that cannot be Vietnamese ("Trựục", "nghịi"): Tesseract is as sure of them as of others.

Where one syllable in a hundred is impossible, about three more are wrong and happen to be possible ones.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from ingest.patterns.printing import LATIN_WORD, SYLLABLE
from ingest.readers.legacy.words import is_syllable
from ingest.spelling import fold

_WORD = re.compile(r"[^\W_]+")
_USUAL = 0.0025  # of the words of a well-read page: foreign ones written in Vietnamese ("ôtô"), slips of the typist
_WEIGHT = 4.0
_LONGEST_ABBREVIATION = 7
_SHORTEST_FOREIGN = 4


def weigh_confidence(sure: float, texts: Iterable[str]) -> float:
    """The confidence *sure* of a page, lowered by the share of its words *texts* that are impossible."""
    return sure * max(0.0, 1 - _WEIGHT * max(0.0, impossible_share(texts) - _USUAL))


def impossible_share(texts: Iterable[str]) -> float:
    """Of the words of *texts* that should be Vietnamese, those that cannot be.

    >>> impossible_share(["Trựục", "nghịi", "Đảng", "ủy", "102-QĐ/TW", "Jean", "casino"])
    0.5
    """
    words = (word for text in texts for word in _WORD.findall(unicodedata.normalize("NFC", text)))
    judged = [possible for possible in map(_is_possible, words) if possible is not None]
    return judged.count(False) / len(judged) if judged else 0.0


@lru_cache(maxsize=65536)
def _is_possible(word: str) -> bool | None:
    """Whether *word* could be Vietnamese; ``None`` for what need not: a number, name, abbreviation or foreign word."""
    if len(word) < 2 or word.isdigit():
        return None
    if is_syllable(word):
        return True
    if word.isupper() and len(word) <= _LONGEST_ABBREVIATION:
        return None
    if any(map(str.isdigit, word)):
        return False if word.islower() and len(word) >= _SHORTEST_FOREIGN else None
    if not word.isascii():
        return False
    foreign = not SYLLABLE.regex.search(fold(word)) and LATIN_WORD.regex.search(fold(word))
    return None if word[0].isupper() or (foreign and len(word) >= _SHORTEST_FOREIGN) else False
