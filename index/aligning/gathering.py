"""A provision that is new or gone with all that stands in it is one matter, and not one a clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.aligning.align import Pair
from index.aligning.units import Unit


def gather_whole(pairs: Sequence[Pair]) -> tuple[Pair, ...]:
    """*pairs* with each provision that is wholly new or gone as one pair, whose unit holds all that stands in it."""
    alone = [pair for pair in pairs if (pair.old is None or pair.new is None) and not pair.kin]
    came = _find_whole([one.new for one in pairs if one.new], {one.new.place for one in alone if one.new})
    went = _find_whole([one.old for one in pairs if one.old], {one.old.place for one in alone if one.old})
    return tuple(_gather(pairs, came, went))


def _find_whole(units: Sequence[Unit], touched: set[int]) -> dict[int, int]:
    """Place of each unit that is *touched* with all that stands in it -> one past the last of that."""
    whole: dict[int, int] = {}
    broken: set[int | None] = set()
    ends: dict[int | None, int] = {}
    for unit in sorted(units, key=lambda one: -one.place):  # what stands in a unit comes before it
        end = max(unit.end, ends.get(unit.place, 0))
        ends[unit.parent] = max(end, ends.get(unit.parent, 0))
        if unit.place in touched and unit.place not in broken:
            whole[unit.place] = end
        else:
            broken.add(unit.parent)
    return whole


def _gather(pairs: Sequence[Pair], came: dict[int, int], went: dict[int, int]) -> Iterator[Pair]:
    for pair in pairs:
        if pair.old and pair.new:
            yield pair
        elif pair.new and pair.new.parent not in came:
            yield replace(pair, new=replace(pair.new, end=came.get(pair.new.place, pair.new.end)))
        elif pair.old and pair.old.parent not in went:
            yield replace(pair, old=replace(pair.old, end=went.get(pair.old.place, pair.old.end)))
