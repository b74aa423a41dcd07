"""What a mention means, among the documents that bear its sign: the one that its day, its term and its words fit."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from ingest.spelling import fold

Outcome = Literal["resolved", "ambiguous", "not_held", "unknown"]
_BESIDE = 0.5  # of the words of a title that must stand beside a mention
_MARGIN = 0.2  # by which the best title must lead


@dataclass(frozen=True, slots=True)
class Meaning:
    """The documents that a mention may mean; nothing that fits is dropped.

    Attributes:
        held: Ids of those in the library.
        known: Ids of those that only the catalogue knows.
    """

    held: tuple[str, ...] = ()
    known: tuple[str, ...] = ()

    @property
    def outcome(self) -> Outcome:
        """Whether it is one document and held, several, one that is only known, or none that we know."""
        if len(self.held) + len(self.known) > 1:
            return "ambiguous"
        return "resolved" if self.held else "not_held" if self.known else "unknown"

    @property
    def resolved(self) -> str | None:
        """The id of the one held document it means."""
        return self.only if self.held else None

    @property
    def only(self) -> str | None:
        """The id of the one document it means, held or known."""
        found = (*self.held, *self.known)
        return found[0] if len(found) == 1 else None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A document that bears the sign: its id, its day and title as far as known."""

    id: str
    date: datetime.date | None
    title: str
    held: bool


def choose(candidates: Sequence[Candidate], cited_on: datetime.date | None, beside: str) -> Meaning:
    """Of *candidates* those that were issued when the citing document was, and of several the one titled *beside*.

    Args:
        beside: The words after the mention, where a writer gives the title.
    """
    issued = [one for one in candidates if not (cited_on and one.date and one.date > cited_on)]
    titled = _find_titled(issued, beside) if len(issued) > 1 and beside else issued
    return Meaning(_ids(titled, held=True), _ids(titled, held=False))


def _ids(candidates: Iterable[Candidate], held: bool) -> tuple[str, ...]:
    return tuple(one.id for one in candidates if one.held is held)


def _find_titled(candidates: Sequence[Candidate], beside: str) -> Sequence[Candidate]:
    words = set(fold(beside).split())
    shares = sorted(((_share(one.title, words), one) for one in candidates), key=lambda pair: -pair[0])
    (best, first), (second, _) = shares[:2]
    return [first] if best >= _BESIDE and best - second >= _MARGIN else candidates


def _share(title: str, words: Collection[str]) -> float:
    own = set(fold(title).split())
    return len(own & set(words)) / len(own) if own else 0.0
