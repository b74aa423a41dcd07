"""What a desk knows of documents that are purged: taken along, judged, asked for, saved; all of it goes."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Collection, Iterator
from urllib.parse import unquote_plus

from ingest.desk.file import Desk

_SAYINGS = (
    "SELECT question FROM askings",
    "SELECT question || ' ' || reason FROM judgements",
    "SELECT name || ' ' || address FROM saved_searches",
    "SELECT note FROM collected WHERE note <> ''",
)
Tells = Callable[[str], bool]
"""Whether somebody's words tell of what is purged."""


def list_sayings(desk: Desk) -> Iterator[str]:
    """Everything that readers wrote, in their own words."""
    for query in _SAYINGS:
        yield from (unquote_plus(row[0]) for row in desk._access.select(query))


def forget(desk: Desk, document_ids: Collection[str], tells: Tells) -> int:
    """Take all off the desk that quotes one of *document_ids* or *tells* of it; how many things went.

    Of a passage of another document whose note tells of it the note alone goes.
    """
    with desk._access.transaction() as db:
        return sum(act(db, document_ids, tells) for act in (_forget_collected, _forget_judged, _forget_asked))


def _forget_collected(db: sqlite3.Connection, document_ids: Collection[str], tells: Tells) -> int:
    rows = db.execute("SELECT id, document, words, note FROM collected").fetchall()
    quoted = [(row["id"],) for row in rows if row["document"] in document_ids or tells(row["words"])]
    noted = [(row["id"],) for row in rows if tells(row["note"])]
    db.executemany("UPDATE collected SET note = '' WHERE id = ?", noted)
    db.executemany("DELETE FROM collected WHERE id = ?", quoted)
    return len({*quoted, *noted})


def _forget_judged(db: sqlite3.Connection, document_ids: Collection[str], tells: Tells) -> int:
    gone = [
        (row["rowid"],)
        for row in db.execute("SELECT rowid, question, reason, shown FROM judgements").fetchall()
        if tells(row["question"])
        or tells(row["reason"])
        or not {one[0] for one in json.loads(row["shown"])}.isdisjoint(document_ids)
    ]
    db.executemany("DELETE FROM judgements WHERE rowid = ?", gone)
    return len(gone)


def _forget_asked(db: sqlite3.Connection, document_ids: Collection[str], tells: Tells) -> int:
    asked = [
        (row["id"],) for row in db.execute("SELECT id, question FROM askings").fetchall() if tells(row["question"])
    ]
    db.executemany("DELETE FROM askings WHERE id = ?", asked)
    saved = []
    for row in db.execute("SELECT id, name, address FROM saved_searches").fetchall():
        address = unquote_plus(row["address"])
        if tells(row["name"]) or tells(address) or any(one in address for one in document_ids):
            saved.append((row["id"],))
    db.executemany("DELETE FROM saved_searches WHERE id = ?", saved)
    return len(asked) + len(saved)
