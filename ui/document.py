"""Page Văn bản: a document as it was written, with the place that a link names in view."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from index.brief_names import name_briefly
from index.quotes import find_anchor, link_to
from ingest.addresses import describe
from ingest.bearers import Bearer
from ingest.catalog import find_records
from ingest.errors import AmbiguousError, AppError, NotHeldError
from ingest.language import tr
from ingest.models import Document
from ingest.records import Record
from ingest.retelling import retell
from ingest.store import Mention
from ui import services
from ui.around import IN_MARGIN, ON_PAGE, Parties, read_around, read_cited_by, read_cites
from ui.asked import note_opened
from ui.cards import lay_out_link
from ui.contents import draw_reading_tools
from ui.fetched import draw_done, draw_progress, draw_way, follow
from ui.fetching import State, TextFetcher
from ui.frame import (
    draw,
    draw_aside,
    draw_empty_library,
    draw_error,
    draw_frame,
    draw_notice,
    draw_way_to_correcting,
    draw_way_to_missing,
    draw_way_to_relations,
)
from ui.lacking import fetch_rules, find_bearers, text_fetcher
from ui.margin import (
    CHOOSE_PLACE,
    CITED_BY,
    CITES,
    SIMILAR,
    SIMILAR_LIST,
    lay_out_jump,
    lay_out_list,
    lay_out_margin,
    say_end,
)
from ui.margin_similar import lay_out_similar
from ui.navigation import move_within_pages
from ui.original import draw_original, draw_switch, lay_out_columns
from ui.place_tools import draw_place_tools
from ui.reading import (
    Place,
    find_place,
    lay_out_contents,
    lay_out_record,
    lay_out_text,
    reader_address,
)
from ui.record import lay_out_catalogued, lay_out_choice, lay_out_notes
from ui.shelf import draw_shelf
from ui.standing import lay_out_standing, mark_changes
from ui.verbatim import Html, element, escape
from ui.within import draw_finding
from ui.words import capitalised

TO_CHECK = "Có chỗ máy đọc chưa chắc chắn. Hãy đối chiếu với bản gốc trước khi dùng:"
BORNE_BY_MANY = "Có {count} văn bản mang ký hiệu {sign}. Hãy chọn theo ngày ban hành:"
SAME_SIGN = "Cùng số, ký hiệu này còn có văn bản khác:"
NO_PLACE = "Văn bản này không có vị trí “{address}”. Hãy chọn một mục trong Mục lục, hoặc đọc từ đầu."
NOT_HELD = "Thư viện không có văn bản “{name}”. Hãy chọn trong danh sách dưới đây."


def page() -> None:
    """Draw the document that the address bar names, or the list to choose from."""
    given = st.query_params.get("doc", "").strip()
    try:
        if len(bearers := find_bearers(given) if given else []) > 1:
            choose_bearer(given, bearers)
            return
        opened = services.open_document(given) if given else None
    except NotHeldError:
        look_up(given)
    except AmbiguousError as error:
        choose(str(error))
    except AppError as error:
        draw_frame(tr("Văn bản"))
        draw_error(error)
    else:
        if opened and st.query_params.get("list", "") in {CITES, CITED_BY, SIMILAR_LIST}:
            list_around(opened)
        elif opened:
            read(opened)
        else:
            choose()


def choose_bearer(given: str, bearers: Sequence[Bearer]) -> None:
    """The documents that bear one sign, held or not, to choose from by their days."""
    draw_frame(tr("Văn bản"))
    draw_notice(tr(BORNE_BY_MANY, count=len(bearers), sign=given))
    draw(lay_out_choice(bearers))
    move_within_pages(given, seek=False)


def look_up(given: str) -> None:
    """What the catalogue knows of a document whose text is not held; else the list of those that are."""
    records = find_records(given)
    if not records:
        choose(tr(NOT_HELD, name=given))
        return
    try:
        found = services.open_record(records[0])
    except AppError as closed:
        draw_frame(tr("Văn bản"))
        draw_error(closed)
        return
    if st.query_params.get("list", "") == CITED_BY:
        draw_way_back(found.record.id, found.record.name)
        draw_list(found.record.id, CITED_BY, lambda first: read_cited_by(found.cited_by, None, None, first, ON_PAGE))
        return
    draw_frame(found.record.name)
    draw_way_to_relations(found.record.id)
    standing = lay_out_standing(name_briefly(found.record), found.standing, found.changes)
    draw(lay_out_notes(found.record, standing))
    state, fetcher = draw_fetching(found.record)
    cited_by = read_cited_by(found.cited_by, None, None, 0, IN_MARGIN)
    draw(lay_out_catalogued(found.record, found.opens, cited_by))
    move_within_pages(found.record.id, seek=False)
    follow(state, fetcher)


def draw_fetching(record: Record) -> tuple[State, TextFetcher]:
    """The way to have its text, and how far that is."""
    fetcher = text_fetcher()
    state = fetcher.state
    draw_way([record], fetch_rules(), fetcher, tr("Tải nguyên văn"))
    draw_progress(state, fetcher)
    draw_done([got for got in state.done if got.record == record])
    return state, fetcher


def choose(trouble: str = "") -> None:
    """The held documents, one press each, under the trouble that led here."""
    draw_frame(tr("Văn bản"))
    if trouble:
        draw_notice(trouble, "vk-loi")
    try:
        held = services.list_documents()
    except AppError as closed:
        draw_error(closed)
        return
    draw_way_to_missing()
    if held:
        draw_shelf(held)
        move_within_pages("shelf", seek=False)
    else:
        draw_empty_library()


def read(opened: services.Opened) -> None:
    """The document, the place that stands out in it, and what it cites and who cites it beside."""
    document = opened.document
    note_opened(document.id)
    draw_frame(document.metadata.label)
    with st.container(horizontal=True, key="vk-duong-di"):
        draw_way_to_relations(document.id)
        draw_way_to_correcting(document.id)
    place = find_asked_place(opened)
    if link := link_to(document, find_anchor(document, place.start) if place else None):
        draw(lay_out_link(link))
    if others := [one for one in find_bearers(document.metadata.number or "") if one.id != document.id]:
        draw_aside(tr(SAME_SIGN))
        draw(lay_out_choice(others))
    if opened.doubts:
        draw_notice(
            "\n".join((tr(TO_CHECK), *(f"– {capitalised(retell(one))}" for one in opened.doubts))), "vk-canh-bao"
        )
    if place:
        draw_place_tools(document, place)
    beside = draw_tools()
    found = draw_finding(document, place)
    record = lay_out_record(document.metadata, document.pages)
    contents = lay_out_contents(document, place, lay_out_jump(at_place=place is not None))
    marks = [*mark_changes(document, opened.changes), *found.mark()]
    text = lay_out_text(document, place, opened.held, opened.catalogued, marks)
    standing = lay_out_standing(name_briefly(document.metadata), opened.standing, opened.changes)
    head = element("div", standing, record, class_="vk-dau-trang")
    read_here, original = lay_out_columns(document.id) if beside else (st.container(), None)
    with read_here:
        draw(element("div", head, lay_out_beside(opened, place), contents, text, class_="vk-khung"))
    move_within_pages(f"{document.id} {place}", seek=place is not None)
    if original:
        with original:
            draw_original(document, place)


def draw_tools() -> bool:
    """What can be done with the text; whether the original is to be shown."""
    with st.container(horizontal=True, vertical_alignment="center", key="vk-cong-cu"):
        draw_reading_tools()
        return draw_switch()


def lay_out_beside(opened: services.Opened, place: Place | None) -> Html:
    """The margin: of the place that stands out, and of the whole document."""
    document, address = opened.document, place.address if place else None
    whole = read_around(document, opened.cites, opened.cited_by)
    here = read_around(document, opened.cites, opened.cited_by, address) if address else None
    return lay_out_margin(document.id, whole, here, address)


def list_around(opened: services.Opened) -> None:
    """A whole list around the document, or around the provision that the address bar names, on a page of its own."""
    document, which = opened.document, st.query_params["list"]
    node = document.find_provision(st.query_params.get("at", "").strip())
    address = node.address if node else None
    place = f"{describe(address)} " if address else ""
    draw_way_back(document.id, f"{place}{document.metadata.name}", address)
    if which == SIMILAR_LIST:
        draw_similar(document, address)
    elif which == CITES:
        draw_list(
            document.id, CITES, lambda first: read_cites(document, opened.cites, address, first, ON_PAGE), address
        )
    else:
        mentions: tuple[Mention, ...] = opened.cited_by
        draw_list(
            document.id, CITED_BY, lambda first: read_cited_by(mentions, document, address, first, ON_PAGE), address
        )


def draw_way_back(document_id: str, name: str, address: str | None = None) -> None:
    """The title of a list, and the link back to what it is of."""
    draw_frame(capitalised(name))
    draw(element("a", escape(tr("← Về chỗ đang đọc")), href=reader_address(document_id, address), class_="vk-di"))


def draw_similar(document: Document, address: str | None) -> None:
    """The nearest passages of other documents to the provision, or to the slice of it, that the address bar names."""
    query = st.query_params
    place = find_place(document, address, query.get("start", ""), query.get("end", "")) if address else None
    node = document.find_provision(address) if address else None
    move_within_pages(f"{document.id} {place} similar", seek=False)
    if place is None or node is None:
        draw_notice(tr(CHOOSE_PLACE))
        return
    st.subheader(tr(SIMILAR), anchor=False)
    narrowed = query.get("start", "").isdecimal()
    span = (place.start, place.end) if narrowed else (node.start, node.end)
    try:
        nearest = services.look_for_similar(document.id, span)
    except AppError as error:
        draw_error(error)
        return
    draw(lay_out_similar(nearest))


def draw_list(document_id: str, which: str, read_from: Callable[[int], Parties], address: str | None = None) -> None:
    """The page of a list that the address bar names; *read_from* gives its documents from a number on."""
    given = st.query_params.get("page", "")
    parties = read_from(0)
    pages = max(1, -(-parties.documents // ON_PAGE))
    page = min(int(given), pages) if given.isdecimal() and int(given) > 1 else 1
    parties = read_from((page - 1) * ON_PAGE) if page > 1 else parties
    st.subheader(say_end(which, parties, address is not None), anchor=False)
    if parties.documents:
        draw(lay_out_list(document_id, which, parties, (address, page, pages)))
    move_within_pages(f"{document_id} {which} {address} {page}", seek=False)


def find_asked_place(opened: services.Opened) -> Place | None:
    """The place the address bar names; says so where the document has no such place."""
    query = st.query_params
    address = query.get("at", "").strip()
    if not address:
        return None
    place = find_place(opened.document, address, query.get("start", ""), query.get("end", ""))
    if place is None:
        draw_notice(tr(NO_PLACE, address=address), "vk-canh-bao")
    else:
        draw_aside(tr("{place} được tô nền bên dưới.", place=capitalised(describe(address))))
    return place


if __name__ == "__main__":
    page()
