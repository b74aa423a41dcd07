"""The process of one reader, of :mod:`ingest.readers.apart` alone: ``python -m … FOLDER LIBRARY``.

Asked by a line of JSON (what is wanted, name and length of the file) and the bytes of the file on its input, it
answers with a line of JSON on its output, again and again. Nothing is pickled. It ends when its input ends, so that
it outlives its parent by no more than ten seconds in a call into a library that will not let go; the folder FOLDER, for
what it writes meanwhile, goes with it. It may do no more than :mod:`ingest.readers.confined` leaves it, and cannot see
the folder LIBRARY.
"""

from __future__ import annotations

import errno
import json
import os
import queue
import shutil
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any, BinaryIO, NoReturn

from ingest.documents import read_from
from ingest.errors import ReadingError
from ingest.fresh import give_way
from ingest.handing import pack_value
from ingest.readers import read_content
from ingest.readers.confined.confine import confine
from ingest.readers.limits import LARGEST_MEMORY, LONGEST_SCAN, LONGEST_WORK
from ingest.readers.printed.page_picture import pack_page
from ingest.readers.printed.picture import draw_page
from ingest.readers.recognise import find_kind
from ingest.system import explain

_ALARM_DELAY = 10  # seconds that the parent has to end this process before it ends itself
_WORN = LARGEST_MEMORY // 2

_HINDERING = (errno.ENOSPC, errno.EDQUOT, errno.EMFILE, errno.ENOMEM, errno.EAGAIN)  # no fault of the file
_CONFINED: dict[str, bool] = {}

Request = tuple[str, str, bytes]  # what is wanted, of which file, with these bytes


def main() -> None:
    """Answer until the input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which then ends this process
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not be taken for an answer
    give_way()
    _CONFINED.update(asdict(confine(Path(sys.argv[1]), Path(sys.argv[2]))))  # before there is a second thread
    requests: queue.SimpleQueue[Request] = queue.SimpleQueue()
    threading.Thread(target=_receive, args=(sys.stdin.buffer, requests), daemon=True).start()
    while True:
        wanted, name, content = requests.get()
        _set_alarm(int(LONGEST_SCAN) + _ALARM_DELAY)
        answer = _answer(wanted, name, content).encode() + b"\n"
        _set_alarm(0)
        try:
            answers.write(answer)
            answers.flush()
        except BrokenPipeError:  # our parent was killed while we read; the other thread may not have seen it yet
            _leave()


def _receive(source: BinaryIO, requests: queue.SimpleQueue[Request]) -> None:
    """Hand on each request; when the input ends so does the process, whatever it or what it started is doing."""
    while line := source.readline():
        asked = json.loads(line)
        requests.put((asked["wanted"], asked["file"], source.read(asked["length"])))
    _leave()


def _leave() -> NoReturn:
    """End this process and what it started, and take the folder along."""
    shutil.rmtree(sys.argv[1], ignore_errors=True)
    if sys.platform != "win32" and os.getpgrp() == os.getpid():
        os.killpg(0, signal.SIGKILL)
    os._exit(0)


def _answer(wanted: str, name: str, content: bytes) -> str:
    """A line of JSON; putting it together may fail as the reading may."""
    try:
        kind, _, number = wanted.partition(" ")
        read = _draw_page(content, Path(name), int(number)) if number else _READ[kind](content, Path(name))
        return json.dumps({**read, "worn": _is_worn()}, default=pack_value)
    except ReadingError as error:
        failed = {"why": error.why, "advice": error.advice, "worn": _is_worn()}
    except MemoryError:
        failed = {"memory": True, "worn": True}
    except OSError as error:
        if error.errno == errno.EFBIG:
            return json.dumps({"written": True, "worn": True})
        if error.errno not in _HINDERING:
            return _confess(error)
        failed = {"hindered": explain(error), "worn": True}
    except Exception as error:  # noqa: BLE001 - a bug of a reader or its library costs one file, not the folder
        return _confess(error)
    return json.dumps(failed)


def _confess(error: Exception) -> str:
    said = f"{type(error).__name__}: {error}"
    return json.dumps({"bug": said, "traceback": "".join(traceback.format_exception(error)), "worn": True})


def _read_pages(content: bytes, file: Path) -> dict[str, Any]:
    reading = read_content(content, file)
    pages = [[page.text, page.number, page.confidence] for page in reading.pages]
    return {"kind": reading.kind, "pages": pages, "notes": reading.notes}


def _read_document(content: bytes, file: Path) -> dict[str, Any]:
    read = read_from(content, file)
    return {"kind": read.kind, "document": read.document}


def _draw_page(content: bytes, file: Path, number: int) -> dict[str, Any]:
    return {"kind": find_kind(content), "page": pack_page(draw_page(content, file, number))}


def _tell_confined(_: bytes, __: Path) -> dict[str, Any]:
    return {"kind": "", "confined": _CONFINED}


_READ: dict[str, Callable[[bytes, Path], dict[str, Any]]] = {
    "pages": _read_pages,
    "document": _read_document,
    "confined": _tell_confined,
}


def _is_worn() -> bool:
    """Whether so much memory was taken once, or so much time in all, that the next file should have a fresh process."""
    return _peak_memory() > _WORN or time.process_time() > LONGEST_WORK - LONGEST_SCAN


def _peak_memory() -> int:
    """The most bytes that this process had at once; 0 where the system does not say."""
    if sys.platform == "win32":
        return 0
    if sys.platform == "linux":  # what getrusage says there has in it what the parent had when it started us
        said = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
        return int(said["VmHWM"].split()[0]) * 1024
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak * (1 if sys.platform == "darwin" else 1024)


def _set_alarm(seconds: int) -> None:
    """The system ends this process after so many *seconds*, whatever library it is in; 0 calls it off."""
    if sys.platform != "win32":
        signal.alarm(seconds)


if __name__ == "__main__":
    main()
