"""Small slips of the hand: one letter or mark that is wrong, missing, too many or swapped; two words run together."""

from __future__ import annotations

import string
import unicodedata
from collections.abc import Iterator

from index.wording.restore import Language
from ingest.spelling import fold

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_LONGEST_SYLLABLE = 7  # nghiêng
_LONGEST = 30


def find_mended(syllable: str, language: Language) -> Iterator[tuple[str, str]]:
    """Known syllables one slip away from an unknown small one: how it is looked up, and its spelling with marks.

    Where *syllable* bears no mark, neither does what is looked up.
    """
    bare = fold(syllable)
    if len(bare) > _LONGEST_SYLLABLE + 1:
        return
    if bare == syllable:
        yield from ((one, said) for one in _one_letter_off(bare) for said in language.spellings(one))
        return
    for one in [bare, *_one_letter_off(bare)]:
        yield from ((said, said) for said in language.spellings(one) if _is_one_off(_spread(syllable), _spread(said)))


def split_joined(word: str, language: Language) -> Iterator[tuple[tuple[str, str], ...]]:
    """Rows of known syllables that *word* is made of, neighbours known side by side: as typed, and with marks."""
    if len(word) <= _LONGEST:
        yield from (row for row in _split(word, "", language) if len(row) > 1)


def _split(rest: str, before: str, language: Language) -> Iterator[tuple[tuple[str, str], ...]]:
    if not rest:
        yield ()
    for end in range(1, len(rest) + 1):
        typed = rest[:end]
        spellings = language.spellings(typed) if fold(typed) == typed else [typed] if language.knows(typed) else []
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


def _spread(syllable: str) -> str:
    """Letters, each followed by its hat or horn; the tone at the end."""
    parts = unicodedata.normalize("NFD", syllable.replace("đ", "d\u0335"))
    return "".join(sorted(parts, key=lambda part: part in _TONES))


def _is_one_off(left: str, right: str) -> bool:
    """Whether one wrong, missing, extra or swapped character makes one of the other."""
    if len(left) > len(right):
        left, right = right, left
    start = next((place for place, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), len(left))
    if len(left) < len(right):
        return left[start:] == right[start + 1 :]
    rest, other = left[start:], right[start:]
    return rest[1:] == other[1:] or (rest[:2] == other[1::-1] and rest[2:] == other[2:])
