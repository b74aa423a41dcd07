"""The properties that a portal prints above a text: read where the text's own head does not say the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ingest.lines import Line
from ingest.patterns.signatures import SIGNER_BESIDE
from ingest.patterns.signs import LAW_SIGN, SIGN
from ingest.patterns.words import ANY_DATE, HEADING_TYPES
from ingest.properties import FIELDS, find_properties
from ingest.record.dates import read_date
from ingest.record.facts import IN_TEXT, Fact
from ingest.record.numbers import write_sign

_TYPES = {name.lower(): name for name in HEADING_TYPES}


def read_properties(lines: Sequence[Line]) -> dict[str, Fact[Any]]:
    """Field -> fact, of the properties among *lines* whose value is one; the first of each."""
    facts: dict[str, Fact[Any]] = {}
    for line, match in find_properties(lines):
        for field in FIELDS:
            start = line.start + match.start("value")
            if match[field] and field not in facts and (value := _read(field, match["value"])):
                facts[field] = Fact(value, start, start + len(match["value"]), IN_TEXT)
    return facts


def _read(field: str, value: str) -> Any:
    if field == "number":
        sign = LAW_SIGN.regex.fullmatch(value) or SIGN.regex.fullmatch(value)
        return write_sign(sign[0]) if sign else None
    if field == "date":
        day = ANY_DATE.regex.search(value)
        return read_date(day) if day else None
    if field == "type":
        return _TYPES.get(value.lower())
    if field == "signer":
        name = SIGNER_BESIDE.regex.search(value)
        return " ".join(name["name"].split()) if name else None
    return value
