"""The language of a library: how likely a syllable is after another; the likeliest reading of a row of words."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from index.segment import syllables
from index.tokens import Vocabulary
from index.wording.abbreviations import ABBREVIATION_FILE
from index.wording.content import STOP_FILE
from index.wording.glossary import GLOSSARY_FILE
from index.wording.wordlist import is_real_pair
from ingest.spelling import fold

SPOKEN_FILE = Path(__file__).parents[2] / "data" / "glossary" / "spoken.txt"

_SYLLABLES_A_PASSAGE = 60
_KINDS_OF_PAIRS = 50_000
_UNSEEN = 0.3
_AFTER_ITS_NEIGHBOUR = 0.95
_PHRASE, _PHRASE_OF_ROWS = 0.5, 2e-4
_WORD_OF_THE_LANGUAGE = 0.2
_BEHIND = 10.0
"""Nats behind the best at which a reading is given up."""
_KEPT, _NEARLY, _NEARLY_ALONE = 3, 1.0, 3.0
"""How many readings are kept, and nats behind the best at which one is still worth a look; the last of a word alone."""
_ANEW = 0.5
"""Share of words behind a pause that have nothing to do with the word before."""


@dataclass(frozen=True, slots=True)
class Option:
    """One way to read a typed word.

    Attributes:
        said: Its syllables with their marks.
        looked_up: The same for the lexical side: a syllable typed without marks stays so.
        cost: Of taking it for that, in nats.
        decoded: Whether it was typed as raw keys.
    """

    said: tuple[str, ...]
    looked_up: tuple[str, ...]
    cost: float = 0.0
    decoded: bool = False


class Language:
    """What the passages say; our own lists, which hold the words of questions, count a little beside them.

    How likely a syllable is after another is their number of passages, interpolated with the number of different
    syllables it follows, as Kneser and Ney do: what only stands in one phrase is unlikely elsewhere.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._phrases = _read_phrases()
        self._phrase = max(_PHRASE, _PHRASE_OF_ROWS * vocabulary.rows)
        self._total = _SYLLABLES_A_PASSAGE * (vocabulary.rows + 1)
        self._counts: dict[str, float] = {}

    def knows(self, syllable: str) -> bool:
        """Whether a small *syllable* stands in the passages or in our lists, marks and all."""
        return self.count(syllable) > 0

    def spellings(self, bare: str) -> list[str]:
        """The known syllables that look like *bare* without their marks."""
        held = self._vocabulary.spellings(bare)
        return [*held, *(one for one in self._phrases.spellings.get(bare, ()) if one not in held)]

    def count(self, syllable: str) -> float:
        """Passages that have it; our lists count a little."""
        if syllable not in self._counts:
            ours = self._phrase * self._phrases.singles[syllable]
            self._counts[syllable] = self._vocabulary.frequency("marked", syllable) + ours
        return self._counts[syllable]

    def count_pair(self, left: str, right: str) -> float:
        """Passages that have the two side by side; our lists count a little."""
        pair = f"{left} {right}"
        held = self._vocabulary.frequency("marked-pairs", pair)
        return held + self._phrase * self._phrases.pairs[pair] if pair in self._phrases.pairs else held

    def holds_pair(self, left: str, right: str) -> bool:
        """Whether a passage has the two side by side."""
        return self._vocabulary.knows("marked-pairs", f"{left} {right}")

    def begins(self, syllable: str) -> float:
        """Log of how likely *syllable* is by itself."""
        return math.log(max(_UNSEEN, self.count(syllable)) / self._total)

    def variety(self, syllable: str) -> int:
        """After how many different syllables it was seen."""
        return self._vocabulary.variety(syllable) + self._phrases.variety[syllable]

    def follow(self, syllable: str) -> float:
        """How likely *syllable* is after one it was never seen after."""
        return (1 - _AFTER_ITS_NEIGHBOUR) * max(_UNSEEN, self.variety(syllable)) / _KINDS_OF_PAIRS

    def adjoin(self, left: str, right: str) -> float:
        """How likely *right* is after *left* by what was seen of the two together."""
        held = self.count_pair(left, right)
        if not held and is_real_pair(left, right) and self.knows(left) and self.knows(right):
            held = _WORD_OF_THE_LANGUAGE
        return _AFTER_ITS_NEIGHBOUR * held / max(held, self.count(left)) if held else 0.0


_Path = tuple[float, tuple[Option, ...]]


def find_likeliest(
    words: Sequence[Sequence[Option]], language: Language, paused: Collection[int] = ()
) -> list[tuple[Option, ...]]:
    """Rows of options, one a word: the likeliest, and those that are nearly as likely; of equals the first ones.

    Args:
        paused: Places of the words that a comma or the like parts from the one before.
    """
    paths: dict[str, list[_Path]] = {}
    for place, options in enumerate(words):
        found: dict[str, list[_Path]] = {}
        for option in options:
            inside = sum(_likelihood(a, b, language) for a, b in pairwise(option.said)) - option.cost
            for score, path in _go_on(paths, option.said[0], language, place in paused) if place else [(inside, ())]:
                begun = score + inside if place else inside + language.begins(option.said[0])
                found.setdefault(option.said[-1], []).append((begun, (*path, option)))
        best = {last: sorted(reached, key=_by_score)[:_KEPT] for last, reached in found.items()}
        least = max(reached[0][0] for reached in best.values()) - _BEHIND
        paths = {last: reached for last, reached in best.items() if reached[0][0] >= least}
    if not words:
        return [()]
    rows = sorted((path for reached in paths.values() for path in reached), key=_by_score)
    near = _NEARLY if len(words) > 1 else _NEARLY_ALONE
    return [path for score, path in rows if score >= rows[0][0] - near][:_KEPT]


def _by_score(path: _Path) -> float:
    return -path[0]


def _go_on(paths: dict[str, list[_Path]], syllable: str, language: Language, paused: bool) -> list[_Path]:
    """The best of *paths* to come to *syllable* by, its likelihood added."""
    alone, anew = language.follow(syllable), 0.0
    tied = 1.0
    if paused:
        tied, anew = 1 - _ANEW, _ANEW * math.exp(language.begins(syllable))
    reached: list[_Path] = []
    for last, ways in paths.items():
        step = math.log(anew + tied * (alone + language.adjoin(last, syllable)))
        reached += [(score + step, path) for score, path in ways]
    return sorted(reached, key=_by_score)[:_KEPT]


def _likelihood(left: str, right: str, language: Language) -> float:
    return math.log(language.follow(right) + language.adjoin(left, right))


@dataclass(frozen=True, slots=True)
class _Phrases:
    """What our lists say: numbers of syllables, of pairs, and of pairs a syllable ends; spellings by bare form."""

    singles: Counter[str]
    pairs: Counter[str]
    variety: Counter[str]
    spellings: dict[str, list[str]]


@cache
def _read_phrases() -> _Phrases:
    rows = [syllables(phrase) for phrase in _list_phrases()]
    singles = Counter(syllable for row in rows for syllable in row)
    pairs = Counter(f"{left} {right}" for row in rows for left, right in pairwise(row))
    spellings: dict[str, list[str]] = {}
    for syllable in sorted(singles):
        spellings.setdefault(fold(syllable), []).append(syllable)
    return _Phrases(singles, pairs, Counter(pair.partition(" ")[2] for pair in pairs), spellings)


def _list_phrases() -> Iterator[str]:
    yield from (line for file in (STOP_FILE, SPOKEN_FILE) for line in _read_lines(file) if not line.startswith("en:"))
    for line in (line for file in (ABBREVIATION_FILE, GLOSSARY_FILE) for line in _read_lines(file)):
        yield from line.partition("\t")[2].split("|")


def _read_lines(file: Path) -> Iterator[str]:
    lines = file.read_text(encoding="utf-8").splitlines()
    return (line for line in lines if line and not line.startswith("#"))
