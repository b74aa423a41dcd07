"""Two spellings of one syllable: where the tone mark stands (hoà, hòa), i or y (qui, quy), and no mark at all (hoa).

For matching only; stored text stays as written.
"""

from __future__ import annotations

import re
import unicodedata

_TONES = "\u0300\u0301\u0309\u0303\u0323"
_OLD_STYLE = re.compile(rf"(?<![qQ])([oOuU])([aAeEyY])([{_TONES}])(?![\w\u0300-\u036f])")
_ALONE = r"(?<![\w\u0300-\u036f])({onset})({vowel})([{tones}]?)(?![\w\u0300-\u036f])"
_Y = re.compile(_ALONE.format(onset="[hklmt]|qu", vowel="i", tones=_TONES), re.IGNORECASE)
_I = re.compile(_ALONE.format(onset="s", vowel="y", tones=_TONES), re.IGNORECASE)
_OTHER = str.maketrans("iIyY", "yYiI")
_MARKS = re.compile("[\u0300-\u036f]")
_BARRED = str.maketrans("đĐ", "dD")


def unify_tone_marks(text: str) -> str:
    """Tone marks on the first of two open vowels, in the newer manner; NFC.

    >>> unify_tone_marks("hoà, uỷ, khoá, quý, hoàn")
    'hòa, ủy, khóa, quý, hoàn'
    """
    marked = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", _OLD_STYLE.sub(r"\1\3\2", marked))


def unify_spelling(text: str) -> str:
    """Tone marks in the newer manner; the vowel that stands alone after h, k, l, m, t, qu is y, after s it is i; NFC.

    >>> unify_spelling("Qui định về kĩ thuật, hi sinh, bác sỹ, uỷ ban, thi cử")
    'Quy định về kỹ thuật, hy sinh, bác sĩ, ủy ban, thi cử'
    """
    marked = unicodedata.normalize("NFD", unify_tone_marks(text))
    return unicodedata.normalize("NFC", _I.sub(_swap, _Y.sub(_swap, marked)))


def _swap(found: re.Match[str]) -> str:
    """The syllable *found* with y for i, or i for y."""
    onset, vowel, tone = found.groups()
    return onset + vowel.translate(_OTHER) + tone


def fold(text: str) -> str:
    """Without any mark, đ as d, small letters.

    >>> fold("Đảng ủy")
    'dang uy'
    """
    if text.isascii():  # bears none
        return text.lower()
    return _MARKS.sub("", unicodedata.normalize("NFD", text)).translate(_BARRED).lower()
