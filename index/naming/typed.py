"""A question in two readings of one length: as typed, and without any mark, so that spans hold in both."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from ingest.spelling import fold, unify_tone_marks

_LETTERS = str.maketrans("Ðð–—‑−\u00a0", "Đđ---- ")
# "TƯ" is the centre; without its horn it would be the provincial committee.
_CENTRE = re.compile(
    r"(?<![^\W_])T\.\s?[ƯưUuWw]\b\.?|(?<![^\W_])TƯ(?![^\W_]|\s+TƯỞNG)|(?<=[/-])[Tt]ư(?![^\W_])"
    r"|(?<=[/-])\s+[Tt]ư(?![^\W_])|(?<![^\W_])[Tt]ư(?=\s?\d)"
)


@dataclass(frozen=True, slots=True)
class Typed:
    """A question to look for patterns in.

    Attributes:
        text: NFC; dashes are hyphens, Ð is Đ, TƯ is TW.
        bare: The same without marks, small; as long as *text*.
    """

    text: str
    bare: str

    def may_be(self, start: int, end: int, words: str) -> bool:
        """Whether ``text[start:end]`` is *words*, each syllable with all of its marks or none: "nghi quyết"."""
        typed, meant = self.text[start:end].lower().split(), words.lower().split()
        return len(typed) == len(meant) and all(map(_is_written_as, typed, meant))


def read_typed(typed: str) -> Typed:
    """Both readings of what was *typed*."""
    text = _CENTRE.sub("TW", unicodedata.normalize("NFC", typed).translate(_LETTERS))
    return Typed(text, fold_evenly(text))


def fold_evenly(text: str) -> str:
    """Without marks, small, letter by letter: as long as *text*."""
    folded = fold(text)
    if len(folded) == len(text):
        return folded
    return "".join(one if len(one := fold(letter)) == 1 else letter for letter in text)


def _is_written_as(typed: str, meant: str) -> bool:
    """Whether a small syllable is *meant*, in either manner of tone marks, or *meant* without any but that of đ."""
    if unify_tone_marks(typed) == unify_tone_marks(meant):
        return True
    bare = fold_evenly(meant)
    return len(typed) == len(bare) and all(
        a == b or (a, b, c) == ("đ", "d", "đ") for a, b, c in zip(typed, bare, meant, strict=False)
    )
