"""Who guesses passwords has to wait, longer each time: for each name, and for each address that guesses come from.

A guess is counted before it is compared, so that guesses sent at the same time are counted, too; one that was right is
taken back. A name that nobody has is counted like any other: nothing tells them apart.
"""

from __future__ import annotations

import hashlib
import ipaddress
import math
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ingest.accounts.values import fold_name
from ingest.errors import LoginError
from ingest.language import tr
from ingest.store.access import Access

Clock = Callable[[], float]
"""Seconds since 1970."""
_FORGOTTEN_AFTER = 24 * 3600.0
_LONGEST_SHOWN_IN_SECONDS = 90


@dataclass(frozen=True, slots=True)
class Limit:
    """How many wrong guesses are free, and how long the wait is after that.

    Attributes:
        first: Wait after the last free guess; seconds. Each wrong guess more doubles it.
        longest: It grows no longer; seconds.
    """

    free: int
    first: float
    longest: float

    def wait_after(self, wrong: int) -> float:
        """Seconds to wait after so many wrong guesses."""
        if wrong < self.free:
            return 0.0
        doublings = min(wrong - self.free, 60)  # a float holds no more
        return float(min(self.longest, self.first * 2.0**doublings))


OF_NAME = Limit(5, 30.0, 900.0)
OF_SOURCE = Limit(20, 30.0, 900.0)
"""Wider: a whole office may come from one address."""


@dataclass(frozen=True, slots=True)
class Guess:
    """What is counted of a guess: under which keys, and how far each may go."""

    name: str
    limits: Sequence[tuple[str, Limit]]


class Backoff:
    """Of an open file of accounts."""

    def __init__(self, access: Access, clock: Clock) -> None:
        self._access, self._clock = access, clock

    def count(self, name: str, source: str | None) -> Guess:
        """Count a guess at the password of *name*, from *source* where that is known.

        Raises:
            LoginError: If it comes too early; then it is not counted and must not be compared.
        """
        limits = [(_key("name", fold_name(name)), OF_NAME)]
        if source is not None:
            limits.append((_key("source", _network_of(source)), OF_SOURCE))
        now = self._clock()
        with self._access.transaction() as db:
            db.execute("DELETE FROM guesses WHERE last < ?", (now - _FORGOTTEN_AFTER,))
            db.execute("UPDATE guesses SET last = ? WHERE last > ?", (now, now))  # the clock was set back
            wait = self._find_wait(db, limits, now)
            if not wait:
                db.executemany(
                    "INSERT INTO guesses VALUES (?, 1, ?)"
                    " ON CONFLICT (key) DO UPDATE SET wrong = wrong + 1, last = excluded.last",
                    [(key, now) for key, _ in limits],
                )
        if wait:
            raise _refuse_early(wait)
        return Guess(name, limits)

    def refuse(self, guess: Guess) -> LoginError:
        """That the guess was wrong; the same words whatever was wrong with it."""
        wait = self._find_wait(self._access.db, guess.limits, self._clock())
        if wait:
            return _refuse_early(wait)
        return LoginError(
            tr(
                "Tên đăng nhập hoặc mật khẩu không đúng. Hãy gõ lại; nếu quên mật khẩu, hãy nhờ người quản trị đặt lại."
            ),
            0,
        )

    def take_back(self, db: sqlite3.Connection, guess: Guess) -> None:
        """The guess was right: the name begins anew; the address has one wrong guess less.

        No more than that: who has an account of his own may not guess at others' without end. The caller holds the
        transaction.
        """
        for key, limit in guess.limits:
            if limit is OF_NAME:
                db.execute("DELETE FROM guesses WHERE key = ?", (key,))
            else:
                db.execute("UPDATE guesses SET wrong = wrong - 1 WHERE key = ?", (key,))
                db.execute("DELETE FROM guesses WHERE key = ? AND wrong <= 0", (key,))

    def forget(self, db: sqlite3.Connection, name: str) -> None:
        """As though nobody had guessed at *name*; the caller holds the transaction."""
        db.execute("DELETE FROM guesses WHERE key = ?", (_key("name", fold_name(name)),))

    def _find_wait(self, db: sqlite3.Connection, limits: Sequence[tuple[str, Limit]], now: float) -> float:
        """Seconds until the next guess is let through; 0 where it may come at once."""
        waits = [0.0]
        for key, limit in limits:
            row = db.execute("SELECT wrong, last FROM guesses WHERE key = ?", (key,)).fetchone()
            if row:
                waits.append(row["last"] + limit.wait_after(row["wrong"]) - now)
        return max(waits)


def _key(kind: str, value: str) -> str:
    """What stands in the file: people type their password where the name belongs."""
    return f"{kind}:{hashlib.sha256(value.encode('utf-8', 'surrogatepass')).hexdigest()}"


def _network_of(source: str) -> str:
    """What one machine can guess from: an address, or of IPv6 the net of 64 bits that it may choose from."""
    try:
        address = ipaddress.ip_address(source)
    except ValueError:
        return source
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped:
            return str(address.ipv4_mapped)
        return str(ipaddress.IPv6Network((int(address), 64), strict=False))
    return str(address)


def _refuse_early(wait: float) -> LoginError:
    seconds = math.ceil(wait)
    told = (
        tr("{count} giây", count=seconds)
        if seconds <= _LONGEST_SHOWN_IN_SECONDS
        else tr("{count} phút", count=math.ceil(seconds / 60))
    )
    return LoginError(
        tr(
            "Đã gõ sai nhiều lần. Hãy đợi {wait} rồi gõ lại; nếu quên mật khẩu, hãy nhờ người quản trị đặt lại.",
            wait=told,
        ),
        seconds,
    )
