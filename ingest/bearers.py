"""Who bears a sign: series restart with every term, so that a document may be held and another only be known."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from ingest.catalog import find_records
from ingest.days import describe_day
from ingest.describe_record import UNVERIFIED
from ingest.language import tr
from ingest.mentions import CitedAs
from ingest.models import Metadata
from ingest.numbers import parse_number
from ingest.records import Record
from ingest.store import Library

HELD, NOT_HELD = "có nguyên văn", "chưa có nguyên văn"


@dataclass(frozen=True, slots=True)
class Bearer:
    """A document that bears a sign.

    Attributes:
        metadata: All that is known of it, verified or not.
        sure: Whether its sign and its day are verified.
    """

    id: str
    metadata: Metadata
    held: bool
    sure: bool = True

    @property
    def called(self) -> str:
        """Its type, its sign and its day, by which it is told from the others."""
        date = self.metadata.date
        day = tr(", ngày {day}", day=describe_day(date)) if date else f", {tr('không rõ ngày')}"
        return f"{self.metadata.type or 'Văn bản'} số {self.metadata.number}{day}"  # vi: a name

    @property
    def about(self) -> str:
        """Who issued it, on what, and whether its text is held."""
        known = ", ".join(filter(None, (self.metadata.issuer, self.metadata.title)))
        state = tr(HELD if self.held else NOT_HELD)
        return " · ".join(filter(None, (known, state, "" if self.sure else tr(UNVERIFIED))))


def find_bearers(library: Library, given: str) -> list[Bearer]:
    """Every document that bears the sign *given*, held or known to the catalogue, the oldest first.

    An id, and a name that one document bears, name at most that one.
    """
    known = [_know(record) for record in find_records(given) if not library.citing.find_copies(record)]
    held = library.find_records(_find_held(library, given))
    found = [*known, *(Bearer(key, metadata, held=True) for key, metadata in held.items())]
    return sorted(found, key=lambda one: (one.metadata.date or datetime.date.min, one.id))


def _find_held(library: Library, given: str) -> list[str]:
    try:
        cited = CitedAs(number=str(parse_number(given)))
    except ValueError:
        return []
    return [one.id for one in library.citing.find_candidates(cited) if one.held]


def _know(record: Record) -> Bearer:
    metadata = Metadata(
        type=record.type,
        number=record.number,
        title=record.title or None,
        issuer=record.issuer or None,
        date=record.date,
    )
    sure = bool(record.metadata.number and record.metadata.date)
    return Bearer(record.id, metadata, held=False, sure=sure)
