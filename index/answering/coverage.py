"""How much of a question's content a piece of text holds, by the weight of its words in the library."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from index.query import Query
from index.segment import fold_syllable, join_pairs, syllables
from index.tokens import Token, Unit, Vocabulary, pairs

Places = tuple[tuple[str, float], ...]
"""Texts and what a match in each of them is worth, 0 to 1."""


class Worths:
    """The syllables and pairs of some texts, each with the worth of the best place it stands in."""

    def __init__(self, places: Places) -> None:
        self._places = [(worth, _read(text)) for text, worth in sorted(places, key=lambda place: -place[1])]

    def worth(self, field: str, token: str) -> float:
        """0 where *token* does not stand."""
        return next((worth for worth, held in self._places if token in held[field]), 0.0)


@lru_cache(maxsize=1024)
def _read(text: str) -> Mapping[str, frozenset[str]]:
    """Field -> what stands in *text*; kept, as headings and titles stand above many passages."""
    marked = syllables(text)
    bare = [fold_syllable(syllable) for syllable in marked]
    return {
        "marked": frozenset(marked),
        "bare": frozenset(bare),
        "marked-pairs": frozenset(join_pairs(marked)),
        "bare-pairs": frozenset(join_pairs(bare)),
    }


@lru_cache(maxsize=256)
def gather(places: Places) -> Worths:
    """The evidence of *places*; kept, as there are texts that every question is measured against."""
    return Worths(places)


class Scale:
    """Weights of a query's units in a library, worked out once and applied to many texts.

    Attributes:
        weights: Of each unit, in its heaviest wording.
        total: Of all units.
        looked_up: Of everything that the search looks up, the words that only ask and link among it.
    """

    def __init__(self, query: Query, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._units = [self._weigh(unit) for unit in query.units]
        self.weights = [max(sum(parts.values()) for parts in unit) for unit in self._units]
        self.total = sum(self.weights)
        self.looked_up = sum(sum(self._parts(wording).values()) for wording in query.wordings)

    def measure(self, evidence: Worths) -> float:
        """Share of the content that *evidence* holds, 0 to 1."""
        return sum(self._best(unit, evidence) for unit in self._units) / self.total if self.total else 0.0

    def _best(self, unit: Sequence[Mapping[tuple[str, str], float]], evidence: Worths) -> float:
        """What the best wording of *unit* earns."""
        return max(sum(weight * evidence.worth(*part) for part, weight in parts.items()) for parts in unit)

    def _weigh(self, unit: Unit) -> list[dict[tuple[str, str], float]]:
        """The parts of each wording; those of a lighter one weigh together as much as those of the heaviest."""
        wordings = [self._parts(alternative) for alternative in unit.alternatives]
        masses = [sum(parts.values()) for parts in wordings]
        return [
            {part: weight * max(masses) / mass for part, weight in parts.items()}
            for parts, mass in zip(wordings, masses, strict=True)
        ]

    def _parts(self, tokens: Sequence[Token]) -> dict[tuple[str, str], float]:
        """Syllables and pairs of one wording -> weight; a pair weighs as its two syllables on average."""
        weights = [self._rarity(token.field, token.text) for token in tokens]
        parts = {(token.field, token.text): weight for token, weight in zip(tokens, weights, strict=True)}
        for (a, b), pair in zip(pairwise(weights), pairs(tokens), strict=True):
            parts[pair] = (a + b) / 2
        return parts

    def _rarity(self, field: str, token: str) -> float:
        """Inverse document frequency; greatest for what the library does not have at all."""
        rows = self._vocabulary.rows
        return math.log1p((rows + 1) / (self._vocabulary.frequency(field, token) + 0.5))
