"""What can be searched for in a library: subjects that its own headings name."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable

from index.segment import syllables
from ingest.patterns.numbering import BEFORE_HEADING
from ingest.spelling import fold
from ingest.store import Library
from ingest.store.stock import find_standings, read_stock

_FEWEST, _MOST = 3, 8
"""Syllables of a heading that is typed as a search."""
_SPACED = " ,-–"
"""Marks that may stand in one, beside letters: what else a heading has is a sign, a list, a sentence."""


def find_subjects(library: Library, most: int) -> list[str]:
    """At most so many subjects, one a document, the newest first: of its short headings that which says most.

    What several documents have a heading for, as "Tổ chức thực hiện", is a part of a document, not a subject.
    """
    of: dict[str, dict[str, str]] = defaultdict(dict)
    bearers: dict[str, set[str]] = defaultdict(set)
    for one in find_standings(library):
        for heading in one.headings:
            subject = read_subject(heading)
            of[one.document_id].setdefault(fold(subject), subject)
            bearers[fold(subject)].add(one.document_id)
    records = read_stock(library).records
    newest = sorted(of, key=lambda key: records[key].date or datetime.date.min, reverse=True)
    chosen = (_choose(words for key, words in of[one].items() if words and len(bearers[key]) == 1) for one in newest)
    return list(dict.fromkeys(filter(None, chosen)))[:most]


def read_subject(heading: str) -> str:
    """What a heading names, on one line; empty where that is no subject to type.

    >>> read_subject("Điều 5. Nguyên tắc tổ chức và hoạt động của hợp tác xã")
    ''
    >>> read_subject("Chương II\\nTuyển dụng công chức dự bị:")
    'Tuyển dụng công chức dự bị'
    """
    words = " ".join(BEFORE_HEADING.regex.sub("", heading, count=1).split()).rstrip(" :.;")
    plain = all(character.isalpha() or character in _SPACED for character in words)
    return words if plain and not words.isupper() and _FEWEST <= len(syllables(words)) <= _MOST else ""


def _choose(subjects: Iterable[str]) -> str | None:
    """The longest, of equals the first in the text."""
    return max(subjects, key=lambda one: len(syllables(one)), default=None)
