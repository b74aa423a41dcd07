"""A seal on all that was read of a text: whatever of it is changed behind the program's back is found.

The text and the files have hashes of their own. What is cut out of the text, and the record as it was read, are written
once with it and never changed after; their hash is kept with the schema that they were written under. Once a later step
of the schema has changed the tables a seal says nothing any more, until it is made anew.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3

from ingest.store.rows import metadata_from_json, metadata_from_row, metadata_to_json

_KEY = "seal {}"
_SEALED = {
    "provisions": "position, parent, address, heading, start, end, text_start",
    "passages": "address, headings, start, end, header_start, header_end",
    "citations": "start, end, type, number, name, term, date",
    "pages": "position, number, start, confidence",
    "findings": "position, field, start, end, confidence",
    "provision_references": "position, start, end, path, cited",
    "relations": "position, kind, cited, start, end, clause, since, certainty, subject, whole",
    "relation_ends": "named, acting, kind, position",
    "table_rows": "position, number, start, end, header",
    "anchors": "position, name, start",
    "sketches": "band, hash",
}
"""Table -> its columns that are sealed; ids of passages are not: they are given once more where a text is mended."""


def seal(db: sqlite3.Connection, seq: int) -> None:
    """Keep the seal of the version *seq*, which is written already; the caller holds the transaction."""
    db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (_KEY.format(seq), _make(db, seq)))


def is_sealed(db: sqlite3.Connection, seq: int) -> bool:
    """Whether there is a seal that says something of the version *seq*."""
    row = db.execute("SELECT value FROM meta WHERE key = ?", (_KEY.format(seq),)).fetchone()
    return row is not None and str(row[0]).startswith(_mark(db))


def is_broken(db: sqlite3.Connection, seq: int) -> bool:
    """Whether what was read of the version *seq* is not as it was written; not, where no seal says anything."""
    row = db.execute("SELECT value FROM meta WHERE key = ?", (_KEY.format(seq),)).fetchone()
    return row is not None and str(row[0]).startswith(_mark(db)) and row[0] != _make(db, seq)


def break_seal(db: sqlite3.Connection, seq: int) -> None:
    """Have the version *seq* taken for damaged until it is written anew."""
    db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (_KEY.format(seq), _mark(db)))


def forget_seal(db: sqlite3.Connection, seq: int) -> None:
    """The version is no more."""
    db.execute("DELETE FROM meta WHERE key = ?", (_KEY.format(seq),))


def _mark(db: sqlite3.Connection) -> str:
    return f"{db.execute('PRAGMA user_version').fetchone()[0]}:"


def _make(db: sqlite3.Connection, seq: int) -> str:
    row = db.execute("SELECT * FROM documents WHERE seq = ?", (seq,)).fetchone()
    read = metadata_to_json(metadata_from_json(row["as_read"]) if row["as_read"] else metadata_from_row(row))
    own = [row[name] for name in ("text_hash", "letters_hash", "notes", "saved_from", "version", "family")]
    hashed = hashlib.sha256(json.dumps([read, own], ensure_ascii=False).encode())
    for table, columns in _SEALED.items():
        query = f"SELECT {columns} FROM {table} WHERE document = ? ORDER BY {columns}"  # noqa: S608 - our own names
        for found in db.execute(query, (seq,)):
            hashed.update(json.dumps([table, *found], ensure_ascii=False).encode())
    return f"{_mark(db)}{hashed.hexdigest()}"
