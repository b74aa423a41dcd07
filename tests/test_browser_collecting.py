"""Reading, copying and taking along in real Chromium, to the Word file at the end."""

from __future__ import annotations

import io

import docx
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import NARROW, PATIENCE_MS, WIDE, Site
from tests.test_browser_margin import read_notice

pytestmark = pytest.mark.browser
CLAUSE = "Quán triệt sâu kỹ và triển khai thực hiện nghiêm túc Quy định số 102-QĐ/TW"


@pytest.fixture
def reader(chromium: Browser, site: Site) -> Page:
    return read_notice(chromium, site, WIDE)


def test_a_passage_is_copied_word_for_word_with_its_source(reader: Page, site: Site) -> None:
    reader.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site.address)
    reader.get_by_role("button", name="Sao chép đoạn kèm nguồn").click()
    expect(reader.get_by_role("button", name="Đã sao chép")).to_be_visible()

    copied = reader.evaluate("navigator.clipboard.readText()")

    assert copied.startswith("“5. " + CLAUSE)
    assert "” (mục II.5 Thông báo Ý kiến kết luận" in copied
    reader.context.close()


def test_the_link_of_a_passage_opens_it_for_a_colleague(reader: Page, site: Site) -> None:
    reader.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site.address)
    expect(reader.get_by_role("button", name="Sao chép liên kết")).to_be_in_viewport()
    reader.get_by_role("button", name="Sao chép liên kết").click()
    expect(reader.get_by_role("button", name="Đã sao chép; liên kết này chỉ mở được trên máy này")).to_be_visible()

    reader.goto(reader.evaluate("navigator.clipboard.readText()"))

    expect(reader.locator(".vk-nguyen-van .vk-tim").first).to_contain_text(CLAUSE, timeout=PATIENCE_MS)
    reader.context.close()


def test_on_a_phone_what_can_be_done_with_the_passage_is_in_sight_below_it(chromium: Browser, site: Site) -> None:
    reader = read_notice(chromium, site, NARROW)
    for name in ("Sao chép đoạn kèm nguồn", "Sao chép liên kết", "Đưa vào phiếu trích dẫn"):
        expect(reader.get_by_role("button", name=name)).to_be_in_viewport(ratio=1)
    assert reader.evaluate("document.scrollingElement.scrollWidth") <= NARROW["width"]
    covered = reader.locator(".st-key-vk-cong-cu-doan").bounding_box()
    assert covered is not None
    assert covered["height"] < NARROW["height"] / 7
    reader.context.close()


def test_what_is_taken_along_leaves_as_a_word_file(reader: Page, site: Site) -> None:
    reader.get_by_role("button", name="Đưa vào phiếu trích dẫn").first.click()
    expect(reader.get_by_text("Phiếu có 1 đoạn")).to_be_visible(timeout=PATIENCE_MS)
    held = reader.get_by_role("button", name="Đã có trong phiếu trích dẫn")
    expect(held).to_be_visible()
    held.click()
    expect(reader.get_by_text("Đoạn này đã có trong phiếu trích dẫn. Phiếu có 1 đoạn.")).to_be_visible()
    reader.get_by_role("link", name="Phiếu trích dẫn").click()
    quoted = reader.locator("blockquote.vk-trich")
    expect(quoted).to_contain_text(CLAUSE, timeout=PATIENCE_MS)
    with reader.expect_download(timeout=PATIENCE_MS) as saved:
        reader.get_by_role("button", name="Word").click()

    words = [one.text for one in docx.Document(io.BytesIO(saved.value.path().read_bytes())).paragraphs]

    assert quoted.inner_text() in words
    reader.context.close()


def test_letters_grow_and_the_contents_follow_what_is_read(reader: Page) -> None:
    def size() -> float:
        return float(reader.evaluate("parseFloat(getComputedStyle(document.querySelector('.vk-nguyen-van')).fontSize)"))

    before = size()
    reader.get_by_role("button", name="Chữ to hơn").click()
    assert size() > before
    reader.reload()
    reader.locator(".vk-nguyen-van .vk-tim").first.wait_for(timeout=PATIENCE_MS)
    reader.wait_for_function(
        "before => parseFloat(getComputedStyle(document.querySelector('.vk-nguyen-van')).fontSize) > before", arg=before
    )
    reader.locator("[id='cho-I']").scroll_into_view_if_needed()
    reader.evaluate("document.querySelector(\"[id='cho-I']\").scrollIntoView({block: 'start'})")
    expect(reader.locator(".vk-muc-luc .vk-dang-doc")).to_be_visible()
    reader.context.close()
