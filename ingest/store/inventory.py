"""Everything that is held, a row a document: its record, what a person should check, where it came from, where it lies.

No text is read, so that a library of thousands is listed at once.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from ingest.models import Finding, Metadata
from ingest.review import find_doubtful_fields, weigh_doubts
from ingest.store.library import Library
from ingest.store.rows import METADATA_COLUMNS, metadata_from_row

_WEB = ("http://", "https://")
_DOCUMENTS = f"""
    SELECT d.seq, d.id, d.added_at, d.notes, r.reviewed_at IS NOT NULL AS reviewed, o.place AS came_from,
        (SELECT count(*) FROM documents v WHERE v.family = d.family) AS versions,
        {", ".join(f"d.{column}" for column in METADATA_COLUMNS)}
    FROM documents d LEFT JOIN reviews r ON r.document = d.seq LEFT JOIN originals o ON o.hash = d.read_from
    WHERE d.removed_at IS NULL ORDER BY d.seq
"""  # noqa: S608 -- our own columns
_FINDINGS = (
    "SELECT f.document, f.field, f.start, f.end, f.confidence FROM findings f JOIN documents d ON d.seq = f.document"
    " WHERE d.removed_at IS NULL ORDER BY f.document, f.position"
)
_CORRECTED = (
    "SELECT d.seq, c.field FROM corrections c JOIN documents d ON d.family = c.family WHERE d.removed_at IS NULL"
)


@dataclass(frozen=True, slots=True)
class Item:
    """A document in use.

    Attributes:
        added_at: UTC, ISO 8601, of the version in use.
        doubts: What a person should check, each a phrase in Vietnamese; empty once a person has looked at it.
        doubtful: Fields of the record that are not surely read and not corrected, whether looked at or not.
        reviewed: Whether a person has looked at this text and found it right.
        corrected: Fields of the record that a person corrected.
        fetched_from: Address on the web that its file was fetched from; ``None`` where somebody brought it.
        versions: How many texts of it are kept.
        collections: Names of those it lies in.
    """

    id: str
    metadata: Metadata
    added_at: str
    doubts: tuple[str, ...]
    doubtful: tuple[str, ...]
    reviewed: bool
    corrected: frozenset[str]
    fetched_from: str | None
    versions: int
    collections: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """How much is held: documents in use, those removed, passages in use, files, bytes of the files."""

    documents: int
    removed: int
    passages: int
    originals: int
    bytes_of_originals: int


def take_inventory(library: Library) -> list[Item]:
    """Every document in use, in the order of arrival."""
    findings: dict[int, list[Finding]] = defaultdict(list)
    for row in library._select(_FINDINGS):
        findings[row["document"]].append(Finding(row["field"], row["start"], row["end"], row["confidence"]))
    corrected: dict[int, set[str]] = defaultdict(set)
    for row in library._select(_CORRECTED):
        corrected[row["seq"]].add(row["field"])
    names = library.collections.name_all()
    return [
        _make_item(row, findings.get(row["seq"], ()), corrected.get(row["seq"], frozenset()), names)
        for row in library._select(_DOCUMENTS)
    ]


def _make_item(
    row: sqlite3.Row, findings: Collection[Finding], corrected: Collection[str], names: Mapping[str, tuple[str, ...]]
) -> Item:
    reviewed, place = bool(row["reviewed"]), row["came_from"] or ""
    return Item(
        row["id"],
        metadata_from_row(row),
        row["added_at"],
        () if reviewed else weigh_doubts(findings, json.loads(row["notes"]), corrected),
        tuple(field for field in find_doubtful_fields(findings) if field not in corrected),
        reviewed,
        frozenset(corrected),
        place if place.startswith(_WEB) else None,
        row["versions"],
        names.get(row["id"], ()),
    )


def count_held(library: Library) -> Counts:
    """How much the library holds."""
    (row,) = library._select(
        "SELECT (SELECT count(*) FROM documents WHERE removed_at IS NULL) AS documents,"
        " (SELECT count(*) FROM documents WHERE removed_at IS NOT NULL AND superseded_at IS NULL) AS removed,"
        " (SELECT count(*) FROM passages p JOIN documents d ON d.seq = p.document WHERE d.removed_at IS NULL)"
        " AS passages, (SELECT count(*) FROM originals) AS originals,"
        " (SELECT coalesce(sum(length(content)), 0) FROM originals) AS bytes_of_originals"
    )
    return Counts(*row)
