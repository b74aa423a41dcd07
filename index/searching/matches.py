"""A question -> every passage and digest that matches it; not only the best: a set with an end.

A passage matches

* by its words, where it says, or stands under a heading that says, half of what the question is about, weighed by
  rarity, in any spelling and any meaning of its abbreviations; all of it where the question is a sign or a place and no
  more. The name of its document alone makes one of its first passage, where none says it;
* by its meaning, where the library answers the question at all, as the page of answers judges, and the passage is
  nearer than the mean of the library by 0.7 of what the nearest is; of a sign or a place alone nothing does;
* by its place, where it stands at what the question names; or where the question says no more than what documents it
  wants, and its document is known to be one of those.

What a condition leaves out, and what was removed, never matches. How often what answers is in the set, and how large
that is, measures ``bench.searching``.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from index.answering.absent import find_absent
from index.answering.coverage import Scale
from index.answering.sayings import measure_said, say
from index.answering.strength import CANDIDATES, judge
from index.digests.find import DigestHit, find_all_digests
from index.finding.aim import says_more
from index.finding.holdings import Holdings
from index.fusion import find_best
from index.lexical import LexicalIndex
from index.query import Query
from index.search import NEIGHBOURS, Ranking, Searcher
from index.searching.values import Result, ResultSet, Source
from index.tokens import Token, pairs
from index.weights import read_weights
from ingest.passage_text import only_names
from ingest.store import Library

LEAST_HELD = 0.5
"""Share of what a question is about that is a match by words."""
LEAST_LEAD = 0.7
"""How far a match by meaning stands above the mean of the library, as a share of how far the nearest does."""
_NEAREST = 3
_ROUNDING = 1e-9

Rows = NDArray[np.bool_]


def find_results(searcher: Searcher, query: Query) -> ResultSet:
    """Everything that matches *query*.

    Raises:
        LibraryError: If the library cannot be read.
    """
    with searcher.reading() as library:
        told = find_all_digests(searcher, query)
        digests = [Result(_of_digest(one), one.place, one.strength) for one in told]
        if not searcher.index.lexical.rows:
            return ResultSet(query, tuple(digests))
        ranking = searcher.rank(query, searcher.score(query))
        matched = find_matching(searcher, library, query, ranking)
        found = _take(searcher, library, query, ranking, np.flatnonzero(matched))
        near = () if found or digests else find_best(ranking.scores, _NEAREST)
        nearest = _take(searcher, library, query, ranking, np.asarray(near, dtype=np.int64))
    absent = () if found or digests else find_absent(query, searcher.index.lexical)
    return ResultSet(query, (*found, *digests), nearest, absent)


def find_matching(searcher: Searcher, library: Library, query: Query, ranking: Ranking) -> Rows:
    """``(rows,)``: whether a passage matches."""
    says = says_more(query.typed)
    matched = ranking.named | _find_saying(searcher, library, query, LEAST_HELD if says else 1.0)
    if not says:
        matched |= _find_wanted(query, searcher.read_holdings(library))
    elif _answers(searcher, query, ranking):
        matched |= _find_near(searcher, library, ranking)
    return np.asarray(matched & np.isfinite(ranking.scores))


def _find_saying(searcher: Searcher, library: Library, query: Query, least: float) -> Rows:
    """Rows of passages that match by their words.

    The index counts the name of a document among the words of each of its passages, and tells so which may match;
    where the name shares words with the question, the passages themselves are looked at. A document whose name says it
    and none of whose passages does is found by its first one.
    """
    least -= _ROUNDING
    scale = Scale(query, searcher.index.lexical)
    holdings = searcher.read_holdings(library)
    saying = (measure_held(query, searcher.index.lexical) >= least) & holdings.in_use
    for key, record in holdings.records.items():
        named = measure_said(query, scale, _say_name(record.name))
        rows = np.flatnonzero(saying & holdings.mask([key]) if named else [])
        if len(rows):
            said = searcher.sayings.read(library, key)
            numbers = searcher.index.ids[rows].tolist()
            own = np.array([measure_said(query, scale, said.get(number, ("", ""))) for number in numbers]) >= least
            saying[rows] = own
            saying[rows[0]] |= named >= least and not own.any()
    return saying


_say_name = lru_cache(maxsize=1 << 14)(say)


def measure_held(query: Query, lexical: LexicalIndex) -> NDArray[np.float64]:
    """``(rows,)``: share of the content of *query* in what is indexed of a passage, the name of its document too.

    A piece of the question is held whole, its syllables side by side, or not at all.
    """
    scale = Scale(query, lexical)
    total = np.zeros(lexical.rows)
    for unit, weight in zip(query.units, scale.weights, strict=True):
        held = np.zeros(lexical.rows, dtype=np.bool_)
        for wording in unit.alternatives:
            held[lexical.find_holding(_list_parts(wording))] = True
        total += weight * held
    return total / scale.total if scale.total else total


def _list_parts(wording: Sequence[Token]) -> dict[str, list[str]]:
    """Field of the index -> what a passage must have in it to hold *wording*."""
    parts: dict[str, list[str]] = {}
    for token in wording:
        parts.setdefault(token.field, []).append(token.text)
    for field, pair in pairs(wording):
        parts.setdefault("near" if field == "bare-pairs" else field, []).append(pair)
    return parts


def _find_near(searcher: Searcher, library: Library, ranking: Ranking) -> Rows:
    """Rows of passages that match by their meaning; who signs, and who is to have it, tell of no subject."""
    meaning, usable = ranking.signals["meaning"], np.isfinite(ranking.scores)
    lead = meaning - meaning[usable].mean()
    near = np.asarray(usable & (lead >= LEAST_LEAD * lead[usable].max()))
    rows = np.flatnonzero(near)
    numbers = searcher.index.ids[rows].tolist()
    held = library.find_passages(numbers)
    near[rows] = [number in held and not only_names(held[number]) for number in numbers]
    return near


def _answers(searcher: Searcher, query: Query, ranking: Ranking) -> bool:
    """Whether the library answers *query*, as the page of answers judges."""
    best = find_best(ranking.scores, NEIGHBOURS)
    hits = searcher.read_hits(query, ranking, best[:CANDIDATES])
    coherence = searcher.index.measure_likeness(best)
    return judge(hits, query, Scale(query, searcher.index.lexical), coherence) >= read_weights().confidence.answered


def _find_wanted(query: Query, holdings: Holdings) -> Rows:
    """Rows of the documents that *query* asks for where it says no more than that."""
    if not query.conditions or query.targets:
        return np.zeros(holdings.rows, dtype=np.bool_)
    fitting = [holdings.mask(holdings.find_fitting(one, True)) for one in query.conditions]
    return np.asarray(np.logical_and.reduce(fitting))


def _take(
    searcher: Searcher, library: Library, query: Query, ranking: Ranking, rows: NDArray[np.int64]
) -> tuple[Result, ...]:
    """The passages of *rows*, by score, then by number."""
    holdings = searcher.read_holdings(library)
    owners = holdings.find_owners(rows)
    sources = _read_sources(searcher, library, query, holdings, owners)
    numbers = searcher.index.ids[rows].tolist()
    found = (
        Result(sources[owner], number, float(score))
        for owner, number, score in zip(owners, numbers, ranking.scores[rows], strict=True)
    )
    return tuple(sorted(found, key=lambda one: (-one.score, one.number)))


def _read_sources(
    searcher: Searcher, library: Library, query: Query, holdings: Holdings, documents: Collection[str]
) -> dict[str, Source]:
    standings = searcher.changes.find(library, set(documents), query.as_of)
    collections = library.collections.name_all()
    return {
        key: Source(key, holdings.records[key], standing, collections=collections.get(key, ()))
        for key, standing in standings.items()
    }


def _of_digest(hit: DigestHit) -> Source:
    return Source(hit.record.id, hit.record.metadata, hit.standing, "digest")
