"""A mention that says a term means a document of that term; the days of the terms are the congresses'."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from ingest.documents import read_document
from ingest.models import Citation
from ingest.store import Library, open_library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path) as opened:
        yield opened


def put(library: Library, raw: str) -> str:
    return library.add(read_document(raw, "tep.txt"), raw.encode()).document_id


def central(day: str, number: str = "18-NQ/TW") -> str:
    head = f"BAN CHẤP HÀNH TRUNG ƯƠNG\n*\nSố {number}\nĐẢNG CỘNG SẢN VIỆT NAM\nHà Nội, {day}\n"
    return f"{head}\nNGHỊ QUYẾT\nvề một việc\n\n1. Nội dung.\n"


@pytest.mark.parametrize(
    ("number", "term", "day", "resolves"),
    [
        pytest.param("18-NQ/TW", "XII", "ngày 25 tháng 10 năm 2017", True, id="the-day-the-catalogue-knows"),
        pytest.param("18-NQ/TW", "XII", "ngày 26 tháng 10 năm 2017", False, id="another-day"),
        pytest.param("18-NQ/TW", "XII", "ngày 16 tháng 6 năm 2022", False, id="another-term"),
        pytest.param("18-NQ/TW", "XIII", "ngày 16 tháng 6 năm 2022", True, id="that-term"),
        pytest.param("18-NQ/TW", None, "ngày 16 tháng 6 năm 2022", True, id="no-term"),
        pytest.param("99-NQ/TW", "XII", "ngày 02 tháng 02 năm 2021", True, id="at-the-end-of-the-term"),
        pytest.param("99-NQ/TW", "XII", "ngày 02 tháng 06 năm 2021", False, id="after-the-term"),
        pytest.param("99-NQ/TW", "XIV", "ngày 02 tháng 06 năm 2026", True, id="the-last-term"),
        pytest.param("99-NQ/TW", "XIV", "ngày 02 tháng 06 năm 2025", False, id="before-the-last-term"),
        pytest.param("99-NQ/TW", "IV", "ngày 02 tháng 06 năm 2025", True, id="a-term-of-unknown-years"),
        pytest.param("05-NQ/TU", "XIV", "ngày 02 tháng 06 năm 2021", True, id="a-term-of-a-province"),
    ],
)
def test_a_mention_with_a_term_resolves_to_a_document_of_that_term(
    library: Library, number: str, term: str | None, day: str, resolves: bool
) -> None:
    held = put(library, central(day, number))
    assert held.startswith(f"{number}@20")
    mention = Citation(0, 8, "18-NQ/TW", None, number, term=term)
    assert library.resolve(mention) == (held if resolves else None)


def test_of_two_documents_the_term_tells_which_is_meant(library: Library) -> None:
    first, second = (put(library, central(day, "99-NQ/TW")) for day in ("ngày 3/5/2017", "ngày 3/5/2022"))
    mention = Citation(0, 8, "99-NQ/TW", None, "99-NQ/TW")
    assert library.resolve(mention) is None
    assert library.resolve(replace(mention, term="XII")) == first
    assert library.resolve(replace(mention, term="XIII")) == second
    dated = replace(mention, date=datetime.date(2017, 5, 3), term="XIII")
    assert library.resolve(dated) == first
