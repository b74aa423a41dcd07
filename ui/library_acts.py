"""What was done last on the page Thư viện, said at its top with the press that undoes it."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from ingest.errors import AppError
from ingest.language import tr
from ui.frame import draw_error, draw_notice
from ui.library_data import Told, attempt

_TOLD = "vk-viec-thu-vien"
CHOSEN = "vk-chon-van-ban"
"""Ids of the documents that are chosen in the table."""


def act(do: Callable[[], Told]) -> None:
    """Do it, and keep what is to be said of it; for callbacks of buttons."""
    done = attempt(do)
    st.session_state[_TOLD] = done
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
            if told.undo:
                st.button(tr("Hoàn tác"), on_click=act, args=(told.undo,), key="vk-hoan-tac", icon=":material/undo:")
        st.button(tr("Đóng"), on_click=forget_told, key="vk-dong")


def forget_told() -> None:
    """Another part of the page begins."""
    st.session_state.pop(_TOLD, None)
