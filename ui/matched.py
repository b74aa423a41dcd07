"""Passages explain themselves: the words they share with the question are marked, or it is said that none are."""

from __future__ import annotations

from collections.abc import Callable

from index.answering.matched import Spans, find_matched
from index.describe import MEANING_ONLY
from index.query import Query
from ingest.language import tr
from ui.verbatim import Html, Mark, element, escape

Finder = Callable[[str], Spans | None]
"""The matched words of a text; ``None`` where there is no question to match."""


def find_none(_: str) -> None:
    """Matches nothing, for want of a question."""


def find_within(query: Query) -> Finder:
    """Matches the content of *query*; what a document or place that it names brings needs no shared word."""
    return lambda text: find_matched(query, text) or (None if query.targets else ())


def mark_matched(text: str, find: Finder) -> list[Mark]:
    """The words of *text* that the question has too; quieter than what answers."""
    return [Mark(start, end, "span", "vk-trung") for start, end in find(text) or ()]


def say_meaning_only(text: str, find: Finder) -> Html:
    """A line for a text that shares no word with the question; nothing for others."""
    return Html("") if find(text) != () else element("p", escape(f"{tr(MEANING_ONLY)}."), class_="vk-phu vk-theo-nghia")
