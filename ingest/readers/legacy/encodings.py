"""The font encodings used before Unicode: which fonts were made for which, and what their characters stand for."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from viparse.normalize.tables import Charmap

TCVN3, VNI, VISCII, VPS = "TCVN3", "VNI", "VISCII", "VPS"
ENCODINGS = (TCVN3, VNI, VISCII, VPS)

_SUBSET_TAG = re.compile(r"[A-Z]{6}\+")
# Windows lists one font several times, by script; printers and PDF writers add the style.
_SUFFIX = re.compile(r"(?:[\s,-]+(?:CE|Cyr|Greek|Tur|Baltic|Bold|Italic|Oblique|Regular|Normal|[BI]|BoldItalic|MT))+$")
_FAMILIES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\.VN|VN(?:TIME|ARIAL|AVANT|COURIER|HELV)(?:H|S|\b)", re.IGNORECASE), TCVN3),
    (re.compile(r"VNI(?:\b|-|_)", re.IGNORECASE), VNI),
    (re.compile(r"VPS(?:\b|-|_)", re.IGNORECASE), VPS),
    (re.compile(r".*VISCII", re.IGNORECASE), VISCII),
)
# Fonts marked "symbol" show their 224 characters in the private use area.
_PRIVATE_USE = {0xF000 + code: code for code in range(0x20, 0x100)}
# The same bytes 0x80-0x9F, when a reader took them for Windows-1252.
_AS_LATIN_1 = {
    ord(bytes([byte]).decode("cp1252")): byte
    for byte in range(0x80, 0xA0)
    if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
_VNI_SINGLE = {"ñ": "đ", "ô": "ơ", "ö": "ư", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
_VNI_TONES = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_VNI_CIRCUMFLEX = {"â": "", "á": "\u0301", "à": "\u0300", "å": "\u0309", "ã": "\u0303", "ä": "\u0323"}
_VNI_BREVE = {"ê": "", "é": "\u0301", "è": "\u0300", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323"}


@lru_cache(maxsize=1024)
def encoding_of_font(font: str | None) -> str | None:
    """The encoding that *font* was drawn for, by its name; ``None`` where the name tells nothing.

    >>> [encoding_of_font(font) for font in (".VnTimeH Tur", "ABCDEF+VNI-Times,Bold", "Times New Roman", None)]
    ['TCVN3', 'VNI', None, None]
    """
    name = family_name(font)
    return next((encoding for pattern, encoding in _FAMILIES if pattern.match(name)), None)


@lru_cache(maxsize=1024)
def draws_capitals(font: str | None) -> bool:
    """Whether *font* draws small letters as capitals: TCVN3 has no accented capitals, the fonts named -H have.

    >>> [draws_capitals(font) for font in (".VnTimeH", ".VnArial NarrowH", ".VnTime", "VNI-TimesH")]
    [True, True, False, False]
    """
    name = family_name(font)
    return encoding_of_font(font) == TCVN3 and (name.endswith("H") or name.lower() in (".vntimeh", ".vnarialh"))


def family_name(font: str | None) -> str:
    """*font* without the tag of a subset, the script and the style."""
    return _SUFFIX.sub("", _SUBSET_TAG.sub("", font or "", count=1).strip())


def decode(text: str, encoding: str) -> str:
    """*text*, the characters of an eight-bit *encoding* shown as Latin letters and signs, in Unicode, NFC."""
    from viparse.normalize.tables import convert

    plain = text.translate(_PRIVATE_USE)
    shown = plain.translate(_AS_LATIN_1) if encoding in (VISCII, VPS) else plain
    return str(convert(shown, _charmap(encoding)))


@cache
def _charmap(encoding: str) -> Charmap:
    from viparse.normalize.encodings import CHARMAPS
    from viparse.normalize.tables import build_charmap

    # The library's VNI has no ẳ, Ẳ, ỵ nor a capital before a small mark ("OÂng" written "Oâng").
    return build_charmap(VNI, _vni_pairs().items()) if encoding == VNI else CHARMAPS[encoding.lower()]


def _vni_pairs() -> dict[str, str]:
    """VNI writes a letter and then its marks, each in small letters or in capitals; the letter decides."""
    import unicodedata

    small = dict(_VNI_SINGLE)
    letters = [("aeouyi", "", _VNI_TONES), ("aeo", "\u0302", _VNI_CIRCUMFLEX), ("a", "\u0306", _VNI_BREVE)]
    for bases, shape, marks in letters:
        for base in bases:
            small |= {base + mark: unicodedata.normalize("NFC", base + shape + tone) for mark, tone in marks.items()}
    for horned in ("ô", "ö"):
        small |= {
            horned + mark: unicodedata.normalize("NFC", _VNI_SINGLE[horned] + t) for mark, t in _VNI_TONES.items()
        }
    pairs = dict(small)
    for written, meant in small.items():
        pairs[written.upper()] = meant.upper()
        pairs[written[0].upper() + written[1:]] = meant.upper()
        pairs[written[0] + written[1:].upper()] = meant
    return pairs
