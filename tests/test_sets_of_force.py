"""All that have ended, and all that only serve such: read at once they are what the standing of each one says."""

from __future__ import annotations

import datetime
import random
from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

import pytest

from index.changes import Changes
from index.graph import Graph
from index.judging import Told, judge
from ingest.catalog import read_catalog
from ingest.store import Library, open_library
from tests.test_neighbourhood import fill


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "var") as opened:
        yield opened


@pytest.mark.parametrize("as_of", [None, datetime.date(2019, 5, 1), datetime.date(2024, 1, 1)], ids=str)
@pytest.mark.parametrize("seed", range(30))
def test_sets_read_at_once_hold_what_each_standing_says(
    library: Library, seed: int, as_of: datetime.date | None
) -> None:
    fill(library, random.Random(seed))
    changes = Changes()
    held = {one.id for one in library.documents()}
    known = {*held, *(record.id for record in read_catalog())}
    ended, outdated = changes.find_ended(library, as_of) & known, changes.find_outdated(library, as_of)
    one_by_one = {key: Changes().find(library, [key], as_of)[key] for key in known}
    gone = {key for key, one in one_by_one.items() if one.in_force is False and one.status != "unissued"}
    assert ended == gone
    assert outdated == {key for key in held if one_by_one[key].guided}


@pytest.mark.parametrize("as_of", [None, datetime.date(2019, 5, 1), datetime.date(2024, 1, 1)], ids=str)
@pytest.mark.parametrize("seed", range(30))
def test_a_library_read_at_once_judges_each_document_as_looking_it_up_does(
    library: Library, seed: int, as_of: datetime.date | None
) -> None:
    fill(library, random.Random(seed))
    graph = Graph(library)
    known = {node.id for node in graph.read_all().nodes} | {record.id for record in read_catalog()}
    told = Told(graph).judge(graph, known, as_of)  # one graph for both: what a text calls a document is known to it
    some = [key for key in sorted(known) if crc32(key.encode()) % 3]
    assert judge(graph, some, graph.find_changes(some), as_of) == {key: told[key] for key in some}
    for key in known:
        assert judge(graph, [key], graph.find_changes([key]), as_of) == {key: told[key]}
