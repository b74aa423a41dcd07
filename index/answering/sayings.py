"""Which pieces of a question a passage says itself, or the headings above it; not the name of its document alone."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence

from index.answering.coverage import Scale
from index.query import Query
from index.segment import syllables
from index.tokens import Token, Unit
from ingest.spelling import fold
from ingest.store import Library
from ingest.store.stock import read_slices

MOST_CHARACTERS = 30_000_000
"""Of all that is kept: some 15 000 pages."""

Said = tuple[str, str]
"""The syllables of a text, a space before and after each; and the same without their marks."""


class Sayings:
    """What passages say, by document, kept while the library stays as it is; several threads may share it."""

    def __init__(self, most: int = MOST_CHARACTERS) -> None:
        self._most = most
        self._lock = threading.Lock()
        self._state = ""
        self._kept: OrderedDict[str, Mapping[int, Said]] = OrderedDict()
        self._sizes: dict[str, int] = {}

    def read(self, library: Library, document_id: str) -> Mapping[int, Said]:
        """Number of each passage of a document -> what it says, with the headings above it."""
        state = library.state
        with self._lock:
            if self._state != state:
                self._state = state
                self._kept.clear()
                self._sizes.clear()
            if document_id in self._kept:
                self._kept.move_to_end(document_id)
                return self._kept[document_id]
        found = dict(_read(library, document_id))  # outside of the lock: others need not wait for it
        with self._lock:
            if self._state == state:
                self._kept[document_id] = found
                self._sizes[document_id] = sum(len(marked) for marked, _ in found.values())
                while len(self._kept) > 1 and sum(self._sizes.values()) > self._most:
                    del self._sizes[self._kept.popitem(last=False)[0]]
        return found


def _read(library: Library, document_id: str) -> Iterator[tuple[int, Said]]:
    above: dict[tuple[str, ...], str] = {}
    for one in read_slices(library, document_id):
        if one.headings not in above:
            above[one.headings] = " ".join(syllables("\n".join(one.headings)))
        yield one.passage_id, say(f"{above[one.headings]} {one.text}" if one.headings else one.text)


def say(text: str) -> Said:
    """What *text* says.

    >>> say("Công tác dân vận.")
    (' công tác dân vận ', ' cong tac dan van ')
    """
    said = f" {' '.join(syllables(text))} "
    return said, fold(said)


def measure_said(query: Query, scale: Scale, said: Said) -> float:
    """Share of the content of *query* that is *said*, 0 to 1; a piece of it is said whole or not at all."""
    held = (weight for unit, weight in zip(query.units, scale.weights, strict=True) if _says(said, unit))
    return sum(held) / scale.total if scale.total else 0.0


def _says(said: Said, unit: Unit) -> bool:
    return any(_stands(said, wording) for wording in unit.alternatives)


def _stands(said: Said, wording: Sequence[Token]) -> bool:
    """Whether the syllables of *wording* stand side by side; a bare one stands for every spelling of it."""
    marked, bare = said
    if all(token.marked for token in wording):
        return f" {' '.join(token.text for token in wording)} " in marked
    return f" {' '.join(fold(token.text) for token in wording)} " in bare and all(
        f" {token.text} " in marked for token in wording if token.marked
    )
