"""The words of a PDF page in Unicode, whatever fonts they were set in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from ingest.readers.legacy.encodings import TCVN3, encoding_of_font
from ingest.readers.legacy.restoring import Run, restore_runs
from ingest.readers.legacy.words import is_syllable

_GLUED_STYLE = re.compile(r"(?:Bold|Italic|Oblique|Regular)+$")
_BETWEEN = "\n"
_EIGHT_BITS = re.compile("[\x80-\xff]")
# A letter of TCVN3 that pdfium takes for a sign of mathematics, by the name of its glyph.
_MISNAMED = str.maketrans({"\u2212": "\u00ad", "\u2219": "\u00b7", "\u03bc": "\u00b5"})

# The place of "ư" is that of the soft hyphen, which pdfium tells as a hyphen: "đ-ợc", "th-".
_HYPHENED = re.compile(r"[^\W\d_]*-[^\W\d_]*")

Piece = tuple[str, str]
"""Characters as the PDF maps them, and the name of their font."""


@lru_cache(maxsize=1_000)
def clean_font_name(name: bytes) -> str:
    """The name of a font without the style that PDF glues to it: ``"VnTimeHBold"`` is ``"VnTimeH"``."""
    return _GLUED_STYLE.sub("", name.decode("utf-8", "replace")).rstrip(",- ")


@lru_cache(maxsize=1_000)
def is_legacy(font: str) -> bool:
    """Whether *font* draws Vietnamese letters in the places of other signs."""
    return encoding_of_font(font) is not None


def restore_words(words: Sequence[Sequence[Piece]]) -> tuple[list[str], tuple[str, ...]]:
    """Each of *words*, in the order they were drawn, in Unicode; and what was done, for ``Reading.notes``."""
    plain = ["".join(text for text, _ in pieces) for pieces in words]
    named = any(is_legacy(font) for pieces in words for _, font in pieces)
    if not named and not any(map(_EIGHT_BITS.search, plain)):
        return plain, ()
    runs = [
        Run(text.translate(_MISNAMED) if is_legacy(font) else text, font)
        for pieces in words
        for text, font in (*pieces[:-1], (pieces[-1][0] + _BETWEEN, pieces[-1][1]))
    ]
    restored = restore_runs([runs])
    texts = restored.paragraphs[0].split(_BETWEEN)[:-1]
    if any(encoding_of_font(font) == TCVN3 for pieces in words for _, font in pieces):
        texts = [_HYPHENED.sub(_restore_horn, text) for text in texts]
    return (texts, restored.notes) if len(texts) == len(plain) and all(texts) else (plain, ())


def _restore_horn(found: re.Match[str]) -> str:
    """The word *found* with "ư" for its hyphen, where that makes it Vietnamese."""
    word = found[0]
    meant = word.replace("-", "Ư" if word.isupper() else "ư")
    return meant if len(word) > 1 and is_syllable(meant) else word
