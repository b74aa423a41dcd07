"""A hit -> a quote: verbatim slices, checked, with the sentences that answer and what they need to make sense."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import quote as quote_address

from index.answering.context import Span, find_lead, find_list
from index.answering.coverage import Scale, gather
from index.answering.sentences import choose_sentences
from index.search import Hit
from index.validity import UNKNOWN, Standing
from ingest.marks import TableHeader
from ingest.models import SIGNATURE, Document, Metadata
from ingest.passages import find_statements

_ABOVE, _TITLE = 0.8, 0.5


@dataclass(frozen=True, slots=True)
class Slice:
    """A slice of the quote's document, shown with the quote.

    Attributes:
        start: First character in ``Document.text``.
        end: One past the last, so ``document.text[start:end] == self.text``.
        sentences: Spans within ``[start, end)`` that answer.
    """

    address: str
    start: int
    end: int
    text: str
    sentences: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Copy:
    """Where else the words of a quote stand, in the same document or another.

    Attributes:
        document: ``Document.id``.
        start: First character in the text of that document.
        end: One past the last.
        text: As it stands there; spacing, punctuation or a light word may differ from the quote.
        standing: Whether that document stands.
    """

    document: str
    metadata: Metadata
    address: str
    start: int
    end: int
    text: str
    standing: Standing = UNKNOWN


@dataclass(frozen=True, slots=True)
class Quote:
    """A paragraph of a document, word for word.

    Attributes:
        document: ``Document.id``.
        start: First character in ``Document.text``.
        end: One past the last, so ``document.text[start:end] == self.text``.
        sentences: Spans within ``[start, end)``, offsets in ``Document.text``: what answers.
        page: Of the original file, from 1, where it begins; ``None`` where the file has no pages.
        doubtful: Whether a page it stands on was read optically and not well enough to be trusted.
        lead: Headings and introducing sentences above it, from the top.
        items: Of the list that it introduces, in the order of the text.
        more: How many items follow that are not shown.
        also: Where else the same is said.
        cautions: Lines on documents no longer in force that the words shown cite.
        table_header: Of the table that it is rows of, where the header stands elsewhere.
        anchor: The nearest place of its provision, at or before it, that a link to the page may name.
        link: The address of the page it was saved from, at that place; ``None`` where the file does not say.
        standing: Whether its document stands.
    """

    document: str
    metadata: Metadata
    address: str
    start: int
    end: int
    text: str
    sentences: tuple[tuple[int, int], ...]
    page: int | None = None
    doubtful: bool = False
    lead: tuple[Slice, ...] = ()
    items: tuple[Slice, ...] = ()
    more: int = 0
    also: tuple[Copy, ...] = ()
    cautions: tuple[str, ...] = ()
    table_header: TableHeader | None = None
    anchor: str | None = None
    link: str | None = None
    standing: Standing = UNKNOWN


def make_quote(hit: Hit, document: Document, scale: Scale, asked: re.Pattern[str] | None = None) -> Quote:
    """The passage of *hit* as a quote of *document*, with its lead and the list it introduces.

    Args:
        asked: What the sentence that answers must contain, as a number; ``None`` where words do.

    Raises:
        ValueError: If the passage is not the slice it says it is: a bug, never shown to a user as a quote.
    """
    check_slice(hit, document)
    passage = hit.passage
    lead = tuple(_cut(document, span) for span in find_lead(document, passage))
    listed = find_list(document, passage)
    items = tuple(_cut(document, span) for span in listed.items)
    shown = ((passage.start, passage.end), *((item.start, item.end) for item in items))
    spans = [span for bounds in shown for span in find_statements(document, *bounds)]
    above = ((_join_above(lead, passage.table_header), _ABOVE), (hit.metadata.name, _TITLE))
    chosen = _find_signer(hit, document.text, spans) or choose_sentences(document.text, spans, scale, above, asked)
    place = passage.document_id, hit.metadata, passage.address, passage.start, passage.end
    marked = tuple(replace(item, sentences=_within(chosen, item.start, item.end)) for item in items)
    own = _within(chosen, passage.start, passage.end)
    pages = document.find_pages(passage.start, max(end for _, end in shown))
    first, doubtful = (pages[0].number if pages else None), any(page.doubtful for page in pages)
    quote = Quote(*place, passage.text, own, first, doubtful, lead, marked, listed.more)
    anchor = find_anchor(document, passage.start)
    header, link = passage.table_header, link_to(document, anchor)
    return replace(quote, table_header=header, anchor=anchor, link=link, standing=hit.standing)


def find_anchor(document: Document, start: int) -> str | None:
    """The anchor of the page nearest at or before *start*: of the provision there, else of one that holds it.

    What stands in another provision, were it only the one before, is not meant.
    """
    path = [*document.walk_to(start)]
    found = (document.find_anchor(node.start, min(start, max(node.text_end - 1, node.start))) for node in path[::-1])
    return next((name for name in found if name), None)


def link_to(document: Document, anchor: str | None) -> str | None:
    """The address of the page that *document* was saved from, at *anchor* if there is one."""
    if document.saved_from is None or anchor is None:
        return document.saved_from
    return f"{document.saved_from}#{quote_address(anchor)}"


def make_copy(hit: Hit, document: Document) -> Copy:
    """The passage of *hit* as the copy of a quote.

    Raises:
        ValueError: As :func:`make_quote`.
    """
    check_slice(hit, document)
    passage = hit.passage
    return Copy(document.id, hit.metadata, passage.address, passage.start, passage.end, passage.text, hit.standing)


def unmark(quote: Quote) -> Quote:
    """*quote* with no sentence standing out: it is shown, and does not answer."""
    return replace(quote, sentences=(), items=tuple(replace(item, sentences=()) for item in quote.items))


def measure_said(quote: Quote, scale: Scale) -> float:
    """Share of the content of a question, 0 to 1, that a quote shows with its list and what it stands under."""
    shown = "\n".join((quote.text, *(item.text for item in quote.items)))
    above = _join_above(quote.lead, quote.table_header)
    return scale.measure(gather(((shown, 1.0), (above, _ABOVE), (quote.metadata.name, _TITLE))))


def check_slice(hit: Hit, document: Document) -> None:
    """Nothing, if the passage of *hit* is the slice of *document* that it says it is.

    Raises:
        ValueError: If it is not, or the header of its table is none.
    """
    passage, header = hit.passage, hit.passage.table_header
    wrong = header is not None and document.text[header.start : header.end] != header.text
    if wrong or document.id != passage.document_id or document.text[passage.start : passage.end] != passage.text:
        raise ValueError(f"not a slice: {passage.document_id} {passage.address} {passage.start}-{passage.end}")


def _join_above(lead: Sequence[Slice], header: TableHeader | None) -> str:
    return "\n".join((*(piece.text for piece in lead), *((header.text,) if header else ())))


def _find_signer(hit: Hit, text: str, spans: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """In a signature the line of the name: it answers, though no word of the question stands in it."""
    signer = hit.metadata.signer
    if not signer or not hit.passage.address.startswith(SIGNATURE):
        return ()
    return tuple((start, end) for start, end in spans if text[start:end].strip().casefold() == signer.casefold())


def _cut(document: Document, span: Span) -> Slice:
    return Slice(span.address, span.start, span.end, document.text[span.start : span.end])


def _within(spans: tuple[tuple[int, int], ...], start: int, end: int) -> tuple[tuple[int, int], ...]:
    return tuple(span for span in spans if start <= span[0] and span[1] <= end)
