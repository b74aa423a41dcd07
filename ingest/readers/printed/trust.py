"""Whether the text that a PDF holds for a page is what is printed on it, or the page is better read from its image.

A page is read from its image where the PDF holds no text for it but pictures; where more than a tenth of its glyphs
have no character; where most of its words are no words, neither of Vietnamese nor of a European language, as of fonts
that name their glyphs by number; and where an invisible text lies under a picture, left by a scanner's program, and
fewer than four words in five are Vietnamese.
"""

from __future__ import annotations

import re
import unicodedata
from enum import Enum

from ingest.patterns.printing import LATIN_WORD
from ingest.readers.legacy.words import is_syllable
from ingest.readers.printed.impossible import weigh_confidence

_MOST_UNMAPPED = 0.1
_FEWEST_WORDS = 0.5
_FEWEST_INVISIBLE = 0.8
_FEW = 12  # words: too few to judge by
MOSTLY = 0.5
_WORD = re.compile(r"[^\W\d_]+")


class Trust(Enum):
    """What to do with the text of a page."""

    TEXT = "text"
    IMAGE = "image"
    BLANK = "blank"


def judge_page(text: str, unmapped: float, invisible: float, pictured: bool) -> Trust:
    """Judge by the words of a page, its glyphs (see ``PageText``) and whether it shows a large picture."""
    if not text.strip():
        return Trust.IMAGE if pictured else Trust.BLANK
    if unmapped > _MOST_UNMAPPED:
        return Trust.IMAGE
    words = _WORD.findall(unicodedata.normalize("NFC", text))
    if pictured and invisible > MOSTLY:
        return Trust.TEXT if len(words) >= _FEW and _vietnamese_share(words) >= _FEWEST_INVISIBLE else Trust.IMAGE
    if len(words) < _FEW:
        return Trust.IMAGE if pictured else Trust.TEXT
    latin = sum(LATIN_WORD.regex.search(word.lower()) is not None for word in words) / len(words)
    return Trust.TEXT if max(latin, _vietnamese_share(words)) >= _FEWEST_WORDS else Trust.IMAGE


def layer_confidence(text: str) -> float:
    """How far a text that somebody's program recognised on a scan may be trusted: its impossible words tell."""
    return weigh_confidence(1.0, text.split())


def _vietnamese_share(words: list[str]) -> float:
    """The share of *words* that are syllables of Vietnamese, or abbreviations in capitals."""
    good = sum(is_syllable(word) or (word.isupper() and len(word) <= 6) for word in words)
    return good / len(words) if words else 0.0
