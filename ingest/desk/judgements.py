"""Whether an answer was useful, and why: kept to measure by."""

from __future__ import annotations

import datetime
import json
from collections.abc import Sequence

from ingest.desk.values import Judgement
from ingest.store.access import Access
from ingest.store.inserting import now


class Judgements:
    """Of an open desk."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def put(self, owner: str, question: str, useful: bool, reason: str, shown: Sequence[tuple[str, int, int]]) -> None:
        """What *owner* thinks of the answer to *question*, in place of what was said before."""
        with self._access.transaction() as db:
            db.execute(
                "INSERT OR REPLACE INTO judgements VALUES (?, ?, ?, ?, ?, ?)",
                (owner, question, useful, reason, json.dumps(shown, ensure_ascii=False), now()),
            )

    def take_back(self, owner: str, question: str) -> None:
        """As though nothing had been said."""
        with self._access.transaction() as db:
            db.execute("DELETE FROM judgements WHERE owner = ? AND question = ?", (owner, question))

    def find(self, owner: str, question: str) -> Judgement | None:
        """What *owner* said of the answer to *question*."""
        return next((one for one in self._read("WHERE owner = ? AND question = ?", (owner, question))), None)

    def list_all(self) -> list[Judgement]:
        """Everybody's, the oldest first."""
        return self._read("ORDER BY judged_at, question")

    def _read(self, clause: str, values: Sequence[str] = ()) -> list[Judgement]:
        rows = self._access.select(
            f"SELECT question, useful, reason, shown, judged_at FROM judgements {clause}",  # noqa: S608 -- our own clause
            values,
        )
        return [
            Judgement(
                row["question"],
                bool(row["useful"]),
                row["reason"],
                tuple((str(document), int(start), int(end)) for document, start, end in json.loads(row["shown"])),
                datetime.datetime.fromisoformat(row["judged_at"]),
            )
            for row in rows
        ]
