"""A text as its signs and types are meant where they were typed small or without marks: letter for letter in place.

What is found in it has the same offsets in the text itself, whose words a mention then quotes.
"""

from __future__ import annotations

import re

from ingest.numbers import restore_mixed_case
from ingest.patterns.respelling import (
    CODE_IN_ANY_CASE,
    SIGN_IN_ANY_CASE,
    UNBARRED_BODY,
    UNMARKED_NUMBER,
    UNMARKED_NUMBERS,
    UNMARKED_THIS,
    UNMARKED_WORD,
    UNMARKED_WORDS,
)

_BARRED = {"DU": "ĐU", "HDND": "HĐND"}


def respell(text: str) -> str:
    """*text* with signs in capitals, and in lines without any mark the words that name documents with theirs.

    >>> respell("theo quyet dinh 102-qd/tw ngay 15/11/2017")
    'theo quyết định 102-QD/TW ngày 15/11/2017'
    """
    capital = SIGN_IN_ANY_CASE.regex.sub(_capitalise, text)
    capital = CODE_IN_ANY_CASE.regex.sub(lambda match: match[0].upper().replace("D", "Đ"), capital)
    return "\n".join(line if _is_marked(line) else _restore(line) for line in capital.split("\n"))


def _capitalise(match: re.Match[str]) -> str:
    return match[0] if match[0].isupper() else restore_mixed_case(match[0].upper())


def _is_marked(line: str) -> bool:
    return not line.isascii() and any(character.isalpha() and not character.isascii() for character in line)


def _restore(line: str) -> str:
    line = UNMARKED_WORD.regex.sub(lambda match: _as_typed(match[0], UNMARKED_WORDS[match[0].lower()]), line)
    line = UNMARKED_NUMBER.regex.sub(lambda match: _as_typed(match[0], UNMARKED_NUMBERS[match[0].lower()]), line)
    line = UNMARKED_THIS.regex.sub(lambda match: match[0][:-3] + "này", line)
    return UNBARRED_BODY.regex.sub(lambda match: _BARRED[match[0]], line)


def _as_typed(typed: str, marked: str) -> str:
    """*marked* with the capital that *typed* begins with."""
    return marked[0].upper() + marked[1:] if typed[0].isupper() else marked
