"""Groups of people: one is there as soon as somebody is in it."""

from __future__ import annotations

from collections.abc import Iterable

from ingest.accounts.people import People, join_groups
from ingest.accounts.values import Person, parse_group
from ingest.store.access import Access


class Groups:
    """Of an open file of accounts."""

    def __init__(self, access: Access, people: People) -> None:
        self._access, self._people = access, people

    def list_all(self) -> dict[str, list[str]]:
        """Name of every group -> log-in names of those who are in it; both in order."""
        found: dict[str, list[str]] = {}
        rows = self._access.select(
            "SELECT g.name AS called, p.name FROM memberships g JOIN people p ON p.id = g.person ORDER BY g.key, p.name"
        )
        for row in rows:
            found.setdefault(row["called"], []).append(row["name"])
        return found

    def join(self, name: str, groups: Iterable[str]) -> Person:
        """Put a person into groups, too.

        Raises:
            NotHeldError: If nobody has the name.
            UsageError: If one of them cannot be the name of a group.
        """
        wanted = [parse_group(group) for group in groups]
        with self._access.transaction() as db:
            join_groups(db, self._people.find_row(name)["id"], wanted)
            return self._people.find(name)

    def leave(self, name: str, groups: Iterable[str]) -> Person:
        """Take a person out of groups, in whatever case they are typed; nothing changes where the person is in none.

        Raises as :meth:`join`.
        """
        keys = [parse_group(group).casefold() for group in groups]
        with self._access.transaction() as db:
            found = self._people.find_row(name)["id"]
            db.executemany("DELETE FROM memberships WHERE person = ? AND key = ?", [(found, key) for key in keys])
            return self._people.find(name)
