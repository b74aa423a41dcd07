"""What a document prints about itself: number, type, issuer, place, dates, title, signer, recipients.

Nothing is guessed: what is not printed in its place stays empty.
"""

from __future__ import annotations

import datetime
import re

from ingest.casing import restore_case
from ingest.layout import Layout
from ingest.lines import Line
from ingest.models import Metadata
from ingest.numbering_patterns import DASH
from ingest.numbers import read_sign
from ingest.page_patterns import (
    EVENT_DATE,
    LETTERHEAD,
    MEETING_WORDS,
    NAMED_TYPE_LINE,
    OWN_NUMBER,
    PERSON_NAME,
    PLACE_AND_DATE,
    PLACE_OF_BODY,
    SIGNED_MARK,
    SIGNING_POST,
    SIGNING_POWER,
    TYPE_LINE,
)
from ingest.patterns import ANY_DATE, DOCUMENT_TYPES, DRAWN_RULE, LAW_SIGN, SIGN


def read_metadata(text: str, layout: Layout, source: str | None = None) -> Metadata:
    """The record of a cleaned *text* whose parts are *layout*."""
    place, issued = _read_place_and_date(layout.head)
    signer, role = _read_signature(layout.signature, text)
    return Metadata(
        type=_read_type(layout.type_line),
        number=_read_number(layout.head),
        title=_read_title(layout, text),
        issuer=_read_issuer(layout.letterhead, text),
        place=place,
        date=issued,
        event_date=_read_event_date(layout.body),
        signer=signer,
        signer_role=role,
        recipients=_read_recipients(layout.recipients),
        source=source,
    )


def read_date(match: re.Match[str]) -> datetime.date | None:
    """The day a match of one of the date patterns names; ``None`` for an impossible one (31/02)."""
    parts = match.groupdict()
    day, month, year = (parts.get(k) or parts.get(f"l{k}") for k in ("day", "month", "year"))
    if not (day and month and year):
        return None
    try:
        return datetime.date(int(year), int(month), int(day))
    except ValueError:
        return None


def _read_type(line: Line | None) -> str | None:
    if line is None:
        return None
    small = line.text.lower()
    return next((name for name in DOCUMENT_TYPES if small.startswith(name.lower())), None)


def _read_number(head: tuple[Line, ...]) -> str | None:
    for column in _columns(head):
        own = OWN_NUMBER.regex.search(column)
        if own:
            sign = LAW_SIGN.regex.match(own["sign"]) or SIGN.regex.match(own["sign"])
            if sign:
                return str(read_sign(sign))
    return None


def _read_title(layout: Layout, text: str) -> str | None:
    if layout.type_line is None:
        return None
    printed = " ".join(line.text for line in layout.title if not DRAWN_RULE.regex.search(line.text))
    if not NAMED_TYPE_LINE.regex.search(layout.type_line.text):
        rest = TYPE_LINE.regex.sub("", layout.type_line.text, count=1).strip()
        printed = f"{rest} {printed}".strip()
    return restore_case(printed, text[layout.type_line.end :]) if printed else None


def _read_issuer(letterhead: tuple[Line, ...], text: str) -> str | None:
    """The last capital line above the number: its superior body stands over it."""
    issuer = None
    for column in _columns(letterhead):
        if OWN_NUMBER.regex.search(column):
            break
        skipped = LETTERHEAD, DRAWN_RULE, PLACE_AND_DATE
        if column.isupper() and not any(pattern.regex.search(column) for pattern in skipped):
            issuer = column
    if issuer is None:
        return None
    name = restore_case(issuer, text)
    place = PLACE_OF_BODY.regex.search(name)
    return name[: place.start("place")] + place["place"].title() if place else name


def _read_place_and_date(head: tuple[Line, ...]) -> tuple[str | None, datetime.date | None]:
    for column in _columns(head):
        match = PLACE_AND_DATE.regex.search(column)
        if match:
            place = match["place"] or match["draft_place"]
            return place.strip() if place else None, read_date(match)
    return None, None


def _columns(lines: tuple[Line, ...]) -> list[str]:
    return [column for line in lines for column in line.columns]


def _read_event_date(body: tuple[Line, ...]) -> datetime.date | None:
    """The day of the meeting, where the first paragraph opens with it."""
    if not body:
        return None
    match = EVENT_DATE.regex.search(body[0].text)
    if not match or not MEETING_WORDS.regex.search(match["rest"]):
        return None
    day = ANY_DATE.regex.search(match[0])
    return read_date(day) if day else None


def _read_signature(lines: tuple[Line, ...], text: str) -> tuple[str | None, str | None]:
    """Name, and power and role as one phrase."""
    if not lines or not PERSON_NAME.regex.search(lines[-1].text):
        return None, None
    roles = [line.text for line in lines[:-1] if _is_role(line.text)]
    name = lines[-1].text
    return name.title() if name.isupper() else name, ", ".join(_role_case(role, text) for role in roles) or None


def _is_role(line: str) -> bool:
    if SIGNED_MARK.regex.search(line):
        return False
    return line.isupper() or any(pattern.regex.search(line) for pattern in (SIGNING_POWER, SIGNING_POST))


def _role_case(role: str, text: str) -> str:
    power = SIGNING_POWER.regex.match(role) or re.match(r"Q\.\s*", role)
    if power:
        return power[0].rstrip() + " " + restore_case(role[power.end() :], text)
    return restore_case(role, text)


def _read_recipients(lines: tuple[Line, ...]) -> tuple[str, ...]:
    entries = (DASH.regex.sub("", line.text).rstrip(" ;.,") for line in lines[1:])
    return tuple(entry for entry in entries if entry)
