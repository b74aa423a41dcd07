"""Whose turn it is at a model that serves one at a time: a question is never kept waiting by a long build."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Turns:
    """One at a time. Who asks goes before all who build, however long these have waited.

    A plain lock is not enough: a build gives it back and takes it again at once, and who waits may never get it.
    """

    def __init__(self) -> None:
        self._free = threading.Condition()
        self._taken = False
        self._asking = 0

    @contextmanager
    def take(self, *, asking: bool) -> Iterator[None]:
        """Wait for a turn, and have it inside."""
        with self._free:
            self._asking += asking
            try:
                self._free.wait_for(lambda: not self._taken and (asking or not self._asking))
            finally:
                self._asking -= asking
            self._taken = True
        try:
            yield
        finally:
            with self._free:
                self._taken = False
                self._free.notify_all()
