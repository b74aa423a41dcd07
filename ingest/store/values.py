"""What the library tells of its documents."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.models import Metadata


@dataclass(frozen=True, slots=True)
class Held:
    """A document of the library, without its text.

    Attributes:
        seq: Position of arrival; never given twice.
        added_at: UTC, ISO 8601.
    """

    seq: int
    id: str
    metadata: Metadata
    added_at: str


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one file.

    Attributes:
        status: ``"added"``, ``"unchanged"``, ``"restored"`` after a removal, or ``"beside"``: kept next to
            another document in use of the same number and date whose text differs.
    """

    status: str
    document_id: str
