"""The words of Vietnamese, from the list that underthesea brings: what is a word is no slip."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

from index.segment import syllables
from ingest.spelling import fold

_LIST = Path("corpus", "data", "Viet39K.txt")


def is_real(syllable: str) -> bool:
    """Whether a small *syllable* stands in any word, marks and all."""
    return syllable in read_real()


def may_be_real(syllable: str) -> bool:
    """Whether it does, or one without marks would where they were added."""
    return syllable in _read()[2]


def is_real_pair(left: str, right: str) -> bool:
    """Whether the two stand side by side in a word."""
    return f"{left} {right}" in _read()[1]


def read_real() -> frozenset[str]:
    """Every syllable of the list."""
    return _read()[0]


@cache
def _read() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Syllables, pairs of neighbours, and the syllables with and without their marks."""
    package = find_spec("underthesea")  # where it lies; importing it would bring torch
    if package is None or package.origin is None:
        raise ModuleNotFoundError("underthesea")
    text = (Path(package.origin).parent / _LIST).read_text(encoding="utf-8")
    words = [syllables(line) for line in text.splitlines()]
    pairs = frozenset(f"{left} {right}" for word in words for left, right in pairwise(word))
    found = frozenset(syllable for word in words for syllable in word)
    return found, pairs, found.union(map(fold, found))
