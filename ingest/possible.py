"""Whether a record of the catalogue can be: its facts among themselves, and all records beside each other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ingest.language import tr
from ingest.numbers import read_number
from ingest.patterns.citations import TYPE_CODES
from ingest.records import Record, WrongFactError
from ingest.terms import CONGRESSES, lies_in_term

DIGEST_HEADINGS = ("Nội dung", "Đối tượng", "Yêu cầu", "Vị trí và hiệu lực")  # vi: as the catalogue has them
_TYPES = {code: (kind,) for code, kind in TYPE_CODES.items()} | {
    "QĐ": ("Quyết định", "Quy định"),  # vi: types as printed
    "QĐi": ("Quy định",),  # vi: likewise
    "QyĐ": ("Quy định",),  # vi: likewise
}
_TWO_TYPES = "{document} ghi là {type}, mà hồ sơ của nó ghi là {own}"
_ROMAN = re.compile(r"[IVX]+")
_QUOTED = re.compile(r"[“”«»\"]")


def find_faults(record: Record) -> Iterator[WrongFactError]:
    """What of *record* cannot be, whatever else the catalogue holds."""
    yield from _find_of_number(record)
    yield from _find_of_days(record)
    yield from _find_of_relations(record)
    yield from _find_twice("headings", (one.place for one in record.headings), tr("Hãy gộp hai mục làm một."))
    yield from _find_twice("addresses", record.addresses, tr("Hãy ghi mỗi trang một lần."))
    yield from _find_of_digest(record)


def _find_of_number(record: Record) -> Iterator[WrongFactError]:
    number = read_number(record.number)
    if number is None or str(number) != record.number:
        why = tr("“{sign}” không đúng dạng ký hiệu", sign=record.number)
        advice = tr("Hãy viết là {sign}.", sign=number) if number else tr("Hãy viết như 102-QĐ/TW.")
        yield WrongFactError("number", why, advice)
        return
    types = _TYPES.get(number.kind)
    if types and record.type not in types:
        of = tr(" hoặc ").join(types)
        why = tr("ký hiệu {sign} là của {types}, không phải {type}", sign=record.number, types=of, type=record.type)
        yield WrongFactError("type", why, tr("Hãy xem tên loại in ở đầu văn bản rồi sửa loại hoặc ký hiệu."))
    central = number.body.endswith("TW")
    known = record.term in CONGRESSES if central else bool(_ROMAN.fullmatch(record.term))
    if record.term and not known:
        advice = tr("Hãy ghi khóa bằng số La Mã, một trong: {known}.", known=", ".join(CONGRESSES))
        yield WrongFactError("term", tr("không rõ khóa “{term}” là khóa nào", term=record.term), advice)
    elif record.term and central and not lies_in_term(record.date, record.term):
        why = tr("ngày {day} không nằm trong khóa {term}", day=record.date, term=record.term)
        yield WrongFactError("term", why, tr("Hãy đối chiếu ngày ban hành và khóa."))


def _find_of_days(record: Record) -> Iterator[WrongFactError]:
    for field in ("effective", "amended", "checked"):
        day = getattr(record, field)
        if day is not None and day < record.date:
            why = tr("ngày {day} trước ngày ban hành {issued}", day=day, issued=record.date)
            yield WrongFactError(field, why, tr("Hãy đối chiếu hai ngày."))


def _find_of_relations(record: Record) -> Iterator[WrongFactError]:
    for one in record.relations:
        if one.id == record.id:
            why = tr("{document} có quan hệ với chính nó", document=record.id)
            yield WrongFactError("relations", why, tr("Hãy ghi văn bản kia, hoặc bỏ mục."))
        elif one.kind == "same_sign" and one.number != record.number:
            why = tr("{sign} không trùng ký hiệu với {other}", sign=one.number, other=record.number)
            yield WrongFactError("relations", why, tr("same_sign chỉ dùng cho văn bản khác mang cùng ký hiệu."))
    said = (f"{one.kind} {one.id}" for one in record.relations)
    yield from _find_twice("relations", said, tr("Hãy ghi mỗi quan hệ một lần."))


def _find_of_digest(record: Record) -> Iterator[WrongFactError]:
    yield from _find_twice("digest", (one.heading for one in record.digest), tr("Hãy gộp hai đoạn làm một."))
    for one in record.digest:
        if one.heading not in DIGEST_HEADINGS:
            advice = tr("Hãy dùng một trong: {known}.", known=", ".join(DIGEST_HEADINGS))
            yield WrongFactError("digest, heading", tr("không có đoạn “{heading}”", heading=one.heading), advice)
        if _QUOTED.search(one.text):
            why = tr("đoạn {heading} có dấu ngoặc kép, như thể trích nguyên văn", heading=one.heading)
            yield WrongFactError("digest, text", why, tr("Tóm lược là lời của Vankien: hãy viết lại, không trích."))


def _find_twice(field: str, said: Iterable[str], advice: str) -> Iterator[WrongFactError]:
    for one, times in Counter(said).items():
        if times > 1:
            yield WrongFactError(field, tr("ghi {times} lần “{words}”", times=times, words=one), advice)


def find_faults_among(records: Sequence[Record]) -> Iterator[tuple[int, WrongFactError]]:
    """What of *records*, each with its relations from both ends, cannot be beside the others; with the place of it."""
    known = {record.id: record for record in records}
    for place, record in enumerate(records):
        if known[record.id] is not record:
            why = tr("{document} đã có hồ sơ ở một tệp khác", document=record.id)
            yield place, WrongFactError("number", why, tr("Hãy gộp hai tệp làm một."))
        for one in record.relations:
            other = known.get(one.id)
            if other is None:
                why = tr("danh mục không có {document}", document=one.id)
                advice = tr("Hãy thêm hồ sơ của văn bản ấy, hoặc sửa số, ngày.")
                yield place, WrongFactError("relations", why, advice)
            elif other.type != one.type:
                why = tr(_TWO_TYPES, document=one.id, type=one.type, own=other.type)
                yield place, WrongFactError("relations, type", why, tr("Hãy ghi một loại ở cả hai nơi."))
        if _leads_back(record, known):
            why = tr("{document} thay thế hoặc sửa đổi theo vòng tròn, cuối cùng là chính nó", document=record.id)
            yield place, WrongFactError("relations", why, tr("Hãy xem lại chiều của các quan hệ."))


def _leads_back(record: Record, known: Mapping[str, Record]) -> bool:
    """Whether what it acts on, step by step, acts on it: as only documents of one day can."""
    ahead, met = [record], set[str]()
    while ahead:
        reached = {one.id for one in ahead.pop().relations if one.acting} - met
        if record.id in reached:
            return True
        met |= reached
        ahead += [known[one] for one in reached if one in known]
    return False
