"""Bibliographic records of known documents, from ``data/catalog/``: one TOML file each, and how to find one.

Every fact carries its evidence, and what is not verified is shown as such or left out. A file holds the fields of
:class:`~ingest.records.Record`; tables ``[[evidence]]`` say for which ``fields``, by which ``mark``, on which
``pages``; ``[[relations]]`` and ``[[headings]]`` carry their own mark; ``[[digest]]`` is our own words.
"""

from __future__ import annotations

import datetime
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from ingest.errors import CatalogError
from ingest.language import tr
from ingest.models import Metadata
from ingest.numbers import parse_number
from ingest.possible import find_faults, find_faults_among
from ingest.records import DigestParagraph, Evidence, Heading, Record, Relation, WrongFactError

CATALOG_FOLDER = Path(__file__).parent.parent / "data" / "catalog"

_REQUIRED: dict[str, type] = {"number": str, "date": datetime.date, "type": str}
_TEXTS: dict[str, type] = dict.fromkeys(("term", "title", "issuer", "signer", "size"), str)
_FACTS = (
    _REQUIRED
    | _TEXTS
    | dict.fromkeys(("effective", "amended"), datetime.date)
    | dict.fromkeys(("other_names", "also_cited_as", "addresses"), list)
)
_FORMS = {str: 'chữ trong ngoặc kép: "102-QĐ/TW"', datetime.date: "ngày: 2017-11-15", list: 'danh sách: ["một"]'}
_TABLES: dict[str, type] = dict.fromkeys(("evidence", "relations", "headings", "digest"), list)
_OPTIONAL_EVIDENCE: dict[str, type] = {"pages": list}
_Value = TypeVar("_Value")
_OPTIONAL_OF_RELATIONS: dict[str, type] = {"name": str, "note": str, "pages": list}


@cache
def read_catalog(folder: Path = CATALOG_FOLDER) -> tuple[Record, ...]:
    """Every record, by file name; a relation that one file states stands in the records of both its ends.

    Raises:
        CatalogError: If a file lacks a field, has one too many, or says what cannot be or has no evidence.
    """
    files = sorted(folder.glob("*.toml"))
    own = [_read_file(file) for file in files]
    records = tuple(replace(one, relations=(*one.relations, *_find_inverses(one, own))) for one in own)
    for place, fault in find_faults_among(records):
        raise _refuse(files[place], fault)
    return records


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
    return _list_by_id().get(document_id)


@cache
def _list_by_id() -> Mapping[str, Record]:
    return {record.id: record for record in reversed(read_catalog())}


def find_records_numbered(number: str | None) -> tuple[Record, ...]:
    """The records of exactly that sign, in the order of the catalogue."""
    return _list_by_number().get(number or "", ())


@cache
def _list_by_number() -> Mapping[str, tuple[Record, ...]]:
    numbers = dict.fromkeys(record.number for record in read_catalog())
    return {number: tuple(one for one in read_catalog() if one.number == number) for number in numbers}


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
    return next((one for one in find_records_numbered(metadata.number) if one.date == metadata.date), None)


def _names(record: Record) -> tuple[str, ...]:
    return (*record.other_names, *record.also_cited_as)


# --- reading -------------------------------------------------------------------------------------------------


def _read_file(file: Path) -> Record:
    try:
        record = _read_record(tomllib.loads(file.read_text(encoding="utf-8")))
    except WrongFactError as fault:
        raise _refuse(file, fault) from fault
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        why, advice = tr("không đọc được ({error})", error=error), tr("Hãy sửa theo dạng TOML, lưu bằng mã UTF-8.")
        raise CatalogError(file.name, tr("toàn tệp"), why, advice) from error
    for wrong in find_faults(record):
        raise _refuse(file, wrong)
    return record


def _refuse(file: Path, fault: WrongFactError) -> CatalogError:
    return CatalogError(file.name, fault.field, fault.why, fault.advice)


def _read_record(fields: dict[str, Any]) -> Record:
    _check(fields, _REQUIRED | {"evidence": list}, _FACTS | _TABLES | {"checked": datetime.date})
    facts: dict[str, Any] = {name: value for name, value in fields.items() if name not in _TABLES}
    facts |= {name: _texts(name, value) for name, value in facts.items() if isinstance(value, list)}
    evidence = _read_evidence(fields["evidence"])
    wanted = facts.keys() - {"checked"}
    for field in sorted(wanted - evidence.keys()):
        advice = tr("Hãy ghi {field} vào fields của một mục evidence, hoặc bỏ đi.", field=field)
        raise WrongFactError(field, tr("chưa có nguồn"), advice)
    for field in sorted(evidence.keys() - wanted):
        why = tr("có nguồn cho {field} mà hồ sơ không ghi", field=field)
        raise WrongFactError("evidence, fields", why, tr("Hãy bỏ hoặc ghi {field}.", field=field))
    return Record(
        **facts,
        evidence=tuple(evidence.items()),
        relations=_read_each("relations", fields, _read_relation),
        headings=_read_each("headings", fields, _read_heading),
        digest=_read_each("digest", fields, _read_paragraph),
    )


def _read_each(name: str, fields: Mapping[str, Any], read: Callable[[dict[str, Any]], _Value]) -> tuple[_Value, ...]:
    return tuple(_within(f"{name} {place}", read, table) for place, table in enumerate(fields.get(name, ()), start=1))


def _within(where: str, read: Callable[[dict[str, Any]], _Value], table: dict[str, Any]) -> _Value:
    """What *read* makes of *table*, whose faults are told with *where* it stands."""
    try:
        return read(table)
    except WrongFactError as fault:
        raise WrongFactError(f"{where}, {fault.field}", fault.why, fault.advice) from fault


def _read_evidence(tables: list[Any]) -> dict[str, Evidence]:
    found: dict[str, Evidence] = {}
    for place, table in enumerate(tables, start=1):
        fields, evidence = _within(f"evidence {place}", _read_evidence_table, table)
        for field in fields:
            if field in found:
                why = tr("ghi nguồn hai lần cho {field}", field=field)
                raise WrongFactError("evidence, fields", why, tr("Hãy giữ một nguồn."))
            found[field] = evidence
    return found


def _read_evidence_table(table: dict[str, Any]) -> tuple[tuple[str, ...], Evidence]:
    _check(table, {"fields": list, "mark": str}, _OPTIONAL_EVIDENCE)
    return _texts("fields", table["fields"]), _evidence(table)


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
    return Evidence(table["mark"], _texts("pages", table.get("pages", [])))


def _texts(field: str, values: list[Any]) -> tuple[str, ...]:
    if not all(isinstance(value, str) and value.strip() for value in values):
        why = tr("cần danh sách chữ, không phải {given}", given=repr(values))
        raise WrongFactError(field, why, tr('Hãy viết như ["một", "hai"].'))
    return tuple(values)


def _check(table: object, required: Mapping[str, type], optional: Mapping[str, type]) -> None:
    """Every field of the right type, none missing, none unknown, no text empty."""
    if not isinstance(table, dict):
        why = tr("cần một bảng TOML, không phải {given}", given=repr(table))
        raise WrongFactError(tr("mục"), why, tr("Hãy mở mục bằng [[tên]]."))
    known = {**required, **optional}
    for name in sorted(table.keys() - known):
        advice = tr("Hãy dùng một trong: {known}.", known=", ".join(known))
        raise WrongFactError(name, tr("không có mục tên như vậy"), advice)
    for name in sorted(required.keys() - table.keys()):
        raise WrongFactError(name, tr("còn thiếu"), tr("Hãy ghi thêm, dạng {form}.", form=tr(_FORMS[known[name]])))
    for name, value in table.items():
        if type(value) is not known[name]:
            why = tr("không nhận {given}", given=repr(value))
            raise WrongFactError(name, why, tr("Hãy ghi dạng {form}.", form=tr(_FORMS[known[name]])))
        if isinstance(value, str) and not value.strip():
            raise WrongFactError(name, tr("để trống"), tr("Hãy ghi nội dung, hoặc bỏ cả dòng."))
