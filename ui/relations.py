"""Page Quan hệ: what a document rests on, carries out, replaces, and what does so to it, drawn and in a table."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Mapping
from typing import Literal, get_args

import streamlit as st

from index.describe_trees import Choice
from index.graph import Node
from index.related import call
from index.relation_files import write_csv, write_graphml
from index.relation_table import RelationRow
from index.relation_words import say_kind
from index.surroundings import Surroundings, limit, narrow
from ingest.errors import AppError
from ui import relations_data
from ui.frame import READ, draw, draw_aside, draw_error, draw_frame, draw_notice
from ui.navigation import follow_link, move_within_pages
from ui.picture_button import draw_picture_button
from ui.relations_chart import MOST_EDGES, MOST_NODES, NAMED, Line, Picture
from ui.relations_text import (
    AT_ONCE,
    NO_RELATIONS,
    lay_out_center,
    lay_out_choice,
    lay_out_legend,
    lay_out_rows,
    say_left_out,
    say_size,
    say_undated,
)
from ui.relations_trees import lay_out_trees
from ui.relations_views import draw_map, draw_timeline
from ui.verbatim import Html
from ui.words import escape_label

View = Literal["Sơ đồ", "Dòng thời gian", "Bảng", "Chuỗi thực hiện", "Cây căn cứ"]
TREES: Mapping[str, Choice] = {"Chuỗi thực hiện": "implementation", "Cây căn cứ": "basis"}
CHOOSE = (
    "Chọn một văn bản ở trên để xem nó căn cứ, thực hiện, thay thế văn bản nào, và văn bản nào nói đến nó; "
    "hoặc bấm vào một văn bản dưới đây:"
)
NOT_KNOWN = (
    "Thư viện và danh mục đều không có “{}”, cũng không văn bản nào nói đến. Hãy kiểm tra lại số ký hiệu, chọn văn "
    "bản khác dưới đây, hoặc thêm tệp ở trang Thêm văn bản."
)
SEVERAL = "Có {} văn bản khớp với “{}”. Hãy bấm vào văn bản cần xem:"
MORE = "Còn {} văn bản nữa; hãy gõ thêm số ký hiệu hoặc vài chữ của tên."
HOW = (
    "Bấm vào một văn bản để mở; bấm vào một đường để đọc câu văn nói lên quan hệ ấy. Lăn chuột (trên điện thoại: mở "
    "rộng hai ngón tay) để phóng to; chỗ chật hình bớt tên, phóng to sẽ thấy thêm, xem đủ ở Bảng."
)
CROWDED = (
    f"Hình có trên {NAMED} văn bản nên chỉ ghi tên những văn bản gần nhất. Muốn dễ đọc, hãy giảm số bước, lọc bớt, "
    "hoặc xem Bảng."
)
REACH = "Sơ đồ {} bước vẽ quan hệ của {}; muốn thấy quan hệ giữa các văn bản ngoài cùng, hãy {}."
NOTHING_LEFT = "Không còn quan hệ nào sau khi lọc. Hãy chọn thêm loại quan hệ ở trên, hoặc nới khoảng năm."
HOPS = (1, 2, 3)
_BOX, _SEEN, _HOPS, _CHART = "vk-quan-he", "vk-quan-he-da-xem", "vk-so-buoc", "vk-so-do"
OPENED = "vk-mo-van-ban"
_MOST_OFFERED, _HEIGHT = 8, 640


def page() -> None:
    """Draw the choice of a document, and what lies around the one that is chosen."""
    draw_frame("Quan hệ giữa các văn bản")
    try:
        given = _ask()
        found = relations_data.find_typed(given) if given else None
        if found and found.chosen:
            _show(found.chosen.id)
        elif found and found.nodes:
            draw_notice(SEVERAL.format(len(found.nodes), given))
            _offer(found.nodes)
        else:
            if given:
                draw_notice(NOT_KNOWN.format(given), "vk-loi")
            draw_aside(CHOOSE)
            draw(_lay_out_first(relations_data.list_known()))
        move_within_pages("quan-he", seek=False)
    except AppError as error:
        draw_error(error)


def _ask() -> str:
    """What the address names; what is typed goes there. Named by a link it is no longer what was typed."""
    state, given = st.session_state, st.query_params.get("doc", "").strip()
    if given != state.get(_SEEN, ""):
        state[_SEEN], state[_BOX] = given, ""
    with (
        st.container(key="vk-tim-van-ban"),
        st.form("vk-phieu-quan-he", border=False),
        st.container(horizontal=True, vertical_alignment="bottom"),
    ):
        st.text_input("Văn bản (gõ số ký hiệu hoặc vài chữ của tên)", key=_BOX, placeholder="Ví dụ: 102-QĐ/TW")
        st.form_submit_button("Xem", on_click=_take_typed)
    return given


def _take_typed() -> None:
    typed = st.session_state[_BOX].strip()
    st.session_state[_SEEN] = typed
    st.query_params.from_dict({"doc": typed} if typed else {})


def _offer(nodes: tuple[Node, ...]) -> None:
    draw(_lay_out_first(nodes))
    if (left := len(nodes) - _MOST_OFFERED) > 0:
        draw_aside(MORE.format(left))


def _lay_out_first(nodes: tuple[Node, ...]) -> Html:
    borne = Counter(node.number for node in nodes)
    shown = nodes[:_MOST_OFFERED]
    named = {node.id: relations_data.name_in_list(node, borne[node.number] > 1) for node in shown}
    return lay_out_choice(named)


def _show(document_id: str) -> None:
    found = relations_data.look_around(document_id, st.session_state.get(_HOPS, HOPS[0]))
    draw(lay_out_center(found))
    if len(found.nodes) == 1:
        draw_notice(NO_RELATIONS)
        return
    with st.container(horizontal=True, key="vk-xem"):
        view = st.segmented_control(
            "Cách xem", get_args(View), default="Sơ đồ", required=True, key="vk-cach-xem", wrap=True
        )
        if view not in TREES:
            st.segmented_control("Số bước từ văn bản này", HOPS, default=HOPS[0], required=True, key=_HOPS)
    if view in TREES:
        draw(lay_out_trees(relations_data.grow(found.center, TREES[view])))
        return
    shown = _filter(found)
    draw_aside(say_size(shown))
    if len(shown.nodes) == 1:
        draw_notice(NOTHING_LEFT)
    elif view == "Bảng":
        _draw_table(shown)
    else:
        _draw_picture(shown, "Dòng thời gian" if view == "Dòng thời gian" else "Sơ đồ")


def _filter(found: Surroundings) -> Surroundings:
    """Which relations, which years."""
    place = f"{found.center} {found.hops}"
    with st.expander("Lọc theo loại quan hệ và năm"), st.container(key="vk-loc"):
        kinds = st.pills(
            "Loại quan hệ (bấm để chọn, bấm lần nữa để bỏ)",
            list(found.kinds),
            selection_mode="multi",
            default=list(found.kinds),
            format_func=lambda kind: escape_label(f"{say_kind(kind)} ({found.kinds[kind]})"),
            key=f"vk-loai-quan-he {place}",
        )
        years = found.years
        if years and years[0] < years[1]:
            years = st.slider("Năm ban hành", *years, value=years, key=f"vk-nam {place}")
    return narrow(found, kinds, years)


def _draw_picture(found: Surroundings, view: View) -> None:
    drawn = limit(found, MOST_NODES, MOST_EDGES)
    if drawn.nodes != found.nodes or drawn.edges != found.edges:
        draw_notice(say_left_out(drawn, found))
    if len(drawn.nodes) > NAMED:
        draw_aside(CROWDED)
    picture = draw_timeline(drawn) if view == "Dòng thời gian" else draw_map(drawn)
    if view == "Dòng thời gian" and (undated := say_undated(drawn)):
        draw_aside(undated)
    draw_aside(f"{HOW} {say_reach(drawn.hops)}")
    name = found.nodes[0].name
    with st.container(key=_CHART):
        event = st.echarts_chart(
            picture.option,
            height=_HEIGHT,
            theme=None,
            key=_name_chart(drawn, view),
            on_select="rerun",
            alt=f"{view} các văn bản có quan hệ với {name}. {say_size(drawn)} Cùng nội dung ở Bảng.",
        )
    draw(lay_out_legend(drawn))
    picked = find_picked(picture, event["selection"]["selected"])
    if isinstance(picked, Line):
        draw(lay_out_rows(relations_data.tell(drawn.nodes, picked.edges), found.center))
    _draw_downloads(found, view)
    if isinstance(picked, Node):
        _open(picked)


def say_reach(hops: int) -> str:
    """Between which documents lines are drawn, and how to see the others."""
    nearer = "văn bản đang xem"
    if hops > 1:
        nearer += f" và của các văn bản cách nó dưới {hops} bước"
    return REACH.format(hops, nearer, "tăng số bước" if hops < HOPS[-1] else "xem riêng từng văn bản")


def _name_chart(drawn: Surroundings, view: View) -> str:
    """Another picture is another chart: what was picked in one means something else in another."""
    state = repr((drawn.center, view, [node.id for node in drawn.nodes], len(drawn.edges)))
    return f"vk-hinh-{zlib.crc32(state.encode())}"


def find_picked(picture: Picture, selected: list[dict[str, object]]) -> Node | Line | None:
    """What was pressed in the picture, as the chart tells it."""
    for group in selected:
        for place in group["data_indices"] if isinstance(group["data_indices"], list) else ():
            among: tuple[Node, ...] | tuple[Line, ...] = (
                picture.lines if group["data_type"] == "edge" else picture.nodes
            )
            if place < len(among):
                return among[place]
    return None


def _open(node: Node) -> None:
    if node.held == "unknown":
        hint = "Hãy thêm tệp của văn bản ấy ở trang Thêm văn bản."
        draw_notice(f"Thư viện và danh mục chưa có {call(node).partition(' [')[0]}. {hint}", "vk-canh-bao")
    else:
        with st.container(key=OPENED):
            st.page_link(READ, label=escape_label(f"Mở {node.name}"), query_params={"doc": node.id})
        follow_link(OPENED, f"{st.query_params.get('doc')} {node.id}")


def _draw_table(found: Surroundings) -> None:
    count = f"vk-so-dong {found.center}"
    most = st.session_state.get(count, AT_ONCE)
    draw(lay_out_rows(relations_data.tell(found.nodes, found.edges[:most]), found.center))
    if (left := len(found.edges) - most) > 0:
        more = min(left, AT_ONCE)
        st.button(f"Xem tiếp {more} quan hệ (còn {left})", on_click=_draw_more, args=(count, most))
    _draw_downloads(found, "Bảng")


def _draw_more(count: str, most: int) -> None:
    st.session_state[count] = most + AT_ONCE


def _draw_downloads(found: Surroundings, view: View) -> None:
    """The relations that are left after filtering, all of them, as files."""
    name = "quan-he-" + "".join(one if one.isalnum() else "-" for one in found.nodes[0].number or "van-ban")

    def tell_all() -> list[RelationRow]:
        return relations_data.tell(found.nodes, found.edges)

    with st.container(horizontal=True, vertical_alignment="center", key="vk-tai"):
        st.download_button(
            "Tải bảng (CSV, mở bằng Excel)",
            lambda: write_csv(tell_all()),
            file_name=f"{name}.csv",
            mime="text/csv",
            icon=":material/download:",
            on_click="ignore",
        )
        st.download_button(
            "Tải đồ thị (GraphML)",
            lambda: write_graphml(found.nodes, tell_all(), found.standings),
            file_name=f"{name}.graphml",
            mime="application/graphml+xml",
            icon=":material/download:",
            on_click="ignore",
        )
        if view != "Bảng":
            draw_picture_button("Tải hình (PNG)", _CHART, found.nodes[0].name, f"{name}.png")


if __name__ == "__main__":
    page()
