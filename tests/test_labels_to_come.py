"""The label of a change says by its tense whether its day has come: in the list, the table, the file, for programs."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.graph import Graph
from index.related import find_related, related_to_json, say_related
from index.relation_files import export_related
from index.relation_table import say_row, tabulate
from ingest.store import Library, open_library
from tests.test_cited import put
from tests.test_coming import NEW, OLD, OLD_TEXT, REPLACING
from ui.relations_text import lay_out_rows


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    monkeypatch.setattr("index.as_of.today", lambda: datetime.date(2026, 12, 1))
    with open_library(tmp_path / "var") as opened:
        for raw in (OLD_TEXT, REPLACING):
            put(opened, raw)
        yield opened


@pytest.mark.parametrize(
    ("given", "as_of", "label"),
    [
        pytest.param(OLD, None, "  Sẽ được thay thế bởi: ", id="what-it-will-suffer"),
        pytest.param(NEW, None, "  Sẽ thay thế: ", id="what-it-will-do"),
        pytest.param(OLD, datetime.date(2026, 12, 31), "  Sẽ được thay thế bởi: ", id="on-the-day-before"),
        pytest.param(OLD, datetime.date(2027, 1, 1), "  Được thay thế bởi: ", id="from-its-day-on"),
        pytest.param(NEW, datetime.date(2027, 1, 1), "  Thay thế: ", id="done-by-then"),
    ],
)
def test_a_label_says_whether_the_day_has_come(
    library: Library, given: str, as_of: datetime.date | None, label: str
) -> None:
    found = find_related(library, given, as_of=as_of)

    assert f"\n{label}" in say_related(found)
    (document,) = related_to_json(found)["documents"]
    assert [one["coming"] for one in document["relations"]] == ["Sẽ" in label]


@pytest.mark.parametrize(
    ("as_of", "said"),
    [
        pytest.param(None, "Sẽ thay thế", id="to-come"),
        pytest.param(datetime.date(2027, 1, 1), "Thay thế", id="come"),
    ],
)
def test_tables_and_files_say_it_too(library: Library, tmp_path: Path, as_of: datetime.date | None, said: str) -> None:
    around = Graph(library).around(OLD)
    rows = tabulate(library, around.nodes, around.edges, as_of)
    file = tmp_path / "quan-he.graphml"
    export_related(library, OLD, 1, file, as_of)

    assert [say_row(row)[1] for row in rows] == [said]
    assert f">{said}<" in lay_out_rows(rows, OLD)
    assert f">{said}<" in file.read_text("utf-8")


def test_what_is_no_change_has_no_day_to_come(library: Library) -> None:
    put(library, REPLACING.replace("97-QĐ/TU", "98-QĐ/TU").replace("và thay thế", "và căn cứ"))
    labels = say_related(find_related(library, OLD))

    assert "\n  Được dẫn bởi: " in labels
