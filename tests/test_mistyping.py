"""Questions are spoilt by program as they are spoilt by hand, always alike."""

from __future__ import annotations

import unicodedata

import pytest

from bench.mistyping import WAYS, list_spoilt, press_telex, press_vni, spoil
from ingest.spelling import fold

QUESTION = "Ủy ban Kiểm tra khóa XII được kiểm tra, giám sát thế nào?"


def rarity(syllable: str) -> int:
    return len(syllable)


@pytest.mark.parametrize(
    ("way", "typed"),
    [
        ("không dấu", "Uy ban Kiem tra khoa XII duoc kiem tra, giam sat the nao?"),
        ("nửa cuối không dấu", "Ủy ban Kiểm tra khóa XII duoc kiem tra, giam sat the nao?"),
        ("dấu thanh kiểu cũ", "Uỷ ban Kiểm tra khoá XII được kiểm tra, giám sát thế nào?"),
        ("cả câu thiếu mũ, móc", "Ủy ban Kiẻm tra khóa XII duọc kiẻm tra, giám sát thé nào?"),
        ("thiếu cách sau dấu phẩy", "Ủy ban Kiểm tra khóa XII được kiểm tra,giám sát thế nào?"),
        ("bỏ dấu câu", "Ủy ban Kiểm tra khóa XII được kiểm tra giám sát thế nào"),
        ("viết tắt, chữ hoa", "UBKT khóa XII được KT, GS thế nào?"),
    ],
)
def test_a_way_of_typing_does_what_its_name_says(way: str, typed: str) -> None:
    assert spoil(QUESTION, way, rarity) == typed


@pytest.mark.parametrize("way", WAYS)
def test_the_same_question_is_always_spoilt_alike(way: str) -> None:
    assert spoil(QUESTION, way, rarity) == spoil(QUESTION, way, rarity)


@pytest.mark.parametrize("way", ["một dấu thanh sai", "một chữ thiếu mũ, móc", "Telex, một chữ", "nhầm phím bên cạnh"])
def test_one_word_is_spoilt_and_no_other(way: str) -> None:
    pairs = zip(QUESTION.split(), spoil(QUESTION, way, rarity).split(), strict=True)
    assert sum(a != b for a, b in pairs) == 1


def test_a_wrong_tone_is_still_a_letter() -> None:
    spoilt = spoil("được", "một dấu thanh sai", rarity)
    assert (fold(spoilt), unicodedata.is_normalized("NFC", spoilt), len(spoilt)) == ("duoc", True, 4)


def test_questions_that_a_way_leaves_alone_are_left_out() -> None:
    assert list_spoilt(["kiem tra", "kiểm tra"], "không dấu", rarity) == [(1, "kiem tra")]


@pytest.mark.parametrize(
    ("pressed", "keys"),
    [
        (press_telex("được"), "dduwowcj"),
        (press_telex("kiểm", tone_at_end=False), "kieerm"),
        (press_vni("được"), "d9u7o7c5"),
        (press_vni("kiểm", tone_at_end=False), "kie63m"),
    ],
)
def test_keys_are_pressed_at_the_end_or_behind_the_vowel(pressed: str, keys: str) -> None:
    assert pressed == keys
