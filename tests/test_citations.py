"""Mentions of other documents: where they stand, what they name, in the ways people write them."""

from __future__ import annotations

import datetime
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.citations import find_citations
from ingest.citing.around import roman_term
from ingest.cleaning import clean_text
from ingest.documents import read_document
from ingest.mentions import Citation

NOTICE = Path(__file__).parent.parent / "data" / "documents" / "thong-bao-2018-01-26.txt"
NEW_YEAR = datetime.date(2018, 1, 4)


def find(raw: str) -> tuple[Citation, ...]:
    return find_citations(clean_text(raw))


def one(raw: str) -> Citation:
    (citation,) = find(raw)
    return citation


def test_the_notice_mentions_eight_documents_twelve_times() -> None:
    """As people count them: "khóa XII" after "Trung ương 04 khóa XI và" is 04-NQ/TW again."""
    document = read_document(NOTICE.read_text("utf-8"), NOTICE)

    assert [(c.text, c.number, c.term, c.date) for c in document.citations] == [
        ("Kết luận số 462-KL/TU, ngày 04/01/2018", "462-KL/TU", None, NEW_YEAR),
        ("Kết luận số 462-KL/TU, ngày 04/01/2018", "462-KL/TU", None, NEW_YEAR),
        ("Nghị quyết số 04-NQ/TW", "04-NQ/TW", "XII", None),
        ("Chỉ thị số 05-CT/TW", "05-CT/TW", None, None),
        ("Kết luận số 462-KL/TU, ngày 04/01/2018", "462-KL/TU", None, NEW_YEAR),
        ("Nghị quyết số 18-NQ/TW", "18-NQ/TW", "XII", None),
        ("Nghị quyết Trung ương 04 khóa XI", None, "XI", None),
        ("khóa XII", "04-NQ/TW", "XII", None),
        ("Chỉ thị số 05-CT/TW", "05-CT/TW", "XII", None),
        ("Quy định số 102-QĐ/TW", "102-QĐ/TW", None, None),
        ("quy định số 217-QĐ/TW", "217-QĐ/TW", None, None),
        ("Quy định số 218-QĐ/TW", "218-QĐ/TW", None, None),
    ]
    assert len({c.number or c.name for c in document.citations}) == 8
    assert [c.type for c in document.citations if c.number == "217-QĐ/TW"] == ["Quy định"]


@pytest.mark.parametrize(
    ("raw", "span", "kind", "number"),
    [
        pytest.param("Nghị quyết số 18-NQ/TW", None, "Nghị quyết", "18-NQ/TW", id="norm"),
        pytest.param("NGHỊ QUYẾT SỐ 19/NQ-TW", None, "Nghị quyết", "19-NQ/TW", id="capitals"),
        pytest.param("Quyết định số 217/QĐ-TW", None, "Quyết định", "217-QĐ/TW", id="slash-and-hyphen-swapped"),
        pytest.param("Quyết định 217 QĐ/TW", None, "Quyết định", "217-QĐ/TW", id="space-for-hyphen"),
        pytest.param("theo 217 QĐ/ TW", "217 QĐ/ TW", None, "217-QĐ/TW", id="stray-space"),
        pytest.param("quyết định 218 – QĐ/TW", None, "Quyết định", "218-QĐ/TW", id="en-dash"),
        pytest.param("QĐ 217/QĐ-TW", None, "Quyết định", "217-QĐ/TW", id="type-abbreviated"),
        pytest.param("Quy định số 181 - QĐ/TW", None, "Quy định", "181-QĐ/TW", id="spaces-around-the-hyphen"),
        pytest.param("Quy định 69-QĐ-TW", None, "Quy định", "69-QĐ/TW", id="hyphen-for-slash"),
        pytest.param("Quyết định 66-QĐ/TW 2017", "Quyết định 66-QĐ/TW", "Quyết định", "66-QĐ/TW", id="wrong-type"),
        pytest.param("Quy định 66/QĐ/TW", None, "Quy định", "66-QĐ/TW", id="two-slashes"),
        pytest.param("Quy định số 69-QÐ/TW", "Quy định số 69-QĐ/TW", "Quy định", "69-QĐ/TW", id="eth-for-dyet"),
        pytest.param("Quy định số\u00a09-QĐ/TW", "Quy định số 9-QĐ/TW", "Quy định", "9-QĐ/TW", id="hard-space"),
        pytest.param("Quy  định số 102-QĐ/TW", None, "Quy định", "102-QĐ/TW", id="two-spaces"),
        pytest.param("Chỉ thị số 05-CT/TƯ", None, "Chỉ thị", "05-CT/TW", id="central-with-horn"),
        pytest.param("Chỉ thị số 05-CT/BCT", None, "Chỉ thị", "05-CT/BCT", id="wrong-body-written-as-the-party-does"),
        pytest.param("theo số31-QĐ/TW", "31-QĐ/TW", None, "31-QĐ/TW", id="lost-space"),
        pytest.param("Qui định số 367 - QĐ/TWĐTN-VP", None, "Quy định", "367-QĐ/TWĐTN-VP", id="qui-dinh"),
        pytest.param("Công văn 09-QC/TW", None, "Công văn", "09-QC/TW", id="wrong-type-for-the-code"),
        pytest.param("Regulation No. 69-QD/TW", None, "Quy định", "69-QĐ/TW", id="english"),
        pytest.param("Quy định số 07-QĐi/TW", None, "Quy định", "07-QĐi/TW", id="quy-dinh-of-2018"),
        pytest.param("Kết luận số 1-KL/TU.", "Kết luận số 1-KL/TU", "Kết luận", "1-KL/TU", id="end-of-a-sentence"),
        pytest.param("Hướng dẫn số 04-HD/UBKTTW", None, "Hướng dẫn", "04-HD/UBKTTW", id="inspection-commission"),
        pytest.param("Nghị định số 34/2016/NĐ-CP", None, "Nghị định", "34/2016/NĐ-CP", id="state"),
        pytest.param("Luật số 80/2015/QH13", None, "Luật", "80/2015/QH13", id="law"),
        pytest.param("Thông báo số 24/TB-VPCP", None, "Thông báo", "24/TB-VPCP", id="state-administrative"),
    ],
)
def test_reads_the_ways_a_sign_is_cited(raw: str, span: str | None, kind: str | None, number: str) -> None:
    citation = one(raw)

    assert citation.text == (span or raw)
    assert (citation.type, citation.number, citation.name, citation.date) == (kind, number, None, None)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        pytest.param(" ngày 25/10/2017", datetime.date(2017, 10, 25), id="slashes"),
        pytest.param(", ngày 15-5-2016", datetime.date(2016, 5, 15), id="comma-and-hyphens"),
        pytest.param(" ngày 08 tháng 8 năm 2025", datetime.date(2025, 8, 8), id="in-words"),
    ],
)
def test_a_day_that_follows_belongs_to_the_mention(written: str, day: datetime.date) -> None:
    citation = one(f"theo Quy định 86-QĐ/TW{written}, của Bộ Chính trị")
    assert (citation.text, citation.date) == (f"Quy định 86-QĐ/TW{written}", day)


def test_an_impossible_day_belongs_to_nothing() -> None:
    citation = one("Quy định 102-QĐ/TW ngày 31/02/2018")
    assert (citation.text, citation.date) == ("Quy định 102-QĐ/TW", None)


@pytest.mark.parametrize(
    ("raw", "spans"),
    [
        pytest.param("217 QĐ/TW, 218 QĐ/TW", ["217 QĐ/TW", "218 QĐ/TW"], id="list"),
        pytest.param(
            "Quy định 102/QĐ-TW; Quy định 69-QĐ-TW", ["Quy định 102/QĐ-TW", "Quy định 69-QĐ-TW"], id="semicolon"
        ),
        pytest.param(
            "Quyết định số 217-QĐ/TW và Quyết định số 218-QĐ/TW ngày 12/12/2013",
            ["Quyết định số 217-QĐ/TW", "Quyết định số 218-QĐ/TW ngày 12/12/2013"],
            id="one-day-behind-two",
        ),
        pytest.param("(102-QĐ/TW)", ["102-QĐ/TW"], id="brackets"),
    ],
)
def test_each_sign_is_a_mention_of_its_own(raw: str, spans: list[str]) -> None:
    assert [citation.text for citation in find(raw)] == spans


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        pytest.param("Nghị quyết Trung ương 4 (khóa XI)", [("Nghị quyết Trung ương 4 (khóa XI)", "XI")], id="brackets"),
        pytest.param(
            "Nghị quyết Trung ương 4 khoá 11", [("Nghị quyết Trung ương 4 khoá 11", "XI")], id="arabic-digits"
        ),
        pytest.param("Nghị quyết T.Ư 4, khóa XI", [("Nghị quyết T.Ư 4, khóa XI", "XI")], id="abbreviated"),
        pytest.param("Nghị quyết TW4 khóa 11", [("Nghị quyết TW4 khóa 11", "XI")], id="without-a-space"),
        pytest.param(
            "Nghị quyết Trung ương 4 khóa XI và khóa XII",
            [("Nghị quyết Trung ương 4 khóa XI", "XI"), ("khóa XII", "XII")],
            id="second-term",
        ),
        pytest.param(
            "Nghị quyết Trung ương 4 khóa XI, XII và XIII",
            [("Nghị quyết Trung ương 4 khóa XI", "XI"), ("XII", "XII"), ("XIII", "XIII")],
            id="list-of-terms",
        ),
    ],
)
def test_a_resolution_cited_by_conference_and_term(raw: str, found: list[tuple[str, str]]) -> None:
    citations = find(raw)
    assert [(citation.text, citation.term) for citation in citations] == found
    assert [citation.name for citation in citations] == [f"Nghị quyết Trung ương 4 khóa {term}" for _, term in found]


@pytest.mark.parametrize(
    ("raw", "term"),
    [
        pytest.param("Nghị quyết số 04-NQ/TW của Trung ương (khóa XII)", "XII", id="body-and-brackets"),
        pytest.param("Chỉ thị số 05-CT/TW, ngày 15-5-2016, của Bộ Chính trị khóa XII", "XII", id="day-and-body"),
        pytest.param("Nghị quyết số 04-NQ/TW khóa 12", "XII", id="at-once"),
        pytest.param("Quy định số 102-QĐ/TW của Bộ Chính trị về kỷ luật; Đại hội khóa XII", None, id="of-another"),
    ],
)
def test_the_term_is_taken_from_the_words_that_follow(raw: str, term: str | None) -> None:
    assert one(raw).term == term


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param("ngày 26/01/2018, kỳ 2020 – 2025, đạt 15/15 chỉ tiêu", id="figures"),
        pytest.param("ngày 12/12/2013 QĐ/TW", id="code-behind-a-date"),
        pytest.param("số 1/2/3-QĐ/TW", id="inside-a-longer-number"),
        pytest.param("Nghị quyết của Trung ương; Quy định này; Kết luận Hội nghị", id="no-number"),
        pytest.param("", id="empty"),
    ],
)
def test_what_is_no_sign_is_no_mention(raw: str) -> None:
    assert find(raw) == ()


def test_a_document_does_not_mention_itself_but_does_mention_its_namesake_of_another_day() -> None:
    place_and_day = "Bình Thuận, ngày 05 tháng 02 năm 2018"
    head = f"TỈNH ỦY\n*\nSố 05-CT/TU\nĐẢNG CỘNG SẢN VIỆT NAM\n{place_and_day}\nCHỈ THỊ\nvề dân vận\n\n"
    raw = f"{head}Kèm theo Chỉ thị số 05-CT/TU, ngày 05/02/2018 và 05-CT/TW.\nThay Chỉ thị số 05-CT/TU, ngày 04/5/2011."
    assert [c.text for c in read_document(raw, "x.txt").citations] == [
        "05-CT/TW",
        "Chỉ thị số 05-CT/TU, ngày 04/5/2011",
    ]


@pytest.mark.parametrize(("raw", "term"), [("12", "XII"), ("xii", "XII"), ("XIV", "XIV"), ("4", "IV"), ("99", "99")])
def test_a_term_reads_in_roman_digits(raw: str, term: str) -> None:
    assert roman_term(raw) == term


PIECES = (
    *(
        "Quy định số ",
        "quyết định ",
        "102-QĐ/TW",
        "217/QĐ-TW",
        "34/2016/NĐ-CP",
        "80/2015/QH13",
        "ngày 04/01/2018",
        ", ",
    ),
    *(
        " và ",
        "khóa XII",
        "Nghị quyết Trung ương 4 khóa XI",
        "\n",
        ". ",
        "15/15 ",
        "26/01/2018",
        "của Bộ Chính trị ",
        " ",
    ),
)


@settings(max_examples=200)
@given(st.lists(st.sampled_from(PIECES), max_size=15).map("".join) | st.text(max_size=40))
def test_mentions_are_slices_in_order_none_inside_another(raw: str) -> None:
    text = clean_text(raw)
    citations = find_citations(text)

    assert all(text[c.start : c.end] == c.text == c.text.strip() for c in citations)
    assert all(before.end <= after.start for before, after in pairwise(citations))
    assert all(c.number or c.name for c in citations)


@settings(max_examples=100)
@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)), st.sampled_from(("/", "-", ".")))
def test_no_mention_begins_inside_a_date(day: datetime.date, joint: str) -> None:
    written = day.strftime(f"%d{joint}%m{joint}%Y")
    assert find(f"họp ngày {written}, từ {written} đến {written}") == ()
    assert [c.text for c in find(f"ngày {written} của Quy định số 102-QĐ/TW")] == ["Quy định số 102-QĐ/TW"]
