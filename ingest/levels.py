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
    CHAPTER,
    DASH,
    DRAWN_LETTERED,
    DRAWN_ROMAN,
    LETTERED,
    NUMBERED,
    PART,
    PLUS,
    POINT,
    PREFIXED,
    ROMAN,
    SECTION,
    STAR,
    SUBSECTION,
    TABLE_ROW,
)
from ingest.patterns.pattern import Pattern

_ALPHABET = "abcdđefghijklmnopqrstuvwxyz"
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ORDINAL_WORDS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
_ODD_WORDS = {"nhất": 1, "tư": 4, "mốt": 1, "lăm": 5}


@dataclass(frozen=True, slots=True)
class Level:
    """A kind of provision: its marker, its rank (a smaller one stands higher), its part of an address.

    Attributes:
        titled: It has a name, in its line or in the next.
        bullet: It has no number.
        drawn: A marker in small letters that some fonts draw as capitals; it counts only where it goes on counting.
    """

    name: str
    marker: Pattern
    rank: int
    titled: bool = False
    bullet: bool = False
    drawn: Pattern | None = None


PART_LEVEL = Level("phan", PART, 0, titled=True)
CHAPTER_LEVEL = Level("chuong", CHAPTER, 10, titled=True)
SECTION_LEVEL = Level("muc", SECTION, 20, titled=True)
SUBSECTION_LEVEL = Level("tieu-muc", SUBSECTION, 22, titled=True)
LETTER_LEVEL = Level("chu", LETTERED, 25, drawn=DRAWN_LETTERED)
ROMAN_LEVEL = Level("la-ma", ROMAN, 30, drawn=DRAWN_ROMAN)
ARTICLE_LEVEL = Level("dieu", ARTICLE, 40)
NUMBER_LEVEL = Level("khoan", NUMBERED, 50)
POINT_LEVEL = Level("diem", POINT, 60)
DASH_LEVEL = Level("gach", DASH, 70, bullet=True)
PLUS_LEVEL = Level("cong", PLUS, 70, bullet=True)
STAR_LEVEL = Level("sao", STAR, 70, bullet=True)
ROOT_LEVEL = Level("goc", ROMAN, -1)
SIBLINGS_ANYWHERE = (PART_LEVEL, CHAPTER_LEVEL, SECTION_LEVEL, SUBSECTION_LEVEL, ARTICLE_LEVEL)
"""What never stands inside another of its kind."""
FREE_LEVELS = (LETTER_LEVEL, ROMAN_LEVEL, NUMBER_LEVEL, POINT_LEVEL)
"""What nests as the writer likes."""

# Roman before lettered: "I." is far more often the first section than the ninth letter.
_LEVELS = (
    PART_LEVEL,
    CHAPTER_LEVEL,
    SECTION_LEVEL,
    SUBSECTION_LEVEL,
    ROMAN_LEVEL,
    LETTER_LEVEL,
    ARTICLE_LEVEL,
    NUMBER_LEVEL,
    Level("khoan", PREFIXED, 50),
    POINT_LEVEL,
    DASH_LEVEL,
    PLUS_LEVEL,
    STAR_LEVEL,
)

_WORDED = tuple(level for level in _LEVELS if level not in (NUMBER_LEVEL, DASH_LEVEL, PLUS_LEVEL))
# A sign or a figure that begins a line says of which level it can be.
_LEVELS_OF = {
    **dict.fromkeys("0123456789", (NUMBER_LEVEL,)),
    **dict.fromkeys("-–—", (DASH_LEVEL,)),
    "+": (PLUS_LEVEL,),
}


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
        return self.place[-1:] == (1,)

    def goes_on(self, level: Level, place: tuple[int, ...]) -> bool:
        """Whether it is the next of its kind after *place*; an alphabet may leave out a letter."""
        if level is not self.level or len(place) != len(self.place) or place[:-1] != self.place[:-1]:
            return False
        step = self.place[-1] - place[-1] if place else 0
        return step == 1 or (step == 2 and level in (LETTER_LEVEL, POINT_LEVEL))


def read_marks(line: Line) -> Iterator[Mark]:
    """Every way to read the beginning of *line* as a marker, the likeliest first; none for a row of a table."""
    if TABLE_ROW.regex.search(line.text):
        return
    for level in _LEVELS_OF.get(line.text[:1], _WORDED):
        match = level.marker.regex.search(line.text)
        if match:
            yield _mark(NUMBER_LEVEL if level.marker is PREFIXED else level, match)
    for level in (ROMAN_LEVEL, LETTER_LEVEL):
        match = level.drawn.regex.search(line.text) if level.drawn else None
        if match:
            yield _mark(level, match, sure=False)


def _mark(level: Level, match: re.Match[str], *, sure: bool = True) -> Mark:
    if level.bullet:
        bullet = match[0].strip()[:1]
        return Mark(level, "", (), bullet if bullet in "*o" else "•", match.end(), sure)
    ordinal = next(text for text in match.groupdict().values() if text)
    style = match.string[match.end(match.lastindex or 0) : match.end()].strip()[:1]
    ordinal = ordinal if sure else ordinal.upper()
    return Mark(level, ordinal, _place(level, ordinal), style, match.end(), sure)


def _place(level: Level, ordinal: str) -> tuple[int, ...]:
    if level is NUMBER_LEVEL:
        return tuple(map(int, ordinal.split(".")))
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
