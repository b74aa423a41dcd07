"""What a search has found, and of which documents: frozen values."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal, get_args

from index.naming.periods import find_issue
from index.query import Query
from index.validity import Standing
from ingest.models import Metadata

Kind = Literal["text", "digest"]
"""Whether the library holds the words of the document, or only ours on it."""
Order = Literal["relevance", "date"]
ORDERS: tuple[Order, ...] = get_args(Order)


@dataclass(frozen=True, slots=True)
class Source:
    """A document that results are of.

    Attributes:
        id: As it is held under, or would be.
        standing: Whether it stands.
        collections: Names of those in which it lies.
    """

    id: str
    metadata: Metadata
    standing: Standing
    kind: Kind = "text"
    collections: tuple[str, ...] = ()

    @property
    def day(self) -> datetime.date | None:
        """The day of issue or of the meeting; of a sign that carries a year, the first day of that; else ``None``."""
        if self.metadata.event_date and not self.metadata.date:
            return self.metadata.event_date
        issued = find_issue(self.metadata)
        return issued[0] if issued else None


@dataclass(frozen=True, slots=True)
class Result:
    """A passage that matches, or a paragraph of a digest.

    Attributes:
        number: Of the passage in the library; of a paragraph its place in the digest, from 0.
        score: Comparable within one search and one kind only.
    """

    source: Source
    number: int
    score: float


@dataclass(frozen=True, slots=True)
class ResultSet:
    """All that matches.

    Attributes:
        results: Passages before digests, by score, then by number.
        nearest: Where nothing matches: the passages that come nearest, few.
        absent: Where nothing matches: the words of the query that no passage has.
    """

    query: Query
    results: tuple[Result, ...]
    nearest: tuple[Result, ...] = ()
    absent: tuple[str, ...] = ()
