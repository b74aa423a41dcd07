"""WCAG 2.2 AA on every page in real Chromium: what axe-core finds; width and zoom, the keyboard, the accents."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser import OPENING, PATIENCE_MS, QUESTION, WIDE, Site, open_tab
from tests.measured import CUT_OFF, PALE_EDGES, STICKING_OUT, STOP
from tests.views import VIEWS, search, settle

pytestmark = pytest.mark.browser
RULES = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
SIZES = {
    "a telephone": (390, 844),
    "1280 px at 200 %": (640, 400),
    "a tablet": (768, 1024),
    "a wide screen": (1920, 1080),
    "a desk": (1280, 900),
}
"""Of the window; that of a desk comes last, as the pages stand in it for the other tests."""
LAID_ANEW = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
AT_REST = """() => document.getAnimations().every(
  (one) => one.playState !== "running" || one.effect.getComputedTiming().endTime === Infinity)"""
"""Whether what moves has come to where it stays: what is unfolded, open. What turns for ever is not waited for."""
MOST_STOPS = 60
AXE = Axe()


@pytest.fixture(scope="module")
def desk(chromium: Browser, built: Site) -> Iterator[BrowserContext]:
    """The windows of one reader."""
    first = open_tab(chromium, built, WIDE)
    yield first.context
    first.context.close()


@pytest.fixture(scope="module", params=VIEWS)
def view(desk: BrowserContext, built: Site, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page as a reader may find it, drawn to its end."""
    tab = desk.new_page()
    tab.set_default_timeout(PATIENCE_MS)
    VIEWS[request.param](tab, built)
    settle(tab)
    yield tab
    tab.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_against_the_rules_in_either_theme(view: Page, theme: Any) -> None:
    view.emulate_media(color_scheme=theme)
    ground = {"light": "rgb(255, 255, 255)", "dark": "rgb(23, 22, 20)"}[theme]
    expect(view.locator(".stApp")).to_have_css("background-color", ground)

    found = AXE.run(view, options={"resultTypes": ["violations"], "runOnly": RULES}).response

    assert found["passes"], "axe saw nothing"
    assert [
        f"{one['id']} ({one['impact']}): {node['target']} {node['html'][:120]}"
        for one in found["violations"]
        for node in one["nodes"]
    ] == []
    assert view.evaluate(PALE_EDGES) == []


def test_nothing_sticks_out_and_no_accent_is_cut_at_any_width_or_zoom(view: Page) -> None:
    wrong = []
    view.wait_for_function(AT_REST)
    for name, (width, height) in SIZES.items():
        view.set_viewport_size({"width": width, "height": height})
        view.evaluate(LAID_ANEW)
        wrong += [f"on {name}: {one}" for one in view.evaluate(STICKING_OUT) + view.evaluate(CUT_OFF)]
    assert wrong == []


def test_the_keyboard_is_seen_at_every_stop_forward_and_back(view: Page) -> None:
    view.keyboard.press("Escape")  # what is unfolded above the page has a test of its own
    view.get_by_test_id("stSkipToContent").focus()
    stops = [*walk(view, "Tab"), *walk(view, "Shift+Tab")]

    assert len(stops) > 2 * 8
    # Streamlit's table is a picture, which draws the ring around its cell by itself.
    assert [one for one in stops if (one["behind"] or not one["ringed"]) and one["tag"] != "CANVAS"] == []


def walk(view: Page, key: str) -> Iterator[dict[str, Any]]:
    """Where the keyboard comes to with *key*, to the end of the page or far enough."""
    for _ in range(MOST_STOPS):
        view.keyboard.press(key)
        stop = view.evaluate(STOP)
        if stop is None:
            return
        yield stop


def test_by_keyboard_alone_one_asks_opens_the_quote_and_comes_back(tab: Page, site: Site) -> None:
    tab.goto(site.address)
    settle(tab)
    tab.keyboard.press("Tab")
    expect(tab.get_by_role("link", name="Bỏ qua, sang nội dung chính")).to_be_focused()
    tab.keyboard.press("Enter")
    tab.keyboard.press("Tab")
    expect(tab.get_by_label("Câu hỏi")).to_be_focused()  # past the links at the top
    tab.keyboard.type(QUESTION)
    tab.keyboard.press("Enter")
    expect(tab.locator(".vk-the").first).to_be_visible(timeout=PATIENCE_MS)
    settle(tab)
    names = (stop["name"] for stop in walk(tab, "Tab"))
    assert any(OPENING.match(name.removeprefix("menu_book ")) for name in names)
    tab.keyboard.press("Enter")
    expect(tab.locator(".vk-nguyen-van .vk-tim").first).to_be_focused(timeout=PATIENCE_MS)
    tab.go_back()  # Alt+Left, which a browser without windows does not answer
    expect(tab.get_by_label("Câu hỏi")).to_have_value(QUESTION, timeout=PATIENCE_MS)
    expect(tab.locator(".vk-the").first).to_be_visible()


def test_what_a_press_unfolds_above_the_page_is_the_next_that_the_keyboard_comes_to(tab: Page, site: Site) -> None:
    search(tab, site)
    settle(tab)
    button = tab.get_by_role("button", name="Loại văn bản")
    button.focus()
    tab.keyboard.press("Enter")
    unfolded = tab.get_by_test_id("stPopoverBody")
    expect(unfolded).to_be_visible()
    tab.keyboard.press("Tab")
    expect(unfolded.locator(":focus")).to_have_count(1)
    tab.keyboard.press("Shift+Tab")
    expect(button).to_be_focused()
    tab.keyboard.press("Tab")
    tab.keyboard.press("Escape")
    expect(unfolded).to_have_count(0)
    expect(button).to_be_focused()


def test_the_links_between_pages_are_told_as_such_and_which_page_is_shown(tab: Page, site: Site) -> None:
    tab.goto(f"{site.address}/gioi-thieu")
    links = tab.get_by_role("navigation", name="Các trang")
    expect(links.locator("[aria-current=page]")).to_contain_text("Giới thiệu", timeout=PATIENCE_MS)
    expect(tab.locator("html")).to_have_attribute("lang", "vi")
    links.get_by_role("link", name="So sánh").click()
    expect(links.locator("[aria-current=page]")).to_contain_text("So sánh", timeout=PATIENCE_MS)
    expect(links.locator("[aria-current=page]")).to_have_count(1)
