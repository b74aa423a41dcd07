"""A page of a PDF -> its words, by the places of its glyphs.

The spaces that a PDF holds are not trusted: a program may draw none, or draw one inside a word. Words end where there
is a gap on the paper. A mark drawn as a glyph of its own goes back to its letter.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from ingest.readers.printed.boxes import Word
from ingest.readers.printed.pdf_characters import Character, iter_characters
from ingest.readers.printed.pdf_fonts import Piece, is_legacy, restore_words

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_WORD_GAP = 0.17  # of the font's height
_SPACE_GAP = 0.06  # the same where the PDF draws a space
_STEP_BACK = 0.6
_SAME_LINE = 0.5
_SMALL, _RAISED = 0.8, 0.12
_SPACING_MARKS = {
    "`": "\u0300",
    "´": "\u0301",
    "^": "\u0302",
    "ˆ": "\u0302",
    "~": "\u0303",
    "˜": "\u0303",
    "˘": "\u0306",
    "ˀ": "\u0309",
}
_FIRST_MARKS = "\u0302\u0306\u031b"  # part of the letter: they come before the tone


class Glyph(NamedTuple):
    """One drawn character; ``base`` is the line it stands on. ``spaced`` if the PDF draws a space before it."""

    text: str
    left: float
    right: float
    base: float
    size: float
    font: str
    spaced: bool


@dataclass(frozen=True, slots=True)
class PageText:
    """The words of a page, and what tells whether they can be trusted.

    Attributes:
        words: In the order they were drawn.
        aside: Text drawn at an angle to the rest, as a watermark is.
        unmapped: Share of glyphs of which the PDF does not say the character.
        invisible: Share of glyphs drawn without ink, as a text recognised on a scan is.
        upright: Whether text runs as the sheet lies.
        turn: Quarters anticlockwise by which the text runs in the space of the PDF.
        notes: What was done to bring old fonts to Unicode.
    """

    words: tuple[Word, ...]
    aside: str = ""
    unmapped: float = 0.0
    invisible: float = 0.0
    notes: tuple[str, ...] = ()
    upright: bool = True
    width: float = 0.0
    height: float = 0.0
    turn: int = 0


def read_words(page: PdfPage) -> PageText:
    """The words of *page*, as it is shown: turned pages and turned text are read upright."""
    textpage = page.get_textpage()
    try:
        raw = list(iter_characters(textpage))
    finally:
        textpage.close()
    turns = Counter(one.run.turn for one in raw if one.run.turn is not None)
    if not turns:
        return PageText((), "".join(one.text for one in raw))
    turn = turns.most_common(1)[0][0]
    left, bottom, right, top = page.get_bbox()
    place = _Placement(turn, left, bottom, right - left, top - bottom)
    glyphs = [place.glyph(one) for one in raw if one.run.turn == turn]
    words, notes = _make_words(_attach_marks(glyphs))
    return PageText(
        words,
        "".join(one.text for one in raw if one.run.turn != turn),
        sum(map(_is_unmapped, (one.text for one in raw))) / len(raw),
        sum(one.run.invisible for one in raw) / len(raw),
        notes,
        turn == 0 and page.get_rotation() == 0,
        *((place.height, place.width) if turn % 2 else (place.width, place.height)),
        turn,
    )


def _is_unmapped(text: str) -> bool:
    return not text.isprintable() or "\ue000" <= text < "\uf900" or text == "\ufffd"


@dataclass(frozen=True, slots=True)
class _Placement:
    """From the space of the PDF, whose text runs *turn* quarters anticlockwise, to upright space."""

    turn: int
    left: float
    bottom: float
    width: float
    height: float

    def glyph(self, one: Character) -> Glyph:
        """The glyph of a character."""
        x1, y1, x2, y2 = one.box
        if self.turn == 0:
            left, right, base = x1 - self.left, x2 - self.left, self.height - one.y + self.bottom
        elif self.turn == 1:
            left, right, base = y1 - self.bottom, y2 - self.bottom, one.x - self.left
        elif self.turn == 2:
            edge = self.left + self.width
            left, right, base = edge - x2, edge - x1, one.y - self.bottom
        else:
            edge = self.bottom + self.height
            left, right, base = edge - y2, edge - y1, self.left + self.width - one.x
        return Glyph(one.text, left, right, base, one.run.size, one.run.font, one.spaced)


def _attach_marks(glyphs: list[Glyph]) -> list[Glyph]:
    """Glyphs with each mark at the letter it is drawn over."""
    attached: list[Glyph] = []
    for glyph in glyphs:
        mark = "" if is_legacy(glyph.font) else _SPACING_MARKS.get(glyph.text, "")
        if glyph.text >= "\u0300" and unicodedata.combining(glyph.text):
            mark = glyph.text
        carrier = _find_carrier(attached, glyph, spacing=mark != glyph.text) if mark else None
        if carrier is None:
            attached.append(glyph)
        else:
            attached[carrier] = attached[carrier]._replace(text=_compose(attached[carrier].text + mark))
    return attached


def _find_carrier(glyphs: list[Glyph], mark: Glyph, spacing: bool) -> int | None:
    """Index of the letter under *mark*; a combining mark that is over none belongs to the last one."""
    middle = (mark.left + mark.right) / 2
    for i in range(len(glyphs) - 1, max(-1, len(glyphs) - 60), -1):
        glyph = glyphs[i]
        if abs(glyph.base - mark.base) < mark.size and glyph.left <= middle <= glyph.right and glyph.text.isalpha():
            return i
    return len(glyphs) - 1 if glyphs and not spacing and glyphs[-1].text.isalpha() else None


def _compose(text: str) -> str:
    parts = unicodedata.normalize("NFD", text)
    marks = sorted(parts[1:], key=lambda mark: mark not in _FIRST_MARKS)
    return unicodedata.normalize("NFC", parts[0] + "".join(marks))


def _make_words(glyphs: list[Glyph]) -> tuple[tuple[Word, ...], tuple[str, ...]]:
    """The words of *glyphs*, and what was done to bring their fonts to Unicode."""
    ends = [i for i in range(1, len(glyphs)) if _parted(glyphs[i - 1], glyphs[i])]
    parts = [glyphs[start:end] for start, end in zip([0, *ends], [*ends, len(glyphs)], strict=True) if start < end]
    texts, notes = restore_words([_pieces(part) for part in parts])
    return tuple(map(_make_word, parts, texts)), notes


def _pieces(glyphs: list[Glyph]) -> list[Piece]:
    return [("".join(glyph.text for glyph in run), font) for font, run in groupby(glyphs, _font)]


def _font(glyph: Glyph) -> str:
    return glyph.font


def _parted(before: Glyph, after: Glyph) -> bool:
    size = max(before.size, after.size)
    gap = after.left - before.right
    if abs(after.base - before.base) > _SAME_LINE * size or gap < -_STEP_BACK * size:
        return True
    if _is_raised(after, before) or _is_raised(before, after):
        return True
    return gap > (_SPACE_GAP if after.spaced else _WORD_GAP) * size


def _is_raised(mark: Glyph, beside: Glyph) -> bool:
    return mark.size < _SMALL * beside.size and beside.base - mark.base > _RAISED * beside.size


def _make_word(glyphs: list[Glyph], text: str) -> Word:
    size, base = max(glyph.size for glyph in glyphs), glyphs[0].base
    left, right = min(glyph.left for glyph in glyphs), max(glyph.right for glyph in glyphs)
    return Word(text, left, right, base - 0.7 * size, base + 0.2 * size, size)
