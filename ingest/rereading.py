"""Kept files read anew with the readers and rules of today; what a person corrected stays corrected."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path

from ingest.adding import Readers
from ingest.documents import FromFile
from ingest.errors import ReadingError
from ingest.review import find_doubts
from ingest.store import Library


@dataclass(frozen=True, slots=True)
class Reread:
    """What became of one document.

    Attributes:
        document_id: The one it bears now.
        former_id: The one it bore before.
        changed: Whether a new version was made.
        error: Why its file cannot be read any more; the document stays as it was.
    """

    document_id: str
    former_id: str
    changed: bool = False
    error: ReadingError | None = None
    doubts: tuple[str, ...] = ()


def reread(library: Library, document_ids: Sequence[str], readers: Readers) -> Iterator[Reread]:
    """Read the file of each document anew, yielding as each is done, in their order.

    Where text, record, tree, mentions, pages or passages differ from what is kept, what was read becomes a new
    version, and the former one stays on the shelf.
    """
    ahead: deque[tuple[str, Future[FromFile]]] = deque()
    for document_id in document_ids:
        content, original = library.versions.read_original(document_id)
        file = Path(original.origin.place or original.name)
        ahead.append((document_id, readers.read_from(content, file)))
        if len(ahead) > 2 * readers.workers:
            yield _renew(library, *ahead.popleft())
    while ahead:
        yield _renew(library, *ahead.popleft())


def _renew(library: Library, document_id: str, reading: Future[FromFile]) -> Reread:
    stored = library.get(document_id)
    try:
        read = reading.result().document
    except ReadingError as error:
        return Reread(document_id, document_id, error=error)
    renewed = library.versions.renew(stored, read)
    return Reread(renewed or document_id, document_id, renewed is not None, doubts=find_doubts(read))
