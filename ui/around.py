"""What stands around a document that is read: what it cites and who cites it, as much as is shown at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from index.referring import Party, find_about, find_citing, group_by_document
from ingest.models import Document
from ingest.store import Library, Mention
from ui.visitor import open_held

End = Literal["cites", "cited-by"]
IN_MARGIN = 8
"""Documents of one end that the margin shows."""
ON_PAGE = 25
"""Documents of a page of the whole list."""


@dataclass(frozen=True, slots=True)
class Parties:
    """Documents of one end, and how many there are in all.

    Attributes:
        shown: Those to be drawn, with their sentences.
        documents: How many there are.
        places: In how many places.
        unsure: Of how many of them the words may mean another document of the same sign as well.
    """

    shown: tuple[Party, ...] = ()
    documents: int = 0
    places: int = 0
    unsure: int = 0


@dataclass(frozen=True, slots=True)
class Around:
    """Both ends, of a document or of one provision of it."""

    cites: Parties
    cited_by: Parties


def read_around(
    document: Document, cites: Sequence[Party], mentions: Sequence[Mention], address: str | None = None
) -> Around:
    """What the margin shows.

    Args:
        cites: What the document cites.
        mentions: Where others cite it.
        address: Of the provision alone; ``None`` for the whole.
    """
    return Around(
        read_cites(document, cites, address, 0, IN_MARGIN),
        read_cited_by(mentions, document, address, 0, IN_MARGIN),
    )


def list_mentions(library: Library, document_id: str) -> tuple[Mention, ...]:
    """Where others cite it, surely or not: a sign without a day may be that of several documents."""
    unsure = (replace(one, sure=False) for one, _ in library.citing.find_unsure_mentions(document_id))
    return (*library.cited_by(document_id), *unsure)


def read_cites(document: Document, cites: Sequence[Party], address: str | None, first: int, most: int) -> Parties:
    """*most* of the documents that are cited, from the *first* on, in the order of the text."""
    kept = [*_within(document, cites, address)] if address else cites
    return Parties(tuple(kept[first : first + most]), len(kept), sum(len(one.said) for one in kept))


def read_cited_by(
    mentions: Sequence[Mention], document: Document | None, address: str | None, first: int, most: int
) -> Parties:
    """*most* of the documents that cite, from the *first* on, the newest first; of as many the sentences are read.

    Args:
        document: The cited one, where its text is held.
    """
    if not mentions:
        return Parties()
    addresses = [node.address for node in document.walk()] if document else []
    with open_held() as library:
        kept = find_about(library, mentions, addresses, address) if address else mentions
        return _read_page(library, kept, addresses, first, most)


def _read_page(
    library: Library, mentions: Sequence[Mention], addresses: Sequence[str], first: int, most: int
) -> Parties:
    groups = group_by_document(mentions)
    shown = groups[first : first + most]
    parties = zip(find_citing(library, shown, addresses), shown, strict=True)
    told = tuple(replace(party, sure=any(one.sure for one in own)) for party, own in parties)
    return Parties(told, len(groups), len(mentions), sum(not any(one.sure for one in own) for own in groups))


def _within(document: Document, cites: Iterable[Party], address: str) -> Iterable[Party]:
    """Those that are cited in the provision at *address*, with those places alone."""
    node = document.find_provision(address)
    if node is None:
        return
    for party in cites:
        said = tuple(one for one in party.said if node.start <= one.start < node.end)
        if said:
            yield replace(party, said=said)
