"""Which documents a mention may mean: of the day it says, else of the term it says; by the catalogue too."""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from functools import cache

from ingest.catalog import find_record_by_name, find_records_numbered, read_catalog
from ingest.citing.bare import may_be_short_for, weigh_short
from ingest.mentions import CitedAs
from ingest.numbers import read_number
from ingest.patterns.citations import SHORT_NAME
from ingest.patterns.conferences import CONFERENCE_NAME
from ingest.records import Record
from ingest.terms import CONGRESSES, lies_in_term

CENTRE = "TW"  # of the centre and its organs, as UBKTTW; a province's or an assembly's "khóa" counts other years


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
    is enough, and only where the catalogue is sure of one that bears it or knows of several.
    """
    if short := SHORT_NAME.regex.fullmatch(cited.name or ""):
        return tuple(one for one in _find_numbered(short) if _is_short_for(short, cited, one))
    if cited.name and (named := find_record_by_name(cited.name)):
        return (named,)
    if cited.name and CONFERENCE_NAME.regex.fullmatch(cited.name):
        return tuple(one for one in read_catalog() if any(_is_of_a_term(name, cited.name) for name in one.other_names))
    found = tuple(one for one in find_records_numbered(cited.number) if _may_mean(cited, one))
    return found if len(found) > 1 or any(is_sure(cited, one) for one in found) else ()


def is_sure(cited: CitedAs, record: Record) -> bool:
    """Whether *record*, where no other is left, may be taken for what *cited* names: more is said, or known of it."""
    return bool(cited.date or cited.name or _says_term(cited) or record.metadata.number)


def find_possible_records(cited: CitedAs) -> tuple[Record, ...]:
    """Those too that a bare number, or a sign nobody verified, may mean: they are never taken for certain."""
    short = SHORT_NAME.regex.fullmatch(cited.name or "")
    if short is None:
        return tuple(one for one in find_records_numbered(cited.number) if _may_mean(cited, one))
    return tuple(one for one in _find_numbered(short) if may_be_short_for(short, cited, one.metadata))


def _find_numbered(short: re.Match[str]) -> list[Record]:
    return _list_by_ordinal().get(int(short["n"]), [])


@cache
def _list_by_ordinal() -> Mapping[int, list[Record]]:
    found: dict[int, list[Record]] = defaultdict(list)
    for one in read_catalog():
        if sign := read_number(one.number):
            found[int(sign.ordinal)].append(one)
    return found


def _is_of_a_term(name: str, bare: str) -> bool:
    """Whether *name* is that of the conference *bare* of some term: "Nghị quyết Trung ương 4"."""
    match = CONFERENCE_NAME.regex.fullmatch(name)
    return match is not None and match["bare"] == bare


def find_own_issuer(cited: CitedAs, issuer: str | None) -> str:
    """The *issuer* of the citing document, where *cited* is a sign that every province or district has; else empty."""
    local = cited.number is not None and not cited.number.endswith(CENTRE)
    return (issuer or "") if local else ""


def _may_mean(cited: CitedAs, record: Record) -> bool:
    if cited.date:
        return cited.date == record.date
    if _says_term(cited):
        return cited.term == record.term
    return record.number.endswith(CENTRE)


def _is_short_for(short: re.Match[str], cited: CitedAs, record: Record) -> bool:
    """Whether "Quyết định 217 của Bộ Chính trị" is *record*, of the centre, with a fact more that agrees."""
    if record.metadata.date is None or not (record.metadata.number or "").endswith("/TW"):
        return False
    agrees = weigh_short(short, cited, record.metadata)
    agrees.add(cited.term == record.term if cited.term else None)
    return True in agrees and False not in agrees


def _says_term(cited: CitedAs) -> bool:
    return cited.term in CONGRESSES and (cited.number or "").endswith(CENTRE)


def _fits(cited: CitedAs, day: datetime.date) -> bool:
    if cited.date:
        return day == cited.date
    if not _says_term(cited):
        return True
    named = cited.number, cited.term
    recorded = [one.date for one in read_catalog() if (one.metadata.number, one.term) == named]
    return day in recorded if recorded else lies_in_term(day, str(cited.term))
