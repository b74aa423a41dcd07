"""Searches to run again, and since when their results were not looked at."""

from __future__ import annotations

import datetime

from ingest.desk.values import SavedSearch
from ingest.store.access import Access
from ingest.store.inserting import now


class SavedSearches:
    """Of an open desk."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def add(self, owner: str, name: str, address: str, looked_at: datetime.datetime | None = None) -> None:
        """Keep the search that *address* runs under *name*; the same search again takes the new name.

        Args:
            looked_at: Since when its results are new; from now on where it is not given.
        """
        with self._access.transaction() as db:
            db.execute(
                "INSERT INTO saved_searches (owner, name, address, looked_at) VALUES (?, ?, ?, ?)"
                " ON CONFLICT (owner, address) DO UPDATE SET name = excluded.name",
                (owner, name, address, _write(looked_at)),
            )

    def put_back(self, owner: str, search: SavedSearch) -> None:
        """Keep one that was removed again, in its place; where the same was saved meanwhile, that one stays."""
        with self._access.transaction() as db:
            db.execute(
                "INSERT OR IGNORE INTO saved_searches (id, owner, name, address, looked_at) VALUES (?, ?, ?, ?, ?)",
                (search.id, owner, search.name, search.address, _write(search.looked_at)),
            )

    def list_of(self, owner: str) -> list[SavedSearch]:
        """What *owner* saved, in the order of saving."""
        rows = self._access.select(
            "SELECT id, name, address, looked_at FROM saved_searches WHERE owner = ? ORDER BY id", (owner,)
        )
        return [
            SavedSearch(row["id"], row["name"], row["address"], datetime.datetime.fromisoformat(row["looked_at"]))
            for row in rows
        ]

    def note_looked_at(self, owner: str, search: int, at: datetime.datetime | None = None) -> None:
        """What it finds now, or found *at* that moment, is no longer new."""
        with self._access.transaction() as db:
            db.execute(
                "UPDATE saved_searches SET looked_at = ? WHERE owner = ? AND id = ?", (_write(at), owner, search)
            )

    def remove(self, owner: str, search: int) -> None:
        """Forget it."""
        with self._access.transaction() as db:
            db.execute("DELETE FROM saved_searches WHERE owner = ? AND id = ?", (owner, search))


def _write(moment: datetime.datetime | None) -> str:
    return moment.isoformat() if moment else now()
