"""Surroundings made up for tests, and the library of four directives of which two change a third."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from index.graph import Edge, Node
from index.surroundings import Surroundings
from index.validity import Standing
from ingest.store import Library, open_library
from tests.test_cited import put
from tests.test_graph import CHANGE, IDS, NEW, OLD, PLAN

FIRST, SECOND, THIRD, PLANNED = IDS
UNKNOWN = "700-QĐ/TW@2009-07-25"
TEXTS = (OLD, NEW, CHANGE, PLAN)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "var") as opened:
        for raw in TEXTS:
            put(opened, raw)
        yield opened


def node(key: str, day: datetime.date | None = None, **known: str) -> Node:
    return Node(key, known.get("name", key), known.get("number"), "Quy định", None, day, "held")


def surround(
    distances: Mapping[str, int], *edges: Edge, days: Mapping[str, datetime.date] | None = None
) -> Surroundings:
    """The first of *distances* in the middle, none of them known to be replaced."""
    nodes = tuple(node(key, (days or {}).get(key)) for key in distances)
    standings = {key: Standing("unknown") for key in distances}
    return Surroundings(next(iter(distances)), max(distances.values()), nodes, edges, distances, standings)
