"""Which unit of the old text each unit of the new one is: the assignment that is best for all of them together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from index.aligning.likeness import Features, Likeness, Matrix, Side, compare_units, find_common, weigh
from index.aligning.order import find_heaviest_run
from index.aligning.units import Unit
from index.segment import syllables

Matched = dict[int, int]
"""Place in the old text -> place in the new one."""

_ABOVE, _NEAR = 0.12, 0.12
"""What it adds to a pair that they stand in the same provision; that they stand at the same point of the order."""
_ROOT = -1
_PASSES = 2
LEAST_SCORE, LEAST_CONTENT = 0.36, 0.14
"""A pair below either is none."""
_MARGIN = 0.01
"""What the weakest pair is worth more than none."""
_LEAST_ELSEWHERE = 0.6
"""Of the content of a pair that stands in different enclosed texts."""
_TELLING = 4
"""Syllables from which words that stand once in both texts are taken for the same without looking further."""


def match_units(old: Side, new: Side) -> Matched:
    """The pairs, each unit in at most one; in the order of the old text."""
    if not old.units or not new.units:
        return {}
    likeness = compare_units(old, new)
    allowed = _match_scopes(old, new)
    anchored = _find_anchors(old, new, allowed)
    matched = anchored
    for _ in range(_PASSES):
        score = likeness.score + _ABOVE * _compare_above(old, new, likeness, matched) + _NEAR * _near(old, new, matched)
        fit = allowed & (score >= LEAST_SCORE) & (likeness.content >= LEAST_CONTENT)
        # Counted from the least score on: two weak pairs must not outweigh a strong one.
        matched = anchored | _assign(np.where(fit, score - LEAST_SCORE + _MARGIN, 0), anchored)
    elsewhere = np.where(~allowed & (likeness.content >= _LEAST_ELSEWHERE), likeness.content, 0)
    return dict(sorted((matched | _assign(elsewhere, matched)).items()))


def _find_anchors(old: Side, new: Side, allowed: NDArray[np.bool_]) -> Matched:
    """The units without any below them whose words stand once in each text, and are the same."""
    ours, theirs = _find_unique(old), _find_unique(new)
    pairs = ((ours[words], theirs[words]) for words in ours.keys() & theirs.keys())
    return {a: b for a, b in pairs if allowed[a, b] and old.units[a].kind == new.units[b].kind}


def _find_unique(side: Side) -> dict[tuple[str, ...], int]:
    words = [tuple(syllables(side.text[unit.words_start : unit.end])) for unit in side.units]
    times = Counter(words)
    heads = side.heads
    return {
        one: place for place, one in enumerate(words) if times[one] == 1 and len(one) >= _TELLING and not heads[place]
    }


def _assign(score: Matrix, taken: Mapping[int, int]) -> Matched:
    """The pairs that add up to the highest *score* among units not *taken* yet; 0 is no pair."""
    from scipy.optimize import linear_sum_assignment

    rows = _leave_out(score.shape[0], taken.keys())
    columns = _leave_out(score.shape[1], taken.values())
    open_pairs = score[np.ix_(rows, columns)]
    rows, columns = rows[open_pairs.any(axis=1)], columns[open_pairs.any(axis=0)]
    open_pairs = score[np.ix_(rows, columns)]
    found = linear_sum_assignment(open_pairs, maximize=True)
    return {int(rows[a]): int(columns[b]) for a, b in zip(*found, strict=True) if open_pairs[a, b] > 0}


def _leave_out(count: int, places: Iterable[int]) -> NDArray[np.int64]:
    return np.setdiff1d(np.arange(count), np.array(list(places), dtype=np.int64))


def _compare_above(old: Side, new: Side, likeness: Likeness, matched: Mapping[int, int]) -> Matrix:
    """How surely each two units stand in the same provision: 1 where those are a pair, or both stand in none."""
    ours, theirs = (
        np.array([_ROOT if one.parent is None else one.parent for one in side.units], dtype=np.int64)
        for side in (old, new)
    )
    above: Matrix = np.clip(likeness.score, 0, 1)[np.ix_(ours, theirs)]
    for row, parent in enumerate(ours):
        if parent == _ROOT:
            above[row] = np.where(theirs == _ROOT, 1, 0.5)
        elif parent in matched:
            above[row] = theirs == matched[parent]
    above[np.ix_(ours != _ROOT, theirs == _ROOT)] = 0.5
    return above


def _near(old: Side, new: Side, matched: Mapping[int, int]) -> Matrix:
    """How nearly each two units stand at the same point of the pairs that keep their order; 1 is just there."""
    pairs = sorted(matched.items())
    run = find_heaviest_run([b for _, b in pairs], [1.0] * len(pairs))
    before = np.searchsorted([pairs[i][0] for i in run], np.arange(len(old.units))).reshape(-1, 1)
    behind = np.searchsorted([pairs[i][1] for i in run], np.arange(len(new.units))).reshape(1, -1)
    near: Matrix = np.exp(-np.abs(before - behind) / 2).astype(np.float32)
    return near


def _match_scopes(old: Side, new: Side) -> NDArray[np.bool_]:
    """Whether each two units stand in texts that belong together: bodies, enclosed texts, or one of each.

    A rule that a decision enclosed once may stand alone today.
    """
    ours, theirs = _group(old.units), _group(new.units)
    if len(ours) == len(theirs) == 1:
        return np.ones((len(old.units), len(new.units)), dtype=np.bool_)
    common = find_common(_join(old, ours), _join(new, theirs), weigh(old, new))
    pairs = _assign(common, {})
    allowed = np.zeros((len(old.units), len(new.units)), dtype=np.bool_)
    names = list(ours.values()), list(theirs.values())
    for a, b in pairs.items():
        allowed[np.ix_(names[0][a], names[1][b])] = True
    return allowed


def _join(side: Side, groups: Mapping[str, Sequence[int]]) -> Features:
    return tuple(frozenset().union(*(side.own[place] for place in places)) for places in groups.values())


def _group(units: Sequence[Unit]) -> dict[str, list[int]]:
    """The places of the units of each enclosed text, and of the document itself."""
    groups: dict[str, list[int]] = {}
    for unit in units:
        groups.setdefault(unit.scope, []).append(unit.place)
    return groups
