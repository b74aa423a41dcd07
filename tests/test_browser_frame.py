"""What all pages share, in real Chromium: the way between them on a telephone, addresses of no page, the keyboard."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import NARROW, PATIENCE_MS, QUESTION, WIDE, Site, ask, open_tab
from ui.nowhere import NO_SUCH_PAGE
from ui.scope import AS_OF_DAY

pytestmark = pytest.mark.browser
OUTLINE = "getComputedStyle(document.activeElement).outline"


@pytest.mark.parametrize("width", [360, 390])
@pytest.mark.parametrize("path", ["/quan-he", "/them-van-ban"])
def test_on_a_telephone_all_pages_can_be_read_and_pressed(chromium: Browser, site: Site, width: int, path: str) -> None:
    tab = open_tab(chromium, site, NARROW | {"width": width})
    tab.goto(site.address + path)
    links = tab.locator(".st-key-vk-thanh a")
    expect(links).to_have_count(8, timeout=PATIENCE_MS)
    tab.wait_for_timeout(500)
    for link in links.all():
        box = link.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert box["height"] >= 44
        cut = "element => [...element.querySelectorAll('*')].some(one => one.scrollWidth > one.clientWidth + 1)"
        words = link.locator("p")
        assert not words.evaluate(cut)
        assert words.evaluate("element => element.scrollWidth <= element.clientWidth + 1")
    tab.context.close()


@pytest.mark.parametrize("path", ["/khong-co", "/V%C4%83n%20b%E1%BA%A3n"])
def test_an_address_of_no_page_says_so_in_vietnamese_and_leads_on(chromium: Browser, site: Site, path: str) -> None:
    tab = open_tab(chromium, site, WIDE)
    tab.goto(site.address + path)
    expect(tab.get_by_role("alert")).to_contain_text(NO_SUCH_PAGE, timeout=PATIENCE_MS)
    expect(tab.get_by_role("dialog")).to_have_count(0)
    expect(tab.get_by_role("link", name="Sang trang Hỏi đáp")).to_be_visible()
    tab.get_by_role("link", name="Sang trang Văn bản").click()
    expect(tab.locator(".stHtml h1")).to_have_text("Văn bản", timeout=PATIENCE_MS)
    assert urlsplit(tab.url).path == "/van-ban"
    tab.go_back()
    expect(tab.locator(".stHtml h1")).not_to_have_text("Văn bản", timeout=PATIENCE_MS)
    expect(tab.get_by_role("dialog")).to_have_count(0)
    tab.context.close()


def test_the_first_page_answers_to_its_own_address_too(chromium: Browser, site: Site) -> None:
    tab = open_tab(chromium, site, WIDE)
    tab.goto(f"{site.address}/hoi-dap")
    expect(tab.get_by_label("Câu hỏi")).to_be_visible(timeout=PATIENCE_MS)
    expect(tab.get_by_role("dialog")).to_have_count(0)
    tab.context.close()


def test_a_day_acts_when_it_is_typed_without_another_press(tab: Page, site: Site) -> None:
    ask(tab, site, QUESTION)
    expect(tab.locator(".vk-the").first).to_be_visible(timeout=PATIENCE_MS)
    field = tab.get_by_label(AS_OF_DAY)
    field.press_sequentially("1/5/2020")
    expect(tab.get_by_text("Xét theo ngày 01/5/2020")).to_be_visible(timeout=PATIENCE_MS)
    expect(field).to_be_focused()
    field.fill("31/02/2020")
    expect(tab.locator(".st-key-vk-ngay [role=alert]")).to_contain_text("chưa được áp dụng", timeout=PATIENCE_MS)
    expect(tab.get_by_text("Xét theo ngày 01/5/2020")).to_have_count(0)


def test_the_keyboard_is_seen_where_it_is(tab: Page, site: Site) -> None:
    tab.goto(site.address + "/van-ban")
    expect(tab.locator(".vk-ke a").first).to_be_visible(timeout=PATIENCE_MS)
    for link in (tab.locator(".st-key-vk-thanh a").first, tab.locator(".vk-ke a").first):
        link.focus()
        tab.keyboard.press("Shift+Tab")
        tab.keyboard.press("Tab")
        assert "solid 3px" in tab.evaluate(OUTLINE)


def test_the_first_visit_draws_a_page_once(chromium: Browser, site: Site) -> None:
    tab = open_tab(chromium, site, WIDE)
    sent: list[object] = []
    tab.on("websocket", lambda socket: socket.on("framesent", lambda frame: sent.extend([frame])))
    tab.goto(f"{site.address}/gioi-thieu")
    expect(tab.get_by_role("heading", name="Giới thiệu")).to_be_visible(timeout=PATIENCE_MS)
    tab.wait_for_function("document.cookie.includes('vankien-ban=')")
    tab.wait_for_timeout(500)
    assert len(sent) == 1  # what is said later draws the page anew, under the hands of who reads it
    tab.context.close()
