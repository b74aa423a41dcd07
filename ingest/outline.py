"""Lines of a body -> an outline: which line stands under which, by its marker.

Ranks hold for Party and State documents alike (facts 2.6); bullets nest in the order they first appear.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ingest.lines import Line
from ingest.numbering_patterns import (
    ARTICLE,
    CHAPTER,
    DASH,
    LEAD_IN,
    LETTERED,
    NUMBERED,
    PART,
    PLUS,
    POINT,
    ROMAN,
    SECTION,
    STAR,
    SUBSECTION,
)
from ingest.page_patterns import ADOPTION_WORDS, CLOSING_WORDS, END_MARK
from ingest.patterns import FINISHED_LINE, INNER_END, Pattern

_LONGEST_HEADING = 220
_LONGEST_NUMBERED_HEADING = 120
_LONGEST_PLAIN_HEADING = 60


@dataclass(frozen=True, slots=True)
class Level:
    """A kind of provision: its marker, its rank (a smaller one stands higher), its part of an address."""

    name: str
    marker: Pattern
    rank: int
    titled: bool = False
    bullet: bool = False


PART_LEVEL = Level("phan", PART, 0, titled=True)
CHAPTER_LEVEL = Level("chuong", CHAPTER, 10, titled=True)
SECTION_LEVEL = Level("muc", SECTION, 20, titled=True)
SUBSECTION_LEVEL = Level("tieu-muc", SUBSECTION, 22, titled=True)
LETTER_LEVEL = Level("chu", LETTERED, 25)
ROMAN_LEVEL = Level("la-ma", ROMAN, 30)
ARTICLE_LEVEL = Level("dieu", ARTICLE, 40)
NUMBER_LEVEL = Level("khoan", NUMBERED, 50)
POINT_LEVEL = Level("diem", POINT, 60)
DASH_LEVEL = Level("gach", DASH, 70, bullet=True)
PLUS_LEVEL = Level("cong", PLUS, 70, bullet=True)
STAR_LEVEL = Level("sao", STAR, 70, bullet=True)
ROOT_LEVEL = Level("goc", ROMAN, -1)

# Roman before lettered: "I." is far more often the first section than the ninth letter.
_LEVELS = (
    PART_LEVEL,
    CHAPTER_LEVEL,
    SECTION_LEVEL,
    SUBSECTION_LEVEL,
    ROMAN_LEVEL,
    LETTER_LEVEL,
    ARTICLE_LEVEL,
    NUMBER_LEVEL,
    POINT_LEVEL,
    DASH_LEVEL,
    PLUS_LEVEL,
    STAR_LEVEL,
)


@dataclass(slots=True)
class Node:
    """A marked line with what stands below it: further nodes and unmarked paragraphs, in order."""

    level: Level
    line: Line
    ordinal: str = ""
    content_start: int = 0
    parts: list[Node | Line] = field(default_factory=list)

    @property
    def rank(self) -> int:
        """Smaller stands higher; "1.1" stands below "1"."""
        return self.level.rank + self.ordinal.count(".")

    @property
    def content(self) -> str:
        """The marked line without its marker."""
        return self.line.text[self.content_start - self.line.start :]

    def nodes(self) -> Iterator[Node]:
        """The marked parts."""
        return (part for part in self.parts if isinstance(part, Node))


def build_outline(lines: Iterable[Line]) -> Node:
    """A root whose parts hold every line once, in the order of the text."""
    root = Node(ROOT_LEVEL, Line(0, 0, "", after_blank=False))
    stack = [root]
    for line in lines:
        node = _read_marker(line)
        if node is None:
            while _is_item(stack[-1]) and not _is_item_heading(stack[-1], stack[-2]):
                stack.pop()
            stack[-1].parts.append(line)
            continue
        _pop_for(node, stack)
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


def _is_item(node: Node) -> bool:
    return node.level.bullet or node.level is POINT_LEVEL


def _is_item_heading(node: Node, above: Node) -> bool:
    """Whether a point or bullet names the paragraph below it: short, with no end mark, and not one of a bare list."""
    if node.parts or len(node.content) > _LONGEST_PLAIN_HEADING or not is_heading(node):
        return False
    before = above.parts[-2] if len(above.parts) > 1 else None
    bare_list = isinstance(before, Node) and not before.parts and not FINISHED_LINE.regex.search(before.line.text)
    return not bare_list


def _read_marker(line: Line) -> Node | None:
    for level in _LEVELS:
        match: re.Match[str] | None = level.marker.regex.search(line.text)
        if match:
            ordinal = match.groupdict().get("n") or ""
            return Node(level, line, ordinal, line.start + match.end())
    return None


def _pop_for(node: Node, stack: list[Node]) -> None:
    if not node.level.bullet:
        while stack[-1].rank >= node.rank:
            stack.pop()
        return
    open_bullets = [above for above in stack if above.level is node.level]
    if open_bullets:
        while stack.pop() is not open_bullets[-1]:
            pass


def _lift_closing(root: Node) -> None:
    """A last paragraph that speaks of the document itself closes the document, not its last section."""
    holder, in_article = root, False
    while holder.parts and isinstance(holder.parts[-1], Node):
        holder = holder.parts[-1]
        in_article = in_article or holder.level is ARTICLE_LEVEL
    if holder is root or not holder.parts:
        return
    only_heading_left = len(holder.parts) == 1 and not FINISHED_LINE.regex.search(holder.line.text)
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
