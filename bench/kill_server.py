"""The warm process of :mod:`bench.kills`: what it is asked for runs in a fork of it, and is killed where it is told to.

Everything is imported once, so that it is the work that is killed and not the loading; the fork is a process of its
own, with connections of its own. Asked by a line of JSON, it answers with a line of JSON.
"""

from __future__ import annotations

import json
import os
import selectors
import signal
import sqlite3
import sys
import time
import traceback
from collections.abc import Callable, Mapping
from contextlib import nullcontext
from dataclasses import replace
from typing import Any

from ingest.console import run

Request = Mapping[str, Any]
_READ = 1 << 16
_BUG = 70


def main() -> None:
    """Answer until the input ends."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    warm_up()
    print(json.dumps("ready"), file=answers, flush=True)
    for line in sys.stdin:
        print(json.dumps(act(json.loads(line))), file=answers, flush=True)


def warm_up() -> None:
    """Load whatever a command loads; the model is one that knows nothing, so that its cost is not measured."""
    import bm25s
    import faiss
    import underthesea  # noqa: F401 - loaded, and nothing more

    import index.build
    import index.encode
    import index.local_index
    import ingest.commands.safekeeping
    import ingest.fetching  # noqa: F401
    from index.segment import words
    from ingest.documents import read_document
    from tests.fakes import FakeEncoder

    def open_nothing(model: str) -> FakeEncoder:  # noqa: ARG001 - called as the other is
        return FakeEncoder()

    index.encode.open_encoder = open_nothing
    words("Công tác kiểm tra")
    read_document("THÔNG BÁO\nvề kiểm tra\n\n1. Theo Quy định 102-QĐ/TW.\n", "a.txt")
    assert faiss
    assert bm25s


def act(request: Request) -> dict[str, Any]:
    """Run one command in a fork, and kill it as ``request["kill"]`` says; what came of it.

    ``kill``: ``{"after": seconds}``, ``{"output": seconds after the first byte}``, or a point of writing by its number,
    ``{"point": 3, "when": "before", "during" or "after", "delay": seconds}``.
    """
    pipes = [os.pipe() for _ in range(3)]
    began = time.monotonic()
    child = os.fork()
    if child == 0:
        _be_the_command(request, *(writing for _, writing in pipes))
    for _, writing in pipes:
        os.close(writing)
    out, err, told = _watch(child, [reading for reading, _ in pipes], request.get("kill") or {})
    _, status = os.waitpid(child, 0)
    return {
        "status": os.waitstatus_to_exitcode(status),
        "output": out.decode(),
        "errors": err.decode(),
        "points": len(told),
        "seconds": time.monotonic() - began,
    }


def _watch(child: int, pipes: list[int], kill: Request) -> list[bytes]:
    """What came through each of *pipes* until the child ended."""
    came = dict.fromkeys(pipes, b"")
    out, _, tell = pipes
    ends_at = time.monotonic() + kill["after"] if "after" in kill else None
    with selectors.DefaultSelector() as waiting:
        for pipe in pipes:
            waiting.register(pipe, selectors.EVENT_READ)
        while waiting.get_map():
            ready = waiting.select(None if ends_at is None else max(0.0, ends_at - time.monotonic()))
            if ends_at is not None and time.monotonic() >= ends_at:
                os.kill(child, signal.SIGKILL)
                ends_at = None
            for key, _ in ready:
                piece = os.read(key.fd, _READ)
                if not piece:
                    waiting.unregister(key.fd)
                    os.close(key.fd)
                came[key.fd] += piece
                if key.fd == out and "output" in kill and piece and ends_at is None:
                    ends_at = time.monotonic() + kill["output"]
                if key.fd == tell and b"!" in piece:
                    ends_at = time.monotonic() + kill["delay"]
    return [came[pipe] for pipe in pipes]


# --- in the fork ---------------------------------------------------------------------------------------------


def _be_the_command(request: Request, out: int, err: int, tell: int) -> None:
    code = _BUG
    try:
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(out, 1)
        os.dup2(err, 2)
        sys.stdout, sys.stderr = os.fdopen(1, "w", encoding="utf-8"), os.fdopen(2, "w", encoding="utf-8")
        os.environ.update(request["environment"])
        _mark_points(tell, request.get("kill") or {})
        if not request.get("apart"):
            _read_here()
        code = run(_door(request["door"]), request["words"])
    except SystemExit as error:
        code = int(error.code or 0)
    except BaseException:  # noqa: BLE001 - it is told as a bug is; the fork must not go on as the server
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _door(name: str) -> Callable[..., int]:
    import index.__main__
    import ingest.__main__

    ours = {"desk": _write_on_the_desk, "hasty desk": _write_hastily}
    return {"ingest": ingest.__main__.main, "index": index.__main__.main, **ours}[name]


def _write_on_the_desk(words: list[str]) -> int:
    from ingest.desk.file import open_desk
    from ingest.store import library_folder

    with open_desk(library_folder()) as desk:
        for word in words:
            desk.history.add("tôi", word, answered=True)
            print(json.dumps({"asked": word}), flush=True)
    return 0


def _write_hastily(words: list[str]) -> int:
    """Say that it is kept before it is: the measurement must find this out, or it finds nothing."""
    for word in words:
        print(json.dumps({"asked": word}), flush=True)
    return _write_on_the_desk(words)


def _read_here() -> None:
    """Without the processes of readers, whose start is longer than all the rest, and without pauses for a portal."""
    import ingest.commands.fetching
    import ingest.commands.taking
    from ingest.adding import ReadHere
    from ingest.fetch_rules import load_rules

    for module in (ingest.commands.fetching, ingest.commands.taking):
        module.open_readers = lambda: nullcontext(ReadHere())  # type: ignore[attr-defined]  # a stand-in
    ingest.commands.fetching.load_rules = lambda home: replace(load_rules(home), pause_s=0, backoff_s=0)  # type: ignore[attr-defined]


def _mark_points(tell: int, kill: Request) -> None:
    """At every commit, ``fsync`` and change of a name: tell of it, and be killed there if that is the one."""
    count = 0

    def at_point(do: Callable[..., Any], *values: Any, **more: Any) -> Any:
        nonlocal count
        count += 1
        here = count == kill.get("point")
        os.write(tell, b"!" if here and kill["when"] == "during" else b".")
        if here and kill["when"] == "before":
            os.kill(os.getpid(), signal.SIGKILL)
        found = do(*values, **more)
        if here and kill["when"] == "after":
            os.kill(os.getpid(), signal.SIGKILL)
        return found

    class Marked(sqlite3.Connection):
        def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:
            if sql != "COMMIT":
                return super().execute(sql, *values)
            found: sqlite3.Cursor = at_point(super().execute, sql, *values)
            return found

    connect, fsync, replace, rename = sqlite3.connect, os.fsync, os.replace, os.rename
    setattr(sqlite3, "connect", lambda *words, **more: connect(*words, **more, factory=Marked))  # noqa: B010 - overloaded
    os.fsync = lambda *words: at_point(fsync, *words)
    os.replace = lambda *words, **more: at_point(replace, *words, **more)
    os.rename = lambda *words, **more: at_point(rename, *words, **more)


if __name__ == "__main__":
    main()
