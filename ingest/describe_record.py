"""A record of the catalogue for people: its rows in words, what is not verified said to be so, and the next step."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.addresses import describe
from ingest.days import describe_day
from ingest.describe import describe_date
from ingest.language import tr
from ingest.records import NOTICE, Evidence, Record, Relation
from ingest.store import Mention

DIGEST_LABEL = "Tóm lược của Vankien, không phải nguyên văn"
CITED_IN = "Được dẫn trong"

_LOOKED = "Đã tra văn bản về sau đến ngày"
_STANDING = "Muốn biết còn hiệu lực hay không: python -m index related {document}"
_NOT_HELD = (
    "Thư viện chưa có nguyên văn {name}. "
    "Hãy nhờ người quản trị thư viện thêm tệp nguyên văn (lệnh: python -m ingest add TỆP)"
)
UNVERIFIED = "chưa kiểm chứng"
_FROM_NOTICE = "theo Thông báo hội nghị ngày 26/01/2018, chưa kiểm chứng"
_LABELS = {
    "type": "Loại",
    "number": "Số, ký hiệu",
    "title": "Trích yếu",
    "date": "Ngày ban hành",
    "issuer": "Cơ quan ban hành",
    "signer": "Người ký",
    "term": "Khóa",
    "effective": "Có hiệu lực từ",
    "amended": "Được sửa đổi ngày",
    "size": "Gồm",
    "other_names": "Còn gọi là",
    "also_cited_as": "Hay bị ghi nhầm là",
    "addresses": "Nơi tải nguyên văn",
}
_RELATIONS = {
    "replaced_by": "Được thay thế bởi",
    "amended_by": "Được sửa đổi bởi",
    "later": "Văn bản về sau",
    "replaces": "Thay thế",
    "amends": "Sửa đổi",
    "continues": "Tiếp nối",
    "continued_by": "Được tiếp tục bởi",
    "reviews": "Tổng kết",
    "reviewed_by": "Được tổng kết tại",
    "guides": "Hướng dẫn",
    "guided_by": "Được hướng dẫn tại",
    "based_on": "Căn cứ",
    "basis_of": "Là căn cứ của",
    "follows": "Tiếp sau",
    "same_sign": "Trùng ký hiệu, là văn bản khác",
}


@dataclass(frozen=True, slots=True)
class RecordRow:
    """A line of a record.

    Attributes:
        caution: What to say beside it where it is not verified, else empty.
        document_id: Of the document that the value names, if it names one.
    """

    label: str
    value: str
    caution: str = ""
    document_id: str | None = None

    def __str__(self) -> str:
        return f"{tr(self.label)}: {self.value}" + (f" ({tr(self.caution)})" if self.caution else "")


def describe_record(record: Record) -> list[RecordRow]:
    """Every fact of *record*, the most asked for first.

    Whether it stands is none of them: that is for whoever knows the texts, too.
    """
    looked = [RecordRow(_LOOKED, describe_day(record.checked))] if record.checked else []
    return [*_describe_fields(record), *map(_describe_relation, record.relations), *looked]


def describe_pages(record: Record) -> list[tuple[str, str]]:
    """Public page -> the facts that were seen on it, in words; in the order of the record."""
    seen = [(tr(_LABELS[field]), evidence) for field, evidence in record.evidence]
    seen += [(f"{tr(_RELATIONS[one.kind])} {one.number}", one.evidence) for one in record.relations]
    seen += [(one.place, one.evidence) for one in record.headings]
    facts: dict[str, list[str]] = {}
    for label, evidence in seen:
        for page in evidence.pages:
            facts.setdefault(page, []).append(label)
    return [(page, ", ".join(dict.fromkeys(labels))) for page, labels in facts.items()]


def describe_headings(record: Record) -> list[RecordRow]:
    """The chapters and articles whose headings are known."""
    return [RecordRow(one.place, one.words, _caution(one.evidence)) for one in record.headings]


def describe_relation(relation: Relation) -> str:
    """The other document: what it is called, its day, and what tells it apart."""
    sign = f"{relation.type} số {relation.number}"  # vi: a name
    name = relation.name or f"{sign}{tr(', ngày {day}', day=describe_day(relation.date))}"
    return f"{name} ({relation.note})" if relation.note else name


def call_record(record: Record) -> str:
    """Its name alone where its sign is not certain; else with its day, which tells it from others of its sign."""
    if record.name in record.other_names:
        return record.name
    caution = "" if record.metadata.number and record.metadata.date else f" ({tr(UNVERIFIED)})"
    day = tr(" ngày {day}", day=describe_day(record.date))
    return f"{record.name}{day}{caution}"


def say_not_held(record: Record) -> str:
    """That the text is not held, and the next step."""
    return tr(_NOT_HELD, name=record.name)


def say_record(record: Record, mentions: Sequence[Mention]) -> str:
    """The record as text: its rows, its known headings, its digest under its label, who in the library cites it."""
    lines = [str(row) for row in describe_record(record)]
    if record.headings:
        lines += ["", f"{tr('Các chương, điều đã biết tên')}:", *(f"  {row}" for row in describe_headings(record))]
    if record.digest:
        lines += ["", f"{tr(DIGEST_LABEL)}:", *(f"  {one.heading}: {one.text}" for one in record.digest)]
    if mentions:
        lines += ["", f"{tr(CITED_IN)}:", *(f"  {_say_mention(one)}" for one in mentions)]
    return "\n".join([*lines, "", tr(_STANDING, document=record.id)])


def _say_mention(mention: Mention) -> str:
    place = f", {describe(mention.address)} [{mention.address}]" if mention.address else ""
    return f"{mention.metadata.label} ({describe_date(mention.metadata)}){place}"


def _describe_fields(record: Record) -> Iterator[RecordRow]:
    for field, label in _LABELS.items():
        if value := _describe_value(getattr(record, field)):
            yield RecordRow(label, value, _caution(record.evidence_of(field)))


def _describe_value(value: str | tuple[str, ...] | datetime.date | None) -> str:
    if isinstance(value, datetime.date):
        return describe_day(value)
    return value if isinstance(value, str) else "; ".join(value or ())


def _describe_relation(relation: Relation) -> RecordRow:
    return RecordRow(_RELATIONS[relation.kind], describe_relation(relation), _caution(relation.evidence), relation.id)


def _caution(evidence: Evidence) -> str:
    if evidence.verified:
        return ""
    return _FROM_NOTICE if evidence.mark == NOTICE else UNVERIFIED
