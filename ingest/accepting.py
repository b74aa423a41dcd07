"""Whether a text is the document that a record of the catalogue describes; what differs, for a person to judge.

Portals serve the wrong text under the right name: a fetched text is kept only where everything known agrees.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ingest.days import describe_day
from ingest.language import tr
from ingest.models import Document
from ingest.records import Record
from ingest.spelling import fold

_LIKE_ENOUGH = 0.8  # of titles, F1 of their words: portals shorten "Mặt trận Tổ quốc Việt Nam" and drop "Về việc"
_ARTICLES = re.compile(r"(\d+) điều")  # vi: as the catalogue counts
_ARTICLE = re.compile(r"dieu-\d+[a-z]?")
_NOT_READ, _ARTICLE_COUNT, _AND = "không đọc thấy", "Số điều", " và "
_SIGN, _DAY, _TYPE = "Số, ký hiệu", "Ngày ban hành", "Loại"


@dataclass(frozen=True, slots=True)
class Difference:
    """A fact of the record that the text does not bear out; both in words, Vietnamese until they are said."""

    label: str
    recorded: str
    found: str

    def __str__(self) -> str:
        words = "{label}: danh mục ghi “{recorded}”, tệp ghi “{found}”"
        return tr(words, label=tr(self.label), recorded=self._say(self.recorded), found=self._say(self.found))

    def _say(self, fact: str) -> str:
        if fact == _NOT_READ:
            return tr(_NOT_READ)
        return fact.replace(_AND, tr(_AND)) if self.label == _ARTICLE_COUNT else fact


def says_nothing(differences: Iterable[Difference]) -> bool:
    """Whether neither sign nor day nor type was read: a page that reports an error, a way in, a list; no document."""
    return {one.label for one in differences if one.found == _NOT_READ} >= {_SIGN, _DAY, _TYPE}


def find_differences(document: Document, record: Record) -> list[Difference]:
    """Every fact of *record* that *document* does not bear out; empty where it is that document."""
    return list(_find_differences(document, record))


def _find_differences(document: Document, record: Record) -> Iterator[Difference]:
    metadata = document.metadata
    if metadata.number != record.number:
        yield Difference(_SIGN, record.number, metadata.number or _NOT_READ)
    if metadata.date != record.date:
        found = describe_day(metadata.date) if metadata.date else _NOT_READ
        yield Difference(_DAY, describe_day(record.date), found)
    if fold(metadata.type or "") != fold(record.type):
        yield Difference(_TYPE, record.type, metadata.type or _NOT_READ)
    if record.title and _likeness(metadata.title or "", record.title) < _LIKE_ENOUGH:
        yield Difference("Trích yếu", record.title, metadata.title or _NOT_READ)
    recorded, found_articles = [int(one) for one in _ARTICLES.findall(record.size)], count_articles(document)
    if recorded and recorded not in (found_articles, found_articles[:1]):
        yield Difference(_ARTICLE_COUNT, _say_counts(recorded), _say_counts(found_articles))


def count_articles(document: Document) -> list[int]:
    """Articles of the document itself, then of each text enclosed in it that has some."""
    roots: Counter[str] = Counter({"": 0})
    for node in document.walk():
        above, _, step = node.address.rpartition(".")
        if _ARTICLE.fullmatch(step):
            roots[above.partition(".")[0]] += 1
    return [roots.pop(""), *roots.values()]


def _say_counts(counts: list[int]) -> str:
    return _AND.join(str(one) for one in counts)


def _likeness(a: str, b: str) -> float:
    """F1 of the words of two titles, accents, case and a leading "về việc" left aside."""
    words, others = (Counter(re.sub(r"^(?:ve viec|ve)\s+", "", fold(one)).split()) for one in (a, b))
    common = (words & others).total()
    return 2 * common / (words.total() + others.total()) if common else 0.0
