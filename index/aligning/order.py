"""The longest run of pairs that keep their order: what lies outside it has been moved."""

from __future__ import annotations

from collections.abc import Sequence


def find_heaviest_run(places: Sequence[int], weights: Sequence[float]) -> list[int]:
    """Which of *places*, all different, make the heaviest run that only grows; as indices, in order.

    >>> find_heaviest_run([0, 3, 1, 2], [1, 1, 1, 1])
    [0, 2, 3]
    """
    ranks = {place: rank for rank, place in enumerate(sorted(places), start=1)}
    best: list[tuple[float, int]] = [(0.0, -1)] * (len(places) + 1)  # a Fenwick tree of the best run up to a rank
    before = [-1] * len(places)
    last, heaviest = -1, 0.0
    for i, (place, weight) in enumerate(zip(places, weights, strict=True)):
        total, before[i] = _best_below(best, ranks[place])
        total += weight
        _raise(best, ranks[place], (total, i))
        if total > heaviest:
            heaviest, last = total, i
    run = []
    while last >= 0:
        run.append(last)
        last = before[last]
    return run[::-1]


def _best_below(best: Sequence[tuple[float, int]], rank: int) -> tuple[float, int]:
    """The heaviest run that ends under *rank*."""
    found = (0.0, -1)
    rank -= 1
    while rank > 0:
        found = max(found, best[rank], key=lambda run: run[0])
        rank -= rank & -rank
    return found


def _raise(best: list[tuple[float, int]], rank: int, run: tuple[float, int]) -> None:
    while rank < len(best):
        best[rank] = max(best[rank], run, key=lambda one: one[0])
        rank += rank & -rank
