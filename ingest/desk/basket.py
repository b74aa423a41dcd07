"""Passages that a reader took along, in an order of the reader's own, each with a note."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.desk.values import Collected
from ingest.store.access import Access
from ingest.store.inserting import now

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

    def put_in_order(self, owner: str, ids: Sequence[int]) -> None:
        """Lay what *owner* took along in the order of *ids*."""
        with self._access.transaction() as db:
            db.executemany(
                "UPDATE collected SET place = ? WHERE owner = ? AND id = ?",
                [(place, owner, one) for place, one in enumerate(ids, start=1)],
            )

    def write_note(self, owner: str, one: int, note: str) -> None:
        """The reader's words beside it, in place of those before."""
        self._change("note = ?", owner, one, note)

    def take_out(self, owner: str, one: int) -> None:
        """It is not listed any more, and can be put back."""
        self._change("removed_at = ?", owner, one, now())

    def put_back(self, owner: str, one: int) -> None:
        """Where it lay before it was taken out."""
        self._change("removed_at = ?", owner, one, None)

    def _change(self, setting: str, owner: str, one: int, value: str | None) -> None:
        with self._access.transaction() as db:
            db.execute(f"UPDATE collected SET {setting} WHERE owner = ? AND id = ?", (value, owner, one))  # noqa: S608 -- our own setting
