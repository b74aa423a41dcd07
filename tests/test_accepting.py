"""A fetched text is taken for a document only where all that is known of it agrees."""

from __future__ import annotations

import datetime

import pytest

from ingest.accepting import count_articles, find_differences
from ingest.documents import read_document
from ingest.records import Evidence, Record

TEXT = """BAN CHẤP HÀNH TRUNG ƯƠNG\tĐẢNG CỘNG SẢN VIỆT NAM
*\tHà Nội, ngày 12 tháng 12 năm 2013
Số 217-QĐ/TW

QUYẾT ĐỊNH
về việc ban hành Quy chế giám sát và phản biện xã hội

Điều 1. Ban hành kèm theo Quyết định này Quy chế giám sát và phản biện xã hội.

Điều 2. Các cấp ủy chịu trách nhiệm thi hành.

T/M BỘ CHÍNH TRỊ
Lê Hồng Anh

QUY CHẾ
giám sát và phản biện xã hội
(Ban hành kèm theo Quyết định số 217-QĐ/TW, ngày 12/12/2013 của Bộ Chính trị)

Chương I
NHỮNG QUY ĐỊNH CHUNG

Điều 1. Giải thích từ ngữ

Giám sát là việc theo dõi.

Điều 2. Mục đích

Góp phần xây dựng Đảng.

Điều 3. Nguyên tắc

Bảo đảm dân chủ.
"""
FACTS = {
    "number": "217-QĐ/TW",
    "date": datetime.date(2013, 12, 12),
    "type": "Quyết định",
    "title": "Về việc ban hành Quy chế giám sát và phản biện xã hội",
    "size": "Quyết định 2 điều; Quy chế kèm theo 1 chương, 3 điều",
}


def record(**changed: object) -> Record:
    facts = {**FACTS, **changed}
    return Record(**facts, evidence=tuple((field, Evidence("I")) for field in facts))  # type: ignore[arg-type]


def test_the_document_itself_has_no_difference() -> None:
    document = read_document(TEXT, "217.txt")
    assert count_articles(document) == [2, 3]
    assert find_differences(document, record()) == []
    assert find_differences(document, record(size="", title="")) == []


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        pytest.param({"number": "218-QĐ/TW"}, "Số, ký hiệu: danh mục ghi “218-QĐ/TW”, tệp ghi “217-QĐ/TW”", id="sign"),
        pytest.param(
            {"date": datetime.date(2013, 12, 21)},
            "Ngày ban hành: danh mục ghi “21/12/2013”, tệp ghi “12/12/2013”",
            id="day",
        ),
        pytest.param({"type": "Quy định"}, "Loại: danh mục ghi “Quy định”, tệp ghi “Quyết định”", id="type"),
        pytest.param(
            {"title": "Về việc tham gia góp ý xây dựng Đảng, xây dựng chính quyền"},
            "Trích yếu: danh mục ghi “Về việc tham gia góp ý xây dựng Đảng, xây dựng chính quyền”, "
            "tệp ghi “Về việc ban hành Quy chế giám sát và phản biện xã hội”",
            id="title",
        ),
        pytest.param(
            {"size": "Quyết định 2 điều; Quy chế kèm theo 5 chương, 19 điều"},
            "Số điều: danh mục ghi “2 và 19”, tệp ghi “2 và 3”",
            id="articles",
        ),
    ],
)
def test_each_fact_that_differs_is_told(changed: dict[str, object], said: str) -> None:
    (difference,) = find_differences(read_document(TEXT, "217.txt"), record(**changed))
    assert str(difference) == said


def test_what_the_text_does_not_say_is_a_difference_too() -> None:
    found = find_differences(read_document("Một bài viết về Quyết định số 217-QĐ/TW.", "bai.txt"), record())
    assert [one.label for one in found] == ["Số, ký hiệu", "Ngày ban hành", "Loại", "Trích yếu", "Số điều"]
    assert found[0].found == "không đọc thấy"
