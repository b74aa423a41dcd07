"""Bad input, through every door: never a traceback, always a plain line in Vietnamese that says what to do."""

from __future__ import annotations

import json
import math
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from index.__main__ import main
from index.answer import Answer
from index.ask import answer_question
from index.build import build_index
from index.encode import DEFAULT_MODEL, Encoder
from index.search import Searcher, open_searcher
from index.settings import Settings
from ingest.console import run
from ingest.errors import ForeignIndexError, QuestionError
from ingest.store import open_library
from tests.bad_input import ASKABLE, REFUSED, UNANSWERABLE
from tests.fakes import FAKE_MODEL, FakeEncoder, add_text

SAME = "Cấp ủy các cấp tăng cường kiểm tra, giám sát ở cơ sở."
LIBRARIES = {
    "of-none": (),
    "of-one-passage": (f"1. {SAME}\n",),
    "of-identical-passages": tuple(f"THÔNG BÁO\n\n{SAME}\n\n{'Dòng cuối.' * number}\n" for number in range(6)),
}
VIETNAMESE = frozenset("ăâđêôơưàáảãạèéẻẽẹìíỉĩịòóỏõọùúủũụỳýỷỹỵấầẩẫậắằẳẵặếềểễệốồổỗộớờởỡợứừửữự")


def each(inputs: Mapping[str, str]) -> list[Any]:
    return [pytest.param(text, id=name) for name, text in inputs.items()]


def make_library(home: Path, texts: tuple[str, ...], encoder: Encoder | None = None) -> Searcher:
    """A library of *texts* read with the bundled model where that is given, else without any."""
    for number, text in enumerate(texts):
        add_text(home, text, f"{number}.txt")
    settings = Settings(home, DEFAULT_MODEL if encoder else FAKE_MODEL)
    build_index(settings, lambda *_: None, encoder or FakeEncoder())
    return open_searcher(settings, encoder or FakeEncoder())


@pytest.fixture(scope="module", params=[pytest.param(texts, id=name) for name, texts in LIBRARIES.items()])
def searcher(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    """Each of the small libraries."""
    return make_library(tmp_path_factory.mktemp("library"), request.param)


@pytest.fixture(scope="module")
def notice(notice_settings: Settings, encoder: Encoder) -> Searcher:
    """The starter notice with the bundled model."""
    return open_searcher(notice_settings, encoder)


def assert_is_sound(answer: Answer) -> None:
    """It says one thing: quotes and how sure, or that there are none."""
    assert answer.answered == bool(answer.quotes) == (answer.confidence is not None)
    assert answer.introduction
    assert 0.0 <= answer.probability <= 1.0
    assert not (answer.quotes and answer.nearest)
    assert all("Hãy " in note for note in answer.notes)


@pytest.mark.parametrize("typed", each(REFUSED))
def test_what_cannot_be_asked_is_refused_in_a_plain_line(notice: Searcher, typed: str) -> None:
    for ask in (notice.search, lambda text: answer_question(notice, text)):
        with pytest.raises(QuestionError, match=r"Hãy (gõ|rút gọn) câu hỏi") as refused:
            ask(typed)
        assert str(refused.value).isprintable()


@pytest.mark.parametrize("typed", each(ASKABLE))
def test_a_small_library_takes_whatever_is_asked(searcher: Searcher, typed: str) -> None:
    hits = searcher.search(typed, 100)
    assert len({hit.passage_id for hit in hits}) == len(hits) <= len(searcher.index.manifest.passages)
    assert_is_sound(answer_question(searcher, typed))


@pytest.mark.parametrize("literal", [False, True], ids=["understood", "as-typed"])
@pytest.mark.parametrize("typed", each(ASKABLE))
def test_the_notice_takes_whatever_is_asked(notice: Searcher, typed: str, literal: bool) -> None:
    assert notice.search(notice.understand(typed, literal=literal)) or "trước" in typed
    assert_is_sound(answer_question(notice, typed, literal=literal))


@pytest.mark.parametrize("typed", each(UNANSWERABLE))
def test_what_says_nothing_is_declined(notice: Searcher, typed: str) -> None:
    answer = answer_question(notice, typed)
    assert not answer.answered, f"{answer.probability:.2f} {answer.quotes[0].text}"
    assert answer.introduction == "Không tìm thấy căn cứ trong thư viện"


@pytest.mark.parametrize("typed", ["là gì, như thế nào?", "va cua", "what is the of"])
def test_a_question_without_content_is_told_so(notice: Searcher, typed: str) -> None:
    (note,) = answer_question(notice, typed).notes
    assert note == "Câu hỏi chưa nêu điều cần tìm. Hãy thêm nội dung, ví dụ: kiểm tra, giám sát ở cơ sở."


@pytest.mark.parametrize("typed", ["9999-QĐ/TW", "quy định 9999", "nội dung Quy định 9999-QĐ/TW là gì?"])
def test_a_sign_that_the_library_neither_holds_nor_cites_is_declined(notice: Searcher, typed: str) -> None:
    answer = answer_question(notice, typed)
    assert not answer.answered
    assert "chưa có nguyên văn Quy định (Quyết định) số 9999" in answer.notes[0]


@pytest.mark.parametrize("typed", ["102-QĐ/TW", "QĐ 217 và quy định 9999"])
def test_a_sign_that_the_library_cites_is_answered_by_who_cites_it(notice: Searcher, typed: str) -> None:
    assert answer_question(notice, typed).answered


@pytest.mark.parametrize(
    "odd",
    [
        pytest.param("kiể\u200bm tra,\x00 giám sát", id="invisible"),
        pytest.param("\ud800kiểm tra,\n giám sát\udfff", id="halves"),
        pytest.param(unicodedata.normalize("NFD", "kiểm tra, giám sát"), id="decomposed"),
    ],
)
def test_what_cannot_be_seen_changes_no_answer(notice: Searcher, odd: str) -> None:
    assert notice.search(odd) == notice.search("kiểm tra, giám sát")


# --- libraries ---------------------------------------------------------------------------------------------


def test_a_library_of_none_finds_nothing_and_declines(tmp_path: Path) -> None:
    empty = make_library(tmp_path, ())
    assert empty.search("kiểm tra") == []
    answer = answer_question(empty, "kiểm tra")
    assert (answer.answered, answer.quotes, answer.nearest) == (False, (), ())


def test_a_library_of_one_passage_answers_from_it(tmp_path: Path, encoder: Encoder) -> None:
    one = make_library(tmp_path, (f"1. {SAME}\n",), encoder)
    (hit,) = one.search("kiểm tra, giám sát ở cơ sở")
    assert hit.passage.text == f"1. {SAME}"
    assert math.isfinite(hit.score)
    answer = answer_question(one, "kiểm tra, giám sát ở cơ sở")
    assert [quote.text for quote in answer.quotes] == [f"1. {SAME}"]


def test_identical_passages_come_by_id_and_are_told_once(tmp_path: Path, encoder: Encoder) -> None:
    texts = tuple(f"THÔNG BÁO\n\n{SAME}\n\nSố thứ tự {number}.\n" for number in range(6))
    same = make_library(tmp_path, texts, encoder)
    hits = [hit for hit in same.search("kiểm tra, giám sát ở cơ sở", 100) if hit.passage.text == SAME]
    ids = [hit.passage_id for hit in hits]
    assert len(ids) == 6
    assert ids == sorted(ids)
    assert len({hit.score for hit in hits}) == 1
    answer = answer_question(same, "kiểm tra, giám sát ở cơ sở")
    told = [quote for quote in answer.quotes if quote.text == SAME]
    assert len(told) == 1
    assert told[0].document == hits[0].passage.document_id
    assert [copy.document for copy in told[0].also] == [hit.passage.document_id for hit in hits[1:]]


@pytest.mark.parametrize("chosen", [("truoc:1900",), ()], ids=["chosen", "binding"])
def test_a_condition_that_leaves_nothing_is_said(tmp_path: Path, chosen: tuple[str, ...]) -> None:
    dated = "BAN CHẤP HÀNH TRUNG ƯƠNG\n*\nSố 1-QĐ/TW\n\nHà Nội, ngày 5 tháng 6 năm 2017\n\nQUY ĐỊNH\nvề kiểm tra\n\n"
    found = make_library(tmp_path, (f"{dated}Điều 1. Kiểm tra\n\n1. {SAME}\n",))
    question = "kiểm tra trước năm 1900" if chosen else "văn bản về kiểm tra ban hành trước năm 1900"
    assert found.search(question, 10, chosen) == []
    answer = answer_question(found, question, chosen=chosen)
    assert not answer.answered
    assert any("Không có văn bản nào trong thư viện thỏa điều kiện" in note for note in answer.notes)


def test_an_index_of_another_model_is_refused_with_the_command_to_run(tmp_path: Path) -> None:
    make_library(tmp_path, (SAME,))
    with pytest.raises(ForeignIndexError, match=r"mô hình khác.*Hãy chạy: python -m index build"):
        open_searcher(Settings(tmp_path), FakeEncoder())


# --- the command -------------------------------------------------------------------------------------------


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The command finds this library, and a model that is none."""
    monkeypatch.setenv("VANKIEN_HOME", str(tmp_path))
    monkeypatch.setenv("VANKIEN_MODEL", FAKE_MODEL)
    monkeypatch.setattr("index.search.open_encoder", lambda _: FakeEncoder())
    return tmp_path


def assert_is_vietnamese(told: str) -> None:
    assert "Traceback" not in told
    assert any(letter in VIETNAMESE for letter in told.lower())


@pytest.mark.parametrize("command", ["ask", "search"])
@pytest.mark.parametrize("typed", each(REFUSED))
def test_the_command_refuses_what_cannot_be_asked(
    home: Path, capsys: pytest.CaptureFixture[str], command: str, typed: str
) -> None:
    make_library(home, (SAME,))
    assert run(main, [command, typed]) == QuestionError.exit_code
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert "Hãy " in err


@pytest.mark.parametrize("texts", [pytest.param(texts, id=name) for name, texts in LIBRARIES.items() if texts])
@pytest.mark.parametrize("command", ["ask", "search"])
def test_the_command_takes_whatever_is_asked(
    home: Path, capsys: pytest.CaptureFixture[str], command: str, texts: tuple[str, ...]
) -> None:
    make_library(home, texts)
    file = home / "questions.txt"
    lines = (" ".join(text.replace("\x00", "").split()) for text in (ASKABLE | REFUSED).values())
    typed = [line for line in lines if not any("\ud800" <= letter <= "\udfff" for letter in line)]  # no file has halves
    file.write_text("\n".join(typed), encoding="utf-8")
    for form in ((), ("--json",), ("--as-typed",)):
        assert run(main, [command, "--from", str(file), *form]) == 0
        out, err = capsys.readouterr()
        assert err == ""
        assert_is_vietnamese(out)
        if form == ("--json",):
            rows = [json.loads(line) for line in out.splitlines()]
            assert len(rows) == len(typed)
            assert sum("error" in row for row in rows) == len(REFUSED) - 1


@pytest.mark.parametrize("command", ["ask", "search"])
def test_the_command_says_that_the_library_is_empty(
    home: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    with open_library(home):
        pass
    assert run(main, [command, "kiểm tra"]) != 0
    err = capsys.readouterr().err
    assert_is_vietnamese(err)
    assert "python -m ingest add" in err


@pytest.mark.parametrize("command", ["ask", "search"])
def test_the_command_refuses_an_index_of_another_model(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    make_library(home, (SAME,))
    monkeypatch.delenv("VANKIEN_MODEL")
    assert run(main, [command, "kiểm tra"]) == ForeignIndexError.exit_code
    assert "Hãy chạy: python -m index build" in capsys.readouterr().err
