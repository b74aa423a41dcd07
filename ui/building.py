"""The index built behind the pages: one build at a time in the process, whoever asks for it."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass

from ingest.errors import AppError

Report = Callable[[str, int, int], None]
"""Told of each step: what is being done, how much of it is done, how much there is."""

UNEXPECTED = (
    "Lập chỉ mục dừng vì một lỗi của chương trình. Hãy bấm Lập chỉ mục lại ở trang Hỏi đáp; "
    "nếu vẫn lỗi, hãy gửi nhật ký ở cửa sổ lệnh cho người quản trị."
)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the build is."""

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
        return f"{self.step}: {self.done}/{self.total}" if self.total > 0 else f"{self.step}…"


class IndexBuilder:
    """Runs a build in a thread of its own, so that a click or a closed tab does not stop it.

    Every page sees the same builder. A failed build leaves its message and is not tried again by itself.
    """

    def __init__(self, build: Callable[[Report], object]) -> None:
        self._build = build
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self.progress = Progress("Đang chuẩn bị", 0, 0)
        self.failure: str | None = None

    @property
    def running(self) -> bool:
        """Whether a build is under way."""
        thread = self._thread
        return thread is not None and thread.is_alive()

    def start(self) -> None:
        """Begin a build, unless one is under way."""
        with self._lock:
            if self.running:
                return
            self.failure = None
            self.progress = Progress("Đang chuẩn bị", 0, 0)
            self._thread = threading.Thread(target=self._run, name="index-build", daemon=True)
            self._thread.start()

    def wait(self, seconds: float) -> None:
        """Return when the build ends, or after so many seconds."""
        thread = self._thread
        if thread is not None:
            thread.join(seconds)

    def _run(self) -> None:
        try:
            self._build(self._report)
        except AppError as error:
            self.failure = str(error)
        except Exception:  # a thread has no caller to raise to: the log keeps the traceback, the page the message
            logging.getLogger(__name__).exception("index build")
            self.failure = UNEXPECTED

    def _report(self, step: str, done: int, total: int) -> None:
        self.progress = Progress(step, done, total)
