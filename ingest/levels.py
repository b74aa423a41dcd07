"""Kinds of provisions, and the markers that open them: what a line may be, before it is known what it is.

Ranks hold for Party and State documents alike (facts 2.6). A mark is one way to read a line; ``outline.py`` chooses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.lines import Line
from ingest.patterns.numbering import (
    ARTICLE,
    BRACKETED,
    BRACKETED_POINT,
    CHAPTER,
    DASH,
    DRAWN_LETTERED,
    DRAWN_ROMAN,
    INSERTED,
    LETTERED,
    NUMBERED,
    PART,
    PLUS,
    POINT,
    PREFIXED,
    PREFIXED_ROMAN,
    ROMAN,
    SECTION,
    SMALL_ROMAN,
    STAR,
    SUBPOINT,
    SUBSECTION,
    TABLE_ROW,
)

_ALPHABET = "abcdđefghijklmnopqrstuvwxyz"
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ORDINAL_WORDS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
_ODD_WORDS = {"nhất": 1, "tư": 4, "mốt": 1, "lăm": 5}


@dataclass(frozen=True, slots=True)
class Level:
    """A kind of provision: its rank (a smaller one stands higher), its part of an address.

    Attributes:
        titled: It has a name, in its line or in the next.
        bullet: It has no number.
    """

    name: str
    rank: int
    titled: bool = False
    bullet: bool = False


ROOT_LEVEL = Level("goc", -1)
PART_LEVEL = Level("phan", 0, titled=True)
CHAPTER_LEVEL = Level("chuong", 10, titled=True)
SECTION_LEVEL = Level("muc", 20, titled=True)
SUBSECTION_LEVEL = Level("tieu-muc", 22, titled=True)
LETTER_LEVEL = Level("chu", 25)
ROMAN_LEVEL = Level("la-ma", 30)
ARTICLE_LEVEL = Level("dieu", 40)
NUMBER_LEVEL = Level("khoan", 50)
POINT_LEVEL = Level("diem", 60)
SUBPOINT_LEVEL = Level("tiet", 64)
SMALL_ROMAN_LEVEL = Level("la-ma-nho", 66)
DASH_LEVEL = Level("gach", 70, bullet=True)
PLUS_LEVEL = Level("cong", 70, bullet=True)
STAR_LEVEL = Level("sao", 70, bullet=True)
SIBLINGS_ANYWHERE = (PART_LEVEL, CHAPTER_LEVEL, SECTION_LEVEL, SUBSECTION_LEVEL, ARTICLE_LEVEL)
"""What never stands inside another of its kind."""
FREE_LEVELS = (LETTER_LEVEL, ROMAN_LEVEL, NUMBER_LEVEL, POINT_LEVEL, SMALL_ROMAN_LEVEL)
"""What nests as the writer likes."""

_FIGURES = ((NUMBER_LEVEL, NUMBERED),)
_DASHES = ((DASH_LEVEL, DASH),)
# A sign or a figure that begins a line says of which level it can be.
_MARKERS_OF = {
    **dict.fromkeys("0123456789", _FIGURES),
    **dict.fromkeys("-–—", _DASHES),
    "+": ((PLUS_LEVEL, PLUS),),
    "(": ((NUMBER_LEVEL, BRACKETED), (POINT_LEVEL, BRACKETED_POINT), (SMALL_ROMAN_LEVEL, SMALL_ROMAN)),
}
# Roman before lettered: "I." is far more often the first section than the ninth letter.
_MARKERS = (
    (PART_LEVEL, PART),
    (CHAPTER_LEVEL, CHAPTER),
    (SECTION_LEVEL, SECTION),
    (SUBSECTION_LEVEL, SUBSECTION),
    (ROMAN_LEVEL, PREFIXED_ROMAN),
    (ROMAN_LEVEL, ROMAN),
    (LETTER_LEVEL, LETTERED),
    (ARTICLE_LEVEL, ARTICLE),
    (NUMBER_LEVEL, PREFIXED),
    (POINT_LEVEL, POINT),
    (POINT_LEVEL, BRACKETED_POINT),
    (SUBPOINT_LEVEL, SUBPOINT),
    (SMALL_ROMAN_LEVEL, SMALL_ROMAN),
    (STAR_LEVEL, STAR),
)
# Small letters that some fonts draw as capitals, a clause put in later: they count only where they go on counting.
_UNSURE = ((ROMAN_LEVEL, DRAWN_ROMAN), (LETTER_LEVEL, DRAWN_LETTERED), (NUMBER_LEVEL, INSERTED))


@dataclass(frozen=True, slots=True)
class Mark:
    """One reading of a line that begins with a marker.

    Attributes:
        ordinal: As printed, without its words: ``"II"``, ``"8.1"``, ``"đ"``; empty for a bullet.
        place: The ordinal counted: ``(2,)``, ``(8, 1)``, ``(5,)``.
        style: The sign behind the ordinal, or the bullet itself: lists that differ in it differ.
        end: One past the marker, in the line.
        sure: Whether the marker needs no other before it.
    """

    level: Level
    ordinal: str
    place: tuple[int, ...]
    style: str
    end: int
    sure: bool = True

    @property
    def first(self) -> bool:
        """Whether it opens a list."""
        return self.place[-1:] == (1,) and not self.inserted

    @property
    def inserted(self) -> bool:
        """Whether it was put in behind the one of its number: "1a", "Điều 5b"."""
        return self.place != () and self.ordinal[:1].isdigit() and self.ordinal[-1:].isalpha()

    def goes_on(self, level: Level, place: tuple[int, ...]) -> bool:
        """Whether it is the next of its kind after *place*; an alphabet may leave out a letter."""
        if level is not self.level or len(place) != len(self.place) or place[:-1] != self.place[:-1]:
            return False
        step = self.place[-1] - place[-1] if place else 0
        return step == (0 if self.inserted else 1) or (step == 2 and level in (LETTER_LEVEL, POINT_LEVEL))


def read_marks(line: Line) -> Iterator[Mark]:
    """Every way to read the beginning of *line* as a marker, the likeliest first; none for a row of a table."""
    if TABLE_ROW.regex.search(line.text):
        return
    for level, marker in _MARKERS_OF.get(line.text[:1], _MARKERS):
        if match := marker.regex.search(line.text):
            yield _mark(level, match)
    for level, marker in _UNSURE:
        if match := marker.regex.search(line.text):
            yield _mark(level, match, sure=False)


def _mark(level: Level, match: re.Match[str], *, sure: bool = True) -> Mark:
    if level.bullet:
        bullet = match[0].strip()[:1]
        return Mark(level, "", (), bullet if bullet in "*o" else "•", match.end(), sure)
    ordinal = next(text for text in match.groupdict().values() if text)
    behind = match.string[match.end(match.lastindex or 0) : match.end()].strip()[:1]
    style = "(" if match[0].startswith("(") else behind
    ordinal = ordinal.upper() if level in (ROMAN_LEVEL, LETTER_LEVEL) else ordinal
    return Mark(level, ordinal, _place(level, ordinal), style, match.end(), sure)


def _place(level: Level, ordinal: str) -> tuple[int, ...]:
    if level in (NUMBER_LEVEL, SUBPOINT_LEVEL):
        return tuple(int(re.sub(r"\D", "", figures)) for figures in ordinal.split("."))
    if level is ARTICLE_LEVEL:
        return (int(re.sub(r"\D", "", ordinal)),)
    if level in (LETTER_LEVEL, POINT_LEVEL):
        return (_ALPHABET.find(ordinal.lower()) + 1,)
    plain = plain_ordinal(ordinal)
    return (int(plain) if plain.isdigit() else _roman_value(plain),)


def plain_ordinal(ordinal: str) -> str:
    """ "thứ hai", "HAI" -> "2"; Roman digits in capitals; the rest as printed."""
    words = ordinal.lower().removeprefix("thứ").split()
    values = [_word_value(word) for word in words]
    if values and all(values):
        return str(sum(values))
    return ordinal.upper()


def _word_value(word: str) -> int:
    return _ORDINAL_WORDS.index(word) + 1 if word in _ORDINAL_WORDS else _ODD_WORDS.get(word, 0)


def _roman_value(digits: str) -> int:
    """The number; letters that are no Roman digits are counted by the alphabet."""
    if len(digits) == 1 and digits not in _ROMAN_VALUES:
        return _ALPHABET.find(digits.lower()) + 1
    values = [_ROMAN_VALUES.get(digit, 0) for digit in digits]
    following = [*values[1:], 0]
    return sum(-one if one < after else one for one, after in zip(values, following, strict=True))
