"""Telex and VNI keys that stayed keys make the syllable they were meant for, or nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.mistyping import press_telex, press_vni
from index.wording.keystrokes import decode
from index.wording.wordlist import read_real
from ingest.spelling import fold, unify_spelling


@pytest.mark.parametrize(
    ("keys", "made"),
    [
        pytest.param("kieemr", "kiểm", id="hat-and-tone"),
        pytest.param("kieerm", "kiểm", id="tone-after-the-vowel"),
        pytest.param("kierem", "kiểm", id="tone-between-the-two-keys-of-a-hat"),
        pytest.param("vieten", None, id="what-no-syllable-is"),
        pytest.param("vietej", "việt", id="hat-at-the-end"),
        pytest.param("ddangr", "đảng", id="barred"),
        pytest.param("dangdr", "đảng", id="bar-at-the-end"),
        pytest.param("giams", "giám", id="gi-and-a-vowel"),
        pytest.param("gif", "gì", id="gi-alone"),
        pytest.param("quyf", "quỳ", id="qu"),
        pytest.param("quyeets", "quyết", id="qu-and-two-vowels"),
        pytest.param("tuowng", "tương", id="one-horn-key-for-two"),
        pytest.param("tuwowng", "tương", id="a-horn-key-for-each"),
        pytest.param("tuwong", "tương", id="the-first-horn-alone"),
        pytest.param("thuowr", "thuở", id="one-horn-at-the-end"),
        pytest.param("dduwowcj", "được", id="all-at-once"),
        pytest.param("tw", "tư", id="a-key-that-is-the-vowel"),
        pytest.param("hoaf", "hòa", id="newer-tone-place"),
        pytest.param("uyr", "ủy", id="newer-tone-place-uy"),
        pytest.param("khuyeets", "khuyết", id="three-vowels"),
        pytest.param("ngoaif", "ngoài", id="three-vowels-open"),
        pytest.param("nawm", "năm", id="breve"),
        pytest.param("kiêmr", "kiểm", id="half-of-it-became-letters"),
        pytest.param("đangr", "đảng", id="another-half"),
        pytest.param("kie6m3", "kiểm", id="vni"),
        pytest.param("kie63m", "kiểm", id="vni-tone-at-once"),
        pytest.param("d9a3ng", "đảng", id="vni-bar"),
        pytest.param("d9ie62u", "điều", id="vni-three-vowels"),
        pytest.param("d9u7o7c5", "được", id="vni-horns"),
        pytest.param("na8m", "năm", id="vni-breve"),
        pytest.param("o73", "ở", id="vni-one-letter"),
        pytest.param("nq18", None, id="an-abbreviation-with-a-number"),
        pytest.param("k12", None, id="a-term"),
        pytest.param("tw4", None, id="no-vowel"),
        pytest.param("102", None, id="a-number"),
        pytest.param("kiểm", None, id="nothing-to-make"),
        pytest.param("kiem", None, id="no-mark"),
        pytest.param("class", None, id="english"),
        pytest.param("khoa12", None, id="two-tones"),
        pytest.param("mats", "mát", id="a-tone-a-stop-may-have"),
        pytest.param("matf", None, id="a-tone-a-stop-cannot-have"),
    ],
)
def test_keys_make_the_syllable_they_stand_for(keys: str, made: str | None) -> None:
    assert decode(keys) == made


MARKED = sorted(one for one in read_real() if fold(one) != one and one.isalpha())
TYPED = [one for one in MARKED if decode(press_telex(one)) == unify_spelling(one)]


def test_nearly_every_syllable_of_vietnamese_is_got_back_from_its_keys() -> None:
    assert len(TYPED) / len(MARKED) > 0.99


@given(st.sampled_from(TYPED))
def test_either_manner_of_keys_makes_the_same(syllable: str) -> None:
    assert decode(press_vni(syllable)) == unify_spelling(syllable)


@given(st.text("aeoiuywdsfrxj0123456789kmntgh", max_size=8))
def test_whatever_is_pressed_makes_one_settled_syllable_or_none(keys: str) -> None:
    made = decode(keys)
    assert made is None or (made == unify_spelling(made) and made.isalpha() and fold(made) != made)
