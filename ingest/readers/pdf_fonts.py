"""The fonts of a PDF that draw Vietnamese letters in the places of other signs, from before Unicode."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from ingest.patterns import SIGN

_SUBSET = re.compile(r"^[A-Z]{6}\+")
_TCVN3 = re.compile(r"^\.?Vn[A-Z]", re.IGNORECASE)
_CAPITALS = re.compile(r"^\.?Vn[A-Za-z0-9 ]*?H(?:[-, ]?(?:Bold|Italic|Oblique|Regular|Normal))*$")
_VNI = re.compile(r"^VNI[-\s_]", re.IGNORECASE)
# An extractor names the glyphs of two letters of TCVN3 by what they would be in a font of mathematics.
_GLYPHS = str.maketrans({"\u2212": "\u00ad", "\u2219": "\u00b7", "\u03bc": "\u00b5"})


class FontEncoding(NamedTuple):
    """How a font encodes letters; ``capitals`` if it draws small letters as capitals."""

    name: str
    capitals: bool


@lru_cache(maxsize=1_000)
def find_encoding(font: bytes) -> FontEncoding | None:
    """The old encoding that the name of *font* tells, or ``None`` for Unicode."""
    name = _SUBSET.sub("", font.decode("utf-8", "replace"))
    if _TCVN3.search(name):
        return FontEncoding("tcvn3", _CAPITALS.search(name) is not None)
    return FontEncoding("vni", capitals=False) if _VNI.search(name) else None


@lru_cache(maxsize=20_000)
def decode(text: str, encoding: FontEncoding) -> str:
    """The letters that *text* is drawn as; a sign keeps those it was typed with, as "TTg" is a name."""
    import viparse

    fixed = viparse.fix(text.translate(_GLYPHS) if encoding.name == "tcvn3" else text, encoding=encoding.name)
    return fixed.upper() if encoding.capitals and not SIGN.regex.search(fixed) else fixed
