"""The stretches of a question, what was made of each, and the question said in words again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from index.segment import fold_syllable

_MOST_BETWEEN = 2


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a question and what was made of it.

    Attributes:
        typed: As typed; the parts of a question joined are the question.
        looked_up: What the lexical side looks up: mended, but without marks where none were typed.
        said: In words, with its marks.
        meanings: Of an abbreviation, the usual one first.
        decoded: Whether it was typed as raw keys.
    """

    typed: str
    looked_up: str
    said: str
    meanings: tuple[str, ...] = ()
    decoded: bool = False


def take_as_typed(text: str) -> Stretch:
    """A stretch that nothing is made of."""
    return Stretch(text, text, text)


def say(parts: Sequence[Stretch]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The question in words, and the spans of it that were not typed so; "NQ18" is "nghị quyết 18".

    In a stretch typed without marks the few syllables that need none are of its span: "kiem tra giam sat".
    """
    pieces = list(_space(part.said for part in parts))
    within = _find_between(parts)
    end, spans = 0, []
    for place, (part, piece) in enumerate(zip(parts, pieces, strict=True)):
        end += len(piece)
        if part.said != part.typed or place in within:
            spans.append((end - len(part.said), end))
    said = "".join(pieces)
    return said, merge_spans(spans, said)


def join(texts: Iterable[str]) -> str:
    """What is said in the stretches of a question, as one text: a number or word is parted from the word before."""
    return "".join(_space(texts))


def _space(texts: Iterable[str]) -> Iterator[str]:
    before = ""
    for text in texts:
        yield f" {text}" if before.isalpha() and text[:1].isalnum() else text
        before = text[-1:] or before


def _find_between(parts: Sequence[Stretch]) -> set[int]:
    """Places of the parts between two words that got their marks, where at most two that need none stand."""
    found: set[int] = set()
    last, kept = -1, 0
    for place, part in enumerate(parts):
        if any(map(str.isalnum, part.typed)):
            bare = not part.meanings and fold_syllable(part.typed) == part.typed.lower()
            if bare and part.said == part.typed and part.typed.isalpha():
                kept += 1
                continue
            if bare and part.said != part.typed:
                if last >= 0 and 0 < kept <= _MOST_BETWEEN:
                    found.update(range(last + 1, place))
                last, kept = place, 0
            else:
                last = -1
        elif part.typed.strip(" ,"):
            last = -1
    return found


def merge_spans(spans: Sequence[tuple[int, int]], text: str) -> tuple[tuple[int, int], ...]:
    """*spans* in order, those that only spaces part as one."""
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and not text[merged[-1][1] : start].strip():
            merged[-1] = merged[-1][0], end
        else:
            merged.append((start, end))
    return tuple(merged)


def in_keystrokes(parts: Sequence[Stretch]) -> bool:
    """Whether most words were typed as raw keys."""
    words = [part for part in parts if any(map(str.isalpha, part.typed))]
    return 2 * sum(part.decoded for part in words) > len(words)
