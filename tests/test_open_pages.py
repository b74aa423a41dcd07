"""A page that stands open while a log-in ends, another begins, or somebody may do less than when it was drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import streamlit as st

from ingest.accounts.values import Person
from ingest.errors import NobodyError
from ingest.store.sight import EVERYTHING, see_as
from ui import fetched, fetching, site, visitor
from ui.pressing import FAILED
from ui.saving import File, draw_saving
from ui.visitor import begin_anew, current_visitor

LAN = Person("lan", "Nguyễn Thị Lan", "administrator", frozenset())
HOA = Person("hoa", "Lê Thị Hoa", "reader", frozenset({"Tổ thư ký"}))


@dataclass
class Seat:
    """Who sits at the page, as the accounts say at this moment."""

    person: Person | None = LAN
    state: dict[str, Any] = field(default_factory=dict)


@pytest.fixture
def seat(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Seat:
    seat = Seat()
    monkeypatch.setenv("VANKIEN_HOME", str(tmp_path))
    monkeypatch.setattr(visitor, "accounts_exist", lambda _: True)
    monkeypatch.setattr(visitor, "_find_person", lambda *_: seat.person)
    monkeypatch.setattr(st, "session_state", seat.state)
    return seat


def test_what_a_session_was_told_by_one_is_forgotten_before_another_sees_it(seat: Seat) -> None:
    seat.state["question"] = "một câu của Lan"
    begin_anew()
    begin_anew()
    assert seat.state["question"] == "một câu của Lan"
    seat.person = HOA
    begin_anew()
    assert "question" not in seat.state
    seat.state["question"] = "một câu của Hoa"
    begin_anew()
    assert seat.state["question"] == "một câu của Hoa"


def test_every_page_begins_so(seat: Seat, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[dict[str, Any]] = []
    page = SimpleNamespace(title="Trang", run=lambda: drawn.append(dict(seat.state)))
    for name in ("speak", "draw_visitor", "draw_language_switch"):
        monkeypatch.setattr(site, name, lambda: None)
    monkeypatch.setattr(st, "navigation", lambda *_, **__: page)
    site.main()
    seat.state["question"] = "một câu của Lan"
    seat.person = HOA
    site.main()
    assert [one.get("question") for one in drawn] == [None, None]


@pytest.fixture
def press(seat: Seat, monkeypatch: pytest.MonkeyPatch) -> Callable[[], bytes]:
    """A button that saves a file, drawn for who sits there now; what pressing it does later."""
    drawn: list[Callable[[], bytes]] = []
    monkeypatch.setattr(st, "download_button", lambda _, make, **__: drawn.append(make))
    draw_saving("Lưu", lambda: repr(current_visitor().sight).encode(), File("tep.txt"))
    return drawn[0]


@pytest.mark.parametrize(
    ("now", "sight"),
    [
        pytest.param(LAN, EVERYTHING, id="as-before"),
        pytest.param(replace(LAN, role="reader"), see_as([]), id="administrator-no-more"),
        pytest.param(HOA, see_as(HOA.groups), id="somebody-else"),
    ],
)
def test_a_file_is_made_with_what_one_may_see_when_it_is_pressed(
    seat: Seat, press: Callable[[], bytes], now: Person, sight: object
) -> None:
    seat.person = now
    assert press() == repr(sight).encode()


def test_after_the_log_in_has_ended_a_button_that_still_stands_there_makes_no_file(
    seat: Seat, press: Callable[[], bytes]
) -> None:
    seat.person = None
    with pytest.raises(NobodyError):
        press()


def test_a_reader_starts_and_stops_no_fetching_whatever_his_browser_sends(seat: Seat) -> None:
    fetcher = fetching.TextFetcher(lambda: pytest.fail("the network was opened"))
    stopped: list[bool] = []
    fetcher.stop = lambda: stopped.append(True)  # type: ignore[method-assign]
    seat.person = HOA
    fetched.stop_fetching(fetcher)
    assert str(seat.state.pop(FAILED))
    fetched.start_fetching(fetcher, [])
    assert str(seat.state.pop(FAILED))
    assert not stopped
    seat.person = replace(HOA, role="librarian")
    fetched.stop_fetching(fetcher)
    assert stopped
    assert FAILED not in seat.state
