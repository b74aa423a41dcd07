"""What is shown with a paragraph: the headings and the sentence above it, the list below it."""

from __future__ import annotations

import pytest

from index.answering.context import LONGEST_LIST, MOST_ITEMS, Span, find_lead, find_list, introduces
from ingest.documents import read_document
from ingest.models import Document, Passage
from ingest.passages import make_passages

RULE = """QUY ĐỊNH
về kỷ luật

Chương I

QUY ĐỊNH CHUNG

Điều 1. Phạm vi

Quy định này nói về việc xử lý.

Điều 2. Nguyên tắc

Việc xử lý theo các nguyên tắc sau đây:

1. Công minh.

2. Chính xác trong các trường hợp:

a) Vi phạm lần đầu;

b) Vi phạm nhiều lần, gồm:

- Vi phạm nặng;

- Vi phạm rất nặng.

3. Kịp thời.

Điều 3. Thi hành

1. Có hiệu lực ngay.

2. Mọi tổ chức thi hành.
"""
NOTICE = """THÔNG BÁO
về dân vận

I. ĐÁNH GIÁ

Năm qua đạt kết quả tốt. Thường trực nhấn mạnh như sau:

1. Về ưu điểm

- Tuyên truyền tốt.

- Kiểm tra thường xuyên.

2. Về hạn chế

- Còn hình thức.

II. NHIỆM VỤ

1. Mặt trận đổi mới theo hướng: (1) sát cơ sở; (2) thực chất.

2. Các cấp ủy lo ba việc.
"""
PARAGRAPHS = """CÔNG VĂN
về báo cáo

Các đơn vị báo cáo những nội dung sau:

Kết quả kiểm tra trong quý;

Kết quả giám sát trong quý;

Kiến nghị của đơn vị.

Báo cáo gửi trước ngày 15.
"""


def read(text: str) -> Document:
    return read_document(text, "a.txt")


def passage_of(document: Document, words: str) -> Passage:
    return next(passage for passage in make_passages(document) if words in passage.text)


def cut(document: Document, spans: tuple[Span, ...]) -> list[str]:
    return [document.text[span.start : span.end] for span in spans]


@pytest.mark.parametrize(
    ("text", "words", "lead"),
    [
        pytest.param(RULE, "Có hiệu lực ngay", ["Điều 3. Thi hành"], id="khoan-under-its-article"),
        pytest.param(
            RULE,
            "Công minh",
            ["Điều 2. Nguyên tắc", "Việc xử lý theo các nguyên tắc sau đây:"],
            id="khoan-introduced-by-a-sentence",
        ),
        pytest.param(
            RULE,
            "Vi phạm rất nặng",
            [
                "Điều 2. Nguyên tắc",
                "Việc xử lý theo các nguyên tắc sau đây:",
                "2. Chính xác trong các trường hợp:",
                "b) Vi phạm nhiều lần, gồm:",
            ],
            id="dash-under-diem-under-khoan",
        ),
        pytest.param(RULE, "Quy định này", ["Điều 1. Phạm vi"], id="text-of-an-article"),
        pytest.param(NOTICE, "Còn hình thức", ["I. ĐÁNH GIÁ", "2. Về hạn chế"], id="dash-under-two-headings"),
        pytest.param(
            NOTICE,
            "(2) thực chất",
            ["II. NHIỆM VỤ", "1. Mặt trận đổi mới theo hướng:"],
            id="item-within-a-paragraph",
        ),
        pytest.param(NOTICE, "Năm qua", ["I. ĐÁNH GIÁ"], id="the-introduction-itself"),
        pytest.param(PARAGRAPHS, "Báo cáo gửi", [], id="a-plain-paragraph"),
    ],
)
def test_a_paragraph_brings_what_it_stands_under(text: str, words: str, lead: list[str]) -> None:
    document = read(text)
    assert cut(document, find_lead(document, passage_of(document, words))) == lead


@pytest.mark.parametrize(
    ("text", "words", "items"),
    [
        pytest.param(RULE, "gồm:", ["- Vi phạm nặng;", "- Vi phạm rất nặng."], id="dashes-below-a-diem"),
        pytest.param(
            NOTICE,
            "như sau:",
            ["1. Về ưu điểm", "2. Về hạn chế"],
            id="of-headed-parts-the-headings",
        ),
        pytest.param(NOTICE, "theo hướng:", ["(1) sát cơ sở;", "(2) thực chất."], id="within-the-paragraph"),
        pytest.param(
            PARAGRAPHS,
            "nội dung sau:",
            ["Kết quả kiểm tra trong quý;", "Kết quả giám sát trong quý;", "Kiến nghị của đơn vị."],
            id="paragraphs-up-to-the-full-stop",
        ),
        pytest.param(RULE, "Có hiệu lực", [], id="no-introduction-no-list"),
        pytest.param(NOTICE, "Các cấp ủy lo", [], id="a-sentence-that-announces-nothing"),
    ],
)
def test_a_paragraph_that_introduces_a_list_brings_its_items(text: str, words: str, items: list[str]) -> None:
    document = read(text)
    assert cut(document, find_list(document, passage_of(document, words)).items) == items


def test_the_opening_of_an_article_brings_its_khoan_with_what_stands_below_them() -> None:
    document = read(RULE)
    items = cut(document, find_list(document, passage_of(document, "nguyên tắc sau đây:")).items)
    assert [item[:2] for item in items] == ["1.", "2.", "a)", "b)", "- ", "- ", "3."]


@pytest.mark.parametrize(
    ("count", "length", "shown"),
    [
        pytest.param(MOST_ITEMS, 10, MOST_ITEMS, id="as-many-as-fit"),
        pytest.param(MOST_ITEMS + 3, 10, MOST_ITEMS, id="too-many"),
        pytest.param(5, LONGEST_LIST // 2 - 20, 2, id="too-long"),
        pytest.param(2, LONGEST_LIST, 1, id="the-first-however-long"),
    ],
)
def test_a_long_list_is_cut_and_the_rest_is_counted(count: int, length: int, shown: int) -> None:
    items = "\n\n".join(f"{i}. {'việc ' * (length // 5)}xong." for i in range(1, count + 1))
    document = read(f"KẾ HOẠCH\nvề việc\n\nĐiều 1. Việc\n\nLàm các việc sau đây:\n\n{items}\n")
    found = find_list(document, passage_of(document, "sau đây:"))
    assert (len(found.items), found.more) == (shown, count - shown)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("như sau:", True, id="colon"),
        pytest.param("được hiểu như sau;", True, id="colon-typed-as-semicolon"),
        pytest.param("các hình thức sau đây", True, id="colon-lost"),
        pytest.param("Hồ sơ bao gồm", True, id="comprises"),
        pytest.param("Theo hướng: sát cơ sở.", False, id="colon-inside"),
        pytest.param("Thực hiện như năm trước.", False, id="a-plain-sentence"),
    ],
)
def test_it_is_seen_whether_a_paragraph_announces_what_follows(text: str, expected: bool) -> None:
    assert introduces(text) is expected


@pytest.mark.parametrize("text", [RULE, NOTICE], ids=["rule", "notice"])
def test_each_item_of_a_list_is_led_by_what_introduces_it(text: str) -> None:
    document = read(text)
    passages = {passage.address: passage for passage in make_passages(document)}
    seen = 0
    for passage in passages.values():
        for item in find_list(document, passage).items:
            assert passage.end <= item.start < item.end <= len(document.text)
            if item.address in passages and not item.address.startswith("doan-"):
                lead = cut(document, find_lead(document, passages[item.address]))
                assert any(passage.text.endswith(sentence) for sentence in lead)
                seen += 1
    assert seen
