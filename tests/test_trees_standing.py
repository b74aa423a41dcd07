"""In the chain of implementation and the tree of căn cứ each document is told to stand or to have ended."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest

from index.describe_trees import Choice, find_trees, say_trees, trees_to_json
from ingest.store import Library, open_library
from tests.test_cited import put
from tests.test_graph import write
from tests.test_trees import LOCAL, PROVINCIAL, RULE
from ui.relations_trees import lay_out_trees

END = write(
    "64-QĐ/TU",
    "18 tháng 7 năm 2024",
    "Điều 1. Bãi bỏ Kế hoạch số 12-KH/HU, ngày 02/9/2015.\n\nĐiều 2. Quyết định này có hiệu lực từ ngày 01/8/2024.\n",
    "QUYẾT ĐỊNH",
)
NEW_BASIS = write(
    "990-QĐ/TW", "05 tháng 4 năm 2020", "Điều 1. Quy định này thay thế Quy định số 700-QĐ/TW, ngày 25/7/2009.\n"
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "var") as opened:
        for raw in (RULE, PROVINCIAL, LOCAL, END, NEW_BASIS):
            put(opened, raw)
        yield opened


@pytest.mark.parametrize(
    ("asked", "named", "told"),
    [
        pytest.param(
            ("15-KH/TU", "implementation", None),
            "12-KH/HU",
            "HẾT HIỆU LỰC: đã bị bãi bỏ từ ngày 01/8/2024",
            id="ended",
        ),
        pytest.param(
            ("15-KH/TU", "implementation", datetime.date(2020, 1, 1)),
            "12-KH/HU",
            "chưa rõ hiệu lực",
            id="not-then-yet",
        ),
        pytest.param(
            ("12-KH/HU", "implementation", None),
            "12-KH/HU",
            "HẾT HIỆU LỰC: đã bị bãi bỏ từ ngày 01/8/2024",
            id="the-one-that-is-asked-about",
        ),
        pytest.param(("12-KH/HU", "implementation", None), "15-KH/TU", "chưa rõ hiệu lực", id="nobody-says-anything"),
        pytest.param(
            ("802-QĐ/TW", "basis", None),
            "700-QĐ/TW",
            "HẾT HIỆU LỰC: đã được thay thế từ ngày 05/4/2020",
            id="a-basis-that-is-only-cited",
        ),
    ],
)
def test_each_document_of_a_tree_is_told_to_stand_or_to_have_ended(
    library: Library, asked: tuple[str, Choice, datetime.date | None], named: str, told: str
) -> None:
    lines = say_trees(find_trees(library, *asked)).splitlines()
    (line,) = (one for one in lines if f" số {named}" in one and "“" not in one)
    assert line.endswith(f"; {told}")


def test_programs_are_told_the_same(library: Library) -> None:
    (told,) = trees_to_json(find_trees(library, "15-KH/TU", "implementation"))["documents"]
    (child,) = told["trees"][1]["children"]
    assert (told["standing"], child["standing"], child["since"]) == ("unknown", "repealed", "2024-08-01")


def test_the_page_marks_what_has_ended(library: Library) -> None:
    (grown,) = find_trees(library, "15-KH/TU", "implementation")
    html = lay_out_trees(grown)
    ended = re.findall(r'class="vk-het-hieu-luc"[^>]*>([^<]*)<', html)
    assert [unescape(one) for one in ended] == ["HẾT HIỆU LỰC: đã bị bãi bỏ từ ngày 01/8/2024"]
    assert html.count("Chưa rõ hiệu lực") == 1
    assert html.index("vk-het-hieu-luc") > html.index("12-KH/HU")
