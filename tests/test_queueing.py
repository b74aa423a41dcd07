"""How many questions are worked on at once: who comes when too many wait is told so, and nobody waits for ever."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import pytest

from index.queueing import Queue
from index.searching.request import Request
from ingest.errors import BusyError, QuestionError
from ui import search_found


def hold(queue: Queue, freed: threading.Event) -> tuple[threading.Thread, threading.Event]:
    """Somebody who goes in and stays until *freed*."""
    entered = threading.Event()

    def stay() -> None:
        with queue.enter():
            entered.set()
            freed.wait(10)

    thread = threading.Thread(target=stay)
    thread.start()
    return thread, entered


def test_so_many_are_inside_at_once_and_the_next_waits_for_a_place() -> None:
    queue, freed = Queue(2, 5, 10.0), threading.Event()
    first = [hold(queue, freed) for _ in range(2)]
    assert all(entered.wait(5) for _, entered in first)
    third, entered = hold(queue, freed)
    assert not entered.wait(0.2)
    freed.set()
    assert entered.wait(5)
    for thread, _ in (*first, (third, entered)):
        thread.join(5)


def test_who_comes_when_too_many_wait_is_told_so_at_once() -> None:
    queue, freed = Queue(1, 0, 10.0), threading.Event()
    thread, entered = hold(queue, freed)
    assert entered.wait(5)
    began = time.monotonic()
    with pytest.raises(BusyError, match="Hãy thử lại"), queue.enter():
        pass
    assert time.monotonic() - began < 1
    freed.set()
    thread.join(5)
    with queue.enter():
        pass


def test_who_waits_too_long_is_sent_away_and_leaves_his_place() -> None:
    queue, freed = Queue(1, 1, 0.1), threading.Event()
    thread, entered = hold(queue, freed)
    assert entered.wait(5)
    for _ in range(3):
        with pytest.raises(BusyError), queue.enter():
            pass
    freed.set()
    thread.join(5)
    with queue.enter():
        pass


def test_who_is_inside_asks_again_without_waiting() -> None:
    queue = Queue(1, 0, 0.1)
    with queue.enter(), queue.enter():
        pass
    with queue.enter():
        pass


def fail(queue: Queue) -> None:
    with queue.enter():
        raise ValueError


@pytest.mark.parametrize("within", [fail])
def test_what_fails_inside_gives_its_place_back(within: Callable[[Queue], None]) -> None:
    queue = Queue(1, 0, 0.1)
    for _ in range(3):
        with pytest.raises(ValueError, match=r"^$"):
            within(queue)


def test_a_search_that_is_narrowed_by_hundreds_of_values_is_refused_in_words() -> None:
    chosen = tuple(("loai", f"Loại {number}") for number in range(500))
    with pytest.raises(QuestionError, match=r"500 giá trị.*Hãy bỏ bớt"):
        search_found.look(Request("dân vận", chosen))
