"""An end that a text tells of, and not by what it came: told as that, in doubt, and nobody is said to have done it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.changes import Changes, quote_changes
from index.describe_validity import say_badge, standing_to_json
from index.graph import Graph
from index.relation_words import say_status
from ingest.store import Library, open_library
from tests.relating_papers import tell
from tests.test_cited import put
from tests.test_graph import write
from tests.test_relating_told import issue
from ui.standing import lay_out_standing

NOTICE, REPORT, DECISION = ("1300-TB/TU", "THÔNG BÁO"), ("64-BC/TU", "BÁO CÁO"), ("64-QĐ/TU", "QUYẾT ĐỊNH")
GONE = "nobody: repeals 5-QĐ/TU since 2022-02-01"
ENDED = "5-QĐ/TU@2016-01-04"


@pytest.mark.parametrize(
    ("paper", "line", "told"),
    [
        pytest.param(
            REPORT,
            "hết hiệu lực kể từ ngày 01/02/2022, theo Thông báo số 7-TB/TU",
            [GONE],
            id="by-the-word-of-a-notice",
        ),
        pytest.param(
            REPORT,
            "hết hiệu lực kể từ ngày 01/02/2022, theo quy định tại Điều 3 Quyết định số 9-QĐ/TU",
            [GONE],
            id="as-another-provides",
        ),
        pytest.param(
            REPORT,
            "hết hiệu lực từ ngày 01/02/2022 theo quy định tại Điều 154 Luật Ban hành văn bản quy phạm pháp luật",
            [GONE],
            id="by-the-law-on-papers",
        ),
        pytest.param(
            REPORT,
            "bị bãi bỏ kể từ ngày 01/02/2022 theo Quyết định số 9-QĐ/TU",
            ["9-QĐ/TU: repeals 5-QĐ/TU since 2022-02-01"],
            id="by-the-deed-of-a-decision",
        ),
        pytest.param(
            REPORT, "bị bãi bỏ bởi Thông báo số 7-TB/TU", ["7-TB/TU: repeals 5-QĐ/TU"], id="by-the-deed-of-a-notice"
        ),
        pytest.param(
            REPORT, "được thay thế theo Thông báo số 7-TB/TU", ["7-TB/TU: replaces 5-QĐ/TU"], id="it-made-way"
        ),
        pytest.param(REPORT, "đã hết hiệu lực", ["nobody: repeals 5-QĐ/TU"], id="of-a-day-not-said"),
        pytest.param(REPORT, "hết hiệu lực từ ngày 01/02/2022", [GONE], id="by-no-word"),
        pytest.param(REPORT, "hết hiệu lực", [], id="whether-it-ended-is-not-said"),
        pytest.param(REPORT, "hết hiệu lực từ ngày 01/3/2023", [], id="what-a-report-may-ask-for"),
        pytest.param(REPORT, "chưa hết hiệu lực từ ngày 01/02/2022", [], id="not-ended"),
        pytest.param(
            REPORT,
            "sửa Quyết định số 6-QĐ/TU đã hết hiệu lực",
            ["5-QĐ/TU: amends 6-QĐ/TU in part"],
            id="of-which-of-two",
        ),
        pytest.param(NOTICE, "hết hiệu lực từ ngày 01/02/2022", [GONE], id="gone-by"),
        pytest.param(
            ("1300-TB/HU", "THÔNG BÁO"),
            "hết hiệu lực từ ngày 01/3/2023",
            ["nobody: repeals 5-QĐ/TU since 2023-03-01"],
            id="of-a-body-above",
        ),
        pytest.param(
            NOTICE,
            "hết hiệu lực từ ngày 01/3/2023, theo Thông báo số 7-TB/TU",
            ["nobody: repeals 5-QĐ/TU since 2023-03-01"],
            id="to-come-by-another-notice",
        ),
        pytest.param(NOTICE, "hết hiệu lực từ ngày 01/3/2023", ["repeals 5-QĐ/TU since 2023-03-01"], id="its-own"),
        pytest.param(
            DECISION,
            "hết hiệu lực từ ngày 01/3/2023, theo Kết luận số 7-KL/TU",
            ["repeals 5-QĐ/TU since 2023-03-01"],
            id="a-decision-goes-by-a-conclusion",
        ),
        pytest.param(
            DECISION,
            "hết hiệu lực từ ngày 01/3/2023, thực hiện theo Quyết định số 9-QĐ/TU",
            ["repeals 5-QĐ/TU since 2023-03-01"],
            id="what-holds-from-then-on",
        ),
    ],
)
def test_an_end_is_told_as_the_words_tell_it(paper: tuple[str, str], line: str, told: list[str]) -> None:
    number, kind = paper
    assert tell(issue(number, kind, f"1. Quyết định số 5-QĐ/TU {line}.\n2. Ban Tổ chức theo dõi.")) == told


@pytest.mark.parametrize(
    ("lead", "told"),
    [
        pytest.param("Theo Thông báo số 7-TB/TU ngày 01/01/2022, ", [GONE], id="by-the-word-of-what-is-named-first"),
        pytest.param("Người bị xử lý theo ", [], id="others"),
        pytest.param("Nếu ", [], id="if"),
        pytest.param("Các nội dung trái với ", [], id="only-what-is-contrary"),
        pytest.param("Khoản 2 Điều 5 ", ["nobody: repeals 5-QĐ/TU dieu-5.khoan-2 since 2022-02-01"], id="a-clause"),
    ],
)
def test_what_leads_to_it_says_of_what_it_is_told(lead: str, told: list[str]) -> None:
    line = f"1. {lead}Quyết định số 5-QĐ/TU đã hết hiệu lực từ ngày 01/02/2022.\n2. Ban Tổ chức theo dõi."
    assert tell(issue(*REPORT, line)) == told


def report(library: Library, number: str, words: str) -> None:
    put(library, issue(number, "BÁO CÁO", f"1. Quyết định số 5-QĐ/TU, ngày 04/01/2016 {words}.\n2. Hết.").text)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "var") as opened:
        put(opened, write("5-QĐ/TU", "04 tháng 01 năm 2016", "Điều 1. Phạm vi\n\nNội dung của văn bản này.\n"))
        report(opened, "64-BC/TU", "đã hết hiệu lực từ ngày 01/02/2022")
        yield opened


def test_pages_say_that_it_may_have_ended_who_tells_so_and_that_nobody_knows_by_what(library: Library) -> None:
    (standing,) = Changes().find(library, [ENDED]).values()
    (statement,) = quote_changes(library, standing)

    assert say_badge("Quyết định 5-QĐ/TU", standing) == (
        "Quyết định 5-QĐ/TU có thể đã hết hiệu lực từ 01/02/2022, chưa rõ theo văn bản nào (cần kiểm tra), "
        "theo Báo cáo 64-BC/TU. Hãy tra văn bản đang có hiệu lực trước khi áp dụng."
    )
    assert say_status(standing).startswith("Có thể đã hết hiệu lực từ ngày 01/02/2022")
    assert statement.words.endswith("đã hết hiệu lực")
    page = lay_out_standing("Quyết định 5-QĐ/TU", standing, (statement,))
    assert "mở văn bản chưa rõ" not in page
    assert "bởi" not in page
    (change,) = standing_to_json("", standing)["changes"]
    assert (change["document"], change["kind"], change["sure"]) == (None, "repeals", False)


def test_it_is_no_document_of_the_graph_and_hides_nothing(library: Library) -> None:
    graph = Graph(library)
    for around in (graph.around(ENDED), graph.read_all()):
        assert all(node.id for node in around.nodes)
        assert {edge.kind for edge in around.edges} == {"refers_to"}
    assert ENDED not in Changes().find_ended(library)


@pytest.mark.parametrize("day", ["01 tháng 02 năm 2022", "05 tháng 3 năm 2022"])
def test_who_surely_says_by_what_it_ended_tells_more(library: Library, day: str) -> None:
    put(library, write("9-QĐ/TU", day, "Điều 1. Thay thế Quyết định số 5-QĐ/TU, ngày 04/01/2016.\n"))
    (standing,) = Changes().find(library, [ENDED]).values()

    assert [one.by.number for one in standing.changes] == ["9-QĐ/TU"]
    assert (standing.status, standing.disputed, standing.sure) == ("replaced", False, True)


def test_what_the_catalogue_says_is_told_as_its_word(library: Library) -> None:
    (standing,) = Changes().find(library, ["102-QĐ/TW@2017-11-15"]).values()

    assert [one.told_by for one in standing.changes] == [None] * len(standing.changes) != []


def test_another_day_is_a_dispute(library: Library) -> None:
    report(library, "65-BC/TU", "đã hết hiệu lực từ ngày 01/7/2022")
    (standing,) = Changes().find(library, [ENDED]).values()

    assert standing.disputed
    assert "theo Báo cáo 64-BC/TU; có thể đã hết hiệu lực từ 01/7/2022" in say_badge("Quyết định 5-QĐ/TU", standing)
