"""How long page Quan hệ takes in a real browser: ``python -m bench.drawing [--documents N] [--hops N]``.

Over a library made up with degrees as in offices (:mod:`bench.graph`): until the picture is drawn, until it answers a
wheel, a drag and a press, until the timeline and the table stand. Needs Chromium where Debian puts it.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Page, sync_playwright

from bench.graph import make_documents
from bench.screenshots import PATIENCE_MS, serve
from index.graph import Graph
from index.surroundings import limit, survey
from ingest.store import Library, open_library
from ui.relations_chart import MOST_EDGES, MOST_NODES
from ui.relations_views import BOTTOM, TOP, draw_map

_INKED = """() => {
  const canvas = document.querySelector(".st-key-vk-so-do canvas");
  if (!canvas || canvas.toDataURL() === window.vkSeen) return false;
  const ink = canvas.getContext("2d").getImageData(0, canvas.height / 4, canvas.width, canvas.height / 2).data;
  for (let at = 0; at < ink.length; at += 4) if (ink[at + 3] && ink[at] + ink[at + 1] + ink[at + 2] < 500) return true;
  return false;
}"""
_FORGET = "window.vkSeen = document.querySelector('.st-key-vk-so-do canvas')?.toDataURL()"
_PAINT = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
_MOVES = 10


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench.drawing", description=__doc__)
    parser.add_argument("--documents", type=int, default=2_200)
    parser.add_argument("--hops", type=int, default=2)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        with open_library(home) as library:
            for document in make_documents(options.documents):
                library.add(document, document.id.encode())
            center = library.documents()[0].id
            _print(_measure_library(library, center, options.hops))
        with serve(home) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
            page = browser.new_page(viewport={"width": 1280, "height": 1000}, locale="vi-VN")
            page.set_default_timeout(PATIENCE_MS)
            _print(_measure_page(page, f"{address}/quan-he?{urlencode({'doc': center})}", options.hops))
            browser.close()
    return 0


def _print(measured: Iterator[tuple[str, float]]) -> None:
    for what, seconds in measured:
        print(f"{what:<44}{seconds:8.2f} giây", flush=True)


def _measure_library(library: Library, center: str, hops: int) -> Iterator[tuple[str, float]]:
    began = time.perf_counter()
    found = survey(Graph(library), center, hops)
    yield f"tìm {len(found.nodes)} văn bản, {len(found.edges)} quan hệ", time.perf_counter() - began
    began = time.perf_counter()
    drawn = limit(found, MOST_NODES, MOST_EDGES)
    picture = draw_map(drawn)
    yield f"xếp {len(picture.nodes)} văn bản, {len(picture.lines)} đường", time.perf_counter() - began


def _measure_page(page: Page, address: str, hops: int) -> Iterator[tuple[str, float]]:
    def drawn() -> None:
        page.wait_for_function(_INKED, polling=50)

    def press(name: str) -> None:
        page.evaluate(_FORGET)
        page.get_by_role("radio", name=name, exact=True).click()

    yield "mở trang, 1 bước", _time(lambda: page.goto(address), drawn)
    page.evaluate(_FORGET)
    yield "bấm Xem thêm, đến khi vẽ xong", _time(page.get_by_role("button", name="Xem thêm").click, drawn)
    yield f"bấm {hops} bước, đến khi vẽ xong", _time(lambda: press(str(hops)), drawn)
    page.wait_for_timeout(3000)
    x, y = find_center(page)
    page.mouse.move(x + 200, y + 100)
    page.wait_for_timeout(1500)
    yield "lăn chuột, mỗi lần", _time(lambda: _wheel(page)) / _MOVES
    yield "kéo, mỗi lần", _time(lambda: _drag(page, x + 200, y + 100)) / _MOVES
    yield "bấm Dòng thời gian, đến khi vẽ xong", _time(lambda: press("Dòng thời gian"), drawn)
    yield "bấm Bảng, đến khi có bảng", _time(lambda: press("Bảng"), page.locator(".vk-bang-quan-he tr").last.wait_for)
    yield "bấm Sơ đồ, đến khi vẽ xong", _time(lambda: press("Sơ đồ"), drawn)
    page.wait_for_timeout(3000)
    x, y = find_center(page)
    opened = page.locator(".vk-nguyen-van").wait_for
    yield "bấm vào một văn bản, đến khi đọc được", _time(lambda: page.mouse.click(x, y), opened)


def find_center(page: Page) -> tuple[float, float]:
    """Where the document stands that the picture is drawn around."""
    page.locator(".st-key-vk-so-do").scroll_into_view_if_needed()
    box = page.locator(".st-key-vk-so-do canvas").first.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + TOP + (box["height"] - TOP - BOTTOM) / 2


def _time(*steps: Callable[[], object]) -> float:
    began = time.perf_counter()
    for step in steps:
        step()
    return time.perf_counter() - began


def _wheel(page: Page) -> None:
    for place in range(_MOVES):
        page.mouse.wheel(0, -120 if place % 2 else 120)
        page.evaluate(_PAINT)


def _drag(page: Page, x: float, y: float) -> None:
    page.mouse.down()
    for place in range(1, _MOVES):
        page.mouse.move(x + 4 * place, y + 3 * place)
        page.evaluate(_PAINT)
    page.mouse.move(x, y)
    page.mouse.up()


if __name__ == "__main__":
    sys.exit(main())
