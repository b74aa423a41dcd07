"""What a document stands on and what it promulgates: its legal bases, and the text it holds."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.layout import Layout
from ingest.lines import Line
from ingest.patterns.head import LEGAL_BASIS, PROMULGATES
from ingest.patterns.numbering import ARTICLE, CHAPTER, PART, ROMAN
from ingest.patterns.words import HEADING_TYPES
from ingest.record.facts import IN_TEXT, PRINTED, Fact
from ingest.spelling import unify_spelling

_TYPES = {unify_spelling(name.lower()): name for name in HEADING_TYPES}
_FORMS = ("Phụ lục", "Thông báo", "Báo cáo", "Biên bản", "Hợp đồng", "Danh sách", "Tờ khai", "Tờ trình", "Công văn")
"""What is attached to be filled in or looked up, and no text that is promulgated; with every Giấy, Đơn, Phiếu, Bản."""
_KINDS_OF_FORMS = ("Giấy ", "Đơn ", "Phiếu", "Bản ")
_PREAMBLE_LINES = 40


def read_bases(body: Sequence[Line]) -> list[Fact[str]]:
    """The lines "Căn cứ …" above the first number."""
    found = []
    for line in body[:_PREAMBLE_LINES]:
        if any(pattern.regex.search(line.text) for pattern in (ARTICLE, CHAPTER, PART, ROMAN)):
            break
        match = LEGAL_BASIS.regex.search(line.text)
        if match:
            start = line.start + (len(line.text) - len(line.text.lstrip("-–+* ")))
            end = line.start + len(line.text.rstrip(" ;,."))
            found.append(Fact(line.text, start, end, PRINTED))
    return found


def read_enclosed(layout: Layout) -> Fact[str] | None:
    """The type of the text that an article promulgates "kèm theo Quyết định này", if the file holds it."""
    held = {enclosure.type for enclosure in layout.enclosures}
    for line in layout.body:
        match = PROMULGATES.regex.search(line.text)
        kind = _TYPES[unify_spelling(" ".join(match["kind"].lower().split()))] if match else None
        if match and kind and kind in held and kind not in _FORMS and not kind.startswith(_KINDS_OF_FORMS):
            return Fact(kind, line.start + match.start("kind"), line.start + match.end("kind"), IN_TEXT)
    return None
