"""Scores of all passages, raised for what a question names and for the conditions it says."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from index.finding.holdings import Holdings
from index.naming.chains import find_said
from index.naming.conditions import Condition, split_conditions
from index.naming.relation_patterns import AMENDS, WHAT_IT_AMENDS
from index.naming.signs import Target
from index.naming.targets import find_references, find_rest
from index.naming.typed import read_typed
from index.query import Query
from index.segment import syllables
from ingest.spelling import fold
from ingest.store import Library
from ingest.store.stock import find_passage_ids

Scored = NDArray[np.float64]
"""A score for each row of the index."""

MENTION, DOCUMENT, ANY_PLACE, PLACE = 1, 2, 3, 4
"""How near a row is to what is named: a passage that cites the document, one of it, one at a place that is named
without its document, one at the place in the document."""
RAISES = np.array([0.0, 0.1, 0.6, 0.6, 1.0])
"""By nearness, where the question says more than a sign, as shares of the distance between the lowest and the highest
score: what stands at a named place leads; a passage of a named document comes before others that fit the rest of the
question not much better; a citation decides between likes."""
CONDITION_RAISE = 0.05
"""The same for passages of a document that meets a condition that was only said: it decides between likes."""
HEEDED = 40
"""So many syllables beside what it names may a question have and still be about it."""
_NEWER = 1e-4
"""The same for the newest document: of passages of named documents that score alike the newer one comes first."""
_ASKING = """
    noi dung toan van nguyen van ban trich xem tim doc mo cho toi biet ve quy dinh gi nhu the nao la ra sao hay tai theo
    cua trong o so thi va co khong duoc hoi voi day du chi tiet muon can giup hien thi lay noi neu de cap yeu cau gom
    nhung cac dau ai dua vao thong tin
    content text full of the what does say show me in about is a an please find read open give
"""
"""Words, without marks, that ask for a text and say nothing of what is in it."""


def raise_scores(
    scores: Scored, query: Query, chosen: Collection[str], library: Library, holdings: Holdings
) -> tuple[Scored, NDArray[np.bool_]]:
    """*scores* raised, and which rows are at what the question names; rows left out or removed score minus infinity.

    Where the question is a sign or a place and no more, what is there leads in the order of the text, then come the
    other passages of the document, then those that cite it.
    """
    titled = holdings.find_titled(read_typed(query.typed).bare)
    near = _find_near(query.targets, [key for _, key in titled], library, holdings)
    alone = bool(near.any()) and not (
        says_more(query.typed, [title for title, _ in titled]) and not _asks_what_it_amends(query, holdings)
    )
    reach = float(scores.max() - scores.min())
    heeded, newer = reach * _measure_heed(query, near), holdings.rank_by_day()
    raises = RAISES[near] + _NEWER * newer * (near > MENTION)
    raised = _lead(scores, near, newer) if alone else scores + heeded * raises
    must, may = split_conditions(query.conditions, chosen)
    for condition in may:
        raised = raised + reach * CONDITION_RAISE * holdings.mask(holdings.find_fitting(condition, True))
    named = near >= (max(DOCUMENT, int(near.max())) if alone else PLACE)
    return _exclude(np.where(holdings.in_use, raised, -np.inf), must, holdings), named


def says_more(typed: str, titles: Collection[str] = ()) -> bool:
    """Whether a question says anything beside the signs, places and conditions in it."""
    read = read_typed(typed)
    taken = [(one.start, one.end) for one in find_references(read)] + [(one.start, one.end) for one in find_said(read)]
    rest = "".join(" " if any(a <= i < b for a, b in taken) else letter for i, letter in enumerate(read.bare))
    words = " ".join("".join(letter if letter.isalnum() else " " for letter in rest).split())
    for title in titles:
        words = f" {words} ".replace(f" {title} ", " ").strip()
    return any(word not in _ASKING.split() for word in fold(words).split())


def _asks_what_it_amends(query: Query, holdings: Holdings) -> bool:
    """Whether it is asked what a document amends that by its title does: all that it lays down is the answer."""
    if not WHAT_IT_AMENDS.regex.search(fold(find_rest(read_typed(query.typed)))):
        return False
    documents = [key for target in query.targets for key in holdings.find_documents(target)]
    titles = (fold(holdings.records[key].title or "") for key in documents)
    return bool(documents) and all(AMENDS.regex.search(title) for title in titles)


def _find_near(
    targets: Sequence[Target], titled: Sequence[str], library: Library, holdings: Holdings
) -> NDArray[np.int8]:
    near = np.zeros(holdings.rows, dtype=np.int8)
    for target in targets:
        documents = holdings.find_documents(target) if target.names_document else list(titled)
        if target.names_document:
            cited = holdings.rows_of(find_passage_ids(library, holdings.find_namings(target)))
            near[cited] = np.maximum(near[cited], MENTION)
            near[holdings.mask(documents)] = DOCUMENT
    for target in targets:
        if target.place:
            documents = holdings.find_documents(target) if target.names_document else list(titled)
            open_to_all = not target.names_document and not documents
            found = holdings.find_at(library, holdings.place_in(target, documents), None if open_to_all else documents)
            near[holdings.rows_of(found)] = ANY_PLACE if open_to_all else PLACE
    return near


def _measure_heed(query: Query, near: NDArray[np.int8]) -> float:
    """1 where the question is about what it names, less where a long text merely mentions it."""
    if not near.any():
        return 1.0
    return min(1.0, HEEDED / max(1, len(syllables(find_rest(read_typed(query.typed))))))


def _lead(scores: Scored, near: NDArray[np.int8], newer: Scored) -> Scored:
    """Each nearness above the next; places by document, newest first, in the order of the text; others by score."""
    low, high = float(scores.min()), float(scores.max())
    within = (scores - low) / (high - low) if high > low else np.zeros_like(scores)
    at_place = np.flatnonzero(near >= ANY_PLACE)
    at_place = at_place[np.argsort(-newer[at_place] * (near[at_place] == PLACE), kind="stable")]
    within[at_place] = 1 - np.arange(len(at_place)) / max(1, len(at_place))
    return np.where(near > 0, high + 2.0 * near + within, scores)


def _exclude(scores: Scored, must: Iterable[Condition], holdings: Holdings) -> Scored:
    """Documents that do not meet what they must are left out; those whose records do not say come last."""
    for condition in must:
        unknown = holdings.mask(holdings.find_fitting(condition, None))
        held = np.isfinite(scores)
        depth = float(scores[held].max() - scores[held].min()) + 1.0 if held.any() else 0.0
        scores = np.where(unknown, scores - depth, scores)
        scores = np.where(holdings.mask(holdings.find_fitting(condition, False)), -np.inf, scores)
    return scores
