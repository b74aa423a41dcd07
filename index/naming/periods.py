"""Periods of time in keys of conditions, ``"truoc:2020"``, and the days on which documents were issued."""

from __future__ import annotations

import calendar
import datetime

from ingest.models import Metadata
from ingest.numbers import parse_number

_FIRST, _LAST = datetime.date.min, datetime.date.max
_ONE_DAY = datetime.timedelta(days=1)

Period = tuple[datetime.date, datetime.date]
"""First and last day, both of it."""


def read_period(key: str) -> Period:
    """The days that the key of a condition of time allows: ``"truoc:2020"``, ``"nam:2015-2018"``, ``"tu:2018-03"``.

    Raises:
        ValueError: If it is none.
    """
    field, _, value = key.partition(":")
    if field == "nam":
        first, _, last = value.partition("-")
        return datetime.date(int(first), 1, 1), datetime.date(int(last or first), 12, 31)
    first_day, last_day = _days_of(value)
    return {
        "truoc": (_FIRST, max(first_day, _FIRST + _ONE_DAY) - _ONE_DAY),
        "den": (_FIRST, last_day),
        "sau": (min(last_day, _LAST - _ONE_DAY) + _ONE_DAY, _LAST),
        "tu": (first_day, _LAST),
    }.get(field, (first_day, last_day))


def _days_of(point: str) -> Period:
    """Of a year, a month or a day in ISO 8601."""
    parts = [int(part) for part in point.split("-")]
    if len(parts) == 1:
        return datetime.date(parts[0], 1, 1), datetime.date(parts[0], 12, 31)
    if len(parts) == 2:
        year, month = parts
        return datetime.date(year, month, 1), datetime.date(year, month, calendar.monthrange(year, month)[1])
    return (day := datetime.date.fromisoformat(point)), day


def find_issue(metadata: Metadata) -> Period | None:
    """The day of issue, as a period; of signs that carry a year, the days of that year."""
    if metadata.date:
        return metadata.date, metadata.date
    try:
        year = parse_number(metadata.number).year if metadata.number else ""
    except ValueError:
        year = ""
    return _days_of(year) if year else None


def lies_between(issued: Period | None, allowed: Period) -> bool | None:
    """Whether the issue is in the period; ``None`` where it is not known, or known too roughly."""
    if issued is None:
        return None
    if issued[1] < allowed[0] or issued[0] > allowed[1]:
        return False
    return True if allowed[0] <= issued[0] and issued[1] <= allowed[1] else None
