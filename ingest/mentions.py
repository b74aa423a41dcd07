"""Mentions: of other documents, and of provisions; each a slice of the text it stands in."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import NamedTuple

from ingest.numbers import read_number


class CitedAs(NamedTuple):
    """How words name a document, as far as they say; the fields are those of :class:`Citation`."""

    type: str | None = None
    number: str | None = None
    name: str | None = None
    term: str | None = None
    date: datetime.date | None = None

    @property
    def key(self) -> str:
        """What a document that nobody knows goes by: its sign or its name, and its day where others may share them.

        Signs that hold a year are borne once.
        """
        called, sign = self.number or self.name or self.type or "", read_number(self.number)
        alone = self.date is None or (sign is not None and sign.year)
        return called if alone else f"{called}@{self.date}"


@dataclass(frozen=True, slots=True)
class Citation:
    """A mention of another document, as its words stand in the text.

    Attributes:
        start: First character of the words that name it.
        end: One past the last, so ``text[start:end] == self.text``.
        type: As cited: ``"Quy định"`` (people write it for a Quyết định too).
        number: Normalised sign; for a conference's resolution the sign the catalogue knows, if any.
        name: Normalised name of a document cited by name: ``"Nghị quyết Trung ương 4 khóa XI"``.
        term: Khóa, in Roman digits, where the words around say it.
        date: Day of issue, where the words around say it.
    """

    start: int
    end: int
    text: str
    type: str | None
    number: str | None = None
    name: str | None = None
    term: str | None = None
    date: datetime.date | None = None

    def __post_init__(self) -> None:
        if self.end - self.start != len(self.text) or not self.text:
            raise ValueError(f"a citation is a slice: {self.start}, {self.end}, {self.text!r}")

    @property
    def cited_as(self) -> CitedAs:
        """What it says, without where it says so."""
        return CitedAs(self.type, self.number, self.name, self.term, self.date)


@dataclass(frozen=True, slots=True)
class Reference:
    """A mention of a provision, of this document or of one that it cites.

    Attributes:
        start: First character of the words, in ``Document.text``; of a list each member has words of its own.
        end: One past the last.
        path: From the largest unit named to the smallest: ``"dieu-11.khoan-2.diem-a"``; what is called "this" ends in
            "nay": ``"dieu-nay.khoan-2"``, ``"quy-che-nay.dieu-5"``, ``"quy-dinh-nay"`` for a whole document.
        cited: ``Citation.start`` of the document it is of; ``None`` for this one.
    """

    start: int
    end: int
    path: str
    cited: int | None = None

    def __post_init__(self) -> None:
        if not (0 <= self.start < self.end and self.path):
            raise ValueError(f"{self.path}: {self.start}, {self.end}")
