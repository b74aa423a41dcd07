"""Bytes of a text -> Unicode, for encodings that say what they are; UTF-16 also where it does not."""

from __future__ import annotations

import codecs

_MARKS = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_SAMPLE = 65536


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
    if len(sample) < 4 or max(even, odd) * 10 < len(sample):
        return None
    if min(even, odd) * 20 > max(even, odd):
        return None
    return "utf-16-be" if even else "utf-16-le"
