"""The search that the page shows, as long as the session lasts; and what presses make of it.

A link carries a search in its query; it is read once and taken from the address bar, which names pages and documents.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import streamlit as st

from index.searching.facets import FACETS, Choice
from index.searching.request import Request, read_query, write_address
from index.searching.values import ORDERS, Order
from ui.copying import link_here

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

BOX, ORDER, GROUPED = "vk-tu-can-tim", "vk-sap-xep", "vk-gop"
"""Keys of the widgets: what is typed, in which order, whether by document."""
_REQUEST, _COUNT, _TURNED, _NEW, _READ = "search", "search-count", "search-turned", "search-new", "search-link"

_CLEANER = """
export default function () {
  if (location.search) history.replaceState(history.state, "", location.pathname);
}
"""


def read_request() -> Request | None:
    """The search that is shown; ``None`` before there is one."""
    found: Request | None = st.session_state.get(_REQUEST)
    return found


def take_link() -> None:
    """Set the search that the link carried by which the page was opened, and clear the address bar of it."""
    query = {name: st.query_params.get_all(name) for name in st.query_params}
    request = read_query(query)
    if request is None:
        return
    if st.session_state.get(_READ) != query:
        st.session_state[_READ] = query
        show(request)
    _cleaner()(key="vk-dia-chi")


def make_link(request: Request) -> str:
    """What opens *request* for a colleague."""
    return link_here(write_address(request))


@cache
def _cleaner() -> ComponentRenderer:
    return st.components.v2.component("vankien_address", js=_CLEANER)


def show(request: Request, new: Sequence[str] = ()) -> None:
    """Show *request* with its choices pressed; *new* are ids of documents to be called so."""
    state = st.session_state
    state[_REQUEST], state[_NEW] = request, tuple(new)
    state[BOX], state[ORDER], state[GROUPED] = request.typed, request.order, request.grouped
    state[_COUNT] = state.get(_COUNT, 0) + 1
    for facet in FACETS:
        state[name_pills(facet.key)] = [value for key, value in request.chosen if key == facet.key]


def search() -> None:
    """What was typed, in the order that was chosen, narrowed by nothing."""
    state = st.session_state
    order: Order = next((one for one in ORDERS if one == state.get(ORDER)), "relevance")
    show(Request(state[BOX], order=order, grouped=bool(state.get(GROUPED))))


def show_example(typed: str) -> None:
    """An example, as if it had been typed."""
    show(Request(typed))


def choose(key: str) -> None:
    """Narrow by the values of a facet that are pressed now."""
    request = _current()
    others = [one for one in request.chosen if one[0] != key]
    _put(replace(request, chosen=(*others, *((key, value) for value in st.session_state[name_pills(key)])), page=1))


def drop(choice: Choice) -> None:
    """Take one choice back."""
    show(replace(_current(), chosen=tuple(one for one in _current().chosen if one != choice), page=1), find_new())


def drop_all() -> None:
    """Take all choices back."""
    show(replace(_current(), chosen=(), page=1), find_new())


def add_choice(choice: Choice) -> None:
    """Narrow by one more, ungrouped: the passages of a document are looked at one by one."""
    show(replace(_current(), chosen=(*_current().chosen, choice), grouped=False, page=1), find_new())
    st.session_state[_TURNED] = True


def arrange() -> None:
    """In the order, and gathered, as is pressed now."""
    state = st.session_state
    _put(replace(_current(), order=state[ORDER] or "relevance", grouped=bool(state[GROUPED]), page=1))


def turn_to(page: int) -> None:
    """Show another page, from its top."""
    _put(replace(_current(), page=page))
    st.session_state[_TURNED] = True


def take_as_typed(literal: bool) -> None:
    """Search the same again, as typed or as understood."""
    _put(replace(_current(), literal=literal, page=1))


def lift_conditions() -> None:
    """Search the same again, in every document."""
    _put(replace(_current(), unbound=True, page=1))


def find_new() -> tuple[str, ...]:
    """Ids of the documents that are new to who saved the search."""
    found: tuple[str, ...] = st.session_state.get(_NEW, ())
    return found


def was_turned() -> bool:
    """Whether another page was turned to; told once."""
    return bool(st.session_state.pop(_TURNED, False))


def name_pills(key: str) -> str:
    """The key of the widget that holds the chosen values of a facet of this search."""
    return f"vk-mat-{key}-{st.session_state.get(_COUNT, 0)}"


def _current() -> Request:
    request: Request = st.session_state[_REQUEST]
    return request


def _put(request: Request) -> None:
    st.session_state[_REQUEST] = request
