"""The people who may come in. There is always an administrator among them who can."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from ingest.accounts.backoff import Backoff
from ingest.accounts.passwords import Passwords, check_password
from ingest.accounts.values import Person, Role, fold_name, parse_email, parse_group, parse_name, parse_words
from ingest.errors import NotHeldError, UsageError
from ingest.language import tr
from ingest.store.access import Access
from ingest.store.inserting import now

_SELECT = """
    SELECT p.id, p.name, p.shown, p.role, p.email, p.suspended,
        (SELECT json_group_array(g.name) FROM memberships g WHERE g.person = p.id) AS groups
    FROM people p
"""


class People:
    """Of an open file of accounts."""

    def __init__(self, access: Access, passwords: Passwords, backoff: Backoff) -> None:
        self._access, self._passwords, self._backoff = access, passwords, backoff

    def refuse(self, name: str, role: Role, email: str | None = None) -> None:
        """Whether such a person cannot be added, before a password is asked for.

        Raises:
            UsageError: If the name or the e-mail cannot be or is taken, or the first person is no administrator.
        """
        kept, address = parse_name(name), parse_email(email or "")
        if self._access.select("SELECT 1 FROM people WHERE name = ?", (kept,)):
            raise UsageError(tr("Đã có tài khoản “{name}”. Hãy đặt tên đăng nhập khác.", name=kept))
        self._refuse_email(address, kept)
        if role != "administrator" and not self._access.select("SELECT 1 FROM people LIMIT 1"):
            raise UsageError(
                tr("Tài khoản đầu tiên phải là quản trị. Hãy làm lại với vai trò quản trị (--role administrator).")
            )

    def add(self, wanted: Person, password: str | None) -> Person:
        """Make an account as *wanted*; the person as kept.

        Raises:
            UsageError: As :meth:`refuse`, and where neither password nor e-mail would let the person in.
        """
        name, shown, email = parse_name(wanted.name), parse_words(wanted.shown, tr("Họ tên")), wanted.email or ""
        groups = [parse_group(group) for group in sorted(wanted.groups)]
        if password is None and not parse_email(email):
            raise UsageError(
                tr("Tài khoản “{name}” chưa có cách đăng nhập. Hãy đặt mật khẩu, hoặc ghi thư điện tử.", name=name)
            )
        self.refuse(name, wanted.role, email)
        if password is not None:
            check_password(password, name, shown)
        hashed = None if password is None else self._passwords.hash(password)
        with self._access.transaction() as db:
            self.refuse(name, wanted.role, email)  # again, under the lock: another process may have been faster
            made = db.execute(
                "INSERT INTO people (name, shown, role, email, suspended, password, made_at)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                (name, shown, wanted.role, parse_email(email), wanted.suspended, hashed, now()),
            )
            join_groups(db, int(made.lastrowid or 0), groups)
        return self.find(name)

    def list_all(self) -> list[Person]:
        """Everybody, by name."""
        return [read_person(row) for row in self._access.select(f"{_SELECT} ORDER BY p.name")]

    def find(self, name: str) -> Person:
        """The person of that log-in name.

        Raises:
            NotHeldError: If nobody has it.
        """
        return read_person(self.find_row(name))

    def change(
        self,
        name: str,
        *,
        shown: str | None = None,
        role: Role | None = None,
        email: str | None = None,
        suspended: bool | None = None,
    ) -> Person:
        """Change what is given, at once and in every session; an empty e-mail is forgotten, who is suspended is out.

        Raises:
            NotHeldError: If nobody has the name.
            UsageError: If a value cannot be, or no administrator would be left who can log in.
        """
        full = None if shown is None else parse_words(shown, tr("Họ tên"))
        address = None if email is None else parse_email(email)
        with self._access.transaction() as db:
            found = self.find_row(name)
            if address:
                self._refuse_email(address, found["name"])
            db.execute(
                "UPDATE people SET shown = COALESCE(?, shown), role = COALESCE(?, role),"
                " email = CASE WHEN ? THEN ? ELSE email END, suspended = COALESCE(?, suspended) WHERE id = ?",
                (full, role, email is not None, address, suspended, found["id"]),
            )
            if suspended:
                db.execute("DELETE FROM sessions WHERE person = ?", (found["id"],))
            self._refuse_without_administrator(db, found)
            return self.find(name)

    def set_password(self, name: str, password: str) -> None:
        """Give a new password: all sessions of the person end, and guesses at the old one are forgotten.

        Raises:
            NotHeldError: If nobody has the name.
            UsageError: If the password will not do.
        """
        person = self.find(name)
        check_password(password, person.name, person.shown)
        hashed = self._passwords.hash(password)
        with self._access.transaction() as db:
            found = self.find_row(name)
            db.execute("UPDATE people SET password = ? WHERE id = ?", (hashed, found["id"]))
            db.execute("DELETE FROM sessions WHERE person = ?", (found["id"],))
            self._backoff.forget(db, person.name)

    def remove(self, name: str) -> None:
        """Forget the person and all sessions; what stands in the library and in the log of acts stays. As above."""
        with self._access.transaction() as db:
            found = self.find_row(name)
            db.execute("DELETE FROM people WHERE id = ?", (found["id"],))
            self._refuse_without_administrator(db, found)

    def find_row(self, name: str) -> sqlite3.Row:
        """As :meth:`find`, with the id."""
        rows = self._access.select(f"{_SELECT} WHERE p.name = ?", (fold_name(name),))
        if not rows:
            raise NotHeldError(
                tr("Không có tài khoản “{name}”. Xem danh sách bằng: python -m ingest account list", name=name)
            )
        return rows[0]

    def _refuse_email(self, address: str | None, name: str) -> None:
        rows = self._access.select("SELECT name FROM people WHERE email = ? AND name <> ?", (address, name))
        if rows:
            raise UsageError(
                tr(
                    "Thư điện tử “{email}” đã là của tài khoản “{name}”. Hãy ghi địa chỉ khác.",
                    email=address,
                    name=rows[0]["name"],
                )
            )

    def _refuse_without_administrator(self, db: sqlite3.Connection, was: sqlite3.Row) -> None:
        """Within the transaction that changed the person who *was*: raising undoes it."""
        left = db.execute("SELECT 1 FROM people WHERE role = 'administrator' AND NOT suspended LIMIT 1").fetchone()
        if was["role"] == "administrator" and not was["suspended"] and not left:
            raise UsageError(
                tr(
                    "“{name}” là quản trị cuối cùng còn đăng nhập được, nên giữ nguyên. "
                    "Hãy giao vai trò quản trị cho người khác trước.",
                    name=was["name"],
                )
            )


def read_person(row: sqlite3.Row) -> Person:
    """The person in a row that has the columns of one, and ``groups`` as JSON."""
    return Person(
        row["name"],
        row["shown"],
        row["role"],
        frozenset(json.loads(row["groups"])),
        row["email"],
        bool(row["suspended"]),
    )


def join_groups(db: sqlite3.Connection, person: int, groups: Iterable[str]) -> None:
    """Put a person into *groups*; the caller holds the transaction.

    A group is spelt as by those who are in it already, whatever the case that was typed.
    """
    for group in groups:
        key = group.casefold()
        known = db.execute("SELECT name FROM memberships WHERE key = ? LIMIT 1", (key,)).fetchone()
        spelt = known["name"] if known else group
        db.execute("INSERT OR IGNORE INTO memberships VALUES (?, ?, ?)", (person, key, spelt))
