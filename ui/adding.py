"""Page Thêm văn bản: files dropped on the page into the library, and what became of each."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ingest.adding import Outcome, Progress
from ingest.console import make_printable
from ingest.describe_adding import find_status, has_changed, say_outcome
from ingest.errors import AppError, RefusedError
from ui import services
from ui.frame import ASK, READ, draw, draw_aside, draw_error, draw_frame, draw_notice, draw_way_to_missing
from ui.steps import say_on_page
from ui.verbatim import element, escape
from ui.words import escape_label

KINDS = (
    "Nhận PDF, bản quét và ảnh chụp, Word (DOCX, DOC, RTF), Excel, trang web đã lưu, văn bản thuần, tệp nén ZIP. "
    "Tệp được đọc và lưu ngay trên máy này, không gửi đi đâu."
)
NONE_CHOSEN = "Chưa chọn tệp nào. Hãy kéo tệp vào khung trên, hoặc bấm Chọn tệp."
_MARKED = "Trang này không nhận văn bản mật. Nếu máy này được phép lưu, hãy nhờ người phụ trách máy thêm ở cửa sổ lệnh."
INDEXED = "Đã lập chỉ mục, hỏi được ngay."
_RESULT = "vk-ket-qua-them"
_TROUBLES = ("failed", "refused")


def page() -> None:
    """The place to drop files, and below it what became of those dropped last."""
    draw_frame("Thêm văn bản")
    draw_aside(KINDS)
    with st.form("vk-them-tep", clear_on_submit=True, border=False):
        files = st.file_uploader("Tệp cần thêm", accept_multiple_files=True, label_visibility="collapsed")
        sent = st.form_submit_button("Thêm vào thư viện", type="primary")
    if sent:
        st.session_state.pop(_RESULT, None)
        if not files:
            draw_notice(NONE_CHOSEN, "vk-canh-bao")
            return
        try:
            st.session_state[_RESULT] = _take([(file.name, file.getvalue()) for file in files])
        except AppError as error:
            draw_error(error)
            return
    outcomes = st.session_state.get(_RESULT, ())
    news = draw_outcomes(outcomes) if outcomes else None
    draw_way_to_missing()
    if news and has_changed(outcomes):
        tell_indexing(news)


def _take(uploads: Sequence[tuple[str, bytes]]) -> list[Outcome]:
    """Add *uploads* under a bar that says how far it has come."""
    bar = st.progress(0.0, "Đang mở tệp…")

    def follow(progress: Progress) -> None:
        words = f"Đã xong {progress.done}/{progress.total}, đang đọc {make_printable(progress.reading)}"
        bar.progress(progress.done / max(1, progress.total), escape_label(words))

    outcomes = services.add_uploads(uploads, follow)
    bar.empty()
    return outcomes


def draw_outcomes(outcomes: Sequence[Outcome]) -> DeltaGenerator:
    """How many there are, then those in trouble, those to be checked, and the rest, each with the way to its text.

    Returns:
        Where to tell how far the index is.
    """
    troubled = [one for one in outcomes if find_status(one) in _TROUBLES]
    words = f"Đã nhận {len(outcomes) - len(troubled)}/{len(outcomes)} tệp."
    draw_notice(words if not troubled else f"{words} {len(troubled)} tệp chưa vào thư viện, xem lý do bên dưới.")
    for place, one in enumerate(sorted(outcomes, key=_worst_first), start=1):
        with st.container(key=f"vk-doan-them-{place}", border=True):
            css = "vk-canh-bao" if find_status(one) in _TROUBLES or one.doubts else "vk-phu"
            draw(element("div", escape(_say(one)), class_=css))
            if one.added:
                query = {"doc": one.added.document_id}
                label = "Mở bản đang dùng" if find_status(one) == "earlier" else "Mở văn bản"
                st.page_link(READ, label=label, icon=":material/menu_book:", query_params=query)
    news = st.empty()
    if has_changed(outcomes):
        st.page_link(ASK, label="Sang trang Hỏi đáp", icon=":material/forum:")
    return news


def tell_indexing(news: DeltaGenerator) -> None:
    """Say in *news* how far the index of what was added is, until it is done; comes last, as it stays in this run."""
    builder = services.build_if_needed()
    while builder.running:
        with news:
            draw_aside(f"Văn bản mới đang được lập chỉ mục. {builder.progress.words}")
        builder.wait(0.5)
    with news:
        draw_aside(builder.failure or INDEXED)


def _say(outcome: Outcome) -> str:
    if isinstance(outcome.error, RefusedError):
        return f"{make_printable(outcome.name)}: không nhận: {outcome.error.why}. {_MARKED}"
    return f"{say_on_page(say_outcome(outcome)).rstrip('.')}."


def _worst_first(outcome: Outcome) -> int:
    return 0 if find_status(outcome) in _TROUBLES else 1 if outcome.doubts else 2


if __name__ == "__main__":
    page()
