"""The answer of who issued a text that has no sign of its own: the document that encloses it, held or catalogued."""

from __future__ import annotations

from collections.abc import Iterator

from index.answer import Answer
from index.graph import Graph, Node
from index.naming.issuing import IssuedText, fits_title, read_issued_name
from index.query import Query
from index.referring import Party, Said, cut_sentence
from index.relations import Relations
from index.replying.relations import answer_with_relations, judge_relations
from index.search import Searcher
from ingest.catalog import find_record_by_id, read_catalog
from ingest.models import Document
from ingest.patterns.head import PROMULGATES
from ingest.store import Library
from ingest.store.places import find_innermost

ISSUES = "promulgates"


def reply_with_issuer(searcher: Searcher, query: Query, asked: IssuedText) -> Answer | None:
    """The documents that issued what is *asked*, the newest first; ``None`` where none is known to have."""
    with searcher.reading() as library:
        found = _find_fitting(library, asked)
        if not found:
            return None
        nodes = Graph(library).describe(found)
        parties = tuple(_tell(library, node) for node in nodes)
        name = read_issued_name(nodes[0].title or "") if len(nodes) == 1 else asked.name
        subject = Node(name, name, None, None, None, None, "unknown")
        relations = Relations(subject, "in", (ISSUES,), parties)
        judged = judge_relations(searcher, library, relations, query.as_of)
    return answer_with_relations(query, (judged,))


def _find_fitting(library: Library, asked: IssuedText) -> list[str]:
    """Ids of those whose titles say so best."""
    titles = {one.id: one.metadata.title or "" for one in library.documents()}
    titles |= {one.id: one.title for one in read_catalog() if not library.citing.find_copies(one)}
    ranks = {key: rank for key, title in titles.items() if (rank := fits_title(asked, title)) is not None}
    return [key for key, rank in ranks.items() if rank == min(ranks.values())]


def _tell(library: Library, node: Node) -> Party:
    """The document with the words that say so: its own article, or what the catalogue knows."""
    if node.held == "held":
        return Party((node,), tuple(_find_words(library, library.get(node.id))))
    record = find_record_by_id(node.id)
    sure = bool(record and record.evidence_of("title").verified)
    return Party((node,), (), (ISSUES,), sure, () if sure else (ISSUES,))


def _find_words(library: Library, document: Document) -> Iterator[Said]:
    """The first sentence of an article that promulgates; none where only the title does."""
    for found in PROMULGATES.regex.finditer(document.text):
        address = find_innermost(library, document.id, found.start())
        if address and address.startswith("dieu-"):
            first, last = cut_sentence(document.text, *found.span())
            yield Said(document.id, address, *found.span(), document.text[first:last], first, kinds=(ISSUES,))
            return
