"""Documents that others have ended, where an answer names or cites them."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator

from index.brief_names import name_briefly
from index.changes import Changes, place_changes
from index.describe_validity import say_force, warn_of, warn_of_place
from index.quotes import Copy
from index.validity import Change
from ingest.catalog import find_record_by_id
from ingest.days import describe_day
from ingest.language import tr
from ingest.models import Document, Metadata
from ingest.records import Record
from ingest.store import Library
from ingest.store.citing import BESIDE


class Cautions:
    """Finds what must be said beside the words of quotes of one *library*, as it stood on the day *as_of*."""

    def __init__(self, library: Library, changes: Changes, as_of: datetime.date | None) -> None:
        self._library = library
        self._changes = changes
        self._as_of = as_of

    def find(
        self, document: Document, spans: Collection[tuple[int, int]], copies: Iterable[Copy] = ()
    ) -> tuple[str, ...]:
        """A line for each document no longer in force that the words in *spans* cite, or that says the same.

        What *document* itself is worth is said of it elsewhere.
        """
        cited = self._find_cited(document, spans)
        standings = self._changes.find(self._library, cited, self._as_of)
        names = _find_names(self._library, cited)
        lines = [warn_of(names[key], one) for key, one in standings.items() if one.ended and key != document.id]
        copied = [one for one in copies if one.standing.ended and one.document != document.id]
        copies_said = (warn_of(name_briefly(one.metadata), one.standing) for one in copied)
        return tuple(dict.fromkeys([*self._find_changed(document, spans), *lines, *copies_said]))

    def _find_changed(self, document: Document, spans: Collection[tuple[int, int]]) -> Iterator[str]:
        """A line for each provision in *spans*, or around them, that other documents have changed."""
        changed = find_changed(self._library, self._changes, document, self._as_of)
        for place, done in changed.items():
            node = next((one for one in document.walk() if one.address == place), None)
            if node and any(node.start < end and start < node.end for start, end in spans):
                yield warn_of_place(place, done)

    def _find_cited(self, document: Document, spans: Collection[tuple[int, int]]) -> list[str]:
        """Ids of the documents that are surely meant in *spans*, held or not."""
        within = [one for one in document.citations if any(start <= one.start < end for start, end in spans)]
        besides = (document.text[one.end : one.end + BESIDE] for one in within)
        meanings = (
            self._library.citing.find_meaning(one.cited_as, document.metadata, beside)
            for one, beside in zip(within, besides, strict=True)
        )
        return [meaning.only for meaning in meanings if meaning.only]


def find_changed(
    library: Library, changes: Changes, document: Document, as_of: datetime.date | None
) -> dict[str, list[Change]]:
    """Address -> what other documents did to the provision there."""
    (standing,) = changes.find(library, [document.id], as_of).values()
    found: dict[str, list[Change]] = {}
    for change, place in place_changes(standing, document):
        if place:
            found.setdefault(place, []).append(change)
    return found


def say_force_of(
    library: Library, changes: Changes, document_ids: Collection[str], as_of: datetime.date | None, ended: bool
) -> dict[str, str]:
    """Id -> the line that says whether it is in force; where only the *ended* are wanted, of those alone."""
    standings = changes.find(library, document_ids, as_of)
    names = _find_names(library, document_ids)
    return {key: say_force(names[key], one) for key, one in standings.items() if one.ended or not ended}


def _find_names(library: Library, document_ids: Collection[str]) -> dict[str, str]:
    """How to call each of them; with the day where two bear one sign."""
    held = library.find_records(document_ids)
    found = {key: held.get(key) or find_record_by_id(key) for key in document_ids}
    names = {key: name_briefly(one) for key, one in found.items() if one}
    shared = list(names.values())
    return {key: f"{name}{_say_day(found[key])}" if shared.count(name) > 1 else name for key, name in names.items()}


def _say_day(one: Metadata | Record | None) -> str:
    return tr(" ngày {day}", day=describe_day(one.date) if one and one.date else tr("không rõ"))
