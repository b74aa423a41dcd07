"""From mention to document and back: what a mention means, and who in the library cites a document."""

from __future__ import annotations

import datetime
import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ingest.catalog import read_catalog
from ingest.mentions import Citation, CitedAs
from ingest.models import Document, Metadata
from ingest.numbers import read_sign
from ingest.patterns.signs import SIGN
from ingest.records import Record
from ingest.store.acting import find_acting_days, find_earlier, read_acting_days
from ingest.store.called import Called, find_called, spans_to_json
from ingest.store.candidates import find_candidates
from ingest.store.cited import find_cited_records, find_own_issuer, fitting_dates
from ingest.store.meaning import Candidate, Meaning, choose
from ingest.store.rows import METADATA_COLUMNS, metadata_from_row, read_day

AROUND = 90
"""Characters of an excerpt on each side of the mention; fewer where the text begins or ends."""
BESIDE = 300
"""Characters after a mention in which its title may stand."""
_EXCERPT_START = f"max(0, c.start - {AROUND})"
_MENTIONS = f"""
    SELECT d.id, {", ".join(f"d.{column}" for column in METADATA_COLUMNS)},
        c.start AS c_start, c.end AS c_end, c.type AS c_type, c.number AS c_number,
        c.name AS c_name, c.term AS c_term, c.date AS c_date, {_EXCERPT_START} AS e_start,
        substr(d.text, {_EXCERPT_START} + 1, c.end + {AROUND} - {_EXCERPT_START}) AS excerpt,
        substr(d.text, c.end + 1, {BESIDE}) AS beside,
        (SELECT p.address FROM provisions p WHERE p.document = d.seq AND p.start <= c.start AND c.start < p.end
            ORDER BY p.position DESC LIMIT 1) AS address
    FROM (SELECT m.document, m.start FROM json_each(?1) w CROSS JOIN citations m ON m.number BETWEEN FIRST AND LAST
        UNION SELECT m.document, m.start FROM json_each(?1) w CROSS JOIN citations m ON m.name BETWEEN FIRST AND LAST) n
    CROSS JOIN citations c ON c.document = n.document AND c.start = n.start
    CROSS JOIN documents d ON d.seq = c.document WHERE d.removed_at IS NULL ORDER BY d.seq, c.start
"""  # noqa: S608 - our own numbers
_MENTIONS = _MENTIONS.replace("FIRST", "json_extract(w.value, '$[0]')").replace("LAST", "json_extract(w.value, '$[1]')")
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
_SAID = f"""
    SELECT c.start, c.type, c.number, c.name, c.term, c.date, d.id, d.issuer,
        coalesce(d.date, d.event_date) AS cited_on, substr(d.text, c.end + 1, {BESIDE}) AS beside
    FROM citations c JOIN documents d ON d.seq = c.document WHERE d.removed_at IS NULL
        AND coalesce(c.number, c.name) IN (SELECT value FROM json_each(?)) ORDER BY d.seq, c.start
"""  # noqa: S608 - our own number


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a document in use cites another.

    Attributes:
        document_id: Of the document that cites.
        address: The innermost provision it stands in; ``None`` outside of every one.
        excerpt: The slice of the text that holds the mention and some words on both sides.
        excerpt_start: Where the slice begins in the text.
        sure: Whether no other document of that sign or name may be meant as well.
    """

    document_id: str
    metadata: Metadata
    address: str | None
    citation: Citation
    excerpt: str
    excerpt_start: int
    sure: bool = True

    @property
    def beside(self) -> str:
        """The words of the excerpt after the mention."""
        return self.excerpt[self.citation.end - self.excerpt_start :]


class Citing:
    """The mentions kept in an open library, read through its *select*."""

    def __init__(self, select: Callable[[str, Sequence[object]], list[sqlite3.Row]]) -> None:
        self._select = select

    def find_copies(self, record: Record) -> list[str]:
        """Ids of the documents in use that are what *record* describes, in the order of arrival."""
        query = "SELECT id, date FROM documents WHERE number = ? AND removed_at IS NULL ORDER BY seq"
        rows = self._select(query, (record.number,))
        dates = fitting_dates(CitedAs(number=record.number, date=record.date), [row["date"] for row in rows])
        return [row["id"] for row in rows if row["date"] in dates]

    def find_meaning(self, cited: CitedAs, citing: Metadata, beside: str = "") -> Meaning:
        """The documents that *cited* may mean in the document *citing*, held or known to the catalogue.

        Args:
            beside: The words after the mention, where a writer gives the year, the issuer and the title.
        """
        return _choose(self.find_candidates(cited), cited, citing, beside)

    def find_candidates(self, cited: CitedAs) -> tuple[Candidate, ...]:
        """The documents that bear what *cited* says, whenever it is said: held ones first, then those only known."""
        return self.find_all_candidates([cited])[cited]

    def find_all_candidates(self, cited: Collection[CitedAs]) -> dict[CitedAs, tuple[Candidate, ...]]:
        """As :meth:`find_candidates` for each of *cited*, the library being asked once for all of them."""
        return find_candidates(self._select, cited)

    def find_meanings(self, document: Document) -> dict[Citation, Meaning]:
        """What each mention of other documents in *document* means, in the order of the text."""
        candidates = self.find_all_candidates({one.cited_as for one in document.citations})
        text, metadata, acting = document.text, document.metadata, read_acting_days(document)
        return {
            one: _choose(
                candidates[one.cited_as],
                one.cited_as,
                metadata,
                text[one.end : one.end + BESIDE],
                acting.get(one.start),
            )
            for one in document.citations
        }

    def find_mentions(self, document_id: str) -> list[Mention]:
        """As :meth:`ingest.store.library.Library.cited_by`, in the order of arrival and of the text."""
        return [one for one, meaning in self._find_meant(document_id) if meaning.only == document_id]

    def find_unsure_mentions(self, document_id: str) -> list[tuple[Mention, Meaning]]:
        """Where it may be cited, and as well another of its sign; with all that is meant, in the same order."""
        meant = self._find_meant(document_id)
        return [pair for pair in meant if pair[1].ambiguous and document_id in (*pair[1].held, *pair[1].known)]

    def _find_meant(self, document_id: str) -> list[tuple[Mention, Meaning]]:
        """The mentions by any name of the document of that id, each with what it means."""
        query = "SELECT * FROM documents WHERE id = ? AND removed_at IS NULL"
        held = next((metadata_from_row(row) for row in self._select(query, (document_id,))), None)
        called = self._find_called(find_called(document_id, held))
        mentions = [(one, one.citation.cited_as, beside) for one, beside in called if one.document_id != document_id]
        candidates = self.find_all_candidates({cited for _, cited, _ in mentions})
        meant = [
            (one, _choose(candidates[cited], cited, one.metadata, beside), cited, beside)
            for one, cited, beside in mentions
        ]
        acting = find_acting_days(self._select, {one.document_id for one, meaning, *_ in meant if meaning.ambiguous})
        return [
            (one, _choose(candidates[cited], cited, one.metadata, beside, day))
            if (day := acting.get((one.document_id, one.citation.start)))
            else (one, meaning)
            for one, meaning, cited, beside in meant
        ]

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

    def find_each_meaning(
        self, candidates: Mapping[CitedAs, Sequence[Candidate]]
    ) -> dict[tuple[CitedAs, str], list[Meaning]]:
        """What each mention of *candidates* means by the words beside it; by how and in which document it stands."""
        found: dict[tuple[CitedAs, str], list[Meaning]] = defaultdict(list)
        called = sorted({one.number or one.name or "" for one in candidates})
        rows = self._select(_SAID, (json.dumps(called, ensure_ascii=False),))
        acting = find_acting_days(self._select, {row["id"] for row in rows})
        for row in rows:
            cited = CitedAs(row["type"], row["number"], row["name"], row["term"], read_day(row["date"]))
            if cited in candidates:
                citing = Metadata(date=read_day(row["cited_on"]), issuer=row["issuer"])
                day = acting.get((row["id"], row["start"]))
                found[cited, row["id"]].append(_choose(candidates[cited], cited, citing, row["beside"], day))
        return found

    def _find_called(self, called: Called) -> Iterator[tuple[Mention, str]]:
        """Each mention, with the words after it in which a title may stand."""
        records: dict[str, Metadata] = {}  # of those that speak of it, many do so often
        for row in self._select(_MENTIONS, (spans_to_json([called]),)):
            key, start, end, first = row["id"], row["c_start"], row["c_end"], row["e_start"]
            if key not in records:
                records[key] = metadata_from_row(row)
            words = row["excerpt"][start - first : end - first]
            cited = row["c_type"], row["c_number"], row["c_name"], row["c_term"], read_day(row["c_date"])
            citation = Citation(start, end, words, *cited)
            yield Mention(key, records[key], row["address"], citation, row["excerpt"], first), row["beside"]


def _choose(
    candidates: Sequence[Candidate],
    cited: CitedAs,
    citing: Metadata,
    beside: str,
    acted_on: datetime.date | None = None,
) -> Meaning:
    """As :func:`choose`; a sign that every province has is first of all that of the citing document's own.

    Args:
        acted_on: Day of the paper that is said to act on it: what came later is not meant.
    """
    said = _end_beside(cited, beside) if len(candidates) > 1 else ""
    day = find_earlier(citing.date or citing.event_date, acted_on)
    return choose(candidates, day, said, find_own_issuer(cited, citing.issuer))


def _end_beside(cited: CitedAs, beside: str) -> str:
    """The words that are said of this mention: to the end of its line, or until its sign is written again."""
    line = beside.partition("\n")[0]
    again = (one.start() for one in SIGN.regex.finditer(line) if str(read_sign(one)) == cited.number)
    return line[: next(again, len(line))]
