"""Two spellings of one syllable: where the tone mark stands (hoà, hòa), and without any mark (hoa).

For matching only; stored text stays as written.
"""

from __future__ import annotations

import re
import unicodedata

_TONES = "\u0300\u0301\u0309\u0303\u0323"
_OLD_STYLE = re.compile(rf"(?<![qQ])([oOuU])([aAeEyY])([{_TONES}])(?![\w\u0300-\u036f])")
_MARKS = re.compile("[\u0300-\u036f]")
_BARRED = str.maketrans("đĐ", "dD")


def unify_tone_marks(text: str) -> str:
    """Tone marks on the first of two open vowels, in the newer manner; NFC.

    >>> unify_tone_marks("hoà, uỷ, khoá, quý, hoàn")
    'hòa, ủy, khóa, quý, hoàn'
    """
    marked = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", _OLD_STYLE.sub(r"\1\3\2", marked))


def fold(text: str) -> str:
    """Without any mark, đ as d, small letters.

    >>> fold("Đảng ủy")
    'dang uy'
    """
    return _MARKS.sub("", unicodedata.normalize("NFD", text)).translate(_BARRED).lower()
