"""Matched words are found however they were typed, and what only asks is never one of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.answering.matched import find_matched
from index.query import understand
from ingest.spelling import fold
from tests.fakes import FakeVocabulary

PASSAGE = (
    "3. Ủy ban kiểm tra các cấp tăng cường kiểm tra, giám sát ở cơ sở; kịp thời xử lý kỷ luật đảng viên vi phạm\n"
    "theo Quy định số 102-QĐ/TW. Đang là việc công ích, có chế độ gì thì theo chế độ ấy."
)
HELD = FakeVocabulary(PASSAGE, "Công tác dân vận của chính quyền.")


def matched(question: str, text: str = PASSAGE) -> list[str]:
    return [text[start:end] for start, end in find_matched(understand(question, HELD), text)]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        pytest.param("giám sát cơ sở", ["giám sát", "cơ sở"], id="marked"),
        pytest.param("GIÁM SÁT", ["giám sát"], id="capitals"),
        pytest.param("giam sat", ["giám sát"], id="bare"),
        pytest.param("gia\u0301m sa\u0301t", ["giám sát"], id="decomposed"),
        pytest.param("uỷ ban", ["Ủy ban"], id="tone-mark-elsewhere"),
        pytest.param("xu ly ky luat", ["xử lý kỷ luật"], id="neighbours-are-one-span"),
        pytest.param("UBKT", ["Ủy ban kiểm tra", "kiểm tra"], id="abbreviation"),
        pytest.param("inspection", ["kiểm tra", "kiểm tra"], id="english"),
        pytest.param("vi phạm quy định", ["vi phạm", "Quy định"], id="not-across-words-between"),
        pytest.param("102-QĐ/TW", ["102-QĐ/TW"], id="sign"),
        pytest.param("217-QĐ/TW", ["QĐ/TW"], id="another-sign-where-nothing-better-matches"),
        pytest.param("quy định 217-QĐ/TW", ["Quy định"], id="another-sign"),
        pytest.param("giám sát là gì?", ["giám sát"], id="question-words-are-none"),
        pytest.param("công tác", [], id="half-a-word-is-no-word"),
        pytest.param("kiểm giám", [], id="both-halves-but-not-together"),
        pytest.param("nấu phở", [], id="nothing"),
    ],
)
def test_the_words_of_the_question_are_found_as_they_stand(question: str, expected: list[str]) -> None:
    assert matched(question) == expected


def test_i_and_y_are_one_where_they_are_written_either_way() -> None:
    assert matched("lý luận chính trị", "Học tập lí luận chính trị.") == ["lí luận chính trị"]


def test_a_marked_word_matches_no_other_tone() -> None:
    assert matched("đảng", "Đảng viên đang, dâng, đáng.") == ["Đảng"]
    assert matched("dang vien", "đảng viên; dáng viền; đang") == ["đảng viên", "dáng viền"]


def test_two_halves_that_a_stop_parts_are_no_word() -> None:
    assert matched("kiểm tra", "kiểm. Tra; kiểm, tra") == []
    assert matched("kiểm tra", "Kiểm\ntra, kiểm  tra") == ["Kiểm\ntra", "kiểm  tra"]


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        pytest.param("nhiệm vụ năm 2018", "Nhiệm vụ mỗi năm và năm 2018.", ["Nhiệm vụ", "năm 2018"], id="a-year"),
        pytest.param("nhiệm vụ năm 2018", "Nhiệm vụ ngày 04/01/2018.", ["Nhiệm vụ"], id="half-a-date"),
        pytest.param("nhiem vu nam 2018", "Nắm chắc mọi việc; năm nay.", ["năm"], id="as-it-was-understood"),
        pytest.param("số tiền thuế", "Số người nộp số tiền thuế.", ["số tiền thuế"], id="of-one-syllable-each"),
        pytest.param("thuế đất", "Thuế sử dụng đất.", ["Thuế", "đất"], id="apart-where-nothing-better-matches"),
        pytest.param("mức lương cơ sở", "Mức lương cơ bản.", ["Mức lương"], id="half-a-neighbour-is-no-neighbour"),
        pytest.param("lịch tàu", "Tàu chạy theo lịch.", ["Tàu", "lịch"], id="both-apart"),
    ],
)
def test_words_of_one_syllable_count_beside_their_neighbours(question: str, text: str, expected: list[str]) -> None:
    vocabulary = FakeVocabulary(text, "nhiệm vụ năm 2018; mức lương cơ sở; số tiền thuế; thuế đất; lịch tàu")
    spans = find_matched(understand(question, vocabulary), text)
    assert [text[start:end] for start, end in spans] == expected


@given(st.text(alphabet="kiểm tra gsát,.\n\u0301İßĐđ_-1", max_size=60), st.booleans())
def test_spans_lie_in_the_text_in_order_and_hold_only_what_was_asked(text: str, bare: bool) -> None:
    question = "kiểm tra giám sát"
    asked = set(fold(question).split())
    spans = find_matched(understand(fold(question) if bare else question, HELD), text)
    ends = [0, *(end for span in spans for end in span)]
    assert ends == sorted(ends)
    assert all(start < end <= len(text) for start, end in spans)
    words = [word for start, end in spans for word in fold(text[start:end]).replace("-", " ").split()]
    assert set(words) <= asked
