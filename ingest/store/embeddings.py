"""What was worked out of a text, by its maker and the text's hash: worked out once, and not again."""

from __future__ import annotations

from collections.abc import Iterable

from ingest.store.access import Access
from ingest.store.connection import chunks


class KeptByContent:
    """One such table of an open library; bytes, as this side knows neither models nor words.

    Args:
        table: Its name; its columns are the maker, the hash and the value.
        maker: The column that names who made the value: a model, a segmenter.
        value: The column of the value.
    """

    def __init__(self, access: Access, table: str, maker: str, value: str) -> None:
        self._access = access
        self._find = f"SELECT hash, {value} AS value FROM {table} WHERE {maker} = ? AND hash IN"  # noqa: S608 - ours
        self._keep = f"INSERT OR IGNORE INTO {table} VALUES (?, ?, ?)"  # noqa: S608 - our own names

    def find(self, maker: str, hashes: Iterable[str]) -> dict[str, bytes]:
        """Hash -> value, for those of *hashes* that *maker* has worked out before."""
        found: dict[str, bytes] = {}
        for chunk in chunks(sorted(set(hashes))):
            query = f"{self._find} ({', '.join('?' * len(chunk))})"
            found.update((row["hash"], row["value"]) for row in self._access.select(query, (maker, *chunk)))
        return found

    def keep(self, maker: str, values: Iterable[tuple[str, bytes]]) -> None:
        """Keep what was worked out; the library's generation stays, as no document changes."""
        rows = [(maker, content_hash, value) for content_hash, value in values]
        with self._access.transaction() as db:
            db.executemany(self._keep, rows)


def open_embeddings(access: Access) -> KeptByContent:
    """Vectors, by model."""
    return KeptByContent(access, "embeddings", "model", "vector")


def open_words(access: Access) -> KeptByContent:
    """Words a text was cut into, by segmenter."""
    return KeptByContent(access, "words", "segmenter", "words")
