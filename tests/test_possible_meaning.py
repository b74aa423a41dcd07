"""A bare number, "Quy định 102": the one document known by it may be meant, is shown, and is never sure."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.graph import Edge, Graph
from index.judging import judge
from index.referring import find_cited, find_unsure
from ingest.store import Library, open_library
from tests.test_who_cites import FULL_TEXT, RULE, plan, put
from ui.margin import CITES, lay_out_parties

BY_NUMBER = "Kế hoạch này hướng dẫn thực hiện Quy định 102."
BY_SIGN = "Kế hoạch này hướng dẫn thực hiện Quy định số 102-QĐ/TW."
ENDING = "Kế hoạch này thay thế Quy định 102 kể từ ngày ký."


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path) as opened:
        yield opened


def edges_of(library: Library, key: str) -> list[Edge]:
    return [one for one in Graph(library).around(key).edges if one.source.startswith("09-KH/TU")]


def test_the_candidate_is_kept_and_the_words_are_ambiguous(library: Library) -> None:
    document = library.get(put(library, plan(BY_NUMBER)))
    (meaning,) = library.citing.find_meanings(document).values()
    assert (meaning.outcome, meaning.known, meaning.only) == ("ambiguous", (RULE,), None)


def test_of_a_paper_that_came_before_it_nothing_is_meant_that_we_know(library: Library) -> None:
    document = library.get(put(library, plan(BY_NUMBER, "ngày 05 tháng 02 năm 2016")))
    (meaning,) = library.citing.find_meanings(document).values()
    assert (meaning.outcome, meaning.known) == ("unknown", ())


@pytest.mark.parametrize(("words", "sure"), [(BY_NUMBER, False), (BY_SIGN, True)])
def test_the_graph_has_it_pale_and_no_point_of_its_own(library: Library, words: str, sure: bool) -> None:
    held = put(library, plan(words))
    assert {(edge.target, edge.sure) for edge in edges_of(library, held)} == {(RULE, sure)}
    assert edges_of(library, RULE) == edges_of(library, held)  # from the other end, too


def test_the_margin_names_it_under_a_caution(library: Library) -> None:
    document = library.get(put(library, plan(BY_NUMBER)))
    (party,) = find_cited(library, document)
    assert ([node.id for node in party.nodes], party.outcome, party.sure) == ([RULE], "known", False)
    shown = lay_out_parties(document.id, CITES, [party])
    assert "102-QĐ/TW" in shown
    assert "Cần kiểm tra: có thể dẫn văn bản khác" in shown


def test_words_that_say_it_in_full_elsewhere_leave_no_doubt(library: Library) -> None:
    document = library.get(put(library, plan(f"{BY_NUMBER}\n\n2. {BY_SIGN}")))
    assert [party.sure for party in find_cited(library, document)] == [True]


def test_who_may_cite_it_is_listed_as_unsure(library: Library) -> None:
    held = put(library, plan(BY_NUMBER))
    assert library.cited_by(RULE) == []
    assert [(party.nodes[0].id, party.sure) for party in find_unsure(library, RULE, ())] == [(held, False)]


def test_a_number_alone_ends_no_document(library: Library) -> None:
    held = put(library, plan(ENDING))
    assert {(edge.kind, edge.target) for edge in edges_of(library, held)} == {("replaces", "Quy định 102")}
    graph = Graph(library)
    (standing,) = judge(graph, [RULE], graph.find_changes([RULE])).values()
    assert "09-KH/TU@2019-02-05" not in {change.edge.source for change in standing.changes}


def test_once_its_text_is_held_it_is_what_is_meant(library: Library) -> None:
    document = library.get(put(library, plan(BY_NUMBER)))
    held = put(library, FULL_TEXT)
    (meaning,) = library.citing.find_meanings(document).values()
    assert (meaning.outcome, meaning.resolved) == ("resolved", held)
