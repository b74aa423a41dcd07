"""Passwords: which may be chosen, how they are kept, whether one is right. Nothing here is ever shown or logged."""

from __future__ import annotations

import secrets
import threading
import unicodedata
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from ingest.errors import UsageError
from ingest.language import tr
from ingest.spelling import fold

if TYPE_CHECKING:
    from argon2 import PasswordHasher

SHORTEST = 10
LONGEST = 1000
_AT_ONCE = threading.BoundedSemaphore(2)
"""Each hash takes 64 MiB on purpose: fifty people who log in at eight o'clock take turns."""
_COMMON = frozenset(
    fold(word)
    for word in (
        *("1234567890", "0987654321", "0123456789", "12345678910", "123456789a", "a123456789", "1234512345"),
        *("1q2w3e4r5t", "q1w2e3r4t5", "1qaz2wsx3edc", "qwertyuiop", "qwerty1234", "qwerty12345", "qwerty123456"),
        *("qwertyuiop123", "asdfghjkl123", "zxcvbnm123", "abcd123456", "abc123456789", "abcdef123456"),
        *("password12", "password123", "password1234", "passw0rd123", "p@ssw0rd123", "p@ssword123", "iloveyou123"),
        *("welcome123", "admin12345", "admin123456", "administrator", "administrator1", "letmein123", "changeme123"),
        *("matkhau123", "matkhau1234", "matkhau12345", "matkhau123456", "quantri123", "quantri12345", "nguoidung123"),
        *("anhyeuem123", "emyeuanh123", "yeuem12345", "vietnam123", "vietnam1234", "vietnam1945", "vietnam1975"),
        *("dangbo2020", "danguy2020", "vankien123", "vankien1234", "vankien12345", "thuvien123", "coquan12345"),
    )
)
"""The commonest that are long enough to pass otherwise; without marks, as :func:`fold` writes."""


def check_password(password: str, *known: str) -> None:
    """Whether *password* may be chosen by somebody of whom *known* is known: the log-in name, the full name.

    Raises:
        UsageError: If it is too short or too long, one of the commonest, or says what is known.
    """
    if len(password) < SHORTEST:
        raise UsageError(
            tr(
                "Mật khẩu ngắn quá: cần ít nhất {least} ký tự. Hãy đặt mật khẩu khác, ví dụ vài từ ghép lại dễ nhớ.",
                least=SHORTEST,
            )
        )
    if len(password) > LONGEST:
        raise UsageError(tr("Mật khẩu dài quá: nhiều nhất {most} ký tự. Hãy đặt ngắn hơn.", most=LONGEST))
    bare = fold(password)
    if bare in _COMMON or _is_run(bare):
        raise UsageError(tr("Mật khẩu này quá nhiều người dùng, dễ đoán. Hãy đặt mật khẩu khác."))
    if fold(password.replace(" ", "")) in {fold(one.replace(" ", "")) for one in known}:
        raise UsageError(tr("Mật khẩu trùng với tên. Hãy đặt mật khẩu khác."))


def _is_run(bare: str) -> bool:
    """One sign again and again, or signs one after another: ``"aaaaaaaaaa"``, ``"abcdefghij"``."""
    return {ord(after) - ord(before) for before, after in pairwise(bare)} in ({0}, {1}, {-1})


class Passwords:
    """Makes and compares what is kept of passwords: argon2id, as RFC 9106 advises for machines with little memory."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        self._given = hasher

    def hash(self, password: str) -> str:
        """What is kept of it."""
        with _AT_ONCE:
            return self._hasher.hash(_encode(password))

    def are_equal(self, kept: str | None, typed: str) -> bool:
        """Whether *typed* is the password of which *kept* was kept.

        Where nothing is kept, as of a name that nobody has, it takes as long and is wrong.
        """
        from argon2.exceptions import InvalidHashError, VerificationError

        stand_in = _make_stand_in(self._hasher)  # for either, lest the first of them tell by its time
        with _AT_ONCE:
            try:
                self._hasher.verify((kept or stand_in).encode(), _encode(typed[:LONGEST]))
            except (VerificationError, InvalidHashError):
                return False
        return kept is not None and len(typed) <= LONGEST

    def is_outdated(self, kept: str) -> bool:
        """Whether today it would be kept otherwise."""
        return self._hasher.check_needs_rehash(kept)

    @property
    def _hasher(self) -> PasswordHasher:
        return self._given or _make_hasher()


@cache
def _make_hasher() -> PasswordHasher:
    from argon2 import PasswordHasher
    from argon2.profiles import RFC_9106_LOW_MEMORY

    return PasswordHasher.from_parameters(RFC_9106_LOW_MEMORY)


@cache
def _make_stand_in(hasher: PasswordHasher) -> str:
    """What would be kept of a password that nobody knows."""
    return hasher.hash(secrets.token_bytes(32))


def _encode(password: str) -> bytes:
    """Accents may come composed or not, as the keyboard has it: either is the same password."""
    return unicodedata.normalize("NFC", password).encode("utf-8", "surrogatepass")
