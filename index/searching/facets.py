"""What results can be narrowed by, and how many there are of each: over a set that was found, without searching again.

Of one facet any of the chosen values will do; of several facets all must be met.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from index.searching.values import Result, Source
from ingest.spelling import unify_tone_marks

Choice = tuple[str, str]
"""Key of a facet and a value of it."""
NOT_SAID = "khong-ro"
"""The value of a document whose record does not say, or which lies in no collection."""
DOCUMENT = "vanban"
"""Narrows to one document; no facet, as every document would be a value."""


@dataclass(frozen=True, slots=True)
class Facet:
    """A side from which documents are told apart.

    Attributes:
        key: In links.
        read: The values of a document, of which there may be several, as of collections.
    """

    key: str
    read: Callable[[Source], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Value:
    """A value, and how many results would be left with it beside what else is chosen."""

    value: str
    count: int


FACETS = (
    Facet("loai", lambda one: (one.metadata.type or NOT_SAID,)),
    Facet("coquan", lambda one: (unify_tone_marks(one.metadata.issuer) if one.metadata.issuer else NOT_SAID,)),
    Facet("nam", lambda one: (f"{one.day.year:04}" if one.day else NOT_SAID,)),
    Facet("hieuluc", lambda one: (one.standing.status,)),
    Facet("bosuutap", lambda one: one.collections or (NOT_SAID,)),
    Facet("nguon", lambda one: (one.kind,)),
)
_READERS = {facet.key: facet.read for facet in FACETS} | {DOCUMENT: lambda one: (one.id,)}
KEYS = tuple(_READERS)
_NEWEST_FIRST = frozenset({"nam"})


def narrow(results: Iterable[Result], chosen: Iterable[Choice]) -> tuple[Result, ...]:
    """Those of *results* that meet what is *chosen*, in their order."""
    wanted: dict[str, set[str]] = {}
    for key, value in chosen:
        wanted.setdefault(key, set()).add(value)
    return tuple(one for one in results if all(values & {*_READERS[key](one.source)} for key, values in wanted.items()))


def count_values(
    results: Sequence[Result], chosen: Sequence[Choice], measure: Callable[[Iterable[Result]], int]
) -> Mapping[str, tuple[Value, ...]]:
    """Key of each facet -> its values, the most frequent first, years the newest first; chosen ones even of 0.

    Args:
        measure: How many results, or how many documents, some are.
    """
    found = {}
    for facet in FACETS:
        others = narrow(results, [one for one in chosen if one[0] != facet.key])
        of: dict[str, list[Result]] = {value: [] for key, value in chosen if key == facet.key}
        for one in others:
            for value in facet.read(one.source):
                of.setdefault(value, []).append(one)
        values = (Value(value, measure(some)) for value, some in of.items())
        found[facet.key] = tuple(sorted(values, key=_by_year if facet.key in _NEWEST_FIRST else _by_count))
    return found


def _by_count(one: Value) -> tuple[bool, int, str]:
    return one.value == NOT_SAID, -one.count, one.value


def _by_year(one: Value) -> tuple[bool, int, str]:
    return one.value == NOT_SAID, -int(one.value) if one.value.isdecimal() else 0, one.value


def count_without(
    results: Sequence[Result], chosen: Sequence[Choice], measure: Callable[[Iterable[Result]], int]
) -> dict[Choice, int]:
    """Each choice -> how many there would be if it alone were taken back."""
    return {one: measure(narrow(results, [other for other in chosen if other != one])) for one in chosen}


def count_results(results: Iterable[Result]) -> int:
    """How many passages and paragraphs."""
    return sum(1 for _ in results)


def count_documents(results: Iterable[Result]) -> int:
    """Of how many documents."""
    return len({one.source.id for one in results})
