"""What a person types to correct the record of a document -> values of its fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ingest.days import read_typed_day
from ingest.errors import UsageError
from ingest.language import tr
from ingest.numbers import parse_number
from ingest.review import FIELD_LABELS

CORRECTABLE = tuple(field for field in FIELD_LABELS if field != "bases")
"""Every field of a record but the name of its file."""
_SECRECY = ("Mật", "Tối mật", "Tuyệt mật")  # vi: as printed
_URGENCY = ("Khẩn", "Thượng khẩn", "Hỏa tốc")  # vi: as printed


def option_of(field: str) -> str:
    """The option of ``correct`` that names *field*."""
    return f"--{field.replace('_', '-')}"


def read_correction(field: str, typed: str) -> object:
    """The value of *field* that was *typed*; nothing but spaces says that the document has none.

    Raises:
        UsageError: If it is no day, or no mark of secrecy or urgency.
    """
    words = " ".join(typed.split())
    if not words:
        return () if field == "recipients" else None
    return _READ.get(field, str)(words)


def _read_number(words: str) -> str:
    """As signs are written; a sign of no usual form is taken as the person typed it."""
    try:
        return str(parse_number(words))
    except ValueError:
        return words


def _read_recipients(words: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in words.split(";") if part.strip())


def _read_one_of(marks: tuple[str, ...]) -> Callable[[str], str]:
    known: Mapping[str, str] = {mark.casefold(): mark for mark in marks}

    def read(words: str) -> str:
        if words.casefold() not in known:
            said = "Không có dấu “{words}”. Hãy chọn một trong: {marks}."
            raise UsageError(tr(said, words=words, marks=", ".join(marks)))
        return known[words.casefold()]

    return read


_READ: Mapping[str, Callable[[str], object]] = {
    "number": _read_number,
    "date": read_typed_day,
    "event_date": read_typed_day,
    "recipients": _read_recipients,
    "secrecy": _read_one_of(_SECRECY),
    "urgency": _read_one_of(_URGENCY),
}
