"""Processes killed in the middle of what they do lose nothing that was acknowledged, and the same command goes on.

A few kills of each act here; ``make check-slow`` has more, and ``python -m bench.kills --kills 500`` most.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bench.kill_acts import Act, make_acts
from bench.kills import Killing, Server, Tally, draw_table, kill_all, start_server

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no forks")
FIRST_AND_LAST = ("1", "8")
"""Versions of the tables that are brought up to date here."""


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with start_server() as started:
        yield started


def is_quick(act: Act) -> bool:
    return not act.name.startswith("nâng lược đồ") or act.name.endswith(FIRST_AND_LAST)


def assert_nothing_wrong(tallies: list[Tally], kills: int) -> None:
    assert [fault for one in tallies for fault in one.faults] == []
    assert sum(one.middle for one in tallies) >= 0.9 * kills  # of an act that is over at once fewer meet it alive
    assert sum(one.acknowledged for one in tallies) > 0


def test_a_few_kills_of_every_act_lose_nothing(server: Server, tmp_path: Path) -> None:
    assert_nothing_wrong(list(kill_all(server, 28, 1, tmp_path, is_quick)), 28)


@pytest.mark.slow
def test_more_kills_of_every_act_lose_nothing(server: Server, tmp_path: Path) -> None:
    assert_nothing_wrong(list(kill_all(server, 132, 2, tmp_path)), 132)


def test_what_is_acknowledged_too_early_is_found(server: Server, tmp_path: Path) -> None:
    (honest,) = (act for act in make_acts("") if act.door == "desk")
    tally = Killing(server, replace(honest, door="hasty desk"), tmp_path, random.Random(1)).kill(6)
    assert tally.lost > 0
    assert any("acknowledged and not there: Câu hỏi" in fault for fault in tally.faults)


def test_the_table_adds_up() -> None:
    table = draw_table([Tally("thêm", kills=3, lost=1), Tally("bỏ", kills=2)])
    assert table.splitlines()[-1].split() == ["cộng", "5", "0", "0", "1", "0", "0", "0", "0"]
