"""What the page Văn bản asks about the file a document was read from; its pages are drawn in a process of their own."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from index.settings import Settings
from ingest.readers.apart import ReaderPool
from ingest.readers.printed.page_picture import PICTURED, PagePicture
from ingest.readers.recognise import find_kind
from ingest.store import open_library
from ui.visitor import load_settings

LONGEST_DRAWING = 30.0
"""Seconds that a page may take to be drawn."""


@dataclass(frozen=True, slots=True)
class Original:
    """The file of a document.

    Attributes:
        name: Of the file.
        kind: As a person calls it: ``"PDF"``, ``"DOCX"``.
        size: Bytes.
        hash: SHA-256.
    """

    name: str
    kind: str
    size: int
    hash: str

    @property
    def pictured(self) -> bool:
        """Whether it has pages that can be shown."""
        return self.kind in PICTURED


def find_original(document_id: str) -> Original:
    """What is kept of the file of a held document.

    Raises:
        NotHeldError: If it is not held.
    """
    settings = load_settings()
    with open_library(settings.home, settings.sight) as library:
        kept = library.versions.find_original(document_id)
    return Original(kept.name, _find_kind(settings, document_id, kept.hash), kept.size, kept.hash)


def read_content(document_id: str) -> bytes:
    """The bytes of the file of a held document."""
    return _read_content(load_settings(), document_id)


def draw_page(document_id: str, original: Original, number: int) -> PagePicture:
    """A page of the *original* of a held document, drawn once.

    Raises:
        ReadingError: If it cannot be drawn.
    """
    return _draw_page(load_settings(), document_id, original, number)


@st.cache_resource(max_entries=64, show_spinner=False)
def _draw_page(settings: Settings, document_id: str, original: Original, number: int) -> PagePicture:
    drawing: Future[PagePicture] = share_reader().draw_page(
        _read_content(settings, document_id), Path(original.name), number
    )
    return drawing.result()


@st.cache_resource(show_spinner=False)
def share_reader() -> ReaderPool:
    """The process that draws pages for all who read: a harmful file ends it and nothing else."""
    return ReaderPool(1, longest=LONGEST_DRAWING)


@st.cache_data(max_entries=256, show_spinner=False)
def _find_kind(settings: Settings, document_id: str, content_hash: str) -> str:  # noqa: ARG001 -- of another file anew
    return find_kind(_read_content(settings, document_id))


def _read_content(settings: Settings, document_id: str) -> bytes:
    with open_library(settings.home, settings.sight) as library:
        return library.versions.read_original(document_id)[0]
