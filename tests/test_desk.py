"""The desk: what each reader keeps beside the library, apart from others', and nothing of it lost."""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.desk.file import DESK_FILE, Desk, open_desk
from ingest.errors import LibraryError

LAN, MINH = "lan", "minh"
WORDS = "Các cấp ủy phân công cấp ủy viên."


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(tmp_path) as desk:
        yield desk


def test_what_was_asked_is_listed_newest_first_and_to_its_reader_alone(desk: Desk) -> None:
    desk.history.add(LAN, "dân vận là gì", answered=True)
    desk.history.add(LAN, "kiểm tra ở cơ sở", answered=False)
    desk.history.add(MINH, "biên chế", answered=True)

    asked = desk.history.list_of(LAN)

    assert [(one.question, one.answered) for one in asked] == [("kiểm tra ở cơ sở", False), ("dân vận là gì", True)]


def test_the_same_question_asked_again_at_once_keeps_one_place(desk: Desk) -> None:
    first = desk.history.add(LAN, "dân vận là gì", answered=False)

    assert desk.history.add(LAN, "dân vận là gì", answered=True) == first
    assert [one.answered for one in desk.history.list_of(LAN)] == [True]


def test_a_thread_is_found_from_its_last_question(desk: Desk) -> None:
    first = desk.history.add(LAN, "kết luận nói gì về kiểm tra?", answered=True)
    desk.history.add(LAN, "một câu khác", answered=True)
    second = desk.history.add(LAN, "còn về cán bộ thì sao?", answered=True, follows=first)

    thread = desk.history.find_thread(LAN, second)

    assert [one.question for one in thread] == ["kết luận nói gì về kiểm tra?", "còn về cán bộ thì sao?"]
    assert desk.history.find_thread(MINH, second) == []


def test_what_is_erased_is_gone_from_the_file(desk: Desk, tmp_path: Path) -> None:
    first = desk.history.add(LAN, "một câu", answered=True)
    desk.history.add(LAN, "còn câu nữa", answered=True, follows=first)
    desk.history.add(MINH, "của người khác", answered=True)

    assert desk.history.erase(LAN, first) == 1
    assert [one.follows for one in desk.history.list_of(LAN)] == [None]
    desk.history.add(LAN, "câu nối câu đã xóa", answered=True, follows=first)
    assert [one.follows for one in desk.history.list_of(LAN)] == [None, None]
    assert desk.history.erase(LAN) == 2
    with sqlite3.connect(tmp_path / DESK_FILE) as file:
        assert file.execute("SELECT question FROM askings").fetchall() == [("của người khác",)]


def test_a_judgement_takes_the_place_of_the_one_before_and_can_be_taken_back(desk: Desk) -> None:
    desk.judgements.put(LAN, "dân vận là gì", True, "", [("a@2017-10-25", 3, 9)])
    desk.judgements.put(LAN, "dân vận là gì", False, "thiếu mục II", [("a@2017-10-25", 3, 9)])
    desk.judgements.put(MINH, "dân vận là gì", True, "", [])

    said = desk.judgements.find(LAN, "dân vận là gì")

    assert said is not None
    assert (said.useful, said.reason, said.shown) == (False, "thiếu mục II", (("a@2017-10-25", 3, 9),))
    assert len(desk.judgements.list_all()) == 2
    desk.judgements.take_back(LAN, "dân vận là gì")
    assert desk.judgements.find(LAN, "dân vận là gì") is None


def test_a_search_saved_again_takes_the_new_name_and_can_be_forgotten(desk: Desk) -> None:
    desk.saved.add(LAN, "Dân vận", "q=dân+vận")
    desk.saved.add(LAN, "Dân vận 2018", "q=dân+vận")
    (saved,) = desk.saved.list_of(LAN)

    assert saved.name == "Dân vận 2018"
    desk.saved.note_looked_at(LAN, saved.id)
    assert desk.saved.list_of(LAN)[0].looked_at >= saved.looked_at
    desk.saved.remove(MINH, saved.id)
    assert len(desk.saved.list_of(LAN)) == 1
    desk.saved.remove(LAN, saved.id)
    assert desk.saved.list_of(LAN) == []


def _collect(desk: Desk, start: int) -> int:
    return desk.basket.add(LAN, "a@2017-10-25", (start, start + len(WORDS)), WORDS, "II.5")


def test_passages_lie_in_the_order_they_were_taken_until_it_is_changed(desk: Desk) -> None:
    first, second, third = (_collect(desk, start) for start in (50, 0, 90))

    assert [one.id for one in desk.basket.list_of(LAN)] == [first, second, third]
    desk.basket.exchange(LAN, first, third)
    assert [one.id for one in desk.basket.list_of(LAN)] == [third, second, first]
    desk.basket.exchange(MINH, first, second)
    assert [one.id for one in desk.basket.list_of(LAN)] == [third, second, first]
    assert desk.basket.list_of(MINH) == []


def test_a_passage_taken_twice_lies_there_once(desk: Desk) -> None:
    assert _collect(desk, 0) == _collect(desk, 0)
    assert len(desk.basket.list_of(LAN)) == 1


def test_what_is_put_back_lies_there_once_though_it_was_taken_anew_meanwhile(desk: Desk) -> None:
    first, _ = _collect(desk, 0), _collect(desk, 90)
    desk.basket.write_note(LAN, first, "dùng cho mục 2")
    desk.basket.take_out(LAN, first)
    again = _collect(desk, 0)
    desk.basket.put_back(LAN, first)
    assert next((one.id, one.note) for one in desk.basket.list_of(LAN)) == (first, "dùng cho mục 2")
    assert again not in [one.id for one in desk.basket.list_of(LAN)]


def test_what_was_taken_out_is_put_back_where_it_lay_with_its_note(desk: Desk) -> None:
    first, second = _collect(desk, 0), _collect(desk, 90)
    desk.basket.write_note(LAN, first, "dùng cho mục 2")
    desk.basket.take_out(LAN, first)

    assert [one.id for one in desk.basket.list_of(LAN)] == [second]
    desk.basket.put_back(LAN, first)
    assert [(one.id, one.note) for one in desk.basket.list_of(LAN)] == [(first, "dùng cho mục 2"), (second, "")]


def test_words_that_are_not_as_long_as_their_span_are_refused(desk: Desk) -> None:
    with pytest.raises(ValueError, match="no slice"):
        desk.basket.add(LAN, "a@2017-10-25", (0, 3), WORDS, "II.5")


def test_everything_is_there_when_the_desk_is_opened_again(tmp_path: Path) -> None:
    with open_desk(tmp_path) as desk:
        _collect(desk, 0)
        desk.history.add(LAN, "dân vận là gì", answered=True)
    with open_desk(tmp_path) as desk:
        assert len(desk.basket.list_of(LAN)) == len(desk.history.list_of(LAN)) == 1


def test_a_desk_of_a_newer_program_is_left_alone(tmp_path: Path) -> None:
    open_desk(tmp_path).__exit__(None, None, None)
    with sqlite3.connect(tmp_path / DESK_FILE) as file:
        file.execute("PRAGMA user_version = 99")

    with pytest.raises(LibraryError, match="mới hơn"):
        open_desk(tmp_path)


def test_a_search_that_was_removed_is_put_back_in_its_place_with_its_news(desk: Desk) -> None:
    before = datetime.datetime(2026, 1, 2, 3, 4, 5, tzinfo=datetime.UTC)
    desk.saved.add(LAN, "Dân vận", "q=dân+vận", before)
    desk.saved.add(LAN, "Cán bộ", "q=cán+bộ")
    first, second = desk.saved.list_of(LAN)
    desk.saved.remove(LAN, first.id)
    desk.saved.put_back(LAN, first)
    assert desk.saved.list_of(LAN) == [first, second]
    assert first.looked_at == before


def test_one_that_was_saved_anew_meanwhile_stays(desk: Desk) -> None:
    desk.saved.add(LAN, "Dân vận", "q=dân+vận")
    (removed,) = desk.saved.list_of(LAN)
    desk.saved.remove(LAN, removed.id)
    desk.saved.add(LAN, "Tên khác", "q=dân+vận")
    desk.saved.put_back(LAN, removed)
    assert [one.name for one in desk.saved.list_of(LAN)] == ["Tên khác"]
