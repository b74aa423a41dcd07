"""Which document a mention means: of the day it says, else of the term it says."""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection

from ingest.catalog import find_record_by_name, read_catalog
from ingest.models import Citation, Metadata
from ingest.numbers import read_number
from ingest.patterns.citations import CENTRAL_BODY, SHORT_NAME
from ingest.records import Record

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
_REGULATIONS = ("Quy định", "Quyết định")  # people write one for the other
_CENTRE = "/TW"  # a province's or an assembly's "khóa" counts other years


def fitting_dates(citation: Citation, dates: Collection[str | None]) -> set[str | None]:
    """Those of *dates*, ISO 8601, on which what *citation* names may have been issued.

    An unknown date, ``None``, fits where no known one does.
    """
    known = {date for date in dates if date is not None and _fits(citation, datetime.date.fromisoformat(date))}
    says_when = citation.date or _says_term(citation)
    return {*known} if known and says_when else {*known, *(date for date in dates if date is None)}


def find_cited_record(citation: Citation, cited_on: datetime.date | None = None) -> Record | None:
    """The record of what *citation* names, in a document of the day *cited_on*; ``None`` where none surely fits.

    Series restart with every term and in every province: without a day, a term or a name, only a sign of the centre
    that the catalogue is sure of is enough, and nothing is cited before it is issued.
    """
    if short := SHORT_NAME.regex.fullmatch(citation.name or ""):
        found = [one for one in read_catalog() if _is_short_for(short, citation, one, cited_on)]
        return found[0] if len(found) == 1 else None
    if citation.name and (named := find_record_by_name(citation.name)):
        return named
    return next(
        (one for one in read_catalog() if one.number == citation.number and _means(citation, one, cited_on)), None
    )


def _means(citation: Citation, record: Record, cited_on: datetime.date | None) -> bool:
    day = record.metadata.date
    if day and cited_on and cited_on < day:
        return False
    if citation.date:
        return citation.date == record.date
    if _says_term(citation):
        return citation.term == record.term
    return record.metadata.number is not None and record.number.endswith(_CENTRE)


def may_be_short_for(short: re.Match[str], citation: Citation, held: Metadata, citing: Metadata) -> bool:
    """Whether "Quyết định 61" in the document *citing* means the *held* one, which may be of any body.

    Nothing that is said may differ. Where no more is said, the catalogue may know no other of that type and number.
    """
    cited_on = citing.date or citing.event_date
    agrees = _weigh_short(short, citation, held, cited_on)
    if False in agrees or True in agrees:
        return False not in agrees
    known = (
        one.metadata for one in read_catalog() if False not in _weigh_short(short, citation, one.metadata, cited_on)
    )
    return all((one.number, one.date) == (held.number, held.date) for one in known)


def _is_short_for(short: re.Match[str], citation: Citation, record: Record, cited_on: datetime.date | None) -> bool:
    """Whether "Quyết định 217 của Bộ Chính trị" is *record*, of the centre, with a fact more that agrees."""
    if record.metadata.date is None or not (record.metadata.number or "").endswith(_CENTRE):
        return False
    agrees = _weigh_short(short, citation, record.metadata, cited_on)
    agrees.add(citation.term == record.term if citation.term else None)
    return True in agrees and False not in agrees


def _weigh_short(
    short: re.Match[str], citation: Citation, record: Metadata, cited_on: datetime.date | None
) -> set[bool | None]:
    """What a mention by a bare number says of *record*: each fact agrees, differs (``False``) or is unknown (``None``).

    Of its type, its number and its age a record can only differ.
    """
    number = read_number(record.number)
    types = {record.type, *(_REGULATIONS if record.type in _REGULATIONS else ())}
    if number is None or number.mark or int(number.ordinal) != int(short["n"]) or short["type"] not in types:
        return {False}
    day, central = record.date, number.body == "TW"
    if day and cited_on and cited_on < day:
        return {False}
    in_term = _lies_in_term(day, citation.term) if central and day and citation.term in _CONGRESSES else None
    return {
        citation.date == day if citation.date and day else None,
        False if in_term is False else None,
        int(short["year"]) == day.year if short["year"] and day else None,
        central == (CENTRAL_BODY.regex.search(short["body"]) is not None) if short["body"] else None,
    }


def _says_term(citation: Citation) -> bool:
    return citation.term in _CONGRESSES and (citation.number or "").endswith(_CENTRE)


def _fits(citation: Citation, day: datetime.date) -> bool:
    if citation.date:
        return day == citation.date
    if not _says_term(citation):
        return True
    named = citation.number, citation.term
    recorded = [one.date for one in read_catalog() if (one.metadata.number, one.term) == named]
    return day in recorded if recorded else _lies_in_term(day, str(citation.term))


def _lies_in_term(day: datetime.date, term: str) -> bool:
    """Give or take a month: papers of a congress are dated around it."""
    following = _TERMS[_TERMS.index(term) + 1 :]
    return day >= _CONGRESSES[term] - _LEEWAY and (not following or day <= _CONGRESSES[following[0]] + _LEEWAY)
