"""``python -m bench.screenshots``: the pages as pictures, into ``docs/images/``, on a library of the starter documents.

Needs Chromium where Debian puts it.
"""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Browser, FilePayload, Page, sync_playwright

from ingest.console import Parser, run

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
QUESTION = "Kết luận nói gì về kiểm tra, giám sát ở cơ sở?"
RELATED = "102-QĐ/TW"
NOT_HELD = "Thủ tục cấp hộ chiếu?"
TYPED_BADLY = "kiem tra giam sat cua ubkt theo nghi quyet nam 2018"
_DIRECTIVE = """TỈNH ỦY BÌNH THUẬN
*
Số 15-CT/TU
ĐẢNG CỘNG SẢN VIỆT NAM
Phan Thiết, ngày 05 tháng 02 năm 2018

CHỈ THỊ
về tăng cường công tác dân vận

1. Các cấp ủy phân công cấp ủy viên tiếp xúc, đối thoại với nhân dân.
"""
WIDTHS = {1280: 900, 390: 844}
PATIENCE_MS = 240_000  # opening the model on a busy machine


def main(arguments: Sequence[str]) -> int:
    """Take them all; exit code 0."""
    Parser("python -m bench.screenshots", "Chụp các trang vào docs/images.").parse_args(arguments)
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home, _served(Path(home)) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for width, height in WIDTHS.items():
            for file in _take(browser, address, width, height):
                print(file.relative_to(ROOT))
        print(_take_added(browser, address).relative_to(ROOT))  # last, as it changes the library
        browser.close()
    return 0


def _take(browser: Browser, address: str, width: int, height: int) -> Iterator[Path]:
    page = browser.new_page(viewport={"width": width, "height": height}, locale="vi-VN")
    page.goto(address)
    opening = page.get_by_role("link", name=re.compile("^Mở ")).first
    _ask(page, QUESTION)
    opening.wait_for(timeout=PATIENCE_MS)
    yield _save(page, f"hoi-dap-{width}.png")
    opening.click()
    page.locator(".vk-nguyen-van .vk-tim").first.wait_for(timeout=PATIENCE_MS)
    yield _save(page, f"van-ban-{width}.png")
    if width == max(WIDTHS):
        page.evaluate("document.querySelector('.stHtml h1').scrollIntoView({block: 'end'})")
        yield _save(page, f"van-ban-ho-so-{width}.png")
        page.get_by_role("link", name="Hỏi đáp").click()
        _ask(page, NOT_HELD)
        page.get_by_role("heading", name="Không tìm thấy căn cứ").wait_for(timeout=PATIENCE_MS)
        yield _save(page, f"hoi-dap-khong-co-{width}.png")
    yield _take_understood(page, address, width)
    yield take_relations(page, address, width)
    page.close()


def _take_understood(page: Page, address: str, width: int) -> Path:
    """A question typed badly, with how it was understood and what it can be kept to."""
    page.goto(address)
    _ask(page, TYPED_BADLY)
    page.get_by_text("Đã hiểu").wait_for(timeout=PATIENCE_MS)
    page.locator(".vk-the").first.wait_for(timeout=PATIENCE_MS)
    return _save(page, f"hoi-dap-da-hieu-{width}.png")


def take_relations(page: Page, address: str, width: int) -> Path:
    """What lies around a catalogued directive."""
    page.set_viewport_size({"width": width, "height": 1450})  # with the legend and the buttons
    page.goto(f"{address}/quan-he?{urlencode({'doc': RELATED})}")
    page.locator(".st-key-vk-so-do canvas").first.wait_for(timeout=PATIENCE_MS)
    return _save(page, f"quan-he-{width}.png")


def _take_added(browser: Browser, address: str) -> Path:
    """Two files dropped, of which one is damaged, and what became of them."""
    width, height = next(iter(WIDTHS.items()))
    page = browser.new_page(viewport={"width": width, "height": height}, locale="vi-VN")
    page.goto(f"{address}/them-van-ban")
    files = ("Chi thi 15.txt", _DIRECTIVE.encode()), ("Bao cao quy 3.docx", b"PK\x03\x04 cut off")
    dropped = [FilePayload(name=name, mimeType="application/octet-stream", buffer=content) for name, content in files]
    page.locator("input[type=file]").set_input_files(dropped)
    page.get_by_text("Bao cao quy 3.docx").wait_for(timeout=PATIENCE_MS)
    page.get_by_role("button", name="Thêm vào thư viện").click()
    page.get_by_text("Đã nhận 1/2 tệp").wait_for(timeout=PATIENCE_MS)
    return _save(page, f"them-van-ban-{width}.png")


def _ask(page: Page, question: str) -> None:
    page.get_by_label("Câu hỏi").fill(question)
    page.get_by_role("button", name="Hỏi", exact=True).click()


def _save(page: Page, name: str) -> Path:
    page.wait_for_timeout(1500)  # the scroll to the place settles
    page.screenshot(path=IMAGES / name)
    return IMAGES / name


@contextmanager
def _served(home: Path) -> Iterator[str]:
    """Vankien over a new library of the starter documents in *home*."""
    for command in (("ingest", "add", "data/documents"), ("index", "build")):
        subprocess.run([sys.executable, "-m", *command], cwd=ROOT, env=_environment(home), check=True)
    with serve(home) as address:
        yield address


@contextmanager
def serve(home: Path) -> Iterator[str]:
    """Vankien on a free port, over the library in *home*."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{probe.getsockname()[1]}"
    options = ("--server.port", address.rpartition(":")[2], "--server.headless", "true")
    command = [sys.executable, "-m", "streamlit", "run", "app.py", *options]
    server = subprocess.Popen(command, cwd=ROOT, env=_environment(home))
    try:
        wait(address)
        yield address
    finally:
        server.terminate()
        server.wait()


def _environment(home: Path) -> dict[str, str]:
    return {**os.environ, "VANKIEN_HOME": str(home)}


def wait(address: str) -> None:
    """Until the server at *address* is ready."""
    for _ in range(300):
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=5):
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.2)
    raise TimeoutError(address)


if __name__ == "__main__":
    sys.exit(run(main))
