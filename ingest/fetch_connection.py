"""One request on the network: the way to the host, how long its answer may take, when to ask again, what went wrong."""

from __future__ import annotations

import socket
import threading
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPException
from typing import Any
from urllib.parse import SplitResult

import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import (
    ConnectTimeoutError,
    DecodeError,
    HTTPError,
    IncompleteRead,
    InvalidHeader,
    MaxRetryError,
    NewConnectionError,
    ProtocolError,
    ProxyError,
    SSLError,
)
from urllib3.exceptions import TimeoutError as TooSlow
from urllib3.response import HTTPResponse

from ingest.errors import FetchError, OfflineError
from ingest.fetch_rules import Rules
from ingest.language import fill
from ingest.owner import Proxy

AGENT = "Vankien"
_HEADERS = {"User-Agent": f"{AGENT}/0.1 (library of Party documents; fetches one file at a time)"}
_PACKINGS = ("br", "zstd", "compress", "x-compress")
_TRY_AGAIN = (429, 500, 502, 503, 504)


@contextmanager
def connect(
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
            manager.pool_classes_by_scheme = {"http": _Pool, "https": _SecurePool}
            yield lambda: manager.urlopen("GET", f"{parts.scheme}://{parts.netloc}{target}", **asked)
        return
    if parts.scheme == "https":
        names: dict[str, Any] = {"server_hostname": parts.hostname, "assert_hostname": parts.hostname}
        pool: urllib3.HTTPConnectionPool = _SecurePool(reached, parts.port, **names, **limits)
    else:
        pool = _Pool(reached, parts.port, **limits)
    with pool:
        yield lambda: pool.urlopen("GET", target, **asked)


def read_in_time(response: urllib3.BaseHTTPResponse, seconds: float, chunk: int) -> Iterator[bytes]:
    """The body, unpacked, in pieces of *chunk* bytes at most, as they come.

    Raises:
        TimeoutError: If it has not come whole after so many *seconds*, however it trickles.
        HTTPError: If it breaks off, or cannot be unpacked.
    """
    with _hang_up_after(seconds, response.shutdown) as late:
        try:
            while piece := response.read1(chunk, decode_content=True):  # what is there: slow pages are seen to be slow
                yield piece
        except (HTTPError, OSError, ValueError):  # what a connection that was hung up gives
            if not late.is_set():
                raise
    if late.is_set():
        raise TimeoutError


def find_packing(response: urllib3.BaseHTTPResponse) -> str:
    """The packing of the body that we cannot undo, though we asked for none; empty where there is none."""
    named = [one.strip().lower() for one in response.headers.get("Content-Encoding", "").split(",")]
    return next((one for one in named if one in _PACKINGS and one not in HTTPResponse.CONTENT_DECODERS), "")


@contextmanager
def _hang_up_after(seconds: float, hang_up: Callable[[], None]) -> Iterator[threading.Event]:
    """Call *hang_up* where the block takes longer; the event tells whether it did."""
    late = threading.Event()

    def act() -> None:
        late.set()
        with suppress(OSError, ValueError, RuntimeError):  # it has ended just now
            hang_up()

    timer = threading.Timer(seconds, act)
    timer.daemon = True
    timer.start()
    try:
        yield late
    finally:
        timer.cancel()


class _InTime(HTTPConnection):
    """A connection whose answer must have begun and said all of its head within the time for reading."""

    def getresponse(self) -> HTTPResponse:  # type: ignore[override]  # as in urllib3's own
        """The answer, its body still to be read.

        Raises:
            TimeoutError: If its head trickles.
        """
        response: HTTPResponse | None = None
        with _hang_up_after(float(self.timeout or 0), self._hang_up) as late:
            try:
                response = super().getresponse()
            except (OSError, HTTPException):
                if not late.is_set():
                    raise
        if response and not late.is_set():
            return response
        if response:
            response.close()
        raise TimeoutError

    def _hang_up(self) -> None:
        if self.sock:
            socket.socket.shutdown(self.sock, socket.SHUT_RDWR)


class _InTimeSecurely(_InTime, HTTPSConnection):
    """The same, by ``https``."""


class _Pool(urllib3.HTTPConnectionPool):
    ConnectionCls = _InTime


class _SecurePool(urllib3.HTTPSConnectionPool):
    ConnectionCls = _InTimeSecurely


class _Retries(urllib3.Retry):
    """Asks again after a pause the first time too, and where the server says badly when."""

    def get_backoff_time(self) -> float:
        """Seconds before the next try."""
        return min(self.backoff_max, self.backoff_factor * 2.0 ** (len(self.history) - 1))

    def parse_retry_after(self, retry_after: str) -> float:
        """Seconds that the server asks for; 0 where it cannot be read."""
        try:
            return super().parse_retry_after(retry_after)
        except InvalidHeader:
            return 0


def _plan_retries(rules: Rules) -> urllib3.Retry:
    return _Retries(
        total=rules.tries - 1,
        redirect=0,
        status_forcelist=_TRY_AGAIN,
        backoff_factor=max(rules.backoff_s, rules.pause_s),
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
_PROXY_WANTS_LOGIN = "máy chủ trung gian {name} đòi đăng nhập; hãy ghi tên và mật khẩu vào cài đặt proxy"
_OTHERWISE = (FetchError, "trang không trả lời đúng cách")


def explain(error: HTTPError, address: str, proxy: Proxy | None) -> FetchError:
    """What *error* of the network means for a person who wanted *address*."""
    cause = error.reason if isinstance(error, MaxRetryError) else error
    if isinstance(cause, ProxyError) and proxy:
        if " 407" in str(cause.original_error):
            why = fill(_PROXY_WANTS_LOGIN, name=proxy.name)
            return FetchError(address, why)
        return OfflineError(address, fill("máy chủ trung gian {name} không nối được tới trang", name=proxy.name))
    kind, why = next(((kind, why) for types, kind, why in _CAUSES if isinstance(cause, types)), _OTHERWISE)
    return kind(address, why)
