"""The heading of a document taken apart: type, body, sign, day, and where the title begins.

Collections of laws print all of them in one sentence: "Nghị định của Chính phủ số 115/2003/NĐ-CP ngày 10/10/2003 về …".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ingest.patterns.bodies import BODY_NAME, POST_OF_BODY
from ingest.patterns.headings import (
    HEADING_BODY,
    HEADING_DAY,
    HEADING_JOINT,
    HEADING_MANNER,
    HEADING_NUMBER,
    HEADING_SOURCE,
    HEADING_TYPE,
    JOINT_SIGN,
    SPEECH_LINE,
)
from ingest.patterns.signatures import POST
from ingest.record.facts import Fact

_JOINT_KIND = re.compile(r"\s+liên\s+\S.*$")
_PARTS = {"body": HEADING_BODY, "joint": HEADING_JOINT, "number": HEADING_NUMBER, "day": HEADING_DAY}


@dataclass(frozen=True, slots=True)
class Heading:
    """Spans in the heading's text; each is there once at most.

    Attributes:
        kind: The type as printed, small letters: ``"thông tư liên tịch"``; empty for a talk.
        parts: ``"type"``, ``"manner"`` ("phối hợp"), ``"body"``, ``"joint"`` (bodies that issue together),
            ``"number"``, ``"day"`` -> match.
        title_start: Where the words of the title begin; the length of the text if there are none.
    """

    kind: str
    parts: dict[str, re.Match[str]] = field(default_factory=dict)
    title_start: int = 0


def read_heading(text: str) -> Heading:
    """The heading *text*, from its type to the end of the title, taken apart."""
    opening = HEADING_TYPE.regex.match(text)
    if not opening:
        return Heading("", {}, 0)
    parts, at = {"type": opening}, opening.end()
    manner = HEADING_MANNER.regex.match(text, at) if "\n" not in text[:at] else None
    if manner:
        parts["manner"], at = manner, manner.end()
    at = _read_parts(text, at, parts)
    if source := HEADING_SOURCE.regex.search(text, at):
        _read_parts(text, source.end(), parts)
    kind = " ".join(opening["type"].lower().split())
    if "joint" in parts and " liên " not in kind:
        kind += " liên tịch"
    return Heading(kind, parts, at)


def _read_parts(text: str, start: int, parts: dict[str, re.Match[str]]) -> int:
    """Put what follows each other in *text* from *start* on into *parts*; the end of the last."""
    at = start
    while found := _next_part(text, at, parts):
        name, match = found
        parts[name], at = match, match.end()
    return at


def _next_part(text: str, at: int, found: dict[str, re.Match[str]]) -> tuple[str, re.Match[str]] | None:
    for name, pattern in _PARTS.items():
        match = pattern.regex.match(text, at) if name not in found else None
        if match and _is_part(match):
            return name, match
    return None


def _is_part(match: re.Match[str]) -> bool:
    """Whether *match* is what it looks like: "của đồng chí …" names no body and belongs to the title."""
    body = match.groupdict().get("body")
    return body is None or any(pattern.regex.match(body) for pattern in (BODY_NAME, POST_OF_BODY, POST))


def is_speech(text: str) -> bool:
    """Whether a line of the type announces a talk or an article."""
    return HEADING_TYPE.regex.match(text) is None and SPEECH_LINE.regex.search(text) is not None


def plain_kind(kind: str) -> str:
    """The type alone of a *kind* that is issued jointly.

    >>> plain_kind("kế hoạch liên ngành"), plain_kind("thông tư")
    ('kế hoạch', 'thông tư')
    """
    return _JOINT_KIND.sub("", kind)


def is_joint(heading: Heading, number: Fact[str] | None) -> bool:
    """Whether bodies issue the paper together: its type, the manner of it, or its sign says so."""
    manner = heading.parts["manner"]["manner"].lower() if "manner" in heading.parts else ""
    said = "liên" in heading.kind or manner.startswith(("liên", "phối"))
    return said or (number is not None and JOINT_SIGN.regex.search(number.value) is not None)
