"""What an answer must contain beside the words of the question: a number, a day, the name of who holds an office."""

from __future__ import annotations

import re

from index.naming.offices import find_office, name_holder
from index.query import Query

# What can answer "bao nhiêu", not being a list's number, a sign's, a date's or a year's; and what "ngày nào".
ASKED = {
    "amount": re.compile(r"(?<![\w/.\-(])(?!(?:19|20)\d\d\b)\d+(?:[.,]\d+)*(?:/\d+(?!/))?(?![\w/\-)]|\.\s)"),
    "date": re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|ngày \d|tháng \d|năm \d{4}"),
}
# An amount may be written in words, and a day be told by an event; a name can only be said.
_WITHOUT = {"amount": 0.7, "date": 0.7, "holder": 0.3}


def find_asked(query: Query) -> re.Pattern[str] | None:
    """What a passage must contain to answer *query*; ``None`` where words do."""
    office = find_office(query.typed, query.understood) if query.asks == "holder" else None
    return name_holder(office) if office else ASKED.get(query.asks or "")


def weigh_asked(query: Query, text: str) -> float:
    """What the words of *text* are worth as an answer to *query*: 1, or less without what is asked for."""
    asked = find_asked(query)
    return 1.0 if asked is None or asked.search(text) else _WITHOUT[query.asks or ""]
