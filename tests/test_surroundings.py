"""What lies around a document: how far each other is, whether it stands, what a filter and a limit leave."""

from __future__ import annotations

import datetime

import pytest

from index.graph import Edge, Graph
from index.surroundings import Years, limit, narrow, survey
from ingest.store import Library
from tests.surrounded import FIRST, PLANNED, SECOND, THIRD, UNKNOWN, library, surround
from tests.test_cited import put
from tests.test_graph import write

__all__ = ["library"]


def test_the_nearest_stand_first_and_of_one_distance_the_newest(library: Library) -> None:
    found = survey(Graph(library), FIRST, 2)
    assert [(node.id, found.distances[node.id]) for node in found.nodes] == [
        (FIRST, 0),
        (SECOND, 1),
        (PLANNED, 2),
        (THIRD, 2),
        (UNKNOWN, 2),
    ]
    assert found.kinds == {"based_on": 1, "replaces": 1, "repeals": 1, "refers_to": 1}
    assert found.years == (2009, 2019)


def test_what_changes_the_farthest_document_is_known_though_it_lies_outside(library: Library) -> None:
    found = survey(Graph(library), FIRST, 1)
    assert [node.id for node in found.nodes] == [FIRST, SECOND]
    assert found.standings[SECOND].status == "amended"


def test_what_one_of_the_farthest_documents_is_to_another_one_more_step_shows(library: Library) -> None:
    put(library, write("807-QĐ/TW", "02 tháng 02 năm 2016", f"1. Theo Quy định số 801-QĐ/TW.\n\n2. {AMENDS}\n"))
    near, far = (survey(Graph(library), FIRST, hops) for hops in (1, 2))
    change = ("807-QĐ/TW@2016-02-02", "amends", SECOND)
    assert change not in {(one.source, one.kind, one.target) for one in near.edges}
    assert change in {(one.source, one.kind, one.target) for one in far.edges}
    assert near.standings[SECOND].status == "amended"


def test_further_documents_have_their_relations_to_each_other(library: Library) -> None:
    among = survey(Graph(library), PLANNED, 2)
    assert {(edge.source, edge.target) for edge in among.edges if PLANNED not in (edge.source, edge.target)} == {
        (SECOND, UNKNOWN),
        (SECOND, FIRST),
        (THIRD, SECOND),
    }


AMENDS = "Sửa đổi Điều 1 Quy định số 802-QĐ/TW, ngày 05/4/2015."
CHAIN = surround(
    {"a": 0, "b": 1, "c": 2, "d": 1},
    Edge("a", "b", "based_on"),
    Edge("a", "d", "refers_to"),
    Edge("b", "c", "replaces"),
    days={"a": datetime.date(2020, 1, 1), "b": datetime.date(2010, 1, 1), "d": datetime.date(2015, 1, 1)},
)


@pytest.mark.parametrize(
    ("kinds", "years", "left"),
    [
        pytest.param({"based_on", "refers_to", "replaces"}, None, "abcd", id="nothing-asked"),
        pytest.param({"based_on", "replaces"}, None, "abc", id="by-kind"),
        pytest.param({"refers_to", "replaces"}, None, "ad", id="what-is-cut-off-goes-too"),
        pytest.param({"based_on", "refers_to", "replaces"}, (2012, 2016), "ad", id="by-year-the-center-stays"),
        pytest.param({"based_on", "replaces"}, (2010, 2010), "abc", id="of-unknown-day-it-stays"),
        pytest.param(set(), None, "a", id="nothing-left"),
    ],
)
def test_a_filter_leaves_what_still_joins_to_the_center(kinds: set[str], years: Years | None, left: str) -> None:
    found = narrow(CHAIN, kinds, years)
    assert {node.id for node in found.nodes} == set(left)
    assert all(edge.kind in kinds and {edge.source, edge.target} <= set(left) for edge in found.edges)


def test_a_limit_keeps_the_nearest_and_the_lines_that_lead_to_the_center() -> None:
    crowd = {f"n{place}": 1 for place in range(8)}
    leading = [Edge("a", key, "refers_to") for key in crowd]
    across = [Edge(f"n{place}", f"n{place + 1}", "based_on") for place in range(7)]
    found = surround({"a": 0, **crowd, "far": 2}, *across, *leading, Edge("n0", "far", "replaces"))
    fewer = limit(found, 9, 10)
    assert {node.id for node in fewer.nodes} == {"a", *crowd}
    assert set(leading) < set(fewer.edges)
    assert len(fewer.edges) == 10
    assert limit(found, 99, 99) == found
