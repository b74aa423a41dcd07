"""Page Tìm kiếm: one box, and everything in the library that matches, to be narrowed, sorted, saved and passed on."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from index.answering.absent import ABSENT, say_absent
from index.describe_validity import KEPT_UNKNOWN
from index.searching.request import Request
from index.searching.values import ORDERS
from ingest.errors import AppError, ForeignIndexError, MissingIndexError
from ingest.language import tr
from ui import services
from ui.ask import draw_failure, follow
from ui.copying import draw_link_button
from ui.frame import draw, draw_aside, draw_empty_library, draw_error, draw_frame, draw_notice
from ui.navigation import move_within_pages
from ui.search_found import Shown, look, suggest_subjects
from ui.search_narrowing import draw_chosen, draw_facets, draw_loosening, draw_new, draw_reading
from ui.search_results import Drawing, draw_results
from ui.search_saved import draw_saved, draw_saving
from ui.search_state import (
    BOX,
    GROUPED,
    ORDER,
    arrange,
    find_new,
    make_link,
    read_request,
    search,
    show_example,
    take_link,
    turn_to,
    was_turned,
)
from ui.search_words import say_number
from ui.verbatim import element, escape
from ui.words import escape_label

WHAT_TO_TYPE = (
    "Gõ từ, cụm từ, câu, số ký hiệu (102-QĐ/TW) hoặc vị trí (Điều 5 Quy định 102). Gõ không dấu, viết tắt (UBKT) hay "
    "tiếng Anh đều được. Trang này liệt kê mọi đoạn khớp; muốn có câu trả lời, hãy sang trang Hỏi đáp."
)
FROM_HEADINGS = "Hoặc bấm một đề mục có trong thư viện:"
DIGESTED = "Trong đó có {count} tóm lược của văn bản mà thư viện chưa có nguyên văn."
NOTHING = "Không có đoạn nào khớp."
OTHER_WORDS = (
    "Hãy gõ ít từ hơn, hoặc từ khác cùng nghĩa; kiểm tra lại số ký hiệu. Nếu thư viện còn thiếu văn bản, hãy thêm tệp "
    "ở trang Thư viện."
)
NEAREST = "Các đoạn gần nhất (có thể không đúng điều cần tìm)"
WAITING = "Tìm kiếm sẽ chạy ngay khi lập chỉ mục xong."
ORDER_NAMES = {"relevance": "Sát nhất trước", "date": "Mới nhất trước"}


def page() -> None:
    """Draw the page."""
    draw_frame(tr("Tìm kiếm"))
    take_link()
    try:
        if not services.list_documents():
            draw_empty_library()
        builder = services.build_if_needed()
        building = builder.running  # asked once, so that the page is of one mind while the build may end
        _draw_box()
        news = st.container()
        if not building:
            with news:
                draw_failure(builder)
        draw_saved()
        request = read_request()
        if request is None:
            _suggest()
        else:
            _reply(request, building, builder.failure is not None)
        move_within_pages(f"tim-kiem {request}", seek=was_turned())
        if building:
            follow(builder, news)
    except AppError as error:
        draw_error(error)


def _draw_box() -> None:
    with (
        st.container(key="vk-hoi"),
        st.form("vk-phieu-tim", border=False),
        st.container(horizontal=True, vertical_alignment="bottom"),
    ):
        hint = tr("Gõ từ cần tìm rồi bấm Tìm")
        st.text_input(tr("Từ cần tìm"), key=BOX, persist_state="session", placeholder=hint)
        st.form_submit_button(tr("Tìm"), type="primary", on_click=search)


def _suggest() -> None:
    draw(element("p", escape(tr(WHAT_TO_TYPE))))
    subjects = suggest_subjects()
    if subjects:
        draw_aside(tr(FROM_HEADINGS))
        with st.container(key="vk-mau"):
            for place, subject in enumerate(subjects):
                label = escape_label(subject)
                st.button(label, key=f"vk-mau-{place}", on_click=show_example, args=(subject,), width="stretch")


def _reply(request: Request, building: bool, failed: bool) -> None:
    """What is found, as far as there is an index to search."""
    try:
        shown = look(request)
        pending = services.pending()
    except (MissingIndexError, ForeignIndexError):
        if building:
            draw_notice(tr(WAITING))
        elif not failed:
            raise
        return
    draw_reading(request, shown.query)
    if any(one.of_force and (one.binding or one.pressed) for one in shown.query.conditions):
        draw_aside(tr(KEPT_UNKNOWN) + ".")
    if shown.found.results:
        _draw_found(request, shown)
    else:
        _draw_nothing(shown)
    if pending:
        names = "; ".join(pending)
        draw_notice(tr("{count} văn bản chưa lập chỉ mục, chưa được tìm: {names}.", count=len(pending), names=names))


def _draw_found(request: Request, shown: Shown) -> None:
    left = shown.left
    documents = len({one.source.id for one in left})
    told = tr("Tìm thấy {results} đoạn trong {count} văn bản.", results=say_number(len(left)), count=documents)
    draw(element("h2", escape(told), class_="vk-tim-thay vk-dau-danh-sach", tabindex="-1"))
    if digested := sum(one.source.kind != "text" for one in left):
        draw_aside(tr(DIGESTED, count=digested))
    draw_new(shown)
    draw_facets(shown)
    draw_chosen(request, shown)
    if not left:
        draw_loosening(request, shown)
        return
    with st.container(key="vk-cach-bay", horizontal=True, vertical_alignment="bottom"):
        st.segmented_control(
            tr("Sắp xếp"),
            ORDERS,
            format_func=lambda one: tr(ORDER_NAMES[one]),
            required=True,
            key=ORDER,
            on_change=arrange,
            persist_state="session",
        )
        st.toggle(tr("Gộp theo văn bản"), key=GROUPED, on_change=arrange, persist_state="session")
        draw_link_button(make_link(replace(request, page=shown.page.number)), "tim-kiem")
        draw_saving(request)
    draw_results(shown.page.items, Drawing(shown.query, request.grouped, find_new()))
    _draw_turning(shown)


def _draw_turning(shown: Shown) -> None:
    page = shown.page
    if page.pages == 1:
        return
    with st.container(key="vk-sang-trang", horizontal=True, vertical_alignment="center"):
        back, on = page.number - 1, page.number + 1
        st.button(tr("Trang trước"), on_click=turn_to, args=(back,), disabled=page.number == 1)
        said = tr("Trang {page} trên {pages}", page=say_number(page.number), pages=say_number(page.pages))
        draw(element("p", escape(said)), width="content")
        st.button(tr("Trang tiếp"), on_click=turn_to, args=(on,), disabled=page.number == page.pages)


def _draw_nothing(shown: Shown) -> None:
    st.subheader(tr(NOTHING), anchor=False)
    absent = [tr(ABSENT, words=say_absent(shown.found.absent))] if shown.found.absent else []
    draw(element("p", escape(" ".join((*absent, tr(OTHER_WORDS))))))
    if shown.found.nearest:
        st.subheader(tr(NEAREST), anchor=False)
        draw_results([(one, 1) for one in shown.found.nearest], Drawing(shown.query, key="gan-"))


if __name__ == "__main__":
    page()
