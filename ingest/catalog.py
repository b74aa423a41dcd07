"""Bibliographic records of known documents, from ``data/catalog/``: one TOML file each, and how to find one.

Every fact carries its evidence, and what is not verified is shown as such or left out. A file holds the fields of
:class:`~ingest.records.Record`; tables ``[[evidence]]`` say for which ``fields``, by which ``mark``, on which
``pages``; ``[[relations]]`` and ``[[headings]]`` carry their own mark; ``[[digest]]`` is our own words.
"""

from __future__ import annotations

import datetime
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from ingest.models import Metadata
from ingest.numbers import parse_number
from ingest.records import DigestParagraph, Evidence, Heading, Record, Relation

CATALOG_FOLDER = Path(__file__).parent.parent / "data" / "catalog"

_REQUIRED: dict[str, type] = {"number": str, "date": datetime.date, "type": str}
_TEXTS: dict[str, type] = dict.fromkeys(("term", "title", "issuer", "signer", "size"), str)
_FACTS = (
    _REQUIRED
    | _TEXTS
    | dict.fromkeys(("effective", "amended"), datetime.date)
    | dict.fromkeys(("other_names", "also_cited_as", "addresses"), list)
)
_TABLES: dict[str, type] = dict.fromkeys(("evidence", "relations", "headings", "digest"), list)
_OPTIONAL_EVIDENCE: dict[str, type] = {"pages": list}
_OPTIONAL_OF_RELATIONS: dict[str, type] = {"name": str, "note": str, "pages": list}


@cache
def read_catalog(folder: Path = CATALOG_FOLDER) -> tuple[Record, ...]:
    """Every record, by file name; a relation that one file states stands in the records of both its ends.

    Raises:
        TypeError: If a file lacks a field, has one too many, or one of another type.
        ValueError: If a field says what cannot be, or a fact has no evidence.
    """
    records = [_read_file(file) for file in sorted(folder.glob("*.toml"))]
    return tuple(replace(one, relations=(*one.relations, *_find_inverses(one, records))) for one in records)


def _find_inverses(record: Record, records: Sequence[Record]) -> Iterator[Relation]:
    """What the other *records* state of *record* and its own file does not, newest last."""
    own = {(relation.kind, relation.id) for relation in record.relations}
    stated = [other.seen_from(one) for other in records for one in other.relations if one.id == record.id]
    yield from sorted((one for one in stated if (one.kind, one.id) not in own), key=lambda one: (one.date, one.number))


def find_record_by_name(name: str) -> Record | None:
    """The record that bears *name* among its other names."""
    return next((record for record in read_catalog() if name in record.other_names), None)


def find_records(given: str) -> tuple[Record, ...]:
    """The records that *given* names, the oldest first: by id, by sign in any written form, or by name.

    Several documents may bear one sign: series restart with every term.
    """
    asked = " ".join(given.split()).casefold()
    try:
        number = str(parse_number(given))
    except ValueError:
        number = ""
    found = [
        record
        for record in read_catalog()
        if number == record.number or asked in {name.casefold() for name in (record.id, record.name, *_names(record))}
    ]
    return tuple(sorted(found, key=lambda record: record.date))


def find_record(given: str) -> Record | None:
    """The one record that *given* names, as :func:`find_records`; ``None`` of several."""
    found = find_records(given)
    return found[0] if len(found) == 1 else None


def find_record_by_id(document_id: str) -> Record | None:
    """The record of the document that is, or would be, held under *document_id*."""
    return next((record for record in read_catalog() if record.id == document_id), None)


def count_successors(record: Record) -> int:
    """How many documents took its place for certain, one after another; 0 of what stands, as far as is known.

    A replacement that is not verified counts where the one that replaced it was itself replaced.
    """
    by = record.replaced_by
    after = find_record_by_id(by.id) if by else None
    if by is None or after is None:
        return 0
    later = count_successors(after)
    return later + 1 if by.evidence.verified or later else 0


def find_record_of(metadata: Metadata) -> Record | None:
    """The catalogue's record of a held document: of its number and its day."""
    return next((one for one in read_catalog() if (one.number, one.date) == (metadata.number, metadata.date)), None)


def _names(record: Record) -> tuple[str, ...]:
    return (*record.other_names, *record.also_cited_as)


# --- reading -------------------------------------------------------------------------------------------------


def _read_file(file: Path) -> Record:
    try:
        return _read_record(tomllib.loads(file.read_text(encoding="utf-8")))
    except (TypeError, ValueError) as error:
        raise type(error)(f"{file.name}: {error}") from error


def _read_record(fields: dict[str, Any]) -> Record:
    _check(fields, _REQUIRED | {"evidence": list}, _FACTS | _TABLES | {"checked": datetime.date})
    if str(parse_number(fields["number"])) != fields["number"]:
        raise ValueError(f"a number is written as {parse_number(fields['number'])}")
    facts: dict[str, Any] = {name: value for name, value in fields.items() if name not in _TABLES}
    facts |= {name: _texts(value) for name, value in facts.items() if isinstance(value, list)}
    evidence = dict(_read_evidence(fields["evidence"]))
    if evidence.keys() != facts.keys() - {"checked"}:
        raise ValueError(f"facts and their evidence differ: {sorted(evidence.keys() ^ (facts.keys() - {'checked'}))}")
    return Record(
        **facts,
        evidence=tuple(evidence.items()),
        relations=tuple(_read_relation(table) for table in fields.get("relations", ())),
        headings=tuple(_read_heading(table) for table in fields.get("headings", ())),
        digest=tuple(_read_paragraph(table) for table in fields.get("digest", ())),
    )


def _read_evidence(tables: list[Any]) -> Iterator[tuple[str, Evidence]]:
    met: set[str] = set()
    for table in tables:
        _check(table, {"fields": list, "mark": str}, _OPTIONAL_EVIDENCE)
        for field in _texts(table["fields"]):
            if field in met:
                raise ValueError(f"evidence is given twice for {field}")
            met.add(field)
            yield field, _evidence(table)


def _read_relation(table: dict[str, Any]) -> Relation:
    _check(table, {"kind": str, **_REQUIRED, "mark": str}, _OPTIONAL_OF_RELATIONS)
    own = {name: value for name, value in table.items() if name not in ("mark", "pages")}
    return Relation(**own, evidence=_evidence(table))


def _read_heading(table: dict[str, Any]) -> Heading:
    _check(table, {"place": str, "words": str, "mark": str}, _OPTIONAL_EVIDENCE)
    return Heading(table["place"], table["words"], _evidence(table))


def _read_paragraph(table: dict[str, Any]) -> DigestParagraph:
    _check(table, {"heading": str, "text": str}, {})
    return DigestParagraph(table["heading"], table["text"])


def _evidence(table: Mapping[str, Any]) -> Evidence:
    return Evidence(table["mark"], _texts(table.get("pages", [])))


def _texts(values: list[Any]) -> tuple[str, ...]:
    if not all(isinstance(value, str) and value.strip() for value in values):
        raise TypeError(f"a list of texts is wanted, not {values!r}")
    return tuple(values)


def _check(table: object, required: Mapping[str, type], optional: Mapping[str, type]) -> None:
    """Every field of the right type, none missing, none unknown, no text empty."""
    if not isinstance(table, dict):
        raise TypeError(f"a table is wanted, not {table!r}")
    known = {**required, **optional}
    if unknown := table.keys() - known:
        raise TypeError(f"unknown fields: {', '.join(sorted(unknown))}")
    if missing := required.keys() - table.keys():
        raise TypeError(f"fields missing: {', '.join(sorted(missing))}")
    for name, value in table.items():
        if type(value) is not known[name]:
            raise TypeError(f"{name} is {known[name].__name__}, not {value!r}")
        if value == "":
            raise ValueError(f"{name} is empty")
