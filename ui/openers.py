"""What is opened once in the process and shared by all pages: the model, the index, the search, the builder."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache, partial
from typing import Generic, TypeVar

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
from ingest.store.sight import EVERYTHING
from ui.building import IndexBuilder

_UNTIL_DRAWN_S = 0.5
_MOST_OPEN = 16  # of those who see different parts of the library
_Opened = TypeVar("_Opened")
_ANY_WORDS = "mở sẵn"  # vi: words to cut, so that what cuts them is open


@dataclass
class _Slot(Generic[_Opened]):
    """What is open of one build, for whoever sees the same."""

    opening: threading.Lock = field(default_factory=threading.Lock)
    build: str = ""
    opened: list[_Opened] = field(default_factory=list)


class Latest(Generic[_Opened]):
    """What is open of each build that serves: once a newer one is, the earlier is given back."""

    def __init__(self) -> None:
        self._one_at_a_time = threading.Lock()
        self._slots: OrderedDict[Settings, _Slot[_Opened]] = OrderedDict()

    def get(self, settings: Settings, build: str, open_it: Callable[[], _Opened]) -> _Opened:
        """Of the build of that name, opened where it is not; who asks for another's waits for nobody."""
        with self._one_at_a_time:
            slot = self._slots.setdefault(settings, _Slot())
            self._slots.move_to_end(settings)
            while len(self._slots) > _MOST_OPEN:
                self._slots.popitem(last=False)
        with slot.opening:
            if slot.build != build:
                slot.opened, slot.build = [open_it()], build
            return slot.opened[0]


def share_searcher(settings: Settings, build: str) -> Searcher:
    """The search in the index named *build*."""
    with st.spinner(tr("Đang mở chỉ mục và mô hình…")):
        return _searchers().get(
            settings, build, lambda: open_searcher(settings, share_encoder(settings), _open_index(settings, build))
        )


@st.cache_resource(show_spinner=False)
def _searchers() -> Latest[Searcher]:
    return Latest()


def share_index(settings: Settings, build: str) -> LocalIndex:
    """The index named *build*, for what needs no model."""
    with st.spinner(tr("Đang mở chỉ mục…")):
        return _open_index(settings, build)


def _open_index(settings: Settings, build: str) -> LocalIndex:
    of = _of_index(settings)
    return _indexes().get(of, build, lambda: open_index(of))


@st.cache_resource(show_spinner=False)
def _indexes() -> Latest[LocalIndex]:
    return Latest()


def _of_index(settings: Settings) -> Settings:
    """What the index depends on: those from whom nothing is kept share one, whatever their groups."""
    return settings if settings.own_index else replace(settings, sight=EVERYTHING)


def share_builder(settings: Settings) -> IndexBuilder:
    """The one that builds the index of this library."""
    return _share_builder(_of_index(settings))


@st.cache_resource(show_spinner=False)
def _share_builder(settings: Settings) -> IndexBuilder:
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
