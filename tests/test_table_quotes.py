"""A row that is quoted or read brings the header of its table, word for word; a page's quote the way to its place."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from index.answering.coverage import Scale
from index.answering.strength import measure_strength
from index.describe import hits_to_json, list_hits
from index.describe_quotes import ON_THE_WEB, quote_to_json, say_quote
from index.query import understand
from index.quotes import Quote, make_quote
from index.search import Hit
from ingest.describe import TABLE_HEADER
from ingest.documents import read_document, read_from
from ingest.handing import pack_value, unpack_document
from ingest.marks import TableHeader
from ingest.models import Document, Passage
from ingest.passage_text import context
from ingest.passages import make_passages
from ingest.store import open_library
from tests.commands import Printed
from tests.fakes import FakeVocabulary
from ui.cards import lay_out_quote
from ui.reading import find_place, lay_out_text

HEAD = "TT | Đơn vị | Chỉ tiêu kết nạp đảng viên năm 2005"
ROWS = "\n".join(f"{i} | Huyện số {i}, khu vực thứ {i} của tỉnh | {40 + i}" for i in range(1, 31))
TEXT = f"KẾ HOẠCH\nphát triển Đảng\n\n1. Chỉ tiêu như sau:\n{HEAD}\n{ROWS}\n2. Các huyện thực hiện nghiêm túc."
ASKED = "chỉ tiêu kết nạp đảng viên năm 2005 của huyện số 29"
PAGE = """<!-- saved from url=(0030)https://tinhuy.example.vn/a.htm --><html><meta charset=utf-8><div>
<p>QUY ĐỊNH</p><p>về kiểm tra</p><p><a name="dieu_1"></a>Điều 1. Phạm vi</p><p>1. Các cấp ủy kiểm tra.</p>
<p id="khoản 2">2. Các chi bộ giám sát đảng viên.</p><p>Điều 2. Thi hành</p><p>Các chi bộ thi hành.</p></div>"""


@pytest.fixture(scope="module")
def document() -> Document:
    return read_document(TEXT, "ke-hoach.txt")


def find_row(document: Document, words: str) -> Passage:
    return next(one for one in make_passages(document) if words in one.text)


def make(document: Document, passage: Passage, asked: str = ASKED) -> Quote:
    vocabulary = FakeVocabulary(asked)
    hit = Hit(1, passage, document.metadata, 1.0, 1.0, 0.9)
    return make_quote(hit, document, Scale(understand(asked, vocabulary), vocabulary))


def test_a_row_far_below_is_quoted_with_its_header_everywhere(document: Document) -> None:
    quote = make(document, find_row(document, "Huyện số 29"))

    assert [document.text[start:end] for start, end in quote.sentences] == [
        "29 | Huyện số 29, khu vực thứ 29 của tỉnh | 69"
    ]
    header = quote.table_header
    assert header is not None
    assert (header.text, document.text[header.start : header.end]) == (HEAD, HEAD)
    assert quote_to_json(quote)["table_header"] == {"start": header.start, "end": header.end, "text": HEAD}
    assert f"{TABLE_HEADER}: {HEAD}" in say_quote(quote)
    assert HEAD in lay_out_quote(quote)


def test_a_hit_of_a_search_shows_the_header(document: Document) -> None:
    hit = Hit(1, find_row(document, "Huyện số 29"), document.metadata, 1.0, 1.0, 0.9)
    query = understand(ASKED, FakeVocabulary(ASKED))

    assert f"{TABLE_HEADER}: {HEAD}\n" in list_hits(query, [hit])
    (shown,) = hits_to_json(query, ASKED, [hit], [()])["hits"]
    assert shown["table_header"]["text"] == HEAD


def test_the_rows_beside_the_header_need_it_no_second_time(document: Document) -> None:
    quote = make(document, find_row(document, HEAD))
    assert quote.table_header is None
    assert TABLE_HEADER not in say_quote(quote)
    assert quote_to_json(quote)["table_header"] is None


def test_a_header_that_is_no_slice_is_a_bug(document: Document) -> None:
    passage = find_row(document, "Huyện số 29")
    wrong = replace(passage, table_header=TableHeader(0, len(HEAD), HEAD))
    with pytest.raises(ValueError, match="not a slice"):
        make(document, wrong)


def test_what_is_counted_and_weighed_of_a_row_holds_the_words_of_the_header(document: Document) -> None:
    passage = find_row(document, "Huyện số 29")
    bare = replace(passage, table_header=None)
    vocabulary = FakeVocabulary(ASKED)
    query = understand(ASKED, vocabulary)
    scale = Scale(query, vocabulary)

    with_header, without = (
        measure_strength(Hit(1, one, document.metadata, 1.0, 1.0, 0.8), query, scale) for one in (passage, bare)
    )

    assert HEAD in context(passage, document.metadata)
    assert context(bare, document.metadata) == context(passage, document.metadata).replace(f"{HEAD}\n", "")
    assert with_header > without


def test_a_row_that_is_read_has_the_header_drawn_above_it_and_not_in_the_text(document: Document) -> None:
    passage = find_row(document, "Huyện số 29")
    place = find_place(document, passage.address, str(passage.start), str(passage.end))
    drawn = lay_out_text(document, place)

    assert f'title="{TABLE_HEADER}: {HEAD}"' in drawn
    assert drawn.count(f">{HEAD}<") + drawn.count(f">{HEAD}\n") + drawn.count(f">{HEAD}&#10;<") == 1
    assert f"{TABLE_HEADER}: " not in lay_out_text(document)


def test_tables_anchors_and_the_address_are_kept_and_handed_over(tmp_path: Path, document: Document) -> None:
    page = read_from(PAGE.encode(), Path("a.htm")).document
    for one in (document, page):
        assert unpack_document(json.loads(json.dumps(one, default=pack_value))) == one
        with open_library(tmp_path) as library:
            library.add(one, one.text.encode())
            assert library.get(one.id) == one
            held = [passage for _, passage in library.passages() if passage.document_id == one.id]
        assert held == list(make_passages(one))


@pytest.mark.parametrize(
    ("words", "anchor", "link"),
    [
        pytest.param(
            "Các cấp ủy kiểm tra", "dieu_1", "https://tinhuy.example.vn/a.htm#dieu_1", id="that-of-its-article"
        ),
        pytest.param(
            "giám sát đảng viên", "khoản 2", "https://tinhuy.example.vn/a.htm#kho%E1%BA%A3n%202", id="at-its-line"
        ),
        pytest.param("Các chi bộ thi hành", None, "https://tinhuy.example.vn/a.htm", id="never-that-of-another"),
    ],
)
def test_a_quote_from_a_page_can_be_opened_at_its_place(words: str, anchor: str | None, link: str) -> None:
    document = read_from(PAGE.encode(), Path("a.htm")).document
    quote = make(document, find_row(document, words), words)

    assert [(one.name, document.text[one.start :][:6]) for one in document.anchors] == [
        ("dieu_1", "Điều 1"),
        ("khoản 2", "2. Các"),
    ]
    assert (quote.anchor, quote.link) == (anchor, link)
    shown = quote_to_json(quote)
    assert (shown["anchor"], shown["link"]) == (anchor, link)
    assert f"{ON_THE_WEB}: {link}" in say_quote(quote)
    assert f'href="{link}" target="_blank" rel="noopener noreferrer nofollow"' in lay_out_quote(quote)


def test_a_quote_of_what_was_no_page_leads_nowhere(document: Document) -> None:
    quote = make(document, find_row(document, "Huyện số 29"))
    assert (quote.anchor, quote.link) == (None, None)
    assert ON_THE_WEB not in say_quote(quote)
    assert "href" not in lay_out_quote(quote)


def test_the_report_names_tables_anchors_and_the_address(command: Callable[..., Printed], tmp_path: Path) -> None:
    (tmp_path / "trang.htm").write_text(PAGE, "utf-8")
    (tmp_path / "bang.txt").write_text(TEXT, "utf-8")
    assert command("add", tmp_path / "trang.htm", tmp_path / "bang.txt")[0] == 0
    listed = [json.loads(line) for line in command("list", "--json")[1].splitlines()]
    page, table = (next(one["id"] for one in listed if one["source"] == name) for name in ("trang.htm", "bang.txt"))

    said = command("show", "--report", page)[1]
    assert "Trang được lưu từ: https://tinhuy.example.vn/a.htm" in said
    assert "Neo của trang: 2\n  #dieu_1: “Điều 1. Phạm vi”" in said
    assert json.loads(command("show", "--report", page, "--json")[1])["anchors"][0]["name"] == "dieu_1"
    assert "Bảng: 1, cộng 31 dòng" in command("show", "--report", table)[1]
