"""What readers said of answers is measured against what is answered today."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from index.ask import answer_question
from index.measuring.feedback import evaluate_feedback
from index.search import open_searcher
from index.settings import Settings
from ingest.desk.file import open_desk
from ingest.errors import UsageError
from ingest.store import open_library
from tests.fakes import FAKE_MODEL, FakeEncoder, add_text, build

TEXT = """TỈNH ỦY BÌNH THUẬN
*
Số 15-CT/TU
ĐẢNG CỘNG SẢN VIỆT NAM
Phan Thiết, ngày 05 tháng 02 năm 2018

CHỈ THỊ
về tăng cường công tác dân vận

1. Các cấp ủy phân công cấp ủy viên tiếp xúc, đối thoại với nhân dân.
2. Kiểm tra, giám sát việc thực hiện Chỉ thị ở cơ sở.
"""
QUESTION = "Cấp ủy viên tiếp xúc, đối thoại với nhân dân"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    add_text(tmp_path, TEXT)
    build(tmp_path, FakeEncoder())
    return Settings(tmp_path, FAKE_MODEL)


def judge(settings: Settings, useful: bool, shown: list[tuple[str, int, int]]) -> None:
    with open_desk(settings.home) as desk:
        desk.judgements.put("lan", QUESTION, useful, "", shown)


def read_shown(settings: Settings) -> list[tuple[str, int, int]]:
    answer = answer_question(open_searcher(settings, FakeEncoder()), QUESTION)
    return [(one.document, one.start, one.end) for one in answer.quotes]


def test_a_useful_answer_that_is_given_still_is_kept(settings: Settings) -> None:
    shown = read_shown(settings)
    assert shown
    judge(settings, True, shown)

    assert evaluate_feedback(settings, FakeEncoder()).metrics == {"useful": 1.0, "kept": 1.0}


def test_a_corrected_date_loses_no_judgement(settings: Settings) -> None:
    judge(settings, True, read_shown(settings))
    with open_library(settings.home) as library:
        (held,) = library.documents()
        assert library.corrections.correct(held.id, {"date": datetime.date(2018, 2, 6)}) != held.id
    build(settings.home, FakeEncoder())

    assert evaluate_feedback(settings, FakeEncoder()).metrics["kept"] == 1.0


def test_a_useful_answer_that_is_not_given_any_more_is_lost(settings: Settings) -> None:
    judge(settings, True, [("15-CT/TU@2018-02-05", 0, 5)])

    assert evaluate_feedback(settings, FakeEncoder()).metrics["kept"] == 0.0


def test_a_poor_answer_that_is_given_still_is_told(settings: Settings) -> None:
    judge(settings, False, read_shown(settings))

    assert evaluate_feedback(settings, FakeEncoder()).metrics == {"useful": 0.0, "still_shown": 1.0}


def test_says_what_to_do_where_nobody_judged_yet(settings: Settings) -> None:
    with pytest.raises(UsageError, match="bấm Hữu ích"):
        evaluate_feedback(settings, FakeEncoder())
