"""Passages are slices that cover the text; a long one is cut between sentences, and a heading never stands alone."""

from __future__ import annotations

import re
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.documents import read_document
from ingest.lines import is_furniture
from ingest.models import TITLE, Document
from ingest.passages import LONGEST_PASSAGE, find_sentences, make_passages

NOTICE = Path(__file__).parent.parent / "data" / "documents" / "thong-bao-2018-01-26.txt"
FRAGMENTS = (
    *("Công tác dân vận. ", "kiểm tra, giám sát; ", "ở TP. Phan Thiết ", "Điều 5. ", "…", "?! ", "(xong.) ", "“Hết.” "),
    *("\n", "\n\n", "1. Một. ", "- gạch ", "I. MỤC\n", "chữ" * 60, " ", "dài " * 90, "Chương I\n", "a) điểm; "),
)
any_text = st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=40).map("".join)
quick = settings(max_examples=120)


@pytest.fixture(scope="module")
def notice() -> Document:
    return read_document(NOTICE.read_text("utf-8"), NOTICE)


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in find_sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Một câu. Hai câu? Ba!", ["Một câu.", "Hai câu?", "Ba!"], id="marks"),
        pytest.param("vi phạm; tiếp tục; hết.", ["vi phạm;", "tiếp tục;", "hết."], id="clauses-at-semicolons"),
        pytest.param("Ông nói: “Hết.” Rồi đi.", ["Ông nói: “Hết.”", "Rồi đi."], id="mark-inside-quotation"),
        pytest.param("(Xong.) Tiếp theo…  Nữa.", ["(Xong.)", "Tiếp theo…", "Nữa."], id="brackets-and-ellipsis"),
        pytest.param("Một đoạn\n\nHai đoạn", ["Một đoạn", "Hai đoạn"], id="line-ends"),
        pytest.param(
            "Thực hiện từ năm 2018. Đạt 15.000 đồng.", ["Thực hiện từ năm 2018.", "Đạt 15.000 đồng."], id="year"
        ),
        pytest.param("5. Quán triệt. Hết.", ["5. Quán triệt.", "Hết."], id="number-ends-nothing"),
        pytest.param("II. Nhiệm vụ. a. Điểm", ["II. Nhiệm vụ. a. Điểm"], id="small-letter-begins-nothing"),
        pytest.param("ở TP. Hồ Chí Minh; đ/c. Nam", ["ở TP. Hồ Chí Minh;", "đ/c. Nam"], id="shortenings"),
        pytest.param("v.v. và nghiêm túc./.", ["v.v. và nghiêm túc./."], id="et-cetera-and-end-mark"),
        pytest.param("Quy định số 102-QĐ/TW.", ["Quy định số 102-QĐ/TW."], id="sign"),
        pytest.param("  Một.  \n ", ["Một."], id="white-space-around"),
        pytest.param("", [], id="empty"),
        pytest.param(" \n ", [], id="blank"),
    ],
)
def test_sentences_and_clauses_are_found(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_sentences_of_a_part_are_spans_of_the_whole() -> None:
    text = "Bỏ qua. Một câu. Hai câu; ba. Bỏ qua."
    start, end = text.index("Một"), text.index(" Bỏ", 5)
    assert [text[a:b] for a, b in find_sentences(text, start, end)] == ["Một câu.", "Hai câu;", "ba."]


@quick
@given(any_text)
def test_sentences_hold_every_visible_character_in_order(text: str) -> None:
    spans = find_sentences(text)

    assert [end for _, end in spans[:-1]] == sorted(end for _, end in spans[:-1])
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())


def test_the_passages_of_the_notice_are_its_leaves_and_its_introductions(notice: Document) -> None:
    found = [passage.address for passage in make_passages(notice)]

    leaves = [node.address for node in notice.walk() if not node.children and node.address != TITLE]
    assert found == sorted([*leaves, "II.6.doan-2"], key=[node.address for node in notice.walk()].index)


def test_a_passage_carries_the_headings_above_it(notice: Document) -> None:
    headings = {passage.address: passage.headings for passage in make_passages(notice)}

    assert headings["mo-dau"] == ()
    assert headings["I.2.gach-4"] == ("I. VỀ ĐÁNH GIÁ TÌNH HÌNH NĂM 2017", "2. Những khuyết điểm, hạn chế cần quan tâm")
    assert headings["II.5"] == ("II. NHỮNG NHIỆM VỤ TRỌNG TÂM CẦN TẬP TRUNG THỰC HIỆN TRONG NĂM 2018",)


def test_the_introduction_of_inline_items_is_a_passage_without_them(notice: Document) -> None:
    (intro,) = (passage for passage in make_passages(notice) if passage.address == "II.6.doan-2")
    assert intro.text.startswith("Mặt trận, các đoàn thể")
    assert intro.text.endswith("theo hướng:")


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    sentence = "Công tác kiểm tra, giám sát được tăng cường ở các cấp ủy. "
    document = read_document("1. Một.\n\n2. " + sentence * 50, "dai.txt")

    pieces = [passage for passage in make_passages(document) if passage.address == "2"]
    assert len(pieces) > 1
    assert all(len(piece.text) <= LONGEST_PASSAGE for piece in pieces)
    assert all(len(piece.text) > LONGEST_PASSAGE - 2 * len(sentence) for piece in pieces[:-1])
    assert all(piece.text.endswith("cấp ủy.") for piece in pieces)


@pytest.mark.parametrize(
    "paragraph",
    [
        pytest.param("công tác dân vận " * 200, id="one-sentence-is-cut-between-words"),
        pytest.param("dân" * 1000, id="one-word-is-cut-anywhere"),
        pytest.param("Ngắn. " + "dài " * 700 + ". Ngắn.", id="long-sentence-between-short-ones"),
    ],
)
def test_what_has_no_sentence_to_cut_at_is_cut_all_the_same(paragraph: str) -> None:
    document = read_document(paragraph, "dai.txt")
    passages = make_passages(document)

    assert all(0 < len(passage.text) <= LONGEST_PASSAGE for passage in passages)
    assert "".join("".join(passage.text.split()) for passage in passages) == "".join(paragraph.split())


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param("Công tác dân vận, kiểm tra. " * 20_000, id="half-a-megabyte-in-one-paragraph"),
        pytest.param("Mục lục " + "." * 20_000 + " 5", id="leaders"),
        pytest.param("Theo 1" + " " * 20_000 + "x", id="spaces"),
    ],
)
def test_a_page_without_paragraphs_is_read_in_a_moment(raw: str) -> None:
    """Where work grows with the square of the length, each of these takes far longer than ten seconds."""
    begun = time.process_time()
    assert make_passages(read_document(raw, "dai.txt"))
    assert time.process_time() - begun < 10


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param("Chương I\nQUY ĐỊNH CHUNG\n\nĐiều 1. Phạm vi\n1. Một.\n2. Hai.", id="chapter-and-article"),
        pytest.param("Điều 1.\n1. Một.\n2. Hai.", id="bare-article"),
        pytest.param("Điều 1\nPhạm vi\nNội dung.", id="article-named-below"),
        pytest.param("I. TÌNH HÌNH\n1. Về ưu điểm\n- Một.\n2. Về khuyết điểm:\n- Hai.", id="sections"),
        pytest.param("II. TỔ CHỨC\n\nCăn cứ Thông báo này, các cấp ủy thực hiện.", id="closing-alone-below"),
        pytest.param("Mục 1\nMỘT\nTiểu mục 2\nHAI\nĐiều 1. A\nx.", id="subsection"),
    ],
)
def test_a_heading_is_never_a_passage(raw: str) -> None:
    document = read_document(raw, "thu.txt")
    headings = {node.heading for node in document.walk()}
    assert [passage.text for passage in make_passages(document) if passage.text in headings] == []
    assert len(make_passages(document)) >= 1


@quick
@given(any_text.filter(lambda text: any(c.isalnum() for c in text)))
def test_passages_are_slices_that_cover_the_text_with_the_headings(raw: str) -> None:
    document = read_document(raw, "thu.txt")
    passages = make_passages(document)

    text = document.text
    assert all(text[passage.start : passage.end] == passage.text == passage.text.strip() for passage in passages)
    assert all(document.find_provision(passage.address) is not None for passage in passages)
    assert {passage.document_id for passage in passages} <= {document.id}
    spans = [(passage.start, passage.end) for passage in passages]
    spans += [(node.start, node.start + len(node.heading)) for node in document.walk() if node.heading is not None]
    held = sorted(i for start, end in spans for i in range(start, end) if not text[i].isspace())
    said = [line.span() for line in re.finditer(r"[^\n]+", text) if not is_furniture(line[0])]
    assert len(set(held)) == len(held)
    assert {i for start, end in said for i in range(start, end) if not text[i].isspace()} <= set(held)


def test_a_line_of_millions_of_letters_is_cut_in_time_that_grows_with_it() -> None:
    line = "Cấp ủy các cấp tăng cường kiểm tra, giám sát ở cơ sở theo Quy định 102-QĐ/TW; "
    seconds = []
    for times in (6_000, 24_000):
        document = read_document(f"Điều 1. Kiểm tra\n{line * times}", "a.txt")
        began = time.process_time()
        assert len(make_passages(document)) > times // 20
        seconds.append(time.process_time() - began)
    assert seconds[1] < 10 * seconds[0]
