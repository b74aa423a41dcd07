"""Hits -> an answer: verbatim quotes in order of the search, or the plain word that there is none."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from index.answer import NOT_FOUND, Answer, introduce
from index.answering.asked import ASKED, weigh_year
from index.answering.coverage import Scale
from index.answering.strength import measure_strength
from index.ask import answer_question
from index.query import Query
from index.quotes import Quote, make_quote
from index.search import Found, Searcher, open_searcher
from index.settings import Settings
from ingest.errors import QuestionError
from ingest.models import Metadata
from ingest.store import open_library
from tests.fakes import FAKE_MODEL, FakeEncoder, add_text, build

NOTICE = """THÔNG BÁO
về công tác xây dựng Đảng

I. KIỂM TRA

1. Tăng cường kiểm tra, giám sát cơ sở. Chấn chỉnh kịp thời sai phạm của đảng viên; báo cáo hằng quý.

2. Kiểm tra công tác tài chính của 15 đơn vị.

II. DÂN VẬN

1. Đổi mới công tác <script>alert(1)</script> **dân vận** & *gần dân*.

2. Hội nghị tổng kết họp ngày 26/01/2018.
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("library")
    add_text(folder, NOTICE, "thong-bao.txt")
    build(folder, FakeEncoder())
    return folder


@pytest.fixture(scope="module")
def searcher(home: Path) -> Searcher:
    return open_searcher(Settings(home, FAKE_MODEL), FakeEncoder())


def assert_quotes_are_slices(quotes: Sequence[Quote], home: Path) -> None:
    with open_library(home) as library:
        for quote in quotes:
            document = library.get(quote.document)
            assert document.text[quote.start : quote.end] == quote.text
            assert document.metadata == quote.metadata
            assert document.find_provision(quote.address) is not None
            assert list(quote.sentences) == sorted(quote.sentences)
            assert all(quote.start <= start < end <= quote.end for start, end in quote.sentences)


def sentences_of(answer: Answer) -> list[str]:
    """The words that stand out in the first quote."""
    quote = answer.quotes[0]
    return [quote.text[start - quote.start : end - quote.start] for start, end in quote.sentences]


def test_an_answer_is_introduced_by_its_place_and_document(searcher: Searcher, home: Path) -> None:
    answer = answer_question(searcher, "Chấn chỉnh sai phạm của đảng viên thế nào?")
    assert answer.answered
    assert answer.introduction == "Theo mục I.1 Thông báo về công tác xây dựng Đảng"
    assert answer.quotes[0].address == "I.1"
    assert answer.confidence in {"cao", "trung bình", "thấp"}
    assert answer.nearest == ()
    assert answer.question == answer.understood == "Chấn chỉnh sai phạm của đảng viên thế nào?"
    assert_quotes_are_slices(answer.quotes, home)


@pytest.mark.parametrize(
    ("question", "sentences"),
    [
        pytest.param("giám sát cơ sở", ["Tăng cường kiểm tra, giám sát cơ sở."], id="a-sentence"),
        pytest.param("báo cáo hằng quý", ["báo cáo hằng quý."], id="a-clause"),
    ],
)
def test_the_sentence_that_answers_stands_out(searcher: Searcher, question: str, sentences: list[str]) -> None:
    assert [one.removeprefix("1. ") for one in sentences_of(answer_question(searcher, question))] == sentences


def test_several_quotes_come_in_the_order_of_the_search(searcher: Searcher, home: Path) -> None:
    answer = answer_question(searcher, "tăng cường kiểm tra tài chính")
    quoted = [quote.address for quote in answer.quotes]
    found = [hit.passage.address for hit in searcher.search("tăng cường kiểm tra tài chính")]
    assert set(quoted) == {"I.1", "I.2"}
    assert quoted == [address for address in found if address in quoted]
    assert_quotes_are_slices(answer.quotes, home)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Thủ tục cấp hộ chiếu?", id="accented"),
        pytest.param("thu tuc cap ho chieu", id="bare"),
        pytest.param("How do I cook pho?", id="english"),
        pytest.param("what is this?", id="english-without-content"),
        pytest.param("漢字", id="another-script"),
        pytest.param("99999", id="a-number"),
    ],
)
def test_nothing_is_quoted_where_nothing_answers_and_the_nearest_are_offered_apart(
    searcher: Searcher, home: Path, question: str
) -> None:
    answer = answer_question(searcher, question)
    assert (answer.answered, answer.confidence, answer.quotes) == (False, None, ())
    assert answer.introduction == NOT_FOUND == "Không tìm thấy căn cứ trong thư viện"
    assert len(answer.nearest) == 3
    assert all(quote.sentences == () for quote in answer.nearest)
    assert_quotes_are_slices(answer.nearest, home)


def test_markup_is_quoted_as_it_was_written(searcher: Searcher) -> None:
    answer = answer_question(searcher, "đổi mới công tác dân vận, gần dân")
    assert answer.quotes[0].text == "1. Đổi mới công tác <script>alert(1)</script> **dân vận** & *gần dân*."


def test_an_empty_library_answers_nothing(tmp_path: Path) -> None:
    build(tmp_path, FakeEncoder())
    answer = answer_question(open_searcher(Settings(tmp_path, FAKE_MODEL), FakeEncoder()), "kiểm tra")
    assert (answer.answered, answer.quotes, answer.nearest) == (False, (), ())


def test_a_document_removed_after_the_search_is_not_quoted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add_text(tmp_path, NOTICE, "thong-bao.txt")
    other = add_text(tmp_path, "KẾT LUẬN\nvề kiểm tra\n\n1. Tăng cường kiểm tra, giám sát cơ sở.\n", "hai.txt")
    build(tmp_path, FakeEncoder())
    searcher = open_searcher(Settings(tmp_path, FAKE_MODEL), FakeEncoder())
    find = Searcher.find

    def remove_after(self: Searcher, query: Query, limit: int, chosen: Collection[str] = ()) -> Found:
        found = find(self, query, limit, chosen)
        with open_library(tmp_path) as library:
            for held in library.documents():
                if gone in (held.id, "all"):
                    library.remove(held.id)
        return found

    question = "giám sát cơ sở"
    assert other in {quote.document for quote in answer_question(searcher, question).quotes}
    monkeypatch.setattr(Searcher, "find", remove_after)
    gone = other
    assert {quote.address for quote in answer_question(searcher, question).quotes} == {"I.1"}
    gone = "all"
    answer = answer_question(searcher, question)
    assert (answer.answered, answer.confidence, answer.quotes, answer.nearest) == (False, None, (), ())


@pytest.mark.parametrize("question", ["", " \n", "?…!", "a" * 10_000])
def test_what_cannot_be_asked_is_refused(searcher: Searcher, question: str) -> None:
    with pytest.raises(QuestionError, match="Hãy"):
        answer_question(searcher, question)


@pytest.mark.parametrize(
    ("kind", "text", "answers"),
    [
        pytest.param("amount", "đạt 15/15 chỉ tiêu", True, id="a-ratio"),
        pytest.param("amount", "có 25.000 người", True, id="thousands"),
        pytest.param("amount", "tăng 3,5%", True, id="a-share"),
        pytest.param("amount", "gồm 7 bước.", True, id="one-digit"),
        pytest.param("amount", "Quy định số 102-QĐ/TW", False, id="a-sign"),
        pytest.param("amount", "Nghị định 34/2016/NĐ-CP", False, id="a-sign-with-a-year"),
        pytest.param("amount", "ngày 26/01/2018", False, id="a-date"),
        pytest.param("amount", "năm 2018, nhiệm kỳ 2020 – 2025", False, id="years"),
        pytest.param("amount", "1. Tăng cường kiểm tra", False, id="a-number-of-a-list"),
        pytest.param("amount", "(1) đổi mới; (2) rà soát", False, id="numbers-in-brackets"),
        pytest.param("amount", "tại T78", False, id="a-name"),
        pytest.param("amount", "theo Điều 1 và khoản 3", False, id="places"),
        pytest.param("amount", "từ tháng 6 đến quý này", False, id="a-month"),
        pytest.param("amount", "trong mười lăm (15) ngày", True, id="in-words-and-figures"),
        pytest.param("amount", "hai phần ba số người", True, id="a-fraction-in-words"),
        pytest.param("amount", "làm việc tám giờ", True, id="in-words"),
        pytest.param("amount", "một số đơn vị tư nhân", False, id="words-that-only-look-like-numerals"),
        pytest.param("amount", "hằng năm, các tháng", False, id="units-without-a-number"),
        pytest.param("date", "họp ngày 26/01/2018", True, id="written-in-digits"),
        pytest.param("date", "ngày 26 tháng 01 năm 2018", True, id="written-out"),
        pytest.param("date", "trong năm 2018", True, id="a-year"),
        pytest.param("date", "có hiệu lực kể từ ngày ký", True, id="by-its-signing"),
        pytest.param("date", "đạt 15/15 chỉ tiêu", False, id="a-ratio-is-no-date"),
        pytest.param("date", "hằng tháng, hằng năm", False, id="no-day"),
    ],
)
def test_what_can_answer_how_much_and_when(kind: str, text: str, answers: bool) -> None:
    assert bool(ASKED[kind].search(text)) is answers


@pytest.mark.parametrize(
    ("question", "with_it", "without"),
    [
        pytest.param("Kiểm tra bao nhiêu đơn vị tài chính?", "I.2", "I.1", id="amount"),
        pytest.param("Công tác tổng kết họp ngày nào?", "II.2", "II.1", id="date"),
    ],
)
def test_a_passage_without_what_is_asked_for_is_weaker(
    searcher: Searcher, question: str, with_it: str, without: str
) -> None:
    asking = searcher.understand(question)
    scale = Scale(asking, searcher.index.lexical)
    hits = {hit.passage.address: hit for hit in searcher.search(asking)}
    falls = {
        address: measure_strength(hits[address], replace(asking, asks=None), scale)
        - measure_strength(hits[address], asking, scale)
        for address in (with_it, without)
    }
    assert falls[with_it] == 0 < falls[without]
    answer = answer_question(searcher, question)
    assert (answer.quotes or answer.nearest)[0].address == with_it


@pytest.mark.parametrize(
    ("question", "helps"), [pytest.param("tài chính", True, id="marked"), pytest.param("tai chinh", False, id="bare")]
)
def test_nearness_in_meaning_helps_a_question_that_the_model_can_read(
    searcher: Searcher, question: str, helps: bool
) -> None:
    query = searcher.understand(question, literal=True)
    scale = Scale(query, searcher.index.lexical)
    hit = searcher.search(query)[0]
    far, near = (measure_strength(replace(hit, semantic=cosine), query, scale) for cosine in (0.81, 0.89))
    assert (near > far) is helps
    assert near >= far


def test_strength_is_a_share(searcher: Searcher) -> None:
    for question in ("kiểm tra, giám sát cơ sở", "kiem tra", "grassroots inspection", "phở bò"):
        query = searcher.understand(question)
        scale = Scale(query, searcher.index.lexical)
        assert all(0 <= measure_strength(hit, query, scale) <= 1 for hit in searcher.search(query))


def test_a_passage_that_is_no_slice_is_never_quoted(searcher: Searcher, home: Path) -> None:
    query = searcher.understand("kiểm tra")
    hit = searcher.search(query)[0]
    with open_library(home) as library:
        document = library.get(hit.passage.document_id)
    other = type(document)(document.id, document.text.replace("kiểm", "kiểm "), document.metadata, (), ())
    scale = Scale(query, searcher.index.lexical)
    assert make_quote(hit, document, scale).text == hit.passage.text
    with pytest.raises(ValueError, match="not a slice"):
        make_quote(hit, other, scale)


def test_a_quote_of_a_numbered_document_is_introduced_by_its_number() -> None:
    metadata = Metadata(type="Quy định", number="102-QĐ/TW", title="Về xử lý kỷ luật đảng viên vi phạm")
    quote = Quote("102-QĐ/TW@2017-11-15", metadata, "dieu-5.khoan-2", 0, 1, "a", ())
    assert introduce(quote) == "Theo khoản 2 Điều 5 Quy định số 102-QĐ/TW về xử lý kỷ luật đảng viên vi phạm"
    assert introduce(replace(quote, metadata=replace(metadata, date=date(2017, 11, 15))), shared=True) == (
        "Theo khoản 2 Điều 5 Quy định số 102-QĐ/TW ngày 15/11/2017 về xử lý kỷ luật đảng viên vi phạm"
    )


@pytest.mark.parametrize(
    ("question", "text", "around", "weaker"),
    [
        pytest.param("phát hành năm 2004", "từ ngày 5 tháng 5 năm 2003", "", True, id="another-year"),
        pytest.param("phát hành năm 2004", "từ năm 2003 đến năm 2005, năm 2004", "", False, id="that-year-too"),
        pytest.param("phát hành năm 2004", "so với năm 2003", "Nhiệm vụ năm 2004", False, id="its-heading-says-it"),
        pytest.param("phát hành năm 2004", "từ ngày mồng 5", "", False, id="no-year-told"),
        pytest.param("phát hành khi nào", "từ năm 2003", "", False, id="no-year-asked"),
        pytest.param("Nghị định 34/2016/NĐ-CP", "năm 2003", "", False, id="the-year-of-a-sign"),
    ],
)
def test_what_tells_of_another_year_is_weaker(
    searcher: Searcher, question: str, text: str, around: str, weaker: bool
) -> None:
    assert (weigh_year(searcher.understand(question), text, around) < 1) is weaker
