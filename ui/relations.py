"""Page Quan hệ: what a document rests on, carries out, replaces, and what does so to it, drawn and in a table."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Literal, get_args

import streamlit as st

from index.describe_trees import Choice
from index.graph import Node
from index.related import call
from index.relation_words import say_kind
from index.surroundings import AT_FIRST, ROOM, Surroundings, limit, narrow
from ingest.errors import AppError
from ingest.language import tr
from ui import relations_data
from ui.asked import find_opened
from ui.frame import READ, draw, draw_aside, draw_error, draw_frame, draw_notice
from ui.navigation import follow_link, move_within_pages
from ui.relations_chart import MOST_EDGES, MOST_NODES, NAMED, Line, Picture
from ui.relations_saving import draw_downloads
from ui.relations_text import (
    AT_ONCE,
    FARTHER,
    NEARER_FIRST,
    NO_RELATIONS,
    lay_out_center,
    lay_out_choice,
    lay_out_legend,
    lay_out_rows,
    say_left_out,
    say_size,
    say_undated,
    say_widen,
)
from ui.relations_trees import lay_out_trees
from ui.relations_views import draw_map, draw_timeline
from ui.verbatim import Html
from ui.words import escape_label

View = Literal["Sơ đồ", "Dòng thời gian", "Bảng", "Chuỗi thực hiện", "Cây căn cứ"]
TABLE: View = "Bảng"
TREES: Mapping[str, Choice] = {"Chuỗi thực hiện": "implementation", "Cây căn cứ": "basis"}
CHOOSE = (
    "Chọn một văn bản ở trên để xem nó căn cứ, thực hiện, thay thế văn bản nào, và văn bản nào nói đến nó; "
    "hoặc bấm vào một văn bản dưới đây:"
)
NOT_KNOWN = (
    "Thư viện và danh mục đều không có “{given}”, cũng không văn bản nào nói đến. Hãy kiểm tra lại số ký hiệu, chọn "
    "văn bản khác dưới đây, hoặc thêm tệp ở trang Thư viện."
)
SEVERAL = "Có {count} văn bản khớp với “{given}”. Hãy bấm vào văn bản cần xem:"
MORE = "Còn {count} văn bản nữa; hãy gõ số ký hiệu hoặc vài chữ của tên ở ô trên."
HOW = (
    "Bấm vào một văn bản để mở; bấm vào một đường để đọc câu văn nói lên quan hệ ấy. Lăn chuột (trên điện thoại: mở "
    "rộng hai ngón tay) để phóng to; chỗ chật hình bớt tên, phóng to sẽ thấy thêm, xem đủ ở Bảng."
)
CROWDED = (
    "Hình có trên {most} văn bản nên chỉ ghi tên những văn bản gần nhất. Muốn dễ đọc, hãy giảm số bước, lọc bớt, "
    "hoặc xem Bảng."
)
NEARER = "văn bản đang xem và của các văn bản cách nó dưới {hops} bước"
REACH = "Sơ đồ {hops} bước vẽ quan hệ của {drawn}; muốn thấy quan hệ giữa các văn bản ngoài cùng, hãy {next}."
NOT_HELD = "Thư viện và danh mục chưa có {name}. Hãy thêm tệp của văn bản ấy ở trang Thư viện."
ELSE = "Xem {count} quan hệ khác của văn bản này ở Bảng"
NOTHING_LEFT = "Không còn quan hệ nào sau khi lọc. Hãy chọn thêm loại quan hệ ở trên, hoặc nới khoảng năm."
DRAWN = "{view} các văn bản có quan hệ với {name}. {size} Cùng nội dung ở Bảng."
HOPS = (1, 2, 3)
_BOX, _SEEN, _HOPS, _VIEW, _CHART = "vk-quan-he", "vk-quan-he-da-xem", "vk-so-buoc", "vk-cach-xem", "vk-so-do"
_WIDE = "vk-xem-rong"
OPENED = "vk-mo-van-ban"
_MOST_OFFERED, _HEIGHT = 8, 640


def page() -> None:
    """Draw the choice of a document, and what lies around the one that is chosen."""
    draw_frame(tr("Quan hệ giữa các văn bản"))
    try:
        given = _ask()
        found = relations_data.find_typed(given) if given else None
        if found and found.chosen:
            _show(found.chosen.id)
        elif found and found.nodes:
            draw_notice(tr(SEVERAL, count=len(found.nodes), given=given))
            _offer(found.nodes)
        else:
            if given:
                draw_notice(tr(NOT_KNOWN, given=given), "vk-loi")
            draw_aside(tr(CHOOSE))
            opened = find_opened()
            _offer(sorted(relations_data.list_known(), key=lambda node: node.id != opened))
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
        st.text_input(tr("Văn bản (gõ số ký hiệu hoặc vài chữ của tên)"), key=_BOX, placeholder=tr("Ví dụ: 102-QĐ/TW"))
        st.form_submit_button(tr("Xem"), on_click=_take_typed)
    return given


def _take_typed() -> None:
    typed = st.session_state[_BOX].strip()
    st.session_state[_SEEN] = typed
    st.query_params.from_dict({"doc": typed} if typed else {})


def _offer(nodes: Sequence[Node]) -> None:
    draw(_lay_out_first(nodes))
    if (left := len(nodes) - _MOST_OFFERED) > 0:
        draw_aside(tr(MORE, count=left))


def _lay_out_first(nodes: Sequence[Node]) -> Html:
    borne = Counter(node.number for node in nodes)
    shown = nodes[:_MOST_OFFERED]
    named = {node.id: relations_data.name_in_list(node, borne[node.number] > 1) for node in shown}
    return lay_out_choice(named)


def _show(document_id: str) -> None:
    hops, room = st.session_state.get(_HOPS, HOPS[0]), _find_room(document_id)
    with st.spinner(tr("Đang tìm các văn bản có quan hệ…")):
        found = relations_data.look_around(document_id, hops, room)
    draw(lay_out_center(found))
    if len(found.nodes) == 1:
        draw_notice(tr(NO_RELATIONS))
        return
    with st.container(horizontal=True, key="vk-xem"):
        view = st.segmented_control(
            tr("Cách xem"),
            get_args(View),
            default=get_args(View)[0],
            format_func=tr,
            required=True,
            key=_VIEW,
            wrap=True,
        )
        if view not in TREES:
            steps = tr("Số bước từ văn bản này")
            st.segmented_control(steps, HOPS, default=HOPS[0], required=True, key=_HOPS)
    if view in TREES:
        _draw_trees(found, TREES[view])
        return
    shown = _filter(found, room)
    more = found.left_out > 0 and room < ROOM
    draw_aside(say_size(shown, NEARER_FIRST if more else FARTHER))
    if more:
        st.button(say_widen(), on_click=_widen, args=(document_id,))

    def read_whole() -> Surroundings:
        return relations_data.look_around(document_id, hops, ROOM) if more else shown

    if len(shown.nodes) == 1:
        draw_notice(tr(NOTHING_LEFT))
    elif view == TABLE:
        _draw_table(shown)
        draw_downloads(read_whole, shown.nodes[0])
    else:
        _draw_picture(shown, "Dòng thời gian" if view == "Dòng thời gian" else "Sơ đồ", read_whole)


def _draw_trees(found: Surroundings, choice: Choice) -> None:
    """The trees; where nothing grows, the way to what else is told of the document."""
    grown = relations_data.grow(found.center, choice)
    draw(lay_out_trees(grown))
    if not any(tree.root.children for tree in grown.trees):
        own = sum(found.center in (edge.source, edge.target) for edge in found.edges)
        st.button(tr(ELSE, count=own), icon=":material/table_rows:", on_click=_see_table)


def _see_table() -> None:
    st.session_state[_VIEW] = TABLE


def _find_room(document_id: str) -> int:
    """A picture begins with the nearest documents; a table, a filter or who asks for more has all there is room for."""
    state = st.session_state
    return ROOM if state.get(_WIDE) == document_id or state.get(_VIEW) == TABLE else AT_FIRST


def _widen(document_id: str) -> None:
    st.session_state[_WIDE] = document_id


def _filter(found: Surroundings, room: int) -> Surroundings:
    """Which relations, which years; who opens the choice chooses among all there is room for."""
    place = f"{found.center} {found.hops} {room}"
    opened = st.expander(
        tr("Lọc theo loại quan hệ và năm"), key=f"vk-mo-loc {found.center}", on_change=_widen, args=(found.center,)
    )
    with opened, st.container(key="vk-loc"):
        kinds = st.pills(
            tr("Loại quan hệ (bấm để chọn, bấm lần nữa để bỏ)"),
            list(found.kinds),
            selection_mode="multi",
            default=list(found.kinds),
            format_func=lambda kind: escape_label(f"{say_kind(kind)} ({found.kinds[kind]})"),
            key=f"vk-loai-quan-he {place}",
        )
        years = found.years
        if years and years[0] < years[1]:
            years = st.slider(tr("Năm ban hành"), *years, value=years, key=f"vk-nam {place}")
    return narrow(found, kinds, years)


def _draw_picture(found: Surroundings, view: View, read_whole: Callable[[], Surroundings]) -> None:
    drawn = limit(found, MOST_NODES, MOST_EDGES)
    if drawn.nodes != found.nodes or drawn.edges != found.edges:
        draw_notice(say_left_out(drawn, found))
    if len(drawn.nodes) > NAMED:
        draw_aside(tr(CROWDED, most=NAMED))
    picture = draw_timeline(drawn) if view == "Dòng thời gian" else draw_map(drawn)
    if view == "Dòng thời gian" and (undated := say_undated(drawn)):
        draw_aside(undated)
    draw_aside(f"{tr(HOW)} {say_reach(drawn.hops)}")
    with st.container(key=_CHART):
        event = st.echarts_chart(
            picture.option,
            height=_HEIGHT,
            theme=None,
            key=_name_chart(drawn, view),
            on_select="rerun",
            alt=tr(DRAWN, view=tr(view), name=found.nodes[0].name, size=say_size(drawn)),
        )
    draw(lay_out_legend(drawn))
    picked = find_picked(picture, event["selection"]["selected"])
    if isinstance(picked, Line):
        draw(lay_out_rows(relations_data.tell(drawn.nodes, picked.edges), found.center))
    draw_downloads(read_whole, found.nodes[0], _CHART)
    if isinstance(picked, Node):
        _open(picked)


def say_reach(hops: int) -> str:
    """Between which documents lines are drawn, and how to see the others."""
    drawn = tr(NEARER, hops=hops) if hops > 1 else tr("văn bản đang xem")
    return tr(REACH, hops=hops, drawn=drawn, next=tr("tăng số bước" if hops < HOPS[-1] else "xem riêng từng văn bản"))


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
        draw_notice(tr(NOT_HELD, name=call(node).partition(" [")[0]), "vk-canh-bao")
    else:
        with st.container(key=OPENED):
            st.page_link(READ, label=escape_label(tr("Mở {name}", name=node.name)), query_params={"doc": node.id})
        follow_link(OPENED, f"{st.query_params.get('doc')} {node.id}")


def _draw_table(found: Surroundings) -> None:
    count = f"vk-so-dong {found.center}"
    most = st.session_state.get(count, AT_ONCE)
    draw(lay_out_rows(relations_data.tell(found.nodes, found.edges[:most]), found.center))
    if (left := len(found.edges) - most) > 0:
        more = tr("Xem tiếp {more} quan hệ (còn {left})", more=min(left, AT_ONCE), left=left)
        st.button(more, on_click=_draw_more, args=(count, most))


def _draw_more(count: str, most: int) -> None:
    st.session_state[count] = most + AT_ONCE


if __name__ == "__main__":
    page()
