"""What a question leaves out whatever it says: what is no longer in force, or was issued after the day it is of."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from index.changes import Changes
from index.finding.holdings import Holdings
from index.naming.conditions import split_conditions
from index.query import Query
from index.wording.content import begins_with_asked
from ingest.models import Metadata
from ingest.store import Library


def find_left_out(
    query: Query, chosen: Collection[str], library: Library, records: Mapping[str, Metadata], changes: Changes
) -> frozenset[str]:
    """Those of *records*, id -> record; what is not known to have ended, or bears no day, is none of them.

    Args:
        chosen: Keys of the conditions of *query* that must be met.
    """
    must, _ = split_conditions(query.conditions, chosen)
    ended = changes.find_ended(library, query.as_of) if any(one.of_force for one in must) else frozenset[str]()
    later = {key for key, record in records.items() if came_later(record, query.as_of)} if query.as_of else set()
    return ended & records.keys() | later


def find_outdated(query: Query, chosen: Collection[str], library: Library, changes: Changes) -> frozenset[str]:
    """Where only what is in force is wanted, ids of the held documents that only serve what has ended.

    They are not left out: whether they stand is not known.
    """
    must, _ = split_conditions(query.conditions, chosen)
    return changes.find_outdated(library, query.as_of) if any(one.of_force for one in must) else frozenset()


def find_rows(
    query: Query, chosen: Collection[str], library: Library, holdings: Holdings, changes: Changes
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """``(rows,)`` twice: what is left out, and what only serves what has ended."""
    left_out = holdings.mask(find_left_out(query, chosen, library, holdings.records, changes))
    must, _ = split_conditions(query.conditions, chosen)
    if any(one.of_force for one in must):
        left_out[holdings.rows_of(changes.find_repealed(library, query.as_of))] = True
    outdated = find_outdated(query, chosen, library, changes)
    return left_out, holdings.mask(one for one in outdated if one in holdings.records)


def put_back(
    scores: NDArray[np.float64], left_out: NDArray[np.bool_], outdated: NDArray[np.bool_]
) -> NDArray[np.float64]:
    """*scores* of every row, minus infinity of those *left_out*; those *outdated* come after all others."""
    scores = np.where(left_out, -np.inf, scores)
    reach = scores[np.isfinite(scores)]
    behind = float(reach.max() - reach.min()) + 1.0 if len(reach) else 0.0
    return np.where(outdated, scores - behind, scores)


def came_later(record: Metadata, as_of: datetime.date | None) -> bool:
    """Whether a document was issued, or tells of a day, after *as_of*."""
    day = record.date or record.event_date
    return bool(as_of and day and day > as_of)


def leave_out_idle(query: Query, records: Mapping[str, Metadata]) -> Query:
    """*query* without the type that it asks to tell something, where nothing held is of it.

    Many call a notice of conclusions "kết luận": "kết luận nói gì" is no reason to offer a type there is none of.
    """
    held = {f"loai:{record.type}" for record in records.values()}
    kept = tuple(
        one
        for one in query.conditions
        if one.binding or one.pressed or not one.key.startswith("loai:") or one.key in held
    )
    return replace(query, conditions=kept) if kept != query.conditions and begins_with_asked(query.typed) else query
