"""The queue of those who log in: a password is compared slowly on purpose, and by few at a time."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ParamSpec, TypeVar

from anyio import CapacityLimiter, to_thread

from ingest.errors import AppError
from ingest.language import tr

AT_ONCE, MOST_WAITING = 2, 60
_Given = ParamSpec("_Given")
_Done = TypeVar("_Done")


class BusyError(AppError):
    """Too many wait already."""


class Queue:
    """Lets few in at a time, and so many wait as are served in a few seconds."""

    def __init__(self, at_once: int = AT_ONCE, most_waiting: int = MOST_WAITING) -> None:
        self._limit, self._most, self._waiting = CapacityLimiter(at_once), most_waiting, 0

    async def run(self, act: Callable[_Given, _Done], *given: _Given.args, **named: _Given.kwargs) -> _Done:
        """What *act* gives, run in a thread once it is its turn.

        Raises:
            BusyError: If too many wait.
        """
        if self._waiting >= self._most:
            raise BusyError(tr("Đang có quá nhiều người đăng nhập cùng lúc. Hãy thử lại sau vài giây."))
        self._waiting += 1
        try:
            return await to_thread.run_sync(partial(act, *given, **named), limiter=self._limit)
        finally:
            self._waiting -= 1
