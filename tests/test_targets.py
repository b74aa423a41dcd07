"""Places, and places of documents, in the ways people type them, and the addresses they mean."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.finding.standing import lies_at, read_path
from index.naming.places import MOST_PLACES
from index.naming.targets import find_targets
from index.naming.typed import read_typed
from ingest.addresses import describe
from ingest.spelling import fold
from tests.test_addresses import GOLDEN, walk
from tests.test_signs import show

NAMED = [
    pytest.param(
        "Clause 4, Article 2 of Regulation 102-QD/TW of 2017",
        ["102-QĐ/TW (2017) @dieu-2.khoan-4"],
        id="Clause 4, Article 2 of Regulation 102-QD/TW of 2017",
    ),
    pytest.param("Điều 3 QĐ 102", ["102-QĐ @dieu-3"], id="Điều 3 QĐ 102"),
    pytest.param("khoản 2 điều 5", ["@dieu-5.khoan-2"], id="khoản 2 điều 5"),
    pytest.param(
        "điểm a, Khoản 2, Điều 11, Quy định 86-QĐ/TW, ngày 01/6/2017 của Bộ Chính trị",
        ["86-QĐ/TW (2017-06-01) @dieu-11.khoan-2.diem-a"],
        id="điểm a, Khoản 2, Điều 11, Quy định 86-QĐ/TW, ngày 01/6/2017 của Bộ Chính trị",
    ),
    pytest.param("điều 9, khoản 4, điểm c", ["@dieu-9.khoan-4.diem-c"], id="điều 9, khoản 4, điểm c"),
    pytest.param("mục II.5", ["@II.5"], id="mục II.5"),
    pytest.param("phần II mục 3", ["@phan-II.muc-3"], id="phần II mục 3"),
    pytest.param("chương IV", ["@chuong-IV"], id="chương IV"),
    pytest.param("dieu 5 khoan 2", ["@dieu-5.khoan-2"], id="dieu 5 khoan 2"),
    pytest.param("đ5 k2", ["@dieu-5.khoan-2"], id="đ5 k2"),
    pytest.param("article 5", ["@dieu-5"], id="article 5"),
    pytest.param("Khoản 4, Điều 3", ["@dieu-3.khoan-4"], id="Khoản 4, Điều 3"),
    pytest.param("Khoản 1 Điều 24", ["@dieu-24.khoan-1"], id="Khoản 1 Điều 24"),
    pytest.param(
        "khoản 3 Điều 7 Quy định 66-QĐ/TW", ["66-QĐ/TW @dieu-7.khoan-3"], id="khoản 3 Điều 7 Quy định 66-QĐ/TW"
    ),
    pytest.param("Luật 80/2015/QH13 điều 10", ["80/QH13 (2015) @dieu-10"], id="Luật 80/2015/QH13 điều 10"),
    pytest.param("quy định 102 điều 3 khoản 1", ["102-QĐ @dieu-3.khoan-1"], id="quy định 102 điều 3 khoản 1"),
    pytest.param("102 qđ/tw dieu 3", ["102-QĐ/TW @dieu-3"], id="102 qđ/tw dieu 3"),
    pytest.param(
        "Điều 5, 6 và 7 QĐ 102", ["102-QĐ @dieu-5", "102-QĐ @dieu-6", "102-QĐ @dieu-7"], id="Điều 5, 6 và 7 QĐ 102"
    ),
    pytest.param(
        "Điều 35-37 của Quy định 102-QĐ/TW",
        ["102-QĐ/TW @dieu-35", "102-QĐ/TW @dieu-36", "102-QĐ/TW @dieu-37"],
        id="Điều 35-37 của Quy định 102-QĐ/TW",
    ),
    pytest.param("điểm đ khoản 2 Điều 11", ["@dieu-11.khoan-2.diem-đ"], id="điểm đ khoản 2 Điều 11"),
    pytest.param("điều 5, khoản 2 điều 7", ["@dieu-5", "@dieu-7.khoan-2"], id="điều 5, khoản 2 điều 7"),
    pytest.param(
        "khoản 2 điều 5, khoản 3 điều 7", ["@dieu-5.khoan-2", "@dieu-7.khoan-3"], id="khoản 2 điều 5, khoản 3 điều 7"
    ),
    pytest.param("khoan 2 dieu 5 (lan 2)", ["@dieu-5-lan-2.khoan-2"], id="khoan 2 dieu 5 (lan 2)"),
    pytest.param("Điều 5 (lần thứ hai)", ["@dieu-5-lan-2"], id="Điều 5 (lần thứ hai)"),
    pytest.param("Chương II Điều 5", ["@chuong-II.dieu-5"], id="Chương II Điều 5"),
    pytest.param("phần thứ nhất", ["@phan-1"], id="phần thứ nhất"),
    pytest.param("mục 3 phần II", ["@phan-II.muc-3"], id="mục 3 phần II"),
    pytest.param("II.5", ["@II.5"], id="II.5"),
    pytest.param("gạch đầu dòng thứ tư mục I.2", ["@I.2.gach-4"], id="gạch đầu dòng thứ tư mục I.2"),
    pytest.param("Điều 3 nói gì trong QĐ 102?", ["102-QĐ @dieu-3"], id="Điều 3 nói gì trong QĐ 102?"),
    pytest.param(
        "nội dung điều 3 của quy định 102 là gì", ["102-QĐ @dieu-3"], id="nội dung điều 3 của quy định 102 là gì"
    ),
    pytest.param(
        "điều 3, điều 5 QĐ 102 và điều 7 QĐ 69",
        ["102-QĐ @dieu-3", "102-QĐ @dieu-5", "69-QĐ @dieu-7"],
        id="điều 3, điều 5 QĐ 102 và điều 7 QĐ 69",
    ),
    pytest.param(
        "Điều 3 Quyết định 217 và Điều 1 Quy chế",
        ["217-QĐ @dieu-3", "217-QĐ @quy-che.dieu-1"],
        id="Điều 3 Quyết định 217 và Điều 1 Quy chế",
    ),
    pytest.param("art. 5", ["@dieu-5"], id="art. 5"),
    pytest.param(
        "Article 5(2)(a) of Decree 34/2016/ND-CP",
        ["34-NĐ/CP (2016) @dieu-5.khoan-2.diem-a"],
        id="Article 5(2)(a) of Decree 34/2016/ND-CP",
    ),
    pytest.param("qd 102 nam 2017 dieu 3", ["102-QĐ (2017) @dieu-3"], id="qd 102 nam 2017 dieu 3"),
    pytest.param("điều 3 qđ 102/2017", ["102-QĐ (2017) @dieu-3"], id="điều 3 qđ 102/2017"),
    pytest.param(
        "quy dinh 37-qd/tw nam 2021 dieu 3", ["37-QĐ/TW (2021) @dieu-3"], id="quy dinh 37-qd/tw nam 2021 dieu 3"
    ),
    pytest.param("điều 5.", ["@dieu-5"], id="điều 5."),
    pytest.param("Điều 5 và Điều 6", ["@dieu-5", "@dieu-6"], id="Điều 5 và Điều 6"),
    pytest.param("trích điều 3 quy định 102-qđ/tw", ["102-QĐ/TW @dieu-3"], id="trích điều 3 quy định 102-qđ/tw"),
    pytest.param(
        "Điều 29, Chương IV Quy định 102", ["102-QĐ @chuong-IV.dieu-29"], id="Điều 29, Chương IV Quy định 102"
    ),
    pytest.param("Chương VII Điều lệ Đảng", ["@chuong-VII"], id="Chương VII Điều lệ Đảng"),
    pytest.param("tiểu mục 2 mục 3 chương II", ["@chuong-II.muc-3.tieu-muc-2"], id="tiểu mục 2 mục 3 chương II"),
    pytest.param("article 3 of regulation 102", ["102-QĐ @dieu-3"], id="article 3 of regulation 102"),
    pytest.param("Chapter IV", ["@chuong-IV"], id="Chapter IV"),
    pytest.param("Section II", ["@muc-II"], id="Section II"),
    pytest.param(
        "Điều 3 QĐ 102, Điều 5 QĐ 217", ["102-QĐ @dieu-3", "217-QĐ @dieu-5"], id="Điều 3 QĐ 102, Điều 5 QĐ 217"
    ),
]


@pytest.mark.parametrize(("typed", "expected"), NAMED)
def test_a_place_is_found_in_every_way_it_is_typed(typed: str, expected: list[str]) -> None:
    assert [show(target) for target in find_targets(typed)] == expected


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("Điều 3 Quy định số 102-QĐ/TW ngày 15/11/2017", id="full"),
        pytest.param("khoản 2 Điều 5 quyết định 217", id="short"),
        pytest.param("Nghị quyết Trung ương 4 khóa XII", id="conference"),
        pytest.param("mục II.5", id="section"),
        pytest.param("điểm a khoản 2 Điều 11 Quy định 86-QĐ/TW", id="point"),
        pytest.param("Nghị định số 34/2016/NĐ-CP", id="state"),
        pytest.param("Kết luận số 462-KL/TU, ngày 04/01/2018", id="province"),
    ],
)
def test_without_accents_and_in_other_dashes_and_letters_the_same_is_named(typed: str) -> None:
    expected = find_targets(typed)
    assert expected
    for way in (fold(typed) if "II" not in typed else typed, typed.upper(), typed.replace("-", " – "), f"  {typed}? "):
        assert find_targets(way) == expected, way


def test_a_conference_known_to_the_catalogue_carries_its_sign() -> None:
    (target,) = find_targets("nq tw4 k12")
    assert (target.ordinal, target.kind, target.body, target.term) == ("04", "NQ", "TW", "XII")


@given(st.text(alphabet="QĐNQTWdieu khoản 0123456789/-.,()năm ktIV", max_size=60))
def test_whatever_is_typed_gives_targets_or_none(typed: str) -> None:
    read = read_typed(typed)
    assert len(read.text) == len(read.bare)
    for target in find_targets(typed):
        assert target.names_document or target.place


@pytest.mark.parametrize(
    ("address", "headings", "place", "expected"),
    [
        pytest.param("dieu-5.khoan-2", (), "dieu-5.khoan-2", True, id="itself"),
        pytest.param("dieu-5.khoan-2.diem-a", (), "dieu-5.khoan-2", True, id="below"),
        pytest.param("dieu-5", (), "dieu-5.khoan-2", False, id="above"),
        pytest.param("dieu-15.khoan-2", (), "dieu-5", False, id="another-article"),
        pytest.param("dieu-5-lan-2.khoan-2", (), "dieu-5.khoan-2", True, id="numbered-anew"),
        pytest.param("dieu-5-lan-2.khoan-2", (), "dieu-5-lan-2", True, id="the-second-of-the-number"),
        pytest.param("dieu-5.khoan-2", (), "dieu-5-lan-2", False, id="the-first-of-the-number"),
        pytest.param("dieu-5-lan-3", (), "dieu-5-lan-2", False, id="the-third-of-the-number"),
        pytest.param("dieu-5.khoan-2-lan-2", (), "dieu-5-lan-2", False, id="another-step-is-numbered-anew"),
        pytest.param("I-lan-2.3", (), "I.3", True, id="below-a-section-numbered-anew"),
        pytest.param("quy-che.dieu-4", (), "dieu-4", True, id="in-an-enclosed-document"),
        pytest.param("II.5", (), "II.5", True, id="section"),
        pytest.param("II.6.doan-2.1", (), "II.6", True, id="below-a-section"),
        pytest.param("II.6.doan-2.1", (), "muc-1", False, id="an-item-is-no-section"),
        pytest.param("II.5", (), "phan-II.muc-5", True, id="part-and-section"),
        pytest.param("I.5", (), "phan-II.muc-5", False, id="another-part"),
        pytest.param("I.2.gach-4", (), "I.2.gach-4", True, id="dash"),
        pytest.param("dieu-30", ("Chương IV", "Điều 30."), "chuong-IV", True, id="article-of-a-chapter"),
        pytest.param("dieu-30", ("CHƯƠNG THỨ TƯ",), "chuong-4", True, id="chapter-in-words"),
        pytest.param("dieu-30", ("Chương V",), "chuong-IV", False, id="another-chapter"),
        pytest.param("III.2", (), "III.khoan-2", True, id="people-say-khoan-of-a-number"),
        pytest.param("muc-1.II", (), "muc-1", True, id="titled-section"),
    ],
)
def test_a_place_means_an_address_and_what_is_below(
    address: str, headings: tuple[str, ...], place: str, expected: bool
) -> None:
    assert lies_at(read_path(address, headings), place) is expected


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("điểm a,b,c,d,e,g,h khoản 1-19 điều 1-19 chương 1-19 phần 1-19", id="ranges-within-one-another"),
        pytest.param("điều " + ", ".join(map(str, range(1, 90))), id="a-long-list"),
        pytest.param("khoản 1-19 quyết định 11, " + ", ".join(map(str, range(20, 60))), id="in-each-of-many-documents"),
    ],
)
def test_more_places_than_anybody_means_are_not_all_looked_up(question: str) -> None:
    assert len(find_targets(question)) == MOST_PLACES


OF_ARTICLES = (
    "mo-dau.doan-2",
    "mo-dau.gach-1",
    "chuong-I",
    "dieu-4.mo-dau",
    "dieu-4.ket",
    "dieu-4.khoan-2.mo-dau",
    "dieu-4.khoan-2.3",
    "I.2.a",
    "A.I.2",
    "dieu-5.gach-1.cong-2",
    "dieu-5.khoan-2.diem-a.gach-11.sao-3",
    "I.2.a.gach-2",
    "dieu-12a.khoan-2.diem-đ",
    "phan-2.mo-dau",
    "dieu-5-lan-2.khoan-2",
    "dieu-5.khoan-2-lan-2.diem-a",
    "dieu-5-lan-2.khoan-2-lan-3",
    "I-lan-2.2",
    "I-lan-2.2-lan-2",
    "I.2-lan-3.gach-1",
    "I.2.gach-4-lan-2",
    "muc-1-lan-2.dieu-3",
    "noi-nhan-lan-2",
    "doan-2-lan-2",
    "dieu-4.mo-dau-lan-2",
)


def list_addresses() -> list[str]:
    shown = json.loads(GOLDEN.read_text("utf-8"))
    return [*(node["address"] for node in walk(shown["tree"])), *OF_ARTICLES]


@pytest.mark.parametrize("address", list_addresses())
def test_a_place_as_we_say_it_is_found(address: str) -> None:
    said = describe(address)
    for typed in (said, said.capitalize(), f"{said} nói gì?"):
        places = [target.place for target in find_targets(typed)]
        assert len(places) == 1, typed
        assert lies_at(read_path(address, ()), places[0]), typed
        parent = address.rpartition(".")[0]
        assert not parent or not lies_at(read_path(parent, ()), places[0]), typed


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        pytest.param("Nghị quyết số 18-NQ/TW về đất đai", "2022-06-16", id="title-beside-the-sign"),
        pytest.param("nghi quyet 18 noi gi ve dat dai?", "2022-06-16", id="a-bare-number-typed-without-marks"),
        pytest.param("Nghị quyết 18 về việc sắp xếp tổ chức bộ máy", "2017-10-25", id="the-other"),
        pytest.param("Nghị quyết 18 nói gì?", None, id="no-title"),
        pytest.param("Nghị quyết 18 về công tác cán bộ", None, id="a-title-of-neither"),
        pytest.param("Nghị quyết 18 còn hiệu lực không?", None, id="a-word-of-a-title-that-is-none-here"),
        pytest.param("Quy định 102 về xử lý kỷ luật", None, id="a-sign-of-one"),
        pytest.param("Nghị quyết 18 khóa XII về đất đai", None, id="a-term-chooses-already"),
    ],
)
def test_of_documents_of_one_sign_the_title_beside_it_chooses(typed: str, day: str | None) -> None:
    (target,) = find_targets(typed)
    assert (target.date.isoformat() if target.date else None) == day
