"""The lexical side: BM25 over several readings of the same passages."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain
from pathlib import Path
from sys import intern
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.segment import fold_syllable, join_near, join_pairs, syllables, words

SIGNALS: dict[str, tuple[str, ...]] = {
    "words": ("words",),
    "syllables": ("marked", "bare"),
    "pairs": ("near",),
}
"""Signal -> its fields: underthesea's words; syllables with marks and without; each two that stand near each other.

A question's syllable is looked up in one of its two fields, by whether it was typed with its marks. Pairs are told
apart well enough without marks; one may have another syllable between its two, in the question as in the passage.
"""

FIELDS = (*(field for fields in SIGNALS.values() for field in fields), "marked-pairs")
"""The last scores nothing: it tells which neighbours the passages know."""

Scores = NDArray[np.float32]

_NOTHING: Mapping[str, int] = {}
_K1, _B = 0.9, 0.9  # a second mention says little; headings stand above every passage and make none relevant


def tokenize_passage(text: str, cut: Sequence[str] | None = None) -> dict[str, list[str]]:
    """The tokens of *text* in each field; *cut* are its words, where they are known from before."""
    marked = [intern(syllable) for syllable in syllables(text)]
    bare = [fold_syllable(syllable) for syllable in marked]
    return {
        "words": [intern(word) for word in (words(text) if cut is None else cut)],
        "marked": marked,
        "bare": bare,
        "near": join_near(bare),
        "marked-pairs": join_pairs(marked),
    }


def _count(passages: Sequence[Sequence[str]]) -> Any:
    """The BM25 of one field."""
    from bm25s import BM25

    logging.getLogger("bm25s").setLevel(logging.WARNING)  # it tells of every step

    class Counted(BM25):  # type: ignore[misc]  # no types in its library
        """Counts all passages at once; the library does so one by one, five times slower."""

        def build_index_from_ids(
            self, unique_token_ids: list[int], corpus_token_ids: list[list[int]], **_: object
        ) -> dict[str, Any]:
            self.nonoccurrence_array = None  # of other variants; saved with the rest
            return _score_all(len(unique_token_ids), corpus_token_ids)

    numbers: dict[str, int] = {"": 0}  # the library adds this one, and at the end of no others it cannot
    ids = [[numbers.setdefault(token, len(numbers)) for token in passage] for passage in passages]
    bm25 = Counted(method="lucene", k1=_K1, b=_B)
    bm25.index((ids, numbers), show_progress=False)
    return bm25


def _score_all(vocabulary: int, passages: Sequence[Sequence[int]]) -> dict[str, Any]:
    """What bm25s makes of the tokens' numbers: a column a token, in each the rows that have it and their scores.

    Source: Kamphuis, de Vries, Boytsov, Lin, "Which BM25 do you mean?", 2020: the variant of Lucene, exact lengths.
    """
    rows = len(passages)
    lengths = np.fromiter(map(len, passages), dtype=np.int64, count=rows)
    tokens = np.fromiter(chain.from_iterable(passages), dtype=np.int64, count=int(lengths.sum()))
    places, counts = np.unique(tokens * rows + np.repeat(np.arange(rows), lengths), return_counts=True)
    columns, held = np.divmod(places, rows)
    frequencies = np.bincount(columns, minlength=vocabulary)
    rarity = np.log1p((rows - frequencies + 0.5) / (frequencies + 0.5))
    norms = _K1 * (1 - _B + _B * lengths / max(lengths.mean(), 1e-9))
    return {
        "data": (rarity[columns] * counts / (counts + norms[held])).astype(np.float32),
        "indices": held.astype(np.int32),
        "indptr": np.concatenate(([0], np.cumsum(frequencies))).astype(np.int32),
        "num_docs": rows,
    }


class LexicalIndex:
    """BM25 in each field; rows are passages in the order they were given."""

    def __init__(self, fields: Mapping[str, Any], rows: int) -> None:
        self._fields = fields
        self.rows = rows
        self._frequencies = {name: _count_holders(bm25) for name, bm25 in fields.items()}
        self._spellings: dict[str, list[str]] = {}
        for syllable in sorted(self._frequencies.get("marked", ())):
            self._spellings.setdefault(fold_syllable(syllable), []).append(syllable)
        self._variety = Counter(pair.partition(" ")[2] for pair in self._frequencies.get("marked-pairs", ()))

    @classmethod
    def build(cls, passages: Sequence[Mapping[str, list[str]]]) -> LexicalIndex:
        """Over *passages* tokenized in every field; there may be none."""
        names = FIELDS if passages else ()
        return cls({field: _count([passage[field] for passage in passages]) for field in names}, len(passages))

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

    def find_holding(self, tokens: Mapping[str, Sequence[str]]) -> NDArray[np.int64]:
        """The rows that have all of *tokens*, whichever the field; none for no tokens."""
        wanted = {(field, token) for field, found in tokens.items() for token in found}
        if not wanted or not all(self.knows(*one) for one in wanted):
            return np.empty(0, dtype=np.int64)
        rarest, *others = sorted(wanted, key=lambda one: (self.frequency(*one), one))
        rows = self._holders(*rarest)
        for one in others:
            if len(rows):
                rows = np.intersect1d(rows, self._holders(*one))
        return rows

    def _holders(self, field: str, token: str) -> NDArray[np.int64]:
        bm25 = self._fields[field]
        column = bm25.vocab_dict[token]
        start, end = bm25.scores["indptr"][column : column + 2]
        return np.asarray(bm25.scores["indices"][start:end], dtype=np.int64)

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
