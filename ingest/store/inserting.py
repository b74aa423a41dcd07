"""Write one text of a document, and all that hangs on it, into the library's tables."""

from __future__ import annotations

import datetime
import hashlib
import json
import sqlite3
from dataclasses import dataclass

from ingest.cleaning import CLEANING_VERSION
from ingest.models import Document
from ingest.passages import make_passages
from ingest.store.ends import keep_ends
from ingest.store.marking import mark_words
from ingest.store.rows import (
    METADATA_COLUMNS,
    citation_to_row,
    metadata_to_row,
    passage_to_row,
    provisions_to_rows,
    relation_to_row,
)
from ingest.store.sealing import seal
from ingest.store.values import Origin

_OWN = ("id", "text", "text_hash", "cleaning_version", "added_at", "notes", "saved_from")
_OF_ARRIVAL = ("version", "reread", "modified_at", "read_from")


@dataclass(frozen=True, slots=True)
class Arrival:
    """What comes with a text that is to be written.

    Attributes:
        content_hash: Of the file it was read from.
        family: Of the document whose version it is; ``None`` for a new document.
        version: Its number there.
        reread: Whether it comes of reading a kept file anew.
    """

    content_hash: str | None
    origin: Origin
    family: int | None = None
    version: int = 1
    reread: bool = False


def insert_document(connection: sqlite3.Connection, document: Document, arrival: Arrival) -> int:
    """Write *document*; its ``seq``. The caller holds the transaction."""
    columns = (*_OWN, *_OF_ARRIVAL, *METADATA_COLUMNS)
    notes = json.dumps(document.notes, ensure_ascii=False)
    hashed = hash_content(document.text.encode())
    own = (document.id, document.text, hashed, CLEANING_VERSION, now(), notes, document.saved_from)
    of_arrival = (arrival.version, int(arrival.reread), arrival.origin.modified_at, arrival.content_hash)
    values = (*own, *of_arrival, *metadata_to_row(document.metadata))
    marks = ", ".join("?" * len(columns))
    insert = f"INSERT INTO documents ({', '.join(columns)}) VALUES ({marks})"  # noqa: S608 - our own column names
    seq = int(connection.execute(insert, values).lastrowid or 0)
    connection.execute("UPDATE documents SET family = ? WHERE seq = ?", (arrival.family or seq, seq))
    insert_parts(connection, document, seq)
    return seq


def insert_parts(connection: sqlite3.Connection, document: Document, seq: int) -> None:
    """Write what is cut out of the text *seq*, which is written already, and what it is known by; and seal it."""
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
        "INSERT INTO passages (document, address, headings, start, end, header_start, header_end)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        ((seq, *passage_to_row(passage)) for passage in make_passages(document)),
    )
    connection.executemany(
        "INSERT INTO pages VALUES (?, ?, ?, ?, ?)",
        ((seq, i, page.number, page.start, page.confidence) for i, page in enumerate(document.pages)),
    )
    connection.executemany(
        "INSERT INTO findings VALUES (?, ?, ?, ?, ?, ?)",
        ((seq, i, one.field, one.start, one.end, one.confidence) for i, one in enumerate(document.findings)),
    )
    connection.executemany(
        "INSERT INTO provision_references VALUES (?, ?, ?, ?, ?, ?)",
        ((seq, i, one.start, one.end, one.path, one.cited) for i, one in enumerate(document.references)),
    )
    connection.executemany(
        "INSERT INTO relations VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        ((seq, i, *relation_to_row(one)) for i, one in enumerate(document.relations)),
    )
    keep_ends(connection, seq)
    _insert_marks(connection, document, seq)
    mark_words(connection, seq)
    seal(connection, seq)


def _insert_marks(connection: sqlite3.Connection, document: Document, seq: int) -> None:
    rows = ((number, row) for number, table in enumerate(document.tables) for row in table.rows)
    connection.executemany(
        "INSERT INTO table_rows VALUES (?, ?, ?, ?, ?, ?)",
        ((seq, i, number, row.start, row.end, row.header) for i, (number, row) in enumerate(rows)),
    )
    connection.executemany(
        "INSERT INTO anchors VALUES (?, ?, ?, ?)",
        ((seq, i, one.name, one.start) for i, one in enumerate(document.anchors)),
    )


def hash_content(content: bytes) -> str:
    """The name under which *content* is known: 64 hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def now() -> str:
    """This moment in UTC, ISO 8601."""
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
