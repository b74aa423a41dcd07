"""Texts that a file holds below its document: the Quy chế that a decision promulgates, its appendices, its forms."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.addresses import ATTACHED, FORM, slug
from ingest.lines import Line, is_furniture
from ingest.patterns.head import OWN_NUMBER, PLACE_AND_DATE
from ingest.patterns.numbering import CHAPTER, DASH, NUMBERING, PART, SECTION
from ingest.patterns.pages import BODY_LINE, ENCLOSED_WITH, ENCLOSURE_LINE, MOTTO, PERSON_NAME
from ingest.patterns.pattern import Pattern
from ingest.patterns.sentences import DRAWN_RULE, FINISHED_LINE
from ingest.tail import find_tail, split_tail

_TITLE_LINES = 8
_LETTERHEAD_LINES = 8
_LONGEST_TITLE_LINE = 300
_SHORTEST_TEXT = 40
_NUMBERED_TYPES = ("phụ lục", "danh mục", "phụ biểu", "biểu mẫu", "mẫu số", "biểu số", "mẫu", "biểu")
_NAMED_BELOW = (PART, CHAPTER, SECTION)
_FORMS = ("biểu mẫu", "mẫu số", "biểu số", "mẫu", "biểu")


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A text of its own below the document, with a tail of its own.

    Attributes:
        type: As a type is written in prose: ``"Quy chế"``, ``"Phụ lục"``; ``None`` where it prints none.
        address: Of its root: ``"quy-che"``, ``"phu-luc-1"``; without a type ``"kem-theo"``.
        letterhead: Above its type: issuer, motto, place and date.
        heading: The line of its type and the lines of its title.
        note: "(Ban hành kèm theo Quyết định số …)".
        body: From the first line below these.
        recipients: As of a document.
        signature: As of a document.
    """

    type: str | None
    address: str
    letterhead: tuple[Line, ...]
    heading: tuple[Line, ...]
    note: tuple[Line, ...]
    body: tuple[Line, ...]
    recipients: tuple[Line, ...]
    signature: tuple[Line, ...]

    @property
    def title(self) -> tuple[Line, ...]:
        """The heading without the line of the type."""
        return self.heading[1:]


def split_enclosures(lines: Sequence[Line]) -> tuple[list[Line], tuple[Enclosure, ...]]:
    """The lines of the document itself (below its head), and the texts below it."""
    tail = find_tail(lines)
    signed = tail[1] if tail else len(lines)
    openings = _find_openings(lines, signed)
    first = openings[0].start if openings else len(lines)
    own = first if all(is_furniture(line.text) for line in lines[signed:first]) else signed
    ends = [*(opening.start for opening in openings), len(lines)][1:]
    named = [_read(lines, opening, end) for opening, end in zip(openings, ends, strict=False)]
    return list(lines[:own]), (*([_unnamed(lines[own:first])] if own < first else []), *named)


@dataclass(frozen=True, slots=True)
class _Opening:
    """Where an enclosed text begins: index of its first line, of the line of its type, and what that says."""

    start: int
    typed: int
    kind: str
    number: str | None


def _find_openings(lines: Sequence[Line], signed: int) -> list[_Opening]:
    """Each enclosed text, in order; *signed* is where the tail of the document ends."""
    openings: list[_Opening] = []
    floor = next((i + 1 for i, line in enumerate(lines) if _is_text(line)), len(lines))
    for i in range(floor, len(lines)):
        match = _match_type(lines, i, below_tail=i >= signed or bool(openings))
        if match:
            above = openings[-1].typed + 1 if openings else floor
            kind, number = match["type"].lower(), match["n"]
            openings.append(_Opening(_letterhead_start(lines, i, above), i, kind, number))
    return openings


def _is_text(line: Line) -> bool:
    """Whether *line* is a sentence: something was said before anything can be enclosed with it."""
    return len(line.text) >= _SHORTEST_TEXT and FINISHED_LINE.regex.search(line.text) is not None


def _match_type(lines: Sequence[Line], i: int, *, below_tail: bool) -> re.Match[str] | None:
    """The type that the line *i* prints, if an enclosed text begins there.

    Appendices and forms are known by their numbers; a text of any other type by the words "kèm theo" below its title,
    or by standing below the signature.
    """
    text = lines[i].text
    match = ENCLOSURE_LINE.regex.search(text) if len(text) <= _LONGEST_TITLE_LINE else None
    if match is None or FINISHED_LINE.regex.search(text) or _is_numbered(lines[i - 1]):
        return None
    alone, capitals = not match["rest"].strip(" .:-–"), text.isupper()
    noted = _note(lines, i + 1) is not None
    if match["type"].lower() in _NUMBERED_TYPES:
        numbered = match["n"] is not None
        sure = alone and (numbered or match["type"].lower() == "phụ lục")
        return match if sure or (capitals and numbered) or ((below_tail or noted) and (capitals or numbered)) else None
    return match if (noted and (alone or text[0].isupper())) or (below_tail and (alone or capitals)) else None


def _note(lines: Sequence[Line], first: int) -> int | None:
    """Index of "(Ban hành kèm theo …)" below the title that begins at *first*, if that is what it is."""
    for i in range(first, min(len(lines), first + _TITLE_LINES)):
        if ENCLOSED_WITH.regex.search(lines[i].text):
            return i
        if not _is_title(lines[i]):
            return None
    return None


def _is_numbered(line: Line) -> bool:
    """Whether *line* is a bare "Chương I", whose name stands below it: "QUY ĐỊNH CHUNG" begins nothing there."""
    return any(match.end() == len(line.text) for pattern in _NAMED_BELOW if (match := pattern.regex.search(line.text)))


def _is_title(line: Line) -> bool:
    if DRAWN_RULE.regex.search(line.text):
        return True
    plain = not any(pattern.regex.search(line.text) for pattern in NUMBERING)
    return plain and len(line.text) <= _LONGEST_TITLE_LINE and not FINISHED_LINE.regex.search(line.text)


def _letterhead_start(lines: Sequence[Line], typed: int, floor: int) -> int:
    """Index of the first line of the letterhead above the line *typed*; that line's own where there is none."""
    above = typed
    while above > max(floor, typed - _LETTERHEAD_LINES) and _can_be_letterhead(lines[above - 1]):
        above -= 1
    motto = next((i for i in range(above, typed) if _any_column(lines[i], MOTTO)), None)
    if motto is None:
        return typed
    while motto > above and _any_column(lines[motto - 1], BODY_LINE, DRAWN_RULE, OWN_NUMBER):
        motto -= 1
    return motto


def _can_be_letterhead(line: Line) -> bool:
    if DRAWN_RULE.regex.search(line.text) or _any_column(line, MOTTO, PLACE_AND_DATE, OWN_NUMBER):
        return True
    person = PERSON_NAME.regex.search(line.text) and not BODY_LINE.regex.search(line.text)
    return not (DASH.regex.search(line.text) or FINISHED_LINE.regex.search(line.text) or person)


def _any_column(line: Line, *patterns: Pattern) -> bool:
    return any(pattern.regex.search(text) for text in line.columns for pattern in patterns)


def _read(lines: Sequence[Line], opening: _Opening, end: int) -> Enclosure:
    titled, noted = _heading_end(lines, opening.typed, end)
    body, recipients, signature = split_tail(lines[noted:end])
    kind = FORM if opening.kind in _FORMS else opening.kind.capitalize()
    return Enclosure(
        kind,
        slug(kind, opening.number if opening.kind in _NUMBERED_TYPES else None),
        tuple(lines[opening.start : opening.typed]),
        tuple(lines[opening.typed : titled]),
        tuple(lines[titled:noted]),
        body,
        recipients,
        signature,
    )


def _heading_end(lines: Sequence[Line], opened: int, end: int) -> tuple[int, int]:
    """One past the title, and one past the note below it."""
    note = _note(lines[:end], opened + 1)
    if note is not None:
        below = note + 1
        while below < end and "(" in lines[note].text and not _closed(lines[note:below]):
            below += 1
        return note, below
    titled = opened + 1
    while titled < min(end, opened + 1 + _TITLE_LINES) and _is_title(lines[titled]):
        apart = lines[titled].after_blank and titled > opened + 1
        if apart or not (lines[titled].text.isupper() or titled == opened + 1 or lines[titled].text[0].islower()):
            break
        titled += 1
    return titled, titled


def _closed(lines: Sequence[Line]) -> bool:
    return len(lines) >= 3 or any(")" in line.text or line.text.endswith("(") for line in lines)


def _unnamed(lines: Sequence[Line]) -> Enclosure:
    body, recipients, signature = split_tail(lines)
    return Enclosure(None, ATTACHED, (), (), (), body, recipients, signature)
