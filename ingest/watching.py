"""A folder that is looked at again and again: which files are new or changed, and whole.

What is there is told by looking, so that nothing is missed on a network drive or while the folder was away; the
system's own notices, where it gives any, only say when to look.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Generator
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.sources import find_files

if TYPE_CHECKING:
    from watchdog.observers.api import BaseObserver

SETTLED = 2.0
"""Seconds for which size and time of a file stay as they are before it is taken for whole."""
_LOOKED_FOR = 1.0  # seconds between two looks whether the folder is there
_NOTICED, _POLLED = 30.0, 5.0  # seconds between two looks, with and without the system's notices

Stamp = tuple[int, int]


class FolderWatch:
    """What has been seen of a folder.

    Attributes:
        there: Whether the folder was there at the last look.
    """

    def __init__(self, folder: Path, settled: float = SETTLED) -> None:
        self._folder, self._settled = folder, settled
        self._given: dict[Path, Stamp] = {}
        self._seen: dict[Path, tuple[Stamp, float]] = {}
        self.there = True

    @property
    def unsettled(self) -> bool:
        """Whether some file is still being written, as far as can be seen."""
        return bool(self._seen)

    def look(self, now: float) -> list[Path]:
        """The files that are new or changed since they were last given, and have been still for a while at *now*."""
        self.there = self._folder.is_dir()
        if not self.there:
            self._seen.clear()
            return []
        current = {file: stamp for file in find_files([self._folder]) if (stamp := _read_stamp(file))}
        self._given = {file: stamp for file, stamp in self._given.items() if file in current}
        fresh = {file: stamp for file, stamp in current.items() if self._given.get(file) != stamp}
        before = self._seen
        self._seen = {
            file: before[file] if file in before and before[file][0] == stamp else (stamp, now)
            for file, stamp in fresh.items()
        }
        whole = [file for file, (_, since) in self._seen.items() if now - since >= self._settled]
        self._given |= {file: self._seen.pop(file)[0] for file in whole}
        return whole


def watch_folder(
    folder: Path, say: Callable[[str], None], settled: float = SETTLED
) -> Generator[list[Path], None, None]:
    """Files of *folder* that are new or changed and whole, for ever; *say* hears when it goes and comes back."""
    watch, stirred = FolderWatch(folder, settled), threading.Event()
    observer = _observe(folder, stirred)
    try:
        while True:
            was_there, ready = watch.there, watch.look(time.monotonic())
            if was_there and not watch.there:
                say(f"Không còn thấy thư mục {folder}; sẽ theo dõi tiếp khi thư mục trở lại.")
                _stop(observer)
                observer = None
            elif watch.there and not was_there:
                say(f"Thư mục {folder} đã trở lại.")
                observer = _observe(folder, stirred)
            if ready:
                yield ready
            pause = settled / 2 if watch.unsettled else _NOTICED if observer else _POLLED
            _wait(stirred, pause, lambda: folder.is_dir() == watch.there)
            if stirred.is_set():
                stirred.clear()
                time.sleep(min(settled, 0.2))  # notices come in swarms
    finally:
        _stop(observer)


def _wait(stirred: threading.Event, pause: float, unmoved: Callable[[], bool]) -> None:
    """Return when *stirred*, after *pause* seconds, or when the folder itself went or came, which nothing notices."""
    until = time.monotonic() + pause
    while (left := until - time.monotonic()) > 0 and unmoved():
        if stirred.wait(min(left, _LOOKED_FOR)):
            return


def _observe(folder: Path, stirred: threading.Event) -> BaseObserver | None:
    """The system's notices of changes set *stirred*; ``None`` where it gives none."""
    try:
        from watchdog.events import FileSystemEvent, FileSystemEventHandler
        from watchdog.observers import Observer
    except ImportError:  # it comes with Streamlit, which leaves it out on some systems
        return None

    class _Stir(FileSystemEventHandler):
        def on_any_event(self, event: FileSystemEvent) -> None:
            if event.event_type in ("created", "modified", "moved", "deleted"):  # reading a file is no change
                stirred.set()

    # It would tell in English of notices lost, as of one that comes while it ends; we look by ourselves as well.
    logging.getLogger("watchdog").setLevel(logging.CRITICAL)
    observer = Observer()
    observer.schedule(_Stir(), str(folder), recursive=True)
    try:
        observer.start()
    except OSError:  # a drive without notices, or more folders than the system watches
        return None
    return observer


def _stop(observer: BaseObserver | None) -> None:
    if observer is not None:
        observer.stop()
        observer.join()


def _read_stamp(file: Path) -> Stamp | None:
    """Size in bytes and time of change in nanoseconds; ``None`` for what is no file, or has gone."""
    try:
        found = file.stat()
    except OSError:
        return None
    return (found.st_size, found.st_mtime_ns) if file.is_file() else None
