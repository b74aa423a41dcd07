"""Words are found in the document that is open, wherever they stand and however they are typed."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.answering.occurrences import find_occurrences
from ingest.errors import QuestionError
from ingest.spelling import fold

TEXT = (
    "1. Ủy ban kiểm tra các cấp kiểm  tra, giám sát.\nBan kiểm\ntra làm theo Quy định số 102-QĐ/TW, khoản 2, Điều 5; "
    "hoà giải, hòa giải. Kiêm tra khảo. Việc kiểm. Tra cứu 1.000 đồng."
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        pytest.param("kiểm tra", ["kiểm tra", "kiểm  tra", "kiểm\ntra"], id="marked"),
        pytest.param("kiem tra", ["kiểm tra", "kiểm  tra", "kiểm\ntra", "Kiêm tra"], id="bare"),
        pytest.param("KIỂM TRA", ["kiểm tra", "kiểm  tra", "kiểm\ntra"], id="capitals"),
        pytest.param(unicodedata.normalize("NFD", "ủy ban kiểm tra"), ["Ủy ban kiểm tra"], id="typed-apart"),
        pytest.param("  uỷ ban  ", ["Ủy ban"], id="older-manner-of-tone-marks"),
        pytest.param("hòa giải", ["hoà giải", "hòa giải"], id="both-manners-in-the-text"),
        pytest.param("102-qd/tw", ["102-QĐ/TW"], id="sign"),
        pytest.param("khoản 2, điều 5", ["khoản 2, Điều 5"], id="comma-typed"),
        pytest.param("khoản 2 điều 5", [], id="comma-not-typed"),
        pytest.param("kiểm. Tra", ["kiểm. Tra"], id="across-sentences-where-typed"),
        pytest.param("1.000", ["1.000"], id="number"),
        pytest.param("kiểm tr", [], id="part-of-a-word"),
        pytest.param("nghị quyết", [], id="not-there"),
        pytest.param("TW", ["TW"], id="two-letters"),
    ],
)
def test_finds_every_place_of_the_words_as_they_stand(typed: str, found: list[str]) -> None:
    assert [TEXT[start:end] for start, end in find_occurrences(typed, TEXT)] == found


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        pytest.param('chống "tự diễn biến", "tự', "Chống “tự diễn biến”, “tự", id="straight-quotes"),
        pytest.param("chống “tự diễn biến”", "Chống “tự diễn biến", id="as-printed"),
        pytest.param("nội bộ ... tỷ lệ", "nội bộ… Tỷ lệ", id="three-dots"),
        pytest.param("Ðảng viên", "Đảng viên", id="eth"),
    ],
)
def test_a_sign_is_found_however_a_keyboard_writes_it(typed: str, found: str) -> None:
    text = "Chống “tự diễn biến”, “tự chuyển hóa” trong nội bộ… Tỷ lệ Đảng viên."
    assert [text[start:end] for start, end in find_occurrences(typed, text)] == [found]


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("lí luận", "Lý luận"),
        ("lý luận", "lí luận"),
        ("ly luan", "lí luận"),
        ("ki luat", "kỷ luật"),
        ("qui định", "Quy định"),
        ("kĩ thuật", "kỹ thuật"),
    ],
)
def test_i_and_y_are_one_where_they_are_written_either_way(typed: str, text: str) -> None:
    assert find_occurrences(typed, text) == ((0, len(text)),)


@pytest.mark.parametrize("text", ["", "Kiểm", "Kiểm tra", "Kiểm tra, giám sát"])
def test_more_words_than_the_text_has_are_not_found(text: str) -> None:
    assert find_occurrences("kiểm tra, giám sát, kỷ luật, thi hành", text) == ()


def test_places_never_overlap() -> None:
    assert find_occurrences("ha ha", "ha ha ha ha ha") == ((0, 5), (6, 11))


@pytest.mark.parametrize("typed", ["a", " ế ", "?", "", "…,"])
def test_less_than_two_letters_are_refused_with_the_next_step(typed: str) -> None:
    with pytest.raises(QuestionError, match="Hãy gõ từ hai chữ cái"):
        find_occurrences(typed, TEXT)


@given(st.text("kiểmtrađịuảĐ ,.\n-1", max_size=60), st.text("kiểmtrađịuả -1", min_size=2, max_size=6))
def test_a_place_is_a_slice_that_says_what_was_typed(text: str, typed: str) -> None:
    try:
        found = find_occurrences(typed, text)
    except QuestionError:
        return

    def words(said: str) -> list[str]:
        return "".join(letter if letter.isalnum() else " " for letter in fold(said)).split()

    assert all(words(text[start:end]) == words(typed) for start, end in found)
    assert list(found) == sorted(found)
