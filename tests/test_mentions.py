"""Mentions as they look in running text: a table of forms, sentences with and without, names of laws, long lines."""

from __future__ import annotations

import time
from datetime import date

import pytest

from ingest.citations import find_citations
from ingest.cleaning import clean_text
from ingest.mentions import Citation
from ingest.models import Metadata
from tests.citation_sentences import MENTIONING, TRAPS


def find(raw: str) -> tuple[Citation, ...]:
    return find_citations(clean_text(raw))


def one(raw: str) -> Citation:
    (citation,) = find(raw)
    return citation


def called(citation: Citation) -> str | None:
    """What the sentences call a mention: its sign as written, else the name of the document."""
    by_conference = citation.name and "Trung ương" in citation.name
    return citation.name if by_conference else citation.number or citation.name


@pytest.mark.parametrize(("raw", "documents"), MENTIONING, ids=[raw for raw, _ in MENTIONING])
def test_every_document_of_a_sentence_is_found(raw: str, documents: tuple[str, ...]) -> None:
    assert tuple(map(called, find(raw))) == documents


@pytest.mark.parametrize("raw", TRAPS)
def test_forms_journals_accounts_days_and_ratios_are_no_documents(raw: str) -> None:
    assert find(raw) == ()


# Section 4 of the facts: how citations look in running text.
RUNNING_TEXT: tuple[tuple[str, str, list[tuple[str, str | None]]], ...] = (
    ("1", "Nghị quyết số 18-NQ/TW", [("18-NQ/TW", None)]),
    ("2", "Nghị quyết 18 ngày 25/10/2017", [("Nghị quyết 18", "2017-10-25")]),
    ("3", "Nghị quyết số 18-NQ/TW, ngày 25/10/2017", [("18-NQ/TW", "2017-10-25")]),
    ("4", "Nghị quyết số 18 ngày 25-10-2017", [("Nghị quyết 18", "2017-10-25")]),
    ("5", "Nghị quyết số 18/NQ-TW ngày 25/10/2017", [("18-NQ/TW", "2017-10-25")]),
    ("6", "NGHỊ QUYẾT SỐ 19/NQ-TW", [("19-NQ/TW", None)]),
    ("7", "Quyết định số 217/QĐ-TW", [("217-QĐ/TW", None)]),
    (
        "8",
        "Quyết định 217 QĐ/TW, 218 QĐ/TW; 217 QĐ/ TW",
        [("217-QĐ/TW", None), ("218-QĐ/TW", None), ("217-QĐ/TW", None)],
    ),
    (
        "9a",
        "Quyết định 217,218 của Bộ Chính Trị",
        [("Quyết định 217 của Bộ Chính Trị", None), ("Quyết định 218 của Bộ Chính Trị", None)],
    ),
    ("9b", "quyết định 217, 218 – QĐ/TW", [("217-QĐ/TW", None), ("218-QĐ/TW", None)]),
    (
        "10",
        "QĐ 217/QĐ-TW, QĐ 218/QĐ-TW; Quyết định 127-QĐ/TW",
        [("217-QĐ/TW", None), ("218-QĐ/TW", None), ("127-QĐ/TW", None)],
    ),
    (
        "11",
        "Quyết định số 217, 218 của Bộ Chính trị (khóa XI)",
        [("Quyết định 217 của Bộ Chính trị", None), ("Quyết định 218 của Bộ Chính trị", None)],
    ),
    (
        "12",
        "Quyết định số 217-QĐ/TW và Quyết định số 218-QĐ/TW ngày 12/12/2013",
        [("217-QĐ/TW", "2013-12-12"), ("218-QĐ/TW", "2013-12-12")],
    ),
    ("13", "quyết định số 217-QĐ/TW ngày 12-12-2013", [("217-QĐ/TW", "2013-12-12")]),
    ("14", "Quy định số 181 - QĐ/TW; 86 - QĐ/TW", [("181-QĐ/TW", None), ("86-QĐ/TW", None)]),
    ("15", "Quy định 102/QĐ-TW; Quy định 69-QĐ-TW", [("102-QĐ/TW", None), ("69-QĐ/TW", None)]),
    ("16", "Quy định 102 năm 2017; Quy định 69", [("Quy định 102 năm 2017", None), ("Quy định 69", None)]),
    ("17", "Quyết định 102-QĐ/TW; Quyết định 66-QĐ/TW 2017", [("102-QĐ/TW", None), ("66-QĐ/TW", None)]),
    ("18", "Quyết định số 99 và Quy định số 124", [("Quyết định 99", None), ("Quy định 124", None)]),
    ("19", "Quy định 66/QĐ/TW", [("66-QĐ/TW", None)]),
    ("20", "Quy định số 69-QÐ/TW, Ðiều lệ Ðảng", [("69-QĐ/TW", None), ("Điều lệ Đảng", None)]),
    (
        "21",
        "Nghị quyết Trung ương 4 (khóa XI); Nghị quyết Trung ương 4 (khóa 11)",
        [("Nghị quyết Trung ương 4 khóa XI", None)] * 2,
    ),
    (
        "22",
        "Nghị quyết T.Ư 4, khóa XI; Nghị quyết TW4 khóa 11; NQ TW 4 khóa XI",
        [("Nghị quyết Trung ương 4 khóa XI", None)] * 3,
    ),
    (
        "23",
        "Nghị quyết Trung ương 4 (khóa XII; XIII)",
        [("Nghị quyết Trung ương 4 khóa XII", None), ("Nghị quyết Trung ương 4 khóa XIII", None)],
    ),
    (
        "24",
        "Chỉ thị số 05-CT/TƯ; Chỉ thị 05; Chỉ thị số 05-CT/BCT",
        [("05-CT/TW", None), ("Chỉ thị 05", None), ("05-CT/BCT", None)],
    ),
    ("25", "Chỉ thị số 05-CT/TW, ngày 15-5-2016, của Bộ Chính trị khóa XII", [("05-CT/TW", "2016-05-15")]),
    ("26", "Điểm a, Khoản 2, Điều 11, Quy định 86-QĐ/TW, ngày 01/6/2017", [("86-QĐ/TW", "2017-06-01")]),
    ("27", "khoản 3 Điều 7 Quy định 66-QĐ/TW; điều 9, khoản 4, điểm c", [("66-QĐ/TW", None)]),
    ("28", "theo Khoản 1 Điều này; những nội dung nêu trong Quy định này", []),
    (
        "29",
        "Quy định số 30-QĐ/TW thi hành Chương VII và Chương VIII Điều lệ Đảng",
        [("30-QĐ/TW", None), ("Điều lệ Đảng", None)],
    ),
    (
        "30",
        "Kết luận số 120-KL/TW; Quy định số 219-QĐ/TU ngày 08 tháng 8 năm 2025 của Ban Thường vụ",
        [("120-KL/TW", None), ("219-QĐ/TU", "2025-08-08")],
    ),
    ("31", "số31-QĐ/TW; lần thứXI", [("31-QĐ/TW", None)]),
    ("32", "Qui định; Số: 367 - QĐ/TWĐTN-VP", [("367-QĐ/TWĐTN-VP", None)]),
    ("33", "Công văn 09-QC/TW", [("09-QC/TW", None)]),
    ("34", "264/QĐ-TW, Quy định 264", [("264-QĐ/TW", None), ("264-QĐ/TW", None)]),
    ("35", "Regulation No. 69-QD/TW; Decision 66-QD/TW", [("69-QĐ/TW", None), ("66-QĐ/TW", None)]),
)


@pytest.mark.parametrize(("raw", "found"), [pytest.param(*row[1:], id=row[0]) for row in RUNNING_TEXT])
def test_a_mention_is_read_as_it_looks_in_running_text(raw: str, found: list[tuple[str, str | None]]) -> None:
    assert [(called(c), c.date.isoformat() if c.date else None) for c in find(raw)] == found


@pytest.mark.parametrize(
    ("raw", "text", "kind"),
    [
        pytest.param(
            "theo Luật Đầu tư nước ngoài tại Việt Nam (số 18/2000/QH10 ngày 09 tháng 6 năm 2000)",
            "Luật Đầu tư nước ngoài tại Việt Nam (số 18/2000/QH10 ngày 09 tháng 6 năm 2000",
            "Luật",
            id="sign-in-brackets",
        ),
        pytest.param(
            "Luật sửa đổi, bổ sung một số điều của Luật Đất đai ngày 29/6/2001;",
            "Luật sửa đổi, bổ sung một số điều của Luật Đất đai ngày 29/6/2001",
            "Luật",
            id="amending-law",
        ),
        pytest.param(
            "QUY ĐỊNH CHI TIẾT THI HÀNH LUẬT SỬA ĐỔI, BỔ SUNG MỘT\nSỐ ĐIỀU CỦA LUẬT ĐẤT ĐAI\nSỐ 04/1998/QH10",
            "LUẬT SỬA ĐỔI, BỔ SUNG MỘT\nSỐ ĐIỀU CỦA LUẬT ĐẤT ĐAI\nSỐ 04/1998/QH10",
            "Luật",
            id="amending-law-in-capitals",
        ),
        pytest.param(
            "LUẬT\nSỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA LUẬT ĐẤT ĐAI", "LUẬT ĐẤT ĐAI", "Luật", id="own-title-in-capitals"
        ),
        pytest.param(
            "theo Pháp lệnh phát hành công trái; Pháp lệnh Phát hành công trái xây dựng Tổ quốc số 12/1999/PL-UBTVQH10",
            "Pháp lệnh Phát hành công trái xây dựng Tổ quốc số 12/1999/PL-UBTVQH10",
            "Pháp lệnh",
            id="name-read-by-rule",
        ),
        pytest.param(
            "quy định của Bộ luật dân sự số 33/2005/QH11", "Bộ luật dân sự số 33/2005/QH11", "Bộ luật", id="code"
        ),
        pytest.param("Luật Thương mại và các luật khác", "Luật Thương mại", "Luật", id="and-others"),
        pytest.param("Luật Công an nhân dân quy định", "Luật Công an nhân dân", "Luật", id="name-then-verb"),
    ],
)
def test_the_name_of_a_law_ends_where_it_ends(raw: str, text: str, kind: str) -> None:
    citation = one(raw)
    assert (citation.text, citation.type) == (text, kind)


def test_a_law_does_not_mention_itself_by_name() -> None:
    own = Metadata(type="Luật", title="Luật Đất đai")
    found = find_citations("Luật Đất đai; thay thế Luật Đất đai năm 2003", own)
    assert [citation.name for citation in found] == ["Luật Đất đai 2003"]


@pytest.mark.parametrize(
    "piece",
    [
        *("1/2-3.", "1", "/", "1 ", "QĐ-", "12/QĐ-A", "số 1, ", "Luật A ", "1/19", "ngày 1/", "1, 2 và ", "qd 12 "),
        *("\nCăn cứ Quy chế a, ", "Căn cứ Quy chế a b, c ", "\nCăn cứ Quy chế của\nBan "),
        *("nghi quyet ", "NQTW1, ", "Nghị quyết Đại hội ", "Quy định nêu trên ", "quyet dinh 1, khoa "),
    ],
)
def test_a_line_of_nothing_but_signs_is_read_in_linear_time(piece: str) -> None:
    """Ten times the text takes about ten times as long; a pattern that backs up takes a hundred times."""
    short, long = piece * (20_000 // len(piece)), piece * (200_000 // len(piece))
    seconds = []
    for text in (short, long):
        began = time.perf_counter()
        find_citations(text)
        seconds.append(time.perf_counter() - began)
    assert seconds[1] < 40 * seconds[0] + 1


@pytest.mark.slow
def test_a_line_of_ten_megabytes_of_digits_and_slashes_does_not_hang() -> None:
    began = time.perf_counter()
    assert find_citations("12/2003/" * 1_250_000) == ()
    assert time.perf_counter() - began < 60


@pytest.mark.parametrize(
    ("raw", "days"),
    [
        pytest.param(
            "Quy định số 127-QĐ/TW, ngày 18/5/2023. Điều 31 Quy định số 127-QĐ/TW.",
            ["2023-05-18"] * 2,
            id="said-before",
        ),
        pytest.param("Chỉ thị số 12-CT/TW. Chỉ thị số 12-CT/TW ngày 05/01/2017.", ["2017-01-05"] * 2, id="said-after"),
        pytest.param(
            "Quy định 15-QĐ/TW ngày 01/02/2003. Quy định 15-QĐ/TW ngày 05/01/2017. Quy định số 15-QĐ/TW.",
            ["2003-02-01", "2017-01-05", None],
            id="of-two-days-it-stays-open",
        ),
        pytest.param("Quy định 15-QĐ/TW ngày 01/02/2003. Quy định 16-QĐ/TW.", ["2003-02-01", None], id="another-sign"),
    ],
)
def test_a_sign_without_a_day_is_of_the_one_day_that_the_text_gives_it(raw: str, days: list[str | None]) -> None:
    assert [one.date.isoformat() if one.date else None for one in find(raw)] == days


def test_the_document_itself_is_not_taken_for_the_one_of_another_day_that_it_names() -> None:
    own = Metadata(number="102-QĐ/TW", date=date(2017, 11, 15))
    found = find_citations("Số 102-QĐ/TW. Quy định này thay thế Quy định số 102-QĐ/TW ngày 01/02/2003.", own)
    assert [one.date for one in found] == [date(2003, 2, 1)]
