"""A text that comes as a file of its own -> the decision with which it was issued, as the note in its head says."""

from __future__ import annotations

from collections.abc import Iterable

from ingest.models import TITLE, Document
from ingest.patterns.pages import ENCLOSED_NOTE
from ingest.relating.items import Item
from ingest.relating.relation import ENCLOSED_WITH, PLAIN, TextRelation

_LOOK_BEHIND = 40


def find_enclosing(document: Document, items: Iterable[Item]) -> TextRelation | None:
    """Of *items*, the mentions of *document*, that of its decision: "(Ban hành kèm theo Quyết định số …)"."""
    head_end = next((root.end for root in document.tree if root.address == TITLE), 0)
    for item in items:
        if item.start >= head_end:
            return None
        first = max(0, item.start - _LOOK_BEHIND)
        note = ENCLOSED_NOTE.regex.search(document.text[first : item.start])
        if note and item.citation.number != document.metadata.number:
            start = first + max(note.start("words"), note.start("line"))
            return TextRelation(ENCLOSED_WITH, item.key, start, item.end, None, None, PLAIN)
    return None
