"""What may stand beside a word of a question, and what the library says of the word in that place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.wording.restore import Language
from index.wording.wordlist import is_real_pair

_TIED_IN = 2
"""Least number of passages that tie two syllables."""


@dataclass(frozen=True, slots=True)
class Beside:
    """The syllables that may stand *before* and *after* a word; none at the ends of the question."""

    before: Sequence[str]
    after: Sequence[str]
    language: Language

    def sides(self, said: str) -> list[list[tuple[str, str]]]:
        """The pairs that *said* would make, by side."""
        found = [[(one, said) for one in self.before], [(said, one) for one in self.after]]
        return [side for side in found if side]

    def pairs(self, said: str) -> list[tuple[str, str]]:
        """The same in one row."""
        return [pair for side in self.sides(said) for pair in side]

    def see(self, said: str) -> list[bool]:
        """By side, whether library, lists or language have *said* beside what may stand there."""
        return [
            any(self.language.count_pair(*pair) > 0 or is_real_pair(*pair) for pair in side)
            for side in self.sides(said)
        ]

    def holds(self, said: str) -> bool:
        """Whether the library has *said* beside what stands before and beside what stands after."""
        sides = self.sides(said)
        return len(sides) > 1 and all(any(self.language.holds_pair(*pair) for pair in side) for side in sides)

    def fits(self, first: str, last: str) -> bool:
        """Whether *first* is known beside what stands before, and *last* beside what stands after."""
        sides = [[(one, first) for one in self.before], [(last, one) for one in self.after]]
        held = [any(self.language.count_pair(*pair) for pair in side) for side in sides if side]
        return bool(held) and all(held)

    def ties(self, said: str, share: float) -> bool:
        """Whether the library has *said* beside a neighbour in that *share* of the neighbour's passages or more."""
        for pair in self.pairs(said):
            together = self.language.count_pair(*pair) if self.language.holds_pair(*pair) else 0
            neighbour = pair[1] if pair[0] == said else pair[0]
            if together >= max(_TIED_IN, share * self.language.count(neighbour)):
                return True
        return False
