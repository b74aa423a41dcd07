"""Log-ins end: by themselves, by their person, by whoever looks after the accounts; and tokens are kept by no file."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from ingest.accounts import sessions
from ingest.accounts.file import ACCOUNTS_FILE, Accounts
from ingest.errors import LoginError
from tests.fakes import a_disk_that_takes_files_up_to
from tests.people import HERE, OTHER, RIGHT, Clock, open_cheaply

HOUR = 3600.0


def test_a_token_leads_to_its_person_alone(accounts: Accounts) -> None:
    lan, hoa = accounts.log_in("lan", RIGHT, HERE), accounts.log_in("Hoa ", RIGHT, HERE)
    assert len({lan, hoa}) == 2
    assert [accounts.find_session(token) for token in (lan, hoa)] == [accounts.find("lan"), accounts.find("hoa")]


@pytest.mark.parametrize(
    "token", ["", "x", "x" * 43, "x" * 10_000, "\ud800", "' OR 1=1 --", "ánh"], ids=lambda one: ascii(one)[:9]
)
def test_a_token_that_was_never_given_leads_to_nobody(accounts: Accounts, token: str) -> None:
    accounts.log_in("lan", RIGHT, HERE)
    assert accounts.find_session(token) is None
    accounts.log_out(token)
    assert len(accounts.list_sessions()) == 1


def test_what_stands_in_the_file_is_no_token(accounts: Accounts) -> None:
    token = accounts.log_in("lan", RIGHT, HERE)
    for (kept,) in accounts._db.execute("SELECT token FROM sessions").fetchall():
        assert kept != token
        assert accounts.find_session(kept) is None


def test_a_session_ends_after_eight_hours_without_its_person(accounts: Accounts, clock: Clock) -> None:
    token = accounts.log_in("lan", RIGHT, HERE)
    clock.now += 8 * HOUR - 1
    assert accounts.find_session(token)
    clock.now += 8 * HOUR - 1 - 7 * HOUR  # seen again: it goes on
    assert accounts.find_session(token)
    other = accounts.log_in("lan", RIGHT, HERE)
    clock.now += 8 * HOUR + 1
    assert accounts.find_session(other) is None


def test_a_session_ends_after_twelve_hours_in_any_case(accounts: Accounts, clock: Clock) -> None:
    token = accounts.log_in("lan", RIGHT, HERE)
    for _ in range(23):
        clock.now += HOUR / 2
        assert accounts.find_session(token)
    clock.now += HOUR / 2 + 1
    assert accounts.find_session(token) is None


def test_a_session_of_the_future_has_ended(accounts: Accounts, clock: Clock) -> None:
    token = accounts.log_in("lan", RIGHT, HERE)
    clock.now -= 30
    assert accounts.find_session(token)
    clock.now -= 24 * HOUR
    assert accounts.find_session(token) is None


ENDING: dict[str, Callable[[Accounts, str], object]] = {
    "logged-out": lambda accounts, token: accounts.log_out(token),
    "suspended": lambda accounts, _: accounts.change("hoa", suspended=True),
    "password-set": lambda accounts, _: accounts.set_password("hoa", OTHER),
    "password-changed": lambda accounts, _: accounts.change_password("hoa", RIGHT, OTHER),
    "removed": lambda accounts, _: accounts.remove("hoa"),
    "ended-by-hand": lambda accounts, _: accounts.sessions.end_all("hoa"),
}


@pytest.mark.parametrize("end", ENDING.values(), ids=ENDING)
def test_a_session_that_was_ended_is_over_for_good_and_others_go_on(
    accounts: Accounts, end: Callable[[Accounts, str], object]
) -> None:
    token, others = accounts.log_in("hoa", RIGHT, HERE), accounts.log_in("minh", RIGHT, HERE)
    end(accounts, token)
    assert accounts.find_session(token) is None
    assert accounts.find_session(others) == accounts.find("minh")
    if any(one.name == "hoa" for one in accounts.list_all()):
        accounts.change("hoa", suspended=False)
    assert accounts.find_session(token) is None


def test_what_is_changed_holds_at_once_in_a_session_that_goes_on(accounts: Accounts) -> None:
    token = accounts.log_in("minh", RIGHT, HERE)
    accounts.change("minh", role="reader")
    accounts.leave("minh", ["Văn phòng"])
    person = accounts.find_session(token)
    assert person is not None
    assert (person.may("librarian"), person.groups) == (False, frozenset())


def test_who_is_suspended_is_told_so_only_with_the_right_password(accounts: Accounts) -> None:
    accounts.change("hoa", suspended=True)
    with pytest.raises(LoginError, match="đang tạm dừng"):
        accounts.log_in("hoa", RIGHT, HERE)
    with pytest.raises(LoginError, match="không đúng"):
        accounts.log_in("hoa", OTHER, HERE)
    accounts.change("hoa", suspended=False)
    assert accounts.log_in("hoa", RIGHT, HERE)


def test_the_offices_own_log_in_is_known_by_its_address(accounts: Accounts) -> None:
    assert accounts.find_session(accounts.log_in_as("Lan@CoQuan.VN", HERE)) == accounts.find("lan")
    for email in ("ai@coquan.vn", "", "\ud800"):
        with pytest.raises(LoginError, match="nhờ người quản trị thêm"):
            accounts.log_in_as(email, HERE)
    accounts.change("minh", email="minh@coquan.vn")
    accounts.change("minh", suspended=True)
    with pytest.raises(LoginError):
        accounts.log_in_as("minh@coquan.vn", HERE)


def test_the_last_sight_of_a_person_is_written_at_most_once_a_minute(accounts: Accounts, clock: Clock) -> None:
    token = accounts.log_in("lan", RIGHT, HERE)
    changes = accounts._db.total_changes
    for _ in range(59):
        clock.now += 1
        accounts.find_session(token)
    assert accounts._db.total_changes == changes
    clock.now += 1
    accounts.find_session(token)
    assert accounts._db.total_changes == changes + 1
    assert accounts.list_sessions()[0].seen.timestamp() == clock.now


def test_a_full_disk_lets_those_in_who_are_in(accounts: Accounts, clock: Clock, tmp_path: Path) -> None:
    token = accounts.log_in("lan", RIGHT, HERE)
    accounts._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    clock.now += 120
    with a_disk_that_takes_files_up_to(16):
        assert accounts.find_session(token) == accounts.find("lan")
    assert accounts.find_session(token)


def test_sessions_that_ended_leave_the_file(accounts: Accounts, clock: Clock, tmp_path: Path) -> None:
    for _ in range(3):
        accounts.log_in("lan", RIGHT, HERE)
    clock.now += 13 * HOUR
    assert accounts.list_sessions() == []
    accounts.log_in("hoa", RIGHT, HERE)
    with sqlite3.connect(tmp_path / "var" / ACCOUNTS_FILE) as file:
        assert file.execute("SELECT count(*) FROM sessions").fetchone() == (1,)
    (left,) = accounts.list_sessions()
    assert (left.name, left.begun, left.source) == ("hoa", left.seen, HERE)


def test_a_password_that_was_changed_while_it_was_compared_lets_nobody_in(
    accounts: Accounts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compare = accounts.sessions._passwords.are_equal

    def change_meanwhile(kept: str | None, typed: str) -> bool:
        with open_cheaply(tmp_path / "var") as other:
            other.set_password("hoa", OTHER)
        return compare(kept, typed)

    monkeypatch.setattr(accounts.sessions._passwords, "are_equal", change_meanwhile)
    with pytest.raises(LoginError, match="không đúng"):
        accounts.log_in("hoa", RIGHT, HERE)
    assert accounts.list_sessions() == []


class Watched(RuleBasedStateMachine):
    """Whatever is done in whatever order, a token leads to somebody exactly as long as the rules say."""

    @initialize()
    def begin(self) -> None:
        import tempfile

        self.folder = tempfile.TemporaryDirectory()
        self.clock = Clock()
        self.accounts = open_cheaply(Path(self.folder.name), self.clock)
        self.accounts.add("lan", "Lan", "administrator", password=RIGHT)
        self.accounts.add("hoa", "Hoa", "reader", password=RIGHT)
        self.suspended = False
        self.open: dict[str, tuple[float, float]] = {}
        self.ended: set[str] = set()

    def teardown(self) -> None:
        if hasattr(self, "accounts"):
            self.accounts.__exit__(None, None, None)
            self.folder.cleanup()

    @precondition(lambda self: len(self.open) < 4)
    @rule()
    def log_in(self) -> None:
        if self.suspended:
            with pytest.raises(LoginError):
                self.accounts.log_in("hoa", RIGHT, HERE)
        else:
            self.open[self.accounts.log_in("hoa", RIGHT, HERE)] = self.clock.now, self.clock.now
        self.accounts._db.execute("DELETE FROM guesses")

    @rule(seconds=st.one_of(st.floats(0, 120), st.floats(0, 9 * HOUR)))
    def wait(self, seconds: float) -> None:
        self.clock.now += seconds

    @precondition(lambda self: self.open)
    @rule(data=st.data())
    def log_out(self, data: st.DataObject) -> None:
        token = data.draw(st.sampled_from(sorted(self.open)))
        self.accounts.log_out(token)
        self.end(token)

    @rule()
    def suspend(self) -> None:
        self.accounts.change("hoa", suspended=True)
        self.suspended = True
        self.end(*self.open)

    @rule()
    def resume(self) -> None:
        self.accounts.change("hoa", suspended=False)
        self.suspended = False

    @rule()
    def set_password(self) -> None:
        self.accounts.set_password("hoa", RIGHT)
        self.end(*self.open)

    def end(self, *tokens: str) -> None:
        for token in tokens:
            del self.open[token]
            self.ended.add(token)

    @invariant()
    def every_token_leads_where_it_should(self) -> None:
        for token, (begun, seen) in list(self.open.items()):
            now = self.clock.now
            if now - begun <= sessions.LONGEST and now - seen <= sessions.IDLE:
                assert self.accounts.find_session(token) == self.accounts.find("hoa")
                if now - seen >= 60:
                    self.open[token] = begun, now
            else:
                self.end(token)
        assert all(self.accounts.find_session(token) is None for token in self.ended)


Watched.TestCase.settings = settings(max_examples=25, stateful_step_count=20, deadline=None)
TestWatched = Watched.TestCase


@given(words=st.text(max_size=60))
@settings(max_examples=50)
def test_no_words_are_a_token(words: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    with open_cheaply(tmp_path_factory.getbasetemp() / "words") as accounts:
        if not accounts.list_all():
            accounts.add("lan", "Lan", "administrator", password=RIGHT)
            accounts.log_in("lan", RIGHT, HERE)
        assert accounts.find_session(words) is None
