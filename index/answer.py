"""What the library says to a question: verbatim paragraphs, documents, or the plain word that it holds none."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from index.answering.listing import Listing
from index.compare import Side
from index.digests.find import DigestHit
from index.finding.missing import name_with_day
from index.naming.conditions import Condition
from index.quotes import Quote
from index.relations import Relations
from index.search import Hit
from index.ways import Way
from index.weights import read_weights
from ingest.addresses import describe
from ingest.language import tr

NOT_FOUND = "Không tìm thấy căn cứ trong thư viện"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the library says to a question.

    Attributes:
        understood: What was searched for, in words.
        answered: Whether any paragraph answers, or a list of documents; if not, *quotes* is empty.
        confidence: "cao", "trung bình" or "thấp"; ``None`` where nothing answers.
        introduction: The line above the quotes, or the line that says there is none.
        quotes: In the order of the search.
        nearest: Offered apart where nothing answers; no sentence of theirs stands out.
        probability: That the library answers, as the confidence and declining weigh it, 0 to 1.
        changed: Spans of *understood* that differ from what was typed.
        conditions: The question's, to choose from.
        digests: Our own words on documents that are not held; never quotes.
        notes: What else the reader must know, as that a named document is not held.
        found: What the search found, strongest first: where the next passages are taken from.
        listing: Where documents are asked for: those; of a topic the quotes are one of each. Without a topic its line
            says what the notes say.
        relations: Where it is asked which documents one cites or which cite it: those, of each document that is named.
        sides: Where documents are compared: what there is of each; their quotes and digests are the answer's.
        as_of: The day of which it is the answer; ``None`` for today.
        ways: Pages that show what is asked for, or more of it.
        absent: Where nothing answers: the words of the question that no passage has.
    """

    question: str
    understood: str
    answered: bool
    confidence: str | None
    introduction: str
    quotes: tuple[Quote, ...]
    nearest: tuple[Quote, ...]
    probability: float = 0.0
    changed: tuple[tuple[int, int], ...] = ()
    conditions: tuple[Condition, ...] = ()
    digests: tuple[DigestHit, ...] = ()
    notes: tuple[str, ...] = ()
    found: tuple[Hit, ...] = ()
    listing: Listing | None = None
    sides: tuple[Side, ...] = ()
    relations: tuple[Relations, ...] = ()
    as_of: datetime.date | None = None
    ways: tuple[Way, ...] = ()
    absent: tuple[str, ...] = ()


def say_how_sure(probability: float) -> str:
    """The key of the level of confidence."""
    levels = read_weights().confidence
    return "cao" if probability >= levels.high else "trung bình" if probability >= levels.middle else "thấp"  # vi: keys


def introduce(quote: Quote, shared: bool = False) -> str:
    """The line that names place and document of the first quote; with its day where the sign is *shared*."""
    name = name_with_day(quote.metadata) if shared else quote.metadata.label
    return tr("Theo {place} {name}", place=describe(quote.address), name=name)
