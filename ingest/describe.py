"""Documents for people and for programs: dates in words, a record, the JSON of ``show --json``."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ingest.citing.resolving import Places
from ingest.days import describe_day
from ingest.language import tr
from ingest.mentions import Citation
from ingest.models import Document, Metadata, PageStart, Provision
from ingest.store import Library
from ingest.store.meaning import Meaning

EMPTY_LIBRARY = "Thư viện chưa có văn bản. Hãy thêm: python -m ingest add TỆP"
RECIPIENTS_LABEL = "Nơi nhận"
"""In a record: the row that may be long, so that whoever draws it may fold it."""

TABLE_HEADER = "Đầu bảng"
_SCANNED = "Từ ảnh quét, trang kém rõ nhất {share}; hãy đối chiếu với bản gốc"


def describe_date(metadata: Metadata) -> str:
    """The day of issue, else the day of the meeting, said to be that."""
    if metadata.date:
        return describe_day(metadata.date)
    if metadata.event_date:
        return tr("ngày họp {day}", day=describe_day(metadata.event_date))
    return tr("không rõ ngày")


def describe_scan(pages: Iterable[PageStart]) -> str | None:
    """That pages were read from pictures, with the least clear of them; ``None`` where none was."""
    confidences = [page.confidence for page in pages if page.confidence is not None]
    if not confidences:
        return None
    return tr(_SCANNED, share=f"{min(confidences):.0%}")


def describe_metadata(metadata: Metadata) -> list[tuple[str, str]]:
    """The record of a document, label and value: every field that it prints, the file it came from."""
    fields = (
        ("Loại", metadata.type),
        ("Số, ký hiệu", metadata.number),
        ("Trích yếu", metadata.title),
        ("Cơ quan ban hành", metadata.issuer),
        ("Nơi ban hành", metadata.place),
        ("Ngày ban hành", describe_day(metadata.date) if metadata.date else None),
        ("Ngày họp", describe_day(metadata.event_date) if metadata.event_date else None),
        ("Người ký", ", ".join(part for part in (metadata.signer, metadata.power, metadata.signer_role) if part)),
        ("Văn bản kèm theo", metadata.enclosed),
        ("Độ mật", metadata.secrecy),
        ("Độ khẩn", metadata.urgency),
        (RECIPIENTS_LABEL, "; ".join(metadata.recipients)),
        ("Tệp gốc", metadata.source),
    )
    return [(label, value) for label, value in fields if value]


def document_to_json(document: Document, library: Library) -> dict[str, Any]:
    """The stable form of ``show --json``; offsets are into ``text``."""
    meanings = library.citing.find_meanings(document)
    return {
        "metadata": metadata_to_json(document.id, document.metadata),
        "text": document.text,
        "tree": [provision_to_json(root) for root in document.tree],
        "citations": [citation_to_json(citation, meaning) for citation, meaning in meanings.items()],
        "references": list(references_to_json(document, meanings, library)),
        "pages": [dataclasses.asdict(page) for page in document.pages],
        "tables": [dataclasses.asdict(table) for table in document.tables],
        "anchors": [dataclasses.asdict(anchor) for anchor in document.anchors],
        "saved_from": document.saved_from,
        "findings": [dataclasses.asdict(finding) for finding in document.findings],
        "notes": list(document.notes),
    }


def metadata_to_json(document_id: str, metadata: Metadata) -> dict[str, Any]:
    """Every field; what is absent is ``null`` or ``[]``."""
    record = dataclasses.asdict(metadata)
    for field in ("date", "event_date"):
        record[field] = record[field].isoformat() if record[field] else None
    return {"id": document_id, **record, "recipients": list(metadata.recipients)}


def provision_to_json(node: Provision) -> dict[str, Any]:
    """Address, heading (``null`` without one), span and children."""
    return {
        "address": node.address,
        "heading": node.heading,
        "start": node.start,
        "end": node.end,
        "children": [provision_to_json(child) for child in node.children],
    }


def citation_to_json(citation: Citation, meaning: Meaning) -> dict[str, Any]:
    """The mention; the id of the held document it resolves to, else ``null``; the ids of all that it may mean."""
    fields = dataclasses.asdict(citation)
    fields["date"] = citation.date.isoformat() if citation.date else None
    candidates = [*meaning.held, *meaning.known]
    return {**fields, "resolved": meaning.resolved, "outcome": meaning.outcome, "candidates": candidates}


def references_to_json(
    document: Document, meanings: Mapping[Citation, Meaning], library: Library
) -> Iterator[dict[str, Any]]:
    """The mentions of provisions, each with the held document and the address that it resolves to, else ``null``.

    Where "Điều 1" of a cited document may be its own or that of the text it encloses, both are candidates.
    """
    held = {citation.start: meaning.resolved for citation, meaning in meanings.items()}
    own = Places(document)
    cited: dict[str, Places] = {}
    for one in document.references:
        key: str | None = document.id
        address = own.resolve(one)
        candidates: tuple[str, ...] = () if address is None else (address,)
        if one.cited is not None:
            key = held[one.cited]
            if key:
                cited.setdefault(key, Places(library.get(key)))
            candidates = cited[key].find_named(one.path) if key else ()
            address = candidates[0] if len(candidates) == 1 else None
        resolved = {"document": key, "address": address, "candidates": list(candidates)}
        yield {**dataclasses.asdict(one), "resolved": resolved}
