"""Page So sánh: two documents beside each other, clause by clause, with the words in which they differ."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from index.aligning.align import STATUSES, Status
from index.aligning.comparison import Comparison
from index.aligning.describe import NO_DIFFERENCE, NOT_COMPARED, REVERSED, SIGNS, STATUS_WORDS, select
from index.aligning.word_table import write_word_table
from ingest.catalog import find_records
from ingest.describe import describe_date
from ingest.describe_report import say_version
from ingest.errors import AmbiguousError, AppError, NotHeldError
from ingest.language import keep_language, tr
from ingest.models import Metadata
from ui import comparing_data, services
from ui.compared import NEW, OLD, lay_out_comparison, lay_out_documents
from ui.frame import COMPARE, READ, draw, draw_aside, draw_error, draw_frame, draw_notice
from ui.navigation import move_within_pages
from ui.replaced import list_replaced
from ui.verbatim import element, escape
from ui.visitor import keep_visitor
from ui.words import escape_label

TOO_FEW = "Muốn so sánh, thư viện cần có ít nhất hai văn bản. Hãy bấm Thư viện ở đầu trang để thêm tệp."
CHOOSE = (
    "Chọn bản cũ và bản mới; gõ số ký hiệu, vài chữ có dấu của tên, hoặc ngày để tìm nhanh. "
    "Văn bản đã được thêm lại: chọn nó ở cả hai ô để so bản trước với bản đang dùng."
)
SUGGESTED = "Trong thư viện có những văn bản thay thế nhau; bấm để so sánh:"
LEGEND = "Chữ bỏ: gạch ngang; chữ thêm: gạch chân; chỉ khác cách viết: gạch chấm."
FILTER = "Hiện những mục (bấm để chọn, bấm lần nữa để bỏ)"
NOTHING_SHOWN = "Không có mục nào thuộc loại đã chọn. Hãy chọn thêm loại ở trên."
NOT_HELD = (
    "Thư viện chưa có nguyên văn “{given}” nên chưa so sánh được. Hãy thêm tệp ở trang Thư viện, rồi chọn lại ở đây."
)
BORNE_BY_MANY = "Có {count} văn bản mang ký hiệu {given}. Hãy chọn theo ngày ban hành ở ô dưới đây."
VERSION = "Bản trước còn giữ, để so với bản đang dùng"
_SIDES = {"old": OLD, "new": NEW}
_AT_ONCE, _MOST_SUGGESTED = 200, 5
_JUST_CHOSEN = "vk-so-sanh-vua-chon"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def page() -> None:
    """Draw the two choices, and the comparison when both are made."""
    draw_frame(tr("So sánh hai văn bản"))
    try:
        held = dict(services.list_documents())
        if len(held) < 2:
            draw_notice(tr(TOO_FEW))
            return
        old, new = _choose(held)
        if old and new:
            _compare(old, new)
        else:
            draw_aside(tr(CHOOSE))
            _suggest(held, old or new)
    except AppError as error:
        draw_error(error)


def _choose(held: Mapping[str, Metadata]) -> list[str | None]:
    """The documents chosen in the boxes, which the address bar names, too.

    While somebody chooses fast, the browser still sends an address from before: right after a choice it is not looked
    at, or it would undo the choice.
    """
    chosen: list[str | None] = []
    just_chosen = st.session_state.pop(_JUST_CHOSEN, False)
    for name, column in zip(_SIDES, st.columns(2), strict=True):
        if not just_chosen:
            _follow_address(name, held)
        with column:
            chosen.append(
                st.selectbox(
                    tr(_SIDES[name]),
                    list(held),
                    key=_box(name),
                    format_func=lambda one: f"{held[one].label} ({describe_date(held[one])})",
                    placeholder=tr("Chọn văn bản"),
                    on_change=_note_choice,
                )
            )
        if one := chosen[-1]:
            st.session_state[_seen(name)] = st.query_params[name] = one
    return chosen


def _follow_address(name: str, held: Mapping[str, Metadata]) -> None:
    """Put into the box what the address bar names anew; nothing, where one step back it named nothing yet."""
    state, given = st.session_state, st.query_params.get(name, "").strip()
    if given != state.get(_seen(name), "") or _box(name) not in state:
        state[_seen(name)] = given
        state[_box(name)] = _find_held(given, held) if given else None
    if state.setdefault(_box(name), None) not in held:
        state[_box(name)] = None


def _note_choice() -> None:
    st.session_state[_JUST_CHOSEN] = True


def _find_held(given: str, held: Mapping[str, Metadata]) -> str | None:
    """The document that the address bar names; what it names in vain is said."""
    if given in held:
        return given
    try:
        return services.find_document_id(given)
    except NotHeldError:
        draw_notice(tr(NOT_HELD, given=given), "vk-loi")
        for record in find_records(given):
            label = escape_label(tr("Mở hồ sơ {name} để tải về", name=record.name))
            st.page_link(READ, label=label, query_params={"doc": record.id})
    except AmbiguousError as error:
        draw_notice(tr(BORNE_BY_MANY, count=len(error.candidates), given=given))
    return None


def _box(name: str) -> str:
    return f"vk-so-sanh-{name}"


def _seen(name: str) -> str:
    return f"vk-so-sanh-{name}-da-xem"


def _exchange(old: str, new: str) -> None:
    st.query_params.update({"old": new, "new": old})


def _suggest(held: Mapping[str, Metadata], chosen: str | None) -> None:
    """Held documents of which one took the place of the other; of the one that is *chosen* where there are any."""
    found = list_replaced()
    pairs = ([pair for pair in found if chosen in pair] or found)[:_MOST_SUGGESTED]
    if pairs:
        draw_aside(tr(SUGGESTED))
    for old, new in pairs:
        label = escape_label(f"{held[old].name} – {held[new].name}")
        st.page_link(COMPARE, label=label, icon=":material/compare_arrows:", query_params={"old": old, "new": new})


def _compare(old: str, new: str) -> None:
    comparison = _find_comparison(old, new)
    if comparison.reversed:
        draw_notice(tr(REVERSED), "vk-canh-bao")
    draw(lay_out_documents(comparison))
    shown = _filter(comparison)
    pairs = select(comparison, shown)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.download_button(
            tr("Tải bảng so sánh (Word)"),
            keep_visitor(keep_language(lambda: write_word_table(comparison, pairs))),
            file_name="so-sanh.docx",
            mime=_WORD,
            icon=":material/download:",
            on_click="ignore",
        )
        if comparison.version is None:
            swap = tr("Đổi chỗ hai văn bản")
            st.button(swap, icon=":material/swap_horiz:", on_click=_exchange, args=(old, new))
    draw(element("p", escape(f"{tr(LEGEND)} {tr(NOT_COMPARED)}"), class_="vk-phu"))
    if not pairs:
        differs = len(comparison.pairs) > comparison.counts["same"]
        draw_notice(tr(NOTHING_SHOWN if differs else NO_DIFFERENCE))
        return
    count = f"vk-so-muc {comparison.old.id} {comparison.new.id}"
    drawn = st.session_state.get(count, _AT_ONCE)
    draw(lay_out_comparison(comparison, pairs[:drawn]))
    if (left := len(pairs) - drawn) > 0:
        more = tr("Xem tiếp {more} mục (còn {left})", more=min(left, _AT_ONCE), left=left)
        st.button(more, on_click=_draw_more, args=(count,))
    move_within_pages(count, seek=False)


def _find_comparison(old: str, new: str) -> Comparison:
    """Of two documents; of one that was chosen twice with the earlier version of it that is chosen then."""
    earlier = comparing_data.list_earlier(new) if old == new else ()
    if not earlier:
        st.query_params.pop("version", None)
        with st.spinner(tr("Đang so sánh hai văn bản…")):
            return comparing_data.compare(old, new)
    said = {one.number: say_version(one) for one in earlier}
    box = f"vk-so-sanh-ban {new}"
    given = st.query_params.get("version", "")
    if box not in st.session_state and given in map(str, said):
        st.session_state[box] = int(given)
    number = st.selectbox(tr(VERSION), list(said), key=box, format_func=said.__getitem__)
    st.query_params["version"] = str(number)
    with st.spinner(tr("Đang so sánh hai bản…")):
        return comparing_data.compare_with_version(new, number)


def _filter(comparison: Comparison) -> list[Status]:
    """The statuses to show, each with how many there are; at first all that differs."""
    present = [status for status in STATUSES if comparison.counts[status]]
    with st.container(key="vk-loc"):
        chosen = st.pills(
            tr(FILTER),
            present,
            selection_mode="multi",
            default=[status for status in present if status != "same"],
            format_func=lambda one: escape_label(f"{SIGNS[one]} {tr(STATUS_WORDS[one])} ({comparison.counts[one]})"),
            key=f"vk-loai {comparison.old.id} {comparison.new.id}",
        )
    return list(chosen)


def _draw_more(count: str) -> None:
    st.session_state[count] = st.session_state.get(count, _AT_ONCE) + _AT_ONCE


if __name__ == "__main__":
    page()
