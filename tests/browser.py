"""Vankien served and looked at in real Chromium: fixtures and gestures that the tests of the pages share."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
NOTICE = ROOT / "data" / "documents" / "thong-bao-2018-01-26.txt"
QUESTION = "Kết luận nói gì về kiểm tra, giám sát ở cơ sở?"
HOSTILE = """THÔNG BÁO
về việc thử <script>window.ran = true</script> và **chữ đậm**

1. Dòng có <img src=x onerror="window.ran = true"> và [liên kết](http://example.com) và :smile: và $x^2$.

2. Dòng có <b>thẻ</b>, `mã`, &amp; và  hai dấu cách; # không phải đề mục.
"""
OPENING = re.compile("^Mở .* trong văn bản$")
WIDE = {"width": 1280, "height": 900}
NARROW = {"width": 390, "height": 844}
FIRST_BUILD_MS = 240_000  # opening the model on a busy machine
PATIENCE_MS = 30_000


@dataclass
class Site:
    """Vankien served for the tests, and how to ask its library."""

    address: str
    environment: dict[str, str]
    hosts: set[str] = field(default_factory=set)
    refused: list[str] = field(default_factory=list)

    def note(self, url: str) -> None:
        """Remember which host was contacted; what a page makes up itself (``data:``, ``blob:``) has none."""
        if host := urlsplit(url).netloc:
            self.hosts.add(host)

    def hear(self, said: str) -> None:
        """Remember what the browser would not do because the page's own policy forbids it."""
        if "Content Security Policy" in said or "Permissions policy" in said:
            self.refused.append(said)

    def run(self, *words: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", *words],
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout


def find_free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_until_served(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(300):
        assert process.poll() is None, log.read_text(encoding="utf-8")
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=5):
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
    raise AssertionError(f"not served in 30 s: {log.read_text(encoding='utf-8')}")


@pytest.fixture(scope="session")
def built(chromium: Browser, site: Site) -> Site:
    """The page has built the index by itself, telling what it does; nothing else was started."""
    tab = open_tab(chromium, site, WIDE)
    ask(tab, site, QUESTION)
    progress = tab.get_by_text("Đang lập chỉ mục")
    expect(progress.or_(tab.locator(".vk-the")).first).to_be_visible()
    expect(tab.locator(".vk-the").first).to_be_visible(timeout=FIRST_BUILD_MS)
    expect(progress).to_have_count(0)
    tab.context.close()
    return site


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("site")
    hostile = folder / "thu-nghiem.txt"
    hostile.write_text(HOSTILE, encoding="utf-8")
    with serve(folder, NOTICE, hostile) as served:
        yield served


@pytest.fixture
def empty_site(tmp_path: Path) -> Iterator[Site]:
    """Vankien of somebody who has added nothing yet."""
    with serve(tmp_path) as served:
        yield served


@contextmanager
def serve(folder: Path, *files: Path, options: Sequence[str] = ()) -> Iterator[Site]:
    """The pages over a library in *folder* that holds *files*; nothing may end in a traceback."""
    port = find_free_port()
    served = Site(f"http://127.0.0.1:{port}", {**os.environ, "VANKIEN_HOME": str(folder / "var")})
    if files:
        served.run("ingest", "add", *map(str, files))
    log = folder / "log.txt"
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    with log.open("wb") as out:
        process = subprocess.Popen(
            [*command, "--server.headless", "true", *options], cwd=ROOT, env=served.environment, stdout=out, stderr=out
        )
        try:
            wait_until_served(served.address, process, log)
            yield served
        finally:
            process.kill()
            process.wait(timeout=20)
    assert "Traceback" not in log.read_text(encoding="utf-8")
    assert served.refused == []


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    program = shutil.which("chromium")
    assert program, "Chromium is missing: run apt-get install chromium"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield started
        started.close()


def open_tab(chromium: Browser, site: Site, size: dict[str, int]) -> Page:
    tab = chromium.new_context(viewport={"width": size["width"], "height": size["height"]}).new_page()
    tab.set_default_timeout(PATIENCE_MS)
    tab.on("request", lambda request: site.note(request.url))
    tab.on("websocket", lambda websocket: site.note(websocket.url))
    tab.on("console", lambda message: site.hear(message.text))
    return tab


@pytest.fixture
def tab(chromium: Browser, built: Site) -> Iterator[Page]:
    opened = open_tab(chromium, built, WIDE)
    yield opened
    opened.context.close()


def ask(tab: Page, site: Site, question: str) -> None:
    tab.goto(site.address)
    tab.get_by_label("Câu hỏi").fill(question)
    tab.keyboard.press("Enter")


def open_first_quote(tab: Page) -> None:
    tab.get_by_role("link", name=OPENING).first.click(timeout=PATIENCE_MS)
    expect(tab.locator(".vk-nguyen-van .vk-tim").first).to_be_visible(timeout=PATIENCE_MS)
