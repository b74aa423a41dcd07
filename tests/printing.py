"""Documents printed to PDF, and scanned: made when a test asks for them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from bench.scanning import as_html, bind_pages, draw_page, print_pdf, scan_page
from ingest.cleaning import clean_text
from ingest.layout import read_layout
from ingest.readers import read_content, read_file
from ingest.structure import read_structure

NOTICE = Path(__file__).parent.parent / "data" / "documents" / "thong-bao-2018-01-26.txt"
LETTERHEAD = """<table style="width:100%;text-align:center;line-height:1.2"><tr>
<td>TỈNH ỦY BÌNH THUẬN<br>*<br>Số 500-TB/TU</td>
<td><b>ĐẢNG CỘNG SẢN VIỆT NAM</b><br><br><i>Bình Thuận, ngày 30 tháng 01 năm 2018</i></td></tr></table>"""
LETTERHEAD_WORDS = [
    *("TỈNH", "ỦY", "BÌNH", "THUẬN", "*", "Số", "500-TB/TU", "ĐẢNG", "CỘNG", "SẢN", "VIỆT", "NAM"),
    *("Bình", "Thuận,", "ngày", "30", "tháng", "01", "năm", "2018"),
]
PLAIN_STYLE = "p {text-align: justify; text-indent: 1cm; margin: 0 0 8pt}"
DENSE_STYLE = "body {font-size: 13pt} p {text-indent: 1cm; margin: 0; line-height: 1.35}"
TOTAL = "<span class=totalPages></span>"
SMALL = "font-size:9px;width:100%;text-align:center"


def notice_text() -> str:
    """The starter notice as the library holds it."""
    return clean_text(read_content(read_file(NOTICE), NOTICE).text)


def words(text: str) -> list[str]:
    return text.split()


def addresses(text: str) -> list[str]:
    """The addresses of the tree of a cleaned text, in order."""
    roots = read_structure(text, read_layout(text))
    return [one.address for root in roots for one in root.walk()]


@pytest.fixture(scope="session")
def plain_pdf(chromium: Browser) -> bytes:
    """The notice on A4 with page numbers at the foot."""
    margin = {"top": "20mm", "bottom": "20mm", "left": "30mm", "right": "15mm"}
    foot = f"<div style='{SMALL}'><span class=pageNumber></span></div>"
    return print_pdf(
        chromium,
        as_html(notice_text(), PLAIN_STYLE),
        margin=margin,
        display_header_footer=True,
        header_template="<span></span>",
        footer_template=foot,
    )


@pytest.fixture(scope="session")
def letterhead_pdf(chromium: Browser) -> bytes:
    """The notice with a letterhead of two columns, a running head and a running foot, in a narrower column."""
    margin = {"top": "25mm", "bottom": "25mm", "left": "40mm", "right": "30mm"}
    return print_pdf(
        chromium,
        as_html(notice_text(), DENSE_STYLE, LETTERHEAD),
        margin=margin,
        display_header_footer=True,
        header_template=f"<div style='{SMALL}'>Văn phòng Tỉnh ủy - Tài liệu lưu hành nội bộ</div>",
        footer_template=f"<div style='{SMALL}'>Trang <span class=pageNumber></span>/{TOTAL}</div>",
    )


def scan(pdf: bytes, pages: Sequence[int]) -> bytes:
    """These *pages* of *pdf* as an office's scanner sees them: 1.5° askew, 150 dpi, speckled."""
    return bind_pages([scan_page(draw_page(pdf, index, 150), "văn-phòng", seed=1) for index in pages], 150)
