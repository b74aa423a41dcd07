"""Documents named by a bare number: which of those that are held is meant, in a question and in another document."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.search import Searcher, open_searcher
from index.settings import Settings
from ingest.documents import read_document
from ingest.store import Library, open_library
from tests.fakes import FAKE_MODEL, FakeEncoder, add_text, build

CENTRE, PROVINCE = "BAN CHẤP HÀNH TRUNG ƯƠNG", "TỈNH ỦY BÌNH AN"
GOVERNMENT = "CHÍNH PHỦ"


def write(kind: str, number: str, day: str, body: str, issuer: str = PROVINCE) -> str:
    head = f"{issuer}\n*\nSố {number}\nĐẢNG CỘNG SẢN VIỆT NAM\nBình An, {day}\n"
    return f"{head}\n{kind}\nvề một việc\n\n{body}\n"


HELD = {
    "nq-30": write("NGHỊ QUYẾT", "30/2008/NQ-CP", "ngày 11 tháng 12 năm 2008", "1. Ngăn chặn suy giảm.", GOVERNMENT),
    "nq-30a": write("NGHỊ QUYẾT", "30a/2008/NQ-CP", "ngày 27 tháng 12 năm 2008", "1. Giảm nghèo nhanh.", GOVERNMENT),
    "nq-12b": write("NGHỊ QUYẾT", "12b/2009/NQ-CP", "ngày 27 tháng 2 năm 2009", "1. Hỗ trợ lãi suất.", GOVERNMENT),
    "qd-61-tw": write("QUYẾT ĐỊNH", "61-QĐ/TW", "ngày 8 tháng 3 năm 2022", "Điều 1. Sắp xếp ban.", CENTRE),
    "qd-2045": write("QUYẾT ĐỊNH", "2045-QĐ/TU", "ngày 11 tháng 7 năm 2018", "Điều 1. Lập ban chỉ đạo."),
    "kh-2046": write("KẾ HOẠCH", "2046-KH/TU", "ngày 11 tháng 7 năm 2018", "1. Học tập tác phong."),
    "qd-61-tu": write("QUYẾT ĐỊNH", "61-QĐ/TU", "ngày 5 tháng 4 năm 2023", "Điều 1. Lập tổ giúp việc."),
}


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    home = tmp_path_factory.mktemp("library")
    for name, text in HELD.items():
        add_text(home, text, f"{name}.txt")
    build(home, FakeEncoder())
    return open_searcher(Settings(home, FAKE_MODEL), FakeEncoder())


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        pytest.param("Nghị quyết 30a", ["30a/2008/NQ-CP"], id="with-its-letter"),
        pytest.param("nq 30a/2008/nq-cp", ["30a/2008/NQ-CP"], id="the-whole-sign-with-it"),
        pytest.param("nghị quyết 30", ["30/2008/NQ-CP"], id="without-one"),
        pytest.param("30/2008/NQ-CP", ["30/2008/NQ-CP"], id="the-whole-sign-without-one"),
        pytest.param("nghị quyết 12", ["12b/2009/NQ-CP"], id="the-only-one-of-its-number"),
        pytest.param("12/2009/NQ-CP", [], id="a-sign-that-is-not-held"),
        pytest.param("nghị quyết 12a", [], id="a-letter-that-is-not-held"),
        pytest.param("QĐ 61", ["61-QĐ/TU", "61-QĐ/TW"], id="several-newest-first"),
        pytest.param("quy định 61", ["61-QĐ/TU", "61-QĐ/TW"], id="people-mix-the-types"),
        pytest.param("quyết định 61 năm 2022", ["61-QĐ/TW"], id="the-year-tells"),
        pytest.param("Quyết định 2045 nói gì", ["2045-QĐ/TU"], id="a-number-of-no-year-yet"),
        pytest.param("quyết định 2018", [], id="a-year"),
        pytest.param("kế hoạch 2046", [], id="a-year-aimed-at"),
    ],
)
def test_a_bare_number_names_what_is_held(searcher: Searcher, typed: str, numbers: list[str]) -> None:
    named = [hit.metadata.number for hit in searcher.search(typed, 10) if hit.named]
    assert list(dict.fromkeys(named)) == numbers


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path) as opened:
        yield opened


def put(library: Library, raw: str) -> str:
    return library.add(read_document(raw, "tep.txt"), raw.encode()).document_id


@pytest.mark.parametrize(
    ("words", "day", "held", "cited"),
    [
        pytest.param("theo QĐ 61 của Tỉnh ủy", "2024", ["qd-61-tu"], True, id="the-one-that-is-held"),
        pytest.param("theo Quyết định số 61 về tổ giúp việc", "2024", ["qd-61-tu"], True, id="nothing-more-is-said"),
        pytest.param("theo Quyết định 61 của Bộ Chính trị", "2024", ["qd-61-tu"], False, id="another-body"),
        pytest.param("theo Quyết định 61 năm 2022", "2024", ["qd-61-tu"], False, id="another-year"),
        pytest.param("theo Quyết định 61 của Tỉnh ủy", "2020", ["qd-61-tu"], False, id="older-than-it"),
        pytest.param("theo Quyết định 61 của Tỉnh ủy", "2024", ["qd-61-tu", "qd-61-tw"], True, id="the-body-tells"),
        pytest.param(
            "theo Quyết định số 61 về việc ấy", "2024", ["qd-61-tu", "qd-61-tw"], False, id="either-may-be-meant"
        ),
        pytest.param("theo Nghị quyết số 30 về việc ấy", "2024", ["nq-30a"], False, id="the-letter-tells-them-apart"),
    ],
)
def test_a_bare_number_in_a_document_means_the_one_held_document_that_fits(
    library: Library, words: str, day: str, held: list[str], cited: bool
) -> None:
    meant = [put(library, HELD[name]) for name in held]
    citing = put(library, write("KẾ HOẠCH", "9-KH/TU", f"ngày 2 tháng 2 năm {day}", f"1. Thực hiện {words}."))
    assert [one.document_id for one in library.cited_by(meant[0])] == ([citing] if cited else [])
