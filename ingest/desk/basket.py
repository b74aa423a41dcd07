"""Passages that a reader took along, in an order of the reader's own, each with a note."""

from __future__ import annotations

from ingest.desk.values import Collected
from ingest.store.access import Access
from ingest.store.inserting import now

_MAKE_ROOM = """
    UPDATE collected SET removed_at = ? FROM collected own
    WHERE own.owner = ? AND own.id = ? AND collected.owner = own.owner AND collected.id <> own.id
        AND (collected.document, collected.start, collected.end, collected.words)
            = (own.document, own.start, own.end, own.words)
        AND collected.note = '' AND collected.removed_at IS NULL
"""
_COLUMNS = "id, document, start, end, words, address, note"


class Basket:
    """Of an open desk. What is taken out can be put back where it lay."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def add(self, owner: str, document: str, span: tuple[int, int], words: str, address: str) -> int:
        """Take a slice along, at the end; its id. What lies there already stays where it is.

        Raises:
            ValueError: If *words* are not as long as *span*.
        """
        Collected(0, document, *span, words, address)
        with self._access.transaction() as db:
            known = self.find(owner, document, span, words)
            if known is not None:
                return known
            made = db.execute(
                "INSERT INTO collected (owner, place, document, start, end, words, address, note) VALUES"
                " (:owner, (SELECT COALESCE(MAX(place), 0) + 1 FROM collected WHERE owner = :owner),"
                " :document, :start, :end, :words, :address, '')",
                {
                    "owner": owner,
                    "document": document,
                    "start": span[0],
                    "end": span[1],
                    "words": words,
                    "address": address,
                },
            )
            return int(made.lastrowid or 0)

    def find(self, owner: str, document: str, span: tuple[int, int], words: str) -> int | None:
        """The id of a slice that *owner* took along; ``None`` where it does not lie there."""
        rows = self._access.select(
            "SELECT id FROM collected WHERE owner = ? AND document = ? AND start = ? AND end = ? AND words = ?"
            " AND removed_at IS NULL",
            (owner, document, *span, words),
        )
        return next((int(row["id"]) for row in rows), None)

    def list_of(self, owner: str) -> list[Collected]:
        """What *owner* took along, in order."""
        rows = self._access.select(
            f"SELECT {_COLUMNS} FROM collected"  # noqa: S608 -- our own columns
            " WHERE owner = ? AND removed_at IS NULL ORDER BY place, id",
            (owner,),
        )
        return [Collected(*row) for row in rows]

    def exchange(self, owner: str, one: int, other: int) -> None:
        """Let two that *owner* took along change places; all others lie where they lay.

        Nothing changes where one of them was taken out meanwhile.
        """
        with self._access.transaction() as db:
            ids = [held.id for held in self.list_of(owner)]
            if one not in ids or other not in ids:
                return
            here, there = ids.index(one), ids.index(other)
            ids[here], ids[there] = other, one
            db.executemany(
                "UPDATE collected SET place = ? WHERE id = ?",
                [(place, held) for place, held in enumerate(ids, start=1)],
            )

    def write_note(self, owner: str, one: int, note: str) -> None:
        """The reader's words beside it, in place of those before."""
        self._change("note = ?", owner, one, note)

    def take_out(self, owner: str, one: int) -> None:
        """It is not listed any more, and can be put back."""
        self._change("removed_at = ?", owner, one, now())

    def put_back(self, owner: str, one: int) -> None:
        """Where it lay before it was taken out.

        The same slice, taken along anew meanwhile, makes room for it; with a note of its own it stays.
        """
        with self._access.transaction() as db:
            db.execute(_MAKE_ROOM, (now(), owner, one))
            db.execute("UPDATE collected SET removed_at = NULL WHERE owner = ? AND id = ?", (owner, one))

    def _change(self, setting: str, owner: str, one: int, value: str) -> None:
        with self._access.transaction() as db:
            db.execute(f"UPDATE collected SET {setting} WHERE owner = ? AND id = ?", (value, owner, one))  # noqa: S608 -- our own setting
