"""A file from its address on the public network, politely and under a limit: the one module that knows the network.

Nothing is fetched unless a person asks for it. Every address, those of redirects too, must be ``http`` or ``https`` and
lead to a public host; the connection is made to the very address that was checked.
"""

from __future__ import annotations

import ipaddress
import os
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
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
    SSLError,
)
from urllib3.exceptions import TimeoutError as TooSlow

from ingest.errors import FetchError, OfflineError
from ingest.records import is_of

AGENT = "Vankien"
HOSTS_VARIABLE = "VANKIEN_FETCH_HOSTS"
"""Environment: hosts, separated by commas, that may also lie in the office's own network: ``"vanban.tinh.local"``."""

_HEADERS = {"User-Agent": f"{AGENT}/0.1 (library of Party documents; fetches one file at a time)"}
_CHUNK = 64 * 1024
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_TRY_AGAIN = (429, 500, 502, 503, 504)
_ROBOTS_BYTES = 512 * 1024
_NOTHING_ALLOWED = ["User-agent: *", "Disallow: /"]


@dataclass(frozen=True, slots=True)
class Rules:
    """How far a fetch may go.

    Attributes:
        own_hosts: Hosts that may have a private address, because the owner said so.
        domains: Only hosts of these and those of the owner are asked; ``None``: any public host.
        pause_s: Least time between two requests to one host.
        connect_s: For a connection to stand.
        read_s: For the next bytes to come.
        whole_s: For one file to come whole.
        most_bytes: Of one file, unpacked.
        redirects: Followed at most.
        tries: Of one request that the server cannot serve just now.
        backoff_s: Before the second try; doubled before each further one.
    """

    own_hosts: frozenset[str] = frozenset()
    domains: tuple[str, ...] | None = None
    pause_s: float = 1.0
    connect_s: float = 10.0
    read_s: float = 30.0
    whole_s: float = 300.0
    most_bytes: int = 100 * 1024**2
    redirects: int = 5
    tries: int = 3
    backoff_s: float = 1.0


def load_rules() -> Rules:
    """The rules, with the hosts that the owner of this machine has named."""
    named = os.environ.get(HOSTS_VARIABLE, "").split(",")
    return Rules(own_hosts=frozenset(name.strip().lower() for name in named if name.strip()))


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
            OfflineError: If the host's name leads nowhere, or no connection can be made: mostly, no network.
        """
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
        reached = _resolve(parts, host in self.rules.own_hosts)
        self._wait_for(host)
        target = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
        try:
            with _connect(parts, reached, self.rules) as pool:
                response = pool.urlopen(
                    "GET", target, headers={**_HEADERS, "Host": parts.netloc}, redirect=False, preload_content=False
                )
                try:
                    yield response
                finally:
                    response.close()
        except HTTPError as error:
            raise _explain(error, parts.geturl()) from error

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
    host, port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
    try:
        found = [str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    except (OSError, UnicodeError) as error:  # a name longer than names may be cannot even be asked for
        raise OfflineError(parts.geturl(), f"không tìm thấy máy chủ {host}") from error
    if not own and not all(_is_public(one) for one in found):
        raise FetchError(parts.geturl(), f"{host} nằm trong mạng riêng; muốn cho phép, đặt {HOSTS_VARIABLE}={host}")
    return found[0]


def _is_public(figures: str) -> bool:
    one = ipaddress.ip_address(figures.partition("%")[0])
    inner = getattr(one, "ipv4_mapped", None) or getattr(one, "sixtofour", None)
    return one.is_global and not one.is_multicast and (inner is None or inner.is_global)


def _connect(parts: SplitResult, reached: str, rules: Rules) -> urllib3.HTTPConnectionPool:
    """A pool of one connection to the address *reached*, under the host's own name."""
    retries = urllib3.Retry(
        total=rules.tries - 1,
        redirect=0,
        status_forcelist=_TRY_AGAIN,
        backoff_factor=rules.backoff_s,
        raise_on_redirect=False,
        raise_on_status=False,
        retry_after_max=60,
    )
    timeout = urllib3.Timeout(connect=rules.connect_s, read=rules.read_s)
    if parts.scheme == "http":
        return urllib3.HTTPConnectionPool(reached, parts.port, timeout=timeout, retries=retries)
    name = parts.hostname
    return urllib3.HTTPSConnectionPool(
        reached, parts.port, timeout=timeout, retries=retries, server_hostname=name, assert_hostname=name
    )


def _explain(error: HTTPError, address: str) -> FetchError:
    cause = error.reason if isinstance(error, MaxRetryError) else error
    if isinstance(cause, NewConnectionError | ConnectTimeoutError):
        return OfflineError(address, "không kết nối được với máy chủ")
    if isinstance(cause, SSLError):
        return FetchError(address, "chứng thư bảo mật của trang không hợp lệ")
    if isinstance(cause, TooSlow):
        return FetchError(address, "trang trả lời quá chậm")
    if isinstance(cause, DecodeError):
        return FetchError(address, "tệp nén của trang bị hỏng")
    if isinstance(cause, IncompleteRead | ProtocolError):
        return FetchError(address, "tệp tải về bị đứt giữa chừng")
    return FetchError(address, "trang không trả lời đúng cách")


def _name(parts: SplitResult) -> str:
    return unquote(parts.path.rpartition("/")[2]) or parts.hostname or "van-ban"
