"""Keep, list, find, remove documents of a library that is open."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType

from ingest.catalog import find_record
from ingest.cleaning import CLEANING_VERSION
from ingest.errors import AmbiguousError, NotHeldError
from ingest.language import tr
from ingest.models import Document, Metadata, Passage
from ingest.numbers import parse_number
from ingest.store.access import Access
from ingest.store.begins import Begins
from ingest.store.citing import Citing, Mention
from ingest.store.collecting import Collections
from ingest.store.connection import LIBRARY_FILE, chunks, explained
from ingest.store.correcting import Corrections
from ingest.store.embeddings import open_embeddings, open_words
from ingest.store.inserting import now
from ingest.store.keeping import keep, recognise
from ingest.store.links import Links
from ingest.store.remembering import LastBackup, Remembered
from ingest.store.reviewing import Reviews
from ingest.store.rows import (
    METADATA_COLUMNS,
    document_from_rows,
    metadata_from_row,
    passage_from_row,
)
from ingest.store.sight import Sight
from ingest.store.values import Added, Held, Origin
from ingest.store.versions import Versions, no_version

_RECORD = f"seq, id, added_at, {', '.join(METADATA_COLUMNS)}"  # all but the text, which is long
_REMOVED = "Văn bản “{given}” đã được bỏ khỏi thư viện. Khôi phục bằng: python -m ingest restore {given}"
_BELOW = {
    "provisions": "SELECT * FROM provisions WHERE document = ? ORDER BY position",
    "citations": "SELECT * FROM citations WHERE document = ? ORDER BY start",
    "pages": "SELECT * FROM pages WHERE document = ? ORDER BY position",
    "findings": "SELECT * FROM findings WHERE document = ? ORDER BY position",
    "references": "SELECT * FROM provision_references WHERE document = ? ORDER BY position",
    "relations": "SELECT * FROM relations WHERE document = ? ORDER BY position",
    "table_rows": "SELECT * FROM table_rows WHERE document = ? ORDER BY position",
    "anchors": "SELECT * FROM anchors WHERE document = ? ORDER BY position",
}
_PASSAGES = (
    "SELECT p.*, d.id AS document_id FROM passages p JOIN documents d ON d.seq = p.document WHERE d.removed_at IS NULL"
)


_VERSION = (
    "SELECT v.* FROM documents v JOIN documents d ON d.family = v.family"
    " WHERE d.id = ? AND d.removed_at IS NULL AND v.version = ?"
)
_FORMERLY = (
    "SELECT d.id FROM former_ids f JOIN documents d ON d.family = f.family WHERE f.id = ? AND d.removed_at IS NULL"
)


class Library:
    """An open library; one per thread. What a method acknowledged is on disk when it returns.

    Attributes:
        sight: Of who has opened it.
        hidden: A name for what is kept from him; empty where nothing is.
    """

    def __init__(self, connection: sqlite3.Connection, folder: Path, sight: Sight, hidden: str) -> None:
        self._db = connection
        self._access = Access(connection, folder / LIBRARY_FILE, narrowed=not sight.whole)
        self._select = self._access.select
        self.folder, self.sight, self.hidden = folder, sight, hidden
        self.embeddings = open_embeddings(self._access)
        self.words = open_words(self._access)
        self.citing = Citing(self._select)
        self.links = Links(self._select)
        self.begins = Begins(self._select)
        self.versions = Versions(self._access)
        self.corrections = Corrections(self._access)
        self.collections = Collections(self._access)
        self.reviews = Reviews(self._access)
        self.tried = Remembered(self._access)
        self.last_backup = LastBackup(self._access)

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

    @property
    def state(self) -> str:
        """Another one whenever what is in use, or what of it is seen, has changed."""
        return f"{self.id} {self.generation} {self.hidden}"

    @property
    def arrangement(self) -> int:
        """Grows with every change of a collection, and whenever a person has looked at a document or takes it back."""
        rows = self._select("SELECT value FROM meta WHERE key = 'arrangement'")
        return int(rows[0][0]) if rows else 0

    def _meta(self, key: str) -> str:
        return str(self._select("SELECT value FROM meta WHERE key = ?", (key,))[0][0])

    # --- keeping -----------------------------------------------------------------------------------------

    def recognise(self, content_hash: str, into: str | None = None) -> Added | None:
        """What adding the very file of that hash (SHA-256) again does, without reading it; ``None`` for a new file.

        Args:
            into: Name of a collection that its document is laid into.
        """
        return recognise(self._access, content_hash, into)

    def add(self, document: Document, content: bytes, origin: Origin | None = None) -> Added:
        """Keep *document* and the file *content* it was read from.

        A text whose words are held already is not kept twice; the file is. Of the same number and date and much the
        same words it is a version of what is held, else it stands beside.
        """
        return keep(self._access, document, content, origin or Origin())

    def remove(self, document_id: str) -> None:
        """Take a document out of use; its texts and files stay, and it can be restored.

        Raises:
            NotHeldError: If there is no such document.
        """
        self._row(document_id)
        with self._access.transaction() as db:
            db.execute("UPDATE documents SET removed_at = ? WHERE id = ?", (now(), document_id))
            self._access.raise_generation()

    # --- finding -----------------------------------------------------------------------------------------

    def documents(self) -> list[Held]:
        """Every document in use, in the order of arrival."""
        rows = self._select(f"SELECT {_RECORD} FROM documents WHERE removed_at IS NULL ORDER BY seq")  # noqa: S608 - ours
        return [Held(row["seq"], row["id"], metadata_from_row(row), row["added_at"]) for row in rows]

    def count_outdated(self) -> int:
        """How many documents in use were cleaned by rules that have changed since."""
        query = "SELECT count(*) FROM documents WHERE removed_at IS NULL AND cleaning_version < ?"
        return int(self._select(query, (CLEANING_VERSION,))[0][0])

    def get(self, document_id: str) -> Document:
        """The document of that id.

        Raises:
            NotHeldError: If there is none, or it was removed.
        """
        return self._read(self._row(document_id))

    def get_version(self, document_id: str, number: int) -> Document:
        """A text of the document of that id that is kept, in use or not; one that is not bears an id of its own.

        Raises:
            NotHeldError: If there is no such document in use, or it has no version of that *number*.
        """
        rows = self._select(_VERSION, (self._row(document_id)["id"], number))
        if not rows:
            raise no_version(document_id, number)
        return self._read(rows[0])

    def _read(self, row: sqlite3.Row) -> Document:
        return document_from_rows(row, lambda table: self._select(_BELOW[table], (row["seq"],)))

    def find_id(self, given: str) -> str:
        """The id that *given* names: an id, also one borne before a correction, a sign in any written form that one
        document bears, or a name that the catalogue knows it by.

        Raises:
            NotHeldError: If no document is named so.
            AmbiguousError: If several bear the sign.
        """
        found = self._ids_by("id", given) or [row["id"] for row in self._select(_FORMERLY, (given,))]
        if not found:
            try:
                found = self._ids_by("number", str(parse_number(given)))
            except ValueError:
                found = []
        if not found and (record := find_record(given)):
            found = self.citing.find_copies(record)
        if not found:
            raise self._refuse(given)
        if len(found) > 1:
            raise AmbiguousError(given, found)
        return found[0]

    def _refuse(self, given: str) -> NotHeldError:
        removed = self._select("SELECT 1 FROM documents WHERE id = ? AND superseded_at IS NULL", (given,))
        if not removed:
            return self.versions.refuse_former(given) or _not_held(given)
        return NotHeldError(tr(_REMOVED, given=given))

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

    def knows(self, document_id: str) -> bool:
        """Whether a document in use or removed bears that id, or did once."""
        query = "SELECT 1 FROM documents WHERE id = :id UNION ALL SELECT 1 FROM former_ids WHERE id = :id LIMIT 1"
        return bool(self._select(query, {"id": document_id}))

    def find_renamed(self, document_ids: Iterable[str]) -> dict[str, str]:
        """Those of *document_ids* that a document in use bore before a correction -> its id now."""
        wanted = set(document_ids)
        known = self.find_records(wanted)
        former = {one: self._select(_FORMERLY, (one,)) for one in wanted if one not in known}
        return {one: str(rows[0]["id"]) for one, rows in former.items() if rows}

    def _ids_by(self, column: str, value: str) -> list[str]:
        query = f"SELECT id FROM documents WHERE {column} = ? AND removed_at IS NULL ORDER BY seq"  # noqa: S608 - ours
        return [row["id"] for row in self._select(query, (value,))]

    def _row(self, document_id: str) -> sqlite3.Row:
        query = "SELECT * FROM documents WHERE id = ? AND removed_at IS NULL"
        rows = self._select(query, (document_id,))
        if not rows:
            raise _not_held(document_id)
        return rows[0]

    def read_slice(self, document_id: str, start: int, end: int) -> str:
        """``text[start:end]`` of a document in use, without the rest of it.

        Raises:
            NotHeldError: If there is no such document.
        """
        query = "SELECT substr(text, ?, ?) AS slice FROM documents WHERE id = ? AND removed_at IS NULL"
        rows = self._select(query, (start + 1, end - start, document_id))
        if not rows:
            raise _not_held(document_id)
        return str(rows[0]["slice"])

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
        with explained(self._access.file):
            for row in self._db.execute(query, values):
                if row["document"] != document:
                    document = row["document"]
                    text = self._db.execute("SELECT text FROM documents WHERE seq = ?", (document,)).fetchone()["text"]
                yield row["id"], passage_from_row(row, text)


def _not_held(given: str) -> NotHeldError:
    return NotHeldError(
        tr("Thư viện không có văn bản “{given}”. Xem danh sách bằng: python -m ingest list", given=given)
    )
