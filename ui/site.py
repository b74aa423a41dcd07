"""The pages of Vankien, and the one that is asked for: what `app.py` runs for every reader."""

from __future__ import annotations

import logging
from pathlib import Path
from urllib.parse import unquote, urlsplit

import streamlit as st

from ingest.errors import AppError
from ingest.language import tr
from ui.frame import (
    ABOUT,
    ASK,
    BASKET,
    COMPARE,
    LIBRARY,
    MISSING,
    NOWHERE,
    READ,
    RELATIONS,
    SEARCH,
    TO_ADDING,
    draw_notice,
)
from ui.signed_in import draw_visitor
from ui.speaking import draw_language_switch, speak
from ui.visitor import begin_anew

FIRST = "trang-dau"
"""Streamlit keeps an address for the page that opens by itself, and then says in English that there is no such page."""
ICON = Path(__file__).with_name("icon.svg")
UNEXPECTED = (
    "Trang gặp một lỗi của chương trình. Hãy tải lại trang. Nếu vẫn còn lỗi, hãy gửi nhật ký ở cửa sổ lệnh "
    "cho người quản trị."
)


def main() -> None:
    """Draw the page that the address names."""
    speak()
    pages = [
        st.Page(ASK, title=tr("Hỏi đáp"), url_path=FIRST, default=True),
        st.Page(SEARCH, title=tr("Tìm kiếm"), url_path="tim-kiem"),
        st.Page(READ, title=tr("Văn bản"), url_path="van-ban"),
        st.Page(COMPARE, title=tr("So sánh"), url_path="so-sanh"),
        st.Page(RELATIONS, title=tr("Quan hệ"), url_path="quan-he"),
        st.Page(LIBRARY, title=tr("Thư viện"), url_path="thu-vien"),
        st.Page(_lead_to_asking, title=tr("Hỏi đáp"), url_path="hoi-dap"),
        st.Page(_lead_to_adding, title=tr("Thêm văn bản"), url_path="them-van-ban"),
        st.Page(MISSING, title=tr("Văn bản còn thiếu"), url_path="con-thieu"),
        st.Page(BASKET, title=tr("Phiếu trích dẫn"), url_path="phieu-trich-dan"),
        st.Page(ABOUT, title=tr("Giới thiệu"), url_path="gioi-thieu"),
    ]
    asked = unquote(urlsplit(st.context.url or "").path.rpartition("/")[2]).strip()
    if asked and asked not in {FIRST, *(page.url_path for page in pages)}:
        # Of an address that names no page Streamlit would say so in English: such an address is a page of its own.
        pages.append(st.Page(NOWHERE, title=tr("Không có trang này"), url_path=asked))
    page = st.navigation(pages, position="hidden")
    st.set_page_config(page_title=f"{page.title} – Vankien", page_icon=str(ICON), layout="wide")
    try:
        begin_anew()
        page.run()
        draw_visitor()
        draw_language_switch()
    except AppError as error:  # nobody is logged in, or the accounts are in trouble
        draw_notice(str(error), "vk-loi")
    except Exception:  # the last door before the reader: the traceback goes to the log, never to the page
        logging.getLogger(__name__).exception("page %s", page.title)
        draw_notice(tr(UNEXPECTED), "vk-loi")


def _lead_to_asking() -> None:
    """The address by which the page of asking is called, though it opens without one."""
    st.switch_page(ASK)


def _lead_to_adding() -> None:
    """The address that the page of adding had when it was one of its own."""
    st.switch_page(LIBRARY, query_params=TO_ADDING)
