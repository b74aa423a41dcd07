"""What a pattern is: a compiled expression with its examples; and the letters expressions are made of."""

from __future__ import annotations

import re
from dataclasses import dataclass

# The block from U+1EA0 alternates capital and small letters, so it cannot be written as one range.
UPPER = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯ" + "".join(map(chr, range(0x1EA0, 0x1EFA, 2)))
LOWER = "a-zàáâãèéêìíòóôõùúýăđĩũơư" + "".join(map(chr, range(0x1EA1, 0x1EFA, 2)))


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled expression with texts in which it is found and texts in which it is not."""

    regex: re.Pattern[str]
    found_in: tuple[str, ...]
    not_in: tuple[str, ...] = ()


def define(regex: str, *found_in: str, not_in: tuple[str, ...] = (), flags: int = 0) -> Pattern:
    """A pattern from its expression and its examples."""
    return Pattern(re.compile(regex, flags), found_in, not_in)
