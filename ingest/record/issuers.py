"""The issuing body: from the letterhead, the heading, the line above the legal bases, the signature or the sign."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.layout import Layout
from ingest.patterns.bodies import GUIDING_BODY, PLACE_OF_BODY, PROMULGATOR
from ingest.patterns.head import LEGAL_BASIS, PREAMBLE, PROMULGATED_BY
from ingest.patterns.sentences import FINISHED_LINE
from ingest.patterns.signatures import POWER
from ingest.record.bodies import body_of_code, body_of_type, name_body
from ingest.record.facts import AT_THE_END, BY_FORM, IN_HEADING, IN_TEXT, Fact, Piece
from ingest.record.headings import Heading, is_joint
from ingest.record.letterheads import read_letterhead
from ingest.spelling import fold

_OPENING = 12
_LONGEST_NAME = 120
_CENTRAL_COMMITTEE = "ban chap hanh trung uong"
_RULES = "điều lệ"
_CENTRE = ("bo chinh tri", "ban bi thu")


@dataclass(frozen=True, slots=True)
class Page:
    """What a document prints, taken apart, for the search for its body.

    Attributes:
        head: Pieces of the letterhead.
        powers: Pieces of the tail that say for whom it is signed.
    """

    layout: Layout
    text: str
    head: Sequence[Piece]
    heading: Heading
    powers: Sequence[Piece]


def read_issuer(page: Page, kind: str | None, number: Fact[str] | None) -> Fact[str] | None:
    """The body, not its head; ``None`` where nothing printed names it."""
    printed = read_letterhead(page.head, page.text, joint=is_joint(page.heading, number))
    printed = _name_centre(printed, page.text, page.powers)
    named = next(_read_elsewhere(page), None)
    if printed and named and _is_fuller(named.value, printed.value):
        return replace(named, confidence=printed.confidence)
    if printed and not (named and _is_part(printed.value, kind, named.value)):
        return printed
    return named or _read_from_sign(page.layout, kind, number)


def _is_fuller(named: str, printed: str) -> bool:
    """Whether *named* is the name of which *printed* is the beginning, without its place."""
    whole = PLACE_OF_BODY.regex.search(named) is not None or fold(named).endswith(" trung uong")
    return whole and fold(named).startswith(f"{fold(printed)} ")


def _is_part(printed: str, kind: str | None, named: str) -> bool:
    """Whether a heading says more than its letterhead: the one body of its type, a name of which that is the end."""
    ends = fold(named).endswith(fold(printed)) and fold(named) != fold(printed)
    return body_of_type(kind) == named or ends


def _name_centre(printed: Fact[str] | None, text: str, powers: Sequence[Piece]) -> Fact[str] | None:
    """Bộ Chính trị and Ban Bí thư share the letterhead of the Central Committee: for whom it is signed tells."""
    if printed is None or not fold(printed.value).startswith(_CENTRAL_COMMITTEE):
        return printed
    for power in powers:
        named = name_body(_signed_for(power.text), text)
        if named and fold(named).startswith(_CENTRE):
            return Fact(named, power.start, power.end, IN_HEADING)
    return printed


def _signed_for(power: str) -> str:
    match = POWER.regex.search(power)
    return power[match.end() :] if match else ""


def _read_elsewhere(page: Page) -> Iterator[Fact[str]]:
    """Where else a document names its body, the surest place first."""
    start = page.layout.type_line.start if page.layout.type_line else 0
    for part in ("body", "joint"):
        match = page.heading.parts.get(part)
        if match:
            name = name_body(match["body"], page.text)
            if name:
                yield Fact(name, start + match.start("body"), start + match.end("body"), IN_HEADING)
    yield from _read_opening(page.layout, page.text)
    yield from _read_brackets(page.layout, page.text)
    yield from _read_rules(page)
    for power in page.powers:
        name = name_body(_signed_for(power.text), page.text)
        if name:
            yield Fact(name, power.start, power.end, AT_THE_END)


def _read_opening(layout: Layout, text: str) -> Iterator[Fact[str]]:
    """The body that speaks in the line above the legal bases, or in the sentence that opens the text."""
    body = layout.body[:_OPENING]
    for line, below in pairwise(body):
        bare = len(line.text) <= _LONGEST_NAME and not FINISHED_LINE.regex.search(line.text)
        if bare and (LEGAL_BASIS.regex.search(below.text) or PREAMBLE.regex.search(below.text)):
            name = name_body(line.text, text)
            if name:
                yield Fact(name, line.start, line.end, IN_TEXT)
    for line in body:
        match = GUIDING_BODY.regex.search(line.text)
        name = name_body(match["body"], text) if match else None
        if match and name:
            yield Fact(name, line.start + match.start("body"), line.start + match.end("body"), IN_TEXT)


def _read_brackets(layout: Layout, text: str) -> Iterator[Fact[str]]:
    """Of an enclosed text alone, the body that promulgated it."""
    if not layout.title:
        return
    start, end = layout.title[0].start, layout.title[-1].end
    brackets = PROMULGATED_BY.regex.search(text[start:end].rstrip("-–—_*=|.~ \n"))
    match = PROMULGATOR.regex.search(brackets[0]) if brackets else None
    name = name_body(match["body"], text) if match else None
    if brackets and match and name:
        at = start + brackets.start()
        yield Fact(name, at + match.start("body"), at + match.end("body"), BY_FORM)


def _read_rules(page: Page) -> Iterator[Fact[str]]:
    """Of the rules of a body ("ĐIỀU LỆ / HỘI LÀM VƯỜN TỈNH BẮC GIANG"), that body: it passed them."""
    first = page.layout.title[0] if page.layout.title and page.heading.kind == _RULES else None
    name = name_body(first.text, page.text) if first else None
    if first and name:
        yield Fact(name, first.start, first.end, BY_FORM)


def _read_from_sign(layout: Layout, kind: str | None, number: Fact[str] | None) -> Fact[str] | None:
    """The body whose code the sign bears, or the one body that issues such a type."""
    name = body_of_code(number.value) if number else None
    if number and name:
        return Fact(name, number.start, number.end, BY_FORM)
    name = body_of_type(kind)
    if name and layout.type_line:
        return Fact(name, layout.type_line.start, layout.type_line.end, BY_FORM)
    return None
