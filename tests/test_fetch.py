"""A file is fetched politely, whole and from public hosts only; whatever else a server does is one clear line."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from ingest.errors import FetchError, OfflineError
from ingest.fetch import Fetcher
from ingest.fetch_rules import HOSTS_VARIABLE, Rules, load_rules
from tests.portal import PAGE, Portal, serve_portal

QUICK = Rules(
    own_hosts=frozenset({"127.0.0.1"}),
    pause_s=0,
    connect_s=2,
    read_s=0.5,
    whole_s=1,
    most_bytes=1024**2,
    redirects=3,
    tries=2,
    backoff_s=0,
)


@pytest.fixture
def portal() -> Iterator[Portal]:
    with serve_portal() as portal:
        yield portal


@pytest.mark.parametrize("path", ["/page", "/compressed", "/redirecting"])
def test_a_page_comes_whole_however_it_is_sent(portal: Portal, path: str) -> None:
    fetched = Fetcher(QUICK).fetch(portal.address + path)

    assert fetched.content == PAGE
    assert fetched.address == portal.address + ("/page" if path == "/redirecting" else path)


def test_a_long_compressed_page_comes_whole(portal: Portal) -> None:
    portal.packed = b"".join(b"%d " % (one * one) for one in range(60_000))
    patient = replace(QUICK, read_s=10, whole_s=30)  # it takes the portal a while to pack it
    assert Fetcher(patient).fetch(f"{portal.address}/compressed").content == portal.packed


@pytest.mark.parametrize(
    ("path", "why"),
    [
        pytest.param("/nowhere", "báo lỗi 404", id="missing"),
        pytest.param("/empty", "tệp rỗng", id="empty"),
        pytest.param("/bomb", "lớn hơn 1 MB", id="unpacks-to-more-than-allowed"),
        pytest.param("/badly-compressed", "tệp nén của trang bị hỏng", id="damaged"),
        pytest.param("/truncated", "đứt giữa chừng", id="truncated"),
        pytest.param("/endless", "lớn hơn 1 MB", id="endless"),
        pytest.param("/dripping", "quá 1 giây", id="dripping"),
        pytest.param("/silent", "quá chậm", id="silent"),
        pytest.param("/dripping-head", "quá chậm", id="dripping-before-it-begins"),
        pytest.param("/packed-otherwise", "tệp nén kiểu br", id="packed-in-a-way-we-cannot-undo"),
        pytest.param("/nowhither", "không nói tới đâu", id="redirect-to-nowhere"),
        pytest.param("/to-no-address", "một địa chỉ viết sai", id="redirect-to-no-address"),
        pytest.param("/turning", "chuyển tiếp quá 3 lần", id="redirects-in-a-circle"),
        pytest.param("/to-a-file", "chỉ tải được địa chỉ http và https", id="redirect-to-a-file"),
        pytest.param("/inwards", "mạng riêng", id="redirect-into-the-office"),
    ],
)
def test_what_a_server_does_wrong_is_one_line_with_the_next_step(portal: Portal, path: str, why: str) -> None:
    with pytest.raises(FetchError) as caught:
        Fetcher(QUICK).fetch(portal.address + path)

    assert why in str(caught.value)
    assert "python -m ingest add" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_server_that_cannot_just_now_is_asked_again(portal: Portal) -> None:
    portal.failing["/page"] = 1
    assert Fetcher(QUICK).fetch(f"{portal.address}/page").content == PAGE

    portal.failing["/page"] = 2
    with pytest.raises(FetchError, match="báo lỗi 503"):
        Fetcher(QUICK).fetch(f"{portal.address}/page")


@pytest.mark.parametrize("after", ["0", "bao giờ rỗi".encode().decode("latin-1")], ids=["at-once", "unreadable"])
def test_it_is_asked_again_after_a_pause_whatever_it_says(portal: Portal, after: str) -> None:
    portal.failing["/page"], portal.retry_after = 1, after
    Fetcher(replace(QUICK, pause_s=0.3)).fetch(f"{portal.address}/page")

    _, first, second = portal.asked_at
    assert second - first >= 0.29


def test_a_redirect_may_be_written_in_vietnamese_letters(portal: Portal) -> None:
    portal.pages[f"/{quote('văn-bản')}"] = PAGE
    assert Fetcher(QUICK).fetch(f"{portal.address}/redirecting-in-vietnamese").content == PAGE


def test_a_host_that_forbids_programs_is_not_asked_for_the_page(portal: Portal) -> None:
    portal.robots = "User-agent: *\nDisallow: /page\n"
    fetcher = Fetcher(QUICK)

    with pytest.raises(FetchError, match=r"robots\.txt"):
        fetcher.fetch(f"{portal.address}/page")
    assert fetcher.fetch(f"{portal.address}/compressed").content == PAGE
    assert portal.asked == ["/robots.txt", "/compressed"]
    assert all(agent.startswith("Vankien/") for agent in portal.agents)


@pytest.mark.parametrize("path", ["/page", "/robots.txt"])
def test_an_empty_file_of_rules_forbids_nothing(portal: Portal, path: str) -> None:
    portal.robots = "# nothing\n"
    assert Fetcher(QUICK).fetch(portal.address + path).content


@pytest.mark.parametrize(
    ("robots", "allowed"),
    [
        pytest.param("", True, id="empty"),
        pytest.param("User-agent: Khac\nDisallow: /\n", True, id="another-is-forbidden"),
        pytest.param("User-agent: Vankien\nDisallow: /\n\nUser-agent: *\nAllow: /\n", False, id="we-by-name"),
        pytest.param("\ufeffUser-agent: *\r\nDisallow: /\r\n", False, id="with-a-mark-of-its-bytes"),
        pytest.param("/moved.txt", False, id="moved"),
        pytest.param("# long\n" * 100_000, True, id="longer-than-is-read"),
    ],
)
def test_the_rules_of_a_host_are_read_however_they_are_sent(portal: Portal, robots: str, allowed: bool) -> None:
    portal.robots = robots
    portal.pages["/moved.txt"] = b"User-agent: *\nDisallow: /page\n"
    if allowed:
        assert Fetcher(QUICK).fetch(f"{portal.address}/page").content == PAGE
        return
    with pytest.raises(FetchError, match=r"không cho chương trình tự tải \(robots\.txt\)"):
        Fetcher(QUICK).fetch(f"{portal.address}/page")


def test_a_host_is_given_the_pause_it_asks_for(portal: Portal) -> None:
    waited: list[float] = []
    portal.robots = "User-agent: *\nCrawl-delay: 7\n"
    Fetcher(QUICK, waited.append).fetch(f"{portal.address}/page")
    assert [round(one) for one in waited] == [7]


def test_a_host_that_cannot_say_what_it_allows_is_left_alone(portal: Portal) -> None:
    portal.failing["/robots.txt"] = 9
    with pytest.raises(FetchError, match=r"robots\.txt"):
        Fetcher(QUICK).fetch(f"{portal.address}/page")


def test_between_two_requests_to_one_host_there_is_a_pause(portal: Portal) -> None:
    waited: list[float] = []
    rules = Rules(own_hosts=QUICK.own_hosts, pause_s=1)
    Fetcher(rules, waited.append).fetch(f"{portal.address}/page")

    assert len(waited) == 1
    assert 0.5 < waited[0] <= 1


@pytest.mark.parametrize(
    ("address", "why"),
    [
        pytest.param("ftp://example.vn/a", "chỉ tải được", id="another-scheme"),
        pytest.param("file:///etc/passwd", "chỉ tải được", id="a-file"),
        pytest.param("http:///a", "chỉ tải được", id="no-host"),
        pytest.param("http://[::1", "viết sai", id="no-address"),
        pytest.param("http://a:99999/", "viết sai", id="no-port"),
        pytest.param("http://a..vn/", "viết sai", id="no-name"),
        pytest.param("http://１２７.0.0.1/a", "mạng riêng", id="this-machine-in-broad-figures"),
        pytest.param("http://ai@example.vn/a", "tên đăng nhập", id="with-a-name"),
        pytest.param("http://127.0.0.1/a", "mạng riêng", id="this-machine"),
        pytest.param("http://10.0.0.8/a", "mạng riêng", id="the-office"),
        pytest.param("http://169.254.169.254/latest", "mạng riêng", id="link-local"),
        pytest.param("http://[::1]/a", "mạng riêng", id="this-machine-in-six"),
        pytest.param("http://[::ffff:10.0.0.8]/a", "mạng riêng", id="the-office-mapped"),
        pytest.param("http://0.0.0.0/a", "mạng riêng", id="nobody"),
        pytest.param("http://2130706433/a", "mạng riêng", id="this-machine-as-one-figure"),
    ],
)
def test_an_address_that_may_not_be_asked_is_refused_before_anything_is_sent(address: str, why: str) -> None:
    with pytest.raises(FetchError, match=why):
        Fetcher(Rules(pause_s=0)).fetch(address)


def test_a_name_that_leads_into_the_office_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def resolve(*_: Any, **__: Any) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, 443)) for one in ("8.8.8.8", "192.168.1.4")]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    with pytest.raises(FetchError, match=r"vanban\.example\.vn nằm trong mạng riêng"):
        Fetcher(Rules()).fetch("https://vanban.example.vn/a")


def test_without_a_network_one_line_says_how_to_add_the_file_by_hand() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound and not listening: no connection is accepted
        with pytest.raises(OfflineError, match=r"chép sang rồi thêm bằng: python -m ingest add TỆP\.$"):
            Fetcher(QUICK).fetch(f"http://127.0.0.1:{taken.getsockname()[1]}/a")
    with pytest.raises(OfflineError, match="không tìm thấy máy chủ"):
        Fetcher(QUICK).fetch("https://khong-co.invalid/a")


def test_the_owner_names_hosts_of_the_office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOSTS_VARIABLE, " Vanban.Tinh.local, ,127.0.0.1")
    assert load_rules(tmp_path).own_hosts == {"vanban.tinh.local", "127.0.0.1"}
