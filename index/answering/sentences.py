"""Which sentences of a paragraph answer: the few that together hold what the paragraph has of the question."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.answering.coverage import Places, Scale, Worths

Spans = Sequence[tuple[int, int]]

_NEAR_BEST = 0.9
_ADDS = 0.1
_MOST_ADDED = 3
_WITHOUT_WHAT_IS_ASKED = 0.7
# A clause that opens an enumeration answers together with the clauses that follow it.
_ENUMERATES = re.compile(r":|\bgồm\b|\bnhư sau\b|\bsau đây\b", re.IGNORECASE)  # vi: a pattern


def choose_sentences(
    text: str, spans: Spans, scale: Scale, above: Places = (), asked: re.Pattern[str] | None = None
) -> tuple[tuple[int, int], ...]:
    """Those of *spans* that answer, in their order: the best, what equals it, and what adds to it.

    Args:
        spans: Sentences and clauses, offsets into *text*.
        above: What is read with them in any case: headings, the title; it need not be said again.
        asked: What an answer must contain, as a number; ``None`` where words do.
    """
    said = [text[start:end] for start, end in spans]
    worth = [_weigh(one, scale, asked) for one in said]
    best = max(worth, default=0.0)
    chosen = {place for place, value in enumerate(worth) if value >= _NEAR_BEST * best}
    if best:
        _add(chosen, said, worth, scale, above)
    for place in sorted(chosen):
        chosen.update(_follow(said, place))
    return tuple(spans[place] for place in sorted(chosen))


def _weigh(sentence: str, scale: Scale, asked: re.Pattern[str] | None) -> float:
    share = scale.measure(Worths(((sentence, 1.0),)))
    return share if asked is None or asked.search(sentence) else _WITHOUT_WHAT_IS_ASKED * share


def _add(chosen: set[int], said: Sequence[str], worth: Sequence[float], scale: Scale, above: Places) -> None:
    """Put into *chosen* what holds content of the question that neither it nor *above* holds."""

    def measure(places: set[int]) -> float:
        return scale.measure(Worths((*((said[place], 1.0) for place in sorted(places)), *above)))

    left = {place for place, value in enumerate(worth) if value and place not in chosen}
    reachable = measure(chosen | left) if left else 0.0
    held = measure(chosen) if left else 0.0
    for _ in range(_MOST_ADDED):
        if not left or reachable - held < _ADDS:
            return
        gained, negative = max((measure(chosen | {place}), -place) for place in left)
        if gained - held < _ADDS:
            return
        held = gained
        chosen.add(-negative)
        left.discard(-negative)


def _follow(said: Sequence[str], place: int) -> range:
    """The clauses after the one at *place* that belong to the enumeration it opens."""
    end = place + 1
    if said[place].endswith(";") and _ENUMERATES.search(said[place]):
        while end < len(said) and said[end - 1].endswith(";"):
            end += 1
    return range(place + 1, end)
