"""The documents that bear what mentions say, whenever they say it: many mentions are looked up at once."""

from __future__ import annotations

import json
import re
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import chain
from string import digits

from ingest.citing.bare import may_be_short_for
from ingest.mentions import CitedAs
from ingest.models import Metadata
from ingest.numbers import read_number
from ingest.patterns.citations import SHORT_NAME
from ingest.patterns.laws import LAW_YEAR
from ingest.records import Record
from ingest.store.access import IN_USE
from ingest.store.called import list_names, spans_of_ordinal, split_law_name
from ingest.store.cited import find_cited_records, find_possible_records, fitting_dates, is_sure
from ingest.store.meaning import Candidate
from ingest.store.rows import read_day

Select = Callable[[str, Sequence[object]], list[sqlite3.Row]]
_YEAR_OF_NAME = len(" 2013")
_BEARING = f"""
    SELECT d.seq, d.id, d.type, d.number, d.date, d.title, d.issuer FROM json_each(?) w CROSS JOIN documents n
    ON n.COLUMN BETWEEN json_extract(w.value, '$[0]') AND json_extract(w.value, '$[1]')
    CROSS JOIN documents d {IN_USE} ON d.seq = n.seq AND d.removed_at IS NULL ORDER BY d.seq
"""  # noqa: S608 - our own index
"""All that is asked stands in the index: a row of the table is found behind its text."""


def find_candidates(select: Select, cited: Collection[CitedAs]) -> dict[CitedAs, tuple[Candidate, ...]]:
    """For each of *cited* the documents it may mean: held ones first, then those that only the catalogue knows."""
    shorts = {one: match for one in cited if (match := _match_short(one))}
    records = {one: find_cited_records(one) for one in cited}
    possible = {one: () if sure else find_possible_records(one) for one, sure in records.items()}
    recorded = chain(*records.values(), *possible.values())
    numbers = {one.number for one in cited} | {one.number for one in recorded}
    spans = [(number, number) for number in numbers if number]
    spans += [span for match in shorts.values() for span in spans_of_ordinal(int(match["n"]), ending="-")]
    bearers = _Bearers(_select_bearing(select, "number", spans))
    names = {name for one in cited if not one.number and (name := _split_title(one)[0])}
    titles = list_names(*names) | {title for name in list_names(*names) if (title := split_law_name(name)[1])}
    titled = _group(_select_bearing(select, "title", [(title, title) for title in titles]), "title")
    found = {}
    for one in cited:
        short = bearers.find_short(one, shorts[one]) if one in shorts else []
        named = bearers.find_fitting(one) if one.number else [*_find_titled(one, titled), *short]
        found[one] = bearers.join(one, named, records[one], possible[one])
    return found


class _Bearers:
    """The held documents of some numbers, in the order of arrival."""

    def __init__(self, rows: Iterable[sqlite3.Row]) -> None:
        self._by_number = _group(rows, "number")
        self._by_ordinal: dict[int, list[sqlite3.Row]] = defaultdict(list)
        for number, own in self._by_number.items():
            if ordinal := number[: len(number) - len(number.lstrip(digits))]:  # to read each sign whole takes long
                self._by_ordinal[int(ordinal)].extend(own)

    def find_fitting(self, cited: CitedAs) -> list[sqlite3.Row]:
        """Those of its number whose day fits."""
        found = self._by_number.get(cited.number or "", [])
        if not (cited.date or cited.term):
            return found
        dates = fitting_dates(cited, [row["date"] for row in found])
        return [row for row in found if row["date"] in dates]

    def find_short(self, cited: CitedAs, short: re.Match[str]) -> list[sqlite3.Row]:
        """Those that a bare number of their type may mean: "QĐ 61"."""
        rows = sorted(self._by_ordinal.get(int(short["n"]), ()), key=lambda row: row["seq"])
        return [row for row in rows if may_be_short_for(short, cited, _record(row))]

    def join(
        self, cited: CitedAs, named: Iterable[sqlite3.Row], records: Collection[Record], possible: Collection[Record]
    ) -> tuple[Candidate, ...]:
        """*named* and the copies of the records, each once; then the records that have none."""
        both = [*records, *possible]
        copies = {one.id: self.find_fitting(CitedAs(number=one.number, date=one.date)) for one in both}
        rows = {row["id"]: row for row in chain(named, *copies.values())}
        held = [
            Candidate(key, read_day(row["date"]), row["title"] or "", held=True, issuer=row["issuer"] or "")
            for key, row in rows.items()
        ]
        known = [
            Candidate(one.id, one.date, one.title, False, one.issuer, one in records and is_sure(cited, one))
            for one in both
            if not copies[one.id]
        ]
        return (*held, *known)


def _match_short(cited: CitedAs) -> re.Match[str] | None:
    return None if cited.number else SHORT_NAME.regex.fullmatch(cited.name or "")


def _select_bearing(select: Select, column: str, spans: Collection[tuple[str, str]]) -> list[sqlite3.Row]:
    query = _BEARING.replace("COLUMN", column)
    return select(query, (json.dumps(sorted(set(spans)), ensure_ascii=False),)) if spans else []


def _group(rows: Iterable[sqlite3.Row], column: str) -> Mapping[str, list[sqlite3.Row]]:
    grouped: dict[str, list[sqlite3.Row]] = defaultdict(list)
    for row in {row["seq"]: row for row in rows}.values():
        grouped[row[column]].append(row)
    return grouped


def _find_titled(cited: CitedAs, titled: Mapping[str, list[sqlite3.Row]]) -> list[sqlite3.Row]:
    """The held laws that *cited* calls by their name."""
    name, year = _split_title(cited)
    said = cited.date.isoformat() if cited.date else year
    bearers: list[sqlite3.Row] = []
    for one in sorted(list_names(name)):
        kind, title = split_law_name(one)
        bearers += [*titled.get(one, ()), *(row for row in titled.get(title, ()) if row["type"] == kind)]
    return [row for row in bearers if _may_be_of(row, said)]


def _may_be_of(row: sqlite3.Row, said: str) -> bool:
    """Whether a held document may be of the day or year *said*: by its sign where its day is unknown."""
    if row["date"]:
        return bool(row["date"].startswith(said))
    sign = read_number(row["number"])
    return not (said and sign and sign.year) or sign.year == said[:4]


def _split_title(cited: CitedAs) -> tuple[str, str]:
    """Of a law cited by name its title, and the year where that is said; both empty of what is no law."""
    if not cited.name or cited.term:
        return "", ""
    year = LAW_YEAR.regex.search(cited.name[-_YEAR_OF_NAME:])
    return (cited.name[:-_YEAR_OF_NAME], year["year"]) if year else (cited.name, "")


def _record(row: sqlite3.Row) -> Metadata:
    return Metadata(type=row["type"], number=row["number"], date=read_day(row["date"]))
