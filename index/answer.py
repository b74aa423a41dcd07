"""Hits -> an answer of verbatim paragraphs, or the plain word that the library holds none."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from index.build import PART_WORDS
from index.compose import Composer
from index.conditions import Condition
from index.coverage import Evidence, Scale
from index.digests import DigestHit, find_digests
from index.query import Query
from index.quotes import Quote
from index.search import Hit, Searcher
from ingest.addresses import describe
from ingest.store import open_library

NOT_FOUND = "Không tìm thấy căn cứ trong thư viện"

_CANDIDATES = 12
_MOST_QUOTES = 4
_NEAREST = 3
# What a word of the question is worth where it stands: in the paragraph, in a heading above it, in the title.
_IN_TEXT, _IN_HEADING, _IN_TITLE = 1.0, 0.8, 0.5
# Strength = share of the question's content in the paragraph, helped a little by nearness in meaning.
_MEANING_WEIGHT = 0.25
_COSINE_LOW, _COSINE_HIGH = 0.80, 0.90
_ANSWERS = 0.50
_CONFIDENCE = ((0.75, "cao"), (0.60, "trung bình"), (0.0, "thấp"))
_NEAR_BEST = 0.75
_WITHOUT_WHAT_IS_ASKED = 0.7
# What can answer "bao nhiêu", not being a list's number, a sign's, a date's or a year's; and what "ngày nào".
_ASKED = {
    "amount": re.compile(r"(?<![\w/.\-(])(?!(?:19|20)\d\d\b)\d+(?:[.,]\d+)*(?:/\d+(?!/))?(?![\w/\-)]|\.\s)"),
    "date": re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|ngày \d|tháng \d|năm \d{4}"),
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What the library says to a question.

    Attributes:
        understood: What was searched for, in words.
        answered: Whether any paragraph answers; if not, *quotes* is empty.
        confidence: "cao", "trung bình" or "thấp"; ``None`` where nothing answers.
        introduction: The line above the quotes, or the line that says there is none.
        quotes: Strongest first.
        nearest: Offered apart where nothing answers; no sentence of theirs stands out.
        changed: Spans of *understood* that differ from what was typed.
        conditions: The question's, to choose from.
        digests: Our own words on documents that are not held; never quotes.
        notes: What else the reader must know, as that a named document is not held.
    """

    question: str
    understood: str
    answered: bool
    confidence: str | None
    introduction: str
    quotes: tuple[Quote, ...]
    nearest: tuple[Quote, ...]
    changed: tuple[tuple[int, int], ...] = ()
    conditions: tuple[Condition, ...] = ()
    digests: tuple[DigestHit, ...] = ()
    notes: tuple[str, ...] = ()


def answer_question(
    searcher: Searcher, question: str, *, literal: bool = False, chosen: Collection[str] = ()
) -> Answer:
    """Ask the library.

    Args:
        literal: Take the question as typed.
        chosen: Keys of its conditions that documents must meet.

    Raises:
        QuestionError: If the question cannot be asked.
    """
    query = searcher.understand(question, literal=literal)
    scale = Scale(query, searcher.index.lexical)
    hits = searcher.search(query, _CANDIDATES, chosen)
    strengths = {hit.passage_id: measure_strength(hit, query, scale) for hit in hits}
    ranked = sorted(hits, key=lambda hit: (-strengths[hit.passage_id], -hit.score, hit.passage_id))
    best = strengths[ranked[0].passage_id] if ranked else 0.0
    bar = max(_ANSWERS, _NEAR_BEST * best)
    answering = [hit for hit in ranked if strengths[hit.passage_id] >= bar]
    quotes, nearest = _quote(searcher, query, scale, answering, hits)
    digests = find_digests(searcher, query, scale)
    read = query.changed, query.conditions
    notes = searcher.notes(query, chosen)
    if not quotes:
        return Answer(question, query.understood, False, None, NOT_FOUND, (), nearest, *read, digests, notes)
    confidence = next(words for least, words in _CONFIDENCE if best >= least)
    return Answer(question, query.understood, True, confidence, introduce(quotes[0]), quotes, (), *read, digests, notes)


def measure_strength(hit: Hit, query: Query, scale: Scale) -> float:
    """How well a passage answers, 0 to 1: the question's content it holds, and nearness in meaning.

    What stands at the place that the question names is what it asks for.
    """
    if hit.named:
        return 1.0
    passage, metadata = hit.passage, hit.metadata
    above = "\n".join((*passage.headings, PART_WORDS.get(passage.address, "")))
    places = ((passage.text, _IN_TEXT), (above, _IN_HEADING), (metadata.name, _IN_TITLE))
    coverage = scale.measure(Evidence(places))
    if query.asks and not _ASKED[query.asks].search(passage.text):
        coverage *= _WITHOUT_WHAT_IS_ASKED
    nearness = (hit.semantic - _COSINE_LOW) / (_COSINE_HIGH - _COSINE_LOW)
    weight = _MEANING_WEIGHT * query.marked_share
    return (1 - weight) * coverage + weight * min(1.0, max(0.0, nearness))


def introduce(quote: Quote) -> str:
    """The line that names place and document of the first quote."""
    return f"Theo {describe(quote.address)} {quote.metadata.name}"


def _quote(
    searcher: Searcher, query: Query, scale: Scale, answering: Sequence[Hit], found: Sequence[Hit]
) -> tuple[tuple[Quote, ...], tuple[Quote, ...]]:
    """The quotes; or where there are none those of the nearest, in which no sentence stands out."""
    with open_library(searcher.settings.home) as library:
        composer = Composer(library, scale, _ASKED[query.asks] if query.asks else None)
        quotes = composer.compose(answering, found, _MOST_QUOTES)
        near = () if quotes else composer.compose(found, found, _NEAREST)
    return quotes, tuple(map(_unmark, near))


def _unmark(quote: Quote) -> Quote:
    return replace(quote, sentences=(), items=tuple(replace(item, sentences=()) for item in quote.items))
