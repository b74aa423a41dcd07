"""The answer of relations: which documents one cites, rests on or replaces, or which do so to it; all of them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from index.answer import Answer
from index.answering.listing import Listed, Listing
from index.as_of import came_later
from index.describe_relations import say_found
from index.finding.holdings import Holdings
from index.finding.missing import find_recorded, name_document
from index.finding.standing import lies_at, read_path
from index.graph import Graph, Node
from index.naming.relations import RelationRequest
from index.naming.signs import Target
from index.query import Query
from index.referring import (
    Party,
    find_about,
    find_address,
    find_cited,
    find_citing,
    find_naming,
    find_parties,
    group_by_document,
)
from index.relations import Relations
from index.search import Searcher
from ingest.relating.relation import KINDS
from ingest.store import Library
from ingest.store.places import list_addresses
from ingest.store.stock import read_stock

ASKED_WHICH = (
    "Câu hỏi chưa nói rõ văn bản nào. Hãy mở một văn bản dưới đây rồi hỏi lại, hoặc ghi số, ký hiệu vào câu hỏi"
)
_TAKEN_FOR = "“Văn bản này” được hiểu là {}, {}."
_OPENED, _ONLY = "văn bản mở gần đây nhất", "văn bản duy nhất trong thư viện"
_FROM_CATALOGUE = (
    "Thư viện chưa có nguyên văn {}, nên chưa biết hết văn bản này viện dẫn những gì; dưới đây là điều danh mục ghi "
    "lại. Hãy thêm tệp nguyên văn để xem đủ"
)
_STATED = (*KINDS, "continues", "reviews", "follows")
_REGULATIONS = frozenset({"Quy định", "Quyết định"})


def reply_with_relations(
    searcher: Searcher, query: Query, request: RelationRequest, opened: str | None = None
) -> Answer | None:
    """The documents that *request* asks for, each with its sentences; ``None`` where it names no document after all.

    Args:
        opened: Id of the document that the reader has open: what "văn bản này" means.
    """
    with searcher.reading() as library:
        held = Holdings(read_stock(library), ())
        if not (request.targets or request.title):
            return _reply_on_this(searcher, library, query, request, opened)
        subjects = _find_subjects(library, held, request)
        related = (_relate(library, held, request, *subject) for subject in subjects)
        found = tuple(judge_relations(searcher, library, one, query.as_of) for one in related)
    return answer_with_relations(query, found) if found else None


def _reply_on_this(
    searcher: Searcher, library: Library, query: Query, request: RelationRequest, opened: str | None
) -> Answer:
    documents = library.documents()
    ids = [one.id for one in documents]
    this = opened if opened in ids else ids[0] if len(ids) == 1 else None
    if this is None:
        listing = Listing("văn bản", "", tuple(Listed(one.id, one.metadata) for one in reversed(documents)))
        return Answer(query.typed, query.understood, False, None, ASKED_WHICH, (), (), listing=listing)
    (node,) = Graph(library).describe([this])
    found = judge_relations(searcher, library, _find(library, request, node, "", ()), query.as_of)
    taken = _TAKEN_FOR.format(node.name, _OPENED if this == opened else _ONLY)
    return answer_with_relations(query, (replace(found, note=" ".join(filter(None, (taken, found.note)))),))


def judge_relations(searcher: Searcher, library: Library, found: Relations, as_of: datetime.date | None) -> Relations:
    """*found* as it counts on the day *as_of*, and whether each of its documents stands."""
    parties = tuple(_keep_of_day(library, found, as_of)) if as_of else found.parties
    nodes = (found.subject, *(node for one in parties for node in one.nodes))
    ids = [node.id for node in nodes if node.held != "unknown"]
    return replace(found, parties=parties, standings=searcher.changes.find(library, ids, as_of))


def _keep_of_day(library: Library, found: Relations, as_of: datetime.date) -> Iterator[Party]:
    """What is told of the day *as_of*, what documents issued later say of it marked as such."""
    if came_later(found.subject, as_of):
        return
    tellers = {said.document for party in found.parties for said in party.said}
    later = {node.id for node in Graph(library).describe(tellers) if came_later(node, as_of)}
    for party in found.parties:
        nodes = tuple(node for node in party.nodes if not came_later(node, as_of))
        said = tuple(replace(one, told_later=one.document in later) for one in party.said)
        dated = any(node.date for node in (nodes if found.direction == "in" else (found.subject,)))
        if nodes and (dated or party.stated or not said or not all(one.told_later for one in said)):
            yield replace(party, nodes=nodes, said=said)


def answer_with_relations(query: Query, found: Sequence[Relations]) -> Answer:
    """What was *found* as an answer, what is empty last."""
    told = [one for one in found if one.parties]
    said = ". ".join(map(say_found, told or found))
    read = float(bool(told)), query.changed
    ordered = tuple(sorted(found, key=lambda one: not one.parties))
    return Answer(query.typed, query.understood, bool(told), None, said, (), (), *read, relations=ordered)


def _find_subjects(library: Library, held: Holdings, request: RelationRequest) -> list[tuple[Node, Target | None]]:
    """The documents that are asked about, with how each was named; of what nobody knows how it was typed."""
    graph = Graph(library)
    if request.title:
        titled = [key for title, key in held.find_titled(request.title) if title == request.title.strip()]
        return [(node, None) for node in graph.describe(titled)]
    found: list[tuple[Node, Target | None]] = []
    for target in request.targets:
        known = [one.id for one in find_recorded(target) if not library.citing.find_copies(one)]
        nodes = graph.describe([*held.find_documents(target), *known])
        name = name_document(target, held)
        unknown = Node(name, name, None, None, None, target.date, "unknown")
        found += [(node, target) for node in nodes or (unknown,)]
    return found


def _relate(library: Library, held: Holdings, request: RelationRequest, node: Node, target: Target | None) -> Relations:
    place = held.place_in(target, [node.id]) if target and target.place and node.held == "held" else ""
    place = place or (target.place if target else "")
    naming = held.find_namings(target) if target and node.held == "unknown" and request.direction == "in" else ()
    return _find(library, request, node, place, [(one.document_id, one.start) for one in naming])


def _find(
    library: Library, request: RelationRequest, node: Node, place: str, naming: Sequence[tuple[str, int]]
) -> Relations:
    """*naming*: of a document that nobody knows, the mentions that may be of it, by document and start."""
    kinds, note = tuple(kind for kind in _STATED if kind in request.kinds), ""
    if node.held == "unknown":
        parties = _keep_kinds(find_naming(library, naming), kinds)
    elif kinds:
        parties = find_parties(library, node.id, kinds, request.direction == "out")
    elif request.direction == "in":
        parties = _find_citing(library, node, place)
    elif node.held == "held":
        parties = find_cited(library, library.get(node.id))
    else:
        parties = find_parties(library, node.id, _STATED, outwards=True)
        note = _FROM_CATALOGUE.format(node.name)
    kept = tuple(_keep(parties, place, request.direction == "out", request.type))
    return Relations(node, request.direction, kinds, kept, place, request.type, note)


def _find_citing(library: Library, node: Node, place: str) -> tuple[Party, ...]:
    mentions = library.cited_by(node.id)
    addresses = list_addresses(library, node.id)
    address = find_address(addresses, (place,)) if place and addresses else None
    if address:
        return find_citing(library, group_by_document(find_about(library, mentions, addresses, address)), addresses)
    return find_citing(library, group_by_document(mentions), addresses)


def _keep_kinds(parties: Iterable[Party], kinds: Sequence[str]) -> tuple[Party, ...]:
    if not kinds:
        return tuple(parties)
    kept = (
        replace(one, said=tuple(said for said in one.said if any(kind in kinds for kind in said.kinds)))
        for one in parties
    )
    return tuple(one for one in kept if one.said)


def _keep(parties: Iterable[Party], place: str, outwards: bool, kind: str) -> Iterable[Party]:
    """Those of the *kind* of document that is asked for, with what is said in the place, or of it."""
    for party in parties:
        if kind and not any(_is_type(node.type, kind) for node in party.nodes):
            continue
        said = tuple(one for one in party.said if not place or _is_at(one.address, one.clauses, place, outwards))
        if said or (party.stated and not place):
            yield replace(party, said=said)


def _is_type(own: str | None, asked: str) -> bool:
    return own == asked or {own, asked} == _REGULATIONS


def _is_at(address: str | None, clauses: Sequence[str], place: str, outwards: bool) -> bool:
    """Whether a text says it at *place*, or says it of *place*."""
    if outwards:
        return address is not None and lies_at(read_path(address, ()), place)
    return any(lies_at(read_path(path, ()), place) for path in clauses)
