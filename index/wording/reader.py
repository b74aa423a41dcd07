"""The ways to read each word of a question, with what each costs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.segment import fold_syllable
from index.wording.beside import Beside
from index.wording.content import is_light
from index.wording.english import is_english_word, is_syllable
from index.wording.keystrokes import decode, has_hat
from index.wording.restore import Language, Option
from index.wording.slips import find_mended, split_in_two, split_joined, strip_hats
from index.wording.wordlist import is_real, is_real_pair, may_be_real

_NUMBERED = re.compile(r"([^\W\d_]{2,})(\d+)")
_RESTORED, _DECODED, _SPLIT, _SPLIT_ANEW, _MENDED, _REMADE = 10.0, 1.0, 0.0, 6.0, 6.0, 12.0
"""What a reading costs, in nats: the first in a question that is otherwise typed with its marks, that of a split where
the library never has the two side by side, the last where what was typed is a word of the library too."""
_RESTORED_UNHEARD, _UNHEARD = 2.0, 7.0
"""The same where there is no such syllable without marks; and to keep it, in a question typed without any."""
_FEWEST_KEYS = 4
"""Keys of a word that is surely one in keys, among words with marks."""
_HATTED, _FEWEST_HATLESS = 1.0, 6
"""What a hat costs in a question that has none; least number of marked syllables that tell so."""
_MOSTLY, _LACKING, _COMMONER = 0.5, 6, 3
"""Share of marks from which a bare word of Vietnamese is one; weight of a bare syllable that is none; how many times
commoner a syllable with other marks must be."""
_TIED, _TIED_TO_A_STRANGER = 0.5, 0.2
"""Share of a syllable's passages in which another stands beside it, from which the two are tied; the same where what
was typed stands nowhere in the library."""


@dataclass(frozen=True, slots=True)
class Word:
    """A run of letters and digits, or an abbreviation.

    Attributes:
        syllables: As typed, or of the usual meaning.
        fixed: Whether it is to be left as it is.
        paused: Whether a sign that parts words stands before it.
    """

    text: str
    start: int
    syllables: tuple[str, ...]
    meanings: tuple[str, ...] = ()
    fixed: bool = False
    paused: bool = False

    @property
    def end(self) -> int:
        """One past its last character."""
        return self.start + len(self.text)

    @property
    def is_bare(self) -> bool:
        """Whether its first syllable bears no mark."""
        return fold_syllable(self.syllables[0]) == self.syllables[0]


class Reader:
    """Finds the ways to read each word of a question."""

    def __init__(self, words: Sequence[Word], language: Language) -> None:
        self._words = words
        self._language = language
        self._shouted = all(word.text.isupper() for word in words if word.text.isalpha())
        self._decoded = [None if word.fixed else self._decode(word) for word in words]
        self._in_keys = self._are_keys()
        self._marked = self._measure_marked()
        self._hatless = self._lacks_hats()

    def _measure_marked(self) -> float:
        """How far the question was typed with its marks, 0 to 1: bare syllables that are none weigh against it."""
        marked, bare = 0, 0
        for word, made in zip(self._words, self._decoded, strict=True):
            typed = word.syllables[0]
            in_keys = self._in_keys and made is not None
            if not word.fixed and (typed.isalpha() or in_keys):
                marked += not word.is_bare or in_keys
                bare += word.is_bare and not in_keys and not is_real(typed) and bool(self._language.spellings(typed))
        return marked / (marked + _LACKING * bare) if marked else 0.0

    def _lacks_hats(self) -> bool:
        """Whether only tones were typed, as half of all syllables with marks have a hat, a horn or a bar."""
        marked = [word.syllables[0] for word in self._words if not word.fixed and not word.is_bare]
        return len(marked) >= _FEWEST_HATLESS and not any(map(has_hat, marked))

    def read(self) -> list[list[Option]]:
        """The options of each word; the first is what was typed."""
        options = [self._read_surely(place) for place in range(len(self._words))]
        for place, found in enumerate(options):
            before = self._around(options, place - 1, last=True) if place else []
            after = self._around(options, place + 1, last=False) if place + 1 < len(options) else []
            if not found:
                options[place] = self._read_boldly(place, Beside(before, after, self._language))
            elif len(found) == 1:
                options[place] += self._read_again(place, Beside(before, after, self._language))
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
            kept = Option(typed, typed, 0.0 if is_syllable(typed[0]) else _UNHEARD)
            return [kept, Option((decoded,), (decoded,), _DECODED, decoded=True)]
        if not typed[0].isalpha():
            return [] if decoded or _NUMBERED.fullmatch(typed[0]) else [kept]
        return self._read_letters(place, kept)

    def _read_letters(self, place: int, kept: Option) -> list[Option]:
        """The same of a word of letters; *kept* as it is typed."""
        word, typed = self._words[place], kept.said
        if self._hatless and (hatted := list(self._put_hats(typed[0]))):
            return [kept, *hatted]
        if not word.is_bare:  # the library has words run together too, but no language has their marks
            return [kept] if self._language.knows(typed[0]) and is_syllable(fold_syllable(typed[0])) else []
        spellings = self._language.spellings(typed[0])
        cost = _RESTORED * self._marked**3  # of questions that are half bare, bare syllables still are
        if self._marked > _MOSTLY and self._is_word(place):
            return [kept]
        if typed[0] not in spellings and not self._is_name(place) and not is_real(typed[0]):
            kept, cost = Option(typed, typed, _UNHEARD * (1 - self._marked)), _RESTORED_UNHEARD * self._marked
        others = [Option((said,), typed, cost) for said in spellings if said != typed[0]]
        return [kept, *others] if spellings else []

    def _put_hats(self, typed: str) -> Iterator[Option]:
        """The same letters and tone with hats, horns and bars."""
        for said in self._language.spellings(fold_syllable(typed)):
            if said != typed and strip_hats(said) == typed:
                yield Option((said,), (said,), _HATTED)

    def _read_boldly(self, place: int, beside: Beside) -> list[Option]:
        """An unknown word: a slip where what it should be is known beside a neighbour."""
        typed = self._words[place].syllables[0]
        kept = Option((typed,), (typed,))
        parted = self._part(typed, beside)
        if parted or self._is_meant(place, beside):
            return [kept, *parted]
        mended = [option for option in self._mend(place) if self._stands(typed, option, beside)]
        return [kept, *mended] if mended else list(self._part_number(typed)) or [kept]

    def _mend(self, place: int) -> Iterator[Option]:
        typed, decoded = self._words[place].syllables[0], self._decoded[place]
        if decoded:
            yield Option((decoded,), (decoded,), _DECODED, decoded=True)
        if typed.isalpha() and len(typed) > 1:  # a letter alone, as "k" for "không", is one slip away from any other
            found = find_mended(typed, self._language)
            yield from (Option((said,), (looked_up,), _MENDED) for looked_up, said in found)

    def _part(self, typed: str, beside: Beside) -> list[Option]:
        """Words run together: known side by side, or else two that the library has beside what stands around them."""
        if not typed.isalpha() or is_syllable(fold_syllable(typed)):
            return []
        rows = [(row, _SPLIT) for row in split_joined(typed, self._language)]
        if not rows:
            halves = split_in_two(typed, self._language)
            rows = [(row, _SPLIT_ANEW) for row in halves if beside.fits(row[0][1], row[-1][1])]
        return [Option(tuple(said for _, said in row), tuple(one for one, _ in row), cost) for row, cost in rows]

    def _part_number(self, typed: str) -> Iterator[Option]:
        """ "điều5" is "điều 5"."""
        parts = _NUMBERED.fullmatch(typed)
        if parts:
            word, number = parts.groups()
            known = [word] if self._language.knows(word) else []
            spellings = self._language.spellings(word) if fold_syllable(word) == word and len(word) > 2 else known
            yield from (Option((said, number), (word, number)) for said in spellings)

    def _read_again(self, place: int, beside: Beside) -> Iterator[Option]:
        """What a known word may be instead, where the library never has it beside one of its neighbours."""
        word, typed = self._words[place], self._words[place].syllables[0]
        if word.fixed or len(word.syllables) != 1 or not typed.isalpha() or self._is_name(place):
            return
        seen = beside.see(typed)
        if all(seen):
            return
        if not any(seen) and not word.is_bare:
            yield from self._remark(typed, beside)
        if len(seen) > 1 and not is_english_word(typed) and not is_light(typed):
            yield from self._remake(typed, beside, not any(seen))

    def _remark(self, typed: str, beside: Beside) -> Iterator[Option]:
        """The same letters with other marks: a commoner syllable that the library has as a word with a neighbour, or
        one that is tied to it.
        """
        least = _COMMONER * max(1, self._language.variety(typed))
        for said in self._language.spellings(fold_syllable(typed)):
            pairs = beside.pairs(said)
            words = [pair for pair in pairs if self._language.holds_pair(*pair) and is_real_pair(*pair)]
            if said != typed and ((words and self._language.variety(said) >= least) or beside.ties(said, _TIED)):
                yield Option((said,), (said,), _MENDED)

    def _remake(self, typed: str, beside: Beside, strange: bool) -> Iterator[Option]:
        """A commoner syllable that the library has beside both neighbours: *typed* with other marks or, where it is
        *strange* to both, with other letters.
        """
        least = _COMMONER * max(1, self._language.variety(typed))
        if strange:
            found = find_mended(typed, self._language)
        else:
            found = ((said, said) for said in self._language.spellings(fold_syllable(typed)))
        for looked_up, said in found:
            if said != typed and self._language.variety(said) >= least and beside.holds(said):
                yield Option((said,), (looked_up,), _REMADE)

    def _stands(self, typed: str, option: Option, beside: Beside) -> bool:
        """Whether *option* is known beside a neighbour; where *typed* could be meant, they must be one word."""
        said = option.said[0]
        if option.decoded and len(typed) >= _FEWEST_KEYS and self._marked > _MOSTLY and self._language.knows(said):
            return True
        held = [pair for pair in beside.pairs(said) if self._language.count_pair(*pair) > 0]
        if not may_be_real(typed):
            return bool(held)
        remarked = fold_syllable(typed) == fold_syllable(said)
        return (
            any(is_real_pair(*pair) for pair in held)
            or (remarked and beside.ties(said, _TIED_TO_A_STRANGER))
            or beside.holds(said)
        )

    def _is_meant(self, place: int, beside: Beside) -> bool:
        """Whether an unknown word is rather a name, a word of Vietnamese, or English than a slip."""
        word = self._words[place]
        typed = word.syllables[0]
        among_marks = self._decoded[place] is not None and self._marked > _MOSTLY
        if (is_english_word(typed) and not among_marks) or (word.text.isupper() and not self._shouted):
            return True
        return self._is_name(place) or any(is_real_pair(*pair) for pair in beside.pairs(typed))

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

    def _decode(self, word: Word) -> str | None:
        """What the keys of an unknown *word* make."""
        typed = word.syllables
        if len(typed) != 1 or self._language.spellings(fold_syllable(typed[0])) or typed[0].isdigit():
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
