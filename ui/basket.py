"""Page Phiếu trích dẫn: passages taken along, in the reader's order, with notes; and the way out as a file."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence

import streamlit as st

from index.exporting.gather import Excerpt, Gathered, Lost
from index.exporting.plain import write_markdown
from index.exporting.sheet import count_guarded, write_csv, write_xlsx
from index.exporting.word_file import write_docx
from ingest.errors import AppError
from ingest.language import keep_language, tr
from ui.collecting import exchange, put_back, read_basket, take_out, write_note
from ui.frame import ASK, READ, draw, draw_aside, draw_error, draw_frame, draw_notice
from ui.navigation import move_within_pages
from ui.owner import current_owner
from ui.pressing import pressed
from ui.reading import query_place
from ui.services import find_spans
from ui.verbatim import element, escape
from ui.visitor import keep_visitor
from ui.words import capitalised, escape_label

TITLE = "Phiếu trích dẫn"
EMPTY = (
    "Phiếu chưa có đoạn nào. Khi đọc câu trả lời hoặc văn bản, hãy bấm “Đưa vào phiếu trích dẫn” ở đoạn cần lấy; "
    "đoạn ấy sẽ nằm ở đây, sẵn sàng để xuất ra Word."
)
NOT_KEPT = "Trình duyệt này không cho lưu, nên phiếu chỉ giữ đến khi đóng trang. Hãy xuất phiếu trước khi đóng."
LOST = "Đoạn dưới đây không còn đúng nguyên văn trong thư viện nên không được xuất. Hãy mở văn bản và lấy lại đoạn."
GONE = "Văn bản của đoạn dưới đây không còn trong thư viện nên không được xuất. Hãy khôi phục văn bản, hoặc bỏ đoạn."
TAKEN_OUT = "Đã bỏ một đoạn ra khỏi phiếu."
GUARDED = (
    "Trong tệp CSV, {count} ô bắt đầu bằng dấu =, +, - hoặc @ được thêm dấu ' ở đầu để Excel không chạy như công thức. "
    "Các tệp khác giữ đúng từng chữ."
)
_OUT = "vk-phieu-vua-bo"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def page() -> None:
    """Draw the page."""
    draw_frame(tr(TITLE))
    move_within_pages("basket", seek=False)
    try:
        owner = current_owner()
        if not owner.lasting:
            draw_notice(tr(NOT_KEPT), "vk-canh-bao")
        _draw_undo()
        found = read_basket(owner.key)
        if found.excerpts or found.lost:
            _draw_all(found, owner.key)
        else:
            draw_notice(tr(EMPTY))
            st.page_link(ASK, label=tr("Đến trang Hỏi đáp"), icon=":material/forum:")
    except AppError as error:
        draw_error(error)


def _draw_all(found: Gathered, owner: str) -> None:
    if found.excerpts:
        _draw_exports(found.excerpts, owner)
    ids = [one.collected.id for one in found.excerpts]
    spans = find_spans((one.collected.document, one.address) for one in found.excerpts)
    for place, one in enumerate(found.excerpts):
        whole = spans.get((one.collected.document, one.address))
        _draw_excerpt(one, ids, place, query_place(one.collected.document, one.address, (one.start, one.end), whole))
    for lost in found.lost:
        _draw_lost(lost)


def _draw_exports(excerpts: Sequence[Excerpt], owner: str) -> None:
    """One button for each kind of file; each passage is compared with its document once more when it is pressed."""
    draw_aside(tr("{count} đoạn trong phiếu. Xuất ra:", count=len(excerpts)))
    today = datetime.date.today()

    def read_again() -> tuple[Excerpt, ...]:
        return read_basket(owner).excerpts

    kinds: tuple[tuple[str, str, str, Callable[[], bytes]], ...] = (
        ("Word", "phieu-trich-dan.docx", _WORD, lambda: write_docx(read_again(), today)),
        ("Excel", "phieu-trich-dan.xlsx", _EXCEL, lambda: write_xlsx(read_again())),
        ("CSV", "phieu-trich-dan.csv", "text/csv", lambda: write_csv(read_again())),
        ("Markdown", "phieu-trich-dan.md", "text/markdown", lambda: write_markdown(read_again(), today)),
    )
    with st.container(horizontal=True, key="vk-xuat"):
        for name, file_name, mime, write in kinds:
            st.download_button(
                name,
                keep_visitor(keep_language(write)),
                file_name=file_name,
                mime=mime,
                key=f"vk-xuat-{name}",
                icon=":material/download:",
                type="primary" if name == "Word" else "secondary",
                on_click="ignore",
            )
    if guarded := count_guarded(excerpts):
        draw_aside(tr(GUARDED, count=guarded))


def _draw_excerpt(one: Excerpt, ids: Sequence[int], place: int, query: dict[str, str]) -> None:
    """Its place as a link, its words, what is to be known of its document, the note, and what can be done with it."""
    key = one.collected.id
    with st.container(border=True, key=f"vk-doan-phieu-{key}"):
        label = escape_label(f"{place + 1}. {capitalised(one.place)}")
        st.page_link(READ, label=label, icon=":material/menu_book:", query_params=query)
        draw(element("blockquote", escape(one.words), class_="vk-trich", lang="vi"))
        if one.warning:
            draw(element("div", escape(one.warning), class_="vk-canh-bao", role="alert"))
        st.text_input(
            tr("Ghi chú"), one.collected.note, key=f"vk-ghi-chu-{key}", on_change=_keep_note, args=(key,), max_chars=500
        )
        with st.container(horizontal=True, key=f"vk-sap-{key}"):
            last = place == len(ids) - 1
            up, down = tr("Đưa lên"), tr("Đưa xuống")
            st.button(up, key=f"len-{key}", disabled=place == 0, on_click=_move, args=(key, ids[place - 1]))
            st.button(down, key=f"xuong-{key}", disabled=last, on_click=_move, args=(key, ids[(place + 1) % len(ids)]))
            st.button(tr("Bỏ ra"), key=f"bo-{key}", on_click=_take_out, args=(key,))


def _draw_lost(lost: Lost) -> None:
    key = lost.collected.id
    with st.container(border=True, key=f"vk-doan-phieu-{key}"):
        draw_notice(tr(LOST if lost.held else GONE), "vk-canh-bao")
        draw(element("blockquote", escape(lost.collected.words), class_="vk-trich", lang="vi"))
        st.button(tr("Bỏ ra"), key=f"bo-{key}", on_click=_take_out, args=(key,))


def _draw_undo() -> None:
    """The way back for what was just taken out."""
    if _OUT not in st.session_state:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="vk-hoan-tac"):
        draw_notice(tr(TAKEN_OUT))
        st.button(tr("Đưa trở lại"), icon=":material/undo:", on_click=_put_back)


@pressed
def _move(one: int, other: int) -> None:
    exchange(one, other)


@pressed
def _keep_note(one: int) -> None:
    write_note(one, st.session_state[f"vk-ghi-chu-{one}"])


@pressed
def _take_out(one: int) -> None:
    take_out(one)
    st.session_state[_OUT] = one


@pressed
def _put_back() -> None:
    put_back(st.session_state[_OUT])
    del st.session_state[_OUT]


if __name__ == "__main__":
    page()
