"""The graph of directives: who does what to whom, whether a document stands, and the command that tells it."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from index.acting import find_parties
from index.describe_relations import say_clauses
from index.graph import Edge, Graph, Neighbourhood
from index.related import find_related, related_to_json, say_related
from index.relation_table import say_clause, tabulate
from index.validity import Standing, find_standing
from ingest.errors import NotHeldError
from ingest.store import Library, open_library
from tests.test_cited import put


def write(number: str, day: str, body: str, kind: str = "QUY ĐỊNH", title: str = "về một việc") -> str:
    head = f"BAN CHẤP HÀNH TRUNG ƯƠNG\n*\nSố {number}\nĐẢNG CỘNG SẢN VIỆT NAM\nHà Nội, ngày {day}\n"
    return f"{head}\n{kind}\n{title}\n\n{body}"


OLD = write("801-QĐ/TW", "03 tháng 02 năm 2010", "Điều 1. Phạm vi\n\nNội dung cũ.\n\nĐiều 2. Hiệu lực\n\nTừ ngày ký.\n")
NEW = write(
    "802-QĐ/TW",
    "05 tháng 4 năm 2015",
    "- Căn cứ Quy định số 700-QĐ/TW, ngày 25/7/2009,\n\nĐiều 1. Phạm vi\n\nNội dung mới.\n\n"
    "Điều 2. Hiệu lực thi hành\n\nQuy định này thay thế Quy định số 801-QĐ/TW, ngày 03/02/2010.\n",
)
CHANGE = write(
    "803-QĐ/TW",
    "01 tháng 6 năm 2018",
    "Điều 1. Bãi bỏ khoản 2 Điều 5 Quy định số 802-QĐ/TW, ngày 05/4/2015.\n\nĐiều 2. Thi hành từ ngày ký.\n",
)
PLAN = (
    "ĐẢNG BỘ HUYỆN A\n*\nSố 12-KH/HU\nngày 02 tháng 3 năm 2019\n\nKẾ HOẠCH\nvề một việc\n\n"
    "1. Theo Quy định số 802-QĐ/TW.\n"
)
IDS = ("801-QĐ/TW@2010-02-03", "802-QĐ/TW@2015-04-05", "803-QĐ/TW@2018-06-01", "12-KH/HU@2019-03-02")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "var") as opened:
        assert [put(opened, raw) for raw in (OLD, NEW, CHANGE, PLAN)] == list(IDS)
        yield opened


def told(around: Neighbourhood) -> set[tuple[str, str, str]]:
    return {(one.source, one.kind, one.target) for one in around.edges}


def test_a_document_is_related_to_what_it_cites_and_what_cites_it(library: Library) -> None:
    around = Graph(library).around(IDS[1])

    assert told(around) == {
        (IDS[1], "based_on", "700-QĐ/TW@2009-07-25"),
        (IDS[1], "replaces", IDS[0]),
        (IDS[2], "repeals", IDS[1]),
        (IDS[3], "refers_to", IDS[1]),
    }
    held = {node.id: node.held for node in around.nodes}
    assert held == dict.fromkeys(IDS, "held") | {"700-QĐ/TW@2009-07-25": "unknown"}
    (repeal,) = (one for one in around.edges if one.kind == "repeals")
    assert (repeal.clause, repeal.said_in) == ("dieu-5.khoan-2", IDS[2])
    assert library.read_slice(IDS[2], repeal.start, repeal.end).startswith("Bãi bỏ khoản 2 Điều 5")


def test_hops_widen_the_circle(library: Library) -> None:
    graph = Graph(library)
    assert {node.id for node in graph.around(IDS[0]).nodes} == {IDS[0], IDS[1]}
    assert {node.id for node in graph.around(IDS[0], 2).nodes} == {*IDS, "700-QĐ/TW@2009-07-25"}


def test_the_whole_graph_holds_every_document_and_every_relation(library: Library) -> None:
    whole = Graph(library).read_all()
    assert told(whole) == told(Graph(library).around(IDS[0], 3))
    assert {node.id for node in whole.nodes} >= set(IDS)


def test_a_removed_document_says_nothing_any_more(library: Library) -> None:
    library.remove(IDS[2])
    assert "repeals" not in {one.kind for one in Graph(library).around(IDS[1]).edges}


@pytest.mark.parametrize(
    ("document", "as_of", "status", "since"),
    [
        pytest.param(IDS[0], None, "replaced", datetime.date(2015, 4, 5), id="replaced"),
        pytest.param(IDS[0], datetime.date(2015, 4, 4), "unknown", None, id="the-day-before"),
        pytest.param(IDS[0], datetime.date(2015, 4, 5), "replaced", datetime.date(2015, 4, 5), id="the-day"),
        pytest.param(IDS[1], None, "amended", datetime.date(2018, 6, 1), id="a-clause-repealed"),
        pytest.param(IDS[1], datetime.date(2017, 1, 1), "unknown", None, id="before-its-clause-was-repealed"),
        pytest.param(IDS[2], None, "unknown", None, id="nothing-said"),
    ],
)
def test_a_document_stands_as_later_ones_say(
    library: Library, document: str, as_of: datetime.date | None, status: str, since: datetime.date | None
) -> None:
    standing = find_standing(document, Graph(library).around(document), as_of)
    assert (standing.status, standing.since) == (status, since)


def test_the_catalogue_says_what_no_text_does(library: Library) -> None:
    rule, resolution = "102-QĐ/TW@2017-11-15", "18-NQ/TW@2017-10-25"
    graph = Graph(library)
    standing = find_standing(rule, graph.around(rule))
    assert (standing.status, standing.since, standing.sure) == ("replaced", datetime.date(2022, 7, 6), True)
    assert standing.edges == (Edge("69-QĐ/TW@2022-07-06", rule, "replaces"),)
    checked = datetime.date(2026, 11, 23)
    assert find_standing(resolution, graph.around(resolution)) == Standing("unknown", checked=checked)
    unsure = find_standing("69-QĐ/TW@2022-07-06", graph.around("69-QĐ/TW@2022-07-06"))
    assert (unsure.status, unsure.sure) == ("replaced", False)


def test_a_sign_and_a_day_that_nobody_verified_are_marked(library: Library) -> None:
    found = find_related(library, "217-QĐ/TW")
    said = say_related(found)
    assert "Nghị quyết liên tịch số 403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN ngày 15/6/2017 (chưa kiểm chứng)" in said
    assert "Quyết định số 217-QĐ/TW ngày 12/12/2013 [" in said
    sides = {one["document"]: one["unverified"] for one in related_to_json(found)["documents"][0]["relations"]}
    assert sides["403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN@2017-06-15"] == ["date"]
    assert sides["12-NQ/TW@2012-01-16"] == ["number", "date"]


def test_statements_that_contradict_are_all_shown(library: Library) -> None:
    other = put(
        library, write("804-QĐ/TW", "09 tháng 9 năm 2012", "1. Thay thế Quy định số 801-QĐ/TW, ngày 03/02/2010.\n")
    )
    standing = find_standing(IDS[0], Graph(library).around(IDS[0]))
    assert [edge.source for edge in standing.edges] == [other, IDS[1]]
    assert standing.since == datetime.date(2012, 9, 9)


def test_a_sign_that_every_province_has_is_first_of_all_its_own(library: Library) -> None:
    plan = (
        "ĐẢNG CỘNG SẢN VIỆT NAM\nTỈNH ỦY {}\n*\nSố {}-KH/TU\nngày {} tháng 01 năm 2016\n\nKẾ HOẠCH\nvề một việc\n\n{}"
    )
    said = "1. Thực hiện Kế hoạch số 15-KH/TU.\n"
    own = put(library, plan.format("A", 15, "02", "1. Nội dung của A.\n"))
    put(library, plan.format("B", 15, "03", "1. Nội dung của B.\n"))
    later = put(library, plan.format("A", 20, "09", said))
    (edge,) = Graph(library).around(later).edges
    assert (edge.source, edge.target) == (later, own)


# --- told ----------------------------------------------------------------------------------------------------


def test_relations_are_told_with_the_words_that_say_so(library: Library) -> None:
    said = say_related(find_related(library, "802-QĐ/TW"))
    lines = said.splitlines()
    assert lines[0] == "Quy định số 802-QĐ/TW về một việc ngày 05/4/2015"
    amended = "Quy định 802-QĐ/TW đã bị bãi bỏ một phần bởi 803-QĐ/TW từ 01/6/2018 (khoản 2 Điều 5)"
    assert lines[1] == f"  {amended}. Hãy đọc kèm văn bản sửa đổi."
    assert "  Thay thế: Quy định số 801-QĐ/TW ngày 03/02/2010" in lines
    assert "    “thay thế Quy định số 801-QĐ/TW”" in lines or "thay thế Quy định số 801-QĐ/TW" in said
    (repealed,) = (line for line in lines if line.startswith("  Bị bãi bỏ bởi: Quy định số 803-QĐ/TW ngày 01/6/2018"))
    assert repealed.endswith(", khoản 2 Điều 5 của văn bản này")
    assert "[chưa có trong thư viện và danh mục]" in said


def test_a_sign_that_several_bear_is_told_each_under_its_day(library: Library) -> None:
    found = find_related(library, "18-NQ/TW")
    assert [one.node.id for one in found] == ["18-NQ/TW@2017-10-25", "18-NQ/TW@2022-06-16"]


def test_the_stable_form_for_programs(library: Library) -> None:
    (shown,) = json.loads(json.dumps(related_to_json(find_related(library, "803 - qđ/tw"))))["documents"]
    assert (shown["number"], shown["date"], shown["title"]) == ("803-QĐ/TW", "2018-06-01", "Về một việc")
    assert shown["standing"] == "unknown"
    (relation,) = shown["relations"]
    assert {key: relation[key] for key in ("kind", "direction", "number", "date", "clause")} == {
        "kind": "repeals",
        "direction": "out",
        "number": "802-QĐ/TW",
        "date": "2015-04-05",
        "clause": "dieu-5.khoan-2",
    }
    text = library.get(IDS[2]).text
    evidence = relation["evidence"]
    assert evidence["text"] == text[evidence["start"] : evidence["end"]]


def test_hops_tell_the_further_documents_too(library: Library) -> None:
    assert [one.node.id for one in find_related(library, IDS[0], 2)] == [IDS[0], IDS[1]]


@pytest.mark.parametrize("given", ["700-QĐ/TW", "700 - qđ/tw", "700-QĐ/TW@2009-07-25"])
def test_a_document_that_is_only_cited_is_told_by_what_texts_say_of_it(library: Library, given: str) -> None:
    (found,) = find_related(library, given)
    assert (found.node.number, found.node.held) == ("700-QĐ/TW", "unknown")
    assert [(side.edge.kind, side.other.id, side.outwards) for side in found.sides] == [("based_on", IDS[1], False)]
    assert "Quy định số 700-QĐ/TW ngày 25/7/2009 [chưa có trong thư viện và danh mục]" in say_related([found])


def test_the_number_alone_finds_what_is_only_cited(library: Library) -> None:
    assert Graph(library).find_cited_numbered(700) == ["700-QĐ/TW@2009-07-25"]
    assert Graph(library).find_cited_numbered(70) == []


def test_what_nobody_knows_is_said_with_the_next_step(library: Library) -> None:
    with pytest.raises(NotHeldError, match=r"đều không có “999-QĐ/TW”.*python -m ingest add TỆP"):
        find_related(library, "999-QĐ/TW")


def test_the_command_tells_it(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from index.__main__ import main
    from ingest.console import run

    monkeypatch.setenv("VANKIEN_HOME", str(tmp_path / "var"))
    invoke: Callable[..., int] = lambda *words: run(main, list(words))  # noqa: E731
    assert invoke("related", "802-QĐ/TW", "--json") == 0
    assert json.loads(capsys.readouterr().out)["documents"][0]["number"] == "802-QĐ/TW"
    assert invoke("related", "999-QĐ/TW") == 5
    for hops in ("0", "4"):
        assert invoke("related", "802-QĐ/TW", "--hops", hops) == 2
        assert "từ 1 đến 3" in capsys.readouterr().err


def test_a_law_neither_replaces_itself_nor_a_copy_of_itself(tmp_path: Path) -> None:
    head = "QUỐC HỘI\n-------\nLuật số: 18/2003/QH11\n{day}\nLUẬT\nHỢP TÁC XÃ\n\nĐiều 1. Phạm vi\nVề hợp tác xã.\n"
    end = "Điều 2. Hiệu lực thi hành\nLuật này thay thế {law}.\n"
    with open_library(tmp_path / "var") as opened:
        copy = put(opened, head.format(day="") + end.format(law="Luật Hợp tác xã năm 1996"))
        law = put(
            opened, head.format(day="Hà Nội, ngày 26 tháng 11 năm 2003\n") + end.format(law="Luật Hợp tác xã năm 1996")
        )
        unsaid = put(opened, head.format(day="") + "Thêm.\n" + end.format(law="Luật Hợp tác xã"))
        found = Graph(opened).read_all()

    targets = {edge.target for edge in found.edges if edge.kind == "replaces"}
    assert targets == {"Luật Hợp tác xã 1996"}
    assert not {law, copy, unsaid} & targets


def test_what_ends_only_in_part_is_told_with_the_part_that_ends(tmp_path: Path) -> None:
    body = "Điều 1. Thi hành\nMẫu 02 nêu tại Quy định số 801-QĐ/TW, ngày 03/02/2010 hết hiệu lực từ ngày 01/3/2023.\n"
    with open_library(tmp_path / "var") as opened:
        put(opened, OLD)
        notice = put(opened, write("640-TB/TW", "17 tháng 02 năm 2023", body, "THÔNG BÁO"))
        found = find_related(opened, notice)
        (row,) = tabulate(opened, Graph(opened).around(notice).nodes, Graph(opened).around(notice).edges)
        (party,) = find_parties(opened, IDS[0], ("repeals",), outwards=False)

    (line,) = [line for line in say_related(found).split("\n") if "Bãi bỏ" in line]
    assert line == "  Bãi bỏ: Quy định số 801-QĐ/TW ngày 03/02/2010, một phần: Mẫu 02"
    assert "“Mẫu 02 nêu tại Quy định số 801-QĐ/TW" in say_related(found)
    assert [one["whole"] for one in related_to_json(found)["documents"][0]["relations"]] == [False]
    assert say_clause(row) == "một phần"
    assert [say_clauses(one) for one in party.said] == ["một phần: Mẫu 02"]
