"""Tree -> passages: the units that are searched and quoted."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from ingest.lines import is_furniture
from ingest.models import TITLE, Document, Passage, Provision
from ingest.patterns.sentences import NO_SENTENCE_END, SENTENCE_END

LONGEST_PASSAGE = 1200
"""Code points; a longer paragraph is cut between sentences. Half of what the default model reads."""
LONGEST_ROWS = 600
"""Code points of the rows of a table that are one passage, beside its header; a longer row stands alone."""
_LONGEST_SHORTENING = 30


def make_passages(document: Document) -> tuple[Passage, ...]:
    """Passages in the order of the text.

    Together with the headings they hold every letter of the text, each once; rules and page numbers at the ends of
    a passage are left out; so is the header of a table where no row stands beside it, as it goes with every row.
    Rows stay whole, but for one that is longer than two passages.
    """
    return tuple(passage for root in document.tree for passage in _of_provision(document, root, ()))


def find_sentences(text: str, start: int = 0, end: int | None = None) -> tuple[tuple[int, int], ...]:
    """Spans of the sentences, and of the clauses between semicolons, in ``text[start:end]``.

    Spans are offsets into *text*, without white space at their ends, in order.
    """
    end = len(text) if end is None else end
    spans: list[tuple[int, int]] = []
    first = start
    for match in SENTENCE_END.regex.finditer(text, start, end):
        before = text[max(first, match.start() - _LONGEST_SHORTENING) : match.start() + 1]
        if match[0].strip() and NO_SENTENCE_END.regex.search(before):
            continue
        spans.append((first, match.end()))
        first = match.end()
    spans.append((first, end))
    trimmed = (_trim(text, *span) for span in spans)
    return tuple((a, b) for a, b in trimmed if a < b)


def find_statements(document: Document, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Spans of the sentences and clauses in ``document.text[start:end]``; of a table, of its rows."""
    rows = [row for table in document.tables for row in table.rows if row.start < end and start < row.end]
    spans: list[tuple[int, int]] = []
    at = start
    for row in rows:
        spans += find_sentences(document.text, at, max(at, row.start))
        spans.append((max(start, row.start), min(end, row.end)))
        at = spans[-1][1]
    return (*spans, *find_sentences(document.text, at, end))


def _of_provision(document: Document, node: Provision, above: tuple[str, ...]) -> Iterator[Passage]:
    start, end = _trim_furniture(document.text, *_trim(document.text, node.text_start, node.text_end))
    headings = above if node.heading is None or node.address == TITLE else (*above, node.heading)
    if start < end and node.text_start < node.text_end:
        for a, b in _cut(document, start, end):
            table = document.find_table(a)
            if table is None or b > table.end or not table.names_columns(a, b):
                header = table.find_header(document.text, a) if table else None
                yield Passage(document.id, node.address, headings, a, b, document.text[a:b], header)
    for child in node.children:
        yield from _of_provision(document, child, headings)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), max(start, end - len(piece) + len(piece.rstrip()))


def _trim_furniture(text: str, start: int, end: int) -> tuple[int, int]:
    """*start, end* without the rules and page numbers at both ends; empty where there is nothing else."""
    while start < end and is_furniture(text[(last := max(start, text.rfind("\n", start, end))) : end]):
        start, end = _trim(text, start, last)
    while start < end and is_furniture(text[start : (after := _line_end(text, start, end))]):
        start, end = _trim(text, after, end)
    return start, end


def _line_end(text: str, start: int, end: int) -> int:
    found = text.find("\n", start, end)
    return end if found < 0 else found


def _cut(document: Document, start: int, end: int) -> Iterator[tuple[int, int]]:
    """*start, end* as spans of at most the longest passage, cut between sentences or rows, else between words."""
    text = document.text
    ends: list[int] | None = None
    while end - start > (longest := _find_longest(document, start)):
        ends = [b for _, b in find_statements(document, start, end)] if ends is None else ends
        limit = start + longest
        whole = bisect_right(ends, limit)
        cut = ends[whole - 1] if whole else start
        if cut <= start and longest == LONGEST_ROWS:
            cut = ends[whole] if ends[whole] - start <= 2 * LONGEST_PASSAGE else start
        if cut <= start:
            cut = max(text.rfind(" ", start + 1, limit), text.rfind("\n", start + 1, limit))
        if cut <= start:
            cut = limit
        yield _trim(text, start, cut)
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield start, end


def _find_longest(document: Document, start: int) -> int:
    """How long the passage that begins at *start* may be."""
    return LONGEST_ROWS if document.find_table(start) else LONGEST_PASSAGE
