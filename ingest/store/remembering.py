"""What the library remembers beside its documents: files that gave none, by their hash; the last back-up."""

from __future__ import annotations

import dataclasses
import json

from ingest.store.access import Access
from ingest.store.values import Backup, Tried

_KEY = "tried {}"
_BACKUP = "last_backup"


class Remembered:
    """Of an open library; it stands among what the library knows of itself."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def find(self, content_hash: str) -> Tried | None:
        """What came of the file of that hash the last time; ``None`` if nothing is known of it."""
        rows = self._access.select("SELECT value FROM meta WHERE key = ?", (_KEY.format(content_hash),))
        return Tried(**json.loads(rows[0]["value"])) if rows else None

    def keep(self, content_hash: str, tried: Tried) -> None:
        """Remember *tried* in place of what was known."""
        value = json.dumps(dataclasses.asdict(tried), ensure_ascii=False)
        with self._access.transaction() as db:
            db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (_KEY.format(content_hash), value))

    def forget(self, content_hash: str) -> None:
        """It gives a document now."""
        with self._access.transaction() as db:
            db.execute("DELETE FROM meta WHERE key = ?", (_KEY.format(content_hash),))


class LastBackup:
    """Of an open library."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def find(self) -> Backup | None:
        """``None`` where none was made yet."""
        rows = self._access.select("SELECT value FROM meta WHERE key = ?", (_BACKUP,))
        return Backup(**json.loads(rows[0]["value"])) if rows else None

    def note(self, backup: Backup) -> None:
        """Remember *backup* in place of the one before."""
        value = json.dumps(dataclasses.asdict(backup), ensure_ascii=False)
        with self._access.transaction() as db:
            db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (_BACKUP, value))
