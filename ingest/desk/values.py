"""What lies on a desk: frozen values."""

from __future__ import annotations

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Asking:
    """A question that was asked.

    Attributes:
        follows: The asking that it goes on from, so that a thread can be shown again; ``None`` of a first question.
        answered: Whether the library held an answer then.
        asked_at: UTC.
    """

    id: int
    question: str
    answered: bool
    asked_at: datetime.datetime
    follows: int | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a reader thought of an answer.

    Attributes:
        reason: Why, in the reader's words; may be empty.
        shown: Of each quote of the answer the id of its document, first character and one past the last.
        judged_at: UTC.
    """

    question: str
    useful: bool
    reason: str
    shown: tuple[tuple[str, int, int], ...]
    judged_at: datetime.datetime


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search to run again.

    Attributes:
        address: What the page of searching needs to run it, as the query of a link: ``"q=dân+vận&loai=Nghị+quyết"``.
        looked_at: When its results were last looked at, UTC: what came into the library later is new.
    """

    id: int
    name: str
    address: str
    looked_at: datetime.datetime


@dataclass(frozen=True, slots=True)
class Collected:
    """A passage that a reader took along.

    Attributes:
        document: ``Document.id``.
        start: First character in the text of the document.
        end: One past the last.
        words: The slice as it was when taken; it is checked again before it leaves.
        address: Of the provision that it stands in.
        note: The reader's own words.
    """

    id: int
    document: str
    start: int
    end: int
    words: str
    address: str
    note: str = ""

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end or self.end - self.start != len(self.words):
            raise ValueError(f"no slice: {self.start}, {self.end}, {len(self.words)} characters")
