"""Values <-> rows."""

from __future__ import annotations

import datetime
import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from ingest.marks import Anchor, Row, Table, TableHeader
from ingest.mentions import Citation, Reference
from ingest.models import Document, Finding, Metadata, PageStart, Passage, Provision
from ingest.relating.relation import TextRelation

METADATA_COLUMNS = (
    "type",
    "number",
    "title",
    "issuer",
    "place",
    "date",
    "event_date",
    "signer",
    "signer_role",
    "power",
    "recipients",
    "enclosed",
    "secrecy",
    "urgency",
    "source",
)
ProvisionRow = tuple[int, int | None, str, str | None, int, int, int]


def metadata_to_row(metadata: Metadata) -> tuple[str | None, ...]:
    """The values of ``METADATA_COLUMNS``."""
    return (
        metadata.type,
        metadata.number,
        metadata.title,
        metadata.issuer,
        metadata.place,
        _day_to_text(metadata.date),
        _day_to_text(metadata.event_date),
        metadata.signer,
        metadata.signer_role,
        metadata.power,
        json.dumps(metadata.recipients, ensure_ascii=False),
        metadata.enclosed,
        metadata.secrecy,
        metadata.urgency,
        metadata.source,
    )


def metadata_from_row(row: sqlite3.Row | Mapping[str, Any]) -> Metadata:
    """The record in a row that has ``METADATA_COLUMNS``."""
    fields: dict[str, Any] = {name: row[name] for name in METADATA_COLUMNS}
    fields["date"], fields["event_date"] = read_day(row["date"]), read_day(row["event_date"])
    fields["recipients"] = tuple(json.loads(row["recipients"] or "[]"))
    return Metadata(**fields)


def metadata_to_json(metadata: Metadata) -> str:
    """All of ``METADATA_COLUMNS`` in one column."""
    return json.dumps(dict(zip(METADATA_COLUMNS, metadata_to_row(metadata), strict=True)), ensure_ascii=False)


def metadata_from_json(raw: str) -> Metadata:
    """The way back; a field that is missing is empty."""
    return metadata_from_row(dict.fromkeys(METADATA_COLUMNS) | {"recipients": "[]"} | json.loads(raw))


def provisions_to_rows(tree: Iterable[Provision]) -> Iterator[ProvisionRow]:
    """Position, parent's position, address, heading, start, end, text_start; parents before children."""
    counter = iter(range(1_000_000_000))

    def walk(nodes: Iterable[Provision], parent: int | None) -> Iterator[ProvisionRow]:
        for node in nodes:
            position = next(counter)
            yield position, parent, node.address, node.heading, node.start, node.end, node.text_start
            yield from walk(node.children, position)

    return walk(tree, None)


def provisions_from_rows(rows: Iterable[sqlite3.Row]) -> tuple[Provision, ...]:
    """The roots; *rows* in the order of their positions."""
    below: dict[int | None, list[sqlite3.Row]] = defaultdict(list)
    for row in rows:
        below[row["parent"]].append(row)

    def build(parent: int | None) -> tuple[Provision, ...]:
        return tuple(
            Provision(r["address"], r["heading"], r["start"], r["end"], r["text_start"], build(r["position"]))
            for r in below[parent]
        )

    return build(None)


def citation_from_row(row: sqlite3.Row, text: str) -> Citation:
    """The mention whose words are a slice of *text*."""
    words = text[row["start"] : row["end"]]
    day = read_day(row["date"])
    return Citation(row["start"], row["end"], words, row["type"], row["number"], row["name"], row["term"], day)


def citation_to_row(citation: Citation) -> tuple[int, int, str | None, str | None, str | None, str | None, str | None]:
    """Start, end, type, number, name, term, date."""
    c = citation
    return c.start, c.end, c.type, c.number, c.name, c.term, _day_to_text(c.date)


def passage_from_row(row: sqlite3.Row, text: str) -> Passage:
    """The passage of the document that says *text*; the row has the document's id as ``document_id``."""
    headings, start, end = tuple(json.loads(row["headings"])), row["start"], row["end"]
    first, last = row["header_start"], row["header_end"]
    header = None if first is None else TableHeader(first, last, text[first:last])
    return Passage(row["document_id"], row["address"], headings, start, end, text[start:end], header)


def passage_to_row(passage: Passage) -> tuple[str, str, int, int, int | None, int | None]:
    """Address, headings, start, end, and start and end of the header of its table."""
    p, header = passage, passage.table_header
    first, last = (header.start, header.end) if header else (None, None)
    return p.address, json.dumps(p.headings, ensure_ascii=False), p.start, p.end, first, last


def document_from_rows(row: sqlite3.Row, below: Callable[[str], Iterable[sqlite3.Row]]) -> Document:
    """The whole document; *below* gives the rows of a table that belong to it, in order."""
    text = row["text"]
    return Document(
        row["id"],
        text,
        metadata_from_row(row),
        provisions_from_rows(below("provisions")),
        tuple(citation_from_row(citation, text) for citation in below("citations")),
        tuple(PageStart(r["number"], r["start"], r["confidence"]) for r in below("pages")),
        tuple(Finding(r["field"], r["start"], r["end"], r["confidence"]) for r in below("findings")),
        tuple(json.loads(row["notes"])),
        tuple(Reference(r["start"], r["end"], r["path"], r["cited"]) for r in below("references")),
        _tables_from_rows(below("table_rows")),
        tuple(Anchor(r["name"], r["start"]) for r in below("anchors")),
        row["saved_from"],
        tuple(relation_from_row(r) for r in below("relations")),
    )


RELATION_COLUMNS = ("kind", "cited", "start", "end", "clause", "since", "certainty", "subject", "whole")
TIED = ""
"""In place of the day of a relation whose text ties it to something else; nothing where it says nothing."""


def relation_to_row(one: TextRelation) -> tuple[str | int | float | None, ...]:
    """The columns of its table in their order, the day as ISO 8601."""
    what, about = (one.kind, one.cited, one.start, one.end), (one.certainty, one.subject, int(one.whole))
    return *what, one.clause, TIED if one.tied else _day_to_text(one.since), *about


def relation_from_row(row: sqlite3.Row) -> TextRelation:
    """The relation whose :func:`relation_to_row` was kept."""
    kind, cited, start, end, clause, since, certainty, subject, whole = (row[name] for name in RELATION_COLUMNS)
    day, tied = read_day(since), since == TIED
    return TextRelation(kind, cited, start, end, clause, day, certainty, subject, bool(whole), tied)


def _tables_from_rows(rows: Iterable[sqlite3.Row]) -> tuple[Table, ...]:
    tables = groupby(rows, key=lambda row: int(row["number"]))
    return tuple(Table(tuple(Row(r["start"], r["end"], bool(r["header"])) for r in own)) for _, own in tables)


def read_day(text: str | None) -> datetime.date | None:
    """A day as the tables keep it, ISO 8601."""
    return datetime.date.fromisoformat(text) if text else None


def _day_to_text(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None
