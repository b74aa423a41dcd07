"""What is no longer in force is said to be so: beside its quotes, and wherever an answer names or cites it."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.ask import answer_question
from index.describe import answer_to_json, say
from index.search import Searcher, open_searcher
from index.settings import Settings
from tests.fakes import FAKE_MODEL, FakeEncoder, add_text, build

CITING = "KẾ HOẠCH\nvề một việc\n\n1. Xử lý kỷ luật theo Quy định số 102-QĐ/TW.\n\n2. Tăng cường kiểm tra cơ sở.\n"
TEXT = (
    "BAN CHẤP HÀNH TRUNG ƯƠNG\n*\nSố 102-QĐ/TW\nĐẢNG CỘNG SẢN VIỆT NAM\nHà Nội, ngày {day}\n"
    "\nQUY ĐỊNH\nvề xử lý kỷ luật\n\nĐiều 1. Phạm vi\n\n1. Đảng viên vi phạm bị xử lý kỷ luật.\n"
)
FULL_TEXT = TEXT.format(day="15 tháng 11 năm 2017")
ANOTHER = TEXT.format(day="20 tháng 8 năm 2008")
ENDED = "Quy định 102-QĐ/TW đã được thay thế bởi 69-QĐ/TW từ 06/7/2022"
LINE = f"{ENDED}. Hãy tra văn bản thay thế trước khi áp dụng."


def open_with(home: Path, *texts: str) -> Searcher:
    for number, text in enumerate(texts):
        add_text(home, text, f"{number}.txt")
    build(home, FakeEncoder())
    return open_searcher(Settings(home, FAKE_MODEL), FakeEncoder())


def test_a_full_text_that_was_added_is_quoted_before_the_digest_and_with_what_replaced_it(tmp_path: Path) -> None:
    answer = answer_question(open_with(tmp_path, CITING, FULL_TEXT), "quy định 102")
    assert answer.quotes[0].document == "102-QĐ/TW@2017-11-15"
    assert answer.digests == ()
    assert f"      {LINE}" in say(answer).splitlines()
    form = answer_to_json(answer)["quotes"][0]
    assert (form["standing"], form["since"], form["status"]) == ("replaced", "2022-07-06", LINE)
    assert LINE not in answer.notes  # it is said beside the quote


def test_a_text_of_the_same_sign_and_another_day_is_another_document(tmp_path: Path) -> None:
    form = answer_to_json(answer_question(open_with(tmp_path, ANOTHER), "quy định 102 ngày 20/8/2008"))
    assert form["quotes"]
    assert {quote["status"] for quote in form["quotes"]} == {None}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(CITING, (LINE,), id="cited"),
        pytest.param(CITING.replace("102-QĐ/TW", "18-NQ/TW"), (), id="what-is-in-force-is-cited"),
        pytest.param(CITING.replace("102-QĐ/TW", "102-QĐ/TW ngày 20/8/2008"), (), id="another-of-that-sign-is-cited"),
    ],
)
def test_words_that_cite_it_are_shown_with_a_line_that_says_so(
    tmp_path: Path, text: str, expected: tuple[str, ...]
) -> None:
    answer = answer_question(open_with(tmp_path, text), "Xử lý kỷ luật")
    (shown,) = [one for one in (*answer.quotes, *answer.nearest) if one.text.startswith("1.")]
    assert shown.cautions == expected
    assert answer.notes == ()
    assert all(f"      {line}" in say(answer).splitlines() for line in expected)


def test_where_nothing_answers_what_is_named_or_shown_is_said_to_have_ended(tmp_path: Path) -> None:
    answer = answer_question(open_with(tmp_path, CITING, FULL_TEXT), "khoản 9 Điều 77 quy định 102")
    assert not answer.answered
    assert f"{ENDED}." in say(answer)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Quy định 102 còn hiệu lực không?", id="in-force"),
        pytest.param("quy định 102 đã hết hiệu lực chưa?", id="ended"),
    ],
)
def test_where_force_is_asked_what_is_known_of_a_held_document_stands_first(tmp_path: Path, question: str) -> None:
    answer = answer_question(open_with(tmp_path, FULL_TEXT), question)
    assert [line for line in say(answer).splitlines() if line][1:3] == [
        "Hiệu lực của Quy định số 102-QĐ/TW ngày 15/11/2017:",
        LINE,
    ]
