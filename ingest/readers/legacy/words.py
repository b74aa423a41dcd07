"""What a Vietnamese written syllable may be: the yardstick by which one reading of eight-bit text beats another."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_TONES = frozenset("\u0300\u0301\u0309\u0303\u0323")
_STOPPED = ("p", "t", "c", "ch")
_STOP_TONES = frozenset("\u0301\u0323")
_ONSETS = (
    *("ngh", "ng", "nh", "n", "ch", "c", "gh", "gi", "g", "kh", "k", "ph", "p", "qu", "th", "tr", "t"),
    *("b", "d", "đ", "h", "l", "m", "r", "s", "v", "x", ""),
)
_RHYMES_LISTED = """
    a ai ao au ay am an ang anh ap at ac ach âu ây âm ân âng âp ât âc ăm ăn ăng ăp ăt ăc â ă
    e eo em en eng ep et ec ê êu êm ên ênh êp êt êch i ia iu im in inh ip it ich iêu iêm iên iêng iêp iêt iêc
    o oi oa oai oao oay oam oan oang oanh oat oac oach
    oap oăm oăn oăng oăt oăc oe oeo oen oet om on ong op ot oc oong ooc
    ô ôi ôm ôn ông ôp ôt ôc ơ ơi ơm ơn ơp ơt u ua ui um un ung up ut uc uôi uôm uôn uông uôt uôc
    uơ uê uên uênh uêch uêt uy uya uyên uyêt uynh uych uyt uyp uyu uân uâng uât uây uâ
    ư ưa ưi ưu ưm ưn ưng ưt ưc ươi ươu ươm ươn ương ươp ươt ươc y yêu yêm yên yêng yêt yt ynh ych yn
"""
_RHYMES = frozenset(_RHYMES_LISTED.split())
_VOWELS = frozenset("aăâeêioôơuưy")


@lru_cache(maxsize=65536)
def is_syllable(word: str) -> bool:
    """Whether *word*, NFC, could stand in a Vietnamese dictionary, by its letters alone.

    >>> [is_syllable(word) for word in ("nghiệp", "quyết", "héi", "Ñieàu", "ủy", "QUYỊNH")]
    [True, True, False, False, True, False]
    """
    letters = unicodedata.normalize("NFD", word.lower())
    tones = [mark for mark in letters if mark in _TONES]
    bare = unicodedata.normalize("NFC", "".join(mark for mark in letters if mark not in _TONES))
    if len(tones) > 1 or len(bare) > 7:
        return False
    rhyme = _rhyme(bare)
    return rhyme is not None and not (tones and rhyme.endswith(_STOPPED) and tones[0] not in _STOP_TONES)


def _rhyme(bare: str) -> str | None:
    """What follows the first consonants of a syllable without its tone, if Vietnamese has it."""
    for onset in _ONSETS:
        rest = bare[len(onset) :]
        if bare.startswith(onset) and rest in _RHYMES:
            return rest
    return None


def is_well_cased(word: str) -> bool:
    """Whether *word* is in small letters, in capitals, or begins with a capital."""
    return word.islower() or word.isupper() or (word[0].isupper() and word[1:].islower())


@lru_cache(maxsize=65536)
def has_vowel(word: str) -> bool:
    """Whether *word* may be read aloud; ``"QĐ"`` may not."""
    return not _VOWELS.isdisjoint(unicodedata.normalize("NFC", _toneless(word.lower())))


def _toneless(word: str) -> str:
    return "".join(mark for mark in unicodedata.normalize("NFD", word) if mark not in _TONES)
