"""Page Văn bản còn thiếu: what the library cites and does not hold, by whom it is cited, and the way to have it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from ingest.catalog import find_records
from ingest.days import describe_day
from ingest.describe_record import UNVERIFIED
from ingest.errors import AppError
from ingest.fetch_rules import Rules
from ingest.language import tr
from ingest.missing import Missing
from ingest.records import Record
from ui import services
from ui.fetched import draw_done, draw_progress, draw_way, follow, start_fetching
from ui.fetching import State, TextFetcher
from ui.frame import READ, draw, draw_aside, draw_error, draw_frame, draw_notice, draw_way_to_adding
from ui.lacking import Lacking, fetch_rules, list_missing, text_fetcher
from ui.verbatim import element, escape
from ui.visitor import current_visitor
from ui.words import escape_label, shortened

NOTHING_HELD = (
    "Thư viện chưa có văn bản nên chưa có gì được dẫn. Dưới đây là những văn bản danh mục biết: bấm để đọc tóm lược "
    "và tải nguyên văn."
)
NOTHING_MISSING = "Mọi văn bản được dẫn đều đã có trong thư viện."
READ_IT = "Hãy đọc chỗ dẫn để biết là văn bản nào; văn bản ấy tải ở hồ sơ, hoặc thêm tệp ở trang Thư viện."
FIND_IT = "Chưa biết nơi tải: hãy tìm tệp nguyên văn rồi thêm ở trang Thư viện."
_CITED = "{count} văn bản được dẫn mà thư viện chưa có nguyên văn. Văn bản được dẫn nhiều đứng trước."
_MAY_BE_ONE = "Chưa rõ là văn bản nào; có thể là một trong các văn bản sau (bấm để đọc hồ sơ, tải nguyên văn):"
_AT_ONCE = 20
_CITING_SHOWN = 3
_SHOWN = "vk-so-dong"


def page() -> None:
    """The list, the most cited first; above it the press that fetches all that can be, and what became of it."""
    draw_frame(tr("Văn bản còn thiếu"))
    try:
        lacking, rules, fetcher = list_missing(), fetch_rules(), text_fetcher()
        draw_list(lacking, rules, fetcher)
    except AppError as error:
        draw_error(error)


def draw_list(lacking: Lacking, rules: Rules, fetcher: TextFetcher) -> None:
    """All of the page below its title."""
    state = fetcher.state
    if not lacking.found:
        draw_notice(tr(NOTHING_MISSING if services.list_documents() else NOTHING_HELD))
    else:
        draw_aside(tr(_CITED, count=len(lacking.found)))
        wanted = [one.record for one in lacking.found if one.record and one.record.addresses]
        if wanted:
            draw_way(wanted, rules, fetcher, tr("Tải {count} văn bản danh mục biết nơi tải", count=len(wanted)))
    draw_progress(state, fetcher)
    draw_done(state.done)
    shown = st.session_state.get(_SHOWN, _AT_ONCE)
    for place, one in enumerate(lacking.found[:shown], start=1):
        with st.container(key=f"vk-doan-thieu-{place}", border=True):
            draw_missing(one, lacking, str(place))
            draw_step(one, rules, state, fetcher, str(place))
    if (left := len(lacking.found) - shown) > 0:
        st.button(tr("Xem thêm (còn {count} văn bản)", count=left), on_click=_show_more)
    draw_known(lacking.known, unfolded=not lacking.found)
    draw_way_to_adding(tr("Có tệp rồi? Thêm vào thư viện"))
    follow(state, fetcher)


def draw_missing(one: Missing, lacking: Lacking, key: str) -> None:
    """Its name, which opens what the catalogue knows of it, and the documents that cite it."""
    if opens := _find_opens(one):
        st.page_link(READ, label=escape_label(one.name), icon=":material/article:", query_params={"doc": opens})
    else:
        draw(element("strong", escape(one.name)))
    if one.candidates:
        with st.container(key=f"vk-ung-vien-thieu-{key}", gap=None):
            draw_aside(tr(_MAY_BE_ONE))
            for record in one.candidates:
                st.page_link(READ, label=escape_label(_call_with_title(record)), query_params={"doc": record.id})
    with st.container(key=f"vk-cung-thieu-{key}", gap=None):
        draw_aside(_say_cited(one))
        for citing in one.cited_by[:_CITING_SHOWN]:
            label = escape_label(shortened(lacking.citing[citing].name, 90))
            st.page_link(READ, label=label, query_params={"doc": citing})
        if (left := len(one.cited_by) - _CITING_SHOWN) > 0:
            draw_aside(tr("và {count} văn bản nữa.", count=left))


def _say_cited(one: Missing) -> str:
    documents = tr("{count} văn bản", count=len(one.cited_by))
    return tr("Được dẫn {count} lần, trong {documents}:", count=one.mentions, documents=documents)


def draw_step(one: Missing, rules: Rules, state: State, fetcher: TextFetcher, key: str) -> None:
    """What to do to have it: a press where an address is known and may be asked, else the way by hand."""
    record = one.record
    if one.candidates:
        draw_aside(tr(READ_IT))
    elif not record or not record.addresses:
        draw_aside(tr(FIND_IT))
    elif rules.allowed and current_visitor().may("librarian"):
        waits = state.is_asked_for(record)
        words = tr("Đang tải…" if waits else "Tải nguyên văn")
        st.button(words, disabled=waits, on_click=start_fetching, args=(fetcher, [record]), key=f"vk-tai-{key}")


def draw_known(known: Sequence[Record], *, unfolded: bool) -> None:
    """What nobody cites yet and the catalogue knows: each leads to its record, its digest and the way to it."""
    if not known:
        return
    title = tr("Danh mục biết thêm {count} văn bản chưa có trong thư viện", count=len(known))
    with st.expander(title, expanded=unfolded):
        for record in known:
            st.page_link(READ, label=escape_label(_call_with_title(record)), query_params={"doc": record.id})


def _call_with_title(record: Record) -> str:
    """By type, sign and day, and what it is about."""
    caution = "" if record.metadata.number and record.metadata.date else f" ({tr(UNVERIFIED)})"
    about = shortened(record.title, 80) if record.title else ""
    day = tr(" ngày {day}", day=describe_day(record.date))
    return ": ".join(filter(None, (f"{record.name}{day}{caution}", about)))


def _find_opens(one: Missing) -> str | None:
    """What page Văn bản finds its record by; where several documents bear the sign, it lets the reader choose."""
    if one.record:
        return one.record.id
    number = one.cited_as.number
    return number if number and find_records(number) else None


def _show_more() -> None:
    st.session_state[_SHOWN] = st.session_state.get(_SHOWN, _AT_ONCE) + _AT_ONCE


if __name__ == "__main__":
    page()
