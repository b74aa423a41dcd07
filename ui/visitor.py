"""Who is here, what he may see, what he may do: the pages open the library here and nowhere else.

Where nobody has an account the one at this machine is its owner, and may all. Where there are accounts a page serves
nobody but whom his log-in names; whatever is not known is refused.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

import streamlit as st

from index import settings as owner
from index.settings import Settings
from ingest.accounts.file import accounts_exist, open_accounts
from ingest.accounts.values import Person, Role
from ingest.audit import write_act
from ingest.errors import NobodyError, NotAllowedError, UsageError
from ingest.language import tr
from ingest.store import Library, library_folder, open_library
from ingest.store.sight import EVERYTHING, Sight, see_as

COOKIE = "vankien_phien"
"""Under which the browser keeps the log-in; no script of a page can read it."""
_LASTS = 1.0  # seconds that what a log-in said holds good: one run of a page asks many times
_MOST_KNOWN = 1000
_Answer = TypeVar("_Answer")


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who a page is drawn for.

    Attributes:
        person: ``None`` where there are no accounts: whoever sits at this machine.
    """

    person: Person | None = None

    @property
    def sight(self) -> Sight:
        """What he may see; an administrator sees all, as he may change who belongs to which group."""
        if self.person is None or self.person.may("administrator"):
            return EVERYTHING
        return see_as(self.person.groups)

    @property
    def name(self) -> str:
        """What the log of acts calls him."""
        return self.person.name if self.person else "-"

    def may(self, role: Role) -> bool:
        """Whether he may do what that role may."""
        return self.person is None or self.person.may(role)


_acting: ContextVar[Visitor | None] = ContextVar("visitor", default=None)
_known: dict[tuple[Path, str], tuple[float, Person]] = {}
_one_at_a_time = threading.Lock()


def current_visitor() -> Visitor:
    """Whom the browser's log-in names; within :func:`keep_visitor` who set the work going.

    Raises:
        NobodyError: If there are accounts, and no log-in that holds.
    """
    if acting := _acting.get():
        return acting
    home = library_folder()
    if not accounts_exist(home):
        return Visitor()
    person = _find_person(home, str(st.context.cookies.get(COOKIE, "")))
    if person is None:
        raise NobodyError
    return Visitor(person)


def _find_person(home: Path, token: str) -> Person | None:
    if not token:
        return None
    with _one_at_a_time:
        asked_at, person = _known.get((home, token), (0.0, None))
        if person is None or time.monotonic() - asked_at > _LASTS:
            with open_accounts(home) as accounts:
                person = accounts.find_session(token)
            if len(_known) > _MOST_KNOWN:
                _known.clear()
            _known.pop((home, token), None)
            if person is not None:
                _known[home, token] = time.monotonic(), person
        return person


def keep_visitor(act: Callable[[], _Answer]) -> Callable[[], _Answer]:
    """*act* on behalf of who is here now, whenever and in whatever thread it is called."""
    visitor = current_visitor()

    def act_for_him() -> _Answer:
        before = _acting.set(visitor)
        try:
            return act()
        finally:
            _acting.reset(before)

    return act_for_him


def require(role: Role) -> Visitor:
    """Who is here, if he may do what that role may.

    Raises:
        NotAllowedError: If he may not.
        NobodyError: As :func:`current_visitor`.
    """
    visitor = current_visitor()
    if not visitor.may(role):
        raise NotAllowedError(role)
    return visitor


# --- the library ---------------------------------------------------------------------------------------------


def load_settings() -> Settings:
    """As :func:`index.settings.load_settings`, with the sight of who is here; raises as that, and as above.

    From whom nothing is kept, for he is of every group or no collection belongs to any, has the index of all.
    """
    settings = replace(owner.load_settings(), sight=current_visitor().sight)
    if settings.sight.whole:
        return settings
    with open_library(settings.home, settings.sight) as library:
        return replace(settings, own_index=bool(library.hidden))


def open_held() -> Library:
    """The library as who is here may see it; to be read."""
    return open_library(library_folder(), current_visitor().sight)


@contextmanager
def changing(
    act: str, on: Sequence[str] = (), shelves: Sequence[str] = (), role: Role = "librarian"
) -> Iterator[Library]:
    """The whole library, to be changed by who may; what he does is written down before it is done.

    Args:
        act: As :func:`ingest.audit.write_act` calls it.
        on: Ids of the documents that are changed: he must see each of them.
        shelves: Names of the collections that are changed or made: none of them is one that is kept from him.

    Raises:
        NotAllowedError: If his role does not allow it.
        NotHeldError: If one of the documents is nothing that he sees.
        UsageError: If one of the names is borne by what he does not see.
    """
    visitor = require(role)
    home = library_folder()
    with open_library(home) as library:
        if not visitor.sight.whole:
            with open_library(home, visitor.sight) as seen:
                _check_seen(seen, library, on, shelves)
        note(act, on or shelves)
        yield library


def _check_seen(seen: Library, library: Library, on: Sequence[str], names: Sequence[str]) -> None:
    for one in on:
        if library.knows(one) and not seen.knows(one):
            seen.find_id(one)  # which refuses it, in the words of what never was
    for one in names:
        if library.collections.find_name(one) and not seen.collections.find_name(one):
            raise UsageError(tr("Tên bộ sưu tập “{name}” không dùng được. Hãy đặt tên khác.", name=one))


def note(act: str, on: Sequence[str] = (), said: str = "") -> None:
    """Write down what who is here is about to do, where there are accounts."""
    visitor = current_visitor()
    write_act(library_folder(), act, who=visitor.name, door="page", on=on, said=said)
