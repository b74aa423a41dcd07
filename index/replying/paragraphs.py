"""The answer of paragraphs, or the plain word that the library holds none and what is nearest."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence

from index.answer import NOT_FOUND, Answer, introduce, say_how_sure
from index.answering.absent import find_absent
from index.answering.asked import find_asked
from index.answering.compose import Composer
from index.answering.coverage import Scale
from index.answering.force import find_changed, say_force_of
from index.answering.strength import CANDIDATES, judge, measure_strength, put_said_first, says_enough
from index.digests.aim import asks_of_force
from index.digests.find import DigestHit, find_digests, find_named_records
from index.query import Query
from index.quotes import Quote, unmark
from index.search import Hit, Searcher
from index.weights import read_weights
from ingest.language import tr
from ingest.relating.relation import SUPPLEMENTS
from ingest.store import Library

_FORCE_TOLD = "Hiệu lực của văn bản được hỏi đã nêu ở trên; chưa tìm thấy đoạn nào nói thêm"
_NO_CONTENT = "Câu hỏi chưa nêu điều cần tìm. Hãy thêm nội dung, ví dụ: kiểm tra, giám sát ở cơ sở."

MOST_QUOTES = 4
_NEAREST = 3
FURTHEST = 20
"""How far down copies of the quotes, and the next passages, are looked for."""
DEEP = 200
"""How far down passages that cite what is named, and is not held, are looked for."""
_NEAR_BEST = 0.75


def reply_with_paragraphs(searcher: Searcher, query: Query, chosen: Collection[str]) -> Answer:
    """The paragraphs that answer *query*; *chosen* are keys of its conditions that documents must meet."""
    scale = Scale(query, searcher.index.lexical)
    citing = searcher.find_citing(query)
    search = searcher.find(query, FURTHEST if citing is None else DEEP, chosen)
    found = search.hits
    usable = [hit for hit in found if citing is None or hit.passage_id in citing][:FURTHEST]
    hits = usable[:CANDIDATES]
    views = (hits,) if citing is None else (hits, found[:CANDIDATES])
    sure = judge_found(searcher, query, scale, search.coherence, *views)
    answering = choose_answering(hits, query, scale) if sure >= read_weights().confidence.answered else []
    answering = put_in_force_first(searcher, query, answering)
    digests = find_digests(searcher, query, chosen)
    if answering:
        near = usable
    elif any(digest.named for digest in digests):  # which answers: beside it only what speaks of that document
        near = usable if citing else []
    else:
        near = list(found[:FURTHEST])
    quotes, nearest = cut_quotes(searcher, query, answering, near, MOST_QUOTES)
    sure = sure if _say_what_is_asked(query, quotes) else min(sure, _just_below_high())
    notes = searcher.notes(query, chosen) or (() if says_enough(query) else (tr(_NO_CONTENT),))
    told = say_force_of_named(searcher, (*quotes, *nearest), query, digests)
    notes += told
    read = sure, query.changed, query.conditions, digests, notes, found[:FURTHEST]
    if not quotes:
        line = tr(_FORCE_TOLD if told and asks_of_force(query) else NOT_FOUND)
        absent = find_absent(query, searcher.index.lexical)
        return Answer(query.typed, query.understood, False, None, line, (), nearest, *read, absent=absent)
    line = introduce(quotes[0], searcher.shares_sign(quotes[0].metadata))
    return Answer(query.typed, query.understood, True, say_how_sure(sure), line, quotes, (), *read)


def judge_found(
    searcher: Searcher, query: Query, scale: Scale, coherence: float | None, *views: Sequence[Hit]
) -> float:
    """The probability that the first of *views* answers.

    Of what only cites a document that is asked for, the second view is all that was found: it is no surer in the
    midst of that than alone, and never sure.
    """
    if not all(views) or searcher.lacks_what_is_named(query):
        return 0.0
    sure = min(judge(hits, query, scale, coherence) for hits in views)
    return sure if len(views) == 1 else min(sure, _just_below_high())


def _just_below_high() -> float:
    return math.nextafter(read_weights().confidence.high, 0)


def _say_what_is_asked(query: Query, quotes: Sequence[Quote]) -> bool:
    """Whether one of *quotes* has a number where "bao nhiêu" is asked, a day, a name; no words stand for those."""
    asked = find_asked(query)
    return asked is None or not quotes or any(asked.search(quote.text) for quote in quotes)


def choose_answering(hits: Sequence[Hit], query: Query, scale: Scale) -> list[Hit]:
    """The hits that hold about as much of the question as the best, in the order of the search, what says it first."""
    strengths = [measure_strength(hit, query, scale) for hit in hits]
    bar = _NEAR_BEST * max(strengths)
    near = [hit for hit, strength in zip(hits, strengths, strict=True) if strength >= bar]
    return put_said_first(near, query, scale)


def put_in_force_first(searcher: Searcher, query: Query, hits: Sequence[Hit]) -> list[Hit]:
    """*hits*, of the first of them those last that are surely of what has ended, before these what others have changed.

    Where a document is named, or its force is asked for, they stay in their order.
    """
    if any(target.names_document for target in query.targets) or asks_of_force(query):
        return list(hits)
    shown = hits[:MOST_QUOTES]
    with searcher.reading() as library:
        ranks = {hit.passage_id: _rank_by_force(searcher, library, query, hit) for hit in shown}
    return [*sorted(shown, key=lambda hit: ranks[hit.passage_id]), *hits[MOST_QUOTES:]]


def _rank_by_force(searcher: Searcher, library: Library, query: Query, hit: Hit) -> int:
    if hit.standing.ended and hit.standing.sure:
        return 2
    document = searcher.shelf.open(library, hit.passage.document_id) if hit.standing.changes else None
    changed = find_changed(library, searcher.changes, document, query.as_of) if document else {}
    at = hit.passage.address
    over = (done for place, done in changed.items() if at == place or at.startswith(f"{place}."))
    return int(any(one.edge.sure and one.edge.kind != SUPPLEMENTS for done in over for one in done))


def cut_quotes(
    searcher: Searcher, query: Query, answering: Sequence[Hit], found: Sequence[Hit], most: int
) -> tuple[tuple[Quote, ...], tuple[Quote, ...]]:
    """The quotes; or where there are none those of the nearest, in which no sentence stands out."""
    scale = Scale(query, searcher.index.lexical)
    with searcher.reading() as library:
        composer = Composer(searcher, library, query, scale, find_asked(query))
        quotes = composer.compose(answering, found, most)
        near = () if quotes else composer.compose(found, found, _NEAREST)
    return quotes, tuple(map(unmark, near))


def say_force_of_named(
    searcher: Searcher, quotes: Sequence[Quote], query: Query, digests: Sequence[DigestHit]
) -> tuple[str, ...]:
    """The lines that what is named is no longer in force, unless that stands beside a quote or a digest of it.

    Where it is asked if it is in force, what is known stands first of all.
    """
    told = {digest.record.id for digest in digests}
    named = dict.fromkeys([*searcher.find_named(query), *(one.id for one in find_named_records(query))])
    asked = asks_of_force(query)
    said = told if asked else told | {quote.document for quote in quotes}
    wanted = [key for key in named if key not in said]
    with searcher.reading() as library:
        lines = say_force_of(library, searcher.changes, wanted, query.as_of, ended=not asked)
    cautions = {line for quote in quotes for line in quote.cautions}
    return tuple(line for line in lines.values() if asked or line not in cautions)
