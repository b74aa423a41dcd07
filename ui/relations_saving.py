"""The relations around a document as files: a table, a graph for other programs, and the picture that is drawn."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from index.graph import Node
from index.relation_files import write_csv, write_graphml
from index.surroundings import Surroundings
from ingest.language import keep_language, tr
from ui import relations_data
from ui.picture_button import draw_picture_button
from ui.visitor import keep_visitor


def draw_downloads(read_whole: Callable[[], Surroundings], center: Node, chart: str | None = None) -> None:
    """Offer the relations that are left after filtering, all of them, as files.

    Args:
        read_whole: Gives them, also those that a picture leaves out at first; called when a button is pressed.
        chart: Key of the container that holds a picture, which may be saved too.
    """
    name = "quan-he-" + "".join(one if one.isalnum() else "-" for one in center.number or "van-ban")

    def save_csv() -> bytes:
        whole = read_whole()
        return write_csv(relations_data.tell(whole.nodes, whole.edges))

    def save_graphml() -> bytes:
        whole = read_whole()
        return write_graphml(whole.nodes, relations_data.tell(whole.nodes, whole.edges), whole.standings)

    with st.container(horizontal=True, vertical_alignment="center", key="vk-tai"):
        _draw_download(tr("Tải bảng (CSV, mở bằng Excel)"), save_csv, f"{name}.csv", "text/csv")
        _draw_download(tr("Tải đồ thị (GraphML)"), save_graphml, f"{name}.graphml", "application/graphml+xml")
        if chart:
            draw_picture_button(tr("Tải hình (PNG)"), chart, center.name, f"{name}.png")


def _draw_download(words: str, save: Callable[[], bytes], name: str, mime: str) -> None:
    """A button that writes the file when it is pressed, and draws nothing anew."""
    icon = ":material/download:"
    st.download_button(
        words, keep_visitor(keep_language(save)), file_name=name, mime=mime, icon=icon, on_click="ignore"
    )
