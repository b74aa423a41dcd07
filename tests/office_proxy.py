"""An office's proxy on this machine: it is asked to connect to a host by its name, and leads where the test says."""

from __future__ import annotations

import datetime
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID


@dataclass
class OfficeProxy:
    """Where it stands, and what was asked of it.

    Attributes:
        leads_to: The port on this machine that every name leads to; ``None`` where it connects to nothing.
        status: What it answers where it does not connect.
        asked: Every request line and, with a login, what it said.
    """

    port: int = 0
    leads_to: int | None = None
    status: int = 502
    asked: list[str] = field(default_factory=list)
    logins: list[str | None] = field(default_factory=list)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    proxy: OfficeProxy


class _Handler(BaseHTTPRequestHandler):
    def do_CONNECT(self) -> None:
        proxy = cast(_Server, self.server).proxy
        proxy.asked.append(f"{self.command} {self.path}")
        proxy.logins.append(self.headers["Proxy-Authorization"])
        if proxy.leads_to is None:
            self.send_error(proxy.status)
            return
        self.send_response(200)
        self.end_headers()
        with socket.create_connection(("127.0.0.1", proxy.leads_to)) as beyond:
            back = threading.Thread(target=_pass_on, args=(beyond, self.connection), daemon=True)
            back.start()
            _pass_on(self.connection, beyond)
            back.join(5)

    def do_GET(self) -> None:
        cast(_Server, self.server).proxy.asked.append(f"{self.command} {self.path}")
        self.send_error(502)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def _pass_on(one: socket.socket, other: socket.socket) -> None:
    try:
        while chunk := one.recv(64 * 1024):
            other.sendall(chunk)
        other.shutdown(socket.SHUT_WR)
    except OSError:
        return  # one of the two hung up


@contextmanager
def serve_proxy(leads_to: str = "", status: int = 502) -> Iterator[OfficeProxy]:
    """A proxy at ``proxy.port`` until the block ends, that leads every name to *leads_to*, or answers *status*."""
    server = _Server(("127.0.0.1", 0), _Handler)
    server.proxy = proxy = OfficeProxy(server.server_address[1], urlsplit(leads_to).port if leads_to else None, status)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    try:
        yield proxy
    finally:
        server.shutdown()
        server.server_close()


def write_certificate(file: Path, *hosts: str) -> Path:
    """A certificate of *hosts* that vouches for itself, with its key, good for a day."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, hosts[0])])
    now = datetime.datetime.now(datetime.UTC)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(hours=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(host) for host in hosts]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    plain = serialization.NoEncryption()
    pem = serialization.Encoding.PEM
    file.write_bytes(key.private_bytes(pem, serialization.PrivateFormat.PKCS8, plain) + certificate.public_bytes(pem))
    return file
