"""What was recognised of one document, and how surely: ``show --report``."""

from __future__ import annotations

import dataclasses
import datetime
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import fmean
from typing import Any

from ingest.addresses import name_level
from ingest.corrections import CORRECTABLE
from ingest.days import describe_day
from ingest.mentions import Citation
from ingest.miscalled import find_miscalled, say_miscalled
from ingest.models import Document, Finding, PageStart
from ingest.review import FIELD_LABELS, is_doubtful
from ingest.store import Correction, Library, Original, Version
from ingest.store.meaning import Meaning

_LONGEST_QUOTE = 120
_LONGEST_SAMPLE = 60
_MOST_ANCHORS = 40
_SCANNED = "Trang đọc từ ảnh quét"


@dataclass(frozen=True, slots=True)
class Field:
    """One fact of the record.

    Attributes:
        name: Of the field of :class:`ingest.models.Metadata`.
        finding: Where the text says it; ``None`` where the program does not say.
        correction: What a person said instead of what was read.
    """

    name: str
    value: object
    finding: Finding | None
    correction: Correction | None


@dataclass(frozen=True, slots=True)
class Report:
    """All that was recognised of *document*.

    Attributes:
        fields: Those that have a value or were corrected, in the order of a record.
        absent: Names of the others.
        levels: What a level is called -> how many provisions it has, from the top of the tree down.
        cited: Each document that is named, in words -> what it means.
        miscalled: Of those that are called by another type than theirs, both types in words.
    """

    document: Document
    fields: tuple[Field, ...]
    absent: tuple[str, ...]
    levels: dict[str, int]
    cited: dict[str, Meaning]
    miscalled: dict[str, str]
    versions: tuple[Version, ...]
    originals: tuple[Original, ...]


def make_report(library: Library, document_id: str) -> Report:
    """The report of a document in use.

    Raises:
        NotHeldError: If there is none of that id.
    """
    document = library.get(document_id)
    corrections = {one.field: one for one in library.corrections.list_of(document_id)}
    found = {one.field: one for one in reversed(document.findings)}
    fields = tuple(
        Field(name, getattr(document.metadata, name), found.get(name), corrections.get(name)) for name in CORRECTABLE
    )
    meanings = library.citing.find_meanings(document)
    miscalled = find_miscalled(library, meanings)
    return Report(
        document,
        tuple(one for one in fields if one.value or one.correction),
        tuple(one.name for one in fields if not one.value and not one.correction),
        dict(Counter(name_level(node.address) for node in document.walk())),
        {_name_cited(one): meaning for one, meaning in meanings.items()},
        {_name_cited(one): say_miscalled(one.type, own) for one, own in miscalled.items()},
        tuple(library.versions.list_of(document_id)),
        tuple(library.versions.originals(document_id)),
    )


def _name_cited(citation: Citation) -> str:
    return citation.number or citation.name or citation.text


def say_report(report: Report) -> str:
    """The report for a person, ending with how to correct it."""
    document = report.document
    blocks = [
        [f"{document.metadata.label} ({document.id})"],
        ["Hồ sơ đã nhận ra:", *(f"  {line}" for one in report.fields for line in _say_field(one, document))],
        _list("Không thấy trong văn bản", [FIELD_LABELS[name] for name in report.absent]),
        _list("Cấu trúc", [f"{count} {level}" for level, count in report.levels.items()]),
        [f"Văn bản được dẫn: {len(report.cited)}", *_say_cited(report)],
        list(_say_pages(document)),
        list(_say_marks(document)),
        ["Ghi chú khi đọc:", *(f"  {note}" for note in document.notes)] if document.notes else [],
        ["Tệp gốc:", *(f"  {_say_original(one)}" for one in report.originals)],
        [_say_versions(report)] if len(report.versions) > 1 else [],
        [f"Muốn sửa hồ sơ: python -m ingest correct {document.id} --number SỐ --date NGÀY …"],
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block)


def report_to_json(report: Report) -> dict[str, Any]:
    """The stable form of ``show --report --json``; what is absent is ``null`` or ``[]``."""
    document = report.document
    return {
        "id": document.id,
        "fields": [_field_to_json(one, document) for one in report.fields],
        "absent": list(report.absent),
        "levels": report.levels,
        "citations": [
            {"name": name, "resolved": one.resolved, "outcome": one.outcome, "note": report.miscalled.get(name)}
            for name, one in report.cited.items()
        ],
        "pages": [dataclasses.asdict(page) for page in document.pages],
        "tables": [dataclasses.asdict(table) for table in document.tables],
        "anchors": [dataclasses.asdict(anchor) for anchor in document.anchors],
        "saved_from": document.saved_from,
        "notes": list(document.notes),
        "originals": [dataclasses.asdict(one) for one in report.originals],
        "versions": [dataclasses.asdict(one) for one in report.versions],
    }


def say_moment(moment: str | None) -> str:
    """A stored moment on the clock of this machine: ``"05/02/2018 08:30"``."""
    if not moment:
        return "không rõ"
    here = datetime.datetime.fromisoformat(moment).astimezone()
    return f"{describe_day(here)} {here:%H:%M}"


def say_version(version: Version) -> str:
    """Its number, whether it is in use, its file and length, when it came."""
    used = " (đang dùng)" if version.in_use else ""
    came = "máy đọc lại" if version.reread else "thêm"
    changed = f", tệp sửa lần cuối {say_moment(version.modified_at)}" if version.modified_at else ""
    return (
        f"Bản {version.number}{used}: {version.source or 'không rõ tệp'}, {version.length} ký tự, "
        f"{came} {say_moment(version.added_at)}{changed}"
    )


def say_value(value: object) -> str:
    """A value of a record in words."""
    if isinstance(value, datetime.date):
        return describe_day(value)
    return "; ".join(value) if isinstance(value, tuple) and value else str(value or "(không có)")


def _say_field(field: Field, document: Document) -> Iterator[str]:
    label = FIELD_LABELS[field.name].capitalize()
    if field.correction:
        read, when = say_value(field.correction.read), say_moment(field.correction.made_at)
        yield f"{label}: {say_value(field.value)} [người sửa, {when}; máy đọc: {read}]"
        return
    yield f"{label}: {say_value(field.value)}{_say_confidence(field.finding)}"
    if field.finding:
        yield f"  đọc từ: “{_quote(field.finding, document)}”"


def _say_confidence(finding: Finding | None) -> str:
    if finding is None:
        return ""
    return " [nên kiểm tra]" if is_doubtful(finding) else " [chắc chắn]"


def _quote(finding: Finding, document: Document) -> str:
    words = " ".join(document.text[finding.start : finding.end].split())
    return words if len(words) <= _LONGEST_QUOTE else f"{words[:_LONGEST_QUOTE]}…"


def _first_words(document: Document, start: int) -> str:
    """What a reader sees first at *start*."""
    line = document.text[start : start + _LONGEST_SAMPLE].partition("\n")[0].rstrip()
    return f"{line}…" if len(line) == _LONGEST_SAMPLE else line


def _say_cited(report: Report) -> Iterator[str]:
    for name, meaning in report.cited.items():
        candidates = ", ".join((*meaning.held, *meaning.known))
        known = {
            "resolved": f"có trong thư viện: {candidates}",
            "not_held": f"danh mục biết, thư viện chưa có: {candidates}",
            "ambiguous": f"có thể là: {candidates}",
            "unknown": "",
        }
        said = "; ".join(filter(None, (known[meaning.outcome], report.miscalled.get(name))))
        yield f"  {name} ({said})" if said else f"  {name}"


def _say_pages(document: Document) -> Iterator[str]:
    read = [(page, page.confidence) for page in document.pages if page.confidence is not None]
    if not read:
        if document.pages:
            yield f"Trang: {len(document.pages)}, chữ lấy thẳng từ tệp"
        return
    yield f"{_SCANNED}: {len(read)} trên {len(document.pages)} trang, độ tin cậy trung bình {_mean(read):.0%}"
    for page, confidence in read:
        if page.doubtful:
            yield f"  trang {page.number}: {confidence:.0%} [nên kiểm tra]"


def _say_marks(document: Document) -> Iterator[str]:
    if document.tables:
        rows = sum(len(table.rows) for table in document.tables)
        bare = sum(not any(row.header for row in table.rows) for table in document.tables)
        yield f"Bảng: {len(document.tables)}, cộng {rows} dòng" + (f"; {bare} bảng không rõ dòng đầu" if bare else "")
    if document.saved_from:
        yield f"Trang được lưu từ: {document.saved_from}"
    if document.anchors:
        yield f"Neo của trang: {len(document.anchors)}"
        for one in document.anchors[:_MOST_ANCHORS]:
            yield f"  #{one.name}: “{_first_words(document, one.start)}”"
        if len(document.anchors) > _MOST_ANCHORS:
            yield f"  … còn {len(document.anchors) - _MOST_ANCHORS} neo nữa, xem hết bằng: --report --json"


def _mean(read: list[tuple[PageStart, float]]) -> float:
    return fmean(confidence for _, confidence in read)


def _say_original(original: Original) -> str:
    kind = f"{original.origin.kind}, " if original.origin.kind else ""
    size = f"{original.size:,}".replace(",", ".")
    changed = f", sửa lần cuối {say_moment(original.origin.modified_at)}" if original.origin.modified_at else ""
    return f"{original.name} ({kind}{size} byte{changed}; bản {original.version})"


def _say_versions(report: Report) -> str:
    used = next((one.number for one in report.versions if one.in_use), None)
    return f"Có {len(report.versions)} bản, đang dùng bản {used}; xem: python -m ingest versions {report.document.id}"


def _list(label: str, words: list[str]) -> list[str]:
    return [f"{label}: {', '.join(words)}"] if words else []


def _field_to_json(field: Field, document: Document) -> dict[str, Any]:
    finding, correction = field.finding, field.correction
    return {
        "field": field.name,
        "value": _plain(field.value),
        "words": document.text[finding.start : finding.end] if finding else None,
        "start": finding.start if finding else None,
        "end": finding.end if finding else None,
        "confidence": finding.confidence if finding else None,
        "corrected_at": correction.made_at if correction else None,
        "read": _plain(correction.read) if correction else None,
    }


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime.date) else list(value) if isinstance(value, tuple) else value
