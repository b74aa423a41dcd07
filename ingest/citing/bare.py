"""What a bare number may mean: "Quyết định 61 năm 2022 của Tỉnh ủy" against what is known of a document."""

from __future__ import annotations

import re

from ingest.mentions import CitedAs
from ingest.models import Metadata
from ingest.numbers import read_number
from ingest.patterns.citations import CENTRAL_BODY
from ingest.terms import CONGRESSES, lies_in_term

_REGULATIONS = ("Quy định", "Quyết định")  # people write one for the other


def may_be_short_for(short: re.Match[str], cited: CitedAs, record: Metadata) -> bool:
    """Whether "Quyết định 61" may mean *record*, which may be of any body: nothing that is said differs."""
    return False not in weigh_short(short, cited, record)


def weigh_short(short: re.Match[str], cited: CitedAs, record: Metadata) -> set[bool | None]:
    """What a mention by a bare number says of *record*: each fact agrees, differs (``False``) or is unknown (``None``).

    Of its type and its number a record can only differ.
    """
    number = read_number(record.number)
    types = {record.type, *(_REGULATIONS if record.type in _REGULATIONS else ())}
    if number is None or number.mark or int(number.ordinal) != int(short["n"]) or short["type"] not in types:
        return {False}
    day, central = record.date, number.body == "TW"
    year = str(day.year) if day else number.year
    in_term = lies_in_term(day, cited.term) if central and day and cited.term in CONGRESSES else None
    return {
        cited.date == day if cited.date and day else None,
        False if in_term is False else None,
        short["year"] == year if short["year"] and year else None,
        cited.date.year == int(year) if cited.date and year else None,
        central == (CENTRAL_BODY.regex.search(short["body"]) is not None) if short["body"] else None,
    }
