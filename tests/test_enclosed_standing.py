"""A text that was issued with a decision and comes as a file of its own is led to it, and stands as that one does."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.changes import Changes, quote_changes
from index.describe_validity import say_badge, standing_to_json
from index.graph import Graph
from index.related import find_related, say_related
from ingest.documents import read_document
from ingest.store import Library, open_library
from tests.relating_papers import tell
from tests.standing_papers import AMENDING, NEW, RULES
from tests.test_cited import put
from ui.standing import lay_out_standing

DECISION = "611-QĐ/TU@2018-03-20"
NAME = "Quy chế Giám sát"
RULES_ALONE = (
    "QUY CHẾ\ngiám sát\n(ban hành kèm theo Quyết định số 611-QĐ/TU, ngày 20/3/2018 của Ban Thường vụ Tỉnh ủy)\n\n"
    "Điều 1. Phạm vi\nQuy chế này quy định việc giám sát.\n"
    "Điều 3. Kế hoạch\n1. Mặt trận chủ trì xây dựng kế hoạch giám sát.\n"
    "2. Kế hoạch giám sát trình Ban Thường vụ trước ngày 31 tháng 12 hằng năm.\n"
    "Điều 4. Góp ý\n1. Góp ý được trả lời trong 15 ngày.\n2. Góp ý không ghi tên thì không xem xét.\n"
)


@pytest.mark.parametrize(
    ("head", "told"),
    [
        pytest.param(
            "QUY CHẾ\ngiám sát\n(Ban hành kèm theo Quyết định số 217-QĐ/TW ngày 12/12/2013 của Bộ Chính trị)",
            ["enclosed_with 217-QĐ/TW"],
            id="in-brackets",
        ),
        pytest.param(
            "QUY ĐỊNH\nvề chế độ họp\n(kèm theo Quyết định số 611-QĐ/TU,\nngày 20/3/2018 của Ban Thường vụ Tỉnh ủy)",
            ["enclosed_with 611-QĐ/TU"],
            id="short-and-broken",
        ),
        pytest.param(
            "QUY CHẾ\nthực hiện dân chủ\n(Ban hành theo Quyết định số 611-QĐ/TU ngày 20/3/2018)",
            ["enclosed_with 611-QĐ/TU"],
            id="what-its-title-says-is-not-done-to-the-decision",
        ),
        pytest.param(
            "PHỤ LỤC I\nDanh mục\nKèm theo Hướng dẫn số 5-HD/BTCTW, ngày 01/02/2020",
            ["enclosed_with 5-HD/BTCTW"],
            id="a-line-of-its-own",
        ),
        pytest.param(
            "QUYẾT ĐỊNH\nsửa đổi một số điều của Quy chế giám sát\nban hành kèm theo Quyết định số 611-QĐ/TU",
            ["amends 611-QĐ/TU"],
            id="a-title-that-speaks-of-it",
        ),
        pytest.param(
            "KẾ HOẠCH\ngiám sát việc thực hiện dân chủ\ntheo Quyết định số 218-QĐ/TW ngày 12/12/2013",
            [],
            id="according-to",
        ),
        pytest.param("QUY CHẾ\ngiám sát\n(Ban hành kèm theo Quyết định số      -QĐ/TU)", [], id="no-sign"),
    ],
)
def test_the_note_in_its_head_names_the_decision(head: str, told: list[str]) -> None:
    read = tell(read_document(f"{head}\n\nĐiều 1. Phạm vi\nVăn bản này nêu việc chung của đơn vị.\n", "t.txt"))
    assert [one.removesuffix(" in part") for one in read] == told


def test_a_note_below_the_head_is_no_word_of_the_document() -> None:
    text = "BÁO CÁO\nkết quả\n\n1. Nội dung chung của năm.\n(kèm theo Quyết định số 611-QĐ/TU ngày 20/3/2018)\n"
    assert tell(read_document(text, "t.txt")) == []


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "var") as opened:
        yield opened


def find_badge(library: Library, key: str, as_of: datetime.date | None = None) -> str:
    return say_badge(NAME, Changes().find(library, [key], as_of)[key])


@pytest.mark.parametrize("held", [True, False], ids=["the-decision-is-held", "it-is-only-cited"])
def test_it_is_told_replaced_with_its_decision_and_by_the_words_that_say_so(library: Library, held: bool) -> None:
    key = put(library, RULES_ALONE)
    for raw in (RULES, NEW) if held else (NEW,):
        put(library, raw)
    assert find_badge(library, key) == (
        "Quy chế Giám sát kèm theo Quyết định 611-QĐ/TU đã được thay thế bởi 833-QĐ/TU từ 01/6/2024. "
        "Hãy tra văn bản thay thế trước khi áp dụng."
    )
    standing = Changes().find(library, [key])[key]
    (statement,) = quote_changes(library, standing, library.get(key))
    assert statement.words.startswith("thay thế Quyết định số 611-QĐ/TU")
    drawn = str(lay_out_standing(NAME, standing, [statement]))
    assert "thay thế Quyết định số 611-QĐ/TU" in drawn
    assert ("Mở Quyết định 611-QĐ/TU" in drawn) is held
    assert key in Changes().find_ended(library)
    assert key not in Changes().find_ended(library, datetime.date(2023, 1, 1))
    assert key not in Changes().find_outdated(library)


def test_what_amends_it_is_told_at_its_own_clauses(library: Library) -> None:
    key = put(library, RULES_ALONE)
    for raw in (RULES, AMENDING):
        put(library, raw)
    standing = Changes().find(library, [key])[key]
    placed = {one.place for one in quote_changes(library, standing, library.get(key))}
    assert (standing.status, placed) == ("amended", {None, "dieu-3.khoan-2", "dieu-4.khoan-2"})
    assert find_badge(library, key).startswith("Quy chế Giám sát kèm theo Quyết định 611-QĐ/TU đã được sửa đổi")


@pytest.mark.parametrize(
    ("act", "status"),
    [
        pytest.param(
            "Điều 1. Sửa đổi khoản 1 Điều 2 Quyết định số 611-QĐ/TU như sau: “1. Mới.”", "unknown", id="its-own"
        ),
        pytest.param("Điều 1. Bãi bỏ Quyết định số 611-QĐ/TU, ngày 20/3/2018.", "repealed", id="all"),
    ],
)
def test_what_changes_an_article_of_the_decision_alone_leaves_it(library: Library, act: str, status: str) -> None:
    key = put(library, RULES_ALONE)
    head = NEW.partition("Điều 1.")[0]
    for raw in (RULES, f"{head}{act}\nĐiều 2. Quyết định này có hiệu lực từ ngày ký.\n"):
        put(library, raw)
    assert Changes().find(library, [key])[key].status == status


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        pytest.param(
            RULES,
            "Chưa rõ hiệu lực hiện nay, có hiệu lực từ 20/3/2018 theo chính văn bản; thư viện chưa có văn bản thay "
            "thế, bãi bỏ, xét theo Quyết định 611-QĐ/TU mà văn bản này kèm theo.",
            id="in-force-once",
        ),
        pytest.param(
            RULES.replace("kể từ ngày ký", "kể từ ngày 01/01/2099"),
            "Chưa có hiệu lực, có hiệu lực từ 01/01/2099, xét theo Quyết định 611-QĐ/TU mà văn bản này kèm theo.",
            id="not-yet",
        ),
    ],
)
def test_nothing_ends_it_that_does_not_end_the_decision(library: Library, raw: str, said: str) -> None:
    key = put(library, RULES_ALONE)
    put(library, raw)
    assert find_badge(library, key) == said
    assert (key in Changes().find_ended(library)) is ("2099" in raw)


def test_what_the_catalogue_knows_of_the_decision_holds_of_it(library: Library) -> None:
    key = put(library, RULES_ALONE.replace("611-QĐ/TU, ngày 20/3/2018", "217-QĐ/TW, ngày 12/12/2013"))
    standing = Changes().find(library, [key])[key]
    assert (standing.in_force, standing.enclosing and standing.enclosing.number) == (True, "217-QĐ/TW")
    assert find_badge(library, key).endswith("xét theo Quyết định 217-QĐ/TW mà văn bản này kèm theo.")
    assert standing_to_json(NAME, standing)["enclosed_with"] == "217-QĐ/TW@2013-12-12"


def test_related_shows_the_decision_and_the_decision_shows_it(library: Library) -> None:
    key = put(library, RULES_ALONE)
    put(library, RULES)
    told = say_related(find_related(library, key))
    assert "  Kèm theo: Quyết định số 611-QĐ/TU" in told
    assert "“ban hành kèm theo Quyết định số 611-QĐ/TU, ngày 20/3/2018" in told
    assert "  Có văn bản kèm theo: Quy chế Giám sát" in say_related(find_related(library, DECISION))
    (edge,) = Graph(library).around(key).edges
    assert (edge.kind, edge.target, edge.sure) == ("enclosed_with", DECISION, True)
