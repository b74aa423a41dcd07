"""How alike the units of two texts are: in words, in what stands above them, in number, in meaning; as matrices.

Every matrix is ``(units of the old text, units of the new text)``, float32.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from index.aligning.units import Unit, find_below
from index.segment import join_pairs, syllables

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

Matrix = NDArray[np.float32]
Features = tuple[frozenset[str], ...]

_HEADING_SHARE = 0.35
"""Of a unit with a heading, or others below it: what heading or own words weigh beside all that stands in it."""
_MEANING_SHARE = 0.5
"""What meaning adds at most: of what the words leave open."""
_NUMBER, _KIND = 0.05, 0.2
"""What an equal number adds; what another kind of provision takes."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the texts, ready to be compared.

    Attributes:
        own: For each unit the syllables of its own words, and pairs of neighbours.
        titles: The same of its heading alone, where more words follow that; else of its own words.
        whole: The same of all that stands in it.
        meaning: ``(units, dim)`` unit rows, zero where not known; ``None`` where nothing is.
    """

    text: str
    units: tuple[Unit, ...]
    own: Features
    titles: Features
    whole: Features
    meaning: Matrix | None

    @property
    def heads(self) -> NDArray[np.bool_]:
        """Which units have others below them."""
        return np.array([len(own) < len(whole) for own, whole in zip(self.own, self.whole, strict=True)], dtype=bool)

    @property
    def titled(self) -> NDArray[np.bool_]:
        """Which units have a heading over other words, of their own or below them."""
        over_words: NDArray[np.bool_] = np.array([unit.heading_end < unit.end for unit in self.units], dtype=bool)
        return over_words | self.heads


def make_side(text: str, units: tuple[Unit, ...], meaning: Matrix | None) -> Side:
    """The features of a text's *units*."""
    own = tuple(_features(text[unit.words_start : unit.end]) for unit in units)
    titles = tuple(
        _features(text[unit.words_start : unit.heading_end]) if unit.heading_end < unit.end else words
        for unit, words in zip(units, own, strict=True)
    )
    whole = tuple(frozenset().union(*(own[place] for place in below)) for below in find_below(units))
    return Side(text, units, own, titles, whole, meaning)


def _features(words: str) -> frozenset[str]:
    found = syllables(words)
    return frozenset((*found, *join_pairs(found)))


@dataclass(frozen=True, slots=True)
class Likeness:
    """What speaks for each pair of units.

    Attributes:
        content: Shared words, weighed by how rare they are, and meaning; 0 to 1.
        score: The same with number and kind.
    """

    content: Matrix
    score: Matrix


def compare_units(old: Side, new: Side) -> Likeness:
    """How alike each unit of *old* is to each of *new*."""
    weights = weigh(old, new)
    titles, whole = share(old.titles, new.titles, weights), share(old.whole, new.whole, weights)
    titled = old.titled[:, None] | new.titled[None, :]
    words = np.where(titled, _HEADING_SHARE * titles + (1 - _HEADING_SHARE) * whole, titles)
    content = _blend(words, old.meaning, new.meaning)
    numbers = _equal(
        [unit.step if unit.is_numbered else f"{unit.place} old" for unit in old.units],
        [unit.step if unit.is_numbered else f"{unit.place} new" for unit in new.units],
    )
    kinds = _equal([unit.kind for unit in old.units], [unit.kind for unit in new.units])
    score = content.copy()
    score[numbers] += _NUMBER
    score[~kinds] -= _KIND
    return Likeness(content, score)


def weigh(old: Side, new: Side) -> dict[str, float]:
    """For each feature how much it tells: the rarer among all units, the more."""
    counts = Counter(feature for side in (old, new) for unit in side.own for feature in unit)
    total = len(old.own) + len(new.own)
    return {feature: log(1 + total / times) for feature, times in counts.items()}


def share(old: Features, new: Features, weights: dict[str, float]) -> Matrix:
    """Twice the weight of what two units share, by the weight of both (Dice)."""
    ours, theirs = _sums(old, weights), _sums(new, weights)
    common = find_common(old, new, weights)
    total = ours[:, None] + theirs[None, :]
    alike: Matrix = np.divide(2 * common, total, out=np.zeros_like(common), where=total > 0)
    return alike


def find_common(old: Features, new: Features, weights: dict[str, float]) -> Matrix:
    """The weight of what each two units share."""
    columns = {feature: place for place, feature in enumerate(weights)}
    values = np.fromiter(weights.values(), dtype=np.float32, count=len(weights))
    product = _to_rows(old, columns).multiply(values).tocsr() @ _to_rows(new, columns).T
    return np.asarray(product.todense(), dtype=np.float32)


def _sums(features: Features, weights: dict[str, float]) -> Matrix:
    return np.array([sum(weights[feature] for feature in unit) for unit in features], dtype=np.float32)


def _to_rows(features: Features, columns: dict[str, int]) -> csr_matrix:
    from scipy.sparse import csr_matrix

    places = [columns[feature] for unit in features for feature in unit]
    starts = np.cumsum([0, *(len(unit) for unit in features)])
    ones = np.ones(len(places), dtype=np.float32)
    return csr_matrix((ones, places, starts), shape=(len(features), len(columns)))


def _equal(old: Sequence[str], new: Sequence[str]) -> NDArray[np.bool_]:
    codes = {word: code for code, word in enumerate(dict.fromkeys((*old, *new)))}
    rows = np.array([codes[word] for word in old], dtype=np.int64).reshape(-1, 1)
    columns = np.array([codes[word] for word in new], dtype=np.int64).reshape(1, -1)
    equal: NDArray[np.bool_] = np.equal(rows, columns)
    return equal


def _blend(words: Matrix, old: Matrix | None, new: Matrix | None) -> Matrix:
    """Words, and where those leave room meaning: of units that are each the nearest of the other, in both texts."""
    if old is None or new is None:
        return words
    ours, theirs = _spread(old, new)
    near = ours @ theirs.T
    mutual = (near >= near.max(axis=1, keepdims=True)) & (near >= near.max(axis=0, keepdims=True))
    meaning = np.where(mutual, np.clip(near, 0, 1), 0)
    blended: Matrix = (words + _MEANING_SHARE * meaning * (1 - words)).astype(np.float32)
    return blended


def _spread(old: Matrix, new: Matrix) -> tuple[Matrix, Matrix]:
    """The vectors without what is common to all: texts on one matter are else all near each other."""
    known = np.vstack([old[old.any(axis=1)], new[new.any(axis=1)]])
    middle = known.mean(axis=0) if len(known) else np.zeros(old.shape[1], dtype=np.float32)
    spread = []
    for rows in (old, new):
        moved = np.where(rows.any(axis=1, keepdims=True), rows - middle, 0)
        lengths = np.linalg.norm(moved, axis=1, keepdims=True)
        spread.append(np.divide(moved, lengths, out=np.zeros_like(moved), where=lengths > 0))
    return spread[0], spread[1]
