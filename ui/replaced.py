"""Which held documents took the place of which others, by the words of the library's own papers and the catalogue's."""

from __future__ import annotations

import streamlit as st

from index.graph import Graph
from index.settings import Settings
from ingest.relating.relation import REPLACES
from ingest.store import open_library
from ui.visitor import load_settings


def list_replaced() -> tuple[tuple[str, str], ...]:
    """Ids of the earlier and the later of each two that are held; what was replaced last comes first."""
    settings = load_settings()
    with open_library(settings.home, settings.sight) as library:
        state = library.state
    return _list_replaced(settings, state)


@st.cache_resource(max_entries=8, show_spinner=False)
def _list_replaced(settings: Settings, state: str) -> tuple[tuple[str, str], ...]:  # noqa: ARG001 -- of another state anew
    with open_library(settings.home, settings.sight) as library:
        told = Graph(library).read_told()
    held = {node.id: str(node.date or "") for node in told.nodes if node.held == "held"}
    pairs = {
        (edge.target, edge.source)
        for edge in told.edges
        if edge.kind == REPLACES and edge.sure and edge.whole and not edge.clause
    }
    among = sorted(pair for pair in pairs if held.keys() >= set(pair))
    return tuple(sorted(among, key=lambda pair: held[pair[1]], reverse=True))
