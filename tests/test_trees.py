"""The tree of căn cứ and the chain of implementation: every document once, circles cut and said, tiers respected."""

from __future__ import annotations

import datetime
import json
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.describe_trees import find_trees, say_trees, trees_to_json
from index.graph import Edge, Graph, Neighbourhood, Node
from index.trees import IMPLEMENTING, Branch, Way, grow, implements, read_tree
from ingest.store import Library, open_library
from ingest.tiers import find_tier
from tests.test_cited import put
from tests.test_graph import write

# --- the tier of a body --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("issuer", "number", "tier"),
    [
        pytest.param("Bộ Chính trị", "102-QĐ/TW", "central", id="the-centre"),
        pytest.param("Bộ Tài chính - Bộ Nội vụ", None, "central", id="ministries"),
        pytest.param("Tỉnh uỷ Bình Thuận", "462-KL/TU", "province", id="a-province-in-older-spelling"),
        pytest.param("Thành ủy Hải Phòng", "12-NQ/TU", "province", id="a-city-under-the-centre"),
        pytest.param("Thành ủy Sông Công", "512-CV/ThU", "district", id="a-city-of-a-province"),
        pytest.param("Thành ủy Cửu Giang", "2045-QĐ/TU", "province", id="a-sign-of-a-province-whatever-the-city"),
        pytest.param("Thành ủy Huế", "5-KH/ThU", "district", id="its-name-does-not-tell-its-sign-does"),
        pytest.param("Ban Xây dựng Đảng Đảng ủy xã Hàm Thuận", None, "base", id="a-board-of-a-commune"),
        pytest.param("Ủy ban nhân dân thị xã Bến Cát", "9/QĐ-UBND", "district", id="a-town-is-no-commune"),
        pytest.param("Chi bộ Bộ Tài chính", None, "base", id="a-cell-in-a-ministry"),
        pytest.param("Bộ Chỉ huy Quân sự tỉnh Cà Mau", None, "province", id="quân-is-no-quận"),
        pytest.param(
            "Văn phòng Đoàn đại biểu Quốc hội tỉnh Long An", None, "province", id="of-a-province-though-named"
        ),
        pytest.param(None, "04-HD/UBKTTW", "central", id="a-sign-of-the-centre"),
        pytest.param(None, "24-BS/UBKTTU", "province", id="a-sign-of-a-province"),
        pytest.param(None, "12-KH/HU", "district", id="a-sign-of-a-district"),
        pytest.param(None, "04-NQ/CB", "base", id="a-sign-of-a-cell"),
        pytest.param(None, "75/2000/NĐ-CP", "central", id="a-sign-of-the-state"),
        pytest.param(None, "27-KH/ĐU", None, id="a-sign-of-several-tiers"),
        pytest.param(None, "7/QĐ-UBND", None, id="a-sign-of-the-state-of-several-tiers"),
        pytest.param("Bệnh viện Mắt", None, None, id="a-body-of-no-tier"),
    ],
)
def test_the_tier_is_told_by_the_name_else_by_the_sign(
    issuer: str | None, number: str | None, tier: str | None
) -> None:
    assert find_tier(issuer, number) == tier


@pytest.mark.parametrize(
    ("name", "number", "tier"),
    [
        pytest.param("Nghị quyết Trung ương 5 khóa XIII", None, "central", id="a-plenum-of-the-centre"),
        pytest.param("Nghị quyết Đại hội XIII", None, "central", id="a-congress"),
        pytest.param(
            "Thông báo Ý kiến kết luận của Thường trực Tỉnh uỷ tại Hội nghị", None, "province", id="whose-words-it-is"
        ),
        pytest.param("Quy chế làm việc của Thường trực Tỉnh ủy", None, None, id="what-it-is-about-is-not-who-issued"),
        pytest.param("Thông báo kết luận của Thường trực Tỉnh ủy", "9-TB/HU", "district", id="its-sign-tells-better"),
    ],
)
def test_a_document_without_sign_tells_its_tier_by_its_name(name: str, number: str | None, tier: str | None) -> None:
    assert find_tier(None, number, None, name) == tier


# --- trees of given relations --------------------------------------------------------------------------------


def node(key: str, issuer: str | None = None) -> Node:
    return Node(key, key, None, None, None, datetime.date(2000 + len(key), 1, 1), "held", issuer)


def around(center: str, edges: list[Edge], issuers: dict[str, str] | None = None) -> Neighbourhood:
    keys = dict.fromkeys([center, *(end for edge in edges for end in (edge.source, edge.target))])
    return Neighbourhood(center, tuple(node(key, (issuers or {}).get(key)) for key in keys), tuple(edges))


def rests(source: str, target: str, start: int = 0) -> Edge:
    return Edge(source, target, "based_on", source, start, start + 1)


def drawn(branch: Branch) -> dict[str, object] | str:
    """The tree as nested dictionaries; a leaf, or a branch that is cut, as the reason."""
    if not branch.children:
        return branch.cut or ""
    return {child.node.id: drawn(child) for child in branch.children}


@pytest.mark.parametrize(
    ("edges", "tree"),
    [
        pytest.param([], "", id="nothing"),
        pytest.param([rests("a", "b", 9), rests("a", "c", 3)], {"c": "", "b": ""}, id="in-the-order-of-the-text"),
        pytest.param([rests("a", "b"), rests("b", "c")], {"b": {"c": ""}}, id="further-up"),
        pytest.param([rests("a", "b"), rests("b", "a")], {"b": {"a": "cycle"}}, id="a-circle-is-cut"),
        pytest.param(
            [rests("a", "b", 1), rests("a", "c", 2), rests("b", "d"), rests("c", "d"), rests("d", "e")],
            {"b": {"d": {"e": ""}}, "c": {"d": "elsewhere"}},
            id="what-two-rest-on-hangs-on-the-first",
        ),
        pytest.param([rests("b", "a"), Edge("a", "c", "refers_to")], "", id="neither-backwards-nor-other-relations"),
    ],
)
def test_the_tree_of_bases(edges: list[Edge], tree: object) -> None:
    assert drawn(grow(around("a", edges), "basis")) == tree


def test_every_statement_that_leads_to_a_document_is_kept_the_surer_first() -> None:
    edges = [Edge("a", "b", "based_on", "x", 5, 6, sure=False), rests("a", "b", 9)]
    (child,) = grow(around("a", edges), "basis").children
    assert child.edges == (edges[1], edges[0])


def test_a_way_without_end_is_cut() -> None:
    edges = [rests(f"n{i}", f"n{i + 1}") for i in range(3000)]
    branches = list(grow(around("n0", edges), "basis").walk())
    assert branches[-1].cut == "deep"
    assert len(branches) < 100


@pytest.mark.parametrize("seed", range(40))
def test_every_document_that_can_be_reached_hangs_once_with_what_it_rests_on(seed: int) -> None:
    chance = random.Random(seed)
    keys = [f"d{i}" for i in range(chance.randint(2, 9))]
    edges = [rests(a, b, chance.randint(0, 50)) for a in keys for b in keys if a != b and chance.random() < 0.3]
    reached, fringe = {"d0"}, {"d0"}
    while fringe:
        fringe = {edge.target for edge in edges if edge.source in fringe} - reached
        reached |= fringe
    branches = list(grow(around("d0", edges), "basis").walk())

    assert {one.node.id for one in branches} == reached
    whole = [one for one in branches if one.cut is None]
    led = {key: {edge.target for edge in edges if edge.source == key} for key in keys}
    assert {one.node.id: {child.node.id for child in one.children} for one in whole} == {
        key: led[key] for key in reached
    }
    expanded = [one.node.id for one in whole if one.children]
    assert len(expanded) == len(set(expanded))


CENTRE, PROVINCE, DISTRICT, BASE = "Bộ Chính trị", "Tỉnh ủy A", "Huyện ủy B", "Đảng ủy xã C"


@pytest.mark.parametrize(
    ("kind", "acting", "other", "does"),
    [
        pytest.param("carries_out", PROVINCE, CENTRE, True, id="a-province-the-centre"),
        pytest.param("carries_out", CENTRE, CENTRE, True, id="the-centre-itself"),
        pytest.param("carries_out", CENTRE, PROVINCE, False, id="nobody-carries-out-what-is-below"),
        pytest.param("carries_out", None, CENTRE, True, id="of-unknown-tier"),
        pytest.param("guides", CENTRE, CENTRE, True, id="guidance"),
        pytest.param("based_on", DISTRICT, PROVINCE, True, id="a-lower-body-rests-on-it"),
        pytest.param("based_on", PROVINCE, PROVINCE, False, id="a-body-of-the-tier-rests-on-it"),
        pytest.param("based_on", None, PROVINCE, False, id="a-body-of-unknown-tier-rests-on-it"),
        pytest.param("refers_to", DISTRICT, PROVINCE, False, id="a-mere-mention"),
    ],
)
def test_what_implements_a_document(kind: str, acting: str | None, other: str | None, does: bool) -> None:
    nodes = {"a": node("a", acting), "b": node("b", other)}
    assert implements(Edge("a", "b", kind), nodes) is does


def test_the_chain_runs_from_tier_to_tier_and_what_is_between_hangs_between() -> None:
    edges = [
        Edge("district", "centre", "carries_out"),
        Edge("province", "centre", "carries_out"),
        Edge("district", "province", "based_on"),
        Edge("base", "district", "carries_out"),
        Edge("guide", "centre", "guides"),
    ]
    issuers = {"centre": CENTRE, "guide": CENTRE, "province": PROVINCE, "district": DISTRICT, "base": BASE}
    down = grow(around("centre", edges, issuers), "downwards")
    assert drawn(down) == {"guide": "", "province": {"district": {"base": ""}}, "district": "elsewhere"}
    assert [one.tier for one in down.walk()] == ["central", "central", "province", "district", "base", "district"]
    up = grow(around("base", edges, issuers), "upwards")
    assert drawn(up) == {"district": {"centre": "", "province": {"centre": ""}}}


# --- trees of a library --------------------------------------------------------------------------------------


def write_plan(number: str, day: str, committee: str, above: str, body: str) -> str:
    return f"{above}\n{committee}\n*\nSố {number}\n{day}\n\nKẾ HOẠCH\nvề một việc\n\n{body}"


RULE = write(
    "802-QĐ/TW", "05 tháng 4 năm 2015", "- Căn cứ Quy định số 700-QĐ/TW, ngày 25/7/2009,\n\nĐiều 1. Nội dung.\n"
)
PROVINCIAL = write_plan(
    *("15-KH/TU", "ngày 02 tháng 6 năm 2015", "TỈNH ỦY A", "ĐẢNG CỘNG SẢN VIỆT NAM"),
    "Thực hiện Quy định số 802-QĐ/TW, ngày 05/4/2015 của Bộ Chính trị, Tỉnh ủy xây dựng kế hoạch.\n",
)
LOCAL = write_plan(
    *("12-KH/HU", "ngày 02 tháng 9 năm 2015", "HUYỆN ỦY B", "ĐẢNG BỘ TỈNH A"),
    "Thực hiện Kế hoạch số 15-KH/TU, ngày 02/6/2015 của Tỉnh ủy, Huyện ủy xây dựng kế hoạch.\n",
)
IDS = ("802-QĐ/TW@2015-04-05", "15-KH/TU@2015-06-02", "12-KH/HU@2015-09-02")
UNKNOWN = "700-QĐ/TW@2009-07-25"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "var") as opened:
        assert [put(opened, raw) for raw in (RULE, PROVINCIAL, LOCAL)] == list(IDS)
        yield opened


@pytest.mark.parametrize(
    ("document", "way", "tree"),
    [
        pytest.param(IDS[0], "basis", {UNKNOWN: ""}, id="basis"),
        pytest.param(IDS[0], "downwards", {IDS[1]: {IDS[2]: ""}}, id="down"),
        pytest.param(IDS[2], "upwards", {IDS[1]: {IDS[0]: ""}}, id="up"),
        pytest.param(IDS[2], "downwards", "", id="nobody-below"),
    ],
)
def test_trees_are_read_from_the_texts(library: Library, document: str, way: Way, tree: object) -> None:
    assert drawn(read_tree(Graph(library), document, way).root) == tree


def test_what_there_is_no_room_for_is_counted(library: Library) -> None:
    around = Graph(library).follow(IDS[0], ("carries_out",), implements, outwards=False, limit=1)
    assert ([one.id for one in around.nodes], around.edges, around.left_out) == ([IDS[0]], (), 1)


def test_those_that_do_not_implement_take_no_room(library: Library) -> None:
    for number in (804, 805, 806):
        body = "- Căn cứ Quy định số 802-QĐ/TW, ngày 05/4/2015,\n\nĐiều 1. Nội dung.\n"
        put(library, write(f"{number}-QĐ/TW", "05 tháng 4 năm 2019", body))
    around = Graph(library).follow(IDS[0], IMPLEMENTING, implements, outwards=False, limit=2)
    assert {one.id for one in around.nodes} == {IDS[0], IDS[1]}


def test_the_catalogue_stands_in_the_chain_too(library: Library) -> None:
    tree = read_tree(Graph(library), "102-QĐ/TW@2017-11-15", "downwards")
    (guide,) = (one for one in tree.root.children if one.node.id == "04-HD/UBKTTW@2018-03-22")
    assert (guide.node.held, guide.tier, guide.edges[0].said_in) == ("known", "central", None)


def test_the_chain_is_told_with_tiers_and_words(library: Library) -> None:
    assert say_trees(find_trees(library, "15-KH/TU", "implementation")).splitlines() == [
        "Kế hoạch số 15-KH/TU về một việc ngày 02/6/2015 (cấp tỉnh); chưa rõ hiệu lực",
        "  Văn bản này thực hiện, lên đến Trung ương:",
        "    Thực hiện: Quy định số 802-QĐ/TW ngày 05/4/2015 (Trung ương); chưa rõ hiệu lực",
        "      “Thực hiện Quy định số 802-QĐ/TW, ngày 05/4/2015”",
        "  Triển khai văn bản này, xuống đến cơ sở:",
        "    Được thực hiện bởi: Kế hoạch số 12-KH/HU ngày 02/9/2015 (cấp huyện); chưa rõ hiệu lực",
        "      “Thực hiện Kế hoạch số 15-KH/TU, ngày 02/6/2015”",
    ]
    bases = say_trees(find_trees(library, IDS[0], "basis"))
    assert "    Căn cứ: Quy định số 700-QĐ/TW ngày 25/7/2009 [chưa có trong thư viện và danh mục] (Trung ương)" in bases
    assert "Chưa thấy văn bản nào thực hiện văn bản này; nếu có," in say_trees(
        find_trees(library, IDS[2], "implementation")
    )


def test_a_circle_is_told(library: Library) -> None:
    first = write("31-QĐ/TW", "05 tháng 4 năm 2016", "- Căn cứ Quy định số 32-QĐ/TW,\n\nĐiều 1. Nội dung.\n")
    second = write("32-QĐ/TW", "05 tháng 4 năm 2016", "- Căn cứ Quy định số 31-QĐ/TW,\n\nĐiều 1. Nội dung.\n")
    key, _ = (put(library, raw) for raw in (first, second))
    assert "quay lại văn bản đã nêu ở trên" in say_trees(find_trees(library, key, "basis"))


def test_the_command_tells_trees_to_programs(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from index.__main__ import main
    from ingest.console import run

    monkeypatch.setenv("VANKIEN_HOME", str(tmp_path / "var"))
    assert run(main, ["related", "15-KH/TU", "--tree", "implementation", "--json"]) == 0
    told = capsys.readouterr().out
    assert json.loads(told) == trees_to_json(find_trees(library, "15-KH/TU", "implementation"))
    (shown,) = json.loads(told)["documents"]
    assert (shown["document"], shown["tier"]) == (IDS[1], "province")
    up, down = shown["trees"]
    assert (up["way"], down["way"], down["left_out"]) == ("upwards", "downwards", 0)
    (child,) = down["children"]
    evidence = child["relations"][0]["evidence"]
    assert (child["tier"], child["relations"][0]["kind"], child["cut"]) == ("district", "carries_out", None)
    assert evidence["text"] == library.read_slice(IDS[2], evidence["start"], evidence["end"])
    with pytest.raises(SystemExit, match="2"):
        run(main, ["related", "15-KH/TU", "--tree", "cây"])
