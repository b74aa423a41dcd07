"""Whether a record of the catalogue can be: its facts among themselves, and all records beside each other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ingest.numbers import read_number
from ingest.patterns.citations import TYPE_CODES
from ingest.records import Record, WrongFactError
from ingest.terms import CONGRESSES, lies_in_term

DIGEST_HEADINGS = ("Nội dung", "Đối tượng", "Yêu cầu", "Vị trí và hiệu lực")
_TYPES = {code: (kind,) for code, kind in TYPE_CODES.items()} | {
    "QĐ": ("Quyết định", "Quy định"),
    "QĐi": ("Quy định",),
    "QyĐ": ("Quy định",),
}
_ROMAN = re.compile(r"[IVX]+")
_QUOTED = re.compile(r"[“”«»\"]")


def find_faults(record: Record) -> Iterator[WrongFactError]:
    """What of *record* cannot be, whatever else the catalogue holds."""
    yield from _find_of_number(record)
    yield from _find_of_days(record)
    yield from _find_of_relations(record)
    yield from _find_twice("headings", (one.place for one in record.headings), "Hãy gộp hai mục làm một.")
    yield from _find_twice("addresses", record.addresses, "Hãy ghi mỗi trang một lần.")
    yield from _find_of_digest(record)


def _find_of_number(record: Record) -> Iterator[WrongFactError]:
    number = read_number(record.number)
    if number is None or str(number) != record.number:
        like = f"viết là {number}" if number else "viết như 102-QĐ/TW"
        yield WrongFactError("number", f"“{record.number}” không đúng dạng ký hiệu", f"Hãy {like}.")
        return
    types = _TYPES.get(number.kind)
    if types and record.type not in types:
        why = f"ký hiệu {record.number} là của {' hoặc '.join(types)}, không phải {record.type}"
        yield WrongFactError("type", why, "Hãy xem tên loại in ở đầu văn bản rồi sửa loại hoặc ký hiệu.")
    central = number.body.endswith("TW")
    known = record.term in CONGRESSES if central else bool(_ROMAN.fullmatch(record.term))
    if record.term and not known:
        advice = f"Hãy ghi khóa bằng số La Mã, một trong: {', '.join(CONGRESSES)}."
        yield WrongFactError("term", f"không rõ khóa “{record.term}” là khóa nào", advice)
    elif record.term and central and not lies_in_term(record.date, record.term):
        why = f"ngày {record.date} không nằm trong khóa {record.term}"
        yield WrongFactError("term", why, "Hãy đối chiếu ngày ban hành và khóa.")


def _find_of_days(record: Record) -> Iterator[WrongFactError]:
    for field in ("effective", "amended", "checked"):
        day = getattr(record, field)
        if day is not None and day < record.date:
            why = f"ngày {day} trước ngày ban hành {record.date}"
            yield WrongFactError(field, why, "Hãy đối chiếu hai ngày.")


def _find_of_relations(record: Record) -> Iterator[WrongFactError]:
    for one in record.relations:
        if one.id == record.id:
            yield WrongFactError(
                "relations", f"{record.id} có quan hệ với chính nó", "Hãy ghi văn bản kia, hoặc bỏ mục."
            )
        elif one.kind == "same_sign" and one.number != record.number:
            why = f"{one.number} không trùng ký hiệu với {record.number}"
            yield WrongFactError("relations", why, "same_sign chỉ dùng cho văn bản khác mang cùng ký hiệu.")
    said = (f"{one.kind} {one.id}" for one in record.relations)
    yield from _find_twice("relations", said, "Hãy ghi mỗi quan hệ một lần.")


def _find_of_digest(record: Record) -> Iterator[WrongFactError]:
    yield from _find_twice("digest", (one.heading for one in record.digest), "Hãy gộp hai đoạn làm một.")
    for one in record.digest:
        if one.heading not in DIGEST_HEADINGS:
            advice = f"Hãy dùng một trong: {', '.join(DIGEST_HEADINGS)}."
            yield WrongFactError("digest, heading", f"không có đoạn “{one.heading}”", advice)
        if _QUOTED.search(one.text):
            why = f"đoạn {one.heading} có dấu ngoặc kép, như thể trích nguyên văn"
            yield WrongFactError("digest, text", why, "Tóm lược là lời của Vankien: hãy viết lại, không trích.")


def _find_twice(field: str, said: Iterable[str], advice: str) -> Iterator[WrongFactError]:
    for one, times in Counter(said).items():
        if times > 1:
            yield WrongFactError(field, f"ghi {times} lần “{one}”", advice)


def find_faults_among(records: Sequence[Record]) -> Iterator[tuple[int, WrongFactError]]:
    """What of *records*, each with its relations from both ends, cannot be beside the others; with the place of it."""
    known = {record.id: record for record in records}
    for place, record in enumerate(records):
        if known[record.id] is not record:
            yield place, WrongFactError("number", f"{record.id} đã có hồ sơ ở một tệp khác", "Hãy gộp hai tệp làm một.")
        for one in record.relations:
            other = known.get(one.id)
            if other is None:
                advice = "Hãy thêm hồ sơ của văn bản ấy, hoặc sửa số, ngày."
                yield place, WrongFactError("relations", f"danh mục không có {one.id}", advice)
            elif other.type != one.type:
                why = f"{one.id} ghi là {one.type}, mà hồ sơ của nó ghi là {other.type}"
                yield place, WrongFactError("relations, type", why, "Hãy ghi một loại ở cả hai nơi.")
        if _leads_back(record, known):
            why = f"{record.id} thay thế hoặc sửa đổi theo vòng tròn, cuối cùng là chính nó"
            yield place, WrongFactError("relations", why, "Hãy xem lại chiều của các quan hệ.")


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
