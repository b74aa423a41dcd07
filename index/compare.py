"""Documents side by side: what the library has of each, and the way to where they are compared."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from index.answering.compose import Composer
from index.answering.coverage import Scale
from index.brief_names import name_briefly
from index.describe_validity import warn_of
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
from index.ways import Way
from ingest.addresses import describe
from ingest.days import describe_day
from ingest.describe_record import say_not_held
from ingest.language import tr
from ingest.models import CLOSING, OPENING, RECIPIENTS, SIGNATURE, TITLE, Metadata
from ingest.records import Record
from ingest.spelling import fold
from ingest.store import Library
from ingest.store.stock import read_stock

_MOST_SIDES, _MOST_QUOTES = 4, 2
_DEEP = 200
_BODILESS = (OPENING, CLOSING, RECIPIENTS, SIGNATURE, TITLE)
"""What every document has, and nothing can be compared by."""
_NOT_KNOWN = (
    "Thư viện chưa có nguyên văn {name}, danh mục chưa có hồ sơ. "
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
        target: Which of the documents that the question names it is; counted from 0.
    """

    name: str
    document: str | None
    quotes: tuple[Quote, ...] = ()
    digests: tuple[DigestHit, ...] = ()
    notes: tuple[str, ...] = ()
    target: int = 0


def find_sides(searcher: Searcher, query: Query, comparison: Comparison) -> tuple[Side, ...]:
    """A side for each document that *query* compares, in its order, at most four; no sentence of a quote stands out."""
    with searcher.reading() as library:
        held = Holdings(read_stock(library), ())
        composer = Composer(searcher, library, query, Scale(query, searcher.index.lexical))
        sides: dict[str, Side] = {}
        for place, target in enumerate(comparison.targets):
            documents = held.find_documents(target)
            for key in documents:
                asked = describe(target.place) if target.place else comparison.subject
                hits = _find_hits(searcher, query, asked, key, held.records[key])
                quotes = composer.compose(hits, (), _MOST_QUOTES)
                (standing,) = searcher.changes.find(library, [key], query.as_of).values()
                shown = _show_text(key, held.records[key], tuple(map(unmark, quotes)), standing)
                sides[key] = replace(shown, target=place)
            for side in () if documents else _look_up(target, searcher, library, held, query.as_of):
                sides.setdefault(side.document or side.name, side)
    return tuple(sides.values())[:_MOST_SIDES]


def find_ways_to_compare(searcher: Searcher, sides: Sequence[Side]) -> tuple[Way, ...]:
    """A way for each two held documents that the question names apart; where one issuer has such, for its own alone."""
    with searcher.reading() as library:
        records = library.find_records(side.document for side in sides if side.document)
    held = [side for side in sides if side.document in records]
    pairs = [(a, b) for a, b in combinations(held, 2) if a.target != b.target]
    own = [(a, b) for a, b in pairs if _find_issuer(a, records) == _find_issuer(b, records) is not None]
    return tuple(_make_way(a, b, records) for a, b in own or pairs)


def _find_issuer(side: Side, records: Mapping[str, Metadata]) -> str | None:
    issuer = records[side.document or ""].issuer
    return fold(issuer) if issuer else None


def _make_way(a: Side, b: Side, records: Mapping[str, Metadata]) -> Way:
    ids = sorted((str(a.document), str(b.document)), key=lambda key: records[key].date or datetime.date.min)
    names = (
        name_briefly(one) + tr(" ngày {day}", day=describe_day(one.date)) if one.date else one.name
        for one in map(records.get, ids)
        if one
    )
    words = tr("So sánh {names} theo từng điều, khoản", names=tr(" với ").join(names))
    return Way("compare", words, tuple(ids))


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
    name = record.name + tr(" ngày {day}", day=describe_day(record.date)) if record.metadata.date else record.name
    return Side(name, record.id, digests=digests, notes=(*end, f"{say_not_held(record)}."))


def _tell_of(target: Target, held: Holdings) -> Side:
    """Of a document without a record: its name, and the next step."""
    name = name_document(target, held)
    return Side(name, None, notes=(tr(_NOT_KNOWN, name=name),))
