"""All that matches a question: by words, by place, by what is said of documents; never what is left out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from index.describe_searching import read_choices, results_to_json, say_results
from index.search import Searcher, open_searcher
from index.searching.matches import find_results
from index.searching.values import ResultSet
from index.settings import Settings
from ingest.errors import UsageError
from ingest.store import open_library
from tests.fakes import FAKE_MODEL, FakeEncoder, add_text, build
from tests.test_graph import write

ONE = write(
    "801-QĐ/TW",
    "03 tháng 02 năm 2010",
    "Điều 1. Công tác dân vận\n\n1. Cấp ủy lãnh đạo công tác dân vận.\n\n2. Mặt trận giám sát.\n\n"
    "Điều 2. Kiểm tra\n\n1. Ủy ban Kiểm tra giám sát đảng viên.\n\n2. Đảng viên chấp hành Quy định số 802-QĐ/TW.\n",
    title="về công tác cán bộ",
)
TWO = write(
    "802-QĐ/TW", "05 tháng 4 năm 2015", "1. Chi bộ họp mỗi tháng.\n\n2. Bí thư báo cáo.\n", title="về sinh hoạt"
)
"""A fake encoder knows no meaning: what is found here is found by words, places and conditions."""

Search = Callable[..., ResultSet]


def build_fake(home: Path, encoder: FakeEncoder) -> Searcher:
    build(home, encoder)
    return open_searcher(Settings(home=home, model=FAKE_MODEL), encoder)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    for place, text in enumerate((ONE, TWO)):
        add_text(tmp_path, text, f"{place}.txt")
    return tmp_path


@pytest.fixture
def searcher(home: Path) -> Searcher:
    return build_fake(home, FakeEncoder())


@pytest.fixture
def search(searcher: Searcher, monkeypatch: pytest.MonkeyPatch) -> Search:
    monkeypatch.setattr("index.searching.matches._answers", lambda *_: False)
    return lambda typed, **how: find_results(searcher, searcher.understand(typed, **how))


def places(searcher: Searcher, found: ResultSet) -> list[str]:
    with searcher.reading() as library:
        passages = library.find_passages([one.number for one in found.results if one.source.kind == "text"])
    ids = [one.number for one in found.results if one.source.kind == "text"]
    return sorted(f"{passages[one].document_id.partition('-')[0]} {passages[one].address}" for one in ids)


@pytest.mark.parametrize("typed", ["dân vận", "dan van", "DÂN VẬN", "công tác dân vận", "daan vaanj"])
def test_what_says_it_or_stands_under_a_heading_that_says_it_matches_however_it_is_typed(
    search: Search, searcher: Searcher, typed: str
) -> None:
    assert places(searcher, search(typed)) == ["801 dieu-1.khoan-1", "801 dieu-1.khoan-2"]


def test_a_document_that_only_its_name_fits_is_found_by_its_first_passage_alone(
    search: Search, searcher: Searcher
) -> None:
    assert places(searcher, search("cán bộ")) == ["801 dieu-1.khoan-1"]


def test_an_abbreviation_matches_what_it_means(search: Search, searcher: Searcher) -> None:
    assert places(searcher, search("UBKT")) == ["801 dieu-2.khoan-1"]


def test_a_sign_finds_the_document_and_what_cites_it_and_no_other(search: Search, searcher: Searcher) -> None:
    found = places(searcher, search("802-QĐ/TW"))
    assert "801 dieu-2.khoan-2" in found
    assert {one for one in found if one.startswith("802")} >= {"802 1", "802 2"}
    assert [one for one in found if one.startswith("801")] == ["801 dieu-2.khoan-2"]


def test_a_place_finds_what_stands_there(search: Search, searcher: Searcher) -> None:
    assert {"801 dieu-2.khoan-1", "801 dieu-2.khoan-2"} <= {*places(searcher, search("Điều 2 Quy định 801-QĐ/TW"))}


def test_half_of_what_is_asked_is_enough_and_less_is_not(search: Search, searcher: Searcher) -> None:
    assert places(searcher, search("dân vận của phụ nữ nông thôn miền núi phía bắc")) == []
    assert "801 dieu-1.khoan-1" in places(searcher, search("lãnh đạo dân vận nông thôn"))


def test_what_asks_for_documents_and_no_more_finds_all_of_them(search: Search, searcher: Searcher) -> None:
    found = places(searcher, search("quy định năm 2015"))
    assert {"802 1", "802 2"} <= {*found}


def test_where_nothing_matches_the_nearest_are_named_and_are_no_results(search: Search) -> None:
    found = search("công thức nấu phở bò")
    assert found.results == ()
    assert 0 < len(found.nearest) <= 3


def test_what_was_removed_never_matches(search: Search, searcher: Searcher, home: Path) -> None:
    with open_library(home) as library:
        library.remove("801-QĐ/TW@2010-02-03")
    assert places(searcher, search("dân vận")) == []


def test_the_order_is_by_score_then_by_number_and_always_the_same(search: Search) -> None:
    first, second = search("giám sát"), search("giám sát")
    assert first == second
    told = [(-one.score, one.number) for one in first.results if one.source.kind == "text"]
    assert len(told) > 1
    assert told == sorted(told)


def test_a_digest_of_what_is_not_held_matches_and_comes_after_the_texts(search: Search) -> None:
    found = search("102-QĐ/TW")
    kinds = [one.source.kind for one in found.results]
    assert "digest" in kinds
    assert kinds == sorted(kinds, reverse=True)
    assert {one.source.id for one in found.results if one.source.kind == "digest"} == {"102-QĐ/TW@2017-11-15"}


def test_an_empty_library_finds_no_text(tmp_path: Path) -> None:
    searcher = build_fake(tmp_path, FakeEncoder())
    found = find_results(searcher, searcher.understand("dân vận"))
    assert [one for one in (*found.results, *found.nearest) if one.source.kind == "text"] == []


def test_the_command_counts_and_narrows_the_same_set(search: Search, searcher: Searcher) -> None:
    found = search("lãnh đạo công tác dân vận")
    found = replace(found, results=tuple(one for one in found.results if one.source.kind == "text"))
    told = say_results(searcher, found, (), 1)
    assert told.startswith("Tìm thấy 2 đoạn trong 1 văn bản.\nLoại văn bản (--filter loai=…): Quy định (2)\n")
    assert "1. Cấp ủy lãnh đạo công tác dân vận." in told
    form = results_to_json(searcher, found, read_choices(["nam=2010"]), 10)
    assert (form["passages"], form["documents"], form["facets"]["nam"]) == (2, 1, {"2010": 2})
    assert [one["address"] for one in form["results"]] == ["dieu-1.khoan-1", "dieu-1.khoan-2"]
    assert say_results(searcher, found, read_choices(["nam=1999"]), 10).startswith("Không có đoạn nào khớp")


@pytest.mark.parametrize("given", ["", "loai", "loai=", "la=x"])
def test_what_is_no_facet_is_refused_with_what_there_is(given: str) -> None:
    with pytest.raises(UsageError, match="loai, coquan, nam"):
        read_choices([given])
