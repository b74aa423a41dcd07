"""What each page says in each state it can be in; the driver runs the pages without a browser."""

from __future__ import annotations

import re
import threading
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from index.answer import Answer
from index.quotes import Copy, Slice
from ingest.errors import AppError, LibraryError, MissingIndexError, QuestionError
from ingest.models import Metadata
from tests.driver import ask, html, open_document, words
from tests.fakes import NOTICE, SIGN, Desk, answered, declined, make_document, quote, refuse_to_build
from ui import frame, services
from ui.asked import Asked
from ui.building import IndexBuilder, Report
from ui.margin import SIMILAR
from ui.steps import say_on_page


def test_before_anything_is_asked_examples_are_offered(app: AppTest, desk: Desk) -> None:
    app.run()
    assert "Bấm vào một câu hỏi mẫu" in words(app)
    example = app.button[1]
    example.click().run()
    assert desk.asked == [Asked(example.label)]
    assert app.text_input(key="question").value == example.label
    assert "Theo mục I.2 Thông báo:" in words(app)


def test_an_answer_says_where_it_stands_and_marks_the_sentence(app: AppTest) -> None:
    ask(app, "Năng lực?")
    assert "Theo mục I.2 Thông báo:" in words(app)
    assert "Thông báo Ý kiến kết luận (ngày họp 26/01/2018)" in words(app)
    assert "Độ tin cậy: cao." in words(app)
    assert "<mark>năng lực;</mark>" in html(app)
    links = [(link.proto.label, link.proto.query_string) for link in app.get("page_link")]
    place = "doc=thong-bao-1&at=I.2"
    assert [one for one in links if one[1]] == [("Mở mục I.2 trong văn bản", place), (SIMILAR, f"{place}&list=similar")]


def test_a_card_shows_what_the_quote_stands_under_its_list_and_where_else_it_stands(app: AppTest, desk: Desk) -> None:
    first = quote("I.1", sentence="Kiểm tra")
    listed = replace(
        first,
        lead=(Slice("I", 0, 10, "I. ĐẦU <b>MỤC</b>"),),
        items=(Slice("I.2", 90, 100, "a) một <i>việc</i>", ((90, 96),)),),
        more=2,
        also=(Copy("thong-bao-1", NOTICE, "I.2", first.start, first.end, first.text),),
    )
    desk.reply = replace(answered(""), quotes=(listed,))
    ask(app, "Kiểm tra?")
    drawn = html(app)
    assert (
        drawn.index("I. ĐẦU &lt;b&gt;MỤC") < drawn.index("<mark>Kiểm tra</mark>") < drawn.index("<mark>a) một</mark>")
    )
    assert "… còn 2 mục nữa, mở văn bản để xem hết." in words(app)
    assert "Cũng có tại:" in words(app)
    labels = [link.proto.label for link in app.get("page_link")][-2:]
    assert labels == ["mục I.2, Thông báo Ý kiến kết luận (ngày họp 26/01/2018)", SIMILAR]


@pytest.mark.parametrize(
    ("metadata", "shown"),
    [
        pytest.param(Metadata(type="Quy định", number=SIGN, date=date(2017, 11, 15)), "15/11/2017", id="issued"),
        pytest.param(NOTICE, "ngày họp 26/01/2018", id="day-of-the-meeting"),
        pytest.param(Metadata(type="Thông báo"), "không rõ ngày", id="unknown"),
    ],
)
def test_a_quote_is_dated_by_what_is_printed(app: AppTest, desk: Desk, metadata: Metadata, shown: str) -> None:
    desk.reply = replace(answered(""), quotes=(quote(metadata=metadata),))
    ask(app, "Năng lực?")
    assert f"{metadata.name} ({shown})" in words(app)


@pytest.mark.parametrize(
    ("confidence", "shown"),
    [
        pytest.param("cao", "Độ tin cậy: cao.", id="high"),
        pytest.param("trung bình", "Độ tin cậy: trung bình. Hãy mở văn bản", id="middle"),
        pytest.param("thấp", "Độ tin cậy: thấp. Hãy mở văn bản", id="low"),
    ],
)
def test_confidence_is_put_in_words(app: AppTest, desk: Desk, confidence: str, shown: str) -> None:
    desk.reply = answered("", confidence)
    ask(app, "Năng lực?")
    assert shown in words(app)


@pytest.mark.parametrize(
    ("understood", "shown"),
    [
        pytest.param("năng lực là gì?", True, id="other-words"),
        pytest.param("NĂNG  LỰC?", False, id="case-and-spaces-alone"),
    ],
)
def test_what_was_understood_shows_only_where_it_differs(
    app: AppTest, desk: Desk, understood: str, shown: bool
) -> None:
    desk.reply = answered("", understood=understood)
    ask(app, "Năng lực?")
    assert ("Đã hiểu:" in words(app)) == shown


def test_without_grounds_the_page_says_so_and_offers_the_nearest_apart(app: AppTest, desk: Desk) -> None:
    desk.reply = declined("Nấu phở?")
    ask(app, "Nấu phở?")
    assert "Không tìm thấy căn cứ trong thư viện" in words(app)
    assert "Hãy hỏi lại bằng từ ngữ khác" in words(app)
    assert "Các đoạn gần nhất (có thể không trả lời câu hỏi)" in words(app)
    assert "năng lực;" in words(app)
    assert "<mark>" not in html(app)
    assert "Độ tin cậy" not in words(app)


@pytest.mark.parametrize(
    "error",
    [
        pytest.param(QuestionError("Câu hỏi trống. Hãy gõ câu hỏi."), id="empty"),
        pytest.param(QuestionError("Câu hỏi <b>dài</b> **quá** :smile:."), id="with-markup"),
        pytest.param(MissingIndexError(Path("x_y_z")), id="no-index"),
    ],
)
def test_an_error_is_shown_by_its_message_as_written(app: AppTest, desk: Desk, error: AppError) -> None:
    desk.reply = error
    ask(app, "?")
    assert say_on_page(str(error)) in words(app)
    assert not app.error


def test_a_bug_shows_a_message_and_no_traceback(app: AppTest, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(asked: Asked) -> Answer:
        raise ZeroDivisionError("secret")

    monkeypatch.setattr(services, "answer", stumble)
    ask(app, "Năng lực?")
    assert "Trang gặp một lỗi của chương trình" in words(app)
    assert "secret" not in words(app)


def test_a_library_that_cannot_be_opened_is_named(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: str) -> list[tuple[str, Metadata]]:
        raise LibraryError("Không mở được thư viện. Hãy kiểm tra quyền đọc.")

    for name in ("list_documents", "open_document"):
        monkeypatch.setattr(services, name, fail)
    app.run()
    assert words(app).count("Không mở được thư viện") == 1
    for query in ({}, {"doc": "thong-bao-1"}):
        open_document(app, **query)
        assert words(app).count("Không mở được thư viện") == 1


def test_an_empty_library_says_how_to_add_and_what_can_be_asked_meanwhile(app: AppTest, desk: Desk) -> None:
    desk.documents = {}
    app.run()
    assert "Hãy bấm Thư viện" in words(app)
    assert "Nghị quyết 18-NQ/TW nói gì?" in [button.label.replace("\\", "") for button in app.button]
    open_document(app)
    assert "Hãy bấm Thư viện" in words(app)


def test_a_build_under_way_tells_its_progress_and_then_the_answer_comes(
    app: AppTest, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    finish = threading.Event()

    def build(report: Report) -> None:
        report("Tính vectơ", 3, 12)
        finish.wait(30)
        desk.reply = answered("")

    def draw_aside(line: str) -> None:
        told.append(line)
        if "3/12" in line:
            finish.set()

    monkeypatch.setattr(frame, "draw_aside", draw_aside)
    desk.builder = IndexBuilder(build)
    app.run()
    desk.reply = MissingIndexError(Path("var"))
    desk.builder.start()
    app.text_input(key="question").set_value("Năng lực?")
    next(button for button in app.button if button.label == "Hỏi").click().run()
    assert "Đang lập chỉ mục. Tính vectơ: 3/12" in told
    assert "Theo mục I.2 Thông báo:" in words(app)
    assert len(desk.asked) == 2


def test_a_failed_build_shows_why_and_the_old_index_still_answers(app: AppTest, desk: Desk) -> None:
    desk.builder = IndexBuilder(refuse_to_build)
    desk.builder.start()
    desk.builder.wait(30)
    desk.waiting = ("Quy định **mới**",)
    ask(app, "Năng lực?")
    assert "Ổ đĩa đã đầy. Hãy xóa bớt tệp rồi lập chỉ mục lại." in words(app)
    assert "Theo mục I.2 Thông báo:" in words(app)
    assert "1 văn bản chưa lập chỉ mục, chưa được tìm: Quy định **mới**." in words(app)


def test_a_failed_build_can_be_tried_again_by_a_press(app: AppTest, desk: Desk) -> None:
    tries: list[Report] = []

    def build(report: Report) -> None:
        tries.append(report)
        if len(tries) == 1:
            refuse_to_build(report)

    desk.builder = IndexBuilder(build)
    desk.builder.start()
    desk.builder.wait(30)
    app.run()
    next(button for button in app.button if button.label == "Lập chỉ mục lại").click().run()
    desk.builder.wait(30)
    app.run()
    assert len(tries) == 2
    assert "Ổ đĩa đã đầy" not in words(app)


def test_the_question_returns_with_its_answer_after_reading(app: AppTest) -> None:
    ask(app, "Năng lực?")
    open_document(app, doc="thong-bao-1", at="I.2")
    app.switch_page("ui/ask.py").run()
    assert app.text_input(key="question").value == "Năng lực?"
    assert "Theo mục I.2 Thông báo:" in words(app)


def test_without_a_document_the_held_ones_are_listed(app: AppTest) -> None:
    open_document(app)
    assert "Chọn một văn bản" in words(app)
    assert 'href="van-ban?doc=thong-bao-1"' in html(app)
    assert "ngày họp 26/01/2018" in words(app)


def test_a_document_shows_what_it_prints_and_nothing_else(app: AppTest) -> None:
    open_document(app, doc="thong-bao-1")
    terms = re.findall("<dt>(.*?)</dt>", html(app))
    assert terms == ["Loại", "Trích yếu", "Ngày họp", "Tệp gốc"]


def test_the_place_in_the_link_stands_out(app: AppTest) -> None:
    open_document(app, doc="thong-bao-1", at="I.2")
    assert re.findall('id="([^"]*)" class="vk-tim"', html(app)) == ["cho-I.2"]
    assert "Mục I.2" in words(app)


@pytest.mark.parametrize(
    ("query", "message"),
    [
        pytest.param(
            {"doc": "<b>lạ</b>"},
            "Thư viện không có văn bản “<b>lạ</b>”. Hãy chọn trong danh sách dưới đây.",
            id="document",
        ),
        pytest.param({"doc": "thong-bao-1", "at": "IX.*9*"}, "Văn bản này không có vị trí “IX.*9*”.", id="place"),
    ],
)
def test_a_link_that_leads_nowhere_says_so_and_what_to_do(app: AppTest, query: dict[str, str], message: str) -> None:
    open_document(app, **query)
    assert message in words(app)
    assert "Hãy chọn" in words(app)
    assert "van-ban?doc=thong-bao-1" in html(app)


def test_a_mention_leads_to_the_held_document(app: AppTest, desk: Desk) -> None:
    mention = make_document().citations[0]
    open_document(app, doc="thong-bao-1")
    assert f'title="Quy định số {SIGN}: chưa có trong thư viện"' in html(app)
    desk.resolved = {mention: f"{SIGN}@2017-11-15"}
    app.run()
    assert 'href="van-ban?doc=102-Q%C4%90%2FTW%402017-11-15">Quy định số 102-QĐ/TW</a>' in html(app)
