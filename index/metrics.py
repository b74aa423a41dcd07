"""Figures of a ranking: nDCG, recall, reciprocal rank, each with a bootstrap interval."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

MEASURES = ("nDCG@10", "R@1", "R@5", "R@10", "RR@10")
NAMES = {"nDCG@10": "ndcg@10", "R@1": "recall@1", "R@5": "recall@5", "R@10": "recall@10", "RR@10": "mrr@10"}
_RESAMPLES = 2000
_SEED = 20180126


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
