"""Which documents one cites, and which cite it: each with the sentences that say so, down to the clause."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from index.finding.standing import lies_at, read_path
from index.graph import Graph, Node
from ingest.mentions import Citation
from ingest.models import Document, Metadata
from ingest.passages import find_sentences
from ingest.store import Library, Mention
from ingest.store.meaning import Meaning
from ingest.store.places import find_clauses, find_kinds, list_addresses

AROUND = 1000
"""Characters on each side of a mention in which its sentence is looked for."""
Outcome = Literal["held", "known", "unknown", "ambiguous"]


@dataclass(frozen=True, slots=True)
class Said:
    """Where a text names another document.

    Attributes:
        document: Id of the one whose text it is.
        address: The smallest provision it stands in; ``None`` outside of every one.
        start: First character of the words that name it, or of those that state a relation.
        end: One past the last.
        sentence: The slice of the text around them: a sentence, a clause, a row of a table.
        sentence_start: Where that begins in the text.
        clauses: Paths of the provisions of the named document that are meant; empty for all of it.
        opens: Address of the one provision that is meant, where the named document is held and has it.
        kinds: What the document does to the one it names, beside naming it.
        part: That only a part is meant which no path names: ``"một phần: Mẫu 02"``.
        told_later: Whether the document was issued after the day that is asked of.
        head: The line above, where the sentence is an item of a list and that line says what is done: ``"Bãi bỏ:"``.
    """

    document: str
    address: str | None
    start: int
    end: int
    sentence: str
    sentence_start: int
    clauses: tuple[str, ...] = ()
    opens: str | None = None
    kinds: tuple[str, ...] = ()
    part: str = ""
    told_later: bool = False
    head: str = ""


@dataclass(frozen=True, slots=True)
class Party:
    """A document at the other end.

    Attributes:
        nodes: It; several where the words leave open which of them is meant.
        said: Where texts say so, in their order.
        stated: Relations that the catalogue states.
        sure: Whether the words leave no doubt of the relation, or the catalogue has it verified.
        unverified: Those of *stated* that nobody verified.
        or_else: Other documents of the same sign that its words may mean instead of the one that is asked about.
    """

    nodes: tuple[Node, ...]
    said: tuple[Said, ...] = ()
    stated: tuple[str, ...] = ()
    sure: bool = True
    unverified: tuple[str, ...] = ()
    or_else: tuple[Node, ...] = ()

    @property
    def outcome(self) -> Outcome:
        """What of it can be opened: its text, its record, nothing; or one of several."""
        return "ambiguous" if len(self.nodes) > 1 else self.nodes[0].held

    @property
    def day(self) -> datetime.date:
        """By which it is ordered; the earliest day of all where it is not known."""
        return self.nodes[0].date or datetime.date.min


# --- what a document cites -----------------------------------------------------------------------------------


def find_cited(
    library: Library, document: Document, meanings: Mapping[Citation, Meaning] | None = None
) -> tuple[Party, ...]:
    """Every other document that *document* mentions, in the order of the text; what is not known is listed, too.

    Args:
        meanings: What its mentions mean, where that was worked out before.
    """
    meanings = library.citing.find_meanings(document) if meanings is None else meanings
    groups: dict[tuple[str, ...], list[Citation]] = defaultdict(list)
    for citation, key in _name(document, meanings).items():
        groups[key].append(citation)
    ids = {one for key in groups for one in key}
    nodes = {node.id: node for node in Graph(library).describe(ids)}
    found: list[Party] = []
    for key, citations in groups.items():
        of = [meanings[one] for one in citations]
        known = tuple(nodes[one] for one in key if of[0].outcome != "unknown")
        said = tuple(_say_of(document, one) for one in citations)
        party = Party(known or (_name_unknown(key[0], citations),), said, sure=any(one.sure for one in of))
        found.append(replace(party, said=_resolve(library, party)))
    return tuple(found)


def _name(document: Document, meanings: Mapping[Citation, Meaning]) -> dict[Citation, tuple[str, ...]]:
    """Mention -> ids of what it may mean; of what nobody knows its sign, with its day where texts give several."""
    days: dict[str, set[datetime.date]] = defaultdict(set)
    for one in meanings:
        if one.date:
            days[_sign(one)].add(one.date)
    named: dict[Citation, tuple[str, ...]] = {}
    for one, meaning in meanings.items():
        if meaning.only == document.id:
            continue
        dated = f"{_sign(one)}@{one.date}" if one.date and len(days[_sign(one)]) > 1 else _sign(one)
        named[one] = (*meaning.held, *meaning.known) or (dated,)
    return named


def _sign(one: Citation) -> str:
    return one.number or one.name or one.text


def _name_unknown(key: str, citations: Sequence[Citation]) -> Node:
    """A document that neither the library nor the catalogue has, as its mentions call it."""
    first = next((one for one in citations if one.date), citations[0])
    kind = next((one.type for one in citations if one.type), None)
    name = " số ".join(filter(None, (kind, first.number))) if first.number else first.name or first.text  # vi: a name
    return Node(key, name, first.number, kind, None, first.date, "unknown")


def _say_of(document: Document, citation: Citation) -> Said:
    table = document.find_table(citation.start)
    row = next((row for row in table.rows if row.start <= citation.start < row.end), None) if table else None
    first, last = (row.start, row.end) if row else cut_sentence(document.text, citation.start, citation.end)
    inside = [node.address for node in document.walk_to(citation.start)]
    paths = dict.fromkeys(one.path for one in document.references if one.cited == citation.start)
    kinds = (one.kind for one in document.relations if one.subject is None and one.cited == citation.start)
    place = document.id, inside[-1] if inside else None, citation.start, citation.end
    return Said(*place, document.text[first:last], first, tuple(paths), kinds=tuple(dict.fromkeys(kinds)))


def cut_sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence, or the clause between semicolons, of the line that ``text[start:end]`` stands in."""
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    spans = find_sentences(text, first, len(text) if last < 0 else last)
    touched = [(a, b) for a, b in spans if a < end and start < b]
    return (touched[0][0], touched[-1][1]) if touched else (start, end)


def _resolve(library: Library, party: Party) -> tuple[Said, ...]:
    """Its places, each with the provision of the held document that it opens."""
    if party.outcome != "held" or not any(one.clauses for one in party.said):
        return party.said
    addresses = list_addresses(library, party.nodes[0].id)
    return tuple(replace(one, opens=find_address(addresses, one.clauses)) for one in party.said)


def find_address(addresses: Sequence[str], paths: Sequence[str]) -> str | None:
    """The one of *addresses* that the first of *paths* leads to, else the one that holds it; ``None`` where an
    instrument and the text it encloses both have it.
    """
    steps = paths[0].split(".") if paths else []
    while steps:
        place = ".".join(steps)
        at = [one for one in addresses if one == place or lies_at(read_path(one, ()), place)]
        tops = [one for one in at if one.rpartition(".")[0] not in at]
        if tops:
            return tops[0] if len(tops) == 1 else None
        steps.pop()
    return None


# --- who cites a document ------------------------------------------------------------------------------------


def group_by_document(mentions: Iterable[Mention]) -> list[list[Mention]]:
    """The mentions of each citing document, the newest document first, those of unknown day last."""
    groups: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        groups[mention.document_id].append(mention)
    return sorted(groups.values(), key=lambda own: _day(own[0].metadata), reverse=True)


def _day(metadata: Metadata) -> datetime.date:
    return metadata.date or metadata.event_date or datetime.date.min


def find_about(library: Library, mentions: Sequence[Mention], addresses: Sequence[str], address: str) -> list[Mention]:
    """Those of *mentions* that are about the provision at *address* of the cited document, or about what stands in it.

    Args:
        addresses: Of every provision of the cited document.
    """
    clauses = find_clauses(library, {one.document_id for one in mentions})
    opened: dict[tuple[str, ...], str | None] = {}
    about: list[Mention] = []
    for one in mentions:
        paths = clauses.get((one.document_id, one.citation.start), ())
        if paths not in opened:
            opened[paths] = find_address(addresses, paths)
        found = opened[paths]
        if found == address or (found or "").startswith(f"{address}."):
            about.append(one)
    return about


def find_citing(
    library: Library, groups: Iterable[Sequence[Mention]], addresses: Sequence[str] = ()
) -> tuple[Party, ...]:
    """The documents of *groups*, each with the sentences that cite; read for as many as are shown at a time.

    Args:
        addresses: Of every provision of the cited document, if it is held.
    """
    groups = list(groups)
    ids = [own[0].document_id for own in groups]
    clauses, kinds = find_clauses(library, ids), find_kinds(library, ids)
    found: list[Party] = []
    for own in groups:
        said: list[Said] = []
        for one in own:
            place = one.document_id, one.citation.start
            where = *place[:1], one.address, one.citation.start, one.citation.end
            words = read_sentence(library, *place, one.citation.end)
            paths = clauses.get(place, ())
            said.append(Said(*where, *words, paths, find_address(addresses, paths), kinds.get(place, ())))
        found.append(Party((_node_of(own[0].document_id, own[0].metadata),), tuple(said)))
    return tuple(found)


def find_unsure(library: Library, document_id: str, sure: Iterable[Party]) -> tuple[Party, ...]:
    """The documents that cite it or another of its sign, beside those that are *sure* to; the newest first."""
    known = {node.id for party in sure for node in party.nodes}
    pairs = [pair for pair in library.citing.find_unsure_mentions(document_id) if pair[0].document_id not in known]
    others: dict[str, dict[str, None]] = defaultdict(dict)
    for mention, meaning in pairs:
        others[mention.document_id].update(dict.fromkeys(one for one in (*meaning.held, *meaning.known)))
    nodes = {one.id: one for one in Graph(library).describe({key for keys in others.values() for key in keys})}
    found = find_citing(library, group_by_document(mention for mention, _ in pairs))
    return tuple(
        replace(one, sure=False, or_else=tuple(nodes[key] for key in others[one.nodes[0].id] if key != document_id))
        for one in found
    )


def find_naming(library: Library, places: Iterable[tuple[str, int]]) -> tuple[Party, ...]:
    """The documents that have mentions at *places*, by id and start, each with its sentences; the newest first."""
    starts: dict[str, set[int]] = defaultdict(set)
    for document_id, start in places:
        starts[document_id].add(start)
    documents = sorted(map(library.get, starts), key=lambda one: _day(one.metadata), reverse=True)
    return tuple(
        Party(
            (_node_of(one.id, one.metadata),),
            tuple(_say_of(one, citation) for citation in one.citations if citation.start in starts[one.id]),
        )
        for one in documents
    )


def _node_of(document_id: str, known: Metadata) -> Node:
    day = known.date or known.event_date
    return Node(document_id, known.name, known.number, known.type, known.title, day, "held")


def read_sentence(library: Library, document_id: str, start: int, end: int) -> tuple[str, int]:
    """The sentence around ``[start, end)`` of a held document, and where it begins; the text is not read whole."""
    first = max(0, start - AROUND)
    around = library.read_slice(document_id, first, end + AROUND)
    a, b = cut_sentence(around, start - first, end - first)
    return around[a:b], first + a
