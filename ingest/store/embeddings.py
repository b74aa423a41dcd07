"""What was worked out of a text, by its maker and the text's hash: worked out once, and not again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from ingest.store.connection import LIBRARY_FILE, chunks, explained


class KeptByContent:
    """One such table of an open library; bytes, as this side knows neither models nor words.

    Args:
        table: Its name; its columns are the maker, the hash and the value.
        maker: The column that names who made the value: a model, a segmenter.
        value: The column of the value.
    """

    def __init__(self, connection: sqlite3.Connection, folder: Path, table: str, maker: str, value: str) -> None:
        self._db = connection
        self._file = folder / LIBRARY_FILE
        self._find = f"SELECT hash, {value} AS value FROM {table} WHERE {maker} = ? AND hash IN"  # noqa: S608 - ours
        self._keep = f"INSERT OR IGNORE INTO {table} VALUES (?, ?, ?)"  # noqa: S608 - our own names

    def find(self, maker: str, hashes: Iterable[str]) -> dict[str, bytes]:
        """Hash -> value, for those of *hashes* that *maker* has worked out before."""
        found: dict[str, bytes] = {}
        for chunk in chunks(sorted(set(hashes))):
            query = f"{self._find} ({', '.join('?' * len(chunk))})"
            with explained(self._file):
                found.update((row["hash"], row["value"]) for row in self._db.execute(query, (maker, *chunk)))
        return found

    def keep(self, maker: str, values: Iterable[tuple[str, bytes]]) -> None:
        """Keep what was worked out; the library's generation stays, as no document changes."""
        rows = [(maker, content_hash, value) for content_hash, value in values]
        with explained(self._file):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                self._db.executemany(self._keep, rows)
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise


def open_embeddings(connection: sqlite3.Connection, folder: Path) -> KeptByContent:
    """Vectors, by model."""
    return KeptByContent(connection, folder, "embeddings", "model", "vector")


def open_words(connection: sqlite3.Connection, folder: Path) -> KeptByContent:
    """Words a text was cut into, by segmenter."""
    return KeptByContent(connection, folder, "words", "segmenter", "words")
