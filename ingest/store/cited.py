"""Which documents a mention may mean: of the day it says, else of the term it says; by the catalogue too."""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection

from ingest.catalog import find_record_by_name, read_catalog
from ingest.mentions import CitedAs
from ingest.numbers import parse_number
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


def fitting_dates(cited: CitedAs, dates: Collection[str | None]) -> set[str | None]:
    """Those of *dates*, ISO 8601, on which what *cited* names may have been issued.

    An unknown date, ``None``, fits where no known one does.
    """
    known = {date for date in dates if date is not None and _fits(cited, datetime.date.fromisoformat(date))}
    says_when = cited.date or _says_term(cited)
    return {*known} if known and says_when else {*known, *(date for date in dates if date is None)}


def find_cited_records(cited: CitedAs) -> tuple[Record, ...]:
    """The records of what *cited* may name.

    Series restart with every term and in every province: without a day, a term or a name, only a sign of the centre
    is enough, and only where the catalogue is sure of one that bears it.
    """
    if short := SHORT_NAME.regex.fullmatch(cited.name or ""):
        return tuple(one for one in read_catalog() if _is_short_for(short, cited, one))
    if cited.name and (named := find_record_by_name(cited.name)):
        return (named,)
    found = tuple(one for one in read_catalog() if one.number == cited.number and _may_mean(cited, one))
    says_when = cited.date or _says_term(cited)
    return found if says_when or any(one.metadata.number for one in found) else ()


def _may_mean(cited: CitedAs, record: Record) -> bool:
    if cited.date:
        return cited.date == record.date
    if _says_term(cited):
        return cited.term == record.term
    return record.number.endswith(_CENTRE)


def _is_short_for(short: re.Match[str], cited: CitedAs, record: Record) -> bool:
    """Whether "Quyết định 217 của Bộ Chính trị" is *record*: of that number and type, with a fact more that agrees."""
    day = record.metadata.date
    if record.metadata.number is None or day is None:
        return False
    number = parse_number(record.metadata.number)
    types = {record.type, *(_REGULATIONS if record.type in _REGULATIONS else ())}
    if (number.ordinal, number.body) != (short["n"], "TW") or short["type"] not in types:
        return False
    agrees = {
        cited.date == day if cited.date else None,
        cited.term == record.term if cited.term else None,
        int(short["year"]) == day.year if short["year"] else None,
        CENTRAL_BODY.regex.search(short["body"]) is not None if short["body"] else None,
    }
    return True in agrees and False not in agrees


def _says_term(cited: CitedAs) -> bool:
    return cited.term in _CONGRESSES and (cited.number or "").endswith(_CENTRE)


def _fits(cited: CitedAs, day: datetime.date) -> bool:
    if cited.date:
        return day == cited.date
    if not _says_term(cited):
        return True
    named = cited.number, cited.term
    recorded = [one.date for one in read_catalog() if (one.metadata.number, one.term) == named]
    return day in recorded if recorded else _lies_in_term(day, str(cited.term))


def _lies_in_term(day: datetime.date, term: str) -> bool:
    """Give or take a month: papers of a congress are dated around it."""
    following = _TERMS[_TERMS.index(term) + 1 :]
    return day >= _CONGRESSES[term] - _LEEWAY and (not following or day <= _CONGRESSES[following[0]] + _LEEWAY)
