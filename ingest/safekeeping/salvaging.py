"""A library's file that SQLite cannot read through any more -> what can still be read, in a library of its own.

The damaged file is only read. Rows are read one by one around the damage; what was lost of a text is read again from
its file where that is whole.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ingest.adding import Readers
from ingest.errors import LibraryError, ReadingError
from ingest.language import tr
from ingest.safekeeping.archive import Report
from ingest.safekeeping.health import FROM_BACKUP
from ingest.safekeeping.repairing import repair
from ingest.safekeeping.restore import open_empty_folder
from ingest.safekeeping.tables import Table, list_tables
from ingest.store import Library, Origin, open_library
from ingest.store.connection import LIBRARY_FILE
from ingest.store.sealing import break_seal, is_sealed

_DERIVED = ("embeddings", "words")
_STEP = 5000  # numbers of rows that are asked for one by one between two readable ones
_NAMES = "SELECT name FROM sqlite_schema WHERE type = 'table'"
_LOOSE = "DELETE FROM {table} WHERE {owner} NOT IN (SELECT seq FROM documents UNION SELECT family FROM documents)"
_RECOUNT = "UPDATE documents SET family = (SELECT min(seq) FROM documents v WHERE v.family = documents.family)"
_CURRENT = (
    "UPDATE documents SET superseded_at = NULL, id = substr(id, 1, instr(id || '#', '#') - 1) WHERE seq IN"
    " (SELECT max(seq) FROM documents GROUP BY family HAVING sum(superseded_at IS NULL) = 0)"
)
Found = dict[str, bytes | str | int | float | None]


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What could be saved.

    Attributes:
        lost: What could not, a line each in the language that is spoken.
    """

    documents: int
    originals: int
    lost: tuple[str, ...]


def salvage(home: Path, folder: Path, readers: Readers, report: Report) -> Salvaged:
    """Put what can still be read of the library in *home* into *folder*, which is made where it is not there.

    Raises:
        LibraryError: If *folder* is not empty, or nothing can be read.
    """
    if not (home / LIBRARY_FILE).exists():
        raise LibraryError(tr("Chưa có thư viện trong {home} nên không có gì để cứu.", home=home))
    open_empty_folder(folder)
    try:
        with closing(sqlite3.connect(f"{(home / LIBRARY_FILE).absolute().as_uri()}?mode=ro", uri=True)) as held:
            held.text_factory = bytes
            held.execute("PRAGMA writable_schema = ON")  # tables beside one whose description is damaged are read on
            known = {bytes(row[0]).decode(errors="replace") for row in _try(held, _NAMES)}
            if known.isdisjoint(("documents", "originals")):
                raise sqlite3.DatabaseError(tr("danh sách các bảng bị hỏng"))
            with open_library(folder) as library:
                homeless = _copy_all(held, library, known, report)
                lost = [*_settle(library), *_add_homeless(library, homeless, readers)]
    except sqlite3.Error as error:
        for file in folder.glob(f"{LIBRARY_FILE}*"):
            file.unlink()
        words = "Không đọc được gì từ {file} ({reason}). {advice}"
        raise LibraryError(tr(words, file=home / LIBRARY_FILE, reason=error, advice=tr(FROM_BACKUP))) from error
    lost += [one.words for one in repair(folder, readers, report) if not one.done]
    with open_library(folder) as library:
        (row,) = library._select("SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM originals)")
        return Salvaged(row[0], row[1], tuple(lost))


# --- reading around the damage -------------------------------------------------------------------------------


def _copy_all(held: sqlite3.Connection, library: Library, known: set[str], report: Report) -> list[Found]:
    """Every row that can be read, into the new library; files whose text is lost are handed back."""
    db = library._db
    tables = [table for table in list_tables(db) if table.name in known and table.name not in _DERIVED]
    db.execute("PRAGMA foreign_keys = OFF")  # what hangs on what is seen when all is there
    with library._access.transaction():
        db.execute("DELETE FROM meta WHERE key <> 'generation'")
        for done, table in enumerate(tables, 1):
            for row in _read_rows(held, table):
                _put(db, table, row)
            report(tr("Đang đọc những gì còn đọc được"), done, len(tables))
        db.execute("INSERT OR IGNORE INTO meta VALUES ('library_id', lower(hex(randomblob(16))))")
        orphans = db.execute("SELECT * FROM originals WHERE document NOT IN (SELECT seq FROM documents)").fetchall()
        homeless = [dict(row) for row in orphans]
        for table in tables:
            if table.owner and table.name != "documents":
                db.execute(_LOOSE.format(table=table.name, owner=table.owner))
    return homeless


def _read_rows(held: sqlite3.Connection, table: Table) -> Iterator[Found]:
    """From the front as far as it goes, from the back as far as it goes, and between them row by row."""
    names = ", ".join(table.columns)
    if table.order != "rowid":
        seen = set()
        for way in ("", " DESC"):
            ordered = ", ".join(f"{one}{way}" for one in table.order.split(", "))
            for row in _try(held, f"SELECT {names} FROM {table.name} ORDER BY {ordered}"):  # noqa: S608 - the file's own names
                if row not in seen:
                    seen.add(row)
                    yield dict(zip(table.columns, row, strict=True))
        return
    query = f"SELECT rowid, {names} FROM {table.name}"  # noqa: S608 - the file's own names
    first = 0
    for row in _try(held, f"{query} ORDER BY rowid"):
        first = int(row[0])
        yield dict(zip(table.columns, row[1:], strict=True))
    behind = list(_try(held, f"{query} WHERE rowid > {first} ORDER BY rowid DESC"))
    last = min((int(row[0]) for row in behind), default=_find_last(held, table, first))
    for rowid in range(first + 1, min(last, first + _STEP)):
        for row in _try(held, f"{query} WHERE rowid = {rowid}"):
            yield dict(zip(table.columns, row[1:], strict=True))
    for row in reversed(behind):
        yield dict(zip(table.columns, row[1:], strict=True))


def _try(held: sqlite3.Connection, query: str) -> Iterator[tuple[Any, ...]]:
    """Rows until one cannot be read."""
    try:
        yield from held.execute(query)
    except sqlite3.Error:
        return


def _find_last(held: sqlite3.Connection, table: Table, first: int) -> int:
    """One past the last number that was ever given."""
    counted = list(_try(held, f"SELECT seq + 1 FROM sqlite_sequence WHERE name = '{table.name}'"))  # noqa: S608 - as above
    return int(counted[0][0]) if counted else first + _STEP


def _put(db: sqlite3.Connection, table: Table, row: Found) -> None:
    """A row as it was read; letters that are none any more become marks, and the seal tells of it later."""
    blobs = {"content"}
    values = [
        value.decode(errors="replace") if isinstance(value, bytes) and column not in blobs else value
        for column, value in row.items()
    ]
    marks = ", ".join("?" * len(values))
    insert = f"INSERT OR REPLACE INTO {table.name} ({', '.join(row)}) VALUES ({marks})"  # noqa: S608 - the file's own names
    try:
        db.execute(insert, values)
    except sqlite3.IntegrityError:  # not a row of ours any more: a value of another kind, a name twice
        return


# --- a library of it again -----------------------------------------------------------------------------------


def _settle(library: Library) -> Iterator[str]:
    """Families without their first text, or without one in use, stand again; what hangs on nothing goes."""
    with library._access.transaction() as db:
        moved = db.execute(
            "SELECT DISTINCT family, (SELECT min(seq) FROM documents v WHERE v.family = d.family) AS head"
            " FROM documents d WHERE family NOT IN (SELECT seq FROM documents)"
        ).fetchall()
        for table, column in (("corrections", "family"), ("former_ids", "family"), ("collection_members", "family")):
            rows = [(row["head"], row["family"]) for row in moved]
            db.executemany(f"UPDATE OR REPLACE {table} SET {column} = ? WHERE {column} = ?", rows)  # noqa: S608 - ours
        db.execute(_RECOUNT)
        db.execute(_CURRENT)
        for row in db.execute("PRAGMA foreign_key_check").fetchall():
            if row["rowid"] is not None:
                db.execute(f"DELETE FROM {row['table']} WHERE rowid = ?", (row["rowid"],))  # noqa: S608 - the file's own names
        db.execute(
            "DELETE FROM collection_members WHERE collection NOT IN (SELECT id FROM collections)"
            " OR family NOT IN (SELECT seq FROM documents)"
        )
        for (seq,) in db.execute("SELECT seq FROM documents").fetchall():
            if not is_sealed(db, seq):
                break_seal(db, seq)  # nobody can tell whether all of it was saved: it is read again
        library._access.raise_generation()
    with library._access.transaction() as db:
        broken = db.execute("PRAGMA foreign_key_check").fetchall()
        for name in sorted({row["table"] for row in broken}):
            yield tr("Một số dòng của bảng {name} không cứu được.", name=name)
    library._db.execute("PRAGMA foreign_keys = ON")


def _add_homeless(library: Library, originals: list[Found], readers: Readers) -> Iterator[str]:
    """Files whose text is lost are read anew and added; they may get other ids, and nothing that was said of them."""
    for row in originals:
        name, content = str(row["name"]), row["content"]
        if not isinstance(content, bytes):
            continue
        try:
            read = readers.read_from(content, Path(str(row["place"]) or name)).result()
        except ReadingError as error:
            yield str(error)
            continue
        document = replace(read.document, metadata=replace(read.document.metadata, source=name))
        modified = row["modified_at"]
        origin = Origin(read.kind, str(row["place"]), str(modified) if modified else None)
        added = library.add(document, content, origin)
        words = "{id}: hồ sơ cũ không cứu được; đã đọc lại từ tệp gốc {name}. Điều đã sửa và bộ sưu tập cần làm lại."
        yield tr(words, id=added.document_id, name=name)
