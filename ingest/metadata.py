"""What a document prints about itself: number, type, issuer, place, dates, title, signer, recipients.

Nothing is guessed: what is not printed in its place stays empty. Each fact carries the span it was read from.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ingest.layout import Layout
from ingest.letterhead import has_piece
from ingest.models import EFFECT, Finding, Metadata
from ingest.patterns.bodies import BODY_NAME
from ingest.patterns.head import ADDRESSEES_LINE, BLANK_NUMBER, SECRECY_MARK, SUBJECT_LINE, URGENCY_MARK
from ingest.patterns.headings import NAMED_TYPE_LINE, SPEECH_LINE
from ingest.patterns.pattern import Pattern
from ingest.patterns.signatures import SIGNER_BESIDE
from ingest.patterns.words import DOCUMENT_TYPES, HEADING_TYPES
from ingest.record.dates import read_adoption, read_day_made, read_event, read_heading_day, read_place_and_date
from ingest.record.doubts import weigh
from ingest.record.enclosed import read_bases, read_enclosed
from ingest.record.facts import BY_FORM, IN_HEADING, IN_TEXT, LOOSE, PRINTED, Fact, Piece, iter_pieces
from ingest.record.headings import Heading, is_joint, is_speech, plain_kind, read_heading
from ingest.record.issuers import Page, read_issuer
from ingest.record.numbers import read_number, read_printed_number
from ingest.record.properties import read_properties
from ingest.record.signatures import read_author, read_recipients, read_signature
from ingest.record.titles import read_subject, read_title
from ingest.relating.since import find_effect_words
from ingest.spelling import fold, unify_spelling

_TYPES = {unify_spelling(name.lower()): name for name in HEADING_TYPES}
_SPEECHES = {"viết": "Bài viết", "nói chuyện": "Bài nói chuyện"}
_LETTER = "Công văn"
_LAST_LINES = 3


def read_metadata(text: str, layout: Layout, source: str | None = None) -> tuple[Metadata, tuple[Finding, ...]]:
    """The record of a cleaned *text* whose parts are *layout*, and where each of its facts stands, in order."""
    facts = _read_facts(text, layout)
    recipients, bases = read_recipients(layout.recipients), read_bases(layout.body)
    values: dict[str, Any] = {name: fact.value for name, fact in facts.items()}
    metadata = Metadata(**values, recipients=tuple(entry.value for entry in recipients), source=source)
    named = [*facts.items(), *(("recipients", one) for one in recipients), *(("bases", one) for one in bases)]
    findings = [Finding(name, fact.start, fact.end, fact.confidence) for name, fact in named]
    findings += [Finding(EFFECT, *words, IN_TEXT)] if (words := find_effect_words(text)) else []
    return metadata, tuple(sorted(findings, key=lambda one: (one.start, one.end, one.field)))


def _read_facts(text: str, layout: Layout) -> Mapping[str, Fact[Any]]:
    """Field -> fact, of the fields that hold one value."""
    head, tail = list(iter_pieces(layout.letterhead)), _tail_pieces(layout)
    heading, at = _take_heading(layout, text)
    titled = list(iter_pieces(layout.title))
    number = read_number(head, layout, heading) or _read_number_below(layout)
    kind = _read_type(layout, heading) or _read_letter_type(layout, number)
    place, day = read_place_and_date([*head, *titled], tail)
    value = kind.value if kind else None
    day = day or read_heading_day(heading, at) or read_adoption(value, layout.body) or read_day_made(value, layout.body)
    signature = read_signature(layout, text)
    talk = layout.type_line is not None and (is_speech(layout.type_line.text) or _is_article(layout))
    author, office = read_author(layout) if talk else (None, None)
    facts: dict[str, Fact[Any] | None] = {
        "type": kind,
        "number": number,
        "title": read_title(layout, text, heading) or (None if layout.type_line else read_subject(head, text)),
        "issuer": None if talk else read_issuer(Page(layout, text, head, heading, signature.powers), value, number),
        "place": place,
        "date": day,
        "event_date": read_event(layout.body),
        "signer": signature.name or author,
        "signer_role": signature.role if signature.name else office,
        "power": signature.power,
        "enclosed": read_enclosed(layout),
        "secrecy": _read_mark(head, SECRECY_MARK),
        "urgency": _read_mark(head, URGENCY_MARK),
    }
    if _names_its_body(facts):
        facts["title"] = None
    joint = is_joint(heading, number)
    read = {**read_properties(layout.front), **{name: fact for name, fact in facts.items() if fact}}
    return weigh(read, text, signers=1 if joint else signature.names)


def _names_its_body(facts: Mapping[str, Fact[Any] | None]) -> bool:
    """Whether the line below the type says no more than who speaks; the rules of a body are named after it."""
    kind, title, issuer = (facts[name] for name in ("type", "title", "issuer"))
    rules = kind is not None and kind.value == "Điều lệ"
    return bool(title and issuer and not rules and fold(title.value) == fold(issuer.value))


def _read_number_below(layout: Layout) -> Fact[str] | None:
    """The number of a paper without a letterhead, which a typist put below the signature."""
    if layout.letterhead:
        return None
    return read_printed_number(list(iter_pieces((*layout.recipients, *layout.signature))), BY_FORM)


def _tail_pieces(layout: Layout) -> list[Piece]:
    """The signature and the last lines above it, where old papers have place and day; nothing without a signature.

    An appeal is signed with the name of its body, a letter of the head of State with his name alone.
    """
    last = layout.body[-1].text if layout.body else ""
    named = last.isupper() and any(pattern.regex.search(last) for pattern in (BODY_NAME, SIGNER_BESIDE))
    return list(iter_pieces((*layout.body[-_LAST_LINES:], *layout.signature))) if layout.signature or named else []


def _take_heading(layout: Layout, text: str) -> tuple[Heading, int]:
    """The heading from the type to the end of the title, taken apart, and where it begins."""
    line = layout.type_line
    if line is None or line in layout.title:
        return Heading("", {}, 0), 0
    end = layout.title[-1].end if layout.title else line.end
    return read_heading(text[line.start : end]), line.start


def _read_type(layout: Layout, heading: Heading) -> Fact[str] | None:
    line = layout.type_line
    if line is None:
        return None
    printed = unify_spelling(heading.kind)
    kind = printed if printed in _TYPES else plain_kind(printed)
    if kind in _TYPES:
        match = heading.parts["type"]
        sure = IN_HEADING if heading.parts.keys() - {"type", "manner"} else PRINTED
        return Fact(_TYPES[kind], line.start + match.start("type"), line.start + match.end("type"), sure)
    speech = SPEECH_LINE.regex.search(line.text)
    if speech and not heading.kind:
        said = " ".join(line.text[: speech.end("type")].lower().split())
        return Fact(_SPEECHES.get(said, said.capitalize()), line.start, line.start + speech.end("type"), LOOSE)
    named = NAMED_TYPE_LINE.regex.search(line.text)
    name = next((one for one in DOCUMENT_TYPES if line.text.lower().startswith(one.lower())), None) if named else None
    if name:
        return Fact(name, line.start, line.start + len(name), PRINTED)
    return Fact("Bài viết", line.start, line.end, LOOSE) if _is_article(layout) else None


def _is_article(layout: Layout) -> bool:
    """Whether the head is a name and its author, and nothing an office prints."""
    return (
        layout.type_line is not None
        and layout.type_line in layout.title
        and not layout.letterhead
        and read_author(layout)[0] is not None
    )


def _read_letter_type(layout: Layout, number: Fact[str] | None) -> Fact[str] | None:
    """A công văn prints no type: its sign says CV, it has a subject, or addressees in the place of a heading."""
    if layout.type_line:
        return None
    addressees = next((line for line in layout.body[:3] if ADDRESSEES_LINE.regex.search(line.text)), None)
    subject = any(has_piece(line, SUBJECT_LINE) for line in layout.letterhead)
    if number and (addressees or subject or "-CV/" in number.value or "/CV-" in number.value):
        return Fact(_LETTER, number.start, number.end, IN_HEADING if addressees else BY_FORM)
    if addressees and any(has_piece(line, BLANK_NUMBER) for line in layout.letterhead):
        return Fact(_LETTER, addressees.start, addressees.end, BY_FORM)
    return None


def _read_mark(head: Sequence[Piece], pattern: Pattern) -> Fact[str] | None:
    """A mark of secrecy or urgency: in the letterhead it stands alone."""
    for piece in head:
        match = pattern.regex.search(piece.text)
        if match:
            words = " ".join(piece.text[match.start("mark") :].lower().split()).replace("hoả", "hỏa")
            return Fact(words.capitalize(), piece.start + match.start("mark"), piece.end, PRINTED)
    return None
