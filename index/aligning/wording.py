"""The words in which two texts differ: spans of both, so that all that is shown is a slice of one of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import takewhile

from ingest.spelling import unify_spelling

_TOKEN = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+|\.{3}|\S")
"""A number with its groups and its fraction; a syllable; dots that leave something out; a sign."""
_SIGNS = {"–—‑−": "-", "“”„‟«»": '"', "‘’‚‛": "'", "…": "..."}
_ONE_SIGN = str.maketrans({sign: one for signs, one in _SIGNS.items() for sign in signs})
_Opcode = tuple[str, int, int, int, int]


@dataclass(frozen=True, slots=True)
class Change:
    """Words of the old text, and those that stand in their place in the new one; either may be empty.

    Attributes:
        old_start: First character that was struck out, in the text of the old document.
        old_end: One past the last; equal to *old_start* where words were only put in.
        new_start: First character that was put in, in the text of the new document.
        new_end: One past the last.
        spelling: Whether they are the same words, written in another manner (hoà, hòa; ĐẢNG, Đảng; “, ").
    """

    old_start: int
    old_end: int
    new_start: int
    new_end: int
    spelling: bool = False

    def __post_init__(self) -> None:
        if self.old_start > self.old_end or self.new_start > self.new_end:
            raise ValueError(f"a change is two spans: {self}")
        if self.old_start == self.old_end and self.new_start == self.new_end:
            raise ValueError(f"nothing is changed: {self}")


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    raw: str
    key: str


def find_changes(old: str, new: str, old_span: tuple[int, int], new_span: tuple[int, int]) -> tuple[Change, ...]:
    """How ``new[slice(*new_span)]`` differs from ``old[slice(*old_span)]``, in order; white space does not count.

    Outside the changes both read the same, word for word. Words that stand alone between changes are drawn into them,
    so that a sentence that was written anew is not shown as crumbs.
    """
    if old[slice(*old_span)] == new[slice(*new_span)]:
        return ()
    ours, theirs = _cut(old, *old_span), _cut(new, *new_span)
    changes: list[Change] = []
    codes = _slide(_compare([one.key for one in ours], [one.key for one in theirs]), (old, ours), (new, theirs))
    for tag, a, b, c, d in _join_crumbs(codes, ours):
        if tag == "equal":
            changes += _find_respelled(ours[a:b], theirs[c:d])
        else:
            changes.append(Change(*_span(ours, a, b, old_span[1]), *_span(theirs, c, d, new_span[1])))
    return tuple(changes)


def _cut(text: str, start: int, end: int) -> list[_Token]:
    """Syllables, numbers and signs; the key is what is compared."""
    found = _TOKEN.finditer(text, start, end)
    return [_Token(match.start(), match.end(), match[0], _unify(match[0])) for match in found]


@lru_cache(maxsize=1 << 14)
def _unify(syllable: str) -> str:
    """In one spelling, small letters and plain signs; kept, as the same few thousand come again and again."""
    return unify_spelling(syllable.lower()).translate(_ONE_SIGN)


def _compare(old: Sequence[str], new: Sequence[str]) -> list[_Opcode]:
    """The opcodes of two rows of keys; what both begin and end with is found first, which is most of the way."""
    head = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))
    rest = old[head:], new[head:]
    tail = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(rest[0][::-1], rest[1][::-1], strict=False)))
    ours, theirs = (side[: len(side) - tail] for side in rest)
    codes: list[_Opcode] = [("equal", 0, head, 0, head)] if head else []
    inner = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes() if ours or theirs else []
    codes += [(tag, head + a, head + b, head + c, head + d) for tag, a, b, c, d in inner]
    if tail:
        codes.append(("equal", len(old) - tail, len(old), len(new) - tail, len(new)))
    return codes


def _slide(
    opcodes: Sequence[_Opcode], old: tuple[str, Sequence[_Token]], new: tuple[str, Sequence[_Token]]
) -> list[_Opcode]:
    """*opcodes* in which what was only put in, or only struck out, begins where a line or a sentence does, if it can.

    Of "A đi. A về", put in before "A ở", it is that which is new, and not "đi. A về. A".
    """
    slid = list(opcodes)
    for place in range(1, len(slid) - 1):
        tag, a, b, c, d = slid[place]
        if tag not in ("insert", "delete"):
            continue
        (_, a0, a1, c0, c1), (_, a2, a3, c2, c3) = slid[place - 1], slid[place + 1]
        text, tokens, start, end = (*new, c, d) if tag == "insert" else (*old, a, b)
        keys = [token.key for token in tokens[start - (a1 - a0) : end + (a3 - a2)]]
        span = end - start
        left = _reach(keys, range(a1 - a0 - 1, -1, -1), span)
        right = _reach(keys, range(a1 - a0, len(keys) - span), span)
        best = max((_opens(text, tokens, start + by), -abs(by), by) for by in range(-left, right + 1))[2]
        slid[place - 1] = ("equal", a0, a1 + best, c0, c1 + best)
        slid[place] = (tag, a + best, b + best, c + best, d + best)
        slid[place + 1] = ("equal", a2 + best, a3, c2 + best, c3)
    return [code for code in slid if code[1] < code[2] or code[3] < code[4]]


def _reach(keys: Sequence[str], places: Iterable[int], span: int) -> int:
    """At how many of *places*, one after the other, the same stands as *span* further on."""
    return sum(1 for _ in takewhile(lambda place: keys[place] == keys[place + span], places))


def _opens(text: str, tokens: Sequence[_Token], place: int) -> int:
    """How much of a beginning the token at *place* is: of a line, of a sentence, of a part of one, of nothing."""
    if place == 0 or "\n" in text[tokens[place - 1].end : tokens[place].start]:
        return 3
    return 2 if tokens[place - 1].raw in ".;:" else 1 if tokens[place - 1].raw in ",|" else 0


def _join_crumbs(opcodes: Sequence[_Opcode], tokens: Sequence[_Token]) -> Iterator[_Opcode]:
    """Opcodes in which equal and different take turns; what is equal by a crumb between changes is a change."""
    pending: _Opcode | None = None
    for place, code in enumerate(opcodes):
        tag, a, b, c, d = code
        inner = 0 < place < len(opcodes) - 1
        if tag == "equal" and not (inner and _is_crumb(opcodes[place - 1], code, opcodes[place + 1], tokens)):
            if pending:
                yield pending
            pending = None
            yield code
        else:
            pending = ("replace", pending[1], b, pending[3], d) if pending else ("replace", a, b, c, d)
    if pending:
        yield pending


def _is_crumb(before: _Opcode, equal: _Opcode, after: _Opcode, tokens: Sequence[_Token]) -> bool:
    """Signs alone; or one or two syllables between changes that are each longer."""
    words = sum(token.raw[0].isalnum() for token in tokens[equal[1] : equal[2]])
    long = min(max(code[2] - code[1], code[4] - code[3]) for code in (before, after))
    return words == 0 or (words <= 2 and long >= 2 * words)


def _find_respelled(ours: Sequence[_Token], theirs: Sequence[_Token]) -> Iterator[Change]:
    for one, other in zip(ours, theirs, strict=True):
        if one.raw != other.raw:
            yield Change(one.start, one.end, other.start, other.end, spelling=True)


def _span(tokens: Sequence[_Token], first: int, last: int, end: int) -> tuple[int, int]:
    """From the first of some tokens to the last; of none the place where they would stand, *end* behind them all."""
    if first < last:
        return tokens[first].start, tokens[last - 1].end
    at = tokens[first].start if first < len(tokens) else end
    return at, at
