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
from ingest.language import tr
from ingest.mentions import Citation
from ingest.miscalled import find_miscalled, say_miscalled
from ingest.models import Document, Finding, PageStart
from ingest.retelling import retell
from ingest.review import FIELD_LABELS, is_doubtful
from ingest.store import Correction, Library, Original, Version
from ingest.store.meaning import Meaning

_LONGEST_QUOTE = 120
_LONGEST_SAMPLE = 60
_MOST_ANCHORS = 40
_SCANNED = "Trang đọc từ ảnh quét: {scanned} trên {pages} trang, độ tin cậy trung bình {share}"
_CORRECTED = "{label}: {value} [người sửa, {moment}; máy đọc: {read}]"
_MORE_ANCHORS = "… còn {count} neo nữa, xem hết bằng: --report --json"
_VERSIONS = "Có {count} bản, đang dùng bản {used}; xem: python -m ingest versions {document}"
_CORRECT = "Muốn sửa hồ sơ: python -m ingest correct {document} --number SỐ --date NGÀY …"


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
        [tr("Hồ sơ đã nhận ra:"), *(f"  {line}" for one in report.fields for line in _say_field(one, document))],
        _list(tr("Không thấy trong văn bản"), [tr(FIELD_LABELS[name]) for name in report.absent]),
        _list(tr("Cấu trúc"), [f"{count} {level}" for level, count in report.levels.items()]),
        [tr("Văn bản được dẫn: {count}", count=len(report.cited)), *_say_cited(report)],
        list(_say_pages(document)),
        list(_say_marks(document)),
        [tr("Ghi chú khi đọc:"), *(f"  {retell(note)}" for note in document.notes)] if document.notes else [],
        [f"{tr('Tệp gốc')}:", *(f"  {_say_original(one)}" for one in report.originals)],
        [_say_versions(report)] if len(report.versions) > 1 else [],
        [tr(_CORRECT, document=document.id)],
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
        return tr("không rõ")
    here = datetime.datetime.fromisoformat(moment).astimezone()
    return f"{describe_day(here)} {here:%H:%M}"


def say_version(version: Version) -> str:
    """Its number, whether it is in use, its file and length, when it came."""
    used = tr(" (đang dùng)") if version.in_use else ""
    came = tr("máy đọc lại {moment}" if version.reread else "thêm {moment}", moment=say_moment(version.added_at))
    file, letters = version.source or tr("không rõ tệp"), tr("{count} ký tự", count=version.length)
    told = [tr("Bản {number}{used}: {file}", number=version.number, used=used, file=file), letters, came]
    if version.modified_at:
        told.append(tr("tệp sửa lần cuối {moment}", moment=say_moment(version.modified_at)))
    return ", ".join(told)


def say_value(value: object) -> str:
    """A value of a record in words."""
    if isinstance(value, datetime.date):
        return describe_day(value)
    return "; ".join(value) if isinstance(value, tuple) and value else str(value or tr("(không có)"))


def _say_field(field: Field, document: Document) -> Iterator[str]:
    label = tr(FIELD_LABELS[field.name]).capitalize()
    if field.correction:
        read, when = say_value(field.correction.read), say_moment(field.correction.made_at)
        yield tr(_CORRECTED, label=label, value=say_value(field.value), moment=when, read=read)
        return
    yield f"{label}: {say_value(field.value)}{_say_confidence(field.finding)}"
    if field.finding:
        yield "  " + tr("đọc từ: “{words}”", words=_quote(field.finding, document))


def _say_confidence(finding: Finding | None) -> str:
    if finding is None:
        return ""
    return tr(" [nên kiểm tra]" if is_doubtful(finding) else " [chắc chắn]")


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
            "resolved": "có trong thư viện: {documents}",
            "not_held": "danh mục biết, thư viện chưa có: {documents}",
            "ambiguous": "có thể là: {documents}",
            "unknown": "",
        }
        means = tr(known[meaning.outcome], documents=candidates)
        said = "; ".join(filter(None, (means, report.miscalled.get(name))))
        yield f"  {name} ({said})" if said else f"  {name}"


def _say_pages(document: Document) -> Iterator[str]:
    read = [(page, page.confidence) for page in document.pages if page.confidence is not None]
    if not read:
        if document.pages:
            yield tr("Trang: {count}, chữ lấy thẳng từ tệp", count=len(document.pages))
        return
    yield tr(_SCANNED, scanned=len(read), pages=len(document.pages), share=f"{_mean(read):.0%}")
    for page, confidence in read:
        if page.doubtful:
            share = f"{confidence:.0%}"
            yield "  " + tr("trang {number}: {share} [nên kiểm tra]", number=page.number, share=share)


def _say_marks(document: Document) -> Iterator[str]:
    if document.tables:
        rows = sum(len(table.rows) for table in document.tables)
        bare = sum(not any(row.header for row in table.rows) for table in document.tables)
        headless = tr("; {count} bảng không rõ dòng đầu", count=bare) if bare else ""
        yield tr("Bảng: {count}, cộng {rows} dòng", count=len(document.tables), rows=rows) + headless
    if document.saved_from:
        yield tr("Trang được lưu từ: {address}", address=document.saved_from)
    if document.anchors:
        yield tr("Neo của trang: {count}", count=len(document.anchors))
        for one in document.anchors[:_MOST_ANCHORS]:
            yield f"  #{one.name}: “{_first_words(document, one.start)}”"
        if len(document.anchors) > _MOST_ANCHORS:
            yield "  " + tr(_MORE_ANCHORS, count=len(document.anchors) - _MOST_ANCHORS)


def _mean(read: list[tuple[PageStart, float]]) -> float:
    return fmean(confidence for _, confidence in read)


def _say_original(original: Original) -> str:
    kind = f"{retell(original.origin.kind)}, " if original.origin.kind else ""
    size = f"{original.size:,}".replace(",", ".")
    moment = original.origin.modified_at
    changed = tr(", sửa lần cuối {moment}", moment=say_moment(moment)) if moment else ""
    version = tr("bản {number}", number=original.version)
    return f"{original.name} ({kind}{size} byte{changed}; {version})"


def _say_versions(report: Report) -> str:
    used = next((one.number for one in report.versions if one.in_use), None)
    return tr(_VERSIONS, count=len(report.versions), used=used, document=report.document.id)


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
