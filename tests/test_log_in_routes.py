"""The pages of logging in, out and changing a password, as programs may misuse them."""

from __future__ import annotations

import asyncio
import re
import threading
from collections.abc import AsyncIterator, Iterator
from html import unescape
from pathlib import Path
from urllib.parse import urlencode

import anyio
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.testclient import TestClient
from starlette.types import Message

from ingest.accounts.file import open_accounts
from tests.people import OTHER, RIGHT, WRONG
from tests.test_log_in_door import open_office
from ui.doors.forms import FormError, read_form
from ui.doors.headers import HeadersDoor
from ui.doors.login import LogInDoor
from ui.doors.people import UNKNOWN, People
from ui.doors.queue import BusyError, Queue
from ui.doors.routes import LogInRoutes
from ui.doors.sessions import Sessions

FORM = {"content-type": "application/x-www-form-urlencoded"}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    with open_office(tmp_path) as accounts:
        accounts.add("lan", "Nguyễn <b>Lan</b>", "administrator", password=RIGHT)
    return tmp_path


def stand(home: Path, base: str = "http://localhost:8501") -> TestClient:
    sessions = Sessions(People(home))
    doors = [Middleware(HeadersDoor), Middleware(LogInDoor, sessions)]
    site = Starlette(routes=LogInRoutes(sessions).make(), middleware=doors)
    return TestClient(site, base_url=base, follow_redirects=False)


@pytest.fixture
def site(home: Path) -> Iterator[TestClient]:
    with stand(home) as client:
        yield client


def typed(name: str = "lan", password: str = RIGHT, way: str = "/") -> dict[str, str]:
    return {"ten": name, "mat-khau": password, "ve": way}


def read_log(home: Path) -> str:
    return "".join(file.read_text(encoding="utf-8") for file in sorted((home / "audit").glob("audit-*.jsonl")))


def test_a_log_in_gives_a_cookie_that_no_script_and_no_other_site_sees(site: TestClient) -> None:
    given = site.post("/dang-nhap", data=typed(way="/van-ban?doc=1")).headers

    assert given["location"] == "/van-ban?doc=1"
    kept, *flags = given["set-cookie"].split("; ")
    assert re.fullmatch(r"vankien_phien=[\w-]{43}", kept)
    assert sorted(flags) == ["HttpOnly", "Path=/", "SameSite=strict"]
    assert site.get("/doi-mat-khau").status_code == 200


def test_over_https_the_cookie_stays_there(home: Path) -> None:
    with stand(home, "https://localhost") as site:
        assert "Secure" in site.post("/dang-nhap", data=typed()).headers["set-cookie"]


@pytest.mark.parametrize("way", ["//evil.example", "https://evil.example", "/\\evil.example", "/dang-xuat", "x"])
def test_a_log_in_leads_to_no_other_site(site: TestClient, way: str) -> None:
    shown = unescape(site.get(f"/dang-nhap?{urlencode({'ve': way})}").text)

    assert "evil.example" not in shown
    assert site.post("/dang-nhap", data=typed(way=way)).headers["location"] == "/"


def test_a_refusal_is_the_same_for_a_wrong_password_and_for_nobody(site: TestClient) -> None:
    wrong = site.post("/dang-nhap", data=typed(password=WRONG))
    nobody = site.post("/dang-nhap", data=typed("khong.co", WRONG))

    assert wrong.status_code == nobody.status_code == 403
    assert "set-cookie" not in wrong.headers
    assert wrong.text.replace('value="lan"', "") == nobody.text.replace('value="khong.co"', "")


def test_after_several_wrong_ones_the_answer_says_how_long_to_wait(site: TestClient) -> None:
    answers = [site.post("/dang-nhap", data=typed(password=WRONG)) for _ in range(12)]
    waiting = next(answer for answer in answers if answer.status_code == 429)

    seconds = int(waiting.headers["retry-after"])
    assert seconds > 0
    assert "Hãy đợi" in waiting.text
    assert site.post("/dang-nhap", data=typed()).status_code == 429


def test_what_was_typed_and_what_a_person_is_called_is_shown_and_never_run(site: TestClient) -> None:
    hostile = '"><script>window.ran = true</script>'

    shown = site.post("/dang-nhap", data=typed(hostile, WRONG, "/a?<script>")).text
    site.post("/dang-nhap", data=typed())

    assert "<script" not in shown
    assert "<b>" not in site.get("/doi-mat-khau").text
    assert "Nguyễn &lt;b&gt;Lan" in site.get("/doi-mat-khau").text
    assert RIGHT not in shown


def test_no_page_of_ours_loads_or_runs_anything_but_its_style(site: TestClient) -> None:
    headers = site.get("/dang-nhap").headers

    assert "script-src" not in headers["content-security-policy"]
    assert headers["content-security-policy"].startswith("default-src 'none'; style-src 'self';")
    assert headers["cache-control"] == "no-store"
    assert "--vk-do: light-dark(" in site.get("/dang-nhap/kieu.css").text
    assert site.get("/dang-nhap/bieu-tuong.svg").headers["content-type"] == "image/svg+xml"


def test_a_log_out_ends_the_log_in_for_whoever_kept_the_cookie(site: TestClient) -> None:
    token = site.post("/dang-nhap", data=typed()).cookies["vankien_phien"]

    out = site.post("/dang-xuat")

    assert out.headers["location"] == "/dang-nhap?ra=1"
    assert 'vankien_phien=""' in out.headers["set-cookie"]
    assert site.get("/doi-mat-khau", headers={"cookie": f"vankien_phien={token}"}).status_code == 401


def test_a_get_logs_nobody_out(site: TestClient) -> None:
    site.post("/dang-nhap", data=typed())

    assert "Đăng xuất" in site.get("/dang-xuat").text
    assert site.get("/doi-mat-khau").status_code == 200


def test_a_new_password_ends_every_other_log_in(home: Path) -> None:
    with stand(home) as mine, stand(home) as other:
        for site in (mine, other):
            site.post("/dang-nhap", data=typed())
        changed = mine.post("/doi-mat-khau", data={"cu": RIGHT, "moi": OTHER, "lai": OTHER})

        assert changed.headers["location"] == "/doi-mat-khau?xong=1"
        assert mine.get("/doi-mat-khau?xong=1").status_code == 200
        assert other.get("/doi-mat-khau").status_code == 401


@pytest.mark.parametrize(
    ("form", "status"),
    [
        pytest.param({"cu": WRONG, "moi": OTHER, "lai": OTHER}, 403, id="old-one-wrong"),
        pytest.param({"cu": RIGHT, "moi": OTHER, "lai": RIGHT}, 422, id="not-the-same-twice"),
        pytest.param({"cu": RIGHT, "moi": "ngắn", "lai": "ngắn"}, 422, id="too-short"),
    ],
)
def test_a_password_that_will_not_do_changes_nothing(
    site: TestClient, home: Path, form: dict[str, str], status: int
) -> None:
    site.post("/dang-nhap", data=typed())

    refused = site.post("/doi-mat-khau", data=form)

    assert refused.status_code == status
    assert 'role="alert"' in refused.text
    with open_accounts(home) as accounts:
        assert accounts.log_in("lan", RIGHT, "x")


def test_what_happens_is_written_down_and_no_password_is_not_even_in_the_wrong_field(
    site: TestClient, home: Path
) -> None:
    site.post("/dang-nhap", data=typed(password=WRONG))
    site.post("/dang-nhap", data=typed(name=OTHER, password=""))
    site.post("/dang-nhap", data=typed())
    site.post("/dang-xuat")

    log = read_log(home)
    assert re.findall(r'"act": ?"([\w-]+)"', log) == ["log-in-refused", "log-in-refused", "log-in", "log-out"]
    assert re.findall(r'"who": ?"([^"]+)"', log) == ["lan", UNKNOWN, "lan", "lan"]
    assert not any(secret in log for secret in (RIGHT, WRONG, OTHER))


@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [
        pytest.param(b"ten=" + b"a" * 8200, FORM, 413, id="too-long"),
        pytest.param(b"ten=lan", {"content-type": "application/json"}, 415, id="no-form"),
        pytest.param(b"ten=lan", {}, 415, id="of-no-kind"),
        pytest.param(b"ten=%ff", FORM, 400, id="no-utf-8"),
        pytest.param("ten=Đ".encode(), FORM, 400, id="not-encoded"),
        pytest.param(b"&".join(b"a=1" for _ in range(50)), FORM, 400, id="many-fields"),
    ],
)
def test_what_is_no_form_of_ours_is_turned_away(
    site: TestClient, body: bytes, headers: dict[str, str], status: int
) -> None:
    refused = site.post("/dang-nhap", content=body, headers=headers)

    assert refused.status_code == status
    assert "Hãy tải lại trang" in refused.text


def test_of_a_field_that_comes_twice_the_first_counts(site: TestClient) -> None:
    twice = urlencode([*typed().items(), ("mat-khau", WRONG)]).encode()

    assert site.post("/dang-nhap", content=twice, headers=FORM).status_code == 303


def test_a_form_that_trickles_in_is_not_waited_for() -> None:
    async def trickle() -> AsyncIterator[Message]:
        while True:
            await asyncio.sleep(0.02)
            yield {"type": "http.request", "body": b"a", "more_body": True}

    async def read() -> None:
        pieces = trickle()
        scope = {"type": "http", "method": "POST", "headers": [(b"content-type", FORM["content-type"].encode())]}
        await read_form(Request(scope, pieces.__anext__), patience_s=0.2)

    with pytest.raises(FormError) as refused:
        anyio.run(read)
    assert refused.value.status == 408


def test_who_comes_when_too_many_wait_is_told_so_at_once() -> None:
    may_go = threading.Event()

    async def crowd() -> tuple[list[bool], bool]:
        queue = Queue(at_once=1, most_waiting=3)
        waiting = [asyncio.ensure_future(queue.run(may_go.wait, 5)) for _ in range(3)]
        await asyncio.sleep(0.05)
        with pytest.raises(BusyError):
            await queue.run(may_go.wait, 5)
        may_go.set()
        return await asyncio.gather(*waiting), await queue.run(may_go.wait, 5)

    assert anyio.run(crowd) == ([True, True, True], True)


def test_the_language_is_asked_for_in_the_address_and_then_kept(site: TestClient) -> None:
    asked = site.get("/dang-nhap?tieng=en")

    assert '<html lang="en">' in asked.text
    assert "vankien-ngon-ngu=en" in asked.headers["set-cookie"]
    assert "Log in" in site.get("/dang-nhap").text
    assert '<html lang="vi">' in site.get("/dang-nhap?tieng=vi").text


def test_who_is_inside_already_needs_no_log_in(site: TestClient) -> None:
    site.post("/dang-nhap", data=typed())

    assert site.get("/dang-nhap?ve=/van-ban").headers["location"] == "/van-ban"
