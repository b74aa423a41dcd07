"""What page Quan hệ asks of the library: worked out once, as long as the library stays as it is."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from index.describe_trees import Choice, Grown, find_trees
from index.graph import Edge, Graph, Node
from index.related import find_named
from index.relation_table import RelationRow, tabulate
from index.settings import Settings, load_settings
from index.surroundings import Surroundings, survey
from ingest.catalog import read_catalog
from ingest.describe import describe_day
from ingest.store import Library, open_library


def list_known() -> dict[str, str]:
    """Id -> name and day of every document held, the newest first, then of those that only the catalogue knows."""
    settings = load_settings()
    with open_library(settings.home) as library:
        return _list_known(settings, _state_of(library))


def find_nodes(given: str) -> tuple[Node, ...]:
    """The documents that an id, a sign or a name means.

    Raises:
        NotHeldError: If neither the library nor the catalogue has one.
    """
    with open_library(load_settings().home) as library:
        return Graph(library).describe(find_named(library, given))


def look_around(document_id: str, hops: int) -> Surroundings:
    """What lies at most *hops* relations away from a document."""
    settings = load_settings()
    with open_library(settings.home) as library:
        return _look_around(settings, _state_of(library), document_id, hops)


def tell(nodes: Iterable[Node], edges: Iterable[Edge]) -> list[RelationRow]:
    """A row for each of *edges*, which join *nodes*, with the sentences that say so."""
    with open_library(load_settings().home) as library:
        return tabulate(library, nodes, edges)


def grow(document_id: str, choice: Choice) -> Grown:
    """The trees of a document, of what it rests on or of who carries it out."""
    settings = load_settings()
    with open_library(settings.home) as library:
        return _grow(settings, _state_of(library), document_id, choice)


@st.cache_resource(max_entries=1, show_spinner=False)
def _list_known(settings: Settings, state: str) -> dict[str, str]:  # noqa: ARG001 -- of another state anew
    with open_library(settings.home) as library:
        held = {one.id for one in library.documents()}
        catalogued = [one for one in read_catalog() if one.id not in held and not library.citing.find_copies(one)]
        nodes = Graph(library).describe([*held, *(one.id for one in catalogued)])
    return {node.id: _call(node) for node in sorted(nodes, key=lambda node: node.held != "held")}


def _call(node: Node) -> str:
    title = f": {node.title}" if node.title and node.held == "known" else ""
    day = f" ({describe_day(node.date)})" if node.date else ""
    return f"{node.name}{title}{day}"


@st.cache_resource(max_entries=16, show_spinner="Đang tìm các văn bản có quan hệ…")
def _look_around(settings: Settings, state: str, document_id: str, hops: int) -> Surroundings:  # noqa: ARG001 -- as above
    with open_library(settings.home) as library:
        return survey(Graph(library), document_id, hops)


@st.cache_resource(max_entries=16, show_spinner="Đang lần theo các văn bản…")
def _grow(settings: Settings, state: str, document_id: str, choice: Choice) -> Grown:  # noqa: ARG001 -- as above
    with open_library(settings.home) as library:
        return find_trees(library, document_id, choice)[0]


def _state_of(library: Library) -> str:
    return f"{library.id} {library.generation}"
