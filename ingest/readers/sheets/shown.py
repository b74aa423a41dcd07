"""Numbers and dates of a workbook as an office sees them: points between thousands, a comma before the fraction."""

from __future__ import annotations

import datetime
import re

_NOT_DIGITS = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
_FORM = re.compile(r"(?P<whole>[#0?,]*)(?:\.(?P<fraction>[#0?]+))?(?P<percent>%)?")
_SIGNIFICANT = 11  # as many figures as Excel shows of a number without a form


def show_number(value: float, form: str = "General") -> str:
    """*value* in the form of its cell; forms of more than figures, points and per cent are read for these alone.

    >>> [show_number(1234567.5, "#,##0.00"), show_number(0.855, "0.0%"), show_number(5, "00"), show_number(0.1 + 0.2)]
    ['1.234.567,50', '85,5%', '05', '0,3']
    """
    plain = _NOT_DIGITS.sub("", form.split(";", maxsplit=1)[0])
    match = max(_FORM.finditer(plain), key=lambda one: len(one[0]))
    if not match["whole"] or plain.strip() in ("General", "@"):
        return _usual(value)
    decimals = len(match["fraction"] or "")
    scaled = value * 100 if match["percent"] else value
    figures = f"{abs(scaled):{',' if ',' in match['whole'] else ''}.{decimals}f}"
    whole, _, fraction = figures.partition(".")
    fraction = _without_optional(fraction, match["fraction"] or "")
    padded = whole.zfill(match["whole"].count("0")) if "," not in match["whole"] else whole.replace(",", ".")
    sign = "-" if scaled < 0 and any(figure in "123456789" for figure in figures) else ""
    return f"{sign}{padded}{',' if fraction else ''}{fraction}{match['percent'] or ''}"


def _usual(value: float) -> str:
    if isinstance(value, int) or (value.is_integer() and abs(value) < 10**_SIGNIFICANT):
        return str(int(value))
    return f"{value:.{_SIGNIFICANT}g}".replace(".", ",")


def _without_optional(fraction: str, form: str) -> str:
    """*fraction* without the zeros that ``#`` does not ask for."""
    kept = fraction
    while kept.endswith("0") and form[len(kept) - 1] == "#":
        kept = kept[:-1]
    return kept


def show_time(value: datetime.datetime | datetime.date | datetime.time | datetime.timedelta) -> str:
    """``"05/06/2017"``, ``"05/06/2017 14:30"`` or ``"14:30"``."""
    if isinstance(value, datetime.timedelta):
        hours, seconds = divmod(round(value.total_seconds()), 3600)
        return f"{hours}:{seconds // 60:02}"
    if isinstance(value, datetime.time):
        return value.strftime("%H:%M")
    day = f"{value.day:02}/{value.month:02}/{value.year:04}"
    if isinstance(value, datetime.datetime) and value.time() != datetime.time():
        return f"{day} {value:%H:%M}"
    return day
