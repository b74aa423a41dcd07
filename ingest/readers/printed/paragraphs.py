"""Lines -> paragraphs, by their places: only where a paragraph ends does a line end stay.

A line that had room for the first word of the next one ends its paragraph. Where every line is full, indents, gaps,
numbering and the marks that end sentences tell.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ingest.patterns.cuts import OPENS_ANEW
from ingest.patterns.headings import TYPE_LINE
from ingest.patterns.numbering import DASH, NUMBERING
from ingest.patterns.pages import RECIPIENTS_LINE, SIGNED_MARK
from ingest.patterns.printing import CUT_FIGURES, CUT_SIGN, CUT_SIGN_GOES_ON, RAISED_MARK
from ingest.patterns.sentences import CONTINUATION, DRAWN_RULE, FINISHED_LINE
from ingest.patterns.signatures import POWER
from ingest.readers.printed.boxes import Block, PrintedPage, Shape, TextLine, reach
from ingest.readers.printed.footnotes import split_footnotes

_INDENT = 0.8  # of the font's height
_LOOSE = 1.25  # a gap between lines so many times the usual one parts paragraphs
_SLACK = 0.6  # of the font's height: a space, and how far from the edge a full line may end
_CENTRED = 2.0
_OTHER_SIZE = 0.12
_LINES_THAT_TELL = 5
_STARTS = (RAISED_MARK, *NUMBERING, OPENS_ANEW, TYPE_LINE, RECIPIENTS_LINE, POWER, SIGNED_MARK)


def write_page(page: PrintedPage, usual: float | None = None) -> str:
    """The text of *page*: its blocks with a blank line between them, its footnotes last.

    *usual* is the edge that the prose of the file reaches, for a page too short to show it.
    """
    blocks, notes = split_footnotes(page.blocks)
    edge = body_right(blocks) or usual or 0.0
    return "\n\n".join(_write_block(block, edge) for block in (*blocks, *notes))


def body_right(blocks: Sequence[Block]) -> float | None:
    """The edge that the lines over the whole width reach on a page; ``None`` if it has too few to tell."""
    lines = [line for block in blocks if block.shape is Shape.PROSE for line in block.lines]
    return reach(lines) if len(lines) >= _LINES_THAT_TELL else None


def _write_block(block: Block, body_edge: float) -> str:
    pieces = [block.lines[0].text]
    edge = max(block.right, body_edge) if block.shape is Shape.PROSE else block.right
    pitch, first = _usual_pitch(block.lines), block.lines[0]
    for before, after in pairwise(block.lines):
        loose = after.top - before.top > _LOOSE * pitch
        if not loose and _goes_on(before, after, first, block, edge):
            pieces.append(_joint(before.text, after.text))
        else:
            pieces.append("\n\n" if loose else "\n")
            first = after
        pieces.append(after.text)
    return "".join(pieces)


def _usual_pitch(lines: Sequence[TextLine]) -> float:
    """Distance from line to line inside paragraphs: half of the distances, at least, are no greater than it."""
    steps = sorted(after.top - before.top for before, after in pairwise(lines))
    return steps[(len(steps) - 1) // 3] if steps else 0.0


def _joint(before: str, after: str) -> str:
    """A sign or a date cut by the line's end, "29/200⏎3/CT-TTg", is whole again; words are parted by a space."""
    if CUT_SIGN.regex.search(before) and CUT_SIGN_GOES_ON.regex.search(after):
        return ""
    return "" if CUT_FIGURES.regex.search(before) and after[0].isdigit() else " "


def _goes_on(before: TextLine, after: TextLine, first: TextLine, block: Block, edge: float) -> bool:
    """Whether the paragraph that begins with *first* holds both lines."""
    if block.shape is Shape.ROWS or DRAWN_RULE.regex.search(before.text):
        return False
    if abs(before.size - after.size) > _OTHER_SIZE * before.size or DRAWN_RULE.regex.search(after.text):
        return False
    if block.shape is Shape.COLUMN:
        return _goes_on_in_column(before, after, first)
    if _is_centred(before, block.left, edge) and _is_centred(after, block.left, edge):
        return False
    if any(pattern.regex.search(after.text) for pattern in _STARTS) and not _is_inside(before, after, edge):
        return False
    return _is_full(before, after, edge) and not _is_new(before, after, block)


def _goes_on_in_column(before: TextLine, after: TextLine, first: TextLine) -> bool:
    """Whether a sentence or an item of a list goes on: names of bodies and posts stand on lines of their own."""
    if before.text.isupper() or POWER.regex.search(before.text) or FINISHED_LINE.regex.search(before.text):
        return False
    if CONTINUATION.regex.search(after.text):
        return True
    item = DASH.regex.search(first.text) is not None
    return item and not any(pattern.regex.search(after.text) for pattern in _STARTS)


def _is_centred(line: TextLine, left: float, right: float) -> bool:
    room_left, room_right = line.left - left, right - line.right
    return min(room_left, room_right) > line.size and abs(room_left - room_right) < _CENTRED * line.size


def _is_inside(before: TextLine, after: TextLine, edge: float) -> bool:
    """Whether a line that looks numbered only goes on with the sentence above: "…quy định tại⏎Điều 5 của"."""
    unfinished = not FINISHED_LINE.regex.search(before.text)
    dash = DASH.regex.match(after.text)
    if dash and after.text[dash.end()].isupper():
        return False
    return unfinished and _is_full(before, after, edge) and after.left <= before.left + 0.3 * after.size


def _is_full(before: TextLine, after: TextLine, edge: float) -> bool:
    """Whether the first word of *after* had no room above."""
    return before.right + after.lead + _SLACK * before.size > edge


def _is_new(before: TextLine, after: TextLine, block: Block) -> bool:
    """Whether *after* opens a paragraph below a full line."""
    indented = after.left - block.left > _INDENT * after.size and after.left > before.left + _INDENT * after.size
    hangs = any(pattern.regex.search(before.text) for pattern in NUMBERING)
    if indented and not hangs:
        return True
    capital = not CONTINUATION.regex.search(after.text) and not after.text[0].isdigit()
    ends = before.text.endswith((";", ":")) or (before.text.isupper() and not after.text.isupper())
    return capital and ends
