"""Which of the documents that bear one sign is meant, by the words of a title beside it: "Nghị quyết 18 về đất đai"."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace

from index.naming.signs import Reference, Target
from index.naming.target_patterns import TITLE_AFTER
from index.naming.typed import Typed
from ingest.catalog import read_catalog
from ingest.numbers import parse_number
from ingest.spelling import fold


def choose_by_title(typed: Typed, mention: Reference) -> Reference:
    """*mention* with the day of the one document whose catalogued title begins to be said behind its sign.

    As it was where a day, a year or a term is said, one document bears the sign, or the title fits none or several.
    """
    if len(mention.targets) > 1:
        return mention
    target = mention.targets[0]
    days = dict(_find_bearers(target))
    said = [match["words"].split() for match in TITLE_AFTER.regex.finditer(typed.bare[mention.end :])]
    fitting = [day for day, title in days.items() if any(f" {' '.join(words)} " in title for words in said)]
    if len(days) < 2 or len(fitting) != 1:
        return mention
    return replace(mention, targets=(replace(target, date=fitting[0]),))


def _find_bearers(target: Target) -> Iterator[tuple[datetime.date, str]]:
    """Day and title, without marks, of the catalogued documents of the sign; none where the question says when."""
    if target.ordinal is None or target.date or target.year or target.term:
        return
    for record in read_catalog():
        parts = parse_number(record.number)
        said = (target.ordinal.lstrip("0"), target.kind or parts.kind, target.body or parts.body)
        if said == (parts.ordinal.lstrip("0"), parts.kind, parts.body):
            words = "".join(letter if letter.isalnum() else " " for letter in fold(record.title))
            yield record.date, f" {' '.join(words.split())} "
