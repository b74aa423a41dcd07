"""What stands under an answer: the next passages that the same search found, as quotes."""

from __future__ import annotations

from index.answer import Answer
from index.answering.compose import Composer
from index.answering.coverage import Scale
from index.query import Query
from index.quotes import Quote, unmark
from index.search import Searcher


def find_further(searcher: Searcher, query: Query, answer: Answer) -> tuple[Quote, ...]:
    """Quotes of what *answer* found and does not show, in the order of the search; no sentence of theirs stands out.

    As in the answer, what says the same as another is named with it and not shown a second time.
    """
    shown = (*answer.quotes, *answer.nearest)
    with searcher.reading() as library:
        composer = Composer(searcher, library, query, Scale(query, searcher.index.lexical))
        return tuple(map(unmark, composer.compose(answer.found, answer.found, len(answer.found), shown)))
