"""Page Hỏi đáp over several questions: what goes on from the one before, what is kept of them, what to begin with."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from index.settings import load_settings
from ingest.desk.file import DESK_FILE, open_desk
from tests.driver import ask, drive, html, words
from tests.fakes import Desk, add_text, answered, declined
from tests.test_suggest import RULES
from ui import services
from ui.ask import EXAMPLES, OF_THE_CATALOGUE
from ui.history import ERASE_ALL, KEEP, SURE
from ui.judging import ASKED, NOT_USEFUL, SAID, TAKE_BACK, USEFUL

FIRST = "Kết luận nói gì về kiểm tra, giám sát ở cơ sở?"
NEXT = "còn về cán bộ thì sao?"
WHOLE = "Kết luận nói gì về cán bộ?"


def labels(app: AppTest) -> list[str]:
    return [button.label.replace("\\", "") for button in app.button]


def press(app: AppTest, label: str, which: int = 0) -> AppTest:
    found = [button for button in app.button if button.label.replace("\\", "") == label]
    return found[which].click().run()


def go_on(app: AppTest, question: str) -> None:
    app.text_input(key="question").set_value(question)
    press(app, "Hỏi")


def list_kept(app: AppTest) -> list[tuple[str, bool]]:
    """Every question that is kept for this browser, the newest first."""
    with open_desk(load_settings().home) as opened:
        return [(one.question, one.answered) for one in opened.history.list_of(app.session_state["owner"])]


# --- a thread -------------------------------------------------------------------------------------------------


def test_a_question_that_goes_on_is_asked_whole_and_says_so(app: AppTest, desk: Desk) -> None:
    ask(app, FIRST)
    assert "Hiểu tiếp câu trước" not in words(app)
    go_on(app, NEXT)
    assert desk.asked[-1].question == WHOLE
    assert f"Hiểu tiếp câu trước là: “{WHOLE}”" in words(app)
    assert "Các câu trước trong mạch này:" in words(app)
    assert app.text_input(key="question").value == NEXT
    assert list_kept(app) == [(WHOLE, True), (FIRST, True)]


def test_one_press_asks_it_by_itself_and_one_asks_an_earlier_one_again(app: AppTest, desk: Desk) -> None:
    ask(app, FIRST)
    go_on(app, NEXT)
    press(app, f"Hỏi riêng câu “{NEXT}”")
    assert desk.asked[-1].question == NEXT
    assert "Hiểu tiếp câu trước" not in words(app)
    ask(app, FIRST)
    go_on(app, NEXT)
    press(app, FIRST)
    assert desk.asked[-1].question == app.text_input(key="question").value == FIRST
    assert "Các câu trước" not in words(app)


def test_what_stands_by_itself_is_asked_as_it_is(app: AppTest, desk: Desk) -> None:
    ask(app, FIRST)
    go_on(app, "Trách nhiệm của người đứng đầu là gì?")
    assert desk.asked[-1].question == "Trách nhiệm của người đứng đầu là gì?"
    assert "Hiểu tiếp câu trước" not in words(app)


def test_a_thread_goes_on_where_its_beginning_was_erased(app: AppTest) -> None:
    ask(app, FIRST)
    press(app, "Xóa")
    go_on(app, NEXT)
    assert list_kept(app) == [(WHOLE, True)]
    assert "Các câu trước" not in words(app)
    assert "vk-loi" not in html(app)


# --- what is kept ---------------------------------------------------------------------------------------------


def test_questions_are_kept_once_and_asked_again_by_one_press(app: AppTest, desk: Desk) -> None:
    app.run()
    assert not app.expander
    desk.reply = declined("")
    ask(app, FIRST)
    app.run()
    desk.reply = answered("")
    go_on(app, "Hạn chế là gì?")
    assert list_kept(app) == [("Hạn chế là gì?", True), (FIRST, False)]
    assert [one.label for one in app.expander] == ["Câu đã hỏi (2)"]
    press(app, FIRST)
    assert desk.asked[-1].question == FIRST


def test_questions_are_erased_one_by_one_or_all_after_a_second_press(app: AppTest) -> None:
    ask(app, FIRST)
    go_on(app, "Hạn chế là gì?")
    press(app, "Xóa")
    assert list_kept(app) == [(FIRST, True)]
    press(press(app, ERASE_ALL), KEEP)
    assert len(list_kept(app)) == 1
    press(press(app, ERASE_ALL), SURE)
    assert list_kept(app) == []
    assert not app.expander


def test_another_browser_sees_none_of_them(app: AppTest) -> None:
    ask(app, FIRST)
    other = next(drive()).run()
    assert not other.expander


def test_an_answer_is_judged_with_a_reason_and_the_judgement_taken_back(app: AppTest) -> None:
    ask(app, FIRST)
    assert ASKED in words(app)
    press(app, NOT_USEFUL)
    assert SAID[False] in words(app)
    app.text_input(key=f"vk-vi-sao-{FIRST}").set_value(" sai  văn bản ").run()
    with open_desk(load_settings().home) as opened:
        said = opened.judgements.find(app.session_state["owner"], FIRST)
    assert said
    assert (said.useful, said.reason) == (False, "sai  văn bản")
    press(app, TAKE_BACK)
    assert {USEFUL, NOT_USEFUL} <= set(labels(app))


def test_an_answer_stands_where_nothing_can_be_kept(app: AppTest, tmp_path: Path) -> None:
    (tmp_path / DESK_FILE).write_bytes(b"no database" * 400)
    ask(app, FIRST)
    assert "Theo mục I.2 Thông báo:" in words(app)
    assert html(app).count('class="vk-loi"') == 1


# --- what to begin with ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("suggested", "held", "offered"),
    [
        pytest.param(("Quy định 2-QĐ/TU nói gì về *từ chức*?",), True, None, id="of-the-library"),
        pytest.param((), True, EXAMPLES, id="headings-that-tell-too-little"),
        pytest.param((), False, OF_THE_CATALOGUE, id="empty"),
    ],
)
def test_questions_to_begin_with(
    app: AppTest, desk: Desk, suggested: tuple[str, ...], held: bool, offered: tuple[str, ...] | None
) -> None:
    desk.suggested = suggested
    desk.documents = desk.documents if held else {}
    app.run()
    assert set(labels(app)) >= set(offered or suggested)
    press(app, (offered or suggested)[0])
    assert desk.asked[-1].question == (offered or suggested)[0]


def test_they_follow_the_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VANKIEN_HOME", str(tmp_path))
    assert services.suggest_questions() == ()
    rules = RULES.format(number=1, day=1, heading="Trách nhiệm của người đứng đầu", title="công tác cán bộ")
    add_text(tmp_path, rules)
    assert services.suggest_questions() == ("Quy định 1-QĐ/TU nói gì về trách nhiệm của người đứng đầu?",)
