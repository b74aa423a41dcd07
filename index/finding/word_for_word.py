"""Passages that a question is, word for word: who copies a paragraph looks for where it stands."""

from __future__ import annotations

import numpy as np

from index.finding.aim import Scored
from index.lexical import LexicalIndex
from index.query import Query
from index.segment import join_pairs, syllables
from ingest.store import Library

_MOST = 32


def find_same(
    query: Query, scores: Scored, lexical: LexicalIndex, passages: tuple[int, ...], library: Library
) -> list[int]:
    """Rows of the passages that hold the words of *query*, in their order, and no others.

    Args:
        scores: ``(rows,)``; where many hold all the words, the best of them are read.
        passages: Row -> id.
    """
    typed = syllables(query.understood)
    rows = lexical.find_holding({"marked": typed, "marked-pairs": join_pairs(typed)})
    best = rows[np.lexsort((rows, -scores[rows]))][:_MOST].tolist()
    held = library.find_passages([passages[row] for row in best]) if best else {}
    return [row for row in best if passages[row] in held and syllables(held[passages[row]].text) == typed]


def lead(scores: Scored, same: list[int]) -> Scored:
    """*scores* with the rows *same* above all others, in their order; what was left out stays out."""
    held = [row for row in same if np.isfinite(scores[row])]
    if not held:
        return scores
    raised = scores.copy()
    raised[held] += float(scores.max() - scores[held].min()) + 1.0
    return raised
