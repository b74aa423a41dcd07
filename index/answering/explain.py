"""Why a hit stands where it stands: its score, taken apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from index.fusion import standardise, weigh
from index.query import Query
from index.search import Hit, Searcher

RAISED = "raised"
"""The part for what is no signal: a document, place or condition that the question names, or its very words."""


@dataclass(frozen=True, slots=True)
class Share:
    """What one signal gives to a score.

    Attributes:
        name: ``"words"``, ``"syllables"``, ``"pairs"``, ``"meaning"``, or :data:`RAISED`.
        raw: The signal as measured: BM25, or a cosine.
        standard: The same in deviations from the mean over the library.
        weight: Of the signal for this question.
    """

    name: str
    raw: float
    standard: float
    weight: float

    @property
    def contribution(self) -> float:
        """What it adds to the score."""
        return self.standard * self.weight


def explain(searcher: Searcher, query: Query, hits: Sequence[Hit]) -> list[tuple[Share, ...]]:
    """The parts of each hit, whose contributions add up to its score; what raises it comes last."""
    if not hits:
        return []
    rows = {passage: row for row, passage in enumerate(searcher.index.manifest.passages)}
    signals = searcher.score(query)
    weights = weigh(query.marked_share, query.english)
    standards = {name: standardise(scores) for name, scores in signals.items()}
    found = []
    for hit in hits:
        row = rows[hit.passage_id]
        parts = [
            Share(name, float(signals[name][row]), float(standards[name][row]), weights.get(name, 0.0))
            for name in signals
        ]
        rest = hit.score - sum(part.contribution for part in parts)
        if not np.isclose(rest, 0.0, atol=1e-4):
            parts.append(Share(RAISED, rest, rest, 1.0))
        found.append(tuple(parts))
    return found
