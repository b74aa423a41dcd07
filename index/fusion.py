"""Several lists of scores -> one."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from index.lexical import Scores

WEIGHTS = {"words": 0.3, "syllables": 1.0, "pairs": 1.0, "meaning": 1.2}
"""Of the standardised signals, for a question typed in Vietnamese with its marks."""
_BARE_MEANING = 0.1
"""Of meaning, for one typed without marks: the model hardly reads it."""
_ENGLISH_MEANING = 6.0
"""Of meaning, for one in English: the glossary gives the words of its terms, the model the whole."""


def weigh(marked_share: float, english: bool) -> dict[str, float]:
    """The weights for one question."""
    meaning = _BARE_MEANING + (WEIGHTS["meaning"] - _BARE_MEANING) * marked_share
    return {**WEIGHTS, "meaning": _ENGLISH_MEANING if english else meaning}


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
