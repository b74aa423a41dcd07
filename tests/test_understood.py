"""What the page says of how a question was read, and what one press undoes; the driver runs it without a browser."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import ButtonGroup

from index.answer import Answer
from index.naming.signs import Target
from index.query import Query
from index.tokens import Unit, read_token
from ingest.models import Metadata
from tests.driver import ask, find_folded, html, words
from tests.fakes import UNREAD, Desk, FakeCondition, answered, declined, quote
from ui import services
from ui.asked import Asked
from ui.understood import AS_TYPED, AS_UNDERSTOOD, IN_ALL

YEAR = FakeCondition("nam:2018", said="ban hành năm *2018*")
BODY = FakeCondition("coquan:x", said="của Bộ Chính trị")
BEFORE = FakeCondition("truoc:2020", binding=True, said="ban hành trước 2020")
RULE = Metadata(type="Quy định", number="102-QĐ/TW", date=date(2017, 11, 15))
ASKS_FOR_ABILITY = Query("?", "?", (), (Unit(((read_token("năng"), read_token("lực")),)),), ("?",), 1.0, None)


def rewritten(question: str = "kiem tra <b>co</b> so", understood: str = "kiểm tra <b>cơ</b> sở") -> Answer:
    return replace(answered(question, understood=understood), changed=((0, 8), (12, 14)))


def labels(app: AppTest) -> list[str]:
    return [button.label for button in app.button]


def press(app: AppTest, label: str) -> None:
    next(button for button in app.button if button.label == label).click().run()


def pills(app: AppTest) -> ButtonGroup[str]:
    (found,) = app.get("button_group")
    assert isinstance(found, ButtonGroup)
    return found


def test_what_was_changed_stands_out_and_all_of_it_is_shown_as_written(app: AppTest, desk: Desk) -> None:
    desk.reply = rewritten()
    ask(app, "kiem tra <b>co</b> so")
    line = "Đã hiểu: <strong>kiểm tra</strong> &lt;b&gt;<strong>cơ</strong>&lt;/b&gt; sở ·"
    assert line in html(app)
    assert AS_TYPED in labels(app)


def test_one_press_takes_the_question_as_typed_and_one_takes_it_as_understood_again(app: AppTest, desk: Desk) -> None:
    desk.reply = rewritten()
    ask(app, "kiem tra")
    press(app, AS_TYPED)
    assert desk.asked[-1] == Asked("kiem tra", literal=True)
    assert "Đang tìm đúng như đã gõ" in words(app)
    assert "Đã hiểu" not in words(app)
    press(app, AS_UNDERSTOOD)
    assert desk.asked[-1] == Asked("kiem tra")
    assert "Đã hiểu" in words(app)


def test_a_question_understood_as_typed_offers_nothing_to_undo(app: AppTest) -> None:
    ask(app, "Năng lực?")
    assert {AS_TYPED, AS_UNDERSTOOD, IN_ALL}.isdisjoint(labels(app))


def test_the_choice_stays_after_reading_and_ends_with_the_next_question(app: AppTest, desk: Desk) -> None:
    desk.reply = replace(rewritten(), conditions=(YEAR,))
    ask(app, "kiem tra")
    press(app, AS_TYPED)
    pills(app).set_value(["nam:2018"]).run()
    app.switch_page("ui/document.py").run()
    app.switch_page("ui/ask.py").run()
    assert desk.asked[-1] == Asked("kiem tra", literal=True, chosen=("nam:2018",))
    assert pills(app).value == ["nam:2018"]
    ask(app, "giam sat")
    assert desk.asked[-1] == Asked("giam sat")
    assert pills(app).value == []


def test_conditions_are_offered_as_written_and_press_in_and_out(app: AppTest, desk: Desk) -> None:
    desk.reply = replace(answered(""), conditions=(YEAR, BODY))
    ask(app, "Năng lực?")
    assert pills(app).options == [r"ban hành năm \*2018\*", "của Bộ Chính trị"]
    pills(app).set_value(["nam:2018"]).run()
    pills(app).set_value([]).run()
    assert [asked.chosen for asked in desk.asked] == [(), ("nam:2018",), ()]


def test_a_condition_that_binds_is_said_and_one_press_makes_it_an_offer(app: AppTest, desk: Desk) -> None:
    desk.reply = replace(answered(""), conditions=(BEFORE,))
    ask(app, "Năng lực?")
    assert "<p>Chỉ tìm: <strong>ban hành trước 2020</strong> ·</p>" in html(app)
    assert not app.get("button_group")
    desk.reply = replace(answered(""), conditions=(FakeCondition(BEFORE.key, said=BEFORE.words),))
    press(app, IN_ALL)
    assert desk.asked[-1] == Asked("Năng lực?", unbound=True)
    assert pills(app).options == ["ban hành trước 2020"]


def test_where_nothing_fits_the_conditions_one_press_lifts_them(app: AppTest, desk: Desk) -> None:
    desk.reply = replace(declined(""), nearest=(), conditions=(YEAR,), notes=("Không có văn bản nào *như thế*.",))
    ask(app, "Năng lực?")
    assert "Không tìm thấy căn cứ" in words(app)
    pills(app).set_value(["nam:2018"]).run()
    assert "Không có văn bản nào *như thế*." in words(app)
    assert "Không tìm thấy căn cứ" not in words(app)
    press(app, IN_ALL)
    assert desk.asked[-1].chosen == ()
    assert pills(app).value == []


def test_where_nothing_fits_what_binds_there_is_one_press_and_no_second(app: AppTest, desk: Desk) -> None:
    desk.reply = replace(declined(""), nearest=(), conditions=(BEFORE,))
    ask(app, "Năng lực?")
    assert labels(app).count(IN_ALL) == 1


def test_documents_whose_record_does_not_say_come_last_under_a_heading(app: AppTest, desk: Desk) -> None:
    desk.reply = replace(answered(""), quotes=(quote(), quote("I.1", RULE, "Kiểm tra")), conditions=(BODY,))
    ask(app, "Năng lực?")
    assert "Không rõ ngày ban hành" not in words(app)
    pills(app).set_value(["coquan:x"]).run()
    shown = words(app)
    assert (
        shown.index("Quy định số 102-QĐ/TW") < shown.index("Không rõ ngày ban hành") < shown.index("Thông báo Ý kiến")
    )


def test_matched_words_are_marked_within_the_sentence_that_answers(app: AppTest, desk: Desk) -> None:
    desk.further = services.Further(ASKS_FOR_ABILITY, ())
    ask(app, "Năng lực?")
    assert '<mark><span class="vk-trung">năng lực</span>;</mark>' in html(app)
    assert "Khớp theo nghĩa" not in words(app)


def test_a_passage_that_shares_no_word_with_the_question_says_so(app: AppTest, desk: Desk) -> None:
    desk.reply = declined("")
    ask(app, "Phở?")
    assert "Khớp theo nghĩa, không trùng từ." in words(app)


def test_what_stands_at_a_place_that_is_named_needs_no_shared_word(app: AppTest, desk: Desk) -> None:
    desk.reply = declined("")
    desk.further = services.Further(replace(UNREAD, targets=(Target(None, place="II.5"),)), ())
    ask(app, "Mục II.5?")
    assert "Khớp theo nghĩa" not in words(app)


def test_further_passages_wait_under_the_answer(app: AppTest, desk: Desk) -> None:
    desk.further = services.Further(UNREAD, (quote("I.1", sentence="Kiểm tra"),))
    ask(app, "Năng lực?")
    (expander,) = find_folded(app)
    assert expander.label == "Xem thêm các đoạn liên quan (1)"
    assert not expander.proto.expanded
    inside = [link.proto.query_string for link in expander.get("page_link")]
    assert inside == ["doc=thong-bao-1&at=I.1", "doc=thong-bao-1&at=I.1&list=similar"]
    assert "theo Quy định số 102-QĐ/TW." in words(app)


def test_without_further_passages_there_is_no_list(app: AppTest) -> None:
    ask(app, "Năng lực?")
    assert not find_folded(app)


def test_notes_are_shown_as_written_above_the_quotes(app: AppTest, desk: Desk) -> None:
    desk.reply = replace(answered(""), notes=("Chưa có <b>Quy định</b> **102**.",))
    ask(app, "Năng lực?")
    assert words(app).index("Chưa có <b>Quy định</b> **102**.") < words(app).index("Theo mục I.2")
