"""Which of two bodies of the Party is above the other, as the signs of their documents tell."""

from __future__ import annotations

from ingest.numbers import read_number

_LEVELS = (
    (3, ("TW", "BCT", "BBT")),
    (2, ("TU",)),
    (1, ("HU", "QU", "XU", "ĐU")),
    (0, ("CB",)),
)
"""How the code of a body ends: that of a committee of Tỉnh ủy, "BTCTU", as that of Tỉnh ủy."""


def is_above(number: str | None, other: str | None) -> bool:
    """Whether the body that issued *number* is above that of *other*; not where one of the two is of no known level.

    >>> is_above("102-QĐ/TW", "1300-TB/TU"), is_above("14-HD/UBKTTU", "1300-TB/TU")
    (True, False)
    """
    levels = _find_level(number), _find_level(other)
    return None not in levels and (levels[0] or 0) > (levels[1] or 0)


def _find_level(number: str | None) -> int | None:
    sign = read_number(number)
    if sign is None or not sign.party:
        return None
    return next((level for level, endings in _LEVELS if sign.body.upper().endswith(endings)), None)
