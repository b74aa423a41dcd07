"""Finding words in the document that is read: the box, the places with their lines, the way from one to the next."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import parse_qsl

import streamlit as st

from index.answering.matched import Spans
from index.answering.occurrences import find_occurrences
from index.searching.excerpts import find_excerpt
from index.searching.request import Request, write_address
from ingest.addresses import describe
from ingest.errors import QuestionError
from ingest.language import tr
from ingest.models import Document
from ui.frame import SEARCH, draw, draw_notice
from ui.reading import Place, reader_address
from ui.search_words import say_number
from ui.verbatim import Html, Mark, element, escape, join, render
from ui.words import capitalised

LIST = "vk-cac-cho"
"""The name by which a page scrolls to the list of places."""
AT_ONCE = 50
"""Places that the list shows."""
NOTHING = (
    "Không thấy “{words}” trong văn bản này. Hãy gõ ít chữ hơn hoặc gõ không dấu; nếu vẫn không thấy, hãy tìm trong cả "
    "thư viện."
)
_QUERY, _BOX, _SHOWN = "find", "vk-tu-tim", "vk-tu-da-tim"
_LINE, _BEFORE = 240, 80


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in the document that is read.

    Attributes:
        typed: The words, as typed; empty where nothing is looked for.
        spans: Where they stand.
        place: What stands out in the text.
    """

    document: Document
    typed: str = ""
    spans: Spans = ()
    place: Place | None = None

    @property
    def current(self) -> int | None:
        """Which of them stands out."""
        here = (self.place.start, self.place.end) if self.place else None
        return self.spans.index(here) if here in self.spans else None

    def link(self, number: int) -> str | None:
        """The link to one of them; ``None`` where it stands in no provision, as in the head of a letter."""
        path = [*self.document.walk_to(self.spans[number][0])]
        holds = path and self.spans[number][1] <= path[-1].end
        return reader_address(self.document.id, path[-1].address, self.spans[number], self.typed) if holds else None

    def step(self, onwards: bool) -> str | None:
        """The link to the nearest one after or before what stands out, else to the first; ``None`` at either end."""
        at = bisect_left(self.spans, (self.place.start, self.place.end)) if self.place else 0
        after = range(at if self.current is None else at + 1, len(self.spans))
        return next((link for number in (after if onwards else range(at)[::-1]) if (link := self.link(number))), None)

    def mark(self) -> list[Mark]:
        """All of them, to be marked in the text."""
        return [Mark(start, end, "span", "vk-khop") for start, end in self.spans]


def draw_finding(document: Document, place: Place | None) -> Found:
    """The box, and below it what was found of the words that the address bar names."""
    typed = st.query_params.get(_QUERY, "").strip()
    if st.session_state.get(_SHOWN) != (document.id, typed):
        st.session_state[_SHOWN] = document.id, typed
        st.session_state[_BOX] = typed
    with (
        st.container(key="vk-tim-trong"),
        st.form("vk-phieu-tim-trong", border=False),
        st.container(horizontal=True, vertical_alignment="bottom"),
    ):
        hint = tr("Gõ từ hoặc cụm từ, không dấu cũng được")
        st.text_input(tr("Tìm trong văn bản này"), key=_BOX, placeholder=hint)
        st.form_submit_button(tr("Tìm"), on_click=_take_typed)
    if not typed:
        return Found(document, place=place)
    try:
        found = Found(document, typed, find_occurrences(typed, document.text), place)
    except QuestionError as error:
        draw_notice(str(error), "vk-canh-bao")
        return Found(document, place=place)
    if found.spans:
        draw(_lay_out_list(found))
        draw(_lay_out_steps(found))
    else:
        draw_notice(tr(NOTHING, words=typed))
        query = dict(parse_qsl(write_address(Request(typed))))
        st.page_link(SEARCH, label=tr("Tìm trong cả thư viện"), icon=":material/search:", query_params=query)
    return found


def _take_typed() -> None:
    typed = st.session_state[_BOX].strip()
    if typed:
        st.query_params[_QUERY] = typed
    elif _QUERY in st.query_params:
        del st.query_params[_QUERY]


def _lay_out_list(found: Found) -> Html:
    """So many of the places as are read at once, around the one that stands out."""
    count = len(found.spans)
    first = (found.current or 0) // AT_ONCE * AT_ONCE
    last = min(first + AT_ONCE, count)
    words = tr("“{words}”: thấy {number} chỗ", words=found.typed, count=count, number=say_number(count))
    shown = tr(", đang liệt kê chỗ {first}–{last}", first=first + 1, last=last) if count > AT_ONCE else ""
    entries = (element("li", *_lay_out_place(found, number)) for number in range(first, last))
    listed = element("ol", *entries, start=str(first + 1))
    return element(
        "details", element("summary", escape(words + shown)), listed, id=LIST, class_="vk-cac-cho", open=_open(found)
    )


def _open(found: Found) -> str | None:
    """Whether the list is open: until one of its places is."""
    return "" if found.current is None else None


def _lay_out_place(found: Found, number: int) -> Iterator[Html]:
    text, (start, end) = found.document.text, found.spans[number]
    path = [*found.document.walk_to(start)]
    words = escape(capitalised(describe(path[-1].address)) if path else tr("Ngoài các điều, mục"))
    href = found.link(number)
    here = "location" if number == found.current else None
    yield element("a", words, href=href, class_="vk-di", aria_current=here) if href else element("strong", words)
    line, below = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    below = len(text) if below < 0 else below
    first, last = find_excerpt(text[line:below], ((start - line, end - line),), _LINE, _BEFORE)
    said = render(text, [Mark(start, end)], line + first, line + last)
    cut = escape("…")
    parts = [cut if first else Html(""), said, cut if line + last < below else Html("")]
    yield element("div", join(parts), class_="vk-cho-dan", lang="vi")


def _lay_out_steps(found: Found) -> Html:
    """The way to the place before and after, which stays in sight; to the list, and out of finding."""
    count, at = len(found.spans), found.current
    number = tr("{count} chỗ", count=count) if at is None else tr("Chỗ {number}/{all}", number=at + 1, all=count)
    ways = ((tr("← Trước"), found.step(onwards=False)), (tr("Tiếp →"), found.step(onwards=True)))
    steps = (
        element("a", escape(words), href=href, class_="vk-di") if href else element("span", escape(words))
        for words, href in ways
    )
    place = found.place
    end = reader_address(found.document.id, place.address, (place.start, place.end)) if place else None
    return element(
        "nav",
        element("strong", escape(number), role="status"),
        *steps,
        element("a", escape(tr("Danh sách")), href=f"#{LIST}", class_="vk-mo-danh-sach"),
        element("a", escape(tr("Thôi")), href=end or reader_address(found.document.id), class_="vk-di"),
        class_="vk-buoc-tim",
        aria_label=tr("Các chỗ tìm thấy"),
    )
