"""What is held as a table: sorted by a press on a column, narrowed by a few words, chosen by a press on a row."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

import pandas as pd
import streamlit as st

from ingest.describe import describe_date
from ingest.language import tr
from ingest.review import FIELD_LABELS
from ingest.spelling import fold
from ingest.store.inventory import Item
from ui.frame import READ, draw_aside, draw_notice, may_change
from ui.library_acts import CHOSEN
from ui.library_data import Holdings, read_moment

NOTHING_HELD = "Thư viện chưa có văn bản. Hãy bấm mục Thêm văn bản ở trên."
NOTHING_FITS = "Không có văn bản nào khớp. Hãy gõ ít chữ hơn, hoặc chọn Tất cả."
HOW_TO_READ = "Bấm Mở để đọc; bấm tên cột để sắp xếp."
HOW = "Bấm Mở để đọc; bấm ô vuông đầu dòng để sửa, xếp bộ sưu tập hoặc bỏ; bấm tên cột để sắp xếp."
KINDS: Mapping[str, tuple[str, Callable[[Item], bool]]] = {
    "all": ("Tất cả", lambda _: True),
    "doubtful": ("Cần xem lại", lambda one: bool(one.doubts)),
    "fetched": ("Tải từ cổng văn bản", lambda one: one.fetched_from is not None),
}
TYPED, KIND, COLLECTION = "vk-thu-hep", "vk-loai-van-ban", "vk-bo-dang-xem"
_PRESSED, _OPENED = "vk-bam-mo", "vk-mo-de-doc"
_HEIGHT = 330


def draw_table(holdings: Holdings) -> list[Item]:
    """The documents that fit what was typed and chosen; those of them whose rows are marked."""
    if opened := st.session_state.pop(_OPENED, None):
        st.switch_page(READ, query_params={"doc": opened})
    if not holdings.items:
        draw_notice(tr(NOTHING_HELD))
        return []
    items = _narrow(holdings)
    if not items:
        draw_notice(tr(NOTHING_FITS))
        return []
    ids = [one.id for one in items]
    chosen = find_rows(ids, st.session_state.get(CHOSEN, []))
    if len(items) == 1 and st.session_state.get(TYPED):
        chosen = [0]
    changing = may_change()
    draw_aside(tr(HOW if changing else HOW_TO_READ))
    look: dict[str, Any] = {
        "hide_index": True,
        "height": min(_HEIGHT, 40 + 36 * len(items)),
        "row_height": 36,
        "placeholder": "",
        "column_config": _columns(ids),
        "key": f"vk-bang {zlib.crc32(repr(ids).encode())}",  # of other rows the marks would mean something else
        "alt": tr("Danh sách văn bản trong thư viện, {count} dòng", count=len(items)),
    }
    if not changing:
        st.dataframe(make_frame(items), **look)
        return []
    event = st.dataframe(
        make_frame(items),
        on_select="rerun",
        selection_mode="multi-row",
        selection_default={"selection": {"rows": chosen}},
        **look,
    )
    rows: Sequence[int] = event["selection"]["rows"]
    marked = [items[row] for row in rows if row < len(items)]
    st.session_state[CHOSEN] = [one.id for one in marked]
    return marked


def find_rows(ids: Sequence[str], chosen: Sequence[str]) -> list[int]:
    """Where those that are *chosen* stand among *ids*; in one go, as all of ten thousand may be chosen."""
    rows = {one: row for row, one in enumerate(ids)}
    return [rows[one] for one in chosen if one in rows]


def choose_alone(document_id: str) -> None:
    """Begin with one document chosen, and with nothing that narrows the list away from it."""
    for narrowing in (TYPED, KIND, COLLECTION):
        st.session_state.pop(narrowing, None)
    st.session_state[CHOSEN] = [document_id]


def _note_opened(ids: Sequence[str]) -> None:
    """A callback may not leave the page: the run that follows does."""
    st.session_state[_OPENED] = ids[st.session_state[_PRESSED].row]


def _narrow(holdings: Holdings) -> list[Item]:
    """Those that need a look first, then the newest."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="vk-loc-thu-vien"):
        typed = st.text_input(
            tr("Thu hẹp danh sách"), key=TYPED, placeholder=tr("Số ký hiệu, vài chữ của trích yếu, cơ quan, năm")
        )
        if holdings.collections:
            names = [one.name for one in holdings.collections]
            collection = st.selectbox(
                tr("Bộ sưu tập"), ["", *names], format_func=lambda name: name or tr("Mọi văn bản"), key=COLLECTION
            )
        else:
            collection = ""
    fits = KINDS[_choose_kind(holdings.items)][1]
    found = [
        one
        for one in holdings.items
        if fits(one) and matches(one, typed) and (not collection or collection in one.collections)
    ]
    newest = sorted(found, key=lambda one: one.added_at, reverse=True)
    return sorted(newest, key=lambda one: not one.doubts)


def _choose_kind(items: Sequence[Item]) -> str:
    """Which of ``KINDS`` to list; nothing is asked where there is but one."""
    counts = {kind: sum(map(fits, items)) for kind, (_, fits) in KINDS.items()}
    offered = [one for one, count in counts.items() if count or one == "all"]
    if len(offered) == 1:
        return offered[0]
    kind = st.segmented_control(
        tr("Loại danh sách"),
        offered,
        format_func=lambda one: f"{tr(KINDS[one][0])} ({counts[one]})",
        default="all",
        required=True,
        key=KIND,
        label_visibility="collapsed",
        wrap=True,
    )
    return kind or "all"


def matches(item: Item, typed: str) -> bool:
    """Whether every word that was *typed* begins one of the record, with or without accents; a part of a sign, too."""
    record = item.metadata
    said = (record.label, record.issuer, record.signer, describe_date(record), record.source, *item.collections)
    whole = fold(" ".join(part for part in said if part))
    starts = (rf"(?<!\w){word}" if word.isalpha() else re.escape(word) for word in fold(typed).split())
    return all(re.search(one, whole) for one in starts)


def make_frame(items: Sequence[Item]) -> pd.DataFrame:
    """A row a document; dates are dates, so that they sort as such."""
    records = [one.metadata for one in items]
    rows = {
        "open": [tr("Mở")] * len(items),
        "number": [one.number or "" for one in records],
        "date": pd.to_datetime(pd.Series([one.date or one.event_date for one in records], dtype="object")),
        "type": [one.type or "" for one in records],
        "title": [one.title or one.name for one in records],
        "doubts": [say_doubts(one) for one in items],
        "issuer": [one.issuer or "" for one in records],
        "collections": [", ".join(one.collections) for one in items],
        "added": pd.to_datetime(pd.Series([read_moment(one.added_at).date() for one in items], dtype="object")),
        "source": [say_source(one) for one in items],
    }
    return pd.DataFrame(rows)


def say_doubts(item: Item) -> str:
    """What to look at, in a few words; empty where nothing is in doubt."""
    if not item.doubts:
        return ""
    return ", ".join(tr(FIELD_LABELS[field]) for field in item.doubtful) or tr("xem ghi chú")


def say_source(item: Item) -> str:
    """The file, or the portal that it was fetched from."""
    if item.fetched_from:
        return tr("tải từ {host}", host=urlsplit(item.fetched_from).hostname)
    return item.metadata.source or ""


def _columns(ids: Sequence[str]) -> dict[str, Any]:
    """Widths in pixels."""
    text, day = st.column_config.TextColumn, st.column_config.DateColumn
    of_meeting = tr("Văn bản không ghi thì là ngày họp.")
    return {
        "open": st.column_config.ButtonColumn(
            tr("Đọc"), width=64, type="tertiary", pinned=True, on_click=_note_opened, args=(ids,), key=_PRESSED
        ),
        "number": text(tr("Số, ký hiệu"), width=150),
        "date": day(tr("Ngày ban hành"), format="DD/MM/YYYY", width=140, help=of_meeting),
        "type": text(tr("Loại"), width=120),
        "title": text(tr("Trích yếu"), width=360),
        "doubts": text(tr("Cần xem lại"), width=190),
        "issuer": text(tr("Cơ quan ban hành"), width=190),
        "collections": text(tr("Bộ sưu tập"), width=150),
        "added": day(tr("Ngày thêm"), format="DD/MM/YYYY", width=120),
        "source": text(tr("Nguồn"), width=220),
    }
