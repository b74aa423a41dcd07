"""Whose log-in a request bears is asked seldom, and never answered with what was true before a log-out."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

import anyio

from ingest.accounts.values import Person
from ui.doors.people import People
from ui.doors.sessions import Sessions

_Answer = TypeVar("_Answer")


def run(ask: Callable[[], Awaitable[_Answer]]) -> _Answer:
    """In a thread of its own: in that of the tests the driver of a browser may have its loop."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(anyio.run, ask).result()


class Slow(People):
    """Accounts that know one person, answer when they are let, and count how often they were asked."""

    def __init__(self, known: Person) -> None:
        super().__init__(Path())
        self.known: Person | None = known
        self.asked, self.may_answer = 0, threading.Event()

    def find(self, token: str) -> Person | None:  # noqa: ARG002  # there is one
        self.asked += 1
        found = self.known
        self.may_answer.wait(5)
        return found

    def log_out(self, token: str) -> None:  # noqa: ARG002  # there is one
        self.known = None


HOA = Person("hoa", "Lê Thị Hoa", "reader", frozenset())
TOKEN = "t" * 43


def test_a_hundred_requests_at_once_ask_the_accounts_once() -> None:
    people = Slow(HOA)

    async def ask() -> list[Person | None]:
        sessions = Sessions(people)
        all_of_them = asyncio.gather(*(sessions.find(TOKEN) for _ in range(100)))
        await asyncio.sleep(0.05)
        people.may_answer.set()
        return await all_of_them

    assert run(ask) == [HOA] * 100
    assert people.asked == 1


def test_an_answer_from_before_a_log_out_is_not_remembered_after_it() -> None:
    people = Slow(HOA)

    async def ask() -> Person | None:
        sessions = Sessions(people)
        early = asyncio.ensure_future(sessions.find(TOKEN))
        await asyncio.sleep(0.05)
        await sessions.end(TOKEN)
        people.may_answer.set()
        await early
        return await sessions.find(TOKEN)

    assert run(ask) is None
