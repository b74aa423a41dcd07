"""A cited document as a sentence names it: with the provisions of it that stand before its name."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from ingest.mentions import Citation, Reference
from ingest.models import Document


@dataclass(frozen=True, slots=True)
class Item:
    """A citation and the provisions of it that are named with it: "khoản 2 Điều 5 và Điều 7 Quy định số …".

    Attributes:
        start: First character of the provisions, or of the name where there are none.
        references: In the order of the text.
    """

    citation: Citation
    start: int
    references: tuple[Reference, ...]

    @property
    def key(self) -> int:
        """What a relation calls it by."""
        return self.citation.start

    @property
    def end(self) -> int:
        """One past its name."""
        return self.citation.end

    def paths_behind(self, position: int) -> tuple[str | None, ...]:
        """The provisions named from *position* on; the whole, as ``None``, where there are none."""
        return tuple(one.path for one in self.references if one.start >= position) or (None,)


def gather_items(document: Document) -> list[Item]:
    """Every citation with its provisions, in the order of the text."""
    owned: dict[int, list[Reference]] = defaultdict(list)
    for reference in document.references:
        if reference.cited is not None:
            owned[reference.cited].append(reference)
    items: list[Item] = []
    floor = 0
    for citation in document.citations:
        mine = tuple(one for one in owned[citation.start] if floor <= one.start < citation.start)
        items.append(Item(citation, mine[0].start if mine else citation.start, mine))
        floor = citation.end
    return items
