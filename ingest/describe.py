"""Documents for people and for programs: dates in words, a card, the JSON of ``show --json``."""

from __future__ import annotations

import dataclasses
import datetime
from typing import Any

from ingest.models import Citation, Document, Metadata, Provision
from ingest.store import Library


def describe_date(metadata: Metadata) -> str:
    """The day of issue, else the day of the meeting, said to be that."""
    if metadata.date:
        return _day(metadata.date)
    return f"ngày họp {_day(metadata.event_date)}" if metadata.event_date else "không rõ ngày"


def describe_metadata(document_id: str, metadata: Metadata) -> list[tuple[str, str]]:
    """Label and value of every field that the document prints."""
    fields = (
        ("Mã", document_id),
        ("Loại", metadata.type),
        ("Số, ký hiệu", metadata.number),
        ("Trích yếu", metadata.title),
        ("Cơ quan ban hành", metadata.issuer),
        ("Nơi ban hành", metadata.place),
        ("Ngày ban hành", _day(metadata.date) if metadata.date else None),
        ("Ngày họp", _day(metadata.event_date) if metadata.event_date else None),
        ("Người ký", ", ".join(part for part in (metadata.signer, metadata.signer_role) if part)),
        ("Nơi nhận", "; ".join(metadata.recipients)),
        ("Tệp gốc", metadata.source),
    )
    return [(label, value) for label, value in fields if value]


def document_to_json(document: Document, library: Library) -> dict[str, Any]:
    """The stable form of ``show --json``; offsets are into ``text``."""
    record = dataclasses.asdict(document.metadata)
    for field in ("date", "event_date"):
        record[field] = record[field].isoformat() if record[field] else None
    return {
        "metadata": {"id": document.id, **record, "recipients": list(document.metadata.recipients)},
        "text": document.text,
        "tree": [provision_to_json(root) for root in document.tree],
        "citations": [citation_to_json(citation, library) for citation in document.citations],
    }


def provision_to_json(node: Provision) -> dict[str, Any]:
    """Address, heading (``null`` without one), span and children."""
    return {
        "address": node.address,
        "heading": node.heading,
        "start": node.start,
        "end": node.end,
        "children": [provision_to_json(child) for child in node.children],
    }


def citation_to_json(citation: Citation, library: Library) -> dict[str, Any]:
    """The mention, and the id of the held document it resolves to."""
    fields = dataclasses.asdict(citation)
    fields["date"] = citation.date.isoformat() if citation.date else None
    return {**fields, "resolved": library.resolve(citation)}


def _day(day: datetime.date) -> str:
    return day.strftime("%d/%m/%Y")
