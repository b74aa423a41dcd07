"""What makes it likely that the library answers, and what a passage must contain to answer."""

from __future__ import annotations

from datetime import date

import pytest

from index.answering.asked import find_asked, weigh_asked
from index.answering.coverage import Scale
from index.answering.strength import judge, measure_strength, says_enough
from index.naming.offices import name_holder
from index.query import understand
from index.search import Hit
from index.weights import read_weights
from ingest.models import Metadata, Passage
from tests.fakes import FakeVocabulary

HELD = FakeVocabulary("kiểm tra cơ sở", "dân vận cơ sở", "là thì mà", "đảng viên vi phạm")
TEXT = "Tăng cường kiểm tra, giám sát ở cơ sở."


def probability(question: str, coherence: float | None, lexical: float = 8.0) -> float:
    query = understand(question, HELD)
    passage = Passage("a", "I.1", (), 0, len(TEXT), TEXT)
    hit = Hit(1, passage, Metadata(type="Thông báo", date=date(2018, 1, 26)), 1.0, lexical, 0.87)
    return judge([hit], query, Scale(query, HELD), coherence)


def test_what_is_about_one_thing_answers_more_likely_and_one_passage_alone_is_neither() -> None:
    scattered, alone, together = (probability("kiểm tra cơ sở", one) for one in (0.80, None, 0.90))
    assert 0 < scattered < alone < together < 1


@pytest.mark.parametrize(
    ("typed", "answers"),
    [
        pytest.param("giám sát và kiểm tra của cơ sở", True, id="all-of-it-in-other-words-between"),
        pytest.param("giám sát, kiểm tra", False, id="says-little"),
        pytest.param("giám sát và kiểm tra của cơ sở về dân vận", False, id="a-subject-that-is-not-there"),
        pytest.param("giám sát và kiểm tra của cơ sở mấy lần", False, id="what-is-asked-is-not-there"),
    ],
)
def test_what_a_passage_holds_nearly_whole_is_answered_though_it_does_not_stand_out(typed: str, answers: bool) -> None:
    assert (probability(typed, 0.80, lexical=0.0) >= read_weights().confidence.answered) is answers


def test_a_line_that_only_names_who_speaks_tells_nothing_even_where_its_document_is_named() -> None:
    query = understand("kiểm tra cơ sở", HELD)
    speaks, tells = (
        Hit(1, Passage("a", "mo-dau.doan-1", (), 0, len(text), text), Metadata(), 1.0, 8.0, 0.87, named=True)
        for text in ("THỦ TƯỚNG CHÍNH PHỦ", "CHÍNH PHỦ KIỂM TRA CƠ SỞ.\nHằng năm.")
    )
    scale = Scale(query, HELD)
    assert (measure_strength(speaks, query, scale), measure_strength(tells, query, scale)) == (0.0, 0.5)


def test_of_a_named_document_what_it_lays_down_comes_before_what_it_opens_with() -> None:
    sign = "Quyết định 115/2004/QĐ-TTg"
    bare, placed = understand(sign, HELD), understand(f"phần mở đầu {sign}", HELD)
    opening, article = (
        Hit(1, Passage("a", address, (), 0, len(TEXT), TEXT), Metadata(), 1.0, 8.0, 0.87, named=True)
        for address in ("mo-dau.doan-4", "dieu-1")
    )
    scale = Scale(bare, HELD)
    assert measure_strength(opening, bare, scale) < measure_strength(article, bare, scale)
    assert measure_strength(opening, placed, scale) == 1.0


@pytest.mark.parametrize(
    ("typed", "title", "sure"),
    [
        pytest.param("dân vận cơ sở", "Về dân vận cơ sở và kiểm tra", True, id="whole-in-the-title"),
        pytest.param("dan van co so", "Về dân vận cơ sở và kiểm tra", True, id="typed-without-marks"),
        pytest.param("dân vận đảng viên", "Về dân vận cơ sở và kiểm tra", False, id="in-part"),
        pytest.param("cơ sở dân vận là bao nhiêu", "Về dân vận cơ sở", False, id="what-is-asked-is-not-there"),
        pytest.param("vận", "Về dân vận cơ sở", False, id="a-syllable-is-no-topic"),
        pytest.param("dân vận cơ sở", None, False, id="no-title"),
    ],
)
def test_a_topic_that_a_title_says_whole_is_held(typed: str, title: str | None, sure: bool) -> None:
    passage = Passage("a", "I.1", (), 0, len(TEXT), TEXT)
    hit = Hit(1, passage, Metadata(type="Thông báo", title=title), 1.0, 0.0, 0.80)
    query = understand(typed, HELD)
    probability = judge([hit], query, Scale(query, HELD), 0.80)
    assert (probability >= read_weights().confidence.middle) is sure


@pytest.mark.parametrize(
    ("typed", "sure"),
    [
        pytest.param("Kiểm tra, giám sát ở cơ sở đảng theo quy định nào?", True, id="whole-in-one-stretch"),
        pytest.param("kiem tra giam sat o co so dang", True, id="typed-without-marks"),
        pytest.param("giám sát ở cơ sở", False, id="too-short-to-be-no-chance"),
        pytest.param("kiểm tra, giám sát ở cơ sở xã", False, id="not-all-of-it"),
        pytest.param("cơ sở đảng kiểm tra, giám sát", False, id="in-another-order"),
        pytest.param("kiểm tra, giám sát ở cơ sở đảng bao nhiêu lần", False, id="what-is-asked-is-not-there"),
        pytest.param("Ban Dân vận Tỉnh ủy Bình Thuận", False, id="a-body-is-no-subject"),
    ],
)
def test_what_a_paragraph_says_in_the_words_of_the_question_is_held_among_other_subjects(
    typed: str, sure: bool
) -> None:
    text = "Tăng cường kiểm tra, giám sát ở cơ sở đảng. Ban Dân vận Tỉnh ủy Bình Thuận theo dõi."
    hit = Hit(1, Passage("a", "I.1", (), 0, len(text), text), Metadata(type="Thông báo"), 1.0, 0.0, 0.80)
    held = FakeVocabulary(text, "xã")
    query = understand(typed, held)
    probability = judge([hit], query, Scale(query, held), 0.80)
    assert (probability >= read_weights().confidence.middle) is sure


@pytest.mark.parametrize(
    ("typed", "enough"),
    [
        pytest.param("kiểm tra", True, id="two-syllables"),
        pytest.param("đất", True, id="one-with-its-mark"),
        pytest.param("kiem tra", True, id="two-bare"),
        pytest.param("dat", False, id="one-bare"),
        pytest.param("2018", False, id="a-figure"),
        pytest.param("12 34", False, id="figures"),
        pytest.param("là gì", False, id="only-asks"),
    ],
)
def test_a_question_must_name_something(typed: str, enough: bool) -> None:
    assert says_enough(understand(typed, HELD)) is enough
    assert enough or probability(typed, 0.95, lexical=50.0) == 0.0


def test_words_that_only_link_lift_no_probability_above_what_is_looked_up() -> None:
    query = understand("thì là mà kiểm tra", HELD)
    scale = Scale(query, HELD)
    assert scale.looked_up > scale.total > 0


@pytest.mark.parametrize(
    ("office", "text", "found"),
    [
        pytest.param("bí thư", "đồng chí Lê Văn An - Bí thư Tỉnh ủy đã chỉ đạo", True, id="before"),
        pytest.param("bí thư", "đồng chí Lê Văn An - Phó Bí thư Tỉnh ủy", False, id="a-deputy"),
        pytest.param("phó bí thư", "đồng chí Lê Văn An - Phó Bí thư Tỉnh ủy", True, id="the-deputy-asked-for"),
        pytest.param("bí thư", "Bí thư Tỉnh ủy, đồng chí Lê Văn An", True, id="after"),
        pytest.param("bí thư", "Bí thư: Lê Văn An", True, id="after-a-colon"),
        pytest.param("bí thư", "từng đồng chí bí thư cấp ủy phải gương mẫu", False, id="no-name"),
        pytest.param("bí thư", "Bí thư Tỉnh ủy Bình Thuận", False, id="a-place"),
        pytest.param("chánh văn phòng", "CHÁNH VĂN PHÒNG\n\n(đã ký)\n\nLê Tấn Lai", True, id="who-signed"),
        pytest.param("chánh văn phòng", "PHÓ CHÁNH VĂN PHÒNG\n\nLê Tấn Lai", False, id="a-deputy-signed"),
        pytest.param("chánh văn phòng", "CHÁNH VĂN PHÒNG\n\n(đã ký)", False, id="unnamed"),
    ],
)
def test_a_holder_is_named_beside_the_office(office: str, text: str, found: bool) -> None:
    assert bool(name_holder(office).search(text)) is found


def test_a_text_without_the_name_that_is_asked_for_is_worth_little_and_without_an_amount_less() -> None:
    holder, amount, other = (
        understand(one, HELD) for one in ("Bí thư Tỉnh ủy là ai?", "Có bao nhiêu đảng viên?", "Bí thư Tỉnh ủy làm gì?")
    )
    assert weigh_asked(holder, TEXT) < weigh_asked(amount, TEXT) < weigh_asked(other, TEXT) == 1.0
    assert weigh_asked(holder, "đồng chí Lê Văn An - Bí thư Tỉnh ủy") == 1.0
    assert find_asked(other) is None
