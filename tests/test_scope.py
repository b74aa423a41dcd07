"""What a question is kept to: documents in force, and the library as it stood on a day."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from index.__main__ import main
from index.ask import answer_question
from index.describe import answer_to_json, list_hits, say
from index.naming.chains import find_conditions
from index.naming.requests import find_request
from index.query import Scope
from index.related import find_related
from index.search import Searcher, open_searcher
from index.settings import Settings
from ingest.console import run
from ingest.store import open_library
from tests.fakes import FAKE_MODEL, FakeEncoder, add_text, build
from tests.test_graph import write

QUESTION = "xử lý kỷ luật đảng viên vi phạm"
ARTICLE = "Điều 1. Phạm vi\n\n1. Xử lý kỷ luật đảng viên vi phạm {}.\n\nĐiều 2. Hiệu lực thi hành\n\n{}\n"
TEXTS = (
    write("901-QĐ/TW", "03 tháng 02 năm 2010", ARTICLE.format("theo cách cũ", "Từ ngày ký.")),
    write(
        "902-QĐ/TW",
        "05 tháng 4 năm 2015",
        ARTICLE.format("theo cách mới", "Quy định này thay thế Quy định số 901-QĐ/TW, ngày 03/02/2010."),
    ),
    write("903-QĐ/TW", "01 tháng 6 năm 2018", ARTICLE.format("ở cơ sở", "Từ ngày ký.")),
)
OLD, NEW, LATEST = "901-QĐ/TW@2010-02-03", "902-QĐ/TW@2015-04-05", "903-QĐ/TW@2018-06-01"
IN_FORCE = Scope(in_force=True)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("scope")
    for number, text in enumerate(TEXTS):
        add_text(folder, text, f"{number}.txt")
    build(folder, FakeEncoder())
    return folder


@pytest.fixture
def searcher(home: Path) -> Searcher:
    return open_searcher(Settings(home, FAKE_MODEL), FakeEncoder())


def find(searcher: Searcher, scope: Scope, typed: str = QUESTION) -> set[str]:
    return {hit.passage.document_id for hit in searcher.search(searcher.understand(typed, scope=scope), 50)}


@pytest.mark.parametrize(
    ("scope", "found"),
    [
        pytest.param(Scope(), {OLD, NEW, LATEST}, id="everything"),
        pytest.param(IN_FORCE, {NEW, LATEST}, id="in-force"),
        pytest.param(Scope(as_of=date(2016, 1, 1)), {OLD, NEW}, id="in-2016"),
        pytest.param(Scope(in_force=True, as_of=date(2016, 1, 1)), {NEW}, id="in-force-in-2016"),
        pytest.param(Scope(in_force=True, as_of=date(2012, 1, 1)), {OLD}, id="before-it-was-replaced"),
        pytest.param(Scope(as_of=date(2009, 1, 1)), set(), id="before-all"),
    ],
)
def test_a_search_keeps_to_its_scope(searcher: Searcher, scope: Scope, found: set[str]) -> None:
    assert find(searcher, scope) == found


@pytest.mark.parametrize(
    ("scope", "places"),
    [
        pytest.param(Scope(), {"dieu-1.khoan-1", "dieu-1.khoan-2"}, id="everything"),
        pytest.param(IN_FORCE, {"dieu-1.khoan-1"}, id="in-force"),
        pytest.param(Scope(in_force=True, as_of=date(2021, 1, 31)), {"dieu-1.khoan-1", "dieu-1.khoan-2"}, id="before"),
        pytest.param(Scope(in_force=True, as_of=date(2021, 2, 1)), {"dieu-1.khoan-1"}, id="from-that-day"),
    ],
)
def test_a_provision_that_was_repealed_is_not_in_force(tmp_path: Path, scope: Scope, places: set[str]) -> None:
    body = "Điều 1. Phạm vi\n\n1. Xử lý kỷ luật đảng viên.\n\n2. Xử lý kỷ luật tổ chức đảng.\n\nĐiều 2. Từ ngày ký.\n"
    add_text(tmp_path, write("904-QĐ/TW", "03 tháng 02 năm 2019", body), "a.txt")
    repeals = "Điều 1. Bãi bỏ khoản 2 Điều 1 Quy định số 904-QĐ/TW, ngày 03/02/2019.\n\nĐiều 2. Từ ngày ký.\n"
    add_text(tmp_path, write("905-QĐ/TW", "01 tháng 02 năm 2021", repeals), "b.txt")
    build(tmp_path, FakeEncoder())
    searcher = open_searcher(Settings(tmp_path, FAKE_MODEL), FakeEncoder())
    hits = searcher.search(searcher.understand("xử lý kỷ luật", scope=scope), 50)
    found = {hit.passage.address for hit in hits if hit.passage.document_id.startswith("904")}
    assert found & {"dieu-1.khoan-1", "dieu-1.khoan-2"} == places


def test_without_a_scope_neither_hits_nor_their_order_change(searcher: Searcher) -> None:
    query = searcher.understand(QUESTION)
    plain = [(hit.passage_id, hit.score) for hit in searcher.search(query, 50)]
    kept = [
        (hit.passage_id, hit.score)
        for hit in searcher.search(searcher.understand(QUESTION, scope=IN_FORCE), 50)
        if hit.passage.document_id != OLD
    ]
    assert kept == [one for one in plain if one[0] in dict(kept)]


def test_every_hit_and_quote_says_whether_its_document_stands(searcher: Searcher) -> None:
    query = searcher.understand(QUESTION)
    hits = searcher.search(query, 50)
    assert {hit.passage.document_id: hit.standing.status for hit in hits} == {
        OLD: "replaced",
        NEW: "unknown",
        LATEST: "unknown",
    }
    told = "Quy định 901-QĐ/TW đã được thay thế bởi 902-QĐ/TW từ 05/4/2015."
    assert told in list_hits(query, hits)
    answer = answer_question(searcher, "quy định 901")
    assert told in say(answer)
    quoted = {quote["document"]: quote["standing"] for quote in answer_to_json(answer)["quotes"]}
    assert quoted[OLD] == "replaced"


def test_the_standing_is_that_of_the_day(searcher: Searcher) -> None:
    scope = Scope(as_of=date(2012, 1, 1))
    answer = answer_question(searcher, "quy định 901", scope=scope)
    assert "đã được thay thế" not in say(answer)
    assert "Xét theo ngày 01/01/2012: không kể văn bản ban hành sau ngày đó; " in say(answer)
    assert answer_to_json(answer)["as_of"] == "2012-01-01"


def test_what_is_only_not_known_to_have_ended_is_kept_and_said_to_be_so(searcher: Searcher) -> None:
    answer = answer_question(searcher, QUESTION, scope=IN_FORCE)
    lines = say(answer).splitlines()
    assert "Chỉ tìm: còn hiệu lực. Văn bản chưa rõ hiệu lực vẫn giữ lại và được ghi rõ." in lines
    assert "      Chưa rõ hiệu lực." in lines
    assert "901-QĐ/TW@" not in say(answer)


def test_taking_every_condition_back_does_not_take_back_what_was_pressed_beside_it(searcher: Searcher) -> None:
    assert find(searcher, Scope(in_force=True, unbound=True)) == {NEW, LATEST}


# --- as typed --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "topic"),
    [
        pytest.param("văn bản nào còn hiệu lực?", "", id="which"),
        pytest.param("van ban nao con hieu luc", "", id="without-marks"),
        pytest.param("liệt kê các quy định đang có hiệu lực", "", id="list"),
        pytest.param("văn bản còn hiệu lực nói về kỷ luật", "kỷ luật", id="on-a-topic"),
        pytest.param("which documents are still in force?", "", id="english"),
    ],
)
def test_documents_in_force_are_asked_for_in_words(typed: str, topic: str) -> None:
    request = find_request(typed)
    assert request
    assert request.topic == topic
    assert "hieuluc:con" in request.keys


@pytest.mark.parametrize(
    "typed",
    [
        "Quy định 102 còn hiệu lực không?",
        "Quy định 102 còn hiệu lực",
        "Kết luận này còn hiệu lực hay không",
        "Văn bản có hiệu lực từ năm 2018",
        "văn bản còn hiệu lực đến khi nào?",
    ],
)
def test_whether_one_stands_is_no_condition_on_documents(typed: str) -> None:
    assert "hieuluc:con" not in [condition.key for condition in find_conditions(typed)]


def test_the_list_leaves_out_what_has_ended_and_says_what_is_not_known(searcher: Searcher) -> None:
    answer = answer_question(searcher, "văn bản nào còn hiệu lực?")
    assert answer.listing
    assert [(one.id, one.unknown) for one in answer.listing.documents] == [
        (LATEST, "chưa rõ hiệu lực"),
        (NEW, "chưa rõ hiệu lực"),
    ]
    catalogued = {one.id for one in answer.listing.catalogued}
    assert "18-NQ/TW@2017-10-25" in catalogued
    assert not {"102-QĐ/TW@2017-11-15", "181-QĐ/TW@2013-03-30"} & catalogued
    assert answer.introduction.startswith("Thư viện chưa chắc có văn bản còn hiệu lực; 2 văn bản không rõ")


def test_a_held_document_that_only_a_text_ends_is_told_where_its_force_is_asked(searcher: Searcher) -> None:
    answer = answer_question(searcher, "Quy định 901 còn hiệu lực không?")
    assert "\nQuy định 901-QĐ/TW đã được thay thế bởi 902-QĐ/TW từ 05/4/2015." in say(answer)
    unknown = answer_question(searcher, "Quy định 903 còn hiệu lực không?")
    told = "\nQuy định 903-QĐ/TW: chưa rõ hiệu lực. Hãy hỏi cơ quan ban hành trước khi áp dụng."
    assert told in say(unknown)


# --- at the command line ---------------------------------------------------------------------------------------


def test_relations_are_told_as_of_a_day(home: Path) -> None:
    with open_library(home) as library:
        (now,), (then,) = (find_related(library, "901-QĐ/TW", as_of=day) for day in (None, date(2012, 1, 1)))
    assert (now.standing.status, [side.other.id for side in now.sides]) == ("replaced", [NEW])
    assert (then.standing.status, then.sides) == ("unknown", ())


@pytest.mark.parametrize("given", ["01/5/2019", "1/5/2019", "01-05-2019", "2019-05-01"])
def test_a_day_is_typed_as_offices_write_it_or_year_first(
    given: str, home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("VANKIEN_HOME", str(home))
    assert run(main, ["related", "69-QĐ/TW", "--as-of", given]) == 0
    assert "Chưa ban hành vào ngày 01/5/2019." in capsys.readouterr().out


@pytest.mark.parametrize("command", ["search", "ask", "related"])
def test_a_day_that_is_none_is_refused_with_the_form_it_has(
    command: str, home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("VANKIEN_HOME", str(home))
    assert run(main, [command, "quy định 901", "--as-of", "31/4/2019"]) == 2
    assert "“31/4/2019” không phải ngày. Hãy ghi như 15/5/2016 hoặc 2016-05-15." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "found"),
    [
        pytest.param(("--in-force",), {NEW, LATEST}, id="in-force"),
        pytest.param(("--as-of", "2016-01-01"), {OLD, NEW}, id="as-of"),
        pytest.param(("--in-force", "--as-of", "2016-01-01"), {NEW}, id="both"),
    ],
)
def test_the_command_keeps_to_what_it_is_told(
    options: tuple[str, ...],
    found: set[str],
    searcher: Searcher,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    opened: Callable[[], Searcher] = lambda: searcher  # noqa: E731
    monkeypatch.setattr("index.__main__._open", opened)
    assert run(main, ["search", QUESTION, "--json", "--limit", "50", *options]) == 0
    form = json.loads(capsys.readouterr().out)
    assert {hit["document"] for hit in form["hits"]} == found
    assert form["as_of"] == ("2016-01-01" if "--as-of" in options else None)
    assert {hit["standing"] for hit in form["hits"]} <= {"unknown", "replaced"}
