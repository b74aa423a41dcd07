"""Several lists of scores -> one."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from index.lexical import Scores
from index.weights import read_weights


def weigh(marked_share: float, english: bool) -> dict[str, float]:
    """The weights for one question; the model hardly reads words without their marks."""
    fitted = read_weights().fusion
    meaning = fitted.english_meaning if english else fitted.meaning * marked_share
    return {"words": fitted.words, "syllables": fitted.syllables, "pairs": fitted.pairs, "meaning": meaning}


def fuse(signals: Mapping[str, Scores], weights: Mapping[str, float]) -> NDArray[np.float64]:
    """Weighted sum of the standardised *signals*, ``(rows,)``; one that is absent from *weights* adds nothing."""
    total = np.zeros(len(next(iter(signals.values()))), dtype=np.float64)
    for name, scores in signals.items():
        total += weights.get(name, 0.0) * standardise(scores)
    return total


def standardise(scores: Scores) -> NDArray[np.float64]:
    """To mean 0 and deviation 1; all 0 where all are equal."""
    wide = scores.astype(np.float64)
    deviation = float(wide.std())
    return (wide - wide.mean()) / deviation if deviation > 1e-9 else np.zeros_like(wide)


def find_best(scores: NDArray[np.float64], most: int) -> NDArray[np.int64]:
    """Rows of the *most* highest finite *scores*, best first, equal ones in the order of the rows."""
    rows = np.flatnonzero(np.isfinite(scores))
    if most < len(rows):
        least = np.partition(scores[rows], len(rows) - most)[len(rows) - most]
        rows = rows[scores[rows] >= least]
    return rows[np.argsort(-scores[rows], kind="stable")][:most]
