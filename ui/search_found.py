"""What the page of searching asks of the index and the library: found once, kept while both stay as they are."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import streamlit as st

from index.as_of import day_of
from index.local_index import current_build
from index.opening import check_sight
from index.query import Query
from index.queueing import QUESTIONS
from index.search import Searcher
from index.searching.arranging import Page, cut, group, order
from index.searching.examples import find_subjects
from index.searching.facets import Value, count_documents, count_results, count_values, count_without, narrow
from index.searching.matches import find_results
from index.searching.news import find_arrived, find_moment, find_new
from index.searching.request import Request, read_address
from index.searching.values import Result, ResultSet
from index.settings import Settings
from index.wording.abbreviations import OWN_FILE
from ingest.desk.values import SavedSearch
from ingest.errors import QuestionError
from ingest.language import tr
from ingest.models import Passage
from ingest.store import open_library
from ui import openers
from ui.visitor import load_settings, open_held

MOST_SUBJECTS = 6
MOST_CHOSEN = 100
_TOO_MANY = "Tìm kiếm này bị thu hẹp theo {count} giá trị, nhiều nhất là {most}. Hãy bỏ bớt giá trị ở ô lọc."
_MOST_KEPT = 32


@dataclass(frozen=True, slots=True)
class Shown:
    """A page of what a request finds.

    Attributes:
        found: All that matches, before it is narrowed.
        left: What is left after narrowing, in order.
        page: Of results; or where they are gathered, the first of each document with how many there are of it.
        offered: Key of each facet -> every value that the search has, with the count of it now.
        without: Each choice -> how many there would be without it.
        documents: Id -> name of each document found.
    """

    found: ResultSet
    left: tuple[Result, ...]
    page: Page[tuple[Result, int]]
    offered: Mapping[str, tuple[Value, ...]]
    without: Mapping[tuple[str, str], int]
    documents: Mapping[str, str]

    @property
    def query(self) -> Query:
        """The request as it was read."""
        return self.found.query


def look(request: Request) -> Shown:
    """The page of *request*.

    Raises:
        QuestionError: If it cannot be searched for as typed, or is narrowed by too much.
        BusyError: If too many search at once.
        MissingIndexError: If nothing was built yet.
        ForeignIndexError: If the index is of another library, model or format.
    """
    if len(request.chosen) > MOST_CHOSEN:
        raise QuestionError(tr(_TOO_MANY, count=len(request.chosen), most=MOST_CHOSEN))
    found = find(request)
    results = found.results
    measure = count_documents if request.grouped else count_results
    now = {
        (key, one.value): one.count
        for key, some in count_values(results, request.chosen, measure).items()
        for one in some
    }
    offered: dict[str, tuple[Value, ...]] = {}
    for key, some in count_values(results, (), measure).items():  # all of them in one order, however it is narrowed
        values = dict.fromkeys([*(one.value for one in some), *(value for of, value in request.chosen if of == key)])
        offered[key] = tuple(Value(one, now.get((key, one), 0)) for one in values)
    left = order(narrow(results, request.chosen), request.order)
    items = (
        [(one.results[0], len(one.results)) for one in group(left)] if request.grouped else [(one, 1) for one in left]
    )
    without = count_without(results, request.chosen, measure)
    names = {one.source.id: one.source.metadata.label for one in results}
    return Shown(found, left, cut(items, request.page), offered, without, names)


def find(request: Request) -> ResultSet:
    """All that a request finds, before it is narrowed; raises as :func:`look`."""
    settings = load_settings()
    build = current_build(settings.index_folder).name
    searcher = openers.share_searcher(settings, build)  # out here, where it can say that it opens
    with open_library(settings.home, settings.sight) as library:
        state = f"{build} {library.state} {library.arrangement} {day_of(None)} {_stamp(settings.home)}"
    with QUESTIONS.enter():
        return _find(searcher, state, replace(request, chosen=(), order="relevance", grouped=False, page=1))


def _stamp(home: Path) -> int:
    """Changes with the owner's abbreviations, which are read anew for every question; 0 where there are none."""
    file = home / OWN_FILE
    return file.stat().st_mtime_ns if file.exists() else 0


@st.cache_resource(max_entries=_MOST_KEPT, show_spinner=False)
def _find(_searcher: Searcher, state: str, request: Request) -> ResultSet:  # noqa: ARG001 -- of another state anew
    return find_results(_searcher, _searcher.understand(request.typed, literal=request.literal, scope=request.scope))


def read_passages(results: Iterable[Result]) -> dict[int, Passage]:
    """Number -> passage of those *results* that are one."""
    with open_held() as library:
        return library.find_passages([one.number for one in results if one.source.kind == "text"])


def suggest_subjects() -> list[str]:
    """What can be searched for in this library, by its own headings."""
    settings = load_settings()
    with open_library(settings.home, settings.sight) as library:
        state = library.state
    return _suggest(settings, state)


@st.cache_resource(max_entries=8, show_spinner=False)
def _suggest(settings: Settings, state: str) -> list[str]:  # noqa: ARG001 -- of another state anew
    with open_library(settings.home, settings.sight) as library:
        return find_subjects(library, MOST_SUBJECTS)


def find_news(searches: Iterable[SavedSearch]) -> dict[int, tuple[str, ...]]:
    """Id of each saved search -> ids of the documents it finds that came after it was looked at; raises as `look`.

    What came while nobody looked is asked first: where nothing did, nothing is searched.
    """
    told: dict[int, tuple[str, ...]] = {}
    with open_held() as library:
        held = library.documents()  # once, however many are saved: of ten thousand it takes a tenth of a second
    arrived = {one.id: find_arrived(held, one.looked_at) for one in searches}
    for one in searches:
        request = read_address(one.address) if arrived[one.id] else None
        left = narrow(find(request).results, request.chosen) if request else ()
        told[one.id] = find_new(left, arrived[one.id])
    return told


def find_moment_of_looking() -> datetime.datetime:
    """Since when a document is new to who looks now."""
    settings = load_settings()
    index = openers.share_index(settings, current_build(settings.index_folder).name)
    now = datetime.datetime.now(datetime.UTC).replace(microsecond=0)
    with open_library(settings.home, settings.sight) as library:
        check_sight(index, library)
        return find_moment(library, frozenset(index.manifest.documents), now)
