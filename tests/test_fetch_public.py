"""No fetch leads into this machine, the office or a cloud's keeper, however the way there is written."""

from __future__ import annotations

import socket
from typing import Any

import pytest
import urllib3.util.connection

from ingest.errors import FetchError, OfflineError
from ingest.fetch import Fetcher
from ingest.fetch_public import is_public
from ingest.fetch_rules import Rules

INWARD = {
    "this-machine": "127.0.0.1",
    "this-machine-otherwise": "127.8.9.10",
    "nobody": "0.0.0.0",
    "this-network": "0.1.2.3",
    "an-office-of-ten": "10.0.0.8",
    "an-office-of-172": "172.16.3.4",
    "the-last-of-172": "172.31.255.254",
    "an-office-of-192": "192.168.1.1",
    "a-carrier": "100.64.0.1",
    "a-carrier-s-last": "100.127.255.254",
    "a-cloud-in-100": "100.100.100.200",
    "link-local": "169.254.0.5",
    "a-cloud-s-keeper": "169.254.169.254",
    "containers-of-a-cloud": "169.254.170.2",
    "another-cloud-s-keeper": "192.0.0.192",
    "a-keeper-with-a-public-number": "168.63.129.16",
    "of-protocols": "192.0.0.8",
    "for-examples": "192.0.2.1",
    "relay-of-6to4": "192.88.99.1",
    "for-measuring": "198.18.0.1",
    "multicast": "224.0.0.251",
    "multicast-last": "239.255.255.255",
    "for-later": "240.0.0.1",
    "everybody": "255.255.255.255",
    "this-machine-in-six": "::1",
    "nobody-in-six": "::",
    "link-local-in-six": "fe80::1",
    "link-local-with-its-card": "fe80::1%eth0",
    "with-a-card": "2405:4800::1%eth0",
    "an-office-in-six": "fd12:3456::1",
    "a-cloud-s-keeper-in-six": "fd00:ec2::254",
    "an-office-of-old": "fec0::1",
    "multicast-in-six": "ff02::1",
    "multicast-of-the-world": "ff0e::1",
    "for-examples-in-six": "2001:db8::1",
    "teredo": "2001:0:4136:e378:8000:63bf:3fff:fdd2",
    "mapped": "::ffff:127.0.0.1",
    "mapped-office": "::ffff:10.0.0.8",
    "mapped-keeper": "::ffff:169.254.169.254",
    "compatible": "::127.0.0.1",
    "translated": "::ffff:0:10.0.0.8",
    "nat64": "64:ff9b::10.0.0.8",
    "nat64-this-machine": "64:ff9b::127.0.0.1",
    "nat64-keeper": "64:ff9b::a9fe:a9fe",
    "nat64-of-an-office": "64:ff9b:1::1",
    "6to4": "2002:a00:8::1",
    "6to4-this-machine": "2002:7f00:1::1",
    "isatap": "2405:4800::5efe:10.0.0.8",
    "discard": "100::1",
}
OUTWARD = {
    "a-portal": "14.238.1.2",
    "beside-a-carrier": "100.63.255.255",
    "behind-a-carrier": "100.128.0.1",
    "beside-172": "172.32.0.1",
    "six": "2405:4800::1",
    "mapped-portal": "::ffff:14.238.1.2",
    "nat64-portal": "64:ff9b::14.238.1.2",
    "6to4-portal": "2002:eee:102::1",
}
WRITTEN = ("2130706433", "0x7f000001", "0177.0.0.1", "127.1", "0x7f.1", "[::ffff:7f00:1]", "１２７.0.0.1", "127。0。0。1", "localhost", "127.0.0.1.")  # fmt: skip  # noqa: E501


@pytest.mark.parametrize("figures", [pytest.param(figures, id=name) for name, figures in INWARD.items()])
def test_an_address_that_leads_inward_is_not_public(figures: str) -> None:
    assert not is_public(figures)


@pytest.mark.parametrize("figures", [pytest.param(figures, id=name) for name, figures in OUTWARD.items()])
def test_an_address_of_the_world_is_public(figures: str) -> None:
    assert is_public(figures)


@pytest.fixture
def reached(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that a connection was asked for; none comes to stand."""
    asked = list[str]()

    def connect(address: tuple[str, int], *_: Any, **__: Any) -> socket.socket:
        asked.append(address[0])
        raise OSError("nobody is connected to")

    monkeypatch.setattr(urllib3.util.connection, "create_connection", connect)
    return asked


def resolve(monkeypatch: pytest.MonkeyPatch, *answers: list[str]) -> list[str]:
    """A resolver that answers otherwise each time, at last always the same; the names that it was asked for."""
    asked, left = list[str](), list(answers)

    def look_up(name: str, port: int, *_: Any, **__: Any) -> list[Any]:
        asked.append(name)
        found = left.pop(0) if len(left) > 1 else left[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (figures, port)) for figures in found]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    return asked


@pytest.mark.parametrize("host", [pytest.param(host, id=host) for host in WRITTEN])
def test_this_machine_is_known_however_it_is_written(reached: list[str], host: str) -> None:
    with pytest.raises(FetchError):
        Fetcher(Rules(tries=1)).fetch(f"http://{host}/a.pdf")
    assert reached == []


@pytest.mark.parametrize("figures", [pytest.param(figures, id=name) for name, figures in INWARD.items()])
def test_a_name_that_leads_inward_beside_outward_is_not_asked(
    monkeypatch: pytest.MonkeyPatch, reached: list[str], figures: str
) -> None:
    resolve(monkeypatch, ["14.238.1.2", figures])
    with pytest.raises(FetchError, match="mạng riêng"):
        Fetcher(Rules(tries=1)).fetch("http://vanban.vn/a.pdf")
    assert reached == []


def test_what_was_checked_is_what_is_connected_to_though_the_name_leads_elsewhere_a_moment_later(
    monkeypatch: pytest.MonkeyPatch, reached: list[str]
) -> None:
    """Rebinding: the first answer is public, every one after it this machine."""
    asked = resolve(monkeypatch, ["14.238.1.2"], ["127.0.0.1"])
    with pytest.raises(OfflineError):
        Fetcher(Rules(tries=3, backoff_s=0, pause_s=0)).fetch("https://vanban.vn/a.pdf")
    assert reached == ["14.238.1.2"] * 3
    assert asked == ["vanban.vn"]
    with pytest.raises(FetchError, match="mạng riêng"):
        Fetcher(Rules(tries=1)).fetch("https://vanban.vn/a.pdf")
    assert len(reached) == 3
