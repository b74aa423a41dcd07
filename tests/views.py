"""Every page as a reader may find it, opened in the browser: empty, filled, declined, with what it unfolds open."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlencode

from playwright.sync_api import Page, expect

from tests.browser import PATIENCE_MS, QUESTION, Site, ask, open_first_quote

NOT_HELD = "Thủ tục cấp hộ chiếu?"
SIGN, RECORD = "102-QĐ/TW", "102-QĐ/TW@2017-11-15"


def settle(tab: Page, language: str = "vi") -> None:
    """Wait until all of the page is drawn, and drawn anew by what itself asked for."""
    expect(tab.locator(f"html[lang={language}] .stHtml h1").first).to_be_visible(timeout=PATIENCE_MS)
    expect(tab.locator(".stApp[data-test-script-state=notRunning]")).to_be_visible(timeout=PATIENCE_MS)
    expect(tab.locator(".stMain [data-stale=true]")).to_have_count(0)
    expect(tab.get_by_test_id("stSkeleton")).to_have_count(0, timeout=PATIENCE_MS)  # a field that is still being loaded
    tab.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame))")


def open_path(path: str, drawn: str = ".stHtml h1", **query: str) -> Callable[[Page, Site], None]:
    """Opens the page at *path*, which is there once *drawn* is."""

    def open_it(tab: Page, site: Site) -> None:
        tab.goto(f"{site.address}{path}?{urlencode(query)}")
        expect(tab.locator(drawn).first).to_be_visible(timeout=PATIENCE_MS)

    return open_it


def answer(tab: Page, site: Site) -> None:
    ask(tab, site, QUESTION)
    expect(tab.locator(".vk-the").first).to_be_visible(timeout=PATIENCE_MS)
    for summary in tab.locator(".stExpander summary").all():
        summary.click()


def decline(tab: Page, site: Site) -> None:
    ask(tab, site, NOT_HELD)
    expect(tab.get_by_role("heading", name="Không tìm thấy căn cứ")).to_be_visible(timeout=PATIENCE_MS)


def read(tab: Page, site: Site) -> None:
    ask(tab, site, QUESTION)
    open_first_quote(tab)


def search(tab: Page, site: Site) -> None:
    tab.goto(f"{site.address}/tim-kiem")
    tab.get_by_label("Từ cần tìm").fill("dan van")
    tab.keyboard.press("Enter")
    expect(tab.locator(".vk-tim-thay")).to_be_visible(timeout=PATIENCE_MS)


def narrow(tab: Page, site: Site) -> None:
    search(tab, site)
    tab.get_by_role("button", name="Loại văn bản").click()
    expect(tab.get_by_test_id("stPopoverBody")).to_be_visible()


def relate(tab: Page, site: Site) -> None:
    open_path("/quan-he", ".st-key-vk-so-do canvas", doc=SIGN)(tab, site)
    tab.locator(".stExpander summary").click()
    expect(tab.get_by_test_id("stSlider")).to_be_visible()


def relate_in_words(tab: Page, site: Site) -> None:
    open_path("/quan-he", ".st-key-vk-so-do canvas", doc=SIGN)(tab, site)
    tab.get_by_role("radio", name="Bảng").click()
    expect(tab.locator(".vk-bang-quan-he")).to_be_visible(timeout=PATIENCE_MS)


def compare(tab: Page, site: Site) -> None:
    tab.goto(f"{site.address}/van-ban")
    expect(tab.locator(".vk-ke a").nth(1)).to_be_visible(timeout=PATIENCE_MS)
    links = [str(link.get_attribute("href")) for link in tab.locator(".vk-ke a").all()]
    held = [link.partition("doc=")[2] for link in links]
    tab.goto(f"{site.address}/so-sanh?old={held[0]}&new={held[1]}")
    expect(tab.locator(".vk-cap").first).to_be_visible(timeout=PATIENCE_MS)


def collect(tab: Page, site: Site) -> None:
    ask(tab, site, QUESTION)
    tab.get_by_role("button", name="Đưa vào phiếu trích dẫn").first.click(timeout=PATIENCE_MS)
    expect(tab.get_by_text("Phiếu có 1 đoạn")).to_be_visible(timeout=PATIENCE_MS)
    tab.get_by_role("link", name="Phiếu trích dẫn").first.click()
    expect(tab.locator(".st-key-vk-xuat")).to_be_visible(timeout=PATIENCE_MS)


VIEWS: dict[str, Callable[[Page, Site], None]] = {
    "ask": open_path("/", ".st-key-vk-mau button"),
    "answered": answer,
    "declined": decline,
    "search": open_path("/tim-kiem", ".st-key-vk-mau button"),
    "found": search,
    "narrowing": narrow,
    "documents": open_path("/van-ban", ".vk-ke a"),
    "reading": read,
    "record": open_path("/van-ban", ".vk-ho-so", doc=RECORD),
    "relations": open_path("/quan-he"),
    "related": relate,
    "related-in-words": relate_in_words,
    "comparing": open_path("/so-sanh", ".stSelectbox"),
    "compared": compare,
    "library": open_path("/thu-vien", ".stDataFrame canvas"),
    "adding": open_path("/them-van-ban", ".stFileUploader"),
    "care": open_path("/thu-vien", ".st-key-vk-sao-luu", muc="sao-luu"),
    "missing": open_path("/con-thieu"),
    "basket": open_path("/phieu-trich-dan", ".vk-bao"),
    "collected": collect,
    "about": open_path("/gioi-thieu", ".vk-gioi-thieu"),
    "no-page": open_path("/khong-co", ".vk-canh-bao"),
}
"""Name -> opens it; what is collected in one is still there in those after it."""
