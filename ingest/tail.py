"""The tail of a document: recipients and signature."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from ingest.lines import Line, is_furniture
from ingest.patterns.numbering import DASH, NUMBERING, PLUS, STAR, TABLE_ROW
from ingest.patterns.pages import END_MARK, FORM_LINE, OVER_A_PAGE, PERSON_NAME, RECIPIENTS_LINE, SIGNED_MARK
from ingest.patterns.pattern import Pattern
from ingest.patterns.sentences import DRAWN_RULE, FINISHED_LINE
from ingest.patterns.signatures import POST, POWER, SIDE, SIGNER, SMALL_NAME

_SIGNATURE_LINES = 8
_LONGEST_TAIL_LINE = 160
_BULLETS = (DASH, PLUS, STAR)
_SIGNING = (POWER, POST, PERSON_NAME)


def split_tail(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Line, ...], tuple[Line, ...]]:
    """Body, recipients and signature of a text that ends with its tail; where more stands below, all is body."""
    found = find_tail(lines)
    if found and found[1] < len(lines):
        found = _signature_at_end(lines)
    if found is None:
        return tuple(lines), (), ()
    start, end = found
    recipients: list[Line] = []
    signature: list[Line] = []
    room = signature
    for line in lines[start:end]:
        if RECIPIENTS_LINE.regex.search(line.text) or _is_bullet(line):
            room = recipients
        elif _ends_recipients(line):
            room = signature
        room.append(line)
    return tuple(lines[:start]), tuple(recipients), tuple(signature)


def find_tail(lines: Sequence[Line]) -> tuple[int, int] | None:
    """Where the first tail begins and ends: recipients with the signature around them, or a signature alone."""
    for i, line in enumerate(lines):
        if RECIPIENTS_LINE.regex.search(line.text):
            return _signature_start(lines[max(0, i - _SIGNATURE_LINES * 2) : i], i), _tail_end(lines, i + 1)
        if (_all_columns(line, POWER) or _is_post_below_text(lines, i)) and (end := _signature_end(lines, i)):
            end = _skip_furniture(lines, end)
            listed = end < len(lines) and RECIPIENTS_LINE.regex.search(lines[end].text)
            start = _signature_start(lines[max(0, i - _SIGNATURE_LINES) : i], i)
            return start, _tail_end(lines, end + 1) if listed else end
    return _signature_at_end(lines)


def _is_post_below_text(lines: Sequence[Line], i: int) -> bool:
    """Whether a signature without power begins with line *i*: a post in capitals where the text ends, and its mark."""
    line = lines[i]
    if not (i and line.text.isupper() and _all_columns(line, POST) and _ends_text(lines[i - 1])):
        return False
    return any(SIGNED_MARK.regex.search(below.text) for below in lines[i + 1 : i + 3])


def _signature_at_end(lines: Sequence[Line]) -> tuple[int, int] | None:
    start = _signature_start(lines, len(lines))
    return (start, len(lines)) if start < len(lines) else None


def _skip_furniture(lines: Sequence[Line], first: int) -> int:
    return next((i for i in range(first, len(lines)) if not is_furniture(lines[i].text)), len(lines))


def _is_bullet(line: Line) -> bool:
    return any(pattern.regex.search(line.text) for pattern in _BULLETS)


def _is_numbered(line: Line) -> bool:
    return any(pattern.regex.search(line.text) for pattern in NUMBERING)


def _ends_recipients(line: Line) -> bool:
    capitals = line.text.isupper() and not _is_numbered(line) and not any(sign in line.text for sign in "(,;")
    return bool(SIGNED_MARK.regex.search(line.text)) or capitals or _is_signing(line)


def _is_signing(line: Line) -> bool:
    return not _is_numbered(line) and (_signs_aside(line) or any(_all_columns(line, pattern) for pattern in _SIGNING))


def _signs_aside(line: Line) -> bool:
    """Whether two sign in the line side by side: with a post, for a side, with their marks or names."""
    return len(line.columns) > 1 and _all_columns(line, *_SIGNING, SIDE, SIGNED_MARK)


def _all_columns(line: Line, *patterns: Pattern) -> bool:
    """Whether every text of the line is one of *patterns*: two may sign side by side."""
    return bool(line.columns) and all(any(p.regex.search(text) for p in patterns) for text in line.columns)


def _tail_end(lines: Sequence[Line], first: int) -> int:
    """One past the last line from *first* on that can be of recipients or signature."""
    for i in range(first, len(lines)):
        line = lines[i]
        short = len(line.text) <= _LONGEST_TAIL_LINE
        if short and _is_of_form(line):
            return i
        if _is_bullet(line) or is_furniture(line.text) or (short and _ends_recipients(line)):
            continue
        if not short or _is_numbered(line):
            return i
    return len(lines)


def _is_of_form(line: Line) -> bool:
    """Whether *line* belongs to a form or a table below; the columns of recipients and signature are no table."""
    if any(pattern.regex.search(line.text) for pattern in (FORM_LINE, OVER_A_PAGE)):
        return True
    beside = len(line.columns) <= 1 or _is_bullet(line) or _is_signing(line)
    return not beside and TABLE_ROW.regex.search(line.text) is not None


def _signature_end(lines: Sequence[Line], first: int) -> int | None:
    """One past the name below the power to sign in the line *first*; ``None`` where no name follows."""
    for i in range(first + 1, min(len(lines), first + _SIGNATURE_LINES)):
        text = lines[i].text
        if _all_columns(lines[i], PERSON_NAME, SMALL_NAME) and not text.isupper():
            return i + 1
        if SIGNED_MARK.regex.search(text) and SIGNER.regex.search(text):
            return i + 1
        if not (_is_of_signature(lines[i]) or is_furniture(lines[i].text)):
            return None
    return None


def _signature_start(lines: Sequence[Line], end: int) -> int:
    """Index where a signature at the end of *lines* begins; *end*, the index one past them, where there is none.

    A signature is unbroken lines of power and post, then a name. It begins below the end of the text, or with the
    power to sign, which nothing else of a document has.
    """
    said = len(lines)
    while said and is_furniture(lines[said - 1].text):
        said -= 1
    if not said:
        return end
    last, above = lines[said - 1], lines[max(0, said - _SIGNATURE_LINES) : said - 1]
    unbroken = list(takewhile(_is_of_signature, reversed(above)))
    offset = end - len(lines)
    named = _all_columns(last, PERSON_NAME, SIGNED_MARK) or (bool(unbroken) and _all_columns(last, SMALL_NAME))
    named = named and not _all_columns(last, POST)
    for i in range(said - 1 - len(unbroken), said - 1 if named else said):
        line = lines[i]
        if _all_columns(line, POWER):
            return offset + i
        below_text, post = i > 0 and _ends_text(lines[i - 1]), _all_columns(line, POST)
        if (below_text or post) and _opens_signature(line) if named else below_text and post:
            return offset + i
        if below_text and _all_columns(line, PERSON_NAME) and SIGNED_MARK.regex.search(lines[i + 1].text):
            return offset + i
    return end


def _opens_signature(line: Line) -> bool:
    return line.text.isupper() or _all_columns(line, POWER, POST) or _signs_aside(line)


def _is_of_signature(line: Line) -> bool:
    """Whether *line* can stand above the name: a power, a post, a mark of signing, the name of one who signs too."""
    if SIGNED_MARK.regex.search(line.text) or DRAWN_RULE.regex.search(line.text) or is_furniture(line.text):
        return True
    if _is_signing(line):
        return True
    return line.text.isupper() and not (FINISHED_LINE.regex.search(line.text) or _is_numbered(line))


def _ends_text(line: Line) -> bool:
    return any(pattern.regex.search(line.text) for pattern in (END_MARK, FINISHED_LINE))
