from __future__ import annotations

import pytest

from ingest.readers.printed.boxes import Block, PrintedPage, TextLine
from ingest.readers.printed.misread import find_misread_signs
from ingest.readers.printed.pages import name_pages, write_reading

MISREAD = [
    *("123/HDANN", "1O2-QĐ/TW", "l02-QĐ/TW", "I02-QĐ/TW", "10Z-QĐ/TW", "S00-TB/TU", "5OO-TB/TU", "B2-KL/TU"),
    *("34/2O16/NĐ-CP", "34/20I6/NĐ-CP", "102-QD/TW", "102-QĐĐ/TW", "102-0Đ/TW", "102-OĐ/TW", "102-GĐ/TW"),
    *("102-QB/TW", "18-N0/TW", "09-C1/TW", "500-T8/TU", "500-IB/TU", "462-K1/TU", "102-QĐ/1W", "102-QĐ/rW"),
    *("102-QĐ/TVV", "102-QĐ/TVW", "05-CT/IW", "05-CT/TƯƯ", "462-KL/1U", "462-KL/TÚ", "102-QĐỰTW", "102-QĐ/T\\W"),
    *("34/2016/ND-CP", "34/2016/NĐ-GP", "34/2016/NĐ-C?", "12/2018/QĐ-UBNO", "12/2018/QĐ-LIBND", "80/2015/OH13"),
    *("80/2015/0H13", "80/2015/QHI3"),
]


@pytest.mark.parametrize("sign", MISREAD)
def test_a_sign_that_no_office_writes_is_named(sign: str) -> None:
    assert find_misread_signs(f"theo Quy định số {sign} ngày 5/3/2018") == [sign]


@pytest.mark.parametrize("word", ["S6", "Sô", "Só", "§ố"])
def test_a_misread_word_before_a_sign_is_named_with_it(word: str) -> None:
    assert find_misread_signs(f"{word} 102-QĐ/TW") == [f"{word} 102-QĐ/TW"]


WELL_WRITTEN = [
    *("102-QĐ/TW", "217/QĐ-TW", "05-CT/TƯ", "12-HD/TW", "462-KL/TU", "77-QyĐ/TU", "01-KH/ĐUK", "15-HD/BTCTW"),
    *("12-QĐ/HU", "33-KH/ĐU", "1025-CV/VPTW", "34/2016/NĐ-CP", "12/2018/QĐ-UBND", "80/2015/QH13"),
    *("403/2017/UBTVQH14", "07/2013/TTLT-BNV-BTC", "45/VBHN-VPQH", "522/2002/QĐ.UB", "2231/SNV-CCHC&PC"),
    *("15/UBND-NC", "1440/CP-KTTH", "12/CP", "29/TTLB", "5/SXD", "12/BB-HĐND", "26/01/2018", "15/15", "2016-2021"),
    *("B01-DN", "T/M", "K/T"),
]


@pytest.mark.parametrize("text", [*WELL_WRITTEN, "2020 – 2025", "86 - QĐ/TW", "ISO 9001-2015"])
def test_a_sign_written_well_is_not(text: str) -> None:
    assert find_misread_signs(f"Số {text} của Trung ương, theo số {text}") == []


def test_notes_name_the_page_and_only_where_it_was_read_from_an_image() -> None:
    line = TextLine("theo số 123/HDANN", 70, 200, 400, 410, 12, 20)
    pages = [PrintedPage(n, 595, 842, (Block((line,), 70, 200),), sure) for n, sure in ((1, None), (2, 0.95), (3, 0.5))]
    pages.append(PrintedPage(4, 595, 842, (), 0.0))
    notes = write_reading("PDF", pages).notes

    assert notes == (
        "Trang 3 nhận dạng chưa chắc chắn, cần kiểm tra: hãy đối chiếu với bản gốc.",
        "Trang 4 có hình nhưng không nhận ra chữ nào: hãy đối chiếu với bản gốc.",
        "Trang 2: ký hiệu “123/HDANN” có thể nhận dạng sai, hãy đối chiếu với bản gốc.",
        "Trang 3: ký hiệu “123/HDANN” có thể nhận dạng sai, hãy đối chiếu với bản gốc.",
    )


@pytest.mark.parametrize(
    ("numbers", "named"),
    [([3], "Trang 3"), ([3, 5, 8], "Trang 3, 5 và 8"), (list(range(1, 26)), "Trang 1, 2, 3, 4, 5 và 20 trang nữa")],
)
def test_pages_are_named_shortly(numbers: list[int | None], named: str) -> None:
    assert name_pages(numbers) == named
