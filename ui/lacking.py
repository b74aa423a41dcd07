"""What the pages ask about texts that are not held: which they are, and the one fetcher that can get them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from index.settings import Settings
from ingest import bearers
from ingest.bearers import Bearer
from ingest.catalog import read_catalog
from ingest.fetch_rules import Rules, load_rules
from ingest.language import tr
from ingest.missing import Missing, find_missing
from ingest.models import Metadata
from ingest.readers.apart import open_readers
from ingest.records import Record
from ingest.store import library_folder, open_library
from ui.fetching import Fetch, TextFetcher
from ui.visitor import load_settings, open_held, open_whole, recording

if TYPE_CHECKING:
    from ingest.fetching import Got


@dataclass(frozen=True, slots=True)
class Lacking:
    """What the library does not hold.

    Attributes:
        found: What it cites.
        citing: The records of the documents that cite it, by id.
        known: What nobody cites and the catalogue knows.
    """

    found: Sequence[Missing]
    citing: Mapping[str, Metadata]
    known: Sequence[Record]


def find_bearers(given: str) -> list[Bearer]:
    """Every document that bears the sign *given*, held or only known, the oldest first."""
    with open_held() as library:
        return bearers.find_bearers(library, given)


def list_missing() -> Lacking:
    """Every document that is cited and not held, that of most citing documents first."""
    settings = load_settings()
    with open_library(settings.home, settings.sight) as library:
        state = library.state
    with st.spinner(tr("Đang tìm văn bản còn thiếu…")):
        return _list_missing(settings, state)


@st.cache_resource(max_entries=8, show_spinner=False)
def _list_missing(settings: Settings, state: str) -> Lacking:  # noqa: ARG001 -- of another state anew
    with open_library(settings.home, settings.sight) as library:
        found = find_missing(library)
        cited = {one.id for each in found for one in (each.record, *each.candidates) if one}
        known = [one for one in read_catalog() if one.id not in cited and not library.citing.find_copies(one)]
        return Lacking(found, library.find_records(one for each in found for one in each.cited_by), known)


def fetch_rules() -> Rules:
    """How far a fetch may go on this machine.

    Raises:
        UsageError: If one of the owner's settings says what cannot be.
    """
    return load_rules(library_folder())


def text_fetcher() -> TextFetcher:
    """The one fetcher of the process."""
    return _text_fetcher(library_folder())


@st.cache_resource(show_spinner=False)
def _text_fetcher(home: Path) -> TextFetcher:
    @contextmanager
    def open_way() -> Iterator[Fetch]:
        from ingest.fetch import Fetcher  # the network's library waits until it is asked for
        from ingest.fetching import SET_ASIDE, Fetching

        with open_whole() as library, open_readers() as readers:
            fetching = Fetching(Fetcher(load_rules(home)), library, readers, home / SET_ASIDE)

            def fetch(record: Record) -> Got:
                with recording("fetch", [record.id]) as written:
                    got = fetching.fetch(record, record.addresses)
                    written.failed = got.added is None
                return got

            yield fetch

    return TextFetcher(open_way)
