"""Text -> tokens for matching: words, syllables, and pairs of those that stand near each other."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.metadata import version
from itertools import pairwise
from sys import intern
from threading import Lock
from typing import Protocol, cast

from ingest.spelling import fold, unify_spelling

# Raise it when `words` gives other words of the same text than before, so that kept ones are made anew.
_WORDS = "v1"
SYLLABLE = re.compile(r"[^\W_]+")


class _Tokenizer(Protocol):
    def __call__(self, sentence: str, *, use_token_normalize: bool) -> list[str]: ...


def syllables(text: str) -> list[str]:
    """Runs of letters and digits, small, spelled in one manner.

    >>> syllables("Qui định số 102-QĐ/TW, uỷ ban")
    ['quy', 'định', 'số', '102', 'qđ', 'tw', 'ủy', 'ban']
    """
    return SYLLABLE.findall(unify_spelling(text.lower()))


def syllables_as_typed(text: str) -> list[str]:
    """The same in the letters in which they were typed, small and capital."""
    return SYLLABLE.findall(unify_spelling(text))


@lru_cache(maxsize=1 << 16)
def fold_syllable(syllable: str) -> str:
    """One syllable without its marks; kept, as the same few thousand come again and again."""
    return intern(fold(syllable))


def words(text: str) -> list[str]:
    """Words as underthesea cuts them, small, their syllables joined by ``_``; no punctuation."""
    found = (word.lower() for word in _tokenizer()(unify_spelling(text), use_token_normalize=False))
    return ["_".join(parts) for word in found if (parts := SYLLABLE.findall(word))]


def words_fingerprint() -> str:
    """Names what cuts texts into words, without loading it: words of different fingerprints must not be mixed."""
    return f"{_WORDS}:underthesea@{version('underthesea')}"


def join_pairs(tokens: Sequence[str]) -> list[str]:
    """Each two neighbours, joined by a space."""
    return [f"{a} {b}" for a, b in pairwise(tokens)]


def join_near(tokens: Sequence[str]) -> list[str]:
    """Each with the next and the next but one, in their order, joined by a space.

    >>> join_near(["hợp", "đồng", "lao", "động"])
    ['hợp đồng', 'đồng lao', 'lao động', 'hợp lao', 'đồng động']
    """
    return [*join_pairs(tokens), *(f"{a} {b}" for a, b in zip(tokens, tokens[2:], strict=False))]


_one_at_a_time = Lock()


@cache
def _tokenizer() -> _Tokenizer:
    # It brings torch, whose threads would spin for a core that others use and read this only once, when it loads.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    with _one_at_a_time:
        from underthesea import word_tokenize  # takes seconds to import: only when a text is really cut

        found = cast(_Tokenizer, word_tokenize)
        found("", use_token_normalize=False)  # it lets others at its model before that is loaded: they wait here
    return found
