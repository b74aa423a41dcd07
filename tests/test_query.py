"""What is typed -> what is searched for: content and question words, marks, languages, bad input."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from index.query import LONGEST_QUESTION, Query, check_question, understand
from index.tokens import Token, pairs
from ingest.errors import QuestionError
from tests.fakes import FakeVocabulary

HELD = FakeVocabulary(
    "Công tác kiểm tra, giám sát cơ sở; tổ chức đảng, cơ quan, cán bộ.",
    "Quy định số 102-QĐ/TW về xử lý kỷ luật đảng viên vi phạm năm 2017.",
)


def read(typed: str) -> Query:
    return understand(typed, HELD)


@pytest.mark.parametrize(
    ("typed", "share"),
    [
        pytest.param("kiểm tra giám sát cơ sở", 1.0, id="typed-with-marks"),
        pytest.param("kiem tra giam sat", 1.25 * 3 / 4, id="restored"),
        pytest.param("zo zu zi", 0.0, id="not-to-be-restored"),
        pytest.param("Xử lý zo zu zi zo", 1.25 * 2 / 6, id="partly"),
        pytest.param("102 2017", 1.0, id="only-numbers"),
        pytest.param("grassroots inspection", 1.0, id="english"),
    ],
)
def test_the_share_of_marked_syllables_in_what_was_understood_says_how_far_the_model_can_read_it(
    typed: str, share: float
) -> None:
    assert read(typed).marked_share == pytest.approx(share)


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("what does the conclusion say about grassroots inspection", id="sentence"),
        pytest.param("petty corruption", id="two-words"),
        pytest.param("Who is the head of the unit?", id="the-is-a-syllable-too"),
        pytest.param("What's the conclusion?", id="contraction"),
        pytest.param("train the cadre", id="one-word-could-be-vietnamese"),
        pytest.param("INSPECTION", id="capitals"),
        pytest.param("inspection 2018", id="with-a-number"),
    ],
)
def test_english_is_told_from_vietnamese(typed: str) -> None:
    assert read(typed).meanings[0] == typed
    assert len(read(typed).meanings) == 2


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("ban do can bo", id="ban-do-can-are-english-words"),
        pytest.param("462-KL/TU", id="a-sign"),
        pytest.param("NQ 18", id="an-abbreviation-and-a-number"),
        pytest.param("UBKT TW", id="abbreviations"),
        pytest.param("qd 102 cua bct", id="abbreviations-in-small-letters"),
        pytest.param("video clip", id="foreign-words-that-are-not-known-english"),
        pytest.param("can bo to chuc dang", id="can-to"),
        pytest.param("so do ban hang", id="so-do-ban-hang"),
        pytest.param("the tham quan an toan", id="the-an"),
        pytest.param("in an do an me", id="in-an-me"),
        pytest.param("kiem tra internet", id="a-word-of-both"),
        pytest.param("kiểm tra inspection of the party committee", id="marks-decide"),
        pytest.param("2017", id="no-word-at-all"),
    ],
)
def test_vietnamese_that_looks_like_english_stays_vietnamese(typed: str) -> None:
    assert not read(typed).english
    assert read(typed).meanings[0] == read(typed).understood


def test_english_is_searched_by_its_translations_and_says_so() -> None:
    query = read("What's said of the grassroots inspection by Hanoi's police?")
    assert query.understood == "cơ sở · kiểm tra · hanoi · công an"
    assert [[" ".join(t.text for t in one) for one in unit.alternatives][:1] for unit in query.units] == [
        ["cơ sở"],
        ["kiểm tra"],
        ["hanoi"],
        ["công an"],
    ]
    assert query.meanings == (query.typed, "cơ sở kiểm tra hanoi công an")
    assert [query.understood[start:end] for start, end in query.changed] == ["cơ sở", "kiểm tra", "công an"]
    assert all(token.marked for unit in query.units for one in unit.alternatives for token in one)


def test_the_two_usual_translations_are_looked_up() -> None:
    tokens = read("rule").lexical_tokens()["near"]
    assert {"quy dinh", "quy tac"} <= set(tokens)
    assert "noi quy" not in tokens


def test_a_name_in_an_english_question_is_read_with_the_marks_the_library_gives_it() -> None:
    query = understand("inspection in Binh Thuan and Toronto", FakeVocabulary("tỉnh Bình Thuận", "kiểm tra"))
    assert query.understood.split(" · ")[1:] == ["bình thuận", "toronto"]
    assert [token.text for token in query.units[1].alternatives[0]] == ["bình", "thuận"]


@pytest.mark.parametrize("typed", ["what is this?", "don't they?", "Who can't it be, and when's that?"])
def test_english_without_content_has_no_unit_and_is_understood_as_typed(typed: str) -> None:
    assert read(typed).units == ()
    assert read(typed).understood == typed
    assert read(typed).meanings == (typed,)


def test_syllables_are_looked_up_in_the_field_they_were_typed_for_and_pairs_without_marks() -> None:
    tokens = read("Xử lý đảng viên vi pham ky luat the nao").lexical_tokens()
    assert tokens["marked"] == ["xử", "lý", "đảng", "viên"]
    assert tokens["bare"] == ["vi", "pham", "ky", "luat", "the", "nao"]
    near = "xu ly|ly dang|dang vien|vien vi|vi pham|pham ky|ky luat|luat the|the nao"
    with_one_between = "xu dang|ly vien|dang vi|vien pham|vi ky|pham luat|ky the|luat nao"
    assert tokens["near"] == f"{near}|{with_one_between}".split("|")


def test_words_of_the_language_are_looked_up_where_the_question_has_its_marks() -> None:
    asked = ["tỉnh", "ủy", "nói", "gì", "về", "kiểm_tra", "ở", "cơ_sở"]
    assert read("Tỉnh ủy nói gì về kiểm tra ở cơ sở?").lexical_tokens()["words"] == asked
    assert read("kiem tra o co so").lexical_tokens()["words"] == ["kiểm_tra", "ở", "cơ_sở"]
    assert understand("kiem tra o co so", HELD, literal=True).lexical_tokens()["words"] == []


def test_a_pair_is_bare_as_soon_as_one_of_the_two_is() -> None:
    marked, bare = Token("kiểm", True), Token("tra", False)
    assert pairs((marked, marked, bare)) == [("marked-pairs", "kiểm kiểm"), ("bare-pairs", "kiem tra")]


@pytest.mark.parametrize(
    ("typed", "asks"),
    [
        pytest.param("Lương là bao nhiêu?", "amount", id="how-much"),
        pytest.param("luong la bao nhieu", "amount", id="how-much-bare"),
        pytest.param("Có mấy chi bộ?", "amount", id="how-many"),
        pytest.param("How many members are there?", "amount", id="how-many-english"),
        pytest.param("Hội nghị họp ngày nào?", "date", id="which-day"),
        pytest.param("Hội nghị họp ngày mấy?", "date", id="which-day-by-number"),
        pytest.param("Đại hội vào tháng mấy", "date", id="which-month-by-number"),
        pytest.param("hoi nghi hop khi nao", "date", id="when-bare"),
        pytest.param("When was the conference?", "date", id="when-english"),
        pytest.param("Bí thư Tỉnh ủy là ai?", "holder", id="who-holds-an-office"),
        pytest.param("ai dang lam chu tich tinh", "holder", id="who-holds-an-office-bare"),
        pytest.param("Ai có quyền kỷ luật bí thư?", None, id="who-may"),
        pytest.param("Người đại diện là ai?", None, id="who-without-an-office"),
        pytest.param("Máy móc, thiết bị", None, id="a-word-that-only-sounds-so"),
        pytest.param("whenever needed", None, id="a-word-that-only-begins-so"),
        pytest.param("Vì sao phải kiểm tra?", None, id="neither"),
    ],
)
def test_a_question_says_whether_it_asks_for_an_amount_a_date_or_the_holder_of_an_office(
    typed: str, asks: str | None
) -> None:
    assert read(typed).asks == asks


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [
        pytest.param("  kiểm \t tra\n giám sát ", "kiểm tra giám sát", id="white-space"),
        pytest.param("kiểm\x00tra\x1b[31m", "kiểm tra [31m", id="control-characters"),
        pytest.param("gi\u00adám\u200b sát\ufeff", "giám sát", id="invisible-characters-part-no-word"),
        pytest.param("kiểm\u2028tra\u00a0sát", "kiểm tra sát", id="line-separators-and-no-break-spaces"),
        pytest.param("kiểm tra \udcff", "kiểm tra", id="bytes-that-were-not-utf-8"),
        pytest.param("\u202ekiểm tra\u202c", "kiểm tra", id="direction-marks"),
        pytest.param(unicodedata.normalize("NFD", "kiểm tra"), "kiểm tra", id="decomposed"),
        pytest.param("Ð\u00f0", "Đđ", id="eth"),
        pytest.param("kiểm 😀 tra 漢字 проверка", "kiểm 😀 tra 漢字 проверка", id="emoji-and-other-scripts"),
        pytest.param("<script>alert(1)</script> **kiểm tra**", "<script>alert(1)</script> **kiểm tra**", id="markup"),
    ],
)
def test_a_question_is_read_on_one_line_without_what_cannot_be_seen(typed: str, read_as: str) -> None:
    assert check_question(typed) == read_as
    assert read(typed).typed == read_as


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        pytest.param("", "Chưa có câu hỏi. Hãy gõ", id="empty"),
        pytest.param(" \t\n\u00a0\u200b\x00", "Chưa có câu hỏi. Hãy gõ", id="blank"),
        pytest.param("?!… — “”", "chỉ có dấu câu. Hãy gõ", id="punctuation"),
        pytest.param("😀🎉", "chỉ có dấu câu. Hãy gõ", id="emoji"),
        pytest.param("___ * _", "chỉ có dấu câu. Hãy gõ", id="underscores"),
        pytest.param("\u0301\u0309", "chỉ có dấu câu. Hãy gõ", id="marks-without-letters"),
        pytest.param("a" * 2001, r"dài 2\.001 ký tự, tối đa 2\.000\. Hãy rút gọn", id="2001"),
        pytest.param("kiểm tra " * 1111 + "a", r"dài 10\.000 ký tự, tối đa 2\.000\. Hãy rút gọn", id="10000"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_the_next_step(typed: str, message: str) -> None:
    with pytest.raises(QuestionError, match=message):
        read(typed)


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("a" * LONGEST_QUESTION, id="one-word"),
        pytest.param(("kiểm tra " * 250)[:LONGEST_QUESTION], id="many-words"),
        pytest.param("kiem tra " * 222, id="many-bare-words"),
        pytest.param("grassroots inspection " * 90, id="many-english-words"),
        pytest.param(unicodedata.normalize("NFD", "ế" * LONGEST_QUESTION), id="counted-in-letters-not-in-marks"),
        pytest.param("?" * 1999 + "x", id="almost-only-punctuation"),
    ],
)
def test_the_longest_question_is_still_understood(typed: str) -> None:
    assert read(typed).units


@given(st.text(max_size=80))
@example("0:FROM")
@settings(max_examples=150)
def test_whatever_is_typed_is_understood_or_refused(typed: str) -> None:
    try:
        query = read(typed)
    except QuestionError:
        assert not any(character.isalnum() for character in check_visible(typed))
        return
    assert 0.0 <= query.marked_share <= 1.0
    assert unicodedata.is_normalized("NFC", query.typed)
    assert query.meanings[0] in ((said := query.typed if query.english else query.understood), said.lower())
    assert bool(query.changed) == (query.understood != query.typed)
    assert all(0 <= start < end <= len(query.understood) for start, end in query.changed)
    as_typed = understand(typed, HELD, literal=True)
    assert (as_typed.understood, as_typed.changed, as_typed.english) == (as_typed.typed, (), False)
    assert all(unit.alternatives and all(unit.alternatives) for unit in query.units)


def check_visible(typed: str) -> str:
    """*typed* without characters that are halves of others or cannot be seen."""
    return "".join(character for character in typed if unicodedata.category(character) not in ("Cs", "Cf", "Cc"))
