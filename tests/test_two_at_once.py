"""One adds while another asks: neither waits for the other, neither sees an index that is not whole."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from filelock import FileLock

from index.encode import Encoder
from index.local_index import current_build
from index.settings import load_settings
from ingest.store import open_library
from tests.fakes import FAKE_MODEL, FakeEncoder, add_text, build
from ui import openers, services
from ui.asked import Asked

ROOT = Path(__file__).parent.parent
QUESTION = "Tăng cường kiểm tra tổ chức đảng?"
TEXT = "THÔNG BÁO\nvề công tác kiểm tra {0}\n\n1. Tăng cường kiểm tra tổ chức đảng lần {0}.\n\n2. Dân vận lần {0}.\n"
AT_ONCE = 10.0
"""Seconds: far less than SQLite's 30 of waiting, and enough for a busy machine."""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    def open_fake(_: str) -> Encoder:
        return FakeEncoder()

    monkeypatch.setattr(openers, "open_encoder", open_fake)
    monkeypatch.setenv("VANKIEN_HOME", str(tmp_path))
    monkeypatch.setenv("VANKIEN_MODEL", FAKE_MODEL)
    forget()
    add_text(tmp_path, TEXT.format(0), "0.txt")
    build(tmp_path, FakeEncoder())
    services.answer(Asked(QUESTION))  # the index is open: what follows is asking alone
    yield tmp_path
    forget()


def forget() -> None:
    openers._open_encoder.cache_clear()
    openers._searchers.clear()
    openers._indexes.clear()


def takes(do: Callable[[], object]) -> float:
    """Seconds."""
    begun = time.monotonic()
    do()
    return time.monotonic() - begun


@contextmanager
def held_elsewhere(hold: Callable[[threading.Event, threading.Event], None]) -> Iterator[None]:
    """*hold* runs in a thread of its own, and has what it holds inside."""
    holding, enough = threading.Event(), threading.Event()
    thread = threading.Thread(target=hold, args=(holding, enough))
    thread.start()
    try:
        assert holding.wait(30)
        yield
    finally:
        enough.set()
        thread.join()


def test_who_asks_does_not_wait_for_a_document_that_is_being_written(home: Path) -> None:
    def write(holding: threading.Event, enough: threading.Event) -> None:
        with open_library(home) as library, library._access.transaction() as db:
            db.execute("UPDATE documents SET title = 'dở dang'")
            holding.set()
            enough.wait(60)

    with held_elsewhere(write):
        assert takes(lambda: services.answer(Asked(QUESTION))) < AT_ONCE
        assert takes(services.list_documents) < AT_ONCE
        ((_, metadata),) = services.list_documents()
        assert metadata.title != "dở dang"


def test_who_adds_does_not_wait_for_one_who_reads_or_builds(home: Path) -> None:
    def read(holding: threading.Event, enough: threading.Event) -> None:
        with open_library(home) as library:
            reading = library.passages()
            _, first = next(reading)
            holding.set()
            enough.wait(60)
            assert {one.document_id for _, one in reading} == {first.document_id}  # of the moment it began at

    def build_long(holding: threading.Event, enough: threading.Event) -> None:
        with FileLock(home / "index" / "build.lock"):
            holding.set()
            enough.wait(60)

    with held_elsewhere(read), held_elsewhere(build_long):
        assert takes(lambda: add_text(home, TEXT.format(1), "1.txt")) < AT_ONCE
        assert len(services.pending()) == 1


# A process that adds documents and builds the index anew after every second one, telling what each index knows.
ADDING = """
import json, sys
from pathlib import Path
from index.local_index import read_manifest
from tests.fakes import FakeEncoder, add_text, build
from tests.test_two_at_once import TEXT

home = Path(sys.argv[1])
for number in range(1, 5):
    add_text(home, TEXT.format(number), f"{number}.txt")
    if number % 2 == 0:
        build(home, FakeEncoder())
        print(json.dumps(read_manifest(home / "index").documents), flush=True)
"""


def test_while_another_process_adds_and_builds_every_answer_is_of_one_whole_index(home: Path) -> None:
    seen: list[tuple[int, ...]] = [_known()]
    slowest = 0.0
    command = [sys.executable, "-c", ADDING, str(home)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as adding:
        while adding.poll() is None:
            slowest = max(slowest, takes(_ask))
            if (known := _known()) != seen[-1]:
                seen.append(known)
        told, complaint = adding.communicate()
    assert (adding.returncode, complaint) == (0, "")
    _ask()
    built = [tuple(json.loads(line)) for line in told.splitlines()]
    assert len(built) == 2
    assert set(seen) <= {(1,), *built}  # never one that is half built
    assert seen == sorted(seen, key=len)  # nor one that was
    assert _known() == built[-1]
    assert services.pending() == ()
    assert slowest < AT_ONCE


def _ask() -> None:
    found = services.answer(Asked(QUESTION)).found
    assert found
    for hit in found:
        with open_library(load_settings().home) as library:
            document = library.get(hit.passage.document_id)
        assert document.text[hit.passage.start : hit.passage.end] == hit.passage.text


def _known() -> tuple[int, ...]:
    settings = load_settings()
    return openers.share_index(settings, current_build(settings.index_folder).name).manifest.documents
