"""What the texts in use say of documents they cite, ready to be joined into a graph."""

from __future__ import annotations

import datetime
import json
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from ingest.mentions import CitedAs
from ingest.models import Metadata
from ingest.relating.relation import CARRIES_OUT, CHANGES, ENCLOSED_WITH, GUIDES, NOBODY, REFERS_TO
from ingest.store.access import IN_USE
from ingest.store.called import Called, spans_to_json
from ingest.store.connection import chunks
from ingest.store.rows import RELATION_COLUMNS, TIED, read_day

_IN_USE = f"documents d {IN_USE}"
_SAID_ON = "coalesce(d.date, d.event_date)"
_CITED = ("type", "number", "name", "term", "date")
_COLUMNS = ", ".join(
    [*(f"r.{column}" for column in RELATION_COLUMNS), *(f"{end}.{column}" for end in ("c", "s") for column in _CITED)]
)
_LINKS = f"""
    SELECT d.id, {_SAID_ON} AS said_on, d.issuer, {_COLUMNS}
    FROM RELATIONS CROSS JOIN {_IN_USE} ON d.seq = r.document AND d.removed_at IS NULL
    LEFT JOIN citations c ON c.document = r.document AND c.start = r.cited
    LEFT JOIN citations s ON s.document = r.document AND s.start = r.subject
"""  # noqa: S608 - our own column names
_OF_KINDS = "(?2 IS NULL OR {0}.kind IN (SELECT value FROM json_each(?2)))"
_OWN = "json_each(?1) w CROSS JOIN relations r ON r.document = w.value"
_SAID_BY = (
    _LINKS.replace("RELATIONS", _OWN)
    + f" WHERE {_OF_KINDS.format('r')} AND (?3 IS NULL OR CASE ?3 WHEN 1 THEN r.subject ELSE r.cited END IS NULL)"
    + " ORDER BY r.document, r.position"
)
_ENDS = f"""json_each(?1) w CROSS JOIN relation_ends e
    ON e.named BETWEEN json_extract(w.value, '$[0]') AND json_extract(w.value, '$[1]')
    AND {_OF_KINDS.format("e")} AND (?3 IS NULL OR e.acting = ?3)"""
_RANKS = {**dict.fromkeys(CHANGES, 0), REFERS_TO: 2}
_RANK = "CASE {0}.kind " + " ".join(f"WHEN '{kind}' THEN {rank}" for kind, rank in _RANKS.items()) + " ELSE 1 END"
_SPEAKERS = f"""
    SELECT d.id, d.seq FROM
        (SELECT e.document, min({_RANK.format("e")}) AS place FROM {_ENDS} GROUP BY e.document) named
        CROSS JOIN {_IN_USE} ON d.seq = named.document AND d.removed_at IS NULL
    ORDER BY named.place, {_SAID_ON} DESC, d.seq
"""  # noqa: S608 - our own words
_NAMED = f"""
    (SELECT DISTINCT e.document, e.position FROM {_ENDS}
        AND (?4 IS NULL OR e.document IN (SELECT value FROM json_each(?4)))) named
    CROSS JOIN relations r ON r.document = named.document AND r.position = named.position"""  # noqa: S608 - ours
_SAID_OF = _LINKS.replace("RELATIONS", _NAMED) + f" ORDER BY {_RANK.format('r')}, said_on DESC, r.document, r.position"
_CHANGES = _LINKS.replace("RELATIONS", "relations r") + f" WHERE {_OF_KINDS.format('r').replace('?2', '?1')}"
_BY_TITLE = "r.subject IS NOT NULL OR c.number IS NULL OR instr(d.title, c.number)"
_PURPOSES = (
    _LINKS
    + f" WHERE r.kind IN ('{ENCLOSED_WITH}', '{GUIDES}', '{CARRIES_OUT}') AND r.certainty >= ?2"
    + f" AND (r.kind <> '{CARRIES_OUT}' OR {_BY_TITLE})"
)
_FACTS = ("type", "number", "title", "issuer", "date", "event_date", "source")
_DESCRIBED = f"""
    SELECT d.id, {", ".join(f"d.{column}" for column in _FACTS)}
    FROM json_each(?1) w CROSS JOIN documents n ON n.id = w.value
    CROSS JOIN {_IN_USE} ON d.seq = n.seq AND d.removed_at IS NULL
"""  # noqa: S608 - our own column names


def rank_kind(kind: str) -> int:
    """How much a relation tells of its documents: 0 where it changes one, 2 where it merely refers to one."""
    return _RANKS.get(kind, 1)


class Link(NamedTuple):
    """A relation as the text of a document states it, both ends as they are cited.

    What is not told here is as in :class:`~ingest.relating.relation.TextRelation`.

    Attributes:
        document_id: Of the document that says so.
        said_on: Its day, of issue or of the meeting it reports.
        issuer: Of the document that says so.
        place: Where the text names what is acted on; ``None`` where it is itself.
        cited: Words for the document acted on; ``None`` for the one that says so.
        subject: Likewise for the acting document; ``None`` where that is ``NOBODY``, too.
    """

    document_id: str
    said_on: datetime.date | None
    issuer: str | None
    kind: str
    place: int | None
    start: int
    end: int
    clause: str | None
    since: datetime.date | None
    tied: bool
    certainty: float
    whole: bool
    nobody: bool
    cited: CitedAs | None
    subject: CitedAs | None


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which relations of a document are asked for.

    Attributes:
        kinds: ``None`` for all.
        acting: Whether those in which it acts, or those in which it is acted on; ``None`` for both.
    """

    kinds: frozenset[str] | None = None
    acting: bool | None = None

    def to_values(self) -> tuple[str | None, bool | None]:
        """For a statement."""
        return None if self.kinds is None else json.dumps(sorted(self.kinds)), self.acting


ANY = Wanted()


class Links:
    """The relations kept in an open library, read through its *select*."""

    def __init__(self, select: Callable[[str, Sequence[object]], list[sqlite3.Row]]) -> None:
        self._select = select

    def read_all(self) -> Iterator[list[Link]]:
        """Of every document in use, in the order of arrival and of the text, in pieces that fit into memory."""
        rows = self._select("SELECT seq FROM documents WHERE removed_at IS NULL ORDER BY seq", ())
        for chunk in chunks([row[0] for row in rows]):
            yield self._read(_SAID_BY, json.dumps(chunk), *ANY.to_values())

    def said_by(self, document_ids: Iterable[str], wanted: Wanted = ANY) -> list[Link]:
        """Those that the texts of *document_ids* state, in the order of arrival and of the text.

        Of one side alone only where the text speaks of itself and needs no name for it: by name :meth:`said_of` finds.
        """
        return self._read(_SAID_BY, self._find_places(document_ids), *wanted.to_values())

    def read_changes(self) -> list[Link]:
        """Those of all texts in use that change or end a document."""
        return self._read(_CHANGES, json.dumps(CHANGES))

    def read_purposes(self, certainty: float, document_ids: Iterable[str] | None = None) -> list[Link]:
        """Those that texts state, at least so certain, that guide another, go with it, or carry out what a title names.

        Where the acting document is another than the speaking one, or the other is named without its sign, the title
        says nothing: those are among them.

        Args:
            document_ids: Whose texts; all in use where it is ``None``.
        """
        places = None if document_ids is None else self._find_places(document_ids)
        among = "relations r" if places is None else _OWN
        return self._read(_PURPOSES.replace("RELATIONS", among), places, certainty)

    def find_speakers(self, called: Iterable[Called], wanted: Wanted = ANY) -> dict[str, int]:
        """Id -> ``seq`` of the documents that relate what may be meant by *called* to something.

        Those that change it come first, those that merely refer to it last; of each the newest first.
        """
        rows = self._select(_SPEAKERS, (spans_to_json(called), *wanted.to_values()))
        return {row[0]: row[1] for row in rows}

    def said_of(
        self, called: Iterable[Called], wanted: Wanted = ANY, speakers: Collection[int] | None = None
    ) -> list[Link]:
        """What texts in use say of what may be meant by *called*, ordered as :meth:`find_speakers`.

        Args:
            speakers: Each by its ``seq``; all that say something where it is ``None``.
        """
        by = None if speakers is None else json.dumps([*speakers])
        return self._read(_SAID_OF, spans_to_json(called), *wanted.to_values(), by)

    def describe(self, document_ids: Iterable[str]) -> dict[str, Metadata]:
        """Of those that are in use, type, number, title, issuer, days and source."""
        rows = self._select(_DESCRIBED, (json.dumps([*document_ids], ensure_ascii=False),))
        return {row[0]: _read_facts(row) for row in rows}

    def _find_places(self, document_ids: Iterable[str]) -> str:
        """The ``seq`` of each that is kept, for a statement."""
        query = "SELECT n.seq FROM json_each(?) w CROSS JOIN documents n ON n.id = w.value"
        rows = self._select(query, (json.dumps([*document_ids], ensure_ascii=False),))
        return json.dumps([row[0] for row in rows])

    def _read(self, query: str, *values: object) -> list[Link]:
        return [_read_link(row) for row in self._select(query, values)]


def _read_facts(row: sqlite3.Row) -> Metadata:
    _, kind, number, title, issuer, date, event_date, source = row
    days = read_day(date), read_day(event_date)
    return Metadata(kind, number, title, issuer, None, *days, source=source)


def _read_link(row: sqlite3.Row) -> Link:
    key, said_on, issuer, kind, place, start, end, clause, since, certainty, subject, whole, *ends = row
    words = kind, place, start, end, clause, read_day(since), since == TIED, certainty, whole == 1, subject == NOBODY
    named = _read_end(*ends[: len(_CITED)]), _read_end(*ends[len(_CITED) :])
    return Link(key, read_day(said_on), issuer, *words, *named)


@lru_cache(maxsize=1 << 16)  # most documents are cited in few ways, and many times
def _read_end(*values: str | None) -> CitedAs | None:
    if not any(values):
        return None
    kind, number, name, term, day = values
    return CitedAs(kind, number, name, term, read_day(day))
