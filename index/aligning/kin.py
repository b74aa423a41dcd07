"""Units without a pair whose words stand in another: split from it, or merged into it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from index.aligning.likeness import Features, Matrix, Side, find_common, weigh
from index.aligning.units import Unit, find_below

_LEAST_SHARE = 0.6
"""Of what a unit holds: how much of it must stand in the other."""
_TELLING = 12
"""Syllables and pairs of them from which a unit is long enough to say so."""


def find_kin(side: Side, other: Side, matched: Mapping[int, int]) -> dict[int, int]:
    """Place of a unit of *side* without a pair -> place of the one of *other* that holds what it held.

    That other has a pair of its own. Of a provision with others below it those tell, of any other its words.

    Args:
        matched: Place in *side* -> place in *other*.
    """
    alone = [unit.place for unit in side.units if unit.place not in matched]
    heads = side.heads
    by_parts = _find_by_parts(side.units, other.units, matched, [place for place in alone if heads[place]])
    return dict(by_parts) | _find_by_words(side, other, matched, [place for place in alone if not heads[place]])


def _find_by_parts(
    units: Sequence[Unit], others: Sequence[Unit], matched: Mapping[int, int], alone: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """For those *alone* the unit of the same kind that most of what stood below them stands below now."""
    below = find_below(units)
    back = set(matched.values())
    for place in alone:
        lengths: dict[int, int] = {}
        parts = [units[part] for part in below[place][1:]]
        for part in parts:
            above = others[matched[part.place]].parent if part.place in matched else None
            while above is not None and others[above].kind != units[place].kind:
                above = others[above].parent
            if above in back:
                lengths[above] = lengths.get(above, 0) + part.end - part.start
        best = max(lengths, key=lambda above: (lengths[above], -above), default=None)
        if best is not None and lengths[best] >= _LEAST_SHARE * sum(part.end - part.start for part in parts):
            yield place, best


def _find_by_words(side: Side, other: Side, matched: Mapping[int, int], alone: Sequence[int]) -> dict[int, int]:
    """For those *alone* the unit that holds their words beside those of its own pair."""
    alone = [place for place in alone if len(side.own[place]) >= _TELLING]
    back = {b: a for a, b in matched.items()}
    heads = other.heads
    others = [place for place in sorted(back) if not heads[place]]
    if not alone or not others:
        return {}
    weights = weigh(side, other)
    sought = tuple(side.own[place] for place in alone)
    held = _share(sought, tuple(other.own[place] for place in others), weights)
    left = _share(sought, tuple(other.own[place] - side.own[back[place]] for place in others), weights)
    # Words that stand in the pair as well tell nothing: both have them.
    fits = np.minimum(held, 2 * left)
    best = fits.argmax(axis=1)
    return {alone[i]: others[best[i]] for i in range(len(alone)) if fits[i, best[i]] >= _LEAST_SHARE}


def _share(sought: Features, held: Features, weights: Mapping[str, float]) -> Matrix:
    """How much of each of *sought* stands in each of *held*, by weight."""
    total = np.array([sum(weights[feature] for feature in unit) for unit in sought], dtype=np.float32)
    shares: Matrix = find_common(sought, held, dict(weights)) / total[:, None]
    return shares
