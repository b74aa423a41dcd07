"""The answer of what the library is missing: how many documents are cited and not held, and where they are listed."""

from __future__ import annotations

from index.answer import Answer
from index.query import Query
from index.search import Searcher
from index.ways import Way
from ingest.language import tr
from ingest.missing import find_missing

_NONE = "Mọi văn bản được dẫn đều đã có trong thư viện"
_MANY = "{count} văn bản được dẫn mà thư viện chưa có nguyên văn; được dẫn nhiều nhất: {names}"
_WAY = "Xem tất cả văn bản còn thiếu"
_MOST = 3


def reply_with_missing(searcher: Searcher, query: Query) -> Answer:
    """The number of documents that are cited and not held, the most cited of them, and the way to all."""
    with searcher.reading() as library:
        found = find_missing(library)
    names = "; ".join(one.name for one in found[:_MOST])
    said = tr(_MANY, count=len(found), names=names) if found else tr(_NONE)
    ways = (Way("missing", tr(_WAY)),)
    return Answer(query.typed, query.understood, True, None, said, (), (), 1.0, query.changed, ways=ways)
