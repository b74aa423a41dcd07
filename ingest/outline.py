"""Lines of a body -> an outline: which line stands under which, by its marker.

Where a marker can be read in two ways, the one that goes on counting wins; lists nest in the order they first appear.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ingest.levels import (
    ARTICLE_LEVEL,
    FREE_LEVELS,
    LETTER_LEVEL,
    NUMBER_LEVEL,
    POINT_LEVEL,
    ROMAN_LEVEL,
    ROOT_LEVEL,
    SECTION_LEVEL,
    SIBLINGS_ANYWHERE,
    Level,
    Mark,
    read_marks,
)
from ingest.lines import Line
from ingest.patterns.numbering import LEAD_IN, RECITAL
from ingest.patterns.pages import ADOPTION_WORDS, CLOSING_WORDS, END_MARK
from ingest.patterns.sentences import FINISHED_LINE, INNER_END
from ingest.quoted import find_quoted

_LONGEST_HEADING = 220
_LONGEST_NUMBERED_HEADING = 120
_LONGEST_PLAIN_HEADING = 60
_INSIDE_ROMAN = {LETTER_LEVEL: 35, SECTION_LEVEL: 36}
"""Their rank where Roman sections came first; they stand above these otherwise."""


@dataclass(slots=True)
class Node:
    """A marked line with what stands below it: further nodes and unmarked paragraphs, in order."""

    line: Line
    mark: Mark
    rank: int
    parts: list[Node | Line] = field(default_factory=list)

    @property
    def level(self) -> Level:
        """The kind of provision."""
        return self.mark.level

    @property
    def ordinal(self) -> str:
        """As printed; empty for a bullet."""
        return self.mark.ordinal

    @property
    def content(self) -> str:
        """The marked line without its marker."""
        return self.line.text[self.mark.end :]

    def nodes(self) -> Iterator[Node]:
        """The marked parts."""
        return (part for part in self.parts if isinstance(part, Node))


def build_outline(lines: Sequence[Line]) -> Node:
    """A root whose parts hold every line once, in the order of the text."""
    root = Node(Line(0, 0, "", after_blank=False), Mark(ROOT_LEVEL, "", (), "", 0), ROOT_LEVEL.rank)
    stack, ranks = [root], dict[Level, int]()
    quoted = find_quoted(lines)
    for i, line in enumerate(lines):
        mark = None if i in quoted else _choose(read_marks(line), stack)
        if mark is None:
            while i not in quoted and _is_item(stack[-1]) and not _is_item_heading(stack[-1], stack[-2]):
                stack.pop()
            stack[-1].parts.append(line)
            continue
        node = Node(line, mark, _rank(mark, stack, ranks))
        del stack[_depth(node, stack) :]
        stack[-1].parts.append(node)
        stack.append(node)
    _lift_closing(root)
    return root


def is_heading(node: Node) -> bool:
    """Whether a marked line names what follows rather than saying it."""
    content = node.content
    if not content or len(node.line.text) > _LONGEST_HEADING or INNER_END.regex.search(content):
        return False
    if content.endswith(":"):
        return len(content) <= _LONGEST_PLAIN_HEADING and not LEAD_IN.regex.search(content)
    if FINISHED_LINE.regex.search(content) or content.endswith(","):
        return False
    if node.level.rank < NUMBER_LEVEL.rank or content.isupper():
        return True
    return len(content) <= (_LONGEST_PLAIN_HEADING if "," in content else _LONGEST_NUMBERED_HEADING)


def is_recital(node: Node) -> bool:
    """Whether it is a bullet of a preamble: whatever it leads in is the whole document."""
    return node.level.bullet and RECITAL.regex.search(node.content) is not None


def _is_item(node: Node) -> bool:
    return node.level.bullet or node.level is POINT_LEVEL


def _is_item_heading(node: Node, above: Node) -> bool:
    """Whether a point or bullet names the paragraph below it: short, with no end mark, and not one of a bare list."""
    if node.parts or len(node.content) > _LONGEST_PLAIN_HEADING or not is_heading(node):
        return False
    before = above.parts[-2] if len(above.parts) > 1 else None
    bare_list = isinstance(before, Node) and not before.parts and not FINISHED_LINE.regex.search(before.line.text)
    return not bare_list


def _choose(marks: Iterable[Mark], stack: Sequence[Node]) -> Mark | None:
    """The reading that goes on counting, in the same style before another; else of the sure ones the first to open.

    "i)" is the first of its list far more often than a ninth that eight others are missing before.
    """
    readings = list(marks)
    if len(readings) > 1 or (readings and not readings[0].sure):
        going_on = [
            (mark.style != above.mark.style, not mark.sure, -depth, i)
            for depth, above in enumerate(stack)
            for i, mark in enumerate(readings)
            if mark.ordinal and mark.goes_on(above.level, above.mark.place)
        ]
        if going_on:
            return readings[min(going_on)[-1]]
    sure = [mark for mark in readings if mark.sure]
    opening = next((mark for mark in sure if mark.first), None)
    return opening or next(iter(sure), None)


def _rank(mark: Mark, stack: Sequence[Node], ranks: dict[Level, int]) -> int:
    """Smaller stands higher; "1.1" stands below "1". What was met first says how letters and Roman digits nest.

    The rank of a level that is met for the first time is put down in *ranks*.
    """
    if mark.level not in ranks:
        inside = mark.first and mark.level in _INSIDE_ROMAN and any(above.level is ROMAN_LEVEL for above in stack)
        ranks[mark.level] = _INSIDE_ROMAN[mark.level] if inside else mark.level.rank
    return ranks[mark.level] + max(0, len(mark.place) - 1)


def _depth(node: Node, stack: Sequence[Node]) -> int:
    """How many nodes of *stack* stay open above *node*."""
    mark = node.mark
    kin = [i for i in range(len(stack) - 1, 0, -1) if _is_kin(mark, stack[i])]
    if mark.level.bullet:
        return kin[0] if kin else len(stack)
    if mark.level in SIBLINGS_ANYWHERE and kin:
        return kin[0]
    going_on = [i for i in kin if mark.goes_on(mark.level, stack[i].mark.place)]
    same_style = [i for i in going_on if stack[i].mark.style == mark.style]
    if going_on:
        return (same_style or going_on)[0]
    opens = mark.first and mark.level in FREE_LEVELS and all(stack[i].mark.style != mark.style for i in kin)
    if opens and _introduces(stack[-1]) and not (len(stack) == 2 and is_recital(stack[-1])):
        return len(stack)
    if opens and kin:
        return _depth_below(stack, kin[0])
    return _depth_by_rank(node, stack)


def _is_kin(mark: Mark, above: Node) -> bool:
    """Whether both can stand in one list."""
    same_bullet = not mark.level.bullet or above.mark.style == mark.style
    return above.level is mark.level and len(above.mark.place) == len(mark.place) and same_bullet


def _introduces(above: Node) -> bool:
    """Whether the last line under *above* announces a list: it ends with a colon."""
    last = above.parts[-1] if above.parts else above.line
    return isinstance(last, Line) and last.text.endswith(":")


def _depth_below(stack: Sequence[Node], i: int) -> int:
    """What stays open where a list in another style opens below ``stack[i]``."""
    return next((k for k in range(i + 1, len(stack)) if stack[k].rank >= stack[i].rank), len(stack))


def _depth_by_rank(node: Node, stack: Sequence[Node]) -> int:
    depth = len(stack)
    while stack[depth - 1].rank >= node.rank:
        depth -= 1
    return depth


def _lift_closing(root: Node) -> None:
    """A last paragraph that speaks of the document itself closes the document, not its last section."""
    holder, in_article = root, False
    while holder.parts and isinstance(holder.parts[-1], Node):
        holder = holder.parts[-1]
        in_article = in_article or holder.level is ARTICLE_LEVEL
    if holder is root or not holder.parts:
        return
    unsaid = holder.line.text.endswith(":") or not FINISHED_LINE.regex.search(holder.line.text)
    only_heading_left = len(holder.parts) == 1 and unsaid
    last = holder.parts[-1]
    if isinstance(last, Line) and _closes_document(last, holder, in_article) and not only_heading_left:
        holder.parts.pop()
        root.parts.append(last)


def _closes_document(last: Line, holder: Node, in_article: bool) -> bool:
    """Whether the *last* paragraph speaks of the whole, or ends it below a section that is complete without it."""
    if in_article:
        return ADOPTION_WORDS.regex.search(last.text) is not None
    complete = FINISHED_LINE.regex.search(holder.line.text) or any(holder.nodes())
    ends = END_MARK.regex.search(last.text) and complete and not _is_item(holder)
    return bool(CLOSING_WORDS.regex.search(last.text) or ends)
