"""Page Quan hệ in real Chromium: the picture answers presses, the table tells the same, files are saved."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlencode, urlsplit

import networkx
import pytest
from PIL import Image
from playwright.sync_api import Browser, Download, Page, expect

from bench.drawing import find_center
from tests.browser import NARROW, PATIENCE_MS, WIDE, Site, open_tab, serve
from tests.surrounded import SECOND, TEXTS
from tests.views import settle
from ui.relations_text import AT_ONCE

pytestmark = pytest.mark.browser
INK = """(colour) => {
  const canvas = document.querySelector(".st-key-vk-so-do canvas");
  if (!canvas) return null;
  const { data, width } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  const found = [];
  for (let at = 0; at < data.length; at += 4)
    if (colour.every((part, place) => Math.abs(data[at + place] - part) < 24)) found.push(at / 4);
  if (found.length < 30) return null;
  const middle = found[Math.floor(found.length / 2)];
  const scale = canvas.clientWidth / width;
  return { x: (middle % width) * scale, y: Math.floor(middle / width) * scale };
}"""
BLUE, SKY = (29, 75, 134), (3, 105, 161)
RED = (170, 62, 65)  # the line lets some of the ground through


@pytest.fixture(scope="module")
def related(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("related")
    files = [folder / f"{place}.txt" for place in range(len(TEXTS))]
    for file, text in zip(files, TEXTS, strict=True):
        file.write_text(text, encoding="utf-8")
    with serve(folder, *files) as served:
        yield served


def open_page(chromium: Browser, site: Site, size: dict[str, int], document: str = SECOND) -> Page:
    tab = open_tab(chromium, site, size)
    tab.goto(f"{site.address}/quan-he?{urlencode({'doc': document})}")
    return tab


def press_ink(tab: Page, colour: tuple[int, int, int]) -> None:
    """Press in the middle of all that is drawn in that colour."""
    tab.wait_for_function(INK, arg=list(colour), timeout=PATIENCE_MS)
    tab.locator(".st-key-vk-so-do").scroll_into_view_if_needed()
    at = tab.evaluate(INK, list(colour))
    box = tab.locator(".st-key-vk-so-do canvas").first.bounding_box()
    assert box
    tab.mouse.click(box["x"] + at["x"], box["y"] + at["y"])


def save(tab: Page, name: str) -> Download:
    settle(tab)  # a file is made when it is asked for, by its name of the last drawing
    with tab.expect_download() as download:
        tab.get_by_role("button", name=name).click()
    return download.value


def test_a_document_is_chosen_drawn_and_opened_by_a_press(chromium: Browser, related: Site) -> None:
    tab = open_tab(chromium, related, WIDE)
    tab.goto(related.address)
    tab.get_by_role("link", name="Quan hệ").click()
    tab.get_by_label("Văn bản (gõ").fill("802")
    tab.get_by_label("Văn bản (gõ").press("Enter")
    tab.wait_for_function(INK, arg=list(BLUE), timeout=PATIENCE_MS)
    assert parse_qs(urlsplit(tab.url).query) == {"doc": ["802"]}
    expect(tab.locator(".vk-chu-giai")).to_contain_text("Đã được thay thế")
    tab.mouse.click(*find_center(tab))
    expect(tab.locator(".vk-nguyen-van")).to_contain_text("Nội dung mới.", timeout=PATIENCE_MS)
    assert parse_qs(urlsplit(tab.url).query) == {"doc": [SECOND]}
    tab.get_by_role("link", name="Quan hệ với các văn bản khác").click()
    press_ink(tab, SKY)  # the plan, the only document of its type
    expect(tab.locator(".vk-nguyen-van")).to_contain_text("Theo Quy định số 802-QĐ/TW.", timeout=PATIENCE_MS)
    tab.go_back()
    expect(tab.locator(".vk-giua h2")).to_contain_text("802-QĐ/TW", timeout=PATIENCE_MS)
    assert parse_qs(urlsplit(tab.url).query) == {"doc": [SECOND]}
    assert related.hosts == {urlsplit(related.address).netloc}
    tab.context.close()


def test_a_press_on_a_line_tells_who_says_so(chromium: Browser, related: Site) -> None:
    tab = open_page(chromium, related, WIDE, "801-QĐ/TW")
    press_ink(tab, RED)
    told = tab.locator(".vk-bang-quan-he")
    expect(told).to_contain_text("Quy định này thay thế Quy định số 801-QĐ/TW, ngày 03/02/2010.", timeout=PATIENCE_MS)
    told.get_by_role("link", name=re.compile("Điều 2$")).click()
    expect(tab.locator(".vk-nguyen-van .vk-tim").first).to_contain_text("thay thế", timeout=PATIENCE_MS)
    tab.context.close()


def test_the_picture_the_table_and_the_graph_are_saved(chromium: Browser, related: Site) -> None:
    tab = open_page(chromium, related, WIDE)
    tab.wait_for_function(INK, arg=list(BLUE), timeout=PATIENCE_MS)
    drawn = Image.open(save(tab, "Tải hình (PNG)").path())
    assert (drawn.format, drawn.size[0] > 900, drawn.getpixel((2, 2))) == ("PNG", True, (255, 255, 255, 255))
    assert len(drawn.getcolors(1 << 20) or []) > 20
    table = save(tab, "Tải bảng (CSV, mở bằng Excel)")
    assert table.suggested_filename == "quan-he-802-QĐ-TW.csv"
    assert table.path().read_bytes().startswith(b"\xef\xbb\xbf")
    graph = networkx.read_graphml(io.BytesIO(save(tab, "Tải đồ thị (GraphML)").path().read_bytes()))
    assert SECOND in graph.nodes
    tab.context.close()


def test_on_a_narrow_screen_nothing_is_wider_than_it_and_links_stay_within_the_page(
    chromium: Browser, related: Site
) -> None:
    tab = open_page(chromium, related, NARROW)
    tab.wait_for_function(INK, arg=list(BLUE), timeout=PATIENCE_MS)
    for view in ("Dòng thời gian", "Bảng"):
        tab.get_by_role("radio", name=view).click()
        expect(tab.locator(".vk-bang-quan-he" if view == "Bảng" else ".vk-chu-giai")).to_be_visible(timeout=PATIENCE_MS)
        assert tab.evaluate("document.scrollingElement.scrollWidth") <= NARROW["width"]
    expect(tab.locator(".vk-bang-quan-he tbody tr")).to_have_count(4)
    assert AT_ONCE > 4
    tab.get_by_role("link", name="xem quan hệ").first.click()
    expect(tab.locator(".vk-giua h2")).not_to_contain_text("802-QĐ/TW", timeout=PATIENCE_MS)
    tab.context.close()


def test_a_finger_scrolls_past_the_picture_on_a_telephone(chromium: Browser, related: Site) -> None:
    tab = open_page(chromium, related, NARROW)
    tab.wait_for_function(INK, arg=list(BLUE), timeout=PATIENCE_MS)
    touch = tab.context.new_cdp_session(tab)
    top = "document.querySelector('.st-key-vk-so-do').getBoundingClientRect().top"
    for view in ("Sơ đồ", "Dòng thời gian"):
        tab.get_by_role("radio", name=view).click()
        tab.wait_for_timeout(1500)
        tab.evaluate("document.querySelector('.st-key-vk-so-do').scrollIntoView({block: 'start'})")
        began = tab.evaluate(top)
        touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": 330, "y": 480}]})
        for step in range(1, 11):
            touch.send(
                "Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": 330, "y": 480 - 20 * step}]}
            )
        touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
        tab.wait_for_function(f"{top} < {began - 100}", timeout=PATIENCE_MS)
    tab.context.close()


def test_what_nobody_knows_is_said_and_without_a_library_the_catalogue_can_be_followed(
    chromium: Browser, empty_site: Site
) -> None:
    tab = open_page(chromium, empty_site, WIDE, "999-QĐ/TW")
    expect(tab.get_by_role("alert")).to_contain_text("đều không có “999-QĐ/TW”", timeout=PATIENCE_MS)
    tab.get_by_label("Văn bản (gõ").fill("102-QĐ/TW")
    tab.get_by_role("button", name="Xem", exact=True).click()
    tab.wait_for_function(INK, arg=list(BLUE), timeout=PATIENCE_MS)
    tab.mouse.click(*find_center(tab))
    expect(tab.locator(".vk-ho-so").first).to_be_visible(timeout=PATIENCE_MS)
    tab.context.close()
