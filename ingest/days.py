"""Days as offices write them, and as people type them."""

from __future__ import annotations

import datetime
import re

from ingest.errors import UsageError
from ingest.language import tr
from ingest.spelling import fold

_IN_FIGURES = re.compile(r"\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})\s*")
_IN_WORDS = re.compile(r"(?:.*\bngay\b)?\s*(\d{1,2})\s+thang\s+(\d{1,2})\s+nam\s+(\d{4})\s*")
"""As the head of a paper has it, folded; the place may stand before it."""
DAY_EXAMPLE = "15/5/2016 hoặc 2016-05-15"
"""How to type a day, for whoever asks for one."""
_FIRST_MONTHS = 2


def describe_day(day: datetime.date) -> str:
    """The day as offices write it, the zero only before days below ten and the first two months.

    So Decree 30/2020/NĐ-CP and the Party's guidance on the form of papers have it.

    >>> describe_day(datetime.date(2022, 7, 6)), describe_day(datetime.date(2018, 1, 26))
    ('06/7/2022', '26/01/2018')
    """
    return f"{day.day:02}/{describe_month(day.year, day.month)}"


def describe_month(year: int, month: int) -> str:
    """A month of a year in the same form: ``"01/2018"``, ``"7/2022"``."""
    return f"{month:02}/{year}" if month <= _FIRST_MONTHS else f"{month}/{year}"


def read_typed_day(words: str) -> datetime.date:
    """The day that a person typed, with or without zeros, in words as papers have it, or as programs write it.

    Raises:
        UsageError: If it is none.
    """
    match = _IN_FIGURES.fullmatch(words) or _IN_WORDS.fullmatch(fold(words))
    try:
        if match:
            return datetime.date(int(match[3]), int(match[2]), int(match[1]))
        return datetime.date.fromisoformat(words.strip())
    except ValueError:
        raise UsageError(
            tr("“{words}” không phải ngày. Hãy ghi như {example}.", words=words, example=tr(DAY_EXAMPLE))
        ) from None
