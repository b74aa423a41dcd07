"""English terms of Party work -> Vietnamese, from ``data/glossary/en-vi.tsv``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

GLOSSARY_FILE = Path(__file__).parents[2] / "data" / "glossary" / "en-vi.tsv"
_ENDINGS = (
    *(("ies", "y"), ("es", ""), ("s", ""), ("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e")),
    *(("'s", ""), ("s'", ""), ("'", "")),
)
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+|(?<=s)')?")
_ARTICLES = frozenset({"the", "a", "an"})


@dataclass(frozen=True, slots=True)
class Term:
    """A run of English words and what it is in Vietnamese.

    Attributes:
        start: First word of the run, counted in words.
        end: One past its last word.
        vietnamese: The usual translation first; empty where the word is not in the glossary.
    """

    start: int
    end: int
    english: str
    vietnamese: tuple[str, ...]


def cut_words(text: str) -> list[str]:
    """English words, small, without articles; an apostrophe belongs to its word, a hyphen parts two.

    >>> cut_words("The People’s Committee, grass-roots")
    ["people's", 'committee', 'grass', 'roots']
    """
    return [word for word in _WORD.findall(text.lower().replace("’", "'")) if word not in _ARTICLES]


def find_terms(words: Sequence[str]) -> Iterator[Term]:
    """The terms in a row of *words* cut by :func:`cut_words`, longest first, and each word between them."""
    glossary, longest = _read_glossary()
    i = 0
    while i < len(words):
        for length in range(min(longest, len(words) - i), 0, -1):
            known = _look_up(glossary, words[i : i + length])
            if known or length == 1:
                yield Term(i, i + length, " ".join(words[i : i + length]), known)
                i += length
                break


def is_known(word: str) -> bool:
    """Whether a small English *word* is a term by itself."""
    return bool(_look_up(_read_glossary()[0], [word]))


def _look_up(glossary: dict[str, tuple[str, ...]], words: Sequence[str]) -> tuple[str, ...]:
    """The form as typed first; then each word stripped of its ending."""
    typed = " ".join(words)
    if typed in glossary:
        return glossary[typed]
    for stripped in _stripped_forms(words):
        if stripped in glossary:
            return glossary[stripped]
    return ()


def _stripped_forms(words: Sequence[str]) -> Iterator[str]:
    for ending, replacement in _ENDINGS:
        stripped = [
            word[: -len(ending)] + replacement if word.endswith(ending) and len(word) > len(ending) + 2 else word
            for word in words
        ]
        if list(words) != stripped:
            yield " ".join(stripped)
            yield " ".join([*words[:-1], stripped[-1]])


@cache
def _read_glossary(file: Path = GLOSSARY_FILE) -> tuple[dict[str, tuple[str, ...]], int]:
    """English form -> Vietnamese terms, and the number of words in the longest form."""
    entries: dict[str, tuple[str, ...]] = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            english, _, vietnamese = line.partition("\t")
            for form in english.split("|"):
                entries.setdefault(" ".join(cut_words(form)), tuple(vietnamese.split("|")))
    return entries, max(len(form.split()) for form in entries)
