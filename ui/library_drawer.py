"""The drawer of actions under the table: of one document, or of several at once."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from functools import partial

import streamlit as st

from ingest.corrections import CORRECTABLE
from ingest.days import describe_day
from ingest.describe import describe_date
from ingest.describe_report import say_value
from ingest.language import tr
from ingest.models import Metadata
from ingest.retelling import retell
from ingest.review import FIELD_LABELS
from ingest.store import Collection
from ingest.store.inventory import Item
from ui.frame import READ, RELATIONS, draw, draw_aside, draw_notice
from ui.library_acts import act
from ui.library_data import (
    Told,
    add_to_collection,
    confirm_record,
    correct_record,
    list_corrections,
    put_into_collections,
    read_moment,
    remove_documents,
    undo_correction,
)
from ui.library_table import say_source
from ui.showing import bring_into_view
from ui.verbatim import element, escape
from ui.words import capitalised, escape_label

TO_CHECK = "Máy đọc chưa chắc chắn. Hãy mở văn bản đối chiếu với bản gốc, rồi sửa hoặc bấm Đã xem, đúng cả:"
FIRST_FIELDS = ("number", "date", "type", "title", "issuer", "signer")
"""Of a record: what is asked for most; the others are folded."""


def draw_drawer(chosen: Sequence[Item], collections: Sequence[Collection]) -> None:
    """What can be done with the documents that are *chosen*; nothing where none is."""
    if not chosen:
        return
    with st.container(border=True, key="vk-ngan-keo"):
        if len(chosen) == 1:
            _draw_one(chosen[0], collections)
        else:
            _draw_several(chosen, collections)
    bring_into_view("vk-ngan-keo", " ".join(one.id for one in chosen))


def _draw_one(item: Item, collections: Sequence[Collection]) -> None:
    draw(element("h2", escape(item.metadata.label), class_="vk-ten-van-ban"))
    draw_aside(say_facts(item))
    with st.container(horizontal=True, key="vk-duong-di"):
        st.page_link(READ, label=tr("Mở văn bản"), icon=":material/menu_book:", query_params={"doc": item.id})
        st.page_link(RELATIONS, label=tr("Quan hệ"), icon=":material/hub:", query_params={"doc": item.id})
    if item.doubts:
        draw_notice("\n".join((tr(TO_CHECK), *(f"– {capitalised(retell(one))}" for one in item.doubts))), "vk-canh-bao")
        confirm = partial(confirm_record, item.id)
        st.button(tr("Đã xem, đúng cả"), on_click=act, args=(confirm,), icon=":material/check:", key="vk-dung-ca")
    with st.expander(tr("Sửa hồ sơ"), expanded=bool(item.doubts), icon=":material/edit:"):
        _draw_form(item)
        _draw_corrected(item)
    _draw_collections(item, collections)
    remove = partial(remove_documents, [item.id])
    st.button(tr("Bỏ khỏi thư viện"), on_click=act, args=(remove,), icon=":material/delete:", key="vk-bo-khoi")


def say_facts(item: Item) -> str:
    """What the table does not show of it at first sight."""
    said = [
        describe_date(item.metadata),
        tr("thêm ngày {day}", day=describe_day(read_moment(item.added_at).date())),
        say_source(item),
        tr("{count} bản", count=item.versions) if item.versions > 1 else "",
        tr("đã có người xem lại") if item.reviewed else "",
    ]
    return " · ".join(part for part in said if part)


# --- the record ------------------------------------------------------------------------------------------


def _draw_form(item: Item) -> None:
    """A box a field, those in doubt first; what is changed in them is taken for right."""
    first = list(dict.fromkeys((*(one for one in item.doubtful if one in CORRECTABLE), *FIRST_FIELDS)))
    with st.form("vk-sua-ho-so", border=False):
        for field in first:
            _draw_field(item, field)
        with st.expander(tr("Các mục khác")):
            for field in CORRECTABLE:
                if field not in first:
                    _draw_field(item, field)
        st.form_submit_button(tr("Lưu hồ sơ"), type="primary", on_click=_save, args=(item,))


def _draw_field(item: Item, field: str) -> None:
    label = capitalised(tr(FIELD_LABELS[field]))
    if field in item.doubtful:
        label = tr("{field} (nên kiểm tra)", field=label)
    is_day = field in ("date", "event_date")
    st.text_input(
        escape_label(label),
        value=type_out(item.metadata, field),
        key=_key(item, field),
        placeholder=tr("ngày/tháng/năm, như 15/5/2016") if is_day else None,
    )


def type_out(record: Metadata, field: str) -> str:
    """The value of *field* as a person would type it."""
    value = getattr(record, field)
    if isinstance(value, datetime.date):
        return describe_day(value)
    return "; ".join(value) if isinstance(value, tuple) else value or ""


def _key(item: Item, field: str) -> str:
    """Of a box: once the record says otherwise it is another box, and shows what it says now."""
    return f"vk-ho-so {item.id} {field} {type_out(item.metadata, field)}"


def _save(item: Item) -> None:
    typed = {field: str(st.session_state.get(_key(item, field), "")) for field in CORRECTABLE}
    changed = {field: words for field, words in typed.items() if words.strip() != type_out(item.metadata, field)}
    act(partial(correct_record, item.id, changed) if changed else _say_unchanged)


def _say_unchanged() -> Told:
    return Told(tr("Chưa có mục nào khác đi nên không sửa gì. Nếu hồ sơ đúng, hãy bấm Đã xem, đúng cả."))


def _draw_corrected(item: Item) -> None:
    """What persons corrected, what the program had read, and the way back to it."""
    for one in list_corrections(item.id) if item.corrected else ():
        with st.container(horizontal=True, vertical_alignment="center", key=f"vk-da-sua-{one.field}"):
            name = capitalised(tr(FIELD_LABELS[one.field]))
            values = {"field": name, "value": say_value(one.value), "read": say_value(one.read)}
            draw_aside(tr("{field}: người sửa ghi “{value}”, máy đọc “{read}”.", **values))
            undo = partial(undo_correction, item.id, one.field)
            st.button(tr("Trở về như máy đọc"), on_click=act, args=(undo,), key=f"vk-bo-sua-{one.field}")


# --- collections -----------------------------------------------------------------------------------------


def _draw_collections(item: Item, collections: Sequence[Collection]) -> None:
    """Those it lies in, to be pressed and released, and a place for the name of a new one."""
    key = f"vk-bo {item.id} {item.collections}"
    with st.form("vk-xep-bo", border=False):
        if collections:
            st.pills(
                tr("Bộ sưu tập (bấm để chọn, bấm lần nữa để bỏ)"),
                [one.name for one in collections],
                selection_mode="multi",
                default=list(item.collections),
                format_func=escape_label,
                key=key,
            )
        with st.container(horizontal=True, vertical_alignment="bottom"):
            st.text_input(tr("Bộ sưu tập mới (nếu cần)"), placeholder=tr("Ví dụ: Công tác dân vận"), key=f"{key} moi")
            st.form_submit_button(tr("Lưu bộ sưu tập"), on_click=_put, args=(item, key))


def _put(item: Item, key: str) -> None:
    new = str(st.session_state[f"{key} moi"]).strip()
    names = [*st.session_state.get(key, ()), *([new] if new else [])]
    act(partial(put_into_collections, item, names))


def _draw_several(chosen: Sequence[Item], collections: Sequence[Collection]) -> None:
    draw(element("h2", escape(tr("{count} văn bản đã chọn", count=len(chosen))), class_="vk-ten-van-ban"))
    ids, key = [one.id for one in chosen], "vk-bo-nhieu"
    with st.form("vk-xep-bo", border=False):
        if collections:
            names = [one.name for one in collections]
            st.pills(tr("Xếp vào bộ sưu tập"), names, format_func=escape_label, key=key)
        with st.container(horizontal=True, vertical_alignment="bottom"):
            st.text_input(tr("Bộ sưu tập mới (nếu cần)"), placeholder=tr("Ví dụ: Công tác dân vận"), key=f"{key} moi")
            st.form_submit_button(tr("Xếp vào"), on_click=_add, args=(ids, key))
    remove = partial(remove_documents, ids)
    words = tr("Bỏ {count} văn bản khỏi thư viện", count=len(ids))
    st.button(words, on_click=act, args=(remove,), icon=":material/delete:", key="vk-bo-khoi")


def _add(ids: Sequence[str], key: str) -> None:
    name = str(st.session_state[f"{key} moi"]).strip() or st.session_state.get(key) or ""
    act(partial(add_to_collection, name, ids))
