"""Beside the table: the collections, and the documents that were removed."""

from __future__ import annotations

import datetime
from functools import partial

import streamlit as st

from ingest.days import describe_day
from ingest.describe import describe_date
from ingest.language import tr
from ingest.store import Collection, Held
from ui.adding import FOR_GROUPS
from ui.frame import draw, draw_aside, draw_notice
from ui.library_acts import act, forget_told
from ui.library_data import (
    Holdings,
    count_days_left,
    create_collection,
    give_collection,
    list_groups,
    read_moment,
    remove_collection,
    rename_collection,
    restore_documents,
)
from ui.library_table import COLLECTION
from ui.verbatim import element, escape
from ui.visitor import current_visitor

NO_COLLECTION = (
    "Chưa có bộ sưu tập nào. Hãy gõ tên ở trên rồi bấm Tạo; sau đó chọn văn bản ở mục Văn bản để xếp vào. "
    "Một văn bản có thể nằm trong nhiều bộ; xóa bộ không xóa văn bản."
)
NOTHING_REMOVED = "Chưa bỏ văn bản nào. Văn bản bỏ khỏi thư viện sẽ nằm ở đây và khôi phục được."
WHAT_REMOVED_MEANS = (
    "Văn bản đã bỏ không còn được tìm và trích, nhưng nguyên văn và tệp gốc vẫn giữ trên máy này; bấm Khôi phục là "
    "dùng lại được. Hạn khôi phục là 30 ngày; quá hạn, máy cũng không tự xóa gì, văn bản vẫn khôi phục được."
)
WHAT_GROUPS_MEAN = (
    "Để trống thì ai cũng thấy. Người ngoài nhóm không thấy gì của văn bản trong bộ này: không tìm ra, không được đếm, "
    "không có trong quan hệ. Muốn ghi người vào nhóm, hãy nhờ người phụ trách máy."
)
CHOOSE_GROUPS = "Chọn nhóm, hoặc gõ tên nhóm mới rồi nhấn Enter"
_AT_ONCE = 30
_SHOWN = "vk-so-da-bo"
_NAME = "vk-ten-bo-moi"


def draw_collections(holdings: Holdings) -> None:
    """A place to make one, and all there are."""
    with (
        st.form("vk-tao-bo", border=False, clear_on_submit=True),
        st.container(horizontal=True, vertical_alignment="bottom"),
    ):
        st.text_input(tr("Tên bộ sưu tập mới"), key=_NAME, placeholder=tr("Ví dụ: Công tác dân vận"))
        st.form_submit_button(tr("Tạo"), type="primary", on_click=_create)
    if not holdings.collections:
        draw_notice(tr(NO_COLLECTION))
    for one in holdings.collections:
        with st.container(border=True, key=f"vk-bo-{one.id}"):
            draw(element("strong", escape(one.name)))
            words = tr("{count} văn bản", count=one.documents)
            draw_aside(f"{words} · {tr(FOR_GROUPS)}" if one.restricted else words)
            with st.container(horizontal=True, vertical_alignment="center"):
                st.button(tr("Xem văn bản"), on_click=_show, args=(one.name,), key=f"vk-xem-bo-{one.id}")
                with st.popover(tr("Đổi tên")):
                    key = f"vk-ten-bo-{one.id} {one.name}"
                    st.text_input(tr("Tên mới"), value=one.name, key=key)
                    st.button(tr("Lưu tên"), on_click=_rename, args=(one.name, key), key=f"vk-luu-ten-{one.id}")
                _draw_groups(one)
                remove = partial(remove_collection, one.name)
                st.button(tr("Xóa bộ"), on_click=act, args=(remove,), key=f"vk-xoa-bo-{one.id}")


def _draw_groups(one: Collection) -> None:
    """Which groups alone see it: asked of an administrator, where there are accounts."""
    person = current_visitor().person
    if person is None or not person.may("administrator"):
        return
    own, known = list_groups(one.name)
    with st.popover(tr("Nhóm được xem")):
        key = f"vk-nhom-{one.id} {'; '.join(own)}"
        st.multiselect(
            tr("Chỉ những nhóm này được xem"),
            known,
            own,
            key=key,
            accept_new_options=True,
            placeholder=tr(CHOOSE_GROUPS),
        )
        draw_aside(tr(WHAT_GROUPS_MEAN))
        st.button(tr("Lưu nhóm"), on_click=_give, args=(one.name, key), key=f"vk-luu-nhom-{one.id}")


def _give(name: str, key: str) -> None:
    act(partial(give_collection, name, st.session_state[key]))


def _create() -> None:
    act(partial(create_collection, st.session_state[_NAME]))


def _rename(name: str, key: str) -> None:
    act(partial(rename_collection, name, st.session_state[key]))


def _show(name: str) -> None:
    """The table, narrowed to the collection."""
    forget_told()
    st.session_state[COLLECTION] = name
    st.query_params.clear()


def draw_removed(holdings: Holdings) -> None:
    """The removed documents, the last one first, each with the days left and the way back."""
    draw_aside(tr(WHAT_REMOVED_MEANS))
    if not holdings.removed:
        draw_notice(tr(NOTHING_REMOVED))
    shown = st.session_state.get(_SHOWN, _AT_ONCE)
    today = datetime.datetime.now().astimezone().date()
    for place, one in enumerate(holdings.removed[:shown], start=1):
        with st.container(border=True, horizontal=True, vertical_alignment="center", key=f"vk-da-bo-{place}"):
            with st.container(gap=None):
                draw(element("strong", escape(one.metadata.label)))
                draw_aside(say_removed(one, today))
            restore = partial(restore_documents, [one.id])
            st.button(tr("Khôi phục"), on_click=act, args=(restore,), key=f"vk-khoi-phuc {one.id}")
    if (left := len(holdings.removed) - shown) > 0:
        st.button(tr("Xem thêm (còn {count} văn bản)", count=left), on_click=_show_more)


def say_removed(held: Held, today: datetime.date) -> str:
    """Its day, the day it was removed, the days left."""
    removed_at = held.removed_at or held.added_at
    left = count_days_left(removed_at, today)
    rest = tr("còn {count} ngày trong hạn khôi phục", count=left) if left > 0 else tr("đã quá hạn, vẫn khôi phục được")
    day = describe_day(read_moment(removed_at).date())
    return " · ".join((describe_date(held.metadata), tr("bỏ ngày {day}", day=day), rest))


def _show_more() -> None:
    st.session_state[_SHOWN] = st.session_state.get(_SHOWN, _AT_ONCE) + _AT_ONCE
