"""Small letters that a font draws as capitals: a heading in them stays a line, a cut sentence is still joined."""

import pytest

from ingest.cleaning import clean_text

LONG = "Căn cứ Luật Tổ chức Chính phủ và các quy định có liên quan đến việc này"


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(("Theo đề nghị của Bộ trưởng Bộ Tài chính,", "nghị định :"), id="formula-below-a-comma"),
        pytest.param((LONG, "quyết định:"), id="formula"),
        pytest.param((LONG, "thông tư"), id="type"),
        pytest.param((LONG, "nghị định của chính phủ", "Sửa đổi một số điều"), id="type-and-body"),
        pytest.param((LONG, "chính phủ"), id="body"),
        pytest.param((LONG, "thủ tướng chính phủ"), id="post"),
        pytest.param((LONG, "tm. chính phủ"), id="power-to-sign"),
        pytest.param(("- Lưu Văn phòng", "ủy Ban Nhân Dân      Cộng Hòa Xã Hội Chủ Nghĩa Việt Nam"), id="letterhead"),
        pytest.param((LONG, "c - đăng ký, kê khai, nộp thuế"), id="lettered-section"),
        pytest.param((LONG, "ii/ nội dung cụ thể"), id="roman-section"),
        pytest.param((LONG, "chương i", "những quy định chung"), id="chapter"),
    ],
)
def test_a_heading_drawn_in_capitals_is_not_joined_to_the_text_above(lines: tuple[str, ...]) -> None:
    raw = "\n\n".join(lines)
    assert clean_text(raw) == raw


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("tham mưu và thực hiện đầy đủ các nội dung theo đề nghị của", "chính phủ", id="body-wanted"),
        pytest.param("tham mưu và thực hiện đầy đủ các nội dung thuộc", "thông tư này.", id="end-of-the-sentence"),
        pytest.param("trường hợp điều ước quốc tế mà", "nước Cộng hòa xã hội chủ nghĩa Việt Nam", id="motto-inside"),
        pytest.param("2. Thẩm phán tiến hành khai mạc theo quy định tại", "Điều 169 của Luật này.", id="article"),
    ],
)
def test_a_sentence_that_goes_on_in_such_words_is_joined(before: str, after: str) -> None:
    padded = f"Các cơ quan {before}"
    assert clean_text(f"{padded}\n\n{after}") == f"{padded} {after}"
