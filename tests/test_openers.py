"""What is open of each build: once for those who see the same, and given back once a newer one serves."""

from __future__ import annotations

import threading
from functools import partial
from pathlib import Path

import pytest

from index.settings import Settings
from ingest.store.sight import see_as
from ui.openers import _MOST_OPEN, Latest, _of_index

HOME = Settings(Path("var"))


def test_a_build_is_opened_once_and_a_newer_one_takes_its_place() -> None:
    latest: Latest[str] = Latest()
    opened: list[str] = []

    def open_it(name: str) -> str:
        opened.append(name)
        return name

    for build in ("a", "a", "b", "b"):
        assert latest.get(HOME, build, partial(open_it, build)) == build
    assert opened == ["a", "b"]
    assert [slot.opened for slot in latest._slots.values()] == [["b"]]


def test_of_many_sights_the_last_are_kept() -> None:
    latest: Latest[int] = Latest()
    for number in range(_MOST_OPEN + 3):
        latest.get(Settings(Path(str(number))), "a", partial(int, number))
    assert [slot.opened for slot in latest._slots.values()] == [[number] for number in range(3, _MOST_OPEN + 3)]


def test_who_waits_for_one_build_holds_nobody_who_wants_another() -> None:
    latest: Latest[str] = Latest()
    begun, freed = threading.Event(), threading.Event()

    def open_slowly() -> str:
        begun.set()
        freed.wait(10)
        return "slow"

    thread = threading.Thread(target=lambda: latest.get(HOME, "a", open_slowly))
    thread.start()
    assert begun.wait(5)
    assert latest.get(Settings(Path("other")), "a", lambda: "quick") == "quick"
    freed.set()
    thread.join(5)


def test_what_could_not_be_opened_is_tried_again() -> None:
    latest: Latest[str] = Latest()

    def fail() -> str:
        raise OSError("không mở được")

    with pytest.raises(OSError, match="không mở được"):
        latest.get(HOME, "a", fail)
    assert latest.get(HOME, "a", lambda: "opened") == "opened"


def test_those_from_whom_nothing_is_kept_share_one_index() -> None:
    one, other = (Settings(Path("var"), sight=see_as([group])) for group in ("Một", "Hai"))
    own = Settings(Path("var"), sight=see_as(["Một"]), own_index=True)
    assert _of_index(one) == _of_index(other) == HOME
    assert _of_index(own) == own
