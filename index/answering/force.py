"""Documents that something else has taken the place of, where an answer names them without quoting them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from index.answering.shelf import Shelf
from index.quotes import Quote
from ingest.catalog import find_record_by_id, find_record_of
from ingest.describe import describe_day
from ingest.describe_record import describe_status
from ingest.records import Record
from ingest.store import Library


def explain_ended(
    library: Library, shelf: Shelf, quotes: Sequence[Quote], named: Iterable[Record], told: Collection[str]
) -> tuple[str, ...]:
    """A line for each document no longer in force that is *named*, or cited in the words of a quote.

    Args:
        told: Ids of the records of which that is said elsewhere, as beside a quote of theirs.
    """
    quoted = {record.id for quote in quotes if (record := find_record_of(quote.metadata))}
    ended = [*named, *(one for quote in quotes for one in _find_cited(library, shelf, quote))]
    return tuple(
        dict.fromkeys(
            f"{one.name} ngày {describe_day(one.date)}: {describe_status(one)}. "
            "Hãy tra văn bản thay thế trước khi áp dụng."
            for one in ended
            if one.replaced_by and one.id not in quoted | set(told)
        )
    )


def _find_cited(library: Library, shelf: Shelf, quote: Quote) -> Iterator[Record]:
    """The catalogued documents that the words shown of a quote mean, and those that say the same."""
    document = shelf.open(library, quote.document)
    spans = [(piece.start, piece.end) for piece in (*quote.lead, *quote.items)] + [(quote.start, quote.end)]
    for citation in document.citations if document else ():
        if any(start <= citation.start < end for start, end in spans):
            meant = library.citing.find_meant(citation, quote.metadata)
            held = library.find_records([meant] if meant else ()).get(meant or "")
            record = find_record_of(held) if held else find_record_by_id(meant or "")
            yield from [record] if record else ()
    yield from (record for copy in quote.also if (record := find_record_of(copy.metadata)))
