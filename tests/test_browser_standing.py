"""Whether a document stands, in real Chromium: from the clause to the words that change it, and what is kept to."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import NARROW, PATIENCE_MS, QUESTION, Site, ask, open_tab, serve
from tests.test_validity import AMENDED, AMENDING, ARTICLES

pytestmark = pytest.mark.browser


def test_a_changed_clause_leads_by_one_press_to_the_words_that_say_so(chromium: Browser, tmp_path: Path) -> None:
    files = [tmp_path / "cu.txt", tmp_path / "moi.txt"]
    for file, text in zip(files, (ARTICLES, AMENDING), strict=True):
        file.write_text(text, encoding="utf-8")
    with serve(tmp_path, *files) as site:
        tab = open_tab(chromium, site, NARROW)
        tab.goto(f"{site.address}/van-ban?doc={quote(AMENDED)}")
        said = "đã được sửa đổi, bổ sung bởi 811-QĐ/TW từ 15/02/2014"
        expect(tab.locator(".vk-hieu-luc")).to_contain_text(said, timeout=PATIENCE_MS)
        clause = tab.locator(".vk-da-sua")
        drawn = clause.evaluate("element => getComputedStyle(element, '::before').content")
        assert drawn.startswith('"Khoản này đã được sửa đổi, bổ sung bởi Điều 1 Quy định 811-QĐ/TW')
        assert clause.text_content() == "2"
        assert tab.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
        clause.click()
        found = tab.locator(".vk-nguyen-van .vk-tim")
        expect(found.first).to_contain_text("khoản 2 Điều 1 Quy định số 810-QĐ/TW", timeout=PATIENCE_MS)
        tab.context.close()


def test_one_press_keeps_to_documents_in_force_and_one_lets_go(tab: Page, site: Site) -> None:
    ask(tab, site, QUESTION)
    expect(tab.locator(".vk-the").first).to_be_visible(timeout=PATIENCE_MS)
    box = tab.get_by_role("checkbox", name="Chỉ tìm văn bản còn hiệu lực")
    box.press("Space")
    expect(tab.locator(".st-key-vk-buoc")).to_contain_text("còn hiệu lực", timeout=PATIENCE_MS)
    expect(tab.locator(".vk-the").first).to_contain_text("Chưa rõ hiệu lực.")
    tab.get_by_role("button", name="bỏ điều kiện, tìm trong mọi văn bản").click()
    expect(tab.locator(".st-key-vk-buoc")).to_have_count(0, timeout=PATIENCE_MS)
    expect(box).not_to_be_checked()
