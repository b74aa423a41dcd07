"""Questions to begin with, made from the library's own documents: their headings, and how their paragraphs open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, zip_longest

from index.brief_names import name_briefly
from index.segment import syllables
from ingest.casing import restore_case
from ingest.models import Document, Metadata
from ingest.patterns.headings import HEADING_MARK, HEADING_OF_MANY, OPENING_TOPIC
from ingest.store import Library

_FEWEST, _MOST = 3, 12
"""Syllables of a heading that tells what stands below it and is no sentence."""
_LOOKED_AT = 40
_PLAIN = re.compile(r"(?!về\s)[^\W\d_]+(?:(?:,\s|\s|-|\s-\s)[^\W\d_]+)*", re.IGNORECASE)  # vi: a pattern
"""Words as they stand in a question: no numbers, brackets or signs."""


def suggest_questions(library: Library, most: int = 4) -> tuple[str, ...]:
    """At most so many, those added last first, and of each its headings before what its paragraphs open with.

    Of a document more than one only where there are too few others; none of one that tells too little.
    """
    asked: list[list[str]] = []
    for held in list(library.documents())[: -_LOOKED_AT - 1 : -1]:
        if held.metadata.type and (topics := _find_topics(library.get(held.id))):
            name = _name(held.metadata)
            asked.append([f"{name} nói gì về {topic}?" for topic in topics])  # vi: a question
        if len({one[0] for one in asked}) == most:
            break
    in_turn = (question for turn in zip_longest(*asked) for question in turn if question)
    return tuple(islice(dict.fromkeys(in_turn), most))


def _name(metadata: Metadata) -> str:
    """What a person calls it in a question: by sign, or by its type where it has none."""
    return name_briefly(metadata) if metadata.number else metadata.type or "Văn bản"  # vi: of a question


def _find_topics(document: Document) -> list[str]:
    """What it tells of, in words that stand in a question: by its headings, the longest first, and by its leaves."""
    headings = sorted(_find_telling(document), key=len, reverse=True)
    return list(dict.fromkeys([*headings, *_find_openings(document)]))


def _find_openings(document: Document) -> Iterator[str]:
    for node in document.walk():
        if not node.heading and (found := OPENING_TOPIC.regex.match(document.text[node.start : node.end])):
            words = " ".join(found["topic"].split()).rstrip(",")
            yield words[:1].lower() + words[1:]


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
