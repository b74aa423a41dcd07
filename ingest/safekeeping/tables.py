"""Whatever tables a file of ours has, as rows of plain values: out of it, and into another file of the same tables."""

from __future__ import annotations

import base64
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

Value = str | int | float | dict[str, str] | None
"""What JSON can say; bytes as ``{"base64": …}``."""
PlainRow = dict[str, Value]

_NAMES = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite@_%' ESCAPE '@' ORDER BY name"
_DOCUMENTS = "documents"
_BYTES = "base64"


@dataclass(frozen=True, slots=True)
class Table:
    """One table of an open file.

    Attributes:
        owner: The column that says of which document a row is; ``None`` where rows are of no document.
        order: Columns by which its rows stand as they were written.
    """

    name: str
    columns: tuple[str, ...]
    owner: str | None
    order: str


def list_tables(db: sqlite3.Connection) -> list[Table]:
    """Every table but SQLite's own, by name: those too that later steps of the schema add."""
    return [_look_at(db, row[0]) for row in db.execute(_NAMES).fetchall()]


def _look_at(db: sqlite3.Connection, name: str) -> Table:
    columns = [(row[1], row[5]) for row in db.execute(f"PRAGMA table_info({name})")]
    links = db.execute(f"PRAGMA foreign_key_list({name})").fetchall()
    owner = next((row[3] for row in links if row[2] == _DOCUMENTS), None)
    (without_rowid,) = db.execute(
        "SELECT wr FROM pragma_table_list WHERE name = ? AND schema = 'main'", (name,)
    ).fetchone()
    keys = [column for column, place in sorted(columns, key=lambda one: one[1]) if place]
    order = ", ".join(keys) if without_rowid else "rowid"
    return Table(name, tuple(column for column, _ in columns), owner, order)


def read_rows(
    db: sqlite3.Connection, table: Table, owner: int | None = None, leave: Iterable[str] = ()
) -> list[PlainRow]:
    """The rows of *table*, those of one *owner* where it is given, without the columns to *leave*."""
    columns = [column for column in table.columns if column not in set(leave)]
    clause, values = (f" WHERE {table.owner} = ?", (owner,)) if owner is not None else ("", ())
    query = f"SELECT {', '.join(columns)} FROM {table.name}{clause} ORDER BY {table.order}"  # noqa: S608 - the file's own names
    return [dict(zip(columns, map(_plain, row), strict=True)) for row in db.execute(query, values)]


def write_rows(db: sqlite3.Connection, table: Table, rows: Iterable[Mapping[str, Value | bytes]]) -> None:
    """Put *rows* into *table*.

    Raises:
        ValueError: If a row has other columns than the table.
    """
    marks = ", ".join("?" * len(table.columns))
    insert = f"INSERT INTO {table.name} ({', '.join(table.columns)}) VALUES ({marks})"  # noqa: S608 - the file's own names
    for row in rows:
        if row.keys() != set(table.columns):
            raise ValueError(f"{table.name}: {sorted(row.keys() ^ set(table.columns))}")
        db.execute(insert, [_stored(row[column]) for column in table.columns])


def read_sequences(db: sqlite3.Connection) -> dict[str, int]:
    """Table -> the last id it gave: none is ever given twice."""
    return {str(row[0]): int(row[1]) for row in db.execute("SELECT name, seq FROM sqlite_sequence ORDER BY name")}


def write_sequences(db: sqlite3.Connection, sequences: Mapping[str, int]) -> None:
    """Let each table go on counting where another left off."""
    db.execute("DELETE FROM sqlite_sequence")
    db.executemany("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", sequences.items())


def count_all(db: sqlite3.Connection, tables: Iterable[Table]) -> dict[str, int]:
    """Table -> its rows."""
    query = "SELECT count(*) FROM {}"
    return {table.name: int(db.execute(query.format(table.name)).fetchone()[0]) for table in tables}


def _plain(value: str | float | bytes | None) -> Value:
    return {_BYTES: base64.b64encode(value).decode()} if isinstance(value, bytes) else value


def _stored(value: Value | bytes) -> str | float | bytes | None:
    return base64.b64decode(value[_BYTES], validate=True) if isinstance(value, dict) else value
