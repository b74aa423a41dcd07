"""The answer of relations: which documents one cites, or which cite it, each one press away, with its sentences."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from index.answer import Answer
from index.as_of import TOLD_LATER
from index.describe_relations import (
    AMBIGUOUS,
    KNOWN,
    UNKNOWN,
    say_clauses,
    say_doubt,
    say_found,
    say_standing_of,
    say_stated,
)
from index.doubts import name_node
from index.graph import Node
from index.referring import Party, Said
from index.relations import Relations
from ingest.addresses import describe
from ingest.language import tr
from ingest.reference import refer
from ui import services
from ui.frame import READ, draw, draw_aside, draw_notice
from ui.margin import lay_out_sentence
from ui.reading import query_place
from ui.standing import lay_out_told
from ui.verbatim import element, escape
from ui.words import capitalised, escape_label

_AT_ONCE, _MOST_UNFOLDED, _MOST_SAID = 20, 100, 3
NONE_FOUND = (
    "Chưa thấy không có nghĩa là không có: có thể thư viện còn thiếu văn bản. Hãy thêm tệp ở trang Thư viện, "
    "hoặc kiểm tra lại số, ký hiệu trong câu hỏi."
)
_ADD = "Hãy thêm tệp ở trang Thư viện."
_REST = "Còn {count} văn bản nữa: mở văn bản được hỏi ở trang Văn bản, xem ở lề."


def draw_relations(answer: Answer) -> None:
    """Of each document that was asked about how many there are, or whether it stands, then each with its sentences."""
    for number, relations in enumerate(answer.relations, start=1):
        st.subheader(escape_label(say_found(relations)), anchor=False)
        if relations.subject.held != "unknown":
            with st.container(key=f"vk-doan-hoi-{number}"), st.container(key=f"vk-cung-hoi-{number}"):
                label = escape_label(tr("Mở {name}", name=name_node(relations.subject)))
                st.page_link(READ, label=label, query_params={"doc": relations.subject.id})
        _draw_standing(relations.subject, relations)
        if relations.note:
            draw_notice(f"{relations.note.rstrip('.')}.")
        if not answer.answered and not relations.of_force and number == len(answer.relations):
            draw_aside(tr(NONE_FOUND))
        _draw_parties(relations, number)


def _draw_parties(relations: Relations, number: int) -> None:
    for place, party in enumerate(relations.parties[:_AT_ONCE], start=1):
        _draw_party(party, relations, f"{number}-{place}")
    if rest := relations.parties[_AT_ONCE:]:
        with st.expander(tr("Xem thêm {count} văn bản", count=len(rest))):
            for place, party in enumerate(rest[:_MOST_UNFOLDED], start=1):
                _draw_party(party, relations, f"{number}-them-{place}")
            if (left := len(rest) - _MOST_UNFOLDED) > 0:
                draw_aside(tr(_REST, count=left))


def _draw_party(party: Party, relations: Relations, key: str) -> None:
    with st.container(key=f"vk-doan-ke-qh-{key}"):
        if party.outcome == "ambiguous":
            draw_aside(f"{tr(AMBIGUOUS)}:")
        if party.outcome == "unknown":
            draw(element("strong", escape(name_node(party.nodes[0]))))
        else:
            for node in party.nodes:
                _draw_link(node)
                _draw_standing(node, relations)
        for words in _say_facts(party):
            draw_aside(words)
        own = {relations.subject.id, *(node.id for node in party.nodes)}
        _draw_places(party.said[:_MOST_SAID], own, key)
        if rest := party.said[_MOST_SAID:]:
            with st.expander(tr("Còn {count} chỗ", count=len(rest))):
                _draw_places(rest, own, f"{key}-them")


def _say_facts(party: Party) -> Sequence[str]:
    node = party.nodes[0]
    title = node.title if node.number and party.outcome != "ambiguous" else None
    way = {"known": f"{tr(KNOWN)}.", "unknown": f"{tr(UNKNOWN)}. {tr(_ADD)}"}.get(party.outcome)
    stated = say_stated(party)
    doubt, why = say_doubt(party), "" if party.or_else else tr(": lời văn chưa nói rõ")
    unsure = f"{capitalised(doubt)}{why}." if doubt else None
    return [words for words in (title, way, f"{stated}." if stated else None, unsure) if words]


def _draw_link(node: Node) -> None:
    icon = ":material/menu_book:" if node.held == "held" else ":material/article:"
    st.page_link(READ, label=escape_label(name_node(node)), icon=icon, query_params={"doc": node.id})


def _draw_standing(node: Node, relations: Relations) -> None:
    """The badge of a document, where it is known."""
    if standing := relations.standings.get(node.id):
        draw(lay_out_told(say_standing_of(node, relations), standing))


def _draw_places(said: Sequence[Said], own: set[str], key: str) -> None:
    """Each place as a press that opens it, over its sentence."""
    records = services.find_records({one.document for one in said} - own)
    for number, one in enumerate(said, start=1):
        place = capitalised(describe(one.address)) if one.address else tr("Mở chỗ dẫn")
        record = records.get(one.document)
        source = tr(", theo {name}", name=refer(record)) if record else ""
        source += f", {tr(TOLD_LATER)}" if one.told_later else ""
        clauses = f", {words}" if (words := say_clauses(one)) else ""
        query = query_place(one.document, one.address, (one.start, one.end), (-1, -1)) if one.address else None
        with st.container(key=f"vk-cung-qh-{key}-{number}", gap=None):
            label = escape_label(f"{place}{clauses}{source}")
            st.page_link(READ, label=label, query_params=query or {"doc": one.document})
            if one.head:
                draw(element("div", escape(one.head), class_="vk-cho-dan", lang="vi"))
            draw(lay_out_sentence(one))
