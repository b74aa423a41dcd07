"""Numbers in words, as they are read without marks: "thứ tư", "mười một"."""

from __future__ import annotations

_UP_TO_TEN = ("nhat", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi")
_BEYOND = ("mot", "hai", "ba", "bon", "lam")

NUMERALS: dict[str, int] = (
    {word: value for value, word in enumerate(_UP_TO_TEN, 1)}
    | {"mot": 1, "bon": 4}
    | {f"muoi {word}": 10 + value for value, word in enumerate(_BEYOND, 1)}
)
"""Word -> value; one space between two words."""
