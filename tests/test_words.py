"""How the pages name mentions, beginnings and links."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.mentions import Citation
from ui.words import capitalised, describe_mention, escape_label, shortened


@pytest.mark.parametrize(
    ("citation", "expected"),
    [
        pytest.param(
            Citation(0, 1, "x", "Kết luận", "462-KL/TU", date=date(2018, 1, 4)),
            "Kết luận số 462-KL/TU, ngày 04/01/2018",
            id="number-and-day",
        ),
        pytest.param(
            Citation(0, 1, "x", "Nghị quyết", "04-NQ/TW", term="XII"), "Nghị quyết số 04-NQ/TW (khóa XII)", id="term"
        ),
        pytest.param(
            Citation(0, 1, "x", "Nghị quyết", None, "Nghị quyết Trung ương 4 khóa XI", "XI"),
            "Nghị quyết Trung ương 4 khóa XI",
            id="name-says-the-term",
        ),
        pytest.param(
            Citation(0, 1, "x", "Nghị quyết", "04-NQ/TW", "Nghị quyết Trung ương 4 khóa XII", "XII"),
            "Nghị quyết Trung ương 4 khóa XII (04-NQ/TW)",
            id="name-and-number",
        ),
        pytest.param(Citation(0, 9, "khóa XII.", None), "khóa XII.", id="nothing-but-the-words"),
    ],
)
def test_a_mention_says_what_it_names_and_whether_it_opens(citation: Citation, expected: str) -> None:
    assert describe_mention(citation, held=False) == f"{expected}: chưa có trong thư viện"
    assert describe_mention(citation, held=True) == f"{expected}: bấm để mở"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("ngắn\n gọn", "ngắn gọn", id="short-on-one-line"),
        pytest.param("Công tác kiểm tra, giám sát", "Công tác kiểm…", id="between-words"),
        pytest.param("Công tác bốn chữ; rồi nữa", "Công tác bốn…", id="no-comma-before-the-dots"),
        pytest.param("x" * 40, f"{'x' * 15}…", id="one-endless-word"),
    ],
)
def test_a_beginning_is_cut_between_words(text: str, expected: str) -> None:
    assert shortened(text, most=16) == expected


def test_a_capital_comes_first_and_the_rest_stays() -> None:
    assert [capitalised("điều 5 QĐ"), capitalised("")] == ["Điều 5 QĐ", ""]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("Mở mục II.5, khoản 2 (lần 3)", "Mở mục II.5, khoản 2 (lần 3)", id="nothing-to-guard"),
        pytest.param("*a* _b_ `c`", r"\*a\* \_b\_ \`c\`", id="emphasis"),
        pytest.param("[x](y) <b>", r"\[x\](y) \<b\>", id="link-and-html"),
        pytest.param(":smile: $x$ a->b", r"\:smile\: \$x\$ a\-\>b", id="what-streamlit-adds"),
    ],
)
def test_a_label_shows_every_character(words: str, expected: str) -> None:
    assert escape_label(words) == expected
