"""Saved searches: each can be run again, tells of new documents, and can be forgotten and taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from index.searching.request import Request, read_address, write_address
from ingest.desk.file import open_desk
from ingest.desk.values import SavedSearch
from ingest.errors import ForeignIndexError, MissingIndexError, QuestionError
from ingest.language import tr
from ingest.store import library_folder
from ui.frame import draw_aside, draw_notice
from ui.owner import current_owner
from ui.pressing import pressed
from ui.search_found import find_moment_of_looking, find_news
from ui.search_state import show
from ui.words import escape_label, shortened

NOT_KEPT = "Trình duyệt này không giữ cookie: những gì đã lưu sẽ mất khi đóng trang."
NONE_NEW = "chưa có văn bản mới"
_NAME, _REMOVED = "vk-ten-luu", "search-removed"


def draw_saved() -> None:
    """The list, where there is one; what was removed last can be taken back."""
    owner = current_owner()
    with open_desk(library_folder()) as desk:
        saved = desk.saved.list_of(owner.key)
    if saved:
        news = _find_news(saved)
        count = len({one for some in news.values() for one in some})
        told = tr(", {count} văn bản mới", count=count) if count else ""
        title = tr("Tìm kiếm đã lưu ({count})", count=len(saved)) + told
        with st.container(key="vk-da-luu"), st.expander(title, expanded=bool(count)):
            if not owner.lasting:
                draw_notice(tr(NOT_KEPT), "vk-canh-bao")
            for one in saved:
                _draw_one(one, news.get(one.id, ()))
    _draw_removed()


def _find_news(saved: Sequence[SavedSearch]) -> dict[int, tuple[str, ...]]:
    """Nothing, while there is no index to tell by, or where a search can no longer be read."""
    try:
        return find_news(saved)
    except (MissingIndexError, ForeignIndexError, QuestionError):
        return {}


def _draw_one(one: SavedSearch, new: tuple[str, ...]) -> None:
    with st.container(key=f"vk-luu-{one.id}", horizontal=True, vertical_alignment="center"):
        st.button(escape_label(one.name), key=f"vk-chay-{one.id}", type="tertiary", on_click=_open, args=(one, new))
        words = tr("{count} văn bản mới từ lần xem trước", count=len(new)) if new else tr(NONE_NEW)
        draw_aside(words)
        st.button(tr("Bỏ"), key=f"vk-bo-luu-{one.id}", on_click=_remove, args=(one,))


@pressed
def _open(one: SavedSearch, new: tuple[str, ...]) -> None:
    request = read_address(one.address)
    if request is None:
        return
    show(request, new)
    with open_desk(library_folder()) as desk:
        desk.saved.note_looked_at(current_owner().key, one.id, find_moment_of_looking())


@pressed
def _remove(one: SavedSearch) -> None:
    with open_desk(library_folder()) as desk:
        desk.saved.remove(current_owner().key, one.id)
    st.session_state[_REMOVED] = one


def _draw_removed() -> None:
    removed: SavedSearch | None = st.session_state.get(_REMOVED)
    if removed is None:
        return
    with st.container(key="vk-vua-bo", horizontal=True, vertical_alignment="center"):
        draw_aside(tr("Đã bỏ tìm kiếm “{name}”.", name=removed.name))
        st.button(tr("Hoàn tác"), on_click=_put_back, args=(removed,))


@pressed
def _put_back(one: SavedSearch) -> None:
    with open_desk(library_folder()) as desk:
        desk.saved.put_back(current_owner().key, one)
    st.session_state[_REMOVED] = None


def draw_saving(request: Request) -> None:
    """The press that keeps this search under a name."""
    with st.popover(tr("Lưu tìm kiếm"), icon=":material/bookmark_add:"), st.form("vk-phieu-luu", border=False):
        if not current_owner().lasting:
            draw_notice(tr(NOT_KEPT), "vk-canh-bao")
        st.text_input(tr("Tên của tìm kiếm"), shortened(request.typed), key=_NAME, max_chars=100)
        st.form_submit_button(tr("Lưu"), type="primary", on_click=_save, args=(request,))


@pressed
def _save(request: Request) -> None:
    name = " ".join(st.session_state[_NAME].split()) or shortened(request.typed)
    address = write_address(replace(request, page=1))
    with open_desk(library_folder()) as desk:
        desk.saved.add(current_owner().key, name, address, find_moment_of_looking())
    st.session_state[_REMOVED] = None
    st.toast(escape_label(tr("Đã lưu “{name}”. Mở lại ở đầu trang này.", name=name)))
