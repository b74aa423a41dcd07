"""Documents that something else has taken the place of, where an answer names or cites them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ingest.catalog import find_record_by_id, find_record_of
from ingest.describe import describe_day
from ingest.describe_record import describe_status
from ingest.models import Document, Metadata
from ingest.records import Record
from ingest.store import Library


def say_force(record: Record) -> str:
    """Whether a document is in force, as far as is known, and the next step."""
    line = f"{record.name} ngày {describe_day(record.date)}: {describe_status(record)}."
    return f"{line} Hãy tra văn bản thay thế trước khi áp dụng." if record.replaced_by else line


def find_cautions(
    library: Library, document: Document, spans: Iterable[tuple[int, int]], copied: Iterable[Metadata] = ()
) -> tuple[str, ...]:
    """A line for each document no longer in force that the words in *spans* cite, or that says the same.

    Args:
        copied: Documents in which the same stands; what *document* itself is worth is said of it elsewhere.
    """
    own = find_record_of(document.metadata)
    records = [*_find_cited(library, document, list(spans)), *map(find_record_of, copied)]
    return tuple(dict.fromkeys(say_force(one) for one in records if one and one.replaced_by and one != own))


def _find_cited(library: Library, document: Document, spans: list[tuple[int, int]]) -> Iterator[Record | None]:
    """The catalogue's records of what is cited in *spans*, held or not."""
    for citation, meaning in library.citing.find_meanings(document).items():
        if any(start <= citation.start < end for start, end in spans):
            meant = meaning.only or ""
            held = library.find_records([meant]).get(meant)
            yield find_record_of(held) if held else find_record_by_id(meant)
