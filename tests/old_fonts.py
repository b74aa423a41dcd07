"""Unicode -> what a typist before Unicode put in the file: the opposite of ``ingest.readers.legacy``."""

from __future__ import annotations

import re
import unicodedata

_TCVN3 = {
    **dict(zip("ĂÂÊÔƠƯĐăâêôơưđ", "¡¢£¤¥¦§¨©ª«¬\xad®", strict=True)),
    **dict(zip("àảãáạ", "µ¶·¸¹", strict=True)),
    **dict(zip("ằẳẵắặ", "»¼½¾Æ", strict=True)),
    **dict(zip("ầẩẫấậ", "ÇÈÉÊË", strict=True)),
    **dict(zip("èẻẽéẹềểễếệ", "ÌÎÏÐÑÒÓÔÕÖ", strict=True)),
    **dict(zip("ìỉĩíị", "×ØÜÝÞ", strict=True)),
    **dict(zip("òỏõóọồổỗốộờởỡớợ", "ßáâãäåæçèéêëìíî", strict=True)),
    **dict(zip("ùủũúụừửữứự", "ïñòóôõö÷øù", strict=True)),
    **dict(zip("ỳỷỹýỵ", "úûüýþ", strict=True)),
}
_VNI_SHAPES = {"\u0302": "âàáåãä", "\u0306": "êèéúüë", "": "\0øùûõï", "\u031b": "\0øùûõï"}
_TONES = "\u0300\u0301\u0309\u0303\u0323"


def as_tcvn3(text: str) -> str:
    """*text* for ``.VnTime``; an accented capital, which it lacks, in small letters."""
    return "".join(_TCVN3.get(letter) or _TCVN3.get(letter.lower(), letter) for letter in text)


def tcvn3_runs(text: str) -> list[tuple[str, str]]:
    """*text* as (characters, font): words in capitals in ``.VnTimeH``, typed small; the rest in ``.VnTime``."""
    parts = (part for part in re.split(r"((?:\b[^\W\d_a-z]+\b[ ]?)+)", text) if part)
    return [
        (as_tcvn3(part.lower()), ".VnTimeH") if part.isupper() and len(part) > 1 else (as_tcvn3(part), ".VnTime")
        for part in parts
    ]


def as_vni(text: str) -> str:
    """*text* for ``VNI-Times``."""
    return "".join(map(_vni_letter, text))


def _vni_letter(letter: str) -> str:
    special = {"đ": "ñ", "Đ": "Ñ", "ì": "ì", "í": "í", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î"}
    if letter.lower() in special:
        return special[letter.lower()].upper() if letter.isupper() else special[letter.lower()]
    base, *marks = list(unicodedata.normalize("NFD", letter))
    tone = next((mark for mark in marks if mark in _TONES), "")
    shape = next((mark for mark in marks if mark not in _TONES), "")
    if not marks or base.lower() not in "aeouy" or shape not in _VNI_SHAPES:
        return letter
    sign = _VNI_SHAPES[shape][_TONES.index(tone) + 1 if tone else 0].strip("\0")
    base = {"o": "ô", "u": "ö"}[base.lower()] if shape == "\u031b" else base.lower()
    return (base + sign).upper() if letter.isupper() else base + sign
