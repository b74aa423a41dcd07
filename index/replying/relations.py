"""The answer of relations: which documents one cites, rests on or replaces, or which do so to it; all of them."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from index.acting import find_parties
from index.answer import Answer
from index.answering.listing import Listed, Listing
from index.as_of import came_later
from index.changes import quote_changes
from index.describe_changes import say_statement
from index.describe_relations import say_found
from index.finding.fitting import find_named
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
    find_unsure,
    group_by_document,
)
from index.relations import Relations
from index.search import Searcher
from ingest.language import tr
from ingest.models import Metadata
from ingest.relating.relation import CHANGES, KINDS
from ingest.spelling import fold
from ingest.store import Library
from ingest.store.places import list_addresses
from ingest.store.stock import read_stock

ASKED_WHICH = (
    "Câu hỏi chưa nói rõ văn bản nào. Hãy mở một văn bản dưới đây rồi hỏi lại, hoặc ghi số, ký hiệu vào câu hỏi"
)
_TAKEN_FOR = "“Văn bản này” được hiểu là {name}, {why}."
_OPENED, _ONLY = "văn bản mở gần đây nhất", "văn bản duy nhất trong thư viện"
_FROM_CATALOGUE = (
    "Thư viện chưa có nguyên văn {name}, nên chưa biết hết văn bản này viện dẫn những gì; dưới đây là điều danh mục "
    "ghi lại. Hãy thêm tệp nguyên văn để xem đủ"
)
_NO_CLAUSE = "Lời văn sửa đổi chưa nói rõ điều, khoản nào; hãy mở từng văn bản sửa đổi để xem"
_STATED = (*KINDS, "continues", "reviews", "follows")
_REGULATIONS = frozenset({"Quy định", "Quyết định"})  # vi: types as printed


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
        subjects = find_subjects(library, held, request.targets, request.title, request.about)
        wanted = replace(request, kinds=frozenset(CHANGES)) if request.clauses else request
        related = (_relate(library, held, wanted, *subject) for subject in subjects)
        found = tuple(judge_relations(searcher, library, one, query.as_of) for one in related)
        if request.clauses:  # whatever is done to a part of it amends it
            kinds = tuple(kind for kind in CHANGES if kind in request.kinds)
            found = tuple(replace(name_clauses(library, one), kinds=kinds) for one in found)
    silent = request.doers and not any(one.parties for one in found)  # what stands in it may tell
    return answer_with_relations(query, found) if found and not silent else None


def _reply_on_this(
    searcher: Searcher, library: Library, query: Query, request: RelationRequest, opened: str | None
) -> Answer:
    this = find_this(library, opened)
    if this is None:
        return ask_which(searcher, library, query)
    (node,) = Graph(library).describe([this])
    found = judge_relations(searcher, library, _find(library, request, node, "", ()), query.as_of)
    taken = tr(_TAKEN_FOR, name=node.name, why=tr(_OPENED if this == opened else _ONLY))
    return answer_with_relations(query, (replace(found, note=" ".join(filter(None, (taken, found.note)))),))


def find_this(library: Library, opened: str | None) -> str | None:
    """Id of "văn bản này": the one that is *opened*, else the only one; ``None`` where it may be any."""
    ids = [one.id for one in library.documents()]
    return opened if opened in ids else ids[0] if len(ids) == 1 else None


def ask_which(searcher: Searcher, library: Library, query: Query) -> Answer:
    """The question back which document is meant, with those that can be opened and whether each stands."""
    held = library.documents()
    standings = searcher.changes.find(library, [one.id for one in held], query.as_of)
    documents = tuple(Listed(one.id, one.metadata, standing=standings[one.id]) for one in reversed(held))
    listing = Listing(tr("văn bản"), "", documents)
    return Answer(query.typed, query.understood, False, None, tr(ASKED_WHICH), (), (), listing=listing)


def judge_relations(searcher: Searcher, library: Library, found: Relations, as_of: datetime.date | None) -> Relations:
    """*found* as it counts on the day *as_of*, and whether each of its documents stands."""
    parties = tuple(_keep_of_day(library, found, as_of)) if as_of else found.parties
    nodes = (found.subject, *(node for one in parties for node in one.nodes))
    ids = [node.id for node in nodes if node.held != "unknown" or (node is found.subject and node.number)]
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


def find_subjects(
    library: Library, held: Holdings, targets: Iterable[Target], title: str = "", about: str = ""
) -> list[tuple[Node, Target | None]]:
    """The documents that are asked about, with how each was named; of what nobody knows how it was typed.

    Args:
        title: Of a law that goes by it, without marks.
        about: Words, without marks, of the title of the one that is meant; where none has them there is none.
    """
    graph = Graph(library)
    if title:
        titled = [key for found, key in held.find_titled(title) if found == title.strip()]
        return [(node, None) for node in graph.describe(titled)]
    found: list[tuple[Node, Target | None]] = []
    for target in targets:
        known = [one.id for one in find_recorded(target) if not library.citing.find_copies(one)]
        nodes = graph.describe([*held.find_documents(target), *known])
        found += [(node, target) for node in nodes or (_find_spoken_of(graph, held, target),)]
    return [one for one in found if about in fold(one[0].title or "")]


def _find_spoken_of(graph: Graph, held: Holdings, target: Target) -> Node:
    """What is neither held nor catalogued: as the texts call the one document that it may be, else as it was typed."""
    spoken = {one.id: one for one in graph.describe(graph.find_cited_numbered(int(target.ordinal or 0)))}
    named = find_named(
        target, {key: Metadata(type=one.type, number=one.number, date=one.date) for key, one in spoken.items()}
    )
    if len(named) == 1:
        return spoken[named[0]]
    name = name_document(target, held)
    return Node(name, name, None, None, None, target.date, "unknown")


def name_clauses(library: Library, found: Relations) -> Relations:
    """*found* with the provisions that were changed, and only what says so of them."""
    standing = found.standings.get(found.subject.id)
    document = library.get(found.subject.id) if found.subject.held == "held" else None
    statements = quote_changes(library, standing, document) if standing else ()
    of_place = [one for one in statements if one.change.edge.clause]
    said = dict.fromkeys(say_statement(one) for one in of_place)
    told = {(one.change.edge.said_in, one.change.edge.start) for one in of_place}
    return replace(keep_told(found, told), note="; ".join(said) or tr(_NO_CLAUSE)) if statements else found


def keep_told(found: Relations, told: Collection[tuple[str | None, int]]) -> Relations:
    """*found* with the places alone that are *told*, by document and start."""
    kept = (
        replace(one, said=tuple(said for said in one.said if (said.document, said.start) in told))
        for one in found.parties
    )
    return replace(found, parties=tuple(one for one in kept if one.said))


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
        acting = find_parties(library, node.id, kinds, request.direction == "out") if kinds and node.number else ()
        parties = acting or _keep_kinds(find_naming(library, naming), kinds)
    elif kinds:
        parties = find_parties(library, node.id, kinds, request.direction == "out")
    elif request.direction == "in":
        parties = _find_citing(library, node, place)
    elif node.held == "held":
        parties = find_cited(library, library.get(node.id))
    else:
        parties = find_parties(library, node.id, _STATED, outwards=True)
        note = tr(_FROM_CATALOGUE, name=node.name)
    kept = tuple(_keep(parties, place, request.direction == "out", request.type))
    return Relations(node, request.direction, kinds, kept, place, request.type, note)


def _find_citing(library: Library, node: Node, place: str) -> tuple[Party, ...]:
    mentions = library.cited_by(node.id)
    addresses = list_addresses(library, node.id)
    address = find_address(addresses, (place,)) if place and addresses else None
    if address:
        return find_citing(library, group_by_document(find_about(library, mentions, addresses, address)), addresses)
    sure = find_citing(library, group_by_document(mentions), addresses)
    return (*sure, *find_unsure(library, node.id, sure))


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
