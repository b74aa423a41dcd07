"""Passwords: which will do, how they are kept, and that a wrong name costs as much as a wrong password."""

from __future__ import annotations

import sqlite3
import statistics
import time
import unicodedata
from pathlib import Path

import pytest
from argon2 import PasswordHasher, extract_parameters
from argon2.low_level import Type

from ingest.accounts.file import ACCOUNTS_FILE, Accounts, open_accounts
from ingest.accounts.passwords import Passwords, check_password
from ingest.errors import LoginError, UsageError
from tests.people import CHEAP, HERE, OTHER, RIGHT, WRONG, open_cheaply


@pytest.mark.parametrize(
    ("password", "why"),
    [
        pytest.param("", "ít nhất 10 ký tự", id="empty"),
        pytest.param("chín ký tự"[:9], "ít nhất 10 ký tự", id="short"),
        pytest.param("a" * 1001, "nhiều nhất 1000 ký tự", id="long"),
        pytest.param("Password123", "dễ đoán", id="common"),
        pytest.param("Mậtkhẩu123", "dễ đoán", id="common-with-marks"),
        pytest.param("1234567890", "dễ đoán", id="figures"),
        pytest.param("aaaaaaaaaaaa", "dễ đoán", id="one-sign"),
        pytest.param("abcdefghijkl", "dễ đoán", id="one-after-another"),
        pytest.param("zyxwvutsrqpo", "dễ đoán", id="backwards"),
        pytest.param("Nguyen.Thi.Lan", "trùng với tên", id="name"),
        pytest.param("nguyễn thị lan", "trùng với tên", id="full-name"),
        pytest.param("NguyenThiLan", "trùng với tên", id="full-name-without-spaces"),
    ],
)
def test_a_weak_password_is_refused_with_the_reason_and_never_repeated(password: str, why: str) -> None:
    with pytest.raises(UsageError, match=f"{why}.*Hãy đặt") as refused:
        check_password(password, "nguyen.thi.lan", "Nguyễn Thị Lan")
    assert not password or password not in str(refused.value)


@pytest.mark.parametrize("password", [RIGHT, "x7!kQ0z_pL", "🌾" * 5 + "lúa mới", "a" * 999 + "b"])
def test_any_other_will_do(password: str) -> None:
    check_password(password, "lan", "Nguyễn Thị Lan")
    passwords = Passwords(CHEAP)
    assert passwords.are_equal(passwords.hash(password), password)


def test_it_is_kept_by_argon2id_with_a_salt_and_never_in_clear(tmp_path: Path) -> None:
    with open_accounts(tmp_path) as accounts:
        accounts.add("lan", "Nguyễn Thị Lan", "administrator", password=RIGHT)
        accounts.add("minh", "Trần Văn Minh", "reader", password=RIGHT)
        token = accounts.log_in("lan", RIGHT, HERE)
        kept = [row["password"] for row in accounts._db.execute("SELECT password FROM people")]
        written = b"".join(file.read_bytes() for file in tmp_path.glob(f"{ACCOUNTS_FILE}*"))
    assert len(set(kept)) == 2
    parameters = extract_parameters(kept[0])
    assert (parameters.type, parameters.memory_cost, parameters.time_cost) == (Type.ID, 65536, 3)
    for secret in (RIGHT, token):
        assert secret.encode() not in written


def test_accents_typed_in_another_form_are_the_same_password(accounts: Accounts) -> None:
    assert accounts.log_in("lan", unicodedata.normalize("NFD", RIGHT), HERE)


def test_when_the_parameters_change_it_is_kept_anew_and_sessions_go_on(tmp_path: Path) -> None:
    dearer = PasswordHasher(time_cost=2, memory_cost=16, parallelism=1)
    with open_cheaply(tmp_path) as accounts:
        accounts.add("lan", "Nguyễn Thị Lan", "administrator", password=RIGHT)
        before = accounts.log_in("lan", RIGHT, HERE)
    with open_cheaply(tmp_path, hasher=dearer) as accounts:
        with pytest.raises(LoginError):
            accounts.log_in("lan", WRONG, HERE)
        assert _time_cost(tmp_path) == 1
        assert accounts.log_in("lan", RIGHT, HERE)
        assert _time_cost(tmp_path) == 2
        assert accounts.find_session(before)
        assert accounts.log_in("lan", RIGHT, HERE)


def _time_cost(home: Path) -> int:
    with sqlite3.connect(home / ACCOUNTS_FILE) as file:
        return extract_parameters(file.execute("SELECT password FROM people").fetchone()[0]).time_cost


@pytest.mark.parametrize("name", ["lan", "ai-đó", "an", "<tên không thể có>", ""])
def test_whoever_is_named_one_hash_is_compared_and_the_same_is_said(accounts: Accounts, name: str) -> None:
    accounts.add("an", "Không mật khẩu", "reader", email="an@coquan.vn")
    before = CHEAP.compared
    with pytest.raises(LoginError) as refused:
        accounts.log_in(name, WRONG, HERE)
    assert CHEAP.compared == before + 1
    assert str(refused.value).startswith("Tên đăng nhập hoặc mật khẩu không đúng.")
    assert refused.value.wait_seconds == 0


def test_an_unknown_name_takes_as_long_as_a_wrong_password(tmp_path: Path) -> None:
    def measure(name: str) -> float:
        begun = time.perf_counter()
        with pytest.raises(LoginError):
            accounts.log_in(name, WRONG, HERE)
        return time.perf_counter() - begun

    clock_of_its_own = iter(range(0, 10**9, 100_000))  # no guess is near enough to another to be counted with it
    with open_accounts(tmp_path, clock=lambda: float(next(clock_of_its_own))) as accounts:
        accounts.add("lan", "Nguyễn Thị Lan", "administrator", password=RIGHT)
        measure("ai-đó")
        known = statistics.median(measure("lan") for _ in range(5))
        unknown = statistics.median(measure(f"ai-{number}") for number in range(5))
    assert 0.5 < unknown / known < 2


def test_a_kept_hash_that_is_damaged_lets_nobody_in(accounts: Accounts) -> None:
    accounts._db.execute("UPDATE people SET password = 'hỏng' WHERE name = 'hoa'")
    with pytest.raises(LoginError, match="không đúng"):
        accounts.log_in("hoa", "hỏng", HERE)


def test_one_half_of_a_sign_is_wrong_and_no_crash(accounts: Accounts) -> None:
    with pytest.raises(LoginError, match="không đúng"):
        accounts.log_in("lan\ud800", "\ud800" * 20, HERE)


def test_who_changes_it_gives_the_old_one_and_logs_in_again(accounts: Accounts) -> None:
    token = accounts.log_in("hoa", RIGHT, HERE)
    with pytest.raises(LoginError, match="không đúng"):
        accounts.change_password("hoa", WRONG, OTHER)
    with pytest.raises(UsageError, match="ít nhất 10"):
        accounts.change_password("hoa", RIGHT, "ngắn")
    assert accounts.find_session(token)
    accounts.change_password("hoa", RIGHT, OTHER)
    assert accounts.find_session(token) is None
    with pytest.raises(LoginError):
        accounts.log_in("hoa", RIGHT, HERE)
    assert accounts.log_in("hoa", OTHER, HERE)
