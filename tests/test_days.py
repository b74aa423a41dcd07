"""Days are written in one way, that of offices, and read in every way in which people type them."""

from __future__ import annotations

import datetime

import pytest

from index.naming.chains import find_conditions
from index.naming.conditions import Condition
from ingest.citing.short import find_called_by_day
from ingest.days import describe_day, describe_month, read_typed_day
from ingest.errors import UsageError
from tests.architecture import our_modules

DAYS = [
    pytest.param("2022-07-06", "06/7/2022", id="a-day-below-ten"),
    pytest.param("2018-01-26", "26/01/2018", id="january"),
    pytest.param("2025-02-04", "04/02/2025", id="february"),
    pytest.param("2017-10-25", "25/10/2017", id="no-zero-at-all"),
    pytest.param("2026-03-30", "30/3/2026", id="march"),
]


@pytest.mark.parametrize(("day", "said"), DAYS)
def test_days_are_written_as_documents_write_them(day: str, said: str) -> None:
    assert describe_day(datetime.date.fromisoformat(day)) == said


@pytest.mark.parametrize(("day", "said"), DAYS)
def test_what_is_written_and_what_programs_write_is_read_as_the_same_day(day: str, said: str) -> None:
    assert read_typed_day(said) == read_typed_day(day) == datetime.date.fromisoformat(day)


@pytest.mark.parametrize("typed", ["06/7/2022", "6/7/2022", "06/07/2022", " 6-7-2022 ", "06.07.2022", "2022-07-06"])
def test_a_day_is_read_with_and_without_zeros(typed: str) -> None:
    assert read_typed_day(typed) == datetime.date(2022, 7, 6)


@pytest.mark.parametrize(
    "typed",
    [
        "ngày 06 tháng 7 năm 2022",
        "6 tháng 7 năm 2022",
        "Hà Nội, ngày 06 tháng 7 năm 2022",
        " Ngay 6  thang 7 nam 2022 ",
        "nga\u0300y 06 tha\u0301ng 7 na\u0306m 2022",
    ],
)
def test_a_day_is_read_as_the_head_of_a_paper_has_it(typed: str) -> None:
    assert read_typed_day(typed) == datetime.date(2022, 7, 6)


@pytest.mark.parametrize(
    "typed", ["31/4/2019", "ngày 31 tháng 4 năm 2019", "tháng 7 năm 2019", "tháng 7", "7/2022", ""]
)
def test_what_is_no_day_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(UsageError, match=r"không phải ngày\. Hãy ghi như 15/5/2016 hoặc 2016-05-15"):
        read_typed_day(typed)


@pytest.mark.parametrize(("month", "said"), [(1, "01/2018"), (2, "02/2018"), (6, "6/2018"), (12, "12/2018")])
def test_a_month_is_written_in_the_same_form(month: int, said: str) -> None:
    assert describe_month(2018, month) == said


@pytest.mark.parametrize(
    ("question", "words"),
    [
        pytest.param("văn bản ban hành ngày 01/06/2018", "ban hành ngày 01/6/2018", id="a-day"),
        pytest.param("văn bản ban hành ngày 1/6/2018", "ban hành ngày 01/6/2018", id="a-day-without-zero"),
        pytest.param("văn bản ban hành trước tháng 06/2018", "ban hành trước tháng 6/2018", id="a-month"),
        pytest.param("văn bản ban hành năm 2018", "ban hành năm 2018", id="a-year"),
    ],
)
def test_a_condition_says_its_day_in_that_form(question: str, words: str) -> None:
    conditions: list[Condition] = list(find_conditions(question))
    assert [one.words for one in conditions] == [words]


def test_a_document_that_goes_by_its_day_is_called_by_it_in_that_form() -> None:
    (found,) = find_called_by_day("Thực hiện Quy định ngày 07/06/2021 về công tác quy hoạch")
    assert found.name == "Quy định ngày 07/6/2021"


def test_no_other_module_writes_a_day_for_people() -> None:
    writing = [str(one.path) for one in our_modules() if one.room != "tests" and "%d/%m" in one.source]
    assert writing == []
