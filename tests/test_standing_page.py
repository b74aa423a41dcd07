"""The pages say whether a document stands: on cards, at its head, at the clause concerned; and keep to what is told."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from index.answering.force import find_changed
from index.changes import Changes, quote_changes
from index.describe_validity import warn_of_place
from index.naming.conditions import STILL_IN_FORCE
from index.validity import UNKNOWN, Standing
from ingest.store import Library, open_library
from tests.driver import ask, html, words
from tests.fakes import REPLACED, REPLACED_WORDS, Desk, answered, quote
from tests.test_cited import put
from tests.test_graph import IDS, NEW, OLD, write
from tests.test_validity import AMENDED, AMENDING, ARTICLES
from ui.asked import AS_OF, IN_FORCE, Asked
from ui.reading import lay_out_text
from ui.scope import AS_OF_DAY, NOT_TAKEN, ONLY_IN_FORCE
from ui.standing import lay_out_badge, lay_out_standing, mark_changes

CHECKED = Standing("in_force", checked=datetime.date(2026, 11, 23))
KEPT = "Văn bản chưa rõ hiệu lực vẫn giữ lại và được ghi rõ."


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "var") as opened:
        for raw in (OLD, NEW, ARTICLES, AMENDING):
            put(opened, raw)
        yield opened


def strip(drawn: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", drawn)).split())


@pytest.mark.parametrize(
    ("standing", "css", "said"),
    [
        pytest.param(REPLACED, 'class="vk-canh-bao" role="alert"', REPLACED_WORDS, id="replaced-is-a-warning"),
        pytest.param(CHECKED, 'class="vk-phu vk-hieu-luc"', "Còn hiệu lực: đến 23/11/2026", id="in-force-is-quiet"),
        pytest.param(UNKNOWN, 'class="vk-phu vk-hieu-luc"', "Chưa rõ hiệu lực.", id="unknown-is-quiet"),
    ],
)
def test_the_badge_is_loud_only_where_something_was_ended_or_changed(standing: Standing, css: str, said: str) -> None:
    drawn = lay_out_badge("Quy định 102-QĐ/TW", standing)
    assert css in drawn
    assert said in unescape(drawn)


def test_every_card_bears_the_badge(app: AppTest, desk: Desk) -> None:
    desk.reply = replace(answered("?"), quotes=(replace(quote(), standing=REPLACED), replace(quote("I.1"))))
    ask(app, "Năng lực?")
    assert words(app).count("đã được thay thế bởi 69-QĐ/TW từ 06/7/2022") == 1
    assert words(app).count("Chưa rõ hiệu lực.") == 1


# --- in the reader ---------------------------------------------------------------------------------------------


def test_a_changed_clause_leads_to_the_words_that_say_so_and_the_text_stays_as_it_is(library: Library) -> None:
    document = library.get(AMENDED)
    standing = Changes().find(library, [AMENDED])[AMENDED]
    marks = mark_changes(document, quote_changes(library, standing, document))
    (mark,) = marks
    place = document.find_provision("dieu-1.khoan-2")
    assert place
    assert mark.start == place.start
    assert mark.title == ("Khoản này đã được sửa đổi, bổ sung bởi Điều 1 Quy định 811-QĐ/TW từ 15/02/2014, bấm để xem")
    assert mark.href
    assert mark.href.startswith("van-ban?doc=811-Q%C4%90%2FTW%402014-02-15&at=dieu-1&start=")
    drawn = lay_out_text(document, changed=marks)
    assert 'class="vk-di vk-da-sua"' in drawn
    assert unescape(re.sub("<[^>]*>", "", drawn)) == document.text


def test_what_is_added_is_told_where_it_was_added_to(library: Library) -> None:
    put(
        library,
        write("812-QĐ/TW", "16 tháng 3 năm 2014", "Điều 1. Bổ sung khoản 3 vào Điều 1 Quy định số 810-QĐ/TW.\n"),
    )
    document = library.get(AMENDED)
    standing = Changes().find(library, [AMENDED])[AMENDED]
    marks = {mark.start: mark.title for mark in mark_changes(document, quote_changes(library, standing, document))}
    article = document.find_provision("dieu-1")
    assert article
    told = "đã được bổ sung bởi {by}812-QĐ/TW từ 16/3/2014 (khoản 3 Điều 1)"
    assert marks[article.start] == f"Điều này {told.format(by='Điều 1 Quy định ')}, bấm để xem"
    changed = find_changed(library, Changes(), document, None)
    assert warn_of_place("dieu-1", changed["dieu-1"]).startswith(f"Điều 1 {told.format(by='')}. ")


def test_the_head_tells_who_says_so_with_their_words(library: Library) -> None:
    standing = Changes().find(library, [IDS[0]])[IDS[0]]
    drawn = lay_out_standing("Quy định 801-QĐ/TW", standing, quote_changes(library, standing))
    told = strip(drawn)
    assert told.startswith("Quy định 801-QĐ/TW đã được thay thế bởi 802-QĐ/TW từ 05/4/2015. Hãy tra văn bản thay thế")
    assert "theo Điều 2 Quy định 802-QĐ/TW “thay thế Quy định số 801-QĐ/TW, ngày 03/02/2010”" in told
    assert "van-ban?doc=802-Q%C4%90%2FTW%402015-04-05&amp;at=dieu-2&amp;start=" in drawn
    assert "<details>" in drawn


def test_what_contradicts_stands_open_side_by_side(library: Library) -> None:
    resolution = "18-NQ/TW@2017-10-25"
    put(library, write("805-QĐ/TW", "09 tháng 9 năm 2019", "Điều 1. Bãi bỏ Nghị quyết số 18-NQ/TW, ngày 25/10/2017.\n"))
    standing = Changes().find(library, [resolution])[resolution]
    drawn = lay_out_standing("Nghị quyết 18-NQ/TW", standing, quote_changes(library, standing))
    assert '<details open="">' in drawn
    assert "Đến 23/11/2026 chưa thấy văn bản thay thế, bãi bỏ, theo danh mục của Vankien" in strip(drawn)
    assert "Đã bị bãi bỏ bởi 805-QĐ/TW từ 09/9/2019, theo Điều 1 Quy định 805-QĐ/TW" in strip(drawn)


def test_hostile_words_are_shown_as_written() -> None:
    hostile = "<script>window.ran = true</script> **đậm**"
    drawn = lay_out_standing(hostile, REPLACED, ())
    assert "<script" not in drawn
    assert hostile in unescape(drawn)


# --- what is kept to -------------------------------------------------------------------------------------------


def test_what_is_pressed_goes_with_every_question_and_is_said(app: AppTest, desk: Desk) -> None:
    pressed = replace(STILL_IN_FORCE, pressed=True)
    desk.reply = replace(answered("Năng lực?"), conditions=(pressed,), as_of=datetime.date(2019, 5, 1))
    ask(app, "Năng lực?")
    app.checkbox(key=IN_FORCE).check().run()
    app.text_input(key=AS_OF).set_value("01/5/2019").run()
    assert desk.asked[-1] == Asked("Năng lực?", in_force=True, as_of=datetime.date(2019, 5, 1))
    shown = words(app)
    for said in ("còn hiệu lực", KEPT, "Xét theo ngày 01/5/2019: không kể văn bản ban hành sau ngày đó; "):
        assert said in shown
    assert (app.checkbox(key=IN_FORCE).label, app.text_input(key=AS_OF).label) == (ONLY_IN_FORCE, AS_OF_DAY)
    assert not app.get("pills")


@pytest.mark.parametrize("typed", ["31/02/2019", "2019", "hôm qua", "01/01/1930"])
def test_a_day_that_is_none_is_not_taken_and_said_so_under_its_field(app: AppTest, desk: Desk, typed: str) -> None:
    ask(app, "Năng lực?")
    app.text_input(key=AS_OF).set_value(typed).run()
    assert desk.asked[-1] == Asked("Năng lực?")
    assert NOT_TAKEN.format(typed=typed, first="03/02/1930") in words(app)
    app.text_input(key=AS_OF).set_value(" 2019-05-01 ").run()
    assert desk.asked[-1].as_of == datetime.date(2019, 5, 1)
    assert "chưa được áp dụng" not in words(app)


def test_taking_the_conditions_back_clears_the_box(app: AppTest, desk: Desk) -> None:
    desk.reply = replace(answered("Năng lực?"), conditions=(replace(STILL_IN_FORCE, pressed=True),))
    ask(app, "Năng lực?")
    app.checkbox(key=IN_FORCE).check().run()
    next(button for button in app.button if button.label.startswith("bỏ điều kiện")).click().run()
    assert not app.checkbox(key=IN_FORCE).value
    assert not desk.asked[-1].in_force


def test_nothing_is_kept_to_unasked(app: AppTest, desk: Desk) -> None:
    ask(app, "Năng lực?")
    assert desk.asked[-1] == Asked("Năng lực?")
    assert KEPT not in words(app)
    assert "Xét theo ngày" not in html(app)
