"""Documents that were removed, and how long each has been: they may be purged when their days are over."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from ingest.store import Library
from ingest.store.rows import metadata_from_row

KEPT_DAYS = 30
"""A removed document can be brought back for so many days for certain; nothing goes away by itself after them."""
_REMOVED = """
    SELECT d.*, (SELECT max(added_at) FROM documents v WHERE v.family = d.family) AS last_added FROM documents d
    WHERE d.removed_at IS NOT NULL AND d.superseded_at IS NULL ORDER BY d.seq
"""


@dataclass(frozen=True, slots=True)
class Tombstone:
    """A removed document.

    Attributes:
        since: When it was removed, UTC; not before any text of it was added, whatever the clock said.
    """

    id: str
    family: int
    name: str
    since: datetime.datetime

    def is_due(self, now: datetime.datetime) -> bool:
        """Whether its days are over *now*; never under a clock that says that it is yet to be removed."""
        return now >= self.due

    @property
    def due(self) -> datetime.datetime:
        """When its days are over."""
        return self.since + datetime.timedelta(days=KEPT_DAYS)


def find_tombstones(library: Library) -> list[Tombstone]:
    """Every removed document, in the order of arrival."""
    return [
        Tombstone(
            row["id"],
            row["family"],
            metadata_from_row(row).label,
            max(datetime.datetime.fromisoformat(row[column]) for column in ("removed_at", "last_added")),
        )
        for row in library._select(_REMOVED)
    ]


def count_due(library: Library) -> int:
    """How many may be purged now."""
    now = datetime.datetime.now(datetime.UTC)
    return sum(one.is_due(now) for one in find_tombstones(library))
