"""Signs of documents on scanned pages that no office writes: a scanner took a letter for another."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.patterns.printing import LETTER_IN_NUMBER, MISREAD_CODE, OFFICE_SIGN, SIGN_SHAPED
from ingest.patterns.signs import LAW_SIGN, SIGN


def find_misread_signs(text: str) -> list[str]:
    """What looks like a sign in *text* but is not written as one, each once, in the order of the text.

    >>> find_misread_signs("theo 102-QĐ/TW và 123/HDANN")
    ['123/HDANN']
    """
    return list(dict.fromkeys(_iter_misread(text)))


def _iter_misread(text: str) -> Iterator[str]:
    for match in SIGN_SHAPED.regex.finditer(text):
        sign = match[0].rstrip(".&")
        if LETTER_IN_NUMBER.regex.search(sign) or MISREAD_CODE.regex.search(sign) or not _is_written_well(sign):
            yield sign


def _is_written_well(sign: str) -> bool:
    return any(pattern.regex.fullmatch(sign) for pattern in (SIGN, LAW_SIGN)) or bool(OFFICE_SIGN.regex.search(sign))
