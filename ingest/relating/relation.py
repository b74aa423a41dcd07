"""A relation that a text states between two documents."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

BASED_ON, CARRIES_OUT, GUIDES, REFERS_TO = "based_on", "carries_out", "guides", "refers_to"
AMENDS, SUPPLEMENTS, REPLACES, REPEALS = "amends", "supplements", "replaces", "repeals"
ENCLOSED_WITH = "enclosed_with"
CHANGES = (AMENDS, SUPPLEMENTS, REPLACES, REPEALS)
KINDS = (BASED_ON, CARRIES_OUT, GUIDES, ENCLOSED_WITH, *CHANGES, REFERS_TO)

NOBODY = -1
"""As *subject*: the text tells that a document ended, and not surely by what."""

PLAIN = 0.95
"""In the words that are usual for it, in the place that is usual for it."""
TOLD = 0.8
"""Of another document, in passing: in its title, or as something that happened."""
LOOSE = 0.6
"""The words fit, but other words stand between, or only what is contrary is meant."""


@dataclass(frozen=True, slots=True)
class TextRelation:
    """What the *subject* does to the document *cited*, with the words that say so.

    Attributes:
        kind: One of ``KINDS``, from the acting document's side: a text that says it "được thay thế bởi" another has the
            other as *subject* of ``"replaces"``.
        cited: ``Citation.start`` of the document acted on; ``None`` for the document that holds the text.
        start: First character of the words, from the verb to the name or from the name to the verb; in a list they pass
            over its earlier members.
        end: One past the last, in ``Document.text``.
        clause: Path of the one provision it is about, as :attr:`~ingest.models.Reference.path`.
        since: From when, where the text says a day, or one that follows from the day of issue.
        certainty: From 0 to 1: ``PLAIN``, ``TOLD``, ``LOOSE``.
        subject: ``Citation.start`` of the acting document; ``None`` for the document that holds the text, ``NOBODY``
            where it tells of an end of which it does not say who brought it about.
        whole: Whether it is about the whole document; ``False`` of some articles, of what is contrary, of an amendment.
        tied: Whether the text ties the day to something whose day it does not give, as the Official Gazette; the day
            is then not that of issue, and nobody knows it from this text.
    """

    kind: str
    cited: int | None
    start: int
    end: int
    clause: str | None
    since: datetime.date | None
    certainty: float
    subject: int | None = None
    whole: bool = True
    tied: bool = False

    def __post_init__(self) -> None:
        if self.kind not in KINDS or self.cited == self.subject or (self.cited is None and self.subject == NOBODY):
            raise ValueError(f"no such relation: {self.kind} of {self.subject} to {self.cited}")
        if (
            not (0 <= self.start < self.end and 0 <= self.certainty <= 1)
            or (self.clause and self.whole)
            or (self.tied and self.since)
        ):
            raise ValueError(f"{self.kind}: {self.start}, {self.end}, {self.certainty}, {self.clause}")
