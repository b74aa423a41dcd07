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
    """Whether a small *syllable* stands in any word; one without marks also where only its marks are missing."""
    return syllable in read_real()


def is_real_pair(left: str, right: str) -> bool:
    """Whether the two stand side by side in a word."""
    return f"{left} {right}" in _read()[1]


def read_real() -> frozenset[str]:
    """Every syllable of the list, and each without its marks."""
    return _read()[0]


@cache
def _read() -> tuple[frozenset[str], frozenset[str]]:
    """Syllables, with marks and without, and pairs of neighbours."""
    package = find_spec("underthesea")  # where it lies; importing it would bring torch
    if package is None or package.origin is None:
        raise ModuleNotFoundError("underthesea")
    text = (Path(package.origin).parent / _LIST).read_text(encoding="utf-8")
    words = [syllables(line) for line in text.splitlines()]
    pairs = frozenset(f"{left} {right}" for word in words for left, right in pairwise(word))
    found = {syllable for word in words for syllable in word}
    return frozenset(found | {fold(syllable) for syllable in found}), pairs
