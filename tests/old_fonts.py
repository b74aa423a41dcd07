"""Unicode -> what a typist before Unicode put in the file: the opposite of ``ingest.readers.legacy.restoring``."""

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
    """*text* as (characters, font): words in capitals, and capitals that .VnTime lacks, typed small in .VnTimeH."""
    runs: list[tuple[str, str]] = []
    for part in re.split(r"(\w+)", text):
        if part.isupper() and len(part) > 1:
            runs.append((as_tcvn3(part.lower()), ".VnTimeH"))
        elif part[:1].isupper() and not part[0].isascii() and part[0] not in _TCVN3:
            runs.extend([(as_tcvn3(part[0].lower()), ".VnTimeH"), (as_tcvn3(part[1:]), ".VnTime")])
        else:
            runs.append((as_tcvn3(part), ".VnTime"))
    return [run for run in runs if run[0]]


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
