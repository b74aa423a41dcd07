"""Log-ins, and when they end. Of a token only its hash is kept: who reads the file cannot come in with it."""

from __future__ import annotations

import datetime
import hashlib
import secrets
import sqlite3
from collections.abc import Callable

from ingest.accounts.backoff import Backoff, Clock
from ingest.accounts.passwords import Passwords
from ingest.accounts.people import People, read_person
from ingest.accounts.values import Person, Session, fold_name
from ingest.errors import LibraryError, LoginError
from ingest.language import tr
from ingest.store.access import Access

IDLE = 8 * 3600.0
"""Seconds without a sign of the person after which a session ends."""
LONGEST = 12 * 3600.0
"""Seconds after which it ends in any case."""
_TOUCHED_EACH = 60.0
_CLOCKS_DIFFER = 60.0
_TOKEN_BYTES = 32
_LONGEST_TOKEN = 200
_LONGEST_SOURCE = 100
_OPEN = "s.begun BETWEEN :now - :longest AND :now + :differ AND s.seen BETWEEN :now - :idle AND :now + :differ"
"""A session of the future, of a clock that was set back since, has ended, too: its age cannot be told."""
_FIND = f"""
    SELECT p.name, p.shown, p.role, p.email, p.suspended, s.seen,
        (SELECT json_group_array(g.name) FROM memberships g WHERE g.person = p.id) AS groups
    FROM sessions s JOIN people p ON p.id = s.person WHERE s.token = :token AND NOT p.suspended AND {_OPEN}
"""  # noqa: S608 -- our own condition


class Sessions:
    """Of an open file of accounts."""

    def __init__(self, access: Access, people: People, passwords: Passwords, backoff: Backoff, clock: Clock) -> None:
        self._access, self._people, self._clock = access, people, clock
        self._passwords, self._backoff = passwords, backoff

    def log_in(self, name: str, password: str, source: str) -> str:
        """The token of a new session.

        Raises:
            LoginError: If name and password do not belong together, or the guess comes too early.
        """

        def enter(db: sqlite3.Connection, person: int) -> str:
            return self._begin(db, person, source)

        return self._with_right_password(name, password, source, enter)

    def log_in_as(self, email: str, source: str) -> str:
        """The token of a new session of somebody whom the office's own log-in has let in.

        Raises:
            LoginError: If no account that may log in has this address.
        """
        with self._access.transaction() as db:
            row = db.execute(
                "SELECT id FROM people WHERE email = ? AND NOT suspended", (fold_name(email) or None,)
            ).fetchone()
            if row:
                return self._begin(db, row["id"], source)
        raise LoginError(
            tr(
                "Chưa có tài khoản Vankien nào dùng được với thư điện tử {email}. Hãy nhờ người quản trị thêm.",
                email=email,
            ),
            0,
        )

    def find(self, token: str) -> Person | None:
        """Who is there, as the account is now; ``None`` where the session has ended or never was."""
        if not token or len(token) > _LONGEST_TOKEN:
            return None
        now, key = self._clock(), _hash(token)
        rows = self._access.select(_FIND, {"token": key, **_limits(now)})
        if not rows:
            return None
        if abs(now - rows[0]["seen"]) >= _TOUCHED_EACH:
            self._touch(key, now)
        return read_person(rows[0])

    def log_out(self, token: str) -> None:
        """End the session of *token*, if there is one."""
        with self._access.transaction() as db:
            db.execute("DELETE FROM sessions WHERE token = ?", (_hash(token),))

    def change_password(self, name: str, old: str, new: str) -> None:
        """Let the person *name* choose a new password; all sessions end, this one, too.

        Raises:
            LoginError: If *old* is not the password, or too many guesses at it were not.
            UsageError: If *new* will not do.
        """
        self._with_right_password(name, old, None, lambda *_: "")
        self._people.set_password(name, new)

    def list_all(self) -> list[Session]:
        """Every session that has not ended, by name and age."""
        rows = self._access.select(
            f"SELECT p.name, s.begun, s.seen, s.source FROM sessions s JOIN people p ON p.id = s.person WHERE {_OPEN}"  # noqa: S608 -- our own condition
            " ORDER BY p.name, s.begun, s.token",
            _limits(self._clock()),
        )
        return [Session(row["name"], _moment(row["begun"]), _moment(row["seen"]), row["source"]) for row in rows]

    def end_all(self, name: str) -> int:
        """End every session of a person; how many.

        Raises:
            NotHeldError: If nobody has the name.
        """
        person = self._people.find(name)
        with self._access.transaction() as db:
            return db.execute(
                "DELETE FROM sessions WHERE person = (SELECT id FROM people WHERE name = ?)", (person.name,)
            ).rowcount

    def _with_right_password(
        self, name: str, password: str, source: str | None, do: Callable[[sqlite3.Connection, int], str]
    ) -> str:
        """What *do* gives of the person's id, where *password* is right and still is when it is done."""
        guess = self._backoff.count(name, source)
        rows = self._access.select("SELECT id, password FROM people WHERE name = ?", (fold_name(name),))
        kept = rows[0]["password"] if rows else None
        right = self._passwords.are_equal(kept, password)  # of a name that nobody has, too: it takes as long
        if kept is None or not right:
            raise self._backoff.refuse(guess)
        renewed = self._passwords.hash(password) if self._passwords.is_outdated(kept) else kept
        with self._access.transaction() as db:
            held = db.execute("SELECT id, suspended FROM people WHERE id = ? AND password = ?", (rows[0]["id"], kept))
            person = held.fetchone()
            if person and not person["suspended"]:
                self._backoff.take_back(db, guess)
                db.execute("UPDATE people SET password = ? WHERE id = ?", (renewed, person["id"]))
                return do(db, person["id"])
        if person is None:  # changed or removed while it was compared
            raise self._backoff.refuse(guess)
        raise LoginError(tr("Tài khoản này đang tạm dừng. Hãy nhờ người quản trị mở lại."), 0)

    def _begin(self, db: sqlite3.Connection, person: int, source: str) -> str:
        token, now = secrets.token_urlsafe(_TOKEN_BYTES), self._clock()
        db.execute(f"DELETE FROM sessions AS s WHERE NOT ({_OPEN})", _limits(now))  # noqa: S608 -- our own condition
        db.execute(
            "INSERT INTO sessions VALUES (?, ?, ?, ?, ?)", (_hash(token), person, now, now, source[:_LONGEST_SOURCE])
        )
        return token

    def _touch(self, key: str, now: float) -> None:
        try:
            with self._access.transaction() as db:
                db.execute("UPDATE sessions SET seen = ? WHERE token = ?", (now, key))
        except LibraryError:  # a full disk lets people read on; at worst the session ends early
            return


def forget_sessions(connection: sqlite3.Connection) -> None:
    """End every session in a copy of the file; guesses are forgotten, too."""
    connection.execute("PRAGMA secure_delete = ON")
    for table in ("sessions", "guesses"):
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 -- our own tables


def _limits(now: float) -> dict[str, float]:
    return {"now": now, "idle": IDLE, "longest": LONGEST, "differ": _CLOCKS_DIFFER}


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def _moment(seconds: float) -> datetime.datetime:
    return datetime.datetime.fromtimestamp(seconds, datetime.UTC)
