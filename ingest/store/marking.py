"""What the words of a kept text are known by: the hash of its letters, and a sketch that texts alike to it share."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from ingest.similar import (
    HELD_BY_THE_OTHER,
    NEARLY_THE_SAME,
    cut_body,
    find_shingles,
    hash_letters,
    measure_likeness,
    measure_overlap,
    sketch,
)
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
_NAMESAKES = """
    SELECT other.seq FROM documents own JOIN documents other
    ON other.number = own.number OR (other.title = own.title AND other.type IS own.type)
    WHERE own.seq = ? AND other.removed_at IS NULL AND other.family <> own.family
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
    """Other documents in use that say nearly the same as the version *seq*, the most alike first.

    Under its number or its title also one that is a part of it, or that it is a part of.
    """
    namesakes = {row[0] for row in db.execute(_NAMESAKES, (seq,))}
    own, near = read_shingles(db, seq), []
    for other in namesakes | _find_alike(db, seq):
        words = read_shingles(db, other)
        likeness, overlap = measure_likeness(own, words), measure_overlap(own, words)
        if likeness >= NEARLY_THE_SAME or (other in namesakes and overlap >= HELD_BY_THE_OTHER):
            (name,) = db.execute("SELECT id FROM documents WHERE seq = ?", (other,)).fetchone()
            near.append((-likeness, other, Near(name, round(likeness, 3), round(overlap, 3))))
    return tuple(one for *_, one in sorted(near, key=lambda found: found[:2]))


def _find_alike(db: sqlite3.Connection, seq: int) -> set[int]:
    """The documents in use whose sketches have most in common with that of the version *seq*."""
    family = db.execute("SELECT family FROM documents WHERE seq = ?", (seq,)).fetchone()[0]
    bands = db.execute("SELECT band, hash FROM sketches WHERE document = ?", (seq,)).fetchall()
    if not bands:
        return set()
    query = _ALIKE.replace("BANDS", ", ".join(["(?, ?)"] * len(bands)))
    return {row[0] for row in db.execute(query, (family, *(value for band in bands for value in band), _CANDIDATES))}
