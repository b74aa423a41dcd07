"""Text set in the fonts of before Unicode (TCVN3, VNI, VISCII, VPS) -> Unicode. Every reader ends here.

Such a file holds "Céng hßa" and its font draws "Cộng hòa". A font's name tells the encoding; where it tells nothing
(a text file, a PDF without names, "Times New Roman" put over everything) the words do: a reading that makes Vietnamese
syllables of what was none wins. Text that already is Unicode, or is not Vietnamese, comes back character for character.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from ingest.language import fill
from ingest.patterns.signs import SIGN
from ingest.readers.legacy.encodings import ENCODINGS, TCVN3, decode, draws_capitals, encoding_of_font, family_name
from ingest.readers.legacy.words import has_vowel, is_syllable, is_well_cased

OPTIONAL_HYPHEN = "\x1f"
"""What a reader gives for a place where a word may be parted, as Word keeps it."""

_SMALL_U_HORN = "\u00ad"  # in TCVN3
_FEWEST_SURE_WORDS = 3
_LONGEST_WORD = 24  # characters, marks apart: what is longer is no syllable, whatever it is
_LEAST_SHARE = 0.8  # of the accented words, for a reading that no font vouches for
_LEAST_PLAIN_SHARE = 0.5  # of the words without accents: Vietnamese writes syllables, other languages do not
_TOKEN = re.compile(r"[^\s!-/:-@\[-`{-~“”‘’–—…0-9]+")
# Not one of them can be drawn by an eight-bit font: the text is Unicode already.
_UNICODE_ONLY = re.compile("[ĂăĐđĨĩŨũƠơƯư\u0300-\u0323\u1ea0-\u1ef9]")  # vi: letters
_SUSPECT = re.compile(
    "[\x02-\x06\x10-\x15\x19\x1c-\x1e\x80-\xff\u0152\u0153"  # vi: letters
    "\u0160\u0161\u0178\u017d\u017e\u0192\uf020-\uf0ff]"
)
_LETTERS = re.compile(r"([^\W\d_]+)")
# A capital, and nothing but small accented letters after it.
_SMALL_ACCENTS_ONLY = re.compile(r"[A-Z][^\W\d_A-Za-z]+")


class Run(NamedTuple):
    """A stretch of text as the file holds it.

    Attributes:
        font: Its name in the file, with whatever tag or style; ``None`` where the file does not say.
        capitals: Whether the file asks for it to be drawn in capitals.
    """

    text: str
    font: str | None = None
    capitals: bool = False


@dataclass(frozen=True, slots=True)
class Restored:
    """Paragraphs in Unicode, as many as were given.

    Attributes:
        notes: What was done, for ``Reading.notes``; none where nothing was.
    """

    paragraphs: tuple[str, ...]
    notes: tuple[str, ...]


class _Stretch(NamedTuple):
    """Neighbouring runs of a paragraph whose fonts say the same, and the encoding to read them by.

    Attributes:
        gained: Vietnamese words that *encoding* makes of what was none; below 0, words it would spoil.
    """

    runs: tuple[Run, ...]
    encoding: str | None
    sure: bool
    gained: int = 0

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


def restore_unicode(text: str, font: str | None = None) -> str:
    """*text*, each line a paragraph, as a person would read it in *font*.

    >>> restore_unicode("Céng hßa x· héi chñ nghÜa ViÖt Nam")
    'Cộng hòa xã hội chủ nghĩa Việt Nam'
    >>> restore_unicode("céng hßa", ".VnTimeH")
    'CỘNG HÒA'
    """
    return "\n".join(restore_runs([[Run(line, font)] for line in text.split("\n")]).paragraphs)


def restore_runs(paragraphs: Iterable[Sequence[Run]]) -> Restored:
    """Each paragraph read by its own fonts, and where they are silent by its words, then by the rest of the file."""
    stretched = [_stretches(runs) for runs in _without_hyphens([list(runs) for runs in paragraphs])]
    every = [one for stretches in stretched for one in stretches]
    usual = _usual_encoding(every)
    # Where no font speaks and nothing is Unicode, a word that reads both ways ("cã", có) is no exception.
    least = 0 if usual and all(one.encoding or not one.sure for one in every) and not _named(every) else 1
    settled = [_settle(stretches, usual, least) for stretches in stretched]
    return Restored(tuple("".join(map(_write, stretches)) for stretches in settled), _notes(settled))


def _without_hyphens(paragraphs: list[list[Run]]) -> list[list[Run]]:
    """Optional hyphens are left out. But some programs turn U+00AD into one, and to TCVN3 that is ư: where not one
    ư is left in the file, they stand for it."""
    runs = [run for one in paragraphs for run in one]
    if not any(OPTIONAL_HYPHEN in run.text for run in runs):
        return paragraphs
    meant = "" if any(_SMALL_U_HORN in run.text for run in runs) else _SMALL_U_HORN
    return [[run._replace(text=run.text.replace(OPTIONAL_HYPHEN, meant)) for run in one] for one in paragraphs]


def _stretches(runs: Sequence[Run]) -> list[_Stretch]:
    grouped = groupby((run for run in runs if run.text), key=lambda run: encoding_of_font(run.font))
    return [_judge(tuple(group), hint) for hint, group in grouped]


def _judge(runs: tuple[Run, ...], hint: str | None) -> _Stretch:
    """How to read *runs* by themselves."""
    text = "".join(run.text for run in runs)
    if not _SUSPECT.search(text):
        return _Stretch(runs, hint, hint is not None)
    as_is = _score(text, None)
    if _UNICODE_ONLY.search(text) and as_is >= _LEAST_SHARE * len(_accented(text, None)):
        return _Stretch(runs, None, hint is not None or as_is >= _FEWEST_SURE_WORDS, -as_is)
    scores = {encoding: _score(text, encoding) for encoding in ENCODINGS}
    best = max(ENCODINGS, key=lambda encoding: (scores[encoding], encoding == hint))
    if hint is not None:
        return _Stretch(runs, _against_font(text, hint, best, scores, as_is), True)
    gained = scores[best] - as_is
    fits = scores[best] >= _LEAST_SHARE * len(_accented(text, best)) and _reads_as_vietnamese(text)
    if gained > 0 and fits:
        return _Stretch(runs, best, gained >= _FEWEST_SURE_WORDS, gained)
    return _Stretch(runs, None, as_is >= _FEWEST_SURE_WORDS, -as_is)


def _against_font(text: str, hint: str, best: str, scores: dict[str, int], as_is: int) -> str | None:
    """The encoding of *text* under a font drawn for *hint*: people paste Unicode, or other encodings, into any font."""
    if _UNICODE_ONLY.search(text) and as_is >= scores[hint]:
        return None
    clear = scores[best] >= 2 * max(scores[hint], as_is) + _FEWEST_SURE_WORDS
    return best if clear else hint


def _usual_encoding(stretches: list[_Stretch]) -> str | None:
    """The encoding of most of the file, or where no stretch is long enough to be sure of, that of all short ones."""
    sure = Counter[str]()
    short = Counter[str]()
    for one in stretches:
        if one.encoding:
            (sure if one.sure else short)[one.encoding] += len(one.text) if one.sure else one.gained
    if sure or not short:
        return sure.most_common(1)[0][0] if sure else None
    encoding, gained = short.most_common(1)[0]
    return encoding if gained >= _FEWEST_SURE_WORDS and gained > -sum(min(one.gained, 0) for one in stretches) else None


def _named(stretches: list[_Stretch]) -> bool:
    return any(encoding_of_font(run.font) for one in stretches for run in one.runs)


def _settle(stretches: list[_Stretch], usual: str | None, least: int) -> list[_Stretch]:
    """Stretches too short to be judged alone follow their paragraph, or the file."""
    around = next((one.encoding for one in stretches if one.sure and one.encoding), usual)
    return [one if one.sure else _follow(stretches, i, around, least) for i, one in enumerate(stretches)]


def _follow(stretches: list[_Stretch], i: int, around: str | None, least: int) -> _Stretch:
    """Stretch *i* in the encoding *around* it, if *least* of its words, whole with what touches them, are mended."""
    one = stretches[i]
    if around is None or not _SUSPECT.search(one.text):
        return one._replace(encoding=None)
    before = _TOKEN.findall(stretches[i - 1].text[-20:])[-1:] if i and _touch(stretches[i - 1], one) else []
    after = _TOKEN.findall(stretches[i + 1].text[:20])[:1] if _touch(one, *stretches[i + 1 : i + 2]) else []
    whole = "".join((*before, one.text, *after))
    score = _score(whole, around)
    mended = score - _score(one.text, None) >= least and 2 * score >= len(_accented(whole, around)) > 0
    return one._replace(encoding=around if mended else None)


def _touch(*pair: _Stretch) -> bool:
    """Whether the two of *pair* meet inside a word."""
    return len(pair) == 2 and bool(_TOKEN.fullmatch(pair[0].text[-1] + pair[1].text[0]))


def _accented(text: str, encoding: str | None) -> list[bool]:
    """Of the words of *text* that bear more than ASCII and may be read aloud: is it Vietnamese, read in *encoding*?"""
    words = (word for word in _TOKEN.findall(text) if not word.isascii() and len(word) <= _LONGEST_WORD)
    judged = (_judge_word(word, encoding) for word in words)
    return [verdict for verdict in judged if verdict is not None]


@lru_cache(maxsize=65536)
def _judge_word(word: str, encoding: str | None) -> bool | None:
    """Whether *word*, read in *encoding*, is Vietnamese; ``None`` where it is no word."""
    read = decode(word, encoding) if encoding else word
    if not any(map(str.isalpha, word)) or not (has_vowel(word) or has_vowel(read)):
        return None
    return is_syllable(read) and (encoding == TCVN3 or is_well_cased(read))


def _score(text: str, encoding: str | None) -> int:
    """How many accented words of *text* are Vietnamese when read in *encoding*."""
    return sum(_accented(text, encoding))


def _reads_as_vietnamese(text: str) -> bool:
    plain = [word for word in _TOKEN.findall(text) if word.isascii() and word.isalpha() and len(word) > 1]
    known = sum(map(is_syllable, plain))
    return len(plain) < _FEWEST_SURE_WORDS or known >= _LEAST_PLAIN_SHARE * len(plain)


def _write(stretch: _Stretch) -> str:
    """The stretch in Unicode; a letter and its mark in two runs are one letter, so runs are joined before reading."""
    parts = []
    for capitals, group in groupby(stretch.runs, key=lambda run: run.capitals or _in_capitals_font(run, stretch)):
        text = "".join(run.text for run in group)
        if stretch.encoding and _SUSPECT.search(text):
            text = _decode_around_unicode(text, stretch.encoding)
        parts.append(_in_capitals(text) if capitals else text)
    return "".join(parts)


def _in_capitals(text: str) -> str:
    """*text* in capitals; a sign keeps the letters it was typed with, as TTg is a name: "Số 115/2004/QĐ-TTg"."""
    parts, done = [], 0
    for match in SIGN.regex.finditer(text):
        parts += [text[done : match.start()].upper(), match[0]]
        done = match.end()
    return "".join((*parts, text[done:].upper()))


def _in_capitals_font(run: Run, stretch: _Stretch) -> bool:
    return stretch.encoding == TCVN3 and draws_capitals(run.font)


def _decode_around_unicode(text: str, encoding: str) -> str:
    """*text* in Unicode, but for the words that are so already."""
    if not _UNICODE_ONLY.search(text):
        return _decode_cased(text, encoding)
    parts = re.split(r"(\s+)", text)
    return "".join(part if _UNICODE_ONLY.search(part) else _decode_cased(part, encoding) for part in parts)


def _decode_cased(text: str, encoding: str) -> str:
    decoded = decode(text, encoding)
    return _raise_accents(decoded) if encoding == TCVN3 and not decoded.islower() else decoded


def _raise_accents(text: str) -> str:
    """``"QUYếT"`` in capitals: TCVN3 has none with accents, so the typist had no other way. ``"Về UBND"`` stays."""
    parts = [part.upper() if _is_raised(part) else part for part in _LETTERS.split(text)]
    for i in range(1, len(parts), 2):
        if _SMALL_ACCENTS_ONLY.fullmatch(parts[i]) and any(
            map(_is_capital_syllable, (*parts[i - 2 : i - 1], *parts[i + 2 : i + 3]))
        ):
            parts[i] = parts[i].upper()
    return "".join(parts)


def _is_raised(word: str) -> bool:
    plain = "".join(letter for letter in word if letter.isascii())
    return len(plain) >= 2 and plain.isalpha() and plain.isupper()


def _is_capital_syllable(word: str) -> bool:
    return len(word) >= 2 and word.isupper() and is_syllable(word)


def _notes(settled: list[list[_Stretch]]) -> tuple[str, ...]:
    fonts: dict[str, set[str]] = {}
    for stretch in (one for stretches in settled for one in stretches):
        if stretch.encoding and _SUSPECT.search(stretch.text):
            named = {family_name(run.font) for run in stretch.runs if encoding_of_font(run.font)}
            fonts.setdefault(stretch.encoding, set()).update(named)
    return tuple(_note(encoding, fonts[encoding]) for encoding in ENCODINGS if encoding in fonts)


def _note(encoding: str, fonts: set[str]) -> str:
    names = {_name_alike(font) for font in fonts} if encoding == TCVN3 else fonts
    named = f" ({', '.join(sorted(names))})" if names else ""
    return fill("Chữ viết bằng phông {fonts} đã được chuyển sang Unicode.", fonts=f"{encoding}{named}")


def _name_alike(font: str) -> str:
    """One name of a font that machines call by several: "VnTime", "VNTime" and ".VnTime"."""
    bare = font.lstrip(".")
    return f".Vn{bare[2:]}" if bare[:2].lower() == "vn" else font
