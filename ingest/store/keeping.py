"""Take a text and its file in: is it known, a version of what is known, or new?"""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from ingest.errors import KeptFromError
from ingest.models import Document
from ingest.similar import hash_letters
from ingest.store.access import Access
from ingest.store.collecting import Collections
from ingest.store.families import Current, add_version, find_current, find_earlier, find_under_one_key
from ingest.store.inserting import Arrival, hash_content, insert_document, now
from ingest.store.marking import find_near
from ingest.store.sight import is_kept_from
from ingest.store.values import Added, Origin

_NOTHING_CHANGES = ("duplicate", "earlier", "older", "shorter")
_SAME_WORDS = (
    "SELECT seq, family FROM documents WHERE text_hash = ? OR letters_hash = ? ORDER BY removed_at IS NOT NULL, seq"
)


def recognise(access: Access, content_hash: str, into: str | None = None) -> Added | None:
    """What adding the very file of that hash again does; ``None`` for a file that is not held.

    Args:
        into: As :attr:`~ingest.store.values.Origin.collection`.

    Raises:
        KeptFromError: If its document is kept from who adds.
    """
    known = access.select(
        "SELECT seq, family FROM documents JOIN originals ON document = seq WHERE hash = ?", (content_hash,)
    )
    if not known:
        return None
    held = find_current(access.db, known[0]["family"])
    _check_writer(access, held.family)
    if held.removed or into:
        with access.transaction() as db:
            if held.removed:
                db.execute("UPDATE documents SET removed_at = NULL WHERE seq = ?", (held.seq,))
                access.raise_generation()
            if into:
                Collections(access).lay_within(db, into, held.id)
    return Added("restored", held.id) if held.removed else _say_held(access.db, held, known[0]["seq"], "unchanged")


def _check_writer(access: Access, family: int) -> None:
    if is_kept_from(access.db, access.writer, family):
        raise KeptFromError


def _tell_writer(access: Access, added: Added) -> Added:
    """*added*, without what is kept from who adds."""
    return replace(added, near=tuple(one for one in added.near if not _is_kept(access, one.document_id)))


def _is_kept(access: Access, document_id: str) -> bool:
    (family,) = access.db.execute("SELECT family FROM documents WHERE id = ?", (document_id,)).fetchone()
    return is_kept_from(access.db, access.writer, family)


def _find_family(db: sqlite3.Connection, seq: int) -> int:
    return int(db.execute("SELECT family FROM documents WHERE seq = ?", (seq,)).fetchone()[0])


def heal(access: Access, content: bytes) -> bool:
    """Put *content*, which is a kept file's own, in the place of what became of it; whether that was damaged."""
    own = hash_content(content)
    if not access.select("SELECT 1 FROM originals WHERE hash = ? AND content IS NOT ?", (own, content)):
        return False
    with access.transaction() as db:
        db.execute("UPDATE originals SET content = ? WHERE hash = ?", (content, own))
    return True


def keep(access: Access, document: Document, content: bytes, origin: Origin) -> Added:
    """Keep *document* and the file *content* it was read from, in one transaction.

    Raises:
        NotHeldError: If there is no such collection as it is to be laid into.
        KeptFromError: If it is another version of what is kept from who adds, or says the same.
    """
    arrival = Arrival(hash_content(content), origin)
    with access.transaction() as db:
        seq, added = _find_held(db, document) or _insert(access, document, arrival)
        _check_writer(access, _find_family(db, seq))
        added = _tell_writer(access, added)
        came_from = origin.kind, origin.place, origin.modified_at
        db.execute(
            "INSERT INTO originals (hash, document, name, content, added_at, kind, place, modified_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (hash) DO UPDATE SET content = excluded.content",
            (arrival.content_hash, seq, document.metadata.source or "", content, now(), *came_from),
        )
        if added.status not in _NOTHING_CHANGES:
            access.raise_generation()
        if origin.collection:
            Collections(access).lay_within(db, origin.collection, added.document_id)
    return added


def _find_held(db: sqlite3.Connection, document: Document) -> tuple[int, Added] | None:
    """The text that says the same in the same words, brought back into use where its document was removed."""
    hashes = hash_content(document.text.encode()), hash_letters(document.text)
    same = db.execute(_SAME_WORDS, hashes).fetchone()
    if same is None:
        return None
    held = find_current(db, same["family"])
    db.execute("UPDATE documents SET removed_at = NULL WHERE seq = ?", (held.seq,))
    restored = Added("restored", held.id)
    return same["seq"], restored if held.removed else _say_held(db, held, same["seq"], "duplicate")


def _say_held(db: sqlite3.Connection, held: Current, seq: int, status: str) -> Added:
    """*status*, unless *seq* is a version of *held* that is not in use; its text may have been read anew since."""
    read_from = db.execute("SELECT document FROM originals WHERE hash = ?", (held.read_from,)).fetchone()
    if seq == held.seq or (read_from and read_from["document"] == seq):
        return Added(status, held.id)
    (number,) = db.execute("SELECT version FROM documents WHERE seq = ?", (seq,)).fetchone()
    return Added("earlier", held.id, version=number)


def _insert(access: Access, document: Document, arrival: Arrival) -> tuple[int, Added]:
    db = access.db
    held = find_earlier(db, document)
    if held is not None:
        seq, status = add_version(db, held, document, arrival)
        (number,) = db.execute("SELECT version FROM documents WHERE seq = ?", (seq,)).fetchone()
        return seq, Added(status, find_current(db, held.family).id, version=number if status == "shorter" else None)
    others = [one for one in find_under_one_key(db, document.id) if not is_kept_from(db, access.writer, one.family)]
    status = "beside" if any(not other.removed for other in others) else "added"
    if db.execute("SELECT 1 FROM documents WHERE id = ?", (document.id,)).fetchone():
        document = replace(document, id=f"{document.id}~{hash_content(document.text.encode())[:8]}")
    seq = insert_document(db, document, arrival)
    return seq, Added(status, document.id, find_near(db, seq))
