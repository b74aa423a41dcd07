"""What stands out in the words of a pair: struck out in the old text, put in in the new one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from index.aligning.align import Pair
from index.aligning.units import Unit
from index.aligning.wording import Change

Manner = Literal["deleted", "inserted", "respelled"]


@dataclass(frozen=True, slots=True)
class Marked:
    """A span of the text of one of the documents.

    Attributes:
        start: First character; code points of the whole text.
        end: One past the last.
    """

    start: int
    end: int
    manner: Manner


def mark_old(pair: Pair) -> tuple[Marked, ...]:
    """What stands out in the old text, in order; all of a unit that is gone."""
    if pair.new is None:
        return _mark_whole(pair.old, "deleted")
    return mark_struck_out(pair.changes)


def mark_new(pair: Pair) -> tuple[Marked, ...]:
    """What stands out in the new text, in order; all of a unit that is new."""
    if pair.old is None:
        return _mark_whole(pair.new, "inserted")
    return mark_put_in(pair.changes)


def mark_struck_out(changes: Iterable[Change]) -> tuple[Marked, ...]:
    """What of the old text is not in the new one, or is spelled in another manner there."""
    spans = ((one.old_start, one.old_end, one.spelling) for one in changes)
    return tuple(Marked(a, b, "respelled" if spelling else "deleted") for a, b, spelling in spans if a < b)


def mark_put_in(changes: Iterable[Change]) -> tuple[Marked, ...]:
    """What of the new text is not in the old one, or is spelled in another manner there."""
    spans = ((one.new_start, one.new_end, one.spelling) for one in changes)
    return tuple(Marked(a, b, "respelled" if spelling else "inserted") for a, b, spelling in spans if a < b)


def _mark_whole(unit: Unit | None, manner: Manner) -> tuple[Marked, ...]:
    return (Marked(unit.start, unit.end, manner),) if unit else ()
