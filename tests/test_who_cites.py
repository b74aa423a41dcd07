"""From mention to document and back: what a mention means, and who in the library cites a document."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.documents import read_document
from ingest.errors import NotHeldError
from ingest.models import Document, Metadata
from ingest.store import Library, open_library

NOTICE = Path(__file__).parent.parent / "data" / "documents" / "thong-bao-2018-01-26.txt"
RULE = "102-QĐ/TW@2017-11-15"
HEAD = "BAN CHẤP HÀNH TRUNG ƯƠNG\n*\nSố 102-QĐ/TW\nĐẢNG CỘNG SẢN VIỆT NAM\nHà Nội, ngày 15 tháng 11 năm 2017\n"
FULL_TEXT = f"{HEAD}\nQUY ĐỊNH\nvề xử lý kỷ luật\n\nĐiều 1. Phạm vi\n\n1. Một khoản.\n"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path) as opened:
        yield opened


def put(library: Library, raw: str) -> str:
    return library.add(read_document(raw, "tep.txt"), raw.encode()).document_id


def plan(words: str, day: str = "ngày 05 tháng 02 năm 2019") -> str:
    return f"TỈNH ỦY\n*\nSố 09-KH/TU\nPhan Thiết, {day}\nKẾ HOẠCH\nvề một việc\n\n1. {words}\n"


@pytest.mark.parametrize(
    ("document_id", "places"),
    [
        pytest.param(RULE, ["II.5"], id="by-sign"),
        pytest.param("04-NQ/TW@2016-10-30", ["I.1.gach-5", "II.2.doan-2"], id="by-sign-and-by-conference"),
        pytest.param("12-NQ/TW@2012-01-16", ["II.2.doan-2"], id="by-conference-alone"),
        pytest.param("462-KL/TU@2018-01-04", ["mo-dau", "I.mo-dau", "II.mo-dau"], id="of-a-province"),
        pytest.param("18-NQ/TW@2022-06-16", [], id="same-sign-of-another-term"),
        pytest.param("không-có", [], id="unknown"),
    ],
)
def test_every_mention_of_a_document_is_found_with_its_place(
    library: Library, document_id: str, places: list[str]
) -> None:
    text = read_document(NOTICE.read_text("utf-8"), NOTICE.name).text
    put(library, NOTICE.read_text("utf-8"))
    found = library.cited_by(document_id)
    assert [mention.address for mention in found] == places
    for mention in found:
        start = mention.excerpt_start
        assert text[start : start + len(mention.excerpt)] == mention.excerpt
        assert text[mention.citation.start : mention.citation.end] == mention.citation.text
        assert mention.citation.text in mention.excerpt


def test_a_removed_document_cites_nobody_and_does_so_again_when_restored(library: Library) -> None:
    held = put(library, plan("Thực hiện Quy định số 102-QĐ/TW."))
    assert [mention.document_id for mention in library.cited_by(RULE)] == [held]
    library.remove(held)
    assert library.cited_by(RULE) == []
    put(library, plan("Thực hiện Quy định số 102-QĐ/TW."))
    assert len(library.cited_by(RULE)) == 1


def test_a_document_does_not_cite_itself_and_is_cited_when_held_too(library: Library) -> None:
    rule = put(library, FULL_TEXT + "\n2. Theo Quy định số 102-QĐ/TW này.\n")
    other = put(library, plan("Thực hiện Quy định số 102-QĐ/TW."))
    assert rule == RULE
    assert [mention.document_id for mention in library.cited_by(rule)] == [other]


@pytest.mark.parametrize(
    ("words", "day", "meant"),
    [
        pytest.param("Nghị quyết số 18-NQ/TW", "ngày 05 tháng 02 năm 2019", True, id="sign-alone"),
        pytest.param("Nghị quyết số 18-NQ/TW", "ngày 05 tháng 02 năm 2016", False, id="not-issued-yet"),
        pytest.param("Nghị quyết số 18-NQ/TW khóa XII", "ngày 05 tháng 02 năm 2023", True, id="its-term"),
        pytest.param("Nghị quyết số 18-NQ/TW khóa XI", "ngày 05 tháng 02 năm 2023", False, id="another-term"),
        pytest.param("Nghị quyết số 18-NQ/TW ngày 16/6/2021", "ngày 05 tháng 02 năm 2023", False, id="another-day"),
        pytest.param("Nghị quyết số 18-NQ/TW ngày 25/10/2017", "ngày 05 tháng 02 năm 2023", True, id="its-day"),
        pytest.param("Nghị quyết Trung ương 6 khóa XII", "ngày 05 tháng 02 năm 2023", True, id="its-name"),
        pytest.param("Nghị quyết Trung ương 6 khóa XI", "ngày 05 tháng 02 năm 2023", False, id="another-conference"),
        pytest.param("Nghị quyết 18 ngày 25/10/2017", "ngày 05 tháng 02 năm 2023", True, id="bare-number-and-day"),
        pytest.param("Nghị quyết 18 năm 2017", "ngày 05 tháng 02 năm 2023", True, id="bare-number-and-year"),
        pytest.param("Nghị quyết 18 của Trung ương", "ngày 05 tháng 02 năm 2023", True, id="bare-number-of-the-centre"),
        pytest.param("Nghị quyết 18 của Tỉnh ủy", "ngày 05 tháng 02 năm 2023", False, id="bare-number-of-a-province"),
        pytest.param("Nghị quyết 18 năm 2022", "ngày 05 tháng 02 năm 2023", False, id="bare-number-of-another-year"),
        pytest.param("Nghị quyết số 18", "ngày 05 tháng 02 năm 2023", False, id="bare-number-alone"),
        pytest.param("Kết luận 18 ngày 25/10/2017", "ngày 05 tháng 02 năm 2023", False, id="bare-number-another-type"),
    ],
)
def test_a_mention_means_a_catalogued_document_only_where_it_surely_fits(
    library: Library, words: str, day: str, meant: bool
) -> None:
    held = put(library, plan(f"Thực hiện {words}.", day))
    document = library.get(held)
    (citation,) = document.citations
    found = library.citing.find_meaning(citation.cited_as, document.metadata).only
    assert found == ("18-NQ/TW@2017-10-25" if meant else None)
    assert bool(library.cited_by("18-NQ/TW@2017-10-25")) == meant


@pytest.mark.parametrize("words", ["Nghị quyết số 18-NQ/TW khóa XIII", "Nghị quyết số 18-NQ/TW ngày 16/6/2022"])
def test_of_two_that_bear_a_sign_the_term_or_the_day_says_which(library: Library, words: str) -> None:
    document = library.get(put(library, plan(f"Thực hiện {words}.", "ngày 05 tháng 02 năm 2023")))
    (citation,) = document.citations
    assert library.citing.find_meaning(citation.cited_as, document.metadata).only == "18-NQ/TW@2022-06-16"
    assert not library.cited_by("18-NQ/TW@2017-10-25")


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("Kết luận số 462-KL/TU", id="of-any-province"),
        pytest.param("Nghị quyết số 12-NQ/TW", id="number-not-certain"),
        pytest.param("Chỉ thị số 05-CT/TU", id="province-for-centre"),
    ],
)
def test_a_bare_sign_that_many_bear_means_nothing(library: Library, words: str) -> None:
    document = library.get(put(library, plan(f"Thực hiện {words}.")))
    assert library.citing.find_meaning(document.citations[0].cited_as, document.metadata).only is None


def test_the_full_text_takes_the_place_of_the_record(library: Library) -> None:
    citing = library.get(put(library, plan("Thực hiện Quy định số 102-QĐ/TW.")))
    assert [record.id for record in library.citing.find_cited_records()] == [RULE]
    with pytest.raises(NotHeldError):
        library.find_id("Quy định 102")
    undated = FULL_TEXT.replace("Hà Nội, ngày 15 tháng 11 năm 2017\n", "")
    held = put(library, undated)
    assert held != RULE
    assert library.citing.find_meaning(citing.citations[0].cited_as, citing.metadata).only == held
    assert library.find_id("Quy định 102") == held
    assert library.find_id(RULE) == held
    assert library.citing.find_cited_records() == []
    library.remove(held)
    assert [record.id for record in library.citing.find_cited_records()] == [RULE]


@pytest.mark.parametrize(
    ("words", "day", "meant"),
    [
        pytest.param("Luật Đất đai", "ngày 05 tháng 02 năm 2018", True, id="name"),
        pytest.param("luật đất đai", "ngày 05 tháng 02 năm 2018", False, id="no-name-but-a-field-of-law"),
        pytest.param("Luật Đất đai 2013", "ngày 05 tháng 02 năm 2018", True, id="name-and-year"),
        pytest.param("Luật Đất đai ngày 29/11/2013", "ngày 05 tháng 02 năm 2018", True, id="name-and-day"),
        pytest.param("Luật Đất đai năm 2003", "ngày 05 tháng 02 năm 2018", False, id="another-year"),
        pytest.param("Luật Đất đai", "ngày 05 tháng 02 năm 2010", False, id="before-it-was-passed"),
        pytest.param("Luật Nhà ở", "ngày 05 tháng 02 năm 2018", False, id="another-law"),
    ],
)
def test_a_law_that_is_held_is_meant_by_its_name(library: Library, words: str, day: str, meant: bool) -> None:
    law = Document(
        "luat", "Luật", Metadata(type="Luật", title="Luật Đất đai", date=datetime.date(2013, 11, 29)), (), ()
    )
    held = library.add(law, b"Lu").document_id
    citing = library.get(put(library, plan(f"Thực hiện {words}.", day)))
    found = [library.citing.find_meaning(citation.cited_as, citing.metadata).only for citation in citing.citations]
    assert (held in found, bool(library.cited_by(held))) == (meant, meant)
