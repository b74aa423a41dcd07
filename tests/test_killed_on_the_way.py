"""Purging, importing and exporting killed at any moment: all or nothing, and the next run finishes it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ingest.desk.file import open_desk
from ingest.errors import LibraryError
from ingest.safekeeping.health import examine_library
from ingest.safekeeping.leaving import export
from ingest.safekeeping.returning import bring_in
from ingest.store import open_library
from tests.kept_safe import say_nothing
from tests.test_leaving import dump
from tests.test_purging import BODY, SECRET, WORDS, find_traces
from tests.test_store import directive, put

ROOT = Path(__file__).parent.parent
KILLS = 8
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("whole")
    with open_library(folder) as library, open_desk(folder) as desk:
        for number in range(20, 60):
            put(library, directive(number=f"{number}-CT/TU", body=f"1. Việc thứ {number} của Tỉnh ủy.\n" * 40))
        put(library, directive(number="06-CT/TU", body=BODY))
        desk.history.add("tôi", f"{WORDS[0]}?", answered=True)
        library.remove(SECRET)
    return folder


def run(home: Path, *words: str | Path, kill_after: float | None = None) -> int | None:
    """The exit code of the command in a process of its own; ``None`` where it was killed."""
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    process = subprocess.Popen(
        [sys.executable, "-m", "ingest", *map(str, words)],
        env={**os.environ, "PYTHONPATH": path, "VANKIEN_HOME": str(home)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        return process.wait(kill_after)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return None


def measure(home: Path, *words: str | Path) -> float:
    began = time.monotonic()
    assert run(home, *words) == 0
    return time.monotonic() - began


def find_wrong(home: Path) -> list[str]:
    return [one.what for one in examine_library(home, say_nothing) if one.missing]


def test_a_purge(whole: Path, tmp_path: Path) -> None:
    words = ("purge", SECRET, "--now", "--yes")
    takes = measure(shutil.copytree(whole, tmp_path / "whole"), *words)
    for place in range(KILLS):
        home = shutil.copytree(whole, tmp_path / str(place))
        run(home, *words, kill_after=takes * (0.4 + 0.6 * place / KILLS))
        assert find_wrong(home) == []
        with open_library(home) as library:
            left = [one.id for one in library.versions.removed()]
            assert len(library.documents()) == 40
        assert left in ([SECRET], [])
        assert run(home, *(words if left else ("purge",))) == 0
        assert (find_traces(home), find_wrong(home)) == ([], [])


def test_an_import(whole: Path, tmp_path: Path) -> None:
    export(whole, tmp_path / "xuat", say_nothing)
    takes = measure(tmp_path / "whole", "import", tmp_path / "xuat")
    for place in range(KILLS):
        home = tmp_path / str(place)
        run(home, "import", tmp_path / "xuat", kill_after=takes * (0.4 + 0.6 * place / KILLS))
        with open_library(home) as library:
            held = len(library.documents())
        assert held in (0, 40)
        if not held:
            assert run(home, "import", tmp_path / "xuat") == 0
        assert dump(home) == dump(whole)
        assert find_wrong(home) == []


def test_an_export(whole: Path, tmp_path: Path) -> None:
    takes = measure(whole, "export", tmp_path / "whole")
    for place in range(KILLS):
        folder, home = tmp_path / str(place), tmp_path / f"nhap-{place}"
        run(whole, "export", folder, kill_after=takes * (0.4 + 0.6 * place / KILLS))
        try:
            bring_in(folder, home, say_nothing)
        except LibraryError as refused:
            assert "Hãy " in str(refused), refused  # noqa: PT017 -- either way is right
            assert not (home / "library.sqlite").exists()
        else:
            assert dump(home) == dump(whole)
