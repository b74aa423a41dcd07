"""Nobody but this machine is asked for anything: every request of every page, in both languages, and of its server."""

from __future__ import annotations

import ast
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser import FIRST_BUILD_MS, HOSTILE, PATIENCE_MS, QUESTION, ROOT, WIDE, Site, ask, open_first_quote, serve
from tests.outgoing import Watch
from tests.surrounded import SECOND, TEXTS
from tests.test_browser_adding import DIRECTIVE, drop
from tests.test_browser_original import open_original
from tests.views import VIEWS, open_path, settle
from ui.speaking import COOKIE

pytestmark = pytest.mark.browser
BEYOND_REQUESTS = """
for (const name of ["RTCPeerConnection", "webkitRTCPeerConnection", "WebTransport"])
  window[name] = class { constructor(...words) { window.vkStrangers(name + " " + JSON.stringify(words)); } };
"""
"""Ways to reach out that are no requests of the page: nothing of ours has a use for them."""
LEADING_OUT = """() => {
  const names = ["src", "srcset", "poster", "data", "action", "href"];
  const loading = [...document.querySelectorAll("[src], [srcset], [poster], [data], [action], link[href], base[href]")];
  const said = loading.flatMap(one => names.map(name => one[name])).filter(one => typeof one === "string");
  return said.filter(one => /^([a-z]+:)?[/][/]/i.test(one) && new URL(one, location).origin !== location.origin);
}"""
"""Addresses of others that a page would load by itself, sooner or later; a link that one may press is none."""
VITAL = ("document", "script", "stylesheet", "websocket")
"""Kinds of request without which no page is drawn: a recorder that misses one is blind."""


@dataclass
class Recorder:
    """What a browser asked for, by kind, and each thing asked of somebody else."""

    home: str
    kinds: set[str] = field(default_factory=set)
    strangers: set[str] = field(default_factory=set)

    def watch(self, context: BrowserContext) -> None:
        """Listen to every page of *context*, frames, workers and windows that it opens too."""
        context.expose_function("vkStrangers", self._note_way)
        context.add_init_script(BEYOND_REQUESTS)
        context.on("request", lambda request: self.note(request.resource_type, request.url))
        context.on("page", self._watch_page)

    def _watch_page(self, page: Page) -> None:
        page.on("websocket", lambda socket: self.note("websocket", socket.url))
        session = page.context.new_cdp_session(page)
        session.on("Network.requestWillBeSent", lambda told: self.note(told["type"].lower(), told["request"]["url"]))
        session.send("Network.enable")

    def _note_way(self, told: str) -> None:
        self.strangers.add(told)

    def note(self, kind: str, url: str) -> None:
        """Remember one request; what a page makes up itself (``data:``, ``blob:``) is asked of nobody."""
        self.kinds.add(kind)
        if (host := urlsplit(url).netloc) and host != self.home:
            self.strangers.add(f"{kind} {url}")


@dataclass
class Watched:
    """Vankien served under watch: what its pages ask for, and whom its processes try to reach."""

    site: Site
    processes: Watch
    recorder: Recorder
    context: BrowserContext

    def open(self) -> Page:
        tab = self.context.new_page()
        tab.set_default_timeout(PATIENCE_MS)
        return tab

    def find_strangers(self, tab: Page) -> list[str]:
        """Whoever else was asked, or would be."""
        return [*sorted(self.recorder.strangers), *tab.evaluate(LEADING_OUT), *self.processes.take_contacts()]


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory, chromium: Browser, plain_pdf: bytes) -> Iterator[Watched]:
    """Over the notice as PDF, four directives about each other, and a text that tries what it can."""
    folder = tmp_path_factory.mktemp("watched")
    files = [folder / f"{place}.txt" for place in range(len(TEXTS) + 1)]
    for file, text in zip(files, (*TEXTS, HOSTILE), strict=True):
        file.write_text(text, "utf-8")
    (folder / "thong-bao.pdf").write_bytes(plain_pdf)
    processes = Watch(folder / "watch", dict(os.environ))
    with pytest.MonkeyPatch.context() as patched:
        for name, value in processes.environment.items():
            patched.setenv(name, value)
        with serve(folder, folder / "thong-bao.pdf", *files) as site:
            assert site.environment.items() >= processes.environment.items()  # the server is under watch, too
            context = chromium.new_context(viewport={"width": WIDE["width"], "height": WIDE["height"]})
            recorder = Recorder(urlsplit(site.address).netloc)
            recorder.watch(context)
            opened = Watched(site, processes, recorder, context)
            build(opened)
            yield opened
            context.close()


@pytest.fixture(scope="module")
def english(chromium: Browser, watched: Watched) -> Iterator[BrowserContext]:
    """A browser whose reader asked for English on an earlier visit."""
    context = chromium.new_context()
    context.add_cookies([{"name": COOKIE, "value": "en", "url": watched.site.address}])
    watched.recorder.watch(context)
    yield context
    context.close()


def find_paths() -> list[str]:
    """The address of every page that ``ui/site.py`` lists; the first answers to the bare one, too."""
    source = (ROOT / "ui" / "site.py").read_text("utf-8")
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    said = [keyword.value for call in calls for keyword in call.keywords if keyword.arg == "url_path"]
    return ["", *(str(one.value) for one in said if isinstance(one, ast.Constant))]


def build(watched: Watched) -> None:
    """Ask the first question: the index is built meanwhile, the model is opened; whom they ask is told below."""
    tab = watched.open()
    ask(tab, watched.site, QUESTION)
    expect(tab.locator(".vk-the").first).to_be_visible(timeout=FIRST_BUILD_MS)
    tab.close()


def look_at_the_original(tab: Page, site: Site) -> None:
    ask(tab, site, QUESTION)
    open_first_quote(tab)
    open_original(tab)
    with tab.expect_download() as saved:
        tab.get_by_role("button", name="Tải tệp gốc").click()
    assert saved.value.path().stat().st_size > 1000
    tab.get_by_role("button", name="Sao chép liên kết").click()


def read_the_hostile(tab: Page, site: Site) -> None:
    tab.goto(f"{site.address}/van-ban")
    tab.get_by_role("link", name="thử").first.click(timeout=PATIENCE_MS)
    expect(tab.locator(".vk-nguyen-van")).to_contain_text("example.com", timeout=PATIENCE_MS)


def save_the_relations(tab: Page, site: Site) -> None:
    open_path("/quan-he", ".st-key-vk-so-do canvas", doc=SECOND)(tab, site)
    for name in ("Tải hình (PNG)", "Tải bảng (CSV, mở bằng Excel)", "Tải đồ thị (GraphML)"):
        settle(tab)
        with tab.expect_download():
            tab.get_by_role("button", name=name).click()


def take_quotes_along(tab: Page, site: Site) -> None:
    VIEWS["collected"](tab, site)
    with tab.expect_download(timeout=PATIENCE_MS):
        tab.get_by_role("button", name="Word").click()


def add_a_file(tab: Page, site: Site) -> None:
    open_path("/them-van-ban", ".stFileUploader")(tab, site)
    drop(tab, ("chi-thi.txt", DIRECTIVE))
    expect(tab.get_by_text("đã thêm")).to_be_visible(timeout=PATIENCE_MS)
    still = tab.locator(".stApp[data-test-script-state=notRunning]")
    expect(still).to_be_visible(timeout=FIRST_BUILD_MS)  # the index takes the file in meanwhile


DEEDS: dict[str, Callable[[Page, Site], None]] = {
    **{name: view for name, view in VIEWS.items() if name != "collected"},
    "original": look_at_the_original,
    "hostile-document": read_the_hostile,
    "relations-saved": save_the_relations,
    "quotes-taken-along": take_quotes_along,
    "file-added": add_a_file,
}


@pytest.mark.parametrize("name", DEEDS)
def test_whatever_is_done_nobody_else_is_asked(watched: Watched, name: str) -> None:
    tab = watched.open()
    DEEDS[name](tab, watched.site)
    settle(tab)

    assert watched.find_strangers(tab) == []
    assert watched.recorder.kinds >= set(VITAL)
    tab.close()


@pytest.mark.parametrize("path", find_paths())
def test_no_page_asks_anybody_else_in_english_either(english: BrowserContext, watched: Watched, path: str) -> None:
    tab = english.new_page()
    tab.goto(f"{watched.site.address}/{path}")
    settle(tab, "en")
    expect(tab.get_by_role("button", name="Tiếng Việt")).to_be_visible(timeout=PATIENCE_MS)

    assert watched.find_strangers(tab) == []
    tab.close()


@pytest.mark.parametrize(
    "way",
    [
        pytest.param("fetch('http://stranger.invalid/a').catch(() => 0)", id="fetch"),
        pytest.param("navigator.sendBeacon('http://stranger.invalid/a', 'x')", id="beacon"),
        pytest.param("void (new Image().src = 'http://stranger.invalid/a.png')", id="picture"),
        pytest.param("void new WebSocket('ws://stranger.invalid/a')", id="websocket"),
        pytest.param("void new RTCPeerConnection({iceServers: [{urls: 'stun:stranger.invalid'}]})", id="peer"),
        pytest.param(
            "void new Worker(URL.createObjectURL(new Blob([\"fetch('http://stranger.invalid/a')\"])))", id="worker"
        ),
        pytest.param(
            "document.head.insertAdjacentHTML('beforeend', '<link rel=preconnect href=//stranger.invalid>')", id="hint"
        ),
    ],
)
def test_a_stranger_would_be_seen(chromium: Browser, watched: Watched, way: str) -> None:
    context = chromium.new_context(bypass_csp=True)  # which would let none of them out
    recorder = Recorder(watched.recorder.home)
    recorder.watch(context)
    tab = context.new_page()
    tab.goto(f"{watched.site.address}/_stcore/health")
    tab.evaluate(way)
    tab.wait_for_timeout(500)

    assert "stranger.invalid" in " ".join([*recorder.strangers, *tab.evaluate(LEADING_OUT)])
    context.close()


def test_every_page_is_among_those_opened() -> None:
    assert {"", "tim-kiem", "quan-he", "thu-vien", "gioi-thieu"} <= set(find_paths())
