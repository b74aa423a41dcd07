"""Conditions on documents, said in words: "năm 2018", "của Bộ Chính trị", "trước 2020", "nghị quyết"."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.models import Metadata


@dataclass(frozen=True, slots=True)
class Condition:
    """What a document must be.

    Attributes:
        key: Names it in links and sessions: ``"nam:2018"``, ``"truoc:2020"``, ``"loai:Nghị quyết"``.
        words: What a user reads on the chip: ``"ban hành năm 2018"``.
        binding: Whether the sentence is about documents themselves, so that it excludes without being pressed.
    """

    key: str
    words: str
    binding: bool = False

    @property
    def unknown(self) -> str:
        """What is said of documents whose record lacks the field: ``"không rõ ngày"``."""
        return "không rõ ngày"

    def fits(self, metadata: Metadata) -> bool | None:  # noqa: ARG002
        """Whether a document meets it; ``None`` where its record does not say."""
        return None


def find_conditions(text: str) -> tuple[Condition, ...]:  # noqa: ARG001
    """The conditions said in *text*, in its order."""
    return ()
