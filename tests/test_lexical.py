"""BM25 over the fields of each signal, against the formula written out; what is not held adds nothing."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.lexical import FIELDS, SIGNALS, LexicalIndex, tokenize_passage

K1, B = 0.9, 0.9
TEXTS = ("kiểm tra giám sát kiểm tra", "dân vận", "kiểm tra cơ sở", "tổ chức cán bộ kiểm điểm cơ sở dân vận", "dân")
NO_PAIRS: dict[str, list[str]] = {"near": ["a b"], "marked-pairs": ["a b"]}
TOKENS = st.lists(st.sampled_from(["kiểm", "tra", "dân", "vận", "cơ", "sở", "lạ"]), max_size=6)


def spread(texts: Sequence[str]) -> list[dict[str, list[str]]]:
    """The same plain tokens in every field."""
    return [dict.fromkeys(FIELDS, text.split()) for text in texts]


def score_plainly(
    passages: Sequence[Mapping[str, list[str]]], asked: Mapping[str, Sequence[str]]
) -> dict[str, list[float]]:
    """BM25 as Lucene counts it, summed over the fields of each signal, one passage after the other."""
    return {
        signal: [
            sum(_score(passages, row, field, asked[field]) for field in fields if field in asked)
            for row in range(len(passages))
        ]
        for signal, fields in SIGNALS.items()
    }


def as_lists(scores: Mapping[str, np.ndarray]) -> dict[str, list[float]]:
    """Scores that can be compared."""
    return {signal: row.tolist() for signal, row in scores.items()}


def same(left: Mapping[str, Sequence[float]], right: Mapping[str, Sequence[float]]) -> bool:
    """Equal but for rounding."""
    return all(list(left[signal]) == pytest.approx(list(right[signal]), abs=1e-5) for signal in SIGNALS)


def _score(passages: Sequence[Mapping[str, list[str]]], row: int, field: str, asked: Sequence[str]) -> float:
    average = sum(len(passage[field]) for passage in passages) / len(passages)
    counts, total = Counter(passages[row][field]), 0.0
    for token in asked:
        holders = sum(token in passage[field] for passage in passages)
        idf = math.log(1 + (len(passages) - holders + 0.5) / (holders + 0.5))
        length = K1 * (1 - B + B * len(passages[row][field]) / average)
        total += idf * counts[token] / (counts[token] + length)
    return total


@given(TOKENS, TOKENS)
@settings(max_examples=50)
def test_scores_are_those_of_the_formula(marked: list[str], bare: list[str]) -> None:
    passages = spread(TEXTS)
    asked = {"words": [], "marked": marked, "bare": bare, "near": marked}
    scores = LexicalIndex.build(passages).score(asked)
    assert {row.dtype.name for row in scores.values()} == {"float32"}
    assert same(as_lists(scores), score_plainly(passages, asked))


def test_fields_are_counted_apart() -> None:
    passages = [
        {"words": ["kiểm_tra"], "marked": ["kiểm", "tra", "và"], "bare": ["kiem", "tra"]} | NO_PAIRS,
        {"words": ["tra_cứu", "và"], "marked": ["tra"], "bare": ["kiem"]} | NO_PAIRS,
    ]
    asked = {"words": ["kiểm_tra"], "marked": ["tra", "tra"], "bare": ["kiem"]}
    found = LexicalIndex.build(passages).score(asked)
    assert same(as_lists(found), score_plainly(passages, asked))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("hợp đồng lao động", True, id="neighbours"),
        pytest.param("hợp đồng của lao động", True, id="with-one-between"),
        pytest.param("hợp đồng của người lao động", False, id="with-two-between"),
        pytest.param("lao động hợp đồng", False, id="the-other-way-round"),
        pytest.param("hop dong lao dong", True, id="without-marks"),
    ],
)
def test_a_pair_is_found_where_one_syllable_at_most_stands_between_its_two(text: str, found: bool) -> None:
    index = LexicalIndex.build([tokenize_passage(text), tokenize_passage("dân vận")])
    scores = index.score({"near": ["dong lao"]})["pairs"]
    assert (scores > 0).tolist() == [found, False]


def test_neighbours_that_the_passages_know_score_nothing_of_their_own() -> None:
    index = LexicalIndex.build([tokenize_passage("kiểm tra cơ sở")])
    assert index.knows("marked-pairs", "kiểm tra")
    assert {row.sum() for row in index.score({"marked-pairs": ["kiểm tra"]}).values()} == {0}


def test_unknown_tokens_add_nothing() -> None:
    index = LexicalIndex.build(spread(TEXTS))
    nothing = {signal: [0.0] * len(TEXTS) for signal in SIGNALS}
    assert as_lists(index.score({"marked": ["hộ", "chiếu"]})) == nothing
    assert as_lists(index.score({"marked": ["dân", "hộ"]})) == as_lists(index.score({"marked": ["dân"]}))
    assert as_lists(index.score({"words": [], "marked": [], "bare": []})) == nothing
    assert as_lists(index.score({})) == nothing


@pytest.mark.parametrize(
    ("token", "holders"),
    [
        pytest.param("kiểm", 3, id="counted-once-a-passage"),
        pytest.param("giám", 1, id="one"),
        pytest.param("lạ", 0, id="none"),
    ],
)
def test_frequency_is_the_number_of_passages_that_have_a_token(token: str, holders: int) -> None:
    index = LexicalIndex.build(spread(TEXTS))
    assert index.rows == len(TEXTS)
    assert index.frequency("bare", token) == holders
    assert index.knows("bare", token) is (holders > 0)
    assert not index.knows("no such field", token)


def test_a_library_without_passages_knows_nothing(tmp_path: Path) -> None:
    empty = LexicalIndex.build([])
    empty.save(tmp_path)
    for index in (empty, LexicalIndex.load(tmp_path, 0)):
        assert index.rows == 0
        assert {row.shape for row in index.score({"marked": ["kiểm"]}).values()} == {(0,)}
        assert index.frequency("marked", "kiểm") == 0


def test_one_passage_is_enough() -> None:
    index = LexicalIndex.build(spread(["kiểm tra"]))
    asked = {"marked": ["kiểm"]}
    assert same(as_lists(index.score(asked)), score_plainly(spread(["kiểm tra"]), asked))


def test_what_was_saved_is_loaded_again(tmp_path: Path) -> None:
    built = LexicalIndex.build(spread(TEXTS))
    built.save(tmp_path)
    loaded = LexicalIndex.load(tmp_path, len(TEXTS))
    asked = {"words": ["kiểm"], "marked": ["dân", "vận"], "bare": ["cơ", "sở"]}
    assert as_lists(loaded.score(asked)) == as_lists(built.score(asked))
    assert loaded.frequency("words", "kiểm") == 3
    assert [file for file in tmp_path.rglob("*") if file.is_file() and file.suffix not in (".json", ".npy")] == []


def test_a_passage_has_words_and_syllables_with_their_pairs() -> None:
    assert tokenize_passage("Kiểm tra cơ sở.") == {
        "words": ["kiểm_tra", "cơ_sở"],
        "marked": ["kiểm", "tra", "cơ", "sở"],
        "bare": ["kiem", "tra", "co", "so"],
        "near": ["kiem tra", "tra co", "co so", "kiem co", "tra so"],
        "marked-pairs": ["kiểm tra", "tra cơ", "cơ sở"],
    }
