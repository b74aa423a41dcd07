"""What was asked last on the page, and how: it stays as long as the session, also after leaving the page."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

import streamlit as st

from index.query import Scope
from ingest.days import read_typed_day
from ingest.errors import UsageError

IN_FORCE, AS_OF = "vk-con-hieu-luc", "vk-xet-theo-ngay"
"""Keys of the widgets that hold what every question is kept to."""
FIRST_DAY = datetime.date(1930, 2, 3)
"""Of the Party: no day before it is asked for."""
_QUESTION, _LITERAL, _UNBOUND, _COUNT = "asked", "asked-literal", "asked-unbound", "asked-count"
_OPENED = "opened"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with the choices made on its answer.

    Attributes:
        literal: Whether it is to be taken as typed.
        unbound: Whether the conditions it binds itself to are only offered.
        chosen: Keys of its conditions that documents must meet.
        opened: Id of the document that was read last: what "văn bản này" means.
        in_force: Whether documents that have ended are left out, whatever is asked.
        as_of: The day as of which the library is looked at; ``None`` for today.
    """

    question: str
    literal: bool = False
    unbound: bool = False
    chosen: tuple[str, ...] = ()
    in_force: bool = False
    as_of: datetime.date | None = None
    opened: str | None = None

    @property
    def scope(self) -> Scope:
        """Which documents are looked at."""
        return Scope(self.in_force, self.as_of, self.unbound)


def read_asked() -> Asked | None:
    """The last question, or ``None`` when none was asked yet."""
    question = st.session_state.get(_QUESTION)
    if question is None:
        return None
    state = st.session_state
    chosen = tuple(state.get(name_choice(), ()))
    scope = bool(state.get(IN_FORCE)), read_day(state.get(AS_OF) or "")
    return Asked(question, state[_LITERAL], state[_UNBOUND], chosen, *scope, state.get(_OPENED))


def read_day(typed: str) -> datetime.date | None:
    """The day that is *typed* as that of which to answer; ``None`` where it is none, or lies before the first."""
    try:
        day = read_typed_day(typed)
    except UsageError:
        return None
    return day if day >= FIRST_DAY else None


def note_opened(document_id: str) -> None:
    """Remember that this document is being read: a question may call it "văn bản này"."""
    st.session_state[_OPENED] = document_id


def find_opened() -> str | None:
    """Id of the document that was read last."""
    opened: str | None = st.session_state.get(_OPENED)
    return opened


def put(question: str) -> None:
    """Ask *question*; choices made on another do not bear on it."""
    st.session_state[_QUESTION] = question
    st.session_state[_LITERAL] = st.session_state[_UNBOUND] = False
    st.session_state[_COUNT] = st.session_state.get(_COUNT, 0) + 1


def take_as_typed(literal: bool) -> None:
    """Ask the same again, as typed or as understood."""
    st.session_state[_LITERAL] = literal


def lift_conditions() -> None:
    """Ask the same again, in every document."""
    st.session_state[_UNBOUND] = True
    st.session_state[name_choice()] = []
    st.session_state[IN_FORCE] = False


def name_choice() -> str:
    """The key of the widget that holds the conditions chosen for this question."""
    return f"vk-dieu-kien-{st.session_state.get(_COUNT, 0)}"
