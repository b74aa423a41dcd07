"""Where nothing is found, the words of the question that stand nowhere in the library are told."""

from __future__ import annotations

import pytest

from index.answering.absent import find_absent
from index.query import understand
from tests.fakes import FakeVocabulary

HELD = FakeVocabulary(
    "Kiểm tra, giám sát tổ chức đảng ở cơ sở.", "Cấp ủy hỗ trợ cán bộ nữ.", "Khai thác tài sản công.", "Thủ trưởng."
)


@pytest.mark.parametrize(
    ("question", "absent"),
    [
        pytest.param("Mức trợ cấp thai sản của cán bộ nữ?", ("Mức", "trợ cấp", "thai sản"), id="several"),
        pytest.param("Kiểm tra cán bộ nữ ở cơ sở", (), id="all-there"),
        pytest.param("tai san cong cua can bo", (), id="without-marks-and-there"),
        pytest.param("giám sát Hộ chiếu", ("Hộ chiếu",), id="as-typed"),
        pytest.param("trợ cấp và trợ cấp", ("trợ cấp",), id="once"),
        pytest.param("Kiểm tra 77", (), id="a-figure-is-told-of-elsewhere"),
        pytest.param("", (), id="nothing"),
    ],
)
def test_words_that_no_passage_has_are_told_as_they_were_understood(question: str, absent: tuple[str, ...]) -> None:
    assert find_absent(understand(question or "gì", HELD), HELD) == absent


def test_of_an_english_question_it_is_the_vietnamese_word_that_is_missing() -> None:
    assert find_absent(understand("passport of women cadres", HELD), HELD) == ("hộ chiếu",)


def test_of_an_empty_library_nothing_is_told() -> None:
    nothing = FakeVocabulary()
    assert find_absent(understand("thai sản", nothing), nothing) == ()
