"""Whose desk it is: a random key that the browser keeps in a cookie of this site, and that tells nothing of a person.

Where the browser refuses cookies the key lasts as long as the session, and the pages say so.
"""

from __future__ import annotations

import re
import uuid
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import streamlit as st

from ui.visitor import current_visitor

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

COOKIE = "vankien-ban"
KEEPER = "vk-chu-ban"
OF_ACCOUNT = "tai-khoan:"
"""Begins the key of a desk that is an account's, on whatever machine he sits."""
_KEY, _TOLD, _REFUSED = "owner", "owner-told", "owner-refused"
_FORM = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")

_SCRIPT = """
const LASTS = 400 * 24 * 3600;  // the longest that Chromium keeps one; every visit begins it anew
const FORM = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function read(name) {
  const found = document.cookie.split("; ").find((one) => one.startsWith(`${name}=`));
  const value = found ? found.slice(name.length + 1) : "";
  return FORM.test(value) ? value : "";
}

function write(name, value) {
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `${name}=${value}; Max-Age=${LASTS}; Path=/; SameSite=Strict${secure}`;
}

export default function ({ data, setStateValue }) {
  const held = read(data.cookie) || data.key;
  write(data.cookie, held);
  const kept = read(data.cookie) || "none";
  if (!data.told && kept !== data.key) setStateValue("held", kept);
}
"""


@dataclass(frozen=True, slots=True)
class Owner:
    """Of what a reader keeps: questions, saved searches, collected passages.

    Attributes:
        key: A random UUID.
        lasting: Whether the browser keeps it for the next visit; ``False`` once it has refused to.
    """

    key: str
    lasting: bool = True


def current_owner() -> Owner:
    """The account where there are accounts; else whom the cookie names; before there is one, whom it will name."""
    if person := current_visitor().person:
        return Owner(f"{OF_ACCOUNT}{person.name}")
    state = st.session_state
    if _KEY not in state:
        given = str(st.context.cookies.get(COOKIE, ""))  # where no browser asks, a driver may give anything
        state[_TOLD] = _FORM.fullmatch(given) is not None
        state[_KEY] = given if state[_TOLD] else str(uuid.uuid4())
    return Owner(state[_KEY], not state.get(_REFUSED, False))


def keep_owner() -> None:
    """Let the browser keep the key; drawn once on every page.

    Another tab may have been first: its key is then taken over, so that a browser has one. It is told only where it
    holds another key, or none: a word of the browser draws the page anew, with the address that the browser knows of,
    and what a reader did meanwhile may be missing there.
    """
    owner = current_owner()
    if owner.key.startswith(OF_ACCOUNT):
        return
    data = {"cookie": COOKIE, "key": owner.key, "told": st.session_state[_TOLD]}
    _keeper()(key=KEEPER, data=data, on_held_change=_take_over)


@cache
def _keeper() -> ComponentRenderer:
    return st.components.v2.component("vankien_owner", js=_SCRIPT)


def _take_over() -> None:
    kept = st.session_state.get(KEEPER)
    if kept is not None:  # a page that is left at once takes its word along; the next asks again
        take_over(str(kept.held))


def take_over(held: str) -> None:
    """Go on with the key that the browser *held* after it was asked to keep ours; what is no key is a refusal."""
    state = st.session_state
    state[_TOLD] = True
    if _FORM.fullmatch(held):
        state[_KEY] = held
    else:
        state[_REFUSED] = True
