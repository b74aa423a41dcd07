"""Who is here, what he may see, what he may do: the pages open the library here and nowhere else.

Where nobody has an account the one at this machine is its owner, and may all. Where there are accounts a page serves
nobody but whom his log-in names; whatever is not known is refused.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

import streamlit as st

from index import settings as owner
from index.settings import Settings
from ingest.accounts.file import accounts_exist, open_accounts
from ingest.accounts.values import Person, Role
from ingest.audit import Record, name_user, recorded
from ingest.audit_lines import Act
from ingest.errors import NobodyError, NotAllowedError, UsageError
from ingest.language import tr
from ingest.store import Library, library_folder, open_library
from ingest.store.sight import EVERYTHING, Sight, see_as
from ui.doors.cookies import SESSION_COOKIE

_LASTS = 1.0  # seconds that what a log-in said holds good: one run of a page asks many times
_MOST_KNOWN = 1000
_PERSON = "vk-nguoi"
"""Key of the session under which the name lies of whom it is; empty where there are no accounts."""
_LOG = logging.getLogger(__name__)
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
    return _acting.get() or _identify(_read_token())


def _read_token() -> str:
    return str(st.context.cookies.get(SESSION_COOKIE, ""))


def _identify(token: str) -> Visitor:
    home = library_folder()
    if not accounts_exist(home):
        return Visitor()
    person = _find_person(home, token)
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
    return lambda: _act_as(visitor, act)


def keep_log_in(act: Callable[[], _Answer]) -> Callable[[], _Answer]:
    """*act* on behalf of who is here now, with what he may see and do at the moment in which it is called.

    What it returns raises as :func:`current_visitor`, where his log-in has ended since.
    """
    token = _read_token()
    return lambda: _act_as(_identify(token), act)


def _act_as(visitor: Visitor, act: Callable[[], _Answer]) -> _Answer:
    before = _acting.set(visitor)
    try:
        return act()
    finally:
        _acting.reset(before)


def begin_anew() -> None:
    """Forget what the session was told by another person: a page that was left open comes back with its session, and
    the browser may bear another log-in since.
    """
    person, state = current_visitor().person, st.session_state
    name = person.name if person else ""
    if state.get(_PERSON, name) != name:
        state.clear()
    state[_PERSON] = name


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
    act: Act, on: Sequence[str] = (), shelves: Sequence[str] = (), role: Role = "librarian"
) -> Iterator[Library]:
    """The whole library, to be changed by who may; what he does is written down.

    Args:
        on: Ids of the documents that are changed: he must see each of them.
        shelves: Names of the collections that are changed or made: none of them is one that is kept from him.

    Raises:
        NotAllowedError: If his role does not allow it.
        NotHeldError: If one of the documents is nothing that he sees.
        UsageError: If one of the names is borne by what he does not see.
        AuditError: If it cannot be written down and there are accounts.
    """
    require(role)
    with open_whole(on, shelves) as library, recording(act, on or shelves):
        yield library


@contextmanager
def open_whole(on: Sequence[str] = (), shelves: Sequence[str] = ()) -> Iterator[Library]:
    """All of the library, for an act on what who is here sees of it; raises as :func:`changing`."""
    home, sight = library_folder(), current_visitor().sight
    with open_library(home, writer=sight) as library:
        if not sight.whole:
            with open_library(home, sight) as seen:
                _check_seen(seen, library, on, shelves)
        yield library


def recording(act: Act, on: Sequence[str] = (), said: str = "") -> AbstractContextManager[Record]:
    """Do an act within: it is written down before and after, as :func:`ingest.audit.recorded` does."""
    person = current_visitor().person
    who = person.name if person else name_user()
    return recorded(library_folder(), act, who=who, door="page", on=on, said=said, warn=_LOG.warning)


def _check_seen(seen: Library, library: Library, on: Sequence[str], names: Sequence[str]) -> None:
    for one in on:
        if not seen.knows(one):  # a sign names no document here: of all there are it may name another than he sees
            seen.find_id(one)  # which refuses it, in the words of what never was
            seen.versions.list_of(one)  # likewise, where it is the sign of one that he sees
    for one in names:
        if library.collections.find_name(one) and not seen.collections.find_name(one):
            raise UsageError(tr("Tên bộ sưu tập “{name}” không dùng được. Hãy đặt tên khác.", name=one))
