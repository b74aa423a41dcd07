"""The nearest passages of other documents to a passage, by words and by meaning; no model runs.

The vectors are those of the index. What is near enough was measured: see ``bench.similar``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import log

import numpy as np
from numpy.typing import NDArray

from index.aligning.units import LEFT_OUT, find_words
from index.aligning.wording import Change, find_changes
from index.changes import Changes
from index.fusion import find_best
from index.lexical import LexicalIndex
from index.local_index import LocalIndex
from index.segment import fold_syllable, join_near, join_pairs, syllables
from index.validity import UNKNOWN, Standing
from ingest.models import Metadata, Passage
from ingest.store import Library
from ingest.store.places import find_passages_within

NEAR = 0.42
"""Nearness from which a passage is shown. Of labelled pairs of the laws 37 of 41 from it on are near, 8 of 31 below; of
office documents 21 of 23, and 1 of 31."""
MOST_SOURCES = 20
"""So many passages of a long place are looked for."""
_CANDIDATES = 40
_WORDS_SHARE = 0.75
"""Of the nearness; of two passages on one matter the vectors are near even where they say different things."""
_FEWEST_SYLLABLES = 8
_TELLING = 6
"""What shared words must be worth around a place of several passages, in the rarest syllables there are: below it two
share a stock phrase ("trường hợp khác theo quy định của pháp luật": 5)."""
_MOST_OF_ONE = 3
"""So many near one passage come before the rest, where a place has several."""


@dataclass(frozen=True, slots=True)
class Similar:
    """A passage of another document that is near one of the place.

    Attributes:
        source: The passage of the place that it is near to.
        nearness: 0 to 1; 1 for the same words.
        told: What the words of both are worth, in the rarest syllables there are.
        changes: In which words, behind their numbers, it differs from *source*; offsets in the texts of the two.
        also: Passages of further documents that say it in the very same words.
        standing: Whether its document stands.
    """

    source: Passage
    passage: Passage
    metadata: Metadata
    nearness: float
    told: float
    changes: tuple[Change, ...] = ()
    also: tuple[tuple[Passage, Metadata], ...] = ()
    standing: Standing = UNKNOWN

    @property
    def same(self) -> bool:
        """Whether both say the same, but for spelling."""
        return all(change.spelling for change in self.changes)


@dataclass(frozen=True, slots=True)
class Nearest:
    """What was found around a place.

    Attributes:
        found: Those near enough, the nearest first. Around several passages no stock phrase is among them, and no
            passage of the place crowds out what is near the others.
        sources: How many passages of the place were looked for.
        left: How many passages of it were not, for its length.
        indexed: Whether the index knows the place.
    """

    found: tuple[Similar, ...]
    sources: int
    left: int
    indexed: bool


def find_similar(
    index: LocalIndex, library: Library, document_id: str, span: tuple[int, int], limit: int = 10
) -> Nearest:
    """The *limit* nearest passages of other documents to those that reach into *span* of a held document."""
    rows = find_rows(index, find_passages_within(library, document_id, *span))
    own = find_rows(index, find_passages_within(library, document_id, 0, 1 << 62))
    looked = rows[:MOST_SOURCES]
    passages = library.find_passages(index.ids[looked].tolist())
    pairs = [pair for row in looked for pair in _find_near(index, library, int(row), own, passages)]
    pairs.sort(key=lambda pair: (-pair.nearness, pair.passage.document_id, pair.passage.start))
    gathered = _gather_copies(pairs)
    kept = (_take_turns(gathered) if len(looked) > 1 else gathered)[:limit]
    standings = Changes().find(library, {one.passage.document_id for one in kept})
    found = (replace(_compare(one), standing=standings[one.passage.document_id]) for one in kept)
    return Nearest(tuple(found), len(looked), len(rows) - len(looked), bool(len(rows)))


def _gather_copies(pairs: Iterable[Similar]) -> list[Similar]:
    """Each passage once, with its nearest source; what others say in the very same words beside the first of them."""
    seen: set[tuple[str, int]] = set()
    groups: dict[tuple[int, tuple[str, ...]], list[Similar]] = {}
    for one in pairs:
        place = one.passage.document_id, one.passage.start
        if place not in seen:
            seen.add(place)
            words = one.passage.text[find_words(one.passage.text, 0, len(one.passage.text)) :]
            groups.setdefault((one.source.start, tuple(syllables(words))), []).append(one)
    return [replace(own[0], also=tuple((one.passage, one.metadata) for one in own[1:])) for own in groups.values()]


def _take_turns(pairs: Iterable[Similar]) -> list[Similar]:
    """First the nearest few of each source, then the others; none that shares no more than a stock phrase."""
    first: list[Similar] = []
    rest: list[Similar] = []
    times: Counter[int] = Counter()
    for one in (pair for pair in pairs if pair.told >= _TELLING):
        times[one.source.start] += 1
        (first if times[one.source.start] <= _MOST_OF_ONE else rest).append(one)
    return first + rest


def find_rows(index: LocalIndex, passages: Sequence[int]) -> NDArray[np.int64]:
    """Rows of those passages that the index has."""
    wanted = np.asarray(passages, dtype=np.int64)
    at = np.searchsorted(index.ids, wanted)
    known = at < len(index.ids)
    known[known] = index.ids[at[known]] == wanted[known]
    return at[known]


@dataclass(frozen=True, slots=True)
class Sought:
    """A passage, ready to be compared with those of the index.

    Attributes:
        meaning: ``(rows,)``: how near each row is by meaning, 0 for one like most, 1 for the same.
        weights: Its syllables and pairs of neighbours, each with how much it tells.
    """

    passage: Passage
    meaning: NDArray[np.float32]
    weights: Mapping[str, float]


def seek(index: LocalIndex, row: int, passage: Passage) -> Sought:
    """*passage*, which stands at *row*."""
    cosines = index.score_meaning(index.read_vectors([row]))
    usual = float(np.median(cosines))  # models differ in how near all texts are to each other
    meaning = np.clip((cosines - usual) / max(1 - usual, 1e-6), 0, 1)
    return Sought(passage, meaning.astype(np.float32), _weigh(passage.text, index.lexical))


def measure_nearness(index: LocalIndex, sought: Sought, row: int, passage: Passage) -> float:
    """How near *passage*, which stands at *row*, is to what is *sought*: 0 to 1, mostly for words."""
    return _measure(sought, row, _weigh(passage.text, index.lexical))


def _measure(sought: Sought, row: int, weights: Mapping[str, float]) -> float:
    total = sum(sought.weights.values()) + sum(weights.values())
    words = 2 * _sum_shared(sought.weights, weights) / total if total else 0.0  # Dice
    return _WORDS_SHARE * words + (1 - _WORDS_SHARE) * float(sought.meaning[row])


def _find_near(
    index: LocalIndex, library: Library, row: int, own: NDArray[np.int64], passages: Mapping[int, Passage]
) -> list[Similar]:
    """The passages near enough to the one at *row*; none to one that says too little."""
    source = passages.get(int(index.ids[row]))
    if source is None or _says_little(source):
        return []
    sought = seek(index, row, source)
    candidates = _find_candidates(index, sought, own)
    held = library.find_passages(index.ids[candidates].tolist())
    records = library.find_records({one.document_id for one in held.values()})
    found = []
    for candidate in candidates.tolist():
        passage = held.get(int(index.ids[candidate]))
        if passage and not _says_little(passage):
            weights = _weigh(passage.text, index.lexical)
            nearness = _measure(sought, candidate, weights)
            told = _sum_shared(sought.weights, weights) / log(1 + index.lexical.rows)
            found.append(Similar(source, passage, records[passage.document_id], nearness, told))
    return [one for one in found if one.nearness >= NEAR]


def _says_little(passage: Passage) -> bool:
    """Whether it is too short, or is no clause: letterhead, recipients, signature, which many documents share."""
    return not set(LEFT_OUT).isdisjoint(passage.address.split(".")) or len(syllables(passage.text)) < _FEWEST_SYLLABLES


def _find_candidates(index: LocalIndex, sought: Sought, own: NDArray[np.int64]) -> NDArray[np.int64]:
    """Rows of other documents that are the nearest by meaning, or by words."""
    marked = syllables(sought.passage.text)
    tokens = {"marked": marked, "near": join_near([fold_syllable(one) for one in marked])}
    lexical = np.sum(list(index.lexical.score(tokens).values()), axis=0)
    best = []
    for scores in (sought.meaning, lexical):
        others = scores.astype(np.float64)
        others[own] = -np.inf
        best.append(find_best(others, _CANDIDATES))
    return np.unique(np.concatenate(best))


def _weigh(text: str, lexical: LexicalIndex) -> dict[str, float]:
    """The syllables of *text* and pairs of neighbours, each with how much it tells: the rarer, the more."""
    found = syllables(text)
    fields = (("marked", found), ("marked-pairs", join_pairs(found)))
    return {
        one: log(1 + lexical.rows / (1 + lexical.frequency(field, one))) for field, tokens in fields for one in tokens
    }


def _sum_shared(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """The weight of what two passages share."""
    return sum(weight for token, weight in one.items() if token in other)


def _compare(one: Similar) -> Similar:
    ours, theirs = one.source.text, one.passage.text
    spans = ((find_words(text, 0, len(text)), len(text)) for text in (ours, theirs))
    return replace(one, changes=find_changes(ours, theirs, *spans))
