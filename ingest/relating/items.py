"""A cited document as a sentence names it: with the provisions of it that stand before its name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.mentions import Citation, Reference
from ingest.models import Document
from ingest.patterns.provisions import UNIT
from ingest.patterns.relation_lists import SHARES_TYPE

_LONGEST_JOINT = 20


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


def find_unit_word(text: str, item: Item, reference: Reference) -> int:
    """Where the words of a provision of *item* begin: "Điều 143, 144 Bộ luật" is of the second, too."""
    before = [one.start for one in item.references if one.start <= reference.start]
    return next((start for start in reversed(before) if UNIT.regex.match(text, start)), before[0])


def find_type_word(text: str, items: Sequence[Item], place: int) -> int:
    """Where the words for the document at *place* of *items* begin: in a list the first alone may say its type."""
    while place and not _says_type(items[place].citation):
        between = text[items[place - 1].end : items[place].start]
        if len(between) > _LONGEST_JOINT or not SHARES_TYPE.regex.search(between):
            break
        place -= 1
    return items[place].start


def _says_type(citation: Citation) -> bool:
    kind = (citation.type or "").casefold().partition(" ")[0]
    return not kind or citation.text.casefold().startswith(kind)
