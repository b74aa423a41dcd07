"""The passages under an answer: of the same search, each once, and none that the answer shows already."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.ask import answer_question
from index.build import build_index
from index.encode import Encoder
from index.quotes import Quote
from index.replying.further import find_further
from index.search import Searcher, open_searcher
from index.settings import Settings
from tests.fakes import add_text

NOTICE = """THÔNG BÁO
về công tác dân vận năm {year}

1. Công tác dân vận có chuyển biến mới, khối đoàn kết được củng cố, nhiều vụ việc phức tạp được giải quyết dứt điểm.

2. Các cấp ủy tăng cường kiểm tra, giám sát tổ chức cơ sở đảng để kịp thời phát hiện những sai phạm trong năm {year}.

3. Các đơn vị tập trung làm tốt các việc trọng tâm như sau:

- Đăng ký thi đua khen thưởng.

- Tổ chức hội thao quần chúng cho cán bộ, đoàn viên và người lao động trong toàn ngành tham gia đông đủ.

T/M BAN THƯỜNG VỤ
BÍ THƯ

Trần Văn Thành
"""
QUESTIONS = ("công tác dân vận có chuyển biến mới", "các việc trọng tâm của đơn vị", "hội thao quần chúng", "phở bò")


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Searcher:
    home: Path = tmp_path_factory.mktemp("library")
    for year in (2018, 2019):
        add_text(home, NOTICE.format(year=year), f"{year}.txt")
    build_index(Settings(home), lambda *_: None, encoder)
    return open_searcher(Settings(home), encoder)


def spans(quote: Quote) -> list[tuple[str, int, int]]:
    """All that the card of a quote shows or names."""
    own = [(quote.document, quote.start, quote.end), *((quote.document, one.start, one.end) for one in quote.items)]
    return own + [(copy.document, copy.start, copy.end) for copy in quote.also]


@pytest.mark.parametrize("question", QUESTIONS)
def test_nothing_stands_there_that_the_answer_shows_or_that_stands_there_before(
    searcher: Searcher, question: str
) -> None:
    answer = answer_question(searcher, question)
    further = find_further(searcher, searcher.understand(question), answer)
    shown = [span for quote in (*answer.quotes, *answer.nearest, *further) for span in spans(quote)]
    assert further
    assert len(shown) == len(set(shown))
    assert not any(quote.sentences for quote in further)


def test_the_same_paragraph_of_two_years_stands_there_once_and_names_the_other(searcher: Searcher) -> None:
    question = "các cấp ủy kiểm tra, giám sát"
    answer = answer_question(searcher, question)
    everything = (*answer.quotes, *answer.nearest, *find_further(searcher, searcher.understand(question), answer))
    same = [quote for quote in everything if quote.text.startswith("1. ")]
    assert [len(quote.also) for quote in same] == [1]


def test_paragraphs_that_differ_in_the_year_both_stand(searcher: Searcher) -> None:
    question = "hội thao quần chúng"
    answer = answer_question(searcher, question)
    everything = (*answer.quotes, *answer.nearest, *find_further(searcher, searcher.understand(question), answer))
    assert sum(quote.text.startswith("2. ") for quote in everything) == 2


@pytest.mark.parametrize(
    ("question", "named"),
    [
        pytest.param("công tác dân vận có chuyển biến mới", False, id="a-subject"),
        pytest.param("ai ký thông báo về dân vận", True, id="a-word-for-the-signature"),
        pytest.param("bí thư tổ chức hội thao quần chúng", True, id="a-word-of-the-signature"),
    ],
)
def test_who_signs_stands_there_only_where_the_question_has_a_word_of_it(
    searcher: Searcher, question: str, named: bool
) -> None:
    answer = answer_question(searcher, question)
    everything = (*answer.quotes, *answer.nearest, *find_further(searcher, searcher.understand(question), answer))
    assert any("BÍ THƯ" in quote.text for quote in everything) == named
