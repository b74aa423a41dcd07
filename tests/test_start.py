"""`make app` from a person's side: a second start is quick and rebuilds nothing; without a network it works as well."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SECOND_START_SECONDS = 15
PROBE = """
import sys, time, urllib.request
for _ in range(600):
    try:
        sys.exit(urllib.request.urlopen("http://127.0.0.1:8501/_stcore/health", timeout=2).status != 200)
    except OSError:
        time.sleep(0.5)
sys.exit(1)
"""
OFFLINE = f"ip link set lo up && {{ make app & app=$!; python3 -c '{PROBE}'; code=$?; kill $app; exit $code; }}"


def list_app_commands(port: int) -> list[list[str]]:
    """What `make app` runs once the environment is there, with this Python, on a free port."""
    dry = subprocess.run(
        ["make", "-n", "-o", ".venv/ready", "app"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    commands = [line.split()[1:] for line in dry.stdout.splitlines() if line.startswith(".venv/bin/python -m ")]
    assert [command[1] for command in commands] == ["ingest", "index", "streamlit"]
    extra = ["--server.port", str(port), "--server.headless", "true"]
    return [[sys.executable, *command, *(extra if "streamlit" in command else [])] for command in commands]


def find_free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_until_served(port: int, seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=2):
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
    raise AssertionError(f"not served in {seconds} s")


def start(environment: dict[str, str]) -> tuple[str, float]:
    """What the first two commands said, and the seconds until the page is served."""
    port, began = find_free_port(), time.monotonic()
    *steps, serve = list_app_commands(port)
    said = [
        subprocess.run(step, cwd=ROOT, env=environment, capture_output=True, text=True, check=True).stdout
        for step in steps
    ]
    server = subprocess.Popen(serve, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_until_served(port, 60)
        return "".join(said), time.monotonic() - began
    finally:
        server.terminate()
        server.wait()


def test_a_second_start_is_quick_and_rebuilds_nothing(tmp_path: Path) -> None:
    environment = {**os.environ, "VANKIEN_HOME": str(tmp_path / "var")}
    first, _ = start(environment)
    builds = sorted(path.name for path in (tmp_path / "var" / "index").glob("build-*"))
    second, seconds = start(environment)
    assert "Đã lập chỉ mục" in first
    assert "không phải lập lại" in second
    assert sorted(path.name for path in (tmp_path / "var" / "index").glob("build-*")) == builds
    assert seconds < SECOND_START_SECONDS


@pytest.mark.skipif(shutil.which("make") is None, reason="needs make")
def test_without_rights_what_is_missing_is_one_line_to_run() -> None:
    root = os.geteuid() == 0
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        stub = Path(folder) / "dpkg-query"  # a machine on which nothing is installed
        stub.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
        stub.chmod(0o755)
        Path(shutil.copy(ROOT / "Makefile", folder)).chmod(0o644)  # others may not read our own folder
        done = subprocess.run(
            ["make", "browser"],
            cwd=folder,
            env={**os.environ, "PATH": f"{folder}{os.pathsep}/usr/bin:/bin"},
            user="nobody" if root else None,
            group="nogroup" if root else None,
            extra_groups=[] if root else None,
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode != 0
    line = next(line for line in done.stdout.splitlines() if "apt-get install" in line)
    assert line.strip().startswith("sudo apt-get update && sudo apt-get install -y")
    assert "chromium" in line


@pytest.mark.slow
@pytest.mark.skipif(os.geteuid() != 0 or shutil.which("unshare") is None, reason="needs root to cut the network off")
def test_with_a_wheelhouse_the_app_is_installed_and_served_without_a_network(tmp_path: Path) -> None:
    place = tmp_path / "vankien"
    tracked = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in filter(None, tracked.split("\0")):
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, place / name)
    subprocess.run(["make", "wheelhouse"], cwd=place, check=True)
    shutil.rmtree(place / ".venv")
    done = subprocess.run(["unshare", "-n", "sh", "-c", OFFLINE], cwd=place, check=False)
    assert done.returncode == 0
    assert (place / "var" / "library.sqlite").exists()
