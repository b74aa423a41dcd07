"""The terms of the Central Committee: a term runs from the day a national congress closed to the close of the next."""

from __future__ import annotations

import datetime

CONGRESSES = {
    "X": datetime.date(2006, 4, 25),
    "XI": datetime.date(2011, 1, 19),
    "XII": datetime.date(2016, 1, 28),
    "XIII": datetime.date(2021, 2, 1),
    "XIV": datetime.date(2026, 1, 23),
}
"""Term -> the day on which its congress closed."""
_TERMS = tuple(CONGRESSES)
_LEEWAY = datetime.timedelta(days=31)


def lies_in_term(day: datetime.date, term: str) -> bool:
    """Whether *day* lies in *term*, one of ``CONGRESSES``, give or take a month.

    Papers of a congress are dated around it.

    >>> lies_in_term(datetime.date(2017, 10, 25), "XII")
    True
    """
    following = _TERMS[_TERMS.index(term) + 1 :]
    return day >= CONGRESSES[term] - _LEEWAY and (not following or day <= CONGRESSES[following[0]] + _LEEWAY)
