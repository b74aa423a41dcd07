"""Open the library; keep, list, find, remove documents."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import TracebackType

from ingest.catalog import find_record
from ingest.errors import AmbiguousError, NotHeldError
from ingest.models import Citation, Document, Metadata, Passage
from ingest.numbers import parse_number
from ingest.store.citing import Citing, Mention
from ingest.store.connection import LIBRARY_FILE, chunks, connect, explained
from ingest.store.embeddings import open_embeddings, open_words
from ingest.store.inserting import hash_content, insert_document, now
from ingest.store.rows import (
    METADATA_COLUMNS,
    document_from_rows,
    metadata_from_row,
    passage_from_row,
)
from ingest.store.values import Added, Held

_RECORD = f"seq, id, added_at, {', '.join(METADATA_COLUMNS)}"  # all but the text, which is long
_BELOW = {
    "provisions": "SELECT * FROM provisions WHERE document = ? ORDER BY position",
    "citations": "SELECT * FROM citations WHERE document = ? ORDER BY start",
    "pages": "SELECT * FROM pages WHERE document = ? ORDER BY position",
    "findings": "SELECT * FROM findings WHERE document = ? ORDER BY position",
}
_PASSAGES = (
    "SELECT p.*, d.id AS document_id FROM passages p JOIN documents d ON d.seq = p.document WHERE d.removed_at IS NULL"
)


def open_library(folder: Path) -> Library:
    """The library in *folder*, made where there is none.

    Raises:
        LibraryError: If the folder cannot be written, or the file is no library of ours.
    """
    return Library(connect(folder), folder)


class Library:
    """An open library; one per thread. What a method acknowledged is on disk when it returns."""

    def __init__(self, connection: sqlite3.Connection, folder: Path) -> None:
        self._db = connection
        self.folder = folder
        self._file = folder / LIBRARY_FILE
        self.embeddings = open_embeddings(connection, folder)
        self.words = open_words(connection, folder)
        self.citing = Citing(self._select)

    def __enter__(self) -> Library:
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, tb: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Give the file back."""
        self._db.close()

    @property
    def id(self) -> str:
        """Made with the library and kept for its life."""
        return self._meta("library_id")

    @property
    def generation(self) -> int:
        """Grows with every addition and removal."""
        return int(self._meta("generation"))

    def _meta(self, key: str) -> str:
        return str(self._select("SELECT value FROM meta WHERE key = ?", (key,))[0][0])

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """One transaction that also raises the generation; nothing of it stays if anything fails."""
        with explained(self._file):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._db.execute("UPDATE meta SET value = value + 1 WHERE key = 'generation'")
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    # --- keeping -----------------------------------------------------------------------------------------

    def recognise(self, content: bytes) -> Added | None:
        """What adding this very file again would do, without reading it; ``None`` for a new file."""
        query = "SELECT seq, id, removed_at FROM documents JOIN originals ON document = seq WHERE hash = ?"
        rows = self._select(query, (hash_content(content),))
        if not rows:
            return None
        row = rows[0]
        if row["removed_at"] is None:
            return Added("unchanged", row["id"])
        with self._writing():
            self._db.execute("UPDATE documents SET removed_at = NULL WHERE seq = ?", (row["seq"],))
        return Added("restored", row["id"])

    def add(self, document: Document, content: bytes) -> Added:
        """Keep *document* and the file *content* it was read from.

        A text that is held already is not kept twice; the file is.
        """
        text_hash = hash_content(document.text.encode())
        with self._writing():
            held = self._db.execute("SELECT * FROM documents WHERE id = ?", (document.id,)).fetchone()
            status = "added"
            if held is not None and held["text_hash"] != text_hash:
                status = "beside" if self._is_used(document.id) else "added"
                document = replace(document, id=f"{document.id}~{text_hash[:8]}")
                held = self._db.execute("SELECT * FROM documents WHERE id = ?", (document.id,)).fetchone()
            if held is None:
                seq = insert_document(self._db, document, text_hash)
            else:
                seq = held["seq"]
                status = "unchanged" if held["removed_at"] is None else "restored"
                self._db.execute("UPDATE documents SET removed_at = NULL WHERE seq = ?", (seq,))
            self._db.execute(
                "INSERT OR IGNORE INTO originals VALUES (?, ?, ?, ?, ?)",
                (hash_content(content), seq, document.metadata.source or "", content, now()),
            )
        return Added(status, document.id)

    def _is_used(self, document_id: str) -> bool:
        """Whether the document of that id, or another kept beside it, is in use."""
        beside = f"{document_id}~"
        query = "SELECT 1 FROM documents WHERE removed_at IS NULL AND (id = ? OR substr(id, 1, ?) = ?) LIMIT 1"
        return bool(self._db.execute(query, (document_id, len(beside), beside)).fetchall())

    def remove(self, document_id: str) -> None:
        """Take a document out of use; its text and file stay, and adding the file again restores it.

        Raises:
            NotHeldError: If there is no such document.
        """
        self._row(document_id)
        with self._writing():
            self._db.execute("UPDATE documents SET removed_at = ? WHERE id = ?", (now(), document_id))

    # --- finding -----------------------------------------------------------------------------------------

    def documents(self) -> list[Held]:
        """Every document in use, in the order of arrival."""
        rows = self._select(f"SELECT {_RECORD} FROM documents WHERE removed_at IS NULL ORDER BY seq")  # noqa: S608 - ours
        return [Held(row["seq"], row["id"], metadata_from_row(row), row["added_at"]) for row in rows]

    def get(self, document_id: str) -> Document:
        """The document of that id.

        Raises:
            NotHeldError: If there is none, or it was removed.
        """
        row = self._row(document_id)
        return document_from_rows(row, lambda table: self._select(_BELOW[table], (row["seq"],)))

    def find_id(self, given: str) -> str:
        """The id that *given* names: an id, a sign in any written form that one document bears, or a name
        that the catalogue knows it by.

        Raises:
            NotHeldError: If no document is named so.
            AmbiguousError: If several bear the sign.
        """
        found = self._ids_by("id", given)
        if not found:
            try:
                found = self._ids_by("number", str(parse_number(given)))
            except ValueError:
                found = []
        if not found and (record := find_record(given)):
            found = self.citing.find_copies(record)
        if not found:
            raise _not_held(given)
        if len(found) > 1:
            raise AmbiguousError(given, found)
        return found[0]

    def resolve(self, citation: Citation) -> str | None:
        """The id of the one held document that *citation* names; ``None`` where none or several fit."""
        return self.citing.resolve(citation)

    def cited_by(self, document_id: str) -> list[Mention]:
        """Where the documents in use cite the document of that id, which may be held or only catalogued."""
        return self.citing.find_mentions(document_id)

    def find_records(self, document_ids: Iterable[str]) -> dict[str, Metadata]:
        """Id -> record of those of *document_ids* that are in use."""
        found: dict[str, Metadata] = {}
        for chunk in chunks(sorted(set(document_ids))):
            marks = ", ".join("?" * len(chunk))
            query = f"SELECT {_RECORD} FROM documents WHERE removed_at IS NULL AND id IN ({marks})"  # noqa: S608 - ours
            found.update((row["id"], metadata_from_row(row)) for row in self._select(query, chunk))
        return found

    def _ids_by(self, column: str, value: str) -> list[str]:
        query = f"SELECT id FROM documents WHERE {column} = ? AND removed_at IS NULL ORDER BY seq"  # noqa: S608 - ours
        return [row["id"] for row in self._select(query, (value,))]

    def _row(self, document_id: str) -> sqlite3.Row:
        query = "SELECT * FROM documents WHERE id = ? AND removed_at IS NULL"
        rows = self._select(query, (document_id,))
        if not rows:
            raise _not_held(document_id)
        return rows[0]

    def _select(self, query: str, values: Sequence[object] = ()) -> list[sqlite3.Row]:
        with explained(self._file):
            return self._db.execute(query, values).fetchall()

    # --- passages ----------------------------------------------------------------------------------------

    def passages(self) -> Iterator[tuple[int, Passage]]:
        """Id and passage of every document in use; ids grow with the order of arrival and of the text."""
        yield from self._cut(f"{_PASSAGES} ORDER BY p.id")

    def find_passages(self, ids: Sequence[int]) -> dict[int, Passage]:
        """The passages of *ids* that belong to documents in use."""
        found: dict[int, Passage] = {}
        for chunk in chunks(ids):
            marks = ", ".join("?" * len(chunk))
            found.update(self._cut(f"{_PASSAGES} AND p.id IN ({marks}) ORDER BY p.document", chunk))
        return found

    def _cut(self, query: str, values: Sequence[object] = ()) -> Iterator[tuple[int, Passage]]:
        """Ids and passages of the rows of *query*; the words are cut out of the text, so they cannot differ from it.

        The rows of one document stand together, so that its text is read once.
        """
        document, text = None, ""
        with explained(self._file):
            for row in self._db.execute(query, values):
                if row["document"] != document:
                    document = row["document"]
                    text = self._db.execute("SELECT text FROM documents WHERE seq = ?", (document,)).fetchone()["text"]
                yield row["id"], passage_from_row(row, text)


def _not_held(given: str) -> NotHeldError:
    return NotHeldError(f"Thư viện không có văn bản “{given}”. Xem danh sách bằng: python -m ingest list")
