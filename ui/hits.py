"""The list under the answer: the next passages, each with its document, its place and the words that matched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

import streamlit as st

from index.naming.conditions import Condition
from index.quotes import Quote
from index.search import Hit
from ingest.addresses import describe
from ingest.describe import describe_date
from ingest.models import Metadata
from ui import services
from ui.cards import lay_out_ended
from ui.frame import READ, draw
from ui.matched import Finder, mark_matched, say_meaning_only
from ui.reading import query_place
from ui.understood import say_unknown
from ui.verbatim import Html, element, escape, render
from ui.words import escape_label

MORE = "Xem thêm các đoạn liên quan"


class _Dated(Protocol):
    @property
    def metadata(self) -> Metadata: ...


_Found = TypeVar("_Found", bound=_Dated)


def group_by_unknown(found: Sequence[_Found], held_to: Sequence[Condition]) -> list[tuple[str | None, _Found]]:
    """Those that meet the conditions first, then those whose record does not say; a heading where a group begins."""
    unknown = {id(one): say_unknown(held_to, one.metadata) for one in found}
    ordered = sorted(found, key=lambda one: unknown[id(one)] or "")
    headings = [unknown[id(one)] for one in ordered]
    before = [None, *headings]
    return [(now if now != last else None, one) for one, now, last in zip(ordered, headings, before, strict=False)]


def list_further(hits: Iterable[Hit], quotes: Sequence[Quote]) -> list[Hit]:
    """The hits that do not stand in any of the *quotes*."""
    return [hit for hit in hits if not any(_stands_in(hit, quote) for quote in quotes)]


def draw_further(hits: Sequence[Hit], held_to: Sequence[Condition], find: Finder) -> None:
    """The hits in a list to be opened, each with the way to its place.

    Args:
        held_to: Conditions on documents; those whose record does not say come last, under a heading.
    """
    if not hits:
        return
    spans = services.find_spans((hit.passage.document_id, hit.passage.address) for hit in hits)
    with st.container(key="vk-them"), st.expander(f"{MORE} ({len(hits)})"):
        for place, (heading, hit) in enumerate(group_by_unknown(hits, held_to), start=1):
            draw_unknown(heading)
            passage = hit.passage
            whole = spans.get((passage.document_id, passage.address))
            link = query_place(passage.document_id, passage.address, (passage.start, passage.end), whole)
            with st.container(border=True, key=f"vk-doan-them-{place}"):
                label = escape_label(f"Mở {describe(passage.address)} trong văn bản")
                st.page_link(READ, label=label, icon=":material/menu_book:", query_params=link)
                draw(lay_out_hit(hit, find))


def draw_unknown(heading: str | None) -> None:
    """The heading over documents whose record does not say what a condition asks."""
    if heading:
        draw(element("h2", escape(heading), class_="vk-khong-ro"))


def lay_out_hit(hit: Hit, find: Finder) -> Html:
    """The card of a hit: its document, its words with those that matched, or that only the meaning did."""
    text = hit.passage.text
    return element(
        "div",
        element("div", escape(f"{hit.metadata.name} ({describe_date(hit.metadata)})"), class_="vk-phu"),
        lay_out_ended(hit.metadata),
        element("blockquote", render(text, mark_matched(text, find)), class_="vk-trich", lang="vi"),
        say_meaning_only(text, find),
        class_="vk-the",
    )


def _stands_in(hit: Hit, quote: Quote) -> bool:
    """Whether a quote shows the passage: as its own words, in its list, or as a copy that it names."""
    passage = hit.passage
    shown = [(quote.document, quote.start, quote.end)]
    shown += [(quote.document, item.start, item.end) for item in quote.items]
    shown += [(copy.document, copy.start, copy.end) for copy in quote.also]
    return any(
        passage.document_id == document and start <= passage.start and passage.end <= end
        for document, start, end in shown
    )
