"""From when the documents in use hold by their own words: of a few, or of all at once."""

from __future__ import annotations

import datetime
import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence

from ingest.models import EFFECT
from ingest.patterns.amending import SPEAKS_OF
from ingest.relating.since import read_effect
from ingest.store.rows import read_day

_FOUND = f"""
    SELECT d.id, d.type, d.date, substr(d.text, f.start + 1, f.end - f.start)
    FROM FINDINGS WHERE f.field = '{EFFECT}' AND d.removed_at IS NULL
"""  # noqa: S608 - our own field name
_OF_ALL = _FOUND.replace("FINDINGS", "findings f CROSS JOIN documents d ON d.seq = f.document")
_OF_SOME = _FOUND.replace(
    "FINDINGS", "json_each(?1) w CROSS JOIN documents d ON d.id = w.value CROSS JOIN findings f ON f.document = d.seq"
)


class Begins:
    """The findings of an open library that say so, read through its *select*."""

    def __init__(self, select: Callable[[str, Sequence[object]], list[sqlite3.Row]]) -> None:
        self._select = select

    def find(self, document_ids: Iterable[str]) -> dict[str, datetime.date]:
        """Id -> the day; none of a document that does not say it, or whose type tells of others."""
        return _read(self._select(_OF_SOME, (json.dumps([*document_ids], ensure_ascii=False),)))

    def find_all(self) -> dict[str, datetime.date]:
        """The same of every document: of 10,000 in half a second."""
        return _read(self._select(_OF_ALL, ()))


def _read(rows: Iterable[sqlite3.Row]) -> dict[str, datetime.date]:
    acting = (row for row in rows if not SPEAKS_OF.regex.search(row[1] or ""))
    said = {key: read_effect(words, read_day(issued)).day for key, _, issued, words in acting}
    return {key: day for key, day in said.items() if day}
