"""Accounts to test with: a clock that is set by hand, passwords that cost little."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from ingest.accounts.file import Accounts, open_accounts
from ingest.accounts.passwords import Passwords

RIGHT, OTHER = "trời xanh mây trắng", "nắng vàng biển lặng"
WRONG = "không phải lời này"
HERE = "192.0.2.7"


class Clock:
    """Seconds since 1970, as they are set."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


class Counting(PasswordHasher):
    """Cheap, and counts what it did."""

    def __init__(self) -> None:
        super().__init__(time_cost=1, memory_cost=8, parallelism=1)
        self.compared = 0

    def verify(self, hash: str | bytes, password: str | bytes) -> bool:  # type: ignore[override]
        self.compared += 1
        return super().verify(hash, password)


CHEAP = Counting()


def open_cheaply(home: Path, clock: Clock | None = None, hasher: PasswordHasher = CHEAP) -> Accounts:
    return open_accounts(home, clock=clock or Clock(), passwords=Passwords(hasher))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def accounts(tmp_path: Path, clock: Clock) -> Iterator[Accounts]:
    """An administrator, a librarian, a reader, all with the same password."""
    with open_cheaply(tmp_path / "var", clock) as opened:
        opened.add("lan", "Nguyễn Thị Lan", "administrator", password=RIGHT, email="lan@coquan.vn")
        opened.add("minh", "Trần Văn Minh", "librarian", ["Văn phòng"], RIGHT)
        opened.add("hoa", "Lê Thị Hoa", "reader", ["Ủy ban Kiểm tra", "Văn phòng"], RIGHT)
        yield opened
