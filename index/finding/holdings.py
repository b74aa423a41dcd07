"""What a question names -> what the library holds of it: documents, and rows of the index."""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from index.finding.fitting import encloses, find_named, is_cited, is_of_kind
from index.finding.standings import Standings
from index.naming.conditions import Condition
from index.naming.signs import Target
from ingest.addresses import slug
from ingest.mentions import CitedAs
from ingest.models import Metadata
from ingest.numbers import read_number
from ingest.patterns.citations import SHORT_NAME
from ingest.spelling import fold
from ingest.store import Library
from ingest.store.cited import find_cited_records, is_sure
from ingest.store.stock import (
    Naming,
    Stock,
    find_passage_ids,
    find_standings,
)

_NO_LETTERS = r"[^a-z0-9]+"
_NAMED_TYPES = frozenset({"Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp", "Điều lệ"})  # vi: types as printed
"""Types of documents that go by their title."""


class Holdings:
    """What the library of one state holds, by what a question can name.

    Attributes:
        in_use: ``(rows,)``: whether a row is of a document that was not removed.
    """

    def __init__(self, stock: Stock, passages: Sequence[int]) -> None:
        self.state = stock.state
        self.records = stock.records
        self.rows = len(passages)
        self._rows = {number: row for row, number in enumerate(passages)}
        places = {key: place for place, key in enumerate(stock.records)}
        owners = (places.get(stock.owners.get(number, ""), -1) for number in passages)
        self._owners = np.fromiter(owners, dtype=np.int32, count=self.rows)
        self._places = places
        self.in_use = self._owners >= 0
        self._standings: Standings | None = None
        self._fitting: dict[str, dict[str, bool | None]] = {}
        self._namings: dict[int, list[Naming]] = defaultdict(list)
        self._conferences = [naming for naming in stock.namings if naming.name]
        for naming in stock.namings:
            if parts := read_number(naming.number):
                self._namings[int(parts.ordinal)].append(naming)
            elif short := SHORT_NAME.regex.fullmatch(naming.name or ""):
                self._namings[int(short["n"])].append(naming)
        self._numbered: dict[int, dict[str, Metadata]] = defaultdict(dict)
        for key, record in stock.records.items():
            if parts := read_number(record.number):
                self._numbered[int(parts.ordinal)][key] = record
        self._titles = [(title, key) for key, record in stock.records.items() if (title := _title(record))]

    def mask(self, documents: Iterable[str]) -> NDArray[np.bool_]:
        """``(rows,)``: whether a row is of one of *documents*."""
        places = [self._places[key] for key in documents]
        return np.isin(self._owners, places) if places else np.zeros(self.rows, dtype=np.bool_)

    def rank_by_day(self) -> NDArray[np.float64]:
        """``(rows,)``: 0 to 1, the newest document highest; 0 where the day is unknown."""
        days = np.array([one.date.toordinal() if one.date else 0 for one in self.records.values()] + [0])
        known, ranks = np.unique(days, return_inverse=True)
        return np.asarray(ranks[self._owners] / max(1, len(known) - 1), dtype=np.float64)

    def rows_of(self, passages: Iterable[int]) -> list[int]:
        """Rows of those passages that the index has."""
        return [self._rows[number] for number in passages if number in self._rows]

    def find_owners(self, rows: NDArray[np.int64]) -> list[str]:
        """Ids of the documents of *rows*, which must be in use."""
        keys = list(self._places)
        return [keys[place] for place in self._owners[rows].tolist()]

    def find_fitting(self, condition: Condition, verdict: bool | None) -> list[str]:
        """Ids of the documents of which *condition* says *verdict*."""
        if condition.key not in self._fitting:
            self._fitting[condition.key] = {key: condition.fits(record) for key, record in self.records.items()}
        return [key for key, fits in self._fitting[condition.key].items() if fits is verdict]

    def find_documents(self, target: Target) -> list[str]:
        """Ids of the held documents that *target* names, newest first; several where it leaves open which."""
        among = self.records if target.ordinal is None else self._numbered.get(int(target.ordinal), {})
        found = find_named(target, among) if target.names_document else []
        if not found and target.ordinal is not None:  # "Quy chế 217": of Quyết định 217, which encloses it
            enclosing = {key: one for key, one in among.items() if encloses(target, one)}
            found = find_named(replace(target, kind=None), enclosing)
        return sorted(found, key=lambda key: self.records[key].date or datetime.date.min, reverse=True)

    def shares_sign(self, record: Metadata) -> bool:
        """Whether another held document has the sign of *record*."""
        return bool(record.number) and sum(one.number == record.number for one in self.records.values()) > 1

    def find_titled(self, bare: str) -> list[tuple[str, str]]:
        """Title and id of laws and the like whose title stands in a question; of two, one within the other, the longer.

        *bare* as in :class:`Typed`.
        """
        asked = f" {' '.join(re.split(_NO_LETTERS, bare))} "
        found = [(title, key) for title, key in self._titles if f" {title} " in asked]
        return [
            (title, key) for title, key in found if not any(title != other and title in other for other, _ in found)
        ]

    def find_at(self, library: Library, place: str, documents: Collection[str] | None = None) -> list[int]:
        """Ids of the passages at *place* and below it, in the order of the text; of *documents*, else of all."""
        return self.read_standings(library).find_at(place, documents)

    def read_standings(self, library: Library) -> Standings:
        """Where everything stands; read once, when a place is named."""
        if self._standings is None:
            self._standings = Standings(find_standings(library), self.records)
        return self._standings

    def place_in(self, target: Target, documents: Sequence[str]) -> str:
        """The place of *target* in *documents*: in the text they enclose where it calls them by its type.

        "Điều 3 Quy chế 217" is ``quy-che.dieu-3`` of Quyết định 217.
        """
        enclosing = [key for key in documents if encloses(target, self.records[key])]
        step = slug(self.records[enclosing[0]].enclosed or "") if enclosing else ""
        return f"{step}.{target.place}" if step and target.place else target.place

    def find_namings(self, target: Target) -> list[Naming]:
        """Mentions of the document that *target* names."""
        numbered = self._namings.get(int(target.ordinal), []) if target.ordinal else []
        others = self._conferences if target.name else []
        return [naming for naming in (*numbered, *others) if is_cited(target, self._resolve(naming))]

    def _resolve(self, naming: Naming) -> Naming:
        """With the day and term of what it surely means: "18-NQ/TW" says neither, the catalogue does."""
        if naming.date or not naming.number:
            return naming
        by = self.records.get(naming.document_id)
        on = by.date or by.event_date if by else None
        cited = CitedAs(number=naming.number, term=naming.term)
        found = [one for one in find_cited_records(cited) if not on or one.date <= on]
        if len(found) != 1 or not is_sure(cited, found[0]):
            return naming
        return replace(naming, date=found[0].date, term=naming.term or found[0].term)

    def find_citing(self, library: Library, targets: Iterable[Target]) -> frozenset[int] | None:
        """Ids of the passages that cite a document of *targets*; ``None`` where one is held, or none is named."""
        named = [target for target in targets if target.names_document]
        if not named or any(self.find_documents(target) or self._may_hold(target) for target in named):
            return None
        return frozenset(find_passage_ids(library, [one for target in named for one in self.find_namings(target)]))

    def _may_hold(self, target: Target) -> bool:
        """Whether a day is all that is named, and a document of that type does not say its own."""
        return bool(target.ordinal is None and target.name is None and target.date) and any(
            one.date is None and one.event_date is None and is_of_kind(target, one) for one in self.records.values()
        )


def _title(record: Metadata) -> str:
    """What a law goes by, without marks: "luat du lich"; empty for other documents."""
    if record.type not in _NAMED_TYPES or not record.title:
        return ""
    title, kind = (" ".join(re.findall(r"[a-z0-9]+", fold(words))) for words in (record.title, record.type))
    return title if title.startswith(kind) else f"{kind} {title}"
