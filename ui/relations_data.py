"""What page Quan hệ asks of the library: worked out once, as long as the library stays as it is."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from index.describe_trees import Choice, Grown, find_trees
from index.doubts import note_unverified
from index.graph import Edge, Graph, Node
from index.related import find_named
from index.relation_table import RelationRow, tabulate
from index.settings import Settings
from index.surroundings import Surroundings, survey
from ingest.catalog import read_catalog
from ingest.days import describe_day
from ingest.errors import NotHeldError
from ingest.language import tr
from ingest.store import Library, open_library
from ui import services
from ui.relations_finding import Matches, find_matches
from ui.visitor import load_settings, open_held

_DIGITS = 5


def list_known() -> tuple[Node, ...]:
    """Every document held, the newest first, then those that only the catalogue knows."""
    settings = load_settings()
    with open_library(settings.home, settings.sight) as library:
        return _list_known(settings, _state_of(library))


def find_typed(typed: str) -> Matches:
    """The documents that an id, a sign, a part of it or words of a name mean, also those that are only cited."""
    known = list_known()
    with open_held() as library:
        graph = Graph(library)
        try:
            found = graph.describe(find_named(library, graph, typed))
        except NotHeldError:
            number = typed.strip()
            cited = graph.find_cited_numbered(int(number)) if number.isdecimal() and len(number) <= _DIGITS else []
            return find_matches(typed, (*known, *graph.describe(cited)))
    return Matches(found, found[0] if len(found) == 1 else None)


def look_around(document_id: str, hops: int, room: int) -> Surroundings:
    """What lies at most *hops* relations away from a document: the nearest, as many as there is *room* for."""
    settings = load_settings()
    with open_library(settings.home, settings.sight) as library:
        state = _state_of(library)
    return _look_around(settings, state, document_id, hops, room)


def tell(nodes: Iterable[Node], edges: Iterable[Edge]) -> list[RelationRow]:
    """A row for each of *edges*, which join *nodes*, with the sentences that say so."""
    with open_held() as library:
        return tabulate(library, nodes, edges)


def grow(document_id: str, choice: Choice) -> Grown:
    """The trees of a document, of what it rests on or of who carries it out."""
    settings = load_settings()
    with open_library(settings.home, settings.sight) as library:
        state = _state_of(library)
    with st.spinner(tr("Đang lần theo các văn bản…")):
        return _grow(settings, state, document_id, choice)


@st.cache_resource(max_entries=8, show_spinner=False)
def _list_known(settings: Settings, state: str) -> tuple[Node, ...]:  # noqa: ARG001 -- of another state anew
    with open_library(settings.home, settings.sight) as library:
        held = {one.id for one in library.documents()}
        catalogued = [one for one in read_catalog() if one.id not in held and not library.citing.find_copies(one)]
        nodes = Graph(library).describe([*held, *(one.id for one in catalogued)])
    return tuple(sorted(nodes, key=lambda node: node.held != "held"))


def name_in_list(node: Node, shared: bool = False) -> str:
    """By name, title and day: enough to tell it from others.

    Args:
        shared: Whether another of its list bears the same sign: then who issued it tells them apart.
    """
    title = f": {node.title}" if node.title and node.held == "known" else ""
    day = describe_day(node.date) if node.date else ""
    facts = ", ".join(filter(None, (node.issuer if shared else "", day)))
    return f"{node.name}{title}{f' ({facts})' if facts else ''}{note_unverified(node)}"


@st.cache_resource(max_entries=16, show_spinner=False)
def _look_around(
    settings: Settings,
    state: str,  # noqa: ARG001 -- as above
    document_id: str,
    hops: int,
    room: int,
) -> Surroundings:
    with open_library(settings.home, settings.sight) as library:
        return survey(Graph(library), document_id, hops, changes=services.share_changes(), room=room)


@st.cache_resource(max_entries=16, show_spinner=False)
def _grow(settings: Settings, state: str, document_id: str, choice: Choice) -> Grown:  # noqa: ARG001 -- as above
    with open_library(settings.home, settings.sight) as library:
        return find_trees(library, document_id, choice)[0]


def _state_of(library: Library) -> str:
    return library.state
