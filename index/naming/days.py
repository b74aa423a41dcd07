"""Days and months as a question says them, over its reading without marks: in figures, in words, in English."""

from __future__ import annotations

import datetime
import re
from contextlib import suppress

from ingest.patterns.words import DAY_IN_FIGURES
from ingest.record.dates import read_date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH_NAME = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)(?![a-z])\.?"
)
"""A month in English, whole or shortened."""
_NTH, _OF = r"(?:st|nd|rd|th)?(?![a-z])", r"\s*(?:of\s+)?"
_YEAR = r"(?:19|20)\d\d(?!\d)"
DAY = (
    DAY_IN_FIGURES
    + r"|(?P<lday>\d{1,2})\s+thang\s+(?P<lmonth>\d{1,2})\s*,?\s+nam\s+(?P<lyear>\d{4})"
    + rf"|(?P<eday>\d{{1,2}}){_NTH}{_OF}(?P<emonth>{MONTH_NAME})\s*,?\s*(?P<eyear>{_YEAR})"
    + rf"|(?P<amonth>{MONTH_NAME})\s*(?:the\s+)?(?P<aday>\d{{1,2}}){_NTH}\s*,?\s*(?P<ayear>{_YEAR})"
)
"""Alternatives: "26/01/2018", "26 thang 1 nam 2018", "26 january 2018", "january 26, 2018"."""


def read_day(match: re.Match[str]) -> datetime.date | None:
    """The day a match of a pattern with :data:`DAY` names; ``None`` for none, or an impossible one (31/02)."""
    parts = match.groupdict()
    for order in "ea":
        if name := parts.get(f"{order}month"):
            try:
                return datetime.date(int(parts[f"{order}year"]), read_month(name), int(parts[f"{order}day"]))
            except ValueError:
                return None
    return read_date(match)


def read_given_day(given: str) -> datetime.date | None:
    """A day that is given alone, as ``01/5/2019``, ``01-05-2019`` or ``2019-05-01``; ``None`` for anything else."""
    for form in ("%d/%m/%Y", "%d-%m-%Y", "%Y-%m-%d"):
        with suppress(ValueError):
            return datetime.datetime.strptime(given.strip(), form).date()
    return None


def read_month(name: str) -> int:
    """The number of a month that :data:`MONTH_NAME` matched."""
    return 1 + _MONTHS.index(name[:3])
