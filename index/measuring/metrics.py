"""Figures of a ranking: nDCG, recall, reciprocal rank, each with a bootstrap interval."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

MEASURES = ("nDCG@10", "R@1", "R@5", "R@10", "RR@10")
NAMES = {"nDCG@10": "ndcg@10", "R@1": "recall@1", "R@5": "recall@5", "R@10": "recall@10", "RR@10": "mrr@10"}
_RESAMPLES = 2000
_SEED = 20180126


@dataclass(frozen=True, slots=True)
class Level:
    """Questions of like probability.

    Attributes:
        low: Least probability.
        high: One that belongs to the level above; 1 belongs to this one.
        mean: Of the probabilities told.
        share: Of the questions that had an answer: near the mean where the probability is to be relied on.
    """

    low: float
    high: float
    questions: int
    mean: float
    share: float


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Figures of one suite.

    Attributes:
        metrics: Over the questions, 0 to 1.
        intervals: 95 % bootstrap intervals of the same.
        latency_ms: ``p50`` and ``p95`` of one question, understood, encoded and ranked; model warm.
        ablation: Variant -> metrics.
        cases: Questions behind a metric, where it is not all of them.
        reliability: Of the probability that is told as the confidence.
    """

    suite: str
    questions: int
    metrics: dict[str, float]
    intervals: dict[str, tuple[float, float]]
    latency_ms: dict[str, float]
    ablation: dict[str, dict[str, float]]
    cases: dict[str, int] = field(default_factory=dict)
    reliability: tuple[Level, ...] = ()


def measure_each(rankings: Sequence[Sequence[str]], relevant: Sequence[frozenset[str]]) -> dict[str, list[float]]:
    """Measure -> a value a question; *rankings* are keys, best first, none twice.

    Computed by ir-measures.
    """
    import ir_measures

    qrels = [ir_measures.Qrel(str(i), key, 1) for i, keys in enumerate(relevant) for key in sorted(keys)]
    run = [
        ir_measures.ScoredDoc(str(i), key, float(len(keys) - place))
        for i, keys in enumerate(rankings)
        for place, key in enumerate(keys)
    ]
    found = {name: dict.fromkeys(range(len(rankings)), 0.0) for name in MEASURES}
    measures = [ir_measures.parse_measure(name) for name in MEASURES]
    for value in ir_measures.iter_calc(measures, qrels, run):
        found[str(value.measure)][int(value.query_id)] = float(value.value)
    return {NAMES[name]: list(values.values()) for name, values in found.items()}


def average(values: Mapping[str, Sequence[float]]) -> dict[str, float]:
    """The mean of each measure; 0 questions give 0."""
    return {name: float(np.mean(row)) if len(row) else 0.0 for name, row in values.items()}


def bootstrap(values: Mapping[str, Sequence[float]], share: float = 0.95) -> dict[str, tuple[float, float]]:
    """The interval that holds the mean in *share* of resamples of the questions; always the same resamples."""
    intervals = {}
    for name, row in values.items():
        generator = np.random.default_rng(_SEED)
        picks = generator.integers(0, len(row), (_RESAMPLES, len(row))) if len(row) else np.zeros((1, 0), dtype=int)
        means = np.asarray(row, dtype=float)[picks].mean(axis=1) if len(row) else np.zeros(1)
        low, high = np.quantile(means, [(1 - share) / 2, (1 + share) / 2])
        intervals[name] = float(low), float(high)
    return intervals


def auroc(positive: Sequence[float] | Floats, negative: Sequence[float] | Floats) -> float:
    """How often one of *positive* is above one of *negative*; a tie counts half. 1 is best, 0.5 is chance."""
    ranks = np.searchsorted(np.sort(negative), positive, "left") + np.searchsorted(np.sort(negative), positive, "right")
    return float(ranks.mean() / (2 * len(negative))) if len(positive) and len(negative) else 0.0


def bootstrap_apart(positive: Sequence[float], negative: Sequence[float], share: float = 0.95) -> tuple[float, float]:
    """The interval of :func:`auroc` over resamples of pairs: the same question asked in two libraries."""
    above, below = np.asarray(positive, dtype=float), np.asarray(negative, dtype=float)
    if not len(above):
        return 0.0, 0.0
    picks = np.random.default_rng(_SEED).integers(0, len(above), (_RESAMPLES, len(above)))
    values = [auroc(above[pick], below[pick]) for pick in picks]
    low, high = np.quantile(values, [(1 - share) / 2, (1 + share) / 2])
    return float(low), float(high)
