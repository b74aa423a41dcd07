"""What runs behind the pages: one piece of work in a thread of its own, which every page can look at."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass

from ingest.errors import AppError
from ingest.language import keep_language, tr
from ui.visitor import keep_visitor

Report = Callable[[str, int, int], None]
"""Told of each step: what is being done, how much of it is done, how much there is."""

UNEXPECTED = (
    "Lập chỉ mục dừng vì một lỗi của chương trình. Hãy bấm Lập chỉ mục lại ở trang Hỏi đáp; "
    "nếu vẫn lỗi, hãy gửi nhật ký ở cửa sổ lệnh cho người quản trị."
)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the work is; *step* is told in Vietnamese, as the readers who follow may not speak the same."""

    step: str
    done: int
    total: int

    @property
    def fraction(self) -> float:
        """From 0 to 1; 0 while the amount is not known."""
        return min(max(self.done / self.total, 0.0), 1.0) if self.total > 0 else 0.0

    @property
    def words(self) -> str:
        """For the bar: what is being done, and how much of how much."""
        step = tr(self.step)
        return f"{step}: {self.done}/{self.total}" if self.total > 0 else f"{step}…"


_FIRST = Progress("Đang chuẩn bị", 0, 0)


class Work:
    """Something that takes long, done in a thread of its own, so that a click or a closed tab does not stop it.

    What fails leaves its message and is not tried again by itself. The thread speaks the language of who started it.

    Args:
        do: The work; told how to report.
        name: Of the thread, and in the log.
        unexpected: What to tell a person of a bug.
    """

    def __init__(self, do: Callable[[Report], object], name: str, unexpected: str) -> None:
        self._do, self._name, self._unexpected = do, name, unexpected
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self.progress = _FIRST
        self.failure: str | None = None

    @property
    def running(self) -> bool:
        """Whether the work is under way."""
        thread = self._thread
        return thread is not None and thread.is_alive()

    def start(self) -> None:
        """Begin, unless it is under way."""
        with self._lock:
            if self.running:
                return
            self.failure = None
            self.progress = _FIRST
            self._thread = threading.Thread(target=keep_visitor(keep_language(self._run)), name=self._name, daemon=True)
            self._thread.start()

    def wait(self, seconds: float) -> None:
        """Return when the work ends, or after so many seconds."""
        thread = self._thread
        if thread is not None:
            thread.join(seconds)

    def _run(self) -> None:
        try:
            self._do(self._report)
        except AppError as error:
            self.failure = str(error)
        except Exception:  # a thread has no caller to raise to: the log keeps the traceback, the page the message
            logging.getLogger(__name__).exception(self._name)
            self.failure = tr(self._unexpected)

    def _report(self, step: str, done: int, total: int) -> None:
        self.progress = Progress(step, done, total)


class IndexBuilder(Work):
    """Builds the index; one build at a time in the process, whoever asks for it."""

    def __init__(self, build: Callable[[Report], object]) -> None:
        super().__init__(build, "index build", UNEXPECTED)
