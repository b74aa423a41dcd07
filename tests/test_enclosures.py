"""Texts below the signature: each a unit of its own, wherever recipients and signature stand."""

from __future__ import annotations

import pytest

from ingest.addresses import describe, find_enclosure
from ingest.cleaning import clean_text
from ingest.layout import Layout, read_layout
from ingest.models import Document, Metadata
from ingest.passages import make_passages
from ingest.structure import read_structure

DECISION = """QUYẾT ĐỊNH
về việc ban hành Quy chế làm việc

Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc của Ban Thường vụ.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký, thay thế Quyết định trước đây.
"""
RULES = """Điều 1. Phạm vi
Quy chế này quy định việc làm việc.
Điều 2. Nguyên tắc
1. Tập trung dân chủ.
2. Tập thể lãnh đạo.
"""
TITLE = "QUY CHẾ\nlàm việc của Ban Thường vụ\n(Ban hành kèm theo Quyết định số 12-QĐ/TU, ngày 05/3/2018)\n"
RECIPIENTS = "Nơi nhận:\n- Các huyện ủy,\n- Lưu Văn phòng Tỉnh ủy.\n"
SIGNATURE = "T/M BAN THƯỜNG VỤ\nBÍ THƯ\n(Đã ký)\nNguyễn Văn An\n"
LETTERHEAD = "TỈNH ỦY BÌNH THUẬN     ĐẢNG CỘNG SẢN VIỆT NAM\n"
OWN_SIGNATURE = "T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\nTrần Thị Bình\n"


def lay_out(raw: str) -> tuple[str, Layout]:
    text = clean_text(raw)
    return text, read_layout(text)


def read(raw: str) -> Document:
    text, layout = lay_out(raw)
    return Document("thu", text, Metadata(), read_structure(text, layout), ())


def addresses(raw: str) -> list[str]:
    return [node.address for node in read(raw).walk()]


@pytest.mark.parametrize(
    "between",
    [
        pytest.param(SIGNATURE + RECIPIENTS, id="recipients-after-the-signature"),
        pytest.param(RECIPIENTS + SIGNATURE, id="recipients-before-the-signature"),
        pytest.param(SIGNATURE, id="no-recipients"),
        pytest.param(RECIPIENTS, id="no-signature"),
        pytest.param("", id="neither"),
        pytest.param(SIGNATURE + RECIPIENTS + LETTERHEAD, id="a-letterhead-of-its-own"),
        pytest.param(SIGNATURE + "-----\nPAGE  2\n", id="a-rule-and-a-page-number"),
    ],
)
def test_the_enclosed_rules_are_a_unit_of_their_own(between: str) -> None:
    found = addresses(DECISION + between + TITLE + RULES)

    assert [one for one in found if one.startswith("dieu-")] == ["dieu-1", "dieu-2"]
    inside = [one for one in found if one.startswith("quy-che") and "tieu-de" not in one]
    assert inside == [
        *("quy-che", "quy-che.mo-dau", "quy-che.dieu-1", "quy-che.dieu-2"),
        *("quy-che.dieu-2.khoan-1", "quy-che.dieu-2.khoan-2"),
    ]


def test_its_heading_is_its_type_and_title_and_its_note_is_said_below() -> None:
    document = read(DECISION + SIGNATURE + TITLE + RULES)

    rules, note = document.find_provision("quy-che"), document.find_provision("quy-che.mo-dau")
    assert rules
    assert note
    assert rules.heading == "QUY CHẾ\nlàm việc của Ban Thường vụ"
    assert document.text[note.start : note.end].startswith("(Ban hành kèm theo Quyết định số 12-QĐ/TU")


def test_its_own_tail_belongs_to_it() -> None:
    _, layout = lay_out(DECISION + RECIPIENTS + SIGNATURE + TITLE + RULES + OWN_SIGNATURE)

    (rules,) = layout.enclosures
    assert rules.type == "Quy chế"
    assert [line.text for line in rules.title] == ["làm việc của Ban Thường vụ"]
    assert rules.signature[-1].text == "Trần Thị Bình"
    assert layout.signature[-1].text == "Nguyễn Văn An"
    assert "quy-che.chu-ky" in addresses(DECISION + SIGNATURE + TITLE + RULES + OWN_SIGNATURE)


def test_appendices_and_forms_follow_one_another() -> None:
    raw = DECISION + RECIPIENTS + SIGNATURE
    raw += "PHỤ LỤC I\nDANH SÁCH\n1. Một.\n2. Hai.\nPhụ lục số 02\nNội dung khác\nMột đoạn văn ngắn.\n"
    raw += "Mẫu số 01\nTỜ KHAI\nHọ và tên:..........\nNơi nhận:\n- Cơ quan thuế."

    found = addresses(raw)

    assert [one for one in found if "." not in one and find_enclosure(one)] == ["phu-luc-1", "phu-luc-2", "bieu-mau-1"]
    assert "phu-luc-1.2" in found
    assert "bieu-mau-1.noi-nhan" in found


def test_what_stands_below_the_signature_without_a_type_is_kept_apart() -> None:
    found = addresses(DECISION + RECIPIENTS + SIGNATURE + "Chương I\nQUY ĐỊNH CHUNG\n" + RULES)

    assert "kem-theo.chuong-I" in found
    assert "kem-theo.dieu-2.khoan-2" in found


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(
            "QUY CHẾ\nlàm việc\n(Ban hành kèm theo Quyết định số 12-QĐ/TU)\n" + RULES, id="it-is-the-document"
        ),
        pytest.param(DECISION + "Quyết định này được gửi đến chi bộ.", id="a-sentence-that-begins-with-a-type"),
        pytest.param(
            "QUYẾT ĐỊNH\nvề nhân sự\n\nCăn cứ Quy chế làm việc của Ban;\n\nQUYẾT ĐỊNH:\n" + RULES, id="formula"
        ),
    ],
)
def test_a_document_that_encloses_nothing_has_no_branch(raw: str) -> None:
    assert lay_out(raw)[1].enclosures == ()


def test_every_letter_is_in_a_passage_or_a_heading_once() -> None:
    document = read(DECISION + RECIPIENTS + SIGNATURE + LETTERHEAD + TITLE + RULES + OWN_SIGNATURE + "\n-----\nPAGE 3")

    said = [passage.text for passage in make_passages(document)]
    headed = [node.heading for node in document.walk() if node.heading]
    letters = sorted("".join("".join([*said, *headed]).split()))
    assert letters == sorted("".join(document.text.replace("-----\nPAGE 3", "").split()))


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("quy-che", "Quy chế"),
        ("quy-che.dieu-4.khoan-2", "khoản 2 Điều 4 Quy chế"),
        ("quy-che.chuong-I", "Chương I Quy chế"),
        ("phu-luc-2.I.3", "mục I.3 Phụ lục 2"),
        ("bieu-mau-1", "Biểu mẫu 1"),
        ("quy-che.mo-dau", "phần mở đầu Quy chế"),
        ("quy-che-lan-2.dieu-1", "Điều 1 Quy chế (lần 2)"),
        ("kem-theo.dieu-1", "Điều 1 phần kèm theo"),
    ],
)
def test_an_enclosed_place_is_named_as_an_office_names_it(address: str, words: str) -> None:
    assert describe(address) == words
