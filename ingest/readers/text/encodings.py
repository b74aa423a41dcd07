"""Bytes of a text -> Unicode, for encodings that say what they are; UTF-16 also where it does not."""

from __future__ import annotations

import codecs

_MARKS = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_SAMPLE = 65536
CP1252 = {
    byte: ord(bytes([byte]).decode("cp1252"))
    for byte in range(0x80, 0xA0)
    if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
"""For ``str.translate`` of text decoded as Latin-1: Windows-1252, but for the five bytes that it leaves open."""


def has_byte_order_mark(content: bytes) -> bool:
    """Whether *content* begins with the mark of UTF-16."""
    return content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))


def decode_utf16(content: bytes) -> str | None:
    """*content* read as UTF-16 where a mark or the place of its zero bytes says so; ``None`` where nothing does.

    What does not fit, as half a character at a cut end, becomes U+FFFD: the caller decides what that is worth.
    """
    for mark, name in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(name, "replace")
    guessed = _guess_byte_order(content[:_SAMPLE])
    return content.decode(guessed, "replace") if guessed else None


def _guess_byte_order(sample: bytes) -> str | None:
    """Spaces, digits and plain letters leave every second byte zero: many on one side, hardly any on the other."""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if len(sample) < 4 or max(even, odd) * 5 < len(sample):
        return None
    if min(even, odd) * 4 > max(even, odd):
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def is_damaged_utf8(content: bytes) -> bool:
    """Whether *content*, which is no valid UTF-8, was meant to be: more of its letters fit than do not."""
    text = content.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    return sum(not character.isascii() for character in text) - wrong > wrong
