"""The title (trích yếu): what the heading says beside type, body, sign and day, in sentence case."""

from __future__ import annotations

import re

from ingest.casing import restore_case
from ingest.layout import Layout
from ingest.lines import Line
from ingest.patterns.bodies import BODY_NAME
from ingest.patterns.head import (
    DATE_ENDED,
    DRAFT_NOTE,
    HEAD_NOTE,
    LETTERHEAD,
    OWN_NUMBER,
    PLACE_AND_DATE,
    PROMULGATED_BY,
    SEVERAL_DAYS,
    SUBJECT_LINE,
)
from ingest.patterns.headings import (
    AUTHOR_LINE,
    HEADING_SOURCE,
    NAME_ALONE,
    NAMED_TYPE_LINE,
    OFFICES_OF_SPEAKER,
    SPEAKER,
    TYPE_ALONE,
)
from ingest.patterns.pattern import LOWER, UPPER
from ingest.patterns.sentences import DRAWN_RULE
from ingest.record.facts import IN_HEADING, LOOSE, PRINTED, Fact, Piece
from ingest.record.headings import Heading, is_speech
from ingest.record.numbers import is_number_below

_NO_SUBJECT = (BODY_NAME, LETTERHEAD, PLACE_AND_DATE, DATE_ENDED, HEAD_NOTE, DRAWN_RULE, OWN_NUMBER)
_ABOUT = re.compile(r"^(?:V/v|v/v|V/V)\s*:?\s*")
_IN_BRACKETS = re.compile(r"^\((?P<title>V/?v\s*:?\s[^()]+(?:\([^()]*\)[^()]*)*)\)$", re.IGNORECASE)
_OPENING_MARKS = '"“'
_RULE_AT_END = re.compile(r"(?:\s+[-–—_*=.~|]{1,}|\s*[-–—_*=~|]{2,})\s*$")
# The body that speaks below the title stands in its last line where an old font printed it small.
_SPEAKER = re.compile(
    rf"(?<=[{LOWER}{UPPER}\d)”\"])\s+(?P<body>(?:ủy|uỷ|ủY)\s+(?:ban|BAN)\s+(?i:nhân\s+dân)\s+"
    r"(?i:tỉnh|thành phố|huyện|quận|thị xã|xã|phường)\s.{2,40})$"
)
_LINKS = re.compile(r"(?:của|do|và|với|tại|cho|về|từ|cùng|thuộc|giữa|các|gồm|bởi|,)$", re.IGNORECASE)


def read_title(layout: Layout, text: str, heading: Heading) -> Fact[str] | None:
    """The title below the type or beside it; of a công văn the subject under its number."""
    line = layout.type_line
    if line is None:
        return None
    if line in layout.title or is_speech(line.text):
        return _read_free(layout, text, line)
    end = layout.title[-1].end if layout.title else line.end
    if len(line.columns) > 1 and TYPE_ALONE.regex.search(line.columns[0]):  # beside the type stands no title
        start = line.end
        title = _tidy(text[start:end])
    else:
        start = line.start + heading.title_start
        title = _tidy(text[start:end]) or _tidy(text[line.start + heading.parts["type"].end() : end])
    if not title:
        return None
    sure = IN_HEADING if heading.parts.keys() - {"type", "manner"} else PRINTED
    start = start if title in " ".join(text[start:end].split()) else line.start
    drawn = line.text.islower() and title.islower()  # in the capitals of an old font, the type and all
    return _fact(title.upper() if drawn else title, text, start, end, sure)


def read_subject(pieces: list[Piece], text: str) -> Fact[str] | None:
    """ "V/v …" under the number of a công văn, with the lines it goes on in."""
    first = next((i for i, piece in enumerate(pieces) if SUBJECT_LINE.regex.search(piece.text)), None)
    if first is None:
        first = _find_bare_subject(pieces)
    if first is None:
        return None
    last = first
    words = [pieces[first].text]
    for i, piece in enumerate(pieces[first + 1 :], first + 1):
        below = i == last + 1 and piece.column == pieces[last].column and not piece.text.isupper()
        no_subject = _NO_SUBJECT[1:] if below else _NO_SUBJECT
        capital = piece.text[0].isupper() and not below
        if capital or any(pattern.regex.search(piece.text) for pattern in no_subject):
            continue
        words.append(piece.text)
        last = i
    subject = " ".join(words)
    if subject[0] in _OPENING_MARKS:
        subject = subject[1:].rstrip('"”')
    return _fact(_tidy(subject), text, pieces[first].start, pieces[last].end, PRINTED)


def _find_bare_subject(pieces: list[Piece]) -> int | None:
    """Where under the number of a letter its subject begins without "V/v", in small letters."""
    numbered = next((i for i, piece in enumerate(pieces) if OWN_NUMBER.regex.search(piece.text)), len(pieces))
    for i, piece in enumerate(pieces[numbered + 1 :], numbered + 1):
        words = piece.text.split()
        begun = piece.text[0].islower() or words[0] == "Về"
        if begun and len(words) > 2 and not any(one.regex.search(piece.text) for one in _NO_SUBJECT):
            return i
    return None


def _read_free(layout: Layout, text: str, line: Line) -> Fact[str] | None:
    """The name of a law ("Luật Đất đai"), of a talk or an article: its first lines, without author and day."""
    lines = layout.title if line in layout.title[:1] else (line, *layout.title)
    named = NAMED_TYPE_LINE.regex.search(line.text) is not None
    kept = []
    for one in lines:
        if (
            AUTHOR_LINE.regex.search(one.text)
            or NAME_ALONE.regex.search(one.text)
            or (one.text.startswith("(") and SPEAKER.regex.search(one.text))
            or PLACE_AND_DATE.regex.search(one.text)
            or SEVERAL_DAYS.regex.search(one.text)
            or PLACE_AND_DATE.regex.search(one.text.strip("() "))
        ):
            break
        kept.append(one)
    printed = " ".join(one.text for one in kept if not DRAWN_RULE.regex.search(one.text))
    title = _tidy(printed if named else OFFICES_OF_SPEAKER.regex.sub("", printed))
    return _fact(title, text, kept[0].start, kept[-1].end, PRINTED if named else LOOSE) if title else None


def _tidy(raw: str) -> str:
    """*raw* in one line, without rules, the words in brackets on who promulgated it, and who speaks next."""
    lines = [line for line in raw.split("\n") if not _is_of_letterhead(line)]
    if len(lines) > 1 and is_number_below(lines[0], lines[1]):
        del lines[1]
    title = _RULE_AT_END.sub("", " ".join(" ".join(lines).split()))
    title = DRAFT_NOTE.regex.sub("", PROMULGATED_BY.regex.sub("", title).strip())
    title = _RULE_AT_END.sub("", title)
    speaker = _SPEAKER.search(title)
    if speaker and not _LINKS.search(title[: speaker.start()]):
        title = title[: speaker.start()]
    title = _ABOUT.sub("Về việc ", _IN_BRACKETS.sub(r"\g<title>", title.strip()))
    return title.rstrip(" .;,:") if not title.endswith("...") else title


def _is_of_letterhead(line: str) -> bool:
    """Whether a line among the title's is a rule, or place and day."""
    day = PLACE_AND_DATE.regex.search(line)
    if HEADING_SOURCE.regex.search(line):
        return True
    return DRAWN_RULE.regex.search(line) is not None or (day is not None and day["place"] is not None)


def _fact(title: str, text: str, start: int, end: int, sure: float) -> Fact[str] | None:
    if not title:
        return None
    while text[start].isspace():
        start += 1
    lines = text[start:end].split("\n")
    while len(lines) > 1 and DRAWN_RULE.regex.search(lines[-1].strip() or "-"):
        lines.pop()
    end = start + len("\n".join(lines))
    return Fact(restore_case(title, text[end:]), start, end, sure)
