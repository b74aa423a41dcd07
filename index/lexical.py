"""The lexical side: BM25 over five readings of the same passages."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.segment import join_pairs, syllables, words
from ingest.spelling import fold

SIGNALS: dict[str, tuple[str, ...]] = {
    "words": ("words",),
    "syllables": ("marked", "bare"),
    "pairs": ("marked-pairs", "bare-pairs"),
}
"""Signal -> its fields: underthesea's words; syllables with marks and without; each two neighbours likewise.

A question's syllable is looked up in one of the two fields of a signal, by whether it was typed with its marks.
"""

FIELDS = tuple(field for fields in SIGNALS.values() for field in fields)

Scores = NDArray[np.float32]

_NOTHING: Mapping[str, int] = {}


def tokenize_passage(text: str) -> dict[str, list[str]]:
    """The tokens of *text* in each field."""
    marked = syllables(text)
    bare = [fold(syllable) for syllable in marked]
    return {
        "words": words(text),
        "marked": marked,
        "bare": bare,
        "marked-pairs": join_pairs(marked),
        "bare-pairs": join_pairs(bare),
    }


class LexicalIndex:
    """BM25 in each field; rows are passages in the order they were given."""

    def __init__(self, fields: Mapping[str, Any], rows: int) -> None:
        self._fields = fields
        self.rows = rows
        self._frequencies = {name: _count_holders(bm25) for name, bm25 in fields.items()}
        self._spellings: dict[str, list[str]] = {}
        for syllable in sorted(self._frequencies.get("marked", ())):
            self._spellings.setdefault(fold(syllable), []).append(syllable)
        self._variety = Counter(pair.partition(" ")[2] for pair in self._frequencies.get("marked-pairs", ()))

    @classmethod
    def build(cls, passages: Sequence[Mapping[str, list[str]]]) -> LexicalIndex:
        """Over *passages* tokenized in every field; there may be none."""
        from bm25s import BM25

        logging.getLogger("bm25s").setLevel(logging.WARNING)  # it tells of every step
        built = {}
        for field in FIELDS if passages else ():
            bm25 = BM25(method="lucene", k1=1.2, b=0.75)
            bm25.index([passage[field] for passage in passages], show_progress=False)
            built[field] = bm25
        return cls(built, len(passages))

    def save(self, folder: Path) -> None:
        """Plain arrays and JSON, a folder a field."""
        for name, bm25 in self._fields.items():
            bm25.save(folder / name, show_progress=False, allow_pickle=False)

    @classmethod
    def load(cls, folder: Path, rows: int) -> LexicalIndex:
        """What :meth:`save` wrote."""
        from bm25s import BM25

        names = FIELDS if rows else ()
        return cls({name: BM25.load(folder / name, allow_pickle=False, show_progress=False) for name in names}, rows)

    def score(self, tokens: Mapping[str, Sequence[str]]) -> dict[str, Scores]:
        """Signal -> ``(rows,)``: the BM25 scores of its fields' *tokens*; unknown tokens add nothing."""
        return {signal: self._score_fields(fields, tokens) for signal, fields in SIGNALS.items()}

    def _score_fields(self, fields: Sequence[str], tokens: Mapping[str, Sequence[str]]) -> Scores:
        total = np.zeros(self.rows, dtype=np.float32)
        for field in fields:
            known = [token for token in tokens.get(field, ()) if self.knows(field, token)]
            if known:
                total += self._fields[field].get_scores(known)
        return total

    def frequency(self, field: str, token: str) -> int:
        """How many passages have *token*."""
        return self._frequencies.get(field, _NOTHING).get(token, 0)

    def knows(self, field: str, token: str) -> bool:
        """Whether any passage has *token*."""
        return token in self._frequencies.get(field, _NOTHING)

    def spellings(self, bare: str) -> Sequence[str]:
        """The syllables of the passages that look like *bare* without their marks, sorted."""
        return self._spellings.get(bare, ())

    def variety(self, syllable: str) -> int:
        """After how many different syllables *syllable* stands in the passages."""
        return self._variety[syllable]


def _count_holders(bm25: Any) -> dict[str, int]:
    """Token -> number of passages that have it; bm25s adds an empty token of its own."""
    holders = np.diff(bm25.scores["indptr"]).tolist()
    return {token: holders[column] for token, column in bm25.vocab_dict.items() if token}
