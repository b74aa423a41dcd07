"""Quotes drawn as cards, each with the way to its place; and our own words on what is not held, apart from them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import streamlit as st

from index.digests.find import DigestHit
from index.naming.conditions import Condition
from index.quotes import Copy, Quote
from ingest.language import tr
from ingest.records import DigestParagraph
from ui import services
from ui.cards import ALSO, label_copy, label_place, lay_out_quote
from ui.collecting import Taken, draw_collecting
from ui.frame import READ, draw, draw_aside
from ui.margin import SIMILAR, SIMILAR_LIST
from ui.matched import Finder
from ui.reading import query_place
from ui.record import lay_out_digest_card
from ui.understood import say_unknown
from ui.verbatim import element, escape
from ui.words import escape_label

FROM_DIGESTS = "Văn bản liên quan, thư viện chưa có nguyên văn"
MORE = "Xem thêm các đoạn liên quan"


def group_by_unknown(found: Sequence[Quote], held_to: Sequence[Condition]) -> list[tuple[str | None, Quote]]:
    """Those that meet the conditions first, then those whose record does not say; a heading where a group begins."""
    unknown = {id(one): say_unknown(held_to, one.metadata) for one in found}
    ordered = sorted(found, key=lambda one: unknown[id(one)] or "")
    headings = [unknown[id(one)] for one in ordered]
    before = [None, *headings]
    return [(now if now != last else None, one) for one, now, last in zip(ordered, headings, before, strict=False)]


def draw_quotes(quotes: Sequence[Quote], held_to: Sequence[Condition], find: Finder, key: str = "") -> None:
    """Each quote as a card, headed by the way to its place in the document.

    Args:
        held_to: Conditions on documents; those whose record does not say come last, under a heading.
        key: Sets its cards apart from those of the other lists of a page.
    """
    shown: list[Quote | Copy] = [*quotes, *(copy for quote in quotes for copy in quote.also)]
    spans = services.find_spans((one.document, one.address) for one in shown)

    def link_to(one: Quote | Copy) -> dict[str, str]:
        whole = spans.get((one.document, one.address))
        return query_place(one.document, one.address, (one.start, one.end), whole)

    for place, (heading, quote) in enumerate(group_by_unknown(quotes, held_to), start=1):
        if heading:
            draw(element("h2", escape(heading), class_="vk-khong-ro"))
        with st.container(border=True, key=f"vk-doan-{key}{place}"):
            st.page_link(READ, label=label_place(quote), icon=":material/menu_book:", query_params=link_to(quote))
            draw(lay_out_quote(quote, find))
            if quote.also:
                with st.container(key=f"vk-cung-{key}{place}", gap=None):
                    draw_aside(tr(ALSO))
                    for copy in quote.also:
                        st.page_link(READ, label=label_copy(copy), query_params=link_to(copy))
            with st.container(key=f"vk-cung-tuong-tu-{key}{place}", horizontal=True, vertical_alignment="center"):
                st.page_link(READ, label=tr(SIMILAR), query_params=link_to(quote) | {"list": SIMILAR_LIST})
                taken = Taken(quote.document, quote.address, (quote.start, quote.end), quote.text)
                draw_collecting(taken, f"{key}{place}")


def draw_further(quotes: Sequence[Quote], held_to: Sequence[Condition], find: Finder) -> None:
    """The next quotes in a list to be opened; nothing where there are none."""
    if quotes:
        with st.container(key="vk-them"), st.expander(f"{tr(MORE)} ({len(quotes)})"):
            draw_quotes(quotes, held_to, find, "them-")


def draw_digests(digests: Sequence[DigestHit], heading: str = FROM_DIGESTS, key: str = "") -> None:
    """Our own words on documents that are not held, a card for each, apart from the quotes and under their label."""
    if digests and heading:
        st.subheader(tr(heading), anchor=False)
    for place, (_, hits) in enumerate(groupby(digests, key=lambda hit: hit.record.id), start=1):
        told = list(hits)
        record = told[0].record
        with st.container(border=True, key=f"vk-doan-tom-luoc-{key}{place}"):
            label = escape_label(tr("Mở hồ sơ {name}", name=told[0].name))
            st.page_link(READ, label=label, icon=":material/article:", query_params={"doc": record.id})
            paragraphs = [DigestParagraph(hit.heading, hit.text) for hit in told]
            draw(lay_out_digest_card(record, paragraphs, told[0].standing))
