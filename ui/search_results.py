"""Results drawn: each with the way to its place, its document and day, whether that stands, the words that match."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from index.answering.matched import Spans, find_matched
from index.brief_names import name_briefly
from index.describe import MEANING_ONLY
from index.query import Query
from index.searching.excerpts import find_excerpt
from index.searching.facets import DOCUMENT
from index.searching.values import Result
from ingest.addresses import describe
from ingest.catalog import find_record_by_id
from ingest.describe import describe_date
from ingest.describe_record import DIGEST_LABEL
from ingest.language import tr
from ingest.models import Passage
from ui import services
from ui.cards import lay_out_table_header
from ui.collecting import Taken, draw_collecting
from ui.frame import READ, draw
from ui.reading import query_place
from ui.search_found import read_passages
from ui.search_state import add_choice
from ui.search_words import say_number
from ui.standing import lay_out_badge
from ui.verbatim import Html, Mark, element, escape, render
from ui.words import escape_label

NEW = "Mới"
_CUT = "…"


@dataclass(frozen=True, slots=True)
class Drawing:
    """How results are drawn.

    Attributes:
        query: Whose words are marked.
        grouped: Whether they are gathered by document.
        new: Ids of the documents that are called new.
        key: Sets the cards apart from those of another list on the page.
    """

    query: Query
    grouped: bool = False
    new: Collection[str] = ()
    key: str = ""


def draw_results(items: Sequence[tuple[Result, int]], drawing: Drawing) -> None:
    """Each result as a card; of a document whose results are gathered its first one, and the way to all of them.

    Args:
        items: Results, each with how many there are of its document.
    """
    passages = read_passages(one for one, _ in items)
    spans = services.find_spans((one.document_id, one.address) for one in passages.values())
    for place, (one, count) in enumerate(items, start=1):
        passage = passages.get(one.number) if one.source.kind == "text" else None
        if passage is None and one.source.kind == "text":
            continue  # removed while we looked
        with st.container(border=True, key=f"vk-doan-tim-{drawing.key}{place}"):
            if passage:
                _draw_passage(one, passage, spans, drawing)
                span = passage.start, passage.end
                taken = Taken(passage.document_id, passage.address, span, passage.text)
                draw_collecting(taken, f"tim-{drawing.key}{place}")
            else:
                _draw_digest(one, drawing.query)
            if drawing.grouped and count > 1:
                label = tr("Xem cả {number} đoạn khớp của văn bản này", number=say_number(count))
                choice = (DOCUMENT, one.source.id)
                st.button(
                    label, key=f"vk-ca-{drawing.key}{place}", type="tertiary", on_click=add_choice, args=(choice,)
                )


def _draw_passage(
    one: Result, passage: Passage, spans: Mapping[tuple[str, str], tuple[int, int]], drawing: Drawing
) -> None:
    place = describe(passage.address)
    label = one.source.metadata.label if drawing.grouped else tr("Mở {place} trong văn bản", place=place)
    whole = spans.get((passage.document_id, passage.address))
    link = query_place(passage.document_id, passage.address, (passage.start, passage.end), whole)
    st.page_link(READ, label=escape_label(label), icon=":material/menu_book:", query_params=link)
    new = one.source.id in drawing.new
    draw(lay_out_passage(one, passage, drawing.query, place if drawing.grouped else "", new))


def lay_out_passage(one: Result, passage: Passage, query: Query, place: str = "", new: bool = False) -> Html:
    """The card of a passage: its document, whether that stands, what it stands under, its words.

    Args:
        place: Said beside the day, where the name of the document stands above.
    """
    record, text = one.source.metadata, passage.text
    matched = find_matched(query, text)
    start, end = find_excerpt(text, matched)
    above = [_lay_out_marked("div", heading, query, "vk-tren") for heading in passage.headings]
    named = escape(place) if place else _mark(record.label, find_matched(query, record.label))
    tag = element("strong", escape(tr(NEW)), class_="vk-moi") if new else Html("")
    said = (matched, *(find_matched(query, words) for words in (*passage.headings, record.label)))
    only_meant = not any(said) and not query.targets
    return element(
        "div",
        element("div", tag, named, escape(f" ({describe_date(record)})"), class_="vk-phu"),
        lay_out_badge(name_briefly(record), one.source.standing),
        *above,
        lay_out_table_header(passage.table_header),
        element(
            "blockquote",
            escape(_CUT if start else ""),
            render(text, _marks(matched), start, end),
            escape(_CUT if end < len(text) else ""),
            class_="vk-trich",
            lang="vi",
        ),
        element("p", escape(f"{tr(MEANING_ONLY)}."), class_="vk-phu vk-theo-nghia") if only_meant else Html(""),
        class_="vk-the",
    )


def _draw_digest(one: Result, query: Query) -> None:
    record = find_record_by_id(one.source.id)
    if record is None:
        return
    told = record.digest[one.number]
    label = escape_label(tr("Mở hồ sơ {name}", name=record.name))
    st.page_link(READ, label=label, icon=":material/article:", query_params={"doc": record.id})
    heading = element("strong", escape(f"{told.heading}. "))
    draw(
        element(
            "div",
            element("div", escape(f"{record.metadata.label} ({describe_date(record.metadata)})"), class_="vk-phu"),
            element("p", escape(tr(DIGEST_LABEL)), class_="vk-nhan"),
            lay_out_badge(name_briefly(record), one.source.standing),
            element("p", heading, _mark(told.text, find_matched(query, told.text))),
            class_="vk-tom-luoc",
        )
    )


def _lay_out_marked(tag: str, text: str, query: Query, css: str) -> Html:
    return element(tag, _mark(text, find_matched(query, text)), class_=css, lang="vi")


def _mark(text: str, matched: Spans) -> Html:
    return render(text, _marks(matched))


def _marks(matched: Spans) -> list[Mark]:
    return [Mark(start, end, "mark", "vk-khop") for start, end in matched]
