"""What of a library is not as it was kept: texts, what is cut out of them, records, mentions, files; all by name."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.errors import LibraryError
from ingest.language import tr
from ingest.safekeeping.archive import Report
from ingest.store import Library, hash_content
from ingest.store.connection import explained
from ingest.store.families import correct
from ingest.store.rows import metadata_from_json, metadata_from_row, metadata_to_row
from ingest.store.sealing import is_broken

_SPANS = (
    ("passages", "start", "end"),
    ("passages", "header_start", "header_end"),
    ("citations", "start", "end"),
    ("provisions", "start", "end"),
    ("findings", "start", "end"),
    ("provision_references", "start", "end"),
    ("relations", "start", "end"),
    ("table_rows", "start", "end"),
)
"""Tables of slices of texts, with the columns of their ends."""
_MENTIONED = (("provision_references", "cited"), ("relations", "cited"), ("relations", "subject"))
"""Tables that speak of a mention in the same text, with the column that says where it begins."""
_LOOSE = (
    "SELECT 1 FROM {table} r WHERE r.document = ? AND r.{column} IS NOT NULL AND NOT EXISTS"
    " (SELECT 1 FROM citations c WHERE c.document = r.document AND c.start = r.{column}) LIMIT 1"
)
_HOMELESS = (
    "SELECT 1 FROM passages p WHERE p.document = ? AND NOT EXISTS"
    " (SELECT 1 FROM provisions v WHERE v.document = p.document AND v.address = p.address) LIMIT 1"
)
_ORPHANS = (
    "SELECT 1 FROM provisions p WHERE p.document = ? AND p.parent IS NOT NULL AND NOT EXISTS"
    " (SELECT 1 FROM provisions v WHERE v.document = p.document AND v.position = p.parent) LIMIT 1"
)


@dataclass(frozen=True, slots=True)
class Unsound:
    """A text of which something is not as it was kept.

    Attributes:
        id: Of the document as far as it can be read.
        text: Whether the text itself is changed.
    """

    seq: int
    id: str
    text: bool


@dataclass(frozen=True, slots=True)
class BadOriginal:
    """A kept file whose bytes are not those that were added.

    Attributes:
        rowid: Where it lies.
        name: Of the file.
        document_id: Of the document that was read from it.
        hash: Under which it is kept.
        found: The hash of the bytes that are there.
    """

    rowid: int
    name: str
    document_id: str
    hash: str
    found: str


def find_unsound(library: Library, report: Report) -> Iterator[Unsound]:
    """Every text, in use or not, of which something is changed."""
    step = tr("Đang đối chiếu nguyên văn")
    texts = library._select("SELECT seq, CAST(id AS BLOB) AS id FROM documents ORDER BY seq")
    for done, row in enumerate(texts, 1):
        text = read_text(library, row["seq"])
        if text is None or not _is_sound(library, row["seq"], text):
            yield Unsound(row["seq"], row["id"].decode(errors="replace"), text is None)
        report(step, done, len(texts))


def read_text(library: Library, seq: int) -> str | None:
    """The text if it is the one that was kept."""
    (row,) = library._select("SELECT CAST(text AS BLOB) AS text, text_hash FROM documents WHERE seq = ?", (seq,))
    if hash_content(row["text"]) != row["text_hash"]:
        return None
    return str(row["text"].decode(errors="replace"))


def _is_sound(library: Library, seq: int, text: str) -> bool:
    """Whether all that is cut out of the *text* lies in it as it was cut, and nothing speaks of what is not there."""
    try:
        with explained(library._access.file):
            if is_broken(library._db, seq) or not _is_record_as_said(library._db, seq):
                return False
        return _lies_in(library, seq, text) and _speaks_of_what_is_there(library, seq)
    except (LibraryError, ValueError, KeyError, TypeError):  # rows that cannot even be read
        return False


def _is_record_as_said(db: sqlite3.Connection, seq: int) -> bool:
    """Whether the record in use is what was read, with what persons corrected laid over it."""
    row = db.execute("SELECT * FROM documents WHERE seq = ?", (seq,)).fetchone()
    if row["superseded_at"] is not None:
        return True
    read = metadata_from_json(row["as_read"]) if row["as_read"] else metadata_from_row(row)
    corrected = db.execute("SELECT field, value FROM corrections WHERE family = ?", (row["family"],)).fetchall()
    record = correct(read, {one["field"]: one["value"] for one in corrected})
    return metadata_to_row(metadata_from_row(row)) == metadata_to_row(record)


def _lies_in(library: Library, seq: int, text: str) -> bool:
    for table, start, end in _SPANS:
        spans = _read_spans(library, table, start, end, seq)
        if not all(0 <= span[0] <= span[1] <= len(text) for span in spans):
            return False
    citations = _read_spans(library, "citations", "start", "end", seq)
    passages = _read_spans(library, "passages", "start", "end", seq)
    return all(_is_of_whole_words(text, *span) for span in citations) and _follow_one_another(text, passages)


def _speaks_of_what_is_there(library: Library, seq: int) -> bool:
    """Whether what is said of a mention is of one that there is, and every passage stands in a provision."""
    queries = [_LOOSE.format(table=table, column=column) for table, column in _MENTIONED]
    return not any(library._select(query, (seq,)) for query in (*queries, _HOMELESS, _ORPHANS))


def _read_spans(library: Library, table: str, start: str, end: str, seq: int) -> list[tuple[int, int]]:
    query = f"SELECT {start}, {end} FROM {table} WHERE document = ? AND {start} IS NOT NULL ORDER BY {start}"  # noqa: S608 -- ours
    return [(row[0], row[1]) for row in library._select(query, (seq,))]


def _is_of_whole_words(text: str, start: int, end: int) -> bool:
    """Whether a slice neither begins nor ends within a word, nor at a space: one that does has been moved."""
    words = text[start:end]
    return bool(words) and words == words.strip() and not (_is_inside(text, start) or _is_inside(text, end))


def _is_inside(text: str, place: int) -> bool:
    return text[max(0, place - 1) : place].isalnum() and text[place : place + 1].isalnum()


def _follow_one_another(text: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether no letter stands in two passages, and each begins and ends at a space or where the next one does."""
    if not all(before[1] <= after[0] for before, after in pairwise(spans)):
        return False
    starts, ends = {start for start, _ in spans}, {end for _, end in spans}
    return all(
        text[start:end].strip() == text[start:end] != ""
        and (start == 0 or start in ends or text[start - 1].isspace())
        and (end == len(text) or end in starts or text[end].isspace())
        for start, end in spans
    )


def find_bad_originals(library: Library, report: Report) -> Iterator[BadOriginal]:
    """Every kept file that is not as it was added."""
    step = tr("Đang đối chiếu tệp gốc")
    rows = library._select("SELECT rowid FROM originals ORDER BY rowid")
    query = (
        "SELECT CAST(o.name AS BLOB) AS name, CAST(o.hash AS BLOB) AS hash, CAST(d.id AS BLOB) AS id, content"
        " FROM originals o LEFT JOIN documents d ON d.seq = o.document WHERE o.rowid = ?"
    )
    for done, (rowid,) in enumerate(rows, 1):
        (row,) = library._select(query, (rowid,))
        name, held, document = (str((row[key] or b"?").decode(errors="replace")) for key in ("name", "hash", "id"))
        if (found := hash_content(row["content"])) != held:
            yield BadOriginal(rowid, name, document, held, found)
        report(step, done, len(rows))
