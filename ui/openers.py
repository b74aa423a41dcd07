"""What is opened once in the process and shared by all pages: the model, the index, the search, the builder."""

from __future__ import annotations

import threading
from contextlib import suppress
from functools import cache, lru_cache, partial

import streamlit as st

from index.building_apart import build_apart
from index.encode import Encoder, model_fingerprint, open_encoder
from index.local_index import LocalIndex
from index.opening import open_index
from index.search import Searcher, open_searcher
from index.segment import words
from index.settings import Settings
from ingest.errors import AppError
from ingest.language import tr
from ui.building import IndexBuilder

_UNTIL_DRAWN_S = 0.5
_ANY_WORDS = "mở sẵn"  # vi: words to cut, so that what cuts them is open


def share_searcher(settings: Settings, build: str) -> Searcher:
    """The search in the index named *build*."""
    with st.spinner(tr("Đang mở chỉ mục và mô hình…")):
        return _share_searcher(settings, build)


@st.cache_resource(max_entries=8, show_spinner=False)
def _share_searcher(settings: Settings, build: str) -> Searcher:
    return open_searcher(settings, share_encoder(settings), _share_index(settings, build))


def share_index(settings: Settings, build: str) -> LocalIndex:
    """The index named *build*, for what needs no model."""
    with st.spinner(tr("Đang mở chỉ mục…")):
        return _share_index(settings, build)


@st.cache_resource(max_entries=8, show_spinner=False)
def _share_index(settings: Settings, build: str) -> LocalIndex:  # noqa: ARG001 -- a new build is another key
    return open_index(settings)


@st.cache_resource(show_spinner=False)
def share_builder(settings: Settings) -> IndexBuilder:
    """The one that builds the index of this library."""
    return IndexBuilder(partial(build_apart, settings))


@cache
def open_ahead(settings: Settings) -> None:
    """Open the model while a first question is still being typed, once the page stands; once for these settings.

    What fails is told to the one who asks.
    """
    later = threading.Timer(_UNTIL_DRAWN_S, _open_quietly, (settings,))
    later.daemon = True
    later.start()


def _open_quietly(settings: Settings) -> None:
    with suppress(AppError):
        share_encoder(settings)
    words(_ANY_WORDS)


_one_at_a_time = threading.Lock()


def share_encoder(settings: Settings) -> Encoder:
    """The model, loaded once in the process; searching and building share it."""
    with _one_at_a_time:
        return _open_encoder(settings.model, model_fingerprint(settings.model))


@lru_cache(maxsize=1)
def _open_encoder(model: str, fingerprint: str) -> Encoder:  # noqa: ARG001 -- a changed model is another key
    return open_encoder(model)
