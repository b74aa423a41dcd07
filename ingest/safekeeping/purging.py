"""Removed documents taken out for ever: of the library, the desk, what was worked out of them, the index, the disk.

It is the one act that cannot be undone, and clocks may be wrong: so it is done when a person says so, and never by
itself. What was put elsewhere before, back-ups and exports, is not touched.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from ingest.catalog import read_catalog
from ingest.desk.file import DESK_FILE, open_desk
from ingest.desk.forgetting import forget, list_sayings
from ingest.language import tr
from ingest.passage_text import context, contexts, hash_text
from ingest.safekeeping.archive import Report
from ingest.safekeeping.rebuilding import (
    Rebuild,
    find_current,
    has_documents,
    list_builds,
    no_build_meanwhile,
    rebuild_index,
    take_away,
)
from ingest.safekeeping.telling import find_telling, find_words
from ingest.safekeeping.tombstones import Tombstone
from ingest.store import Library, hash_content, open_library
from ingest.store.connection import LIBRARY_FILE, explained
from ingest.store.rows import metadata_from_row, passage_from_row
from ingest.store.sealing import forget_seal

_UNFINISHED = "purging"
_PATIENCE_SECONDS = 30.0
_PAUSE_SECONDS = 0.2
_LINKS = (
    'SELECT m.name AS name, f."from" AS held FROM sqlite_schema m, pragma_foreign_key_list(m.name) f'
    " WHERE m.type = 'table' AND m.name <> 'documents' AND f.\"table\" = 'documents'"
)
_SHARED = (
    "UPDATE originals SET document = (SELECT seq FROM documents WHERE read_from = hash AND family NOT IN ({marks}))"
    " WHERE document IN ({seqs}) AND hash IN (SELECT read_from FROM documents WHERE family NOT IN ({marks}))"
)


@dataclass(frozen=True, slots=True)
class Purged:
    """What went.

    Attributes:
        desk: Things that readers kept and that quoted or told of it.
        finished: Whether no trace is left on the disk; else somebody still reads, and another purge finishes it.
        index: ``"rebuilt"``, ``"taken away"`` where it could not be, ``"untouched"`` where nothing of it was there.
    """

    documents: int
    desk: int
    finished: bool
    index: str


def purge(home: Path, tombstones: Sequence[Tombstone], report: Report, rebuild: Rebuild = rebuild_index) -> Purged:
    """Take *tombstones* out of everything in *home* for ever, and what an earlier purge left.

    What is stopped on its way goes on with the next purge; until the library's own transaction nothing is lost that
    could not be brought back.

    Raises:
        LibraryError: If the library cannot be written.
    """
    desk = 0
    with no_build_meanwhile(home), open_library(home) as library:
        if families := [one.family for one in tombstones]:
            report(tr("Đang xóa hẳn"), 0, 1)
            desk = _forget(home, library, families)
            _delete(library, families)
        seqs = read_unfinished(library)
        report(tr("Đang dọn ổ đĩa"), 0, 1)
        scrubbed = [_scrub(home / name) for name in (LIBRARY_FILE, DESK_FILE) if (home / name).exists()]
        _clear_leftovers(home)
        current = find_current(home)
        touched = bool(seqs) and current is not None and has_documents(current, seqs)
        clean = take_away(home, stays=current) and all(scrubbed)
    index = _renew_index(home, seqs, rebuild) if touched else "untouched"
    clean = clean and not (touched and any(has_documents(one, seqs) for one in list_builds(home)))
    if clean:
        with open_library(home) as library, library._access.transaction() as db:
            db.execute("DELETE FROM meta WHERE key = ?", (_UNFINISHED,))
    return Purged(len(tombstones), desk, clean, index)


def read_unfinished(library: Library) -> list[int]:
    """Texts that are purged from the library and may still lie elsewhere on the disk, by their numbers."""
    rows = library._select("SELECT value FROM meta WHERE key = ?", (_UNFINISHED,))
    return list(json.loads(rows[0][0])) if rows else []


# --- what told of it -----------------------------------------------------------------------------------------


def _forget(home: Path, library: Library, families: Sequence[int]) -> int:
    """Off the desk, and away from the files that were set aside; how many things on the desk went."""
    marks = ", ".join("?" * len(families))
    names = (
        f"SELECT id FROM documents WHERE family IN ({marks}) UNION SELECT id FROM former_ids WHERE family IN ({marks})"  # noqa: S608 - marks alone
    )
    ids = {str(row[0]) for row in library._select(names, (*families, *families))}
    _discard_set_aside(home, library, families, ids)
    if not (home / DESK_FILE).exists():
        return 0
    texts = "SELECT text || ' ' || coalesce(source, '') FROM documents WHERE family {} IN ({})"
    with open_desk(home) as desk:
        gone = (row[0] for row in library._select(texts.format("", marks), families))
        told = find_telling(list_sayings(desk), gone, _stream(library, texts.format("NOT", marks), families))
        return forget(desk, ids, lambda words: not find_words(words).isdisjoint(told))


def _stream(library: Library, query: str, values: Sequence[object]) -> Iterator[str]:
    with explained(library._access.file):
        yield from (row[0] for row in library._db.execute(query, values))


def _discard_set_aside(home: Path, library: Library, families: Sequence[int], ids: set[str]) -> None:
    """Files that came when it was asked for, or are its own under another's name; what differed stands beside each."""
    from ingest.fetching import SET_ASIDE  # here: what help has to import stays shallow, and quick

    marks = ", ".join("?" * len(families))
    query = f"SELECT o.hash FROM originals o JOIN documents d ON d.seq = o.document WHERE d.family IN ({marks})"  # noqa: S608 - marks alone
    hashes = {row[0] for row in library._select(query, families)}
    asked = tuple(f"{one.replace('/', '-')}-" for one in ids)
    files = [one for one in (home / SET_ASIDE).glob("*") if one.is_file()]
    own = [one for one in files if one.name.startswith(asked) or hash_content(one.read_bytes()) in hashes]
    with explained(home / SET_ASIDE):
        for stem in {one.name.partition(".")[0] for one in own}:
            for file in (one for one in files if one.name.partition(".")[0] == stem):
                file.unlink(missing_ok=True)


# --- the library ---------------------------------------------------------------------------------------------


def _delete(library: Library, families: Sequence[int]) -> None:
    """Out of every table that knows documents, those too that later steps of the schema add; in one transaction."""
    with explained(library._access.file):
        library._db.execute("PRAGMA secure_delete = ON")
    with library._access.transaction() as db:
        db.execute("PRAGMA defer_foreign_keys = ON")
        marks = ", ".join("?" * len(families))
        seqs = [row[0] for row in db.execute(f"SELECT seq FROM documents WHERE family IN ({marks})", families)]  # noqa: S608 - marks alone
        own = ", ".join(map(str, seqs))
        hashes = db.execute(f"SELECT hash FROM originals WHERE document IN ({own})").fetchall()  # noqa: S608 - numbers
        db.executemany("DELETE FROM meta WHERE key = 'tried ' || ?", [(row[0],) for row in hashes])
        for seq in seqs:
            forget_seal(db, seq)
        db.execute(_SHARED.format(marks=", ".join(map(str, families)), seqs=own))
        for table, column in db.execute(_LINKS).fetchall():
            db.execute(f"DELETE FROM {table} WHERE {column} IN ({own})")  # noqa: S608 - the file's own names
        db.execute(f"DELETE FROM documents WHERE seq IN ({own})")  # noqa: S608 - numbers
        _sweep(db)
        left = json.dumps(sorted({*seqs, *read_unfinished(library)}))
        db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (_UNFINISHED, left))
        library._access.raise_arrangement()


def _sweep(db: sqlite3.Connection) -> None:
    """Vectors and words of what nobody holds any more: also of passages as they were called before a correction."""
    kept = {hash_text(text) for record in read_catalog() for text in contexts(record)}
    for row in db.execute("SELECT * FROM documents"):
        metadata = metadata_from_row(row)
        query = "SELECT *, ? AS document_id FROM passages WHERE document = ?"
        for passage in db.execute(query, (row["id"], row["seq"])):
            kept.add(hash_text(context(passage_from_row(passage, row["text"]), metadata)))
    for table in ("embeddings", "words"):
        gone = [row for row in db.execute(f"SELECT DISTINCT hash FROM {table}") if row[0] not in kept]  # noqa: S608 - ours
        db.executemany(f"DELETE FROM {table} WHERE hash = ?", [(row[0],) for row in gone])  # noqa: S608 - ours


# --- the disk ------------------------------------------------------------------------------------------------


def _scrub(file: Path) -> bool:
    """Write the file anew without what was deleted, and empty its log; whether nobody who still reads hindered it."""
    with explained(file), closing(sqlite3.connect(file, timeout=_PATIENCE_SECONDS, isolation_level=None)) as db:
        db.execute("PRAGMA secure_delete = ON")
        db.execute("VACUUM")
        give_up = time.monotonic() + _PATIENCE_SECONDS
        while db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
            if time.monotonic() >= give_up:
                return False
            time.sleep(_PAUSE_SECONDS)
    return True


def _clear_leftovers(home: Path) -> None:
    """Folders of imports that were killed on their way: none goes on where a library holds something."""
    for one in home.glob(".vankien-*"):
        shutil.rmtree(one, ignore_errors=True)


def _renew_index(home: Path, seqs: Sequence[int], rebuild: Rebuild) -> str:
    """A build without it in place of the one that has it; where none can be made, none."""
    with open_library(home) as library, library._access.transaction():
        library._access.raise_generation()  # so that a build has something to do
    if rebuild(home) and (current := find_current(home)) and not has_documents(current, seqs):
        with no_build_meanwhile(home):
            take_away(home, stays=current)
        return "rebuilt"
    with no_build_meanwhile(home):
        take_away(home)
    return "taken away"
