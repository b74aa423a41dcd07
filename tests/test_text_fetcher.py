"""Texts are fetched behind the pages: in turn, each once, whoever asks; and what stops it is said."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from ingest.errors import LibraryError
from ingest.fetching import Got
from ingest.records import Record
from tests.test_accepting import record
from ui.fetching import UNEXPECTED, Fetch, TextFetcher

FIRST, SECOND, THIRD = (record(number=f"{one}-QĐ/TW") for one in (1, 2, 3))
PATIENCE_S = 20


class Portal:
    """Gives nothing until it is let; counts how often the way to it was opened."""

    def __init__(self, trouble: Exception | None = None) -> None:
        self.trouble = trouble
        self.opened = 0
        self.asked: list[str] = []
        self.let = threading.Semaphore(0)

    @contextmanager
    def open_way(self) -> Iterator[Fetch]:
        self.opened += 1
        yield self.fetch

    def fetch(self, one: Record) -> Got:
        self.asked.append(one.number)
        assert self.let.acquire(timeout=PATIENCE_S)
        if self.trouble:
            raise self.trouble
        return Got(one, None, ())


def wait_for(fetcher: TextFetcher, reached: Callable[[], bool]) -> None:
    for _ in range(PATIENCE_S):
        if reached():
            return
        fetcher.wait(1)
    assert reached()


def test_documents_are_fetched_in_turn_and_each_once_however_often_it_is_asked_for() -> None:
    portal = Portal()
    fetcher = TextFetcher(portal.open_way)
    fetcher.want([FIRST, SECOND])
    fetcher.want([SECOND, FIRST, THIRD])
    assert fetcher.state.now == FIRST
    assert fetcher.state.waiting == (SECOND.id, THIRD.id)
    assert all(map(fetcher.state.is_asked_for, (FIRST, SECOND, THIRD)))

    portal.let.release(3)
    wait_for(fetcher, lambda: not fetcher.state.running)
    assert [got.record for got in fetcher.state.done] == [FIRST, SECOND, THIRD]
    assert (portal.asked, portal.opened) == (["1-QĐ/TW", "2-QĐ/TW", "3-QĐ/TW"], 1)


def test_what_is_done_shows_while_the_next_is_fetched_and_is_forgotten_by_the_next_round() -> None:
    portal = Portal()
    fetcher = TextFetcher(portal.open_way)
    fetcher.want([FIRST, SECOND])
    portal.let.release()
    wait_for(fetcher, lambda: len(fetcher.state.done) == 1)
    assert fetcher.state.now == SECOND
    portal.let.release()
    wait_for(fetcher, lambda: not fetcher.state.running)

    fetcher.want([THIRD])
    assert fetcher.state.done == ()
    portal.let.release()
    wait_for(fetcher, lambda: not fetcher.state.running)
    assert portal.opened == 2


def test_a_stop_lets_the_document_at_hand_come_and_no_other() -> None:
    portal = Portal()
    fetcher = TextFetcher(portal.open_way)
    fetcher.want([FIRST, SECOND, THIRD])
    fetcher.stop()
    portal.let.release(3)
    wait_for(fetcher, lambda: not fetcher.state.running)
    assert portal.asked == ["1-QĐ/TW"]


@pytest.mark.parametrize(
    ("trouble", "said"),
    [
        pytest.param(LibraryError("Ổ đĩa đã đầy."), "Ổ đĩa đã đầy.", id="what-a-person-can-mend"),
        pytest.param(ZeroDivisionError("bug"), UNEXPECTED, id="a-bug-keeps-its-traceback-in-the-log"),
    ],
)
def test_what_stops_it_is_said_and_the_next_press_starts_anew(trouble: Exception, said: str) -> None:
    portal = Portal(trouble)
    fetcher = TextFetcher(portal.open_way)
    fetcher.want([FIRST, SECOND])
    portal.let.release(2)
    wait_for(fetcher, lambda: not fetcher.state.running)
    assert (fetcher.state.failure, fetcher.state.waiting, portal.asked) == (said, (), ["1-QĐ/TW"])

    portal.trouble = None
    fetcher.want([SECOND])
    wait_for(fetcher, lambda: not fetcher.state.running)
    assert fetcher.state.failure is None
    assert [got.record for got in fetcher.state.done] == [SECOND]
