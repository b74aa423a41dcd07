"""Two lists of scores -> one: neither side's unit counts, and unmarked questions lean on words."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.fusion import fuse

ROWS = 5
SCORES = st.lists(st.integers(-1000, 1000).map(lambda n: n / 100), min_size=ROWS, max_size=ROWS).map(
    lambda row: np.array(row, dtype=np.float32)
)
SHARE = st.floats(0, 1)


@given(SCORES, SCORES, SHARE, st.floats(0.5, 20), st.floats(-5, 5))
def test_scale_and_origin_of_either_side_change_nothing(
    lexical: np.ndarray, semantic: np.ndarray, share: float, scale: float, shift: float
) -> None:
    fused = fuse(lexical, semantic, share)
    assert fuse(lexical * np.float32(scale) + np.float32(shift), semantic, share) == pytest.approx(fused, abs=1e-2)
    assert fuse(lexical, semantic * np.float32(scale) + np.float32(shift), share) == pytest.approx(fused, abs=1e-2)


@given(SCORES, SHARE, st.floats(-5, 5))
def test_a_side_that_tells_nothing_apart_leaves_the_order_to_the_other(
    scores: np.ndarray, share: float, level: float
) -> None:
    flat = np.full(ROWS, level, dtype=np.float32)
    order = np.argsort(-scores, kind="stable").tolist()
    assert np.argsort(-fuse(scores, flat, share), kind="stable").tolist() == order
    assert np.argsort(-fuse(flat, scores, share), kind="stable").tolist() == order


@given(SCORES, SCORES, SHARE)
def test_a_row_that_is_better_on_both_sides_is_better(lexical: np.ndarray, semantic: np.ndarray, share: float) -> None:
    fused = fuse(lexical, semantic, share)
    for a in range(ROWS):
        for b in range(ROWS):
            if lexical[a] > lexical[b] and semantic[a] > semantic[b]:
                assert fused[a] > fused[b]


def test_meaning_weighs_less_for_a_question_typed_without_marks() -> None:
    by_words, by_meaning = np.array([1, 0, 0], dtype=np.float32), np.array([0, 0.9, 0.85], dtype=np.float32)
    gaps = [float(np.subtract(*fuse(by_words, by_meaning, share)[:2])) for share in (0.0, 0.5, 1.0)]
    assert gaps[0] > gaps[1] > gaps[2]
