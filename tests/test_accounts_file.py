"""The file of accounts: its owner's alone, of several processes at once, kept safe with the library."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.accounts.file import ACCOUNTS_FILE, STEPS, Accounts, accounts_exist, open_accounts
from ingest.errors import LibraryError, LoginError
from ingest.safekeeping.backup import back_up
from ingest.safekeeping.health import examine_library
from ingest.safekeeping.restore import restore
from tests.commands import Printed
from tests.kept_safe import say_nothing
from tests.people import HERE, RIGHT, WRONG, open_cheaply
from tests.processes import unprivileged

ROOT = Path(__file__).parent.parent


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_where_there_are_none_nothing_is_made(tmp_path: Path) -> None:
    assert not accounts_exist(tmp_path / "var")
    assert not (tmp_path / "var").exists()


def test_accounts_are_there_from_the_first_on(tmp_path: Path) -> None:
    (tmp_path / ACCOUNTS_FILE).touch()  # as another process leaves it for a moment
    assert not accounts_exist(tmp_path)
    with open_cheaply(tmp_path) as accounts:
        assert not accounts_exist(tmp_path)
        accounts.add("lan", "Lan", "administrator", password=RIGHT)
        assert accounts_exist(tmp_path)
    assert accounts_exist(tmp_path)


@pytest.mark.parametrize("content", [b"khong phai co so du lieu" * 300, b"SQLite format 3\0" + b"x" * 4000])
def test_a_file_that_cannot_be_read_does_not_count_as_no_accounts(tmp_path: Path, content: bytes) -> None:
    (tmp_path / ACCOUNTS_FILE).write_bytes(content)
    with pytest.raises(LibraryError, match=ACCOUNTS_FILE):
        accounts_exist(tmp_path)
    with pytest.raises(LibraryError, match=ACCOUNTS_FILE):
        open_accounts(tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="the system has no such rights")
@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077], ids=oct)
def test_file_and_folder_are_their_owners_alone(tmp_path: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        (tmp_path / "var").mkdir(mode=0o755)
        with open_cheaply(tmp_path / "var") as accounts:
            accounts.add("lan", "Lan", "administrator", password=RIGHT)
            files = {one.name: mode(one) for one in (tmp_path / "var").iterdir()}
    finally:
        os.umask(before)
    assert files == dict.fromkeys((ACCOUNTS_FILE, f"{ACCOUNTS_FILE}-wal", f"{ACCOUNTS_FILE}-shm"), 0o600)
    assert mode(tmp_path / "var") == 0o700


@pytest.mark.skipif(sys.platform == "win32", reason="the system has no such rights")
def test_rights_that_others_were_given_are_taken_back_when_it_is_opened(tmp_path: Path) -> None:
    open_cheaply(tmp_path).__exit__(None, None, None)
    (tmp_path / ACCOUNTS_FILE).chmod(0o644)
    open_cheaply(tmp_path).__exit__(None, None, None)
    assert mode(tmp_path / ACCOUNTS_FILE) == 0o600


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="root alone can be somebody else")
def test_another_user_of_the_machine_reads_nothing(tmp_path: Path) -> None:
    with open_cheaply(tmp_path / "var") as accounts:
        accounts.add("lan", "Lan", "administrator", password=RIGHT)
    tmp_path.chmod(0o755)
    with unprivileged(), pytest.raises(PermissionError):
        (tmp_path / "var" / ACCOUNTS_FILE).read_bytes()


def test_of_a_newer_program_they_are_left_alone(tmp_path: Path) -> None:
    open_cheaply(tmp_path).__exit__(None, None, None)
    with sqlite3.connect(tmp_path / ACCOUNTS_FILE) as file:
        file.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
    with pytest.raises(LibraryError, match="mới hơn"):
        open_accounts(tmp_path)


# Adds people, and makes one of two administrators a reader, at the same time as another process does the other.
BUSY = """
import sys
from pathlib import Path
from ingest.errors import UsageError
from tests.people import HERE, RIGHT, open_cheaply

home, own = Path(sys.argv[1]), sys.argv[2]
with open_cheaply(home) as accounts:
    for number in range(30):
        accounts.add(f"{own}-{number}", "Ai đó", "reader", [f"Nhóm {own}", "Chung"], RIGHT)
        assert accounts.find_session(accounts.log_in(f"{own}-{number}", RIGHT, own)).name == f"{own}-{number}"
    try:
        accounts.change(own, role="reader")
    except UsageError as error:
        assert "cuối cùng" in str(error)
    accounts.change("lan" if own == "minh" else "minh", shown=f"Do {own}")
"""


def test_two_processes_at_once_lose_nothing_and_leave_an_administrator(tmp_path: Path) -> None:
    with open_cheaply(tmp_path) as accounts:
        for name in ("lan", "minh"):
            accounts.add(name, name, "administrator", password=RIGHT)
    command = [sys.executable, "-c", BUSY, str(tmp_path)]
    both = [subprocess.Popen([*command, name], cwd=ROOT, stderr=subprocess.PIPE, text=True) for name in ("lan", "minh")]
    assert [process.communicate()[1] for process in both] == ["", ""]
    assert [process.returncode for process in both] == [0, 0]
    with open_cheaply(tmp_path) as accounts:
        people = accounts.list_all()
        assert len(people) == 62
        assert [one.role for one in people].count("administrator") == 1
        assert {name: len(those) for name, those in accounts.list_groups().items()} == {
            "Chung": 60,
            "Nhóm lan": 30,
            "Nhóm minh": 30,
        }


def log_in_everywhere(home: Path) -> str:
    with open_cheaply(home) as accounts:
        accounts.add("lan", "Nguyễn Thị Lan", "administrator", ["Văn phòng"], RIGHT, "lan@coquan.vn")
        with pytest.raises(LoginError):
            accounts.log_in("lan", WRONG, HERE)
        accounts.log_in("lan", RIGHT, HERE)
        return accounts.log_in("lan", RIGHT, "198.51.100.1")


def test_they_come_back_with_the_library_and_no_log_in_does(full_home: Path, other_disk: Path) -> None:
    token = log_in_everywhere(full_home)
    made = back_up(full_home, other_disk / "a.zip", say_nothing)
    with zipfile.ZipFile(made.file) as archive:
        held = archive.read(ACCOUNTS_FILE)
    (other_disk / "xem.sqlite").write_bytes(held)
    with sqlite3.connect(other_disk / "xem.sqlite") as copy:
        assert [copy.execute(f"SELECT count(*) FROM {one}").fetchone() for one in ("sessions", "guesses")] == [(0,)] * 2
    assert HERE.encode() not in held
    restore(Path(made.file), other_disk / "moi", say_nothing)

    with open_cheaply(full_home) as old, open_cheaply(other_disk / "moi") as new:
        assert new.list_all() == old.list_all()
        assert old.find_session(token)
        assert new.find_session(token) is None
        assert new.log_in("lan", RIGHT, HERE)


def test_a_back_up_that_holds_log_ins_brings_none_back(
    full_home: Path, other_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = log_in_everywhere(full_home)
    monkeypatch.setattr("ingest.safekeeping.backup.forget_sessions", say_nothing)
    made = back_up(full_home, other_disk / "a.zip", say_nothing)
    restore(Path(made.file), other_disk / "moi", say_nothing)
    with open_cheaply(other_disk / "moi") as new:
        assert (new.list_sessions(), new.find_session(token)) == ([], None)


@pytest.mark.skipif(sys.platform == "win32", reason="the system has no such rights")
def test_a_back_up_with_accounts_and_what_comes_back_of_it_are_their_owners_alone(
    full_home: Path, other_disk: Path
) -> None:
    log_in_everywhere(full_home)
    made = back_up(full_home, other_disk / "a.zip", say_nothing)
    restore(Path(made.file), other_disk / "moi", say_nothing)
    assert mode(Path(made.file)) == 0o600
    assert mode(other_disk / "moi" / ACCOUNTS_FILE) == 0o600
    assert mode(other_disk / "moi") == 0o700


def test_a_library_without_accounts_comes_back_without(full_home: Path, other_disk: Path) -> None:
    made = back_up(full_home, other_disk / "a.zip", say_nothing)
    restore(Path(made.file), other_disk / "moi", say_nothing)
    assert not accounts_exist(other_disk / "moi")


def test_the_check_of_the_library_finds_a_damaged_file_of_accounts(full_home: Path) -> None:
    log_in_everywhere(full_home)
    assert not [one for one in examine_library(full_home, say_nothing) if one.missing]
    file = full_home / ACCOUNTS_FILE
    file.write_bytes(file.read_bytes()[:-4096] + b"Z" * 4096)
    (wrong,) = [one for one in examine_library(full_home, say_nothing) if one.missing]
    assert wrong.what == f"Tệp {ACCOUNTS_FILE}"


def test_a_back_up_with_accounts_is_refused_politely_where_only_the_format_before_is_known(
    full_home: Path, other_disk: Path, monkeypatch: pytest.MonkeyPatch, command: Callable[..., Printed]
) -> None:
    log_in_everywhere(full_home)
    back_up(full_home, other_disk / "a.zip", say_nothing)
    monkeypatch.setattr("ingest.safekeeping.archive.FORMAT", 1)
    code, _, complaint = command("restore", other_disk / "a.zip", "--to", other_disk / "moi")
    assert (code, "mới hơn" in complaint) == (3, True)


def test_accounts_are_open_in_one_thread_and_closed_at_the_end(tmp_path: Path) -> None:
    with open_cheaply(tmp_path / "var") as accounts:
        assert isinstance(accounts, Accounts)
    with pytest.raises(LibraryError):
        accounts.list_all()
    shutil.rmtree(tmp_path / "var")
