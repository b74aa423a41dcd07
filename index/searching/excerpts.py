"""Which part of a long passage a result shows: a slice around the first words that match, between whole words."""

from __future__ import annotations

from index.answering.matched import Spans

LONGEST = 700
"""Characters; nine passages of ten are shorter than half of it."""
_BEFORE = 200


def find_excerpt(text: str, matched: Spans, longest: int = LONGEST, before: int = _BEFORE) -> tuple[int, int]:
    """Start and end of what is shown of *text*: all of it, or about *longest* characters with the first match.

    Args:
        before: Characters that are shown before it, where there are as many.
    """
    if len(text) <= longest:
        return 0, len(text)
    first = matched[0][0] if matched else 0
    start = max(0, min(first - before, len(text) - longest))
    start = _next_word(text, start) if start else 0
    end = min(len(text), start + longest)
    return min(start, first), max(_last_word(text, end), matched[0][1] if matched else 0)


def _next_word(text: str, at: int) -> int:
    """The first beginning of a word at or after *at*, where one is near."""
    space = next((i for i in range(at, min(at + 40, len(text))) if text[i].isspace()), at - 1)
    return space + 1


def _last_word(text: str, at: int) -> int:
    """The last end of a word at or before *at*, where one is near."""
    if at == len(text):
        return at
    return next((i for i in range(at, max(at - 40, 0), -1) if text[i].isspace()), at)
