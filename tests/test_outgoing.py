"""No command but `fetch` reaches for another machine, and none needs to: each works in a network with nobody in it."""

from __future__ import annotations

import argparse
import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import index.__main__
import ingest.__main__
from tests.browser import NOTICE
from tests.outgoing import Watch, alone, can_run, is_at_home
from tests.surrounded import FIRST, SECOND, TEXTS

REACHING = {"ingest fetch"}
"""The commands that are made to reach out."""
PAGE = "http://stranger.invalid/trang"
QUESTION = "Kết luận nói gì về kiểm tra, giám sát ở cơ sở?"
Call = tuple[str, ...]
KEEPING: tuple[Call, ...] = (
    ("ingest", "add", "{files}"),
    ("ingest", "list"),
    ("ingest", "show", SECOND),
    ("ingest", "versions", SECOND),
    ("ingest", "correct", SECOND, "--title", "về việc khác"),
    ("ingest", "review"),
    ("ingest", "reread"),
    ("ingest", "collection", "create", "Bộ một"),
    ("ingest", "collection", "add", "Bộ một", SECOND),
    ("ingest", "collection", "list", "Bộ một"),
    ("ingest", "collection", "take", "Bộ một", SECOND),
    ("ingest", "collection", "rename", "Bộ một", "Bộ hai"),
    ("ingest", "collection", "groups", "Bộ hai", "Tổ một"),
    ("ingest", "collection", "groups", "Bộ hai", "--everyone"),
    ("ingest", "collection", "remove", "Bộ hai"),
    ("ingest", "export", "{home}/mang-di"),
    ("ingest", "remove", FIRST),
    ("ingest", "restore", FIRST),
    ("ingest", "backup", "{home}/kho.zip"),
    ("ingest", "restore", "{home}/kho.zip", "--to", "{home}/khac"),
    ("ingest", "remove", FIRST),
    ("ingest", "purge", FIRST, "--now", "--yes"),
    ("ingest", "account", "add", "quan-tri", "--role", "administrator", "--password-stdin"),
    ("ingest", "account", "add", "hoa", "--password-stdin"),
    ("ingest", "account", "role", "hoa", "librarian"),
    ("ingest", "account", "group", "hoa", "--add", "Tổ một"),
    ("ingest", "account", "email", "hoa", "hoa@coquan.example"),
    ("ingest", "account", "password", "hoa", "--password-stdin"),
    ("ingest", "account", "sessions", "hoa"),
    ("ingest", "account", "suspend", "hoa"),
    ("ingest", "account", "resume", "hoa"),
    ("ingest", "account", "list"),
    ("ingest", "account", "remove", "hoa"),
    ("ingest", "audit", "--verify"),
    ("ingest", "verify"),
    ("ingest", "doctor"),
    ("ingest", "watch", "{files}"),
)
"""Every command on a library, one after the other; the last goes on until it is interrupted."""
COMING_BACK: Call = ("ingest", "import", "{home}/mang-di")
"""Into a library that holds nothing yet."""
ASKING: tuple[Call, ...] = (
    KEEPING[0],
    ("index", "build"),
    ("index", "search", QUESTION, "--explain"),
    ("index", "search", "dân vận", "--facets"),
    ("index", "ask", QUESTION),
    ("index", "compare", FIRST, SECOND, "--docx", "{home}/so-sanh.docx"),
    ("index", "similar", SECOND, "--at", "dieu-1"),
    ("index", "related", SECOND, "--hops", "2", "--export", "{home}/quan-he.graphml"),
    ("index", "eval", "--suite", "notice"),
    ("ingest", "verify"),
)
"""Every command that asks it, models and all; what is kept is then looked at once more, with its index."""


def find_commands() -> Iterator[str]:
    """Every command of both programs, and what each leads on to."""
    for program, parser in (("ingest", ingest.__main__._parser()), ("index", index.__main__._parser())):
        yield from find_within(program, parser)


def find_within(name: str, parser: argparse.ArgumentParser) -> Iterator[str]:
    chosen = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    if not chosen:
        yield name
    for action in chosen:
        for word, inner in action.choices.items():
            yield from find_within(f"{name} {word}", inner)


def write_files(folder: Path, pdf: bytes) -> Path:
    folder.mkdir()
    for place, text in enumerate((*TEXTS, NOTICE.read_text("utf-8"))):
        (folder / f"{place}.txt").write_text(text, "utf-8")
    (folder / "thong-bao.pdf").write_bytes(pdf)
    (folder / "hong.docx").write_bytes(b"PK\x03\x04 hong")
    (folder / "trang.html").write_text('<p>Ghi chép <img src="http://stranger.invalid/a.png"></p>', "utf-8")
    return folder


def interrupt(watch: Watch, *words: str) -> tuple[int, str]:
    """Run a command that goes on and on, and stop it as a person does once it has said something."""
    process = watch.start(*words)
    assert process.stdout is not None
    first = process.stdout.readline()
    time.sleep(1)
    for pid in find_children(process.pid):
        os.kill(pid, signal.SIGINT)
    said = "".join(process.communicate(timeout=60))
    return process.returncode, first + said


def find_children(pid: int) -> list[int]:
    """The interpreter itself, under whatever stands before it on the line."""
    inner = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()
    traced = Path(f"/proc/{pid}/comm").read_text("ascii").strip() == "strace"
    return [int(child) for child in inner[:1]] if traced else [pid]


def test_every_command_but_those_that_reach_out_is_tried_below() -> None:
    tried = {" ".join(words) for call in (*KEEPING, COMING_BACK, *ASKING) for words in (call[:2], call[:3])}

    missing = [name for name in find_commands() if name not in tried | REACHING]
    assert missing == [], "show them at work in KEEPING or ASKING"
    assert set(find_commands()) >= REACHING


@pytest.mark.skipif(sys.platform != "linux", reason="interrupts what it finds in /proc")
@pytest.mark.parametrize(
    "calls",
    [pytest.param(KEEPING, id="keeping"), pytest.param(ASKING, id="asking", marks=pytest.mark.slow)],
)
def test_no_command_reaches_for_another_machine_nor_misses_it(
    tmp_path: Path, plain_pdf: bytes, calls: tuple[Call, ...]
) -> None:
    places = {"files": str(write_files(tmp_path / "files", plain_pdf)), "home": str(tmp_path)}
    watch = Watch(tmp_path / "watch", {**os.environ, "VANKIEN_HOME": str(tmp_path / "var"), "VANKIEN_OFFICE": ""})
    reached = {}
    for program, *words in calls:
        call = [sys.executable, "-u", "-m", program, *(word.format(**places) for word in words)]
        code, said = interrupt(watch, *call) if words[0] == "watch" else watch.run(*call)
        assert code in (0, 130) or words[0] == "add", (words, said)  # one of the files is broken, on purpose
        assert "Traceback" not in said, (words, said)
        if contacts := watch.take_contacts():
            reached[" ".join((program, *words))] = contacts
    if (tmp_path / "mang-di").exists():
        watch.environment["VANKIEN_HOME"] = str(tmp_path / "trong")
        code, said = watch.run(sys.executable, "-m", *(word.format(**places) for word in COMING_BACK))
        assert (code, watch.take_contacts()) == (0, []), said

    assert reached == {}


@pytest.mark.parametrize(
    ("line", "contact"),
    [
        pytest.param("socket.getaddrinfo('stranger.invalid', 80)", "stranger.invalid", id="looked-up"),
        pytest.param("socket.socket(type=socket.SOCK_DGRAM).connect(('192.0.2.1', 9))", "192.0.2.1", id="connected"),
        pytest.param("socket.socket(type=socket.SOCK_DGRAM).sendto(b'', ('192.0.2.1', 9))", "192.0.2.1", id="sent"),
        pytest.param(
            "from ingest.fresh import start_module as s; "
            "s('timeit', ['-n1', '-r1', 'import socket; socket.getaddrinfo(\"stranger.invalid\", 80)']).wait()",
            "stranger.invalid",
            id="by-a-process-of-a-reader",
        ),
    ],
)
def test_a_stranger_would_be_seen(tmp_path: Path, line: str, contact: str) -> None:
    watch = Watch(tmp_path / "watch", dict(os.environ))
    watch.run(sys.executable, "-c", f"import socket; {line}")

    assert contact in " ".join(watch.take_contacts())
    assert watch.take_contacts() == []


def test_what_does_not_speak_through_python_is_seen_by_strace(tmp_path: Path) -> None:
    if not can_run("strace", "-f", "-o", os.devnull, "true"):
        pytest.skip("strace is not here, or not allowed: apt-get install strace")
    watch = Watch(tmp_path / "watch", dict(os.environ))
    watch.run("bash", "-c", "exec 3<>/dev/udp/192.0.2.1/9; echo a >&3")

    assert watch.take_contacts() == ["strace 192.0.2.1"]


@pytest.mark.parametrize(
    ("host", "at_home"),
    [
        *[(host, True) for host in ("", "127.0.0.1", "127.1.2.3", "::1", "localhost", "::ffff:127.0.0.1")],
        *[
            (host, False)
            for host in ("192.0.2.1", "10.0.0.5", "127.0.0.1.stranger.invalid", "fe80::1", "localhost.com")
        ],
    ],
)
def test_only_this_machine_is_at_home(host: str, at_home: bool) -> None:
    assert is_at_home(host) is at_home


@pytest.mark.skipif(not alone(), reason="the system gives no network apart: unshare is not here, or not allowed")
def test_fetch_is_seen_reaching_out_and_says_what_to_do_without_a_network(tmp_path: Path) -> None:
    watch = Watch(tmp_path / "watch", {**os.environ, "VANKIEN_HOME": str(tmp_path / "var")})
    code, said = watch.run(sys.executable, "-m", "ingest", "fetch", "04-NQ/TW@2016-10-30", "--from", PAGE)

    assert code != 0
    assert "Hãy" in said
    assert "socket.getaddrinfo stranger.invalid" in watch.take_contacts()
