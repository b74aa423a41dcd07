"""Amounts as an office writes them: 1.234 and 12,5 MB."""

from __future__ import annotations

_STEP = 1024
_UNITS = ("byte", "KB", "MB", "GB", "TB")


def say_count(number: int) -> str:
    """Thousands parted by points.

    >>> say_count(10000)
    '10.000'
    """
    return f"{number:,}".replace(",", ".")


def say_size(size: int) -> str:
    """Bytes in the largest unit of which there is one, with one digit behind the comma below a hundred.

    >>> say_size(1536)
    '1,5 KB'
    """
    amount, unit = float(size), 0
    while amount >= _STEP and unit < len(_UNITS) - 1:
        amount, unit = amount / _STEP, unit + 1
    digits = 1 if unit and amount < 100 else 0
    return f"{amount:.{digits}f} {_UNITS[unit]}".replace(".", ",")
