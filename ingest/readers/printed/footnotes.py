"""The footnotes of a page, apart from its text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from ingest.patterns.printing import FOOTNOTE_START
from ingest.readers.printed.boxes import Block, Shape

_SMALLER = 0.93  # than the text of the page


def split_footnotes(blocks: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    """*blocks* without the footnotes, and those: small lines at the foot of the page, the first with a mark."""
    if not blocks or blocks[-1].shape is not Shape.PROSE:
        return list(blocks), []
    usual = median(line.size for block in blocks for line in block.lines for _ in line.text)
    last = blocks[-1]
    start = len(last.lines)
    while start and last.lines[start - 1].size < _SMALLER * usual:
        start -= 1
    while start < len(last.lines) and not FOOTNOTE_START.regex.search(last.lines[start].text):
        start += 1
    if start == len(last.lines):
        return list(blocks), []
    above, notes = last.lines[:start], last.lines[start:]
    left, right = min(line.left for line in notes), max(line.right for line in notes)
    kept = [replace(last, lines=above)] if above else []
    return [*blocks[:-1], *kept], [replace(last, lines=notes, left=left, right=right)]
