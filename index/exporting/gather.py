"""Collected passages -> excerpts with their sources, each compared with its document character by character."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from index.brief_names import name_briefly
from index.changes import Changes
from index.describe_validity import warn_of
from ingest.desk.values import Collected
from ingest.models import Metadata
from ingest.reference import refer
from ingest.store import Library
from ingest.store.stock import find_spans


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A passage that stands in its document today, word for word.

    Attributes:
        start: First character in ``Document.text`` of today.
        end: One past the last.
        address: Of the provision that it stands in today.
        place: Where it stands, as an office cites it: ``"khoản 2 Điều 5 Quy định số …, ngày … của …"``.
        warning: That its document was replaced, repealed or amended; empty where nobody says so.
    """

    collected: Collected
    metadata: Metadata
    start: int
    end: int
    address: str
    place: str
    warning: str = ""

    @property
    def words(self) -> str:
        """The slice."""
        return self.collected.words


@dataclass(frozen=True, slots=True)
class Lost:
    """A passage that cannot be handed out as a quote.

    Attributes:
        held: Whether its document is still in use, so that its text has changed; else it was removed.
    """

    collected: Collected
    held: bool


@dataclass(frozen=True, slots=True)
class Gathered:
    """What was collected, in its order: what stands, and what does not any more."""

    excerpts: tuple[Excerpt, ...]
    lost: tuple[Lost, ...]

    @property
    def sources(self) -> tuple[str, ...]:
        """The documents of the excerpts, each once, by its id, in the order of first use."""
        return tuple(dict.fromkeys(one.collected.document for one in self.excerpts))


def gather(library: Library, changes: Changes, collected: Sequence[Collected]) -> Gathered:
    """Compare each of *collected* with its document of today.

    A text that was read anew may have moved: words that stand in it once, elsewhere, are quoted from there.
    """
    collected = _call_by_present_ids(library, collected)
    records = library.find_records(one.document for one in collected)
    standings = changes.find(library, list(records))
    excerpts, lost = [], []
    for one in collected:
        metadata = records.get(one.document)
        found = _find(library, one) if metadata else None
        if metadata is None or found is None:
            lost.append(Lost(one, held=metadata is not None))
            continue
        start, address = found
        warning = warn_of(name_briefly(metadata), standings[one.document])
        span = start, start + len(one.words)
        excerpts.append(Excerpt(one, metadata, *span, address, refer(metadata, address), warning))
    return Gathered(tuple(excerpts), tuple(lost))


def _find(library: Library, one: Collected) -> tuple[int, str] | None:
    """Where its words begin, and the provision: where they were taken, else at the one other place where they stand."""
    stands = library.read_slice(one.document, one.start, one.end) == one.words
    if stands and _lies_at(library, one):
        return one.start, one.address
    document = library.get(one.document)
    start = one.start if stands else document.text.find(one.words)
    if start < 0 or (not stands and document.text.find(one.words, start + 1) >= 0):
        return None
    around = list(document.walk_to(start))
    whole = [node.address for node in around if start + len(one.words) <= node.end]
    return start, (whole or [node.address for node in around] or [one.address])[-1]


def _lies_at(library: Library, one: Collected) -> bool:
    """Whether the provision bears that address today; another version may have it under another number."""
    spans = find_spans(library, [(one.document, one.address)]).values()
    return any(start <= one.start < end for start, end in spans)


def _call_by_present_ids(library: Library, collected: Sequence[Collected]) -> list[Collected]:
    """Each with the id that its document bears today: a corrected sign or date gave it another."""
    now = library.find_renamed(one.document for one in collected)
    return [replace(one, document=now.get(one.document, one.document)) for one in collected]


def number_sources(excerpts: Iterable[Excerpt]) -> dict[str, int]:
    """Id of each document -> its number in the list of sources, from 1."""
    ids = dict.fromkeys(one.collected.document for one in excerpts)
    return {document: number for number, document in enumerate(ids, start=1)}
