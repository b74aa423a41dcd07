"""Named collections of documents: a document may lie in any number of them, and nothing in it changes."""

from __future__ import annotations

import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from ingest.errors import NotHeldError, UsageError
from ingest.language import tr
from ingest.store.access import Access
from ingest.store.connection import chunks
from ingest.store.inserting import now
from ingest.store.sight import group_key
from ingest.store.values import Collection

LONGEST_NAME = 80
_OF_GROUPS = (
    "Bộ sưu tập “{name}” chỉ dành cho một số nhóm; xóa đi thì ai cũng thấy các văn bản trong đó. Hãy mở cho mọi người "
    'trước, nếu đúng là muốn vậy: python -m ingest collection groups "{name}" --everyone'
)
_LIST = """
    SELECT c.id, c.name, c.made_at, count(d.seq) AS documents,
        EXISTS (SELECT 1 FROM collection_groups g WHERE g.collection = c.id) AS restricted FROM collections c
    LEFT JOIN collection_members m ON m.collection = c.id
    LEFT JOIN documents d ON d.family = m.family AND d.removed_at IS NULL
    GROUP BY c.id ORDER BY c.key
"""
_MEMBERS = """
    SELECT d.id FROM collection_members m JOIN documents d ON d.family = m.family AND d.superseded_at IS NULL
    WHERE m.collection = ? AND (d.removed_at IS NULL OR ?) ORDER BY d.seq
"""
_NAMES = """
    SELECT d.id, c.name FROM collection_members m JOIN collections c ON c.id = m.collection
    JOIN documents d ON d.family = m.family AND d.removed_at IS NULL ORDER BY c.key
"""
_NAMES_OF_ONE = """
    SELECT c.name FROM collection_members m JOIN collections c ON c.id = m.collection WHERE m.family = ? ORDER BY c.key
"""
_TAKE_OUT = (
    "DELETE FROM collection_members WHERE family = ? AND collection IN (SELECT id FROM collections WHERE key = ?)"
)
_FORMERLY = (
    "SELECT f.id, f.family FROM former_ids f JOIN documents d ON d.family = f.family AND d.superseded_at IS NULL"
    " WHERE f.id = ?"
)


class Collections:
    """Of an open library. A collection is named as a person writes it; case and spaces make no difference."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def list_all(self) -> list[Collection]:
        """Every collection, by name."""
        rows = self._access.select(_LIST)
        return [
            Collection(row["id"], row["name"], row["documents"], row["made_at"], bool(row["restricted"]))
            for row in rows
        ]

    def list_documents(self, name: str) -> list[str]:
        """Ids of the documents in use that lie in it, in the order of arrival.

        Raises:
            NotHeldError: If there is no such collection.
        """
        return [row["id"] for row in self._access.select(_MEMBERS, (self._find(self._access.db, name), 0))]

    def name_all(self) -> dict[str, tuple[str, ...]]:
        """Id of every document in use that lies in a collection -> the names of its collections."""
        found: dict[str, tuple[str, ...]] = {}
        for row in self._access.select(_NAMES):
            found[row["id"]] = (*found.get(row["id"], ()), row["name"])
        return found

    def names_of(self, document_id: str) -> list[str]:
        """Names of the collections that a document lies in, by its id or one borne before.

        Raises:
            NotHeldError: If there is no such document.
        """
        (family,) = _find_families(self._access.db, [document_id])
        return [row["name"] for row in self._access.select(_NAMES_OF_ONE, (family,))]

    def create(self, name: str, document_ids: Iterable[str] = ()) -> str:
        """Make a collection of these documents, all or nothing; its name as it is kept.

        Raises:
            NotHeldError: If one of the documents is not there.
            UsageError: If the name is empty, too long, or borne already.
        """
        with self._changing() as db:
            kept = _create(db, _read_name(name))
            _lay_into(db, self._find(db, kept), _find_families(db, document_ids))
            return kept

    def find_name(self, name: str) -> str | None:
        """The name as it is kept of the collection that *name* means; ``None`` where there is none."""
        rows = self._access.select("SELECT name FROM collections WHERE key = ?", (_key(_tidy(name)),))
        return str(rows[0]["name"]) if rows else None

    def rename(self, name: str, new: str) -> str:
        """Call it *new*; the name as it is kept.

        Raises:
            NotHeldError: If there is no such collection.
            UsageError: If the name is empty, too long, or borne by another.
        """
        wanted = _read_name(new)
        with self._changing() as db:
            found = self._find(db, name)
            _refuse_borne(db, wanted, found)
            db.execute("UPDATE collections SET name = ?, key = ? WHERE id = ?", (wanted, _key(wanted), found))
        return wanted

    def remove(self, name: str) -> list[str]:
        """Forget the collection, and no document; ids of those that lay in it, removed ones too.

        Raises:
            NotHeldError: If there is no such collection.
            UsageError: If it belongs to groups: what lies in it would be seen by everybody.
        """
        with self._changing() as db:
            found = self._find(db, name)
            if _groups_of(db, found):
                raise UsageError(tr(_OF_GROUPS, name=name))
            members = [row["id"] for row in db.execute(_MEMBERS, (found, 1))]
            db.execute("DELETE FROM collections WHERE id = ?", (found,))
        return members

    def add(self, name: str, document_ids: Iterable[str]) -> int:
        """Lay documents into it; how many lay not there before.

        Raises:
            NotHeldError: If there is no such collection or document.
        """
        with self._changing() as db:
            found = self._find(db, name)
            return _lay_into(db, found, _find_families(db, document_ids))

    def take_out(self, name: str, document_ids: Iterable[str]) -> int:
        """Take documents out of it; how many lay there.

        Raises:
            NotHeldError: If there is no such collection or document.
        """
        with self._changing() as db:
            found = self._find(db, name)
            taken = db.executemany(
                "DELETE FROM collection_members WHERE collection = ? AND family = ?",
                [(found, family) for family in _find_families(db, document_ids)],
            )
            return taken.rowcount

    def lay(self, document_id: str, into: Iterable[str], out_of: Iterable[str] = ()) -> list[str]:
        """Lay a document into some collections, made where they are not there, and take it out of others.

        What is named on both sides it lies in afterwards; the rest stays as it is.

        Returns:
            The names of the collections that it lies in from now on.

        Raises:
            NotHeldError: If there is no such document.
            UsageError: If a name is empty or too long.
        """
        wanted = [_read_name(name) for name in into]
        with self._changing() as db:
            (family,) = _find_families(db, [document_id])
            db.executemany(_TAKE_OUT, [(family, _key(_tidy(name))) for name in out_of])
            for name in wanted:
                if not db.execute("SELECT 1 FROM collections WHERE key = ?", (_key(name),)).fetchone():
                    _create(db, name)
                _lay_into(db, self._find(db, name), [family])
            return [row["name"] for row in db.execute(_NAMES_OF_ONE, (family,))]

    def give_to(self, name: str, groups: Iterable[str]) -> list[str]:
        """Let it be seen by persons of these groups alone, in place of those before; by all where there are none.

        Returns:
            The names of the groups, as they are kept.

        Raises:
            NotHeldError: If there is no such collection.
            UsageError: If the name of a group is empty.
        """
        named = {group_key(one): " ".join(one.split()) for one in groups}
        if "" in named:
            raise UsageError(tr("Nhóm chưa có tên. Hãy gõ tên nhóm, ví dụ: Ủy ban Kiểm tra."))
        with self._changing() as db:
            found = self._find(db, name)
            db.execute("DELETE FROM collection_groups WHERE collection = ?", (found,))
            rows = [(found, key, shown) for key, shown in named.items()]
            db.executemany("INSERT INTO collection_groups VALUES (?, ?, ?)", rows)
            self._access.raise_generation()  # also where none are left: what is seen has changed
        return sorted(named.values())

    def groups_of(self, name: str) -> list[str]:
        """The groups that alone see it; none where everybody does.

        Raises:
            NotHeldError: If there is no such collection.
        """
        return _groups_of(self._access.db, self._find(self._access.db, name))

    def lay_within(self, db: sqlite3.Connection, name: str, document_id: str) -> None:
        """Lay one document into it, in the transaction of the caller; raises as :meth:`add`."""
        _lay_into(db, self._find(db, name), _find_families(db, [document_id]))
        self._access.raise_arrangement()

    @contextmanager
    def _changing(self) -> Iterator[sqlite3.Connection]:
        with self._access.transaction() as db:
            yield db
            self._access.raise_arrangement()
            if db.execute("SELECT 1 FROM collection_groups LIMIT 1").fetchone():
                self._access.raise_generation()  # somebody may see more from now on, or less

    def _find(self, db: sqlite3.Connection, name: str) -> int:
        row = db.execute("SELECT id FROM collections WHERE key = ?", (_key(_tidy(name)),)).fetchone()
        if row is None:
            raise NotHeldError(
                tr("Không có bộ sưu tập “{name}”. Xem các bộ bằng: python -m ingest collection list", name=name)
            )
        return int(row["id"])


def _groups_of(db: sqlite3.Connection, collection: int) -> list[str]:
    query = "SELECT name FROM collection_groups WHERE collection = ? ORDER BY key"
    return [row["name"] for row in db.execute(query, (collection,))]


def _create(db: sqlite3.Connection, name: str) -> str:
    _refuse_borne(db, name, None)
    db.execute("INSERT INTO collections (name, key, made_at) VALUES (?, ?, ?)", (name, _key(name), now()))
    return name


def _lay_into(db: sqlite3.Connection, collection: int, families: Iterable[int]) -> int:
    """How many lay not there before."""
    rows = [(collection, family, now()) for family in families]
    return db.executemany("INSERT OR IGNORE INTO collection_members VALUES (?, ?, ?)", rows).rowcount


def _refuse_borne(db: sqlite3.Connection, name: str, own: int | None) -> None:
    row = db.execute("SELECT name FROM collections WHERE key = ? AND id IS NOT ?", (_key(name), own)).fetchone()
    if row:
        raise UsageError(tr("Đã có bộ sưu tập “{name}”. Hãy đặt tên khác.", name=row["name"]))


def _find_families(db: sqlite3.Connection, document_ids: Iterable[str]) -> list[int]:
    """Of documents that are in use or removed, each by its id or one borne before a correction.

    Raises:
        NotHeldError: If one of them is not there.
    """
    wanted = list(dict.fromkeys(document_ids))
    found: dict[str, int] = {}
    for chunk in chunks(wanted):
        marks = ", ".join("?" * len(chunk))
        query = f"SELECT id, family FROM documents WHERE superseded_at IS NULL AND id IN ({marks})"  # noqa: S608 - ours
        found.update((row["id"], row["family"]) for row in db.execute(query, chunk))
    for one in wanted:
        if one not in found:
            found.update((row["id"], row["family"]) for row in db.execute(_FORMERLY, (one,)))
        if one not in found:
            raise NotHeldError(
                tr("Thư viện không có văn bản “{given}”. Xem danh sách bằng: python -m ingest list", given=one)
            )
    return list(dict.fromkeys(found[one] for one in wanted))


def _tidy(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).split())


def _read_name(name: str) -> str:
    tidy = _tidy(name)
    if not tidy:
        raise UsageError(tr("Bộ sưu tập chưa có tên. Hãy gõ tên, ví dụ: Công tác dân vận."))
    if len(tidy) > LONGEST_NAME:
        raise UsageError(tr("Tên bộ sưu tập dài quá {most} ký tự. Hãy đặt tên ngắn hơn.", most=LONGEST_NAME))
    return tidy


def _key(name: str) -> str:
    return name.casefold()
