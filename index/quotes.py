"""Hits -> quotes: verbatim slices, checked, with the sentences that answer."""

from __future__ import annotations

from dataclasses import dataclass

from index.coverage import Evidence, Scale
from index.search import Hit
from ingest.models import Document, Metadata
from ingest.passages import find_sentences

_NEAR_BEST = 0.75


@dataclass(frozen=True, slots=True)
class Quote:
    """A paragraph of a document, word for word.

    Attributes:
        document: ``Document.id``.
        start: First character in ``Document.text``.
        end: One past the last, so ``document.text[start:end] == self.text``.
        sentences: Spans within ``[start, end)``, offsets in ``Document.text``: what answers.
        page: Of the original file, from 1; ``None`` where it has no pages.
    """

    document: str
    metadata: Metadata
    address: str
    start: int
    end: int
    text: str
    sentences: tuple[tuple[int, int], ...]
    page: int | None = None


def make_quote(hit: Hit, document: Document, scale: Scale) -> Quote:
    """The passage of *hit* as a quote of *document*.

    Raises:
        ValueError: If the passage is not the slice it says it is: a bug, never shown to a user as a quote.
    """
    passage = hit.passage
    if document.id != passage.document_id or document.text[passage.start : passage.end] != passage.text:
        raise ValueError(f"not a slice: {passage.document_id} {passage.address} {passage.start}-{passage.end}")
    spans = find_sentences(document.text, passage.start, passage.end)
    measured = [scale.measure(Evidence(((document.text[a:b], 1.0),))) for a, b in spans]
    best = max(measured)
    chosen = tuple(span for span, share in zip(spans, measured, strict=True) if share >= _NEAR_BEST * best)
    place = passage.document_id, hit.metadata, passage.address, passage.start, passage.end
    return Quote(*place, passage.text, chosen)
