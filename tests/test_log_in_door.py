"""Where there are accounts nothing passes to whom has not logged in, and nothing after the log-in has ended."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket, WebSocketDisconnect

from ingest.accounts.file import ACCOUNTS_FILE, Accounts, open_accounts
from ingest.accounts.passwords import Passwords
from ingest.accounts.values import Role
from tests.people import CHEAP, HERE, RIGHT
from tests.raw_requests import ask
from ui.doors.addresses import OPEN_TO_ALL
from ui.doors.login import LogInDoor
from ui.doors.people import People
from ui.doors.sessions import REMEMBERED_S, Sessions

PAGE = {"accept": "text/html,*/*", "sec-fetch-dest": "document", "sec-fetch-site": "none"}


@dataclass
class Watch:
    """A clock that is set by hand."""

    now: float = 0.0

    def __call__(self) -> float:
        return self.now


async def _answer(_: Request) -> Response:
    return PlainTextResponse("inside")


async def _echo(websocket: WebSocket) -> None:
    await websocket.accept()
    async for said in websocket.iter_bytes():
        await websocket.send_bytes(said)


async def _inside(scope: Scope, receive: Receive, send: Send) -> None:
    await PlainTextResponse("inside")(scope, receive, send)


def stand_behind(sessions: Sessions) -> TestClient:
    routes = [WebSocketRoute("/_stcore/stream", _echo), Route("/{path:path}", _answer, methods=["GET", "POST", "PUT"])]
    site = Starlette(routes=routes, middleware=[Middleware(LogInDoor, sessions)])
    return TestClient(site, base_url="http://localhost:8501", follow_redirects=False)


def open_office(home: Path) -> Accounts:
    return open_accounts(home, passwords=Passwords(CHEAP))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A library to which two have access."""
    with open_office(tmp_path) as accounts:
        accounts.add("lan", "Nguyễn Thị Lan", "administrator", password=RIGHT)
        accounts.add("hoa", "Lê Thị Hoa", "reader", password=RIGHT)
    return tmp_path


@pytest.fixture
def token(home: Path) -> str:
    """Of a reader who has logged in."""
    with open_office(home) as accounts:
        return accounts.log_in("hoa", RIGHT, HERE)


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def sessions(home: Path, watch: Watch) -> Sessions:
    return Sessions(People(home), clock=watch)


@pytest.fixture
def site(sessions: Sessions) -> Iterator[TestClient]:
    with stand_behind(sessions) as client:
        yield client


def cookie(token: str) -> dict[str, str]:
    return {"cookie": f"vankien_phien={token}"}


def enters(site: TestClient, headers: dict[str, str] | None = None) -> bool:
    """Whether a websocket is let in and answered."""
    try:
        with site.websocket_connect("/_stcore/stream", headers=headers or {}) as websocket:
            websocket.send_bytes(b"a")
            return websocket.receive_bytes() == b"a"
    except WebSocketDisconnect as refused:
        return refused.code != 1008


def test_where_nobody_has_an_account_everybody_passes(tmp_path: Path) -> None:
    with stand_behind(Sessions(People(tmp_path))) as site:
        assert site.get("/", headers=PAGE).text == site.get("/media/a.pdf").text == "inside"
        assert enters(site)
    assert list(tmp_path.iterdir()) == []


def test_where_others_can_come_nobody_passes_without_an_account(tmp_path: Path) -> None:
    with stand_behind(Sessions(People(tmp_path), always=True)) as site:
        assert site.get("/media/a.pdf").status_code == 401
        assert not enters(site)


@pytest.mark.parametrize("path", sorted(OPEN_TO_ALL))
def test_what_the_log_in_itself_needs_is_open(site: TestClient, path: str) -> None:
    assert site.get(path).text == "inside"


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/van-ban?doc=1",
        "/media/0f.pdf",
        "/static/js/index.js",
        "/_stcore/host-config",
        "/_stcore/metrics",
        "/_stcore/upload_file/a/b",
        "/_stcore/agent/openapi.json",
        "/component/a/b.js",
        "/auth/logout",
        "/doi-mat-khau",
        "/dang-xuat",
        "/dang-nhap/",
        "/dang-nhap/x",
        "/DANG-NHAP",
        "/_stcore/health/",
        "//_stcore/health",
        "/x/_stcore/health",
        "/_stcore/health%2f..%2fmetrics",
        "/_stcore/health;a",
    ],
)
def test_nothing_else_passes_to_a_stranger(site: TestClient, path: str) -> None:
    shown = site.get(path, headers=PAGE)

    assert site.get(path).status_code == site.put(path).status_code == site.post(path, headers=PAGE).status_code == 401
    assert (shown.status_code, shown.headers["location"].partition("?")[0]) == (303, "/dang-nhap")
    assert "inside" not in shown.text


def test_no_websocket_passes_to_a_stranger_not_even_at_an_open_address(site: TestClient) -> None:
    assert not enters(site)
    with pytest.raises(WebSocketDisconnect) as refused, site.websocket_connect("/dang-nhap"):
        pass
    assert refused.value.code == 1008


def test_what_was_asked_for_is_kept_for_after_the_log_in(site: TestClient) -> None:
    led = site.get("/van-ban?doc=102-QĐ/TW&at=dieu-1", headers=PAGE).headers["location"]

    assert led == "/dang-nhap?ve=%2Fvan-ban%3Fdoc%3D102-Q%25C4%2590%2FTW%26at%3Ddieu-1"
    assert site.get("/", headers=PAGE).headers["location"] == "/dang-nhap"


def test_who_has_logged_in_passes(site: TestClient, token: str) -> None:
    assert site.get("/", headers={**PAGE, **cookie(token)}).text == "inside"
    assert enters(site, cookie(token))


@pytest.mark.parametrize(("role", "status"), [("reader", 403), ("librarian", 200), ("administrator", 200)])
def test_only_those_who_may_add_can_send_files_into_the_memory_of_the_server(
    home: Path, site: TestClient, role: Role, status: int
) -> None:
    with open_office(home) as accounts:
        accounts.add("minh", "Trần Văn Minh", role, password=RIGHT)
        headers = cookie(accounts.log_in("minh", RIGHT, HERE))
    assert site.put("/_stcore/upload_file/a/b", headers=headers).status_code == status
    assert site.get("/", headers={**PAGE, **headers}).text == "inside"


@pytest.mark.parametrize(
    "forged",
    ["", "x", "A" * 43, "../../etc/passwd", "' OR 1=1 --", "%00", "a" * 5000, '"', "không"],
    ids=["empty", "short", "of-the-right-form", "path", "sql", "zero", "long", "quote", "accents"],
)
def test_no_other_token_passes(site: TestClient, token: str, forged: str) -> None:
    raw = {b"cookie": f"vankien_phien={forged}".encode()}

    assert site.get("/media/a.pdf", headers=raw).status_code == 401
    assert site.get("/media/a.pdf", headers=cookie(token[:-1])).status_code == 401


def test_a_log_out_holds_at_once_and_closes_what_is_open(site: TestClient, sessions: Sessions, token: str) -> None:
    with site.websocket_connect("/_stcore/stream", headers=cookie(token)) as open_still:
        open_still.send_bytes(b"a")
        assert open_still.receive_bytes() == b"a"
        assert site.portal is not None
        site.portal.call(sessions.end, token)
        with pytest.raises(WebSocketDisconnect) as closed:
            open_still.receive_bytes()

    assert closed.value.code == 1008
    assert site.get("/media/a.pdf", headers=cookie(token)).status_code == 401


def test_who_is_suspended_at_the_command_line_is_out_two_seconds_later(
    site: TestClient, home: Path, token: str, watch: Watch
) -> None:
    with site.websocket_connect("/_stcore/stream", headers=cookie(token)) as open_still:
        assert site.get("/", headers=cookie(token)).status_code == 200
        with open_office(home) as accounts:
            accounts.change("hoa", suspended=True)
        watch.now += REMEMBERED_S + 0.1
        assert site.get("/", headers=cookie(token)).status_code == 401
        open_still.send_bytes(b"a")
        with pytest.raises(WebSocketDisconnect) as closed:
            open_still.receive_bytes()

    assert closed.value.code == 1008


def test_the_first_account_closes_the_doors_two_seconds_later(tmp_path: Path, watch: Watch) -> None:
    with stand_behind(Sessions(People(tmp_path), clock=watch)) as site:
        assert site.get("/").status_code == 200
        with open_office(tmp_path) as accounts:
            accounts.add("lan", "Nguyễn Thị Lan", "administrator", password=RIGHT)
        watch.now += REMEMBERED_S + 0.1
        assert site.get("/").status_code == 401


def test_where_the_accounts_cannot_be_read_nobody_is_let_in(
    site: TestClient, home: Path, token: str, watch: Watch
) -> None:
    (home / ACCOUNTS_FILE).write_bytes(b"no library at all" * 100)
    for beside in home.glob(f"{ACCOUNTS_FILE}-*"):
        beside.unlink()

    refused = site.get("/", headers={**PAGE, **cookie(token)})

    assert (refused.status_code, "inside" in refused.text) == (503, False)
    assert "Traceback" not in refused.text
    assert not enters(site, cookie(token))


def test_a_link_from_another_site_is_opened_once_more_by_our_own(site: TestClient) -> None:
    passing = site.get('/van-ban?doc="><script>&at=1', headers={**PAGE, "sec-fetch-site": "cross-site"})

    assert passing.status_code == 200
    assert 'http-equiv="refresh"' in passing.text
    assert "<script>" not in passing.text
    assert "/van-ban?doc=" in passing.text
    assert "default-src 'none'" in passing.headers["content-security-policy"]


@pytest.mark.parametrize("path", ["//evil.example/a", "///evil.example", "//evil.example/%2f.."])
def test_no_address_of_ours_leads_on_to_another_site(sessions: Sessions, path: str) -> None:
    elsewhere = {"accept": "text/html", "host": "localhost"}
    door = LogInDoor(_inside, sessions)

    passing = ask(door, [*elsewhere.items(), ("sec-fetch-site", "cross-site")], path=path)
    led = ask(door, [*elsewhere.items()], path=path)

    assert 'content="0;url=/"' in passing.text
    assert led.headers["location"] == "/dang-nhap"
