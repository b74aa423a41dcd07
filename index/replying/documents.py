"""The answer of documents, where those are asked for: a list, or of a topic a paragraph of each."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from index.answer import NOT_FOUND, Answer, say_how_sure
from index.answering.coverage import Scale
from index.answering.listing import Listed, Listing, list_documents, name_asked, say_unknown
from index.answering.strength import CANDIDATES, measure_strength
from index.digests.find import find_digests
from index.naming.conditions import split_conditions
from index.naming.requests import Request
from index.query import Query
from index.replying.paragraphs import DEEP, FURTHEST, choose_answering, cut_quotes, judge_found, say_force_of_named
from index.search import Hit, Searcher
from index.weights import read_weights
from ingest.language import tr

MOST_LISTED = 20
"""Documents of a topic, a quote of each; of a list at first sight."""


def reply_with_documents(searcher: Searcher, query: Query, request: Request, chosen: Collection[str]) -> Answer:
    """The documents that are asked for; what the sentence says of them they must meet, unless that was taken back."""
    bound = tuple(replace(one, binding=one.key in request.keys and not one.lifted) for one in query.conditions)
    query = replace(query, conditions=bound)
    must, _ = split_conditions(bound, chosen)
    if request.topic:
        return _list_on_topic(searcher, query, request.topic, chosen)
    with searcher.reading() as library:
        listing = list_documents(library, searcher.changes, must, query.as_of)
    answered = bool(listing.fitting)
    read = float(answered), query.changed, query.conditions, (), searcher.notes(query, chosen)
    return Answer(query.typed, query.understood, answered, None, listing.say(), (), (), *read, listing=listing)


def _list_on_topic(searcher: Searcher, query: Query, topic: str, chosen: Collection[str]) -> Answer:
    """The documents that speak of *topic*, the strongest first, each with the paragraph that answers best."""
    told = replace(searcher.understand(topic), conditions=query.conditions, as_of=query.as_of)
    must, _ = split_conditions(query.conditions, chosen)
    scale = Scale(told, searcher.index.lexical)
    search = searcher.find(told, DEEP, chosen)
    found = search.hits
    sure = judge_found(searcher, told, scale, search.coherence, found[:CANDIDATES])
    answering = choose_answering(found, told, scale) if sure >= read_weights().confidence.answered else []
    best: dict[str, Hit] = {}
    for hit in sorted(answering, key=lambda hit: (hit.unknown, -measure_strength(hit, told, scale))):
        best.setdefault(hit.passage.document_id, hit)
    quotes, nearest = cut_quotes(searcher, told, list(best.values()), found[:CANDIDATES], MOST_LISTED)
    digests, notes = find_digests(searcher, told, chosen), searcher.notes(query, chosen)
    listed = tuple(
        Listed(one.document, one.metadata, True, say_unknown(one.metadata, must, one.standing), one.standing)
        for one in quotes
    )
    listing = Listing(name_asked(must), topic, listed)
    read = (
        sure,
        query.changed,
        query.conditions,
        digests,
        (*notes, *say_force_of_named(searcher, (*quotes, *nearest), told, digests)),
        found[:FURTHEST],
    )
    if not quotes:
        return Answer(query.typed, query.understood, False, None, tr(NOT_FOUND), (), nearest, *read)
    line, level = listing.say(), say_how_sure(sure)
    return Answer(query.typed, query.understood, True, level, line, quotes, (), *read, listing=listing)
