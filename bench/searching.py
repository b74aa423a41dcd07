"""Everything that matches, measured: how often what answers is in the set, how large it is, how long a page takes.

    python -m bench.searching --corpus FOLDER

A question of the laws, or of the notice and its topics, names the places that answer it, or none where it must be
declined. A page is drawn in Chromium, from the press to the last card, with the model already open.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from playwright.sync_api import Page, sync_playwright

from bench.laws import describe_machine, parser
from bench.screenshots import PATIENCE_MS, serve
from index.measuring.suites import Suite, prepare, read_suite
from index.search import Searcher, open_searcher
from index.searching.matches import find_results
from index.settings import load_settings
from ingest.console import run, show_progress

DATA = Path(__file__).parent.parent / "data" / "eval"
LAW_SUITES = ("laws", "laws-unaccented", "laws-en")
_DRAWN = 40
_WORDS = ("luật", "quyền sở hữu", "kiem tra giam sat", "Điều 5", "thuế")
"""Beside questions: short, of many passages."""
Asked = tuple[str, frozenset[str]]


def measure(suite: Suite, searcher: Searcher, asked: Iterable[Asked]) -> str:
    """A line: how many questions have what answers among the results, of how many results, in what time."""
    found, sizes, declined, times = [], [], [], []
    with searcher.reading() as library:
        sources = {one.id: one.metadata.source or "" for one in library.documents()}
        for question, relevant in asked:
            began = time.perf_counter()
            results = find_results(searcher, searcher.understand(question)).results
            times.append(time.perf_counter() - began)
            held = library.find_passages([one.number for one in results if one.source.kind == "text"])
            keys = [suite.key(one, sources[one.document_id]) for one in held.values()]
            if not relevant:
                declined.append(not held)
                continue
            found.append(any(key == one or key.startswith(f"{one}.") for key in keys for one in relevant))
            sizes.append(len(held))
    none = f"; {sum(declined)} trên {len(declined)} câu phải từ chối không có kết quả" if declined else ""
    p50, p95 = np.quantile(times, [0.5, 0.95]) * 1000
    many = np.quantile(sizes, [0.5, 0.95]).astype(int)
    return (
        f"{suite.name:<16} {len(found)} câu: {np.mean(found):.3f} có đoạn trả lời; số đoạn p50 {many[0]}, p95 {many[1]}"
        f"{none}; p50 {p50:.0f} ms, p95 {p95:.0f} ms"
    )


def read_asked(suite: Suite) -> list[Asked]:
    """The questions of *suite*; those of the notice with its topics, and those that must be declined."""
    if suite.name != "notice":
        return [(case.question, case.relevant) for case in suite.cases]
    lines = [line for name in ("notice", "topics") for line in (DATA / f"{name}.jsonl").read_text("utf-8").splitlines()]
    return [(one["question"], frozenset(one["places"])) for one in map(json.loads, lines)]


def draw_pages(home: Path, questions: Sequence[str]) -> str:
    """Lines: seconds until the page can be used, and from a press until all of a page of results is drawn."""
    with serve(home) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        _open(page, address)
        _search(page, questions[0])  # opens the model
        opened = _open(browser.new_page(), address)
        searched = [_search(page, one) for one in questions]
        _search(page, "quyền sở hữu")
        turned = _press(page, "Trang tiếp")
        again = [_search(page, one) for one in questions]
        browser.close()
    p50, p95 = np.quantile(searched, [0.5, 0.95])
    known50, known95 = np.quantile(again, [0.5, 0.95])
    return (
        f"mở trang, mô hình đã mở: {opened:.2f} giây\n"
        f"{len(searched)} lần tìm, đến khi vẽ xong: p50 {p50:.2f} giây, p95 {p95:.2f} giây\n"
        f"tìm lại điều đã tìm: p50 {known50:.2f} giây, p95 {known95:.2f} giây\nsang trang 2: {turned:.2f} giây"
    )


_WATCH = """() => {
  const app = document.querySelector(".stApp"), began = performance.now();
  window.vkDrawn = new Promise((done) => {
    let ran = false;
    const look = () => {
      const state = app.dataset.testScriptState;
      if (state === "running") ran = true;
      if (ran && state === "notRunning") done((performance.now() - began) / 1000);
      else requestAnimationFrame(look);
    };
    look();
  });
}"""


def _open(page: Page, address: str) -> float:
    """Seconds until the page can be used, the model opened by a first search before."""
    page.set_default_timeout(PATIENCE_MS)
    began = time.perf_counter()
    page.goto(f"{address}/tim-kiem")
    page.get_by_label("Từ cần tìm").wait_for()
    return time.perf_counter() - began


def _search(page: Page, typed: str) -> float:
    """Seconds from the press until all is drawn."""
    page.get_by_label("Từ cần tìm").fill(typed)
    page.evaluate(_WATCH)
    page.keyboard.press("Enter")
    return float(page.evaluate("window.vkDrawn"))


def _press(page: Page, name: str) -> float:
    page.evaluate(_WATCH)
    page.get_by_role("button", name=name).first.click()
    return float(page.evaluate("window.vkDrawn"))


def main(arguments: Sequence[str]) -> int:
    """Print the measurements."""
    options = parser("searching", "đo trang Tìm kiếm: có đủ đoạn trả lời không, bao nhiêu đoạn, bao lâu").parse_args(
        arguments
    )
    settings = load_settings()
    print(describe_machine())
    for name in ("notice", *LAW_SUITES):
        suite = read_suite(name, settings, options.corpus)
        prepare(suite, show_progress)
        print(measure(suite, open_searcher(suite.settings), read_asked(suite)), flush=True)
    laws = read_suite("laws", settings, options.corpus)
    print(draw_pages(laws.settings.home, [*_WORDS, *(case.question for case in laws.cases[:_DRAWN])]))
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
