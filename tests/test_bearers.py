"""A sign names every document that bears it, under its day, and says which of them is held."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from index.related import find_related
from ingest.bearers import find_bearers
from ingest.store import Library, open_library
from tests.commands import Printed
from tests.test_cited import put

RESOLUTION = """BAN CHẤP HÀNH TRUNG ƯƠNG
*
Số 18-NQ/TW
Hà Nội, ngày 25 tháng 10 năm 2017

NGHỊ QUYẾT
về sắp xếp tổ chức bộ máy

1. Bộ máy còn cồng kềnh.
"""
HELD, KNOWN = "18-NQ/TW@2017-10-25", "18-NQ/TW@2022-06-16"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "var") as opened:
        yield opened


@pytest.mark.parametrize(
    ("given", "found"),
    [
        pytest.param("18-NQ/TW", [(HELD, True), (KNOWN, False)], id="sign"),
        pytest.param("18 – nq/tw", [(HELD, True), (KNOWN, False)], id="sign-as-typed"),
        pytest.param(KNOWN, [(KNOWN, False)], id="id-of-what-is-known"),
        pytest.param(HELD, [], id="id-of-what-is-held"),
        pytest.param("217-QĐ/TW", [("217-QĐ/TW@2013-12-12", False)], id="a-sign-that-one-bears"),
        pytest.param("999-QĐ/TW", [], id="a-sign-that-nobody-bears"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_who_bears_a_sign_is_told_with_what_is_held(
    library: Library, given: str, found: list[tuple[str, bool]]
) -> None:
    put(library, RESOLUTION)
    assert [(one.id, one.held) for one in find_bearers(library, given)] == found


def test_each_is_called_by_its_day_and_says_what_is_not_verified(library: Library) -> None:
    put(library, RESOLUTION)
    held, known = find_bearers(library, "18-NQ/TW")
    assert held.called == "Nghị quyết số 18-NQ/TW, ngày 25/10/2017"
    assert held.about.endswith("· có nguyên văn")
    assert known.called == "Nghị quyết số 18-NQ/TW, ngày 16/6/2022"
    assert known.about.endswith("Về đất đai · chưa có nguyên văn · chưa kiểm chứng")


def test_the_command_shows_the_held_one_and_names_the_other(library: Library, command: Callable[..., Printed]) -> None:
    put(library, RESOLUTION)
    code, out, _ = command("show", "18-NQ/TW")
    first, *rest = out.splitlines()
    assert code == 0
    assert first.startswith("Cùng ký hiệu còn có: Nghị quyết số 18-NQ/TW, ngày 16/6/2022 [")
    assert first.endswith(f"Xem bằng: python -m ingest show {KNOWN}")
    assert "1. Bộ máy còn cồng kềnh." in rest
    assert json.loads(command("show", "18-NQ/TW", "--json")[1])["same_sign"] == [{"id": KNOWN, "held": False}]
    assert "Cùng ký hiệu" not in command("show", HELD)[1]


def test_the_relations_of_both_stand_under_their_days(library: Library) -> None:
    put(library, RESOLUTION)
    assert [one.node.id for one in find_related(library, "18-NQ/TW")] == [HELD, KNOWN]
