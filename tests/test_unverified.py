"""What only second-hand sources say is said to be so, in the same words, wherever relations are listed."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest

from index.ask import answer_question
from index.describe import answer_to_json, say
from index.doubts import find_doubt, name_node, note_unverified
from index.graph import Edge, Graph
from index.related import find_related, say_related
from index.relation_files import write_csv
from index.relation_table import tabulate
from index.search import open_searcher
from index.settings import Settings
from index.surroundings import Surroundings, survey
from ingest.store import Library, open_library
from tests.fakes import FAKE_MODEL, FakeEncoder, add_text, build
from tests.test_graph import OLD
from ui.relations_text import lay_out_center, lay_out_legend, lay_out_rows
from ui.relations_views import draw_map

REPLACED, UNSEEN = "69-QĐ/TW@2022-07-06", "212-QĐ/TW@2026-08-17"
NAMED = "Quy định số 212-QĐ/TW ngày 17/8/2026 (chưa kiểm chứng)"
TOLD = "212-QĐ/TW:\nthay thế 69-QĐ/TW (chưa kiểm chứng)"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "var") as opened:
        yield opened


@pytest.fixture
def found(library: Library) -> Surroundings:
    return survey(Graph(library), REPLACED, 1)


def edge(sure: bool, said_in: str | None) -> Edge:
    return Edge("a", "b", "replaces", said_in, sure=sure)


@pytest.mark.parametrize(
    ("edges", "doubt"),
    [
        pytest.param([], "", id="nothing-is-said"),
        pytest.param([edge(True, None)], "", id="verified"),
        pytest.param([edge(True, "c")], "", id="plain-words"),
        pytest.param([edge(False, None)], "chưa kiểm chứng", id="second-hand"),
        pytest.param([edge(False, "c")], "cần kiểm tra", id="words-in-doubt"),
        pytest.param([edge(False, None), edge(False, "c")], "cần kiểm tra", id="both-in-doubt"),
        pytest.param([edge(False, None), edge(True, "c")], "", id="second-hand-and-plain-words"),
    ],
)
def test_a_doubt_says_whether_words_or_a_source_leave_it(edges: list[Edge], doubt: str) -> None:
    assert find_doubt(edges) == doubt


def test_a_document_known_second_hand_is_named_with_a_caution_and_a_verified_one_without(library: Library) -> None:
    unseen, seen = (Graph(library).describe([one])[0] for one in (UNSEEN, REPLACED))
    assert (name_node(unseen), name_node(seen)) == (NAMED, "Quy định số 69-QĐ/TW ngày 06/7/2022")
    assert (note_unverified(unseen), note_unverified(seen)) == (" (chưa kiểm chứng)", "")


def test_related_marks_the_relation_and_the_document(library: Library) -> None:
    said = say_related(find_related(library, "69-QĐ/TW"))
    assert f"Được thay thế bởi: {NAMED} [chưa có nguyên văn] (chưa kiểm chứng)" in said
    assert "264-QĐ/TW ngày 14/02/2025 [chưa có nguyên văn]\n" in said


def test_an_answer_of_relations_marks_both_and_so_does_its_stable_form(tmp_path: Path) -> None:
    add_text(tmp_path, OLD, "cu.txt")
    build(tmp_path, FakeEncoder())
    searcher = open_searcher(Settings(tmp_path, FAKE_MODEL), FakeEncoder())
    answer = answer_question(searcher, "Văn bản nào thay thế Quy định 69-QĐ/TW?")
    said = say(answer)
    assert f"- {NAMED}\n" in said
    assert "Theo danh mục của Vankien: thay thế (chưa kiểm chứng)" in said
    (told,) = answer_to_json(answer)["relations"]
    (other,) = told["documents"]
    assert (other["unverified"], other["catalogue"]) == (["number", "date"], ["replaces"])
    assert (other["catalogue_unverified"], other["sure"]) == (["replaces"], False)
    assert told["unverified"] == []

    verified = say(answer_question(searcher, "Văn bản nào thay thế Quy định 102-QĐ/TW?"))
    assert "Theo danh mục của Vankien: thay thế\n" in verified


def test_rows_of_the_table_and_of_the_file_mark_both(library: Library, found: Surroundings) -> None:
    rows = tabulate(library, found.nodes, found.edges)
    (row,) = [one for one in rows if (one.source.id, one.target.id) == (UNSEEN, REPLACED)]
    text = write_csv([row]).decode("utf-8-sig")
    _, cells = csv.reader(io.StringIO(text, newline=""))
    assert cells[0] == "Quy định số 212-QĐ/TW (chưa kiểm chứng)"
    assert cells[7] == "chưa kiểm chứng"
    html = unescape(re.sub("<[^>]*>", " ", lay_out_rows([row], found.center)))
    assert "212-QĐ/TW  (chưa kiểm chứng)" in html
    assert html.count("chưa kiểm chứng") == 2


def test_the_picture_tells_it_under_the_pointer_and_in_its_legend(found: Surroundings) -> None:
    (series,) = draw_map(found).option["series"]
    lines = {link["tooltip"]["formatter"] for link in series["links"]}
    (unseen,) = [one["name"] for one in series["data"] if one["id"] == UNSEEN]
    (center,) = [one["name"] for one in series["data"] if one["id"] == REPLACED]
    assert TOLD in lines
    assert "264-QĐ/TW:\nsửa đổi 69-QĐ/TW" in lines
    assert "ngày 17/8/2026 (chưa kiểm chứng)" in unseen
    assert "Có thể đã được thay thế từ ngày 17/8/2026 (chưa kiểm chứng)" in center
    assert "Nét mờ: cần kiểm tra, hoặc chưa kiểm chứng" in lay_out_legend(found)


def test_a_document_in_the_middle_that_is_known_second_hand_says_so(library: Library) -> None:
    assert "Ngày 17/8/2026 (chưa kiểm chứng)." in lay_out_center(survey(Graph(library), UNSEEN, 1))
