"""The quotes of an answer together: nothing twice, each with what it needs, each part of the question served."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from index.answer import Answer
from index.ask import answer_question
from index.build import build_index
from index.encode import Encoder
from index.quotes import Copy, Quote, Slice
from index.replying.parts import join_parts
from index.search import Searcher, open_searcher
from index.settings import Settings
from ingest.store import open_library
from tests.fakes import add_text

FIRST = """THÔNG BÁO
về công tác dân vận năm 2018

I. ĐÁNH GIÁ

1. Về ưu điểm

- Công tác dân vận có chuyển biến mới, khối đoàn kết được củng cố, nhiều vụ việc phức tạp được giải quyết dứt điểm.

2. Về hạn chế

- Công tác dân vận của một số đơn vị chưa đáp ứng yêu cầu, phương thức hoạt động chậm đổi mới.

II. NHIỆM VỤ

Các đơn vị tập trung làm tốt các việc trọng tâm như sau:

1. Đăng ký thi đua khen thưởng.

2. Tổ chức hội thao quần chúng.

3. Xây dựng quỹ học bổng cho học sinh nghèo.
"""
SECOND = """THÔNG BÁO
về công tác dân vận năm 2019

1. Công tác dân vận có chuyển biến mới; khối đoàn kết được củng cố, nhiều vụ việc phức tạp được giải quyết dứt điểm.

2. Bàn giao trụ sở cũ cho xã.
"""
QUESTIONS = [
    "ưu điểm và hạn chế trong công tác dân vận",
    "công tác dân vận có chuyển biến mới, khối đoàn kết được củng cố",
    "các việc trọng tâm của đơn vị",
    "tổ chức hội thao quần chúng",
    "các đơn vị tập trung việc trọng tâm: đăng ký thi đua, hội thao, quỹ học bổng",
    "hội thao",
    "Hội thao quần chúng là gì? Bàn giao trụ sở thế nào?",
    "phở bò",
]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Path:
    folder = tmp_path_factory.mktemp("library")
    add_text(folder, FIRST, "mot.txt")
    add_text(folder, SECOND, "hai.txt")
    build_index(Settings(folder), lambda *_: None, encoder)
    return folder


@pytest.fixture(scope="module")
def searcher(home: Path, encoder: Encoder) -> Searcher:
    return open_searcher(Settings(home), encoder)


def texts(pieces: tuple[Slice, ...]) -> list[str]:
    return [piece.text for piece in pieces]


def bodies(answer: Answer) -> Iterator[tuple[str, int, int]]:
    """Every slice that is shown as an answer."""
    for quote in answer.quotes:
        yield quote.document, quote.start, quote.end
        yield from ((quote.document, item.start, item.end) for item in quote.items)
        yield from ((copy.document, copy.start, copy.end) for copy in quote.also)


def test_the_same_paragraph_in_two_documents_is_quoted_once(searcher: Searcher) -> None:
    answer = answer_question(searcher, "công tác dân vận có chuyển biến mới, khối đoàn kết được củng cố")
    first = answer.quotes[0]
    (copy,) = first.also
    assert {first.document, copy.document} == {quote.document for quote in (first, copy)}
    assert first.document != copy.document
    assert {first.address, copy.address} == {"I.1.gach-1", "1"}
    assert copy.metadata.name.startswith("Thông báo về công tác dân vận năm 201")
    assert all((quote.document, quote.address) != (copy.document, copy.address) for quote in answer.quotes)


def test_an_item_brings_what_introduces_it(searcher: Searcher) -> None:
    quote = answer_question(searcher, "tổ chức hội thao quần chúng").quotes[0]
    assert quote.text == "2. Tổ chức hội thao quần chúng."
    assert texts(quote.lead) == ["II. NHIỆM VỤ", "Các đơn vị tập trung làm tốt các việc trọng tâm như sau:"]


def test_a_list_brings_its_items_and_they_are_not_quoted_again(searcher: Searcher) -> None:
    answer = answer_question(searcher, "các đơn vị tập trung làm tốt các việc trọng tâm, thi đua")
    (quote,) = answer.quotes
    assert quote.address == "II.mo-dau"
    assert [item.address for item in quote.items] == ["II.1", "II.2", "II.3"]
    marked = [item.address for item in quote.items if item.sentences]
    assert marked == ["II.1"]


def test_each_part_of_a_question_has_its_quote(searcher: Searcher) -> None:
    answer = answer_question(searcher, "ưu điểm và hạn chế trong công tác dân vận")
    assert [quote.address for quote in answer.quotes[:2]] == ["I.1.gach-1", "I.2.gach-1"]
    assert answer.notes == ()


def test_a_part_that_nothing_answers_is_said_so(searcher: Searcher) -> None:
    answer = answer_question(searcher, "Hội thao quần chúng tổ chức thế nào? Thủ tục cấp hộ chiếu gồm những gì?")
    assert answer.answered
    assert answer.quotes[0].address == "II.2"
    assert answer.notes == (
        "Chưa tìm thấy căn cứ cho phần: “Thủ tục cấp hộ chiếu gồm những gì?”. Hãy hỏi riêng phần này bằng từ khác.",
    )


@pytest.mark.parametrize(
    ("part", "notes"),
    [
        pytest.param("Đăng ký thi đua thế nào?", 0, id="a-quote-of-the-whole-speaks-of-it"),
        pytest.param("Thủ tục cấp hộ chiếu?", 1, id="nothing-speaks-of-it"),
    ],
)
def test_one_part_answered_keeps_the_quotes_of_the_whole(searcher: Searcher, part: str, notes: int) -> None:
    whole, answered = (answer_question(searcher, asked) for asked in ("Đăng ký thi đua", "Quỹ học bổng cho ai?"))
    declined = replace(answered, answered=False, quotes=())
    joined = join_parts(searcher, whole, {"Quỹ học bổng cho ai?": answered, part: declined})

    assert [quote.address for quote in joined.quotes] == ["II.3", "II.1"]
    assert len(joined.notes) == notes


def test_where_no_part_is_answered_nothing_is_quoted(searcher: Searcher) -> None:
    answer = answer_question(searcher, "Thời hạn và thủ tục cấp hộ chiếu?")
    assert (answer.answered, answer.quotes, answer.notes) == (False, (), ())
    assert answer.nearest


def test_parts_answered_by_one_paragraph_change_nothing(searcher: Searcher) -> None:
    whole = answer_question(searcher, "kết quả và yêu cầu tổ chức hội thao quần chúng")
    assert [quote.address for quote in whole.quotes] == ["II.2"]


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_piece_is_a_slice_and_none_is_shown_twice(searcher: Searcher, home: Path, question: str) -> None:
    answer = answer_question(searcher, question)
    with open_library(home) as library:
        documents = {held.id: library.get(held.id) for held in library.documents()}
    for quote in (*answer.quotes, *answer.nearest):
        own = documents[quote.document]
        pieces: list[Quote | Slice | Copy] = [quote, *quote.lead, *quote.items]
        assert all(own.text[piece.start : piece.end] == piece.text for piece in pieces)
        assert all(own.find_provision(piece.address) is not None for piece in pieces)
        assert all(documents[copy.document].text[copy.start : copy.end] == copy.text for copy in quote.also)
        assert all(piece.end <= quote.start for piece in quote.lead)
        assert all(quote.end <= item.start for item in quote.items)
        assert all(item.start <= a < b <= item.end for item in quote.items for a, b in item.sentences)
    for one, other in combinations(bodies(answer), 2):
        assert one[0] != other[0] or one[2] <= other[1] or other[2] <= one[1]


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_same_question_gets_the_same_answer_again(searcher: Searcher, question: str) -> None:
    assert answer_question(searcher, question) == answer_question(searcher, question)
