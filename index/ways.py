"""Where in the program, beside the answer, what is asked for stands: a page, and the command like it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

_COMMANDS = {"compare": "python -m index compare", "missing": "python -m ingest list --missing"}


@dataclass(frozen=True, slots=True)
class Way:
    """A page to go on to.

    Attributes:
        page: ``"compare"`` for two documents side by side, ``"missing"`` for what is cited and not held.
        words: What the reader finds there, as the label of a link.
        documents: Ids of those that are chosen there: of a comparison the older first.
    """

    page: Literal["compare", "missing"]
    words: str
    documents: tuple[str, ...] = ()

    @property
    def command(self) -> str:
        """What shows the same at the command line."""
        return " ".join((_COMMANDS[self.page], *(f'"{one}"' for one in self.documents)))


def say_way(way: Way) -> str:
    """The way in one line: ``"So sánh … : python -m index compare …"``."""
    return f"{way.words}: {way.command}"


def way_to_json(way: Way) -> dict[str, Any]:
    """The stable form."""
    return {"page": way.page, "words": way.words, "documents": list(way.documents), "command": way.command}
