"""What is opened once in the process and shared by all pages: the model, the index, the search, the builder."""

from __future__ import annotations

import threading
from functools import lru_cache

import streamlit as st

from index.build import BuildReport, build_index
from index.encode import Encoder, model_fingerprint, open_encoder
from index.local_index import LocalIndex
from index.search import Searcher, open_index, open_searcher
from index.settings import Settings
from ui.building import IndexBuilder, Report


@st.cache_resource(max_entries=1, show_spinner="Đang mở chỉ mục và mô hình…")
def share_searcher(settings: Settings, build: str) -> Searcher:
    """The search in the index named *build*."""
    return open_searcher(settings, share_encoder(settings), share_index(settings, build))


@st.cache_resource(max_entries=1, show_spinner="Đang mở chỉ mục…")
def share_index(settings: Settings, build: str) -> LocalIndex:  # noqa: ARG001 -- a new build is another key
    """The index named *build*, for what needs no model."""
    return open_index(settings)


@st.cache_resource(show_spinner=False)
def share_builder(settings: Settings) -> IndexBuilder:
    """The one that builds the index of this library."""

    def build(report: Report) -> BuildReport:
        report("Đang mở mô hình", 0, 0)
        return build_index(settings, report, share_encoder(settings))

    return IndexBuilder(build)


_one_at_a_time = threading.Lock()


def share_encoder(settings: Settings) -> Encoder:
    """The model, loaded once in the process; searching and building share it."""
    with _one_at_a_time:
        return _open_encoder(settings.model, model_fingerprint(settings.model))


@lru_cache(maxsize=1)
def _open_encoder(model: str, fingerprint: str) -> Encoder:  # noqa: ARG001 -- a changed model is another key
    return open_encoder(model)
