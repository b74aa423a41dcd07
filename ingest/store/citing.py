"""From mention to document and back: what a mention means, and who in the library cites a document."""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from ingest.catalog import find_record_by_id, find_record_of, read_catalog
from ingest.citing.laws import LAW_KINDS
from ingest.mentions import Citation, CitedAs
from ingest.models import Document, Metadata
from ingest.numbers import parse_number
from ingest.patterns.citations import SHORT_NAME
from ingest.patterns.conferences import CONFERENCE_NAME
from ingest.patterns.laws import LAW_YEAR
from ingest.records import Record
from ingest.store.cited import CENTRE, find_cited_records, find_possible_records, fitting_dates, may_be_short_for
from ingest.store.meaning import Candidate, Meaning, choose
from ingest.store.rows import METADATA_COLUMNS, metadata_from_row, read_day

AROUND = 90
"""Characters of an excerpt on each side of the mention; fewer where the text begins or ends."""
BESIDE = 300
"""Characters after a mention in which its title may stand."""
_YEAR_OF_NAME = len(" 2013")
_EXCERPT_START = f"max(0, c.start - {AROUND})"
_MENTIONS = f"""
    SELECT d.id, {", ".join(f"d.{column}" for column in METADATA_COLUMNS)},
        c.start AS c_start, c.end AS c_end, c.type AS c_type, c.number AS c_number,
        c.name AS c_name, c.term AS c_term, c.date AS c_date, {_EXCERPT_START} AS e_start,
        substr(d.text, {_EXCERPT_START} + 1, c.end + {AROUND} - {_EXCERPT_START}) AS excerpt,
        (SELECT p.address FROM provisions p WHERE p.document = d.seq AND p.start <= c.start AND c.start < p.end
            ORDER BY p.position DESC LIMIT 1) AS address
    FROM citations c JOIN documents d ON d.seq = c.document
    WHERE d.removed_at IS NULL AND (c.number = ? OR c.name GLOB ? OR c.name IN (NAMES)) ORDER BY d.seq, c.start
"""  # noqa: S608 - our own numbers
_CITED = """
    SELECT DISTINCT c.number, c.name, c.term, c.date, coalesce(d.date, d.event_date) AS cited_on
    FROM citations c JOIN documents d ON d.seq = c.document
    WHERE d.removed_at IS NULL AND (c.number IN (NUMBERS) OR (c.number IS NULL AND c.name IS NOT NULL))
"""
_COUNTED = """
    SELECT c.type, c.number, c.name, c.term, c.date, d.id, coalesce(d.date, d.event_date) AS cited_on, count(*) AS count
    FROM citations c JOIN documents d ON d.seq = c.document WHERE d.removed_at IS NULL
    GROUP BY d.seq, c.type, c.number, c.name, c.term, c.date ORDER BY d.seq, min(c.start)
"""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a document in use cites another.

    Attributes:
        document_id: Of the document that cites.
        address: The innermost provision it stands in; ``None`` outside of every one.
        excerpt: The slice of the text that holds the mention and some words on both sides.
        excerpt_start: Where the slice begins in the text.
    """

    document_id: str
    metadata: Metadata
    address: str | None
    citation: Citation
    excerpt: str
    excerpt_start: int


class Citing:
    """The mentions kept in an open library, read through its *select*."""

    def __init__(self, select: Callable[[str, Sequence[object]], list[sqlite3.Row]]) -> None:
        self._select = select

    def find_copies(self, record: Record) -> list[str]:
        """Ids of the documents in use that are what *record* describes, in the order of arrival."""
        return [row["id"] for row in self._find_fitting(CitedAs(number=record.number, date=record.date))]

    def find_meaning(self, cited: CitedAs, citing: Metadata, beside: str = "") -> Meaning:
        """The documents that *cited* may mean in the document *citing*, held or known to the catalogue.

        Args:
            beside: The words after the mention, where a writer gives the title.
        """
        local = cited.number is not None and not cited.number.endswith(CENTRE)
        own = (citing.issuer or "") if local else ""
        return choose(self.find_candidates(cited), citing.date or citing.event_date, beside, own)

    def find_candidates(self, cited: CitedAs) -> tuple[Candidate, ...]:
        """The documents that bear what *cited* says, whenever it is said: held ones first, then those only known."""
        short = [] if cited.number else self._find_short(cited)
        records = find_cited_records(cited) or (find_possible_records(cited) if short else ())
        copies = {record.id: self._find_fitting(CitedAs(number=record.number, date=record.date)) for record in records}
        fitting = self._find_fitting(cited) if cited.number else [*self._find_titled(cited), *short]
        rows = {row["id"]: row for row in chain(fitting, *copies.values())}
        held = [
            Candidate(key, read_day(row["date"]), row["title"] or "", held=True, issuer=row["issuer"] or "")
            for key, row in rows.items()
        ]
        known = [Candidate(one.id, one.date, one.title, False, one.issuer) for one in records if not copies[one.id]]
        return (*held, *known)

    def find_meanings(self, document: Document) -> dict[Citation, Meaning]:
        """What each mention of other documents in *document* means, in the order of the text."""
        return {
            one: self.find_meaning(one.cited_as, document.metadata, document.text[one.end : one.end + BESIDE])
            for one in document.citations
        }

    def find_mentions(self, document_id: str) -> list[Mention]:
        """As :meth:`ingest.store.library.Library.cited_by`, in the order of arrival and of the text."""
        query = "SELECT * FROM documents WHERE id = ? AND removed_at IS NULL"
        held = next((metadata_from_row(row) for row in self._select(query, (document_id,))), None)
        record = find_record_of(held) if held else find_record_by_id(document_id)
        number = held.number if held else record.number if record else None
        return [
            mention
            for mention in self._find_by_name(number, names_of(held, record))
            if mention.document_id != document_id and document_id == self._find_meant(mention)
        ]

    def _find_meant(self, mention: Mention) -> str | None:
        beside = mention.excerpt[mention.citation.end - mention.excerpt_start :]
        return self.find_meaning(mention.citation.cited_as, mention.metadata, beside).only

    def find_cited_records(self) -> list[Record]:
        """Of the documents that those in use cite, the ones that only the catalogue knows, in its order."""
        numbers = [record.number for record in read_catalog()]
        query = _CITED.replace("NUMBERS", ", ".join("?" * len(numbers)))
        meant: set[str] = set()
        for row in self._select(query, numbers):
            cited = CitedAs(None, row["number"], row["name"], row["term"], read_day(row["date"]))
            on = read_day(row["cited_on"])
            meant |= {record.id for record in find_cited_records(cited) if not on or record.date <= on}
        return [record for record in read_catalog() if record.id in meant and not self.find_copies(record)]

    def count_mentions(self) -> Iterator[tuple[CitedAs, str, datetime.date | None, int]]:
        """How each document in use cites others: the words, its id, its day, how often; in the order of arrival."""
        for row in self._select(_COUNTED, ()):
            cited = CitedAs(row["type"], row["number"], row["name"], row["term"], read_day(row["date"]))
            yield cited, row["id"], read_day(row["cited_on"]), row["count"]

    def _find_fitting(self, cited: CitedAs) -> list[sqlite3.Row]:
        query = "SELECT id, date, title, issuer FROM documents WHERE number = ? AND removed_at IS NULL ORDER BY seq"
        found = self._select(query, (cited.number,))
        dates = fitting_dates(cited, [row["date"] for row in found])
        return [row for row in found if row["date"] in dates]

    def _find_titled(self, cited: CitedAs) -> list[sqlite3.Row]:
        """The held laws that *cited* calls by their name."""
        if not cited.name or cited.term:
            return []
        year = LAW_YEAR.regex.search(cited.name[-_YEAR_OF_NAME:])
        title = cited.name[:-_YEAR_OF_NAME] if year else cited.name
        said = cited.date.isoformat() if cited.date else year["year"] if year else ""
        query = "SELECT id, date, title, issuer FROM documents WHERE title = ? AND removed_at IS NULL"
        return [row for row in self._select(query, (title,)) if not row["date"] or row["date"].startswith(said)]

    def _find_short(self, cited: CitedAs) -> list[sqlite3.Row]:
        """The held documents that a bare number of their type may mean: "QĐ 61"."""
        short = SHORT_NAME.regex.fullmatch(cited.name or "")
        if short is None:
            return []
        query = "SELECT id, type, number, date, title, issuer FROM documents WHERE number GLOB ? AND removed_at IS NULL"
        rows = self._select(f"{query} ORDER BY seq", (f"*{int(short['n'])}[-/]*",))
        return [row for row in rows if may_be_short_for(short, cited, _record(row))]

    def _find_by_name(self, number: str | None, names: Collection[str]) -> Iterator[Mention]:
        query = _MENTIONS.replace("NAMES", ", ".join("?" * len(names)))
        ordinal = parse_number(number).ordinal if number else None
        for row in self._select(query, (number, f"* {ordinal}*" if ordinal else None, *names)):
            start, end, first = row["c_start"], row["c_end"], row["e_start"]
            words = row["excerpt"][start - first : end - first]
            cited = row["c_type"], row["c_number"], row["c_name"], row["c_term"], read_day(row["c_date"])
            citation = Citation(start, end, words, *cited)
            yield Mention(row["id"], metadata_from_row(row), row["address"], citation, row["excerpt"], first)


def names_of(held: Metadata | None, record: Record | None) -> tuple[str, ...]:
    """How a document is called otherwise than by its sign: as the catalogue knows, and a law by its title.

    A conference's resolution is called without its term too, and may then be that of another term.
    """
    known = record.other_names if record else ()
    known += tuple(name["bare"] for one in known if (name := CONFERENCE_NAME.regex.fullmatch(one)))
    if held is None or held.title is None or held.type not in LAW_KINDS:
        return known
    return (*known, held.title, *([f"{held.title} {held.date.year}"] if held.date else []))


def _record(row: sqlite3.Row) -> Metadata:
    return Metadata(type=row["type"], number=row["number"], date=read_day(row["date"]))
