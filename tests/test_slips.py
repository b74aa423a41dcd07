"""One slip of the hand is mended to what is known; two are not, and nothing known is touched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.wording.restore import Language
from index.wording.slips import find_mended, split_in_two, split_joined, strip_hats
from tests.fakes import FakeVocabulary

HELD = Language(FakeVocabulary("kiểm tra giám sát cơ sở", "đảng viên vi phạm", "chuyển đổi, đổi mới"))


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        pytest.param("kiễm", ("kiểm", "kiểm"), id="wrong-tone"),
        pytest.param("kiêm", ("kiểm", "kiểm"), id="missing-tone"),
        pytest.param("kiẻm", ("kiểm", "kiểm"), id="missing-hat"),
        pytest.param("dảng", ("đảng", "đảng"), id="missing-bar"),
        pytest.param("kểm", ("kiểm", "kiểm"), id="missing-letter"),
        pytest.param("kiểmm", ("kiểm", "kiểm"), id="letter-too-many"),
        pytest.param("kiển", ("kiểm", "kiểm"), id="wrong-letter"),
        pytest.param("cuhyển", ("chuyển", "chuyển"), id="swapped"),
        pytest.param("kiemm", ("kiem", "kiểm"), id="bare"),
        pytest.param("tar", ("tra", "tra"), id="bare-swapped"),
        pytest.param("đảgn", ("đảng", "đảng"), id="swapped-beside-marks"),
        pytest.param("kểim", ("kiểm", "kiểm"), id="swapped-with-its-marks"),
        pytest.param("chuyn", ("chuyen", "chuyển"), id="missing-letter-with-its-marks"),
        pytest.param("dỏi", ("đổi", "đổi"), id="hat-and-bar-missing"),
    ],
)
def test_one_slip_leads_to_the_syllable_that_was_meant(typed: str, mended: tuple[str, str]) -> None:
    assert mended in set(find_mended(typed, HELD))


@pytest.mark.parametrize(
    ("typed", "other"),
    [
        pytest.param("kên", "kiểm", id="three-slips"),
        pytest.param("kẽn", "kiểm", id="many"),
        pytest.param("xiển", "kiểm", id="two-letters"),
        pytest.param("đổi", "đôi", id="what-is-not-known"),
    ],
)
def test_more_than_one_slip_leads_nowhere(typed: str, other: str) -> None:
    assert other not in {said for _, said in find_mended(typed, HELD)}


@pytest.mark.parametrize(
    ("typed", "rows"),
    [
        pytest.param("kiểmtra", ["kiểm tra"], id="marked"),
        pytest.param("kiemtra", ["kiểm tra"], id="bare"),
        pytest.param("kiểmtragiámsát", ["kiểm tra giám sát"], id="four"),
        pytest.param("đảngvien", ["đảng viên"], id="half-bare"),
        pytest.param("sátkiểm", [], id="never-seen-side-by-side"),
        pytest.param("kiểm", [], id="one"),
        pytest.param("abcdef", [], id="none"),
        pytest.param("kiểmtra" * 40, [], id="far-too-long"),
    ],
)
def test_words_run_together_are_parted_where_the_library_has_them_side_by_side(typed: str, rows: list[str]) -> None:
    assert [" ".join(said for _, said in row) for row in split_joined(typed, HELD)] == rows


@pytest.mark.parametrize(
    ("syllable", "bare"),
    [
        pytest.param("được", "duọc", id="horns-and-bar"),
        pytest.param("kiểm", "kiẻm", id="hat"),
        pytest.param("tra", "tra", id="none"),
    ],
)
def test_a_syllable_without_its_hats_keeps_its_tone(syllable: str, bare: str) -> None:
    assert strip_hats(syllable) == bare


def test_any_two_known_words_may_be_run_together() -> None:
    assert [" ".join(said for _, said in row) for row in split_in_two("sátkiểm", HELD)] == ["sát kiểm"]


@given(st.text("kiêểmtragsáđơ", min_size=1, max_size=8))
def test_what_is_found_is_known_and_as_bare_as_what_was_typed(typed: str) -> None:
    for looked_up, said in find_mended(typed, HELD):
        assert HELD.knows(said)
        assert looked_up == said or not any(letter in "ểêáđơ" for letter in typed)
