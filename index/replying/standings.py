"""The answer of whether named documents, or places in them, stand: what changed or ended them, with the words."""

from __future__ import annotations

import datetime
from dataclasses import replace

from index.acting import find_parties
from index.answer import Answer
from index.brief_names import name_briefly
from index.changes import Statement, quote_changes, touches
from index.describe_changes import say_statement
from index.describe_relations import say_found
from index.describe_validity import say_standing
from index.digests.find import find_digests
from index.finding.holdings import Holdings
from index.finding.standing import lies_at, read_path
from index.graph import Graph, Node
from index.naming.periods import Period
from index.naming.signs import Target
from index.naming.standing_requests import StandingRequest, split_year
from index.query import Query
from index.relations import Relations
from index.replying.relations import ask_which, find_subjects, find_this, judge_relations, keep_told
from index.search import Searcher
from ingest.addresses import describe
from ingest.days import describe_day
from ingest.language import tr
from ingest.relating.relation import CHANGES
from ingest.store import Library
from ingest.store.places import list_addresses
from ingest.store.stock import read_stock

_OF_SEVERAL = "Hiệu lực của {count} văn bản được hỏi"
_NOT_CHANGED = "Chưa thấy văn bản nào sửa đổi, thay thế hoặc bãi bỏ riêng {place}"
_AT_ENDS = ("Đầu kỳ được hỏi ({day}): {told}.", "Cuối kỳ được hỏi ({day}): {told}.")


def reply_with_standings(
    searcher: Searcher, query: Query, request: StandingRequest, opened: str | None = None
) -> Answer | None:
    """Whether each document that *request* asks of stands, what changed it, each with its sentences.

    Our own words on those that are not held stand below. ``None`` where nothing is known of any.

    Args:
        opened: Id of the document that the reader has open: what "văn bản này" means.
    """
    with searcher.reading() as library:
        held = Holdings(read_stock(library), ())
        targets, period = _settle_time(held, request)
        subjects = find_subjects(library, held, targets, about=request.about)
        if not request.targets:
            this = find_this(library, opened)
            if this is None:
                return ask_which(searcher, library, query)
            subjects = [(node, None) for node in Graph(library).describe([this])]
        known = [(node, target) for node, target in subjects if node.held != "unknown" or node.number]
        if not known:
            return None
        if period and query.as_of is None:
            query = replace(query, as_of=period[1])
        asked = [
            _find_asked(searcher, library, node, _find_place(held, node, target), query.as_of) for node, target in known
        ]
        placed = [one for one in asked if not one.place or one.parties or one.note]
        found = tuple(_tell_change(searcher, library, one, query, period) for one in placed or asked)
    told = any(one.parties or one.standings[one.subject.id].status != "unknown" for one in found)
    said = say_found(found[0]) if len(found) == 1 else tr(_OF_SEVERAL, count=len(found))
    digests = tuple(digest for digest in find_digests(searcher, query) if digest.named)
    read = float(told), query.changed, (), digests
    return Answer(query.typed, query.understood, told, None, said, (), (), *read, relations=found, as_of=query.as_of)


def _settle_time(held: Holdings, request: StandingRequest) -> tuple[list[Target], Period | None]:
    """The targets, and the time that is asked of: a year behind a sign is that of issue only where one was then."""
    period, targets = request.period, []
    for target in request.targets:
        timeless, year = split_year(target)
        then = year is None or period is not None or bool(held.find_documents(target))
        targets.append(target if then else timeless)
        period = period if then else year
    return targets, period


def _find_place(held: Holdings, node: Node, target: Target | None) -> str:
    return held.place_in(target, [node.id] if node.held == "held" else []) if target else ""


def _find_asked(searcher: Searcher, library: Library, node: Node, place: str, as_of: datetime.date | None) -> Relations:
    """What changed or ended the document, of a place that is named what was done there, or to all of it."""
    parties = find_parties(library, node.id, CHANGES, outwards=False)
    found = judge_relations(searcher, library, Relations(node, "in", CHANGES, parties, place), as_of)
    if not place or node.held != "held":
        return found
    at = _find_tops(list_addresses(library, node.id), place)
    statements = quote_changes(library, found.standings[node.id], library.get(node.id))
    there = [one for one in statements if any(touches(one.place, address) for address in at)]
    told = {
        (one.change.edge.said_in, one.change.edge.start) for one in (*there, *statements) if one in there or _ends(one)
    }
    said = dict.fromkeys(map(say_statement, there))
    note = "; ".join(said) or (tr(_NOT_CHANGED, place=describe(place)) if at else "")
    return replace(keep_told(found, told if at else ()), note=note)


def _ends(statement: Statement) -> bool:
    return statement.change.ends


def _find_tops(addresses: list[str], place: str) -> list[str]:
    """Those of *addresses* that are the *place*; several where a document and the text it encloses both have it."""
    at = [one for one in addresses if lies_at(read_path(one, ()), place)]
    return [one for one in at if one.rpartition(".")[0] not in at]


def _tell_change(
    searcher: Searcher, library: Library, found: Relations, query: Query, period: Period | None
) -> Relations:
    """*found* with both ends of the time that is asked of, where the document did not stand at both alike."""
    if period is None or period[0] == period[1] or query.as_of != period[1]:
        return found
    ends = [searcher.changes.find(library, [found.subject.id], day)[found.subject.id] for day in period]
    if ends[0].changes == ends[1].changes and (ends[0].status == "unissued") == (ends[1].status == "unissued"):
        return found
    name = name_briefly(found.subject)
    told = (
        tr(words, day=describe_day(day), told=say_standing(name, one))
        for words, day, one in zip(_AT_ENDS, period, ends, strict=True)
    )
    return replace(found, note=" ".join(filter(None, (found.note and f"{found.note}.", *told))))
