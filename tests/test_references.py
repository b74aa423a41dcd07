"""Mentions of provisions: which words, of which document, at which address."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.citations import find_citations
from ingest.citing.provisions import find_references
from ingest.citing.resolving import Places, resolve_internal
from ingest.cleaning import clean_text
from ingest.describe import document_to_json
from ingest.documents import read_document
from ingest.models import Document, Metadata
from ingest.store import open_library


def read(raw: str) -> list[tuple[str, str, str | None]]:
    """Words, path, and the sign or name of the cited document."""
    text = clean_text(raw)
    citations = find_citations(text)
    owners = {citation.start: citation.number or citation.name for citation in citations}
    found = find_references(text, citations)
    return [(text[r.start : r.end], r.path, None if r.cited is None else owners[r.cited]) for r in found]


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        pytest.param("khoản 2 Điều này", [("khoản 2 Điều này", "dieu-nay.khoan-2")], id="this-article"),
        pytest.param("nêu trong Quy định này", [("Quy định này", "quy-dinh-nay")], id="this-document"),
        pytest.param("các điều 3, 4 và 5", [("điều 3", "dieu-3"), ("4", "dieu-4"), ("5", "dieu-5")], id="list"),
        pytest.param("Điều 5 Quy chế này", [("Điều 5 Quy chế này", "quy-che-nay.dieu-5")], id="of-this-document"),
        pytest.param(
            "điều 9, khoản 4, điểm c", [("điều 9, khoản 4, điểm c", "dieu-9.khoan-4.diem-c")], id="descending"
        ),
        pytest.param(
            "Khoản 4, Điều 3 và điểm đ khoản 1 Điều 24a",
            [("Khoản 4, Điều 3", "dieu-3.khoan-4"), ("điểm đ khoản 1 Điều 24a", "dieu-24a.khoan-1.diem-đ")],
            id="two-addresses",
        ),
        pytest.param(
            "điểm a, b và đ khoản 1 và khoản 3 Điều 5 của Luật này",
            [
                ("điểm a", "luat-nay.dieu-5.khoan-1.diem-a"),
                ("b", "luat-nay.dieu-5.khoan-1.diem-b"),
                ("đ khoản 1", "luat-nay.dieu-5.khoan-1.diem-đ"),
                ("khoản 3 Điều 5 của Luật này", "luat-nay.dieu-5.khoan-3"),
            ],
            id="larger-units-said-once",
        ),
        pytest.param(
            "tiết 1.2 điểm a khoản 3 Điều 10",
            [("tiết 1.2 điểm a khoản 3 Điều 10", "dieu-10.khoan-3.diem-a.tiet-1-2")],
            id="from-the-smallest",
        ),
        pytest.param("Tài khoản 112, Điều khoản 5", [], id="other-words"),
        pytest.param("từ Điều 5 đến Điều 9", [("Điều 5", "dieu-5"), ("Điều 9", "dieu-9")], id="both-ends-of-a-range"),
        pytest.param("mục II.5 Thông báo này", [("mục II.5 Thông báo này", "thong-bao-nay.muc-II.5")], id="sections"),
        pytest.param(
            "Phần thứ nhất và Phần thứ hai", [("Phần thứ nhất", "phan-1"), ("Phần thứ hai", "phan-2")], id="parts"
        ),
        pytest.param("quy định tại mục 2", [("mục 2", "muc-2")], id="pointed-at"),
    ],
)
def test_reads_addresses_in_this_document(raw: str, found: list[tuple[str, str]]) -> None:
    assert read(raw) == [(words, path, None) for words, path in found]


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        pytest.param(
            "Điểm a, Khoản 2, Điều 11, Quy định 86-QĐ/TW, ngày 01/6/2017",
            [("Điểm a, Khoản 2, Điều 11", "dieu-11.khoan-2.diem-a", "86-QĐ/TW")],
            id="small-to-large",
        ),
        pytest.param(
            "thi hành Chương VII và Chương VIII Điều lệ Đảng",
            [("Chương VII", "chuong-VII", "Điều lệ Đảng"), ("Chương VIII", "chuong-VIII", "Điều lệ Đảng")],
            id="chapters-of-the-charter",
        ),
        pytest.param(
            "tại các Điều 46, 47 và 49 của Nghị định số 24/2000/NĐ-CP",
            [(f"{words}", f"dieu-{words[-2:]}", "24/2000/NĐ-CP") for words in ("Điều 46", "47", "49")],
            id="list-of-a-decree",
        ),
        pytest.param("Điều 5, 102-QĐ/TW", [("Điều 5", "dieu-5", "102-QĐ/TW")], id="a-sign-is-no-article"),
        pytest.param(
            "điểm 1.3, mục III, phần B Thông tư số 63/1998/TT-BTC",
            [("điểm 1.3, mục III, phần B", "phan-B.muc-III.diem-1-3", "63/1998/TT-BTC")],
            id="sections-of-a-circular",
        ),
        pytest.param(
            "Điều 13 Quy định về ưu đãi ban hành kèm theo Quyết định số 522/2002/QĐ-UB",
            [("Điều 13", "quy-dinh.dieu-13", "522/2002/QĐ-UB")],
            id="of-what-it-encloses",
        ),
        pytest.param(
            "Quy định số 24-QĐ/TW có hiệu lực. Theo khoản 2 Điều 3 của Quy định nêu trên và Kết luận nói trên",
            [("khoản 2 Điều 3", "dieu-3.khoan-2", "24-QĐ/TW")],
            id="of-what-was-named-above",
        ),
        pytest.param(
            "can cu dieu 5 khoan 2 quyet dinh 217-qd/tw",
            [("dieu 5 khoan 2", "dieu-5.khoan-2", "217-QĐ/TW")],
            id="typed-without-marks",
        ),
        pytest.param(
            "Clause 2, Article 5 of Regulation 102-QD/TW",
            [("Clause 2, Article 5", "dieu-5.khoan-2", "102-QĐ/TW")],
            id="in-english",
        ),
        pytest.param(
            "khoản 1 Điều này và Điều 5 Luật Đất đai",
            [("khoản 1 Điều này", "dieu-nay.khoan-1", None), ("Điều 5", "dieu-5", "Luật Đất đai")],
            id="this-one-and-another",
        ),
    ],
)
def test_reads_addresses_in_a_cited_document(raw: str, found: list[tuple[str, str, str | None]]) -> None:
    assert read(raw) == found


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param("Điều này cho thấy; điều kiện 1; điều 5%", id="words"),
        pytest.param("tài khoản 112; khoản 200 triệu đồng; thời điểm 5; danh mục 1", id="other-words"),
        pytest.param("đạt điểm 8 môn Toán; chương trình mục tiêu", id="marks"),
        pytest.param("Điều 12 Nghị định của Chính phủ", id="of-a-document-nobody-names"),
        pytest.param("sửa đổi như sau:\n“Điều 5. Phạm vi", id="quoted-heading"),
        pytest.param("Sửa đổi, bổ sung điểm a và khoản 6 Điều 31 như sau", id="of-a-law-amended"),
        pytest.param("Điều lệ Đảng", id="charter"),
        pytest.param("mục vi phạm", id="roman-digits-in-small-letters"),
    ],
)
def test_what_is_no_address_is_no_mention(raw: str) -> None:
    assert read(raw) == []


ENCLOSING = """QUYẾT ĐỊNH
ban hành Quy chế làm việc

Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc.
Điều 2. Quyết định này thay thế Quyết định số 15-QĐ/TU; thực hiện theo Điều 1.

T/M BAN THƯỜNG VỤ
BÍ THƯ
Nguyễn Văn An

QUY CHẾ
làm việc của Ban Thường vụ
(Ban hành kèm theo Quyết định số 16-QĐ/TU ngày 02/3/2016)

Điều 1. Phạm vi
1. Quy chế này áp dụng cho cấp ủy.
2. Người nêu tại khoản 1 Điều này và điểm b khoản 2 Điều 2.
Điều 2. Nguyên tắc
1. Như Điều 1 Quy chế này.
2. Gồm:
a) tập trung;
b) dân chủ theo điểm a khoản này và Điều 9.
"""


def resolved(document: Document) -> list[tuple[str, str | None]]:
    places = [(document.text[one.start : one.end], resolve_internal(one, document)) for one in document.references]
    kept = Places(document)
    assert [place for _, place in places] == [kept.resolve(one) for one in document.references]
    return places


def test_an_internal_mention_resolves_where_it_is_said() -> None:
    document = read_document(ENCLOSING, "x.txt")

    assert resolved(document) == [
        ("Quyết định này", ""),
        ("Quyết định này", ""),
        ("Điều 1", "dieu-1"),
        ("Quy chế này", "quy-che"),
        ("khoản 1 Điều này", "quy-che.dieu-1.khoan-1"),
        ("điểm b khoản 2 Điều 2", "quy-che.dieu-2.khoan-2.diem-b"),
        ("Điều 1 Quy chế này", "quy-che.dieu-1"),
        ("điểm a khoản này", "quy-che.dieu-2.khoan-2.diem-a"),
        ("Điều 9", None),
    ]


def test_sections_without_articles_resolve_too() -> None:
    body = "I. TÌNH HÌNH\n1. Nêu tại mục II.1.\nII. NHIỆM VỤ\n1. Theo khoản 1 Mục I.\n2. Theo điểm 1."
    raw = f"THÔNG BÁO\nvề công tác\n\n{body}"
    assert resolved(read_document(raw, "x.txt")) == [
        ("mục II.1", "II.1"),
        ("khoản 1 Mục I", "I.1"),
        ("điểm 1", "II.1"),
    ]


def test_a_provision_of_a_held_document_is_shown_with_its_address(tmp_path: Path) -> None:
    head = "TỈNH ỦY\nSố 15-QĐ/TU\nBình Thuận, ngày 02 tháng 3 năm 2016\nQUY ĐỊNH\nvề kỷ luật\n\n"
    held = f"{head}Điều 1. Phạm vi\n1. Một.\n2. Hai.\n"
    places = "khoản 2 Điều 1 Quy định số 15-QĐ/TU, Điều 7 Quy định số 15-QĐ/TU và Điều 3 Quy định số 9-QĐ/TU"
    citing = f"CÔNG VĂN\nvề kỷ luật\n\nTheo {places}.\n"
    with open_library(tmp_path) as library:
        library.add(read_document(held, "mot.txt"), held.encode())
        key = library.add(read_document(citing, "hai.txt"), citing.encode()).document_id
        document = library.get(key)
        shown = document_to_json(document, library)

    assert json.loads(json.dumps(shown["references"]))[0]["path"] == "dieu-1.khoan-2"
    assert [one["resolved"] for one in shown["references"]] == [
        {"document": "15-QĐ/TU@2016-03-02", "address": "dieu-1.khoan-2", "candidates": ["dieu-1.khoan-2"]},
        {"document": "15-QĐ/TU@2016-03-02", "address": None, "candidates": []},
        {"document": None, "address": None, "candidates": []},
    ]
    assert [citation.number for citation in document.citations] == ["15-QĐ/TU", "15-QĐ/TU", "9-QĐ/TU"]


@pytest.mark.parametrize(
    ("words", "address", "candidates"),
    [
        pytest.param("Điều 1", None, ["dieu-1", "quy-che.dieu-1"], id="which-of-the-two"),
        pytest.param("khoản 2 Điều 2", "quy-che.dieu-2.khoan-2", ["quy-che.dieu-2.khoan-2"], id="only-one-has-it"),
        pytest.param("Điều 1 Quy chế ban hành kèm theo", "quy-che.dieu-1", ["quy-che.dieu-1"], id="said"),
        pytest.param("Điều 9", None, [], id="neither"),
    ],
)
def test_an_article_of_an_instrument_that_encloses_a_text_may_be_of_either(
    words: str, address: str | None, candidates: list[str], tmp_path: Path
) -> None:
    held = f"TỈNH ỦY\nSố 16-QĐ/TU\nBình Thuận, ngày 02 tháng 3 năm 2016\n{ENCLOSING}"
    citing = f"CÔNG VĂN\nvề quy chế\n\nTheo {words} Quyết định số 16-QĐ/TU.\n"
    with open_library(tmp_path) as library:
        library.add(read_document(held, "mot.txt"), held.encode())
        key = library.add(read_document(citing, "hai.txt"), citing.encode()).document_id
        (shown,) = document_to_json(library.get(key), library)["references"]

    assert shown["resolved"] == {"document": "16-QĐ/TU@2016-03-02", "address": address, "candidates": candidates}


PIECES = (
    *(
        "Điều 5",
        "khoản 1, 2 và 3",
        "điểm a",
        " ",
        ", ",
        " và ",
        " của ",
        "Luật này",
        "Điều này",
        "\n",
        "Chương II",
        "; ",
    ),
    *("Luật Đất đai", "102-QĐ/TW", "Quy chế này", "“Điều 7. ", "mục I", "phần thứ hai", "5", "a, b"),
)


@settings(max_examples=200)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_mentions_of_provisions_stand_in_order_apart_from_each_other_and_from_documents(raw: str) -> None:
    document = read_document(f"x {raw}", "x.txt")
    references, citations = document.references, document.citations

    assert all(a.end <= b.start for a, b in pairwise(references))
    assert all(r.end <= c.start or c.end <= r.start for r in references for c in citations)
    assert {r.cited for r in references} - {None} <= {c.start for c in citations}
    addresses = {node.address for node in document.walk()} | {"", None}
    assert {resolve_internal(one, document) for one in references} <= addresses


def test_a_document_of_nothing_but_addresses_is_read_in_linear_time() -> None:
    text = "khoản 1, 2 và 3 Điều 5, " * 20_000
    assert len(find_references(text, ())) == 60_000
    assert Document("x", text, Metadata(), (), ()).references == ()
