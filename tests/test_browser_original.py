"""The original in real Chromium: from an answer's quote to the printed page, the passage marked where it is printed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser import (
    FIRST_BUILD_MS,
    NARROW,
    PATIENCE_MS,
    QUESTION,
    WIDE,
    Site,
    ask,
    open_first_quote,
    open_tab,
    serve,
)

pytestmark = pytest.mark.browser
# The last page that begins before the place in the text: "Trang 4".
_PAGE = """text => [...text.querySelectorAll(".vk-trang")].findLast(page =>
    text.querySelector(".vk-tim").compareDocumentPosition(page) & Node.DOCUMENT_POSITION_PRECEDING).title"""
# How dark the darkest points of the picture are under a mark, from 0 (black) to 255; beside it, the paper.
_INK = """mark => {
    const picture = mark.parentElement.querySelector("img"), canvas = document.createElement("canvas");
    canvas.width = picture.naturalWidth;
    canvas.height = picture.naturalHeight;
    const pen = canvas.getContext("2d");
    pen.drawImage(picture, 0, 0);
    const share = name => parseFloat(mark.style[name]) / 100;
    const data = pen.getImageData(
        share("left") * canvas.width, share("top") * canvas.height,
        Math.max(1, share("width") * canvas.width), Math.max(1, share("height") * canvas.height)).data;
    return Math.min(...data.filter((_, i) => i % 4 === 0));
}"""


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory, plain_pdf: bytes) -> Iterator[Site]:
    """Vankien over the notice as it was printed to PDF."""
    folder = tmp_path_factory.mktemp("printed")
    file = folder / "thong-bao.pdf"
    file.write_bytes(plain_pdf)
    with serve(folder, file) as served:
        yield served


def open_original(tab: Page) -> Locator:
    """Press the control; the sheet, when its picture is there."""
    tab.get_by_text("Xem bản gốc").click()
    sheet = tab.locator(".vk-ban-goc")
    expect(sheet.locator("img")).to_be_visible(timeout=PATIENCE_MS)
    return sheet


def test_a_quote_is_seen_on_the_page_where_it_is_printed(chromium: Browser, printed: Site) -> None:
    tab = open_tab(chromium, printed, WIDE)
    ask(tab, printed, QUESTION)
    expect(tab.locator(".vk-the").first).to_be_visible(timeout=FIRST_BUILD_MS)
    open_first_quote(tab)
    text = tab.locator(".vk-nguyen-van")
    page = text.evaluate(_PAGE)
    sheet = open_original(tab)

    expect(tab.locator(".vk-so-trang")).to_contain_text(f"{page} / ")
    expect(tab.get_by_text("Đoạn đang đọc được tô vàng")).to_be_visible()
    frame = sheet.locator(".vk-khung-do").first
    expect(frame).to_be_in_viewport(timeout=PATIENCE_MS)
    assert all(mark.evaluate(_INK) < 128 for mark in sheet.locator(".vk-to-vang").all())
    beside, read = sheet.bounding_box(), text.bounding_box()
    assert beside is not None
    assert read is not None
    assert beside["x"] >= read["x"] + read["width"]
    expect(text.locator(".vk-tim").first).to_be_in_viewport(timeout=PATIENCE_MS)
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert printed.hosts == {printed.address.removeprefix("http://")}
    tab.context.close()


def test_pages_are_turned_and_enlarged_and_the_file_is_saved(
    chromium: Browser, printed: Site, plain_pdf: bytes, tmp_path: Path
) -> None:
    tab = open_tab(chromium, printed, NARROW)
    tab.goto(f"{printed.address}/van-ban")
    tab.get_by_role("link", name="Thông báo").first.click(timeout=PATIENCE_MS)
    expect(tab.locator(".vk-nguyen-van")).to_be_visible(timeout=PATIENCE_MS)
    sheet = open_original(tab)
    where = tab.locator(".vk-so-trang")
    expect(where).to_contain_text("Trang 1 / ")
    tab.get_by_role("button", name="Trang tiếp").click()
    expect(where).to_contain_text("Trang 2 / ")
    expect(sheet.get_by_alt_text("Trang 2 của bản gốc")).to_be_visible()
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
    picture = sheet.locator("img")
    before = picture.bounding_box()
    tab.get_by_role("button", name="Phóng to trang").click()
    expect(tab.get_by_role("button", name="Thu nhỏ trang")).to_be_enabled()
    after = picture.bounding_box()
    assert before is not None
    assert after is not None
    assert after["width"] == pytest.approx(1.5 * before["width"], rel=0.02)
    with tab.expect_download() as saved:
        tab.get_by_role("button", name="Tải tệp gốc").click()
    saved.value.save_as(tmp_path / "q.pdf")
    assert saved.value.suggested_filename == "thong-bao.pdf"
    assert (tmp_path / "q.pdf").read_bytes() == plain_pdf
    tab.get_by_role("button", name="Đóng bản gốc").click()
    expect(sheet).to_have_count(0)
    tab.context.close()
