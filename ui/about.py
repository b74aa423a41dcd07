"""Page Giới thiệu: what Vankien does and does not, its keys, its version, its licences, where the data lies."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

import streamlit as st

from ingest.errors import AppError
from ingest.language import tr
from ui.frame import draw, draw_error, draw_frame
from ui.verbatim import Html, element, escape
from ui.visitor import load_settings

DOES = (
    "Trả lời câu hỏi bằng đoạn nguyên văn, kèm vị trí, tên văn bản và ngày; mỗi đoạn được đối chiếu từng ký tự.",
    "Nói rõ khi thư viện không có căn cứ.",
    "Cho biết văn bản nào viện dẫn, sửa đổi, thay thế văn bản nào, và ai nói như vậy.",
    "Giữ mọi văn bản đã thêm; xóa nhầm thì khôi phục được.",
)
DOES_NOT = (
    "Không viết thay, không diễn giải lời văn bản. Chữ của Vankien (tóm lược, ghi chú) luôn có nhãn riêng.",
    "Không thay cho việc đọc bản gốc trước khi áp dụng.",
    "Không gửi câu hỏi hay văn bản ra ngoài máy này. Chỉ khi chủ máy cho phép, Vankien mới tải nguyên văn còn thiếu "
    "từ cổng văn bản chính thức.",
)
KEYS = (
    ("Tab, Shift+Tab", "đến ô hoặc nút kế tiếp, trở lại"),
    ("Enter", "bấm nút, mở liên kết, gửi câu hỏi"),
    ("Ctrl+F", "tìm trong trang đang xem"),
    ("Alt+←", "trở lại trang trước"),
    ("Ctrl+P", "in trang đang xem"),
    ("Ctrl và +, Ctrl và −", "chữ to hơn, nhỏ hơn"),
)
_PARTS = (
    *("streamlit", "sentence-transformers", "torch", "transformers", "faiss-cpu", "underthesea", "bm25s", "pandas"),
    *("pdfplumber", "pypdfium2", "python-docx", "openpyxl", "lxml", "networkx"),
)
"""What Vankien is made of, by the names of the packages; what these need themselves is left to them."""
_ROOT = Path(__file__).parent.parent


def page() -> None:
    """Draw the page."""
    draw_frame(tr("Giới thiệu"))
    draw(lay_out_list(tr("Vankien làm gì"), [tr(one) for one in DOES]))
    draw(lay_out_list(tr("Vankien không làm gì"), [tr(one) for one in DOES_NOT]))
    draw(_lay_out_table(tr("Bàn phím"), [(tr(keys), tr(does)) for keys, does in KEYS]))
    try:
        home = load_settings().home.resolve()
    except AppError as error:
        draw_error(error)
    else:
        told = tr(
            "Thư viện, chỉ mục và những gì người đọc lưu lại đều nằm trong thư mục {folder} trên máy này. Hãy sao lưu "
            "thường xuyên ở trang Thư viện.",
            folder=home,
        )
        draw(lay_out_list(tr("Dữ liệu nằm ở đâu"), [told]))
    st.subheader(tr("Phiên bản và giấy phép"), anchor=False)
    draw(element("p", escape(tr("Vankien {version}, giấy phép MIT. Làm từ các phần sau:", version=read_version()))))
    draw(_lay_out_table("", list(read_licences())))


def lay_out_list(title: str, lines: Sequence[str]) -> Html:
    """A heading and its lines."""
    items = [element("li", escape(line)) for line in lines]
    return element("section", element("h2", escape(title)), element("ul", *items), class_="vk-gioi-thieu")


def _lay_out_table(title: str, rows: Sequence[tuple[str, str]]) -> Html:
    cells = [
        element("tr", element("th", escape(name), scope="row"), element("td", escape(told))) for name, told in rows
    ]
    heading = [element("h2", escape(title))] if title else []
    return element("section", *heading, element("table", *cells), class_="vk-gioi-thieu")


@cache
def read_version() -> str:
    """Of this program, as its ``pyproject.toml`` says."""
    return str(tomllib.loads((_ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"])


def read_licences() -> Iterator[tuple[str, str]]:
    """Name with version, and licence, of each part that is installed, as its package says."""
    for name in _PARTS:
        try:
            told = metadata(name)
        except PackageNotFoundError:
            continue
        classifiers = [one.rpartition(" :: ")[2] for one in told.get_all("Classifier") or () if "License" in one]
        said = *(told.get_all("License-Expression") or ()), *classifiers, *(told.get_all("License") or ())
        yield f"{name} {told['Version']}", said[0].splitlines()[0] if said else tr("xem trong gói")


if __name__ == "__main__":
    page()
