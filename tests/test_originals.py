"""Where a place of a document stands on the pages of the file it was read from."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from ingest.documents import read_from
from ingest.errors import ReadingError
from ingest.models import Document, Metadata, PageStart
from ingest.originals import Box, find_boxes, find_page_span, frame
from ingest.readers.apart import ReaderPool
from ingest.readers.printed.boxes import Word
from ingest.readers.printed.page_picture import PagePicture, pack_page, unpack_page
from ingest.readers.printed.picture import draw_page
from tests.plain_pdf import Shown, write_pdf

FILE = Path("van-ban.pdf")
FIRST = [
    "1. Tang cuong kiem tra, giam sat to chuc dang o co so;",
    "xu ly nghiem cac truong hop vi pham theo Quy dinh so",
]
SECOND = ["102-QD/TW, ngay 15/11/2017 cua Bo Chinh tri.", "2. Tang cuong kiem tra, giam sat dang vien."]
HEAD, WIDTH, HEIGHT = "Van phong Tinh uy, tang cuong kiem tra", 595.0, 842.0


def column(lines: list[str], top: float = 700, left: float = 70) -> list[Shown]:
    return [(left, top - 16 * i, line) for i, line in enumerate(lines)]


PAGES = [[*column(FIRST), (200.0, 810.0, HEAD)], [*column(SECOND), (200.0, 810.0, HEAD)]]


def read(content: bytes) -> Document:
    document = read_from(content, FILE).document
    assert [page.number for page in document.pages] == [1, 2]
    return document


def span_of(document: Document, first: str, last: str) -> tuple[int, int]:
    return document.text.index(first), document.text.rindex(last) + len(last)


def line_at(page: PagePicture, box: Box) -> int:
    """The line, from 0, of a column whose middle is in the box."""
    middle = (box.top + box.bottom) / 2 * page.height
    return round((middle - (HEIGHT - 700)) / 16)


def test_a_passage_across_a_page_break_is_marked_on_both_pages() -> None:
    content = write_pdf(PAGES)
    document = read(content)
    span = span_of(document, "xu ly nghiem", "Chinh tri.")

    assert [page.number for page in document.find_pages(*span)] == [1, 2]
    for number, line in ((1, 1), (2, 0)):
        page = draw_page(content, FILE, number)
        (box,) = find_boxes(document, span, page)
        assert (page.number, page.pages, line_at(page, box)) == (number, 2, line)
        assert box.left == pytest.approx(70 / WIDTH, abs=0.01)
        assert 0.3 < box.right < 0.8
        assert box.bottom - box.top == pytest.approx(12 * 1.25 / HEIGHT, abs=0.002)


def test_words_that_stand_twice_on_a_page_are_marked_where_they_are_meant() -> None:
    content = write_pdf([column([*FIRST, *SECOND]), []])
    document = read_from(content, FILE).document
    page = draw_page(content, FILE, 1)
    places = [document.text.index("kiem tra"), document.text.rindex("kiem tra")]
    boxes = [find_boxes(document, (place, place + 8), page) for place in places]

    assert [line_at(page, box) for (box,) in boxes] == [0, 3]
    assert all(box.right - box.left < 0.12 for (box,) in boxes)


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_a_sheet_on_its_side_is_drawn_upright_and_marked_where_its_words_are(turned: int) -> None:
    content = write_pdf(PAGES, rotate=turned)
    document, page = read(content), draw_page(content, FILE, 1)
    start = document.text.index("xu ly")
    (box,) = find_boxes(document, (start, start + len("xu ly nghiem")), page)
    with Image.open(BytesIO(page.picture)) as picture:
        assert picture.height > picture.width
        assert _find_darkest(picture, box) < 128
        assert _find_darkest(picture, Box(0.05, box.top, box.left, box.bottom)) > 200


def _find_darkest(picture: Image.Image, box: Box) -> int:
    """Grey, from 0 (black) to 255, of the darkest point in the box."""
    across, down = picture.size
    edges = int(box.left * across), int(box.top * down), int(box.right * across), int(box.bottom * down)
    return int(np.asarray(picture.convert("L").crop(edges)).min())


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        pytest.param("Kiểm tra, giám sát.", True, id="as-printed"),
        pytest.param("KIỂM TRA, GIÁM SÁT.", True, id="in-capitals"),
        pytest.param("Kiểm tra và giám sát cơ sở.", True, id="most-words"),
        pytest.param("Công tác dân vận ở tỉnh.", False, id="other-words"),
        pytest.param("Kiểm soát tài sản, thu nhập.", False, id="one-word-in-common"),
    ],
)
def test_a_place_is_marked_only_where_most_of_its_words_are_found(text: str, marked: bool) -> None:
    words = ("Kiê\u0309m", "tra,", "giám", "sát.")
    printed = tuple(Word(word, 50.0 * i, 50.0 * i + 45, 10.0, 20.0, 11.0) for i, word in enumerate(words))
    document = Document("x", text, Metadata(), (), (), pages=(PageStart(1, 0),))

    assert bool(find_boxes(document, (0, len(text)), PagePicture(1, 1, b"", 300.0, 100.0, printed))) is marked


def test_nothing_is_marked_on_a_scan_or_a_page_that_is_not_of_the_place() -> None:
    content = write_pdf(PAGES)
    document, page = read(content), draw_page(content, FILE, 2)
    first = document.text.index("1. Tang")

    assert find_boxes(document, (first, first + 30), page) == ()
    assert find_boxes(document, (0, len(document.text)), replace(page, words=())) == ()
    assert find_page_span(document, 3) == (0, 0)


def test_cells_of_a_table_are_found_though_they_are_drawn_column_by_column() -> None:
    left, right = ["Noi dung mot", "Noi dung hai"], ["Nam 2017", "Nam 2018"]
    content = write_pdf([column(left) + column(right, left=300)])
    text = "Noi dung mot Nam 2017\nNoi dung hai Nam 2018"
    document = Document("x", text, Metadata(), (), (), pages=(PageStart(1, 0),))
    page = draw_page(content, FILE, 1)

    assert [line_at(page, box) for box in find_boxes(document, (0, 21), page)] == [0, 0]


def test_a_frame_goes_around_lines_and_begins_anew_in_the_next_column() -> None:
    lines = [Box(0.2, 0.7, 0.4, 0.72), Box(0.1, 0.73, 0.45, 0.75), Box(0.5, 0.1, 0.9, 0.12)]

    assert frame(lines) == (Box(0.1, 0.7, 0.45, 0.75), lines[2])
    assert frame([]) == ()


def test_a_page_goes_through_the_process_that_draws_it_unchanged() -> None:
    content = write_pdf(PAGES)
    here = draw_page(content, FILE, 2)
    with ReaderPool(1) as pool:
        assert pool.draw_page(content, FILE, 2).result() == here
    assert unpack_page(pack_page(here)) == here


@pytest.mark.parametrize(
    ("content", "number"),
    [
        pytest.param(write_pdf(PAGES), 3, id="no-such-page"),
        pytest.param(write_pdf(PAGES, password="mat"), 1, id="locked"),
        pytest.param(b"%PDF-1.4\n", 1, id="damaged"),
        pytest.param(b"M\xe1y", 1, id="no-pages"),
    ],
)
def test_a_page_that_cannot_be_drawn_is_an_error_with_a_reason(content: bytes, number: int) -> None:
    with pytest.raises(ReadingError, match="Không đọc được van-ban"):
        draw_page(content, FILE, number)


def test_a_picture_of_many_pages_shows_the_one_that_is_asked_for() -> None:
    out = BytesIO()
    red, blue = Image.new("RGB", (300, 400), "red"), Image.new("RGB", (300, 400), "blue")
    red.save(out, "TIFF", save_all=True, append_images=[blue])
    page = draw_page(out.getvalue(), Path("anh.tif"), 2)

    assert (page.number, page.pages, page.words, page.width, page.height) == (2, 2, (), 300.0, 400.0)
    with Image.open(BytesIO(page.picture)) as picture:
        channels = picture.convert("RGB").getpixel((150, 200))
    assert isinstance(channels, tuple)
    assert channels[2] > 200 > channels[0]
