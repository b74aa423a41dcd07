"""What is known of documents without their texts: the relations of the catalogue, and what others call a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.circle import Edge, Node
from ingest.agreeing import find_agreed
from ingest.citing.laws import LAW_KINDS
from ingest.mentions import CitedAs
from ingest.records import Record, Relation

_ACTING = {
    "replaced_by": "replaces",
    "amended_by": "amends",
    "continued_by": "continues",
    "reviewed_by": "reviews",
    "guided_by": "guides",
    "basis_of": "based_on",
    "later": "follows",
}
"""What the catalogue says of the earlier document -> the same, said of the later one."""


def call_unknown(key: str, cited: Sequence[CitedAs]) -> Node:
    """A document that only texts speak of, by what those agree on that *cited* it so."""
    first = cited[0]
    kind = find_agreed(one.type for one in cited) or first.type
    day = find_agreed(one.date for one in cited)
    title = next((one.name for one in cited if one.name and kind in LAW_KINDS), None)
    signed = " số ".join(filter(None, (title or kind, first.number)))  # vi: a name
    called = signed if first.number else first.name or key
    return Node(key, called, first.number, kind, None, day, "unknown")


def read_record(key: str, record: Record) -> Iterator[Edge]:
    """The relations of a catalogued document, as the acting document has them."""
    for one in record.relations:
        if one.kind != "same_sign":
            yield _edge_of_record(key, one)


def _edge_of_record(key: str, relation: Relation) -> Edge:
    other, sure = relation.id, relation.evidence.verified
    if acting := _ACTING.get(relation.kind):
        return Edge(other, key, acting, sure=sure)
    return Edge(key, other, relation.kind, sure=sure)
