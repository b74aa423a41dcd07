"""``show --report``: what was recognised of one document, how surely, and what a person said instead."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from ingest.addresses import name_level
from ingest.describe_report import make_report, say_report
from ingest.documents import read_document
from ingest.models import Finding, PageStart
from ingest.store import Origin, open_library
from tests.commands import Printed
from tests.test_store import DIRECTIVE_ID, directive


@pytest.fixture
def held(tmp_path: Path) -> str:
    """A directive of two scanned pages whose number is not surely read."""
    document = read_document(directive(), "chi-thi.pdf")
    at = document.text.index("05-CT/TU")
    day = document.text.index("ngày 05")
    findings = (Finding("number", at, at + 8, 0.5), Finding("date", day, day + 26, 0.98))
    pages, notes = (PageStart(1, 0, 0.95), PageStart(2, 60, 0.85)), ("Trang 2 bị nghiêng.",)
    document = replace(document, findings=findings, pages=pages, notes=notes)
    with open_library(tmp_path / "var") as library:
        library.add(document, b"pdf", Origin("PDF", "hoso.zip › chi-thi.pdf"))
        library.corrections.correct(DIRECTIVE_ID, {"signer": "Lê Văn A"})
    return DIRECTIVE_ID


def test_the_report_says_each_fact_its_words_and_how_sure_it_is(held: str, command: Callable[..., Printed]) -> None:
    code, out, _ = command("show", "--report", "05-CT/TU")
    assert code == 0
    for lines in (
        "  Số, ký hiệu: 05-CT/TU [nên kiểm tra]\n    đọc từ: “05-CT/TU”\n",
        "  Ngày ban hành: 05/02/2018 [chắc chắn]\n    đọc từ: “ngày 05 tháng 02 năm 2018”\n",
        "; máy đọc: (không có)]\n",
        "\nKhông thấy trong văn bản: ngày họp, chức vụ người ký, ",
        "\nCấu trúc: 1 tiêu đề, 4 mục\n",
        "\nVăn bản được dẫn: 1\n  18-NQ/TW (danh mục biết, thư viện chưa có: 18-NQ/TW@2017-10-25)\n",
        "\nTrang đọc từ ảnh quét: 2 trên 2 trang, độ tin cậy trung bình 90%\n  trang 2: 85% [nên kiểm tra]\n",
        "\nGhi chú khi đọc:\n  Trang 2 bị nghiêng.\n",
        "\nTệp gốc:\n  chi-thi.pdf (PDF, 3 byte; bản 1)\n",
    ):
        assert lines in out
    assert out.endswith(f"Muốn sửa hồ sơ: python -m ingest correct {held} --number SỐ --date NGÀY …\n")


def test_the_report_for_programs_has_the_same_facts(held: str, command: Callable[..., Printed]) -> None:
    report = json.loads(command("show", held, "--report", "--json")[1])
    fields = {one["field"]: one for one in report["fields"]}
    assert (fields["number"]["words"], fields["number"]["confidence"]) == ("05-CT/TU", 0.5)
    assert (fields["signer"]["value"], fields["signer"]["read"]) == ("Lê Văn A", None)
    assert fields["signer"]["corrected_at"]
    assert (report["levels"], report["notes"]) == ({"tiêu đề": 1, "mục": 4}, ["Trang 2 bị nghiêng."])
    assert report["citations"] == [{"name": "18-NQ/TW", "resolved": None, "outcome": "not_held", "note": None}]
    assert report["originals"][0]["origin"]["place"] == "hoso.zip › chi-thi.pdf"
    assert "signer" not in report["absent"]


@pytest.mark.parametrize(
    ("words", "line"),
    [
        pytest.param(
            "Quy định số 217-QĐ/TW",
            "  217-QĐ/TW (danh mục biết, thư viện chưa có: 217-QĐ/TW@2013-12-12; văn bản gọi là Quy định, đúng loại là"
            " Quyết định)",
            id="a-decision",
        ),
        pytest.param(
            "Quyết định 102-QĐ/TW",
            "  102-QĐ/TW (danh mục biết, thư viện chưa có: 102-QĐ/TW@2017-11-15; văn bản gọi là Quyết định,"
            " đúng loại là Quy định)",
            id="a-regulation",
        ),
        pytest.param("Quyết định số 999-QĐ/TW", "  999-QĐ/TW", id="nobody-knows"),
    ],
)
def test_the_report_says_where_a_document_is_called_by_another_type_than_its_own(
    words: str, line: str, tmp_path: Path
) -> None:
    raw = directive(body=f"1. Thực hiện {words}.\n")
    with open_library(tmp_path) as library:
        held = library.add(read_document(raw, "chi-thi.txt"), raw.encode()).document_id
        report = make_report(library, held)
    assert f"\nVăn bản được dẫn: 1\n{line}\n" in say_report(report)


@pytest.mark.parametrize(
    ("address", "level"),
    [
        ("chuong-II", "chương"),
        ("dieu-5", "điều"),
        ("dieu-5.khoan-2", "khoản"),
        ("dieu-5.khoan-2.diem-a", "điểm"),
        ("II.5", "mục"),
        ("II.5-lan-2", "mục"),
        ("I.2.gach-4", "gạch đầu dòng"),
        ("II.mo-dau", "phần mở đầu"),
        ("noi-nhan", "nơi nhận"),
    ],
)
def test_a_level_is_called_as_an_office_calls_it(address: str, level: str) -> None:
    assert name_level(address) == level
