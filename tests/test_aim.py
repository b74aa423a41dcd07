"""What a question names leads; conditions raise or exclude; what is not held is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.ask import answer_question
from index.finding.aim import says_more
from index.search import Hit, Searcher, open_searcher
from index.settings import Settings
from ingest.store import open_library
from tests.fakes import FAKE_MODEL, FakeEncoder, add_text, build


def write(kind: str, number: str, day: str, body: str, letterhead: str = "BAN CHẤP HÀNH TRUNG ƯƠNG") -> str:
    return f"{letterhead}\n*\nSố {number}\n\nHà Nội, {day}\n\n{kind}\n\n{body}\n"


DISCIPLINE = write(
    "QUY ĐỊNH\nvề xử lý kỷ luật đảng viên vi phạm",
    "102-QĐ/TW",
    "ngày 15 tháng 11 năm 2017",
    "Chương I\nQUY ĐỊNH CHUNG\n\nĐiều 1. Phạm vi\n\nQuy định này áp dụng với đảng viên.\n\n"
    "Điều 2. Nguyên tắc\n\n1. Mọi đảng viên đều bình đẳng.\n\n2. Kết luận phải rõ ràng.\n\n"
    "Chương II\nTHỜI HIỆU\n\nĐiều 3. Thời hiệu\n\n1. Khiển trách: năm năm.\n\n2. Cảnh cáo: mười năm.",
)
FRONT = write(
    "QUYẾT ĐỊNH\nvề giám sát và phản biện xã hội",
    "217-QĐ/TW",
    "ngày 12 tháng 12 năm 2013",
    "Điều 1. Ban hành\n\nBan hành quy chế giám sát.\n\nĐiều 2. Thực hiện\n\nCác cấp ủy thực hiện.\n\n"
    "Điều 3. Hiệu lực\n\nCó hiệu lực từ ngày ký.",
)
STREAMLINING = write(
    "NGHỊ QUYẾT\nvề sắp xếp tổ chức bộ máy",
    "18-NQ/TW",
    "ngày 25 tháng 10 năm 2017",
    "I. QUAN ĐIỂM\n\n1. Tinh gọn bộ máy.",
)
LAND = write(
    "NGHỊ QUYẾT\nvề đất đai", "18-NQ/TW", "ngày 16 tháng 6 năm 2022", "I. QUAN ĐIỂM\n\n1. Đất đai của toàn dân."
)
NOTE = (
    "THÔNG BÁO\nvề dân vận\n\nI. ĐÁNH GIÁ\n\n1. Thực hiện Quy định số 102-QĐ/TW về kỷ luật.\n\n"
    "2. Thực hiện Chỉ thị số 05-CT/TW.\n\n3. Giám sát ở cơ sở.\n"
)


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    home = tmp_path_factory.mktemp("library")
    texts = {"102": DISCIPLINE, "217": FRONT, "18": STREAMLINING, "18-dat": LAND, "tb": NOTE}
    for name, text in texts.items():
        add_text(home, text, f"{name}.txt")
    build(home, FakeEncoder())
    return open_searcher(Settings(home, FAKE_MODEL), FakeEncoder())


def places(hits: list[Hit]) -> list[tuple[str, str]]:
    return [((hit.metadata.source or "").removesuffix(".txt"), hit.passage.address) for hit in hits]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        pytest.param("Điều 3 QĐ 102", [("102", "dieu-3.khoan-1"), ("102", "dieu-3.khoan-2")], id="all-of-an-article"),
        pytest.param("dieu 3 quy dinh 102", [("102", "dieu-3.khoan-1")], id="without-accents"),
        pytest.param("khoản 2 Điều 2 Quyết định 102/QĐ-TW", [("102", "dieu-2.khoan-2")], id="clause"),
        pytest.param("Article 1 of Decision 217-QD/TW of 2013", [("217", "dieu-1")], id="english"),
        pytest.param("điều 3 của quyết định 217 nói gì?", [("217", "dieu-3")], id="asked"),
        pytest.param("Chương II Quy định 102", [("102", "dieu-3.khoan-1"), ("102", "dieu-3.khoan-2")], id="chapter"),
        pytest.param("thời hiệu cảnh cáo ở Điều 3 QĐ 102", [("102", "dieu-3.khoan-2")], id="content-orders-the-place"),
        pytest.param("khoản 2 điều 2", [("102", "dieu-2.khoan-2")], id="a-place-alone"),
        pytest.param("khoản 1 điều 3", [("102", "dieu-3.khoan-1")], id="only-one-has-it"),
        pytest.param("nghị quyết 18 năm 2022 mục I.1", [("18-dat", "I.1")], id="year-decides"),
        pytest.param("Nghị quyết 18-NQ/TW khóa XII mục I.1", [("18", "I.1")], id="term-decides"),
        pytest.param("05-CT/TW", [("tb", "I.2")], id="not-held-but-cited"),
    ],
)
def test_what_is_named_leads(searcher: Searcher, typed: str, expected: list[tuple[str, str]]) -> None:
    assert places(searcher.search(typed, len(expected))) == expected


@pytest.mark.parametrize("typed", ["QĐ 102", "quy định 102", "102-QĐ/TW", "qd102 nam 2017"])
def test_a_sign_alone_brings_its_document_then_who_cites_it(searcher: Searcher, typed: str) -> None:
    found = places(searcher.search(typed, 100))
    own = [place for place in found if place[0] == "102"]
    assert found[: len(own)] == own
    assert found[len(own)] == ("tb", "I.1")


def test_a_sign_that_two_documents_bear_brings_both(searcher: Searcher) -> None:
    hits = searcher.search("nghị quyết 18", 100)
    named = [hit for hit in hits if hit.named]
    assert {hit.metadata.source for hit in named} == {"18.txt", "18-dat.txt"}
    assert hits[: len(named)] == named


def test_with_a_topic_the_named_document_leads_and_the_topic_orders_it(searcher: Searcher) -> None:
    hits = searcher.search("đảng viên bình đẳng theo Quy định 102", 1)
    assert places(hits) == [("102", "dieu-2.khoan-1")]
    assert not hits[0].named


def test_without_a_sign_nothing_is_named(searcher: Searcher) -> None:
    assert not any(hit.named for hit in searcher.search("giám sát ở cơ sở", 100))


# --- conditions ------------------------------------------------------------------------------------------


def sources(hits: list[Hit]) -> list[str | None]:
    return list(dict.fromkeys(hit.metadata.source for hit in hits))


def test_a_binding_condition_leaves_out_and_puts_what_has_no_date_last(searcher: Searcher) -> None:
    hits = searcher.search("văn bản ban hành trước 2017", 100)
    assert sources(hits) == ["217.txt", "tb.txt"]
    assert {hit.unknown for hit in hits if hit.metadata.source == "tb.txt"} == {("không rõ ngày",)}
    assert {hit.unknown for hit in hits if hit.metadata.source == "217.txt"} == {()}


def test_a_condition_that_is_only_said_excludes_nothing_until_it_is_chosen(searcher: Searcher) -> None:
    question = "giám sát sau năm 2020"
    assert len(sources(searcher.search(question, 100))) == 5
    assert sources(searcher.search(question, 100, ["sau:2020"])) == ["18-dat.txt", "tb.txt"]
    assert len(sources(searcher.search(question, 100, ["nam:1990"]))) == 5  # a key of another question


def test_a_condition_that_is_only_said_decides_between_likes(searcher: Searcher) -> None:
    assert places(searcher.search("quan điểm, nghị quyết năm 2022", 1)) == [("18-dat", "I.1")]
    assert places(searcher.search("quan điểm, nghị quyết năm 2017", 1)) == [("18", "I.1")]


def test_a_filter_that_excludes_all_finds_nothing_and_says_so(tmp_path: Path) -> None:
    add_text(tmp_path, DISCIPLINE)
    build(tmp_path, FakeEncoder())
    found = open_searcher(Settings(tmp_path, FAKE_MODEL), FakeEncoder())
    assert found.search("văn bản ban hành trước 1990") == []
    answer = answer_question(found, "văn bản ban hành trước 1990")
    assert not answer.answered
    assert answer.notes == (
        "Không có văn bản nào trong thư viện thỏa điều kiện: ban hành trước năm 1990. "
        "Hãy bỏ bớt điều kiện rồi hỏi lại.",
    )


def test_order_is_the_same_each_time_and_by_score_then_id(searcher: Searcher) -> None:
    for typed in ("điều 3", "văn bản ban hành trước 2017", "QĐ 102 kỷ luật"):
        hits = searcher.search(typed, 100)
        assert hits == sorted(hits, key=lambda hit: (-hit.score, hit.passage_id))
        assert hits == searcher.search(typed, 100)
        assert hits[:3] == searcher.search(typed, 3)


def test_what_was_added_or_removed_since_is_seen(tmp_path: Path) -> None:
    kept, removed = add_text(tmp_path, DISCIPLINE), add_text(tmp_path, FRONT)
    build(tmp_path, FakeEncoder())
    found = open_searcher(Settings(tmp_path, FAKE_MODEL), FakeEncoder())
    assert found.search("217-QĐ/TW", 1)[0].passage.document_id == removed
    with open_library(tmp_path) as library:
        library.remove(removed)
    assert {hit.passage.document_id for hit in found.search("217-QĐ/TW", 100)} == {kept}
    assert len(found.notes(found.understand("217-QĐ/TW"))) == 1


# --- what is not held ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        pytest.param("Điều 3 Chỉ thị 999-CT/TW", "Chỉ thị số 999-CT/TW nên không trích được Điều 3", id="no-such"),
        pytest.param("chỉ thị 05 nói gì", "chưa có nguyên văn Chỉ thị số 05-CT/TW", id="cited-or-recorded"),
        pytest.param("NQ TW 4 khóa XII", "chưa có nguyên văn Nghị quyết số 04-NQ/TW ngày 30/10/2016", id="as-recorded"),
        pytest.param("nq tw 9 k9", "chưa có nguyên văn Nghị quyết Trung ương 9 khóa IX", id="conference-unknown"),
        pytest.param("Điều 4 nghị định 99/2020/NĐ-CP", "số 99/2020/NĐ-CP nên không trích được Điều 4", id="state"),
        pytest.param("Quy định 102 năm 2001", "chưa có nguyên văn Quy định (Quyết định) số 102", id="another-year"),
        pytest.param("Điều 99 QĐ 102", "xử lý kỷ luật đảng viên vi phạm không có Điều 99", id="no-such-place"),
        pytest.param(
            "Quyết định số 102 năm 2001", "trong thư viện có Quy định số 102-QĐ/TW ngày 15/11/2017", id="like-held"
        ),
        pytest.param(
            "Chỉ thị số 05 năm 2015",
            "Chỉ thị số 05 năm 2015; trong danh mục có Chỉ thị số 05-CT/TW ngày 15/5/2016",
            id="like-recorded",
        ),
        pytest.param(
            "Điều 9 Nghị quyết 18",
            "số 18-NQ/TW ngày 16/6/2022 về đất đai và Nghị quyết số 18-NQ/TW ngày 25/10/2017",
            id="shared-sign",
        ),
        pytest.param("điều 99", "Không văn bản nào trong thư viện có Điều 99", id="nowhere"),
    ],
)
def test_what_is_named_and_not_held_is_said_with_the_next_step(searcher: Searcher, typed: str, expected: str) -> None:
    (note,) = searcher.notes(searcher.understand(typed))
    assert expected in note
    assert "Hãy " in note


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        pytest.param("Quy định 217", "gọi là Quy định 217; đúng loại là Quyết định số 217-QĐ/TW.", id="a-decision"),
        pytest.param(
            "quyet dinh so 102", "gọi là Quyết định 102; đúng loại là Quy định số 102-QĐ/TW.", id="a-regulation"
        ),
        pytest.param("Quyết định 217", "", id="rightly-called"),
        pytest.param("QĐ 217", "", id="either"),
    ],
)
def test_a_document_called_by_the_other_type_of_its_sign_is_told_by_its_own(
    searcher: Searcher, typed: str, said: str
) -> None:
    notes = [one for one in searcher.notes(searcher.understand(typed)) if "đúng loại" in one]
    assert notes == ([f"Câu hỏi {said}"] if said else [])


@pytest.mark.parametrize("typed", ["Điều 3 QĐ 102", "217-QĐ/TW", "nghị quyết 18", "giám sát ở cơ sở", "khoản 2 điều 2"])
def test_of_what_is_held_nothing_is_said(searcher: Searcher, typed: str) -> None:
    assert searcher.notes(searcher.understand(typed)) == ()


def test_a_named_place_is_quoted(searcher: Searcher) -> None:
    answer = answer_question(searcher, "Điều 3 QĐ 102")
    assert answer.answered
    assert answer.quotes[0].address.startswith("dieu-3")
    assert answer.quotes[0].metadata.number == "102-QĐ/TW"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        pytest.param("Điều 3 QĐ 102", False, id="sign"),
        pytest.param("nội dung điều 3 của quy định 102 là gì?", False, id="asked"),
        pytest.param("Quy định 102-QĐ/TW ngày 15/11/2017 của Bộ Chính trị", False, id="with-its-conditions"),
        pytest.param("cho tôi xem toàn văn nghị quyết 18", False, id="polite"),
        pytest.param("show me article 3 of regulation 102", False, id="english"),
        pytest.param("QĐ 102 kỷ luật đảng viên", True, id="topic"),
        pytest.param("thời hiệu theo Điều 3", True, id="topic-before"),
    ],
)
def test_a_question_says_more_than_a_sign_or_not(typed: str, expected: bool) -> None:
    assert says_more(typed) is expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        pytest.param("Quy định 69 về kỷ luật đảng viên", set(), id="not-cited"),
        pytest.param("Chỉ thị 05-CT/TU", set(), id="another-body"),
        pytest.param("Nghị quyết số 05 nói gì", set(), id="another-type"),
        pytest.param("thực hiện Chỉ thị 05-CT/TW", {"I.2"}, id="cited"),
        pytest.param("thực hiện Chỉ thị 05 và Chỉ thị 23", {"I.2"}, id="one-of-two-cited"),
        pytest.param("thực hiện Chỉ thị số 05 năm 2016", {"I.2"}, id="cited-of-the-year-in-the-catalogue"),
        pytest.param("thực hiện Chỉ thị số 05 năm 2017", set(), id="cited-of-another-year"),
        pytest.param("Quy định 102 và Quy định 69 về thời hiệu cảnh cáo", None, id="one-is-held"),
        pytest.param("thời hiệu cảnh cáo mười năm", None, id="none-is-named"),
        pytest.param("Thông báo ngày 26/01/2018 về giám sát", None, id="a-day-that-no-record-denies"),
        pytest.param("Quy định ngày 26/01/2018 về giám sát", set(), id="a-day-that-all-records-deny"),
    ],
)
def test_for_a_document_that_is_not_held_what_cites_it_is_known(
    searcher: Searcher, typed: str, expected: set[str] | None
) -> None:
    citing = searcher.find_citing(searcher.understand(typed))
    with open_library(searcher.settings.home) as library:
        found = None if citing is None else {one.address for one in library.find_passages(list(citing)).values()}
    assert found == expected


@pytest.mark.parametrize("newest_first", [pytest.param(True, id="newest-added-first"), pytest.param(False, id="last")])
@pytest.mark.parametrize("typed", ["Điều 2 QĐ 102", "mọi đảng viên bình đẳng theo Điều 2 Quy định 102"])
def test_of_documents_with_one_sign_the_newer_comes_first(tmp_path: Path, newest_first: bool, typed: str) -> None:
    newer = DISCIPLINE.replace("năm 2017", "năm 2023")
    for text in sorted((DISCIPLINE, newer), key=lambda text: (text == newer) is not newest_first):
        add_text(tmp_path, text)
    build(tmp_path, FakeEncoder())
    hit = open_searcher(Settings(tmp_path, FAKE_MODEL), FakeEncoder()).search(typed, 1)[0]
    assert hit.metadata.date is not None
    assert hit.metadata.date.year == 2023
