"""The pages in English in real Chromium: by one press, for every visit after it, and no wider than in Vietnamese."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import NARROW, PATIENCE_MS, QUESTION, WIDE, Site, open_tab
from tests.measured import CUT_OFF, STICKING_OUT
from tests.views import settle

pytestmark = pytest.mark.browser
PAGES = ("", "tim-kiem", "van-ban", "quan-he", "so-sanh", "thu-vien", "phieu-trich-dan", "con-thieu", "gioi-thieu")


@pytest.fixture(scope="module")
def english(chromium: Browser, built: Site) -> Iterator[Page]:
    """A tab whose reader has asked for English."""
    tab = open_tab(chromium, built, WIDE)
    tab.goto(built.address)
    expect(tab.get_by_label("Câu hỏi")).to_be_visible()
    tab.get_by_role("button", name="English").click()
    expect(tab.locator("html")).to_have_attribute("lang", "en", timeout=PATIENCE_MS)
    expect(tab.get_by_role("link", name="Collected quotes")).to_be_visible(timeout=PATIENCE_MS)
    yield tab
    tab.context.close()


def test_english_lasts_for_the_next_visit_and_so_does_vietnamese_again(chromium: Browser, built: Site) -> None:
    first = open_tab(chromium, built, WIDE)
    first.goto(built.address)
    first.get_by_role("button", name="English").click()
    expect(first.locator("html")).to_have_attribute("lang", "en")
    expect(first.get_by_role("link", name="Collected quotes")).to_be_visible()

    again = first.context.new_page()
    again.goto(f"{built.address}/gioi-thieu")
    expect(again.get_by_role("link", name="Collected quotes")).to_be_visible(timeout=PATIENCE_MS)
    again.get_by_role("button", name="Tiếng Việt").click()
    expect(again.locator("html")).to_have_attribute("lang", "vi")
    again.reload()
    expect(again.get_by_role("link", name="Phiếu trích dẫn")).to_be_visible(timeout=PATIENCE_MS)
    first.context.close()


def test_an_answer_in_english_quotes_in_vietnamese(english: Page, built: Site) -> None:
    english.goto(built.address)
    english.get_by_label("Question").fill(QUESTION)
    english.keyboard.press("Enter")
    card = english.locator(".vk-the").first
    expect(card).to_contain_text("tăng cường công tác kiểm tra, giám sát của tổ chức cơ sở đảng", timeout=PATIENCE_MS)
    expect(card).to_contain_text("Standing unknown")


def test_words_in_place_of_those_of_streamlit_are_english_too(english: Page, built: Site) -> None:
    english.goto(f"{built.address}/thu-vien?muc=them")
    words = english.get_by_test_id("stFileUploaderDropzone").get_by_test_id("stBaseButton-secondary").locator("p")
    expect(words).to_be_attached(timeout=PATIENCE_MS)
    assert words.evaluate("words => getComputedStyle(words, '::after').content") == '"Choose files"'


@pytest.mark.parametrize("path", PAGES)
def test_a_page_in_english_keeps_its_width(english: Page, built: Site, path: str) -> None:
    english.set_viewport_size({"width": NARROW["width"], "height": NARROW["height"]})
    english.goto(f"{built.address}/{path}")
    settle(english, "en")
    english.wait_for_function(f"() => [...({STICKING_OUT})(), ...({CUT_OFF})()].length === 0")
