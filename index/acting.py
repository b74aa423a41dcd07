"""The documents that stand to one in relations that count, with the words that say so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import replace

from index.graph import Edge, Graph
from index.naming.relation_patterns import AMENDS, GUIDES, REPEALS, REPLACES
from index.parts import say_part
from index.referring import Party, Said, read_sentence
from ingest.spelling import fold
from ingest.store import Library
from ingest.store.places import find_innermost, find_leads

_VERBS = {"replaces": REPLACES, "repeals": REPEALS, "amends": AMENDS, "supplements": AMENDS, "guides": GUIDES}
"""What says of some relations that they are meant, over words without marks."""


def find_parties(library: Library, document_id: str, kinds: Collection[str], outwards: bool) -> tuple[Party, ...]:
    """The documents to which *document_id* stands in one of *kinds*, or that stand so to it, the newest first.

    What the catalogue states is among them, and what texts of third documents say.
    """
    around = Graph(library).around(document_id)
    nodes = {node.id: node for node in around.nodes}
    groups: dict[str, list[Edge]] = defaultdict(list)
    for edge in around.edges:
        this, other = (edge.source, edge.target) if outwards else (edge.target, edge.source)
        if edge.kind in kinds and this == document_id:
            groups[other].append(edge)
    parties = []
    for other, edges in groups.items():
        said = join_said(_say_edge(library, edge) for edge in edges if edge.said_in)
        told = [edge for edge in edges if not edge.said_in]
        stated, sure = tuple(dict.fromkeys(edge.kind for edge in told)), {edge.kind for edge in told if edge.sure}
        unverified = tuple(kind for kind in stated if kind not in sure)
        parties.append(Party((nodes[other],), said, stated, any(edge.sure for edge in edges), unverified))
    return tuple(sorted(parties, key=lambda party: party.day, reverse=True))


def join_said(said: Iterable[Said]) -> tuple[Said, ...]:
    """What one sentence says once, however many relations it states: the first, with the kinds and clauses of all."""
    kept: dict[tuple[str, int, str], Said] = {}
    for one in said:
        key = one.document, one.sentence_start, one.part
        first = kept.setdefault(key, one)
        kinds = tuple(dict.fromkeys((*first.kinds, *one.kinds)))
        kept[key] = replace(first, kinds=kinds, clauses=tuple(dict.fromkeys((*first.clauses, *one.clauses))))
    return tuple(kept.values())


def _say_edge(library: Library, edge: Edge) -> Said:
    document_id = str(edge.said_in)
    sentence, first = read_sentence(library, document_id, edge.start, edge.end)
    part = say_part(edge, sentence[edge.start - first : edge.end - first])
    address = find_innermost(library, document_id, edge.start)
    clauses = (edge.clause,) if edge.clause else ()
    head = find_head(library, edge, sentence)
    return Said(
        document_id, address, edge.start, edge.end, sentence, first, clauses, None, (edge.kind,), part, head=head
    )


def find_head(library: Library, edge: Edge, words: str) -> str:
    """The line of the text above *words* that says what is done, where they are an item of a list and do not."""
    verb = _VERBS.get(edge.kind)
    if edge.said_in is None or verb is None or verb.regex.search(fold(words)):
        return ""
    for start, end in find_leads(library, edge.said_in, edge.start):
        lead = library.read_slice(edge.said_in, start, end).rstrip().rpartition("\n")[2]
        if verb.regex.search(fold(lead)):
            return lead
    return ""
