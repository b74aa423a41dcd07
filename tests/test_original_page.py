"""The original beside the text: which page of the file is shown, and what is said of it."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
import streamlit as st
from PIL import Image
from streamlit.testing.v1 import AppTest

from ingest.documents import read_from
from ingest.errors import NotHeldError, ReadingError
from ingest.models import Document, PageStart
from ingest.originals import Box
from ingest.readers.printed.boxes import Word
from ingest.readers.printed.page_picture import PagePicture
from ingest.store import open_library
from tests.driver import drive, words
from tests.fakes import add_text
from tests.plain_pdf import write_pdf
from tests.spoken_pages import gather_said
from ui import original
from ui.original_data import Original, share_reader
from ui.original_view import lay_out_page
from ui.speaking import LANGUAGE

FIRST = ["QUYET DINH", "1. Tang cuong kiem tra, giam sat to chuc dang;", "xu ly nghiem cac truong hop vi pham theo"]
SECOND = ["102-QD/TW, ngay 15/11/2017 cua Bo Chinh tri.", "2. Lam tot cong tac dan van cua chinh quyen."]
WORDS = (Word("Kiểm", 0.0, 10.0, 0.0, 10.0, 10.0),)
LINE = Box(0.1, 0.2, 0.5, 0.25)


def page_of(number: int = 1, words: tuple[Word, ...] = WORDS) -> PagePicture:
    return PagePicture(number, 3, b"RIFF", 595.0, 842.0, words)


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    monkeypatch.setenv("VANKIEN_HOME", str(tmp_path))
    yield from drive()
    with share_reader():
        share_reader.clear()


def add_pdf(home: Path, pages: list[list[str]]) -> Document:
    """A document read from a PDF of so many lines on each page."""
    content = write_pdf([[(70.0, 700.0 - 16 * i, line) for i, line in enumerate(page)] for page in pages])
    document = read_from(content, Path("q.pdf")).document
    with open_library(home) as library:
        return library.get(library.add(document, content).document_id)


def open_original(app: AppTest, document_id: str, at: str = "") -> AppTest:
    app.run()
    app.query_params["doc"] = document_id
    if at:
        app.query_params["at"] = at
    app.switch_page("ui/document.py").run()
    return app.toggle(key="vk-goc").set_value(True).run()


def test_the_page_of_the_place_that_is_asked_for_is_shown(app: AppTest, tmp_path: Path) -> None:
    document = add_pdf(tmp_path, [FIRST, SECOND])
    open_original(app, document.id, "2")
    shown = words(app)

    assert "Trang 2 / 2" in shown
    assert original.MARKED in shown
    assert "Tệp gốc: PDF, 2 trang, " in shown
    assert app.button(key="vk-goc-sau").disabled


def test_a_place_across_a_page_break_says_where_it_goes_on(app: AppTest, tmp_path: Path) -> None:
    document = add_pdf(tmp_path, [FIRST, SECOND])
    open_original(app, document.id, "1")
    assert "Trang 1 / 2" in words(app)
    assert original.GOES_ON.format(number=2) in words(app)
    app.button(key="vk-goc-sau").click().run()
    assert "Trang 2 / 2" in words(app)
    assert original.MARKED in words(app)


def test_one_press_leads_from_another_page_back_to_the_place(app: AppTest, tmp_path: Path) -> None:
    document = add_pdf(tmp_path, [FIRST, SECOND])
    open_original(app, document.id, "2")
    app.button(key="vk-goc-truoc").click().run()
    assert original.ELSEWHERE in words(app)
    app.button(key="vk-goc-ve").click().run()
    assert "Trang 2 / 2" in words(app)
    assert original.MARKED in words(app)


def test_another_place_opens_its_own_page(app: AppTest, tmp_path: Path) -> None:
    document = add_pdf(tmp_path, [FIRST, SECOND])
    open_original(app, document.id, "1")
    app.button(key="vk-goc-sau").click().run()
    app.query_params["at"] = "tieu-de"
    app.run()
    assert "Trang 1 / 2" in words(app)


def test_a_number_is_typed_where_there_are_many_pages(app: AppTest, tmp_path: Path) -> None:
    document = add_pdf(tmp_path, [[f"Trang thu {i} cua van ban ve cong tac kiem tra."] for i in range(7)])
    open_original(app, document.id)
    assert original.NO_PLACE in words(app)
    assert "Trang 1 / 7" in words(app)
    app.number_input(key="vk-goc-den").set_value(6).run()
    assert "Trang 6 / 7" in words(app)
    app.button(key="vk-goc-sau").click().run()
    assert app.number_input(key="vk-goc-den").value == 7


def test_a_file_without_pages_is_only_to_be_taken(app: AppTest, tmp_path: Path) -> None:
    open_original(app, add_text(tmp_path, "QUY ĐỊNH\nvề kiểm tra\n\n1. Một.\n", "quy-dinh.txt"))

    assert original.NOT_PICTURED.format(kind="văn bản thuần") in words(app)
    assert "Tải tệp gốc" in gather_said(app)


def test_a_file_that_is_called_otherwise_meanwhile_is_said(
    app: AppTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_original(app, add_pdf(tmp_path, [FIRST, SECOND]).id)
    monkeypatch.setattr(original, "lay_out_columns", lambda _: (st.container(), st.container()))

    def gone(_: str) -> Original:
        raise NotHeldError("Thư viện không có văn bản “x”.")

    monkeypatch.setattr(original, "find_original", gone)
    app.button(key="vk-goc-sau").click().run()

    assert "Thư viện không có văn bản “x”." in words(app)


def test_a_press_within_it_is_answered_in_the_readers_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VANKIEN_HOME", str(tmp_path))
    document = add_pdf(tmp_path, [FIRST, SECOND])

    opened = f"services.open_document({document.id!r}).document"
    alone = f"from ui import original, services\noriginal.draw_original({opened}, None)"
    app = AppTest.from_string(alone, default_timeout=60)  # as Streamlit draws it after a press within
    app.session_state[LANGUAGE] = "en"
    app.run()
    with share_reader():
        share_reader.clear()

    assert "Next page" in gather_said(app)
    assert "Page 1 / 2" in words(app)


def test_it_is_closed_where_it_is_read(app: AppTest, tmp_path: Path) -> None:
    open_original(app, add_pdf(tmp_path, [FIRST, SECOND]).id)
    app.button(key="vk-goc-dong").click().run()

    assert not app.toggle(key="vk-goc").value
    assert "Tệp gốc: PDF" not in words(app)


def test_a_page_that_cannot_be_drawn_is_said_with_its_reason(
    app: AppTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> PagePicture:
        raise ReadingError("q.pdf", "trang 2 bị hỏng", "")

    monkeypatch.setattr(original, "draw_page", fail)
    open_original(app, add_pdf(tmp_path, [FIRST, SECOND]).id, "2")

    assert original.NOT_DRAWN.format(number=2, why="trang 2 bị hỏng") in words(app)
    assert "Tải tệp gốc" in gather_said(app)


@pytest.mark.parametrize(
    ("home", "page", "lines", "said"),
    [
        pytest.param([], page_of(), (), original.NO_PLACE, id="no-place"),
        pytest.param([2], page_of(), (), original.ELSEWHERE, id="another-page"),
        pytest.param([1], page_of(), (LINE,), original.MARKED, id="marked"),
        pytest.param([1, 2], page_of(2), (LINE,), original.MARKED, id="its-last-page"),
        pytest.param([1, 2], page_of(), (LINE,), original.GOES_ON.format(number=2), id="goes-on"),
        pytest.param([1], page_of(), (), original.NOT_FOUND, id="not-found"),
        pytest.param([1], page_of(words=()), (), original.SCANNED, id="scan"),
    ],
)
def test_says_whether_the_place_is_marked(
    home: list[int], page: PagePicture, lines: tuple[Box, ...], said: str
) -> None:
    assert original.say_marks(home, page, lines) == said


def test_marks_lie_over_the_picture_where_the_lines_are() -> None:
    html = lay_out_page(page_of(), (LINE, Box(0.05, 0.26, 0.6, 0.3)), 'Trang "1"', "x 1")

    assert html.count("vk-to-vang") == 2
    assert 'class="vk-to-vang" style="left: 10.00%; top: 20.00%; width: 40.00%; height: 5.00%"' in html
    assert 'class="vk-khung-do" style="left: 5.00%; top: 20.00%; width: 55.00%; height: 10.00%"' in html
    assert 'alt="Trang &quot;1&quot;"' in html


def test_a_scanned_picture_is_shown_as_it_is(app: AppTest, tmp_path: Path) -> None:
    out = BytesIO()
    Image.new("RGB", (600, 800), "white").save(out, "PNG")
    text = "QUY ĐỊNH\nvề kiểm tra\n\n1. Một.\n"
    with open_library(tmp_path) as library:
        document = library.get(add_text(tmp_path, text))
        other = Document("anh~1", f"{text}2. Hai.\n", document.metadata, (), (), pages=(PageStart(1, 0, 0.99),))
        library.add(other, out.getvalue())
    open_original(app, "anh~1")

    assert "Trang 1 / 1" in words(app)
    assert "Tệp gốc: ảnh PNG, 1 trang" in words(app)
