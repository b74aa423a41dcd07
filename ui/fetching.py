"""The texts fetched behind the pages: one document after another, whoever asks for them."""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from ingest.errors import AppError
from ingest.language import keep_language, tr
from ingest.records import Record
from ui.visitor import keep_visitor

if TYPE_CHECKING:
    from ingest.fetching import Got

Fetch = Callable[[Record], "Got"]
"""Gets the text of one document, or tells why it could not."""

UNEXPECTED = (
    "Việc tải dừng vì một lỗi của chương trình. Hãy tải lại; nếu vẫn lỗi, hãy gửi nhật ký ở cửa sổ lệnh cho "
    "người quản trị."
)


@dataclass(frozen=True, slots=True)
class State:
    """How far the fetching is.

    Attributes:
        now: The document that is being fetched.
        waiting: Those that come after it, by id.
        done: What became of those before, in the order they were asked for.
        failure: Why all of it stopped.
    """

    now: Record | None = None
    waiting: tuple[str, ...] = ()
    done: tuple[Got, ...] = ()
    failure: str | None = None

    @property
    def running(self) -> bool:
        """Whether something is being fetched."""
        return self.now is not None

    def is_asked_for(self, record: Record) -> bool:
        """Whether *record* is being fetched, or its turn will come."""
        return record == self.now or record.id in self.waiting


class TextFetcher:
    """Fetches in a thread of its own, so that a click or a closed tab does not stop it; every page sees the same one.

    Args:
        open_way: Opens the library and the network for as long as there is something to fetch.
    """

    def __init__(self, open_way: Callable[[], AbstractContextManager[Fetch]]) -> None:
        self._open_way = open_way
        self._changed = threading.Condition()
        self._waiting: deque[Record] = deque()
        self._now: Record | None = None
        self._done: list[Got] = []
        self._failure: str | None = None
        self._thread: threading.Thread | None = None

    @property
    def state(self) -> State:
        """As it is at this moment."""
        with self._changed:
            waiting = tuple(record.id for record in self._waiting)
            return State(self._now, waiting, tuple(self._done), self._failure)

    def want(self, records: Iterable[Record]) -> None:
        """Have *records* fetched after those that wait; what was told of an earlier round is forgotten."""
        with self._changed:
            if self._thread is None:
                self._done, self._failure = [], None
            asked = {record.id for record in (*self._waiting, *([self._now] if self._now else []))}
            self._waiting.extend(record for record in records if record.id not in asked)
            if self._thread is None and self._waiting:
                self._now = self._waiting.popleft()
                self._thread = threading.Thread(
                    target=keep_visitor(keep_language(partial(self._run, self._now))), name="fetch", daemon=True
                )
                self._thread.start()

    def stop(self) -> None:
        """Fetch no more than what is being fetched now."""
        with self._changed:
            self._waiting.clear()
            self._changed.notify_all()

    def wait(self, seconds: float) -> None:
        """Return when something has changed, or after so many seconds."""
        with self._changed:
            if self._thread is not None:
                self._changed.wait(seconds)

    def _run(self, first: Record) -> None:
        failure: str | None = None
        try:
            with self._open_way() as fetch:
                record: Record | None = first
                while record is not None:
                    record = self._note(fetch(record))
        except AppError as error:
            failure = str(error)
        except Exception:  # a thread has no caller to raise to: the log keeps the traceback, the page the message
            logging.getLogger(__name__).exception("fetch")
            failure = tr(UNEXPECTED)
        with self._changed:
            self._end(failure)

    def _note(self, got: Got) -> Record | None:
        """Keep what became of one; the next, or ``None`` where none waits: then nothing comes after."""
        with self._changed:
            self._done.append(got)
            self._now = self._waiting.popleft() if self._waiting else None
            self._changed.notify_all()
            if self._now is None:
                self._thread = None  # said under the lock: who asks from now on starts anew
            return self._now

    def _end(self, failure: str | None) -> None:
        if failure is not None and self._thread is threading.current_thread():
            self._waiting.clear()
            self._now, self._failure, self._thread = None, failure, None
        self._changed.notify_all()
