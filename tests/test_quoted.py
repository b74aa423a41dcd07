"""Numbering that is not the document's own: what it quotes to amend, its table of contents, the cells of a table."""

from __future__ import annotations

import pytest

from ingest.cleaning import clean_text
from ingest.layout import read_layout
from ingest.models import Document, Metadata
from ingest.passages import make_passages
from ingest.structure import read_structure

AMENDING = (
    "Điều 1. Sửa đổi, bổ sung một số điều của Quy định như sau:\n1. {first}\n2. Bãi bỏ Điều 7.\nĐiều 2. Hiệu lực\nx."
)
LEAD = "Điều 5 được sửa đổi như sau:\n"
AMENDED = ["dieu-1", "dieu-1.khoan-1", *(f"dieu-1.khoan-1.doan-{i}" for i in range(1, 5)), "dieu-1.khoan-2", "dieu-2"]


def read(raw: str) -> Document:
    text = clean_text(raw)
    return Document("thu", text, Metadata(), read_structure(text, read_layout(text)), ())


def addresses(raw: str) -> list[str]:
    return [node.address for node in read(raw).walk()]


@pytest.mark.parametrize(
    "quotation",
    [
        pytest.param("“Điều 5. Phạm vi\n1. Một.\n2. Hai.”", id="curly-marks"),
        pytest.param('"Điều 5. Phạm vi\n1. Một.\n2. Hai.".', id="straight-marks"),
        pytest.param("''Điều 5. Phạm vi\n1. Một.\n2. Hai.''", id="two-apostrophes"),
        pytest.param("“Điều 5. Phạm vi\n1. Về “tự diễn biến”.\n2. Hai.”", id="a-quotation-inside"),
        pytest.param("Điều 5. Phạm vi\n1. Một.\n2. Hai.", id="no-marks"),
        pytest.param("“Điều 5. Phạm vi\n1. Một.\n2. Hai.", id="a-mark-that-never-closes"),
        pytest.param("“Chương II\n1. Một.\n2. Hai”.", id="a-chapter"),
    ],
)
def test_a_quoted_provision_stays_text_of_the_clause_that_amends(quotation: str) -> None:
    assert addresses(AMENDING.format(first=LEAD + quotation)) == AMENDED


def test_a_clause_that_is_changed_keeps_its_number_to_itself() -> None:
    found = addresses("Điều 1. Nay:\n1. Bổ sung khoản 4 Điều 6 như sau:\n4. Bốn.\n2. Bãi bỏ Điều 7.\nĐiều 2. A\nx.")

    assert found == [
        *("dieu-1", "dieu-1.khoan-1", "dieu-1.khoan-1.doan-1", "dieu-1.khoan-1.doan-2"),
        *("dieu-1.khoan-2", "dieu-2"),
    ]


def test_an_article_may_amend_one_that_has_the_next_number() -> None:
    found = addresses("Điều 1. Sửa đổi Điều 2 như sau:\nĐiều 2. Phạm vi\n1. Một.\nĐiều 2. Hiệu lực\nx.")

    assert found == ["dieu-1", "dieu-1.doan-1", "dieu-1.doan-2", "dieu-1.doan-3", "dieu-2"]


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param("1. Nghị quyết “Một số vấn đề”.\n2. Hai.", id="a-title-in-marks"),
        pytest.param("1. Hồ sơ gồm có như sau:\na) Một;\nb) Hai.\n2. Ba.", id="a-list"),
        pytest.param("1. Bổ sung các nội dung như sau:\na) Một;\nb) Hai.\n2. Ba.", id="a-list-of-what-is-added"),
        pytest.param('1. Màn hình 20" một chiếc.\n2. Hai.', id="a-mark-of-inches"),
        pytest.param("“Một câu trích.\n1. Một.\n2. Hai.", id="a-stray-mark"),
    ],
)
def test_what_is_no_quotation_keeps_its_headings(raw: str) -> None:
    found = addresses(raw)
    assert ("1" in found, "2" in found) == (True, True)


@pytest.mark.parametrize(
    "contents",
    [
        pytest.param("Chương I. MỘT ..... 3\nĐiều 1. A ..... 3\nChương II. HAI ..... 5", id="leaders"),
        pytest.param("Chương I. MỘT 3\nĐiều 1. A 3\nChương II. HAI 5", id="page-numbers"),
        pytest.param("Chương I. MỘT\nĐiều 1. A\nChương II. HAI", id="names-alone"),
    ],
)
def test_a_table_of_contents_doubles_no_heading(contents: str) -> None:
    found = addresses(f"MỤC LỤC\n{contents}\nChương I. MỘT\nĐiều 1. A\nx.\nChương II. HAI\nĐiều 2. B\ny.")

    assert [one for one in found if "mo-dau" not in one] == ["chuong-I", "dieu-1", "chuong-II", "dieu-2"]


def test_the_rows_of_a_table_are_one_block_and_no_headings() -> None:
    document = read("I. SỐ LIỆU\n1. Tên | Số | Ghi chú\n2. Hai | 3 | 4\n3. Ba | 5 | 6\nMột câu ở dưới bảng.")

    assert [node.address for node in document.walk()] == ["I", "I.doan-1", "I.doan-2"]


def test_rules_and_page_numbers_are_no_passages_and_no_paragraphs() -> None:
    document = read("I. MỘT\n1. Câu một.\n- 3 -\n2. Câu hai.\n*****\n……………\nPAGE  12")

    assert [passage.text for passage in make_passages(document)] == [
        "1. Câu một.",
        "2. Câu hai.",
    ]
    assert [node.address for node in document.walk()] == ["I", "I.1", "I.2"]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param(
            "A - MỘT\n1. x.\nB - HAI\n1. x.\nc - ba\n1. x.", ["A", "A.1", "B", "B.1", "C", "C.1"], id="letter"
        ),
        pytest.param("I/ MỘT\nx.\nII/ HAI\ny.\niii/ ba\nz.", ["I", "II", "III"], id="roman"),
        pytest.param("1. A:\na) Một;\nb) Hai;\nc) Ba.", ["1", "1.a", "1.b", "1.c"], id="points-stay-points"),
        pytest.param("II.1. Một.\nII.2. Hai.", ["1", "2"], id="printed-with-its-section"),
        pytest.param("1. A\n1) Một.\n2) Hai.\n2. B", ["1", "1.1", "1.2", "2"], id="a-list-in-another-style"),
        pytest.param("I. MỘT\nA. Hai\nx.\nII. BA\nA. Bốn\ny.", ["I", "I.A", "II", "II.A"], id="letters-inside-roman"),
        pytest.param("I. MỘT\nV/v công tác.\nV.I. Lênin viết.", ["I", "I.doan-1", "I.doan-2"], id="no-markers"),
    ],
)
def test_a_marker_is_read_as_the_next_of_its_kind(raw: str, expected: list[str]) -> None:
    assert addresses(raw) == expected
