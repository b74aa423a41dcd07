"""From mention to document and back: what a mention means, and who in the library cites a document."""

from __future__ import annotations

import datetime
import re
import sqlite3
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from ingest.catalog import find_record_by_id, find_record_of, read_catalog
from ingest.citing.laws import LAW_KINDS
from ingest.models import Citation, Metadata
from ingest.numbers import parse_number
from ingest.patterns.citations import SHORT_NAME
from ingest.patterns.laws import LAW_YEAR
from ingest.records import Record
from ingest.store.cited import find_cited_record, fitting_dates, may_be_short_for
from ingest.store.rows import METADATA_COLUMNS, metadata_from_row, read_day

AROUND = 90
"""Characters of an excerpt on each side of the mention; fewer where the text begins or ends."""
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

    def resolve(self, citation: Citation) -> str | None:
        """As :meth:`ingest.store.library.Library.resolve`."""
        found = self._find_fitting(citation) if citation.number else []
        return found[0] if len(found) == 1 else None

    def find_copies(self, record: Record) -> list[str]:
        """Ids of the documents in use that are what *record* describes, in the order of arrival."""
        return self._find_fitting(Citation(0, len(record.number), record.number, None, record.number, date=record.date))

    def find_meant(self, citation: Citation, citing: Metadata) -> str | None:
        """The id of what *citation* means in the document *citing*: held, else known to the catalogue."""
        if held := self.resolve(citation) or self._find_titled(citation, citing) or self._find_short(citation, citing):
            return held
        record = find_cited_record(citation, citing.date or citing.event_date)
        return next(iter(self.find_copies(record)), record.id) if record else None

    def find_mentions(self, document_id: str) -> list[Mention]:
        """As :meth:`ingest.store.library.Library.cited_by`, in the order of arrival and of the text."""
        query = "SELECT * FROM documents WHERE id = ? AND removed_at IS NULL"
        held = next((metadata_from_row(row) for row in self._select(query, (document_id,))), None)
        record = find_record_of(held) if held else find_record_by_id(document_id)
        number = held.number if held else record.number if record else None
        return [
            mention
            for mention in self._find_by_name(number, _names(held, record))
            if mention.document_id != document_id and document_id == self.find_meant(mention.citation, mention.metadata)
        ]

    def find_cited_records(self) -> list[Record]:
        """Of the documents that those in use cite, the ones that only the catalogue knows, in its order."""
        numbers = [record.number for record in read_catalog()]
        query = _CITED.replace("NUMBERS", ", ".join("?" * len(numbers)))
        meant: set[str] = set()
        for row in self._select(query, numbers):
            day, on = read_day(row["date"]), read_day(row["cited_on"])
            record = find_cited_record(Citation(0, 1, "?", None, row["number"], row["name"], row["term"], day), on)
            meant |= {record.id} if record else set()
        return [record for record in read_catalog() if record.id in meant and not self.find_copies(record)]

    def _find_fitting(self, citation: Citation) -> list[str]:
        query = "SELECT id, date FROM documents WHERE number = ? AND removed_at IS NULL ORDER BY seq"
        found = self._select(query, (citation.number,))
        dates = fitting_dates(citation, [row["date"] for row in found])
        return [row["id"] for row in found if row["date"] in dates]

    def _find_titled(self, citation: Citation, citing: Metadata) -> str | None:
        """The one held law that *citation* calls by its name; none that is younger than the document *citing* it."""
        if citation.number or not citation.name or citation.term:
            return None
        year = LAW_YEAR.regex.search(citation.name[-_YEAR_OF_NAME:])
        title = citation.name[:-_YEAR_OF_NAME] if year else citation.name
        query = "SELECT id, date FROM documents WHERE title = ? AND removed_at IS NULL"
        latest = citing.date or citing.event_date
        found = [row for row in self._select(query, (title,)) if _is_law_of(row["date"], citation, year, latest)]
        return found[0]["id"] if len(found) == 1 else None

    def _find_short(self, citation: Citation, citing: Metadata) -> str | None:
        """The one held document that a bare number of its type means, in a document that is not older: "QĐ 61"."""
        short = SHORT_NAME.regex.fullmatch(citation.name or "")
        if short is None:
            return None
        query = "SELECT id, type, number, date FROM documents WHERE number GLOB ? AND removed_at IS NULL ORDER BY seq"
        rows = self._select(query, (f"*{int(short['n'])}[-/]*",))
        held = {row["id"]: Metadata(type=row["type"], number=row["number"], date=read_day(row["date"])) for row in rows}
        found = [key for key, one in held.items() if may_be_short_for(short, citation, one, citing)]
        return found[0] if len(found) == 1 else None

    def _find_by_name(self, number: str | None, names: Collection[str]) -> Iterator[Mention]:
        query = _MENTIONS.replace("NAMES", ", ".join("?" * len(names)))
        ordinal = parse_number(number).ordinal if number else None
        for row in self._select(query, (number, f"* {ordinal}*" if ordinal else None, *names)):
            start, end, first = row["c_start"], row["c_end"], row["e_start"]
            words = row["excerpt"][start - first : end - first]
            named = row["c_type"], row["c_number"], row["c_name"], row["c_term"], read_day(row["c_date"])
            citation = Citation(start, end, words, *named)
            yield Mention(row["id"], metadata_from_row(row), row["address"], citation, row["excerpt"], first)


def _names(held: Metadata | None, record: Record | None) -> tuple[str, ...]:
    """How a document is called otherwise than by its sign: as the catalogue knows, and a law by its title."""
    known = record.other_names if record else ()
    if held is None or held.title is None or held.type not in LAW_KINDS:
        return known
    return (*known, held.title, *([f"{held.title} {held.date.year}"] if held.date else []))


def _is_law_of(day: str | None, citation: Citation, year: re.Match[str] | None, latest: datetime.date | None) -> bool:
    """Whether a law of *day*, ISO 8601, may be what *citation* names in a document of *latest*; unknown days fit."""
    if day is None:
        return True
    said = citation.date.isoformat() if citation.date else year["year"] if year else ""
    return day.startswith(said) and (latest is None or day <= latest.isoformat())
