"""Page Tìm kiếm in real Chromium: one search narrowed, sorted, gathered, turned, passed on, saved, and told news of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import FIRST_BUILD_MS, NARROW, NOTICE, PATIENCE_MS, WIDE, Site, open_tab, serve
from tests.test_graph import write
from ui.owner import COOKIE

pytestmark = pytest.mark.browser
MANY = "\n\n".join(f"{place}. Việc thứ {place} của công tác dân vận ở cơ sở." for place in range(1, 31))
FEW = "\n\n".join(f"{place}. Chi bộ lo việc dân vận thứ {place}." for place in range(1, 4))
OLD = write("801-QĐ/TW", "03 tháng 02 năm 2010", MANY, title="về nhiều việc")
NEW = write("802-QĐ/TW", "05 tháng 4 năm 2015", FEW, title="về ít việc")
LATER = write("5-NQ/TW", "06 tháng 5 năm 2020", "1. Đổi mới công tác dân vận.\n", kind="NGHỊ QUYẾT", title="về đổi mới")
NO_COOKIES = "Object.defineProperty(document, 'cookie', { get: () => '', set: () => {} })"


@pytest.fixture(scope="module")
def searched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("searched")
    files = [folder / "801.txt", folder / "802.txt"]
    for file, text in zip(files, (OLD, NEW), strict=True):
        file.write_text(text, encoding="utf-8")
    with serve(folder, NOTICE, *files) as served:
        served.run("index", "build")
        yield served


def search(tab: Page, site: Site, typed: str) -> None:
    tab.goto(f"{site.address}/tim-kiem")
    tab.get_by_label("Từ cần tìm").fill(typed)
    tab.keyboard.press("Enter")
    expect(tab.locator(".vk-tim-thay")).to_be_visible(timeout=FIRST_BUILD_MS)


def read_found(tab: Page) -> list[str]:
    """The documents and words of the results, once they stand still."""
    expect(tab.locator(".stMain [data-stale='true']")).to_have_count(0)
    return tab.locator(".vk-the").all_inner_texts()


def test_a_search_is_narrowed_sorted_gathered_turned_and_passed_on(chromium: Browser, searched: Site) -> None:
    tab = open_tab(chromium, searched, WIDE)
    tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    search(tab, searched, "dan van")
    total = tab.locator(".vk-tim-thay").inner_text()
    expect(tab.locator(".vk-khop").first).to_have_text(re.compile("^dân vận$", re.IGNORECASE))

    tab.get_by_role("button", name="Năm").click()
    tab.get_by_role("button", name="2010 (30)").click()
    expect(tab.locator(".vk-tim-thay")).to_have_text("Tìm thấy 30 đoạn trong 1 văn bản.")
    tab.keyboard.press("Escape")
    tab.get_by_role("button", name="Năm: 2010").click()
    expect(tab.locator(".vk-tim-thay")).to_have_text(total)

    tab.get_by_role("radio", name="Mới nhất trước").or_(tab.get_by_role("button", name="Mới nhất trước")).first.click()
    expect(tab.locator(".vk-the").first).not_to_contain_text("801-QĐ/TW")
    tab.get_by_text("Gộp theo văn bản").click()
    expect(tab.get_by_role("button", name="Xem cả 30 đoạn khớp của văn bản này")).to_be_visible()
    tab.get_by_role("button", name="Xem cả 30 đoạn khớp của văn bản này").click()
    expect(tab.locator(".vk-tim-thay")).to_have_text("Tìm thấy 30 đoạn trong 1 văn bản.")
    tab.get_by_role("button", name="Trang tiếp").click()
    expect(tab.get_by_text("Trang 2 trên 2")).to_be_visible()
    expect(tab.locator(".vk-tim-thay")).to_be_in_viewport()
    found = read_found(tab)
    assert len(found) == 10

    tab.get_by_role("button", name="Sao chép liên kết").click()
    expect(tab.get_by_role("button", name="Đã sao chép")).to_be_visible()
    link = tab.evaluate("navigator.clipboard.readText()")
    assert link.startswith(f"{searched.address}/tim-kiem?q=dan+van&")
    assert tab.url == f"{searched.address}/tim-kiem"
    colleague = open_tab(chromium, searched, NARROW)
    colleague.goto(link)
    expect(colleague.get_by_text("Trang 2 trên 2")).to_be_visible(timeout=PATIENCE_MS)
    assert read_found(colleague) == found
    expect(colleague).to_have_url(f"{searched.address}/tim-kiem")
    colleague.get_by_role("button", name="Trang trước").click()
    expect(colleague.get_by_text("Trang 1 trên 2")).to_be_visible()
    tab.context.close()
    colleague.context.close()


def test_a_result_is_opened_and_the_search_stands_as_it_was_after_it(chromium: Browser, searched: Site) -> None:
    tab = open_tab(chromium, searched, WIDE)
    search(tab, searched, "802-QĐ/TW")
    tab.get_by_role("link", name=re.compile("^Mở .* trong văn bản$")).first.click()
    expect(tab.locator(".vk-nguyen-van .vk-tim").first).to_be_visible()
    tab.get_by_role("link", name="Tìm kiếm").click()
    expect(tab.locator(".vk-tim-thay")).to_be_visible()
    expect(tab.get_by_label("Từ cần tìm")).to_have_value("802-QĐ/TW")
    tab.context.close()


def test_a_saved_search_tells_of_a_new_document_in_the_same_browser_alone(
    chromium: Browser, searched: Site, tmp_path: Path
) -> None:
    tab = open_tab(chromium, searched, WIDE)
    search(tab, searched, "công tác dân vận")
    tab.get_by_role("button", name="Lưu tìm kiếm").click()
    tab.get_by_label("Tên của tìm kiếm").fill("Dân vận hằng tuần")
    tab.get_by_role("button", name="Lưu", exact=True).click()
    expect(tab.get_by_text("Tìm kiếm đã lưu (1)")).to_be_visible()
    assert [one["sameSite"] for one in tab.context.cookies() if one.get("name") == COOKIE] == ["Strict"]

    file = tmp_path / "nq.txt"
    file.write_text(LATER, encoding="utf-8")
    searched.run("ingest", "add", str(file))
    searched.run("index", "build")
    tab.goto(f"{searched.address}/tim-kiem")
    expect(tab.get_by_text("1 văn bản mới từ lần xem trước")).to_be_visible(timeout=PATIENCE_MS)
    tab.get_by_role("button", name="Dân vận hằng tuần").click()
    tab.get_by_role("button", name="Nghị quyết số 5-NQ/TW").click()
    expect(tab.locator(".vk-moi")).to_have_count(1)
    expect(tab.locator(".vk-the")).to_contain_text("Đổi mới công tác dân vận")
    tab.goto(f"{searched.address}/tim-kiem")
    expect(tab.get_by_text("Tìm kiếm đã lưu (1)")).to_be_visible()
    expect(tab.get_by_text("văn bản mới từ lần xem trước")).to_have_count(0)

    other = open_tab(chromium, searched, WIDE)
    other.goto(f"{searched.address}/tim-kiem")
    expect(other.get_by_text("Hoặc bấm một đề mục").or_(other.get_by_text("Gõ từ, cụm từ")).first).to_be_visible()
    expect(other.get_by_text("Tìm kiếm đã lưu")).to_have_count(0)
    tab.context.close()
    other.context.close()


def test_where_cookies_are_refused_the_page_says_that_nothing_is_kept(chromium: Browser, searched: Site) -> None:
    tab = open_tab(chromium, searched, WIDE)
    tab.add_init_script(NO_COOKIES)
    search(tab, searched, "dân vận")
    tab.get_by_role("button", name="Lưu tìm kiếm").click()
    expect(tab.get_by_text("Trình duyệt này không giữ cookie")).to_be_visible()
    tab.context.close()
