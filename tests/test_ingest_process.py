"""``python -m ingest`` as a process of its own: its help, an interruption, output that nobody reads."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BROKEN_OFF = "Đã dừng theo yêu cầu; những gì đã báo xong vẫn được giữ. Muốn làm tiếp, chạy lại lệnh ấy.\n"
COMMANDS = (
    "add",
    "watch",
    "list",
    "show",
    "versions",
    "remove",
    "restore",
    "correct",
    "reread",
    "doctor",
    "account",
    "audit",
)


def ingest(home: Path, *words: str) -> subprocess.Popen[str]:
    """The command in a process of its own, on a terminal that claims to know no Vietnamese."""
    environment = {**os.environ, "VANKIEN_HOME": str(home), "PYTHONIOENCODING": "ascii"}
    line, pipe = [sys.executable, "-u", "-m", "ingest", *words], subprocess.PIPE
    return subprocess.Popen(line, cwd=ROOT, env=environment, stdout=pipe, stderr=pipe, encoding="utf-8")


def ingest_to_the_end(home: Path, *words: str) -> tuple[int, str, str, float]:
    """Exit code, output, errors, and seconds of the processor, which others do not lengthen as those of the clock."""
    process = ingest(home, *words)
    assert process.stdout is not None
    assert process.stderr is not None
    with process.stdout as out, process.stderr as err:
        told = out.read(), err.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, *told, used.ru_utime + used.ru_stime


def count_documents(library: Path) -> int:
    with closing(sqlite3.connect(f"file:{library}?mode=ro", uri=True)) as opened:
        try:
            return int(opened.execute("SELECT count(*) FROM documents").fetchone()[0])
        except sqlite3.OperationalError:  # its tables are not there yet
            return 0


@pytest.mark.parametrize("words", [(), *((name,) for name in COMMANDS)], ids=" ".join)
def test_help_is_vietnamese_answers_at_once_and_opens_no_library(tmp_path: Path, words: tuple[str, ...]) -> None:
    code, out, err, seconds = ingest_to_the_end(tmp_path / "var", *words, "--help")
    assert (code, err) == (0, "")
    assert out.startswith(" ".join(["cách dùng: python -m ingest", *words]))
    assert "usage" not in out
    assert seconds < 1
    assert not (tmp_path / "var").exists()


def test_an_interrupted_addition_says_that_what_was_reported_is_kept(tmp_path: Path) -> None:
    for i in range(1000):
        (tmp_path / f"{i:04}.txt").write_text(f"Ghi chép số {i}. " * 300, encoding="utf-8")
    with ingest(tmp_path / "var", "add", "--json", str(tmp_path)) as process:
        assert process.stdout is not None
        assert '"status": "added"' in process.stdout.readline()
        process.send_signal(signal.SIGINT)
        reported, err = process.communicate()
    assert (process.returncode, err) == (130, BROKEN_OFF)
    with ingest(tmp_path / "var", "list") as process:
        held = process.communicate()[0].count(".txt\n")
    assert 1 + reported.count("\n") <= held < 1000


@pytest.mark.parametrize(("door", "first"), [("ingest", "ingest.commands"), ("index", "index.aligning")])
def test_an_interruption_while_the_command_is_still_loading_is_one_line(door: str, first: str) -> None:
    code = (
        "import runpy, sys\n"
        "class Stop:\n"
        "    def find_spec(self, name, *_):\n"
        f"        if name == {first!r}: raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Stop())\n"
        "sys.argv = ['x', '--help']\n"
        f"runpy.run_module({door!r}, run_name='__main__')\n"
    )
    ended = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert (ended.returncode, ended.stdout, ended.stderr) == (130, "", BROKEN_OFF)


@pytest.mark.parametrize(("door", "heavy"), [("ingest", "ingest.commands"), ("index", "ingest.store")])
def test_nothing_heavy_is_loaded_where_an_interruption_is_not_answered(door: str, heavy: str) -> None:
    code = f"import sys, {door}.__main__; print({heavy!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True).stdout == b"False\n"


def test_output_that_nobody_reads_is_no_error(tmp_path: Path) -> None:
    with ingest(tmp_path / "var", "list") as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == ""
    assert process.returncode == 0


def test_an_interrupted_addition_says_what_it_did(tmp_path: Path) -> None:
    for i in range(1000):
        (tmp_path / f"{i:04}.txt").write_text(f"Ghi chép số {i}. " * 300, encoding="utf-8")
    with ingest(tmp_path / "var", "add", str(tmp_path)) as process:
        library = tmp_path / "var" / "library.sqlite"
        while not library.exists() or count_documents(library) < 3:
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate()
    assert (process.returncode, err) == (130, BROKEN_OFF)
    told = int(out.splitlines()[0].removeprefix("Đã thêm: ").removesuffix(" tệp"))
    with ingest(tmp_path / "var", "list") as process:
        held = process.communicate()[0].count(".txt\n")
    assert told <= held <= told + 1
