"""From when a change holds: the day a sentence states, or the day on which the document takes effect."""

from __future__ import annotations

import re
from datetime import date, timedelta

from ingest.patterns.relations import DAYS_AFTER_SIGNING, FROM_SIGNING, SINCE, TAKES_EFFECT
from ingest.record.dates import read_date


def find_day(text: str, start: int, end: int) -> date | None:
    """The day behind "kể từ ngày" in ``text[start:end]``."""
    match = SINCE.regex.search(text, start, end)
    return read_date(match) if match else None


def find_effective(text: str, issued: date | None) -> date | None:
    """The day from which a *text*, *issued* on that day, says that it holds; ``None`` where it says no such day."""
    match = TAKES_EFFECT.regex.search(text)
    return _read_when(match["when"], issued) if match else None


def _read_when(words: str, issued: date | None) -> date | None:
    if stated := SINCE.regex.search(words):
        return read_date(stated)
    if issued and FROM_SIGNING.regex.search(words):
        return issued
    later: re.Match[str] | None = DAYS_AFTER_SIGNING.regex.search(words)
    return issued + timedelta(days=int(later["days"])) if issued and later else None
