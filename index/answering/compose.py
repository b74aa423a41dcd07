"""Hits in the order of their strength -> the quotes of an answer: nothing is shown twice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.answering.context import find_lead, find_list
from index.answering.coverage import Scale
from index.answering.folding import Paragraph, may_be_the_same, say_the_same
from index.answering.force import Cautions
from index.query import Query
from index.quotes import Quote, make_copy, make_quote
from index.search import Hit, Searcher
from ingest.models import Document
from ingest.store import Library


class Composer:
    """Makes the quotes of one question; a document is opened only when it is needed."""

    def __init__(
        self, searcher: Searcher, library: Library, query: Query, scale: Scale, asked: re.Pattern[str] | None = None
    ) -> None:
        self._library = library
        self._shelf, self._cautions = searcher.shelf, Cautions(library, searcher.changes, query.as_of)
        self._scale = scale
        self._asked = asked

    def compose(
        self, answering: Sequence[Hit], found: Sequence[Hit], most: int, shown: Sequence[Quote] = ()
    ) -> tuple[Quote, ...]:
        """At most *most* quotes of *answering*, in its order.

        What says the same as an earlier quote becomes a copy of it; what stands above, in the list or the lead of an
        earlier one, or says the same as something that does, is left out. A document that was removed since it was
        found is passed over.

        Args:
            found: Where copies are looked for.
            shown: Quotes that stand above them.
        """
        quotes: list[Quote] = []
        taken: set[int] = set()
        for hit in answering:
            if len(quotes) == most:
                break
            document, above = self._open(hit), (*shown, *quotes)
            if document is None or hit.passage_id in taken or _stands(hit, above):
                continue
            copies = [one for one in found if one.passage_id not in taken and self._is_copy(one, hit)]
            taken.update((hit.passage_id, *(copy.passage_id for copy in copies)))
            if any(_stands(copy, above) for copy in copies):
                continue
            also = tuple(make_copy(copy, held) for copy in copies if (held := self._open(copy)))
            quote = _without_repeats(make_quote(hit, document, self._scale, self._asked), above)
            quotes.append(self._caution(replace(quote, also=also), document))
        return tuple(quotes)

    def _caution(self, quote: Quote, document: Document) -> Quote:
        shown = [(quote.start, quote.end), *((one.start, one.end) for one in (*quote.lead, *quote.items))]
        return replace(quote, cautions=self._cautions.find(document, shown, quote.also))

    def _open(self, hit: Hit) -> Document | None:
        """The document of *hit*; ``None`` where it was removed."""
        return self._shelf.open(self._library, hit.passage.document_id)

    def _is_copy(self, one: Hit, hit: Hit) -> bool:
        if one.passage_id == hit.passage_id or not may_be_the_same(one.passage.text, hit.passage.text):
            return False
        copied, quoted = self._open(one), self._open(hit)
        if copied is None or quoted is None:
            return False
        return say_the_same(_read(one, copied), _read(hit, quoted))


def interleave_quotes(parts: Sequence[Sequence[Quote]], whole: Sequence[Quote], most: int) -> tuple[Quote, ...]:
    """At most *most* quotes: the first of each part, then those of the *whole* question, then the rest of the parts.

    Nothing is shown twice, as in :meth:`Composer.compose`.
    """
    quotes: list[Quote] = []
    for quote in (*(part[0] for part in parts if part), *whole, *(one for part in parts for one in part[1:])):
        if len(quotes) < most and not any(_repeats(quote, before) for before in quotes):
            quotes.append(_without_repeats(quote, quotes))
    return tuple(quotes)


def _repeats(quote: Quote, before: Quote) -> bool:
    """Whether *before* or one of its copies shows all of *quote*."""
    elsewhere = {(copy.document, copy.start, copy.end) for copy in before.also}
    return (
        _shows(before, quote.document, quote.start, quote.end) or (quote.document, quote.start, quote.end) in elsewhere
    )


def _shows(quote: Quote, document: str, start: int, end: int) -> bool:
    """Whether all of the slice stands in the quote, its list or its lead."""
    spans = ((quote.start, quote.end), *((piece.start, piece.end) for piece in (*quote.items, *quote.lead)))
    return quote.document == document and any(first <= start and end <= last for first, last in spans)


def _stands(hit: Hit, quotes: Sequence[Quote]) -> bool:
    """Whether one of the quotes shows all of the passage, or names it as its copy."""
    passage = hit.passage
    place = passage.document_id, passage.start, passage.end
    named = ((copy.document, copy.start, copy.end) for quote in quotes for copy in quote.also)
    return place in named or any(_shows(quote, *place) for quote in quotes)


def _read(hit: Hit, document: Document) -> Paragraph:
    passage = hit.passage
    listed = find_list(document, passage)
    above, items = (
        tuple(document.text[span.start : span.end] for span in spans)
        for spans in (find_lead(document, passage), listed.items)
    )
    header = passage.table_header  # rows alone say nothing: under another header they say something else
    above = (*above, header.text) if header else above
    return Paragraph(passage.text, above, items, elliptic="dieu-" in passage.address or header is not None)


def _without_repeats(quote: Quote, before: Sequence[Quote]) -> Quote:
    """A list of which a part was shown is not shown again: the reader is told how long it is.

    Where only the list held what answers, all of the paragraph that introduces it stands out instead.
    """
    near = [one for one in before if one.document == quote.document]
    shown = [(one.start, one.end) for one in near]
    shown += [(item.start, item.end) for one in near for item in one.items]
    shown += [(copy.start, copy.end) for one in before for copy in one.also if copy.document == quote.document]
    if any(item.start < end and start < item.end for item in quote.items for start, end in shown):
        own = quote.sentences or ((quote.start, quote.end),)
        return replace(quote, items=(), more=len(quote.items) + quote.more, sentences=own)
    return quote
