"""What a reader may not do, tried from inside a real one: nothing leaves it but its answer."""

from __future__ import annotations

import os
import socket
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.errors import ReadingError
from ingest.readers.apart import ReaderPool
from ingest.readers.confined import landlock, places, seccomp
from ingest.readers.confined.confine import Confined, confine
from ingest.readers.limits import LARGEST_MEMORY, LARGEST_WRITTEN, LONGEST_WORK, MOST_OPEN, MOST_TASKS
from ingest.store import open_library
from tests.processes import ends

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the bounds of Linux")
ROOT = Path(__file__).parent.parent
PATH = tuple(filter(None, [os.environ.get("PYTHONPATH")]))
# A package that stands before ours on the path: a reader that runs what is in the file.
RUNS = """
import sys
from ingest.readers import kinds
def run(content, file):
    from ingest.readers.reading import unpaged
    held = {}
    exec(content[6:].decode(), held)
    return unpaged("thử", str(held["said"]))
sys.modules["runs"] = sys.modules[__name__]
kinds._READERS["7z"] = ("runs", "run")
"""
TRY = """
def attempt(what):
    try:
        return str(what() or "đã làm")
    except OSError as error:
        return type(error).__name__
"""


@pytest.fixture
def pool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ReaderPool]:
    """Readers of a library in ``thu-vien`` that do what the file says."""
    (tmp_path / "path").mkdir()
    (tmp_path / "path" / "sitecustomize.py").write_text(RUNS, "utf-8")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join((str(tmp_path / "path"), str(ROOT), *PATH)))
    monkeypatch.setenv("VANKIEN_HOME", str(tmp_path / "thu-vien"))
    with open_library(tmp_path / "thu-vien"):
        pass
    with ReaderPool(1, longest=60) as opened:
        yield opened


def said(pool: ReaderPool, program: str) -> str:
    """What *program* leaves as ``said`` in a reader."""
    return pool.read(b"7z\xbc\xaf\x27\x1c" + (TRY + program).encode(), Path("a.7z")).result().text


def test_this_system_keeps_everything_from_a_reader(pool: ReaderPool) -> None:
    assert pool.find_confined() == Confined(network=True, files=True, shares=True)


@pytest.mark.parametrize(
    ("family", "kind", "host"),
    [
        pytest.param("AF_INET", "SOCK_STREAM", "127.0.0.1", id="tcp"),
        pytest.param("AF_INET6", "SOCK_STREAM", "::1", id="tcp-6"),
        pytest.param("AF_INET", "SOCK_DGRAM", "127.0.0.1", id="udp"),
        pytest.param("AF_INET", "SOCK_RAW", "127.0.0.1", id="raw"),
    ],
)
def test_it_reaches_no_port_of_this_machine(pool: ReaderPool, family: str, kind: str, host: str) -> None:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        where = (host, listening.getsockname()[1])
        socket.create_connection(("127.0.0.1", where[1])).close()  # from here it is reached
        program = (
            f"import socket\nsaid = attempt(lambda: socket.socket(socket.{family}, socket.{kind}).connect({where}))"
        )
        assert said(pool, program) in ("PermissionError", "OSError")


def test_it_reaches_no_program_of_this_machine_by_a_name_without_a_file(pool: ReaderPool) -> None:
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(f"\0vankien-{os.getpid()}")
        listening.listen()
        program = (
            "import socket\n"
            f"said = attempt(lambda: socket.socket(socket.AF_UNIX).connect({chr(0) + f'vankien-{os.getpid()}'!r}))"
        )
        assert said(pool, program) in ("PermissionError", "ConnectionRefusedError")


@pytest.mark.parametrize(
    "act",
    [
        pytest.param("open({outside!r}, 'w')", id="a-new-file"),
        pytest.param("open({there!r}, 'a')", id="a-file-that-is-there"),
        pytest.param("open({there!r})", id="to-read"),
        pytest.param("os.listdir({folder!r})", id="to-list"),
        pytest.param("os.remove({there!r})", id="to-remove"),
        pytest.param("os.truncate({there!r}, 0)", id="to-cut"),
        pytest.param("os.rename({there!r}, os.path.join(os.environ['TMPDIR'], 'x'))", id="to-take-away"),
        pytest.param("os.link({there!r}, os.path.join(os.environ['TMPDIR'], 'x'))", id="to-link"),
        pytest.param("os.mkdir({outside!r})", id="a-folder"),
        pytest.param("os.symlink('/', {outside!r})", id="a-link"),
        pytest.param("open({library!r}, 'rb')", id="the-library"),
        pytest.param("open({library!r} + '-wal', 'ab')", id="the-library-s-log"),
        pytest.param("open('/etc/shadow')", id="the-passwords-of-the-machine"),
        pytest.param("open('/proc/{parent}/environ', 'rb').read()", id="what-its-parent-knows"),
        pytest.param("open('/proc/{parent}/root{library}', 'rb')", id="through-its-parent"),
        pytest.param("os.kill({parent}, 0)", id="to-end-its-parent"),
    ],
)
def test_it_sees_and_changes_nothing_outside_its_own_folder(pool: ReaderPool, tmp_path: Path, act: str) -> None:
    there = tmp_path / "ngoai" / "co-roi.txt"
    there.parent.mkdir()
    there.write_text("Của người khác.", "utf-8")
    library = str(tmp_path / "thu-vien" / "library.sqlite")
    assert Path(library).exists()
    outside = str(there.with_name("moi"))
    act = act.format(outside=outside, there=str(there), folder=str(there.parent), library=library, parent=os.getpid())
    assert said(pool, f"import os\nsaid = attempt(lambda: {act})") in ("PermissionError", "OSError")
    assert [file.name for file in there.parent.iterdir()] == ["co-roi.txt"]
    assert there.read_text("utf-8") == "Của người khác."


def test_it_writes_in_its_own_folder_and_runs_nothing_that_it_wrote(pool: ReaderPool) -> None:
    program = (
        "import os, subprocess, tempfile\n"
        "file = os.path.join(tempfile.mkdtemp(), 'chay')\n"
        "open(file, 'w').write('#!/bin/sh\\necho có')\nos.chmod(file, 0o700)\n"
        "said = open(file).read()[-2:] + attempt(lambda: subprocess.check_output([file]))\n"
        "said += subprocess.check_output(['/bin/echo', 'được'], text=True).strip()"
    )
    assert said(pool, program) == "cóPermissionErrorđược"


def test_its_library_stays_hidden_within_a_folder_that_it_needs(
    pool: ReaderPool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A library is kept inside the environment, or Python's path leads above it."""
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join((str(tmp_path / "path"), str(ROOT), str(tmp_path), *PATH)))
    (tmp_path / "ben-canh.txt").write_text("thấy", "utf-8")
    library = tmp_path / "thu-vien" / "library.sqlite"
    seen = f"said = open({str(tmp_path / 'ben-canh.txt')!r}).read() + attempt(lambda: open({str(library)!r}))"
    assert said(pool, seen) == "thấyPermissionError"


def test_where_no_namespace_is_permitted_the_filter_alone_keeps_the_network_away(
    pool: ReaderPool, tmp_path: Path
) -> None:
    forbid = "import errno\nfrom ingest.readers.confined import kernel\ndef refuse(_): raise OSError(errno.EPERM, '')\n"
    (tmp_path / "path" / "sitecustomize.py").write_text(f"{forbid}kernel.unshare = refuse\n{RUNS}", "utf-8")
    program = (
        "import socket\n"
        "said = attempt(lambda: socket.socket(socket.AF_INET)) + attempt(lambda: socket.socket(socket.AF_NETLINK, 3))"
    )
    assert said(pool, program) == "PermissionErrorPermissionError"
    assert pool.find_confined().network


# --- its share ---------------------------------------------------------------------------------------------


def test_its_limits_stand_and_cannot_be_raised(pool: ReaderPool) -> None:
    names = ("DATA", "CPU", "FSIZE", "NOFILE", "CORE", "NPROC")
    program = f"""
import resource
which = [getattr(resource, "RLIMIT_" + name) for name in {names}]
def raise_it(one):
    try:
        resource.setrlimit(one, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    except (OSError, ValueError):
        return
    raise SystemError("raised")
said = [resource.getrlimit(one) for one in which]
for one in which: raise_it(one)
"""
    limits = (LARGEST_MEMORY, LONGEST_WORK, LARGEST_WRITTEN, MOST_OPEN, 0, MOST_TASKS)
    assert said(pool, program) == str([(limit, limit) for limit in limits])


def test_processes_without_end_come_to_an_end_and_go_with_it(pool: ReaderPool) -> None:
    program = """
import os, time
children = []
def start():
    while len(children) < 5000:
        child = os.fork()
        if not child:
            time.sleep(600)
        children.append(child)
said = attempt(start) + " " + " ".join(map(str, children))
"""
    refused, *children = said(pool, program).split()
    assert refused == "BlockingIOError"
    assert 20 < len(children) < MOST_TASKS
    pool.__exit__(None, None, None)
    assert all(ends(int(child)) for child in children)


def test_a_file_of_two_gigabytes_is_not_written(pool: ReaderPool) -> None:
    program = """
import os, tempfile
with open(os.path.join(tempfile.gettempdir(), "to"), "wb") as file:
    file.truncate(1 << 31)
said = "viết được"
"""
    with pytest.raises(ReadingError, match=r"đọc tệp này cần ghi tạm hơn 512 MB. Hãy tách"):
        said(pool, program)


@pytest.mark.parametrize(
    ("program", "why"),
    [
        pytest.param("said = [bytes(100 << 20) for _ in range(50)]", "cần hơn 1 GB bộ nhớ", id="memory"),
        pytest.param(
            "import resource\nresource.setrlimit(resource.RLIMIT_CPU, (1, 1))\nwhile True: pass",
            "bộ đọc đã dừng bất thường",
            id="time-of-the-processor",
        ),
        pytest.param("said = [open('/dev/zero') for _ in range(2000)]", "đang mở quá nhiều tệp", id="open-files"),
    ],
)
def test_what_goes_beyond_its_share_costs_that_file_alone(pool: ReaderPool, program: str, why: str) -> None:
    with pytest.raises(ReadingError, match=why):
        said(pool, program)
    assert said(pool, "said = 'tiếp'") == "tiếp"


def test_time_is_bounded_and_nothing_that_it_started_stays(
    pool: ReaderPool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    began = time.monotonic()
    with ReaderPool(1, longest=4) as short, pytest.raises(ReadingError, match="đọc quá"):
        said(short, "import subprocess\nsubprocess.run(['/bin/sleep', '600'])")
    assert time.monotonic() - began < 15


# --- the ways of this system ---------------------------------------------------------------------------------


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_another_system_says_what_it_cannot_keep(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, system: str) -> None:
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr("ingest.readers.confined.confine._limit", lambda *_: True)
    assert confine(tmp_path, tmp_path) == Confined(shares=system == "darwin")


def test_a_kernel_without_landlock_and_a_processor_without_a_table_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(landlock, "find_version", lambda: 0)
    assert not landlock.see_only([Path("/usr")], Path("/nowhere"))
    monkeypatch.setattr("platform.machine", lambda: "riscv64")
    assert not seccomp.refuse_sockets(within_machine=False)


def test_the_places_of_a_reader_hold_python_and_our_data_and_not_the_library() -> None:
    home = ROOT / "data" / "catalog"
    found = set(places.find_places(home))
    assert Path(sys.prefix).resolve() in found
    assert ROOT / "data" / "language" in found
    assert not [place for place in found if place in (home, *home.parents) or home in place.parents]
