"""Which words tell of a text: those that no other text has."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from ingest.spelling import fold

_WORD = re.compile(r"\w{2,}")


def find_words(text: str) -> set[str]:
    """Its words in small letters, each as it is written and without its marks; figures alone are none.

    >>> sorted(find_words("Năm 2018, ở Xã"))
    ['nam', 'năm', 'xa', 'xã']
    """
    small = unicodedata.normalize("NFC", text).casefold()
    return {word for said in (small, fold(small)) for word in _WORD.findall(said) if not word.isdigit()}


def find_telling(sayings: Iterable[str], gone: Iterable[str], kept: Iterable[str]) -> set[str]:
    """The words of *sayings* that stand in texts that are *gone*, and in none that is *kept*.

    *kept* is read no further than needed: mostly a few texts.
    """
    said = {word for one in sayings for word in find_words(one)}
    told = {word for text in gone for word in find_words(text) & said}
    for text in kept if told else ():
        told -= find_words(text)
        if not told:
            break
    return told
