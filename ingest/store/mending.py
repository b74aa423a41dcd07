"""A text that was damaged, written anew where it stood from what was read of its file: no version more, the same id."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace

from ingest.cleaning import CLEANING_VERSION
from ingest.models import Document
from ingest.store.access import Access
from ingest.store.families import renew_record
from ingest.store.inserting import hash_content, insert_parts
from ingest.store.rows import METADATA_COLUMNS, metadata_to_row

_PARTS = (
    *("provisions", "citations", "passages", "pages", "findings", "provision_references", "relations"),
    *("relation_ends", "table_rows", "anchors", "sketches"),
)
_OWN = "CAST(source AS BLOB) AS source, superseded_at, family, text_hash"


def rewrite(access: Access, seq: int, read: Document) -> bool:
    """Put what was *read* in the place of the text *seq*; whether the text is the one that was kept to the letter.

    What persons corrected is laid over it again; passages keep their ids where there are as many as before.
    """
    with access.transaction() as db:
        row = db.execute(f"SELECT {_OWN} FROM documents WHERE seq = ?", (seq,)).fetchone()  # noqa: S608 - our own names
        passages = [one[0] for one in db.execute("SELECT id FROM passages WHERE document = ? ORDER BY id", (seq,))]
        _write_text(db, seq, read, row["source"])
        for table in _PARTS:
            db.execute(f"DELETE FROM {table} WHERE document = ?", (seq,))  # noqa: S608 - our own names
        insert_parts(db, read, seq)
        _keep_ids(db, seq, passages)
        strange = _name_anew(db, seq, row["family"])
        if row["superseded_at"] is None:
            renew_record(db, row["family"])
            db.execute("DELETE FROM former_ids WHERE id = ?", (strange,))
        access.raise_generation()
        return bool(row["text_hash"] == hash_content(read.text.encode()))


def drop_loose(access: Access) -> int:
    """Take away what was cut out of texts and says it is of one that is not there; how many rows went.

    What is thereby lacking of another text is read again with it.
    """
    gone = 0
    with access.transaction() as db:
        for table in _PARTS:
            loose = f"DELETE FROM {table} WHERE document NOT IN (SELECT seq FROM documents)"  # noqa: S608 - our own names
            gone += db.execute(loose).rowcount
    return gone


def _write_text(db: sqlite3.Connection, seq: int, read: Document, source: bytes | None) -> None:
    named = replace(read.metadata, source=source.decode(errors="replace") if source is not None else None)
    columns = ("text", "text_hash", "cleaning_version", "notes", "saved_from", "as_read", *METADATA_COLUMNS)
    notes = json.dumps(read.notes, ensure_ascii=False)
    own = (read.text, hash_content(read.text.encode()), CLEANING_VERSION, notes, read.saved_from, None)
    places = ", ".join(f"{column} = ?" for column in columns)
    values = (*own, *metadata_to_row(named), seq)
    db.execute(f"UPDATE documents SET {places} WHERE seq = ?", values)  # noqa: S608 - our own names


def _name_anew(db: sqlite3.Connection, seq: int, family: int) -> str | None:
    """Give the text a name of its own where the one it had is no text any more; that name, to be forgotten again."""
    ((raw,),) = db.execute("SELECT CAST(id AS BLOB) FROM documents WHERE seq = ?", (seq,)).fetchall()
    try:
        raw.decode()
    except UnicodeDecodeError:
        query = "SELECT id || '#' FROM documents WHERE family = ? AND superseded_at IS NULL AND seq <> ?"
        base = db.execute(query, (family, seq)).fetchone()
        made = f"{base[0] if base else '~'}{seq}"
        db.execute("UPDATE documents SET id = ? WHERE seq = ?", (made, seq))
        return made
    return None


def _keep_ids(db: sqlite3.Connection, seq: int, before: list[int]) -> None:
    """So that an index, and whoever remembers a passage, finds it where it was."""
    now = [one[0] for one in db.execute("SELECT id FROM passages WHERE document = ? ORDER BY id", (seq,))]
    if len(now) == len(before):
        db.executemany("UPDATE passages SET id = ? WHERE id = ?", list(zip(before, now, strict=True)))
