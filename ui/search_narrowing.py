"""How a search was read, what its results can be narrowed by, what they are narrowed by, and what would loosen that."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import streamlit as st

from index.query import Query
from index.searching.facets import DOCUMENT, FACETS
from index.searching.request import Request
from ingest.language import tr
from ui.frame import draw, draw_aside
from ui.search_found import Shown
from ui.search_state import add_choice, choose, drop, drop_all, find_new, lift_conditions, name_pills, take_as_typed
from ui.search_words import name_facet, name_value, say_number
from ui.verbatim import Mark, element, escape, join, render
from ui.words import escape_label, shortened

AS_TYPED = "bỏ, tìm đúng như đã gõ"
AS_UNDERSTOOD = "tìm theo cách hiểu"
IN_ALL = "bỏ điều kiện, tìm trong mọi văn bản"
NARROW_BY = "Lọc theo:"
NEW_SINCE = "Văn bản mới từ lần xem trước (bấm để chỉ xem văn bản ấy):"
NOTHING_LEFT = "Không còn đoạn nào sau khi lọc. Hãy bỏ bớt một điều đã chọn:"
_MOST_NEW = 10


def draw_reading(request: Request, query: Query) -> None:
    """What was searched for where that is not what was typed, and the conditions that were read in it, to be undone."""
    rewritten = " ".join(query.understood.split()).casefold() != " ".join(query.typed.split()).casefold()
    if request.literal or rewritten:
        marks = [Mark(start, end, "strong") for start, end in query.changed]
        said = join([escape(tr("Đã hiểu: ")), render(query.understood, marks), escape(" ·")])
        with st.container(key="vk-hieu", horizontal=True, vertical_alignment="center", gap="small"):
            words = escape(tr("Đang tìm đúng như đã gõ ·")) if request.literal else said
            draw(element("p", words), width="content")
            label = tr(AS_UNDERSTOOD) if request.literal else tr(AS_TYPED)
            other = not request.literal
            st.button(label, key="vk-doi-cach-hieu-tim", type="tertiary", on_click=take_as_typed, args=(other,))
    binding = [one.words for one in query.conditions if one.binding or one.pressed]
    if binding:
        with st.container(key="vk-buoc", horizontal=True, vertical_alignment="center", gap="small"):
            kept = element("strong", escape("; ".join(binding)))
            draw(element("p", escape(tr("Chỉ tìm: ")), kept, escape(" ·")), width="content")
            st.button(tr(IN_ALL), key="vk-bo-dieu-kien-tim", type="tertiary", on_click=lift_conditions)


def draw_new(shown: Shown) -> None:
    """The documents that came since the search was looked at last, each with the way to what of it matches."""
    new = [one for one in find_new() if one in shown.documents]
    if not new:
        return
    draw_aside(tr(NEW_SINCE))
    with st.container(key="vk-moi-tim", gap=None):
        for one in new[:_MOST_NEW]:
            label = escape_label(shown.documents[one])
            st.button(label, key=f"vk-moi-{one}", type="tertiary", on_click=add_choice, args=((DOCUMENT, one),))


def draw_facets(shown: Shown) -> None:
    """A press for each facet that tells results apart, with its values and how many there are of each."""
    with st.container(key="vk-mat", horizontal=True, vertical_alignment="center"):
        draw(element("p", escape(tr(NARROW_BY))), width="content")
        for facet in FACETS:
            offered = {one.value: one.count for one in shown.offered[facet.key]}
            if len(offered) < 2 and not any(key == facet.key for key, _ in shown.without):
                continue
            with st.popover(name_facet(facet.key), key=f"vk-mat-{facet.key}"):
                st.pills(
                    tr("{facet} (bấm để chọn, bấm lần nữa để bỏ)", facet=name_facet(facet.key)),
                    list(offered),
                    selection_mode="multi",
                    format_func=partial(_label, shown, facet.key, offered),
                    key=name_pills(facet.key),
                    on_change=choose,
                    args=(facet.key,),
                    persist_state="session",
                )


def _label(shown: Shown, key: str, counts: Mapping[str, int], value: str) -> str:
    return escape_label(f"{name_value((key, value), shown.documents)} ({say_number(counts[value])})")


def draw_chosen(request: Request, shown: Shown) -> None:
    """What the results are narrowed by: each a chip that takes itself off."""
    if not request.chosen:
        return
    with st.container(key="vk-the-loc", horizontal=True, vertical_alignment="center", gap="small"):
        for place, choice in enumerate(request.chosen):
            said = f"{name_facet(choice[0])}: {shortened(name_value(choice, shown.documents))}"
            st.button(
                escape_label(said),
                key=f"vk-bo-loc-{place}",
                icon=":material/close:",
                help=tr("Bấm để bỏ điều đã chọn này"),
                on_click=drop,
                args=(choice,),
            )
        if len(request.chosen) > 1:
            st.button(tr("Bỏ tất cả"), key="vk-bo-loc-het", type="tertiary", on_click=drop_all)


def draw_loosening(request: Request, shown: Shown) -> None:
    """That nothing is left, and what taking back each choice would give."""
    draw_aside(tr(NOTHING_LEFT))
    for place, choice in enumerate(request.chosen):
        name = f"{name_facet(choice[0])}: {shortened(name_value(choice, shown.documents))}"
        count = shown.without[choice]
        unit = tr("{count} văn bản", count=count) if request.grouped else tr("{count} đoạn", count=count)
        label = escape_label(tr("Bỏ “{name}”: còn {unit}", name=name, unit=unit))
        st.button(label, key=f"vk-noi-{place}", type="tertiary", on_click=drop, args=(choice,))
    st.button(tr("Bỏ tất cả"), key="vk-noi-het", on_click=drop_all)
