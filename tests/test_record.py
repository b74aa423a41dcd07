"""The record of papers of both traditions, in the forms in which offices typed them for thirty years."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from ingest.documents import read_document
from ingest.models import SURE

HEADS = tomllib.loads((Path(__file__).parent / "golden" / "heads.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in HEADS])
def test_the_record_says_what_the_head_prints(case: dict[str, str]) -> None:
    record = read_document(case["text"], "tep.txt").metadata
    wanted = {field: value for field, value in case.items() if field not in ("name", "text")}

    assert {field: str(getattr(record, field) or "") for field in wanted} == wanted


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in HEADS])
def test_every_fact_has_its_place_in_the_text(case: dict[str, str]) -> None:
    document = read_document(case["text"], "tep.txt")
    found = {finding.field for finding in document.findings}
    fields = ("type", "number", "title", "issuer", "place", "date", "event_date", "signer", "signer_role", "power")

    assert {field for field in fields if getattr(document.metadata, field)} <= found
    for finding in document.findings:
        assert document.text[finding.start : finding.end].strip()
    assert list(document.findings) == sorted(document.findings, key=lambda one: (one.start, one.end, one.field))


BODY = "Điều 1. Một\nLàm.\n"
HEAD = "BỘ TÀI CHÍNH\nSố: 5/2001/TT-BTC\nHà Nội, ngày 8 tháng 3 năm 2001\nTHÔNG TƯ\nvề thuế\n\n"
BASES = (
    "Căn cứ Luật Thuế;\n- Căn cứ Nghị định số 1/CP;\nTheo đề nghị của Vụ trưởng,\n\n"
    "Điều 1. Một\nCăn cứ vào đó mà làm.\n"
)


def test_a_fact_is_read_from_the_very_words() -> None:
    document = read_document(HEAD + BASES, "tep.txt")
    words = {finding.field: document.text[finding.start : finding.end] for finding in document.findings}

    assert words["number"] == "5/2001/TT-BTC"
    assert words["date"] == "ngày 8 tháng 3 năm 2001"
    assert (words["type"], words["title"]) == ("THÔNG TƯ", "về thuế")
    assert (words["issuer"], words["place"]) == ("BỘ TÀI CHÍNH", "Hà Nội")


def test_legal_bases_are_found_above_the_first_article() -> None:
    document = read_document(HEAD + BASES, "tep.txt")
    bases = [document.text[one.start : one.end] for one in document.findings if one.field == "bases"]

    assert bases == ["Căn cứ Luật Thuế", "Căn cứ Nghị định số 1/CP"]


@pytest.mark.parametrize(
    ("text", "field", "sure"),
    [
        pytest.param(HEAD + BASES, "issuer", True, id="letterhead"),
        pytest.param("Thông tư\ncủa Bộ Tài chính số 5/2001/TT-BTC\n\n" + BASES, "issuer", True, id="heading"),
        pytest.param("THÔNG TƯ\nSố 5/2001/TT-BTC\nvề thuế\n\n" + BASES, "issuer", False, id="code-in-the-sign"),
        pytest.param("Một bài\nTS. Lê Văn An\n\nNay tôi viết như sau.\n", "signer", False, id="author"),
    ],
)
def test_a_fact_from_an_odd_place_is_less_sure(text: str, field: str, sure: bool) -> None:
    document = read_document(text, "tep.txt")
    (confidence,) = (one.confidence for one in document.findings if one.field == field)
    assert (confidence >= SURE) is sure


@pytest.mark.parametrize(
    ("below", "enclosed"),
    [
        pytest.param(
            "QUY CHẾ\nlàm việc\n(Ban hành kèm theo Quyết định số 1/QĐ-UBND)\n\nĐiều 1. Một\nLàm.\n",
            "Quy chế",
            id="held",
        ),
        pytest.param("", None, id="in-another-file"),
    ],
)
def test_an_enclosed_text_is_named_where_it_is_held(below: str, enclosed: str | None) -> None:
    decision = (
        "UBND TỈNH AN GIANG\nSố: 1/QĐ-UBND\nQUYẾT ĐỊNH\nvề việc ban hành Quy chế làm việc\n\nCăn cứ Luật;\n\n"
        "Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc.\nĐiều 2. Quyết định này có hiệu lực từ ngày ký.\n\n"
        "CHỦ TỊCH\nLê Văn An\n\n"
    )
    assert read_document(decision + below, "tep.txt").metadata.enclosed == enclosed


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Bí mật nhà nước phải được giữ.", id="sentence"),
        pytest.param("MẬT ONG RỪNG", id="longer"),
        pytest.param("Khẩn trương triển khai", id="adverb"),
    ],
)
def test_a_word_of_secrecy_in_a_sentence_is_no_mark(line: str) -> None:
    record = read_document(f"TỈNH ỦY\n*\nSố 1-TB/TU\nTHÔNG BÁO\nvề việc giữ mật\n\n{line}\n", "tep.txt").metadata
    assert (record.secrecy, record.urgency) == (None, None)
