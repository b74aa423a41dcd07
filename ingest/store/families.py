"""A document and its versions: one text of a family is current, the others are shelved, out of use, and can come back.

Every function here is called inside a transaction. What is shelved counts as removed, so nothing that reads documents
in use needs to know of versions.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ingest.documents import document_id as make_id
from ingest.models import Document, Metadata
from ingest.similar import (
    HELD_BY_THE_OTHER,
    SAME_DOCUMENT,
    cut_body,
    ends_early,
    find_shingles,
    is_beginning,
    may_be_one_document,
    measure_likeness,
    measure_overlap,
)
from ingest.store.inserting import Arrival, insert_document, now
from ingest.store.marking import read_shingles
from ingest.store.rows import METADATA_COLUMNS, metadata_from_json, metadata_from_row, metadata_to_json, metadata_to_row

if TYPE_CHECKING:
    from ingest.similar import Shingles

_CURRENT = "SELECT * FROM documents WHERE superseded_at IS NULL AND family = ?"
_UNDER_ONE_KEY = (
    "SELECT * FROM documents WHERE superseded_at IS NULL AND"
    " (id = ? OR substr(id, 1, ?) = ? OR family IN (SELECT family FROM former_ids WHERE id = ?)) ORDER BY seq"
)
_SCANNED = "SELECT 1 FROM pages WHERE document = ? AND confidence IS NOT NULL LIMIT 1"


@dataclass(frozen=True, slots=True)
class Current:
    """The current text of a family.

    Attributes:
        removed: Whether the document is out of use.
        read: The record as it was read, before any correction.
        scanned: Whether it was read from pictures.
    """

    seq: int
    id: str
    family: int
    removed: bool
    read: Metadata
    modified_at: str | None
    read_from: str | None
    scanned: bool


def find_current(db: sqlite3.Connection, family: int) -> Current:
    """The current text of *family*."""
    return _current(db, db.execute(_CURRENT, (family,)).fetchone())


def find_under_one_key(db: sqlite3.Connection, document_id: str) -> list[Current]:
    """The documents that bear that id, did so once, or stand beside one that does."""
    beside = f"{document_id}~"
    rows = db.execute(_UNDER_ONE_KEY, (document_id, len(beside), beside, document_id)).fetchall()
    return [_current(db, row) for row in rows]


def find_earlier(db: sqlite3.Connection, document: Document) -> Current | None:
    """Of the documents of the same number and date the one that *document* is another version of, or a part of."""
    under_one_key = find_under_one_key(db, document.id)
    candidates = [held for held in under_one_key if may_be_one_document(held.read, document.metadata)]
    if not candidates:
        return None
    body = find_shingles(cut_body(document.text, ((root.address, root.start, root.end) for root in document.tree)))
    measured = [(_measure_kinship(db, held, document, body), -held.seq, held) for held in candidates]
    kinship, _, held = max(measured, key=lambda one: one[:2])
    return held if kinship >= SAME_DOCUMENT else None


def _measure_kinship(db: sqlite3.Connection, held: Current, document: Document, body: Shingles) -> float:
    other, text = read_shingles(db, held.seq), _read_text(db, held.seq)
    overlap = measure_overlap(body, other)
    shorter, longer = sorted((document.text, text), key=len)
    is_part = overlap >= HELD_BY_THE_OTHER or is_beginning(shorter, longer)
    return max(measure_likeness(body, other), overlap * is_part, SAME_DOCUMENT * is_part)


def add_version(db: sqlite3.Connection, held: Current, document: Document, arrival: Arrival) -> tuple[int, str]:
    """Write *document* as a version of *held*; its ``seq``, and what became of it, as :class:`Added` says it.

    It is the current one from now on unless it seems cut short, or its file is older, or was scanned where the one in
    use was not; of what seems cut short itself, any whole text takes the place. What is read anew always is.
    """
    (last,) = db.execute("SELECT max(version) FROM documents WHERE family = ?", (held.family,)).fetchone()
    arrival = replace(arrival, family=held.family, version=last + 1)
    status = _judge(db, held, document, arrival.origin.modified_at)
    if held.removed or arrival.reread or status == "replaced":
        shelve(db, held.seq, held.id)
        seq = insert_document(db, replace(document, id=held.id), arrival)
        renew_record(db, held.family)
        return seq, "added" if held.removed else "replaced"
    seq = insert_document(db, replace(document, id=f"{held.id}#"), arrival)
    shelve(db, seq, held.id)
    return seq, status


def _judge(db: sqlite3.Connection, held: Current, document: Document, modified_at: str | None) -> str:
    """``"replaced"`` where *document* should take the place of *held*, else why not: ``"older"`` or ``"shorter"``."""
    new, used = (document.text, document.metadata), (_read_text(db, held.seq), held.read)
    if _is_cut_short(new, used):
        return "shorter"
    scanned = any(page.confidence is not None for page in document.pages)
    return "replaced" if _is_cut_short(used, new) or _comes_after(held, modified_at, scanned) else "older"


def _is_cut_short(one: tuple[str, Metadata], other: tuple[str, Metadata]) -> bool:
    """Whether the text and record *one* lose what those of *other* print: the signer, the end, or more than half."""
    (text, record), (whole, of_whole) = one, other
    if len(text) >= len(whole):
        return False
    unsigned = bool(of_whole.signer and not record.signer)
    return unsigned or len(text) < len(whole) / 2 or is_beginning(text, whole) or ends_early(text, whole)


def _read_text(db: sqlite3.Connection, seq: int) -> str:
    return str(db.execute("SELECT text FROM documents WHERE seq = ?", (seq,)).fetchone()[0])


def shelve(db: sqlite3.Connection, seq: int, base: str) -> None:
    """Take the text *seq* of the document *base* out of use for another of its family."""
    db.execute(
        "UPDATE documents SET id = ? || '#' || seq, superseded_at = ?, removed_at = coalesce(removed_at, ?)"
        " WHERE seq = ?",
        (base, now(), now(), seq),
    )


def make_current(db: sqlite3.Connection, seq: int, held: Current) -> None:
    """Put the shelved text *seq* in the place of *held*, and into use."""
    shelve(db, held.seq, held.id)
    db.execute("UPDATE documents SET id = ?, superseded_at = NULL, removed_at = NULL WHERE seq = ?", (held.id, seq))
    renew_record(db, held.family)


def renew_record(db: sqlite3.Connection, family: int) -> str:
    """Lay the corrections of *family* over the record of its current text; the id it bears from now on.

    The id follows the record: the former one is kept as another name of the document.
    """
    held = find_current(db, family)
    rows = db.execute("SELECT field, value FROM corrections WHERE family = ?", (family,)).fetchall()
    record = correct(held.read, {row["field"]: row["value"] for row in rows})
    places = ", ".join(f"{column} = ?" for column in METADATA_COLUMNS)
    as_read = metadata_to_json(held.read) if rows else None
    values = (*metadata_to_row(record), as_read, held.seq)
    db.execute(f"UPDATE documents SET {places}, as_read = ? WHERE seq = ?", values)  # noqa: S608 - our own names
    return _rename(db, held, record)


def correct(read: Metadata, corrections: Mapping[str, str]) -> Metadata:
    """*read* with every field of *corrections*, as the table holds their values, in place of what was read."""
    stored = json.loads(metadata_to_json(read)) | {field: json.loads(value) for field, value in corrections.items()}
    return metadata_from_json(json.dumps(stored))


def _rename(db: sqlite3.Connection, held: Current, record: Metadata) -> str:
    wanted = make_id(record, _read_text(db, held.seq))
    if wanted == held.id or held.id.startswith(f"{wanted}~"):
        return held.id
    if db.execute("SELECT 1 FROM documents WHERE id = ?", (wanted,)).fetchone():
        wanted = f"{wanted}~{held.seq}"
    db.execute("UPDATE documents SET id = ? WHERE seq = ?", (wanted, held.seq))
    db.execute("INSERT OR REPLACE INTO former_ids VALUES (?, ?)", (held.id, held.family))
    db.execute("DELETE FROM former_ids WHERE id = ?", (wanted,))
    return wanted


def _comes_after(held: Current, modified_at: str | None, scanned: bool) -> bool:
    if scanned != held.scanned:
        return held.scanned
    return held.modified_at is None or modified_at is None or modified_at >= held.modified_at


def _current(db: sqlite3.Connection, row: sqlite3.Row) -> Current:
    read = metadata_from_json(row["as_read"]) if row["as_read"] else metadata_from_row(row)
    scanned = db.execute(_SCANNED, (row["seq"],)).fetchone() is not None
    removed = row["removed_at"] is not None
    return Current(row["seq"], row["id"], row["family"], removed, read, row["modified_at"], row["read_from"], scanned)
