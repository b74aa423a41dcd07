"""A question in parts: a quote for each part that is answered, and the word of each that is not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from index.answer import Answer, introduce, say_how_sure
from index.answering.compose import interleave_quotes
from index.answering.coverage import Scale
from index.quotes import Quote, measure_said
from index.replying.paragraphs import MOST_QUOTES
from index.search import Searcher
from ingest.language import tr

_NO_PART = "Chưa tìm thấy căn cứ cho phần: “{part}”. Hãy hỏi riêng phần này bằng từ khác."
_SPEAKS = 0.75
"""Share of the content of a part of the question, from which a quote speaks of it."""


def join_parts(searcher: Searcher, whole: Answer, parts: Mapping[str, Answer]) -> Answer:
    """*whole* with a quote for each part that is answered, and the word of each that nothing shown speaks of."""
    answered = [part for part in parts.values() if part.answered]
    if not answered:
        return whole
    firsts = {(part.quotes[0].document, part.quotes[0].start) for part in answered}
    if whole.answered and len(answered) == len(parts) and len(firsts) == 1:
        return whole
    most = MOST_QUOTES + len(answered) - 1
    quotes = interleave_quotes([part.quotes for part in answered], whole.quotes, most)
    unanswered = (name for name, part in parts.items() if not part.answered)
    notes = (*whole.notes, *(tr(_NO_PART, part=name) for name in unanswered if not _speak_of(searcher, quotes, name)))
    sure = whole.probability if whole.answered else max(part.probability for part in answered)
    lines = {
        (one.quotes[0].document, one.quotes[0].start): one.introduction for one in (whole, *answered) if one.quotes
    }
    line = lines.get((quotes[0].document, quotes[0].start), introduce(quotes[0]))
    joined = replace(whole, answered=True, probability=sure, confidence=say_how_sure(sure))
    return replace(joined, introduction=line, quotes=quotes, nearest=(), notes=notes)


def _speak_of(searcher: Searcher, quotes: Sequence[Quote], part: str) -> bool:
    """Whether one of *quotes* holds about all that a part of the question says: alone it may lack its subject."""
    scale = Scale(searcher.understand(part), searcher.index.lexical)
    return any(measure_said(quote, scale) >= _SPEAKS for quote in quotes)
