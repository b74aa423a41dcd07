"""A file from its address on the public network, politely and under a limit: the one module that knows the network.

Nothing is fetched unless a person asks for it. Every address, those of redirects too, must be ``http`` or ``https`` and
lead to a public host; the connection is made to the very address that was checked. Through the office's proxy, which
resolves names itself, only portals are asked and only by ``https``: whoever answers must prove to be that portal.
"""

from __future__ import annotations

import ipaddress
import socket
import time
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import SplitResult, unquote, urljoin, urlsplit
from urllib.robotparser import RobotFileParser

import urllib3
from urllib3.exceptions import (
    ConnectTimeoutError,
    DecodeError,
    HTTPError,
    IncompleteRead,
    MaxRetryError,
    NewConnectionError,
    ProtocolError,
    ProxyError,
    SSLError,
)
from urllib3.exceptions import TimeoutError as TooSlow

from ingest.errors import FetchError, ForbiddenError, OfflineError
from ingest.fetch_rules import HOSTS_VARIABLE, Rules
from ingest.owner import Proxy
from ingest.records import PORTALS, is_of

AGENT = "Vankien"
_HEADERS = {"User-Agent": f"{AGENT}/0.1 (library of Party documents; fetches one file at a time)"}
_CHUNK = 64 * 1024
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_TRY_AGAIN = (429, 500, 502, 503, 504)
_ROBOTS_BYTES = 512 * 1024
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

    def fetch(self, address: str) -> Fetched:
        """The file at *address*.

        Raises:
            FetchError: If the address may not be asked, or does not give one whole file within the rules.
            ForbiddenError: If the owner lets nothing be asked.
            OfflineError: If the host's name leads nowhere, or no connection can be made: mostly, no network.
        """
        if not self.rules.allowed:
            raise ForbiddenError(address)
        for _ in range(self.rules.redirects + 1):
            parts = _split(address)
            if not self._is_of_ours(parts.hostname or ""):
                raise FetchError(address, f"{parts.hostname} không phải cổng văn bản đã biết")
            if not self._allows(parts):
                raise FetchError(address, "trang không cho chương trình tự tải (robots.txt)")
            with self._ask(parts) as response:
                if response.status not in _REDIRECTS:
                    return Fetched(address, _name(parts), self._read(response, address, self.rules.most_bytes))
                address = urljoin(address, response.headers.get("Location", ""))
        raise FetchError(address, f"trang chuyển tiếp quá {self.rules.redirects} lần")

    def _is_of_ours(self, host: str) -> bool:
        domains = self.rules.domains
        return domains is None or host in self.rules.own_hosts or is_of(host, domains)

    def _allows(self, parts: SplitResult) -> bool:
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._robots:
            self._robots[origin] = self._read_robots(_split(f"{origin}/robots.txt"))
        return self._robots[origin].can_fetch(AGENT, parts.geturl())

    def _read_robots(self, parts: SplitResult) -> RobotFileParser:
        """What the host allows: everything where it has no such file, nothing where it will not or cannot say."""
        robots = RobotFileParser()
        with self._ask(parts) as response:
            if response.status == 200:
                lines = self._read(response, parts.geturl(), _ROBOTS_BYTES).decode("utf-8", "replace").splitlines()
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
            with _connect(parts, reached, self.rules, proxy) as get:
                response = get()
                try:
                    yield response
                finally:
                    response.close()
        except HTTPError as error:
            raise _explain(error, parts.geturl(), proxy) from error

    def _wait_for(self, host: str) -> None:
        left = self._asked.get(host, -self.rules.pause_s) + self.rules.pause_s - time.monotonic()
        if host in self._asked and left > 0:
            self.sleep(left)
        self._asked[host] = time.monotonic()

    def _read(self, response: urllib3.BaseHTTPResponse, address: str, most: int) -> bytes:
        if response.status != 200:
            raise FetchError(address, f"trang báo lỗi {response.status}")
        until = time.monotonic() + self.rules.whole_s
        content = bytearray()
        while chunk := response.read1(_CHUNK, decode_content=True):  # what is there: a slow page is seen to be slow
            content += chunk
            if len(content) > most:
                raise FetchError(address, f"tệp lớn hơn {most // 1024**2} MB")
            if time.monotonic() > until:
                raise FetchError(address, f"tải quá {self.rules.whole_s:.0f} giây")
        if not content:
            raise FetchError(address, "trang trả về tệp rỗng")
        return bytes(content)


def _split(address: str) -> SplitResult:
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        raise FetchError(address, "địa chỉ viết sai") from None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise FetchError(address, "chỉ tải được địa chỉ http và https")
    if parts.username or parts.password or port == 0:
        raise FetchError(address, "địa chỉ có kèm tên đăng nhập hoặc cổng lạ")
    return parts


def _resolve(parts: SplitResult, own: bool) -> str:
    """An address of the host in figures; every one must be public, unless the host is our *own*.

    Raises:
        FetchError: If one is not.
        OfflineError: If the name leads nowhere.
    """
    found = _look_up(parts)
    if not found:
        raise OfflineError(parts.geturl(), f"không tìm thấy máy chủ {parts.hostname}")
    if not own and not all(_is_public(one) for one in found):
        host = parts.hostname
        raise FetchError(parts.geturl(), f"{host} nằm trong mạng riêng; muốn cho phép, đặt {HOSTS_VARIABLE}={host}")
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
        raise FetchError(parts.geturl(), f"{host} không phải cổng văn bản đã biết, không hỏi qua máy chủ trung gian")
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


def _is_public(figures: str) -> bool:
    one = ipaddress.ip_address(figures.partition("%")[0])
    inner = getattr(one, "ipv4_mapped", None) or getattr(one, "sixtofour", None)
    return one.is_global and not one.is_multicast and (inner is None or inner.is_global)


@contextmanager
def _connect(
    parts: SplitResult, reached: str, rules: Rules, proxy: Proxy | None
) -> Iterator[Callable[[], urllib3.BaseHTTPResponse]]:
    """How to ask for the page at *reached*, under the host's own name, or through the *proxy*."""
    target = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
    asked: dict[str, Any] = {
        "headers": {**_HEADERS, "Host": parts.netloc},
        "redirect": False,
        "preload_content": False,
    }
    limits: dict[str, Any] = {
        "timeout": urllib3.Timeout(connect=rules.connect_s, read=rules.read_s),
        "retries": _plan_retries(rules),
    }
    if proxy:
        login = {"Proxy-Authorization": f"Basic {b64encode(proxy.login.encode()).decode()}"} if proxy.login else None
        with urllib3.ProxyManager(f"http://{proxy.name}", proxy_headers=login, **limits) as manager:
            yield lambda: manager.urlopen("GET", f"{parts.scheme}://{parts.netloc}{target}", **asked)
        return
    if parts.scheme == "https":
        names: dict[str, Any] = {"server_hostname": parts.hostname, "assert_hostname": parts.hostname}
        pool: urllib3.HTTPConnectionPool = urllib3.HTTPSConnectionPool(reached, parts.port, **names, **limits)
    else:
        pool = urllib3.HTTPConnectionPool(reached, parts.port, **limits)
    with pool:
        yield lambda: pool.urlopen("GET", target, **asked)


def _plan_retries(rules: Rules) -> urllib3.Retry:
    return urllib3.Retry(
        total=rules.tries - 1,
        redirect=0,
        status_forcelist=_TRY_AGAIN,
        backoff_factor=rules.backoff_s,
        raise_on_redirect=False,
        raise_on_status=False,
        retry_after_max=60,
    )


_CAUSES: tuple[tuple[type[HTTPError] | tuple[type[HTTPError], ...], type[FetchError], str], ...] = (
    ((NewConnectionError, ConnectTimeoutError), OfflineError, "không kết nối được với máy chủ"),
    (SSLError, FetchError, "chứng thư bảo mật của trang không hợp lệ"),
    (TooSlow, FetchError, "trang trả lời quá chậm"),
    (DecodeError, FetchError, "tệp nén của trang bị hỏng"),
    ((IncompleteRead, ProtocolError), FetchError, "tệp tải về bị đứt giữa chừng"),
)
_OTHERWISE = (FetchError, "trang không trả lời đúng cách")


def _explain(error: HTTPError, address: str, proxy: Proxy | None) -> FetchError:
    cause = error.reason if isinstance(error, MaxRetryError) else error
    if isinstance(cause, ProxyError) and proxy:
        if " 407" in str(cause.original_error):
            why = f"máy chủ trung gian {proxy.name} đòi đăng nhập; hãy ghi tên và mật khẩu vào cài đặt proxy"
            return FetchError(address, why)
        return OfflineError(address, f"máy chủ trung gian {proxy.name} không nối được tới trang")
    kind, why = next(((kind, why) for types, kind, why in _CAUSES if isinstance(cause, types)), _OTHERWISE)
    return kind(address, why)


def _name(parts: SplitResult) -> str:
    return unquote(parts.path.rpartition("/")[2]) or parts.hostname or "van-ban"
