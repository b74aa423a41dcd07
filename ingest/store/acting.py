"""When the paper was issued that a text says to act on another: what it acts on was there by then."""

from __future__ import annotations

import datetime
import json
import sqlite3
from collections.abc import Callable, Collection, Iterable, Sequence

from ingest.models import Document
from ingest.store.links import Link
from ingest.store.rows import read_day

Place = tuple[str, int]
"""A mention: id of the document, where it begins."""
_TOLD = """
    SELECT d.id, r.cited, min(s.date) AS day FROM json_each(?) w CROSS JOIN documents d ON d.id = w.value
    CROSS JOIN relations r ON r.document = d.seq AND r.subject IS NOT NULL AND r.cited IS NOT NULL
    CROSS JOIN citations s ON s.document = r.document AND s.start = r.subject AND s.date IS NOT NULL
    GROUP BY d.seq, r.cited
"""


def find_acting_days(
    select: Callable[[str, Sequence[object]], list[sqlite3.Row]], document_ids: Collection[str]
) -> dict[Place, datetime.date]:
    """Of mentions in *document_ids* that another paper acts on, the day that the text gives to that paper."""
    if not document_ids:
        return {}
    rows = select(_TOLD, (json.dumps(sorted(document_ids), ensure_ascii=False),))
    return {(row["id"], row["cited"]): day for row in rows if (day := read_day(row["day"]))}


def read_acting_days(document: Document) -> dict[int, datetime.date]:
    """As :func:`find_acting_days` of one document, by where the mention begins."""
    said = {one.start: one.date for one in document.citations}
    days: dict[int, datetime.date] = {}
    for one in document.relations:
        day = said.get(one.subject) if one.subject is not None else None
        if day and one.cited is not None:
            days[one.cited] = min(day, days.get(one.cited, day))
    return days


def list_acting_days(links: Iterable[Link]) -> dict[tuple[str, int | None], datetime.date]:
    """The same of what *links* tell; of each mention the first day."""
    days: dict[tuple[str, int | None], datetime.date] = {}
    for link in links:
        if link.cited and link.subject and link.subject.date:
            mention = link.document_id, link.place
            days[mention] = min(link.subject.date, days.get(mention, link.subject.date))
    return days


def find_earlier(*days: datetime.date | None) -> datetime.date | None:
    """The first of those of *days* that are known."""
    known = [day for day in days if day]
    return min(known) if known else None
