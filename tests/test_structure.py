"""The tree: every numbering form of the facts, and the laws that hold for any text."""

from __future__ import annotations

import json
import os
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ingest.cleaning import clean_text
from ingest.layout import read_layout
from ingest.models import Document, Metadata, Provision
from ingest.passages import make_passages
from ingest.structure import read_structure

ROOT = Path(__file__).parent.parent
CORPUS = Path(os.environ.get("VANKIEN_CORPUS", ROOT.parent / "shared" / "corpus"))
LAWS = CORPUS / "laws" / "laws.json"


def read(raw: str) -> Document:
    text = clean_text(raw)
    return Document("thu", text, Metadata(), read_structure(text, read_layout(text)), ())


def heading(document: Document, address: str) -> str | None:
    node = document.find_provision(address)
    assert node is not None, [one.address for one in document.walk()]
    return node.heading


@pytest.mark.parametrize(
    ("raw", "address", "expected"),
    [
        pytest.param("Chương I\nQUY ĐỊNH CHUNG\n\nĐiều 1. A\nx.", "chuong-I", "Chương I\nQUY ĐỊNH CHUNG", id="chapter"),
        pytest.param("I. KẾT QUẢ VÀ\nHẠN CHẾ\n\nMột.\n\nHai.", "I", "I. KẾT QUẢ VÀ\nHẠN CHẾ", id="capitals-that-go-on"),
        pytest.param(
            "Chương I\nMỘT VÀ\nHAI\nĐiều 1. A\nx.", "chuong-I", "Chương I\nMỘT VÀ\nHAI", id="name-of-two-lines"
        ),
        pytest.param("I. KẾT QUẢ\n\nCÒN ÍT\n\nMột.", "I", "I. KẾT QUẢ", id="a-blank-line-ends-capitals"),
        pytest.param("Điều 1. Phạm vi\nNội dung.", "dieu-1", "Điều 1. Phạm vi", id="article"),
        pytest.param("Điều 1.\n1. Một.\n2. Hai.", "dieu-1", "Điều 1.", id="article-without-a-name"),
        pytest.param("Điều 1\n\nNội dung của điều.", "dieu-1", "Điều 1", id="bare-article"),
        pytest.param("Điều 1\nPhạm vi\nNội dung.", "dieu-1", "Điều 1\nPhạm vi", id="name-of-an-article-below-it"),
        pytest.param("1. Về ưu điểm\n- Một.", "1", "1. Về ưu điểm", id="numbered"),
        pytest.param("1. Về ưu điểm:\n- Một.", "1", "1. Về ưu điểm:", id="short-with-a-colon"),
        pytest.param("1. Nội dung gồm:\n- Một.", "1", None, id="lead-in-says-something"),
        pytest.param("1. Một câu.\n- Một.", "1", None, id="a-sentence-is-no-heading"),
        pytest.param("1. Về ưu điểm", "1", None, id="nothing-below"),
        pytest.param("Điều 2. Hiệu lực\nQuy định này có hiệu lực từ ngày ký.", "dieu-2", "Điều 2. Hiệu lực", id="last"),
        pytest.param("1. A\n- Về kinh tế\n\nĐạt mục tiêu.", "1.gach-1", "- Về kinh tế", id="bullet-names-a-paragraph"),
        pytest.param(
            "Điều 1. A\n1. Nay:\na) Về kinh tế\nĐạt.", "dieu-1.khoan-1.diem-a", "a) Về kinh tế", id="point-names-it"
        ),
        pytest.param("1. Thống nhất chủ trương. Giao Ban Tổ chức\n- Một.", "1", None, id="sentence-inside"),
        pytest.param(
            "1. Giao Ban Tổ chức Tỉnh ủy chủ trì, phối hợp với các cơ quan tham mưu\n\n- Một.", "1", None, id="comma"
        ),
        pytest.param(
            "I. GIAO BAN TỔ CHỨC TỈNH ỦY CHỦ TRÌ, PHỐI HỢP VỚI CÁC CƠ QUAN THAM MƯU\n- Một.",
            "I",
            "I. GIAO BAN TỔ CHỨC TỈNH ỦY CHỦ TRÌ, PHỐI HỢP VỚI CÁC CƠ QUAN THAM MƯU",
            id="a-section-in-capitals-may-be-long",
        ),
        pytest.param("1. " + "Về một việc " * 11 + "\n- Một.", "1", None, id="too-long"),
        pytest.param(
            "II. TỔ CHỨC\nCăn cứ Thông báo này, các cấp ủy thực hiện.", "II", "II. TỔ CHỨC", id="only-closing"
        ),
    ],
)
def test_a_heading_names_what_stands_below_it(raw: str, address: str, expected: str | None) -> None:
    assert heading(read(raw), address) == expected


@pytest.mark.parametrize(
    ("raw", "closing"),
    [
        pytest.param("1. Một câu.\n\nCăn cứ Thông báo này, cấp ủy thực hiện./.", "ket", id="speaks-of-the-document"),
        pytest.param("I. A\n1. Một.\n\nTrên đây là kết luận.", "ket", id="tren-day"),
        pytest.param("1. Một câu.\n\nCác cấp ủy thực hiện.", "1", id="speaks-of-the-section"),
        pytest.param("1. Một câu.\n\nVăn phòng thông báo để biết./.", "ket", id="end-mark"),
        pytest.param("II. A\n1. Một.\n- Hai.\n\nVăn phòng thông báo./.", "ket", id="end-mark-below-a-section"),
        pytest.param("1. Tổ chức\nMột.\n\nVăn phòng thông báo./.", "1", id="end-mark-in-the-text-of-a-heading"),
        pytest.param("Điều 1. A\n1. Một.\n\nVăn phòng thông báo./.", "dieu-1", id="end-mark-in-an-article"),
        pytest.param("Điều 1. A\n1. Một.\nLuật này được Quốc hội thông qua ngày 13/11/2020.", "ket", id="adoption"),
        pytest.param("Điều 1. A\n1. Một.\nLuật này có hiệu lực từ năm 2020.", "dieu-1", id="an-article-keeps-its-own"),
    ],
)
def test_a_last_paragraph_about_the_document_closes_it(raw: str, closing: str) -> None:
    assert read(raw).tree[-1].address == closing


def test_articles_count_through_chapters_and_stand_inside_them() -> None:
    document = read("Chương I\nMỘT\nĐiều 1. A\nx.\nChương II\nHAI\nĐiều 2. B\ny.")
    assert [[child.address for child in root.children] for root in document.tree] == [["dieu-1"], ["dieu-2"]]


def test_a_text_before_the_first_mark_opens_and_stays_apart() -> None:
    document = read("I. A\nMở đầu mục.\n1. Một.\n2. Hai.")
    document = read("I. A\nMở đầu mục.\n1. Một.\n2. Hai.")
    assert [node.address for node in document.walk()] == ["I", "I.mo-dau", "I.1", "I.2"]
    assert heading(document, "I") == "I. A"


def test_numbers_nested_beyond_reason_are_read_all_the_same() -> None:
    deep = "\n".join(".".join("1" * depth) + ". nội dung" for depth in range(1, 700))
    assert_lawful(read(deep))


MARKS = (
    *(
        "Phần thứ nhất",
        "PHẦN II",
        "Chương I",
        "Chương 2. TÊN",
        "Mục 1",
        "Tiểu mục 1",
        "A. CHỮ",
        "I. LA MÃ",
        "II- LA MÃ",
    ),
    *(
        "Điều 1. Tên điều",
        "Điều 2.",
        "Điều 3",
        "1. Một câu.",
        "1. Tên mục",
        "2- Khoản:",
        "3) Ba.",
        "1.1. Nhỏ",
        "1.1.1. Nữa",
    ),
    *("a) một điểm;", "đ) điểm khác.", "- Gạch;", "– Gạch dài.", "+ Cộng", "* Sao", "(1) đầu; (2) sau."),
    *(
        "Đoạn văn: (1) một; (2) hai; (3) ba.",
        "Một đoạn văn. Hai câu; ba ý.",
        "CHỮ HOA",
        "chữ thường",
        "Theo hướng gồm:",
    ),
    *("THÔNG BÁO", "về công tác", "Nơi nhận:", "T/M BAN THƯỜNG VỤ", "Lê Văn A", "Trên đây là hết.", "", "-----"),
)
any_text = st.lists(st.sampled_from(MARKS), max_size=24).map("\n".join) | st.text(max_size=60)


@settings(max_examples=250)
@example("Phần thứ nhất\nCHỮ HOA\n-----\nMột đoạn.\n\nHai đoạn.")
@example("THÔNG BÁO\nPhần thứ nhất\nTHÔNG BÁO\n* ")
@given(any_text)
def test_every_text_makes_a_tree_that_keeps_the_laws(raw: str) -> None:
    assert_lawful(read(raw))


@cache
def laws() -> dict[str, str]:
    """Law -> its articles, written as a law prints them."""
    stored = json.loads(LAWS.read_text("utf-8"))
    written = {law["id"]: "\n\n".join(f"Điều {one['id']}. {one['text']}" for one in law["articles"]) for law in stored}
    return {name: text for name, text in written.items() if text}


@pytest.mark.skipif(not LAWS.exists(), reason="needs the corpus of laws: set VANKIEN_CORPUS to its folder")
@pytest.mark.parametrize("name", ["Luật Thanh niên", "Luật Cư trú", "Luật An ninh mạng", "Luật Giáo dục"])
def test_a_whole_law_keeps_the_laws_and_each_article_its_address(name: str) -> None:
    document = read(laws()[name])

    assert_lawful(document)
    numbers = [
        int(one["id"]) for law in json.loads(LAWS.read_text("utf-8")) if law["id"] == name for one in law["articles"]
    ]
    assert numbers
    for number in numbers:
        assert document.text[span(document, f"dieu-{number}")].startswith(f"Điều {number}. ")


def span(document: Document, address: str) -> slice:
    node = document.find_provision(address)
    assert node is not None, address
    return slice(node.start, node.end)


def assert_lawful(document: Document) -> None:
    """Addresses are unique, children lie in order inside their parents, each visible character belongs to one node."""
    seen = Counter(node.address for node in document.walk())
    assert [address for address, times in seen.items() if times > 1] == []

    owners: Counter[int] = Counter()
    for root in document.tree:
        _count_owned(document.text, root, owners)
    visible = [i for i, character in enumerate(document.text) if not character.isspace()]
    assert [(i, document.text[i : i + 20], owners[i]) for i in visible if owners[i] != 1] == []

    starts = [node.start for node in document.walk()]
    assert starts == sorted(starts)
    assert_no_heading_is_a_passage(document)


def _count_owned(text: str, node: Provision, owners: Counter[int]) -> None:
    if node.heading is not None:
        assert text[node.start : node.start + len(node.heading)] == node.heading
        assert node.start + len(node.heading) <= node.text_start
        owners.update(range(node.start, node.start + len(node.heading)))
    owners.update(range(node.text_start, node.text_end))
    before = node.text_start
    for child in node.children:
        assert before <= child.start
        assert child.end <= node.end
        before = child.end
        _count_owned(text, child, owners)


def assert_no_heading_is_a_passage(document: Document) -> None:
    headings = {(node.start, node.start + len(node.heading)) for node in document.walk() if node.heading is not None}
    assert [passage.text for passage in make_passages(document) if (passage.start, passage.end) in headings] == []


@pytest.mark.parametrize("first", ["I- MỤC ĐÍCH", "1. Học tập là nhiệm vụ.", "A. MỤC ĐÍCH", "Điều 1. Phạm vi"])
def test_the_bullets_of_a_preamble_hold_nothing_of_what_they_lead_in(first: str) -> None:
    document = read(
        f"- Căn cứ Điều lệ Đảng;\n- Theo đề nghị của Ban Tổ chức,\nBộ Chính trị quy định như sau:\n\n{first}\n\nx."
    )

    above, below = document.tree
    assert above.address == "mo-dau"
    assert below.start == document.text.index(first)


def test_a_bullet_that_leads_in_a_list_holds_it() -> None:
    document = read("1. Việc chung\n- Căn cứ kết quả, cấp ủy quyết định như sau:\na) Khen.\nb) Phạt.\n2. Việc riêng.")

    assert document.find_provision("1.gach-1.b") is not None
