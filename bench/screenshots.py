"""``python -m bench.screenshots``: the pages as pictures, into ``docs/images/``, on a library of the starter documents.

At 1280 and 390 px, in the light dress or, with ``--dark``, in the dark one. Needs Chromium where Debian puts it.
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
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import urlencode

from playwright.sync_api import Browser, FilePayload, Page, ViewportSize, sync_playwright

from ingest.console import Parser, run

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
QUESTION = "Kết luận nói gì về kiểm tra, giám sát ở cơ sở?"
RELATED = "102-QĐ/TW"
SEARCHED = "dân vận"
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
    parser = Parser("python -m bench.screenshots", "Chụp các trang vào docs/images.")
    parser.add_argument("--dark", action="store_true", help="chụp nền tối")
    parser.add_argument("--into", type=Path, default=IMAGES, metavar="THƯ_MỤC", help="thư mục chứa ảnh")
    options = parser.parse_args(arguments)
    options.into.mkdir(parents=True, exist_ok=True)
    camera = Camera(options.into.resolve(), "dark" if options.dark else "light")
    with tempfile.TemporaryDirectory() as home, _served(Path(home)) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for width in WIDTHS:
            page = camera.open(browser, width)
            for view in (_take, _take_understood, take_relations, take_others):
                for file in view(camera, page, address, width):
                    print(file)
            page.close()
        print(_take_added(camera, browser, address))  # last, as it changes the library
        browser.close()
    return 0


@dataclass(frozen=True)
class Camera:
    """Where pictures go, and in which dress the pages are: ``"light"`` or ``"dark"``."""

    folder: Path
    dress: Literal["light", "dark"] = "light"

    def open(self, browser: Browser, width: int) -> Page:
        """A page of that width."""
        size: ViewportSize = {"width": width, "height": WIDTHS[width]}
        return browser.new_page(viewport=size, locale="vi-VN", color_scheme=self.dress)

    def save(self, page: Page, name: str) -> Path:
        """The picture of what the window shows."""
        page.wait_for_timeout(1500)  # the scroll to the place settles
        file = self.folder / f"{name}{'-toi' if self.dress == 'dark' else ''}.png"
        page.screenshot(path=file)
        return file


def _take(camera: Camera, page: Page, address: str, width: int) -> Iterator[Path]:
    page.goto(address)
    opening = page.get_by_role("link", name=re.compile("^Mở ")).first
    _ask(page, QUESTION)
    opening.wait_for(timeout=PATIENCE_MS)
    yield camera.save(page, f"hoi-dap-{width}")
    opening.click()
    page.locator(".vk-nguyen-van .vk-tim").first.wait_for(timeout=PATIENCE_MS)
    yield camera.save(page, f"van-ban-{width}")
    if width == max(WIDTHS):
        page.evaluate("document.querySelector('.stHtml h1').scrollIntoView({block: 'end'})")
        yield camera.save(page, f"van-ban-ho-so-{width}")
        page.get_by_role("link", name="Hỏi đáp").click()
        _ask(page, NOT_HELD)
        page.get_by_role("heading", name="Không tìm thấy căn cứ").wait_for(timeout=PATIENCE_MS)
        yield camera.save(page, f"hoi-dap-khong-co-{width}")


def _take_understood(camera: Camera, page: Page, address: str, width: int) -> Iterator[Path]:
    """A question typed badly, with how it was understood and what it can be kept to."""
    page.goto(address)
    _ask(page, TYPED_BADLY)
    page.get_by_text("Đã hiểu").wait_for(timeout=PATIENCE_MS)
    page.locator(".vk-the").first.wait_for(timeout=PATIENCE_MS)
    yield camera.save(page, f"hoi-dap-da-hieu-{width}")


def take_relations(camera: Camera, page: Page, address: str, width: int) -> Iterator[Path]:
    """What lies around a catalogued directive."""
    page.set_viewport_size({"width": width, "height": 1450})  # with the legend and the buttons
    page.goto(f"{address}/quan-he?{urlencode({'doc': RELATED})}")
    page.locator(".st-key-vk-so-do canvas").first.wait_for(timeout=PATIENCE_MS)
    yield camera.save(page, f"quan-he-{width}")
    page.set_viewport_size({"width": width, "height": WIDTHS[width]})


def take_others(camera: Camera, page: Page, address: str, width: int) -> Iterator[Path]:
    """Searching, collecting, the library, what is compared and what the program is."""
    page.goto(f"{address}/tim-kiem")
    page.get_by_label("Từ cần tìm").fill(SEARCHED)
    page.get_by_label("Từ cần tìm").press("Enter")
    keeping = page.get_by_role("button", name="Đưa vào phiếu trích dẫn")
    keeping.first.wait_for(timeout=PATIENCE_MS)
    yield camera.save(page, f"tim-kiem-{width}")
    keeping.first.click()
    page.get_by_text("Phiếu có").first.wait_for(timeout=PATIENCE_MS)
    page.goto(f"{address}/phieu-trich-dan")
    page.get_by_role("button", name="Word").first.wait_for(timeout=PATIENCE_MS)
    yield camera.save(page, f"phieu-trich-dan-{width}")
    for path in ("thu-vien", "so-sanh", "con-thieu", "gioi-thieu"):
        page.goto(f"{address}/{path}")
        page.get_by_role("heading", level=1).wait_for(timeout=PATIENCE_MS)
        page.get_by_test_id("stSpinner").wait_for(state="hidden", timeout=PATIENCE_MS)
        if path == "gioi-thieu":  # below it names a folder of this machine
            page.set_viewport_size({"width": width, "height": 800})
        yield camera.save(page, f"{path}-{width}")


def _take_added(camera: Camera, browser: Browser, address: str) -> Path:
    """Two files dropped, of which one is damaged, and what became of them."""
    width = max(WIDTHS)
    page = camera.open(browser, width)
    page.goto(f"{address}/thu-vien?muc=them")
    files = ("Chi thi 15.txt", _DIRECTIVE.encode()), ("Bao cao quy 3.docx", b"PK\x03\x04 cut off")
    dropped = [FilePayload(name=name, mimeType="application/octet-stream", buffer=content) for name, content in files]
    page.locator("input[type=file]").set_input_files(dropped)
    page.get_by_text("Bao cao quy 3.docx").wait_for(timeout=PATIENCE_MS)
    page.get_by_role("button", name="Thêm vào thư viện").click()
    page.get_by_text("Đã nhận 1/2 tệp").wait_for(timeout=PATIENCE_MS)
    return camera.save(page, f"them-van-ban-{width}")


def _ask(page: Page, question: str) -> None:
    page.get_by_label("Câu hỏi").fill(question)
    page.get_by_role("button", name="Hỏi", exact=True).click()


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
    with serve_watched(home) as (address, _):
        yield address


@contextmanager
def serve_watched(home: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """As :func:`serve`, with the process that serves."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{probe.getsockname()[1]}"
    options = ("--server.port", address.rpartition(":")[2], "--server.headless", "true")
    command = [sys.executable, "-m", "streamlit", "run", "app.py", *options]
    server = subprocess.Popen(command, cwd=ROOT, env=_environment(home))
    try:
        wait(address)
        yield address, server
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
