"""Questions in English: telling them, and what their terms are in Vietnamese."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from index.segment import syllables
from index.wording.content import STOP_FILE
from index.wording.glossary import cut_words, find_terms, is_known
from ingest.patterns.signs import SIGN
from ingest.spelling import fold

# A Vietnamese syllable without its marks: onset, vowels, coda.
_SYLLABLE = re.compile(
    r"(?:b|ch?|d|gh?|gi|h|kh?|l|m|ngh?|nh?|p|ph|qu|r|s|th?|tr?|v|x)?"
    r"(?:[aeiouy]|a[iouy]|e[ou]|i[aeu]|o[aei]|u[aeiouy]|y[eu]|ie[u]|oa[iy]|oe[o]|uo[iu]|uy[aeu]|ye[u]|uo|ua[y]?)"
    r"(?:ch?|m|ngh?|nh?|p|t)?"
)
_VOWEL = re.compile("[aeiouy]")
_SHORTENED = ("", "n't", "'t", "'s", "'re", "'ve", "'ll", "'d", "'m")  # what's, don't, can't


def is_syllable(word: str) -> bool:
    """Whether a small *word* without marks could be a Vietnamese syllable."""
    return _SYLLABLE.fullmatch(word) is not None


def is_english_word(word: str) -> bool:
    """Whether a small *word* is known English: a term of the glossary, or one that only asks or links."""
    return word in _english_stops() or is_known(word)


def is_english(text: str) -> bool:
    """Whether most words can only be English: known to it, or no Vietnamese syllable.

    Signs and abbreviations ("462-KL/TU", "UBND") are of no language, and at least one word must be known English.
    """
    spoken = syllables(SIGN.regex.sub(" ", text.upper()))
    lettered = [word for word in spoken if word.isalpha() and _VOWEL.search(word)]
    if any(fold(word) != word for word in lettered):
        return False
    english = [word for word in lettered if is_english_word(word)]
    foreign = [word for word in lettered if not _SYLLABLE.fullmatch(word)]
    surely = [word for word in english if not _SYLLABLE.fullmatch(word)]
    if not any(len(word) > 2 for word in english):
        return False
    return len(foreign) * 2 >= len(lettered) or (len(english) * 2 >= len(lettered) and len(surely) > 0)


def find_wordings(text: str) -> Iterator[tuple[str, ...]]:
    """For each term of an English *text* that carries content, what it is in Vietnamese, the usual one first.

    A word that the glossary does not have stands for itself.
    """
    for term in find_terms(cut_words(text)):
        if not _english_stops().intersection(term.english.removesuffix(ending) for ending in _SHORTENED):
            yield term.vietnamese or (term.english.partition("'")[0],)


@cache
def _english_stops() -> frozenset[str]:
    lines = STOP_FILE.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if line.startswith("en:") for word in line[3:].split())
