"""Questions + judgements -> figures: the whole search, and each of its signals off in turn."""

from __future__ import annotations

import time
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from index.build import Progress
from index.encode import Encoder
from index.fusion import fuse, weigh
from index.lexical import SIGNALS
from index.measuring.evaluate_answers import evaluate_answers, evaluate_declining
from index.measuring.metrics import Evaluation, average, bootstrap, measure_each
from index.measuring.suites import Suite
from index.search import Searcher, open_searcher
from ingest.store import open_library

_DEPTH = 10
_LEXICAL = frozenset(SIGNALS)
_ALL = _LEXICAL | {"meaning"}
VARIANTS: dict[str, frozenset[str]] = {
    "từ ngữ": _LEXICAL,
    "nghĩa": frozenset({"meaning"}),
    "bỏ từ ghép": _ALL - {"words"},
    "bỏ âm tiết": _ALL - {"syllables"},
    "bỏ cặp âm tiết": _ALL - {"pairs"},
}
"""Name -> the signals that stay."""


def evaluate(suite: Suite, encoder: Encoder | None = None, progress: Progress = lambda *_: None) -> Evaluation:
    """Ask every question of *suite*; *encoder* is used instead of loading the model where given.

    Raises:
        ModelError: If the model cannot be loaded.
    """
    if suite.name == "answers":
        return evaluate_answers(suite, encoder)
    if suite.name == "decline":
        return evaluate_declining(suite, encoder, progress)
    return _evaluate_search(suite, encoder)


def _evaluate_search(suite: Suite, encoder: Encoder | None) -> Evaluation:
    searcher = open_searcher(suite.settings, encoder)
    keys = read_keys(suite, searcher)
    searcher.search(suite.cases[0].question if suite.cases else "a")  # the first question warms the model up
    rankings: dict[str, list[list[str]]] = {name: [] for name in ("fused", *VARIANTS)}
    seconds = []
    for case in suite.cases:
        began = time.perf_counter()
        query = searcher.understand(case.question)
        signals = searcher.score(query)
        rankings["fused"].append(rank_keys(searcher.rank(query, signals).scores, keys))
        seconds.append(time.perf_counter() - began)
        weights = weigh(query.marked_share, query.english)
        for name, kept in VARIANTS.items():
            few = {signal: weight for signal, weight in weights.items() if signal in kept}
            rankings[name].append(rank_keys(fuse(signals, few), keys))
    return _sum_up(suite, rankings, seconds, keys)


def _sum_up(suite: Suite, rankings: Mapping[str, list[list[str]]], seconds: list[float], keys: list[str]) -> Evaluation:
    known = frozenset(keys)
    relevant = [expand_relevant(case.relevant, known) for case in suite.cases]
    each = measure_each(rankings["fused"], relevant)
    p50, p95 = np.quantile(seconds, [0.5, 0.95]) if seconds else (0.0, 0.0)
    ablation = {name: average(measure_each(rankings[name], relevant)) for name in VARIANTS}
    latency = {"p50": 1000 * float(p50), "p95": 1000 * float(p95)}
    return Evaluation(suite.name, len(suite.cases), average(each), bootstrap(each), latency, ablation)


def expand_relevant(relevant: frozenset[str], known: frozenset[str]) -> frozenset[str]:
    """The keys that are relevant or stand below one that is; those the library does not have stay, as misses."""
    below = {key for key in known if any(key.startswith(f"{place}.") for place in relevant)}
    present = (relevant & known) | below
    lost = {place for place in relevant if place not in known and not any(k.startswith(f"{place}.") for k in below)}
    return frozenset(present | lost)


def read_keys(suite: Suite, searcher: Searcher) -> list[str]:
    """The key of each row of the index."""
    with open_library(suite.settings.home) as library:
        sources = {held.id: held.metadata.source or "" for held in library.documents()}
        keys = {number: suite.key(passage, sources[passage.document_id]) for number, passage in library.passages()}
    return [keys[number] for number in searcher.index.manifest.passages]


def rank_keys(scores: NDArray[np.float64], keys: list[str]) -> list[str]:
    """The first keys by their best passage, none twice."""
    order = np.lexsort((np.arange(len(keys)), -scores))
    found: dict[str, None] = {}
    for row in order:
        if keys[row]:
            found.setdefault(keys[row])
        if len(found) == _DEPTH:
            break
    return list(found)
