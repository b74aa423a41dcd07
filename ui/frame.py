"""What all pages share: the way between them, their dress, and their messages."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Literal

import streamlit as st

from ingest.errors import AppError
from ingest.language import tr
from ui.accessibility import make_accessible
from ui.owner import keep_owner
from ui.pressing import FAILED
from ui.steps import find_pages, say_on_page
from ui.verbatim import Html, element, escape
from ui.visitor import current_visitor

ASK = "ui/ask.py"
SEARCH = "ui/search.py"
READ = "ui/document.py"
COMPARE = "ui/comparing.py"
RELATIONS = "ui/relations.py"
LIBRARY = "ui/library.py"
MISSING = "ui/missing.py"
BASKET = "ui/basket.py"
ABOUT = "ui/about.py"
NOWHERE = "ui/nowhere.py"
CORRECTED = "sua"
"""Name in the address of page Thư viện of the document whose record is to be corrected."""
TO_ADDING = {"muc": "them"}
"""What the address of page Thư viện says besides, where files are to be added."""
WHAT_IS_MISSING = "Xem văn bản được dẫn mà thư viện còn thiếu"
_MENU = {
    "Hỏi đáp": (ASK, ":material/forum:"),
    "Tìm kiếm": (SEARCH, ":material/search:"),
    "Văn bản": (READ, ":material/description:"),
    "Quan hệ": (RELATIONS, ":material/hub:"),
    "So sánh": (COMPARE, ":material/compare_arrows:"),
    "Thư viện": (LIBRARY, ":material/local_library:"),
    "Phiếu trích dẫn": (BASKET, ":material/format_quote:"),
    "Giới thiệu": (ABOUT, ":material/info:"),
}
"""Title -> file and sign, of the pages that the top of each names, in order."""

_DRESS = Path(__file__).with_name("style.css")
_WORDS_OF_DRESS = {
    "--vk-chon-tep": "Chọn tệp",
    "--vk-keo-tha": "hoặc kéo thả tệp vào khung này. Mỗi tệp không quá 200 MB.",
    "--vk-chon-them-tep": "Chọn thêm tệp",
    "--vk-khong-khop": "Không có văn bản nào khớp. Hãy gõ có dấu, hoặc gõ số ký hiệu.",
}
"""What the dress puts in place of words of Streamlit's own."""


def draw_frame(title: str) -> None:
    """The dress of the page, the links at its top, its title, and what was in the way of the last press."""
    st.html(_DRESS)
    said = " ".join(f"{name}: {json.dumps(tr(words), ensure_ascii=False)};" for name, words in _WORDS_OF_DRESS.items())
    st.html(f"<style>:root {{ {said} }}</style>")
    with st.container(key="vk-thanh", horizontal=True):
        for name, (file, icon) in _MENU.items():
            st.page_link(file, label=tr(name), icon=icon)
    make_accessible(title)
    keep_owner()
    draw(element("h1", escape(title)))
    if failed := st.session_state.pop(FAILED, None):
        draw_error(failed)


def draw_way_to_relations(document_id: str) -> None:
    """The link from a document to what lies around it."""
    st.page_link(
        RELATIONS, label=tr("Quan hệ với các văn bản khác"), icon=":material/hub:", query_params={"doc": document_id}
    )


def draw_way_to_correcting(document_id: str) -> None:
    """The link from a document to where its record is corrected, for those who may."""
    if not may_change():
        return
    st.page_link(LIBRARY, label=tr("Sửa hồ sơ"), icon=":material/edit:", query_params={CORRECTED: document_id})


def may_change() -> bool:
    """Whether who is here may add, correct and remove documents."""
    return current_visitor().may("librarian")


def draw_way_to_adding(words: str) -> None:
    """The link, called *words*, to where files are added, for those who may."""
    if not may_change():
        return
    st.page_link(LIBRARY, label=words, icon=":material/upload_file:", query_params=TO_ADDING)


def draw(html: Html, width: Literal["stretch", "content"] = "stretch") -> None:
    """Draw HTML made by the escaping renderer, and no other; of the *width* of its words where others stand beside."""
    st.html(html, width=width)


def draw_error(error: AppError) -> None:
    """The message of an error, as the pages say it, and the ways it leads to."""
    draw_notice(str(error), "vk-loi")
    draw_steps(str(error))


def draw_notice(words: str, css: str = "vk-bao") -> None:
    """A message in a box, its commands as pages to open; Streamlit's own boxes would read it as Markdown."""
    role = "status" if css == "vk-bao" else "alert"
    draw(element("div", escape(say_on_page(words)), class_=css, role=role))


def draw_steps(*told: str) -> None:
    """One press for each page that the commands in what is *told* lead to; nothing where none does."""
    for title in find_pages(told):
        if title in _MENU:
            adding = title == "Thư viện" and any("ingest add" in words for words in told)
            draw_way_to_page(title, TO_ADDING if adding else None)
        if title in {"Thư viện", "Văn bản còn thiếu"}:  # what is cited and not held may be fetched
            draw_way_to_missing()


def draw_way_to_page(title: str, query: dict[str, str] | None = None) -> None:
    """The link to one of those that the top of each page names."""
    file, icon = _MENU[title]
    st.page_link(file, label=tr("Sang trang {title}", title=tr(title)), icon=icon, query_params=query)


def draw_way_to_missing() -> None:
    """The link to what the library cites and does not hold."""
    st.page_link(MISSING, label=tr(WHAT_IS_MISSING), icon=":material/playlist_remove:")


def draw_empty_library() -> None:
    """That nothing is held yet, and how to add."""
    draw_notice(tr("Thư viện chưa có văn bản. Hãy bấm Thư viện ở đầu trang để thêm tệp."))


def draw_aside(words: str) -> None:
    """A line in small letters, its commands as pages to open."""
    draw(element("p", escape(say_on_page(words)), class_="vk-phu"))
