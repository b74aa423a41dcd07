"""What the words of a kept text are known by: the hash of its letters, and a sketch that texts alike to it share."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from ingest.similar import NEARLY_THE_SAME, cut_body, find_shingles, hash_letters, measure_likeness, sketch
from ingest.store.values import Near

if TYPE_CHECKING:
    from ingest.similar import Shingles

_CANDIDATES = 10  # whose texts are compared: those that share most bands
_ROOTS = "SELECT address, start, end FROM provisions WHERE document = ? AND parent IS NULL ORDER BY position"
_ALIKE = """
    SELECT document FROM sketches JOIN documents d ON d.seq = document
    WHERE d.removed_at IS NULL AND d.family <> ? AND (band, hash) IN (VALUES BANDS)
    GROUP BY document ORDER BY count(*) DESC, document LIMIT ?
"""


def mark_words(db: sqlite3.Connection, seq: int) -> None:
    """Keep what the text of the version *seq*, which is written already, is known by."""
    text = db.execute("SELECT text FROM documents WHERE seq = ?", (seq,)).fetchone()[0]
    db.execute("UPDATE documents SET letters_hash = ? WHERE seq = ?", (hash_letters(text), seq))
    bands = enumerate(sketch(read_shingles(db, seq)))
    db.executemany("INSERT INTO sketches VALUES (?, ?, ?)", ((band, one, seq) for band, one in bands))


def read_shingles(db: sqlite3.Connection, seq: int) -> Shingles:
    """Of the words between head and signature of the version *seq*."""
    text = db.execute("SELECT text FROM documents WHERE seq = ?", (seq,)).fetchone()[0]
    return find_shingles(cut_body(text, ((row[0], row[1], row[2]) for row in db.execute(_ROOTS, (seq,)))))


def find_near(db: sqlite3.Connection, seq: int) -> tuple[Near, ...]:
    """Other documents in use that say nearly the same as the version *seq*, the most alike first."""
    family = db.execute("SELECT family FROM documents WHERE seq = ?", (seq,)).fetchone()[0]
    bands = db.execute("SELECT band, hash FROM sketches WHERE document = ?", (seq,)).fetchall()
    if not bands:
        return ()
    query = _ALIKE.replace("BANDS", ", ".join(["(?, ?)"] * len(bands)))
    alike = db.execute(query, (family, *(value for band in bands for value in band), _CANDIDATES)).fetchall()
    own = read_shingles(db, seq)
    measured = [(measure_likeness(own, read_shingles(db, row[0])), row[0]) for row in alike]
    return tuple(
        Near(db.execute("SELECT id FROM documents WHERE seq = ?", (other,)).fetchone()[0], round(likeness, 3))
        for likeness, other in sorted(measured, key=lambda pair: (-pair[0], pair[1]))
        if likeness >= NEARLY_THE_SAME
    )
