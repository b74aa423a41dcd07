"""Through the office's proxy, which resolves names itself, only portals are asked, and they must prove to be so."""

from __future__ import annotations

import base64
import socket
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ingest.errors import FetchError, OfflineError
from ingest.fetch import Fetcher
from ingest.fetch_rules import Rules
from ingest.owner import Proxy
from tests.office_proxy import OfficeProxy, serve_proxy, write_certificate
from tests.portal import PAGE, Portal, serve_portal
from tests.test_fetch import QUICK

PORTAL = "vbpl.vn"


@pytest.fixture(autouse=True)
def names_lead_nowhere_from_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in an office whose machines leave its network through the proxy alone."""
    real = socket.getaddrinfo

    def resolve(host: Any, *words: Any, **named: Any) -> list[Any]:
        if host != "127.0.0.1":
            raise socket.gaierror(-2, "Name or service not known")
        return list(real(host, *words, **named))

    monkeypatch.setattr(socket, "getaddrinfo", resolve)


@pytest.fixture
def portal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Portal]:
    """A portal that proves to be ``vbpl.vn``, as this machine believes."""
    certificate = write_certificate(tmp_path / "vbpl.pem", PORTAL)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with serve_portal(certificate) as served:
        yield served


def through(proxy: OfficeProxy, login: str = "") -> Rules:
    return replace(QUICK, proxy=Proxy("127.0.0.1", proxy.port, login), own_hosts=frozenset())


def test_a_portal_is_asked_by_its_name_through_a_tunnel(portal: Portal) -> None:
    with serve_proxy(portal.address) as proxy:
        fetched = Fetcher(through(proxy, "ten:mật khẩu")).fetch(f"https://{PORTAL}/page")
    assert fetched.content == PAGE
    assert portal.asked == ["/robots.txt", "/page"]
    assert proxy.asked == [f"CONNECT {PORTAL}:443"] * 2
    assert {base64.b64decode(str(one).removeprefix("Basic ")).decode() for one in proxy.logins} == {"ten:mật khẩu"}


def test_a_host_that_cannot_prove_to_be_the_portal_is_asked_for_nothing(portal: Portal) -> None:
    """Wherever the proxy was led, into the office too."""
    with serve_proxy(portal.address) as proxy, pytest.raises(FetchError, match="chứng thư bảo mật"):
        Fetcher(through(proxy)).fetch("https://luatphap.vn/page")
    assert portal.asked == []


@pytest.mark.parametrize(
    ("address", "why"),
    [
        pytest.param(f"http://{PORTAL}/page", "chỉ tải được địa chỉ https", id="unproven"),
        pytest.param("https://example.org/page", "không phải cổng văn bản đã biết", id="no-portal"),
        pytest.param("https://10.0.0.8/page", "không phải cổng văn bản đã biết", id="the-office"),
        pytest.param("https://vbpl.vn.example.org/page", "không phải cổng văn bản đã biết", id="named-alike"),
    ],
)
def test_what_may_not_be_asked_never_reaches_the_proxy(address: str, why: str) -> None:
    with serve_proxy() as proxy, pytest.raises(FetchError, match=why):
        Fetcher(through(proxy)).fetch(address)
    assert proxy.asked == []


def test_a_portal_that_is_seen_to_lie_in_the_office_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def resolve(*_: Any, **__: Any) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("192.168.1.4", 443))]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    with serve_proxy() as proxy, pytest.raises(FetchError, match="mạng riêng"):
        Fetcher(through(proxy)).fetch("https://vanban.tinh.gov.vn/page")
    assert proxy.asked == []


@pytest.mark.parametrize(
    ("status", "kind", "why"),
    [
        pytest.param(407, FetchError, "đòi đăng nhập; hãy ghi tên và mật khẩu vào cài đặt proxy", id="wants-a-login"),
        pytest.param(403, OfflineError, "không nối được tới trang", id="forbids"),
        pytest.param(502, OfflineError, "không nối được tới trang", id="no-way-on"),
    ],
)
def test_a_proxy_that_does_not_connect_is_one_line_without_its_password(
    status: int, kind: type[FetchError], why: str
) -> None:
    with serve_proxy(status=status) as proxy, pytest.raises(kind, match=why) as caught:
        Fetcher(through(proxy, "ten:bi-mat")).fetch(f"https://{PORTAL}/page")
    assert f"127.0.0.1:{proxy.port}" in str(caught.value)
    assert "bi-mat" not in f"{caught.value}{through(proxy, 'ten:bi-mat')!r}"


def test_hosts_of_the_office_are_asked_without_the_proxy() -> None:
    with serve_portal() as near, serve_proxy() as proxy:
        rules = replace(through(proxy), own_hosts=frozenset({"127.0.0.1"}))
        assert Fetcher(rules).fetch(f"{near.address}/page").content == PAGE
    assert proxy.asked == []


@pytest.mark.parametrize("name", ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "ALL_PROXY"])
def test_the_proxy_that_other_programs_use_is_not_taken(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    with serve_portal() as near, serve_proxy() as proxy:
        monkeypatch.setenv(name, f"http://127.0.0.1:{proxy.port}")
        assert Fetcher(QUICK).fetch(f"{near.address}/page").content == PAGE
    assert proxy.asked == []
