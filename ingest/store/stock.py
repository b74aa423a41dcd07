"""What the library holds, without its texts: records, who names whom, where passages and provisions stand."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from ingest.models import Metadata
from ingest.store.library import Library
from ingest.store.rows import METADATA_COLUMNS, metadata_from_row, read_day


@dataclass(frozen=True, slots=True)
class Naming:
    """A document names another; the fields are those of the citation.

    Attributes:
        document_id: Of the document that names.
        start: First character of the mention in it.
    """

    document_id: str
    start: int
    number: str | None
    name: str | None
    term: str | None
    date: datetime.date | None
    type: str | None = None


@dataclass(frozen=True, slots=True)
class Stock:
    """Of one state of the library; documents in use alone.

    Attributes:
        records: Id -> record, in the order of arrival.
        namings: In the order of arrival and of the text.
        owners: Id of every passage -> id of its document.
    """

    state: str
    records: dict[str, Metadata]
    namings: tuple[Naming, ...]
    owners: dict[int, str]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a passage stands.

    Attributes:
        headings: From root to leaf, as printed.
    """

    passage_id: int
    document_id: str
    address: str
    headings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Slice:
    """A passage by its number, its words, and what stands above it.

    Attributes:
        headings: From root to leaf, as printed.
    """

    passage_id: int
    headings: tuple[str, ...]
    text: str


def read_slices(library: Library, document_id: str) -> list[Slice]:
    """The passages of a document in use, in the order of the text; none of any other."""
    rows = library._select(
        "SELECT p.id, p.start, p.end, p.headings, d.seq FROM passages p JOIN documents d ON d.seq = p.document"
        " WHERE d.id = ? AND d.removed_at IS NULL ORDER BY p.start",
        (document_id,),
    )
    if not rows:
        return []
    text: str = library._select("SELECT text FROM documents WHERE seq = ?", (rows[0]["seq"],))[0]["text"]
    return [Slice(row["id"], _headings(row["headings"]), text[row["start"] : row["end"]]) for row in rows]


def read_stock(library: Library) -> Stock:
    """Records and mentions of all documents in use."""
    state = library.state
    columns = ", ".join(("id", *METADATA_COLUMNS))
    documents = library._select(f"SELECT {columns} FROM documents WHERE removed_at IS NULL ORDER BY seq")  # noqa: S608 - ours
    mentions = library._select(
        "SELECT d.id, c.start, c.number, c.name, c.term, c.date, c.type FROM citations c"
        " JOIN documents d ON d.seq = c.document"
        " WHERE d.removed_at IS NULL ORDER BY c.document, c.start"
    )
    namings = (Naming(row[0], row[1], row[2], row[3], row[4], read_day(row[5]), row[6]) for row in mentions)
    owners = library._select(
        "SELECT p.id, d.id FROM passages p JOIN documents d ON d.seq = p.document WHERE d.removed_at IS NULL"
    )
    return Stock(
        state,
        {row["id"]: metadata_from_row(row) for row in documents},
        tuple(namings),
        {row[0]: row[1] for row in owners},
    )


def find_standings(library: Library) -> list[Standing]:
    """Every passage of the documents in use, in the order of arrival and of the text."""
    rows = library._select(
        "SELECT p.id, d.id, p.address, p.headings FROM passages p JOIN documents d ON d.seq = p.document"
        " WHERE d.removed_at IS NULL ORDER BY p.id"
    )
    return [Standing(row[0], row[1], row[2], _headings(row[3])) for row in rows]


def find_passage_ids(library: Library, namings: Iterable[Naming]) -> list[int]:
    """Ids of the passages in which these mentions stand, in order, none twice."""
    query = (
        "SELECT p.id FROM passages p JOIN documents d ON d.seq = p.document"
        " WHERE d.id = ? AND p.start <= ? AND ? < p.end"
    )
    rows = (row for one in namings for row in library._select(query, (one.document_id, one.start, one.start)))
    return sorted({int(row[0]) for row in rows})


def find_spans(library: Library, places: Iterable[tuple[str, str]]) -> dict[tuple[str, str], tuple[int, int]]:
    """Start and end of provisions of documents in use, each named by document and address; no tree is built."""
    query = (
        "SELECT p.start, p.end FROM provisions p JOIN documents d ON d.seq = p.document"
        " WHERE d.id = ? AND d.removed_at IS NULL AND p.address = ?"
    )
    return {place: (row[0], row[1]) for place in set(places) for row in library._select(query, place)}


def find_addresses(library: Library, places: Iterable[tuple[str, int]]) -> dict[tuple[str, int], str]:
    """The innermost provision around each place of documents in use, named by document and character.

    Places outside of every provision are left out.
    """
    query = (
        "SELECT p.address FROM provisions p JOIN documents d ON d.seq = p.document"
        " WHERE d.id = ? AND d.removed_at IS NULL AND p.start <= ? AND ? < p.end ORDER BY p.position DESC LIMIT 1"
    )
    return {(one, at): str(row[0]) for one, at in set(places) for row in library._select(query, (one, at, at))}


@lru_cache(maxsize=4096)
def _headings(raw: str) -> tuple[str, ...]:
    return tuple(json.loads(raw))
