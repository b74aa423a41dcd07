"""Abbreviations as people type them; what could be a Vietnamese syllable is left alone."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.abbreviations import ABBREVIATION_FILE, cut_pieces, say


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        pytest.param("tăng cường KTGS", "tăng cường kiểm tra giám sát", id="capitals"),
        pytest.param("ktgs o co so", "kiểm tra giám sát o co so", id="small-without-a-syllable"),
        pytest.param("qđ 102", "quyết định 102", id="type-before-a-number"),
        pytest.param("qd 102", "quyết định 102", id="type-without-marks"),
        pytest.param("NQ18 và QĐ102", "nghị quyết 18 và quyết định 102", id="number-at-once"),
        pytest.param("nq tw4", "nghị quyết Trung ương 4", id="conference"),
        pytest.param("KT-XH của tỉnh", "kinh tế xã hội của tỉnh", id="hyphen"),
        pytest.param("CB,ĐV vi phạm", "cán bộ đảng viên vi phạm", id="comma-without-a-space"),
        pytest.param("MTTQ, đoàn thể", "Mặt trận Tổ quốc, đoàn thể", id="punctuation-stays"),
        pytest.param("hđnd và HDND", "Hội đồng nhân dân và Hội đồng nhân dân", id="with-and-without-marks"),
        pytest.param("Chỉ thị T.Ư", "Chỉ thị Trung ương", id="periods"),
        pytest.param("quy định 102-QĐ/TW", "quy định 102-QĐ/TW", id="a-sign-stays"),
        pytest.param("Luật 80/2015/QH13", "Luật 80/2015/QH13", id="a-law-s-sign-stays"),
        pytest.param("tu tưởng, tư tưởng", "tu tưởng, tư tưởng", id="syllables-stay"),
        pytest.param("TU họp", "Tỉnh ủy họp", id="the-same-in-capitals"),
        pytest.param("abcNQ", "abcNQ", id="inside-a-word"),
        pytest.param("ủy ban", "ủy ban", id="plain"),
        pytest.param("", "", id="empty"),
    ],
)
def test_abbreviations_are_said_in_full(typed: str, said: str) -> None:
    assert say(cut_pieces(typed)) == said


def test_an_ambiguous_one_keeps_all_its_meanings_the_usual_first() -> None:
    (piece,) = [piece for piece in cut_pieces("vai trò BCT") if piece.meanings]
    assert piece.meanings == ("Bộ Chính trị", "Bộ Công Thương")
    assert not any(piece.meanings for piece in cut_pieces("da 06"))  # "da" is a syllable
    (capital,) = [piece for piece in cut_pieces("DV khéo") if piece.meanings]
    assert capital.meanings == ("dân vận",)  # the form with its marks comes first


@given(st.text(alphabet="NQTWKLĐCBabđ -/,.18ủßİ", max_size=40))
def test_the_pieces_joined_are_the_question(typed: str) -> None:
    pieces = cut_pieces(typed)
    assert "".join(piece.text for piece in pieces) == typed
    assert all(piece.text for piece in pieces)


def test_the_table_is_well_formed() -> None:
    lines = ABBREVIATION_FILE.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    forms = [form for row in rows for form in row[0].split("|")]
    assert len(rows) > 100
    assert all(len(row) == 2 and all(row) and unicodedata.is_normalized("NFC", "".join(row)) for row in rows)
    assert len(set(map(str.lower, forms))) == len(forms)
