"""The open file: reading rows, and writing them all or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from ingest.errors import LibraryError
from ingest.language import tr
from ingest.store.connection import explained, read_place
from ingest.store.inserting import now
from ingest.store.sight import EVERYTHING

_LATER = (
    "INSERT INTO meta VALUES ('latest_moment', ?)"
    " ON CONFLICT (key) DO UPDATE SET value = max(value, excluded.value) RETURNING value"
)
_REPLACED = (
    "Tệp {file} đã bị thay hoặc dời đi trong lúc đang mở, nên việc vừa làm không được lưu. "
    "Hãy kiểm tra lại tệp ấy, đóng các chương trình đang dùng thư viện rồi làm lại."
)
IN_USE = "INDEXED BY documents_in_use"
"""All that a graph asks of documents stands in that index: no text is read past."""


class Access:
    """What every room of the store works through.

    Attributes:
        db: For statements inside a transaction; the errors of others are put in words by :meth:`select`.
        writer: As :func:`ingest.store.opening.open_library`.
        narrowed: Whether the tables are views of what one reader may see: these have no indexes to be named.
    """

    def __init__(self, connection: sqlite3.Connection, file: Path, narrowed: bool = False) -> None:
        self.db = connection
        self.file = file
        self.narrowed, self.writer = narrowed, EVERYTHING
        self._place = read_place(file)

    def select(self, query: str, values: Sequence[object] | Mapping[str, object] = ()) -> list[sqlite3.Row]:
        """All rows of *query*."""
        with explained(self.file):
            return self.db.execute(query.replace(IN_USE, "") if self.narrowed else query, values).fetchall()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """One transaction; nothing of it stays if anything fails."""
        with explained(self.file):
            self.db.execute("BEGIN IMMEDIATE")
            try:
                self._check_place()
                yield self.db
                self._check_place()
                self.db.execute("COMMIT")
            except BaseException:  # also where it is stopped by hand: nothing is half written; it is raised again
                if self.db.in_transaction:
                    self.db.execute("ROLLBACK")
                raise
            self._check_place()  # else what is said to be kept would be in a file that nobody finds

    def _check_place(self) -> None:
        """That the file of that name is still the one that is open.

        Raises:
            LibraryError: If another was put in its place, or it was moved away.
        """
        if self._place != read_place(self.file):
            raise LibraryError(tr(_REPLACED, file=self.file))

    @contextmanager
    def one_state(self) -> Iterator[None]:
        """All that is read within is of one state, whatever others write meanwhile; nothing is written within."""
        with explained(self.file):
            self.db.execute("BEGIN")
        try:
            yield
        finally:
            self.db.execute("ROLLBACK")

    def raise_generation(self) -> None:
        """Say that what is in use has changed; the caller holds the transaction."""
        self.db.execute("UPDATE meta SET value = value + 1 WHERE key = 'generation'")
        self.note_moment()

    def note_moment(self) -> str:
        """This moment, or the latest the library has seen where the clock was set back since; the caller as above.

        So nothing that is removed under a clock that is slow looks older than it is once the clock is right.
        """
        (latest,) = self.db.execute(_LATER, (now(),)).fetchone()
        return str(latest)

    def raise_arrangement(self) -> None:
        """Say that documents lie otherwise, or were looked at; nothing is to be indexed anew. As above."""
        self.db.execute(
            "INSERT INTO meta VALUES ('arrangement', '1') ON CONFLICT (key) DO UPDATE SET value = value + 1"
        )
