"""Documents that a question leaves out whatever they say: no longer in force, or issued after the day that it is of."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping

import numpy as np
from numpy.typing import NDArray

from index.changes import Changes
from index.finding.holdings import Holdings
from index.naming.conditions import split_conditions
from index.query import Query
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


def put_back(
    scores: NDArray[np.float64], holdings: Holdings, left_out: Collection[str], outdated: Collection[str]
) -> NDArray[np.float64]:
    """*scores* of every row, minus infinity of documents *left_out*; those *outdated* come after all others."""
    scores = np.where(holdings.mask(left_out), -np.inf, scores)
    reach = scores[np.isfinite(scores)]
    behind = float(reach.max() - reach.min()) + 1.0 if len(reach) else 0.0
    return np.where(holdings.mask(one for one in outdated if one in holdings.records), scores - behind, scores)


def came_later(record: Metadata, as_of: datetime.date | None) -> bool:
    """Whether a document was issued, or tells of a day, after *as_of*."""
    day = record.date or record.event_date
    return bool(as_of and day and day > as_of)
