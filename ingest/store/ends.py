"""Both ends of every relation by what its text calls them: who speaks of a document is found without reading on."""

from __future__ import annotations

import sqlite3

_OF_ONE = """
    SELECT c.{named}, {acting}, r.kind, r.document, r.position
    FROM relations r JOIN citations c ON c.document = r.document AND c.start = r.{end}
    WHERE r.document = ?1 AND c.{named} IS NOT NULL
"""
_KEEP = "INSERT INTO relation_ends " + " UNION ".join(
    _OF_ONE.format(named=named, acting=acting, end=end)
    for named in ("number", "name")
    for acting, end in enumerate(("cited", "subject"))
)


def keep_ends(db: sqlite3.Connection, seq: int) -> None:
    """Note what the text *seq* calls the documents it relates, its citations and relations being written already."""
    db.execute(_KEEP, (seq,))
