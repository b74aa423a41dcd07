"""Peak memory of the page with a large library, a question answered: ``python -m bench.memory --corpus FOLDER``.

Needs Linux, which tells a process's own peak, and Chromium where Debian puts it.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import sync_playwright

from bench.laws import describe_machine, open_laws, parser
from bench.screenshots import wait
from index.search import open_searcher
from ingest.console import run
from ingest.store.connection import LIBRARY_FILE

ROOT = Path(__file__).resolve().parent.parent
_PATIENCE_MS = 600_000  # a page that builds its index first
_KIB_IN_MIB = 1024


def measure(home: Path, question: str) -> int:
    """MiB at the peak of a server of the library *home*, after its page has answered *question*."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", port, "--server.headless", "true"]
    environment = {**os.environ, "VANKIEN_HOME": str(home)}
    server = subprocess.Popen(command, cwd=ROOT, env=environment)
    try:
        wait(f"http://127.0.0.1:{port}")
        _ask(f"http://127.0.0.1:{port}", question)
        status = Path(f"/proc/{server.pid}/status").read_text(encoding="ascii")
        return int(status.split("VmHWM:", 1)[1].split()[0]) // _KIB_IN_MIB
    finally:
        server.terminate()
        server.wait()


def _ask(address: str, question: str) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page(locale="vi-VN")
        page.goto(address)
        page.get_by_label("Câu hỏi").fill(question, timeout=_PATIENCE_MS)
        page.get_by_role("button", name="Hỏi", exact=True).click()
        page.get_by_role("link", name=re.compile("^Mở ")).first.wait_for(timeout=_PATIENCE_MS)
        browser.close()


def main(arguments: Sequence[str]) -> int:
    """Print the figures."""
    options = parser("memory", "đo bộ nhớ đỉnh của trang hỏi đáp").parse_args(arguments)
    suite = open_laws(options.corpus)
    rows, home = open_searcher(suite.settings).index.lexical.rows, suite.settings.home
    question = suite.cases[0].question
    print(describe_machine())
    print(f"{rows} đoạn, trang đã trả lời một câu hỏi")
    print(f"chỉ mục có sẵn: {measure(home, question)} MiB", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(home / LIBRARY_FILE, folder)
        print(f"trang tự lập chỉ mục, nghĩa các đoạn đã có: {measure(Path(folder), question)} MiB")
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
