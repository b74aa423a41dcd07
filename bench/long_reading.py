"""How long a document of about 300 pages takes to read: ``python -m bench.long_reading [--corpus FOLDER]``.

The laws of the corpus, one after the other as the articles of one law. In a real browser: until its text stands at the
place that the address names, from the address bar and from the table of contents; what reaches the browser; the slowest
step of scrolling and the longest task meanwhile; finding words, and the next place of them. Needs Chromium where Debian
puts it.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Page, sync_playwright

from bench.laws import describe_machine, parser
from bench.screenshots import PATIENCE_MS, serve
from index.answering.occurrences import find_occurrences
from index.measuring.suites import find_corpus
from ingest.documents import read_document
from ingest.models import Document
from ingest.store import open_library
from ui.reading import find_place, lay_out_text

LENGTH = 900_000
"""Characters: 300 pages of an office's typing."""
WORDS = "nguoi thu ba"
_HEAD = """QUỐC HỘI
*
Luật số: 99/2022/QH15

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Hà Nội, ngày 14 tháng 11 năm 2022

LUẬT
NHIỀU LĨNH VỰC

Quốc hội ban hành Luật nhiều lĩnh vực.
"""
_ARRIVED = """() => [...document.querySelectorAll(".vk-nguyen-van .vk-tim:not([data-seen])")].some((one) => {
  const box = one.getBoundingClientRect();
  return box.bottom > 0 && box.top < innerHeight;
})"""
_FORGET = "document.querySelectorAll('.vk-nguyen-van .vk-tim').forEach((one) => { one.dataset.seen = 'yes'; })"
_WATCH = """window.vkLong = [];
new PerformanceObserver((list) => list.getEntries().forEach((one) => window.vkLong.push(one.duration)))
  .observe({ type: "longtask", buffered: true });"""
_PAINT = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
_CHOOSE = """(at) => [...document.querySelectorAll(".vk-muc-luc a")]
  .find((link) => new URL(link.href).searchParams.get("at") === at).click()"""
_STEPS = 60


def main() -> int:
    """Print the table."""
    options = parser("long_reading", "Đo việc đọc một văn bản dài khoảng 300 trang.")
    options.add_argument("--length", type=int, default=LENGTH, metavar="SỐ", help="số ký tự của văn bản")
    given = options.parse_args()
    document = read_document(write_long_law(find_corpus(given.corpus), given.length), "luat.txt")
    print(describe_machine())
    print(f"{len(document.text)} ký tự, {sum(1 for _ in document.walk())} điều, khoản, điểm", flush=True)
    titles = [node.address for node in document.walk() if node.heading and node.address.startswith("dieu-")]
    places = [titles[len(titles) * part // 5] for part in (1, 4, 2, 3)]
    _print(_measure_program(document, places[0]))
    with tempfile.TemporaryDirectory() as folder:
        with open_library(Path(folder)) as library:
            library.add(document, document.id.encode())
        with serve(Path(folder)) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
            page = browser.new_page(viewport={"width": 1280, "height": 900}, locale="vi-VN")
            page.set_default_timeout(PATIENCE_MS)
            page.add_init_script(_WATCH)
            _print(_measure_opening(page, f"{address}/van-ban", document.id, places))
            _print(_measure_moving(page, places))
            _print(_measure_finding(page))
            browser.close()
    return 0


def write_long_law(corpus: Path, length: int) -> str:
    """The laws as one: chapters, and articles numbered through, until it has so many characters."""
    parts, size, number = [_HEAD], 0, 0
    laws = json.loads((corpus / "laws.json").read_text(encoding="utf-8"))
    for chapter, law in enumerate(sorted(laws, key=lambda one: -len(one["articles"])), start=1):
        parts.append(f"Chương {chapter}\n{law['id'].upper()}\n")
        for article in law["articles"]:
            if size > length:
                return "\n".join(parts)
            number += 1
            parts.append(f"Điều {number}. {article['text']}\n")
            size += len(article["text"])
    return "\n".join(parts)


def _print(measured: Iterator[tuple[str, float]]) -> None:
    for what, seconds in measured:
        print(f"{what:<56}{seconds:8.2f} giây", flush=True)


def _time(*steps: Callable[[], object]) -> float:
    began = time.perf_counter()
    for step in steps:
        step()
    return time.perf_counter() - began


def _measure_program(document: Document, at: str) -> Iterator[tuple[str, float]]:
    place = find_place(document, at)
    size = len(lay_out_text(document, place).encode()) / 1e6
    yield f"bày nguyên văn thành HTML ({size:.2f} MB)", _time(lambda: lay_out_text(document, place))
    seconds = _time(lambda: find_occurrences(WORDS, document.text))
    yield f"tìm “{WORDS}” ({len(find_occurrences(WORDS, document.text))} chỗ)", seconds


def _measure_opening(page: Page, site: str, document: str, places: Sequence[str]) -> Iterator[tuple[str, float]]:
    shelf = page.locator(".vk-ke").wait_for
    page.goto(site)
    shelf()
    page.wait_for_timeout(3000)
    yield "mở danh sách văn bản, để so", _time(lambda: page.goto(site), shelf)
    for at in places[:2]:
        address = f"{site}?{urlencode({'doc': document, 'at': at})}"
        yield f"mở địa chỉ của {at}", _time(partial(page.goto, address), partial(_wait_for, page, at))
        page.wait_for_timeout(2000)


def _measure_moving(page: Page, places: Sequence[str]) -> Iterator[tuple[str, float]]:
    page.evaluate("window.vkLong = []")
    page.mouse.move(600, 600)
    for what, far in (("cuộn", 900), ("cuộn xa", 30_000)):
        slowest = max(_time(lambda: page.mouse.wheel(0, far), lambda: page.evaluate(_PAINT)) for _ in range(_STEPS))  # noqa: B023
        yield f"{what}, lần chậm nhất trong {_STEPS}", slowest
    yield "việc dài nhất của trình duyệt khi cuộn", max(page.evaluate("window.vkLong"), default=0) / 1000
    for at in places[2:]:
        yield f"bấm {at} ở Mục lục", _time(partial(page.evaluate, _CHOOSE, at), partial(_wait_for, page, at))
        page.wait_for_timeout(2000)


def _measure_finding(page: Page) -> Iterator[tuple[str, float]]:
    page.locator(".st-key-vk-tim-trong input").fill(WORDS)
    listed = page.locator(".vk-cac-cho li").first.wait_for
    yield f"gõ “{WORDS}”, đến khi có danh sách", _time(lambda: page.keyboard.press("Enter"), listed)
    for _ in range(2):
        page.wait_for_timeout(3000)
        page.evaluate(_FORGET)
        onwards = page.locator(".vk-buoc-tim a", has_text="Tiếp").click
        yield "bấm Tiếp, đến chỗ sau", _time(onwards, partial(page.wait_for_function, _ARRIVED, polling=20))


def _wait_for(page: Page, at: str) -> None:
    """Until the text stands at the place, in view."""
    page.wait_for_function(f"document.getElementById('cho-{at}')?.classList.contains('vk-tim')", polling=20)
    page.wait_for_function(_ARRIVED, polling=20)


if __name__ == "__main__":
    sys.exit(main())
