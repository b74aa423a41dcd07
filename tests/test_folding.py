"""When two paragraphs say the same, and when they only look so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.answering.folding import Paragraph, may_be_the_same, say_the_same

LONG = (
    "4. Các ban của Tỉnh ủy và các cấp ủy trực thuộc tỉnh tăng cường chỉ đạo các biện pháp nâng cao năng lực lãnh đạo "
    "và sức chiến đấu của tổ chức cơ sở đảng và đội ngũ đảng viên, chú ý nâng cao chất lượng sinh hoạt chi bộ, tập "
    "trung những cơ sở khó khăn, yếu kém trong 30 ngày."
)
SHORT = "a) Theo thỏa thuận;"


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(LONG, id="the-same"),
        pytest.param(LONG.upper(), id="in-capitals"),
        pytest.param(LONG.replace(", ", " ; ").replace(" ", "  "), id="spaces-and-punctuation"),
        pytest.param(LONG.replace("ủy", "uỷ"), id="manner-of-tone-marks"),
        pytest.param(LONG.replace("4. ", "- "), id="another-marker"),
        pytest.param(LONG.replace("4. ", ""), id="without-a-marker"),
        pytest.param(LONG.replace("chú ý nâng cao", "chú ý tiếp tục nâng cao"), id="words-put-in"),
        pytest.param(LONG.replace("và đội ngũ", "cùng đội ngũ"), id="a-link-for-another"),
    ],
)
def test_these_say_the_same(other: str) -> None:
    assert may_be_the_same(LONG, other)
    assert say_the_same(Paragraph(LONG), Paragraph(other))
    assert say_the_same(Paragraph(other), Paragraph(LONG))


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(LONG.replace("30 ngày", "45 ngày"), id="a-number"),
        pytest.param(LONG.replace("trong 30 ngày", "trong 30 ngày năm 2019"), id="a-year-more"),
        pytest.param(LONG.replace("tăng cường", "không tăng cường"), id="a-negation"),
        pytest.param(LONG.replace("tăng cường", "chưa tăng cường"), id="not-yet"),
        pytest.param(LONG.replace("trực thuộc tỉnh", "trực thuộc huyện"), id="another-word"),
        pytest.param(LONG.replace("trong 30 ngày", "trước 30 ngày"), id="before-for-within"),
        pytest.param(LONG[: len(LONG) // 2], id="half-of-it"),
        pytest.param("5. Tiếp tục đẩy mạnh công tác kiểm tra, giám sát ở cơ sở trong năm nay.", id="something-else"),
    ],
)
def test_these_say_something_else(other: str) -> None:
    assert not say_the_same(Paragraph(LONG), Paragraph(other))
    assert not say_the_same(Paragraph(other), Paragraph(LONG))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param(
            Paragraph(SHORT, ("Điều 1. Chấm dứt thuê",)), Paragraph(SHORT, ("Điều 9. Chấm dứt vay",)), False, id="short"
        ),
        pytest.param(
            Paragraph(SHORT, ("Điều 1. Chấm dứt",)),
            Paragraph(SHORT, ("Điều 9. Chấm dứt",)),
            True,
            id="short-under-the-same-heading",
        ),
        pytest.param(
            Paragraph(LONG, ("Điều 1. Bộ Y tế",), elliptic=True),
            Paragraph(LONG, ("Điều 2. Bộ Nội vụ",), elliptic=True),
            False,
            id="of-another-subject",
        ),
        pytest.param(Paragraph(LONG, ("I. NĂM 2018",)), Paragraph(LONG, ("I. NĂM 2019",)), True, id="two-notices"),
        pytest.param(
            Paragraph("1. Ủy ban nhân dân cấp tỉnh trong phạm vi quyền hạn có trách nhiệm sau đây:", (), ("a) Một",)),
            Paragraph("1. Ủy ban nhân dân cấp tỉnh trong phạm vi quyền hạn có trách nhiệm sau đây:", (), ("a) Hai",)),
            False,
            id="another-list",
        ),
        pytest.param(
            Paragraph("Luật này được Quốc hội thông qua ngày 19 tháng 11 năm 2018 tại kỳ họp thứ 6."),
            Paragraph("Luật này được Quốc hội thông qua ngày 19 tháng 11 năm 2018 tại kỳ họp thứ 6."),
            False,
            id="this-law-is-another-law",
        ),
    ],
)
def test_what_stands_around_a_paragraph_counts(one: Paragraph, other: Paragraph, same: bool) -> None:
    assert say_the_same(one, other) is same


@given(st.lists(st.sampled_from(LONG.split()), min_size=1, max_size=30), st.lists(st.sampled_from(LONG.split())))
def test_it_does_not_matter_which_comes_first(one: list[str], other: list[str]) -> None:
    a, b = Paragraph(" ".join(one)), Paragraph(" ".join(other))
    assert say_the_same(a, b) == say_the_same(b, a)
    assert say_the_same(a, a)
    assert may_be_the_same(a.text, a.text)
