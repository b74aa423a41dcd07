"""A question that goes on from the one before ("còn về cán bộ thì sao?") -> a question that stands by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.naming.chains import find_said
from index.naming.following_patterns import (
    ASKS_AT_END,
    CHILD,
    ENDS_THERE,
    HOW_OF,
    LEADING,
    LEADS,
    MORE,
    OF_THE_DOCUMENT,
    OPENINGS,
    POINTS_BACK,
    REST,
    SAID_LAST,
    WHAT_ABOUT,
)
from index.naming.targets import find_references
from index.naming.typed import Typed, read_typed

_MOSTLY = 0.6


@dataclass(frozen=True, slots=True)
class Before:
    """What was asked, and what was shown for it.

    Attributes:
        question: As it was understood, standing by itself.
        document: What to call the document of the first quote: ``"Quy định 102-QĐ/TW"``; ``None`` where none was shown.
    """

    question: str
    document: str | None = None


def follow(typed: str, before: Before) -> str | None:
    """The whole question that *typed* means after *before*; ``None`` where it stands by itself.

    >>> follow("còn về cán bộ thì sao?", Before("Kết luận nói gì về kiểm tra, giám sát ở cơ sở?"))
    'Kết luận nói gì về cán bộ?'
    """
    read = read_typed(" ".join(typed.split()))
    named = any(target.names_document for one in find_references(read) for target in one.targets)
    if new := _find_new(read):
        return _put(new, before.question)
    if named:
        return None
    document = _name_document(before)
    if document and (pointing := _find_pointing(read)):
        return f"{read.text[: pointing[0]]}{document}{read.text[pointing[1] :]}".strip()
    if document and OF_THE_DOCUMENT.regex.search(read.bare):
        return _close(f"{_strip(read.text)} {document}")
    if MORE.regex.search(read.bare):
        return _close(f"{_cut_asking(before.question)} {_strip(read.text)}")
    return None


def _find_new(read: Typed) -> str | None:
    """What takes the place of something in the question before."""
    if (match := REST.regex.search(read.bare)) and not _is_a_child(read, match):
        last = match.span("last")
        means_nothing = last[0] < 0 or read.text[slice(*last)].strip().lower() in SAID_LAST
        return read.text[match.start("new") : match.end("new" if means_nothing else "last")].strip(" ,")
    if match := HOW_OF.regex.search(read.bare):
        return _cut_opening(read, match)
    match = WHAT_ABOUT.regex.search(read.bare)
    return read.text[slice(*match.span("new"))].strip(" ,") if match else None


def _is_a_child(read: Typed, match: re.Match[str]) -> bool:
    """Whether "con" is not "còn" without its mark: other words have theirs, or it is said of people and things."""
    if read.text[slice(*match.span("con"))].lower() == "còn":
        return False
    return not _is_bare(read) or (not match["how"] and CHILD.regex.search(read.bare) is not None)


def _is_bare(read: Typed) -> bool:
    return read.text.lower() == read.bare


def _cut_opening(read: Typed, match: re.Match[str]) -> str | None:
    """What is said after the words that a question goes on with: "những" is not "nhưng"; ``None`` where nothing is."""
    start, end = match.span("new")
    if match["new"].strip(" ,") in OPENINGS:
        return None
    words = read.text[match.start("opening") : start].replace(",", " ").split()
    if not _is_bare(read) and any(word.lower() not in OPENINGS.values() for word in words):
        start = match.start("opening")
    return read.text[start:end].strip(" ,")


def _find_pointing(read: Typed) -> tuple[int, int] | None:
    """Where the document is spoken of without its name."""
    for match in POINTS_BACK.regex.finditer(read.bare):
        said = next((name for name in ("that", "it") if match[name]), None)
        if said is None or read.text[slice(*match.span(said))].lower() in {"đó", "nó"}:
            return match.span()
        if _is_bare(read) and (said == "it" or ENDS_THERE.regex.match(read.bare, match.end())):
            return match.span()
    return None


def _put(new: str, question: str) -> str:
    """*question* with *new* in the place of what is like it: a document, a condition, what a word leads to."""
    before, said = read_typed(question), read_typed(new)
    documents = _find_documents(said)
    if documents and _cover(documents, new):
        named = _find_documents(before)
        return _replace(question, named[0], new) if named else _insert(question, new)
    if (span := _find_like(before, said)) is not None:
        return _replace(question, span, new)
    led = {lead.word: lead for lead in reversed(list(_find_leads(before)))}
    first = next((lead for lead in _find_leads(said) if lead.start == 0), None)
    if first and first.word not in led:
        return _insert(question, new)
    lead = led[first.word] if first else next((led[word] for word in LEADING if word in led), None)
    own = new[first.end :] if first else new
    return _replace(question, (lead.end, _find_end(before)), own) if lead else _insert(question, own)


def _find_like(before: Typed, said: Typed) -> tuple[int, int] | None:
    """Where *before* says a condition of the kind that most of *said* is: another year for a year."""
    own = find_said(said)
    if not own or not _cover([(one.start, one.end) for one in own], said.text):
        return None
    kind = own[0].condition.key.partition(":")[0]
    like = next((one for one in find_said(before) if one.condition.key.partition(":")[0] == kind), None)
    if like is None:
        return None
    words = before.text[like.start : like.end]
    return like.end - len(words.lstrip()), like.end


@dataclass(frozen=True, slots=True)
class _Lead:
    """A word that leads to something, with the space behind it: ``text[start:end]``."""

    word: str
    start: int
    end: int


def _find_leads(read: Typed) -> Iterator[_Lead]:
    """The words of *read* that lead to something before the words that ask, in order."""
    for match in LEADS.regex.finditer(read.bare, 0, _find_end(read)):
        word = " ".join(match["word"].split())
        if read.may_be(*match.span("word"), LEADING[word]):
            yield _Lead(word, match.start(), match.end())


def _find_documents(read: Typed) -> list[tuple[int, int]]:
    found = find_references(read)
    return [(one.start, one.end) for one in found if any(target.names_document for target in one.targets)]


def _cover(spans: list[tuple[int, int]], words: str) -> bool:
    """Whether *spans* are most of *words*."""
    return sum(end - start for start, end in spans) >= _MOSTLY * len(words)


def _find_end(read: Typed) -> int:
    """Where the words that ask begin, if the question ends in them."""
    match = ASKS_AT_END.regex.search(read.bare)
    return match.start() if match else len(read.bare)


def _replace(question: str, span: tuple[int, int], new: str) -> str:
    return f"{question[: span[0]]}{new}{question[span[1] :]}"


def _insert(question: str, new: str) -> str:
    """*new* at the end of what is asked about, before the words that ask."""
    end = _find_end(read_typed(question))
    return f"{question[:end]} {new}{question[end:]}"


def _name_document(before: Before) -> str | None:
    """The document that the question before names, else the one that was shown for it."""
    spans = _find_documents(read_typed(before.question))
    return before.question[slice(*spans[0])] if spans else before.document


def _cut_asking(question: str) -> str:
    return question[: _find_end(read_typed(question))]


def _strip(words: str) -> str:
    return words.strip(" ?.!,")


def _close(words: str) -> str:
    return f"{words}?"
