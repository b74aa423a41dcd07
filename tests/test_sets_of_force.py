"""All that have ended, and all that only serve such: read at once they are what the standing of each one says."""

from __future__ import annotations

import datetime
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.changes import Changes
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
    gone = {key for key, one in one_by_one.items() if one.ended and one.in_force is False}
    to_come = {
        change.by.id
        for one in one_by_one.values()
        for change in one.coming
        if change.ends and change.since and change.edge.said_in == change.by.id
    }
    assert ended == gone | (to_come & known)
    assert outdated == {key for key in held if one_by_one[key].guided}
