"""What the pages ask of the library and the index: opened once in the process, shared by all who read.

Every function may be called by several pages at once; what fails is an `AppError` to show.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import streamlit as st

from index import suggest
from index.aligning.comparison import Comparison, compare_documents, compare_version, find_earlier
from index.answer import Answer
from index.ask import answer_question
from index.build import needs_build
from index.changes import Changes, Statement, quote_changes
from index.encode import model_fingerprint
from index.local_index import current_build
from index.query import Query
from index.quotes import Quote
from index.referring import Party, find_cited
from index.replying.further import find_further
from index.search import Searcher
from index.settings import Settings, load_settings
from index.similar import Nearest, find_similar
from index.validity import UNKNOWN, Standing
from ingest.catalog import find_record_of, read_catalog
from ingest.mentions import Citation
from ingest.models import Document, Metadata
from ingest.records import Record
from ingest.review import find_doubts
from ingest.store import Library, Mention, Version, open_library, read_library
from ingest.store.stock import find_spans as find_provision_spans
from ui import around, openers
from ui.asked import Asked
from ui.building import IndexBuilder


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
    with open_library(load_settings().home) as library:
        return [(held.id, held.metadata) for held in library.documents()]


def open_document(given: str) -> Opened:
    """The document of an id or a sign.

    Raises:
        NotHeldError: If none is named so.
        AmbiguousError: If several bear the sign.
    """
    with read_library(load_settings().home) as library:
        document = library.get(library.find_id(given))
        meanings = library.citing.find_meanings(document)
        found = {one: meaning.only for one, meaning in meanings.items()}
        meant = {one: other for one, other in found.items() if other and other != document.id}
        held = library.find_records(meant.values())
        cited_by, cites = _read_cited_by(library, document.id), find_cited(library, document, meanings)
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
    with read_library(load_settings().home) as library:
        opens = related & ({one.id for one in read_catalog()} | library.find_records(related).keys())
        standing = share_changes().find(library, [record.id])[record.id]
        cited_by, changes = _read_cited_by(library, record.id), quote_changes(library, standing)
        return OpenedRecord(record, cited_by, frozenset(opens), standing, changes)


@st.cache_resource(show_spinner=False)
def share_changes() -> Changes:
    """What is known of changes of documents; it follows the library by itself."""
    return Changes()


def _read_cited_by(library: Library, document_id: str) -> tuple[Mention, ...]:
    """Where other documents cite it; of a much-cited one that takes long, and every press asks again."""
    return _cited_by(library.folder, library.state, document_id)


@st.cache_resource(max_entries=16, show_spinner=False)
def _cited_by(folder: Path, state: str, document_id: str) -> tuple[Mention, ...]:  # noqa: ARG001 -- of another state anew
    with open_library(folder) as library:
        return around.list_mentions(library, document_id)


def find_document_id(given: str) -> str:
    """The id of the held document that an id, a sign or a name means.

    Raises:
        NotHeldError: If none is named so.
        AmbiguousError: If several bear the sign.
    """
    with open_library(load_settings().home) as library:
        return library.find_id(given)


def compare(old: str, new: str) -> Comparison:
    """Two held documents, each given by its id; worked out once, as long as the library stays as it is.

    Raises:
        NotHeldError: If one of them is not held.
        UsageError: If both are one document.
    """
    settings = load_settings()
    with open_library(settings.home) as library:
        state = library.state
    return _compare(settings, state, old, new)


@st.cache_resource(max_entries=8, show_spinner=False)
def _compare(settings: Settings, state: str, old: str, new: str) -> Comparison:  # noqa: ARG001 -- of another state anew
    with open_library(settings.home) as library:
        return compare_documents(library, model_fingerprint(settings.model), old, new)


def list_earlier(document_id: str) -> tuple[Version, ...]:
    """The versions of a held document that are kept and not in use, the last that came first."""
    with open_library(load_settings().home) as library:
        return find_earlier(library, document_id)


def compare_with_version(document_id: str, number: int) -> Comparison:
    """A held document, given by its id, with an earlier version of it; kept like :func:`compare`.

    Raises:
        NotHeldError: If it is not held, or there is no such version.
        UsageError: If that version is in use.
    """
    settings = load_settings()
    with open_library(settings.home) as library:
        state = library.state
    return _compare_version(settings, state, document_id, number)


@st.cache_resource(max_entries=8, show_spinner=False)
def _compare_version(settings: Settings, state: str, document_id: str, number: int) -> Comparison:  # noqa: ARG001 -- as above
    with open_library(settings.home) as library:
        return compare_version(library, model_fingerprint(settings.model), document_id, number)


def find_records(document_ids: Iterable[str]) -> dict[str, Metadata]:
    """Id -> record, of those that are held."""
    with open_library(load_settings().home) as library:
        return library.find_records(document_ids)


def find_spans(places: Iterable[tuple[str, str]]) -> dict[tuple[str, str], tuple[int, int]]:
    """Where provisions begin and end, each named by document and address; those that do not exist are left out."""
    with open_library(load_settings().home) as library:
        return find_provision_spans(library, places)


def answer(asked: Asked) -> Answer:
    """The answer of the index in use.

    Raises:
        QuestionError: If the question cannot be asked as typed.
        MissingIndexError: If nothing was built yet.
        ForeignIndexError: If the index is of another library, model or format.
    """
    return answer_question(
        _searcher(),
        asked.question,
        literal=asked.literal,
        chosen=asked.chosen,
        scope=asked.scope,
        opened=asked.opened,
    )


def look_further(asked: Asked, answer: Answer) -> Further:
    """What stands under the *answer* to what was *asked*; raises as :func:`answer`."""
    searcher = _searcher()
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
    with read_library(settings.home) as library:
        return find_similar(index, library, document_id, span)


def suggest_questions() -> tuple[str, ...]:
    """Questions to begin with, made of the library's own headings; none where they tell too little."""
    folder = load_settings().home
    with open_library(folder) as library:
        state = library.state
    return _suggest_questions(folder, state)


@st.cache_resource(max_entries=2, show_spinner=False)
def _suggest_questions(folder: Path, state: str) -> tuple[str, ...]:  # noqa: ARG001 -- of another state anew
    with open_library(folder) as library:
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
