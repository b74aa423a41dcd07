"""Both pages in real Chromium: what a person sees, presses and finds in the address bar."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

pytestmark = pytest.mark.browser

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

    def note(self, url: str) -> None:
        """Remember which host was contacted; what a page makes up itself (``data:``, ``blob:``) has none."""
        if host := urlsplit(url).netloc:
            self.hosts.add(host)

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


@pytest.fixture(scope="module")
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


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("site")
    hostile = folder / "thu-nghiem.txt"
    hostile.write_text(HOSTILE, encoding="utf-8")
    port = find_free_port()
    served = Site(f"http://127.0.0.1:{port}", {**os.environ, "VANKIEN_HOME": str(folder / "var")})
    served.run("ingest", "add", str(NOTICE), str(hostile))
    log = folder / "log.txt"
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    with log.open("wb") as out:
        process = subprocess.Popen(
            [*command, "--server.headless", "true"], cwd=ROOT, env=served.environment, stdout=out, stderr=out
        )
        try:
            wait_until_served(served.address, process, log)
            yield served
        finally:
            process.kill()
            process.wait(timeout=20)
    assert "Traceback" not in log.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
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


def sought(tab: Page) -> Locator:
    return tab.locator(".vk-nguyen-van .vk-tim").first


def expect_in_view(tab: Page, place: Locator) -> None:
    """The place stands below the bar at the top and within the window, and stays there."""
    expect(place).to_be_in_viewport(timeout=10_000)
    bar = tab.locator(".st-key-vk-thanh").bounding_box()
    assert bar is not None
    for _ in range(50):
        box = place.bounding_box()
        assert box is not None
        if bar["height"] <= box["y"] < WIDE["height"] - 40:
            return
        tab.wait_for_timeout(100)
    raise AssertionError(f"{box} does not lie in view under {bar}")


def read_query(tab: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(tab.url).query)


def test_a_question_leads_to_the_quote_and_the_quote_to_its_place(tab: Page, site: Site) -> None:
    ask(tab, site, QUESTION)
    card = tab.locator(".vk-the").first
    expect(card).to_be_visible(timeout=PATIENCE_MS)
    quoted = card.locator(".vk-trich").inner_text()
    assert "giám sát" in quoted
    assert card.locator("mark").count() > 0
    open_first_quote(tab)
    assert sought(tab).inner_text().strip() == quoted.strip()
    expect_in_view(tab, sought(tab))
    assert urlsplit(tab.url).path == "/van-ban"
    assert set(read_query(tab)) == {"doc", "at"}


def test_the_link_in_the_address_bar_opens_again_at_the_same_place(chromium: Browser, tab: Page, site: Site) -> None:
    ask(tab, site, QUESTION)
    open_first_quote(tab)
    again = open_tab(chromium, site, WIDE)
    again.goto(tab.url)
    expect(sought(again)).to_be_visible(timeout=PATIENCE_MS)
    assert sought(again).inner_text() == sought(tab).inner_text()
    expect_in_view(again, sought(again))
    assert again.url == tab.url
    again.context.close()


def test_an_entry_of_the_contents_moves_there_and_back_returns(tab: Page, site: Site) -> None:
    ask(tab, site, QUESTION)
    open_first_quote(tab)
    first, link = sought(tab).inner_text(), tab.url
    entry = tab.locator(".vk-muc-luc a", has_text="7. Yêu cầu từng đồng chí bí thư")
    entry.click()
    expect(sought(tab)).to_contain_text("người đứng đầu các cơ quan")
    expect_in_view(tab, sought(tab))
    assert read_query(tab)["at"] == ["II.7"]
    expect(tab.locator(".vk-muc-luc a[aria-current]")).to_have_text(entry.inner_text())
    tab.go_back()
    expect(sought(tab)).to_have_text(first)
    assert tab.url == link


def test_the_question_is_still_there_after_reading(tab: Page, site: Site) -> None:
    ask(tab, site, QUESTION)
    open_first_quote(tab)
    tab.get_by_role("link", name="Hỏi đáp").click()
    expect(tab.get_by_label("Câu hỏi")).to_have_value(QUESTION)
    expect(tab.locator(".vk-the").first).to_be_visible()


def test_the_document_stands_on_the_page_character_for_character(tab: Page, site: Site) -> None:
    ask(tab, site, QUESTION)
    open_first_quote(tab)
    shown = tab.locator(".vk-nguyen-van").evaluate("element => element.textContent")
    written = json.loads(site.run("ingest", "show", read_query(tab)["doc"][0], "--json"))["text"]
    assert shown == written


def test_a_hostile_question_is_shown_as_written_and_never_run(tab: Page, site: Site) -> None:
    typed = '<script>window.ran = true</script> <img src=x onerror="window.ran = true"> **phở** :smile: [x](y)'
    ask(tab, site, typed)
    expect(tab.locator(".vk-the").first).to_be_visible(timeout=PATIENCE_MS)
    expect(tab.get_by_label("Câu hỏi")).to_have_value(typed)
    assert tab.evaluate("window.ran") is None
    assert tab.locator(".stApp img[src='x']").count() == 0


def test_a_hostile_document_is_shown_as_written_and_never_run(tab: Page, site: Site) -> None:
    tab.goto(f"{site.address}/van-ban")
    tab.locator(".vk-ke a", has_text="window.ran").click()
    text = tab.locator(".vk-nguyen-van")
    expect(text).to_be_visible(timeout=PATIENCE_MS)
    shown = text.evaluate("element => element.textContent")
    assert [line for line in shown.split("\n") if line] == [line for line in HOSTILE.split("\n") if line]
    assert tab.evaluate("window.ran") is None
    assert text.locator("script, img, b, code, a[href*=example]").count() == 0


@pytest.mark.parametrize("path", [pytest.param("", id="ask"), pytest.param("/van-ban", id="documents")])
def test_nothing_sticks_out_of_a_narrow_screen(chromium: Browser, built: Site, path: str) -> None:
    tab = open_tab(chromium, built, NARROW)
    tab.goto(built.address + path)
    expect(tab.locator(".stHtml h1")).to_be_visible(timeout=PATIENCE_MS)
    if path:
        tab.locator(".vk-ke a").first.click()
        expect(tab.locator(".vk-nguyen-van")).to_be_visible()
    else:
        tab.get_by_role("button", name=QUESTION).click()
        expect(tab.locator(".vk-the").first).to_be_visible(timeout=PATIENCE_MS)
    widest = tab.evaluate("Math.max(...[...document.querySelectorAll('.stHtml, .stHtml *')].map(e => e.scrollWidth))")
    assert widest <= NARROW["width"]
    tab.context.close()


@pytest.mark.parametrize("size", [pytest.param(WIDE, id="wide"), pytest.param(NARROW, id="narrow")])
def test_a_mention_opens_the_record_and_the_record_leads_back_to_the_mention(
    chromium: Browser, built: Site, size: dict[str, int]
) -> None:
    tab = open_tab(chromium, built, size)
    tab.goto(f"{built.address}/van-ban")
    tab.locator(".vk-ke a", has_text="Ý kiến kết luận").click()
    tab.locator("a.vk-dan", has_text="Quy định số 102-QĐ/TW").click()
    expect(tab.locator(".stHtml h1")).to_have_text("Quy định số 102-QĐ/TW", timeout=PATIENCE_MS)
    expect(tab.locator(".vk-tom-luoc")).to_contain_text("Tóm lược của Vankien, không phải nguyên văn")
    assert read_query(tab) == {"doc": ["102-QĐ/TW@2017-11-15"]}
    widest = tab.evaluate("Math.max(...[...document.querySelectorAll('.stHtml, .stHtml *')].map(e => e.scrollWidth))")
    assert widest <= size["width"]
    tab.get_by_role("link", name="Mục II.5").click()
    expect(sought(tab)).to_have_text("Quy định số 102-QĐ/TW", timeout=PATIENCE_MS)
    expect(sought(tab)).to_be_in_viewport()
    assert built.hosts == {urlsplit(built.address).netloc}
    tab.context.close()


def test_no_other_host_is_contacted(tab: Page, site: Site) -> None:
    ask(tab, site, QUESTION)
    open_first_quote(tab)
    assert site.hosts == {urlsplit(site.address).netloc}
