"""Documents side by side: what the library has of each. They are shown to be compared, and never compared by us."""

from __future__ import annotations

from dataclasses import dataclass

from index.answering.compose import Composer
from index.answering.coverage import Scale
from index.digests.aim import has_substance, narrow
from index.digests.find import DigestHit
from index.finding.holdings import Holdings
from index.finding.missing import find_recorded, name_document, name_with_day
from index.naming.comparisons import Comparison
from index.naming.signs import Target
from index.query import Query
from index.quotes import Quote, unmark
from index.search import Hit, Searcher
from ingest.addresses import describe
from ingest.describe import describe_day
from ingest.describe_record import describe_end, describe_status, say_not_held
from ingest.models import CLOSING, OPENING, RECIPIENTS, SIGNATURE, TITLE, Metadata
from ingest.records import Record
from ingest.store import Library
from ingest.store.stock import read_stock

_MOST_SIDES, _MOST_QUOTES = 4, 2
_DEEP = 200
_BODILESS = (OPENING, CLOSING, RECIPIENTS, SIGNATURE, TITLE)
"""What every document has, and nothing can be compared by."""
_NOT_KNOWN = (
    "Thư viện chưa có nguyên văn {}, danh mục chưa có hồ sơ. "
    "Hãy nhờ người quản trị thư viện thêm tệp nguyên văn (lệnh: python -m ingest add TỆP)."
)


@dataclass(frozen=True, slots=True)
class Side:
    """What the library has of one of the documents.

    Attributes:
        name: With its day of issue, as far as that is known.
        document: Its id, that opens its text or its record; ``None`` where neither is there.
        quotes: Of its text, where that is held.
        digests: Else our own words on it.
        notes: That it was replaced, that it is not held, and what other records say of it.
    """

    name: str
    document: str | None
    quotes: tuple[Quote, ...] = ()
    digests: tuple[DigestHit, ...] = ()
    notes: tuple[str, ...] = ()


def find_sides(searcher: Searcher, query: Query, comparison: Comparison) -> tuple[Side, ...]:
    """A side for each document that *query* compares, in its order, at most four; no sentence of a quote stands out."""
    with searcher.reading() as library:
        held = Holdings(read_stock(library), ())
        composer = Composer(library, searcher.shelf, Scale(query, searcher.index.lexical))
        sides: dict[str, Side] = {}
        for target in comparison.targets:
            documents = held.find_documents(target)
            for key in documents:
                asked = describe(target.place) if target.place else comparison.subject
                hits = _find_hits(searcher, asked, key, held.records[key])
                quotes = composer.compose(hits, (), _MOST_QUOTES)
                sides[key] = _show_text(key, held.records[key], tuple(map(unmark, quotes)))
            for side in () if documents else _look_up(target, library, held):
                sides.setdefault(side.document or side.name, side)
    return tuple(sides.values())[:_MOST_SIDES]


def _find_hits(searcher: Searcher, subject: str, document: str, record: Metadata) -> list[Hit]:
    """The passages of a document that are nearest to *subject*, or at the place it names.

    Without a subject its first ones, in the order of the text.
    """
    name = record.number or record.name
    read = searcher.understand(subject) if any(map(str.isalnum, subject)) else None
    about = read is not None and bool(read.targets or has_substance(narrow(read)))
    found = searcher.search(f"{subject} {name}" if about else name, _DEEP)
    own = [hit for hit in found if hit.passage.document_id == document]
    body = [hit for hit in own if hit.passage.address.partition(".")[0] not in _BODILESS] or own
    return body if about else sorted(body, key=lambda hit: hit.passage.start)


def _show_text(document: str, record: Metadata, quotes: tuple[Quote, ...]) -> Side:
    end = "" if quotes else describe_end(record)  # beside a quote that is said anyway
    return Side(name_with_day(record), document, quotes, notes=(f"{end}.",) if end else ())


def _look_up(target: Target, library: Library, held: Holdings) -> list[Side]:
    """The records of a document that is not held, else that nothing is known of it."""
    records = [one for one in find_recorded(target) if not library.citing.find_copies(one)]
    return [_show_record(one) for one in records] or [_tell_of(target, held)]


def _show_record(record: Record) -> Side:
    digests = tuple(DigestHit(record, one.heading, one.text, 1.0, named=True) for one in record.digest)
    end = [f"{describe_status(record)}."] if record.replaced_by and not digests else []  # beside a digest it is said
    name = f"{record.name} ngày {describe_day(record.date)}" if record.metadata.date else record.name
    return Side(name, record.id, digests=digests, notes=(*end, f"{say_not_held(record)}."))


def _tell_of(target: Target, held: Holdings) -> Side:
    """Of a document without a record: its name, and the next step."""
    name = name_document(target, held)
    return Side(name, None, notes=(_NOT_KNOWN.format(name),))
