"""The pieces a question is made of, and what they are looked up in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from index.segment import fold_syllable


class Vocabulary(Protocol):
    """What the library's passages contain."""

    rows: int

    def frequency(self, field: str, token: str) -> int:
        """Number of passages that have *token* in *field*."""
        ...

    def knows(self, field: str, token: str) -> bool:
        """Whether any passage has it."""
        ...

    def spellings(self, bare: str) -> Sequence[str]:
        """The syllables of the passages that look like *bare* without their marks, in one fixed order."""
        ...

    def variety(self, syllable: str) -> int:
        """After how many different syllables *syllable* stands in the passages."""
        ...


@dataclass(frozen=True, slots=True)
class Token:
    """A syllable of the question.

    Attributes:
        text: Small, NFC, tone mark in the newer manner.
        marked: Whether it was typed with a mark, or is a number: then only the same syllable matches;
            a bare one matches every syllable that looks so without its marks.
    """

    text: str
    marked: bool

    @property
    def field(self) -> str:
        """The lexical field in which it is looked up."""
        return "marked" if self.marked else "bare"


@dataclass(frozen=True, slots=True)
class Unit:
    """Neighbouring syllables that carry one piece of the question, in one or several wordings."""

    alternatives: tuple[tuple[Token, ...], ...]


def read_token(syllable: str) -> Token:
    """A small *syllable* as it was typed."""
    return Token(syllable, fold_syllable(syllable) != syllable or not syllable.isalpha())


def pairs(tokens: Sequence[Token]) -> list[tuple[str, str]]:
    """Field and text of each two neighbours; bare as soon as one of them is."""
    found = []
    for a, b in pairwise(tokens):
        if a.marked and b.marked:
            found.append(("marked-pairs", f"{a.text} {b.text}"))
        else:
            found.append(("bare-pairs", f"{fold_syllable(a.text)} {fold_syllable(b.text)}"))
    return found
