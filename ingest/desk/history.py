"""Questions that were asked; their reader may erase them, and then they are gone."""

from __future__ import annotations

import datetime
import sqlite3

from ingest.desk.values import Asking
from ingest.store.access import Access
from ingest.store.inserting import now

_COLUMNS = "id, question, answered, asked_at, follows"
_THREAD = """
WITH RECURSIVE thread (id) AS (
    SELECT ? UNION SELECT a.follows FROM askings a JOIN thread t ON a.id = t.id WHERE a.follows IS NOT NULL
)
SELECT id, question, answered, asked_at, follows FROM askings
WHERE owner = ? AND id IN (SELECT id FROM thread) ORDER BY id
"""


class History:
    """Of an open desk."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def add(self, owner: str, question: str, *, answered: bool, follows: int | None = None) -> int:
        """Keep a question; the id it got. A question asked again at once keeps its one place.

        Args:
            follows: Id of the question it goes on from; nothing, where that was erased meanwhile.
        """
        with self._access.transaction() as db:
            before = db.execute("SELECT id FROM askings WHERE id = ? AND owner = ?", (follows, owner)).fetchone()
            follows = before["id"] if before else None
            last = db.execute(
                "SELECT id, question, follows FROM askings WHERE owner = ? ORDER BY id DESC LIMIT 1", (owner,)
            ).fetchone()
            if last and (last["question"], last["follows"]) == (question, follows):
                db.execute("UPDATE askings SET answered = ?, asked_at = ? WHERE id = ?", (answered, now(), last["id"]))
                return int(last["id"])
            made = db.execute(
                "INSERT INTO askings (owner, question, answered, asked_at, follows) VALUES (?, ?, ?, ?, ?)",
                (owner, question, answered, now(), follows),
            )
            return int(made.lastrowid or 0)

    def list_of(self, owner: str, most: int = 100) -> list[Asking]:
        """What *owner* asked, the newest first, at most so many."""
        rows = self._access.select(
            f"SELECT {_COLUMNS} FROM askings WHERE owner = ? ORDER BY id DESC LIMIT ?",  # noqa: S608 -- our own columns
            (owner, most),
        )
        return [_asking(row) for row in rows]

    def find_thread(self, owner: str, last: int) -> list[Asking]:
        """The asking of id *last* and those that it goes on from, the first one first; none of another owner's."""
        rows = self._access.select(_THREAD, (last, owner))
        return [_asking(row) for row in rows]

    def erase(self, owner: str, asking: int | None = None) -> int:
        """Erase one question of *owner*, or all of them; how many went."""
        with self._access.transaction() as db:
            gone = db.execute(
                "DELETE FROM askings WHERE owner = :owner AND (:id IS NULL OR id = :id)",
                {"owner": owner, "id": asking},
            )
            return gone.rowcount


def _asking(row: sqlite3.Row) -> Asking:
    asked_at = datetime.datetime.fromisoformat(row["asked_at"])
    return Asking(row["id"], row["question"], bool(row["answered"]), asked_at, row["follows"])
