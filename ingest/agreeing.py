"""What all who speak of a document agree on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

Fact = TypeVar("Fact")


def find_agreed(told: Iterable[Fact | None]) -> Fact | None:
    """The one fact that is told, by those who tell it at all; ``None`` where they differ or none does.

    >>> find_agreed(["Quyết định", None, "Quyết định"]), find_agreed(["Quyết định", "Quy định"])
    ('Quyết định', None)
    """
    facts = {one for one in told if one is not None}
    return facts.pop() if len(facts) == 1 else None
