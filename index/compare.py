"""Documents side by side: what the library has of each. They are shown to be compared, and never compared by us."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from index.answering.compose import Composer
from index.answering.coverage import Scale
from index.describe_validity import name_briefly, warn_of
from index.digests.aim import has_substance, narrow
from index.digests.find import DigestHit
from index.finding.holdings import Holdings
from index.finding.missing import find_recorded, name_document, name_with_day
from index.naming.comparisons import Comparison
from index.naming.signs import Target
from index.query import Query, Scope
from index.quotes import Quote, unmark
from index.search import Hit, Searcher
from index.validity import Standing
from ingest.addresses import describe
from ingest.days import describe_day
from ingest.describe_record import say_not_held
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
        composer = Composer(searcher, library, query, Scale(query, searcher.index.lexical))
        sides: dict[str, Side] = {}
        for target in comparison.targets:
            documents = held.find_documents(target)
            for key in documents:
                asked = describe(target.place) if target.place else comparison.subject
                hits = _find_hits(searcher, query, asked, key, held.records[key])
                quotes = composer.compose(hits, (), _MOST_QUOTES)
                (standing,) = searcher.changes.find(library, [key], query.as_of).values()
                sides[key] = _show_text(key, held.records[key], tuple(map(unmark, quotes)), standing)
            for side in () if documents else _look_up(target, searcher, library, held, query.as_of):
                sides.setdefault(side.document or side.name, side)
    return tuple(sides.values())[:_MOST_SIDES]


def _find_hits(searcher: Searcher, query: Query, subject: str, document: str, record: Metadata) -> list[Hit]:
    """The passages of a document that are nearest to *subject*, or at the place it names.

    Without a subject its first ones, in the order of the text.
    """
    name = record.number or record.name
    read = searcher.understand(subject) if any(map(str.isalnum, subject)) else None
    about = read is not None and bool(read.targets or has_substance(narrow(read)))
    scope = Scope(as_of=query.as_of)
    found = searcher.search(searcher.understand(f"{subject} {name}" if about else name, scope=scope), _DEEP)
    own = [hit for hit in found if hit.passage.document_id == document]
    body = [hit for hit in own if hit.passage.address.partition(".")[0] not in _BODILESS] or own
    return body if about else sorted(body, key=lambda hit: hit.passage.start)


def _show_text(document: str, record: Metadata, quotes: tuple[Quote, ...], standing: Standing) -> Side:
    end = "" if quotes else warn_of(name_briefly(record), standing)  # beside a quote that is said anyway
    return Side(name_with_day(record), document, quotes, notes=(end,) if end else ())


def _look_up(
    target: Target, searcher: Searcher, library: Library, held: Holdings, as_of: datetime.date | None
) -> list[Side]:
    """The records of a document that is not held, else that nothing is known of it."""
    records = [one for one in find_recorded(target) if not library.citing.find_copies(one)]
    standings = searcher.changes.find(library, [one.id for one in records], as_of)
    return [_show_record(one, standings[one.id]) for one in records] or [_tell_of(target, held)]


def _show_record(record: Record, standing: Standing) -> Side:
    told = (DigestHit(record, one.heading, one.text, 1.0, named=True, standing=standing) for one in record.digest)
    digests, warning = tuple(told), warn_of(name_briefly(record), standing)
    end = [warning] if warning and not digests else []  # beside a digest it is said
    name = f"{record.name} ngày {describe_day(record.date)}" if record.metadata.date else record.name
    return Side(name, record.id, digests=digests, notes=(*end, f"{say_not_held(record)}."))


def _tell_of(target: Target, held: Holdings) -> Side:
    """Of a document without a record: its name, and the next step."""
    name = name_document(target, held)
    return Side(name, None, notes=(_NOT_KNOWN.format(name),))
