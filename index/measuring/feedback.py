"""What readers said of answers, against what is answered today in their own library."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeAlias

from index.answer import Answer
from index.ask import answer_question
from index.encode import Encoder
from index.measuring.evaluate_answers import measure_latency
from index.measuring.metrics import Evaluation, average, bootstrap
from index.search import open_searcher
from index.settings import Settings
from ingest.desk.file import open_desk
from ingest.desk.values import Judgement
from ingest.errors import UsageError
from ingest.store import open_library

NAME = "feedback"
_FIRST = 3
Shown: TypeAlias = tuple[str, int, int]
"""A quote: id of its document, first character, one past the last."""


def evaluate_feedback(settings: Settings, encoder: Encoder | None = None) -> Evaluation:
    """Ask every judged question again.

    ``useful`` is the share of answers called useful when they were judged; ``kept`` of these how many still show among
    their first three quotes the one that came first; ``still_shown`` of the others how many still begin as they did.

    Raises:
        UsageError: If nobody judged an answer yet.
        ModelError: If the model cannot be loaded.
    """
    with open_desk(settings.home) as desk:
        judged = desk.judgements.list_all()
    if not judged:
        raise UsageError(
            "Chưa có đánh giá nào để đo. Trên trang Hỏi đáp, hãy bấm Hữu ích hoặc Chưa hữu ích dưới câu trả lời."
        )
    judged = _call_by_present_ids(settings, judged)
    searcher = open_searcher(settings, encoder)
    values: dict[str, list[float]] = {"useful": [], "kept": [], "still_shown": []}
    seconds = []
    for one in judged:
        began = time.perf_counter()
        answer = answer_question(searcher, one.question)
        seconds.append(time.perf_counter() - began)
        values["useful"].append(float(one.useful))
        values["kept" if one.useful else "still_shown"].append(float(_still_shows(one, answer)))
    told = {name: row for name, row in values.items() if row}
    cases = {name: len(row) for name, row in told.items()}
    return Evaluation(NAME, len(judged), average(told), bootstrap(told), measure_latency(seconds), {}, cases)


def _call_by_present_ids(settings: Settings, judged: Sequence[Judgement]) -> list[Judgement]:
    """Each with the ids that the documents of its quotes bear today: a corrected sign or date gave them others."""
    with open_library(settings.home, settings.sight) as library:
        now = library.find_renamed(document for one in judged for document, _, _ in one.shown)
    return [
        replace(one, shown=tuple((now.get(document, document), start, end) for document, start, end in one.shown))
        for one in judged
    ]


def _still_shows(one: Judgement, answer: Answer) -> bool:
    """Whether what came first comes first still, of a useful answer among the first; nothing shown is nothing again."""
    quotes = [(quote.document, quote.start, quote.end) for quote in answer.quotes[: _FIRST if one.useful else 1]]
    if not one.shown:
        return not quotes
    return _meets(one.shown[0], quotes)


def _meets(shown: Shown, quotes: Iterable[Shown]) -> bool:
    """Whether one of *quotes* holds characters of *shown*."""
    document, start, end = shown
    return any(other == document and first < end and start < last for other, first, last in quotes)
