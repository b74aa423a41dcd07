"""Documents that were asked for, as a list to open; and documents side by side."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from index.answer import Answer
from index.answering.listing import Listed, Listing
from index.brief_names import name_briefly
from index.compare import Side
from index.describe_documents import NARROW, Group, group_listed, say_facts
from index.describe_validity import say_named_badge
from index.ways import Way
from ingest.language import tr
from ui.cards import CONFIDENCE
from ui.frame import COMPARE, MISSING, READ, draw, draw_aside, draw_notice
from ui.matched import Finder, find_none
from ui.quotes import draw_digests, draw_quotes
from ui.standing import lay_out_told
from ui.verbatim import element, escape
from ui.words import escape_label

NONE_LISTED = (
    "Hãy bỏ bớt điều kiện rồi hỏi lại, hoặc mở trang Văn bản để xem thư viện đang có những văn bản nào. "
    "Nếu còn thiếu văn bản, hãy thêm tệp ở trang Thư viện."
)
_PAGES = {"compare": (COMPARE, ":material/compare_arrows:"), "missing": (MISSING, ":material/playlist_add:")}
_MOST_UNFOLDED = 200
"""Links that a page draws at once, beyond those shown at first sight."""


def draw_listing(answer: Answer, listing: Listing, find: Finder) -> None:
    """How many there are, then each document as one press, with its quote where a topic was asked for."""
    if answer.confidence:
        draw_aside(tr(CONFIDENCE[answer.confidence]))
    st.subheader(escape_label(answer.introduction), anchor=False)
    if not listing.documents:
        draw_aside(tr(NONE_LISTED))
    of = {quote.document: quote for quote in answer.quotes}
    for number, group in enumerate(group_listed(listing), start=1):
        if group.heading:
            draw(element("h2", escape(group.heading), class_="vk-khong-ro"))
        for place, listed in enumerate(group.first, start=1):
            _draw_listed(listed, f"{number}-{place}", quoted=listed.id in of)
            if listed.id in of:
                draw_quotes([of[listed.id]], (), find, f"{number}-{place}-")
        _draw_rest(group, number)
    draw_digests(answer.digests)


def _draw_rest(group: Group, number: int) -> None:
    """The documents beyond the first, folded; where even they are too many, how to ask for fewer."""
    if not group.rest:
        return
    with st.expander(tr("Xem thêm {count} văn bản", count=len(group.rest))):
        for place, listed in enumerate(group.rest[:_MOST_UNFOLDED], start=1):
            _draw_listed(listed, f"{number}-them-{place}")
        if (left := len(group.rest) - _MOST_UNFOLDED) > 0:
            draw_aside(f"{tr('Còn {count} văn bản nữa.', count=left)} {tr(NARROW)}.")


def _draw_listed(listed: Listed, key: str, quoted: bool = False) -> None:
    """Its name, which opens its text or its record, and what it is known by; a quote says itself whether it stands."""
    with st.container(key=f"vk-doan-ke-{key}"):
        _draw_link(listed.metadata.label, listed.id, listed.held)
        draw_aside(say_facts(listed))
        if not quoted:
            words = say_named_badge(name_briefly(listed.metadata), listed.standing)
            draw(lay_out_told(words, listed.standing))


def _draw_link(name: str, document: str, held: bool) -> None:
    icon = ":material/menu_book:" if held else ":material/article:"
    st.page_link(READ, label=escape_label(name), icon=icon, query_params={"doc": document})


def draw_ways(ways: Sequence[Way]) -> None:
    """The pages to go on to, each as one press."""
    for way in ways:
        old_and_new = dict(zip(("old", "new"), way.documents, strict=False))
        page, icon = _PAGES[way.page]
        st.page_link(page, label=escape_label(way.words), icon=icon, query_params=old_and_new)


def draw_sides(answer: Answer) -> None:
    """What there is of each document, two beside one another; a narrow page puts them one under the other."""
    draw_notice(answer.introduction)
    draw_ways(answer.ways)
    for first in range(0, len(answer.sides), 2):
        columns = st.columns(2)
        for place, (column, side) in enumerate(zip(columns, answer.sides[first : first + 2], strict=False), first + 1):
            with column:
                _draw_side(side, f"{place}-")


def _draw_side(side: Side, key: str) -> None:
    if side.document:
        with st.container(key=f"vk-doan-ke-{key}"):
            _draw_link(side.name, side.document, held=bool(side.quotes))
    else:
        draw(element("h2", escape(side.name), class_="vk-khong-ro"))
    for note in side.notes:
        draw_notice(note)
    draw_quotes(side.quotes, (), find_none, key)
    draw_digests(side.digests, "", key)
