"""What all pages share: the way between them, their dress, and their messages."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import streamlit as st

from ingest.errors import AppError
from ui.verbatim import Html, element, escape

ASK = "ui/ask.py"
READ = "ui/document.py"
COMPARE = "ui/comparing.py"
RELATIONS = "ui/relations.py"
ADD = "ui/adding.py"
MISSING = "ui/missing.py"
WHAT_IS_MISSING = "Xem văn bản được dẫn mà thư viện còn thiếu"

_DRESS = Path(__file__).with_name("style.css")


def draw_frame(title: str) -> None:
    """The dress of the page, the links at its top, and its title."""
    st.html(_DRESS)
    with st.container(key="vk-thanh", horizontal=True):
        st.page_link(ASK, label="Hỏi đáp", icon=":material/forum:")
        st.page_link(READ, label="Văn bản", icon=":material/description:")
        st.page_link(COMPARE, label="So sánh", icon=":material/compare_arrows:")
        st.page_link(RELATIONS, label="Quan hệ", icon=":material/hub:")
        st.page_link(ADD, label="Thêm văn bản", icon=":material/upload_file:")
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
    """The message of an error, as it is written."""
    draw_notice(str(error), "vk-loi")


def draw_notice(words: str, css: str = "vk-bao") -> None:
    """A message in a box; Streamlit's own boxes would read it as Markdown."""
    role = "status" if css == "vk-bao" else "alert"
    draw(element("div", escape(words), class_=css, role=role))


def draw_empty_library() -> None:
    """That nothing is held yet, and how to add."""
    draw_notice("Thư viện chưa có văn bản. Hãy bấm Thêm văn bản ở đầu trang.")


def draw_aside(words: str) -> None:
    """A line in small letters."""
    draw(element("p", escape(words), class_="vk-phu"))
