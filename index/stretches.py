"""The stretches of a question, what was made of each, and the question said in words again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
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


def take_as_typed(text: str) -> Part:
    """A stretch that nothing is made of."""
    return Part(text, text, text)


def say(parts: Sequence[Part]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The question in words, and the spans of it that were not typed so; "NQ18" is "nghị quyết 18"."""
    said, spans = "", []
    for part in parts:
        read_out = part.said != part.typed
        if said[-1:].isalpha() and part.said[:1].isalnum():
            said += " "
        if read_out:
            spans.append((len(said), len(said) + len(part.said)))
        said += part.said
    return said, merge_spans(spans, said)


def merge_spans(spans: Sequence[tuple[int, int]], text: str) -> tuple[tuple[int, int], ...]:
    """*spans* in order, those that only spaces part as one."""
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and not text[merged[-1][1] : start].strip():
            merged[-1] = merged[-1][0], end
        else:
            merged.append((start, end))
    return tuple(merged)


def in_keystrokes(parts: Sequence[Part]) -> bool:
    """Whether most words were typed as raw keys."""
    words = [part for part in parts if any(map(str.isalpha, part.typed))]
    return 2 * sum(part.decoded for part in words) > len(words)
