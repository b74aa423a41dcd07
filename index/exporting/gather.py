"""Collected passages -> excerpts with their sources, each compared with its document character by character."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.brief_names import name_briefly
from index.changes import Changes
from index.describe_validity import warn_of
from ingest.desk.values import Collected
from ingest.models import Metadata
from ingest.reference import refer
from ingest.store import Library


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
    if library.read_slice(one.document, one.start, one.end) == one.words:
        return one.start, one.address
    document = library.get(one.document)
    start = document.text.find(one.words)
    if start < 0 or document.text.find(one.words, start + 1) >= 0:
        return None
    within = [node.address for node in document.walk_to(start)]
    return start, within[-1] if within else one.address


def number_sources(excerpts: Iterable[Excerpt]) -> dict[str, int]:
    """Id of each document -> its number in the list of sources, from 1."""
    ids = dict.fromkeys(one.collected.document for one in excerpts)
    return {document: number for number, document in enumerate(ids, start=1)}
