"""What was done last on the page Thư viện, said at its top with the press that undoes it."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from ingest.errors import AppError
from ingest.language import tr
from ui.frame import draw_error, draw_notice
from ui.library_data import Told, attempt
from ui.speaking import speak

_TOLD, _UNDO = "vk-viec-thu-vien", "vk-cach-hoan-tac"
CHOSEN = "vk-chon-van-ban"
"""Ids of the documents that are chosen in the table."""


def act(do: Callable[[], Told], undoing: bool = False) -> None:
    """Do it, and keep what is to be said of it; for callbacks of buttons. An undo that failed can be tried again."""
    speak()
    done = attempt(do)
    st.session_state[_TOLD] = done
    st.session_state[_UNDO] = done.undo if isinstance(done, Told) else do if undoing else None
    if isinstance(done, Told) and done.now:
        before, after = done.now
        chosen: list[str] = st.session_state.get(CHOSEN, [])
        st.session_state[CHOSEN] = [after if one == before else one for one in chosen]


def draw_told() -> None:
    """What was done last, the way to undo it, and the press that puts the message away; stays in view below."""
    told: Told | AppError | None = st.session_state.get(_TOLD)
    if told is None:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="vk-viec-da-lam"):
        if isinstance(told, AppError):
            draw_error(told)
        else:
            draw_notice(told.words)
        if undo := st.session_state.get(_UNDO):
            st.button(tr("Hoàn tác"), on_click=act, args=(undo, True), key="vk-hoan-tac", icon=":material/undo:")
        st.button(tr("Đóng"), on_click=forget_told, key="vk-dong")


def forget_told() -> None:
    """Another part of the page begins."""
    st.session_state.pop(_TOLD, None)
    st.session_state.pop(_UNDO, None)
