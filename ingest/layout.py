"""The three parts of a document's page: head, body, tail; found once, used by the record and by the tree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from ingest.patterns import (
    ADDRESSEES_LINE,
    ARTICLE,
    CHAPTER,
    COLUMN_GAP,
    DASH,
    DRAWN_RULE,
    END_MARK,
    FINISHED_LINE,
    LETTERHEAD,
    NAMED_TYPE_LINE,
    NUMBERED,
    NUMBERING,
    OWN_NUMBER,
    PART,
    PERSON_NAME,
    PLACE_AND_DATE,
    RECIPIENTS_LINE,
    ROMAN,
    SIGNED_MARK,
    SIGNING_POST,
    SIGNING_POWER,
    TITLE_GOES_ON,
    TYPE_LINE,
)

_HEAD_LINES = 30
_LONGEST_TITLE_LINE = 400
_SIGNATURE_LINES = 8
_NO_TITLE = (PART, CHAPTER, ARTICLE, ROMAN, NUMBERED, DASH, ADDRESSEES_LINE)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the cleaned text, with its span; a paragraph is one line."""

    start: int
    end: int
    text: str
    after_blank: bool

    @property
    def columns(self) -> list[str]:
        """The texts that stand side by side: the left and the right half of a letterhead; most often one."""
        return [column for column in COLUMN_GAP.regex.split(self.text) if column]


@dataclass(frozen=True, slots=True)
class Layout:
    """The lines of each part, in order.

    Attributes:
        letterhead: Above the type: issuer, number, place and date.
        type_line: The line that prints the type, if one does.
        title: Lines of the trích yếu; empty where none is recognised.
        body: From the first line below the title.
        recipients: From "Nơi nhận" on.
        signature: Power to sign, role, name; above or below the recipients.
    """

    letterhead: tuple[Line, ...]
    type_line: Line | None
    title: tuple[Line, ...]
    body: tuple[Line, ...]
    recipients: tuple[Line, ...]
    signature: tuple[Line, ...]

    @property
    def head(self) -> tuple[Line, ...]:
        """All lines above the body."""
        middle = (self.type_line,) if self.type_line and self.type_line not in self.title else ()
        return (*self.letterhead, *middle, *self.title)


def read_layout(text: str) -> Layout:
    """Take a cleaned text apart into head, body and tail; every line is in exactly one of them."""
    lines = list(_iter_lines(text))
    letterhead, type_line, title, rest = _split_head(lines)
    body, recipients, signature = _split_tail(rest)
    return Layout(letterhead, type_line, title, body, recipients, signature)


def _iter_lines(text: str) -> Iterator[Line]:
    previous_end = 0
    for match in re.finditer(r"[^\n]+", text):
        yield Line(match.start(), match.end(), match[0], match.start() - previous_end > 1)
        previous_end = match.end()


def _split_head(
    lines: list[Line],
) -> tuple[tuple[Line, ...], Line | None, tuple[Line, ...], list[Line]]:
    """Letterhead, type line, title lines, and the lines below."""
    for i, line in enumerate(lines[:_HEAD_LINES]):
        if TYPE_LINE.regex.search(line.text):
            letterhead = lines[:i]
            if all(_is_letterhead(above) for above in letterhead):
                end = _title_end(lines, i + 1, begun=not TYPE_LINE.regex.fullmatch(line.text))
                return tuple(letterhead), line, tuple(lines[i + 1 : end]), lines[end:]
        if not _is_letterhead(line):
            break
    if lines and NAMED_TYPE_LINE.regex.search(lines[0].text) and _is_title_line(lines[0]):
        return (), lines[0], (lines[0],), lines[1:]
    end = _untyped_letterhead_end(lines[:_HEAD_LINES])
    return tuple(lines[:end]), None, (), lines[end:]


def _untyped_letterhead_end(lines: list[Line]) -> int:
    """Index of the first line below a letterhead without a type, as a công văn has it: its number tells it."""
    above = list(takewhile(_is_letterhead, lines))
    if not any(OWN_NUMBER.regex.search(column) for line in above for column in line.columns):
        above = list(takewhile(_is_sure_letterhead, lines))
    return max((i + 1 for i, line in enumerate(above) if _is_sure_letterhead(line)), default=0)


def _is_sure_letterhead(line: Line) -> bool:
    return all(_is_sure_column(column) for column in line.columns)


def _is_sure_column(text: str) -> bool:
    patterns = (LETTERHEAD, OWN_NUMBER, PLACE_AND_DATE, DRAWN_RULE)
    return any(pattern.regex.search(text) for pattern in patterns)


def _is_letterhead(line: Line) -> bool:
    return all(_is_sure_column(column) or (column.isupper() and len(column) < 80) for column in line.columns)


def _title_end(lines: list[Line], first: int, begun: bool) -> int:
    """Index of the first line below the title, whose lines are sought from *first* on.

    Where no text would be left below it, the title is its first line alone.
    """
    end = _last_title_line(lines, first, begun)
    return end if _split_tail(lines[end:])[0] else min(end, first + (not begun))


def _last_title_line(lines: list[Line], first: int, begun: bool) -> int:
    """One past the last line that can be title; *begun* if the line of the type has words of the title."""
    for i in range(first, min(len(lines), first + 8)):
        line = lines[i]
        if DRAWN_RULE.regex.search(line.text):
            return i + 1
        if not _is_title_line(line) or (line.after_blank and i > first):
            return i
        if (begun or i > first) and not (line.text.isupper() or TITLE_GOES_ON.regex.search(line.text)):
            return i
    return min(len(lines), first + 8)


def _is_title_line(line: Line) -> bool:
    if FINISHED_LINE.regex.search(line.text) or len(line.text) > _LONGEST_TITLE_LINE:
        return False
    return not any(p.regex.search(line.text) for p in _NO_TITLE)


def _split_tail(lines: list[Line]) -> tuple[tuple[Line, ...], tuple[Line, ...], tuple[Line, ...]]:
    """Body, recipients and signature."""
    first = next((i for i, line in enumerate(lines) if RECIPIENTS_LINE.regex.search(line.text)), None)
    if first is None:
        cut = _signature_start(lines)
        return tuple(lines[:cut]), (), tuple(lines[cut:])
    above = _signature_start(lines[:first])
    after = next((i for i in range(first + 1, len(lines)) if _ends_recipients(lines[i])), len(lines))
    below = lines[after:]
    return tuple(lines[:above]), tuple(lines[first:after]), (*lines[above:first], *below)


def _ends_recipients(line: Line) -> bool:
    return bool(SIGNED_MARK.regex.search(line.text)) or (line.text.isupper() and not DASH.regex.search(line.text))


def _signature_start(lines: list[Line]) -> int:
    """Index where a signature at the end of *lines* begins; their number where there is none.

    A signature is unbroken lines of power and post, then a name. It begins below the end of the text, or with the
    power to sign, which nothing else of a document has.
    """
    if not lines or not PERSON_NAME.regex.search(lines[-1].text):
        return len(lines)
    above = lines[max(0, len(lines) - _SIGNATURE_LINES) : -1]
    unbroken = list(takewhile(_is_of_signature, reversed(above)))
    for i in range(len(lines) - 1 - len(unbroken), len(lines) - 1):
        power = SIGNING_POWER.regex.search(lines[i].text)
        if power or (i > 0 and _ends_text(lines[i - 1]) and lines[i].text.isupper()):
            return i
    return len(lines)


def _is_of_signature(line: Line) -> bool:
    """Whether *line* can stand above the name: a power, a post, a mark of signing, the name of one who signs too."""
    if SIGNED_MARK.regex.search(line.text) or DRAWN_RULE.regex.search(line.text):
        return True
    if any(pattern.regex.search(line.text) for pattern in (FINISHED_LINE, *NUMBERING)):
        return False
    words = (SIGNING_POWER, SIGNING_POST, PERSON_NAME)
    return line.text.isupper() or any(pattern.regex.search(line.text) for pattern in words)


def _ends_text(line: Line) -> bool:
    return any(pattern.regex.search(line.text) for pattern in (END_MARK, FINISHED_LINE))
