"""What the texts in use say of documents they cite, ready to be joined into a graph."""

from __future__ import annotations

import datetime
import json
import sqlite3
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from ingest.mentions import CitedAs
from ingest.numbers import parse_number
from ingest.relating.relation import CHANGES, TextRelation
from ingest.store.connection import chunks
from ingest.store.rows import relation_from_row

_CITED = ("type", "number", "name", "term", "date")
_COLUMNS = ", ".join(f"{end}.{column} AS {end}_{column}" for end in ("c", "s") for column in _CITED)
_LINKS = f"""
    SELECT d.id AS document_id, coalesce(d.date, d.event_date) AS said_on, r.*, {_COLUMNS}
    FROM documents d JOIN relations r ON r.document = d.seq
    LEFT JOIN citations c ON c.document = r.document AND c.start = r.cited
    LEFT JOIN citations s ON s.document = r.document AND s.start = r.subject
    WHERE d.removed_at IS NULL
"""  # noqa: S608 - our own column names
_ORDER = " ORDER BY d.seq, r.position"
_NAMED = "{0}.number = ?1 OR {0}.name GLOB ?2 OR {0}.name IN (SELECT value FROM json_each(?3))"
_NAMING = f""" AND r.document IN (SELECT m.document FROM citations m WHERE {_NAMED.format("m")})
    AND ({_NAMED.format("c")} OR {_NAMED.format("s")})"""  # noqa: S608 - our own words


@dataclass(frozen=True, slots=True)
class Link:
    """A relation as the text of a document states it, both ends as they are cited.

    Attributes:
        document_id: Of the document that says so.
        said_on: Its day, of issue or of the meeting it reports.
        cited: Words for the document acted on; ``None`` for the one that says so.
        subject: Likewise for the acting document.
    """

    document_id: str
    said_on: datetime.date | None
    relation: TextRelation
    cited: CitedAs | None
    subject: CitedAs | None


class Links:
    """The relations kept in an open library, read through its *select*."""

    def __init__(self, select: Callable[[str, Sequence[object]], list[sqlite3.Row]]) -> None:
        self._select = select

    def read_all(self) -> Iterator[Link]:
        """Of every document in use, in the order of arrival and of the text."""
        return map(_link, self._select(_LINKS + _ORDER, ()))

    def said_in(self, document_ids: Collection[str]) -> Iterator[Link]:
        """Those that the texts of *document_ids* state."""
        for chunk in chunks(sorted(document_ids)):
            marks = ", ".join("?" * len(chunk))
            yield from map(_link, self._select(f"{_LINKS} AND d.id IN ({marks}){_ORDER}", chunk))

    def changing(self) -> Iterator[Link]:
        """Those that change or end a document, of every document in use."""
        marks = ", ".join("?" * len(CHANGES))
        yield from map(_link, self._select(f"{_LINKS} AND r.kind IN ({marks}){_ORDER}", CHANGES))

    def naming(self, number: str | None, names: Collection[str]) -> Iterator[Link]:
        """Those in which a document cited by *number*, by its bare ordinal, or by one of *names* may take part."""
        ordinal = parse_number(number).ordinal if number else None
        given = (number, f"* {ordinal}*" if ordinal else None, json.dumps([*names], ensure_ascii=False))
        yield from map(_link, self._select(_LINKS + _NAMING + _ORDER, given))


def _link(row: sqlite3.Row) -> Link:
    said_on = datetime.date.fromisoformat(row["said_on"]) if row["said_on"] else None
    return Link(row["document_id"], said_on, relation_from_row(row), _end(row, "c"), _end(row, "s"))


def _end(row: sqlite3.Row, end: str) -> CitedAs | None:
    values = [row[f"{end}_{column}"] for column in _CITED]
    if not any(values):
        return None
    day = datetime.date.fromisoformat(values[-1]) if values[-1] else None
    kind, number, name, term, _ = values
    return CitedAs(kind, number, name, term, day)
