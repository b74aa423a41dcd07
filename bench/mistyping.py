"""Questions spoilt as hands and keyboards spoil them, by program: the same seed spoils the same way."""

from __future__ import annotations

import random
import re
import string
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from index.segment import syllables
from index.wording.abbreviations import our_abbreviations
from index.wording.content import STOP_FILE
from index.wording.english import is_syllable
from ingest.spelling import fold, unify_tone_marks

_TONES = "\u0301\u0300\u0309\u0303\u0323"
_HATS = "\u0302\u0306\u031b"
_TELEX_KEYS = dict(zip(_HATS + _TONES, "~wwsfrxj", strict=True))
_VNI_KEYS = dict(zip(_HATS + _TONES, "68712345", strict=True))
_NEW_STYLE = re.compile(rf"(?<![qQ])([oOuU])([{_TONES}])([aAeEyY])(?![\w\u0300-\u036f])")
_WORD = re.compile(r"[^\W\d_]+")
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_POLITE = (
    ("Cho tôi hỏi ", " ạ"),
    ("Xin cho biết ", ""),
    ("Anh chị cho em hỏi ", " ạ, em cảm ơn"),
    ("Làm ơn giúp tôi: ", ""),
)
_FEWEST = 3
"""Letters of a word that is worth spoiling, and syllables of a question that has halves."""

Rarity = Callable[[str], int]
"""In how many passages a small syllable stands."""


@dataclass(frozen=True, slots=True)
class Hand:
    """Whose slips are always the same.

    Attributes:
        chance: Set by the question and the way of typing.
        rarity: Of the syllables of the library that is asked.
    """

    chance: random.Random
    rarity: Rarity


Way = Callable[[str, Hand], str]
"""A well-typed question -> the same typed badly; unchanged where that way leaves nothing to spoil."""


def press_telex(syllable: str, *, tone_at_end: bool = True) -> str:
    """The keys of *syllable*: each hat beside its letter, the tone at the end or behind its vowel."""
    return _press(syllable.replace("đ", "dd").replace("Đ", "DD"), _TELEX_KEYS, tone_at_end)


def press_vni(syllable: str, *, tone_at_end: bool = True) -> str:
    """The same with digits."""
    return _press(syllable.replace("đ", "d9").replace("Đ", "D9"), _VNI_KEYS, tone_at_end)


def _press(syllable: str, keys: dict[str, str], tone_at_end: bool) -> str:
    pressed, tone = "", ""
    for letter in syllable:
        parts = unicodedata.normalize("NFD", letter)
        pressed += parts[0]
        for mark in sorted(parts[1:], key=_TONES.find):  # a hat before a tone
            key = keys.get(mark, mark)
            if mark in _TONES and tone_at_end:
                tone = key
            else:
                pressed += parts[0] if key == "~" else key
    return pressed + tone


def _each(change: Callable[[str], str]) -> Way:
    """*change* done to every word."""
    return lambda text, _: _WORD.sub(lambda word: change(word[0]), text)


def _one(change: Callable[[str, Hand], str], fits: Callable[[str], bool], rarest: bool = False) -> Way:
    """*change* done to one word of those that fit: any, or the rarest that the library has."""

    def spoil(text: str, hand: Hand) -> str:
        words = [word for word in _WORD.finditer(text) if fits(word[0])]
        if rarest:
            held = [word for word in words if _plain(word[0]) not in _question_words() and hand.rarity(_plain(word[0]))]
            words = sorted(held, key=lambda word: (hand.rarity(_plain(word[0])), word.start()))[:1]
        if not words:
            return text
        word = hand.chance.choice(words)
        return text[: word.start()] + change(word[0], hand) + text[word.end() :]

    return spoil


def _plain(word: str) -> str:
    return "".join(syllables(word))


@cache
def _question_words() -> frozenset[str]:
    """The syllables of our list of words that only ask or link."""
    lines = STOP_FILE.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith(("#", "en:")) for word in syllables(line))


def _is_marked(word: str) -> bool:
    return fold(word) != word.lower()


def _is_worth_it(word: str) -> bool:
    return len(word) >= _FEWEST and not word.isupper()


def _bare_some(share: float) -> Way:
    def spoil(text: str, hand: Hand) -> str:
        return _WORD.sub(lambda word: _strip(word[0]) if hand.chance.random() < share else word[0], text)

    return spoil


def _bare_half(first: bool) -> Way:
    def spoil(text: str, _: Hand) -> str:
        words = list(_WORD.finditer(text))
        if len(words) < _FEWEST:
            return text
        middle = words[len(words) // 2].start()
        return _strip(text[:middle]) + text[middle:] if first else text[:middle] + _strip(text[middle:])

    return spoil


def _strip(text: str) -> str:
    """Without marks, in its capitals."""
    parts = unicodedata.normalize("NFD", text)
    bare = "".join(part for part in parts if not unicodedata.combining(part))
    return bare.replace("đ", "d").replace("Đ", "D")


def _strip_hats(word: str) -> str:
    parts = unicodedata.normalize("NFD", word)
    kept = "".join(part for part in parts if part not in _HATS)
    return unicodedata.normalize("NFC", kept).replace("đ", "d").replace("Đ", "D")


def _change_tone(word: str, hand: Hand) -> str:
    """The hat goes first, or it and the tone are no letter."""
    parts = unicodedata.normalize("NFD", word)
    tone = next(part for part in parts if part in _TONES)
    other = hand.chance.choice([one for one in _TONES if one != tone])
    return unicodedata.normalize("NFC", re.sub(rf"{tone}([{_HATS}]?)", rf"\1{other}", parts))


def _has_tone(word: str) -> bool:
    return any(part in _TONES for part in unicodedata.normalize("NFD", word))


def _old_tone_places(text: str) -> str:
    return unicodedata.normalize("NFC", _NEW_STYLE.sub(r"\1\3\2", unicodedata.normalize("NFD", text)))


def _drop(word: str, hand: Hand) -> str:
    place = hand.chance.randrange(len(word))
    return word[:place] + word[place + 1 :]


def _double(word: str, hand: Hand) -> str:
    place = hand.chance.randrange(len(word))
    return word[:place] + word[place] + word[place:]


def _swap(word: str, hand: Hand) -> str:
    places = [place for place in range(len(word) - 1) if word[place] != word[place + 1]]
    place = hand.chance.choice(places or [0])
    return word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def _hit_neighbour(word: str, hand: Hand) -> str:
    place = hand.chance.randrange(len(word))
    letter = _strip(word[place]).lower()
    row = next((row for row in _ROWS if letter in row), string.ascii_lowercase)
    at = row.index(letter)
    return word[:place] + hand.chance.choice(row[max(0, at - 1) : at] + row[at + 1 : at + 2]) + word[place + 1 :]


def _join(text: str, hand: Hand) -> str:
    gaps = [gap.start() for gap in re.finditer(r"(?<=[^\W\d_]) (?=[^\W\d_])", text)]
    if not gaps:
        return text
    gap = hand.chance.choice(gaps)
    return text[:gap] + text[gap + 1 :]


def _abbreviate(small: bool) -> Way:
    """The first form of every abbreviation whose usual meaning stands there, longer meanings first.

    In *small* letters no form that looks like a word.
    """
    forms: dict[str, str] = {}
    for form, meanings in our_abbreviations().marked.items():
        if form.isalpha() and len(form) > 1 and not (small and is_syllable(fold(form))):
            forms.setdefault(meanings[0].lower(), form)
    said = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, forms), key=len, reverse=True))})(?!\w)", re.I)

    def spoil(text: str, _: Hand) -> str:
        def shorten(found: re.Match[str]) -> str:
            form = forms[found[0].lower()]
            return form if small else form.upper()

        return said.sub(shorten, unify_tone_marks(text))

    return spoil


def _ask_politely(text: str, hand: Hand) -> str:
    before, after = hand.chance.choice(_POLITE)
    return f"{before}{text[:1].lower()}{text[1:].rstrip(' ?.')}{after}?"


WAYS: dict[str, Way] = {
    "không dấu": lambda text, _: _strip(text),
    "nửa có dấu, lẫn lộn": _bare_some(0.5),
    "nửa đầu không dấu": _bare_half(first=True),
    "nửa cuối không dấu": _bare_half(first=False),
    "dấu tách rời (NFD)": lambda text, _: unicodedata.normalize("NFD", text),
    "dấu thanh kiểu cũ": lambda text, _: _old_tone_places(text),
    "dấu thanh kiểu mới": lambda text, _: unify_tone_marks(text),
    "một dấu thanh sai": _one(_change_tone, _has_tone),
    "một chữ thiếu mũ, móc": _one(lambda word, _: _strip_hats(word), lambda word: _strip_hats(word) != word),
    "cả câu thiếu mũ, móc": _each(_strip_hats),
    "Telex, thanh cuối chữ": _each(press_telex),
    "Telex, thanh sau nguyên âm": _each(lambda word: press_telex(word, tone_at_end=False)),
    "Telex, một chữ": _one(lambda word, _: press_telex(word), _is_marked),
    "VNI, số cuối chữ": _each(press_vni),
    "VNI, số sau nguyên âm": _each(lambda word: press_vni(word, tone_at_end=False)),
    "VNI, một chữ": _one(lambda word, _: press_vni(word), _is_marked),
    "chữ hoa": lambda text, _: text.upper(),
    "chữ hoa, không dấu": lambda text, _: _strip(text).upper(),
    "thiếu một chữ cái": _one(_drop, _is_worth_it, rarest=True),
    "thừa một chữ cái": _one(_double, _is_worth_it, rarest=True),
    "đảo hai chữ cái": _one(_swap, _is_worth_it, rarest=True),
    "nhầm phím bên cạnh": _one(_hit_neighbour, _is_worth_it, rarest=True),
    "không dấu, thiếu một chữ cái": lambda text, hand: _strip(_one(_drop, _is_worth_it, rarest=True)(text, hand)),
    "dính hai chữ": _join,
    "không dấu, dính hai chữ": lambda text, hand: _strip(_join(text, hand)),
    "thiếu cách sau dấu phẩy": lambda text, _: re.sub(r",\s+", ",", text),
    "viết tắt, chữ hoa": _abbreviate(small=False),
    "viết tắt, chữ thường": _abbreviate(small=True),
    "bỏ dấu câu": lambda text, _: " ".join(re.sub(r"[^\w\s/-]", " ", text).split()),
    "thêm lời lịch sự": _ask_politely,
}
"""Name -> how it is typed."""
ADDING = frozenset({"thêm lời lịch sự"})
"""Ways that say more than the question: it must be part of what is understood."""


def spoil(question: str, way: str, rarity: Rarity) -> str:
    """*question* typed in that *way*."""
    return WAYS[way](unicodedata.normalize("NFC", question), Hand(random.Random(f"{way}|{question}"), rarity))


def list_spoilt(questions: Sequence[str], way: str, rarity: Rarity) -> list[tuple[int, str]]:
    """Place and bad typing of those of *questions* that it spoils."""
    typed = [(place, spoil(question, way, rarity)) for place, question in enumerate(questions)]
    return [(place, one) for place, one in typed if one != questions[place]]
