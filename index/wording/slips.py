"""Small slips of the hand: one letter or mark that is wrong, missing, too many or swapped; two words run together."""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from index.segment import fold_syllable
from index.wording.restore import Language

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_HATS = re.compile("[\u0302\u0306\u031b]")
_BAR = str.maketrans("đ", "d")
_LONGEST_SYLLABLE = 7  # nghiêng
_LONGEST = 30


def find_mended(syllable: str, language: Language) -> Iterator[tuple[str, str]]:
    """Known syllables one slip away from an unknown small one: how it is looked up, and its spelling with marks.

    Where *syllable* bears no mark, neither does what is looked up.
    """
    bare = fold_syllable(syllable)
    if len(bare) > _LONGEST_SYLLABLE + 1:
        return
    if bare == syllable:
        yield from ((one, said) for one in _one_letter_off(bare) for said in language.spellings(one))
        return
    for one in [bare, *_one_letter_off(bare)]:
        yield from ((said, said) for said in language.spellings(one) if _is_slip(syllable, said))


@lru_cache(maxsize=1 << 12)
def strip_hats(syllable: str) -> str:
    """A small *syllable* with its tone alone: no hat, horn or bar."""
    return unicodedata.normalize("NFC", _HATS.sub("", unicodedata.normalize("NFD", syllable))).translate(_BAR)


def _is_slip(typed: str, said: str) -> bool:
    """Whether hats alone are missing, or one key was missed, hit or swapped: of a letter, a mark, or both at once."""
    return strip_hats(said) == typed or any(map(_is_one_off, _spell(typed), _spell(said)))


def split_joined(word: str, language: Language) -> Iterator[tuple[tuple[str, str], ...]]:
    """Rows of known syllables that *word* is made of, neighbours known side by side: as typed, and with marks."""
    if len(word) <= _LONGEST:
        yield from (row for row in _split(word, "", language) if len(row) > 1)


def split_in_two(word: str, language: Language) -> Iterator[tuple[tuple[str, str], ...]]:
    """The same of two known syllables of at least two letters, wherever they are known."""
    for end in range(2, min(len(word), _LONGEST_SYLLABLE + 1) - 1):
        left, right = word[:end], word[end:]
        for one in _spellings(left, language):
            yield from (((left, one), (right, other)) for other in _spellings(right, language))


def _spellings(typed: str, language: Language) -> Sequence[str]:
    """The known syllables that *typed* may be: itself, or where it is bare all that look so."""
    if fold_syllable(typed) == typed:
        return language.spellings(typed)
    return [typed] if language.knows(typed) else []


def _split(rest: str, before: str, language: Language) -> Iterator[tuple[tuple[str, str], ...]]:
    if not rest:
        yield ()
    for end in range(1, len(rest) + 1):
        typed = rest[:end]
        spellings = (
            language.spellings(typed) if fold_syllable(typed) == typed else [typed] if language.knows(typed) else []
        )
        for said in spellings:
            if not before or language.count_pair(before, said) > 0:
                yield from (((typed, said), *others) for others in _split(rest[end:], said, language))


def _one_letter_off(word: str) -> list[str]:
    """All that one wrong, missing, extra or swapped letter makes of *word*, each once."""
    cuts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    missing = [left + right[1:] for left, right in cuts if right]
    swapped = [left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1]
    wrong = [left + letter + right[1:] for left, right in cuts if right for letter in string.ascii_lowercase]
    extra = [left + letter + right for left, right in cuts for letter in string.ascii_lowercase]
    return list(dict.fromkeys(one for one in (*swapped, *missing, *wrong, *extra) if one and one != word))


@lru_cache(maxsize=1 << 12)
def _spell(syllable: str) -> tuple[Sequence[str], ...]:
    """Its keys: letters, hats and tone each by itself; hats on their letters; tone and hats on their letters."""
    parts = unicodedata.normalize("NFD", syllable.replace("đ", "d\u0335"))
    tones = [part for part in parts if part in _TONES]
    letters = unicodedata.normalize(
        "NFC", "".join(part for part in parts if part not in _TONES).replace("d\u0335", "đ")
    )
    return sorted(parts, key=lambda part: part in _TONES), [*letters, *tones], list(syllable)


def _is_one_off(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether one wrong, missing, extra or swapped key makes one of the other."""
    if len(left) > len(right):
        left, right = right, left
    start = next((place for place, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), len(left))
    if len(left) < len(right):
        return left[start:] == right[start + 1 :]
    rest, other = left[start:], right[start:]
    return rest[1:] == other[1:] or (list(rest[:2]) == list(other[1::-1]) and rest[2:] == other[2:])
