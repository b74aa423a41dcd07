"""Each file is read in a process of its own that may die of it: nothing else is lost.

A process serves one file after the other; one that dies, takes too long or grew too large is replaced. What it may
take and reach is limited where the system can (``confined/``: Linux; on Windows and macOS time alone is). The
processes are fresh interpreters, not forks: threads, models and the program's own main module stay outside them. Each
has a folder of its own for what it and the programs it starts write, which goes with it however it ends.

With a folder::

    with ReaderPool(workers=2) as pool:
        for file, result in pool.read_each(files):  # in the order of *files*; a bounded number is read ahead
            ...  # result: Contained (bytes and Reading), or ReadingError
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from queue import LifoQueue
from types import TracebackType
from typing import Any, Self

from ingest.documents import FromFile
from ingest.errors import HinderedError, ReadingError
from ingest.fresh import start_module
from ingest.handing import unpack_document
from ingest.language import fill
from ingest.readers.confined.confine import Confined
from ingest.readers.kinds import read_file
from ingest.readers.limits import LARGEST_MEMORY, LARGEST_WRITTEN, LONGEST_READING, LONGEST_SCAN
from ingest.readers.printed.page_picture import PagePicture, unpack_page
from ingest.readers.reading import Page, Reading
from ingest.readers.recognise import IMAGES, PDF, find_kind
from ingest.system import explain

_MOST_READERS = 4  # each may take a gigabyte of memory
_AHEAD = 2  # files in flight for each worker
_RESAVE = "Tệp có thể bị hỏng: hãy mở tệp, lưu thành tệp mới rồi thêm lại."
_SPLIT = "Hãy tách thành nhiều tệp nhỏ, hoặc lưu thành tệp mới rồi thêm lại."
_REPORT = "Hãy lưu thành tệp mới rồi thêm lại; nếu vẫn lỗi, hãy gửi dòng này cho người phụ trách phần mềm."


def read_apart(content: bytes, file: Path) -> Reading:
    """The pages of *content*, read in a process that is started for it; *file* is for messages.

    Raises:
        ReadingError: As :func:`ingest.readers.read_content`; also where the reader dies, takes longer than
            :data:`LONGEST_READING` (a scan :data:`LONGEST_SCAN`) or needs more than :data:`LARGEST_MEMORY`.
    """
    with ReaderPool(1) as pool:
        return pool.read(content, file).result()


@dataclass(frozen=True, slots=True)
class Contained:
    """A file that was read: its bytes and what they say."""

    content: bytes
    reading: Reading


class ReaderPool:
    """Reader processes, *workers* of them at most, each started when first needed; a context manager.

    Leaving it ends them all, those in the middle of a file too; what was asked for and not begun is cancelled.
    """

    def __init__(self, workers: int, longest: float | None = None) -> None:
        """*longest*: seconds for one file of any kind, in place of those that are set."""
        self.workers = workers
        self._threads = ThreadPoolExecutor(workers, thread_name_prefix="reader")
        self._readers = [_Reader(longest) for _ in range(workers)]
        self._idle: LifoQueue[_Reader] = LifoQueue()
        for reader in self._readers:
            self._idle.put(reader)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)
        for reader in self._readers:
            reader.close()
        self._threads.shutdown(wait=True)

    def read(self, content: bytes, file: Path) -> Future[Reading]:
        """The reading of *content* as soon as a process is free; its result raises as :func:`read_apart`."""
        return self._threads.submit(self._read, content, file)

    def read_from(self, content: bytes, file: Path) -> Future[FromFile]:
        """The document in *content*, its structure and record read there too, within the same limits."""
        return self._threads.submit(self._read_from, content, file)

    def draw_page(self, content: bytes, file: Path, number: int) -> Future[PagePicture]:
        """A page as a picture; its result raises as :func:`ingest.readers.printed.picture.draw_page`."""
        return self._threads.submit(lambda: unpack_page(self._ask(f"picture {number}", content, file)["page"]))

    def find_confined(self) -> Confined:
        """What this system keeps from a reader; raises as :func:`read_apart`."""
        return self._threads.submit(lambda: Confined(**self._ask("confined", b"", Path())["confined"])).result()

    def read_each(self, files: Iterable[Path]) -> Iterator[tuple[Path, Contained | ReadingError]]:
        """Each file with what it holds or why it cannot be read, in the order given.

        Only a few files for each worker are held in memory, however slowly the results are taken.
        """
        waiting: deque[tuple[Path, Future[Contained]]] = deque()
        for file in files:
            waiting.append((file, self._threads.submit(self._read_file, file)))
            if len(waiting) >= _AHEAD * self.workers:
                yield _outcome(*waiting.popleft())
        while waiting:
            yield _outcome(*waiting.popleft())

    def _read_file(self, file: Path) -> Contained:
        content = read_file(file)
        return Contained(content, self._read(content, file))

    def _read(self, content: bytes, file: Path) -> Reading:
        answer = self._ask("pages", content, file)
        pages = tuple(Page(*page) for page in answer["pages"])
        return Reading(answer["kind"], pages, tuple(answer["notes"]))

    def _read_from(self, content: bytes, file: Path) -> FromFile:
        answer = self._ask("document", content, file)
        return FromFile(answer["kind"], unpack_document(answer["document"]))

    def _ask(self, wanted: str, content: bytes, file: Path) -> dict[str, Any]:
        reader = self._idle.get()
        try:
            return reader.ask(wanted, content, file)
        finally:
            self._idle.put(reader)


def open_readers() -> ReaderPool:
    """Reader processes, as many as this machine bears."""
    return ReaderPool(min(os.cpu_count() or 1, _MOST_READERS))


def _outcome(file: Path, future: Future[Contained]) -> tuple[Path, Contained | ReadingError]:
    try:
        return file, future.result()
    except ReadingError as error:
        return file, error


class _Reader:
    """One reader process, started when needed and again after its death; used by one thread at a time."""

    def __init__(self, longest: float | None) -> None:
        self._longest = longest
        self._process: subprocess.Popen[bytes] | None = None
        self._scratch = ""
        self._closed = False
        self._starting = threading.Lock()

    def ask(self, wanted: str, content: bytes, file: Path) -> dict[str, Any]:
        """What it answers to *wanted*: ``"pages"``, ``"document"``, ``"picture 3"``; raises as :func:`read_apart`."""
        try:
            process = self._start()
        except OSError as error:
            raise _hindered(explain(error), file) from error
        late = threading.Event()
        longest = self._longest or _longest_for(content)
        timer = threading.Timer(longest, _end_late, (process, late))
        timer.start()
        try:
            answer = _ask(process, wanted, content, file)
        finally:
            timer.cancel()
        if answer is None or answer["worn"]:
            self._end()
        if answer is not None:
            return _check(answer, file)
        if not late.is_set():
            raise ReadingError(file, "bộ đọc đã dừng bất thường", _RESAVE)
        raise ReadingError(
            file, fill("đọc quá {minutes} phút", minutes=f"{longest / 60:.3g}".replace(".", ",")), _SPLIT
        )

    def close(self) -> None:
        """End the process; none is started any more."""
        with self._starting:
            self._closed = True
        self._end()

    def _start(self) -> subprocess.Popen[bytes]:
        with self._starting:
            if self._closed:
                raise RuntimeError("the pool of readers is closed")
            if self._process is None or self._process.poll() is not None:
                self._sweep()
                self._scratch = tempfile.mkdtemp(prefix="vankien-")
                self._process = _start_process(self._scratch)
            return self._process

    def _end(self) -> None:
        if self._process is None:
            return
        _kill(self._process)
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):  # what was not yet sent to it
                    pipe.close()
        self._process.wait()
        self._sweep()

    def _sweep(self) -> None:
        """Remove what a process that has ended wrote."""
        if self._scratch:
            shutil.rmtree(self._scratch, ignore_errors=True)


def _longest_for(content: bytes) -> float:
    return LONGEST_SCAN if find_kind(content) in (PDF, *IMAGES) else LONGEST_READING


def _start_process(scratch: str) -> subprocess.Popen[bytes]:
    """A reader that writes to *scratch*."""
    from ingest.store.connection import library_folder  # which knows the readers, too

    one_thread = dict.fromkeys(("OMP_THREAD_LIMIT", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1")
    temporary = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), scratch)
    told = [scratch, str(library_folder().absolute())]
    return start_module("ingest.readers.reader_process", told, one_thread | temporary, subprocess.DEVNULL)


def _end_late(process: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    _kill(process)


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End *process* and what it started, as Tesseract or LibreOffice."""
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        with suppress(OSError):
            subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)  # noqa: S603, S607
        process.kill()
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)


def _ask(process: subprocess.Popen[bytes], wanted: str, content: bytes, file: Path) -> dict[str, Any] | None:
    """What the process answers; ``None`` if it died of it."""
    if process.stdin is None or process.stdout is None:
        raise RuntimeError("a reader process without pipes")
    asked = json.dumps({"wanted": wanted, "file": str(file), "length": len(content)})
    try:
        process.stdin.write(asked.encode() + b"\n")
        process.stdin.write(content)
        process.stdin.flush()
        line = process.stdout.readline()
    except (OSError, ValueError):  # its end of the pipe is shut, or ours is, by close()
        return None
    return json.loads(line) if line.endswith(b"\n") else None


def _hindered(why: str, file: Path) -> HinderedError:
    advice = fill("Hãy xem lại chỗ chứa tệp tạm ({folder}) rồi thêm lại.", folder=tempfile.gettempdir())
    return HinderedError(file, fill("bộ đọc không làm việc được: {why}", why=why), advice)


def _check(answer: dict[str, Any], file: Path) -> dict[str, Any]:
    match answer:
        case {"kind": _}:
            return answer
        case {"hindered": why}:
            raise _hindered(why, file)
        case {"why": why, "advice": advice}:
            raise ReadingError(file, why, advice)
        case {"bug": bug, "traceback": trace}:
            error = ReadingError(file, fill("bộ đọc gặp lỗi ({bug})", bug=bug), _REPORT)
            error.add_note(trace)
            raise error
        case {"written": True}:
            raise ReadingError(
                file, fill("đọc tệp này cần ghi tạm hơn {size} MB", size=LARGEST_WRITTEN // 1024**2), _SPLIT
            )
    why = fill("đọc tệp này cần hơn {size} GB bộ nhớ", size=LARGEST_MEMORY // 1024**3)
    raise ReadingError(file, why, _SPLIT)
