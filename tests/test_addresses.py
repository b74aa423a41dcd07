"""Addresses as an office says them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ingest.addresses import describe

GOLDEN = Path(__file__).parent / "golden" / "notice.json"


@pytest.mark.parametrize(
    ("address", "words"),
    [
        pytest.param("tieu-de", "tiêu đề", id="title"),
        pytest.param("mo-dau", "phần mở đầu", id="opening"),
        pytest.param("ket", "phần kết", id="closing"),
        pytest.param("noi-nhan", "nơi nhận", id="recipients"),
        pytest.param("chu-ky", "phần ký", id="signature"),
        pytest.param("II.5", "mục II.5", id="section"),
        pytest.param("A.I.2", "mục A.I.2", id="lettered-section"),
        pytest.param("II.mo-dau", "phần mở đầu mục II", id="opening-of-a-section"),
        pytest.param("I.1.ket", "phần kết mục I.1", id="closing-of-a-section"),
        pytest.param("I.2.gach-4", "gạch đầu dòng thứ tư, mục I.2", id="dash"),
        pytest.param("I.2.gach-11", "gạch đầu dòng thứ 11, mục I.2", id="dash-beyond-ten"),
        pytest.param("gach-1.cong-2", "dấu cộng thứ hai, gạch đầu dòng thứ nhất", id="plus-below-dash"),
        pytest.param("II.2.doan-1", "đoạn 1, mục II.2", id="paragraph"),
        pytest.param("II.6.doan-2.3", "ý (3), đoạn 2, mục II.6", id="item-within-a-paragraph"),
        pytest.param("dieu-5", "Điều 5", id="article"),
        pytest.param("dieu-5.khoan-2", "khoản 2 Điều 5", id="khoan"),
        pytest.param("dieu-12a.khoan-2.diem-đ", "điểm đ khoản 2 Điều 12a", id="diem"),
        pytest.param("dieu-5.khoan-2.doan-3", "đoạn 3 khoản 2 Điều 5", id="paragraph-of-a-khoan"),
        pytest.param("dieu-5.gach-1", "gạch đầu dòng thứ nhất, Điều 5", id="dash-of-an-article"),
        pytest.param("chuong-I.muc-2.tieu-muc-3", "Tiểu mục 3, Mục 2, Chương I", id="subsection"),
        pytest.param("phan-2.I.3", "mục I.3, Phần 2", id="section-of-a-part"),
        pytest.param("dieu-169-lan-2.khoan-3", "khoản 3 Điều 169 (lần 2)", id="number-repeated"),
        pytest.param("I-lan-2.1", "mục 1, mục I (lần 2)", id="section-repeated"),
    ],
)
def test_an_address_is_said_from_small_to_large(address: str, words: str) -> None:
    assert describe(address) == words


def test_every_place_of_the_notice_is_said_in_words_of_its_own() -> None:
    shown = json.loads(GOLDEN.read_text("utf-8"))
    said = [describe(node["address"]) for node in walk(shown["tree"])]

    assert len(set(said)) == len(said) == 37
    assert not [words for words in said if "-" in words]


def walk(nodes: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for node in nodes:
        yield node
        yield from walk(node["children"])
