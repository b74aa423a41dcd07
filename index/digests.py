"""Digests of documents the library does not hold: searched beside the texts, never quoted as them.

Of the documents that the library cites, and the catalogue describes, each paragraph of the digest is embedded when
the index is built and kept by the hash of its words; a question reads those vectors. Where the full text is held,
the digest gives way to it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from index.coverage import Scale
from index.encode import model_fingerprint
from index.query import Query
from index.search import Hit, Searcher
from index.strength import measure_strength
from index.targets import Target
from ingest.addresses import describe
from ingest.catalog import find_record_by_name, read_catalog
from ingest.citations import find_citations
from ingest.describe_record import say_not_held
from ingest.models import Passage
from ingest.numbers import parse_number
from ingest.records import Record
from ingest.store import Library, open_library

_MOST = 3
_ANSWERS, _NEAR_BEST = 0.60, 0.80
_SAME_KIND = {"QĐi": "QĐ", "QyĐ": "QĐ"}  # people mix quyết định and quy định and mean the same document


@dataclass(frozen=True, slots=True)
class DigestHit:
    """A paragraph of a digest that answers.

    Attributes:
        heading: What the paragraph tells of: ``"Nội dung"``, ``"Đối tượng"``.
        text: Our own words.
        strength: As :func:`index.answer.measure_strength`, 0 to 1.
        named: Whether the question names the document.
    """

    record: Record
    heading: str
    text: str
    strength: float
    named: bool = False


def find_lacking(library: Library, model: str) -> list[str]:
    """The digests of what *library* cites and does not hold, as embedded, that *model* has not embedded yet.

    Args:
        model: Its fingerprint.
    """
    cited = library.citing.find_cited_records()
    texts = {_hash(text): text for record in cited for text in _contexts(record)}
    return [texts[key] for key in texts.keys() - library.embeddings.find(model, texts)]


def find_named(query: Query) -> tuple[Record, ...]:
    """The catalogued documents that *query* names, by sign or by conference, in the catalogue's order."""
    conferences = {find_record_by_name(one.name) for one in find_citations(query.understood) if one.name}
    return tuple(
        record
        for record in read_catalog()
        if record in conferences or any(_is_named(record, target) for target in query.targets)
    )


def note_not_held(searcher: Searcher, query: Query) -> tuple[str, ...]:
    """For each document that *query* names and only the catalogue knows: that its text is not held, and what to do."""
    with open_library(searcher.settings.home) as library:
        lacking = [record for record in find_named(query) if not library.citing.find_copies(record)]
    notes = []
    for record in lacking:
        places = dict.fromkeys(one.place for one in query.targets if one.place and _is_named(record, one))
        sought = [f"{describe(place)}{_head(record, place)}" for place in places]
        cannot = f"Chưa trích được {', '.join(sought)}. " if sought else ""
        notes.append(f"{cannot}{say_not_held(record)}")
    return tuple(notes)


def _head(record: Record, place: str) -> str:
    """The heading at *place*, where the catalogue is sure of it."""
    return next(
        (
            f" ({heading.words})"
            for heading in record.headings
            if heading.evidence.verified and heading.place.casefold() == describe(place).casefold()
        ),
        "",
    )


def find_digests(searcher: Searcher, query: Query, scale: Scale) -> tuple[DigestHit, ...]:
    """At most three paragraphs that answer *query*: of the documents it names first, then the strongest.

    None of a document whose text is held.
    """
    named = find_named(query)
    with open_library(searcher.settings.home) as library:
        vectors = _read_vectors(library, model_fingerprint(searcher.settings.model))
        found = [
            record
            for record in read_catalog()
            if (record in named or vectors.keys() & {_hash(text) for text in _contexts(record)})
            and not library.citing.find_copies(record)
        ]
    if not found:
        return ()
    asked = searcher.embed(query)
    chosen = chain.from_iterable(
        _choose(record, record in named, _measure(record, vectors, asked, query, scale)) for record in found
    )
    ranked = sorted(chosen, key=lambda pair: (not pair[1].named, pair[0], -pair[1].strength))
    bar = _NEAR_BEST * max((hit.strength for _, hit in ranked), default=0.0)
    return tuple(hit for _, hit in ranked if hit.named or hit.strength >= bar)[:_MOST]


def _choose(record: Record, named: bool, strengths: Sequence[float]) -> Iterator[tuple[int, DigestHit]]:
    """Place within the record, and hit: every paragraph of a named document, of another its best one that answers."""
    order = sorted(range(len(strengths)), key=lambda place: -strengths[place])
    for rank, place in enumerate(order if named else order[:1]):
        paragraph, strength = record.digest[place], strengths[place]
        if named or strength >= _ANSWERS:
            yield rank, DigestHit(record, paragraph.heading, paragraph.text, strength, named)


def _measure(
    record: Record, vectors: Mapping[str, bytes], asked: NDArray[np.float32], query: Query, scale: Scale
) -> list[float]:
    """How well each paragraph answers, measured as a passage of a document would be."""
    strengths = []
    for paragraph, context in zip(record.digest, _contexts(record), strict=True):
        vector = vectors.get(_hash(context))
        meaning = float(np.mean(asked @ np.frombuffer(vector, dtype="<f4"))) if vector else 0.0
        words = Passage(record.id, "", (paragraph.heading,), 0, len(paragraph.text), paragraph.text)
        strengths.append(measure_strength(Hit(0, words, record.metadata, 0.0, 0.0, meaning), query, scale))
    return strengths


def _read_vectors(library: Library, model: str) -> dict[str, bytes]:
    """Hash -> vector of every paragraph of the catalogue that was embedded."""
    return library.embeddings.find(model, [_hash(text) for record in read_catalog() for text in _contexts(record)])


def _contexts(record: Record) -> list[str]:
    """What is embedded of its digest: the names of the document, the heading and the words of each paragraph."""
    names = "\n".join((record.metadata.name, *record.other_names))
    return [f"{names}\n{paragraph.heading}\n{paragraph.text}" for paragraph in record.digest]


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _is_named(record: Record, target: Target) -> bool:
    if target.ordinal is None:
        return False
    number = parse_number(record.number)
    kind = _SAME_KIND.get(target.kind or "", target.kind)
    return (
        int(target.ordinal) == int(number.ordinal)
        and kind in (None, "", _SAME_KIND.get(number.kind, number.kind))
        and target.body in (None, "", number.body)
        and target.year in (None, record.date.year)
        and target.date in (None, record.date)
        and target.term in (None, "", record.term)
    )
