"""A question -> its answer, by what it asks for: paragraphs, documents, or two documents side by side."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace

from index.answer import Answer
from index.compare import find_sides, find_ways_to_compare
from index.naming.comparisons import Comparison, find_comparison
from index.naming.issuing import find_issued_text
from index.naming.relations import find_relation_request
from index.naming.requests import asks_what_is_missing, find_request
from index.naming.standing_requests import find_standing_request
from index.query import EVERYTHING, Query, Scope, check_question
from index.replying.documents import reply_with_documents
from index.replying.issuing import reply_with_issuer
from index.replying.missing import reply_with_missing
from index.replying.paragraphs import reply_with_paragraphs
from index.replying.parts import join_parts
from index.replying.relations import reply_with_relations
from index.replying.standings import reply_with_standings
from index.search import Searcher
from index.wording.parts import split_question
from ingest.language import tr

_COMPARES = (
    "Trang So sánh đặt hai văn bản cạnh nhau theo từng điều, khoản và chỉ ra chỗ khác. Dưới đây là những gì thư viện "
    "có về từng văn bản."
)
_COMPARES_NOT = (
    "Thư viện chưa có đủ nguyên văn để so sánh theo từng điều, khoản. Dưới đây là những gì thư viện có về từng văn "
    "bản, đặt cạnh nhau; hãy thêm tệp nguyên văn còn thiếu rồi hỏi lại."
)


def answer_question(  # noqa: PLR0913 - all but two are said by name
    searcher: Searcher,
    question: str,
    *,
    literal: bool = False,
    chosen: Collection[str] = (),
    scope: Scope = EVERYTHING,
    opened: str | None = None,
) -> Answer:
    """Ask the library; of a question in parts each part, too.

    Where documents are asked for, they are listed, with what cites what if that is asked; where several are compared,
    each is shown.

    Args:
        literal: Take the question as typed.
        chosen: Keys of its conditions that documents must meet.
        scope: Which documents are looked at.
        opened: Id of the document that the reader has open: what "văn bản này" means.

    Raises:
        QuestionError: If the question cannot be asked.
    """

    def read(text: str) -> Query:
        return searcher.understand(text, literal=literal, scope=scope)

    with searcher.reading():  # once, whatever asks it below
        asked = check_question(question)
        request = find_relation_request(asked)
        issued = find_issued_text(asked)
        standing = find_standing_request(asked)
        told = reply_with_relations(searcher, read(asked), request, opened) if request else None
        told = told or (reply_with_standings(searcher, read(asked), standing, opened) if standing else None)
        told = told or (reply_with_issuer(searcher, read(asked), issued) if issued else None)
        answer = told or _answer(searcher, asked, read, chosen)
    return replace(answer, question=question, as_of=scope.as_of or answer.as_of)


def _answer(searcher: Searcher, asked: str, read: Callable[[str], Query], chosen: Collection[str]) -> Answer:
    query = read(asked)
    if asks_what_is_missing(asked):
        return reply_with_missing(searcher, query)
    if comparison := find_comparison(asked):
        return _show_sides(searcher, query, comparison)
    if request := find_request(asked):
        return reply_with_documents(searcher, query, request, chosen)
    whole = reply_with_paragraphs(searcher, query, chosen)
    parts = {part: reply_with_paragraphs(searcher, read(part), chosen) for part in split_question(asked)}
    return join_parts(searcher, whole, parts) if parts else whole


def _show_sides(searcher: Searcher, query: Query, comparison: Comparison) -> Answer:
    sides = find_sides(searcher, query, comparison)
    quotes = tuple(quote for side in sides for quote in side.quotes)
    digests = tuple(digest for side in sides for digest in side.digests)
    answered, ways = bool(quotes), find_ways_to_compare(searcher, sides)
    read = float(answered), query.changed, query.conditions, digests
    said = tr(_COMPARES if ways else _COMPARES_NOT)
    return Answer(query.typed, query.understood, answered, None, said, quotes, (), *read, sides=sides, ways=ways)
