"""Telex and VNI keystrokes that no keyboard turned into letters: "kieemr" and "kie6m3" are "kiểm"."""

from __future__ import annotations

import re
import unicodedata

from index.wording.english import is_syllable
from ingest.spelling import fold, unify_spelling

_TELEX_TONES = dict(zip("sfrxj", "\u0301\u0300\u0309\u0303\u0323", strict=True))
_VNI_TONES = dict(zip("12345", "\u0301\u0300\u0309\u0303\u0323", strict=True))
_TONES = frozenset(_TELEX_TONES.values())
_CIRCUMFLEX = dict(zip("aeo", "âêô", strict=True))
_HORN = dict(zip("uo", "ươ", strict=True))
_VOWELS = frozenset("aăâeêioôơuưy")
_STOPS = ("c", "ch", "p", "t")
_TONES_OF_STOPS = frozenset("\u0301\u0323")


def decode(raw: str) -> str | None:
    """The syllable that a small *raw* word stands for; ``None`` if no key of it makes a mark, or it makes none.

    Letters that did become letters are taken as they are: "kiêmr".
    """
    keys = _split(raw)
    typed = _Typed()
    marking = 0
    vni = any(key.isdigit() for key in keys)
    for key in keys:
        if key in _TONES or (key in _VNI_TONES if vni else key in _TELEX_TONES and typed.has_vowel()):
            if typed.tone or not typed.has_vowel():
                return None
            typed.tone = key if key in _TONES else (_VNI_TONES if vni else _TELEX_TONES)[key]
            marking += key not in _TONES
        elif typed.press_vni(key) if vni else typed.press_telex(key):
            marking += 1
        elif key.isalpha():
            typed.letters.append(key)
        else:
            return None
    return typed.compose() if marking else None


def has_hat(syllable: str) -> bool:
    """Whether a letter of it bears another mark than a tone: â, ă, đ, ê, ô, ơ, ư."""
    return any(key in "âăđêôơư" for key in _split(syllable))


def _split(raw: str) -> list[str]:
    """Letters with their horns and hats, and tones apart."""
    keys: list[str] = []
    for letter in unicodedata.normalize("NFC", raw):
        parts = unicodedata.normalize("NFD", letter)
        tones = [part for part in parts if part in _TONES]
        keys += [unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES)), *tones]
    return keys


class _Typed:
    """A syllable while it is typed: its letters, without the tone."""

    def __init__(self) -> None:
        self.letters: list[str] = []
        self.tone = ""

    def has_vowel(self) -> bool:
        return any(letter in _VOWELS for letter in self.letters)

    def press_telex(self, key: str) -> bool:
        if key == "w":
            if not self._change({"a": "ă"}) and not self._press_horn():
                self.letters.append("ư")
            return True
        if key == "d":
            return self._bar()
        return key in _CIRCUMFLEX and self._change({key: _CIRCUMFLEX[key]})

    def press_vni(self, key: str) -> bool:
        match key:
            case "6":
                return self._change(_CIRCUMFLEX)
            case "7":
                return self._press_horn()
            case "8":
                return self._change({"a": "ă"})
            case "9":
                return self._bar()
        return False

    def _press_horn(self) -> bool:
        """On "uo" both get it."""
        if self.letters[-1:] == ["ư"] or not self._change(_HORN):
            return False
        at = max(place for place, letter in enumerate(self.letters) if letter in "ươ")
        if self.letters[at] == "ơ" and at and self.letters[at - 1] == "u" and self.letters[0] != "q":
            self.letters[at - 1] = "ư"
        return True

    def _bar(self) -> bool:
        if self.letters[:1] != ["d"]:
            return False
        self.letters[0] = "đ"
        return True

    def _change(self, marks: dict[str, str]) -> bool:
        """Mark the last letter that can be."""
        for place in range(len(self.letters) - 1, -1, -1):
            if self.letters[place] in marks:
                self.letters[place] = marks[self.letters[place]]
                return True
        return False

    def compose(self) -> str | None:
        """The syllable, its tone in place; ``None`` where Vietnamese has none such."""
        letters = re.sub("ươ$", "uơ", "".join(self.letters).replace("ưo", "ươ"))  # "thuở": nothing ends in "ươ"
        if not is_syllable(fold(letters)):
            return None
        start = next(place for place, letter in enumerate(letters) if letter in _VOWELS)
        if letters[start : start + 2] in ("ua", "uâ", "ue", "uê", "uy", "ui", "uơ", "uo") and letters[:start] == "q":
            start += 1
        elif letters[:2] == "gi" and letters[2:3] and letters[2] in _VOWELS:
            start = 2
        end = start
        while end < len(letters) and letters[end] in _VOWELS:
            end += 1
        if letters[end:] in _STOPS and self.tone not in _TONES_OF_STOPS:
            return None
        at = _find_tone_place(letters[start:end], closed=end < len(letters)) + start
        return unify_spelling(letters[: at + 1] + self.tone + letters[at + 1 :])


def _find_tone_place(vowels: str, closed: bool) -> int:
    hats = [place for place, letter in enumerate(vowels) if letter not in "aeiouy"]
    if hats:
        return hats[-1]
    if closed:
        return len(vowels) - 1
    return 1 if len(vowels) == 3 else 0
