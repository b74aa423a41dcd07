"""Two lists of scores -> one."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from index.lexical import Scores

_MEANING = 0.6
"""Weight of meaning beside words, for a question typed with its marks."""
_BARE_MEANING = 0.1
"""The same for one typed without: the model hardly reads it."""


def fuse(lexical: Scores, semantic: Scores, marked_share: float) -> NDArray[np.float64]:
    """Sum of the standardised scores of both sides, ``(rows,)``."""
    weight = _BARE_MEANING + (_MEANING - _BARE_MEANING) * marked_share
    return _standardise(lexical) + weight * _standardise(semantic)


def _standardise(scores: Scores) -> NDArray[np.float64]:
    """To mean 0 and deviation 1; all 0 where all are equal."""
    wide = scores.astype(np.float64)
    deviation = float(wide.std())
    return (wide - wide.mean()) / deviation if deviation > 1e-9 else np.zeros_like(wide)
