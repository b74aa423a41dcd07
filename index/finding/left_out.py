"""Documents that a question leaves out whatever they say: no longer in force, or issued after the day that it is of."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping

from index.changes import Changes
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


def came_later(record: Metadata, as_of: datetime.date | None) -> bool:
    """Whether a document was issued, or tells of a day, after *as_of*."""
    day = record.date or record.event_date
    return bool(as_of and day and day > as_of)
