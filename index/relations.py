"""The relations of one document that a question asks for, all of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from index.graph import Node
from index.naming.relations import Direction
from index.referring import Party
from index.validity import Standing
from ingest.relating.relation import CHANGES


@dataclass(frozen=True, slots=True)
class Relations:
    """What one document cites, or who cites it.

    Attributes:
        subject: The document that is asked about.
        direction: ``"out"`` for what it cites, ``"in"`` for who cites it.
        kinds: Relations that count, in a steady order; empty where every mention does.
        place: Address of the provision that is asked about; empty for the whole document.
        type: Of the documents that are asked for; empty for any.
        parties: The documents at the other end: of what it cites in the order of the text, else the newest first.
        standings: Id -> whether it stands, of the document that is asked about and of the others, where they are known.
        note: What else the reader must know, with the next step; empty where nothing is.
    """

    subject: Node
    direction: Direction
    kinds: tuple[str, ...]
    parties: tuple[Party, ...]
    place: str = ""
    type: str = ""
    note: str = ""
    standings: Mapping[str, Standing] = field(default_factory=dict)

    @property
    def of_force(self) -> bool:
        """Whether it is asked if the document stands: all that may change or end it counts."""
        return self.direction == "in" and frozenset(self.kinds) == frozenset(CHANGES)
