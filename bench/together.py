"""Two people at once: how long a question takes alone, and while another adds a folder and it is indexed.

    python -m bench.together [--corpus FOLDER] [--files FOLDER]

A library of the laws, in Chromium: from the press until the answer is drawn. The files are those of a folder, else made
up. Needs Chromium where Debian puts it.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import cycle
from pathlib import Path

import numpy as np
from playwright.sync_api import Page, sync_playwright

from bench.laws import describe_machine, open_laws, parser
from bench.screenshots import PATIENCE_MS, serve
from bench.taking import write_files
from index.build import needs_build
from index.settings import Settings
from ingest.console import run

_ALONE, _MADE_UP = 30, 45
_WATCH = """() => {
  const began = performance.now();
  document.querySelectorAll(".vk-the").forEach((card) => { card.dataset.old = "yes"; });
  window.vkDrawn = new Promise((done) => {
    const look = () => {
      if (document.querySelector(".vk-the:not([data-old])")) done((performance.now() - began) / 1000);
      else requestAnimationFrame(look);
    };
    look();
  });
}"""
"""Until the first card of the next answer; the page goes on telling how far the index is."""


def main(arguments: Sequence[str]) -> int:
    """Print the table."""
    options = parser("together", "đo câu hỏi của một người khi người khác thêm cả thư mục")
    options.add_argument("--files", type=Path, metavar="THƯ_MỤC", help="tệp để thêm; không có thì viết ra")
    given = options.parse_args(arguments)
    suite = open_laws(given.corpus)
    questions = [case.question for case in suite.cases]
    print(describe_machine())
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        home, files = Path(place) / "var", given.files or Path(place) / "vao"
        shutil.copytree(suite.settings.home, home)
        if given.files is None:
            write_files(files, _MADE_UP)
        dropped = sorted(one for one in files.iterdir() if one.is_file())
        with serve(home) as address:
            browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
            reader, other = (browser.new_context().new_page() for _ in range(2))
            _open(reader, address)
            ask(reader, questions[0])  # opens the model
            tell("một mình", [ask(reader, one) for one in questions[:_ALONE]])
            _drop(other, address, dropped)
            began = time.perf_counter()
            times = list(ask_meanwhile(reader, questions, Settings(home)))
            tell(f"khi {len(dropped)} tệp đang được thêm, lập chỉ mục", times)
            print(f"thêm và lập chỉ mục xong sau {time.perf_counter() - began:.1f} giây")
            browser.close()
    return 0


def ask_meanwhile(page: Page, questions: Sequence[str], settings: Settings) -> Iterator[float]:
    """Seconds of each question asked until what was added is indexed."""
    began = needs_build(settings)
    for one in cycle(questions):
        yield ask(page, one)
        now = needs_build(settings)
        if began and not now:
            return
        began = began or now


def tell(name: str, times: Sequence[float]) -> None:
    """Print a line of the table."""
    p50, p95 = np.quantile(times, [0.5, 0.95])
    print(
        f"{name:<42}{len(times):>4} câu hỏi: p50 {p50:.2f}, p95 {p95:.2f}, lâu nhất {max(times):.2f} giây", flush=True
    )


def ask(page: Page, question: str) -> float:
    """Seconds from the press until the answer is drawn."""
    page.get_by_label("Câu hỏi").fill(question)
    page.evaluate(_WATCH)
    page.keyboard.press("Enter")
    return float(page.evaluate("window.vkDrawn"))


def _open(page: Page, address: str) -> None:
    page.set_default_timeout(PATIENCE_MS)
    page.goto(address)
    page.get_by_label("Câu hỏi").wait_for()


def _drop(page: Page, address: str, files: Sequence[Path]) -> None:
    page.set_default_timeout(PATIENCE_MS)
    page.goto(f"{address}/thu-vien?muc=them")
    page.locator("input[type=file]").set_input_files(files)
    page.get_by_text(files[0].name).first.wait_for()
    page.get_by_role("button", name="Thêm vào thư viện").click()


if __name__ == "__main__":
    sys.exit(run(main))
