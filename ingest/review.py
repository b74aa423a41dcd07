"""What a person should look at in a document that was read: facts of the record, and what the reader notes.

All in Vietnamese, as notes are kept; :func:`ingest.retelling.retell` says it in the language that is spoken.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from ingest.language import fill
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


def find_doubts(document: Document, corrected: Collection[str] = ()) -> tuple[str, ...]:
    """Each a phrase in Vietnamese; empty where nothing is in doubt. Fields that a person *corrected* are in none."""
    return weigh_doubts(document.findings, document.notes, corrected)


def weigh_doubts(findings: Collection[Finding], notes: Iterable[str], corrected: Collection[str]) -> tuple[str, ...]:
    """As :func:`find_doubts`, of what was found in a document and noted of it."""
    fields = [FIELD_LABELS[field] for field in find_doubtful_fields(findings) if field not in corrected]
    doubts = [fill("nên kiểm tra {fields}", fields=", ".join(fields))] if fields else []
    known = {"type", "date"} & {*corrected, *(one.field for one in findings)}
    if not known:  # no paper of an office is without both
        doubts.append("không đọc được loại và ngày ban hành, hãy xem lại rồi tự ghi")
    return (*doubts, *(note for note in notes if _asks(note)))


def find_doubtful_fields(findings: Iterable[Finding]) -> tuple[str, ...]:
    """The fields of the record that are not surely read, each once, in the order of the text."""
    return tuple(dict.fromkeys(one.field for one in findings if is_doubtful(one)))


def find_remarks(document: Document) -> tuple[str, ...]:
    """What the reader notes and nobody has to act on, as that an old font was turned into Unicode."""
    return tuple(note for note in document.notes if not _asks(note))


def _asks(note: str) -> bool:
    """Whether it tells a person to do something: our notes say that with "hãy"."""
    return "hãy" in note.lower()  # vi: as notes are kept


def is_doubtful(finding: Finding) -> bool:
    """Whether what was read there is not sure."""
    return finding.confidence < SURE
