"""Signs of documents on scanned pages that no office writes: a scanner took a letter for another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.patterns.pattern import Pattern
from ingest.patterns.printing import (
    COMMON_BODY,
    COMMON_KIND,
    LETTER_IN_NUMBER,
    MISREAD_NUMBER_WORD,
    OFFICE_SIGN,
    SHORT_SIGN,
    SIGN_SHAPED,
)
from ingest.patterns.signs import LAW_SIGN, SIGN

_BEFORE = 8  # characters in front of a sign that may hold "Số"
_CODES = re.compile(r"[^\s\-–/.]+")
_TAKEN_FOR = {
    **{"0": ("O", "Q", "Đ", "D"), "O": ("Q", "Đ", "D", "C"), "D": ("Đ",), "Đ": ("D",), "G": ("C", "Q")},
    **{"1": ("T", "L", "I"), "I": ("T", "L", "1"), "l": ("T", "L", "I", "1"), "F": ("T",), "8": ("B",), "6": ("B",)},
    **{"5": ("S",), "VV": ("W",), "VW": ("W",), "LI": ("U",), "II": ("U", "H"), "ĐĐ": ("Đ",), "ƯƯ": ("Ư",)},
}
"""What a scanner makes of a letter -> the letters it may be."""


def find_misread_signs(text: str) -> list[str]:
    """What looks like a sign in *text* but is not written as one, each once, in the order of the text.

    >>> find_misread_signs("theo 102-QĐ/TW và 123/HDANN")
    ['123/HDANN']
    """
    return list(dict.fromkeys(_iter_misread(text)))


def _iter_misread(text: str) -> Iterator[str]:
    for match in SIGN_SHAPED.regex.finditer(text):
        sign = match[0].rstrip(".&")
        word = MISREAD_NUMBER_WORD.regex.search(text[max(0, match.start() - _BEFORE) : match.start()])
        if word:
            yield word[0].lstrip() + sign
        elif LETTER_IN_NUMBER.regex.search(sign) or not _is_written_well(sign) or _has_lookalike(sign):
            yield sign


def _is_written_well(sign: str) -> bool:
    if any(pattern.regex.fullmatch(sign) for pattern in (SIGN, LAW_SIGN)) or OFFICE_SIGN.regex.search(sign):
        return True
    short = SHORT_SIGN.regex.search(sign)
    return short is not None and not COMMON_KIND.regex.search(short["code"])


def _has_lookalike(sign: str) -> bool:
    """Whether a code in *sign* is nobody's, and with one letter put right is that of a type or a body."""
    first, *rest = [code for code in _CODES.findall(sign) if not code.isdigit()]
    return (bool(rest) and _is_misread(first, COMMON_KIND)) or any(
        _is_misread(code, COMMON_BODY) for code in rest or [first]
    )


def _is_misread(code: str, common: Pattern) -> bool:
    return not common.regex.search(code) and any(common.regex.search(meant) for meant in _iter_meant(code))


def _iter_meant(code: str) -> Iterator[str]:
    """*code* with one letter put right, in every way."""
    for seen, letters in _TAKEN_FOR.items():
        for found in re.finditer(re.escape(seen), code):
            for letter in letters:
                yield code[: found.start()] + letter + code[found.end() :]
