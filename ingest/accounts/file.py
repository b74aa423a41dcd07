"""The file of accounts: beside the library and apart from it, for the owner of the machine's eyes alone."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterable
from contextlib import closing, suppress
from pathlib import Path
from types import TracebackType

from ingest.accounts.backoff import Backoff, Clock
from ingest.accounts.groups import Groups
from ingest.accounts.passwords import Passwords
from ingest.accounts.people import People
from ingest.accounts.sessions import Sessions
from ingest.accounts.values import Person, Role
from ingest.store.access import Access
from ingest.store.connection import connect, explained
from ingest.store.steps import Step

ACCOUNTS_FILE = "accounts.sqlite"
_OWNER_ALONE = 0o600
_FOLDER_OF_OWNER_ALONE = 0o700
_OTHERS = 0o077
_BUSY_SECONDS = 30.0

_TABLES = """
CREATE TABLE people (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    shown TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('reader', 'librarian', 'administrator')),
    email TEXT UNIQUE,
    suspended INTEGER NOT NULL,
    password TEXT,
    made_at TEXT NOT NULL
) STRICT;
CREATE TABLE memberships (
    person INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (person, key)
) STRICT;
CREATE TABLE sessions (
    token TEXT PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    begun REAL NOT NULL,
    seen REAL NOT NULL,
    source TEXT NOT NULL
) STRICT;
CREATE INDEX sessions_by_person ON sessions (person);
CREATE TABLE guesses (
    key TEXT PRIMARY KEY,
    wrong INTEGER NOT NULL,
    last REAL NOT NULL
) STRICT;
"""


def _create(connection: sqlite3.Connection) -> None:
    for statement in _TABLES.split(";"):
        connection.execute(statement)


STEPS: tuple[Step, ...] = (_create,)


def accounts_exist(home: Path) -> bool:
    """Whether anybody has an account in *home*; nothing is made.

    Raises:
        LibraryError: If there is a file and it cannot be read: then nobody is to be let in without being asked.
    """
    file = home / ACCOUNTS_FILE
    with explained(file):
        if not file.exists():
            return False
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True, timeout=_BUSY_SECONDS)) as db:
            if not db.execute("PRAGMA user_version").fetchone()[0]:  # just being made
                return False
            return db.execute("SELECT 1 FROM people LIMIT 1").fetchone() is not None


def open_accounts(home: Path, *, clock: Clock = time.time, passwords: Passwords | None = None) -> Accounts:
    """The accounts of the library in *home*, made where there are none.

    Raises:
        LibraryError: If the folder cannot be written, or the file is none of ours.
    """
    file = home / ACCOUNTS_FILE
    with explained(file):
        keep_to_owner(file)
    return Accounts(connect(file, STEPS), file, clock, passwords or Passwords())


def keep_to_owner(file: Path) -> None:
    """Make *file*, and its folder with it, for its owner alone; from one that is there take others' rights.

    SQLite gives the files that it writes beside it the same rights. Systems without such rights, and disks, are left
    as they are.
    """
    file.parent.mkdir(mode=_FOLDER_OF_OWNER_ALONE, parents=True, exist_ok=True)
    try:
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _OWNER_ALONE))
        take_from_others(file.parent)
    except FileExistsError:
        take_from_others(file)


def take_from_others(path: Path) -> None:
    """Leave rights to the owner of a file or folder alone, where the system has such rights."""
    with suppress(PermissionError, NotImplementedError):  # another's: that it cannot be read shows when it is
        mode = path.stat().st_mode
        if mode & _OTHERS:
            path.chmod(mode & ~_OTHERS)


class Accounts:
    """Open accounts; one per thread. What a method acknowledged is on disk when it returns."""

    def __init__(self, connection: sqlite3.Connection, file: Path, clock: Clock, passwords: Passwords) -> None:
        self._db = connection
        access = Access(connection, file)
        backoff = Backoff(access, clock)
        self.people = People(access, passwords, backoff)
        self.sessions = Sessions(access, self.people, passwords, backoff, clock)
        self.list_all, self.find, self.change = self.people.list_all, self.people.find, self.people.change
        groups = Groups(access, self.people)
        self.join, self.leave, self.list_groups = groups.join, groups.leave, groups.list_all
        self.set_password, self.remove = self.people.set_password, self.people.remove
        self.log_in, self.log_in_as, self.log_out = self.sessions.log_in, self.sessions.log_in_as, self.sessions.log_out
        self.change_password, self.find_session = self.sessions.change_password, self.sessions.find
        self.list_sessions, self.end_sessions = self.sessions.list_all, self.sessions.end_all

    def __enter__(self) -> Accounts:
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, tb: TracebackType | None) -> None:
        self._db.close()

    def add(  # noqa: PLR0913, PLR0917 -- what an account is made of
        self,
        name: str,
        shown: str,
        role: Role,
        groups: Iterable[str] = (),
        password: str | None = None,
        email: str | None = None,
    ) -> Person:
        """Make an account; the person as kept.

        Raises:
            UsageError: If a value cannot be or is taken, neither password nor e-mail would let the person in, or the
                first person is no administrator.
        """
        return self.people.add(Person(name, shown, role, frozenset(groups), email), password)
