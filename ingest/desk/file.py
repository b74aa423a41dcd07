"""The desk's file: beside the library and apart from it, so that asking never waits for adding."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from types import TracebackType

from ingest.desk.basket import Basket
from ingest.desk.history import History
from ingest.desk.judgements import Judgements
from ingest.desk.saved import SavedSearches
from ingest.store.access import Access
from ingest.store.connection import connect
from ingest.store.steps import Step

DESK_FILE = "desk.sqlite"

_TABLES = """
CREATE TABLE askings (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    owner TEXT NOT NULL,
    question TEXT NOT NULL,
    answered INTEGER NOT NULL,
    asked_at TEXT NOT NULL,
    follows INTEGER REFERENCES askings (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX askings_by_owner ON askings (owner);
CREATE TABLE judgements (
    owner TEXT NOT NULL,
    question TEXT NOT NULL,
    useful INTEGER NOT NULL,
    reason TEXT NOT NULL,
    shown TEXT NOT NULL,
    judged_at TEXT NOT NULL,
    PRIMARY KEY (owner, question)
) STRICT;
CREATE TABLE saved_searches (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    owner TEXT NOT NULL,
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    looked_at TEXT NOT NULL,
    UNIQUE (owner, address)
) STRICT;
CREATE TABLE collected (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    owner TEXT NOT NULL,
    place INTEGER NOT NULL,
    document TEXT NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    words TEXT NOT NULL,
    address TEXT NOT NULL,
    note TEXT NOT NULL,
    removed_at TEXT
) STRICT;
CREATE INDEX collected_by_owner ON collected (owner);
"""


def _create(connection: sqlite3.Connection) -> None:
    for statement in _TABLES.split(";"):
        connection.execute(statement)


STEPS: tuple[Step, ...] = (_create,)


def open_desk(folder: Path) -> Desk:
    """The desk in the library's *folder*, made where there is none.

    Raises:
        LibraryError: If the folder cannot be written, or the file is none of ours.
    """
    file = folder / DESK_FILE
    return Desk(connect(file, STEPS), file)


class Desk:
    """An open desk; one per thread. What a method acknowledged is on disk when it returns.

    Everything on it belongs to an *owner*: the browser, by a key of its own, or the account.
    """

    def __init__(self, connection: sqlite3.Connection, file: Path) -> None:
        self._db = connection
        access = self._access = Access(connection, file)
        self.history = History(access)
        self.judgements = Judgements(access)
        self.saved = SavedSearches(access)
        self.basket = Basket(access)

    def __enter__(self) -> Desk:
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, tb: TracebackType | None) -> None:
        self._db.close()
