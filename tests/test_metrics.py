"""Figures of a ranking against their definitions written out."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.measuring.metrics import auroc, average, bootstrap, measure_each

KEYS = st.lists(st.sampled_from("abcdefghijkl"), max_size=12, unique=True)
RELEVANT = st.sets(st.sampled_from("abcdefghijkl"), min_size=1, max_size=4).map(frozenset)


def measure_plainly(ranking: Sequence[str], relevant: frozenset[str]) -> dict[str, float]:
    """nDCG with gains of 0 and 1, recall, reciprocal rank; each by its definition."""
    gain = sum(1 / math.log2(place + 2) for place, key in enumerate(ranking[:10]) if key in relevant)
    ideal = sum(1 / math.log2(place + 2) for place in range(min(10, len(relevant))))
    first = next((place for place, key in enumerate(ranking[:10]) if key in relevant), None)
    recalls = {f"recall@{depth}": len(relevant & set(ranking[:depth])) / len(relevant) for depth in (1, 5, 10)}
    return {"ndcg@10": gain / ideal, **recalls, "mrr@10": 1 / (first + 1) if first is not None else 0.0}


@given(st.lists(st.tuples(KEYS, RELEVANT), min_size=1, max_size=5))
def test_each_question_is_measured_as_defined(cases: list[tuple[list[str], frozenset[str]]]) -> None:
    found = measure_each([ranking for ranking, _ in cases], [relevant for _, relevant in cases])
    for place, (ranking, relevant) in enumerate(cases):
        expected = measure_plainly(ranking, relevant)
        assert {name: values[place] for name, values in found.items()} == pytest.approx(expected, abs=1e-4)


def test_a_question_without_an_answer_found_counts_as_nothing() -> None:
    assert average(measure_each([[], ["b"]], [frozenset("a"), frozenset("b")])) == pytest.approx(
        dict.fromkeys(("ndcg@10", "recall@1", "recall@5", "recall@10", "mrr@10"), 0.5)
    )


def test_an_interval_holds_the_mean_and_is_the_same_every_time() -> None:
    values = {"ndcg@10": [0.0, 1.0, 1.0, 0.5, 1.0, 0.8]}
    low, high = bootstrap(values)["ndcg@10"]
    assert low < average(values)["ndcg@10"] < high
    assert bootstrap(values) == bootstrap(values)
    assert bootstrap({"ndcg@10": [0.7] * 9})["ndcg@10"] == pytest.approx((0.7, 0.7))


@pytest.mark.parametrize(
    ("with_answer", "without", "expected"),
    [
        pytest.param([0.9, 0.8], [0.1, 0.2], 1.0, id="apart"),
        pytest.param([0.1], [0.9, 0.8], 0.0, id="upside-down"),
        pytest.param([0.5], [0.5], 0.5, id="a-tie"),
        pytest.param([0.9, 0.3], [0.5, 0.1], 0.75, id="mixed"),
    ],
)
def test_auroc_is_how_often_the_answerable_is_surer(
    with_answer: list[float], without: list[float], expected: float
) -> None:
    assert auroc(with_answer, without) == pytest.approx(expected)
