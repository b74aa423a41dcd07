"""The reader's margin in real Chromium: beside the text where there is room, one press away where there is not."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import NARROW, PATIENCE_MS, WIDE, Site, open_tab

pytestmark = pytest.mark.browser
RULE = "Quy định số 102-QĐ/TW ngày 15/11/2017"


def read_notice(chromium: Browser, site: Site, size: dict[str, int]) -> Page:
    """The starter notice, open at the provision that cites the rule."""
    tab = open_tab(chromium, site, size)
    tab.goto(f"{site.address}/van-ban")
    tab.get_by_role("link", name="Thông báo Ý kiến kết luận").first.click(timeout=PATIENCE_MS)
    tab.locator(".vk-nguyen-van").wait_for(timeout=PATIENCE_MS)
    (document,) = parse_qs(urlsplit(tab.url).query)["doc"]
    tab.goto(f"{site.address}/van-ban?doc={document}&at=II.5")
    tab.locator(".vk-nguyen-van .vk-tim").first.wait_for(timeout=PATIENCE_MS)
    return tab


def test_the_margin_of_a_place_stands_beside_it_and_leads_on_without_loading_anew(
    chromium: Browser, site: Site
) -> None:
    tab = read_notice(chromium, site, WIDE)
    margin, text = tab.locator(".vk-le"), tab.locator(".vk-nguyen-van")
    link = margin.locator(".vk-mo").get_by_role("link", name=RULE)
    expect(link).to_be_visible()
    beside, read = margin.bounding_box(), text.bounding_box()
    assert beside is not None
    assert read is not None
    assert beside["x"] >= read["x"] + read["width"]
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
    tab.evaluate("window.stayed = true")
    link.click()
    expect(tab.get_by_role("heading", name="Quy định số 102-QĐ/TW")).to_be_visible(timeout=PATIENCE_MS)
    assert parse_qs(urlsplit(tab.url).query)["doc"] == ["102-QĐ/TW@2017-11-15"]
    assert tab.evaluate("window.stayed")
    tab.context.close()


def test_on_a_narrow_page_the_contents_lead_to_the_margin(chromium: Browser, site: Site) -> None:
    tab = read_notice(chromium, site, NARROW)
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
    tab.locator(".vk-muc-luc > summary").click()
    tab.get_by_role("link", name="Viện dẫn và đoạn tương tự của chỗ này").click()
    expect(tab.locator(".vk-le h2").first).to_be_in_viewport()
    expect(tab.locator(".vk-le").get_by_text("Viện dẫn 1 văn bản")).to_be_in_viewport()
    tab.context.close()


def test_a_whole_list_has_a_page_of_its_own_and_a_way_back(chromium: Browser, site: Site) -> None:
    tab = read_notice(chromium, site, WIDE)
    tab.locator(".vk-le .vk-mo .vk-tat-ca").first.click()
    expect(tab.get_by_role("heading", name="Viện dẫn 1 văn bản")).to_be_visible(timeout=PATIENCE_MS)
    expect(tab.locator(".vk-nguyen-van")).to_have_count(0)
    tab.get_by_role("link", name="Về chỗ đang đọc").click()
    expect(tab.locator(".vk-nguyen-van .vk-tim").first).to_be_visible(timeout=PATIENCE_MS)
    tab.context.close()
