"""Whose log-in a request bears: asked of the accounts once in two seconds, and never remembered past its end."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, Generic, TypeVar

from anyio import CapacityLimiter, to_thread

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ingest.accounts.values import Person
    from ui.doors.people import People

REMEMBERED_S = 2.0
MOST_REMEMBERED = 2000
_AT_ONCE = 4
_FORM = re.compile(r"[\w-]{20,128}", re.ASCII)
_Known = TypeVar("_Known")
_ANY = "*"


@dataclass(slots=True)
class _Remembered(Generic[_Known]):
    """Answers of a few seconds' age; whoever asks while an answer is on its way waits for that one."""

    clock: Callable[[], float]
    answers: dict[str, tuple[float, _Known]] = field(default_factory=dict)
    asked: dict[str, asyncio.Task[_Known]] = field(default_factory=dict)

    async def get(self, key: str, ask: Callable[[], _Known], limit: CapacityLimiter) -> _Known:
        known = self.answers.get(key)
        if known is not None and self.clock() - known[0] < REMEMBERED_S:
            return known[1]
        if key not in self.asked:
            self.asked[key] = asyncio.ensure_future(self._ask(key, ask, limit))
        return await asyncio.shield(self.asked[key])

    async def _ask(self, key: str, ask: Callable[[], _Known], limit: CapacityLimiter) -> _Known:
        mine, since = asyncio.current_task(), self.clock()
        try:
            answer = await to_thread.run_sync(ask, limiter=limit)
            if self.asked.get(key) is mine:  # nobody has said meanwhile that it ended
                if len(self.answers) >= MOST_REMEMBERED:
                    self.answers.clear()
                self.answers[key] = (since, answer)
            return answer
        finally:
            if self.asked.get(key) is mine:
                del self.asked[key]

    def forget(self, key: str | None = None) -> None:
        for held in (self.answers, self.asked):
            if key is None:
                held.clear()
            else:
                held.pop(key, None)


class Sessions:
    """The log-ins of this process's visitors; all of it is called by the one loop of the server.

    Attributes:
        people: The accounts.
        always: Whether to ask even where there are none: others can reach this machine, or the office lets in.
    """

    def __init__(self, people: People, always: bool = False, clock: Callable[[], float] = time.monotonic) -> None:
        self.people, self.always = people, always
        self._limit = CapacityLimiter(_AT_ONCE)
        self._persons = _Remembered["Person | None"](clock)
        self._asking = _Remembered[bool](clock)
        self._open: dict[str, set[asyncio.Event]] = {}

    async def are_asked_for(self) -> bool:
        """Whether everybody has to log in."""
        return self.always or await self._asking.get(_ANY, self.people.exist, self._limit)

    async def find(self, token: str | None) -> Person | None:
        """Whose log-in *token* is; nobody's if it has ended, or is none."""
        if not token or not _FORM.fullmatch(token):
            return None
        return await self._persons.get(_digest(token), lambda: self.people.find(token), self._limit)

    async def end(self, token: str) -> None:
        """Log out: from here on nobody passes with *token*, and what it holds open is closed."""
        await to_thread.run_sync(self.people.log_out, token, limiter=self._limit)
        self._persons.forget(_digest(token))
        for ended in self._open.get(_digest(token), ()):
            ended.set()

    def look_again(self) -> None:
        """Forget all that is remembered: a password was changed, which ends log-ins that are not known here."""
        self._persons.forget()
        self._asking.forget()

    @contextmanager
    def watch(self, token: str) -> Iterator[asyncio.Event]:
        """What is set once *token* is logged out; for a connection that stays open."""
        ended = asyncio.Event()
        waiting = self._open.setdefault(_digest(token), set())
        waiting.add(ended)
        try:
            yield ended
        finally:
            waiting.discard(ended)
            if not waiting:
                self._open.pop(_digest(token), None)


def _digest(token: str) -> str:
    return sha256(token.encode()).hexdigest()
