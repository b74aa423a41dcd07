"""Both pages in real Chromium: what a person sees, presses and finds in the address bar."""

from __future__ import annotations

import json
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser import HOSTILE, NARROW, PATIENCE_MS, QUESTION, WIDE, Site, ask, open_first_quote, open_tab

pytestmark = pytest.mark.browser


def sought(tab: Page) -> Locator:
    return tab.locator(".vk-nguyen-van .vk-tim").first


def expect_in_view(tab: Page, place: Locator) -> None:
    """The place stands below the bar at the top and within the window, and stays there."""
    expect(place).to_be_in_viewport(timeout=10_000)
    bar = tab.locator(".st-key-vk-thanh").bounding_box()
    assert bar is not None
    for _ in range(50):
        box = place.bounding_box()
        assert box is not None
        if bar["height"] <= box["y"] < WIDE["height"] - 40:
            return
        tab.wait_for_timeout(100)
    raise AssertionError(f"{box} does not lie in view under {bar}")


def read_query(tab: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(tab.url).query)


def test_a_question_leads_to_the_quote_and_the_quote_to_its_place(tab: Page, site: Site) -> None:
    ask(tab, site, QUESTION)
    card = tab.locator(".vk-the").first
    expect(card).to_be_visible(timeout=PATIENCE_MS)
    quoted = card.locator(".vk-trich").inner_text()
    assert "giám sát" in quoted
    assert card.locator("mark").count() > 0
    open_first_quote(tab)
    assert (sought(tab).text_content() or "").strip() == quoted.strip()
    expect_in_view(tab, sought(tab))
    assert urlsplit(tab.url).path == "/van-ban"
    assert set(read_query(tab)) == {"doc", "at"}


def test_the_link_in_the_address_bar_opens_again_at_the_same_place(chromium: Browser, tab: Page, site: Site) -> None:
    ask(tab, site, QUESTION)
    open_first_quote(tab)
    again = open_tab(chromium, site, WIDE)
    again.goto(tab.url)
    expect(sought(again)).to_be_visible(timeout=PATIENCE_MS)
    assert sought(again).text_content() == sought(tab).text_content()
    expect_in_view(again, sought(again))
    assert again.url == tab.url
    again.context.close()


def test_an_entry_of_the_contents_moves_there_and_back_returns(tab: Page, site: Site) -> None:
    ask(tab, site, QUESTION)
    open_first_quote(tab)
    first, link = sought(tab).text_content() or "", tab.url
    entry = tab.locator(".vk-muc-luc a", has_text="7. Yêu cầu từng đồng chí bí thư")
    entry.click()
    expect(sought(tab)).to_contain_text("người đứng đầu các cơ quan")
    expect_in_view(tab, sought(tab))
    assert read_query(tab)["at"] == ["II.7"]
    expect(tab.locator(".vk-muc-luc a[aria-current]")).to_have_text(entry.inner_text())
    tab.go_back()
    expect(sought(tab)).to_have_text(first)
    assert tab.url == link


def test_the_question_is_still_there_after_reading(tab: Page, site: Site) -> None:
    ask(tab, site, QUESTION)
    open_first_quote(tab)
    tab.get_by_role("link", name="Hỏi đáp").click()
    expect(tab.get_by_label("Câu hỏi")).to_have_value(QUESTION, timeout=PATIENCE_MS)
    expect(tab.locator(".vk-the").first).to_be_visible(timeout=PATIENCE_MS)


def test_the_document_stands_on_the_page_character_for_character(tab: Page, site: Site) -> None:
    ask(tab, site, QUESTION)
    open_first_quote(tab)
    shown = tab.locator(".vk-nguyen-van").evaluate("element => element.textContent")
    written = json.loads(site.run("ingest", "show", read_query(tab)["doc"][0], "--json"))["text"]
    assert shown == written


def test_a_hostile_question_is_shown_as_written_and_never_run(tab: Page, site: Site) -> None:
    typed = '<script>window.ran = true</script> <img src=x onerror="window.ran = true"> **phở** :smile: [x](y)'
    ask(tab, site, typed)
    expect(tab.locator(".vk-the").first).to_be_visible(timeout=PATIENCE_MS)
    expect(tab.get_by_label("Câu hỏi")).to_have_value(typed)
    assert tab.evaluate("window.ran") is None
    assert tab.locator(".stApp img[src='x']").count() == 0


def test_a_hostile_document_is_shown_as_written_and_never_run(tab: Page, site: Site) -> None:
    tab.goto(f"{site.address}/van-ban")
    tab.locator(".vk-ke a", has_text="window.ran").click()
    text = tab.locator(".vk-nguyen-van")
    expect(text).to_be_visible(timeout=PATIENCE_MS)
    shown = text.evaluate("element => element.textContent")
    assert [line for line in shown.split("\n") if line] == [line for line in HOSTILE.split("\n") if line]
    assert tab.evaluate("window.ran") is None
    assert text.locator("script, img, b, code, a[href*=example]").count() == 0


@pytest.mark.parametrize("path", [pytest.param("", id="ask"), pytest.param("/van-ban", id="documents")])
def test_nothing_sticks_out_of_a_narrow_screen(chromium: Browser, built: Site, path: str) -> None:
    tab = open_tab(chromium, built, NARROW)
    tab.goto(built.address + path)
    expect(tab.locator(".stHtml h1")).to_be_visible(timeout=PATIENCE_MS)
    if path:
        tab.locator(".vk-ke a").first.click()
        expect(tab.locator(".vk-nguyen-van")).to_be_visible()
    else:
        tab.locator(".st-key-vk-mau button").first.click()  # of the library's own headings
        expect(tab.locator(".vk-the").first).to_be_visible(timeout=PATIENCE_MS)
    widest = tab.evaluate("Math.max(...[...document.querySelectorAll('.stHtml, .stHtml *')].map(e => e.scrollWidth))")
    assert widest <= NARROW["width"]
    tab.context.close()


@pytest.mark.parametrize("size", [pytest.param(WIDE, id="wide"), pytest.param(NARROW, id="narrow")])
def test_a_mention_opens_the_record_and_the_record_leads_back_to_the_mention(
    chromium: Browser, built: Site, size: dict[str, int]
) -> None:
    tab = open_tab(chromium, built, size)
    tab.goto(f"{built.address}/van-ban")
    tab.locator(".vk-ke a", has_text="Ý kiến kết luận").click()
    tab.locator("a.vk-dan", has_text="Quy định số 102-QĐ/TW").click()
    expect(tab.locator(".stHtml h1")).to_have_text("Quy định số 102-QĐ/TW", timeout=PATIENCE_MS)
    expect(tab.locator(".vk-tom-luoc")).to_contain_text("Tóm lược của Vankien, không phải nguyên văn")
    assert read_query(tab) == {"doc": ["102-QĐ/TW@2017-11-15"]}
    widest = tab.evaluate("Math.max(...[...document.querySelectorAll('.stHtml, .stHtml *')].map(e => e.scrollWidth))")
    assert widest <= size["width"]
    tab.get_by_role("link", name="Mục II.5").click()
    expect(sought(tab)).to_have_text("Quy định số 102-QĐ/TW", timeout=PATIENCE_MS)
    expect(sought(tab)).to_be_in_viewport()
    assert built.hosts == {urlsplit(built.address).netloc}
    tab.context.close()


def test_no_other_host_is_contacted(tab: Page, site: Site) -> None:
    ask(tab, site, QUESTION)
    open_first_quote(tab)
    assert site.hosts == {urlsplit(site.address).netloc}
