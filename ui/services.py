"""What the pages ask of the library and the index: opened once in the process, shared by all who read.

Every function may be called by several pages at once; what fails is an `AppError` to show.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import streamlit as st

from index import suggest
from index.answer import Answer
from index.ask import answer_question
from index.build import needs_build
from index.changes import Changes, Statement, quote_changes
from index.local_index import current_build
from index.opening import check_sight
from index.query import Query
from index.queueing import QUESTIONS
from index.quotes import Quote
from index.referring import Party, find_cited
from index.replying.further import find_further
from index.search import Searcher
from index.settings import Settings
from index.similar import Nearest, find_similar
from index.validity import UNKNOWN, Standing
from ingest.catalog import find_record_of, read_catalog
from ingest.mentions import Citation
from ingest.models import Document, Metadata
from ingest.records import Record
from ingest.review import find_doubts
from ingest.store import Library, Mention, open_library, read_library
from ingest.store.sight import Sight
from ingest.store.stock import find_spans as find_provision_spans
from ui import around, openers
from ui.asked import Asked
from ui.building import IndexBuilder
from ui.visitor import load_settings, open_held


@dataclass(frozen=True, slots=True)
class Opened:
    """A document, the ids of the held documents that its mentions name, and what else is known around it.

    Attributes:
        catalogued: Mention -> id, of documents that only the catalogue knows.
        cites: The documents that it cites, known or not, each with the sentences.
        cited_by: Where other documents in use cite this one.
        record: What the catalogue knows of it.
        doubts: What a person should check, each a phrase in Vietnamese.
        standing: Whether it stands.
        changes: Who says that it does not, or was changed.
    """

    document: Document
    held: Mapping[Citation, str]
    catalogued: Mapping[Citation, str] = field(default_factory=dict)
    cited_by: tuple[Mention, ...] = ()
    record: Record | None = None
    doubts: tuple[str, ...] = ()
    cites: tuple[Party, ...] = ()
    standing: Standing = UNKNOWN
    changes: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenedRecord:
    """A document that only the catalogue knows, and where documents in use cite it.

    Attributes:
        opens: Ids of the documents it has to do with that are held or catalogued.
        standing: Whether it stands.
        changes: Who says that it does not, or was changed.
    """

    record: Record
    cited_by: tuple[Mention, ...]
    opens: frozenset[str]
    standing: Standing = UNKNOWN
    changes: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True)
class Further:
    """A question as it was read, and the quotes that come after those of its answer, strongest first."""

    query: Query
    quotes: tuple[Quote, ...]


def list_documents() -> list[tuple[str, Metadata]]:
    """Id and record of every held document, in the order of arrival."""
    with open_held() as library:
        return [(held.id, held.metadata) for held in library.documents()]


def open_document(given: str) -> Opened:
    """The document of an id or a sign.

    Raises:
        NotHeldError: If none is named so.
        AmbiguousError: If several bear the sign.
    """
    settings = load_settings()
    with read_library(settings.home, settings.sight) as library:
        document = library.get(library.find_id(given))
        meanings = library.citing.find_meanings(document)
        found = {one: meaning.only for one, meaning in meanings.items()}
        meant = {one: other for one, other in found.items() if other and other != document.id}
        held = library.find_records(meant.values())
        cited_by, cites = _read_cited_by(settings, library, document.id), find_cited(library, document, meanings)
        corrected = {one.field for one in library.corrections.list_of(document.id)}
        reviewed = library.reviews.is_reviewed(document.id)
        standing = share_changes().find(library, [document.id])[document.id]
        changes = quote_changes(library, standing, document)
    return Opened(
        document,
        {one: other for one, other in meant.items() if other in held},
        {one: other for one, other in meant.items() if other not in held},
        cited_by,
        find_record_of(document.metadata),
        () if reviewed else find_doubts(document, corrected),
        cites,
        standing,
        changes,
    )


def open_record(record: Record) -> OpenedRecord:
    """A document of the catalogue, with what a link from its page can open."""
    related = {one.id for one in record.relations}
    settings = load_settings()
    with read_library(settings.home, settings.sight) as library:
        opens = related & ({one.id for one in read_catalog()} | library.find_records(related).keys())
        standing = share_changes().find(library, [record.id])[record.id]
        cited_by, changes = _read_cited_by(settings, library, record.id), quote_changes(library, standing)
        return OpenedRecord(record, cited_by, frozenset(opens), standing, changes)


def share_changes() -> Changes:
    """What is known of changes of documents to those who see the same; it follows the library by itself."""
    return _share_changes(load_settings().sight)


@st.cache_resource(show_spinner=False)
def _share_changes(sight: Sight) -> Changes:  # noqa: ARG001 -- of another sight another one
    return Changes()


def _read_cited_by(settings: Settings, library: Library, document_id: str) -> tuple[Mention, ...]:
    """Where other documents cite it; of a much-cited one that takes long, and every press asks again."""
    return _cited_by(settings, library.state, document_id)


@st.cache_resource(max_entries=16, show_spinner=False)
def _cited_by(settings: Settings, state: str, document_id: str) -> tuple[Mention, ...]:  # noqa: ARG001 -- of another state anew
    with open_library(settings.home, settings.sight) as library:
        return around.list_mentions(library, document_id)


def find_document_id(given: str) -> str:
    """The id of the held document that an id, a sign or a name means.

    Raises:
        NotHeldError: If none is named so.
        AmbiguousError: If several bear the sign.
    """
    with open_held() as library:
        return library.find_id(given)


def find_records(document_ids: Iterable[str]) -> dict[str, Metadata]:
    """Id -> record, of those that are held."""
    with open_held() as library:
        return library.find_records(document_ids)


def find_spans(places: Iterable[tuple[str, str]]) -> dict[tuple[str, str], tuple[int, int]]:
    """Where provisions begin and end, each named by document and address; those that do not exist are left out."""
    with open_held() as library:
        return find_provision_spans(library, places)


def answer(asked: Asked) -> Answer:
    """The answer of the index in use.

    Raises:
        QuestionError: If the question cannot be asked as typed.
        MissingIndexError: If nothing was built yet.
        ForeignIndexError: If the index is of another library, model or format.
        BusyError: If too many ask at once.
    """
    searcher = _searcher()
    with QUESTIONS.enter():
        return answer_question(
            searcher,
            asked.question,
            literal=asked.literal,
            chosen=asked.chosen,
            scope=asked.scope,
            opened=asked.opened,
        )


def look_further(asked: Asked, answer: Answer) -> Further:
    """What stands under the *answer* to what was *asked*; raises as :func:`answer`."""
    searcher = _searcher()
    with QUESTIONS.enter():
        query = searcher.understand(asked.question, literal=asked.literal, scope=asked.scope)
        return Further(query, find_further(searcher, query, answer))


def look_for_similar(document_id: str, span: tuple[int, int]) -> Nearest:
    """The nearest passages of other documents to those that reach into *span* of a held document; no model is loaded.

    Raises:
        MissingIndexError: If nothing was built yet.
        ForeignIndexError: If the index is of another library, model or format.
    """
    settings = load_settings()
    index = openers.share_index(settings, current_build(settings.index_folder).name)
    with read_library(settings.home, settings.sight) as library:
        check_sight(index, library)
        return find_similar(index, library, document_id, span)


def suggest_questions() -> tuple[str, ...]:
    """Questions to begin with, made of the library's own headings; none where they tell too little."""
    settings = load_settings()
    with open_library(settings.home, settings.sight) as library:
        state = library.state
    return _suggest_questions(settings, state)


@st.cache_resource(max_entries=8, show_spinner=False)
def _suggest_questions(settings: Settings, state: str) -> tuple[str, ...]:  # noqa: ARG001 -- of another state anew
    with open_library(settings.home, settings.sight) as library:
        return suggest.suggest_questions(library)


def pending() -> tuple[str, ...]:
    """Names of the documents that the index in use does not know yet."""
    return _searcher().pending()


def build_if_needed() -> IndexBuilder:
    """The one builder of the process, set going if the index lacks anything; a failed build is not tried again."""
    settings = load_settings()
    found = openers.share_builder(settings)
    if found.running:
        return found
    if not needs_build(settings):
        found.failure = None
        openers.open_ahead(settings)
    elif not found.failure:
        found.start()
    return found


def _searcher() -> Searcher:
    settings = load_settings()
    return openers.share_searcher(settings, current_build(settings.index_folder).name)
