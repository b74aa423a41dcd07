"""Hits -> an answer of verbatim paragraphs, or the plain word that the library holds none."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from index.answering.compose import Composer, interleave_quotes
from index.answering.coverage import Scale
from index.answering.strength import ASKED, CANDIDATES, judge, measure_strength
from index.digests.find import DigestHit, find_digests
from index.finding.missing import name_with_day
from index.naming.conditions import Condition
from index.query import Query, check_question
from index.quotes import Quote
from index.search import Hit, Searcher
from index.weights import read_weights
from index.wording.parts import split_question
from ingest.addresses import describe

NOT_FOUND = "Không tìm thấy căn cứ trong thư viện"
_NO_PART = "Chưa tìm thấy căn cứ cho phần: “{}”. Hãy hỏi riêng phần này bằng từ khác."

_NO_CONTENT = "Câu hỏi chưa nêu điều cần tìm. Hãy thêm nội dung, ví dụ: kiểm tra, giám sát ở cơ sở."

_MOST_QUOTES = 4
_NEAREST = 3
_FURTHEST = 20
"""How far down copies of the quotes, and the next passages, are looked for."""
_DEEP = 200
"""How far down passages that cite what is named, and is not held, are looked for."""
_NEAR_BEST = 0.75


@dataclass(frozen=True, slots=True)
class Answer:
    """What the library says to a question.

    Attributes:
        understood: What was searched for, in words.
        answered: Whether any paragraph answers; if not, *quotes* is empty.
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


def answer_question(
    searcher: Searcher, question: str, *, literal: bool = False, chosen: Collection[str] = (), unbound: bool = False
) -> Answer:
    """Ask the library; of a question in parts each part, too.

    Args:
        literal: Take the question as typed.
        chosen: Keys of its conditions that documents must meet.
        unbound: Only offer the conditions that the question binds itself to.

    Raises:
        QuestionError: If the question cannot be asked.
    """
    with searcher.reading():  # once, whatever asks it below
        whole = _answer_whole(searcher, question, literal, chosen, unbound)
        parts = {
            part: _answer_whole(searcher, part, literal, chosen, unbound)
            for part in split_question(check_question(question))
        }
    return _join(whole, parts) if parts else whole


def _answer_whole(searcher: Searcher, question: str, literal: bool, chosen: Collection[str], unbound: bool) -> Answer:
    query = searcher.understand(question, literal=literal, unbound=unbound)
    scale = Scale(query, searcher.index.lexical)
    citing = searcher.find_citing(query)
    found = searcher.search(query, _FURTHEST if citing is None else _DEEP, chosen)
    usable = [hit for hit in found if citing is None or hit.passage_id in citing][:_FURTHEST]
    hits = usable[:CANDIDATES]
    sure = _judge(searcher, query, scale, *((hits,) if citing is None else (hits, found[:CANDIDATES])))
    answering = _choose(hits, query, scale) if sure >= read_weights().confidence.answered else []
    quotes, nearest = _quote(searcher, query, scale, answering, usable if answering else found[:_FURTHEST])
    digests = find_digests(searcher, query, chosen)
    notes = searcher.notes(query, chosen) or (() if scale.total else (_NO_CONTENT,))
    read = sure, query.changed, query.conditions, digests, notes, tuple(found[:_FURTHEST])
    if not quotes:
        return Answer(question, query.understood, False, None, NOT_FOUND, (), nearest, *read)
    line = introduce(quotes[0], searcher.shares_sign(quotes[0].metadata))
    return Answer(question, query.understood, True, _say_how_sure(sure), line, quotes, (), *read)


def _judge(searcher: Searcher, query: Query, scale: Scale, *views: Sequence[Hit]) -> float:
    """The probability that the first of *views* answers.

    Of what only cites a document that is asked for, the second view is all that was found: it is no surer in the
    midst of that than alone, and never sure.
    """
    if not all(views) or searcher.lacks_what_is_named(query):
        return 0.0
    sure = min(judge(hits, query, scale, searcher.index.lexical.rows) for hits in views)
    return sure if len(views) == 1 else min(sure, math.nextafter(read_weights().confidence.high, 0))


def _choose(hits: Sequence[Hit], query: Query, scale: Scale) -> list[Hit]:
    """The hits that hold about as much of the question as the best, in the order of the search."""
    strengths = [measure_strength(hit, query, scale) for hit in hits]
    bar = _NEAR_BEST * max(strengths)
    return [hit for hit, strength in zip(hits, strengths, strict=True) if strength >= bar]


def _say_how_sure(probability: float) -> str:
    levels = read_weights().confidence
    return "cao" if probability >= levels.high else "trung bình" if probability >= levels.middle else "thấp"


def _join(whole: Answer, parts: Mapping[str, Answer]) -> Answer:
    """*whole* with a quote for each part that is answered, and the word of each that is not."""
    answered = [part for part in parts.values() if part.answered]
    if not answered:
        return whole
    missing = tuple(_NO_PART.format(name) for name, part in parts.items() if not part.answered)
    notes = (*whole.notes, *missing)
    firsts = {(part.quotes[0].document, part.quotes[0].start) for part in answered}
    if whole.answered and len(firsts) == 1:
        return replace(whole, notes=notes)
    most = _MOST_QUOTES + len(answered) - 1
    quotes = interleave_quotes([part.quotes for part in answered], whole.quotes, most)
    sure = whole.probability if whole.answered else max(part.probability for part in answered)
    lines = {
        (one.quotes[0].document, one.quotes[0].start): one.introduction for one in (whole, *answered) if one.quotes
    }
    line = lines.get((quotes[0].document, quotes[0].start), introduce(quotes[0]))
    joined = replace(whole, answered=True, probability=sure, confidence=_say_how_sure(sure))
    return replace(joined, introduction=line, quotes=quotes, nearest=(), notes=notes)


def introduce(quote: Quote, shared: bool = False) -> str:
    """The line that names place and document of the first quote; with its day where the sign is *shared*."""
    name = name_with_day(quote.metadata) if shared else quote.metadata.name
    return f"Theo {describe(quote.address)} {name}"


def _quote(
    searcher: Searcher, query: Query, scale: Scale, answering: Sequence[Hit], found: Sequence[Hit]
) -> tuple[tuple[Quote, ...], tuple[Quote, ...]]:
    """The quotes; or where there are none those of the nearest, in which no sentence stands out."""
    with searcher.reading() as library:
        composer = Composer(library, searcher.shelf, scale, ASKED.get(query.asks or ""))
        quotes = composer.compose(answering, found, _MOST_QUOTES)
        near = () if quotes else composer.compose(found, found, _NEAREST)
    return quotes, tuple(map(unmark, near))


def unmark(quote: Quote) -> Quote:
    """The quote with no sentence that stands out."""
    return replace(quote, sentences=(), items=tuple(replace(item, sentences=()) for item in quote.items))
