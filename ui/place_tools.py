"""What can be done with the place that is read: copied with its source, sent as a link, taken along."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

from ingest.language import tr
from ingest.models import Document
from ingest.reference import refer
from ui.collecting import Taken, draw_collecting
from ui.copying import draw_copy_button, draw_link_button, link_here, quote_with_source
from ui.reading import Place

_OF_PLACE = ("doc", "at", "start", "end")
"""What of the address names a place."""


def draw_place_tools(document: Document, place: Place) -> None:
    """What can be done with the place that stands out; stays in view below, as the page opens at the place."""
    words = document.text[place.start : place.end]
    link = link_here(urlencode({name: st.query_params[name] for name in _OF_PLACE if name in st.query_params}))
    with st.container(horizontal=True, vertical_alignment="center", key="vk-cong-cu-doan"):
        draw_copy_button(
            tr("Sao chép đoạn kèm nguồn"), quote_with_source(words, refer(document.metadata, place.address)), "doan"
        )
        draw_link_button(link, "lien-ket")
        draw_collecting(Taken(document.id, place.address, (place.start, place.end), words), "doan")
