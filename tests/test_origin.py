"""The address that a page was saved from: what the file says, and nothing that could harm who presses it."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.readers import read_content
from ingest.readers.reading import Reading

TEXT = "<p>Thông báo kết luận</p>"
HERE = "https://tinhuy.example.vn/vb/a.html"


def read(head: str = "", before: str = "") -> Reading:
    page = f"<!DOCTYPE html>{before}<html><head><meta charset=utf-8>{head}</head><body>{TEXT}</body></html>"
    return read_content(page.encode(), Path("trang.html"))


@pytest.mark.parametrize(
    ("head", "before", "address"),
    [
        pytest.param("", f"<!-- saved from url=(0035){HERE} -->", HERE, id="saved-by-a-browser"),
        pytest.param("<link rel=canonical href=/x>", f"<!-- saved from url=(0035){HERE}#d -->", HERE, id="heard-first"),
        pytest.param(f"<link rel=canonical href='{HERE}'>", "", HERE, id="canonical"),
        pytest.param(
            "<base href='https://a.example.vn/x/'><link rel='canonical' href='y?id=2'>",
            "",
            "https://a.example.vn/x/y?id=2",
            id="canonical-from-the-base",
        ),
        pytest.param(f"<meta property='og:url' content=' {HERE} '>", "", HERE, id="og"),
        pytest.param(f"<base href='{HERE}'>", "", HERE, id="base"),
        pytest.param("<base href='https://a.example.vn/x/'>", "", None, id="base-of-a-folder"),
        pytest.param("<link rel=canonical href='https://a.example.vn/'>", "", None, id="a-whole-site"),
        pytest.param("<link rel=canonical href='/vb/a.html'>", "", None, id="no-host"),
        pytest.param("<link rel=canonical href='javascript:alert(1)'>", "", None, id="script"),
        pytest.param("<link rel=canonical href='file:///C:/a.html'>", "", None, id="file-of-a-machine"),
        pytest.param("<link rel=canonical href='https://vn@bad.example/a'>", "", None, id="disguised-host"),
        pytest.param("<link rel=canonical href='https://[bad/a'>", "", None, id="no-address"),
        pytest.param("<link rel=canonical href='https://a.example/x y'>", "", None, id="space"),
        pytest.param("", "<!-- saved from url=(0014)about:internet -->", None, id="of-the-browser"),
        pytest.param("", "", None, id="says-nothing"),
    ],
)
def test_the_address_is_what_the_page_says_if_it_may_be_pressed(head: str, before: str, address: str | None) -> None:
    reading = read(head, before)
    assert reading.saved_from == address
    assert "Thông báo kết luận" in reading.text


def test_a_page_saved_with_its_parts_says_it_too() -> None:
    mhtml = (
        f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {HERE}\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\n'
        f"Content-Transfer-Encoding: 8bit\r\n\r\n<html><body>{TEXT}</body></html>\r\n--x--\r\n"
    )
    assert read_content(mhtml.encode(), Path("trang.mhtml")).saved_from == HERE


@pytest.mark.parametrize(
    ("body", "anchors"),
    [
        pytest.param("<p><a name=d1></a>Một</p><p id=d2>Hai</p>", [("d1", "Một"), ("d2", "Hai")], id="name-and-id"),
        pytest.param("<a name=d1></a><p>Một</p>", [("d1", "Một")], id="before-its-paragraph"),
        pytest.param(
            "<p>Một <b id=d1>hai</b> ba<br><i id=d2>bốn</i></p>", [("d1", "Một hai ba"), ("d2", "bốn")], id="in"
        ),
        pytest.param("<div>Một<div id=d2>Hai</div></div>", [("d2", "Hai")], id="block-behind-words"),
        pytest.param(
            "<table border=1><tr id=r1><td>A</td><td id=c>B</td></tr><tr id=r2><td>C</td><td>D</td></tr></table>",
            [("r1", "A | B"), ("c", "A | B"), ("r2", "C | D")],
            id="rows",
        ),
        pytest.param("<p>Một</p><a name=d9></a>", [], id="behind-the-last-word"),
        pytest.param("<p name=x>Một</p><input name=y><p>Hai</p>", [], id="names-of-other-things"),
    ],
)
def test_places_that_links_may_name_are_kept(body: str, anchors: list[tuple[str, str]]) -> None:
    page = f"<html><head><meta charset=utf-8></head><body><div>{body}</div></body></html>"
    reading = read_content(page.encode(), Path("trang.html"))
    found = [(one.name, reading.text[one.start :].partition("\n")[0]) for one in reading.anchors]
    assert found == anchors
