"""A question goes before a build at the one model that both need."""

from __future__ import annotations

import threading
import time

import numpy as np
from numpy.typing import NDArray

from index.encode import LocalEncoder
from index.models.turns import Turns

PATIENCE = 30.0


def wait_until(turns: Turns, asking: int) -> None:
    """Until so many who ask wait for a turn."""
    give_up = time.monotonic() + PATIENCE
    while turns._asking < asking:
        assert time.monotonic() < give_up
        time.sleep(0.001)


def test_who_asks_goes_before_who_builds_however_long_these_have_waited() -> None:
    turns, order = Turns(), list[str]()

    def have(name: str, asking: bool) -> None:
        with turns.take(asking=asking):
            order.append(name)

    threads = [threading.Thread(target=have, args=("build", False)) for _ in range(3)]
    with turns.take(asking=False):
        for thread in threads:
            thread.start()
        threads.append(threading.Thread(target=have, args=("ask", True)))
        threads[-1].start()
        wait_until(turns, 1)
    for thread in threads:
        thread.join(PATIENCE)
    assert order == ["ask", "build", "build", "build"]


def test_one_has_it_at_a_time_and_it_is_given_back_after_a_failure() -> None:
    turns, inside, most = Turns(), 0, 0

    def have(asking: bool) -> None:
        nonlocal inside, most
        for _ in range(50):
            with turns.take(asking=asking):
                inside += 1
                most = max(most, inside)
                inside -= 1

    try:
        with turns.take(asking=False):
            raise ValueError
    except ValueError:
        pass
    threads = [threading.Thread(target=have, args=(number % 2 == 0,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
    assert (most, turns._taken, turns._asking) == (1, False, 0)


class SlowModel:
    """Stands for a model; a batch of passages takes as long as the test holds it."""

    def __init__(self) -> None:
        self.prompts: dict[str, str] = {}
        self.order: list[str] = []
        self.first_batch, self.go_on = threading.Event(), threading.Event()

    def encode_query(self, texts: list[str], **_: object) -> NDArray[np.float32]:
        self.order.append("question")
        return np.ones((len(texts), 4), dtype=np.float32)

    def encode_document(self, texts: list[str], **_: object) -> NDArray[np.float32]:
        self.order.append("batch")
        self.first_batch.set()
        assert self.go_on.wait(PATIENCE)
        return np.ones((len(texts), 4), dtype=np.float32)


def test_a_question_waits_for_one_batch_of_a_build_and_no_more() -> None:
    model = SlowModel()
    encoder = LocalEncoder(model, "chậm")  # type: ignore[arg-type]  # a stand-in
    model.order.clear()
    building = threading.Thread(target=encoder.encode_passages, args=(["x" * 1000] * 100,))
    building.start()
    assert model.first_batch.wait(PATIENCE)
    asking = threading.Thread(target=encoder.encode_queries, args=(["hỏi"],))
    asking.start()
    wait_until(encoder._turns, 1)
    model.go_on.set()
    for thread in (asking, building):
        thread.join(PATIENCE)
    assert model.order[:2] == ["batch", "question"]
    assert model.order.count("batch") > 3
