"""Two documents compared in real Chromium: beside each other, one above the other on a narrow screen, and reopened."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import parse_qs, urlencode, urlsplit

import docx
import pytest
from playwright.sync_api import Browser, FloatRect, Page, expect

from tests.browser import NARROW, PATIENCE_MS, WIDE, Site, open_tab, serve
from tests.old_and_new import NEW, NEW_ID, OLD, OLD_ID

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Vankien with an old directive and the one that took its place."""
    folder = tmp_path_factory.mktemp("compared")
    files = folder / "cu.txt", folder / "moi.txt"
    for file, text in zip(files, (OLD, NEW), strict=True):
        file.write_text(text, encoding="utf-8")
    with serve(folder, *files) as served:
        yield served


def measure(tab: Page) -> tuple[FloatRect, FloatRect]:
    """Where the old and the new words of the first pair stand."""
    old, new = (tab.locator(".vk-cap .vk-loi-van").nth(side).bounding_box() for side in (0, 1))
    assert old
    assert new
    return old, new


def test_two_documents_are_chosen_and_stand_side_by_side(chromium: Browser, compared: Site) -> None:
    tab = open_tab(chromium, compared, WIDE)
    tab.goto(compared.address)
    tab.get_by_role("link", name="So sánh").click()
    for box, typed in (("Bản cũ", "102"), ("Bản mới", "69")):
        tab.get_by_label(box).first.fill(typed)
        tab.get_by_role("option", name=f"Quy định số {typed}-QĐ/TW").click()
    expect(tab.locator(".vk-cap").first).to_be_visible(timeout=PATIENCE_MS)
    assert parse_qs(urlsplit(tab.url).query) == {"old": [OLD_ID], "new": [NEW_ID]}
    for tag, line in (("del", "line-through"), ("ins", "underline")):
        drawn = tab.locator(f".vk-loi-van {tag}").first
        assert line in drawn.evaluate("element => getComputedStyle(element).textDecorationLine")
    old, new = measure(tab)
    assert old["x"] + old["width"] <= new["x"]
    with tab.expect_download() as download:
        tab.get_by_role("button", name="Tải bảng so sánh (Word)").click()
    assert len(docx.Document(str(download.value.path())).tables[0].rows) == 7
    tab.context.close()


def test_one_step_back_takes_a_choice_back(chromium: Browser, compared: Site) -> None:
    tab = open_tab(chromium, compared, WIDE)
    tab.goto(f"{compared.address}/so-sanh?{urlencode({'old': OLD_ID})}")
    tab.get_by_label("Bản mới").first.fill("69")
    tab.get_by_role("option", name="Quy định số 69-QĐ/TW").click()
    expect(tab.locator(".vk-cap").first).to_be_visible(timeout=PATIENCE_MS)
    tab.go_back()
    expect(tab.locator(".vk-cap")).to_have_count(0, timeout=PATIENCE_MS)
    assert parse_qs(urlsplit(tab.url).query) == {"old": [OLD_ID]}
    tab.go_forward()
    expect(tab.locator(".vk-cap").first).to_be_visible(timeout=PATIENCE_MS)
    assert parse_qs(urlsplit(tab.url).query) == {"old": [OLD_ID], "new": [NEW_ID]}
    tab.context.close()


def test_on_a_narrow_screen_they_stand_one_above_the_other_and_lead_to_the_text(
    chromium: Browser, compared: Site
) -> None:
    tab = open_tab(chromium, compared, NARROW)
    tab.goto(f"{compared.address}/so-sanh?{urlencode({'old': OLD_ID, 'new': NEW_ID})}")
    expect(tab.locator(".vk-cap").first).to_be_visible(timeout=PATIENCE_MS)
    old, new = measure(tab)
    assert old["y"] + old["height"] <= new["y"]
    widest = tab.evaluate("Math.max(...[...document.querySelectorAll('.stHtml, .stHtml *')].map(e => e.scrollWidth))")
    assert widest <= NARROW["width"]
    tab.locator(".vk-muc-luc[data-arranged] summary").click()
    tab.locator(".vk-muc-luc a", has_text="Khoản 2 Điều 3").last.click()
    expect(tab.locator(".vk-cap", has_text="Văn phòng lưu **hồ sơ** ba tháng")).to_be_in_viewport()
    tab.get_by_role("link", name="khoản 2 Điều 3", exact=True).last.click()
    expect(tab.locator(".vk-nguyen-van .vk-tim").first).to_contain_text("Văn phòng lưu", timeout=PATIENCE_MS)
    assert compared.hosts == {urlsplit(compared.address).netloc}
    tab.context.close()
