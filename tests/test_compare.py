"""Documents that are compared stand side by side: what there is of each, and no word of ours on how they differ."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.answer import Answer
from index.ask import answer_question
from index.describe import answer_to_json, say
from index.search import Searcher, open_searcher
from index.settings import Settings
from ingest.describe_record import DIGEST_LABEL
from ingest.store import open_library
from tests.fakes import FAKE_MODEL, FakeEncoder, add_text, build

RULE = (
    "BAN CHẤP HÀNH TRUNG ƯƠNG\n*\nSố 102-QĐ/TW\nĐẢNG CỘNG SẢN VIỆT NAM\nHà Nội, ngày 15 tháng 11 năm 2017\n\nQUY ĐỊNH\n"
    "về xử lý kỷ luật\n\nĐiều 1. Phạm vi\n\n1. Áp dụng với đảng viên vi phạm.\n\n"
    "Điều 2. Thời hiệu\n\n1. Thời hiệu là năm năm.\n\n"
    "Điều 3. Trách nhiệm\n\n1. Cấp ủy chịu trách nhiệm.\n\nT/M BỘ CHÍNH TRỊ\nTrần Quốc Vượng\n"
)
PLAN = "KẾ HOẠCH\nvề một việc\n\n1. Thực hiện nghị quyết.\n"
ENDED = "Quy định 102-QĐ/TW đã được thay thế bởi 69-QĐ/TW từ 06/7/2022. Hãy tra văn bản thay thế trước khi áp dụng."


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    home = tmp_path_factory.mktemp("compare")
    add_text(home, RULE, "quy-dinh.txt")
    add_text(home, PLAN, "ke-hoach.txt")
    build(home, FakeEncoder())
    return open_searcher(Settings(home, FAKE_MODEL), FakeEncoder())


def sides(answer: Answer) -> list[tuple[str | None, int, bool]]:
    """Document, how many quotes, whether there are digests."""
    return [(side.document, len(side.quotes), bool(side.digests)) for side in answer.sides]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        pytest.param(
            "218 khác gì 102",
            [("218-QĐ/TW@2013-12-12", 0, True), ("102-QĐ/TW@2017-11-15", 2, False)],
            id="a-digest-and-a-text",
        ),
        pytest.param(
            "so sánh quyết định 217 và 218",
            [("217-QĐ/TW@2013-12-12", 0, True), ("218-QĐ/TW@2013-12-12", 0, True)],
            id="two-digests",
        ),
        pytest.param(
            "quy định 102 và 69 khác nhau thế nào",
            [("102-QĐ/TW@2017-11-15", 2, False), ("69-QĐ/TW@2022-07-06", 0, True)],
            id="a-text-and-a-record-of-its-chain",
        ),
        pytest.param("so sánh quy định 901 và 902", [(None, 0, False), (None, 0, False)], id="neither-is-known"),
    ],
)
def test_each_document_comes_with_what_there_is_of_it(
    searcher: Searcher, question: str, expected: list[tuple[str | None, int, bool]]
) -> None:
    answer = answer_question(searcher, question)
    assert sides(answer) == expected
    assert answer.introduction.startswith("Thư viện chưa có đủ nguyên văn để so sánh")
    assert answer.answered is any(quotes for _, quotes, _ in expected)
    assert (answer.confidence, answer.nearest) == (None, ())


def test_a_text_is_quoted_word_for_word_from_its_first_provisions(searcher: Searcher) -> None:
    quotes = answer_question(searcher, "218 khác gì 102").quotes
    assert [quote.address for quote in quotes] == ["dieu-1.khoan-1", "dieu-2.khoan-1"]
    with open_library(searcher.settings.home) as library:
        assert all(library.get(one.document).text[one.start : one.end] == one.text for one in quotes)
    assert [quote.sentences for quote in quotes] == [(), ()]


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("so sánh quy định 102 và 69 về trách nhiệm của cấp ủy", id="subject"),
        pytest.param("Điều 3 QĐ 102 khác Điều 5 QĐ 69 thế nào", id="place"),
    ],
)
def test_what_is_asked_of_both_is_quoted_first(searcher: Searcher, question: str) -> None:
    assert answer_question(searcher, question).quotes[0].address == "dieu-3.khoan-1"


def test_the_sides_are_said_one_after_the_other_each_under_its_name(searcher: Searcher) -> None:
    said = say(answer_question(searcher, "218 khác gì 102"))
    order = ["chưa có đủ nguyên văn để so sánh", "Quyết định số 218-QĐ/TW ngày 12/12/2013\n", f"{DIGEST_LABEL}:"]
    order += ["Quy định số 102-QĐ/TW ngày 15/11/2017", "1. Áp dụng với đảng viên vi phạm.", ENDED]
    places = [said.index(words) for words in order]
    assert places == sorted(places)


def test_the_sides_have_their_stable_form(searcher: Searcher) -> None:
    form = answer_to_json(answer_question(searcher, "218 khác gì 102"))
    first, second = form["sides"]
    assert list(first) == ["name", "document", "quotes", "digests", "notes"]
    assert second["quotes"] == form["quotes"]
    assert first["digests"] == form["digests"]
    assert second["quotes"][0]["status"] == ENDED


def test_an_empty_library_still_shows_the_records(tmp_path: Path) -> None:
    build(tmp_path, FakeEncoder())
    searcher = open_searcher(Settings(tmp_path, FAKE_MODEL), FakeEncoder())
    assert sides(answer_question(searcher, "217 khác gì 218"))[0] == ("217-QĐ/TW@2013-12-12", 0, True)
