"""Whether documents stand: by texts and catalogue alike, in the words of the office, contradictions side by side."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.brief_names import name_briefly
from index.changes import Changes, quote_changes
from index.describe_changes import say_clause, say_source, say_statement
from index.describe_validity import say_badge, say_standing, standing_to_json
from ingest.catalog import find_record_by_id
from ingest.store import Library, open_library
from tests.test_cited import put
from tests.test_graph import CHANGE, IDS, NEW, OLD, write

RULE, RESOLUTION, UNSURE = "102-QĐ/TW@2017-11-15", "18-NQ/TW@2017-10-25", "69-QĐ/TW@2022-07-06"
ARTICLES = write(
    "810-QĐ/TW",
    "02 tháng 3 năm 2011",
    "Điều 1. Phạm vi\n\n1. Nội dung một.\n\n2. Nội dung hai.\n\nĐiều 2. Đối tượng\n\nMọi tổ chức đảng.\n",
)
AMENDING = write(
    "811-QĐ/TW",
    "15 tháng 02 năm 2014",
    "Điều 1. Sửa đổi, bổ sung khoản 2 Điều 1 Quy định số 810-QĐ/TW, ngày 02/3/2011.\n\nĐiều 2. Thi hành từ ngày ký.\n",
)
AMENDED = "810-QĐ/TW@2011-03-02"


def ending(number: str, day: str, words: str) -> str:
    return write(number, day, f"Điều 1. Phạm vi\n\nNội dung.\n\nĐiều 2. Hiệu lực thi hành\n\n{words}\n")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "var") as opened:
        for raw in (OLD, NEW, CHANGE):
            put(opened, raw)
        yield opened


def tell(library: Library, document_id: str, as_of: datetime.date | None = None) -> str:
    """The sentence that stands beside a quote of it."""
    standing = Changes().find(library, [document_id], as_of)[document_id]
    known = library.find_records([document_id]).get(document_id) or find_record_by_id(document_id)
    assert known
    return say_badge(name_briefly(known), standing)


@pytest.mark.parametrize(
    ("document_id", "said"),
    [
        pytest.param(
            RULE,
            "Quy định 102-QĐ/TW đã được thay thế bởi 69-QĐ/TW từ 06/7/2022. "
            "Hãy tra văn bản thay thế trước khi áp dụng.",
            id="by-the-catalogue",
        ),
        pytest.param(
            IDS[0],
            "Quy định 801-QĐ/TW đã được thay thế bởi 802-QĐ/TW từ 05/4/2015. "
            "Hãy tra văn bản thay thế trước khi áp dụng.",
            id="by-a-text",
        ),
        pytest.param(
            IDS[1],
            "Quy định 802-QĐ/TW đã bị bãi bỏ một phần bởi 803-QĐ/TW từ 01/6/2018 (khoản 2 Điều 5). "
            "Hãy đọc kèm văn bản sửa đổi.",
            id="a-clause",
        ),
        pytest.param(
            UNSURE,
            "Quy định 69-QĐ/TW có thể đã được thay thế bởi 212-QĐ/TW từ 17/8/2026 (nguồn chưa kiểm chứng); "
            "đã được sửa đổi bởi 264-QĐ/TW từ 14/02/2025. "
            "Hãy tra văn bản thay thế trước khi áp dụng.",
            id="second-hand",
        ),
        pytest.param(
            RESOLUTION, "Chưa rõ hiệu lực: đến 23/11/2026 chưa thấy văn bản thay thế, bãi bỏ.", id="looked-for-in-vain"
        ),
        pytest.param(
            "217-QĐ/TW@2013-12-12",
            "Còn hiệu lực: có hiệu lực từ 12/12/2013, đến 23/11/2026 chưa thấy văn bản thay thế, bãi bỏ.",
            id="it-is-verified-that-it-took-effect",
        ),
        pytest.param(
            "04-HD/UBKTTW@2018-03-22",
            "Chưa rõ hiệu lực: văn bản được hướng dẫn, Quy định 102-QĐ/TW, đã được thay thế.",
            id="what-it-guides-was-replaced",
        ),
        pytest.param(
            "05-HD/UBKTTW@2022-11-22",
            "Hướng dẫn 05-HD/UBKTTW đã được sửa đổi bởi văn bản chưa rõ số, ký hiệu từ 20/3/2025. "
            "Hãy đọc kèm văn bản sửa đổi.",
            id="amended-nobody-says-by-what",
        ),
        pytest.param("22-QĐ/TW@2021-07-28", "Chưa rõ hiệu lực.", id="a-later-one-came-after-it"),
        pytest.param("18-NQ/TW@2022-06-16", "Chưa rõ hiệu lực.", id="known-second-hand"),
        pytest.param(
            IDS[2],
            "Chưa rõ hiệu lực hiện nay, có hiệu lực từ 01/6/2018 theo chính văn bản; "
            "thư viện chưa có văn bản thay thế, bãi bỏ.",
            id="nobody-says",
        ),
    ],
)
def test_one_sentence_says_whether_a_document_stands(library: Library, document_id: str, said: str) -> None:
    assert tell(library, document_id) == said


@pytest.mark.parametrize(
    ("day", "said"),
    [
        pytest.param(datetime.date(2019, 5, 1), "Còn hiệu lực vào ngày 01/5/2019, theo danh mục", id="before"),
        pytest.param(datetime.date(2022, 7, 6), "Quy định 102-QĐ/TW đã được thay thế bởi 69-QĐ/TW", id="the-day"),
    ],
)
def test_of_an_earlier_day_it_says_what_held_then(library: Library, day: datetime.date, said: str) -> None:
    assert tell(library, RULE, day).startswith(said)


@pytest.mark.parametrize(
    ("document_id", "day", "status"),
    [
        pytest.param(UNSURE, datetime.date(2018, 1, 1), "unissued", id="issued-later"),
        pytest.param(IDS[0], datetime.date(2009, 1, 1), "unissued", id="held-and-issued-later"),
        pytest.param(UNSURE, datetime.date(2023, 1, 1), "in_force", id="amended-only-later"),
        pytest.param("05-HD/UBKTTW@2022-11-22", datetime.date(2024, 1, 1), "in_force", id="by-an-unnamed-one-later"),
        pytest.param("264-QĐ/TW@2025-02-14", datetime.date(2025, 6, 1), "unknown", id="an-unsure-end-later"),
        pytest.param(RESOLUTION, datetime.date(2019, 5, 1), "unknown", id="nobody-says"),
    ],
)
def test_of_a_day_it_is_in_force_only_where_a_verified_fact_says_so(
    library: Library, document_id: str, day: datetime.date, status: str
) -> None:
    standing = Changes().find(library, [document_id], day)[document_id]
    assert (standing.status, standing.in_force) == (status, {"in_force": True, "unissued": False}.get(status))


def test_a_day_before_it_was_issued_is_told(library: Library) -> None:
    assert tell(library, UNSURE, datetime.date(2018, 1, 1)) == "Chưa ban hành vào ngày 01/01/2018."


# --- contradictions --------------------------------------------------------------------------------------------


def test_two_that_are_said_to_have_replaced_it_are_both_told_with_who_says_so(library: Library) -> None:
    put(
        library,
        ending("804-QĐ/TW", "09 tháng 9 năm 2012", "Quy định này thay thế Quy định số 801-QĐ/TW, ngày 03/02/2010."),
    )
    said = tell(library, IDS[0])
    assert said == (
        "Các nguồn nói khác nhau về hiệu lực của Quy định 801-QĐ/TW: "
        "đã được thay thế bởi 804-QĐ/TW từ 09/9/2012, theo Quy định 804-QĐ/TW; "
        "đã được thay thế bởi 802-QĐ/TW từ 05/4/2015, theo Quy định 802-QĐ/TW. "
        "Hãy đối chiếu các nguồn trước khi áp dụng."
    )


def test_a_text_against_the_catalogue_that_found_nothing_is_told_and_settles_nothing(library: Library) -> None:
    put(library, ending("805-QĐ/TW", "09 tháng 9 năm 2019", "Bãi bỏ Nghị quyết số 18-NQ/TW, ngày 25/10/2017."))
    standing = Changes().find(library, [RESOLUTION])[RESOLUTION]
    assert (standing.status, standing.disputed, standing.in_force) == ("repealed", True, None)
    said = say_standing("Nghị quyết 18-NQ/TW", standing)
    assert "đã bị bãi bỏ bởi 805-QĐ/TW từ 09/9/2019, theo Quy định 805-QĐ/TW" in said
    assert "đến 23/11/2026 chưa thấy văn bản thay thế, bãi bỏ, theo danh mục của Vankien" in said


def test_what_came_after_the_catalogue_was_checked_contradicts_nobody(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.as_of.today", lambda: datetime.date(2026, 12, 31))
    put(library, ending("806-QĐ/TW", "09 tháng 12 năm 2026", "Bãi bỏ Nghị quyết số 18-NQ/TW, ngày 25/10/2017."))
    standing = Changes().find(library, [RESOLUTION])[RESOLUTION]
    assert (standing.disputed, standing.in_force) == (False, False)


def test_two_days_for_one_replacement_are_both_told(library: Library) -> None:
    words = (
        "Quy định số 801-QĐ/TW, ngày 03/02/2010 được thay thế bởi Quy định số 802-QĐ/TW, ngày 05/4/2015 kể từ ngày {}."
    )
    put(library, ending("807-QĐ/TW", "09 tháng 9 năm 2016", words.format("01/7/2015")))
    put(library, ending("808-QĐ/TW", "10 tháng 9 năm 2016", words.format("01/8/2015")))
    standing = Changes().find(library, [IDS[0]])[IDS[0]]
    assert standing.disputed
    assert {"từ 01/7/2015, theo Quy định 807-QĐ/TW", "từ 01/8/2015, theo Quy định 808-QĐ/TW"} <= {
        part.partition("802-QĐ/TW ")[2] for part in say_standing("?", standing).split("; ")
    }


def test_the_catalogue_and_a_text_that_agree_contradict_nobody(library: Library) -> None:
    raw = ending("69-QĐ/TW", "06 tháng 7 năm 2022", "Quy định này thay thế Quy định số 102-QĐ/TW, ngày 15/11/2017.")
    put(library, raw)
    standing = Changes().find(library, [RULE])[RULE]
    assert [change.edge.said_in for change in standing.changes] == [None, "69-QĐ/TW@2022-07-06"]
    assert (standing.disputed, standing.in_force) == (False, False)
    assert say_standing("Quy định 102-QĐ/TW", standing) == (
        "Quy định 102-QĐ/TW đã được thay thế bởi 69-QĐ/TW từ 06/7/2022"
    )


# --- who says so -----------------------------------------------------------------------------------------------


def test_each_statement_has_the_words_that_say_so_and_the_clause_concerned(library: Library) -> None:
    assert put(library, ARTICLES) == AMENDED
    put(library, AMENDING)
    standing = Changes().find(library, [AMENDED])[AMENDED]
    statements = quote_changes(library, standing, library.get(AMENDED))
    text = library.get("811-QĐ/TW@2014-02-15").text
    assert {(one.said_at, one.place) for one in statements} == {("dieu-1", "dieu-1.khoan-2")}
    assert all(one.words == text[one.change.edge.start : one.change.edge.end] for one in statements)
    assert say_clause(statements) == "Khoản này đã được sửa đổi, bổ sung bởi Điều 1 Quy định 811-QĐ/TW từ 15/02/2014"
    assert say_statement(statements[0]) == "Khoản 2 Điều 1 đã được sửa đổi bởi 811-QĐ/TW từ 15/02/2014"
    assert say_source(statements[0]) == "theo Điều 1 Quy định 811-QĐ/TW"


def test_the_stable_form_names_status_day_and_every_statement(library: Library) -> None:
    standing = Changes().find(library, [IDS[1]])[IDS[1]]
    form = standing_to_json("Quy định 802-QĐ/TW", standing)
    assert (form["standing"], form["since"], form["sure"], form["disputed"]) == ("amended", "2018-06-01", True, False)
    (change,) = form["changes"]
    assert (change["kind"], change["number"], change["clause"]) == ("repeals", "803-QĐ/TW", "dieu-5.khoan-2")
    assert library.read_slice(change["said_in"], change["start"], change["end"]).startswith("Bãi bỏ khoản 2 Điều 5")


# --- many at once ----------------------------------------------------------------------------------------------


def test_what_is_gathered_follows_the_library(library: Library) -> None:
    changes = Changes()
    assert changes.find(library, [IDS[0]])[IDS[0]].status == "replaced"
    library.remove(IDS[1])
    assert changes.find(library, [IDS[0]])[IDS[0]].status == "unknown"


@pytest.mark.parametrize(
    ("as_of", "ended"),
    [
        pytest.param(None, {IDS[0], RULE, "181-QĐ/TW@2013-03-30", "07-QĐi/TW@2018-08-28"}, id="today"),
        pytest.param(datetime.date(2019, 5, 1), {IDS[0], "181-QĐ/TW@2013-03-30"}, id="in-2019"),
    ],
)
def test_all_that_have_ended_are_found_and_what_is_unsure_is_none_of_them(
    library: Library, as_of: datetime.date | None, ended: set[str]
) -> None:
    assert Changes().find_ended(library, as_of) >= ended
    assert not {UNSURE, RESOLUTION, IDS[1]} & Changes().find_ended(library, as_of)
