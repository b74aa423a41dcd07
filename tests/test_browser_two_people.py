"""Two people at once in real Chromium: one adds a folder, the other asks and waits for nothing of it."""

from __future__ import annotations

import re
from itertools import cycle
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from index.build import needs_build
from index.settings import Settings
from ingest.store import open_library
from tests.browser import FIRST_BUILD_MS, NOTICE, PATIENCE_MS, QUESTION, WIDE, ask, open_tab, serve
from tests.test_browser_adding import drop

pytestmark = [pytest.mark.browser, pytest.mark.slow]
BRANCHES = 12
ANSWERED_MS = 10_000
"""On a machine that does nothing but this, a tenth of it."""
ASKED = {
    "Kết luận yêu cầu gì với bí thư cấp ủy, người đứng đầu?": re.compile("Yêu cầu từng đồng chí bí thư"),
    QUESTION: re.compile("một số cấp ủy cơ sở|tổ chức cơ sở đảng"),
}
NEW_QUESTION = "Chi bộ làm gì để lắng nghe, giải quyết kiến nghị của nhân dân?"
WORDS = "lắng nghe, giải quyết kiến nghị của nhân dân, báo cáo đảng ủy trước ngày 25 hằng tháng"


def directive(number: int) -> tuple[str, bytes]:
    """A file of its own words, long enough that a build takes a while."""
    points = (f"{point}. Chi bộ số {number} {WORDS}, mục {point}." for point in range(1, 25))
    head = f"CHỈ THỊ\nvề công tác dân vận của chi bộ số {number}\n\n"
    return f"chi bộ {number}.txt", (head + "\n\n".join(points) + "\n").encode()


def ask_again(tab: Page, question: str, answer: re.Pattern[str]) -> None:
    """Another question than the last: its answer comes soon, and whole."""
    tab.get_by_label("Câu hỏi").fill(question)
    tab.keyboard.press("Enter")
    expect(tab.locator(".vk-the").first).to_contain_text(answer, timeout=ANSWERED_MS)


def test_one_adds_a_folder_while_the_other_asks(chromium: Browser, tmp_path: Path) -> None:
    with serve(tmp_path, NOTICE) as site:
        reader, other = open_tab(chromium, site, WIDE), open_tab(chromium, site, WIDE)
        ask(reader, site, QUESTION)
        expect(reader.locator(".vk-the").first).to_be_visible(timeout=FIRST_BUILD_MS)
        other.goto(f"{site.address}/thu-vien?muc=them")
        drop(other, *(directive(number) for number in range(1, BRANCHES + 1)))

        answers = 0
        for question, answer in cycle(ASKED.items()):
            ask_again(reader, question, answer)
            answers += 1
            if is_indexed(tmp_path / "var"):
                break

        assert answers > 1
        expect(other.get_by_text(f"Đã nhận {BRANCHES}/{BRANCHES} tệp")).to_be_visible(timeout=PATIENCE_MS)
        ask(reader, site, NEW_QUESTION)
        expect(reader.locator(".vk-the").first).to_contain_text(
            "giải quyết kiến nghị của nhân dân, báo cáo đảng ủy", timeout=PATIENCE_MS
        )
        reader.context.close()
        other.context.close()


def is_indexed(home: Path) -> bool:
    """Whether all that was dropped is in the index in use."""
    with open_library(home) as library:
        return len(library.documents()) == BRANCHES + 1 and not needs_build(Settings(home))
