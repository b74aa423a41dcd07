"""Questions to begin with come from the library's own headings."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.suggest import suggest_questions
from ingest.store import open_library
from tests.fakes import add_text

RULES = """TỈNH ỦY BÌNH THUẬN
*
Số {number}-QĐ/TU
ĐẢNG CỘNG SẢN VIỆT NAM
Phan Thiết, ngày {day:02} tháng 02 năm 2018

QUY ĐỊNH
về {title}

Điều 1. Phạm vi điều chỉnh
Quy định này điều chỉnh công tác cán bộ.

Điều 2. {heading}
Người đứng đầu chịu trách nhiệm trực tiếp.
"""


def put(home: Path, number: int, heading: str, title: str = "công tác cán bộ") -> None:
    add_text(home, RULES.format(number=number, day=number, heading=heading, title=title), f"{number}.txt")


def ask(home: Path, most: int = 4) -> tuple[str, ...]:
    with open_library(home) as library:
        return suggest_questions(library, most)


def test_asks_of_each_document_by_its_sign_and_a_heading_those_added_last_first(tmp_path: Path) -> None:
    put(tmp_path, 1, "Trách nhiệm của người đứng đầu")
    put(tmp_path, 2, "Miễn nhiệm chức vụ lãnh đạo", "từ chức")

    assert ask(tmp_path) == (
        "Quy định 2-QĐ/TU nói gì về miễn nhiệm chức vụ lãnh đạo?",
        "Quy định 1-QĐ/TU nói gì về trách nhiệm của người đứng đầu?",
    )


def test_asks_no_more_than_is_wanted(tmp_path: Path) -> None:
    for number, heading in enumerate(("Trách nhiệm người đứng đầu", "Miễn nhiệm chức vụ", "Kỷ luật đảng viên"), 1):
        put(tmp_path, number, heading, f"việc số {number}")

    assert len(ask(tmp_path, 2)) == 2


def test_asks_nothing_twice(tmp_path: Path) -> None:
    for year in (2018, 2019):
        text = RULES.format(number=1, day=1, heading="Trách nhiệm người đứng đầu", title="công tác cán bộ")
        add_text(tmp_path, text.replace("2018", str(year)), f"{year}.txt")

    assert len(ask(tmp_path)) == 1


@pytest.mark.parametrize(
    "heading", ["Hiệu lực thi hành", "Tổ chức thực hiện", "Số: 12/2020 (mẫu 1)", "Về việc", "Một câu " + "rất dài " * 9]
)
def test_a_heading_that_tells_nothing_of_its_document_is_no_question(tmp_path: Path, heading: str) -> None:
    put(tmp_path, 1, heading)

    assert ask(tmp_path) == ()


def test_what_paragraphs_open_with_is_asked_where_headings_are_few(tmp_path: Path) -> None:
    text = (
        "THÔNG BÁO\nvề tình hình quý I\n\n1. Những khuyết điểm, hạn chế cần quan tâm\n\n"
        "- Công tác Đảng, công tác chính trị được quan tâm.\n\n- Công tác cán bộ của huyện ủy còn chậm.\n\n"
        "- Tăng cường công tác dân vận.\n\n- Công tác cán bộ được đổi mới.\n"
    )
    add_text(tmp_path, text, "1.txt")

    assert ask(tmp_path) == (
        "Thông báo nói gì về những khuyết điểm, hạn chế cần quan tâm?",
        "Thông báo nói gì về công tác cán bộ?",
    )


def test_each_document_is_asked_of_before_one_is_twice(tmp_path: Path) -> None:
    opening = "\n\nĐiều 3. Việc khác\n- Công tác cán bộ được đổi mới."
    for number, heading in enumerate(("Trách nhiệm người đứng đầu", "Miễn nhiệm chức vụ"), 1):
        text = RULES.format(number=number, day=number, heading=heading, title=f"việc số {number}")
        add_text(tmp_path, text + opening, f"{number}.txt")

    assert ask(tmp_path, 3) == (
        "Quy định 2-QĐ/TU nói gì về miễn nhiệm chức vụ?",
        "Quy định 1-QĐ/TU nói gì về trách nhiệm người đứng đầu?",
        "Quy định 2-QĐ/TU nói gì về công tác cán bộ?",
    )


def test_an_empty_library_suggests_nothing(tmp_path: Path) -> None:
    assert ask(tmp_path) == ()
