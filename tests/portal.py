"""A portal of documents on this machine: each path answers in its own way, well or badly."""

from __future__ import annotations

import gzip
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import cast

PAGE = "<html><body><h1>QUY ĐỊNH</h1><p>Điều 1. Phạm vi</p></body></html>".encode()


@dataclass
class Portal:
    """What is served, and what was asked.

    Attributes:
        pages: Path -> the bytes that stand there.
        packed: What is sent compressed.
        robots: The text of ``robots.txt``; ``None`` where there is none, and an address where it has moved to.
        failing: Path -> how many more times it answers 503 before it serves.
        retry_after: When to ask again, as it says then.
        slow: Whether every answer waits until ``released``, ten seconds at most.
    """

    address: str = ""
    pages: dict[str, bytes] = field(default_factory=lambda: {"/page": PAGE})
    packed: bytes = PAGE
    robots: str | None = None
    failing: dict[str, int] = field(default_factory=dict)
    retry_after: str = ""
    slow: bool = False
    asked: list[str] = field(default_factory=list)
    asked_at: list[float] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    released: threading.Event = field(default_factory=threading.Event)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    portal: Portal


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        portal = cast(_Server, self.server).portal
        portal.asked.append(self.path)
        portal.asked_at.append(time.monotonic())
        portal.agents.add(self.headers["User-Agent"])
        if portal.slow:
            portal.released.wait(10)
        if portal.failing.get(self.path, 0) > 0:
            portal.failing[self.path] -= 1
            self._serve(503, b"later", **({"Retry_After": portal.retry_after} if portal.retry_after else {}))
        elif self.path == "/robots.txt" and (portal.robots or "").startswith("/"):
            self._serve(301, b"", Location=portal.robots or "")
        elif self.path == "/robots.txt":
            self._serve(200 if portal.robots is not None else 404, (portal.robots or "").encode())
        elif self.path in portal.pages:
            self._serve(200, portal.pages[self.path])
        else:
            getattr(self, f"_{self.path.strip('/').partition('?')[0].replace('-', '_')}", self._missing)(portal)

    def _serve(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in ({"Content_Length": str(len(body))} | headers).items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def _missing(self, _: Portal) -> None:
        self._serve(404, b"no such page")

    def _empty(self, _: Portal) -> None:
        self._serve(200, b"")

    def _compressed(self, portal: Portal) -> None:
        self._serve(200, gzip.compress(portal.packed), Content_Encoding="gzip")

    def _bomb(self, _: Portal) -> None:
        self._serve(200, gzip.compress(bytes(8 * 1024**2)), Content_Encoding="gzip")

    def _badly_compressed(self, _: Portal) -> None:
        self._serve(200, b"not gzip at all", Content_Encoding="gzip")

    def _packed_otherwise(self, _: Portal) -> None:
        self._serve(200, b"\x0b\x02\x80", Content_Encoding="br")

    def _truncated(self, _: Portal) -> None:
        self._serve(200, PAGE[:20], Content_Length=str(len(PAGE)))
        self.close_connection = True

    def _endless(self, portal: Portal) -> None:
        self.send_response(200)
        self.end_headers()
        while not portal.released.is_set():
            self.wfile.write(bytes(64 * 1024))

    def _dripping(self, portal: Portal) -> None:
        self.send_response(200)
        self.end_headers()
        while not portal.released.is_set():
            self.wfile.write(b"x")
            time.sleep(0.02)

    def _dripping_head(self, portal: Portal) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        while not portal.released.is_set():
            self.wfile.write(b"X-More: to come\r\n")
            time.sleep(0.1)

    def _silent(self, portal: Portal) -> None:
        portal.released.wait(10)

    def _redirecting(self, _: Portal) -> None:
        self._serve(302, b"", Location="/page")

    def _redirecting_in_vietnamese(self, _: Portal) -> None:
        self._serve(302, b"", Location="/văn-bản".encode().decode("latin-1"))

    def _nowhither(self, _: Portal) -> None:
        self._serve(302, b"")

    def _to_no_address(self, _: Portal) -> None:
        self._serve(302, b"", Location="http://[::1/page")

    def _turning(self, _: Portal) -> None:
        self._serve(302, b"", Location="/turning")

    def _to_a_file(self, _: Portal) -> None:
        self._serve(302, b"", Location="file:///etc/passwd")

    def _inwards(self, _: Portal) -> None:
        self._serve(302, b"", Location="http://127.0.0.2:1/page")

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serve_portal(certificate: Path | None = None) -> Iterator[Portal]:
    """A portal at ``portal.address`` until the block ends; with a *certificate* and its key, by ``https``."""
    server = _Server(("127.0.0.1", 0), _Handler)
    if certificate:
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(certificate)
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    server.portal = portal = Portal(f"http{'s' if certificate else ''}://127.0.0.1:{server.server_address[1]}")
    server.handle_error = lambda *_: None  # type: ignore[method-assign]  # a client that hangs up is meant
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    try:
        yield portal
    finally:
        portal.released.set()
        server.shutdown()
        server.server_close()
