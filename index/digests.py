"""Digests of documents the library does not hold: searched beside the texts, never quoted as them.

Where the full text is held, the digest gives way to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from index.coverage import Scale
from index.digest_vectors import contexts, hash_text, read_vectors
from index.encode import model_fingerprint
from index.missing import find_recorded
from index.query import Query
from index.search import Hit, Searcher
from index.strength import measure_strength
from ingest.catalog import read_catalog
from ingest.models import Passage
from ingest.records import Record
from ingest.store import open_library

_MOST = 3
_ANSWERS, _NEAR_BEST = 0.60, 0.80


@dataclass(frozen=True, slots=True)
class DigestHit:
    """A paragraph of a digest that answers.

    Attributes:
        heading: What the paragraph tells of: ``"Nội dung"``, ``"Đối tượng"``.
        text: Our own words.
        strength: As :func:`index.strength.measure_strength`, 0 to 1.
        named: Whether the question names the document.
    """

    record: Record
    heading: str
    text: str
    strength: float
    named: bool = False


def find_named_records(query: Query) -> tuple[Record, ...]:
    """The catalogued documents that *query* names, in the catalogue's order."""
    named = {one.id for target in query.targets if target.names_document for one in find_recorded(target)}
    return tuple(record for record in read_catalog() if record.id in named)


def find_digests(searcher: Searcher, query: Query, scale: Scale) -> tuple[DigestHit, ...]:
    """At most three paragraphs that answer *query*: of the documents it names first, then the strongest.

    None of a document whose text is held.
    """
    named = find_named_records(query)
    with open_library(searcher.settings.home) as library:
        vectors = read_vectors(library, model_fingerprint(searcher.settings.model))
        found = [
            record
            for record in read_catalog()
            if (record in named or vectors.keys() & {hash_text(text) for text in contexts(record)})
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
    for paragraph, context in zip(record.digest, contexts(record), strict=True):
        vector = vectors.get(hash_text(context))
        meaning = float(np.mean(asked @ np.frombuffer(vector, dtype="<f4"))) if vector else 0.0
        words = Passage(record.id, "", (paragraph.heading,), 0, len(paragraph.text), paragraph.text)
        strengths.append(measure_strength(Hit(0, words, record.metadata, 0.0, 0.0, meaning), query, scale))
    return strengths
