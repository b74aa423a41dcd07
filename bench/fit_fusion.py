"""Weights of the search's signals: every point of a grid measured, the best of them taken, figures from other folds."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.encode import Encoder
from index.fusion import standardise
from index.measuring.evaluate import expand_relevant, rank_keys, read_keys
from index.measuring.metrics import measure_each
from index.measuring.suites import Suite
from index.search import open_searcher
from index.weights import Fusion

FOLDS = 5
_VIETNAMESE = {"words": (0.0, 0.3, 0.6), "pairs": (0.6, 0.8, 1.0), "meaning": (1.5, 2.0, 2.5, 3.0, 3.5)}
_ENGLISH_MEANING = (3.0, 4.0, 6.0, 8.0, 12.0)
_SYLLABLES = 1.0  # only the proportion of the weights counts

Grid = list[dict[str, float]]
Figures = NDArray[np.float64]
"""nDCG@10, ``(points of the grid, questions)``."""


@dataclass(frozen=True, slots=True)
class FittedFusion:
    """Weights, and what they are worth.

    Attributes:
        crossed: Suite -> nDCG@10 of its questions, each under the weights fitted without its fold.
        fitted: Suite -> nDCG@10 under the weights fitted on all questions.
    """

    weights: Fusion
    crossed: dict[str, float]
    fitted: dict[str, float]


def fit_fusion(vietnamese: Sequence[Suite], english: Suite, encoder: Encoder) -> FittedFusion:
    """The weights that rank best on average over the suites; *english* only decides on its own weight of meaning."""
    grid = [dict(zip(_VIETNAMESE, point, strict=True)) for point in itertools.product(*_VIETNAMESE.values())]
    grid = [{"syllables": _SYLLABLES, **point} for point in grid]
    figures = [_measure(suite, grid, encoder) for suite in vietnamese]
    best = grid[_choose(figures, [np.ones(one.shape[1], bool) for one in figures])]
    english_grid = [{**best, "meaning": meaning} for meaning in _ENGLISH_MEANING]
    of_english = [_measure(english, english_grid, encoder)]
    english_best = _choose(of_english, [np.ones(of_english[0].shape[1], bool)])
    crossed = dict(zip((suite.name for suite in vietnamese), _cross(figures), strict=True))
    fitted = {suite.name: float(one[grid.index(best)].mean()) for suite, one in zip(vietnamese, figures, strict=True)}
    crossed[english.name], fitted[english.name] = _cross(of_english)[0], float(of_english[0][english_best].mean())
    return FittedFusion(Fusion(**best, english_meaning=_ENGLISH_MEANING[english_best]), crossed, fitted)


def draw_fusion(found: FittedFusion) -> str:
    """The figures as a table."""
    lines = [f"{'nDCG@10':<20}{'other folds':>14}{'all questions':>16}"]
    return "\n".join(lines + [f"{n:<20}{found.crossed[n]:>14.4f}{found.fitted[n]:>16.4f}" for n in found.crossed])


def _measure(suite: Suite, grid: Grid, encoder: Encoder) -> Figures:
    searcher = open_searcher(suite.settings, encoder)
    keys = read_keys(suite, searcher)
    relevant = [expand_relevant(case.relevant, frozenset(keys)) for case in suite.cases]
    rankings: list[list[list[str]]] = [[] for _ in grid]
    for case in suite.cases:
        query = searcher.understand(case.question)
        signals = {name: standardise(scores) for name, scores in searcher.score(query).items()}
        share = 1.0 if query.english else query.marked_share
        for ranking, weights in zip(rankings, grid, strict=True):
            used = {**weights, "meaning": weights["meaning"] * share}
            ranking.append(rank_keys(sum((used[name] * signals[name] for name in signals), np.zeros(len(keys))), keys))
    return np.array([measure_each(ranking, relevant)["ndcg@10"] for ranking in rankings])


def _choose(figures: Sequence[Figures], kept: Sequence[NDArray[np.bool_]]) -> int:
    """The point that is best on average over the suites, on the questions that are *kept*."""
    means = [one[:, keep].mean(axis=1) for one, keep in zip(figures, kept, strict=True)]
    return int(np.mean(means, axis=0).argmax())


def _cross(figures: Sequence[Figures]) -> list[float]:
    """For each suite the mean over its questions, each measured at the point chosen without its fold."""
    crossed = [np.zeros(one.shape[1]) for one in figures]
    for held in _folds(figures):
        point = _choose(figures, [~one for one in held])
        for values, one, fold in zip(crossed, figures, held, strict=True):
            values[fold] = one[point, fold]
    return [float(values.mean()) for values in crossed]


def _folds(figures: Sequence[Figures]) -> Iterator[list[NDArray[np.bool_]]]:
    """The same question is in the same fold of each suite, with and without its marks."""
    for fold in range(FOLDS):
        yield [np.arange(one.shape[1]) % FOLDS == fold for one in figures]
