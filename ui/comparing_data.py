"""What page So sánh asks: two documents, or two versions of one, aligned once while the library stays as it is."""

from __future__ import annotations

import streamlit as st

from index.aligning.comparison import Comparison, compare_documents, compare_version, find_earlier
from index.encode import model_fingerprint
from index.settings import Settings
from ingest.store import Version, open_library
from ui.visitor import load_settings, open_held


def compare(old: str, new: str) -> Comparison:
    """Two held documents, each given by its id; worked out once, as long as the library stays as it is.

    Raises:
        NotHeldError: If one of them is not held.
        UsageError: If both are one document.
    """
    settings = load_settings()
    with open_library(settings.home, settings.sight) as library:
        state = library.state
    return _compare(settings, state, old, new)


@st.cache_resource(max_entries=8, show_spinner=False)
def _compare(settings: Settings, state: str, old: str, new: str) -> Comparison:  # noqa: ARG001 -- of another state anew
    with open_library(settings.home, settings.sight) as library:
        return compare_documents(library, model_fingerprint(settings.model), old, new)


def list_earlier(document_id: str) -> tuple[Version, ...]:
    """The versions of a held document that are kept and not in use, the last that came first."""
    with open_held() as library:
        return find_earlier(library, document_id)


def compare_with_version(document_id: str, number: int) -> Comparison:
    """A held document, given by its id, with an earlier version of it; kept like :func:`compare`.

    Raises:
        NotHeldError: If it is not held, or there is no such version.
        UsageError: If that version is in use.
    """
    settings = load_settings()
    with open_library(settings.home, settings.sight) as library:
        state = library.state
    return _compare_version(settings, state, document_id, number)


@st.cache_resource(max_entries=8, show_spinner=False)
def _compare_version(settings: Settings, state: str, document_id: str, number: int) -> Comparison:  # noqa: ARG001 -- as above
    with open_library(settings.home, settings.sight) as library:
        return compare_version(library, model_fingerprint(settings.model), document_id, number)
