"""A question -> hits: both lists of candidates, one order."""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.answering.sayings import Sayings
from index.answering.shelf import Shelf
from index.changes import Changes
from index.encode import Encoder, open_encoder
from index.finding.aim import raise_scores
from index.finding.holdings import Holdings
from index.finding.left_out import find_left_out, find_rows, leave_out_idle, put_back
from index.finding.missing import explain_conditions, explain_missing, lacks_what_is_named
from index.finding.word_for_word import find_same, lead
from index.fusion import find_best, fuse, weigh
from index.lexical import Scores
from index.local_index import LocalIndex
from index.models.rerank import DEPTH, open_reranker
from index.naming.conditions import split_conditions
from index.opening import check_sight, open_index
from index.passage_text import context
from index.query import EVERYTHING, Query, Scope, narrow_to, understand
from index.settings import Settings
from index.validity import UNKNOWN, Standing
from index.wording.abbreviations import read_abbreviations
from ingest.models import Metadata, Passage
from ingest.store import Library, open_library
from ingest.store.stock import read_stock

NEIGHBOURS = 50
"""So many of the best are looked at for whether they are about one thing, however few are asked for."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found.

    Attributes:
        passage_id: Of the passage in the library.
        metadata: Of its document.
        score: What hits are ordered by; standardised, so comparable within one search only.
        lexical: BM25, summed over the signals; 0 where no word matches.
        semantic: Cosine of question and passage, -1 to 1.
        named: Whether it stands at the place, or in the document, that the question names.
        unknown: What its record does not say of the conditions that must be met: ``"không rõ ngày"``.
        standing: Whether its document stands.
    """

    passage_id: int
    passage: Passage
    metadata: Metadata
    score: float
    lexical: float
    semantic: float
    named: bool = False
    unknown: tuple[str, ...] = ()
    standing: Standing = UNKNOWN


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found.

    Attributes:
        hits: The best passages, best first.
        coherence: Mean cosine of the first passage with the :data:`NEIGHBOURS` best; ``None`` without others.
    """

    hits: tuple[Hit, ...]
    coherence: float | None


@dataclass(frozen=True, slots=True)
class Ranking:
    """Every row of the index, scored for one question.

    Attributes:
        scores: ``(rows,)``; minus infinity where the document was removed, or a condition leaves it out.
        named: ``(rows,)``: whether a row stands at what the question names.
        signals: What the scores were made of.
    """

    scores: NDArray[np.float64]
    named: NDArray[np.bool_]
    signals: Mapping[str, Scores]


class Searcher:
    """An open index with its model; several threads may share it."""

    def __init__(self, settings: Settings, index: LocalIndex, encoder: Encoder) -> None:
        self.settings = settings
        self.index = index
        self.encoder = encoder
        self.shelf, self.sayings, self.changes = Shelf(), Sayings(), Changes()
        self._open = threading.local()
        self._holdings: Holdings | None = None
        self._embedded: tuple[tuple[str, ...], NDArray[np.float32]] = (), np.empty((0, 0), dtype=np.float32)

    @contextmanager
    def reading(self) -> Iterator[Library]:
        """The library, open; who asks again within, on the same thread, gets the same one."""
        held: Library | None = getattr(self._open, "library", None)
        if held is not None:
            yield held
            return
        with open_library(self.settings.home, self.settings.sight) as library:
            check_sight(self.index, library)
            self._open.library = library
            try:
                yield library
            finally:
                self._open.library = None

    def understand(self, typed: str, *, literal: bool = False, scope: Scope = EVERYTHING) -> Query:
        """Read a question against the words of the library.

        Args:
            literal: Take it as typed.

        Raises:
            QuestionError: If it cannot be asked.
        """
        own = read_abbreviations(self.settings.home)
        query = narrow_to(understand(typed, self.index.lexical, literal=literal, abbreviations=own), scope)
        with self.reading() as library:
            return leave_out_idle(query, self.read_holdings(library).records)

    def score(self, query: Query) -> dict[str, Scores]:
        """Signal -> ``(rows,)``: the lexical ones and ``"meaning"``, in the order of the index's passages."""
        lexical = self.index.lexical.score(query.lexical_tokens())
        return {**lexical, "meaning": self.index.score_meaning(self.embed(query))}

    def embed(self, query: Query) -> NDArray[np.float32]:
        """``(meanings, dim)``: the unit rows of *query*; the last question's are kept, as several ask for them."""
        texts, rows = self._embedded
        if texts != query.meanings:
            rows = self.encoder.encode_queries(query.meanings)
            self._embedded = query.meanings, rows
        return rows

    def search(self, typed: str | Query, limit: int = 10, chosen: Collection[str] = ()) -> list[Hit]:
        """The *limit* best passages of documents in use, by score, then by id; else as :meth:`find`."""
        query = self.understand(typed) if isinstance(typed, str) else typed
        return list(self.find(query, limit, chosen).hits)

    def find(self, query: Query, limit: int, chosen: Collection[str] = ()) -> Found:
        """The *limit* best passages, and how far they and those that follow are about one thing.

        Args:
            chosen: Keys of the query's conditions that must be met, beside those that are binding.

        Raises:
            QuestionError: If it cannot be asked.
            ModelError: If the owner's re-ranker cannot be loaded or gives no scores.
        """
        if not self.index.lexical.rows:
            return Found((), None)
        ranking = self.rank(query, self.score(query), chosen)
        best = find_best(ranking.scores, max(limit, DEPTH, NEIGHBOURS))
        order = best[: max(limit, DEPTH) if self.settings.reranker else limit]
        hits = self.read_hits(query, ranking, order, chosen)
        coherence = self.index.measure_likeness(best[:NEIGHBOURS])
        return Found(tuple(self._reorder(query, hits)[:limit]), coherence)

    def read_hits(
        self, query: Query, ranking: Ranking, rows: NDArray[np.int64], chosen: Collection[str] = ()
    ) -> list[Hit]:
        """The passages of *rows* in their order; those that were removed while we looked are left out."""
        semantic = ranking.signals["meaning"]
        lexical = np.sum([scores for name, scores in ranking.signals.items() if name != "meaning"], axis=0)
        numbers = self.index.ids[rows].tolist()
        must, _ = split_conditions(query.conditions, chosen)
        hits: list[Hit] = []
        with self.reading() as library:
            records = self.read_holdings(library).records
            held = library.find_passages(numbers)
            standings = self.changes.find(library, {one.document_id for one in held.values()}, query.as_of)
        for row, number in zip(rows, numbers, strict=True):
            passage = held.get(number)
            record = records.get(passage.document_id) if passage else None
            if passage and record:
                parts = float(ranking.scores[row]), float(lexical[row]), float(semantic[row])
                standing = standings[passage.document_id]
                lacking = (one.unknown for one in must if one.weigh(record, standing.in_force) is None)
                unknown = tuple(dict.fromkeys(lacking))
                hits.append(Hit(number, passage, record, *parts, bool(ranking.named[row]), unknown, standing))
        return hits

    def _reorder(self, query: Query, hits: list[Hit]) -> list[Hit]:
        """*hits*, the first of them as the owner's cross-encoder orders them; what is named stays before the others."""
        if self.settings.reranker is None:
            return hits
        first = hits[:DEPTH]
        texts = [context(hit.passage, hit.metadata) for hit in first]
        order = open_reranker(self.settings.reranker).order(query.understood, texts)
        return sorted((first[place] for place in order), key=lambda hit: not hit.named) + hits[DEPTH:]

    def rank(self, query: Query, signals: Mapping[str, Scores], chosen: Collection[str] = ()) -> Ranking:
        """Every row by the fused *signals* of :meth:`score`, raised for what *query* names and says of documents."""
        scores = fuse(signals, weigh(query.marked_share, query.english))
        if not len(scores):
            return Ranking(scores, np.zeros(0, dtype=np.bool_), signals)
        with self.reading() as library:
            holdings = self.read_holdings(library)
            raised, named = raise_scores(scores, query, chosen, library, holdings)
            raised = put_back(raised, *find_rows(query, chosen, library, holdings, self.changes))
            same = find_same(query, scores, self.index.lexical, self.index.manifest.passages, library)
            return Ranking(lead(raised, same), named, signals)

    def notes(self, query: Query, chosen: Collection[str] = ()) -> tuple[str, ...]:
        """What *query* names and is not held, and conditions that nothing meets, each with the next step."""
        if not (query.targets or query.conditions):
            return ()
        with self.reading() as library:
            held = self.read_holdings(library)
            left_out = find_left_out(query, chosen, library, held.records, self.changes)
            unmet = explain_conditions(query.conditions, chosen, held, left_out)
            return (*explain_missing(query, library, held), *unmet)

    def lacks_what_is_named(self, query: Query) -> bool:
        """Whether *query* asks for places of documents, or for documents, of which the library has nothing."""
        if not query.targets:
            return False
        with self.reading() as library:
            return lacks_what_is_named(query, library, self.read_holdings(library))

    def find_citing(self, query: Query) -> frozenset[int] | None:
        """Where no document that *query* names is held, ids of the passages that cite one; else ``None``."""
        if not any(target.names_document for target in query.targets):
            return None
        with self.reading() as library:
            return self.read_holdings(library).find_citing(library, query.targets)

    def find_named(self, query: Query) -> list[str]:
        """Ids of the held documents that *query* names, of those that share a sign the newest first."""
        named = [target for target in query.targets if target.names_document]
        if not named:
            return []
        with self.reading() as library:
            held = self.read_holdings(library)
            return [key for target in named for key in held.find_documents(target)]

    def shares_sign(self, record: Metadata) -> bool:
        """Whether another held document has the sign of *record*."""
        with self.reading() as library:
            return self.read_holdings(library).shares_sign(record)

    def read_holdings(self, library: Library) -> Holdings:
        """What the library holds, read again only after it changed."""
        holdings = self._holdings
        if holdings is None or holdings.state != library.state:
            holdings = Holdings(read_stock(library), self.index.manifest.passages)
            self._holdings = holdings
        return holdings

    def pending(self) -> tuple[str, ...]:
        """Names of the documents added since the index was built."""
        indexed = frozenset(self.index.manifest.documents)
        with self.reading() as library:
            return tuple(held.metadata.label for held in library.documents() if held.seq not in indexed)


def open_searcher(settings: Settings, encoder: Encoder | None = None, index: LocalIndex | None = None) -> Searcher:
    """Load the current index and its model; *encoder* and *index* are used instead where given.

    Raises:
        MissingIndexError: If nothing was built.
        ForeignIndexError: If the index is of another library, model or format.
        ModelError: If the model cannot be loaded.
    """
    return Searcher(settings, index or open_index(settings), encoder or open_encoder(settings.model))
