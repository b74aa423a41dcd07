"""Digests of documents the library does not hold: searched beside the texts, never quoted as them.

Where the full text is held, the digest gives way to it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from index.answering.coverage import Scale
from index.answering.strength import measure_strength
from index.digests.aim import asks_of_force, find_bare_number, has_substance, narrow
from index.digests.vectors import read_vectors
from index.encode import model_fingerprint
from index.finding.left_out import find_left_out
from index.finding.missing import find_recorded
from index.naming.conditions import split_conditions
from index.naming.signs import Target
from index.query import Query
from index.search import Hit, Searcher
from index.validity import UNKNOWN, Standing
from ingest.catalog import count_successors, find_records, read_catalog
from ingest.describe_record import call_record
from ingest.models import Passage
from ingest.passage_text import contexts, hash_text
from ingest.records import Record

_MOST = 3
_ANSWERS, _NEAR_BEST = 0.60, 0.80
_LEANING, _GOING_ON = ("guides", "amends", "reviews", "basis_of"), ("continues", "follows")
_OF_FORCE = "Vị trí và hiệu lực"  # vi: a heading of digests
"""The heading of the paragraph that is of other documents and days: it tells of no subject, and knows of today."""


@dataclass(frozen=True, slots=True)
class DigestHit:
    """A paragraph of a digest that answers.

    Attributes:
        heading: What the paragraph tells of: ``"Nội dung"``, ``"Đối tượng"``.
        text: Our own words.
        strength: As :func:`index.answering.strength.measure_strength`, 0 to 1.
        named: Whether the question names the document.
        standing: Whether the document stands.
        place: Of the paragraph in the digest, from 0.
    """

    record: Record
    heading: str
    text: str
    strength: float
    named: bool = False
    standing: Standing = UNKNOWN
    place: int = 0

    @property
    def name(self) -> str:
        """What to call the document: with its day where others bear its sign."""
        return call_record(self.record) if len(find_records(self.record.number)) > 1 else self.record.name


def find_named_records(query: Query) -> tuple[Record, ...]:
    """The catalogued documents that *query* names, if only by a number and no more, in the catalogue's order."""
    targets = [target for target in query.targets if target.names_document]
    if not query.targets and (number := find_bare_number(query.typed)):
        targets = [Target(number)]
    named = {one.id for target in targets for one in find_recorded(target)}
    return tuple(record for record in read_catalog() if record.id in named)


def find_digests(searcher: Searcher, query: Query, chosen: Collection[str] = ()) -> tuple[DigestHit, ...]:
    """At most three paragraphs that answer *query*, those of a document together: of what it names, then the strongest.

    None of a document whose text is held, and none where it names other documents or places. What it does not name
    must not be known to miss a condition of its own.

    Args:
        chosen: Keys of its conditions that every document must meet.
    """
    found = _read_found(searcher, query, chosen)
    told, beside_named = narrow(query), bool(find_named_records(query))
    shown = [
        (rank, replace(hit, standing=one.standing))
        for one in found
        for rank, hit in (
            _read_named(one.record, told, one.strengths)
            if one.named
            else _read_other(one.record, told, one.strengths, beside_named)
        )
        if not (query.as_of and hit.heading == _OF_FORCE)
    ]
    return _rank(shown)


def find_all_digests(searcher: Searcher, query: Query) -> tuple[DigestHit, ...]:
    """Every paragraph that answers, and those of what *query* names; by strength, then as the catalogue has them.

    What may answer is as in :func:`find_digests`.
    """
    told = narrow(query)
    hits = [
        replace(_hit(one.record, place, strength, one.named), standing=one.standing)
        for one in _read_found(searcher, query)
        for place, strength in enumerate(one.strengths)
        if one.named or (strength >= _ANSWERS and has_substance(told) and not _is_of_force(one.record, place))
    ]
    return tuple(sorted(hits, key=lambda hit: (-hit.strength, hit.record.id, hit.place)))


@dataclass(frozen=True, slots=True)
class _Found:
    """A record that may answer, and how well each of its paragraphs does."""

    record: Record
    named: bool
    strengths: Sequence[float]
    standing: Standing


def _read_found(searcher: Searcher, query: Query, chosen: Collection[str] = ()) -> list[_Found]:
    named = find_named_records(query)
    if query.targets and not named:
        return []
    with searcher.reading() as library:
        left_out = find_left_out(
            query, chosen, library, {one.id: one.metadata for one in read_catalog()}, searcher.changes
        )
        vectors = read_vectors(library, model_fingerprint(searcher.settings.model))
        found = [
            record
            for record in read_catalog()
            if (record in named or vectors.keys() & {hash_text(text) for text in contexts(record)})
            and _may_fit(record, query, chosen, record in named)
            and record.id not in left_out
            and not library.citing.find_copies(record)
        ]
        standings = searcher.changes.find(library, [record.id for record in found], query.as_of)
    if not found:
        return []
    told = narrow(query)
    asked, scale = searcher.embed(query), Scale(told, searcher.index.lexical)
    measured = ((record, _measure(record, vectors, asked, told, scale)) for record in found)
    return [_Found(record, record in named, strengths, standings[record.id]) for record, strengths in measured]


def _may_fit(record: Record, query: Query, chosen: Collection[str], named: bool) -> bool:
    """Whether nothing that is said of documents is known to be untrue of it; of what is named, only what must be so.

    What the user took back is not said.
    """
    must, offered = split_conditions(query.conditions, chosen)
    said = () if named else (one for one in offered if not one.lifted)
    return all(one.fits(record.metadata) is not False for one in (*must, *said))


def _rank(placed: Sequence[tuple[int, DigestHit]]) -> tuple[DigestHit, ...]:
    """The best of hits with their place within their record, each record's in a row; what is named comes as it came.

    What is not named and answers nearly as well as the best is of one subject: there the document itself comes before
    what guides or continues it, what stands before what was replaced or serves what was; then the strongest, of
    equals the newest.
    """
    bar = _NEAR_BEST * max((hit.strength for _, hit in placed), default=0.0)
    near = [(place, hit) for place, hit in placed if hit.named or hit.strength >= bar]
    ids = {hit.record.id for _, hit in near}

    def order(pair: tuple[int, DigestHit]) -> tuple[bool, int, bool, int, float, int]:
        place, hit = pair
        if hit.named:
            return False, place, False, 0, 0.0, 0
        record = hit.record
        leans, ended = _leans_on(record, ids), count_successors(record) + bool(hit.standing.guided)
        return True, place, leans, ended, -hit.strength, -record.date.toordinal()

    kept = [hit for _, hit in sorted(near, key=order)][:_MOST]
    records = list(dict.fromkeys(hit.record.id for hit in kept))
    return tuple(sorted(kept, key=lambda hit: records.index(hit.record.id)))


def _leans_on(record: Record, ids: Collection[str]) -> bool:
    """Whether it speaks of the subject because one of the documents *ids* does: it guides that one, or goes on with it.

    A directive that goes on with an earlier directive stands in its own right.
    """
    return any(
        one.kind in _LEANING or (one.kind in _GOING_ON and one.type != record.type)
        for one in record.relations
        if one.id in ids
    )


def _read_named(record: Record, told: Query, strengths: Sequence[float]) -> Iterator[tuple[int, DigestHit]]:
    """Every paragraph: that on its force first where it is asked for, then what tells most, or as they stand."""
    of_force = asks_of_force(told)
    order = sorted(
        range(len(strengths)),
        key=lambda place: (not (of_force and _is_of_force(record, place)), -strengths[place] if told.units else place),
    )
    for rank, place in enumerate(order):
        yield rank, _hit(record, place, strengths[place], named=True)


def _read_other(
    record: Record, told: Query, strengths: Sequence[float], beside_named: bool
) -> Iterator[tuple[int, DigestHit]]:
    """Its best paragraph, if it answers; or where only conditions were said, the first one if it meets them all."""
    if not told.units:
        said = [one for one in told.conditions if not one.of_force]  # that a document stands tells nothing of it
        if said and all(one.fits(record.metadata) for one in said) and not beside_named:
            yield 0, _hit(record, 0, 1.0)
        return
    places = [place for place in range(len(strengths)) if not _is_of_force(record, place)]
    best = max(places, key=lambda place: strengths[place])
    if strengths[best] < _ANSWERS or not has_substance(told):
        return
    shown = next((place for place in range(len(strengths)) if _is_of_force(record, place)), best)
    yield 0, _hit(record, shown if asks_of_force(told) else best, strengths[best])


def _is_of_force(record: Record, place: int) -> bool:
    return record.digest[place].heading == _OF_FORCE


def _hit(record: Record, place: int, strength: float, named: bool = False) -> DigestHit:
    paragraph = record.digest[place]
    return DigestHit(record, paragraph.heading, paragraph.text, strength, named, place=place)


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
