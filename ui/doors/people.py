"""What the doors ask of the accounts, and what of it is written down; called from any thread, each opens for itself.

The accounts are loaded when they are first asked, with the library beside which they lie: the server starts before.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from ingest.errors import LoginError, NotHeldError

if TYPE_CHECKING:
    from ingest.accounts.file import Accounts
    from ingest.accounts.values import Person

_Act = Literal["account", "log-in", "log-in-refused", "log-out"]
UNKNOWN = "?"
"""Who is written down where no account bears what was typed: it may be a password in the wrong field."""


class People:
    """The accounts of a library.

    Attributes:
        home: Folder of the library.
    """

    def __init__(self, home: Path | None = None) -> None:
        if home is not None:
            self.home = home

    @cached_property
    def home(self) -> Path:
        """As the owner has set it, where nothing else was said."""
        from ingest.store.connection import library_folder

        return library_folder()

    def exist(self) -> bool:
        """Whether there is any account, so that everybody has to log in."""
        from ingest.accounts.file import accounts_exist

        return accounts_exist(self.home)

    def find(self, token: str) -> Person | None:
        """Whose log-in it is; nobody's once it has ended."""
        with self._open() as accounts:
            return accounts.find_session(token)

    def log_in(self, name: str, password: str, source: str) -> str:
        """The token of a new log-in.

        Raises:
            LoginError: If name and password do not belong together, or too many tries came before.
        """
        with self._open() as accounts:
            try:
                token = accounts.log_in(name, password, source)
            except LoginError:
                try:
                    known = accounts.find(name).name
                except NotHeldError:
                    known = UNKNOWN
                self._write("log-in-refused", who=known, said=source)
                raise
            return self._welcome(token, accounts.find_session(token), source)

    def log_in_as(self, email: str, source: str) -> str:
        """The token of a new log-in of whom the office knows by *email*.

        Raises:
            LoginError: If no account bears it.
        """
        with self._open() as accounts:
            try:
                token = accounts.log_in_as(email, source)
            except LoginError:
                self._write("log-in-refused", who=email, said=source)
                raise
            return self._welcome(token, accounts.find_session(token), source)

    def change_password(self, name: str, old: str, new: str) -> None:
        """Give the person a new password.

        Raises:
            LoginError: If the old one is wrong.
            UsageError: If the new one is too weak.
        """
        with self._open() as accounts:
            accounts.change_password(name, old, new)
        self._write("account", who=name, on=[name], said="password")

    def log_out(self, token: str) -> None:
        """End a log-in; one that has ended stays so."""
        with self._open() as accounts:
            person = accounts.find_session(token)
            accounts.log_out(token)
        if person is not None:
            self._write("log-out", who=person.name)

    def _open(self) -> Accounts:
        from ingest.accounts.file import open_accounts

        return open_accounts(self.home)

    def _write(self, act: _Act, who: str, on: Sequence[str] = (), said: str = "") -> None:
        from ingest.audit import write_act

        write_act(self.home, act, who=who, door="page", on=on, said=said)

    def _welcome(self, token: str, person: Person | None, source: str) -> str:
        self._write("log-in", who=person.name if person else UNKNOWN, said=source)
        return token
