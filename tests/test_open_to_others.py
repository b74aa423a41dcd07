"""The program starts only where strangers cannot come in: on loopback, or with accounts."""

from __future__ import annotations

import os
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from streamlit import config

from tests.browser import ROOT, find_free_port, wait_until_served
from tests.people import RIGHT
from tests.test_log_in_door import open_office
from ui.doors import office
from ui.doors.people import People
from ui.doors.start import check_start, find_reach, is_loopback

NAMES = ["127.0.0.1", "localhost"]


@pytest.mark.parametrize(
    ("host", "alone"),
    [
        *(
            (name, True)
            for name in ("127.0.0.1", "127.0.0.2", "127.255.1.2", "::1", "[::1]", "localhost", "LocalHost.")
        ),
        *((name, True) for name in ("vankien.localhost", "::ffff:127.0.0.1", " 127.0.0.1 ")),
        *((name, False) for name in (None, "", "0.0.0.0", "::", "192.168.1.5", "10.0.0.1", "::ffff:10.0.0.1")),
        *((name, False) for name in ("vankien.coquan.vn", "localhost.evil.example", "notlocalhost", "127.0.0.1.evil")),
        *((name, False) for name in ("fe80::1", "*", "unix:///run/a", "0177.0.0.1")),
    ],
)
def test_knows_an_address_that_this_machine_alone_reaches(host: str | None, alone: bool) -> None:
    assert is_loopback(host) is alone


@pytest.mark.parametrize(
    ("address", "names", "reach"),
    [
        pytest.param("127.0.0.1", NAMES, None, id="as-it-comes"),
        pytest.param("127.0.0.1", [*NAMES, "vankien.coquan.vn"], "vankien.coquan.vn", id="through-a-proxy"),
        pytest.param("10.0.0.1", NAMES, "10.0.0.1", id="an-address-of-the-network"),
        pytest.param("0.0.0.0", NAMES, "0.0.0.0 và [::] (mọi địa chỉ của máy)", id="every-address"),
        pytest.param(None, NAMES, "0.0.0.0 và [::] (mọi địa chỉ của máy)", id="no-address-set"),
    ],
)
def test_says_by_what_others_can_come(address: str | None, names: list[str], reach: str | None) -> None:
    assert find_reach(address, names) == reach


@pytest.fixture
def configured(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The owner's options, and the section of the office's log-in, as a test sets them."""
    told: dict[str, Any] = {"server.address": "127.0.0.1", "server.allowedHosts": NAMES, "auth": {}}
    monkeypatch.setattr(config, "get_option", told.get)
    monkeypatch.setattr(office, "get_secrets_auth_section", lambda: told["auth"])
    return told


WHOLE = {
    "redirect_uri": "https://vankien.coquan.vn/oauth2callback",
    "cookie_secret": "s" * 32,
    "client_id": "vankien",
    "client_secret": "c",
    "server_metadata_url": "https://dang-nhap.coquan.vn/.well-known/openid-configuration",
}


@pytest.mark.parametrize(
    ("options", "asks"),
    [
        pytest.param({}, False, id="loopback"),
        pytest.param({"account": True}, False, id="loopback-with-accounts"),  # asked for as long as there are any
        pytest.param({"server.address": "0.0.0.0", "account": True}, True, id="everywhere-with-accounts"),
        pytest.param({"server.address": "0.0.0.0", "auth": WHOLE}, True, id="everywhere-with-the-office"),
        pytest.param({"auth": WHOLE}, True, id="loopback-with-the-office"),
        pytest.param({"server.address": "10.0.0.1", "server.sslCertFile": "a", "account": True}, True, id="over-https"),
    ],
)
def test_starts_where_strangers_cannot_come_in(
    configured: dict[str, Any],
    tmp_path: Path,
    options: dict[str, Any],
    asks: bool,
    capsys: pytest.CaptureFixture[str],
) -> None:
    configured |= options
    if "account" in options:
        with open_office(tmp_path) as accounts:
            accounts.add("lan", "Nguyễn Thị Lan", "administrator", password=RIGHT)

    assert check_start(People(tmp_path)) is asks
    warned = "mật khẩu và văn bản đi qua mạng không được mã hóa" in capsys.readouterr().err
    assert warned is ("server.address" in options and "server.sslCertFile" not in options)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        pytest.param({"server.address": "0.0.0.0"}, "python -m ingest account add", id="everywhere"),
        pytest.param({"server.address": None}, "python -m ingest account add", id="no-address-set"),
        pytest.param({"server.allowedHosts": [*NAMES, "a.vn"]}, "máy khác có thể tới a.vn", id="another-name"),
        pytest.param({"server.allowedHosts": ["*"]}, 'allowedHosts có dấu "*"', id="any-name"),
        pytest.param({"auth": {"client_id": "a"}}, "thiếu redirect_uri, cookie_secret", id="office-in-part"),
        pytest.param({"auth": {**WHOLE, "cookie_secret": "ngan"}}, "cookie_secret", id="secret-too-short"),
        pytest.param({"auth": {**WHOLE, "redirect_uri": "https://a.vn/"}}, "/oauth2callback", id="wrong-way-back"),
    ],
)
def test_refuses_to_start_in_words_and_says_what_to_do(
    configured: dict[str, Any],
    tmp_path: Path,
    options: dict[str, Any],
    said: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    configured |= options

    with pytest.raises(SystemExit) as ended:
        check_start(People(tmp_path))

    assert ended.value.code == 3
    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@contextmanager
def start(home: Path, *options: str) -> Iterator[tuple[subprocess.Popen[bytes], int, Path]]:
    """The server as a person starts it; its process, its port, and what it says."""
    port, log = find_free_port(), home.parent / "log.txt"
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless", "true"]
    with log.open("wb") as out:
        process = subprocess.Popen(
            [*command, "--server.port", str(port), *options],
            cwd=ROOT,
            env={**os.environ, "VANKIEN_HOME": str(home)},
            stdout=out,
            stderr=out,
        )
        try:
            yield process, port, log
        finally:
            process.kill()
            process.wait(timeout=20)


def test_on_every_address_the_server_ends_with_words_and_code_3(tmp_path: Path) -> None:
    with start(tmp_path / "var", "--server.address", "0.0.0.0") as (process, _, log):
        assert process.wait(timeout=60) == 3

    said = log.read_text(encoding="utf-8")
    assert "Vankien không khởi động" in said
    assert "python -m ingest account add" in said
    assert "Traceback" not in said


def test_on_another_address_of_loopback_the_server_starts_and_knows_its_names(tmp_path: Path) -> None:
    options = ("--server.address", "127.0.0.2", "--server.allowedHosts", "127.0.0.2")
    with start(tmp_path / "var", *options) as (process, port, log):
        wait_until_served(f"http://127.0.0.2:{port}", process, log)
        with urllib.request.urlopen(f"http://127.0.0.2:{port}/") as page:
            assert page.status == 200
        rebound = urllib.request.Request(f"http://127.0.0.2:{port}/", headers={"Host": "evil.example"})
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(rebound)
        with refused.value as answer:
            assert (answer.code, "allowedHosts" in answer.read().decode()) == (400, True)


def test_with_accounts_the_server_starts_on_every_address_and_asks_for_the_log_in(tmp_path: Path) -> None:
    with open_office(tmp_path / "var") as accounts:
        accounts.add("lan", "Nguyễn Thị Lan", "administrator", password=RIGHT)
    with start(tmp_path / "var", "--server.address", "0.0.0.0") as (process, port, log):
        wait_until_served(f"http://127.0.0.1:{port}", process, log)
        asked = urllib.request.Request(f"http://127.0.0.1:{port}/thu-vien", headers={"Accept": "text/html"})
        with urllib.request.urlopen(asked) as page:
            assert page.url == f"http://127.0.0.1:{port}/dang-nhap?ve=%2Fthu-vien"
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/media/a.pdf")
        with refused.value as answer:
            assert answer.code == 401
