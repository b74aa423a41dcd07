"""What was found is narrowed, counted, ordered, gathered and cut without searching again; links set a search again."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.searching.arranging import ON_A_PAGE, cut, group, order
from index.searching.examples import find_subjects, read_subject
from index.searching.excerpts import LONGEST, find_excerpt
from index.searching.facets import (
    DOCUMENT,
    FACETS,
    NOT_SAID,
    Choice,
    count_documents,
    count_results,
    count_values,
    count_without,
    narrow,
)
from index.searching.news import find_new
from index.searching.request import Request, read_address, write_address
from index.searching.values import Result, Source
from index.validity import UNKNOWN, Standing
from ingest.models import Metadata
from ingest.store import open_library
from tests.fakes import add_text
from tests.test_graph import write

REPLACED = Standing("replaced")
SOURCES = (
    Source(
        "a",
        Metadata("Nghị quyết", "1-NQ/TW", issuer="Bộ Chính trị", date=datetime.date(2018, 5, 1)),
        UNKNOWN,
        collections=("Cán bộ", "Dân vận"),
    ),
    Source(
        "b",
        Metadata("Quy định", "2-QĐ/TW", issuer="Huyện uỷ", date=datetime.date(2020, 1, 2)),
        REPLACED,
        collections=("Dân vận",),
    ),
    Source("c", Metadata("Quy định", "3-QĐ/TW", issuer="Huyện ủy", date=datetime.date(2018, 9, 9)), UNKNOWN, "digest"),
    Source("d", Metadata(), UNKNOWN),
)
RESULTS = tuple(Result(SOURCES[place % 4], place, 1.0 - place) for place in range(10))
some_results = st.lists(st.sampled_from(RESULTS), unique=True).map(tuple)
some_values = [(facet.key, value) for facet in FACETS for one in SOURCES for value in facet.read(one)]
some_choices = st.lists(st.sampled_from([*some_values, (DOCUMENT, "a"), ("nam", "1999")]), unique=True).map(tuple)


@pytest.mark.parametrize(
    ("chosen", "left"),
    [
        pytest.param((), "abcd", id="nothing"),
        pytest.param((("loai", "Quy định"),), "bc", id="type"),
        pytest.param((("loai", "Quy định"), ("loai", "Nghị quyết")), "abc", id="either-of-two-types"),
        pytest.param((("loai", "Quy định"), ("nam", "2018")), "c", id="type-and-year"),
        pytest.param((("coquan", "Huyện ủy"),), "bc", id="issuer-in-both-spellings"),
        pytest.param((("hieuluc", "replaced"),), "b", id="standing"),
        pytest.param((("nguon", "digest"),), "c", id="digests"),
        pytest.param((("bosuutap", "Dân vận"),), "ab", id="collection"),
        pytest.param((("bosuutap", "Cán bộ"), ("bosuutap", NOT_SAID)), "acd", id="one-collection-or-none"),
        pytest.param((("loai", NOT_SAID),), "d", id="type-not-said"),
        pytest.param(((DOCUMENT, "a"),), "a", id="one-document"),
        pytest.param((("nam", "1999"),), "", id="none"),
    ],
)
def test_narrows_by_what_is_chosen(chosen: tuple[Choice, ...], left: str) -> None:
    assert "".join(sorted({one.source.id for one in narrow(RESULTS, chosen)})) == left


def test_a_value_is_counted_beside_what_else_is_chosen_and_a_chosen_one_even_when_nothing_has_it() -> None:
    found = count_values(RESULTS, (("loai", "Nghị quyết"), ("nam", "2020")), count_results)
    assert [(one.value, one.count) for one in found["loai"]] == [("Quy định", 3), ("Nghị quyết", 0)]
    assert [(one.value, one.count) for one in found["nam"]] == [("2020", 0), ("2018", 3)]


def test_years_come_newest_first_other_values_the_most_frequent_first_what_is_not_said_last() -> None:
    found = count_values(RESULTS, (), count_documents)
    assert [one.value for one in found["nam"]] == ["2020", "2018", NOT_SAID]
    assert [(one.value, one.count) for one in found["loai"]] == [("Quy định", 2), ("Nghị quyết", 1), (NOT_SAID, 1)]


@given(some_results, some_choices)
def test_the_count_of_a_value_is_what_choosing_it_alone_of_its_facet_would_leave(
    results: tuple[Result, ...], chosen: tuple[Choice, ...]
) -> None:
    for key, values in count_values(results, chosen, count_results).items():
        others = tuple(one for one in chosen if one[0] != key)
        for one in values:
            assert one.count == len(narrow(results, (*others, (key, one.value))))


@given(some_results, some_choices)
def test_taking_a_choice_back_gives_what_was_said(results: tuple[Result, ...], chosen: tuple[Choice, ...]) -> None:
    for one, count in count_without(results, chosen, count_documents).items():
        left = narrow(results, [other for other in chosen if other != one])
        assert count == len({result.source.id for result in left})
        assert {*narrow(results, chosen)} <= {*narrow(results, [*chosen])}


@given(some_results)
def test_by_date_the_newest_come_first_and_those_without_a_day_last(results: tuple[Result, ...]) -> None:
    days = [one.source.day for one in order(results, "date")]
    known = [day for day in days if day]
    assert days == sorted(known, reverse=True) + [None] * (len(days) - len(known))
    assert order(results, "relevance") == results


@given(some_results)
def test_gathering_keeps_every_result_once_and_the_order_of_the_first_of_each(results: tuple[Result, ...]) -> None:
    groups = group(results)
    assert sorted(one.number for some in groups for one in some.results) == sorted(one.number for one in results)
    assert [one.source.id for one in groups] == list(dict.fromkeys(one.source.id for one in results))


@pytest.mark.parametrize(
    ("count", "asked", "number", "pages"),
    [(0, 1, 1, 1), (20, 1, 1, 1), (21, 2, 2, 2), (41, 99, 3, 3), (41, -5, 1, 3)],
)
def test_pages_of_twenty_and_the_nearest_there_is(count: int, asked: int, number: int, pages: int) -> None:
    page = cut(range(count), asked)
    assert (page.number, page.pages, page.total) == (number, pages, count)
    assert len(page.items) <= ON_A_PAGE
    assert [one for place in range(1, pages + 1) for one in cut(range(count), place).items] == list(range(count))


requests = st.builds(
    Request,
    st.text(min_size=1).map(str.strip).filter(lambda one: one and one.isprintable()),
    some_choices.map(lambda some: tuple(sorted(some))),
    st.sampled_from(("relevance", "date")),
    st.booleans(),
    st.integers(1, 999),
    st.booleans(),
    st.booleans(),
)


@given(requests)
def test_a_link_sets_the_very_search_again(request: Request) -> None:
    found = read_address(write_address(request))
    assert found == replace(request, chosen=found.chosen if found else ())
    assert found
    assert sorted(found.chosen) == list(request.chosen)


def test_a_link_is_the_same_whatever_was_chosen_first() -> None:
    one, other = ("loai", "Quy định"), ("nam", "2018")
    assert write_address(Request("x", (one, other))) == write_address(Request("x", (other, one)))


@pytest.mark.parametrize(
    ("address", "request_"),
    [
        ("", None),
        ("q=", None),
        ("q=%20&loai=x", None),
        ("loai=Quy+định", None),
        ("q=x&trang=-3&sap=lạ&la=1", Request("x")),
        ("q=x&trang=99999999999", Request("x")),
        ("q=x&trang=٣", Request("x")),
        ("q=a&q=b&loai=&loai=K", Request("b", (("loai", "K"),))),
    ],
)
def test_what_is_out_of_form_in_a_link_is_passed_over(address: str, request_: Request | None) -> None:
    assert read_address(address) == request_


@given(st.text(st.sampled_from("ab \n"), max_size=3000), st.integers(0, 2999), st.integers(1, 30))
def test_an_excerpt_holds_the_first_match_and_is_about_as_long_as_is_shown(text: str, at: int, length: int) -> None:
    matched = ((at, at + length),) if at + length <= len(text) else ()
    start, end = find_excerpt(text, matched)
    assert 0 <= start <= end <= len(text)
    assert end - start <= LONGEST + 300
    assert not matched or (start <= at and at + length <= end)
    assert len(text) > LONGEST or (start, end) == (0, len(text))


@pytest.mark.parametrize(
    ("heading", "subject"),
    [
        pytest.param("5- Chế độ sinh hoạt chi bộ:", "Chế độ sinh hoạt chi bộ", id="number"),
        pytest.param("Chương II\nTuyển dụng công chức", "Tuyển dụng công chức", id="chapter"),
        pytest.param("Điều 3. Giải thích", "", id="too-short"),
        pytest.param("I. TÌNH HÌNH THỰC HIỆN", "", id="capitals"),
        pytest.param("1. Thời hạn giải quyết (khoản 3 Điều 6)", "", id="not-plain"),
    ],
)
def test_a_subject_is_the_plain_words_of_a_heading(heading: str, subject: str) -> None:
    assert read_subject(heading) == subject


def test_subjects_are_of_one_document_each_the_newest_first_and_none_that_several_have(tmp_path: Path) -> None:
    ends = "Điều 3. Tổ chức thực hiện chung\n\n1. Từ ngày ký.\n"
    for number, year, own in (
        ("1", "2010", "Điều 1. Chế độ họp chi bộ"),
        ("2", "2015", "Điều 1. Quy hoạch cán bộ trẻ"),
    ):
        add_text(tmp_path, write(f"80{number}-QĐ/TW", f"03 tháng 02 năm {year}", f"{own}\n\n1. Nội dung.\n\n{ends}"))
    with open_library(tmp_path) as library:
        assert find_subjects(library, 6) == ["Quy hoạch cán bộ trẻ", "Chế độ họp chi bộ"]


def test_new_is_what_arrived_and_is_found_as_text() -> None:
    assert find_new(RESULTS, frozenset("bcx")) == ("b",)
