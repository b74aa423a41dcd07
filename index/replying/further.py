"""What stands under an answer: the next passages that the same search found, as quotes."""

from __future__ import annotations

from index.answer import Answer
from index.answering.compose import Composer
from index.answering.coverage import Scale
from index.answering.matched import find_matched
from index.query import Query
from index.quotes import Quote, unmark
from index.search import Hit, Searcher
from ingest.passage_text import name_part, only_names


def find_further(searcher: Searcher, query: Query, answer: Answer) -> tuple[Quote, ...]:
    """Quotes of what *answer* found and does not show, in the order of the search; no sentence of theirs stands out.

    As in the answer, what says the same as another is named with it and not shown a second time. Who signs, and who
    is to have a document, stands there only where the question has a word of it.
    """
    found = [hit for hit in answer.found if not only_names(hit.passage) or _is_asked_for(hit, query)]
    shown = (*answer.quotes, *answer.nearest)
    with searcher.reading() as library:
        composer = Composer(searcher, library, query, Scale(query, searcher.index.lexical))
        return tuple(map(unmark, composer.compose(found, found, len(found), shown)))


def _is_asked_for(hit: Hit, query: Query) -> bool:
    """Whether the question has a word of the passage, or of what people call that part of a document."""
    return bool(find_matched(query, f"{name_part(hit.passage, hit.metadata)}\n{hit.passage.text}"))
