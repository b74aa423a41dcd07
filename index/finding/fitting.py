"""Whether a record, or a mention of a document, is what a question names: nothing that both say may differ."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from index.naming.bodies import may_have_issued
from index.naming.signs import Target
from ingest.catalog import read_catalog
from ingest.mentions import CitedAs
from ingest.models import Metadata
from ingest.numbers import parse_number, read_number
from ingest.patterns.citations import CENTRAL_BODY, SHORT_NAME
from ingest.spelling import fold
from ingest.store.cited import fitting_dates
from ingest.store.stock import Naming

_CENTRAL = frozenset({"tw", "bct", "bbt", "bchtw"})
"""Bodies whose documents all carry TW: people type the body itself (05-CT/BCT)."""
_REGULATIONS = frozenset({"qd", "qdi", "qyd"})
"""Quy định and quyết định: people mix them and mean the same document."""


def find_named(target: Target, records: dict[str, Metadata]) -> list[str]:
    """Ids of those of *records* that *target* names; several where it leaves open which."""
    if target.name and target.ordinal is None:
        known = [
            Target(*_split(one.number), date=one.date) for one in read_catalog() if _bears(one.other_names, target)
        ]
        return list(dict.fromkeys(key for one in known for key in find_named(one, records)))
    if target.ordinal is None:
        return [
            key
            for key, one in records.items()
            if target.date
            and target.date in (one.date, None if one.date else one.event_date)
            and is_of_kind(target, one)
        ]
    found = {key: one for key, one in records.items() if one.number and _is_sign(target, one.number)}
    found = _of_issuer(target, found)
    exact = {key: one for key, one in found.items() if _read_mark(one.number) == target.mark}
    bare = not (target.mark or target.body)  # "nghị quyết 30" is 30a only where there is no 30
    return _fit_in_time(target, exact or (found if bare else {}))


def _of_issuer(target: Target, found: dict[str, Metadata]) -> dict[str, Metadata]:
    """Those of *found* that the issuer said in *target* may have issued; a name that none bears may be no name."""
    issuer = target.issuer
    if issuer is None:
        return found
    fitting = {key: one for key, one in found.items() if may_have_issued(issuer, one)}
    if fitting or issuer.sure:
        return fitting
    return {key: one for key, one in found.items() if may_have_issued(replace(issuer, name=""), one)}


def _bears(names: Iterable[str], target: Target) -> bool:
    return any(name == target.name or (not target.term and name.startswith(f"{target.name} ")) for name in names)


def _split(number: str) -> tuple[str, str | None, str | None]:
    parts = parse_number(number)
    return parts.ordinal, parts.kind or None, parts.body


def is_of_kind(target: Target, record: Metadata) -> bool:
    """Whether *record* is of the type that *target* says, or none is said; Quy định and quyết định are one."""
    number = read_number(record.number)
    if target.kind is None or number is None:
        return target.kind is None or record.type is None or _initials(record.type) == _group(target.kind)
    return _group(number.kind) == _group(target.kind)


def encloses(target: Target, record: Metadata) -> bool:
    """Whether *record* encloses a text of the type that *target* says, and is not of that type itself."""
    if target.kind is None or not record.enclosed or is_of_kind(target, record):
        return False
    return _initials(record.enclosed) == _group(target.kind)


def _initials(kind: str) -> str:
    return fold("".join(word[0] for word in kind.split()))


def _is_sign(target: Target, number: str) -> bool:
    """Whether *number* has the parts that were typed; 05 is 5."""
    parts = read_number(number)
    if parts is None or target.ordinal is None or int(parts.ordinal) != int(target.ordinal):
        return False
    if target.kind and _group(parts.kind) != _group(target.kind):
        return False
    if target.year and parts.year and int(parts.year) != target.year:
        return False
    return target.body is None or _same_body(target.body, parts.body)


def _read_mark(number: str | None) -> str:
    """The letter that tells 30a/2008/NQ-CP from 30/2008/NQ-CP; those of a ministry tell nothing apart."""
    parts = read_number(number)
    return parts.mark.lower() if parts and len(parts.mark) == 1 else ""


def _same_body(typed: str, held: str) -> bool:
    a, b = fold(typed), fold(held)
    return a == b or (a in _CENTRAL and b in _CENTRAL)


def _group(kind: str) -> str:
    folded = fold(kind)
    return "qd" if folded in _REGULATIONS else folded


def _fit_in_time(target: Target, found: dict[str, Metadata]) -> list[str]:
    """Those whose day of issue fits what was typed; ones of unknown day where no known one fits."""
    fitting: list[str] = []
    for number in dict.fromkeys(record.number for record in found.values()):
        days = {key: one.date.isoformat() if one.date else None for key, one in found.items() if one.number == number}
        dates = fitting_dates(CitedAs(number=number, term=target.term, date=target.date), list(days.values()))
        fitting += [key for key, day in days.items() if day in dates and _is_of_year(target, found[key])]
    return fitting


def _is_of_year(target: Target, record: Metadata) -> bool:
    return target.year is None or record.date is None or record.date.year == target.year


def is_cited(target: Target, naming: Naming) -> bool:
    """Whether a mention may be of the document *target* names: nothing that both say differs."""
    if _differ_in_time(target, naming):
        return False
    if target.name and naming.name and _bears((naming.name,), target):
        return True
    if target.ordinal is None:
        return bool(target.date and naming.date == target.date and not target.name and _cites_kind(target, naming))
    if naming.number is None:
        return _is_short_for(target, naming)
    return _is_sign(target, naming.number) and _read_mark(naming.number) == target.mark


def _is_short_for(target: Target, naming: Naming) -> bool:
    """Whether "Quyết định 217 của Bộ Chính trị" may be the document of *target*."""
    short = SHORT_NAME.regex.fullmatch(naming.name or "")
    if not short or target.mark or int(short["n"]) != int(target.ordinal or 0):
        return False
    if target.kind and _initials(short["type"]) != _group(target.kind):
        return False
    if short["year"] and target.year and int(short["year"]) != target.year:
        return False
    central = CENTRAL_BODY.regex.search(short["body"]) is not None if short["body"] else None
    return central is None or target.body is None or central == (fold(target.body) in _CENTRAL)


def _differ_in_time(target: Target, naming: Naming) -> bool:
    if target.term and naming.term and target.term != naming.term:
        return True
    if naming.date is None:
        return False
    return bool(target.date and target.date != naming.date) or target.year not in (None, naming.date.year)


def _cites_kind(target: Target, naming: Naming) -> bool:
    number = read_number(naming.number)
    return target.kind is None or (number is not None and _group(number.kind) == _group(target.kind))
