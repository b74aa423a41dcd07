"""A document that was read in another process -> one line of JSON -> the same document here.

Nothing is pickled: what comes back from a process that read a harmful file is only ever text and numbers.
"""

from __future__ import annotations

import datetime
from dataclasses import fields
from typing import Any

from ingest.marks import Anchor, Row, Table
from ingest.mentions import Citation, Reference
from ingest.models import Document, Finding, Metadata, PageStart, Provision
from ingest.relating.relation import TextRelation

_VALUES = (Document, Metadata, Provision, Citation, PageStart, Finding, Reference, Table, Row, Anchor, TextRelation)


def pack_value(value: object) -> object:
    """*value* of :mod:`ingest.models` as a list of its fields, a day as ISO 8601; the ``default`` of ``json.dumps``.

    Raises:
        TypeError: If it is neither.
    """
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, _VALUES):
        return [getattr(value, field.name) for field in fields(value)]
    raise TypeError(f"no value of a document: {value!r}")


def unpack_document(packed: list[Any]) -> Document:
    """The document whose :func:`pack_value` went through JSON.

    Raises:
        ValueError: If a value is none that the models allow.
    """
    key, text, record, tree, citations, pages, findings, notes, references, *marks = packed
    tables, anchors, saved_from, relations = marks
    return Document(
        key,
        text,
        _unpack_record(record),
        tuple(map(_unpack_provision, tree)),
        tuple(Citation(*[*one[:-1], _unpack_day(one[-1])]) for one in citations),
        tuple(PageStart(*one) for one in pages),
        tuple(Finding(*one) for one in findings),
        tuple(notes),
        tuple(Reference(*one) for one in references),
        tuple(Table(tuple(Row(*row) for row in rows)) for (rows,) in tables),
        tuple(Anchor(*one) for one in anchors),
        saved_from,
        tuple(map(_unpack_relation, relations)),
    )


def _unpack_record(packed: list[Any]) -> Metadata:
    named = dict(zip((field.name for field in fields(Metadata)), packed, strict=True))
    days = {name: _unpack_day(named[name]) for name in ("date", "event_date")}
    return Metadata(**named | days | {"recipients": tuple(named["recipients"])})


def _unpack_provision(packed: list[Any]) -> Provision:
    return Provision(*[*packed[:-1], tuple(map(_unpack_provision, packed[-1]))])


def _unpack_relation(packed: list[Any]) -> TextRelation:
    named = dict(zip((field.name for field in fields(TextRelation)), packed, strict=True))
    return TextRelation(**named | {"since": _unpack_day(named["since"])})


def _unpack_day(packed: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(packed) if packed else None
