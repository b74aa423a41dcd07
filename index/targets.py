"""Documents and provisions that a question names by their sign: "Điều 3 QĐ 102", "quy định 102", "khoản 2 điều 5"."""

from __future__ import annotations

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Target:
    """A document, a place in one, or both, as the question names them.

    Attributes:
        ordinal: Digits of the sign, as typed; ``None`` where only a place is named.
        kind: Code of the type in the sign (``"QĐ"``), if typed.
        body: Code of the issuing body (``"TW"``), if typed.
        year: Year of issue, if typed.
        date: Day of issue, if typed.
        term: Khóa, in Roman digits, if typed.
        place: Address from the largest unit down (``"dieu-3"``, ``"dieu-5.khoan-2"``); empty for the whole document.
    """

    ordinal: str | None
    kind: str | None = None
    body: str | None = None
    year: int | None = None
    date: datetime.date | None = None
    term: str | None = None
    place: str = ""


def find_targets(text: str) -> tuple[Target, ...]:  # noqa: ARG001
    """The targets named in *text*, in its order."""
    return ()
