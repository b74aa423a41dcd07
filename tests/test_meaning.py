"""A mention means every document that fits, held or catalogued: by day and term, by the citing day, by the title."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.mentions import CitedAs
from ingest.models import Metadata
from ingest.store import Library, open_library
from ingest.store.meaning import Candidate, Meaning, choose
from tests.test_cited import central, put

OF_2017, OF_2022 = "18-NQ/TW@2017-10-25", "18-NQ/TW@2022-06-16"
SIGN = CitedAs("Nghị quyết", "18-NQ/TW")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path) as opened:
        yield opened


def on(year: int) -> Metadata:
    return Metadata(date=datetime.date(year, 11, 1))


@pytest.mark.parametrize(
    ("cited", "year", "meaning"),
    [
        pytest.param(SIGN, 2018, Meaning(known=(OF_2017,)), id="cited-before-the-other-was-issued"),
        pytest.param(SIGN, 2024, Meaning(known=(OF_2017, OF_2022)), id="either"),
        pytest.param(SIGN, 2016, Meaning(), id="cited-before-both"),
        pytest.param(CitedAs("Nghị quyết", "18-NQ/TW", term="XIII"), 2024, Meaning(known=(OF_2022,)), id="its-term"),
        pytest.param(
            CitedAs("Nghị quyết", "18-NQ/TW", date=datetime.date(2017, 10, 25)),
            2024,
            Meaning(known=(OF_2017,)),
            id="its-day",
        ),
        pytest.param(CitedAs("Quy định", "217-QĐ/TW"), 2024, Meaning(known=("217-QĐ/TW@2013-12-12",)), id="type-mixed"),
        pytest.param(CitedAs("Chỉ thị", "05-CT/TU"), 2024, Meaning(), id="a-province-without-a-day"),
        pytest.param(CitedAs("Nghị quyết", "12-NQ/TW"), 2015, Meaning(), id="a-sign-nobody-is-sure-of"),
        pytest.param(CitedAs("Nghị quyết", "999-NQ/TW"), 2024, Meaning(), id="unknown"),
    ],
)
def test_the_catalogue_knows_what_is_not_held(library: Library, cited: CitedAs, year: int, meaning: Meaning) -> None:
    assert library.citing.find_meaning(cited, on(year)) == meaning


@pytest.mark.parametrize(
    ("beside", "meaning"),
    [
        pytest.param(
            " về tiếp tục đổi mới, sắp xếp tổ chức bộ máy của hệ thống chính trị tinh gọn, hoạt động hiệu lực",
            Meaning(known=(OF_2017,)),
            id="its-title",
        ),
        pytest.param(" về đất đai;", Meaning(known=(OF_2022,)), id="the-other-title"),
        pytest.param(" của Trung ương và kế hoạch của tỉnh", Meaning(known=(OF_2017, OF_2022)), id="no-title"),
    ],
)
def test_of_several_the_title_beside_says_which(library: Library, beside: str, meaning: Meaning) -> None:
    assert library.citing.find_meaning(SIGN, on(2024), beside) == meaning


def test_a_held_document_takes_the_place_of_its_record_and_leaves_the_other_possible(library: Library) -> None:
    held = put(library, central("ngày 25 tháng 10 năm 2017"))
    assert held == OF_2017
    assert library.citing.find_meaning(SIGN, on(2018)) == Meaning(held=(OF_2017,))
    both = library.citing.find_meaning(SIGN, on(2024))
    assert (both, both.outcome, both.only) == (Meaning((OF_2017,), (OF_2022,)), "ambiguous", None)


def test_what_is_held_and_younger_is_not_meant(library: Library) -> None:
    put(library, central("ngày 02 tháng 03 năm 2020", "98-NQ/TW"))
    assert library.citing.find_meaning(CitedAs(number="98-NQ/TW"), on(2019)).outcome == "unknown"
    assert library.citing.find_meaning(CitedAs(number="98-NQ/TW"), on(2020)).outcome == "resolved"


def test_an_unknown_day_leaves_both_possible() -> None:
    dated = Candidate("a", datetime.date(2020, 1, 1), "Việc một", held=True)
    undated = Candidate("b", None, "Việc hai", held=True)
    assert choose([dated, undated], datetime.date(2019, 1, 1), "") == Meaning(("b",))
    assert choose([dated, undated], None, "") == Meaning(("a", "b"))
    assert (Meaning(("a",)).outcome, Meaning((), ("a",)).outcome) == ("resolved", "not_held")
