"""The original beside the text: the page of the file as a picture, the place that is read marked on it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ingest.amounts import say_count, say_size
from ingest.errors import AppError, ReadingError
from ingest.language import tr
from ingest.models import Document
from ingest.originals import Box, find_boxes
from ingest.readers.printed.page_picture import PagePicture
from ingest.readers.recognise import IMAGES
from ingest.retelling import retell
from ui.frame import draw, draw_aside, draw_error, draw_notice
from ui.original_data import Original, draw_page, find_original, read_content
from ui.original_view import draw_view_tools, lay_out_page
from ui.reading import Place
from ui.saving import File, draw_saving
from ui.speaking import speak
from ui.verbatim import element, escape

SWITCH, _SHOWN = "Xem bản gốc", "vk-goc"
NOT_PICTURED = (
    "Bản gốc là tệp {kind}, không chia sẵn thành trang nên không mở cạnh văn bản được. "
    "Hãy tải tệp gốc về để mở bằng chương trình của tệp."
)
NOT_DRAWN = "Chưa mở được trang {number} của bản gốc: {why}. Hãy tải tệp gốc về để xem."
MARKED = "Đoạn đang đọc được tô vàng trong khung đỏ."
GOES_ON = "Đoạn đang đọc được tô vàng trong khung đỏ và còn tiếp ở trang {number}."
NOT_FOUND = "Chưa tìm thấy chữ của đoạn đang đọc trên trang in nên không tô được. Hãy đối chiếu bằng mắt."
SCANNED = "Trang này là ảnh quét nên không tô được đoạn đang đọc. Hãy đối chiếu bằng mắt."
ELSEWHERE = "Đoạn đang đọc không ở trang này."
NO_PLACE = "Chọn một mục trong Mục lục để thấy mục ấy trên bản gốc."
_TURNED, _WANTED = "vk-goc-trang", "vk-goc-den"
_MANY = 5  # pages: from there on a number is typed sooner than pages are turned


def draw_switch() -> bool:
    """The control that opens the original, and whether it is open."""
    return st.toggle(tr(SWITCH), key=_SHOWN)


def lay_out_columns(document_id: str) -> tuple[DeltaGenerator, DeltaGenerator]:
    """Where the text is drawn, and where the original: beside it, or above where there is no room or no page."""
    if not find_original(document_id).pictured:
        original = st.container()
        return st.container(), original
    with st.container(key="vk-hai-cot"):
        original, text = st.columns(2, gap="medium")
    return text, original


@st.fragment
def draw_original(document: Document, place: Place | None) -> None:
    """The page of the file where *place* stands, the ways to its other pages, and the file itself."""
    speak()  # a press within it draws it alone
    try:
        original = find_original(document.id)
    except AppError as error:  # somebody corrected its sign meanwhile: it is called otherwise now
        draw_error(error)
        return
    if original.pictured:
        _draw_pages(document, place, original)
    else:
        draw_notice(tr(NOT_PICTURED, kind=say_kind(original.kind)))
    with st.container(horizontal=True, key="vk-goc-tep"):
        file = File(original.name, on=[document.id])
        draw_saving(tr("Tải tệp gốc"), lambda: read_content(document.id), file, "vk-goc-tai")
        if st.button(tr("Đóng bản gốc"), key="vk-goc-dong", icon=":material/close:", on_click=_close):
            st.rerun()


def _draw_pages(document: Document, place: Place | None, original: Original) -> None:
    home = [page.number for page in document.find_pages(place.start, place.end)] if place else []
    visit = f"{document.id} {place}"
    turned, number = st.session_state.get(_TURNED, ("", 1))
    if turned != visit:
        number = home[0] if home else 1
    page = _draw_page(document.id, original, number)
    if page is None:
        _draw_way_home(visit, home, number)
        return
    lines = find_boxes(document, (place.start, place.end), page) if place else ()
    _draw_turning(visit, page)
    draw_aside(say_marks(home, page, lines))
    _draw_way_home(visit, home, number)
    shown = f"{visit} {number}"
    draw(lay_out_page(page, lines, tr("Trang {number} của bản gốc", number=say_count(number)), shown))
    draw_view_tools(visit, shown)
    draw_aside(say_file(original, page))


def _draw_page(document_id: str, original: Original, number: int) -> PagePicture | None:
    """The page; says so where it cannot be drawn."""
    try:
        with st.spinner(tr("Đang mở trang {number} của bản gốc…", number=say_count(number))):
            return draw_page(document_id, original, number)
    except ReadingError as error:
        draw_notice(tr(NOT_DRAWN, number=say_count(number), why=retell(error.why)), "vk-loi")
        return None


def _draw_turning(visit: str, page: PagePicture) -> None:
    """The number of the page, and the ways to the one before, the one after, and any."""
    before, after = page.number - 1, page.number + 1
    where = tr("Trang {number} / {pages}", number=say_count(page.number), pages=say_count(page.pages))
    with st.container(horizontal=True, vertical_alignment="center", key="vk-goc-lat"):
        st.button(tr("Trang trước"), key="vk-goc-truoc", on_click=_turn, args=(visit, before), disabled=before < 1)
        draw(element("p", escape(where), class_="vk-so-trang", role="status"), width="content")
        st.button(tr("Trang tiếp"), key="vk-goc-sau", on_click=_turn, args=(visit, after), disabled=after > page.pages)
        if page.pages > _MANY:
            st.session_state[_WANTED] = page.number
            st.number_input(
                tr("Đến trang"), 1, page.pages, key=_WANTED, width=230, on_change=_turn_as_typed, args=(visit,)
            )


def _draw_way_home(visit: str, home: Sequence[int], number: int) -> None:
    """One press back to the place that is read, where another page is open."""
    if home and number not in home:
        label = tr("Về trang có đoạn đang đọc (trang {number})", number=say_count(home[0]))
        st.button(label, key="vk-goc-ve", on_click=_turn, args=(visit, home[0]))


def say_marks(home: Sequence[int], page: PagePicture, lines: Sequence[Box]) -> str:
    """Whether the place that is read, which stands on the pages *home*, is marked on *page*, or why not."""
    if not home:
        return tr(NO_PLACE)
    if page.number not in home:
        return tr(ELSEWHERE)
    if not lines:
        return tr(NOT_FOUND if page.words else SCANNED)
    return tr(MARKED) if page.number == home[-1] else tr(GOES_ON, number=say_count(page.number + 1))


def say_file(original: Original, page: PagePicture) -> str:
    """What the file is and how large."""
    pages, size = say_count(page.pages), say_size(original.size)
    return tr("Tệp gốc: {kind}, {pages} trang, {size}.", kind=say_kind(original.kind), pages=pages, size=size)


def say_kind(kind: str) -> str:
    """The kind of a file, as a person calls it."""
    return tr("ảnh {name}", name=kind.rpartition(" ")[2]) if kind in IMAGES else tr(kind)


def _turn(visit: str, number: int) -> None:
    st.session_state[_TURNED] = visit, number


def _turn_as_typed(visit: str) -> None:
    _turn(visit, st.session_state[_WANTED])


def _close() -> None:
    st.session_state[_SHOWN] = False
