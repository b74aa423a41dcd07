"""Which day of issue a mention means: the day it says, else the term it says."""

from __future__ import annotations

import datetime
from collections.abc import Collection

from ingest.catalog import read_catalog
from ingest.models import Citation

# The days on which the national congresses closed; a term runs from one to the next.
_CONGRESSES = {
    "X": datetime.date(2006, 4, 25),
    "XI": datetime.date(2011, 1, 19),
    "XII": datetime.date(2016, 1, 28),
    "XIII": datetime.date(2021, 2, 1),
    "XIV": datetime.date(2026, 1, 23),
}
_TERMS = tuple(_CONGRESSES)
_LEEWAY = datetime.timedelta(days=31)
_CENTRE = "/TW"  # a province's or an assembly's "khóa" counts other years


def fitting_dates(citation: Citation, dates: Collection[str | None]) -> set[str | None]:
    """Those of *dates*, ISO 8601, on which what *citation* names may have been issued.

    An unknown date, ``None``, fits where no known one does.
    """
    known = {date for date in dates if date is not None and _fits(citation, datetime.date.fromisoformat(date))}
    says_when = citation.date or _says_term(citation)
    return {*known} if known and says_when else {*known, *(date for date in dates if date is None)}


def _says_term(citation: Citation) -> bool:
    return citation.term in _CONGRESSES and (citation.number or "").endswith(_CENTRE)


def _fits(citation: Citation, day: datetime.date) -> bool:
    if citation.date:
        return day == citation.date
    if not _says_term(citation):
        return True
    recorded = [one.date for one in read_catalog() if (one.number, one.term) == (citation.number, citation.term)]
    return day in recorded if recorded else _lies_in_term(day, str(citation.term))


def _lies_in_term(day: datetime.date, term: str) -> bool:
    """Give or take a month: papers of a congress are dated around it."""
    following = _TERMS[_TERMS.index(term) + 1 :]
    return day >= _CONGRESSES[term] - _LEEWAY and (not following or day <= _CONGRESSES[following[0]] + _LEEWAY)
