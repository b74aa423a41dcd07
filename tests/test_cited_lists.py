"""Mentions whose day, type or title stands with another of their list."""

from __future__ import annotations

import pytest

from ingest.citations import find_citations

_AMENDS = "Luật sửa đổi, bổ sung một số điều của "


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        pytest.param(
            f"Căn cứ {_AMENDS}Luật Đất đai và Luật Nhà ở ngày 11/01/2022;",
            [(f"{_AMENDS}Luật Đất đai và Luật Nhà ở", "2022-01-11")],
            id="two-with-a-day",
        ),
        pytest.param(
            f"Căn cứ {_AMENDS}Luật Đất đai, Luật Nhà ở và Luật Điện lực;",
            [(f"{_AMENDS}Luật Đất đai, Luật Nhà ở và Luật Điện lực", "None")],
            id="three",
        ),
        pytest.param(
            f"Căn cứ {_AMENDS}Luật Đất đai ngày 11/01/2001 và Luật Nhà ở ngày 11/01/2022;",
            [(f"{_AMENDS}Luật Đất đai", "2001-01-11"), ("Luật Nhà ở", "2022-01-11")],
            id="each-its-day",
        ),
        pytest.param(
            f"Căn cứ {_AMENDS}Luật Đất đai và Luật Nhà ở năm 2014;",
            [(f"{_AMENDS}Luật Đất đai", "None"), ("Luật Nhà ở 2014", "None")],
            id="a-year-may-be-of-one",
        ),
    ],
)
def test_a_law_that_amends_several_is_one(sentence: str, told: list[tuple[str, str]]) -> None:
    assert [(one.name, str(one.date)) for one in find_citations(sentence)] == told


def test_a_day_that_two_share_is_of_both() -> None:
    found = find_citations("Nghị quyết số 18-NQ/TW và Nghị quyết số 19-NQ/TW cùng ngày 25/10/2017 của Trung ương.")

    assert [(one.number, str(one.date)) for one in found] == [("18-NQ/TW", "2017-10-25"), ("19-NQ/TW", "2017-10-25")]


@pytest.mark.parametrize("lead", ["theo ", "Luật số 05/1998/QH10 và ", "Pháp lệnh số "])
def test_a_sign_of_the_standing_committee_is_of_an_ordinance(lead: str) -> None:
    assert find_citations(f"{lead}12/1999/PL-UBTVQH10 ngày 28/8/1999.")[-1].type == "Pháp lệnh"
