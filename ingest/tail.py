"""The tail of a document: recipients and signature."""

from __future__ import annotations

from itertools import takewhile

from ingest.lines import Line
from ingest.numbering_patterns import DASH, NUMBERING
from ingest.page_patterns import (
    END_MARK,
    PERSON_NAME,
    RECIPIENTS_LINE,
    SIGNED_MARK,
    SIGNING_POST,
    SIGNING_POWER,
)
from ingest.patterns import DRAWN_RULE, FINISHED_LINE

_SIGNATURE_LINES = 8


def split_tail(lines: list[Line]) -> tuple[tuple[Line, ...], tuple[Line, ...], tuple[Line, ...]]:
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
