"""Who a person is: frozen values, and how the names of people, groups and roles are read."""

from __future__ import annotations

import datetime
import re
import unicodedata
from dataclasses import dataclass
from typing import Literal, get_args

from ingest.errors import UsageError
from ingest.language import tr
from ingest.spelling import fold

Role = Literal["reader", "librarian", "administrator"]
ROLES: tuple[Role, ...] = get_args(Role)
"""In order of power: each may do what those before it may."""
_SAID: dict[Role, str] = {"reader": "người đọc", "librarian": "thủ thư", "administrator": "quản trị"}
_NAME = re.compile(r"[\w.@-]{1,64}")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+")
_LONGEST_EMAIL = 254
_LONGEST_WORDS = 80


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may log in.

    Attributes:
        name: Typed to log in; NFC, case folded.
        shown: The full name, as it is shown.
        groups: Names of groups, as collections are restricted to them (``"Ủy ban Kiểm tra"``); NFC, single spaces.
        email: By which the office's own log-in knows the person; case folded.
        suspended: May not log in for now.
    """

    name: str
    shown: str
    role: Role
    groups: frozenset[str]
    email: str | None = None
    suspended: bool = False

    def may(self, role: Role) -> bool:
        """Whether the person has this role or a stronger one."""
        return ROLES.index(self.role) >= ROLES.index(role)


@dataclass(frozen=True, slots=True)
class Session:
    """A log-in that has not ended; nothing in it lets anyone in.

    Attributes:
        name: Of the person.
        begun: UTC.
        seen: When the person was last there, to the minute; UTC.
        source: Address that the log-in came from.
    """

    name: str
    begun: datetime.datetime
    seen: datetime.datetime
    source: str


def say_role(role: Role) -> str:
    """The role in words."""
    return tr(_SAID[role])


def parse_role(words: str) -> Role:
    """The role that a person typed, in Vietnamese with or without its marks, or by the name that programs use.

    >>> parse_role("quản trị"), parse_role("thu-thu"), parse_role("reader")
    ('administrator', 'librarian', 'reader')

    Raises:
        UsageError: If there is no such role.
    """
    typed = fold(words.strip().replace("-", " "))
    for role in ROLES:
        if typed in (role, fold(_SAID[role])):
            return role
    known = ", ".join(f"{role} ({say_role(role)})" for role in ROLES)
    raise UsageError(tr("Không có vai trò “{words}”. Hãy chọn một trong: {known}.", words=words, known=known))


def parse_name(words: str) -> str:
    """A log-in name as it is kept.

    >>> parse_name(" Nguyen.Van-An ")
    'nguyen.van-an'

    Raises:
        UsageError: If it has other signs than letters, figures and ``. _ - @``, or is too long.
    """
    name = fold_name(words)
    if not _NAME.fullmatch(name):
        raise UsageError(
            tr(
                "Tên đăng nhập “{words}” không dùng được. Hãy đặt tên từ 1 đến 64 chữ cái, chữ số hoặc dấu . _ - @, "
                "không có dấu cách; ví dụ: nguyen.van.an",
                words=words,
            )
        )
    return name


def fold_name(words: str) -> str:
    """The form in which two ways of typing one log-in name are the same; whatever was typed has one."""
    whole = words.encode("utf-8", "replace").decode()  # half a sign cannot be looked up
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", whole).casefold().strip())


def parse_words(words: str, what: str) -> str:
    """A full name, or that of a group, as it is kept; *what* it is, in words, for the error.

    Raises:
        UsageError: If it is empty, too long, or has signs that cannot be printed.
    """
    tidy = " ".join(unicodedata.normalize("NFC", words).split())
    if not tidy or len(tidy) > _LONGEST_WORDS or not tidy.isprintable():
        raise UsageError(
            tr(
                "{what} “{words}” không dùng được. Hãy ghi từ 1 đến {most} ký tự in được.",
                what=what,
                words=ascii(words) if not tidy.isprintable() else tidy,
                most=_LONGEST_WORDS,
            )
        )
    return tidy


def parse_group(words: str) -> str:
    """The name of a group as it is kept. Raises as :func:`parse_words`."""
    return parse_words(words, tr("Tên nhóm"))


def parse_email(words: str) -> str | None:
    """An e-mail address as it is kept; ``None`` of empty words.

    Raises:
        UsageError: If it is none.
    """
    address = fold_name(words)
    if address and (not _EMAIL.fullmatch(address) or len(address) > _LONGEST_EMAIL or not address.isprintable()):
        raise UsageError(tr("“{words}” không phải địa chỉ thư điện tử. Hãy ghi như an@coquan.vn.", words=words))
    return address or None
