"""Citations as they look in running text, each typed as a question: which document is meant, and which place."""

from __future__ import annotations

import pytest

from index.naming.targets import find_targets
from ingest.spelling import fold
from tests.test_signs import show

FORMS = [
    ("Nghị quyết số 18-NQ/TW", ["18-NQ/TW"]),
    ("Nghị quyết 18 ngày 25/10/2017", ["18-NQ (2017-10-25)"]),
    ("Nghị quyết số 18-NQ/TW, ngày 25/10/2017", ["18-NQ/TW (2017-10-25)"]),
    ("Nghị quyết số 18 ngày 25-10-2017", ["18-NQ (2017-10-25)"]),
    ("Nghị quyết số 18/NQ-TW ngày 25/10/2017", ["18-NQ/TW (2017-10-25)"]),
    ("NGHỊ QUYẾT SỐ 19/NQ-TW", ["19-NQ/TW"]),
    ("Quyết định số 217/QĐ-TW", ["217-QĐ/TW"]),
    ("Quyết định 217 QĐ/TW, 218 QĐ/TW", ["217-QĐ/TW", "218-QĐ/TW"]),
    ("217 QĐ/ TW", ["217-QĐ/TW"]),
    ("Quyết định 217,218 của Bộ Chính Trị", ["217-QĐ", "218-QĐ"]),
    ("quyết định 217, 218 – QĐ/TW", ["217-QĐ/TW", "218-QĐ/TW"]),
    ("QĐ 217/QĐ-TW, QĐ 218/QĐ-TW", ["217-QĐ/TW", "218-QĐ/TW"]),
    ("Quyết định 127-QĐ/TW", ["127-QĐ/TW"]),
    ("Quyết định số 217, 218 của Bộ Chính trị (khóa XI)", ["217-QĐ (XI)", "218-QĐ (XI)"]),
    ("Quyết định số 217-QĐ/TW và Quyết định số 218-QĐ/TW ngày 12/12/2013", ["217-QĐ/TW", "218-QĐ/TW (2013-12-12)"]),
    ("quyết định số 217-QĐ/TW ngày 12-12-2013", ["217-QĐ/TW (2013-12-12)"]),
    ("Quy định số 181 - QĐ/TW", ["181-QĐ/TW"]),
    ("86 - QĐ/TW", ["86-QĐ/TW"]),
    ("Quy định 102/QĐ-TW", ["102-QĐ/TW"]),
    ("Quy định 69-QĐ-TW", ["69-QĐ/TW"]),
    ("Quy định 102 năm 2017", ["102-QĐ (2017)"]),
    ("Quy định 69", ["69-QĐ"]),
    ("Quyết định 102-QĐ/TW", ["102-QĐ/TW"]),
    ("Quyết định 66-QĐ/TW 2017", ["66-QĐ/TW (2017)"]),
    ("Quyết định số 99", ["99-QĐ"]),
    ("Quy định số 124", ["124-QĐ"]),
    ("Quy định ngày 2/2/2018", ["QĐ (2018-02-02)"]),
    ("Quy định 66/QĐ/TW", ["66-QĐ/TW"]),
    ("Quy định số 69-QÐ/TW", ["69-QĐ/TW"]),
    ("Nghị quyết Trung ương 4 (khóa XI)", ["Nghị quyết Trung ương 4 khóa XI"]),
    ("Nghị quyết Trung ương 4 khóa XI", ["Nghị quyết Trung ương 4 khóa XI"]),
    ("Nghị quyết Trung ương 4 (khóa 11)", ["Nghị quyết Trung ương 4 khóa XI"]),
    ("Nghị quyết T.Ư 4, khóa XI", ["Nghị quyết Trung ương 4 khóa XI"]),
    ("Nghị quyết TW4 khóa 11", ["Nghị quyết Trung ương 4 khóa XI"]),
    ("NQ TW 4", ["Nghị quyết Trung ương 4"]),
    ("Nghị quyết Tư 4", ["Nghị quyết Trung ương 4"]),
    (
        "Nghị quyết Trung ương 4 (khóa XII; XIII)",
        ["Nghị quyết Trung ương 4 khóa XII", "Nghị quyết Trung ương 4 khóa XIII"],
    ),
    ("Chỉ thị số 05-CT/TƯ", ["05-CT/TW"]),
    ("Chỉ thị 05", ["05-CT"]),
    ("Chỉ thị số 05-CT/BCT", ["05-CT/BCT"]),
    ("Chỉ thị số 05-CT/TW, ngày 15-5-2016, của Bộ Chính trị khóa XII", ["05-CT/TW (2016-05-15 XII)"]),
    (
        "Điểm a, Khoản 2, Điều 11, Quy định 86-QĐ/TW, ngày 01/6/2017 của Bộ Chính trị",
        ["86-QĐ/TW (2017-06-01) @dieu-11.khoan-2.diem-a"],
    ),
    ("Khoản 4, Điều 3", ["@dieu-3.khoan-4"]),
    ("Khoản 1 Điều 24", ["@dieu-24.khoan-1"]),
    ("khoản 3 Điều 7 Quy định 66-QĐ/TW", ["66-QĐ/TW @dieu-7.khoan-3"]),
    ("điều 9, khoản 4, điểm c", ["@dieu-9.khoan-4.diem-c"]),
    ("Khoản 1 Điều này", ["@khoan-1"]),
    ("những nội dung nêu trong Quy định này", []),
    ("Chương VII và Chương VIII Điều lệ Đảng", ["@chuong-VII", "@chuong-VIII"]),
    (
        "Quy định số 30-QĐ/TW thi hành Chương VII và Chương VIII Điều lệ Đảng",
        ["30-QĐ/TW", "@chuong-VII", "@chuong-VIII"],
    ),
    ("Kết luận số 120-KL/TW", ["120-KL/TW"]),
    ("Quy định số 219-QĐ/TU ngày 08 tháng 8 năm 2025 của Ban Thường vụ Thành ủy", ["219-QĐ/TU (2025-08-08)"]),
    ("số31-QĐ/TW", ["31-QĐ/TW"]),
    ("Nghị quyết Trung ương 4 lần thứXI", ["Nghị quyết Trung ương 4"]),
    ("Qui định 367", ["367-QĐ"]),
    ("Số: 367 - QĐ/TWĐTN-VP", ["367-QĐ/TWĐTN-VP"]),
    ("Công văn 09-QC/TW", ["09-QC/TW"]),
    ("264/QĐ-TW", ["264-QĐ/TW"]),
    ("QD-69-TW", ["69-QĐ/TW"]),
    ("qd 69", ["69-QĐ"]),
    ("quy định 264", ["264-QĐ"]),
    ("Regulation No. 69-QD/TW", ["69-QĐ/TW"]),
    ("Resolution No. 18", ["18-NQ"]),
    ("Conclusion No. 121", ["121-KL"]),
    ("Clause 4, Article 2 of Regulation 102-QD/TW of 2017", ["102-QĐ/TW (2017) @dieu-2.khoan-4"]),
    ("Decision 66-QD/TW", ["66-QĐ/TW"]),
    ("Kết luận số 462-KL/TU, ngày 04/01/2018", ["462-KL/TU (2018-01-04)"]),
    (
        "Nghị quyết Trung ương 04 khóa XI và khóa XII",
        ["Nghị quyết Trung ương 4 khóa XI", "Nghị quyết Trung ương 4 khóa XII"],
    ),
    ("Quy định số 217-QĐ/TW", ["217-QĐ/TW"]),
    ("khoản 2 điều 5 luật du lịch", ["@dieu-5.khoan-2"]),
    ("Điều 3 QĐ 102", ["102-QĐ @dieu-3"]),
    ("khoản 2 điều 5", ["@dieu-5.khoan-2"]),
]


@pytest.mark.parametrize(("typed", "meant"), [pytest.param(*form, id=form[0]) for form in FORMS])
def test_a_citation_is_understood_in_every_form_it_takes(typed: str, meant: list[str]) -> None:
    assert [show(target) for target in find_targets(typed)] == meant


@pytest.mark.parametrize(("typed", "meant"), [pytest.param(*form, id=form[0]) for form in FORMS])
def test_and_so_it_is_within_a_question(typed: str, meant: list[str]) -> None:
    assert [show(target) for target in find_targets(f"cho tôi hỏi {typed} nói gì?")] == meant


NEED_THEIR_MARKS = ("Tư 4", "TƯ", "T.Ư", "TWĐTN")
"""Without them these are other bodies."""
BARE = [form for form in FORMS if not any(part in form[0] for part in NEED_THEIR_MARKS)]


@pytest.mark.parametrize(("typed", "meant"), [pytest.param(*form, id=form[0]) for form in BARE])
def test_and_without_accents(typed: str, meant: list[str]) -> None:
    assert [show(target) for target in find_targets(fold(typed))] == meant
