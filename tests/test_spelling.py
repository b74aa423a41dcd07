"""Two spellings of one syllable are one for matching."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.spelling import fold, unify_spelling, unify_tone_marks


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        pytest.param("hoà, khoá, hoạ, Hoá", "hòa, khóa, họa, Hóa", id="oa"),
        pytest.param("khoẻ, loè", "khỏe, lòe", id="oe"),
        pytest.param("uỷ, tuỳ, luỹ, UỶ", "ủy, tùy, lũy, ỦY", id="uy"),
        pytest.param("hòa, ủy, khỏe", "hòa, ủy, khỏe", id="already-newer"),
        pytest.param("quá, quý, quẻ, QUÝ", "quá, quý, quẻ, QUÝ", id="qu-is-a-consonant"),
        pytest.param("hoàn, hoạt, khoản, suýt", "hoàn, hoạt, khoản, suýt", id="closed-syllables"),
        pytest.param("của, mùa, giá, thuế, thuở", "của, mùa, giá, thuế, thuở", id="other-vowels"),
    ],
)
def test_tone_marks_stand_in_the_newer_place(older: str, newer: str) -> None:
    assert unify_tone_marks(older) == newer
    assert unify_tone_marks(unicodedata.normalize("NFD", older)) == newer


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("qui định", "quy định", id="qu"),
        pytest.param("kĩ thuật, kỉ luật, kí", "kỹ thuật, kỷ luật, ký", id="k"),
        pytest.param("lí do, hi sinh, mĩ thuật, tỉ lệ", "lý do, hy sinh, mỹ thuật, tỷ lệ", id="l-h-m-t"),
        pytest.param("bác sĩ", "bác sỹ", id="s"),
        pytest.param("QUI ĐỊNH, Lí do", "QUY ĐỊNH, Lý do", id="capitals"),
        pytest.param("uỷ quyền, lí", "ủy quyền, lý", id="with-a-tone-mark-in-the-older-manner"),
    ],
)
def test_i_and_y_are_one_letter_where_both_are_written(one: str, other: str) -> None:
    assert unify_spelling(one) == unify_spelling(other)
    assert unify_spelling(unicodedata.normalize("NFD", one)) == unify_spelling(other)


@pytest.mark.parametrize(
    "text", ["thi, thỉ, khi, chi, vi, bị, di", "tay, tai, hai, hay", "liên, kinh, sinh", "ý, ỷ, i"]
)
def test_i_and_y_stay_where_they_are_two_letters(text: str) -> None:
    assert unify_spelling(text) == text


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        pytest.param("Đảng ủy", "dang uy", id="words"),
        pytest.param("102-QĐ/TW", "102-qd/tw", id="sign"),
        pytest.param("ƯƠĂÂÊÔ ươăâêô", "uoaaeo uoaaeo", id="letters-with-marks"),
        pytest.param("Nghi\u0323\u0302 quye\u0302\u0301t", "nghi quyet", id="decomposed"),
        pytest.param("abc 123", "abc 123", id="nothing-to-fold"),
    ],
)
def test_folding_leaves_plain_small_letters(text: str, folded: str) -> None:
    assert fold(text) == folded


@settings(max_examples=150)
@given(st.text("oaeuyqhộảẻỷàìúùĩđĐƠƯkt ,", max_size=30))
def test_both_are_settled_after_one_time_and_agree(text: str) -> None:
    newer = unify_tone_marks(text)
    assert unify_spelling(unify_spelling(text)) == unify_spelling(newer) == unify_spelling(text)
    assert unify_tone_marks(newer) == newer
    assert unicodedata.is_normalized("NFC", newer)
    assert fold(fold(text)) == fold(text) == fold(newer)
