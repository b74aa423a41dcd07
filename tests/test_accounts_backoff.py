"""Who guesses at passwords waits, longer each time, and who does not guess is not kept waiting for long."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.accounts.backoff import OF_NAME, OF_SOURCE, Limit
from ingest.accounts.file import Accounts
from ingest.errors import LoginError
from tests.people import CHEAP, HERE, OTHER, RIGHT, WRONG, Clock, open_cheaply


def guess(accounts: Accounts, name: str = "lan", source: str = HERE, password: str = WRONG) -> int:
    """Seconds to wait after it."""
    with pytest.raises(LoginError) as refused:
        accounts.log_in(name, password, source)
    return refused.value.wait_seconds


@given(wrong=st.integers(0, 10_000), limit=st.sampled_from([OF_NAME, OF_SOURCE, Limit(1, 0.5, 3.0)]))
def test_the_wait_grows_from_nothing_to_its_longest_and_never_shrinks(wrong: int, limit: Limit) -> None:
    wait = limit.wait_after(wrong)
    assert (wait == 0) == (wrong < limit.free)
    assert wait <= limit.wait_after(wrong + 1) <= limit.longest
    if limit.free <= wrong and limit.wait_after(wrong + 1) < limit.longest:
        assert limit.wait_after(wrong + 1) == 2 * wait


@pytest.mark.parametrize("name", ["lan", "ai-đó"], ids=["known", "unknown"])
def test_the_fifth_wrong_guess_locks_and_each_one_more_for_twice_as_long(
    accounts: Accounts, clock: Clock, name: str
) -> None:
    waits = []
    for _ in range(12):
        waits.append(guess(accounts, name))
        clock.now += waits[-1]
    assert waits == [0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900]


def test_while_it_is_locked_even_the_right_password_is_not_compared(accounts: Accounts, clock: Clock) -> None:
    for _ in range(5):
        guess(accounts)
    compared = CHEAP.compared
    clock.now += 29
    assert guess(accounts, password=RIGHT) == 1
    assert guess(accounts, source="198.51.100.1", password=RIGHT) == 1
    assert CHEAP.compared == compared
    clock.now += 1
    assert accounts.log_in("lan", RIGHT, HERE)


def test_too_early_does_not_lengthen_the_wait(accounts: Accounts, clock: Clock) -> None:
    for _ in range(5):
        guess(accounts)
    for _ in range(100):
        guess(accounts)
    clock.now += 30
    assert accounts.log_in("lan", RIGHT, HERE)


def test_a_known_and_an_unknown_name_are_told_the_same_words_all_the_way(accounts: Accounts) -> None:
    def listen(name: str, source: str) -> list[str]:
        words = []
        for _ in range(8):
            with pytest.raises(LoginError) as refused:
                accounts.log_in(name, WRONG, source)
            words.append(str(refused.value))
        return words

    assert listen("lan", "192.0.2.1") == listen("ai-đó", "192.0.2.2")


def test_a_right_password_makes_the_name_begin_anew(accounts: Accounts) -> None:
    for _ in range(10):
        for _ in range(4):
            assert guess(accounts, source="") == 0
        assert accounts.log_in("lan", RIGHT, "")
        accounts._db.execute("DELETE FROM guesses WHERE key LIKE 'source:%'")


def test_one_address_is_locked_for_whatever_names_it_tries(accounts: Accounts, clock: Clock) -> None:
    assert [guess(accounts, f"ai-{number}") for number in range(20)] == [0] * 19 + [30]
    assert guess(accounts, "hoa", password=RIGHT) == 30
    assert accounts.log_in("hoa", RIGHT, "198.51.100.1")
    clock.now += 30
    assert accounts.log_in("hoa", RIGHT, HERE)


def test_an_account_of_ones_own_does_not_help_to_guess_at_others(accounts: Accounts) -> None:
    waits = []
    for number in range(25):
        waits.append(guess(accounts, f"ai-{number}"))
        if waits[-1]:
            break
        accounts.log_in("hoa", RIGHT, HERE)
    assert waits == [0] * 19 + [30]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("2001:db8::1", "2001:db8::ffff:2", True, id="one-net-of-ipv6"),
        pytest.param("2001:db8::1", "2001:db8:0:1::1", False, id="two-nets-of-ipv6"),
        pytest.param("::ffff:192.0.2.1", "192.0.2.1", True, id="ipv4-as-ipv6"),
        pytest.param("192.0.2.1", "192.0.2.2", False, id="two-of-ipv4"),
        pytest.param("", "unix:", False, id="no-address"),
    ],
)
def test_an_address_is_what_one_machine_can_come_from(accounts: Accounts, one: str, other: str, same: bool) -> None:
    for number in range(20):
        guess(accounts, f"ai-{number}", one)
    assert (guess(accounts, "ai-nữa", other) > 0) is same


def test_after_a_day_it_is_forgotten(accounts: Accounts, clock: Clock) -> None:
    for _ in range(5):
        guess(accounts)
    clock.now += 24 * 3600 + 1
    assert [guess(accounts) for _ in range(5)] == [0, 0, 0, 0, 30]


def test_a_clock_set_back_locks_nobody_for_longer(accounts: Accounts, clock: Clock) -> None:
    for _ in range(5):
        guess(accounts)
    clock.now -= 10 * 24 * 3600
    assert guess(accounts, password=RIGHT) == 30
    clock.now += 30
    assert accounts.log_in("lan", RIGHT, HERE)


def test_a_password_set_anew_unlocks_the_name(accounts: Accounts) -> None:
    for _ in range(6):
        guess(accounts)
    accounts.set_password("lan", OTHER)
    assert accounts.log_in("lan", OTHER, HERE)


def test_guesses_at_the_old_password_are_counted_where_it_is_changed(accounts: Accounts) -> None:
    for _ in range(5):
        with pytest.raises(LoginError):
            accounts.change_password("hoa", WRONG, OTHER)
    with pytest.raises(LoginError, match="Hãy đợi 30 giây"):
        accounts.change_password("hoa", RIGHT, OTHER)


def test_what_was_typed_as_a_name_does_not_stand_in_the_file(accounts: Accounts, tmp_path: Path) -> None:
    guess(accounts, "mật-khẩu-gõ-nhầm-chỗ")
    written = b"".join(file.read_bytes() for file in (tmp_path / "var").glob("accounts.sqlite*"))
    assert "nhầm-chỗ".encode() not in written


def test_guesses_sent_at_once_are_counted_one_by_one(accounts: Accounts, tmp_path: Path) -> None:
    compared, waits = CHEAP.compared, []
    begin = threading.Barrier(12)

    def guess_once() -> None:
        with open_cheaply(tmp_path / "var") as own:
            begin.wait(30)
            waits.append(guess(own))

    threads = [threading.Thread(target=guess_once) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(waits) == 12
    assert CHEAP.compared - compared == 5


@given(steps=st.lists(st.tuples(st.sampled_from(["wrong", "right"]), st.floats(0, 2000)), max_size=30))
@settings(max_examples=40)
def test_whatever_is_guessed_when_no_more_gets_through_than_the_limit_lets(
    steps: list[tuple[str, float]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    clock = Clock()
    with open_cheaply(tmp_path_factory.mktemp("đoán"), clock) as accounts:
        accounts.add("lan", "Lan", "administrator", password=RIGHT)
        wrong, last = 0, clock.now
        for password, pause in steps:
            clock.now += pause
            locked = clock.now < last + OF_NAME.wait_after(wrong)
            if password == "right" and not locked:
                accounts.log_in("lan", RIGHT, f"192.0.2.{len(steps)}")
                wrong = 0
                continue
            wait = guess(accounts, password=RIGHT if password == "right" else WRONG, source="")
            accounts._db.execute("DELETE FROM guesses WHERE key LIKE 'source:%'")
            if not locked:
                wrong, last = wrong + 1, clock.now
            assert wait == pytest.approx(max(0.0, last + OF_NAME.wait_after(wrong) - clock.now), abs=1)
