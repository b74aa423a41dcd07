"""A text -> the sentences that name other documents, and where each stands: title, opening, body, quoted amendment."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from ingest.models import CLOSING, OPENING, RECIPIENTS, SIGNATURE, TITLE, Document, Provision
from ingest.patterns.amending import OPENS_CHANGE
from ingest.patterns.numbering import TABLE_ROW
from ingest.patterns.relation_lists import HEADS_LIST
from ingest.patterns.relations import (
    BASES_HEADING,
    LIST_ITEM,
    OPENS_MEMBER,
    PARAGRAPH_MARK,
    QUOTED_BLOCK,
    UNFINISHED_LINE,
    VERB,
)
from ingest.patterns.sentences import CONTINUATION, FINISHED_LINE, NO_SENTENCE_END, SENTENCE_END
from ingest.relating.items import Item

_UNNUMBERED = (TITLE, OPENING, CLOSING, RECIPIENTS, SIGNATURE)
_OPENING = 160
_LONGEST_BASES_HEADING = 100
_BETWEEN_TYPE_AND_TITLE = re.compile(r"[\W_]*")


class Place(Enum):
    """Where a statement stands; it says how far its verbs are the document's own acts."""

    TITLE = auto()
    OPENING = auto()
    BODY = auto()
    QUOTED = auto()
    BASES = auto()
    """A list below the heading "Căn cứ"."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence, with the list below it where it leads one in.

    Attributes:
        start: First character behind the number or dash of its paragraph.
        first: Whether it begins its paragraph.
    """

    start: int
    end: int
    place: Place
    first: bool


@dataclass(frozen=True, slots=True)
class _Paragraph:
    start: int
    end: int


def find_statements(document: Document, items: Sequence[Item]) -> list[Statement]:
    """The statements that name a document, or that begin with a verb and may change a provision; in order."""
    return _Reader(document, items).read()


class _Reader:
    def __init__(self, document: Document, items: Sequence[Item]) -> None:
        self._text = document.text
        self._starts = [item.start for item in items]
        self._quotes = [match.span("inside") for match in QUOTED_BLOCK.regex.finditer(document.text)]
        self._quote_starts = [start for start, _ in self._quotes]
        self._head_end = next((root.end for root in document.tree if root.address == TITLE), 0)
        self._title = _find_title(document)
        self._openings = list(_find_openings(document))

    def read(self) -> list[Statement]:
        found = [Statement(*self._title, Place.TITLE, True)] if self._title else []
        paragraphs = list(_gather_paragraphs(self._text, self._head_end))
        i = 0
        while i < len(paragraphs):
            below = self._list_end(paragraphs, i)
            if below > i + 1 and BASES_HEADING.regex.search(self._slice(paragraphs[i])):
                found.append(Statement(paragraphs[i].start, paragraphs[below - 1].end, Place.BASES, True))
            elif below > i + 1:
                found += self._read_paragraph(paragraphs[i], paragraphs[below - 1].end)
            else:
                found += self._read_paragraph(paragraphs[i], paragraphs[i].end)
            i = below
        return found

    def _slice(self, paragraph: _Paragraph) -> str:
        return self._text[paragraph.start : paragraph.end]

    def _list_end(self, paragraphs: Sequence[_Paragraph], i: int) -> int:
        """One past the last of the paragraphs below *i* that are a list of documents which it leads in."""
        end = i + 1
        if not self._leads_in(self._slice(paragraphs[i])):
            return end
        for place in range(i + 1, len(paragraphs)):
            if self._is_member(paragraphs[place]):
                end = place + 1
            elif not self._is_nameless_row(paragraphs[place]):
                break
        return end

    def _leads_in(self, words: str) -> bool:
        if HEADS_LIST.regex.search(words) or (words.rstrip().endswith(":") and VERB.regex.search(words)):
            return True
        return len(words) < _LONGEST_BASES_HEADING and BASES_HEADING.regex.search(words) is not None

    def _is_member(self, paragraph: _Paragraph) -> bool:
        """Whether it begins with a document, behind the mark of the list: "2. Các Chỉ thị số …"."""
        found = bisect_left(self._starts, paragraph.start)
        if found == len(self._starts) or self._starts[found] >= paragraph.end:
            return False
        return OPENS_MEMBER.regex.search(self._text[paragraph.start : self._starts[found]]) is not None

    def _is_nameless_row(self, paragraph: _Paragraph) -> bool:
        """Whether it is a row of a table that names no document: the head, or the name of a group."""
        named = self._names_any(paragraph.start, paragraph.end)
        return not named and TABLE_ROW.regex.search(self._slice(paragraph)) is not None

    def _read_paragraph(self, paragraph: _Paragraph, end: int) -> Iterator[Statement]:
        """The sentences of *paragraph*; the last goes on to *end*, over the list below."""
        opening = self._text[paragraph.start : min(paragraph.end, paragraph.start + _OPENING)]
        changes = OPENS_CHANGE.regex.search(opening) is not None
        if not (changes or self._names_any(paragraph.start, end)):
            return
        mark = PARAGRAPH_MARK.regex.match(opening)
        begins = paragraph.start + (mark.end() if mark else 0)
        cuts = [*self._cuts(begins, paragraph.end), end]
        for first, last in zip([begins, *cuts], cuts, strict=False):
            opens = first == begins
            if self._names_any(first, last) or (changes and opens):
                yield Statement(first, last, self._place(first), opens)

    def _names_any(self, start: int, end: int) -> bool:
        return bisect_left(self._starts, start) < bisect_left(self._starts, end)

    def _cuts(self, start: int, end: int) -> list[int]:
        """Where sentences end and quoted texts begin and end."""
        cuts = [stop for pair in self._quotes_within(start, end) for stop in pair if start < stop < end]
        for match in SENTENCE_END.regex.finditer(self._text, start, end):
            ends = match[0][0] != ";" and not NO_SENTENCE_END.regex.search(
                self._text, max(start, match.start() - 10), match.start() + 1
            )
            if ends and start < match.end() < end and not match[0].isspace():
                cuts.append(match.end())
        return sorted(set(cuts))

    def _quotes_within(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        for i in range(max(0, bisect_right(self._quote_starts, start) - 1), len(self._quotes)):
            if self._quotes[i][0] >= end:
                return
            yield self._quotes[i]

    def _place(self, start: int) -> Place:
        i = bisect_right(self._quote_starts, start) - 1
        if i >= 0 and start < self._quotes[i][1]:
            return Place.QUOTED
        return Place.OPENING if any(first <= start < end for first, end in self._openings) else Place.BODY


def _find_title(document: Document) -> tuple[int, int] | None:
    """The title, with the type above it where nothing stands between: "HƯỚNG DẪN / thực hiện Quy định số …"."""
    spans = {finding.field: finding for finding in reversed(document.findings) if finding.field in ("title", "type")}
    title, kind = spans.get("title"), spans.get("type")
    if title is None:
        return None
    above = kind and kind.end <= title.start and _BETWEEN_TYPE_AND_TITLE.fullmatch(document.text, kind.end, title.start)
    return (kind.start if kind and above else title.start), title.end


def _find_openings(document: Document) -> Iterator[tuple[int, int]]:
    """What stands above the first numbered provision, in the document and in each text that it encloses.

    A document without any is all opening.
    """
    numbered = (root.start for root in document.tree if not _is_unnumbered(root))
    yield 0, min(numbered, default=len(document.text))
    for root in document.tree:
        for child in root.children:
            if child.address == f"{root.address}.{OPENING}":
                yield child.start, child.end


def _is_unnumbered(root: Provision) -> bool:
    return root.address in _UNNUMBERED or root.address.startswith("doan-")


def _gather_paragraphs(text: str, start: int) -> Iterator[_Paragraph]:
    """The lines from *start* on, those that go on from the line above put to it."""
    held: _Paragraph | None = None
    for match in re.compile(r"[^\n]+").finditer(text, start):
        if not match[0].strip():
            continue
        if held and _goes_on(match[0].lstrip()[:20], text[max(held.start, held.end - 12) : held.end].rstrip()):
            held = _Paragraph(held.start, match.end())
            continue
        if held:
            yield held
        held = _Paragraph(*match.span())
    if held:
        yield held


def _goes_on(begins: str, ended: str) -> bool:
    """Whether a line that *begins* so goes on from one that *ended* so."""
    if begins[0].islower() and CONTINUATION.regex.search(begins):
        return FINISHED_LINE.regex.search(ended) is None
    return UNFINISHED_LINE.regex.search(ended) is not None and LIST_ITEM.regex.search(begins) is None
