"""A question as typed -> as meant: keystrokes decoded, slips mended, accents restored, abbreviations read out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.segment import syllables
from index.wording.abbreviations import Snippet, find_signs
from index.wording.english import is_english_word, is_syllable
from index.wording.keystrokes import decode, has_hat
from index.wording.restore import Language, Option, find_likeliest
from index.wording.slips import find_mended, split_joined
from index.wording.stretches import Stretch, take_as_typed
from index.wording.wordlist import is_real, is_real_pair, may_be_real
from ingest.spelling import fold

_WORD = re.compile(r"[^\W_]+")
_NUMBERED = re.compile(r"([^\W\d_]{2,})(\d+)")
_RESTORED, _DECODED, _SPLIT, _MENDED = 10.0, 1.0, 0.0, 6.0
"""What a reading costs, in nats; the first in a question that is otherwise typed with its marks."""
_RESTORED_UNHEARD, _UNHEARD = 2.0, 7.0
"""The same where there is no such syllable without marks; and to keep it, in a question typed without any."""
_MOSTLY, _LACKING, _COMMONER = 0.5, 6, 3
"""Share of marks from which a bare word of Vietnamese is one; weight of a bare syllable that is none; how many times
commoner a syllable with other marks must be."""
_TIED, _TIED_TO_A_STRANGER, _TIED_IN = 0.5, 0.2, 2
"""Share of a syllable's passages in which another stands beside it, from which the two are tied; the same where what
was typed stands nowhere in the library; least number of passages."""


def rewrite(pieces: Sequence[Snippet], language: Language) -> list[list[Stretch]]:
    """The parts of a question, each read as is likeliest beside the others; then readings nearly as likely."""
    text = "".join(piece.text for piece in pieces)
    words = list(_cut_words(pieces, find_signs(text)))
    rows = find_likeliest(_Reader(words, language).read(), language)
    return [list(_make_parts(text, words, row)) for row in rows]


def _make_parts(text: str, words: Sequence[_Word], options: Sequence[Option]) -> Iterator[Stretch]:
    end = 0
    for word, option in zip(words, options, strict=True):
        if word.start > end:
            yield take_as_typed(text[end : word.start])
        yield _make_part(word, option)
        end = word.end
    if end < len(text):
        yield take_as_typed(text[end:])


@dataclass(frozen=True, slots=True)
class _Word:
    """A run of letters and digits, or an abbreviation; *fixed* where it is to be left as it is."""

    text: str
    start: int
    syllables: tuple[str, ...]
    meanings: tuple[str, ...] = ()
    fixed: bool = False

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def _cut_words(pieces: Sequence[Snippet], signs: Sequence[tuple[int, int]]) -> Iterator[_Word]:
    place = 0
    for piece in pieces:
        if piece.meanings:
            yield _Word(piece.text, place, tuple(syllables(piece.meanings[0])), piece.meanings, fixed=True)
        else:
            for found in _WORD.finditer(piece.text):
                start, end = place + found.start(), place + found.end()
                fixed = any(left < end and start < right for left, right in signs)
                yield _Word(found[0], start, tuple(syllables(found[0])) or (found[0],), fixed=fixed)
        place += len(piece.text)


class _Reader:
    """Finds the ways to read each word of a question."""

    def __init__(self, words: Sequence[_Word], language: Language) -> None:
        self._words = words
        self._language = language
        self._decoded = [None if word.fixed else self._decode(word) for word in words]
        self._in_keys = self._are_keys()
        self._marked = self._measure_marked()

    def _measure_marked(self) -> float:
        """How far the question was typed with its marks, 0 to 1: bare syllables that are none weigh against it."""
        marked, bare = 0, 0
        for word, made in zip(self._words, self._decoded, strict=True):
            typed = word.syllables[0]
            if not word.fixed and typed.isalpha():
                marked += fold(typed) != typed or (self._in_keys and made is not None)
                bare += fold(typed) == typed and not is_real(typed) and bool(self._language.spellings(typed))
        return marked / (marked + _LACKING * bare) if marked else 0.0

    def read(self) -> list[list[Option]]:
        """The options of each word; the first is what was typed."""
        options = [self._read_surely(place) for place in range(len(self._words))]
        for place, found in enumerate(options):
            before = self._around(options, place - 1, last=True) if place else []
            after = self._around(options, place + 1, last=False) if place + 1 < len(options) else []
            if not found:
                options[place] = self._read_boldly(place, before, after)
            elif len(found) == 1 and self._is_out_of_place(place, before, after):
                options[place] += self._remark(place, before, after)
        return options

    def _around(self, options: Sequence[Sequence[Option]], place: int, last: bool) -> list[str]:
        """The syllables that may stand on the near side of a word; as typed where nothing is known of it."""
        found = [option.said[-1 if last else 0] for option in options[place]]
        return found or [self._words[place].syllables[-1 if last else 0]]

    def _read_surely(self, place: int) -> list[Option]:
        """What needs no neighbour: known words, their accents, keystrokes; empty where the word is unknown."""
        word, decoded = self._words[place], self._decoded[place]
        typed = word.syllables
        kept = Option(typed, typed)
        if word.fixed or len(typed) != 1:
            return [kept]
        if decoded and self._in_keys:
            return [kept, Option((decoded,), (decoded,), _DECODED, decoded=True)]
        if not typed[0].isalpha():
            return [] if decoded or _NUMBERED.fullmatch(typed[0]) else [kept]
        if fold(typed[0]) != typed[0]:
            return [kept] if self._language.knows(typed[0]) else []
        spellings = self._language.spellings(typed[0])
        cost = _RESTORED * self._marked**3  # of questions that are half bare, bare syllables still are
        if self._marked > _MOSTLY and self._is_word(place):
            return [kept]
        if typed[0] not in spellings and not self._is_name(place) and not is_real(typed[0]):
            kept, cost = Option(typed, typed, _UNHEARD * (1 - self._marked)), _RESTORED_UNHEARD * self._marked
        others = [Option((said,), typed, cost) for said in spellings if said != typed[0]]
        return [kept, *others] if spellings else []

    def _read_boldly(self, place: int, before: Sequence[str], after: Sequence[str]) -> list[Option]:
        """An unknown word: a slip where what it should be is known beside a neighbour."""
        typed = self._words[place].syllables[0]
        kept = Option((typed,), (typed,))
        if self._is_meant(place, before, after):
            return [kept]
        mended = [option for option in self._mend(place) if self._stands(typed, option, before, after)]
        return [kept, *mended] if mended else list(self._part_number(typed)) or [kept]

    def _mend(self, place: int) -> Iterator[Option]:
        typed, decoded = self._words[place].syllables[0], self._decoded[place]
        if decoded:
            yield Option((decoded,), (decoded,), _DECODED, decoded=True)
        if typed.isalpha() and len(typed) > 1:  # a letter alone, as "k" for "không", is one slip away from any other
            found = find_mended(typed, self._language)
            yield from (Option((said,), (looked_up,), _MENDED) for looked_up, said in found)
            if not is_syllable(fold(typed)):
                for row in split_joined(typed, self._language):
                    yield Option(tuple(said for _, said in row), tuple(one for one, _ in row), _SPLIT)

    def _part_number(self, typed: str) -> Iterator[Option]:
        """ "điều5" is "điều 5"."""
        parts = _NUMBERED.fullmatch(typed)
        if parts:
            word, number = parts.groups()
            known = [word] if self._language.knows(word) else []
            spellings = self._language.spellings(word) if fold(word) == word and len(word) > 2 else known
            yield from (Option((said, number), (word, number)) for said in spellings)

    def _is_out_of_place(self, place: int, before: Sequence[str], after: Sequence[str]) -> bool:
        """Whether a known syllable with marks was never seen beside its neighbours: "kiêm tra"."""
        typed = self._words[place].syllables
        if self._words[place].fixed or len(typed) != 1 or fold(typed[0]) == typed[0] or self._is_name(place):
            return False
        pairs = [*((one, typed[0]) for one in before), *((typed[0], one) for one in after)]
        return not any(self._language.count_pair(*pair) or is_real_pair(*pair) for pair in pairs)

    def _remark(self, place: int, before: Sequence[str], after: Sequence[str]) -> Iterator[Option]:
        """The same letters with other marks: a commoner syllable that the library has as a word with a neighbour, or
        one that is tied to it.
        """
        typed = self._words[place].syllables[0]
        least = _COMMONER * max(1, self._language.variety(typed))
        for said in self._language.spellings(fold(typed)):
            pairs = [*((one, said) for one in before), *((said, one) for one in after)]
            words = [pair for pair in pairs if self._language.holds_pair(*pair) and is_real_pair(*pair)]
            if said != typed and (
                (words and self._language.variety(said) >= least) or self._is_tied(said, pairs, _TIED)
            ):
                yield Option((said,), (said,), _MENDED)

    def _stands(self, typed: str, option: Option, before: Sequence[str], after: Sequence[str]) -> bool:
        """Whether *option* is known beside a neighbour; where *typed* could be meant, they must be one word."""
        if len(option.said) > 1:
            return True
        pairs = [*((one, option.said[0]) for one in before), *((option.said[0], one) for one in after)]
        held = [pair for pair in pairs if self._language.count_pair(*pair) > 0]
        if not may_be_real(typed):
            return bool(held)
        remarked = fold(typed) == fold(option.said[0])
        return any(is_real_pair(*pair) for pair in held) or (
            remarked and self._is_tied(option.said[0], held, _TIED_TO_A_STRANGER)
        )

    def _is_tied(self, said: str, pairs: Sequence[tuple[str, str]], share: float) -> bool:
        """Whether the library has *said* beside a neighbour wherever, nearly, that neighbour stands."""
        for pair in pairs:
            together = self._language.count_pair(*pair) if self._language.holds_pair(*pair) else 0
            neighbour = pair[1] if pair[0] == said else pair[0]
            if together >= max(_TIED_IN, share * self._language.count(neighbour)):
                return True
        return False

    def _is_meant(self, place: int, before: Sequence[str], after: Sequence[str]) -> bool:
        """Whether an unknown word is rather a name, a word of Vietnamese, or English than a slip."""
        word = self._words[place]
        typed = word.syllables[0]
        if is_english_word(typed) or (word.text.isupper() and not self._shouted):
            return True
        if self._is_name(place):
            return True
        pairs = [*((one, typed) for one in before), *((typed, one) for one in after)]
        return any(is_real_pair(*pair) for pair in pairs)

    def _is_word(self, place: int) -> bool:
        """Whether a word and a neighbour, as typed, stand side by side in a word of Vietnamese."""
        row = [
            one.syllables[0] if len(one.syllables) == 1 else "" for one in self._words[max(0, place - 1) : place + 2]
        ]
        return any(is_real_pair(*pair) for pair in pairwise(row))

    def _is_name(self, place: int) -> bool:
        """Whether it and a neighbour have capitals within the question."""
        neighbours = [self._words[other] for other in (place - 1, place + 1) if 0 <= other < len(self._words)]
        capital = place > 0 and self._words[place].text[0].isupper() and not self._shouted
        return capital and any(one.text[0].isupper() for one in neighbours)

    @property
    def _shouted(self) -> bool:
        return all(word.text.isupper() for word in self._words if word.text.isalpha())

    def _decode(self, word: _Word) -> str | None:
        """What the keys of an unknown *word* make."""
        typed = word.syllables
        if len(typed) != 1 or self._language.spellings(fold(typed[0])) or typed[0].isdigit():
            return None
        return decode(typed[0])

    def _are_keys(self) -> bool:
        """Whether raw keys were typed: one word that can be nothing else, or two that make known ones."""
        sure, likely = 0, 0
        for word, made in zip(self._words, self._decoded, strict=True):
            if made and self._language.knows(made) and not is_english_word(word.syllables[0]):
                sure += _is_sure(word.syllables[0], made)
                likely += 1
        return sure > 0 or likely > 1


def _is_sure(typed: str, made: str) -> bool:
    """Whether keys mark a letter, or a digit stands within the word, which no number does."""
    return has_hat(made) or any(key.isdigit() for key in typed[:-1])


def _make_part(word: _Word, option: Option) -> Stretch:
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
