"""From an older version of a file's tables to this program's, step by step."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence

from ingest.errors import LibraryError
from ingest.language import tr

_NEWER = (
    "Thư viện {name} do bản Vankien mới hơn tạo ra (lược đồ {version}, bản này đọc đến {known}). "
    "Hãy cập nhật Vankien rồi mở lại; thư viện chưa bị thay đổi."
)
Step = Callable[[sqlite3.Connection], None]
"""Step n leads from version n to n + 1; a step that has landed is never edited."""


def bring_up_to_date(connection: sqlite3.Connection, name: str, steps: Sequence[Step]) -> None:
    """Create the tables of the file *name*, or take them from an older version to the last of *steps*; all or nothing.

    Raises:
        LibraryError: If the file was written by a newer program.
    """
    known = len(steps)
    if _version(connection) == known:
        return
    connection.execute("BEGIN IMMEDIATE")
    version = _version(connection)  # again, under the lock: another process may have been faster
    try:
        refuse_newer(connection, name, steps)
    except LibraryError:
        connection.execute("ROLLBACK")
        raise
    for step in steps[version:]:
        step(connection)
    connection.execute(f"PRAGMA user_version = {known}")
    connection.execute("COMMIT")


def refuse_newer(connection: sqlite3.Connection, name: str, steps: Sequence[Step]) -> None:
    """Nothing is changed by it, nor by what is raised.

    Raises:
        LibraryError: If the file was written by a newer program.
    """
    if (version := _version(connection)) > len(steps):
        raise LibraryError(tr(_NEWER, name=name, version=version, known=len(steps)))


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
