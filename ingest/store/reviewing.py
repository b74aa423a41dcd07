"""Which texts a person has looked at after they were read, and found right."""

from __future__ import annotations

from ingest.errors import NotHeldError
from ingest.language import tr
from ingest.store.access import Access
from ingest.store.inserting import now


class Reviews:
    """Of the documents of an open library; of another version of a text nobody has said anything yet."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def is_reviewed(self, document_id: str) -> bool:
        """Whether a person said that what was read of the document in use is right."""
        query = "SELECT 1 FROM reviews r JOIN documents d ON d.seq = r.document WHERE d.id = ?"
        return bool(self._access.select(query, (document_id,)))

    def confirm(self, document_id: str) -> None:
        """A person looked at it: nothing in it is in doubt any more.

        Raises:
            NotHeldError: If no document in use is named so.
        """
        with self._access.transaction() as db:
            done = db.execute(
                "INSERT OR REPLACE INTO reviews SELECT seq, ? FROM documents WHERE id = ? AND removed_at IS NULL",
                (now(), document_id),
            )
            self._access.raise_arrangement()
            if not done.rowcount:
                raise NotHeldError(
                    tr(
                        "Thư viện không có văn bản “{given}”. Xem danh sách bằng: python -m ingest list",
                        given=document_id,
                    )
                )

    def take_back(self, document_id: str) -> None:
        """As though nobody had looked at it."""
        with self._access.transaction() as db:
            db.execute("DELETE FROM reviews WHERE document IN (SELECT seq FROM documents WHERE id = ?)", (document_id,))
            self._access.raise_arrangement()
