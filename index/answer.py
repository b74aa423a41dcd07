"""Hits -> an answer of verbatim paragraphs, or the plain word that the library holds none."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from index.answering.asked import find_asked
from index.answering.compose import Composer, interleave_quotes
from index.answering.coverage import Scale
from index.answering.force import say_force
from index.answering.listing import Listed, Listing, list_documents, name_asked, say_unknown
from index.answering.strength import CANDIDATES, NEIGHBOURS, judge, measure_strength, says_enough
from index.compare import Side, find_sides
from index.digests.aim import asks_of_force
from index.digests.find import DigestHit, find_digests, find_named_records
from index.finding.missing import name_with_day
from index.naming.comparisons import Comparison, find_comparison
from index.naming.conditions import Condition, split_conditions
from index.naming.requests import Request, find_request
from index.query import Query, check_question
from index.quotes import Quote, measure_said, unmark
from index.search import Hit, Searcher
from index.weights import read_weights
from index.wording.parts import split_question
from ingest.addresses import describe
from ingest.catalog import find_record_of

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
_SPEAKS = 0.75
"""Share of the content of a part of the question, from which a quote speaks of it."""
MOST_LISTED = 20
"""Documents of a topic, a quote of each; of a list at first sight."""
_COMPARES_NOT = (
    "Chương trình không so sánh thay người đọc. Dưới đây là những gì thư viện có về từng văn bản, đặt cạnh nhau; "
    "hãy mở từng văn bản để đối chiếu."
)


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
        sides: Where documents are compared: what there is of each; their quotes and digests are the answer's.
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


def answer_question(
    searcher: Searcher, question: str, *, literal: bool = False, chosen: Collection[str] = (), unbound: bool = False
) -> Answer:
    """Ask the library; of a question in parts each part, too.

    Where documents are asked for, they are listed; where several are compared, each is shown.

    Args:
        literal: Take the question as typed.
        chosen: Keys of its conditions that documents must meet.
        unbound: Only offer the conditions that the question binds itself to.

    Raises:
        QuestionError: If the question cannot be asked.
    """
    with searcher.reading():  # once, whatever asks it below
        return _answer(searcher, question, literal, chosen, unbound)


def _answer(searcher: Searcher, question: str, literal: bool, chosen: Collection[str], unbound: bool) -> Answer:
    asked = check_question(question)
    if comparison := find_comparison(asked):
        query = searcher.understand(question, literal=literal, unbound=unbound)
        return replace(_show_sides(searcher, query, comparison), question=question)
    if request := find_request(asked):
        query = searcher.understand(question, literal=literal, unbound=unbound)
        return replace(_list(searcher, query, request, chosen), question=question)
    whole = _answer_whole(searcher, question, literal, chosen, unbound)
    parts = {part: _answer_whole(searcher, part, literal, chosen, unbound) for part in split_question(asked)}
    return _join(searcher, whole, parts) if parts else whole


def _show_sides(searcher: Searcher, query: Query, comparison: Comparison) -> Answer:
    sides = find_sides(searcher, query, comparison)
    quotes = tuple(quote for side in sides for quote in side.quotes)
    digests = tuple(digest for side in sides for digest in side.digests)
    answered = bool(quotes)
    read = float(answered), query.changed, query.conditions, digests
    return Answer(query.typed, query.understood, answered, None, _COMPARES_NOT, quotes, (), *read, sides=sides)


def _list(searcher: Searcher, query: Query, request: Request, chosen: Collection[str]) -> Answer:
    """The documents that are asked for; what the sentence says of them they must meet, unless that was taken back."""
    bound = tuple(replace(one, binding=one.key in request.keys and not one.lifted) for one in query.conditions)
    query = replace(query, conditions=bound)
    must, _ = split_conditions(bound, chosen)
    if request.topic:
        return _list_on_topic(searcher, query, request.topic, chosen)
    with searcher.reading() as library:
        listing = list_documents(library, must)
    answered = bool(listing.fitting)
    read = float(answered), query.changed, query.conditions, (), searcher.notes(query, chosen)
    return Answer(query.typed, query.understood, answered, None, listing.say(), (), (), *read, listing=listing)


def _list_on_topic(searcher: Searcher, query: Query, topic: str, chosen: Collection[str]) -> Answer:
    """The documents that speak of *topic*, the strongest first, each with the paragraph that answers best."""
    told = replace(searcher.understand(topic), conditions=query.conditions)
    must, _ = split_conditions(query.conditions, chosen)
    scale = Scale(told, searcher.index.lexical)
    found = searcher.search(told, _DEEP, chosen)
    sure = _judge(searcher, told, scale, searcher.measure_coherence(found[:NEIGHBOURS]), found[:CANDIDATES])
    answering = _choose(found, told, scale) if sure >= read_weights().confidence.answered else []
    best: dict[str, Hit] = {}
    for hit in sorted(answering, key=lambda hit: (hit.unknown, -measure_strength(hit, told, scale))):
        best.setdefault(hit.passage.document_id, hit)
    quotes, nearest = _quote(searcher, told, list(best.values()), found[:CANDIDATES], MOST_LISTED)
    digests, notes = find_digests(searcher, told, chosen), searcher.notes(query, chosen)
    listed = tuple(Listed(one.document, one.metadata, unknown=say_unknown(one.metadata, must)) for one in quotes)
    listing = Listing(name_asked(must), topic, listed)
    read = (
        sure,
        query.changed,
        query.conditions,
        digests,
        (*notes, *_say_force((*quotes, *nearest), told, digests)),
        tuple(found[:_FURTHEST]),
    )
    if not quotes:
        return Answer(query.typed, query.understood, False, None, NOT_FOUND, (), nearest, *read)
    line, level = listing.say(), _say_how_sure(sure)
    return Answer(query.typed, query.understood, True, level, line, quotes, (), *read, listing=listing)


def _answer_whole(searcher: Searcher, question: str, literal: bool, chosen: Collection[str], unbound: bool) -> Answer:
    query = searcher.understand(question, literal=literal, unbound=unbound)
    scale = Scale(query, searcher.index.lexical)
    citing = searcher.find_citing(query)
    found = searcher.search(query, max(NEIGHBOURS, _FURTHEST) if citing is None else _DEEP, chosen)
    usable = [hit for hit in found if citing is None or hit.passage_id in citing][:_FURTHEST]
    hits = usable[:CANDIDATES]
    coherence = searcher.measure_coherence(found[:NEIGHBOURS])
    views = (hits,) if citing is None else (hits, found[:CANDIDATES])
    sure = _judge(searcher, query, scale, coherence, *views)
    answering = _choose(hits, query, scale) if sure >= read_weights().confidence.answered else []
    quotes, nearest = _quote(searcher, query, answering, usable if answering else found[:_FURTHEST], _MOST_QUOTES)
    digests = find_digests(searcher, query, chosen)
    notes = searcher.notes(query, chosen) or (() if says_enough(query) else (_NO_CONTENT,))
    notes += _say_force((*quotes, *nearest), query, digests)
    read = sure, query.changed, query.conditions, digests, notes, tuple(found[:_FURTHEST])
    if not quotes:
        return Answer(question, query.understood, False, None, NOT_FOUND, (), nearest, *read)
    line = introduce(quotes[0], searcher.shares_sign(quotes[0].metadata))
    return Answer(question, query.understood, True, _say_how_sure(sure), line, quotes, (), *read)


def _judge(searcher: Searcher, query: Query, scale: Scale, coherence: float | None, *views: Sequence[Hit]) -> float:
    """The probability that the first of *views* answers.

    Of what only cites a document that is asked for, the second view is all that was found: it is no surer in the
    midst of that than alone, and never sure.
    """
    if not all(views) or searcher.lacks_what_is_named(query):
        return 0.0
    sure = min(judge(hits, query, scale, coherence) for hits in views)
    return sure if len(views) == 1 else min(sure, math.nextafter(read_weights().confidence.high, 0))


def _choose(hits: Sequence[Hit], query: Query, scale: Scale) -> list[Hit]:
    """The hits that hold about as much of the question as the best, in the order of the search."""
    strengths = [measure_strength(hit, query, scale) for hit in hits]
    bar = _NEAR_BEST * max(strengths)
    return [hit for hit, strength in zip(hits, strengths, strict=True) if strength >= bar]


def _say_how_sure(probability: float) -> str:
    levels = read_weights().confidence
    return "cao" if probability >= levels.high else "trung bình" if probability >= levels.middle else "thấp"


def _join(searcher: Searcher, whole: Answer, parts: Mapping[str, Answer]) -> Answer:
    """*whole* with a quote for each part that is answered, and the word of each that nothing shown speaks of."""
    answered = [part for part in parts.values() if part.answered]
    if not answered:
        return whole
    firsts = {(part.quotes[0].document, part.quotes[0].start) for part in answered}
    if whole.answered and len(answered) == len(parts) and len(firsts) == 1:
        return whole
    most = _MOST_QUOTES + len(answered) - 1
    quotes = interleave_quotes([part.quotes for part in answered], whole.quotes, most)
    unanswered = (name for name, part in parts.items() if not part.answered)
    notes = (*whole.notes, *(_NO_PART.format(name) for name in unanswered if not _speak_of(searcher, quotes, name)))
    sure = whole.probability if whole.answered else max(part.probability for part in answered)
    lines = {
        (one.quotes[0].document, one.quotes[0].start): one.introduction for one in (whole, *answered) if one.quotes
    }
    line = lines.get((quotes[0].document, quotes[0].start), introduce(quotes[0]))
    joined = replace(whole, answered=True, probability=sure, confidence=_say_how_sure(sure))
    return replace(joined, introduction=line, quotes=quotes, nearest=(), notes=notes)


def _speak_of(searcher: Searcher, quotes: Sequence[Quote], part: str) -> bool:
    """Whether one of *quotes* holds about all that a part of the question says: alone it may lack its subject."""
    scale = Scale(searcher.understand(part), searcher.index.lexical)
    return any(measure_said(quote, scale) >= _SPEAKS for quote in quotes)


def introduce(quote: Quote, shared: bool = False) -> str:
    """The line that names place and document of the first quote; with its day where the sign is *shared*."""
    name = name_with_day(quote.metadata) if shared else quote.metadata.name
    return f"Theo {describe(quote.address)} {name}"


def _quote(
    searcher: Searcher, query: Query, answering: Sequence[Hit], found: Sequence[Hit], most: int
) -> tuple[tuple[Quote, ...], tuple[Quote, ...]]:
    """The quotes; or where there are none those of the nearest, in which no sentence stands out."""
    scale = Scale(query, searcher.index.lexical)
    with searcher.reading() as library:
        composer = Composer(library, searcher.shelf, scale, find_asked(query))
        quotes = composer.compose(answering, found, most)
        near = () if quotes else composer.compose(found, found, _NEAREST)
    return quotes, tuple(map(unmark, near))


def _say_force(quotes: Sequence[Quote], query: Query, digests: Sequence[DigestHit]) -> tuple[str, ...]:
    """The lines that what is named is no longer in force, unless that stands beside a quote or a digest of it.

    Where it is asked if it is in force, what is known stands first of all.
    """
    told = {digest.record.id for digest in digests}
    quoted = {record.id for quote in quotes if (record := find_record_of(quote.metadata))}
    cautions = {line for quote in quotes for line in quote.cautions}
    named = [one for one in find_named_records(query) if one.id not in told]
    if asks_of_force(query):
        return tuple(map(say_force, named))
    ended = (say_force(one) for one in named if one.replaced_by and one.id not in quoted)
    return tuple(line for line in ended if line not in cautions)
