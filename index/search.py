"""A question -> hits: both lists of candidates, one order."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.encode import Encoder, model_fingerprint, open_encoder
from index.fusion import fuse, weigh
from index.lexical import Scores
from index.local_index import LocalIndex, load_index
from index.query import Query, understand
from index.settings import Settings
from ingest.errors import ForeignIndexError
from ingest.models import Metadata, Passage
from ingest.store import open_library


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found.

    Attributes:
        passage_id: Of the passage in the library.
        metadata: Of its document.
        score: What hits are ordered by; standardised, so comparable within one search only.
        lexical: BM25, summed over the signals; 0 where no word matches.
        semantic: Cosine of question and passage, -1 to 1.
    """

    passage_id: int
    passage: Passage
    metadata: Metadata
    score: float
    lexical: float
    semantic: float


class Searcher:
    """An open index with its model; several threads may share it."""

    def __init__(self, settings: Settings, index: LocalIndex, encoder: Encoder) -> None:
        self.settings = settings
        self.index = index
        self._encoder = encoder
        self._embedded: tuple[tuple[str, ...], NDArray[np.float32]] = (), np.empty((0, 0), dtype=np.float32)

    def understand(self, typed: str, *, literal: bool = False) -> Query:
        """Read a question against the words of the library; *literal* takes it as typed.

        Raises:
            QuestionError: If it cannot be asked.
        """
        return understand(typed, self.index.lexical, literal=literal)

    def score(self, query: Query) -> dict[str, Scores]:
        """Signal -> ``(rows,)``: the lexical ones and ``"meaning"``, in the order of the index's passages."""
        lexical = self.index.lexical.score(query.lexical_tokens())
        return {**lexical, "meaning": self.index.score_meaning(self.embed(query))}

    def embed(self, query: Query) -> NDArray[np.float32]:
        """``(meanings, dim)``: the unit rows of *query*; the last question's are kept, as several ask for them."""
        texts, rows = self._embedded
        if texts != query.meanings:
            rows = self._encoder.encode_queries(query.meanings)
            self._embedded = query.meanings, rows
        return rows

    def search(self, typed: str | Query, limit: int = 10, chosen: Collection[str] = ()) -> list[Hit]:  # noqa: ARG002
        """The *limit* best passages of documents in use, by score, then by id.

        Args:
            chosen: Keys of the query's conditions that must be met, beside those that are binding.

        Raises:
            QuestionError: If it cannot be asked.
        """
        query = self.understand(typed) if isinstance(typed, str) else typed
        ids = np.asarray(self.index.manifest.passages, dtype=np.int64)
        if not len(ids):
            return []
        signals = self.score(query)
        scores = fuse(signals, weigh(query.marked_share, query.english))
        semantic = signals.pop("meaning")
        lexical = np.sum(list(signals.values()), axis=0)
        order = np.lexsort((ids, -scores))
        hits: list[Hit] = []
        with open_library(self.settings.home) as library:
            for start in range(0, len(order), limit):  # what was removed since the build is passed over
                rows = order[start : start + limit]
                held = library.find_passages([int(ids[row]) for row in rows])
                records = library.find_records(passage.document_id for passage in held.values())
                for row in rows:
                    passage = held.get(int(ids[row]))
                    if passage is not None and passage.document_id in records:
                        parts = float(scores[row]), float(lexical[row]), float(semantic[row])
                        hits.append(Hit(int(ids[row]), passage, records[passage.document_id], *parts))
                if len(hits) >= limit:
                    break
        return hits[:limit]

    def pending(self) -> tuple[str, ...]:
        """Names of the documents added since the index was built."""
        indexed = frozenset(self.index.manifest.documents)
        with open_library(self.settings.home) as library:
            return tuple(held.metadata.name for held in library.documents() if held.seq not in indexed)


def open_searcher(settings: Settings, encoder: Encoder | None = None) -> Searcher:
    """Load the current index and its model; *encoder* is used instead of loading one where given.

    Raises:
        MissingIndexError: If nothing was built.
        ForeignIndexError: If the index is of another library, model or format.
        ModelError: If the model cannot be loaded.
    """
    folder = settings.index_folder
    try:
        index = load_index(folder)
    except ForeignIndexError:
        index = load_index(folder)  # again: a build that ended meanwhile took the one being read away
    with open_library(settings.home) as library:
        if index.manifest.library != library.id:
            raise ForeignIndexError(folder, "thuộc thư viện khác")
    if index.manifest.model != model_fingerprint(settings.model):
        raise ForeignIndexError(folder, "được lập bằng mô hình khác")
    return Searcher(settings, index, encoder or open_encoder(settings.model))
