"""Relations as rows and files: each with the sentence that says so, openable in Excel and by programs for graphs."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import networkx
import pytest

from index.graph import Edge, Graph
from index.relation_files import write_csv, write_graphml
from index.relation_table import COLUMNS, RelationRow, cut_sentences, tabulate
from index.surroundings import survey
from ingest.console import run
from ingest.store import Library
from tests.surrounded import FIRST, SECOND, THIRD, library, node

__all__ = ["library"]


def read(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_a_row_tells_who_does_what_and_the_sentence_that_says_so(library: Library) -> None:
    found = survey(Graph(library), SECOND, 1)
    rows = {row.edge.kind: row for row in tabulate(library, found.nodes, found.edges)}
    repealed = rows["repeals"]
    assert repealed.sentence == "Điều 1. Bãi bỏ khoản 2 Điều 5 Quy định số 802-QĐ/TW, ngày 05/4/2015."
    assert repealed.sentence in library.get(THIRD).text
    assert (repealed.address, repealed.said_in and repealed.said_in.id) == ("dieu-1", THIRD)
    named, cells = read(write_csv([repealed]))
    assert named[: len(COLUMNS)] == list(COLUMNS)
    assert cells == [
        "Quy định số 803-QĐ/TW về một việc",
        "Bãi bỏ",
        "Quy định số 802-QĐ/TW về một việc",
        "01/6/2018",
        "khoản 2 Điều 5",
        "Quy định số 803-QĐ/TW ngày 01/6/2018, Điều 1",
        repealed.sentence,
        "chắc chắn",
        THIRD,
        SECOND,
    ]


def test_what_the_catalogue_says_is_told_as_such(library: Library) -> None:
    found = survey(Graph(library), "102-QĐ/TW@2017-11-15", 1)
    replaced = next(edge for edge in found.edges if edge.kind == "replaces" and edge.target == found.center)
    (row,) = tabulate(library, found.nodes, [replaced])
    assert (row.said_in, row.sentence) == (None, "")
    assert "danh mục của Vankien" in read(write_csv([row]))[1]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        pytest.param("thay thế", "Quy định này thay thế Quy định cũ.", id="its-sentence"),
        pytest.param("Một", "Một.", id="the-first"),
        pytest.param("cũ. Hết", "Quy định này thay thế Quy định cũ. Hết.", id="from-one-into-the-next"),
        pytest.param(" ", "", id="between-sentences"),
    ],
)
def test_words_are_told_with_their_whole_sentence(words: str, sentence: str) -> None:
    text = "Một. Quy định này thay thế Quy định cũ. Hết."
    at = text.index(words)
    assert cut_sentences(text, [(at, at + len(words))]) == [sentence]


def test_a_table_opens_in_excel_and_runs_nothing() -> None:
    row = RelationRow(
        Edge("a", "b", "replaces"), node("a", name='=HYPERLINK("x")'), node("b"), None, None, "- a\nb", None
    )
    content = write_csv([row])
    assert content.startswith(b"\xef\xbb\xbf")
    cells = read(content)[1]
    assert (cells[0], cells[6]) == ('\'=HYPERLINK("x")', "'- a\nb")


def test_a_graph_keeps_every_document_and_every_statement(library: Library) -> None:
    found = survey(Graph(library), FIRST, 2)
    rows = tabulate(library, found.nodes, found.edges)
    graph = networkx.read_graphml(io.BytesIO(write_graphml(found.nodes, rows, found.standings)))
    assert graph.is_directed()
    assert graph.nodes[FIRST] == {
        "label": "801-QĐ/TW",
        "name": "Quy định số 801-QĐ/TW về một việc",
        "number": "801-QĐ/TW",
        "type": "Quy định",
        "title": "Về một việc",
        "date": "2010-02-03",
        "held": "held",
        "standing": "replaced",
        "standing_words": "Đã được thay thế từ ngày 05/4/2015",
    }
    told = {(source, target): known for source, target, known in graph.edges(data=True)}
    assert len(told) == len(found.edges) == 4
    assert told[THIRD, SECOND]["kind"] == "repeals"
    assert told[THIRD, SECOND]["clause"] == "dieu-5.khoan-2"
    assert told[THIRD, SECOND]["sure"] is True


def test_letters_that_no_xml_may_hold_are_left_out() -> None:
    nodes = [node("a", name="Quy\x0b định"), node("b")]
    row = RelationRow(Edge("a", "b", "replaces"), nodes[0], nodes[1], None, nodes[0], "thay\x00 thế", None)
    graph = networkx.read_graphml(io.BytesIO(write_graphml(nodes, [row], {})))
    assert graph.nodes["a"]["name"] == "Quy định"
    assert graph.edges["a", "b"]["sentence"] == "thay thế"


@pytest.fixture
def related(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, str]]:
    """Runs ``python -m index related`` over the library: exit code, and all that it printed."""
    from index.__main__ import main

    monkeypatch.setenv("VANKIEN_HOME", str(tmp_path / "var"))

    def invoke(*words: str | Path) -> tuple[int, str]:
        code = run(main, ["related", *map(str, words)])
        out, err = capsys.readouterr()
        return code, out + err

    return invoke


def test_the_command_writes_either_file(related: Callable[..., tuple[int, str]], tmp_path: Path) -> None:
    table, graph = tmp_path / "quan-he.CSV", tmp_path / "quan-he.graphml"
    assert related("802-QĐ/TW", "--export", table) == (0, f"Đã ghi 4 quan hệ vào {table}.\n")
    assert len(read(table.read_bytes())) == 5
    assert related("801-QĐ/TW", "--hops", "2", "--export", graph)[0] == 0
    assert len(networkx.read_graphml(graph).nodes) == 5


def test_the_command_says_why_it_wrote_nothing(related: Callable[..., tuple[int, str]], tmp_path: Path) -> None:
    code, said = related("802-QĐ/TW", "--export", tmp_path / "quan-he.docx")
    assert (code, ".csv hoặc .graphml" in said) == (2, True)
    code, said = related("802-QĐ/TW", "--export", tmp_path / "không có" / "a.csv")
    assert (code, "Không ghi được" in said) == (3, True)
    assert related("999-QĐ/TW", "--export", tmp_path / "a.csv")[0] == 5
    assert not (tmp_path / "a.csv").exists()
