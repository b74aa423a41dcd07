"""Page Quan hệ around a document of many neighbours: the nearest are drawn first, all others at a press."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import networkx
import pytest
from playwright.sync_api import Browser, Page, expect
from streamlit.testing.v1 import AppTest

from index import surroundings
from index.surroundings import AT_FIRST, ROOM
from ingest.store import open_library
from tests.browser import NARROW, PATIENCE_MS, WIDE, Site, open_tab, serve
from tests.driver import words
from tests.surrounded import SECOND
from tests.test_browser_relations import save
from tests.test_neighbourhood import put_hub
from tests.test_relations_page import TABLE, app, home, open_page, see

__all__ = ["app", "home"]

MORE, ALL = 11, "6 văn bản, 5 quan hệ."
COUNT = AT_FIRST - 1 + MORE
"""Of documents around the one asked about."""


def find_widening(app: AppTest) -> list[str]:
    return [one.label for one in app.button if one.label.startswith("Xem thêm")]


def test_a_picture_begins_with_the_nearest_and_says_how_to_see_more(
    app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(surroundings, "AT_FIRST", 3)
    said = words(open_page(app, SECOND))
    assert "3 văn bản, 2 quan hệ. Đây là những văn bản gần nhất; còn khoảng 3 văn bản nữa." in said
    assert find_widening(app) == ["Xem thêm (nhiều nhất 2.000 văn bản)"]
    next(one for one in app.button if one.label.startswith("Xem thêm")).click().run()
    assert ALL in words(app)
    assert find_widening(app) == []


def test_a_table_tells_of_all_at_once(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(surroundings, "AT_FIRST", 3)
    assert ALL in words(see(open_page(app, SECOND), TABLE))
    assert find_widening(app) == []


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Site, str]]:
    folder: Path = tmp_path_factory.mktemp("crowded")
    with open_library(folder / "var") as library:
        hub = put_hub(library, COUNT, lambda place: "based_on" if place % 4 else "refers_to")[0]
    with serve(folder) as served:
        yield served, hub


@pytest.fixture(params=[WIDE, NARROW], ids=["wide", "narrow"])
def tab(chromium: Browser, crowded: tuple[Site, str], request: pytest.FixtureRequest) -> Iterator[Page]:
    site, hub = crowded
    opened = open_tab(chromium, site, request.param)
    opened.goto(f"{site.address}/quan-he?{urlencode({'doc': hub})}")
    expect(opened.get_by_text(f"còn khoảng {MORE} văn bản nữa")).to_be_visible(timeout=PATIENCE_MS)
    yield opened
    opened.context.close()


@pytest.mark.browser
def test_a_file_holds_also_what_is_not_drawn_at_first(tab: Page) -> None:
    graph = networkx.read_graphml(io.BytesIO(save(tab, "Tải đồ thị (GraphML)").path().read_bytes()))
    assert graph.number_of_nodes() == COUNT + 1 <= ROOM


@pytest.mark.browser
def test_who_opens_the_filters_chooses_among_all(tab: Page) -> None:
    tab.get_by_text("Lọc theo loại quan hệ và năm").click()
    expect(tab.get_by_text(f"{COUNT + 1} văn bản, {COUNT} quan hệ.")).to_be_visible(timeout=PATIENCE_MS)
    refers = tab.locator(".st-key-vk-loc").get_by_role("button", name=re.compile(rf"Dẫn \({COUNT // 4}\)"))
    based = tab.locator(".st-key-vk-loc").get_by_role("button", name=re.compile(rf"Căn cứ \({COUNT - COUNT // 4}\)"))
    expect(refers).to_be_visible()
    based.click()
    expect(tab.get_by_text(f"{COUNT // 4 + 1} văn bản, {COUNT // 4} quan hệ.")).to_be_visible(timeout=PATIENCE_MS)
