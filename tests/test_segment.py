"""Text -> tokens: what must match matches, and tokenizers lose no letter."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.segment import join_near, join_pairs, syllables, words
from ingest.spelling import fold

ROOT = Path(__file__).resolve().parent.parent

TYPED = st.text(alphabet='aàảãáạăâbcdđeêghiklmnoôơpqrstuưvxy 0123456789,.-/()"“”\n', max_size=60)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Kiểm tra, giám sát", ["kiểm", "tra", "giám", "sát"], id="punctuation-parts"),
        pytest.param("số 102-QĐ/TW", ["số", "102", "qđ", "tw"], id="a-sign-falls-into-its-parts"),
        pytest.param("uỷ ban, hoà bình, khoá", ["ủy", "ban", "hòa", "bình", "khóa"], id="old-style-tone-marks"),
        pytest.param("quý, thuế, hoàn", ["quý", "thuế", "hoàn"], id="tone-marks-that-have-one-place"),
        pytest.param(unicodedata.normalize("NFD", "Đảng ủy"), ["đảng", "ủy"], id="decomposed"),
        pytest.param("a_b", ["a", "b"], id="underscore-is-punctuation"),
        pytest.param("2020 – 2025", ["2020", "2025"], id="numbers"),
        pytest.param("* * * 😀 …", [], id="nothing-to-say"),
        pytest.param("", [], id="empty"),
    ],
)
def test_text_is_cut_into_small_syllables(text: str, expected: list[str]) -> None:
    assert syllables(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Công tác kiểm tra", ["công_tác", "kiểm_tra"], id="compounds"),
        pytest.param("CÔNG TÁC, KIỂM TRA.", ["công_tác", "kiểm_tra"], id="capitals-and-punctuation"),
        pytest.param("cấp uỷ cơ sở", ["cấp", "ủy", "cơ_sở"], id="old-style-tone-mark"),
        pytest.param("...", [], id="no-word"),
        pytest.param("", [], id="empty"),
    ],
)
def test_text_is_cut_into_words_of_the_language(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@given(TYPED)
@settings(max_examples=60)
def test_words_hold_the_letters_of_the_syllables_in_their_order(text: str) -> None:
    assert "".join(words(text)).replace("_", "") == "".join(syllables(text))


@given(TYPED)
def test_a_syllable_without_its_marks_is_plain(text: str) -> None:
    assert all(fold(syllable).isascii() for syllable in syllables(text))


@given(TYPED)
def test_the_manner_of_typing_changes_no_syllable(text: str) -> None:
    assert syllables(unicodedata.normalize("NFD", text)) == syllables(text) == syllables(text.upper())


@pytest.mark.parametrize(
    ("tokens", "expected"),
    [
        pytest.param(["kiểm", "tra", "gì"], ["kiểm tra", "tra gì"], id="several"),
        pytest.param(["tra"], [], id="one"),
        pytest.param([], [], id="none"),
    ],
)
def test_neighbours_are_joined(tokens: list[str], expected: list[str]) -> None:
    assert join_pairs(tokens) == expected


@pytest.mark.parametrize(
    ("tokens", "expected"),
    [
        pytest.param(["a", "b", "c", "d"], ["a b", "b c", "c d", "a c", "b d"], id="several"),
        pytest.param(["a", "b"], ["a b"], id="two"),
        pytest.param(["a"], [], id="one"),
        pytest.param([], [], id="none"),
    ],
)
def test_those_with_one_at_most_between_them_are_joined_in_their_order(tokens: list[str], expected: list[str]) -> None:
    assert join_near(tokens) == expected


def test_several_may_be_the_first_to_cut_a_text() -> None:
    script = """
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from index.segment import words

gate = Barrier(4)

def cut(_):
    gate.wait()
    return tuple(words("công tác kiểm tra"))

with ThreadPoolExecutor(4) as several:
    print(set(several.map(cut, range(4))) == {("công_tác", "kiểm_tra")})
"""
    ran = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "True"
