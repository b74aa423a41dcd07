"""The log-in server of an office, run for the tests: a real one, that lets in whoever it is told to."""

from __future__ import annotations

import json
import os
import secrets
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.browser import find_free_port

CLAIMS = {
    "an": {"email": "an@coquan.vn", "email_verified": True},
    "la": {"email": "la@noikhac.vn", "email_verified": True},
    "gia": {"email": "an@coquan.vn", "email_verified": False},
}
"""Subject -> what the server says of whom: one with an account, a stranger, one who calls himself the first."""


@contextmanager
def serve_identity(folder: Path) -> Iterator[str]:
    """Its address, by another name of this machine than Vankien has: so it is another site to the browser."""
    port = find_free_port()
    told = [json.dumps({"sub": subject, **claims}) for subject, claims in CLAIMS.items()]
    users = [word for claims in told for word in ("--user-claims", claims)]
    command = [sys.executable, "-W", "ignore", "-m", "oidc_provider_mock", "--port", str(port), *users]
    with (folder / "identity.txt").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, env={**os.environ, "NO_COLOR": "1"})
        try:
            _wait(f"http://127.0.0.1:{port}/.well-known/openid-configuration", process)
            yield f"http://localhost:{port}"
        finally:
            process.kill()
            process.wait(timeout=20)


def write_secrets(file: Path, identity: str, **changed: str) -> Path:
    """The owner's configuration of that log-in, with a secret of its own; *changed* where a test wants it."""
    told: Mapping[str, str] = {
        "redirect_uri": "http://127.0.0.1:{port}/oauth2callback",
        "cookie_secret": secrets.token_hex(32),
        "client_id": "vankien",
        "client_secret": secrets.token_hex(16),
        "server_metadata_url": f"{identity}/.well-known/openid-configuration",
        **changed,
    }
    lines = [f"{name} = {json.dumps(value)}" for name, value in told.items()]
    file.write_text("\n".join(["[auth]", *lines, ""]), encoding="utf-8")
    return file


def _wait(address: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(200):
        assert process.poll() is None, "the log-in server did not start"
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
    raise AssertionError("the log-in server does not answer")
