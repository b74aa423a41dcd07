"""Questions that were asked in this browser: kept on this machine, one press to ask again, erased when wanted."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from ingest.days import describe_day
from ingest.desk.file import open_desk
from ingest.desk.values import Asking
from ingest.language import tr
from ingest.store import library_folder
from ui.frame import draw_aside
from ui.owner import current_owner
from ui.pressing import pressed
from ui.words import escape_label

TITLE = "Câu đã hỏi ({count})"
KEPT_HERE = "Chỉ lưu trên máy này, riêng trình duyệt này thấy."
ERASE_ALL = "Xóa tất cả câu đã hỏi"
SURE = "Xóa hẳn, không lấy lại được"
KEEP = "Giữ lại"
_ERASING = "vk-sap-xoa"
_MOST = 50


def note_asked(question: str, *, answered: bool, follows: int | None = None) -> int:
    """Keep a question; its id.

    Raises:
        LibraryError: If the desk cannot be written.
    """
    with open_desk(library_folder()) as desk:
        return desk.history.add(current_owner().key, question, answered=answered, follows=follows)


def find_thread(last: int) -> list[Asking]:
    """The questions that led to the one of that id, itself last."""
    with open_desk(library_folder()) as desk:
        return desk.history.find_thread(current_owner().key, last)


def draw_history(ask_again: Callable[[str], None]) -> None:
    """What was asked, folded; nothing where nothing was.

    Raises:
        LibraryError: If the desk cannot be opened.
    """
    with open_desk(library_folder()) as desk:
        asked = desk.history.list_of(current_owner().key, _MOST)
    if not asked:
        return
    with st.expander(tr(TITLE, count=len(asked))):
        draw_aside(tr(KEPT_HERE))
        for one in asked:
            with st.container(horizontal=True, vertical_alignment="center", key=f"vk-da-hoi-{one.id}"):
                label = escape_label(one.question)
                st.button(label, key=f"hoi-lai-{one.id}", type="tertiary", on_click=ask_again, args=(one.question,))
                draw_aside(describe_day(one.asked_at.astimezone().date()))
                st.button(tr("Xóa"), key=f"xoa-{one.id}", on_click=_erase, args=(one.id,))
        _draw_erasing_all()


def _draw_erasing_all() -> None:
    """Two presses, as what is erased is gone."""
    with st.container(horizontal=True, key="vk-xoa-het"):
        if st.session_state.get(_ERASING):
            st.button(tr(SURE), type="primary", on_click=_erase)
            st.button(tr(KEEP), on_click=_set_erasing, args=(False,))
        else:
            st.button(tr(ERASE_ALL), icon=":material/delete:", on_click=_set_erasing, args=(True,))


def _set_erasing(erasing: bool) -> None:
    st.session_state[_ERASING] = erasing


@pressed
def _erase(asking: int | None = None) -> None:
    with open_desk(library_folder()) as desk:
        desk.history.erase(current_owner().key, asking)
    _set_erasing(False)
