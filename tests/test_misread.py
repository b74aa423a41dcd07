from __future__ import annotations

import pytest

from ingest.readers.printed.boxes import Block, PrintedPage, TextLine
from ingest.readers.printed.misread import find_misread_signs
from ingest.readers.printed.pages import name_pages, write_reading


@pytest.mark.parametrize(
    "sign", ["123/HDANN", "1O2-QĐ/TW", "l02-QĐ/TW", "102-QD/TW", "102-QĐĐ/TW", "34/2016/ND-CP", "05-CT/IW"]
)
def test_a_sign_that_no_office_writes_is_named(sign: str) -> None:
    assert find_misread_signs(f"theo Quy định số {sign} ngày 5/3/2018") == [sign]


@pytest.mark.parametrize(
    "text",
    [
        "102-QĐ/TW",
        "34/2016/NĐ-CP",
        "80/2015/QH13",
        "2231/SNV-CCHC&PC",
        "12-HD/TW",
        "26/01/2018",
        "2020 – 2025",
        "15/15",
    ],
)
def test_a_sign_written_well_is_not(text: str) -> None:
    assert find_misread_signs(f"theo số {text} của Trung ương") == []


def test_notes_name_the_page_and_only_where_it_was_read_from_an_image() -> None:
    line = TextLine("theo số 123/HDANN", 70, 200, 400, 410, 12, 20)
    pages = [PrintedPage(n, 595, 842, (Block((line,), 70, 200),), sure) for n, sure in ((1, None), (2, 0.95), (3, 0.5))]
    notes = write_reading("PDF", pages).notes

    assert notes == (
        "Trang 3 nhận dạng chưa chắc chắn, cần kiểm tra: hãy đối chiếu với bản gốc.",
        "Trang 2: ký hiệu “123/HDANN” có thể nhận dạng sai, hãy đối chiếu với bản gốc.",
        "Trang 3: ký hiệu “123/HDANN” có thể nhận dạng sai, hãy đối chiếu với bản gốc.",
    )


@pytest.mark.parametrize(
    ("numbers", "named"),
    [([3], "Trang 3"), ([3, 5, 8], "Trang 3, 5 và 8"), (list(range(1, 26)), "Trang 1, 2, 3, 4, 5 và 20 trang nữa")],
)
def test_pages_are_named_shortly(numbers: list[int | None], named: str) -> None:
    assert name_pages(numbers) == named
