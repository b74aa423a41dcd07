"""The held documents to choose from, those added last first; where there are many, by sign or words of the name."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from index.graph import Node
from ingest.language import tr
from ingest.models import Metadata
from ui.frame import draw, draw_aside
from ui.reading import lay_out_shelf
from ui.relations_finding import find_matches

_AT_ONCE = 40
_BOX, _SHOWN = "vk-tim-tren-ke", "vk-so-tren-ke"
NONE_FITS = "Không có văn bản nào khớp “{typed}”. Hãy gõ số ký hiệu, hoặc ít chữ của tên hơn."


def draw_shelf(held: Sequence[tuple[str, Metadata]]) -> None:
    """One press each for *held*, id and record in the order of arrival."""
    typed = _ask() if len(held) > _AT_ONCE else ""
    fitting = _find(typed, held) if typed else held[::-1]
    if not fitting:
        draw_aside(tr(NONE_FITS, typed=typed))
        return
    shown = fitting[: st.session_state.setdefault(_SHOWN, _AT_ONCE)]
    as_added = not typed and len(fitting) > 1
    draw_aside(tr("Chọn một văn bản để đọc, mới thêm đứng trước:") if as_added else tr("Chọn một văn bản để đọc:"))
    draw(lay_out_shelf(shown))
    if left := len(fitting) - len(shown):
        st.button(tr("Xem thêm (còn {count} văn bản)", count=left), on_click=_show_more, key="vk-them-tren-ke")


def _ask() -> str:
    with (
        st.container(key="vk-tim-van-ban"),
        st.form("vk-phieu-ke", border=False),
        st.container(horizontal=True, vertical_alignment="bottom"),
    ):
        typed = st.text_input(tr("Văn bản (gõ số ký hiệu hoặc vài chữ của tên)"), key=_BOX)
        st.form_submit_button(tr("Tìm"), on_click=_begin_anew)
    return typed.strip()


def _find(typed: str, held: Sequence[tuple[str, Metadata]]) -> list[tuple[str, Metadata]]:
    records = dict(held)
    nodes = (Node(key, one.label, one.number, one.type, one.title, one.date, "held") for key, one in reversed(held))
    return [(node.id, records[node.id]) for node in find_matches(typed, nodes).nodes]


def _begin_anew() -> None:
    st.session_state[_SHOWN] = _AT_ONCE


def _show_more() -> None:
    st.session_state[_SHOWN] += 5 * _AT_ONCE
