"""A document laid out for reading: nothing of it is lost, and the place looked for stands out."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest

from ingest.mentions import Citation
from ingest.models import Document, Metadata, PageStart, Provision
from ui.reading import (
    OF_A_PART,
    Place,
    find_place,
    lay_out_contents,
    lay_out_record,
    lay_out_shelf,
    lay_out_text,
    query_place,
    reader_address,
)

TEXT = (
    "  THÔNG BÁO\n\n\nĐiều 1. Phạm vi\n\nMở đầu điều.\n1. Khoản một: (1) nhỏ; (2) hai.\n"
    "   \n2. Khoản <b>hai</b>\ngồm dòng.\n\t\n"
)


def span(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


def leaf(address: str, words: str, *children: Provision) -> Provision:
    start, end = span(words)
    return Provision(address, None, start, end, start, children)


SMALL = leaf("dieu-1.khoan-1.2", "(2) hai.")
FIRST = leaf("dieu-1.khoan-1", "1. Khoản một: (1) nhỏ; (2) hai.", SMALL)
SECOND = leaf("dieu-1.khoan-2", "2. Khoản <b>hai</b>\ngồm dòng.")
ARTICLE = Provision("dieu-1", "Điều 1. Phạm vi", span("Điều 1.")[0], SECOND.end, span("Mở đầu")[0], (FIRST, SECOND))
HEAD = leaf("tieu-de", "THÔNG BÁO")
MENTION = Citation(*span("Khoản một"), "Khoản một", "Quy định", "102-QĐ/TW")
DOCUMENT = Document("thong-bao-1", TEXT, Metadata(type="Thông báo"), (HEAD, ARTICLE), (MENTION,))


def strip(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", html))


@pytest.mark.parametrize(
    "place",
    [
        pytest.param(None, id="none"),
        *(pytest.param(find_place(DOCUMENT, node.address), id=node.address) for node in DOCUMENT.walk()),
    ],
)
def test_the_text_is_laid_out_character_for_character(place: Place | None) -> None:
    assert strip(lay_out_text(DOCUMENT, place)) == TEXT
    assert strip(lay_out_text(DOCUMENT, place, {MENTION: "102-QĐ/TW@2017-11-15"})) == TEXT


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        pytest.param("dieu-1", "Điều 1. Phạm vi\n\nMở đầu điều.", id="heading-and-its-own-text"),
        pytest.param("dieu-1.khoan-1", "1. Khoản một: (1) nhỏ; (2) hai.", id="untitled-with-children"),
        pytest.param("dieu-1.khoan-2", "2. Khoản <b>hai</b>\ngồm dòng.", id="two-lines"),
    ],
)
def test_a_place_is_what_stands_at_its_address(address: str, expected: str) -> None:
    place = find_place(DOCUMENT, address)
    assert place is not None
    assert TEXT[place.start : place.end] == expected


def test_an_unknown_address_has_no_place() -> None:
    assert find_place(DOCUMENT, "dieu-9") is None


@pytest.mark.parametrize(
    ("start", "end", "narrowed"),
    [
        pytest.param(str(SMALL.start), str(SMALL.end), True, id="inside"),
        pytest.param("0", "5", False, id="outside"),
        pytest.param(str(SMALL.end), str(SMALL.start), False, id="turned-round"),
        pytest.param("-1", "x", False, id="not-numbers"),
        pytest.param("²", "³", False, id="digits-that-are-no-numbers"),
        pytest.param("", "", False, id="absent"),
    ],
)
def test_a_slice_narrows_the_place_where_it_lies_in_it(start: str, end: str, narrowed: bool) -> None:
    place = find_place(DOCUMENT, FIRST.address, start, end)
    assert place == Place(FIRST.address, *((SMALL.start, SMALL.end) if narrowed else (FIRST.start, FIRST.end)))


@pytest.mark.parametrize(
    ("whole", "offsets"),
    [
        pytest.param((10, 90), {}, id="whole-provision"),
        pytest.param((10, 95), {"start": "10", "end": "90"}, id="slice"),
        pytest.param(None, {}, id="provision-gone"),
    ],
)
def test_a_link_names_offsets_only_for_a_slice(whole: tuple[int, int] | None, offsets: dict[str, str]) -> None:
    assert query_place("a", "dieu-1", (10, 90), whole) == {"doc": "a", "at": "dieu-1"} | offsets


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        pytest.param("dieu-1.khoan-2", ["2. Khoản <b>hai</b>\n", "gồm dòng.\n"], id="whole-lines"),
        pytest.param("dieu-1.khoan-1.2", ["(2) hai."], id="within-a-line"),
        pytest.param("tieu-de", ["THÔNG BÁO"], id="indented-line"),
        pytest.param("dieu-1", ["Điều 1. Phạm vi\n\n", "Mở đầu điều.\n"], id="blank-lines-between"),
    ],
)
def test_the_place_and_nothing_else_stands_out(address: str, expected: list[str]) -> None:
    drawn = lay_out_text(DOCUMENT, find_place(DOCUMENT, address))
    found = re.findall(r'<(?:div|mark)[^>]*class="[^"]*vk-tim[^"]*"[^>]*>(.*?)</(?:div|mark)>', drawn)
    assert [strip(one) for one in found] == expected


def test_every_provision_that_begins_a_line_can_be_pointed_at() -> None:
    assert re.findall('id="([^"]*)"', lay_out_text(DOCUMENT)) == [
        "cho-dieu-1",
        "cho-dieu-1.khoan-1",
        "cho-dieu-1.khoan-2",
    ]


def test_of_a_long_document_only_what_the_contents_list_is_a_block_of_its_own() -> None:
    text = "Điều 1. Một\n" + "".join(f"{number}. Khoản.\n" for number in range(1, 1001))
    lines = [*re.finditer(r"\d+\. Khoản\.", text)]
    clauses = tuple(Provision(f"dieu-1.khoan-{i}", None, *one.span(), one.start()) for i, one in enumerate(lines, 1))
    article = Provision("dieu-1", "Điều 1. Một", 0, len(text), clauses[0].start, clauses)
    document = Document("x", text, Metadata(), (article,), ())
    drawn = lay_out_text(document, find_place(document, "dieu-1.khoan-500"))

    assert strip(drawn) == text
    assert re.findall('id="([^"]*)"', drawn) == ["cho-dieu-1"]
    assert re.findall('class="vk-tim">([^<]*)<', drawn) == ["500. Khoản.&#10;"]
    assert 1 < drawn.count('class="vk-khuc"') <= len(text) // OF_A_PART + 1
    assert drawn.count("<div") < 20


def test_the_way_to_a_character_leads_from_the_root_to_the_innermost_provision() -> None:
    at = TEXT.index("(2)")
    assert [node.address for node in DOCUMENT.walk_to(at)] == ["dieu-1", "dieu-1.khoan-1", "dieu-1.khoan-1.2"]
    assert [*DOCUMENT.walk_to(0)] == []


def test_a_mention_is_marked_and_leads_to_the_held_document() -> None:
    assert '<span class="vk-dan" title="Quy định số 102-QĐ/TW: chưa có trong thư viện">' in lay_out_text(DOCUMENT)
    held = lay_out_text(DOCUMENT, held={MENTION: "102-QĐ/TW@2017-11-15"})
    assert f'href="{reader_address("102-QĐ/TW@2017-11-15")}">Khoản một</a>' in held


def test_the_contents_follow_the_tree_with_headings_or_beginnings() -> None:
    drawn = lay_out_contents(DOCUMENT, find_place(DOCUMENT, "dieu-1.khoan-2"))
    assert [strip(one) for one in re.findall("<a .*?</a>", drawn)] == [
        "Thông báo",
        "Điều 1. Phạm vi",
        "1. Khoản một: (1) nhỏ; (2) hai.",
        "(2) hai.",
        "2. Khoản <b>hai</b> gồm dòng.",
    ]
    assert re.findall('at=([^"]*)"[^>]*aria-current', drawn) == ["dieu-1.khoan-2"]


def test_the_contents_of_a_long_document_list_headings_alone() -> None:
    many = tuple(Provision(f"gach-{i}", None, i, i + 1, i) for i in range(1, 100))
    drawn = lay_out_contents(Document("x", TEXT, Metadata(), (*many, ARTICLE), ()))
    assert [strip(one) for one in re.findall("<a .*?</a>", drawn)] == ["Điều 1. Phạm vi"]


def test_a_child_that_begins_with_its_parent_is_not_listed_twice() -> None:
    parent = leaf("1", FIRST.heading or TEXT[FIRST.start : FIRST.end], leaf("1.doan-1", "1. Khoản một:"))
    drawn = lay_out_contents(Document("x", TEXT, Metadata(), (parent,), ()))
    assert drawn.count("<a ") == 1


def test_the_record_shows_every_recipient_and_leaves_out_what_is_not_printed() -> None:
    drawn = lay_out_record(Metadata(signer="A", signer_role="Chánh Văn phòng", recipients=("Vụ <II>", "Lưu")))
    assert re.findall("<dt>(.*?)</dt>", drawn) == ["Người ký", "Nơi nhận"]
    assert "A, Chánh Văn phòng" in drawn
    assert "<li>Vụ &lt;II&gt;</li><li>Lưu</li>" in drawn


def test_a_record_says_that_pages_were_scanned_and_how_clear_the_worst_is() -> None:
    pages = (PageStart(1, 0, 0.981), PageStart(2, 90, 0.952), PageStart(3, 120))
    drawn = lay_out_record(Metadata(), pages)
    assert "Từ ảnh quét, trang kém rõ nhất 95%; hãy đối chiếu với bản gốc" in drawn
    assert "ảnh quét" not in lay_out_record(Metadata(), pages[2:])


def test_the_shelf_shows_names_as_they_are() -> None:
    drawn = lay_out_shelf([("a&b=c", Metadata(title="<script>1</script> **x**"))])
    assert strip(drawn) == "<script>1</script> **x**không rõ ngày"
    assert 'href="van-ban?doc=a%26b%3Dc"' in drawn


def test_page_numbers_are_drawn_beside_the_text_and_are_no_part_of_it() -> None:
    pages = tuple(PageStart(*page) for page in ((1, 0, None), (2, 20, 0.6), (3, 30, None), (4, 30, 0.95), (5, 40, 0.5)))
    document = replace(DOCUMENT, pages=pages)
    drawn = lay_out_text(document)

    assert strip(drawn) == TEXT
    assert re.findall(r'class="vk-trang" title="([^"]*)"', drawn) == ["Trang 1", "Trang 2", "Trang 4", "Trang 5"]
