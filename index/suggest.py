"""Questions to begin with, made from the headings of the library's own documents."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.brief_names import name_briefly
from index.segment import syllables
from ingest.casing import restore_case
from ingest.models import Document, Metadata
from ingest.patterns.headings import HEADING_MARK, HEADING_OF_MANY
from ingest.store import Library

_FEWEST, _MOST = 3, 12
"""Syllables of a heading that tells what stands below it and is no sentence."""
_LOOKED_AT = 40
_PLAIN = re.compile(r"(?!về\s)[^\W\d_]+(?:(?:,\s|\s|-|\s-\s)[^\W\d_]+)*", re.IGNORECASE)  # vi: a pattern
"""Words as they stand in a question: no numbers, brackets or signs."""


def suggest_questions(library: Library, most: int = 4) -> tuple[str, ...]:
    """At most so many, of a document each, those added last first; none of documents without a telling heading."""
    questions: dict[str, None] = {}
    for held in list(library.documents())[: -_LOOKED_AT - 1 : -1]:
        if not held.metadata.type:
            continue
        heading = max(_find_telling(library.get(held.id)), key=len, default=None)
        if heading:
            questions[f"{_name(held.metadata)} nói gì về {heading}?"] = None  # vi: a question
        if len(questions) == most:
            break
    return tuple(questions)


def _name(metadata: Metadata) -> str:
    """What a person calls it in a question: by sign, or by its type where it has none."""
    return name_briefly(metadata) if metadata.number else metadata.type or "Văn bản"  # vi: of a question


def _find_telling(document: Document) -> Iterator[str]:
    """The headings that tell of something, in small letters and without their numbers."""
    for node in document.walk():
        heading = node.heading or ""
        mark = HEADING_MARK.regex.match(heading)
        words = " ".join(heading[mark.end() :].split()).rstrip(" .:;") if mark else ""
        if not _FEWEST <= len(syllables(words)) <= _MOST or HEADING_OF_MANY.regex.match(words):
            continue
        if not _PLAIN.fullmatch(words):
            continue
        if words.isupper():
            words = restore_case(words, document.text)
        yield words[:1].lower() + words[1:] if words[1:2].islower() else words
