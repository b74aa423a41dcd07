"""Where mentions stand, and which provision of the cited document they are about; read for many at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from ingest.store.connection import chunks
from ingest.store.library import Library

_CLAUSES = """
    SELECT d.id, r.cited, r.path FROM provision_references r JOIN documents d ON d.seq = r.document
    WHERE d.removed_at IS NULL AND r.cited IS NOT NULL AND d.id IN (MARKS) ORDER BY d.seq, r.position
"""
_KINDS = """
    SELECT d.id, r.cited, r.kind FROM relations r JOIN documents d ON d.seq = r.document
    WHERE d.removed_at IS NULL AND r.subject IS NULL AND r.cited IS NOT NULL AND d.id IN (MARKS)
    ORDER BY d.seq, r.position
"""
_INNERMOST = """
    SELECT p.address FROM provisions p JOIN documents d ON d.seq = p.document
    WHERE d.id = ? AND d.removed_at IS NULL AND p.start <= ? AND ? < p.end ORDER BY p.position DESC LIMIT 1
"""
_AROUND = """
    SELECT p.start,
        (SELECT min(c.start) FROM provisions c WHERE c.document = p.document AND c.parent = p.position) first
    FROM provisions p JOIN documents d ON d.seq = p.document
    WHERE d.id = ? AND d.removed_at IS NULL AND p.start <= ? AND ? < p.end ORDER BY p.position DESC
"""
_PROVISIONS = """
    SELECT p.address FROM provisions p JOIN documents d ON d.seq = p.document
    WHERE d.id = ? AND d.removed_at IS NULL ORDER BY p.position
"""
_WITHIN = """
    SELECT p.id FROM passages p JOIN documents d ON d.seq = p.document
    WHERE d.id = ? AND d.removed_at IS NULL AND p.start < ? AND ? < p.end ORDER BY p.id
"""
Found = dict[tuple[str, int], tuple[str, ...]]
"""A mention, by the id of the document it stands in and where it starts there -> what is said of it, in order."""


def find_clauses(library: Library, document_ids: Iterable[str]) -> Found:
    """The paths of the provisions that the mentions in *document_ids* name of the documents they cite."""
    return _gather(library, _CLAUSES, document_ids)


def find_kinds(library: Library, document_ids: Iterable[str]) -> Found:
    """What the *document_ids* themselves do to the documents they mention: ``"based_on"``, ``"replaces"``."""
    return _gather(library, _KINDS, document_ids)


def find_innermost(library: Library, document_id: str, at: int) -> str | None:
    """The address of the smallest provision that the character *at* stands in."""
    return next((str(row["address"]) for row in library._select(_INNERMOST, (document_id, at, at))), None)


def find_leads(library: Library, document_id: str, at: int) -> Iterator[tuple[int, int]]:
    """Of each provision around the character *at*, the innermost first, the span above what stands within it."""
    for row in library._select(_AROUND, (document_id, at, at)):
        if row["first"] is not None and row["first"] <= at:
            yield row["start"], row["first"]


def list_addresses(library: Library, document_id: str) -> list[str]:
    """Every provision of a document in use, in the order of the text; no tree is built."""
    return [str(row["address"]) for row in library._select(_PROVISIONS, (document_id,))]


def find_passages_within(library: Library, document_id: str, start: int, end: int) -> list[int]:
    """Ids of the passages of a document in use that reach into ``[start, end)``, in the order of the text."""
    return [int(row["id"]) for row in library._select(_WITHIN, (document_id, end, start))]


def _gather(library: Library, query: str, document_ids: Iterable[str]) -> Found:
    found: dict[tuple[str, int], dict[str, None]] = defaultdict(dict)
    for document_id, cited, words in _read(library, query, sorted(set(document_ids))):
        found[document_id, cited][words] = None
    return {place: tuple(said) for place, said in found.items()}


def _read(library: Library, query: str, document_ids: Sequence[str]) -> Iterator[tuple[str, int, str]]:
    for chunk in chunks(document_ids):
        for row in library._select(query.replace("MARKS", ", ".join("?" * len(chunk))), chunk):
            yield row[0], row[1], row[2]
