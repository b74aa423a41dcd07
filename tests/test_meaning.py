"""A mention means every document that fits, held or catalogued: by day and term, by the citing day, by the title."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.citations import find_citations
from ingest.mentions import CitedAs
from ingest.models import Metadata
from ingest.store import Library, open_library
from ingest.store.meaning import Candidate, Meaning, choose
from tests.test_cited import central, put
from tests.test_who_cites import plan

OF_2017, OF_2022 = "18-NQ/TW@2017-10-25", "18-NQ/TW@2022-06-16"
SIGN = CitedAs("Nghị quyết", "18-NQ/TW")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path) as opened:
        yield opened


def on(year: int) -> Metadata:
    return Metadata(date=datetime.date(year, 11, 1))


@pytest.mark.parametrize(
    ("cited", "year", "meaning"),
    [
        pytest.param(SIGN, 2018, Meaning(known=(OF_2017,)), id="cited-before-the-other-was-issued"),
        pytest.param(SIGN, 2024, Meaning(known=(OF_2017, OF_2022)), id="either"),
        pytest.param(SIGN, 2016, Meaning(), id="cited-before-both"),
        pytest.param(CitedAs("Nghị quyết", "18-NQ/TW", term="XIII"), 2024, Meaning(known=(OF_2022,)), id="its-term"),
        pytest.param(
            CitedAs("Nghị quyết", "18-NQ/TW", date=datetime.date(2017, 10, 25)),
            2024,
            Meaning(known=(OF_2017,)),
            id="its-day",
        ),
        pytest.param(CitedAs("Quy định", "217-QĐ/TW"), 2024, Meaning(known=("217-QĐ/TW@2013-12-12",)), id="type-mixed"),
        pytest.param(CitedAs("Chỉ thị", "05-CT/TU"), 2024, Meaning(), id="a-province-without-a-day"),
        pytest.param(
            CitedAs("Nghị quyết", "12-NQ/TW"),
            2015,
            Meaning(known=("12-NQ/TW@2012-01-16",), sure=False),
            id="a-sign-nobody-is-sure-of",
        ),
        pytest.param(
            CitedAs("Nghị quyết", "12-NQ/TW"),
            2023,
            Meaning(known=("12-NQ/TW@2012-01-16", "12-NQ/TW@2017-06-03", "12-NQ/TW@2022-03-16")),
            id="a-sign-that-several-may-bear",
        ),
        pytest.param(
            CitedAs("Hướng dẫn", "05-HD/UBKTTW"),
            2023,
            Meaning(known=("05-HD/UBKTTW@2022-11-22",)),
            id="of-the-centre-too",
        ),
        pytest.param(CitedAs("Nghị quyết", "999-NQ/TW"), 2024, Meaning(), id="unknown"),
    ],
)
def test_the_catalogue_knows_what_is_not_held(library: Library, cited: CitedAs, year: int, meaning: Meaning) -> None:
    assert library.citing.find_meaning(cited, on(year)) == meaning


def test_the_title_beside_tells_one_of_several_that_are_not_verified(library: Library) -> None:
    said = " của Bộ Chính trị về lực lượng Công an"
    meant = library.citing.find_meaning(CitedAs("Nghị quyết", "12-NQ/TW"), on(2023), said)
    assert meant == Meaning(known=("12-NQ/TW@2022-03-16",))


@pytest.mark.parametrize(
    ("beside", "meaning"),
    [
        pytest.param(
            " về tiếp tục đổi mới, sắp xếp tổ chức bộ máy của hệ thống chính trị tinh gọn, hoạt động hiệu lực",
            Meaning(known=(OF_2017,)),
            id="its-title",
        ),
        pytest.param(" về đất đai;", Meaning(known=(OF_2022,)), id="the-other-title"),
        pytest.param(" của Trung ương và kế hoạch của tỉnh", Meaning(known=(OF_2017, OF_2022)), id="no-title"),
        pytest.param(
            " về đất đai, Nghị quyết số 18-NQ/TW về đổi mới, sắp xếp tổ chức bộ máy của hệ thống chính trị tinh gọn",
            Meaning(known=(OF_2022,)),
            id="its-title-before-that-of-the-other",
        ),
        pytest.param(
            " của Trung ương.\n2. Các quy định về đất đai;",
            Meaning(known=(OF_2017, OF_2022)),
            id="of-the-next-paragraph",
        ),
        pytest.param(
            " của Trung ương về sắp xếp tổ chức bộ máy tinh gọn, Tỉnh ủy yêu cầu các huyện báo cáo trước ngày 15",
            Meaning(known=(OF_2017,)),
            id="its-title-in-brief",
        ),
        pytest.param(" ve sap xep to chuc bo may;", Meaning(known=(OF_2017,)), id="in-brief-without-marks"),
        *(
            pytest.param(said, Meaning(known=(OF_2017, OF_2022)), id=f"other-words-{said[-7:]}")
            for said in (
                " về sắp xếp bộ máy cơ bản đạt yêu cầu.",
                " về xây dựng bộ máy hiện đại.",
                " về tiếp tục đổi mới, hoàn thiện thể chế, chính sách, nâng cao hiệu lực, hiệu quả",
            )
        ),
    ],
)
def test_of_several_the_title_beside_says_which(library: Library, beside: str, meaning: Meaning) -> None:
    assert library.citing.find_meaning(SIGN, on(2024), beside) == meaning


def test_who_is_cited_is_told_by_as_many_words_as_what_is_cited(library: Library) -> None:
    land = put(library, central("ngày 16 tháng 6 năm 2022").replace("về một việc", "về đất đai"))
    body = "Thực hiện Nghị quyết số 18-NQ/TW của Hội nghị lần thứ sáu Ban Chấp hành Trung ương Đảng Cộng sản "
    body += "Việt Nam về một số vấn đề về tiếp tục đổi mới, sắp xếp tổ chức bộ máy của "
    citing = put(library, plan(body + "hệ thống chính trị tinh gọn.", "ngày 05 tháng 02 năm 2024"))
    cites = [one.only for one in library.citing.find_meanings(library.get(citing)).values() if one.only]
    told = [key for key in (OF_2017, land) for one in library.citing.find_mentions(key) if one.document_id == citing]
    assert told == [key for key in cites if key in (OF_2017, land)] == [OF_2017]


def test_a_held_document_takes_the_place_of_its_record_and_leaves_the_other_possible(library: Library) -> None:
    held = put(library, central("ngày 25 tháng 10 năm 2017"))
    assert held == OF_2017
    assert library.citing.find_meaning(SIGN, on(2018)) == Meaning(held=(OF_2017,))
    both = library.citing.find_meaning(SIGN, on(2024))
    assert (both, both.outcome, both.only) == (Meaning((OF_2017,), (OF_2022,)), "ambiguous", None)


@pytest.mark.parametrize(
    ("beside", "meant"),
    [
        pytest.param(" năm 2022 của Trung ương", OF_2022, id="its-year"),
        pytest.param(" năm 2017", OF_2017, id="the-other-year"),
        pytest.param(" năm 2019", None, id="the-year-of-neither"),
        pytest.param(" của Ban Chấp hành Trung ương", None, id="the-issuer-of-both"),
        pytest.param(" của Tỉnh ủy", None, id="the-issuer-of-neither"),
    ],
)
def test_of_several_the_year_beside_says_which(library: Library, beside: str, meant: str | None) -> None:
    assert library.citing.find_meaning(SIGN, on(2024), beside).only == meant


@pytest.mark.parametrize(
    "beside", [" của Bộ Chính trị về công an", ", của BCT", " năm 2022 của Bộ Chính trị (khóa XIII)"]
)
def test_of_several_the_issuer_beside_says_which(library: Library, beside: str) -> None:
    put(library, central("ngày 3/5/2022", "99-NQ/TW"))
    raw = central("ngày 4/6/2022", "99-NQ/TW").replace("BAN CHẤP HÀNH TRUNG ƯƠNG", "BỘ CHÍNH TRỊ")
    meant = put(library, raw)
    assert library.citing.find_meaning(CitedAs(number="99-NQ/TW"), on(2024)).outcome == "ambiguous"
    assert library.citing.find_meaning(CitedAs(number="99-NQ/TW"), on(2024), beside) == Meaning(held=(meant,))


def of_province(name: str, day: str) -> str:
    head = f"{name.upper()}\n*\nSố 05-CT/TU\nĐẢNG CỘNG SẢN VIỆT NAM\n{name.removeprefix('Tỉnh ủy ')}, {day}\n"
    return f"{head}\nCHỈ THỊ\nvề một việc\n\n1. Nội dung.\n"


def test_of_two_provinces_the_one_that_is_said_is_meant_else_that_of_the_citing_document(library: Library) -> None:
    first = put(library, of_province("Tỉnh ủy Bình An", "ngày 03 tháng 5 năm 2017"))
    second = put(library, of_province("Tỉnh ủy Hà Giang", "ngày 04 tháng 6 năm 2018"))
    cited, citing = CitedAs("Chỉ thị", "05-CT/TU"), datetime.date(2019, 1, 1)

    def mean(beside: str = "", issuer: str | None = None) -> Meaning:
        return library.citing.find_meaning(cited, Metadata(date=citing, issuer=issuer), beside)

    assert mean(" của Tỉnh ủy Hà Giang về") == Meaning(held=(second,))
    assert mean(issuer="Văn phòng Tỉnh ủy Bình An") == Meaning(held=(first,))
    assert mean(issuer="Huyện ủy Yên Bình") == Meaning(held=(first, second))
    assert mean(" của Tỉnh ủy").outcome == "ambiguous"


def test_a_sign_of_a_province_never_means_one_of_the_centre(library: Library) -> None:
    put(library, central("ngày 15 tháng 5 năm 2016", "05-CT/TW"))
    for written in ("05-CT/TU", "05-CT/T.U", "05 - CT/TU"):
        (citation,) = find_citations(f"Thực hiện Chỉ thị số {written}.")
        assert citation.number == "05-CT/TU"
        assert library.citing.find_meaning(citation.cited_as, on(2024)) == Meaning()


@pytest.mark.parametrize(
    ("words", "year", "meant"),
    [
        pytest.param("Nghị quyết số 18-NQ/TW", 2018, OF_2017, id="as-its-own-day-tells"),
        pytest.param("Nghị quyết số 18-NQ/TW", 2024, None, id="possibly-both"),
        pytest.param("Nghị quyết số 18-NQ/TW về đất đai", 2024, OF_2022, id="by-the-title-beside-it"),
        pytest.param("Nghị quyết số 18-NQ/TW năm 2017", 2024, OF_2017, id="by-the-year"),
        pytest.param("Nghị quyết số 18-NQ/TW Hội nghị Trung ương 6 khóa XII", 2024, OF_2017, id="by-the-term"),
        pytest.param("Quy định 217 của Bộ Chính trị", 2024, "217-QĐ/TW@2013-12-12", id="a-decision-called-regulation"),
        pytest.param("Quyết định số 102-QĐ/TW", 2018, "102-QĐ/TW@2017-11-15", id="a-regulation-called-decision"),
        pytest.param("Chỉ thị số 05-CT/TU", 2018, None, id="a-province's-and-not-the-centre's"),
        pytest.param("quyet dinh 217-qd/tw", 2018, "217-QĐ/TW@2013-12-12", id="typed-without-marks"),
        pytest.param("NQTW6 (khóa XII)", 2024, OF_2017, id="by-its-conference"),
    ],
)
def test_a_mention_in_a_text_means_what_its_words_and_the_day_of_the_text_say(
    library: Library, words: str, year: int, meant: str | None
) -> None:
    text = library.get(put(library, plan(f"Thực hiện {words}.", f"ngày 05 tháng 02 năm {year}")))
    (meaning,) = library.citing.find_meanings(text).values()
    assert meaning.only == meant


def test_a_conference_without_its_term_means_those_of_every_term_held_by_then(library: Library) -> None:
    cited = CitedAs("Nghị quyết", name="Nghị quyết Trung ương 4")
    assert library.citing.find_meaning(cited, on(2013)) == Meaning(known=("12-NQ/TW@2012-01-16",))
    assert library.citing.find_meaning(cited, on(2018)).outcome == "ambiguous"
    citing = put(library, plan("Thực hiện NQTW4."))
    (meaning,) = library.citing.find_meanings(library.get(citing)).values()
    assert set(meaning.known) == {"12-NQ/TW@2012-01-16", "04-NQ/TW@2016-10-30"}


@pytest.mark.parametrize("words", ["Luật Thuế tiêu thụ đặc biệt", "Luật thuế tiêu thụ đặc biệt"])
def test_a_law_that_prints_its_kind_in_a_line_of_its_own_is_meant_by_its_whole_name(
    library: Library, words: str
) -> None:
    law = put(
        library, "LUẬT\nThuế tiêu thụ đặc biệt\n\nĐiều 1. Phạm vi\nLuật Thuế tiêu thụ đặc biệt quy định về thuế.\n"
    )
    citing = put(library, plan(f"Thực hiện {words}."))
    (meaning,) = library.citing.find_meanings(library.get(citing)).values()
    assert meaning.only == law
    assert [one.document_id for one in library.cited_by(law)] == [citing]


def test_what_is_held_and_younger_is_not_meant(library: Library) -> None:
    put(library, central("ngày 02 tháng 03 năm 2020", "98-NQ/TW"))
    assert library.citing.find_meaning(CitedAs(number="98-NQ/TW"), on(2019)).outcome == "unknown"
    assert library.citing.find_meaning(CitedAs(number="98-NQ/TW"), on(2020)).outcome == "resolved"


def test_an_unknown_day_leaves_both_possible() -> None:
    dated = Candidate("a", datetime.date(2020, 1, 1), "Việc một", held=True)
    undated = Candidate("b", None, "Việc hai", held=True)
    assert choose([dated, undated], datetime.date(2019, 1, 1), "") == Meaning(("b",))
    assert choose([dated, undated], None, "") == Meaning(("a", "b"))
    assert (Meaning(("a",)).outcome, Meaning((), ("a",)).outcome) == ("resolved", "not_held")
