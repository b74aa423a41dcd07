"""A mention that says a term means a document of that term; the days of the terms are the congresses'."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from ingest.documents import read_document
from ingest.mentions import Citation
from ingest.models import Metadata
from ingest.store import Library, open_library
from tests.test_store import DIRECTIVE_ID, directive


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path) as opened:
        yield opened


def put(library: Library, raw: str) -> str:
    return library.add(read_document(raw, "tep.txt"), raw.encode()).document_id


def meant(library: Library, mention: Citation) -> str | None:
    return library.citing.find_meaning(mention.cited_as, Metadata()).resolved


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
        pytest.param("18-NQ/TW", None, "ngày 16 tháng 6 năm 2022", False, id="no-term-and-one-of-that-sign-is-known"),
        pytest.param("98-NQ/TW", None, "ngày 16 tháng 6 năm 2022", True, id="no-term"),
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
    assert meant(library, mention) == (held if resolves else None)


def test_of_two_documents_the_term_tells_which_is_meant(library: Library) -> None:
    first, second = (put(library, central(day, "99-NQ/TW")) for day in ("ngày 3/5/2017", "ngày 3/5/2022"))
    mention = Citation(0, 8, "99-NQ/TW", None, "99-NQ/TW")
    assert meant(library, mention) is None
    assert meant(library, replace(mention, term="XII")) == first
    assert meant(library, replace(mention, term="XIII")) == second
    dated = replace(mention, date=datetime.date(2017, 5, 3), term="XIII")
    assert meant(library, dated) == first


def test_a_mention_resolves_to_the_one_held_document_it_names(library: Library) -> None:
    mention = Citation(0, 8, "05-CT/TU", None, "05-CT/TU")
    dated = replace(mention, date=datetime.date(2018, 2, 5))
    assert meant(library, mention) is None

    put(library, directive())
    assert (meant(library, mention), meant(library, dated)) == (DIRECTIVE_ID, DIRECTIVE_ID)
    put(library, directive(year=2023))
    assert (meant(library, mention), meant(library, dated)) == (None, DIRECTIVE_ID)
    assert meant(library, replace(mention, date=datetime.date(2001, 1, 1))) is None
    assert meant(library, replace(mention, number=None)) is None


def test_a_mention_resolves_to_no_one_of_two_texts_and_to_the_one_that_stays(library: Library) -> None:
    dated = Citation(0, 8, "05-CT/TU", None, "05-CT/TU", date=datetime.date(2018, 2, 5))
    put(library, directive())
    beside = put(library, directive(body="1. Một văn bản khác.\n"))

    assert meant(library, dated) is None
    library.remove(DIRECTIVE_ID)
    assert meant(library, dated) == beside
