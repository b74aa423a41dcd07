"""How many questions are worked on at once, and how many may wait: who comes later is told so at once."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from ingest.errors import BusyError

AT_ONCE = max(2, os.cpu_count() or 1)
MOST_WAITING = 30
LONGEST_WAIT_S = 10.0


class Queue:
    """A bounded queue before what takes the machine's whole strength; several threads share it.

    Args:
        at_once: How many are inside at a time.
        most_waiting: How many wait beside them.
        longest_wait: Seconds after which one that waits is sent away.
    """

    def __init__(
        self, at_once: int = AT_ONCE, most_waiting: int = MOST_WAITING, longest_wait: float = LONGEST_WAIT_S
    ) -> None:
        self._inside = threading.Semaphore(at_once)
        self._places = threading.Semaphore(at_once + most_waiting)
        self._longest_wait = longest_wait
        self._entered = threading.local()

    @contextmanager
    def enter(self) -> Iterator[None]:
        """Wait for a place, and have it inside; who is inside already keeps the one he has.

        Raises:
            BusyError: If too many wait, or it takes too long.
        """
        if getattr(self._entered, "inside", False):
            yield
            return
        if not self._places.acquire(blocking=False):
            raise BusyError
        try:
            if not self._inside.acquire(timeout=self._longest_wait):
                raise BusyError
            self._entered.inside = True
            try:
                yield
            finally:
                self._entered.inside = False
                self._inside.release()
        finally:
            self._places.release()


QUESTIONS = Queue()
"""Before every question and search of this process."""
