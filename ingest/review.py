"""What a person should look at in a document that was read: pages, facts of the record, notes of the reading."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.models import SURE, Document, Finding

FIELD_LABELS = {
    "type": "loại",
    "number": "số, ký hiệu",
    "title": "trích yếu",
    "issuer": "cơ quan ban hành",
    "place": "nơi ban hành",
    "date": "ngày ban hành",
    "event_date": "ngày họp",
    "signer": "người ký",
    "signer_role": "chức vụ người ký",
    "power": "thẩm quyền ký",
    "recipients": "nơi nhận",
    "enclosed": "văn bản kèm theo",
    "secrecy": "độ mật",
    "urgency": "độ khẩn",
    "bases": "căn cứ",
}
"""What an office calls the fields of a record."""
_PAGES_NAMED = 8


def find_doubts(document: Document) -> tuple[str, ...]:
    """Each a phrase in Vietnamese; empty where nothing is in doubt."""
    pages = [page.number for page in document.pages if page.doubtful]
    fields = [FIELD_LABELS[one.field] for one in document.findings if is_doubtful(one)]
    doubts = []
    if pages:
        doubts.append(f"chữ quét không rõ ở {_name_pages(pages)}")
    if fields:
        doubts.append(f"nên kiểm tra {', '.join(dict.fromkeys(fields))}")
    return (*doubts, *document.notes)


def is_doubtful(finding: Finding) -> bool:
    """Whether what was read there is not sure."""
    return finding.confidence < SURE


def _name_pages(pages: Sequence[int]) -> str:
    named = ", ".join(str(number) for number in pages[:_PAGES_NAMED])
    rest = len(pages) - _PAGES_NAMED
    return f"trang {named}" + (f" và {rest} trang nữa" if rest > 0 else "")
