"""Vectors by model and content hash: what was embedded once is not embedded again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from ingest.store.connection import LIBRARY_FILE, chunks, explained


class Embeddings:
    """The vectors kept in an open library; bytes, as this side knows no model."""

    def __init__(self, connection: sqlite3.Connection, folder: Path) -> None:
        self._db = connection
        self._file = folder / LIBRARY_FILE

    def find(self, model: str, hashes: Iterable[str]) -> dict[str, bytes]:
        """Hash -> vector, for those of *hashes* that *model* has embedded before."""
        found: dict[str, bytes] = {}
        for chunk in chunks(sorted(set(hashes))):
            marks = ", ".join("?" * len(chunk))
            query = f"SELECT hash, vector FROM embeddings WHERE model = ? AND hash IN ({marks})"  # noqa: S608 - marks
            with explained(self._file):
                found.update((row["hash"], row["vector"]) for row in self._db.execute(query, (model, *chunk)))
        return found

    def keep(self, model: str, vectors: Iterable[tuple[str, bytes]]) -> None:
        """Keep what was embedded; the library's generation stays, as no document changes."""
        rows = [(model, content_hash, vector) for content_hash, vector in vectors]
        with explained(self._file):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                self._db.executemany("INSERT OR IGNORE INTO embeddings VALUES (?, ?, ?)", rows)
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise
