"""A question as typed -> as meant: keystrokes decoded, slips mended, accents restored, abbreviations read out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from index.segment import syllables
from index.wording.abbreviations import Snippet, find_signs
from index.wording.reader import Reader, Word
from index.wording.restore import Language, Option, find_likeliest
from index.wording.stretches import Stretch, take_as_typed

_WORD = re.compile(r"[^\W_]+")
_PAUSE = re.compile(r"[^\w\s/-]")


def rewrite(pieces: Sequence[Snippet], language: Language) -> list[list[Stretch]]:
    """The parts of a question, each read as is likeliest beside the others; then readings nearly as likely."""
    text = "".join(piece.text for piece in pieces)
    words = list(_cut_words(pieces, find_signs(text)))
    paused = frozenset(place for place, word in enumerate(words) if word.paused)
    rows = find_likeliest(Reader(words, language).read(), language, paused)
    return [list(_make_parts(text, words, row)) for row in rows]


def _make_parts(text: str, words: Sequence[Word], options: Sequence[Option]) -> Iterator[Stretch]:
    end = 0
    for word, option in zip(words, options, strict=True):
        if word.start > end:
            yield take_as_typed(text[end : word.start])
        yield _make_part(word, option)
        end = word.end
    if end < len(text):
        yield take_as_typed(text[end:])


def _cut_words(pieces: Sequence[Snippet], signs: Sequence[tuple[int, int]]) -> Iterator[Word]:
    place, paused = 0, False
    for piece in pieces:
        if piece.meanings:
            said = tuple(syllables(piece.meanings[0]))
            yield Word(piece.text, place, said, piece.meanings, fixed=True, paused=paused)
            paused = False
        else:
            end = 0
            for found in _WORD.finditer(piece.text):
                paused = paused or _PAUSE.search(piece.text, end, found.start()) is not None
                start, end = place + found.start(), found.end()
                fixed = any(left < place + end and start < right for left, right in signs)
                said = _read_syllables(found[0])
                yield Word(found[0], start, said, fixed=fixed, paused=paused)
                paused = False
            paused = _PAUSE.search(piece.text, end) is not None
        place += len(piece.text)


@lru_cache(maxsize=1 << 14)
def _read_syllables(typed: str) -> tuple[str, ...]:
    """Of one word; kept, as the same few thousand come again and again."""
    return tuple(syllables(typed)) or (typed,)


def _make_part(word: Word, option: Option) -> Stretch:
    if word.meanings:
        return Stretch(word.text, word.text, word.meanings[0], word.meanings)
    if option.said == word.syllables:
        return take_as_typed(word.text)
    looked_up, said = (_dress(" ".join(row), word.text) for row in (option.looked_up, option.said))
    return Stretch(word.text, looked_up, said, decoded=option.decoded)


def _dress(said: str, typed: str) -> str:
    """*said* in the capitals of what was typed."""
    if typed.isupper() and len(typed) > 1:
        return said.upper()
    return said[:1].upper() + said[1:] if typed[:1].isupper() else said
