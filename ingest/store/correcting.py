"""What persons corrected in the records of documents: kept apart from what was read, and laid over it."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping

from ingest.errors import NotHeldError
from ingest.language import tr
from ingest.models import Metadata
from ingest.store.access import Access
from ingest.store.families import correct, find_current, renew_record
from ingest.store.inserting import now
from ingest.store.rows import metadata_to_json
from ingest.store.values import Correction

_IN_USE = "SELECT family FROM documents WHERE id = ? AND removed_at IS NULL"
_FORMERLY = (
    "SELECT d.family FROM former_ids f JOIN documents d ON d.family = f.family WHERE f.id = ? AND d.removed_at IS NULL"
)


class Corrections:
    """Of the documents of an open library; each is named by the id of a document in use, also one borne before.

    Of any other a ``NotHeldError`` is raised.
    """

    def __init__(self, access: Access) -> None:
        self._access = access

    def list_of(self, document_id: str) -> list[Correction]:
        """Every correction of the document, in the order of their names."""
        family = self._family(document_id)
        query = "SELECT field, value, made_at FROM corrections WHERE family = ? ORDER BY field"
        read = find_current(self._access.db, family).read
        return [
            Correction(
                row["field"],
                getattr(correct(Metadata(), {row["field"]: row["value"]}), row["field"]),
                getattr(read, row["field"]),
                row["made_at"],
            )
            for row in self._access.select(query, (family,))
        ]

    def correct(self, document_id: str, values: Mapping[str, object], undone: Collection[str] = ()) -> str:
        """Take *values* (field of the record -> value) for right, and no longer what was said of *undone*.

        The document's id from now on: it follows number and date, and the former one still finds it.
        """
        family = self._family(document_id)
        stored = json.loads(metadata_to_json(Metadata(**values)))  # type: ignore[arg-type]  # names are checked at the door
        with self._access.transaction() as db:
            db.executemany("DELETE FROM corrections WHERE family = ? AND field = ?", ((family, one) for one in undone))
            db.executemany(
                "INSERT OR REPLACE INTO corrections VALUES (?, ?, ?, ?)",
                ((family, field, json.dumps(stored[field], ensure_ascii=False), now()) for field in values),
            )
            self._access.raise_generation()
            return renew_record(db, family)

    def _family(self, document_id: str) -> int:
        rows = self._access.select(_IN_USE, (document_id,)) or self._access.select(_FORMERLY, (document_id,))
        if not rows:
            raise NotHeldError(
                tr("Thư viện không có văn bản “{given}”. Xem danh sách bằng: python -m ingest list", given=document_id)
            )
        return int(rows[0]["family"])
