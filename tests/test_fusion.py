"""Several lists of scores -> one: no signal's unit counts, and unmarked questions lean on words."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.fusion import fuse, weigh

ROWS = 5
WEIGHTS = weigh(1.0, english=False)
SCORES = st.lists(st.integers(-1000, 1000).map(lambda n: n / 100), min_size=ROWS, max_size=ROWS).map(
    lambda row: np.array(row, dtype=np.float32)
)
SIGNALS = st.fixed_dictionaries(dict.fromkeys(WEIGHTS, SCORES))
SHARE = st.floats(0, 1)


@given(SIGNALS, SHARE, st.sampled_from(sorted(WEIGHTS)), st.floats(0.5, 20), st.floats(-5, 5))
def test_scale_and_origin_of_a_signal_change_nothing(
    signals: dict[str, np.ndarray], share: float, name: str, scale: float, shift: float
) -> None:
    moved = {**signals, name: signals[name] * np.float32(scale) + np.float32(shift)}
    assert fuse(moved, weigh(share, False)) == pytest.approx(fuse(signals, weigh(share, False)), abs=1e-2)


@given(SCORES, st.floats(0.1, 1), st.sampled_from(sorted(WEIGHTS)), st.floats(-5, 5))
def test_signals_that_tell_nothing_apart_leave_the_order_to_the_other(
    scores: np.ndarray, share: float, name: str, level: float
) -> None:
    flat = np.full(ROWS, level, dtype=np.float32)
    signals = dict.fromkeys(WEIGHTS, flat) | {name: scores}
    order = np.argsort(-scores, kind="stable").tolist()
    assert np.argsort(-fuse(signals, weigh(share, False)), kind="stable").tolist() == order


@given(SIGNALS, SHARE)
def test_a_row_that_is_better_in_every_signal_is_better(signals: dict[str, np.ndarray], share: float) -> None:
    fused = fuse(signals, weigh(share, False))
    for a in range(ROWS):
        for b in range(ROWS):
            if all(row[a] > row[b] for row in signals.values()):
                assert fused[a] > fused[b]


@given(SIGNALS, st.sampled_from(sorted(WEIGHTS)))
def test_a_signal_without_a_weight_adds_nothing(signals: dict[str, np.ndarray], name: str) -> None:
    others = {key: weight for key, weight in WEIGHTS.items() if key != name}
    without = {key: row for key, row in signals.items() if key != name}
    assert fuse(signals, others).tolist() == fuse(without, WEIGHTS).tolist()


def test_meaning_weighs_less_for_a_question_without_marks_and_more_for_an_english_one() -> None:
    weights = [weigh(share, english=False)["meaning"] for share in (0.0, 0.5, 1.0)]
    assert weights == sorted(set(weights))
    assert weigh(1.0, english=True)["meaning"] > weights[-1]
