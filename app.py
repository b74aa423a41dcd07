"""Vankien in the browser: lists the pages and runs the one that is asked for."""

import logging
from pathlib import Path
from urllib.parse import unquote, urlsplit

import streamlit as st

from ui.frame import ADD, ASK, COMPARE, MISSING, NOWHERE, READ, RELATIONS, draw_notice

ICON = Path(__file__).parent / "ui" / "icon.svg"
UNEXPECTED = (
    "Trang gặp một lỗi của chương trình. Hãy tải lại trang. Nếu vẫn còn lỗi, hãy gửi nhật ký ở cửa sổ lệnh "
    "cho người quản trị."
)


def main() -> None:
    """Draw the page that the address names."""
    pages = [
        st.Page(ASK, title="Hỏi đáp", url_path="hoi-dap", default=True),
        st.Page(READ, title="Văn bản", url_path="van-ban"),
        st.Page(COMPARE, title="So sánh", url_path="so-sanh"),
        st.Page(RELATIONS, title="Quan hệ", url_path="quan-he"),
        st.Page(ADD, title="Thêm văn bản", url_path="them-van-ban"),
        st.Page(MISSING, title="Văn bản còn thiếu", url_path="con-thieu"),
    ]
    asked = unquote(urlsplit(st.context.url or "").path.rpartition("/")[2]).strip()
    if asked and asked not in {page.url_path for page in pages}:
        # Of an address that names no page Streamlit would say so in English: such an address is a page of its own.
        pages.append(st.Page(NOWHERE, title="Không có trang này", url_path=asked))
    page = st.navigation(pages, position="hidden")
    st.set_page_config(page_title=f"{page.title} – Vankien", page_icon=str(ICON), layout="wide")
    try:
        page.run()
    except Exception:  # the last door before the reader: the traceback goes to the log, never to the page
        logging.getLogger(__name__).exception("page %s", page.title)
        draw_notice(UNEXPECTED, "vk-loi")


if __name__ == "__main__":
    main()
