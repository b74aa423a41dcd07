"""Page Văn bản: a document as it was written, with the place that a link names in view."""

from __future__ import annotations

import streamlit as st

from index.quotes import find_anchor, link_to
from ingest.addresses import describe
from ingest.catalog import find_records
from ingest.errors import AmbiguousError, AppError, NotHeldError
from ui import services
from ui.cards import lay_out_link
from ui.frame import draw, draw_aside, draw_empty_library, draw_error, draw_frame, draw_notice
from ui.navigation import move_within_pages
from ui.reading import (
    Place,
    find_place,
    lay_out_contents,
    lay_out_record,
    lay_out_shelf,
    lay_out_text,
)
from ui.record import lay_out_catalogued, lay_out_choice, lay_out_mentions, lay_out_replaced
from ui.verbatim import Html, element
from ui.words import capitalised

TO_CHECK = "Có chỗ máy đọc chưa chắc chắn. Hãy đối chiếu với bản gốc trước khi dùng:"
BORNE_BY_MANY = "Có {} văn bản mang ký hiệu {}. Hãy chọn theo ngày ban hành:"
NOT_HELD = "Thư viện không có văn bản “{}”. Hãy chọn trong danh sách dưới đây."


def page() -> None:
    """Draw the document that the address bar names, or the list to choose from."""
    given = st.query_params.get("doc", "").strip()
    try:
        opened = services.open_document(given) if given else None
    except NotHeldError:
        look_up(given)
    except AmbiguousError as error:
        choose(str(error))
    except AppError as error:
        draw_frame("Văn bản")
        draw_error(error)
    else:
        if opened:
            read(opened)
        else:
            choose()


def look_up(given: str) -> None:
    """What the catalogue knows of a document whose text is not held; else the list of those that are."""
    records = find_records(given)
    if not records:
        choose(NOT_HELD.format(given))
        return
    if len(records) > 1:
        draw_frame("Văn bản")
        draw_notice(BORNE_BY_MANY.format(len(records), given), "vk-bao")
        draw(lay_out_choice(records))
        move_within_pages(given, seek=False)
        return
    try:
        found = services.open_record(records[0])
    except AppError as closed:
        draw_frame("Văn bản")
        draw_error(closed)
        return
    draw_frame(found.record.name)
    draw(lay_out_catalogued(found.record, found.opens, found.cited_by))
    move_within_pages(found.record.id, seek=False)


def choose(trouble: str = "") -> None:
    """The held documents, one press each, under the trouble that led here."""
    draw_frame("Văn bản")
    if trouble:
        draw_notice(trouble, "vk-loi")
    try:
        held = services.list_documents()
    except AppError as closed:
        draw_error(closed)
        return
    if held:
        draw_aside("Chọn một văn bản để đọc:")
        draw(lay_out_shelf(held))
        move_within_pages("shelf", seek=False)
    else:
        draw_empty_library()


def read(opened: services.Opened) -> None:
    """The document, and the place that stands out in it."""
    document = opened.document
    draw_frame(document.metadata.label)
    place = find_asked_place(opened)
    if link := link_to(document, find_anchor(document, place.start) if place else None):
        draw(lay_out_link(link))
    if opened.doubts:
        draw_notice("\n".join((TO_CHECK, *(f"– {capitalised(one)}" for one in opened.doubts))), "vk-canh-bao")
    record, contents = lay_out_record(document.id, document.metadata), lay_out_contents(document, place)
    text = lay_out_text(document, place, opened.held, opened.catalogued)
    replaced = lay_out_replaced(opened.record) if opened.record else Html("")
    cited_by = lay_out_mentions(opened.cited_by, folded=True)
    draw(element("div", replaced, record, cited_by, contents, text, class_="vk-khung"))
    move_within_pages(f"{document.id} {place}", seek=place is not None)


def find_asked_place(opened: services.Opened) -> Place | None:
    """The place the address bar names; says so where the document has no such place."""
    query = st.query_params
    address = query.get("at", "").strip()
    if not address:
        return None
    place = find_place(opened.document, address, query.get("start", ""), query.get("end", ""))
    if place is None:
        words = f"Văn bản này không có vị trí “{address}”. Hãy chọn một mục trong Mục lục, hoặc đọc từ đầu."
        draw_notice(words, "vk-canh-bao")
    else:
        draw_aside(f"{capitalised(describe(address))} được tô nền bên dưới.")
    return place


if __name__ == "__main__":
    page()
