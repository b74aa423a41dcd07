"""Whether the library answers: a logistic model of what the search found, figures from laws that it was not shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench.notice import Question
from index.answering.coverage import Scale
from index.answering.strength import CANDIDATES, find_features
from index.encode import Encoder
from index.measuring.evaluate_answers import make_levels, read_left_out
from index.measuring.metrics import Level, auroc
from index.measuring.suites import Case, Suite, without
from index.search import Searcher, open_searcher
from index.settings import Settings
from ingest.console import show_progress

_NOTICE_GROUPS = 8
_REGULARISATION = 1.0


@dataclass(frozen=True, slots=True)
class Sample:
    """A question asked of a library.

    Attributes:
        suite: Where it is from.
        group: Questions of a group are never on both sides of a fold.
        held: Whether the library answers it.
        weight: How much it counts in the fit.
    """

    suite: str
    group: str
    held: bool
    weight: float
    features: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Crossed:
    """What the model is worth on a suite, or on a kind of question.

    Attributes:
        wrong: Share of what is not held that is answered where 95 % of what is held are.
        declined: Share of what is held that is declined at the bar for answering.
        answered: Share of what is not held that is answered there.
    """

    auroc: float
    wrong: float
    declined: float
    answered: float


@dataclass(frozen=True, slots=True)
class FittedAnswering:
    """The model, and what it is worth on groups it was not fitted on.

    Attributes:
        weights: Coefficients by feature, and ``"intercept"``.
        crossed: By suite.
        levels: Of the first suite.
    """

    weights: dict[str, float]
    crossed: dict[str, Crossed]
    levels: tuple[Level, ...]


def gather_laws(suites: Sequence[tuple[Suite, float]], encoder: Encoder) -> Iterator[Sample]:
    """Each question of *suites*, which share a library, with its law in the library and with that law taken out.

    Args:
        suites: With what a question of each counts.
    """
    by_sources: dict[frozenset[str], list[tuple[str, float, Case]]] = defaultdict(list)
    for suite, counts in suites:
        for case in suite.cases:
            if case.name not in read_left_out():
                by_sources[case.sources].append((suite.name, counts, case))
    first, _ = suites[0]
    full = open_searcher(first.settings, encoder)
    done = 0
    for sources, group in sorted(by_sources.items(), key=lambda one: sorted(one[0])):
        with without(first, sources, lambda *_: None) as settings:
            poorer = open_searcher(settings, encoder)
            for name, counts, case in group:
                for held, searcher in ((True, full), (False, poorer)):
                    yield Sample(name, min(sources), held, counts, _ask(searcher, case.question))
        done += len(group)
        show_progress("Đang hỏi các luật", done, sum(map(len, by_sources.values())))


def gather_notice(
    name: str, counts: float, questions: Sequence[Question], settings: Settings, encoder: Encoder
) -> Iterator[Sample]:
    """Our own questions on the notice, with an answer and without, as the suite *name*; *counts* as in the laws."""
    searcher = open_searcher(settings, encoder)
    for place, question in enumerate(questions):
        group = f"notice {place % _NOTICE_GROUPS}"
        yield Sample(name, group, bool(question.places), counts, _ask(searcher, question.question))


def fit_answering(samples: Sequence[Sample], bar: float) -> FittedAnswering:
    """The model of all *samples*; its figures come from models that did not see the sample's group.

    *bar* is the least probability at which the library answers.
    """
    features = np.array([list(one.features.values()) for one in samples])
    held = np.array([one.held for one in samples])
    weights = np.array([one.weight for one in samples])
    groups = np.array([one.group for one in samples])
    crossed = np.zeros(len(samples))
    for group in sorted(set(groups)):
        rest = groups != group
        model = _fit(features[rest], held[rest], weights[rest])
        crossed[~rest] = model.predict_proba(features[~rest])[:, 1]
    suites = np.array([one.suite for one in samples])
    figures = {name: _judge(crossed[suites == name], held[suites == name], bar) for name in dict.fromkeys(suites)}
    first = suites == suites[0]
    levels = make_levels(crossed[first & held].tolist(), crossed[first & ~held].tolist())
    return FittedAnswering(_read_model(_fit(features, held, weights), list(samples[0].features)), figures, levels)


def draw_answering(found: FittedAnswering) -> str:
    """The figures as a table, and how far the probability is to be relied on."""
    lines = [f"{'other laws':<20}{'AUROC':>10}{'wrong at 95 %':>16}{'declined':>10}{'answered':>10}"]
    lines += [
        f"{name:<20}{one.auroc:>10.4f}{one.wrong:>16.3f}{one.declined:>10.3f}{one.answered:>10.3f}"
        for name, one in found.crossed.items()
    ]
    lines += ["", f"{'probability':<20}{'questions':>10}{'told':>10}{'held':>10}"]
    lines += [
        f"{f'{one.low:.2f} - {one.high:.2f}':<20}{one.questions:>10}{one.mean:>10.3f}{one.share:>10.3f}"
        for one in found.levels
    ]
    return "\n".join(lines)


def _ask(searcher: Searcher, question: str) -> Mapping[str, float]:
    query = searcher.understand(question)
    found = searcher.find(query, CANDIDATES)
    scale = Scale(query, searcher.index.lexical)
    return find_features(found.hits, query, scale, found.coherence)


def _fit(features: NDArray[Any], held: NDArray[Any], weights: NDArray[Any]) -> Any:
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    model = make_pipeline(StandardScaler(), LogisticRegression(C=_REGULARISATION, max_iter=2000))
    return model.fit(features, held, logisticregression__sample_weight=weights)


def _read_model(model: Any, names: Sequence[str]) -> dict[str, float]:
    """The coefficients for features as they come, without the scaling."""
    scaler, logistic = model[0], model[-1]
    slopes = logistic.coef_[0] / scaler.scale_
    intercept = float(logistic.intercept_[0] - (slopes * scaler.mean_).sum())
    return {"intercept": intercept, **{name: float(slope) for name, slope in zip(names, slopes, strict=True)}}


def _judge(probabilities: NDArray[Any], held: NDArray[Any], bar: float) -> Crossed:
    sure, unsure = probabilities[held], probabilities[~held]
    wrong = float((unsure >= np.quantile(sure, 0.05)).mean())
    return Crossed(auroc(sure, unsure), wrong, float((sure < bar).mean()), float((unsure >= bar).mean()))
