"""What begins later is told as coming: the changed document still stands, the acting one does not hold yet."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.ask import answer_question
from index.changes import Changes, quote_changes
from index.describe_changes import say_clause, say_statement
from index.describe_validity import say_badge, say_force, standing_to_json
from index.graph import Graph
from index.judging import Told, judge
from index.query import Scope
from index.related import find_related
from index.relation_words import say_status
from index.search import open_searcher
from index.settings import Settings
from index.surroundings import survey
from ingest.store import Library, open_library
from tests.fakes import FAKE_MODEL, FakeEncoder, add_text, build
from tests.test_cited import put
from tests.test_graph import write
from ui.standing import lay_out_badge, lay_out_standing

OLD, NEW = "64-QĐ/TU@2024-07-18", "97-QĐ/TU@2026-11-20"
OLD_TEXT = write(
    "64-QĐ/TU",
    "18 tháng 7 năm 2024",
    "Điều 1. Phạm vi\n\n1. Hội họp theo lịch.\n\n2. Báo cáo hằng tháng.\n\n"
    "Điều 2. Quy định này có hiệu lực từ ngày 01/8/2024.\n",
)


def act(words: str) -> str:
    return write("97-QĐ/TU", "20 tháng 11 năm 2026", f"Điều 1. Phạm vi\n\nNội dung.\n\nĐiều 2. Thi hành\n\n{words}\n")


REPLACING = act(
    "Quy định này có hiệu lực từ ngày 01/01/2027 và thay thế Quy định số 64-QĐ/TU, ngày 18/7/2024 của Tỉnh ủy."
)
AMENDING = write(
    "97-QĐ/TU",
    "20 tháng 11 năm 2026",
    "Điều 1. Sửa đổi, bổ sung khoản 2 Điều 1 Quy định số 64-QĐ/TU, ngày 18/7/2024.\n\n"
    "Điều 2. Quy định này có hiệu lực từ ngày 01/01/2027.\n",
)
COMES = (
    "Quy định 64-QĐ/TU còn hiệu lực, sẽ được thay thế bởi 97-QĐ/TU từ 01/01/2027. "
    "Trước ngày đó hãy đối chiếu trước khi áp dụng; từ ngày đó hãy tra văn bản thay thế."
)
CAME = "Quy định 64-QĐ/TU đã được thay thế bởi 97-QĐ/TU từ 01/01/2027. Hãy tra văn bản thay thế trước khi áp dụng."
BEGUN = "theo chính văn bản; {}thư viện chưa có văn bản thay thế, bãi bỏ."


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "var") as opened:
        for raw in (OLD_TEXT, REPLACING):
            put(opened, raw)
        yield opened


def tell(library: Library, document_id: str, as_of: str | None = None) -> str:
    standing = Changes().find(library, [document_id], day(as_of) if as_of else None)[document_id]
    return say_badge(f"Quy định {document_id.partition('@')[0]}", standing)


@pytest.mark.parametrize(
    ("document_id", "as_of", "said"),
    [
        pytest.param(OLD, None, COMES, id="today"),
        pytest.param(OLD, "2026-11-27", COMES, id="asked-of-a-day-before"),
        pytest.param(OLD, "2027-01-01", CAME, id="asked-of-the-day"),
        pytest.param(NEW, None, "Chưa có hiệu lực, có hiệu lực từ 01/01/2027.", id="the-acting-one"),
        pytest.param(
            NEW,
            "2026-12-31",
            "Chưa có hiệu lực vào ngày 31/12/2026, có hiệu lực từ 01/01/2027.",
            id="the-acting-one-on-a-day",
        ),
        pytest.param(NEW, "2026-11-19", "Chưa ban hành vào ngày 19/11/2026.", id="not-issued"),
        pytest.param(
            OLD,
            "2026-11-19",
            "Chưa rõ hiệu lực vào ngày 19/11/2026, có hiệu lực từ 01/8/2024 " + BEGUN.format("đến ngày đó "),
            id="before-anybody-could-know",
        ),
        pytest.param(
            OLD, "2024-07-20", "Chưa có hiệu lực vào ngày 20/7/2024, có hiệu lực từ 01/8/2024.", id="before-its-own-day"
        ),
    ],
)
def test_a_badge_tells_what_holds_on_the_day_and_what_is_to_come(
    library: Library, document_id: str, as_of: str | None, said: str
) -> None:
    assert tell(library, document_id, as_of) == said


@pytest.mark.parametrize("as_of", [None, "2026-12-31", "2027-01-01"])
def test_what_will_end_another_does_not_hold_yet_also_where_that_other_is_not_asked_for(
    library: Library, as_of: str | None
) -> None:
    graph, asked = Graph(library), day(as_of) if as_of else None
    alone = judge(graph, [NEW], graph.find_changes([NEW]), asked)
    assert alone == Told(graph).judge(graph, [NEW], asked)
    assert alone[NEW].status == ("unknown" if as_of == "2027-01-01" else "pending")


def test_the_day_of_the_machine_decides_and_what_was_worked_out_yesterday_is_forgotten(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    changes = Changes()
    assert changes.find(library, [OLD])[OLD].status == "in_force"
    monkeypatch.setattr("index.as_of.today", lambda: day("2027-01-01"))
    assert changes.find(library, [OLD])[OLD].status == "replaced"
    assert OLD in changes.find_ended(library)
    assert tell(library, NEW) == "Chưa rõ hiệu lực hiện nay, có hiệu lực từ 01/01/2027 " + BEGUN.format("")


def test_the_filter_keeps_what_still_stands_and_leaves_out_what_does_not_hold_yet(tmp_path: Path) -> None:
    for number, text in enumerate((OLD_TEXT, REPLACING)):
        add_text(tmp_path, text, f"{number}.txt")
    build(tmp_path, FakeEncoder())
    searcher = open_searcher(Settings(tmp_path, FAKE_MODEL), FakeEncoder())
    for as_of, expected in ((None, OLD), (day("2027-01-01"), NEW)):
        answer = answer_question(searcher, "Phạm vi", scope=Scope(in_force=True, as_of=as_of))
        assert {one.document for one in (*answer.quotes, *answer.nearest)} == {expected}


ALONE = "777-QĐ/TU@2026-11-20"


@pytest.mark.parametrize(
    ("words", "stands_out"),
    [
        pytest.param("Quy định này có hiệu lực kể từ ngày 01/01/2027.", True, id="later"),
        pytest.param("Quy định này có hiệu lực kể từ ngày ký.", False, id="from-signing"),
        pytest.param("Quy định số 5-QĐ/TU có hiệu lực kể từ ngày 01/01/2027.", False, id="another-one"),
        pytest.param("Các cấp ủy báo cáo từ ngày 01/01/2027.", False, id="something-else"),
    ],
)
def test_what_does_not_hold_yet_and_ends_nothing_is_left_out_as_well(
    tmp_path: Path, words: str, stands_out: bool
) -> None:
    with open_library(tmp_path / "var") as opened:
        text = f"Điều 1. Phạm vi\n\nNội dung.\n\nĐiều 2. Thi hành\n\n{words}\n"
        put(opened, write("777-QĐ/TU", "20 tháng 11 năm 2026", text))
        changes = Changes()
        assert (ALONE in changes.find_ended(opened)) is stands_out
        assert (changes.find(opened, [ALONE])[ALONE].status == "pending") is stands_out
        assert (tell(opened, ALONE) == "Chưa có hiệu lực, có hiệu lực từ 01/01/2027.") is stands_out
        for as_of in ("2026-11-19", "2027-01-01"):  # not issued, and in force
            assert ALONE not in changes.find_ended(opened, day(as_of))


def test_of_many_asked_for_at_once_each_is_told_from_when_it_holds(library: Library) -> None:
    asked = [NEW, *(f"{number}-CV/TU" for number in range(200))]
    assert Changes().find(library, asked)[NEW] == Changes().find(library, [NEW])[NEW]
    assert Changes().find(library, asked)[NEW].status == "pending"


def test_every_form_tells_what_is_to_come(library: Library) -> None:
    standing = find_related(library, OLD)[0].standing
    assert say_force("Quy định 64-QĐ/TU", standing) == COMES
    form = standing_to_json("Quy định 64-QĐ/TU", standing)
    assert (form["standing"], form["status"], form["changes"]) == ("in_force", COMES, [])
    assert [(one["number"], one["since"]) for one in form["coming"]] == [("97-QĐ/TU", "2027-01-01")]
    drawn = survey(Graph(library), OLD)
    assert say_status(drawn.standings[OLD]) == "Còn hiệu lực, sẽ được thay thế từ ngày 01/01/2027"
    assert say_status(drawn.standings[NEW]) == "Chưa có hiệu lực, có hiệu lực từ ngày 01/01/2027"
    assert standing_to_json("?", drawn.standings[NEW])["begins"] == "2027-01-01"
    assert COMES.partition(". ")[0] in str(lay_out_badge("Quy định 64-QĐ/TU", standing))
    drawn_head = str(lay_out_standing("Quy định 64-QĐ/TU", standing, quote_changes(library, standing)))
    assert "Ai nói như vậy: 1 chỗ" in drawn_head
    assert "Sẽ được thay thế bởi 97-QĐ/TU từ 01/01/2027" in drawn_head


def test_a_clause_that_will_be_changed_is_marked_so(library: Library) -> None:
    library.remove(NEW)
    put(library, AMENDING)
    standing = Changes().find(library, [OLD])[OLD]
    assert standing.in_force
    statements = quote_changes(library, standing, library.get(OLD))
    assert {one.place for one in statements} == {"dieu-1.khoan-2"}
    assert say_clause(statements) == "Khoản này sẽ được sửa đổi, bổ sung bởi Điều 1 Quy định 97-QĐ/TU từ 01/01/2027"
    assert say_statement(statements[0]).startswith("Khoản 2 Điều 1 sẽ được ")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param("Quy định này có hiệu lực kể từ ngày 01/6/2024.", "có hiệu lực từ 01/6/2024", id="a-day"),
        pytest.param("Quy định này có hiệu lực từ ngày ký.", "có hiệu lực từ 05/5/2024", id="from-signing"),
        pytest.param(
            "Quy định này có hiệu lực sau 10 ngày kể từ ngày ký.", "có hiệu lực từ 15/5/2024", id="after-signing"
        ),
        pytest.param("Quy định này có hiệu lực cùng ngày với Quy chế làm việc.", "", id="a-day-it-does-not-give"),
        pytest.param("Các cấp ủy thực hiện.", "", id="nothing"),
    ],
)
def test_from_when_a_document_holds_is_told_from_its_own_words_and_no_more(
    tmp_path: Path, words: str, said: str
) -> None:
    with open_library(tmp_path / "var") as opened:
        text = f"Điều 1. Phạm vi\n\nNội dung.\n\nĐiều 2. Thi hành\n\n{words}\n"
        key = put(opened, write("777-QĐ/TU", "05 tháng 5 năm 2024", text))
        told = f" hiện nay, {said} {BEGUN.format('')}" if said else "."
        assert tell(opened, key) == f"Chưa rõ hiệu lực{told}"
        assert Changes().find(opened, [key])[key].in_force is None
