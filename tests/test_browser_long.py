"""A long document in real Chromium: only what is near is drawn, nothing is out of reach, and words in it are found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import NARROW, PATIENCE_MS, WIDE, Site, open_tab, serve

pytestmark = pytest.mark.browser
ARTICLES = 400
RARE = {37: "đối thoại với nhân dân", 380: "Đối thoại với nhân dân"}
SIZES = pytest.mark.parametrize("size", [pytest.param(WIDE, id="wide"), pytest.param(NARROW, id="narrow")])
_DRAWN = """(part) => [...document.querySelectorAll(".vk-khuc")].at(part)
    .firstElementChild.checkVisibility({ contentVisibilityAuto: true })"""


def write_rule() -> str:
    """A rule of many articles; two of them say what no other says."""
    said = "Cấp ủy chịu trách nhiệm lãnh đạo, chỉ đạo, kiểm tra, giám sát việc thực hiện Quy định này ở cơ sở. "
    articles = (
        f"Điều {number}. Nội dung thứ {number}\n\n1. {said * 2}{RARE.get(number, '')}\n\n2. {said}\n"
        for number in range(1, ARTICLES + 1)
    )
    head = (
        "BAN CHẤP HÀNH TRUNG ƯƠNG\n*\nSố 15-QĐ/TW\n\nHà Nội, ngày 05 tháng 02 năm 2018\n\nQUY ĐỊNH\nvề một việc dài\n\n"
    )
    return head + "\n".join(articles)


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Vankien over the rule."""
    folder = tmp_path_factory.mktemp("long")
    file = folder / "quy-dinh.txt"
    file.write_text(write_rule(), encoding="utf-8")
    with serve(folder, file) as served:
        yield served


def read(chromium: Browser, site: Site, size: dict[str, int], query: str = "") -> Page:
    tab = open_tab(chromium, site, size)
    tab.goto(f"{site.address}/van-ban?doc=15-Q%C4%90/TW@2018-02-05{query}")
    tab.locator(".vk-nguyen-van").wait_for(timeout=PATIENCE_MS)
    return tab


@SIZES
def test_a_link_lands_on_its_place_and_what_is_far_off_is_not_drawn(
    chromium: Browser, long: Site, size: dict[str, int]
) -> None:
    tab = read(chromium, long, size, "&at=dieu-350")
    place = tab.locator("[id='cho-dieu-350']")
    expect(place).to_be_in_viewport(timeout=PATIENCE_MS)
    expect(place).to_have_class("vk-de-muc vk-tim")
    assert not tab.evaluate(_DRAWN, 0)
    tab.wait_for_timeout(1500)  # what comes near is laid out, and may be higher than was thought
    expect(place).to_be_in_viewport()
    tab.mouse.move(200, 500)
    for _ in range(20):
        tab.mouse.wheel(0, 100_000)
    expect(tab.locator(f"[id='cho-dieu-{ARTICLES}']")).to_be_in_viewport(timeout=PATIENCE_MS)
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
    tab.context.close()


def test_the_browser_finds_and_prints_what_it_has_not_drawn(chromium: Browser, long: Site) -> None:
    tab = read(chromium, long, WIDE)
    assert not tab.evaluate(_DRAWN, -1)
    assert tab.evaluate(f"window.find('Nội dung thứ {ARTICLES}')")
    printed = pypdfium2.PdfDocument(tab.pdf())
    words = " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in printed)
    assert [number for number in range(1, ARTICLES + 1) if f"Điều {number}. Nội dung" not in words] == []
    assert "Tìm trong văn bản này" not in words
    tab.context.close()


@SIZES
def test_words_are_found_by_keyboard_and_opened_one_after_the_other(
    chromium: Browser, long: Site, size: dict[str, int]
) -> None:
    tab = read(chromium, long, size)
    tab.get_by_label("Tìm trong văn bản này").fill("doi thoai voi nhan dan")
    tab.keyboard.press("Enter")
    places = tab.locator(".vk-cac-cho li")
    expect(places.locator("a")).to_have_text(["Khoản 1 Điều 37", "Khoản 1 Điều 380"], timeout=PATIENCE_MS)
    expect(places.locator("mark")).to_have_text([*RARE.values()])

    steps, current = tab.locator(".vk-buoc-tim"), tab.locator(".vk-nguyen-van .vk-tim")
    steps.locator("a", has_text="Tiếp").focus()
    tab.keyboard.press("Enter")
    for number, (article, said) in enumerate(RARE.items(), start=1):
        expect(steps.locator("strong")).to_have_text(f"Chỗ {number}/2", timeout=PATIENCE_MS)
        expect(current).to_have_text(said, timeout=PATIENCE_MS)
        expect(current).to_have_attribute("data-visit", re.compile(f"dieu-{article}"), timeout=PATIENCE_MS)  # moved to
        expect(current).to_be_in_viewport(timeout=PATIENCE_MS)
        assert parse_qs(urlsplit(tab.url).query)["at"] == [f"dieu-{article}.khoan-1"]
        if number < len(RARE):
            steps.locator("a", has_text="Tiếp").click()
    expect(steps.locator("a", has_text="Tiếp")).to_have_count(0)

    steps.locator("a", has_text="Danh sách").click()
    expect(places.first).to_be_in_viewport()
    steps.locator("a", has_text="Thôi").click()
    expect(steps).to_have_count(0, timeout=PATIENCE_MS)
    expect(tab.get_by_label("Tìm trong văn bản này")).to_have_value("")
    tab.context.close()
