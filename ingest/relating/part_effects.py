"""From when the provisions of a document hold, where it says another day of some of them."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.citing.provisions import read_chain
from ingest.citing.units import complete_chains, find_chains
from ingest.models import Document
from ingest.relating.since import Effect, find_part_effects


class PartEffects:
    """The days that a document says of some of its provisions, beside that of *all*."""

    def __init__(self, document: Document, everything: Effect) -> None:
        self._all = everything
        spans = {one.address: (one.start, one.end) for one in document.walk()}
        self._parts = [(*spans[path], effect) for path, effect in _read_parts(document) if path in spans]

    def __bool__(self) -> bool:
        """Whether it says any."""
        return bool(self._parts)

    def find(self, position: int) -> Effect:
        """From when what is said at *position* holds: by the smallest of the provisions that hold it."""
        holding = [(end - start, place) for place, (start, end, _) in enumerate(self._parts) if start <= position < end]
        return self._parts[min(holding)[1]][2] if holding else self._all


def _read_parts(document: Document) -> Iterator[tuple[str, Effect]]:
    for words, effect in find_part_effects(document.text, document.metadata.date):
        for chain in complete_chains(words, find_chains(words, {}, ())):
            if not chain.says_this:
                yield from ((reference.path, effect) for reference in read_chain(chain))
