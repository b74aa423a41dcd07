"""Figures of the answers: whether what is quoted holds the answer, and whether nothing is quoted that does not."""

from __future__ import annotations

import re
import time
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from index.answer import Answer
from index.ask import answer_question
from index.build import Progress
from index.encode import Encoder
from index.measuring.metrics import Evaluation, Level, auroc, average, bootstrap, bootstrap_apart
from index.measuring.suites import DATA, Case, Suite, without
from index.quotes import Quote
from index.search import Searcher, open_searcher
from ingest.store import open_library

LEFT_OUT_FILE = DATA / "eval" / "decline.toml"
_FIRST = 3
_ANSWERED = 0.95
_TRUE_OR_FALSE = frozenset({"Đúng", "Sai"})
_SEPARATORS = re.compile(r"[\W_]+")
_LEVELS = ((0.0, 0.2), (0.2, 0.45), (0.45, 0.6), (0.6, 0.75), (0.75, 0.9), (0.9, 1.0))


@dataclass(frozen=True, slots=True)
class AskedCase:
    """A question answered.

    Attributes:
        quoted: Keys of its quotes, in their order.
    """

    case: Case
    answer: Answer
    quoted: tuple[str, ...]
    seconds: float


# --- answers ---------------------------------------------------------------------------------------------


def evaluate_answers(suite: Suite, encoder: Encoder | None = None) -> Evaluation:
    """Of every question whose answer stands word for word in its article: is it inside the first three quotes?

    Of those to be told true or false: is a paragraph of the right article the first quote?

    Raises:
        ModelError: If the model cannot be loaded.
    """
    searcher = open_searcher(suite.settings, encoder)
    texts = _read_articles(suite)
    values: dict[str, list[float]] = {"free_text": [], "choice": [], "true_false": []}
    seconds = []
    for case in suite.cases:
        kind, expected = _read_expected(case, texts)
        if kind:
            asked = _ask(suite, searcher, case)
            seconds.append(asked.seconds)
            right = _holds(asked, expected) if expected else asked.quoted[:1] and asked.quoted[0] in case.relevant
            values[kind].append(float(bool(right)))
    together = {"contained": values["free_text"] + values["choice"], **values}
    cases = {name: len(row) for name, row in together.items()}
    questions = cases["contained"] + cases["true_false"]
    return Evaluation(
        suite.name, questions, average(together), bootstrap(together), measure_latency(seconds), {}, cases
    )


def _read_expected(case: Case, texts: Mapping[str, str]) -> tuple[str, str]:
    """Kind of the question, and the words its quotes must hold; no kind where it cannot be told from the words."""
    if case.answer in _TRUE_OR_FALSE and not case.choices:
        return "true_false", ""
    kind, words = ("choice", case.choices.get(case.answer, "")) if case.choices else ("free_text", case.answer)
    stands = _plain(words) and any(_plain(words) in _plain(texts.get(key, "")) for key in case.relevant)
    return (kind, words) if stands else ("", "")


def _holds(asked: AskedCase, words: str) -> bool:
    return any(_plain(words) in _plain(_whole(quote)) for quote in asked.answer.quotes[:_FIRST])


def _whole(quote: Quote) -> str:
    return "\n".join((quote.text, *(item.text for item in quote.items)))


def _plain(text: str) -> str:
    """Words alone, each between spaces."""
    words = _SEPARATORS.sub(" ", text.casefold()).strip()
    return f" {words} " if words else ""


def _read_articles(suite: Suite) -> dict[str, str]:
    """Key -> the words of an article."""
    found: dict[str, list[str]] = defaultdict(list)
    with open_library(suite.settings.home) as library:
        sources = {held.id: held.metadata.source or "" for held in library.documents()}
        for _, passage in library.passages():
            found[suite.key(passage, sources[passage.document_id])].append(passage.text)
    return {key: "\n".join(texts) for key, texts in found.items()}


# --- declining -------------------------------------------------------------------------------------------


def evaluate_declining(
    suite: Suite, encoder: Encoder | None = None, progress: Progress = lambda *_: None
) -> Evaluation:
    """Every question asked twice: with its law in the library, and with that law taken out.

    Those that another law answers too (``data/eval/decline.toml``) are left out.

    Raises:
        ModelError: If the model cannot be loaded.
    """
    pairs = list(ask_twice(suite, encoder, progress))
    held = [with_law.answer for with_law, _ in pairs]
    gone = [without_law.answer for _, without_law in pairs]
    sure, unsure = [one.probability for one in held], [one.probability for one in gone]
    bar = float(np.quantile(sure, 1 - _ANSWERED)) if sure else 0.0
    apart = {"auroc": auroc(sure, unsure)}
    shares = {
        f"wrongly_answered@{_ANSWERED:.2f}".replace("0.", ""): [float(one >= bar) for one in unsure],
        "answered": [float(one.answered) for one in held],
        "wrongly_answered": [float(one.answered) for one in gone],
    }
    intervals = {"auroc": bootstrap_apart(sure, unsure), **bootstrap(shares)}
    left_out = {"left_out": len(suite.cases) - len(pairs)}
    latency = measure_latency([one.seconds for pair in pairs for one in pair])
    metrics = {**apart, **average(shares)}
    levels = make_levels(sure, unsure)
    return Evaluation(suite.name, len(pairs), metrics, intervals, latency, {}, left_out, levels)


def ask_twice(
    suite: Suite, encoder: Encoder | None = None, progress: Progress = lambda *_: None
) -> Iterator[tuple[AskedCase, AskedCase]]:
    """Each question that is not left out, asked with its laws and without them."""
    cases = [case for case in suite.cases if case.name not in read_left_out()]
    searcher = open_searcher(suite.settings, encoder)
    by_sources: dict[frozenset[str], list[Case]] = defaultdict(list)
    for case in cases:
        by_sources[case.sources].append(case)
    done = 0
    for sources, group in sorted(by_sources.items(), key=lambda one: sorted(one[0])):
        with_laws = [_ask(suite, searcher, case) for case in group]
        with without(suite, sources, lambda *_: None) as settings:
            poorer = open_searcher(settings, searcher.encoder)
            without_laws = [_ask(suite, poorer, case) for case in group]
        yield from zip(with_laws, without_laws, strict=True)
        done += len(group)
        progress("Đang hỏi", done, len(cases))


@cache
def read_left_out(file: Path = LEFT_OUT_FILE) -> Mapping[str, Mapping[str, str]]:
    """Name of a question -> where its answer still stands without its law, and why it answers."""
    return tomllib.loads(file.read_text(encoding="utf-8"))


def make_levels(sure: Sequence[float], unsure: Sequence[float]) -> tuple[Level, ...]:
    """The reliability table: by probability, how many questions there were, and how many of them had an answer."""
    levels = []
    for low, high in _LEVELS:
        with_answer, without_answer = (
            [one for one in values if low <= one < high or one == high == 1.0] for values in (sure, unsure)
        )
        questions = len(with_answer) + len(without_answer)
        mean = float(np.mean(with_answer + without_answer)) if questions else 0.0
        levels.append(Level(low, high, questions, mean, len(with_answer) / questions if questions else 0.0))
    return tuple(levels)


# --- asking ----------------------------------------------------------------------------------------------


def _ask(suite: Suite, searcher: Searcher, case: Case) -> AskedCase:
    began = time.perf_counter()
    answer = answer_question(searcher, case.question)
    seconds = time.perf_counter() - began
    quoted = tuple(suite.key_of(quote.address, quote.metadata.source or "") for quote in answer.quotes)
    return AskedCase(case, answer, quoted, seconds)


def measure_latency(seconds: Sequence[float]) -> dict[str, float]:
    """``p50`` and ``p95``, in milliseconds."""
    p50, p95 = np.quantile(seconds, [0.5, 0.95]) if seconds else (0.0, 0.0)
    return {"p50": 1000 * float(p50), "p95": 1000 * float(p95)}
