"""The doors before the pages: whose name a request bears, where it comes from, and what goes with every answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.types import ASGIApp
from starlette.websockets import WebSocket
from streamlit import config

from tests.raw_requests import Given, ask, is_let_in
from ui.doors.asked import keep_local
from ui.doors.headers import HeadersDoor, page_policy
from ui.doors.host import HostDoor, find_allowed_names
from ui.doors.origin import OriginDoor

METHODS = ["GET", "HEAD", "OPTIONS", "POST", "PUT", "DELETE", "PATCH"]


async def _answer(_: Request) -> Response:
    return PlainTextResponse("inside", headers={"Cache-Control": "public"})


async def _greet(websocket: WebSocket) -> None:
    await websocket.accept()
    await websocket.send_text("inside")
    await websocket.close()


def stand_behind(*doors: Callable[[ASGIApp], ASGIApp]) -> Starlette:
    """A site behind *doors* that answers everything."""
    routes = [WebSocketRoute("/_stcore/stream", _greet), Route("/{path:path}", _answer, methods=METHODS)]
    return Starlette(routes=routes, middleware=[Middleware(door) for door in doors])


@pytest.fixture
def set_names() -> Iterator[Callable[[list[str]], None]]:
    """Sets the names of this site, and afterwards as they were."""
    before = config.get_option("server.allowedHosts")
    yield lambda names: config.set_option("server.allowedHosts", names)
    config.set_option("server.allowedHosts", before)


LOCAL = ("host", "localhost:8501")
HOSTS = [
    pytest.param(["127.0.0.1"], True, id="loopback"),
    pytest.param(["127.0.0.1:8501"], True, id="port"),
    pytest.param(["localhost:443"], True, id="another-port"),
    pytest.param(["[::1]"], True, id="ipv6"),
    pytest.param(["[::1]:8501"], True, id="ipv6-and-port"),
    pytest.param(["LocalHost:8501"], True, id="upper-case"),
    pytest.param(["localhost.:8501"], True, id="trailing-dot"),
    pytest.param([], False, id="missing"),
    pytest.param([""], False, id="empty"),
    pytest.param(["localhost", "localhost"], False, id="twice"),
    pytest.param(["localhost", "evil.example"], False, id="two-names"),
    pytest.param(["evil.example:8501"], False, id="rebound"),
    pytest.param(["localhost.evil.example"], False, id="begins-alike"),
    pytest.param(["evil-localhost"], False, id="ends-alike"),
    pytest.param(["127.0.0.1.nip.io"], False, id="name-like-an-address"),
    pytest.param(["2130706433"], False, id="address-as-one-number"),
    pytest.param(["0.0.0.0:8501"], False, id="every-address"),
    pytest.param(["127.0.0.1@evil.example"], False, id="user-before"),
    pytest.param(["evil.example@127.0.0.1"], False, id="user-behind"),
    pytest.param(["localhost:evil"], False, id="port-no-number"),
    pytest.param(["localhost:99999"], False, id="port-too-high"),
    pytest.param(["localhost/evil"], False, id="path"),
    pytest.param(["localhost#evil"], False, id="fragment"),
    pytest.param(["localhost, evil.example"], False, id="list"),
    pytest.param(["[::1"], False, id="open-bracket"),
    pytest.param(["*"], False, id="star"),
]


@pytest.mark.parametrize(("names", "passes"), HOSTS)
def test_only_a_request_by_an_allowed_name_passes(
    names: list[str], passes: bool, set_names: Callable[[list[str]], None]
) -> None:
    set_names([])
    site, given = stand_behind(HostDoor), [("host", name) for name in names]

    answer = ask(site, given)

    assert (answer.status, is_let_in(site, given)) == ((200, True) if passes else (400, False))
    assert passes or all(said in answer.text for said in ("allowedHosts", "Vankien không phục vụ", "does not answer"))


def test_a_name_that_the_owner_wrote_down_is_served_and_loopback_then_only_if_written(
    set_names: Callable[[list[str]], None],
) -> None:
    set_names(["vankien.coquan.vn", "*.noibo.vn"])
    site = stand_behind(HostDoor)

    given = ["vankien.coquan.vn", "a.noibo.vn:8501", "localhost", "noibo.vn.evil.example", "evil.example"]
    assert [ask(site, [("host", name)]).status for name in given] == [200, 200, 400, 400, 400]


def test_without_a_setting_only_the_names_of_this_machine_are_allowed(set_names: Callable[[list[str]], None]) -> None:
    set_names([])

    assert find_allowed_names() == ["127.0.0.1", "localhost", "::1"]


OURS = ("origin", "http://localhost:8501")
ORIGINS = [
    pytest.param([OURS], True, id="our-own"),
    pytest.param([("origin", "HTTP://LOCALHOST:8501")], True, id="our-own-in-capitals"),
    pytest.param([], True, id="no-browser"),
    pytest.param([("sec-fetch-site", "same-origin")], True, id="none-and-same-origin"),
    pytest.param([("sec-fetch-site", "none")], True, id="none-and-typed-by-the-reader"),
    pytest.param([("sec-fetch-site", "cross-site")], False, id="none-and-cross-site"),
    pytest.param([("sec-fetch-site", "same-site")], False, id="none-and-same-site"),
    pytest.param([("origin", "null")], False, id="null"),
    pytest.param([("origin", "null"), ("sec-fetch-site", "same-origin")], False, id="null-and-same-origin"),
    pytest.param([("origin", "http://localhost")], False, id="without-our-port"),
    pytest.param([("origin", "http://localhost:8502")], False, id="another-port"),
    pytest.param([("origin", "https://localhost:8501")], False, id="https-for-http"),
    pytest.param([("origin", "http://127.0.0.1:8501")], False, id="the-other-name-of-loopback"),
    pytest.param([("origin", "http://evil.example")], False, id="another-site"),
    pytest.param([("origin", "http://localhost:8501.evil.example")], False, id="begins-alike"),
    pytest.param([("origin", "http://localhost:8501@evil.example")], False, id="as-user"),
    pytest.param([("origin", "http://evil@localhost:8501")], False, id="with-a-user"),
    pytest.param([("origin", "http://localhost:8501/")], False, id="with-a-path"),
    pytest.param([("origin", "file://")], False, id="a-file"),
    pytest.param([("origin", "localhost:8501")], False, id="without-a-scheme"),
    pytest.param([("origin", "")], False, id="empty"),
    pytest.param([("origin", "http://[::1")], False, id="no-address"),
    pytest.param([OURS, ("origin", "http://evil.example")], False, id="two"),
    pytest.param([OURS, OURS], False, id="twice"),
]


@pytest.mark.parametrize(("headers", "passes"), ORIGINS)
def test_what_changes_something_comes_from_our_own_pages(headers: Given, passes: bool) -> None:
    site, given = stand_behind(OriginDoor), [LOCAL, *headers]

    acts = {ask(site, given, method).status for method in ("POST", "PUT", "DELETE", "PATCH")}
    looks = {ask(site, given, method).status for method in ("GET", "HEAD", "OPTIONS")}

    assert acts == ({200} if passes else {403})
    assert looks == {200}
    assert is_let_in(site, given) is passes


@pytest.mark.parametrize(
    ("ours", "origin", "passes"),
    [
        pytest.param("https://vankien.vn", "https://vankien.vn", True, id="https"),
        pytest.param("https://vankien.vn", "https://vankien.vn:443", True, id="https-with-its-port"),
        pytest.param("http://vankien.vn", "http://vankien.vn:80", True, id="http-with-its-port"),
        pytest.param("https://vankien.vn", "http://vankien.vn", False, id="http-for-https"),
        pytest.param("http://[::1]:8501", "http://[::1]:8501", True, id="ipv6"),
    ],
)
def test_an_origin_is_scheme_name_and_port(ours: str, origin: str, passes: bool) -> None:
    scheme, _, name = ours.partition("://")
    answer = ask(stand_behind(OriginDoor), [("host", name), ("origin", origin)], "POST", scheme=scheme)

    assert answer.status == (200 if passes else 403)


def test_a_refusal_by_origin_is_said_in_both_languages() -> None:
    refused = ask(stand_behind(OriginDoor), [LOCAL, ("origin", "http://evil.example")], "POST")

    assert "không đến từ trang của Vankien" in refused.text
    assert "does not come from a page of Vankien" in refused.text


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        pytest.param("/", "no-store", id="page"),
        pytest.param("/media/abc.pdf", "no-store", id="media"),
        pytest.param("/component/a.js", "no-store", id="component"),
        pytest.param("/_stcore/health", "no-store", id="health"),
        pytest.param("/static/js/index.js", "public", id="streamlit-itself"),
    ],
)
def test_every_answer_says_what_may_be_done_with_it(path: str, kept: str) -> None:
    headers = ask(stand_behind(HeadersDoor, HostDoor), [LOCAL], path=path).headers

    assert headers["content-security-policy"] == page_policy()
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cross-origin-opener-policy"] == headers["cross-origin-resource-policy"] == "same-origin"
    assert "camera=()" in headers["permissions-policy"]
    assert headers["cache-control"] == kept
    assert "strict-transport-security" not in headers


def test_a_refusal_has_the_same_headers() -> None:
    headers = ask(stand_behind(HeadersDoor, HostDoor), [("host", "evil.example")]).headers

    assert headers["content-security-policy"] == page_policy()
    assert headers["cache-control"] == "no-store"


def test_only_over_https_a_browser_is_told_to_stay_there() -> None:
    headers = ask(stand_behind(HeadersDoor), [LOCAL], scheme="https").headers

    assert headers["strict-transport-security"] == "max-age=31536000"


def test_the_policy_runs_no_words_as_a_script_and_loads_nothing_from_elsewhere() -> None:
    rules = dict(rule.partition(" ")[::2] for rule in page_policy().split("; "))

    assert rules["default-src"] == rules["base-uri"] == rules["frame-ancestors"] == "'none'"
    assert rules["script-src"].startswith("'self' blob: 'sha256-")
    assert "unsafe" not in rules["script-src"]
    assert not any("://" in rule or "*" in rule or "https:" in rule for rule in rules.values())


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        pytest.param("/van-ban?doc=102-Q%C4%90/TW&at=dieu-1", "/van-ban?doc=102-Q%C4%90/TW&at=dieu-1", id="a-page"),
        pytest.param("/", "/", id="the-first-page"),
        pytest.param(None, "/", id="nothing"),
        pytest.param("", "/", id="empty"),
        pytest.param("van-ban", "/", id="no-slash"),
        pytest.param("//evil.example", "/", id="another-host"),
        pytest.param("/\\evil.example", "/", id="backslash"),
        pytest.param("\\\\evil.example", "/", id="two-backslashes"),
        pytest.param("https://evil.example/", "/", id="another-site"),
        pytest.param("javascript:alert(1)", "/", id="script"),
        pytest.param("/\t/evil.example", "/", id="tab"),
        pytest.param("/a\r\nSet-Cookie: b", "/", id="line-end"),
        pytest.param("/văn-bản", "/", id="not-encoded"),
        pytest.param(" /van-ban", "/", id="space-before"),
        pytest.param("/dang-xuat", "/", id="leads-out"),
        pytest.param("/dang-nhap?ve=/", "/", id="leads-round"),
    ],
)
def test_after_a_log_in_only_a_page_of_this_site_is_opened(given: str | None, kept: str) -> None:
    assert keep_local(given) == kept
