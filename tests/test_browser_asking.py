"""Asking in real Chromium: what one press undoes, keeps to, or opens, by pointer and by keyboard."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser import NARROW, PATIENCE_MS, QUESTION, Site, ask, open_tab

pytestmark = pytest.mark.browser

SHORT = "Nhiệm vụ của UBKT ở cơ sở?"
READABLE = 4.5
# Where every button that is drawn stands, in one look: the page may be drawn anew between two.
_BOXES = """[...document.querySelectorAll(".stMain button")]
    .map(button => button.getBoundingClientRect()).filter(box => box.width)
    .map(box => ({x: box.x, width: box.width}))"""
"""Least contrast of small words (WCAG 2.2, AA)."""
OF_A_TYPE = "Kiểm tra, giám sát ở cơ sở theo chỉ thị là gì?"


def wait_for_answer(tab: Page) -> None:
    expect(tab.locator(".vk-the").first).to_be_visible(timeout=PATIENCE_MS)


def measure_contrast(chip: Locator) -> float:
    """Of the words and what is drawn behind them, as WCAG reckons it: 1 to 21."""
    ratio: float = chip.evaluate(
        """chip => {
            const read = colour => colour.match(/[\\d.]+/g).map(Number);
            const weigh = part => part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
            const light = ([r, g, b]) => 0.2126 * weigh(r / 255)
                + 0.7152 * weigh(g / 255) + 0.0722 * weigh(b / 255);
            let behind = chip, back = read(getComputedStyle(chip).backgroundColor);
            while (back[3] === 0 && behind.parentElement) {
                behind = behind.parentElement;
                back = read(getComputedStyle(behind).backgroundColor);
            }
            const share = back[3] ?? 1;
            const drawn = back.slice(0, 3).map(part => part * share + 255 * (1 - share));
            const both = [light(drawn), light(read(getComputedStyle(chip.querySelector("p")).color))];
            return (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05);
        }"""
    )
    return ratio


def expect_focus(place: Locator) -> None:
    """A rerun takes it from nobody who walks by keyboard."""
    expect(place).to_be_focused(timeout=PATIENCE_MS)


def test_one_press_takes_the_question_as_typed_and_it_stays_so_after_reading(tab: Page, site: Site) -> None:
    ask(tab, site, SHORT)
    line = tab.locator(".st-key-vk-hieu")
    expect(line).to_contain_text("Đã hiểu:", timeout=PATIENCE_MS)
    expect(line.locator("strong").first).to_have_text(re.compile("ủy ban kiểm tra", re.IGNORECASE))
    tab.get_by_role("button", name="bỏ, tìm đúng như đã gõ").click()
    expect(line).to_contain_text("Đang tìm đúng như đã gõ", timeout=PATIENCE_MS)
    expect(tab.get_by_label("Câu hỏi")).to_have_value(SHORT)
    tab.get_by_role("link", name="Văn bản", exact=True).click()
    expect(tab.locator(".vk-ke")).to_be_visible(timeout=PATIENCE_MS)
    tab.get_by_role("link", name="Hỏi đáp", exact=True).click()
    expect(line).to_contain_text("Đang tìm đúng như đã gõ", timeout=PATIENCE_MS)
    back = tab.get_by_role("button", name="tìm theo cách hiểu")
    back.press("Enter")
    expect(line).to_contain_text("Đã hiểu:", timeout=PATIENCE_MS)
    expect_focus(tab.get_by_role("button", name="bỏ, tìm đúng như đã gõ"))


def test_a_condition_is_pressed_by_keyboard_and_lifted_by_one_press(tab: Page, site: Site) -> None:
    ask(tab, site, OF_A_TYPE)
    wait_for_answer(tab)
    chip = tab.get_by_role("toolbar", name="Chỉ tìm").get_by_role("button", name="Chỉ thị")
    expect(chip).to_have_attribute("aria-pressed", "false")
    assert measure_contrast(chip) >= READABLE
    chip.press("Space")
    expect(tab.get_by_text(re.compile("^Không có văn bản nào .* điều kiện"))).to_be_visible(timeout=PATIENCE_MS)
    expect(chip).to_have_attribute("aria-pressed", "true")
    tab.wait_for_timeout(500)  # its colours fade in
    assert measure_contrast(chip) >= READABLE
    expect(tab.locator(".vk-the")).to_have_count(0)
    expect_focus(chip)
    tab.get_by_role("button", name="bỏ điều kiện, tìm trong mọi văn bản").click()
    wait_for_answer(tab)
    expect(chip).to_have_attribute("aria-pressed", "false")


def test_further_passages_open_and_lead_to_their_place(tab: Page, site: Site) -> None:
    ask(tab, site, QUESTION)
    wait_for_answer(tab)
    more = tab.locator(".st-key-vk-them")
    link = more.get_by_role("link", name=re.compile("^Mở .* trong văn bản$")).first
    expect(link).to_be_hidden()
    more.get_by_text(re.compile("^Xem thêm các đoạn liên quan")).click()
    expect(link).to_be_visible()
    words = more.locator(".vk-trich").first.inner_text()
    quoted = tab.locator("[class*='st-key-vk-doan-']:not(.st-key-vk-them *) > * .vk-trich").all_inner_texts()
    assert words not in quoted
    link.click()
    expect(tab.locator(".vk-nguyen-van .vk-tim").first).to_be_visible(timeout=PATIENCE_MS)
    standing = " ".join(tab.locator(".vk-nguyen-van .vk-tim").all_text_contents())
    assert words.split()[:5] == standing.split()[:5]


def test_matched_words_stand_out_without_changing_a_letter(tab: Page, site: Site) -> None:
    ask(tab, site, QUESTION)
    wait_for_answer(tab)
    marked = tab.locator(".vk-trung").first
    assert marked.inner_text().lower() in QUESTION.lower()
    assert marked.evaluate("element => getComputedStyle(element).fontWeight") == "700"


def test_a_long_question_and_its_conditions_keep_within_a_narrow_screen(chromium: Browser, built: Site) -> None:
    tab = open_tab(chromium, built, NARROW)
    ask(tab, built, f"{OF_A_TYPE} {'Trách nhiệm của UBKT và người đứng đầu. ' * 40}")
    wait_for_answer(tab)
    tab.locator(".st-key-vk-them summary").click()
    widest = tab.evaluate("document.documentElement.scrollWidth")
    boxes = tab.evaluate(_BOXES)
    assert widest <= NARROW["width"]
    assert len(boxes) >= 2
    assert all(box["x"] >= 0 and box["x"] + box["width"] <= NARROW["width"] for box in boxes)
    tab.context.close()
