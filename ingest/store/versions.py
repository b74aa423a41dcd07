"""The versions of a document and the files they were read from: list, bring back, read anew."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from ingest.cleaning import CLEANING_VERSION
from ingest.errors import AmbiguousError, NotHeldError
from ingest.language import tr
from ingest.models import Document
from ingest.numbers import parse_number
from ingest.passages import make_passages
from ingest.store.access import Access
from ingest.store.families import Current, add_version, find_current, make_current
from ingest.store.inserting import Arrival
from ingest.store.rows import METADATA_COLUMNS, metadata_from_row
from ingest.store.values import Held, Origin, Original, Version

_VERSIONS = (
    "SELECT version, removed_at, reread, source, modified_at, added_at, length(text) AS length"
    " FROM documents WHERE family = ? ORDER BY version"
)
_ORIGINALS = (
    "SELECT o.name, o.hash, length(o.content) AS size, d.version, o.added_at, o.kind, o.place, o.modified_at"
    " FROM originals o JOIN documents d ON d.seq = o.document WHERE d.family = ? ORDER BY o.rowid"
)

_RENAMED = "Không còn văn bản nào mang ký hiệu “{given}”: số ấy đã được sửa. Mở văn bản bằng: {commands}"
_NO_VERSION = "{document} không có bản {number}. Xem các bản bằng: python -m ingest versions {document}"
_NOT_HELD = (
    "Thư viện không có văn bản “{given}”. Xem danh sách bằng: python -m ingest list, hoặc văn bản đã bỏ: "
    "python -m ingest list --removed"
)
_REMOVED = "removed_at IS NOT NULL AND superseded_at IS NULL"
_NAMED = (
    "SELECT id FROM documents WHERE superseded_at IS NULL AND id = :given",
    "SELECT d.id FROM former_ids f JOIN documents d ON d.family = f.family AND d.superseded_at IS NULL"
    " WHERE f.id = :given",
    "SELECT id FROM documents WHERE superseded_at IS NULL AND removed_at IS NULL AND number = :number ORDER BY seq",
    "SELECT id FROM documents WHERE superseded_at IS NULL AND number = :number ORDER BY seq",
)
"""What a document may be named by, the surest first."""
_FORMER_BEARERS = (
    "SELECT DISTINCT d.id FROM former_ids f JOIN documents d ON d.family = f.family AND d.superseded_at IS NULL"
    " WHERE substr(f.id, 1, ?) IN (?, ?) ORDER BY d.seq"
)


class Versions:
    """Of the documents of an open library; each is named by its id."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def list_of(self, document_id: str) -> list[Version]:
        """Every version, in the order of arrival."""
        rows = self._access.select(_VERSIONS, (self._held(document_id).family,))
        return [_version(row) for row in rows]

    def originals(self, document_id: str) -> list[Original]:
        """Every file that is kept of the document, in the order of arrival."""
        rows = self._access.select(_ORIGINALS, (self._held(document_id).family,))
        return [_original(row) for row in rows]

    def removed(self) -> list[Held]:
        """The documents that are out of use, in the order of arrival."""
        columns = f"seq, id, added_at, removed_at, {', '.join(METADATA_COLUMNS)}"  # all but the texts, which are long
        rows = self._access.select(f"SELECT {columns} FROM documents WHERE {_REMOVED} ORDER BY seq")  # noqa: S608 - ours
        return [Held(row["seq"], row["id"], metadata_from_row(row), row["added_at"], row["removed_at"]) for row in rows]

    def find_id(self, given: str) -> str:
        """As :meth:`ingest.store.Library.find_id`, of documents in use or removed.

        Raises:
            NotHeldError: If no document is named so.
            AmbiguousError: If several bear the sign.
        """
        try:
            number = str(parse_number(given))
        except ValueError:
            number = given
        for query in _NAMED:
            values = {"given": given, "number": number}
            found = [row["id"] for row in self._access.select(query, values)]
            if len(found) > 1:
                raise AmbiguousError(given, found)
            if found:
                return str(found[0])
        raise self.refuse_former(given) or _not_held(given)

    def refuse_former(self, given: str) -> NotHeldError | None:
        """Where the document is now that bore the sign *given* before a correction; ``None`` where none did."""
        try:
            sign = str(parse_number(given))
        except ValueError:
            return None
        rows = self._access.select(_FORMER_BEARERS, (len(sign) + 1, f"{sign}@", f"{sign}~"))
        if not rows:
            return None
        now = "; ".join(f"python -m ingest show {row['id']}" for row in rows)
        return NotHeldError(tr(_RENAMED, given=given, commands=now))

    def restore(self, document_id: str, number: int | None = None) -> None:
        """Bring a removed document back into use, with the version of that *number* where one is given.

        Raises:
            NotHeldError: If there is no such document or version.
        """
        held = self._held(document_id)
        query = "SELECT seq FROM documents WHERE family = ? AND version = ?"
        rows = self._access.select(query, (held.family, number))
        if number is not None and not rows:
            raise no_version(document_id, number)
        with self._access.transaction() as db:
            if rows and rows[0]["seq"] != held.seq:
                make_current(db, rows[0]["seq"], held)
            else:
                db.execute("UPDATE documents SET removed_at = NULL WHERE seq = ?", (held.seq,))
            self._access.raise_generation()

    def find_original(self, document_id: str) -> Original:
        """What is kept of the file that the version in use was read from, without its bytes."""
        kept = {one.hash: one for one in self.originals(document_id)}
        return kept.get(self._held(document_id).read_from or "") or next(iter(kept.values()))

    def read_original(self, document_id: str) -> tuple[bytes, Original]:
        """The file that the version in use was read from."""
        original = self.find_original(document_id)
        rows = self._access.select("SELECT content FROM originals WHERE hash = ?", (original.hash,))
        return rows[0]["content"], original

    def renew(self, stored: Document, read: Document) -> str | None:
        """Keep what was *read* anew from the file of *stored* as the version in use; the document's id from now on.

        ``None`` where nothing differs: neither text, record, tree, mentions, pages nor passages.
        """
        held = self._held(stored.id)
        read = replace(read, metadata=replace(read.metadata, source=held.read.source))
        before = replace(stored, metadata=held.read)
        if before == replace(read, id=stored.id) and self._passages(held) == _spans(replace(read, id=stored.id)):
            with self._access.transaction() as db:  # read by the rules of today all the same
                db.execute("UPDATE documents SET cleaning_version = ? WHERE seq = ?", (CLEANING_VERSION, held.seq))
            return None
        arrival = Arrival(held.read_from, Origin(modified_at=held.modified_at), reread=True)
        with self._access.transaction() as db:
            add_version(db, held, read, arrival)
            self._access.raise_generation()
            return find_current(db, held.family).id

    def _passages(self, held: Current) -> list[tuple[str, int, int]]:
        query = "SELECT address, start, end FROM passages WHERE document = ? ORDER BY id"
        return [(row["address"], row["start"], row["end"]) for row in self._access.select(query, (held.seq,))]

    def _held(self, document_id: str) -> Current:
        rows = self._access.select("SELECT family FROM documents WHERE id = ?", (document_id,))
        if not rows:
            raise _not_held(document_id)
        return find_current(self._access.db, rows[0]["family"])


def _spans(document: Document) -> list[tuple[str, int, int]]:
    return [(passage.address, passage.start, passage.end) for passage in make_passages(document)]


def _version(row: sqlite3.Row) -> Version:
    in_use, reread = row["removed_at"] is None, bool(row["reread"])
    dates = row["modified_at"], row["added_at"]
    return Version(row["version"], in_use, reread, row["source"] or "", *dates, row["length"])


def _original(row: sqlite3.Row) -> Original:
    origin = Origin(row["kind"], row["place"], row["modified_at"])
    return Original(row["name"], row["hash"], row["size"], row["version"], row["added_at"], origin)


def no_version(document_id: str, number: int) -> NotHeldError:
    """Where the versions that there are can be seen."""
    return NotHeldError(tr(_NO_VERSION, document=document_id, number=number))


def _not_held(given: str) -> NotHeldError:
    return NotHeldError(tr(_NOT_HELD, given=given))
