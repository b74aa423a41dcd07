"""Results in an order, gathered by document, cut into pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from index.searching.values import Order, Result, Source

ON_A_PAGE = 20
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Group:
    """The results of one document, in their order."""

    source: Source
    results: tuple[Result, ...]


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """A part of what was found.

    Attributes:
        number: From 1.
        pages: How many there are, at least 1.
        total: How many items there are on all of them.
    """

    items: tuple[T, ...]
    number: int
    pages: int
    total: int


def order(results: Iterable[Result], by: Order) -> tuple[Result, ...]:
    """By relevance as they come; by date the newest first, those without a day last, else as they come."""
    if by == "relevance":
        return tuple(results)
    return tuple(sorted(results, key=lambda one: -one.source.day.toordinal() if one.source.day else 0))


def group(results: Iterable[Result]) -> tuple[Group, ...]:
    """The results by document, in the order of the first of each."""
    of: dict[str, list[Result]] = {}
    for one in results:
        of.setdefault(one.source.id, []).append(one)
    return tuple(Group(some[0].source, tuple(some)) for some in of.values())


def cut(items: Sequence[T], number: int) -> Page[T]:
    """Page *number* of *items*; the nearest there is."""
    pages = max(1, -(-len(items) // ON_A_PAGE))
    number = min(max(1, number), pages)
    first = (number - 1) * ON_A_PAGE
    return Page(tuple(items[first : first + ON_A_PAGE]), number, pages, len(items))
