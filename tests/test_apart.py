"""A file that kills its reader kills only that reader."""

from __future__ import annotations

import io
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from ingest.documents import read_from
from ingest.errors import ReadingError
from ingest.readers import Reading, apart, read_content, reader_process
from ingest.readers.apart import Contained, ReaderPool, read_apart
from ingest.readers.confined.confine import Confined, confine
from ingest.readers.limits import LARGEST_MEMORY, LONGEST_READING, LONGEST_SCAN
from tests.processes import ends

ROOT = Path(__file__).parent.parent
GOOD = "Điều 1. Phạm vi điều chỉnh\nQuy định này áp dụng.".encode()
# A package that stands before ours on the path and teaches its table kinds that do harm.
HARM = """
import ctypes, os, sys, time
from ingest.readers import kinds
def harm(content, file):
    name = file.stem
    if name == "segfault": ctypes.string_at(0)
    if name == "exit": os._exit(3)
    if name == "loop":
        while True: pass
    if name == "memory": return [bytes(100 << 20) for _ in range(50)]
    if name == "bug": {}["x"]
    if name == "full": raise OSError(28, "No space left on device")
    if name == "prints": os.write(1, b'{"kind": "printed"}'); print("hello", flush=True)
    if name == "slow": time.sleep(0.5)
    from ingest.readers.reading import unpaged
    return unpaged("thử", str(os.getpid()))
def hang(text):
    while "treo máy" in text: pass
    return lay_out(text)
from ingest import documents
lay_out, documents.read_layout = documents.read_layout, hang
sys.modules["harm"] = sys.modules[__name__]
kinds._READERS["7z"] = ("harm", "harm")
"""
HARMFUL = b"7z\xbc\xaf\x27\x1c\x00"


@pytest.fixture
def harm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reader processes find a reader that does what the name of the file says."""
    (tmp_path / "sitecustomize.py").write_text(HARM, "utf-8")
    monkeypatch.setenv("PYTHONPATH", f"{tmp_path}{os.pathsep}{ROOT}")


def test_what_is_read_apart_is_what_is_read_here() -> None:
    assert read_apart(GOOD, Path("a.txt")) == read_content(GOOD, Path("a.txt"))


def test_a_document_that_is_read_apart_is_what_is_read_here() -> None:
    with ReaderPool(1) as pool:
        assert pool.read_from(GOOD, Path("a.txt")).result() == read_from(GOOD, Path("a.txt"))


@pytest.mark.usefixtures("harm")
def test_a_text_whose_structure_takes_too_long_costs_itself_alone() -> None:
    with ReaderPool(1, longest=8) as pool:
        with pytest.raises(ReadingError, match="đọc quá"):
            pool.read_from("Điều 1. Chữ làm treo máy.".encode(), Path("a.txt")).result()
        assert pool.read_from(GOOD, Path("b.txt")).result().document.find_provision("dieu-1")


def test_an_error_comes_with_its_words() -> None:
    with pytest.raises(ReadingError) as here:
        read_content(HARMFUL, Path("a.7z"))
    with pytest.raises(ReadingError) as apart:
        read_apart(HARMFUL, Path("a.7z"))
    assert str(apart.value) == str(here.value)


@pytest.mark.usefixtures("harm")
@pytest.mark.parametrize(
    ("name", "why"),
    [
        pytest.param("segfault", "bộ đọc đã dừng bất thường. Tệp có thể bị hỏng: hãy mở tệp", id="segfault"),
        pytest.param("exit", "bộ đọc đã dừng bất thường", id="exit"),
        pytest.param("loop", r"đọc quá 0,1 phút. Hãy tách", id="endless-loop"),
        pytest.param("memory", "đọc tệp này cần hơn 1 GB bộ nhớ. Hãy tách", id="memory"),
        pytest.param("full", r"bộ đọc không làm việc được: ổ đĩa đã đầy. Hãy xem lại chỗ chứa tệp tạm", id="no-room"),
        pytest.param("bug", r"bộ đọc gặp lỗi \(KeyError: 'x'\)", id="bug"),
    ],
)
def test_a_file_that_kills_its_reader_costs_itself_alone(name: str, why: str) -> None:
    with ReaderPool(1, longest=6) as pool:
        first = pool.read(HARMFUL, Path("1.7z")).result()
        with pytest.raises(ReadingError, match=why):
            pool.read(HARMFUL, Path(f"{name}.7z")).result()
        assert pool.read(GOOD, Path("2.txt")).result().kind == "văn bản thuần"
        assert pool.read(HARMFUL, Path("3.7z")).result() != first


@pytest.mark.usefixtures("harm")
def test_a_bug_keeps_its_traceback() -> None:
    with ReaderPool(1) as pool, pytest.raises(ReadingError) as failed:
        pool.read(HARMFUL, Path("bug.7z")).result()
    assert "in harm" in failed.value.__notes__[0]


@pytest.mark.usefixtures("harm")
def test_a_process_serves_many_files_and_what_it_prints_is_no_answer() -> None:
    with ReaderPool(1) as pool:
        answers = {pool.read(HARMFUL, Path(name)).result().text for name in ("1.7z", "prints.7z", "2.7z")}
    assert len(answers) == 1


@pytest.mark.usefixtures("harm")
def test_a_process_started_by_a_large_program_is_not_worn_for_that() -> None:
    ballast = b"x" * (LARGEST_MEMORY * 5 // 8)
    with ReaderPool(1) as pool:
        assert len({pool.read(HARMFUL, Path(f"{name}.7z")).result().text for name in range(3)}) == 1
    assert ballast


@pytest.mark.usefixtures("harm")
def test_leaving_the_pool_ends_every_process_at_once() -> None:
    began = time.monotonic()
    with ReaderPool(2) as pool:
        process = int(pool.read(HARMFUL, Path("1.7z")).result().text)
        for _ in range(5):
            pool.read(HARMFUL, Path("loop.7z"))
    assert time.monotonic() - began < 10
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


SCAN = b"%PDF-1.4\n"


@pytest.mark.parametrize(
    ("content", "seconds"),
    [
        pytest.param(SCAN, LONGEST_SCAN, id="a-pdf-may-be-a-scan"),
        pytest.param(b"@PJL ENTER\n" + SCAN + b"1 0 obj", LONGEST_SCAN, id="a-pdf-below-junk"),
        pytest.param(b"\x89PNG\r\n\x1a\n\x00", LONGEST_SCAN, id="a-picture"),
        pytest.param(b"II*\x00\x08", LONGEST_SCAN, id="a-fax"),
        pytest.param(GOOD, LONGEST_READING, id="a-text"),
        pytest.param(b"{\\rtf1 a}", LONGEST_READING, id="rtf"),
        pytest.param("Tệp %PDF-1.4 là gì?".encode(), LONGEST_READING, id="a-text-about-pdf"),
        pytest.param(b"", LONGEST_READING, id="nothing"),
    ],
)
def test_a_file_of_pictures_has_the_time_of_a_scan(
    content: bytes, seconds: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = list[float]()

    class Timer(threading.Timer):
        def __init__(self, interval: float, *more: Any) -> None:
            given.append(interval)
            super().__init__(interval, *more)

    monkeypatch.setattr(threading, "Timer", Timer)
    with ReaderPool(1) as pool, suppress(ReadingError):
        pool.read(content, Path("a.txt")).result()
    assert given == [seconds]


@pytest.mark.parametrize(
    ("group", "killed"), [pytest.param(7, [], id="of-another"), pytest.param(None, [signal.SIGKILL], id="of-its-own")]
)
def test_a_process_whose_parent_has_gone_ends_its_own_group_alone(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, group: int | None, killed: list[int]
) -> None:
    """Where it was started by hand, the group is the shell's."""
    ends = list[int]()
    monkeypatch.setattr(sys, "argv", ["reader_process", str(tmp_path / "tam")])
    monkeypatch.setattr(os, "getpgrp", lambda: group or os.getpid())
    monkeypatch.setattr(os, "killpg", lambda _, sign: ends.append(sign))
    monkeypatch.setattr(os, "_exit", ends.append)
    (tmp_path / "tam").mkdir()
    reader_process._receive(io.BytesIO(), queue.SimpleQueue())
    assert not (tmp_path / "tam").exists()
    assert ends == [*killed, 0]


def test_windows_has_neither_limits_nor_groups_and_the_programs_a_reader_started_are_ended_by_its_own_tool(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.delattr(os, "killpg")
    monkeypatch.delattr(signal, "alarm")
    monkeypatch.setitem(sys.modules, "resource", None)
    assert confine(tmp_path, tmp_path) == Confined()
    reader_process._set_alarm(1)
    assert reader_process._peak_memory() == 0

    asked = list[list[str]]()
    process = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    monkeypatch.setattr(subprocess, "run", lambda words, **_: asked.append(words))
    apart._kill(process)
    assert process.wait(10) != 0
    assert asked == [["taskkill", "/F", "/T", "/PID", str(process.pid)]]


def test_a_folder_comes_in_order_with_an_error_for_each_bad_file(tmp_path: Path) -> None:
    files = [tmp_path / f"{i}.txt" for i in range(9)]
    for file in files:
        file.write_bytes(GOOD + file.name.encode())
    files[3].unlink()
    files[5].write_bytes(b"")
    with ReaderPool(2) as pool:
        found = dict(pool.read_each(files))
    assert list(found) == files
    assert [file.name for file, result in found.items() if isinstance(result, ReadingError)] == ["3.txt", "5.txt"]
    last = found[files[8]]
    assert isinstance(last, Contained)
    assert last.reading.text == last.content.decode()


def test_a_file_that_vanishes_before_its_turn_is_an_error_like_any_other(tmp_path: Path) -> None:
    files = [tmp_path / f"{i}.txt" for i in range(9)]
    for file in files:
        file.write_bytes(GOOD)
    with ReaderPool(1) as pool:
        each = pool.read_each(files)
        next(each)
        files[8].unlink()
        results = [result for _, result in each]
    assert "không có tệp này" in str(results[-1])
    assert sum(isinstance(result, Contained) for result in results) == 7


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
@pytest.mark.usefixtures("harm")
def test_a_reader_ends_with_its_parent() -> None:
    program = (
        "import os, sys\nfrom pathlib import Path\nfrom ingest.readers.apart import ReaderPool\n"
        f"pool = ReaderPool(2)\nprint(pool.read({HARMFUL!r}, Path('1.7z')).result().text, flush=True)\n"
        f"pool.read({HARMFUL!r}, Path('loop.7z'))\nsys.stdin.read(1)\nos.kill(os.getpid(), 9)\n"
    )
    parent = subprocess.run(
        [sys.executable, "-c", program], input=b"x", stdout=subprocess.PIPE, cwd=ROOT, timeout=30, check=False
    )
    assert ends(int(parent.stdout))


def test_reading_is_not_held_up_by_starting_processes(tmp_path: Path) -> None:
    began = time.monotonic()
    with ReaderPool(1) as pool:
        readings = [pool.read(GOOD, tmp_path / f"{i}.txt") for i in range(200)]
        assert all(isinstance(one.result(), Reading) for one in readings)
    assert time.monotonic() - began < 10
