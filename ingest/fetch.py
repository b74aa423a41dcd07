"""A file from its address on the public network, politely and under a limit: the one that knows the network.

Nothing is fetched unless a person asks for it. Every address, those of redirects too, must be ``http`` or ``https`` and
lead to a public host; the connection is made to the very address that was checked. Through the office's proxy, which
resolves names itself, only portals are asked and only by ``https``: whoever answers must prove to be that portal.
"""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import SplitResult, unquote, urljoin, urlsplit
from urllib.robotparser import RobotFileParser

import urllib3
from urllib3.exceptions import HTTPError

from ingest.errors import FetchError, ForbiddenError, OfflineError
from ingest.fetch_connection import AGENT, connect, explain, find_packing, read_in_time
from ingest.fetch_public import is_public
from ingest.fetch_rules import HOSTS_VARIABLE, Rules
from ingest.language import fill
from ingest.records import PORTALS, is_of

_CHUNK = 64 * 1024
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_ROBOTS_BYTES = 512 * 1024
_LONGEST_PAUSE_S = 60.0
_NOTHING_ALLOWED = ["User-agent: *", "Disallow: /"]


@dataclass(frozen=True, slots=True)
class Fetched:
    """A file as it came.

    Attributes:
        address: Where it was found in the end, after redirects.
        name: What the address calls it, to show and to guess a kind from.
    """

    address: str
    name: str
    content: bytes


@dataclass
class Fetcher:
    """Fetches files one after another; remembers when a host was last asked, and what its ``robots.txt`` allows."""

    rules: Rules = field(default_factory=Rules)
    sleep: Callable[[float], None] = time.sleep
    _asked: dict[str, float] = field(default_factory=dict)
    _robots: dict[str, RobotFileParser] = field(default_factory=dict)
    _pauses: dict[str, float] = field(default_factory=dict)

    def fetch(self, address: str) -> Fetched:
        """The file at *address*.

        Raises:
            FetchError: If the address may not be asked, or does not give one whole file within the rules.
            ForbiddenError: If the owner lets nothing be asked.
            OfflineError: If the host's name leads nowhere, or no connection can be made: mostly, no network.
        """
        if not self.rules.allowed:
            raise ForbiddenError(address)
        with self._follow(address, self._check_robots) as (parts, response):
            found = parts.geturl()
            content = self._read(response, found, self.rules.most_bytes)
        if not content:
            raise FetchError(found, "trang trả về tệp rỗng")
        if len(content) > self.rules.most_bytes:
            raise FetchError(found, fill("tệp lớn hơn {size} MB", size=self.rules.most_bytes // 1024**2))
        return Fetched(found, _name(parts), content)

    @contextmanager
    def _follow(
        self, address: str, check: Callable[[SplitResult], None]
    ) -> Iterator[tuple[SplitResult, urllib3.BaseHTTPResponse]]:
        """The answer at *address* or where it leads to, every step a host that may be asked and passes *check*."""
        for _ in range(self.rules.redirects + 1):
            parts = _split(address)
            if not self._is_of_ours(parts.hostname or ""):
                raise FetchError(address, fill("{host} không phải cổng văn bản đã biết", host=parts.hostname))
            check(parts)
            with self._ask(parts) as response:
                if response.status not in _REDIRECTS:
                    yield parts, response
                    return
                address = _find_next(parts.geturl(), response.headers.get("Location", ""))
        raise FetchError(address, fill("trang chuyển tiếp quá {most} lần", most=self.rules.redirects))

    def _is_of_ours(self, host: str) -> bool:
        domains = self.rules.domains
        return domains is None or host in self.rules.own_hosts or is_of(host, domains)

    def _check_robots(self, parts: SplitResult) -> None:
        """That the host lets programs have this page; how long it wants them to wait is noted."""
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._robots:
            self._robots[origin] = self._read_robots(f"{origin}/robots.txt")
        robots = self._robots[origin]
        if not robots.can_fetch(AGENT, parts.geturl()):
            raise FetchError(parts.geturl(), "trang không cho chương trình tự tải (robots.txt)")
        if wished := robots.crawl_delay(AGENT):
            self._pauses[parts.hostname or ""] = min(float(wished), _LONGEST_PAUSE_S)

    def _read_robots(self, address: str) -> RobotFileParser:
        """What the host allows: everything where it has no such file, nothing where it will not or cannot say."""
        robots = RobotFileParser()
        with self._follow(address, lambda _: None) as (parts, response):
            if response.status == 200:
                content = self._read(response, parts.geturl(), _ROBOTS_BYTES)[:_ROBOTS_BYTES]
                lines = content.decode("utf-8-sig", "replace").splitlines()
            else:
                lines = _NOTHING_ALLOWED if response.status in (401, 403) or response.status >= 500 else []
        robots.parse(lines)
        return robots

    @contextmanager
    def _ask(self, parts: SplitResult) -> Iterator[urllib3.BaseHTTPResponse]:
        """The answer to one request, its body still to be read."""
        host = parts.hostname or ""
        proxy = None if host in self.rules.own_hosts else self.rules.proxy
        reached = _check_beyond(parts) if proxy else _resolve(parts, host in self.rules.own_hosts)
        self._wait_for(host)
        try:
            with connect(parts, reached, self.rules, proxy) as get:
                try:
                    response = get()
                finally:
                    self._asked[host] = time.monotonic()  # it may have been asked again meanwhile
                try:
                    yield response
                finally:
                    response.close()
        except HTTPError as error:
            raise explain(error, parts.geturl(), proxy) from error

    def _wait_for(self, host: str) -> None:
        pause = max(self.rules.pause_s, self._pauses.get(host, 0.0))
        left = self._asked.get(host, -pause) + pause - time.monotonic()
        if host in self._asked and left > 0:
            self.sleep(left)

    def _read(self, response: urllib3.BaseHTTPResponse, address: str, most: int) -> bytes:
        """The body, at least until it is longer than *most* bytes."""
        if response.status != 200:
            raise FetchError(address, fill("trang báo lỗi {status}", status=response.status))
        if packing := find_packing(response):
            raise FetchError(address, fill("trang gửi tệp nén kiểu {packing}, Vankien không mở được", packing=packing))
        content = bytearray()
        try:
            for piece in read_in_time(response, self.rules.whole_s, _CHUNK):
                content += piece
                if len(content) > most:
                    break
        except TimeoutError:
            raise FetchError(address, fill("tải quá {seconds} giây", seconds=f"{self.rules.whole_s:.0f}")) from None
        return bytes(content)


def _find_next(address: str, location: str) -> str:
    """Where a page sends us on to; portals write Vietnamese letters there as they are."""
    if not location:
        raise FetchError(address, "trang chuyển tiếp mà không nói tới đâu")
    try:
        written = location.encode("latin-1").decode("utf-8")
    except UnicodeError:
        written = location
    try:
        return urljoin(address, written)
    except ValueError:
        raise FetchError(address, "trang chuyển tiếp tới một địa chỉ viết sai") from None


def _split(address: str) -> SplitResult:
    """The parts of *address*, its host in the letters of the network.

    Raises:
        FetchError: If it is none that may be asked.
    """
    try:
        parts = urlsplit(address)
        port = parts.port
        host = (parts.hostname or "").encode("idna").decode("ascii")
    except ValueError:
        raise FetchError(address, "địa chỉ viết sai") from None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise FetchError(address, "chỉ tải được địa chỉ http và https")
    if parts.username or parts.password or port == 0:
        raise FetchError(address, "địa chỉ có kèm tên đăng nhập hoặc cổng lạ")
    return parts if host == parts.hostname else parts._replace(netloc=host if port is None else f"{host}:{port}")


def _resolve(parts: SplitResult, own: bool) -> str:
    """An address of the host in figures; every one must be public, unless the host is our *own*.

    Raises:
        FetchError: If one is not.
        OfflineError: If the name leads nowhere.
    """
    found = _look_up(parts)
    if not found:
        raise OfflineError(parts.geturl(), fill("không tìm thấy máy chủ {host}", host=parts.hostname))
    if not own and not all(is_public(one) for one in found):
        why = fill(
            "{host} nằm trong mạng riêng; muốn cho phép, đặt {name}={host}", host=parts.hostname, name=HOSTS_VARIABLE
        )
        raise FetchError(parts.geturl(), why)
    return found[0]


def _check_beyond(parts: SplitResult) -> str:
    """The host's name, for a proxy to resolve: a portal's, asked by ``https``, and public as far as is seen from here.

    Where the proxy is led elsewhere, into the office too, the certificate does not fit and nothing is asked.

    Raises:
        FetchError: If it is not so.
    """
    host = parts.hostname or ""
    if parts.scheme != "https":
        raise FetchError(parts.geturl(), "qua máy chủ trung gian chỉ tải được địa chỉ https")
    if not is_of(host, PORTALS):
        why = fill("{host} không phải cổng văn bản đã biết, không hỏi qua máy chủ trung gian", host=host)
        raise FetchError(parts.geturl(), why)
    if _look_up(parts):
        _resolve(parts, own=False)
    return host


def _look_up(parts: SplitResult) -> list[str]:
    """The host's addresses in figures; none where its name leads nowhere."""
    port = parts.port or (443 if parts.scheme == "https" else 80)
    try:
        return [str(entry[4][0]) for entry in socket.getaddrinfo(parts.hostname or "", port, type=socket.SOCK_STREAM)]
    except (OSError, UnicodeError):  # a name longer than names may be cannot even be asked for
        return []


def _name(parts: SplitResult) -> str:
    return unquote(parts.path.rpartition("/")[2]) or parts.hostname or "van-ban"
