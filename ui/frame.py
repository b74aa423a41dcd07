"""What all pages share: the way between them, their dress, and their messages."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import streamlit as st

from ingest.errors import AppError
from ui.steps import find_pages, say_on_page
from ui.verbatim import Html, element, escape

ASK = "ui/ask.py"
READ = "ui/document.py"
COMPARE = "ui/comparing.py"
RELATIONS = "ui/relations.py"
ADD = "ui/adding.py"
MISSING = "ui/missing.py"
NOWHERE = "ui/nowhere.py"
WHAT_IS_MISSING = "Xem văn bản được dẫn mà thư viện còn thiếu"
_MENU = {
    "Hỏi đáp": (ASK, ":material/forum:"),
    "Văn bản": (READ, ":material/description:"),
    "So sánh": (COMPARE, ":material/compare_arrows:"),
    "Quan hệ": (RELATIONS, ":material/hub:"),
    "Thêm văn bản": (ADD, ":material/upload_file:"),
}
"""Title -> file and sign, of the pages that the top of each names, in order."""

_DRESS = Path(__file__).with_name("style.css")


def draw_frame(title: str) -> None:
    """The dress of the page, the links at its top, and its title."""
    st.html(_DRESS)
    with st.container(key="vk-thanh", horizontal=True):
        for name, (file, icon) in _MENU.items():
            st.page_link(file, label=name, icon=icon)
    draw(element("h1", escape(title)))


def draw_way_to_relations(document_id: str) -> None:
    """The link from a document to what lies around it."""
    st.page_link(
        RELATIONS, label="Quan hệ với các văn bản khác", icon=":material/hub:", query_params={"doc": document_id}
    )


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
            file, icon = _MENU[title]
            st.page_link(file, label=f"Sang trang {title}", icon=icon)
        if title in {"Thêm văn bản", "Văn bản còn thiếu"}:  # what is cited and not held may be fetched
            draw_way_to_missing()


def draw_way_to_missing() -> None:
    """The link to what the library cites and does not hold."""
    st.page_link(MISSING, label=WHAT_IS_MISSING, icon=":material/playlist_remove:")


def draw_empty_library() -> None:
    """That nothing is held yet, and how to add."""
    draw_notice("Thư viện chưa có văn bản. Hãy bấm Thêm văn bản ở đầu trang.")


def draw_aside(words: str) -> None:
    """A line in small letters, its commands as pages to open."""
    draw(element("p", escape(say_on_page(words)), class_="vk-phu"))
