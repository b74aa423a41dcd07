"""Write one document into the library's tables."""

from __future__ import annotations

import datetime
import hashlib
import json
import sqlite3

from ingest.cleaning import CLEANING_VERSION
from ingest.models import Document
from ingest.passages import make_passages
from ingest.store.rows import METADATA_COLUMNS, citation_to_row, metadata_to_row, provisions_to_rows


def insert_document(connection: sqlite3.Connection, document: Document, text_hash: str) -> int:
    """Write *document* and all that hangs on it; its ``seq``. The caller holds the transaction."""
    columns = ("id", "text", "text_hash", "cleaning_version", *METADATA_COLUMNS, "added_at")
    record = metadata_to_row(document.metadata)
    values = (document.id, document.text, text_hash, CLEANING_VERSION, *record, now())
    marks = ", ".join("?" * len(columns))
    insert = f"INSERT INTO documents ({', '.join(columns)}) VALUES ({marks})"  # noqa: S608 - our own column names
    cursor = connection.execute(insert, values)
    seq = int(cursor.lastrowid or 0)
    connection.executemany(
        "INSERT INTO provisions (document, position, parent, address, heading, start, end, text_start)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        ((seq, *row) for row in provisions_to_rows(document.tree)),
    )
    connection.executemany(
        "INSERT INTO citations (document, start, end, type, number, name, term, date) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        ((seq, *citation_to_row(citation)) for citation in document.citations),
    )
    connection.executemany(
        "INSERT INTO passages (document, address, headings, start, end) VALUES (?, ?, ?, ?, ?)",
        ((seq, p.address, json.dumps(p.headings, ensure_ascii=False), p.start, p.end) for p in make_passages(document)),
    )
    connection.executemany(
        "INSERT INTO pages VALUES (?, ?, ?, ?, ?)",
        ((seq, i, page.number, page.start, page.confidence) for i, page in enumerate(document.pages)),
    )
    connection.executemany(
        "INSERT INTO findings VALUES (?, ?, ?, ?, ?, ?)",
        ((seq, i, one.field, one.start, one.end, one.confidence) for i, one in enumerate(document.findings)),
    )
    return seq


def hash_content(content: bytes) -> str:
    """The name under which *content* is known: 64 hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def now() -> str:
    """This moment in UTC, ISO 8601."""
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
