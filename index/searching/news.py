"""What a search finds that it did not find when it was looked at last."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from index.searching.values import Result
from ingest.store import Held, Library


def find_arrived(held: Iterable[Held], since: datetime.datetime) -> frozenset[str]:
    """Ids of those of *held* that were added at *since* or later."""
    return frozenset(one.id for one in held if _when(one.added_at) >= since)


def find_new(results: Iterable[Result], arrived: frozenset[str]) -> tuple[str, ...]:
    """Of *arrived* those that *results* are of, in their order."""
    found = dict.fromkeys(one.source.id for one in results if one.source.kind == "text")
    return tuple(key for key in found if key in arrived)


def find_moment(library: Library, indexed: frozenset[int], now: datetime.datetime) -> datetime.datetime:
    """Since when something is new to who looks *now*: what the index does not know yet was not seen.

    Args:
        indexed: ``Held.seq`` of the documents that the index knows.
    """
    waiting = (_when(one.added_at) for one in library.documents() if one.seq not in indexed)
    return min(now, *waiting, now)


def _when(added_at: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(added_at)
