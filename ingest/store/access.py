"""The open file: reading rows, and writing them all or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from ingest.store.connection import LIBRARY_FILE, explained


class Access:
    """What every room of the store works through.

    Attributes:
        db: For statements inside a transaction; the errors of others are put in words by :meth:`select`.
    """

    def __init__(self, connection: sqlite3.Connection, folder: Path) -> None:
        self.db = connection
        self.file = folder / LIBRARY_FILE

    def select(self, query: str, values: Sequence[object] | Mapping[str, object] = ()) -> list[sqlite3.Row]:
        """All rows of *query*."""
        with explained(self.file):
            return self.db.execute(query, values).fetchall()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """One transaction; nothing of it stays if anything fails."""
        with explained(self.file):
            self.db.execute("BEGIN IMMEDIATE")
            try:
                yield self.db
                self.db.execute("COMMIT")
            except BaseException:
                if self.db.in_transaction:
                    self.db.execute("ROLLBACK")
                raise

    def raise_generation(self) -> None:
        """Say that what is in use has changed; the caller holds the transaction."""
        self.db.execute("UPDATE meta SET value = value + 1 WHERE key = 'generation'")
