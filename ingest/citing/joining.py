"""What is named in full once in a text is named briefly there too: by its number alone, a law by its title alone."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.agreeing import find_agreed
from ingest.catalog import read_catalog
from ingest.citing.bare import may_be_short_for
from ingest.citing.laws import LAW_KINDS
from ingest.mentions import Citation
from ingest.models import Metadata
from ingest.numbers import read_number
from ingest.patterns.citations import SHORT_NAME, TYPE_CODES
from ingest.patterns.conferences import CONFERENCE_NAME
from ingest.patterns.laws import LAW_YEAR
from ingest.spelling import unify_spelling

_YEAR_OF_NAME = len(" 2013")


def join_numbers(found: Sequence[Citation], own: Metadata) -> Iterator[Citation]:
    """Each short form with the sign of the one document that it can be short for: "NQ 18" beside "18-NQ/TW".

    What the catalogue calls a document named in full is a short form, too. The text's *own* sign counts where no other
    one fits. Where several do, it is left open.
    """
    full = list(dict.fromkeys(_describe(one) for one in found if one.number and one.type not in LAW_KINDS))
    called = _list_other_names(full)
    for one in found:
        fitting = set() if one.number else _find_short_for(one, full) | called.get(one.name or "", set())
        fitting = fitting or _find_short_for(one, [own])
        yield replace(one, number=fitting.pop(), name=None) if len(fitting) == 1 else one


def _describe(citation: Citation) -> Metadata:
    sign = read_number(citation.number)
    kind = citation.type or (TYPE_CODES.get(sign.kind) if sign else None)
    return Metadata(type=kind, number=citation.number, date=citation.date)


def _find_short_for(citation: Citation, full: Iterable[Metadata]) -> set[str]:
    """The signs of those of *full* that a bare number may be short for."""
    short = None if citation.number else SHORT_NAME.regex.fullmatch(citation.name or "")
    if short is None:
        return set()
    return {one.number for one in full if one.number and may_be_short_for(short, citation.cited_as, one)}


def _list_other_names(full: Iterable[Metadata]) -> dict[str, set[str]]:
    """The catalogue's other names of *full*, a conference's also without its term, each with the signs it may mean."""
    called: dict[str, set[str]] = defaultdict(set)
    known = {(one.number, one.date) for one in full}
    for record in read_catalog():
        if {(record.number, record.date), (record.number, None)} & known:
            for name in record.other_names:
                bare = CONFERENCE_NAME.regex.fullmatch(name)
                called[name].add(record.number)
                called[bare["bare"] if bare else name].add(record.number)
    return called


@dataclass(frozen=True, slots=True)
class _Law:
    """What one mention of a law says of it."""

    number: str | None
    date: datetime.date | None
    year: str


def join_laws(found: Iterable[Citation]) -> Iterator[Citation]:
    """Each title of a law with the sign and the day that the text gives it elsewhere, where it means one law only."""
    named = [(one, _read_title(one)) for one in found]
    told: dict[str, set[_Law]] = defaultdict(set)
    for one, title in named:
        if title:
            told[title].add(_Law(one.number, one.date, _read_year(one)))
    for one, title in named:
        said = {"", own} if (own := _read_year(one)) else None
        laws = [law for law in told[title] if said is None or law.year in said] if title else []
        number, day = (None, None) if one.number else _agree(laws)
        yield replace(one, number=number or one.number, date=one.date or day)


def _read_title(citation: Citation) -> str:
    """By which mentions of one law are known; empty of what is none."""
    if citation.type not in LAW_KINDS or not citation.name or citation.term:
        return ""
    year = LAW_YEAR.regex.search(citation.name[-_YEAR_OF_NAME:])
    return unify_spelling(citation.name[:-_YEAR_OF_NAME] if year else citation.name).casefold()


def _read_year(citation: Citation) -> str:
    """The year that its day, its sign or its name says, else empty."""
    sign = read_number(citation.number)
    said = LAW_YEAR.regex.search((citation.name or "")[-_YEAR_OF_NAME:])
    if citation.date:
        return str(citation.date.year)
    return (sign.year if sign else "") or (said["year"] if said else "")


def _agree(laws: Sequence[_Law]) -> tuple[str | None, datetime.date | None]:
    """The sign and the day of which all tell, as far as they do; nothing where they tell of several laws."""
    told = [{value for one in laws if (value := getattr(one, fact))} for fact in ("number", "date", "year")]
    if any(len(facts) > 1 for facts in told):
        return None, None
    return find_agreed(one.number for one in laws), find_agreed(one.date for one in laws)
