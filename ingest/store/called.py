"""The words by which texts may call a document: what to look up to find who speaks of it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ingest.catalog import find_record_by_id, find_records_numbered
from ingest.citing.laws import LAW_KINDS
from ingest.models import Metadata
from ingest.numbers import read_number
from ingest.patterns.conferences import CONFERENCE_NAME
from ingest.records import Record

_BEGINNINGS = tuple(f"{kind} " for kind in LAW_KINDS)
_LAST = "\U0010ffff"
_LONGEST_ORDINAL = 5
_MIXED = ("Quy định", "Quyết định")  # vi: types as written, one for the other


@dataclass(frozen=True, slots=True)
class Called:
    """Signs and names, in the form in which mentions keep them; what bears one may still mean another document.

    Attributes:
        spans: First and last of a stretch of signs or names in the order of code points, both included.
    """

    spans: tuple[tuple[str, str], ...]


def find_called(key: str, held: Metadata | None) -> Called:
    """How the document *key* may be called: held, catalogued, or known by nothing but its sign or its name."""
    number = held.number if held else key.partition("@")[0]
    records = dict.fromkeys([*find_records_numbered(number), *filter(None, [find_record_by_id(key)])])
    names = [name for record in records for name in record.other_names]
    bare = (match["bare"] for name in names if (match := CONFERENCE_NAME.regex.fullmatch(name)))  # its term is not said
    exact = {number, *names, *bare}
    spans = {(name, name) for name in exact if name}
    if held and held.title:
        for name in list_names(f"{held.type} {held.title}" if held.type in LAW_KINDS else held.title, held.title):
            spans |= {(name, name), (f"{name} 0", f"{name} 9{_LAST}")}
    return Called(tuple(sorted(spans | set(_shorten(number, _types(held, records))))))


def split_law_name(name: str) -> tuple[str, str]:
    """The kind of law and its title, as a law that prints the kind in a line of its own has them.

    >>> split_law_name("Luật Đất đai"), split_law_name("Nghị quyết Trung ương 4")
    (('Luật', 'Đất đai'), ('', ''))
    """
    if not name.startswith(_BEGINNINGS):
        return "", ""
    kind = next(one for one in _BEGINNINGS if name.startswith(one))
    return kind.rstrip(), name.removeprefix(kind)


def list_names(*names: str) -> set[str]:
    """*names*, and of a law those in which its title begins with the other letter: "Bộ luật dân sự"."""
    laws = ((kind, title) for name in names for kind, title in [split_law_name(name)] if kind)
    return {*names, *(f"{kind} {title[0].swapcase()}{title[1:]}" for kind, title in laws)}


def spans_to_json(called: Iterable[Called]) -> str:
    """The spans of all of them, each a pair, for a statement that joins them through ``json_each``."""
    return json.dumps(sorted({span for one in called for span in one.spans}), ensure_ascii=False)


def spans_of_ordinal(ordinal: int, before: str = "", ending: str = "") -> Iterator[tuple[str, str]]:
    """Of what begins with *before* and that number, however many zeros lead it, and goes on with no digit.

    Args:
        ending: The first sign that may follow; nothing need follow where it is empty.
    """
    for width in range(len(str(ordinal)), _LONGEST_ORDINAL + 1):
        written = f"{before}{ordinal:0{width}}"
        yield f"{written}{ending}", f"{written}/{_LAST}"  # the stroke stands before the digits among code points


def _types(held: Metadata | None, records: Iterable[Record]) -> set[str]:
    types = {one for one in (held.type if held else None, *(record.type for record in records)) if one}
    return types | (set(_MIXED) if types & set(_MIXED) else set())


def _shorten(number: str | None, types: Iterable[str]) -> Iterator[tuple[str, str]]:
    """ "Quyết định 217", "Quyết định 217 năm 2013"."""
    sign = read_number(number)
    if sign:
        for kind in types:
            yield from spans_of_ordinal(int(sign.ordinal), f"{kind} ")
