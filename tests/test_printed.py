"""The starter notice, printed and scanned, reads as its plain text does."""

from __future__ import annotations

from collections import Counter
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from playwright.sync_api import Browser

from bench.scanning import bind_pages, draw_page, print_pdf
from ingest.cleaning import clean_text
from ingest.models import LEGIBLE
from ingest.readers.printed.pdf import read_pdf
from tests.printing import LETTERHEAD_WORDS, addresses, notice_text, scan, words

pytestmark = pytest.mark.browser
FILE = Path("thong-bao.pdf")


def test_printed_plainly_it_has_the_same_words_and_tree(plain_pdf: bytes) -> None:
    reading = read_pdf(plain_pdf, FILE)
    text = clean_text(reading.text)

    assert words(text) == words(notice_text())
    assert addresses(text) == addresses(notice_text())
    assert [page.number for page in reading.pages] == list(range(1, len(reading.pages) + 1))
    assert reading.notes == ()


def test_printed_under_a_letterhead_of_two_columns_it_has_them_too(letterhead_pdf: bytes) -> None:
    text = clean_text(read_pdf(letterhead_pdf, FILE).text)
    head = len(LETTERHEAD_WORDS)

    assert words(text)[:head] == LETTERHEAD_WORDS
    assert words(text)[head:] == words(notice_text())
    assert addresses(text) == addresses(notice_text())


def test_scanned_askew_with_noise_its_first_page_keeps_nearly_all_words(plain_pdf: bytes) -> None:
    printed, scanned = (read_pdf(content, FILE) for content in (plain_pdf, scan(plain_pdf, [0])))
    page = scanned.pages[0]

    assert kept_share(page.text, printed.pages[0].text) >= 0.97
    assert page.confidence is not None
    assert page.confidence > LEGIBLE


@pytest.mark.slow
@pytest.mark.parametrize("layout", ["plain_pdf", "letterhead_pdf"])
def test_scanned_askew_with_noise_it_keeps_its_tree_and_nearly_all_words(
    layout: str, request: pytest.FixtureRequest
) -> None:
    pdf: bytes = request.getfixturevalue(layout)
    reading = read_pdf(scan(pdf, range(len(read_pdf(pdf, FILE).pages))), FILE)
    text, whole = clean_text(reading.text), notice_text()
    found, wanted = addresses(text), addresses(whole)

    assert len(set(found) & set(wanted)) >= 0.95 * len(wanted)
    assert len(found) <= 1.05 * len(wanted)
    assert kept_share(text, whole) >= 0.97
    assert all(page.confidence and page.confidence > LEGIBLE for page in reading.pages)


STYLE = "<meta charset=utf-8><style>body {font: 12pt 'DejaVu Serif'} td, th {border: 1px solid} p {margin: 0 0 6pt}"


def test_a_table_is_read_row_by_row_where_it_stands(chromium: Browser) -> None:
    rows = "".join(f"<tr><td>{i}<td>Chi bộ số {i} và các tổ đảng<td>{i}0 đảng viên</tr>" for i in (1, 2))
    table = f"<table style='width: 12cm'><tr><th>TT<th>Đơn vị<th>Số lượng</tr>{rows}</table>"
    html = f"{STYLE}</style><p>Trước bảng là một đoạn văn.</p>{table}<p>Sau bảng là đoạn khác.</p>"
    lines = [line for line in read_pdf(print_pdf(chromium, html), FILE).text.split("\n") if line]

    assert lines == [
        "Trước bảng là một đoạn văn.",
        "TT | Đơn vị | Số lượng",
        "1 | Chi bộ số 1 và các tổ đảng | 10 đảng viên",
        "2 | Chi bộ số 2 và các tổ đảng | 20 đảng viên",
        "Sau bảng là đoạn khác.",
    ]


def test_the_cells_of_a_scanned_table_are_read_between_its_rules(chromium: Browser) -> None:
    rows = "".join(f"<tr><td>{i}<td>Đảng ủy xã số {i}<td>Kiểm tra {i} đảng viên<td>{i}0%</tr>" for i in range(11, 26))
    html = f"{STYLE} table {{border-collapse: collapse; width: 100%}}</style><table>{rows}</table>"
    pdf = print_pdf(chromium, html)

    assert kept_share(read_pdf(scan(pdf, [0]), FILE).text, read_pdf(pdf, FILE).text.replace("|", "")) >= 0.95


def test_a_page_whose_tables_cannot_be_found_is_named(chromium: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise KeyError("MediaBox")  # as pdfminer lets out

    monkeypatch.setattr("pdfplumber.open", fail)
    html = f"{STYLE}</style><table><tr><td>TT<td>Đơn vị</tr><tr><td>1<td>Chi bộ số 1</tr></table>"
    reading = read_pdf(print_pdf(chromium, html), FILE)

    assert words(reading.text) == ["TT", "Đơn", "vị", "1", "Chi", "bộ", "số", "1"]
    assert reading.notes == (
        "Trang 1 có khung kẻ chưa tách được thành bảng, mỗi hàng chỉ đọc thành dòng. Hãy đối chiếu với bản gốc.",
    )


def test_a_file_of_printed_scanned_turned_blank_and_pictured_pages_is_read_page_by_page(plain_pdf: bytes) -> None:
    sheets = [Image.new("L", (1240, 1754), 245), Image.radial_gradient("L").resize((1240, 1754))]
    others = bind_pages([*sheets, draw_page(plain_pdf, 1, 150).rotate(180)], 150)
    mixed = pypdfium2.PdfDocument.new()
    for content, places in ((plain_pdf, [1]), (scan(plain_pdf, [0]), [0]), (others, [0, 1, 2]), (plain_pdf, [2])):
        with pypdfium2.PdfDocument(content) as source:
            mixed.import_pages(source, places)
    mixed[5].set_rotation(90)
    out = BytesIO()
    mixed.save(out)
    printed, pages = read_pdf(plain_pdf, FILE).pages, read_pdf(out.getvalue(), FILE).pages

    assert [page.number for page in pages] == [1, 2, 3, 4, 5, 6]
    assert [page.confidence is not None for page in pages] == [False, True, False, True, True, False]
    assert [bool(page.text) for page in pages] == [True, True, False, False, True, True]
    assert pages[0].text.startswith(printed[1].text)
    assert kept_share(pages[5].text, printed[2].text) >= 0.99
    assert min(kept_share(pages[1].text, printed[0].text), kept_share(pages[4].text, printed[1].text)) >= 0.97


def test_prose_in_two_columns_reads_as_one_text(chromium: Browser) -> None:
    prose = [line for line in notice_text().split("\n") if len(line) > 200][:6]
    columns = "".join(f"<p>{line}</p>" for line in prose)
    style = f"{STYLE} div {{columns: 2; column-gap: 14pt; text-align: justify; font-size: 11pt}}</style>"
    below = "Đoạn cuối viết trên cả chiều rộng của trang, bên dưới cả hai cột, nên được đọc sau cùng."
    text = read_pdf(print_pdf(chromium, f"{style}<div>{columns}</div><p>{below}</p>"), FILE).text

    assert words(text) == words(" ".join([*prose, below]))
    assert text.startswith(f"{prose[0]}\n")


def kept_share(text: str, whole: str) -> float:
    """The share of the syllables of *whole* that *text* has."""
    wanted = Counter(words(whole))
    return (wanted & Counter(words(text))).total() / wanted.total()
