"""The relations around a document as files: a table, a graph for other programs, and the picture that is drawn."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from index.graph import Node
from index.relation_files import write_csv, write_graphml
from index.surroundings import Surroundings
from ingest.language import tr
from ui import relations_data
from ui.picture_button import draw_picture_button
from ui.saving import File, draw_saving


def draw_downloads(read_whole: Callable[[], Surroundings], center: Node, chart: str | None = None) -> None:
    """Offer the relations that are left after filtering, all of them, as files.

    Args:
        read_whole: Gives them, also those that a picture leaves out at first; called when a button is pressed.
        chart: Key of the container that holds a picture, which may be saved too.
    """
    of = [center.id]
    name = "quan-he-" + "".join(one if one.isalnum() else "-" for one in center.number or "van-ban")

    def save_csv() -> bytes:
        whole = read_whole()
        return write_csv(relations_data.tell(whole.nodes, whole.edges))

    def save_graphml() -> bytes:
        whole = read_whole()
        return write_graphml(whole.nodes, relations_data.tell(whole.nodes, whole.edges), whole.standings)

    with st.container(horizontal=True, vertical_alignment="center", key="vk-tai"):
        table, graph = File(f"{name}.csv", "text/csv", of), File(f"{name}.graphml", "application/graphml+xml", of)
        draw_saving(tr("Tải bảng (CSV, mở bằng Excel)"), save_csv, table)
        draw_saving(tr("Tải đồ thị (GraphML)"), save_graphml, graph)
        if chart:
            draw_picture_button(tr("Tải hình (PNG)"), chart, center.name, f"{name}.png")
