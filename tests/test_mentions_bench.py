"""The measure of mentions: what is found, what is false, and the floors on the half of the labels kept as a test."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bench.mentions import FLOORS, SENTENCES, make_figures, read_sentences, score_sentence

SENTENCE = "Theo khoản 2 Điều 5 Quy định số 102-QĐ/TW, ngày 15/11/2017 và Nghị quyết 39."
SIGN = {
    "text": "Quy định số 102-QĐ/TW",
    "start": 20,
    "number": "102-QĐ/TW",
    "type": "Quy định",
    "date": "2017-11-15",
    "term": "",
    "name": "",
    "provision": "dieu-5.khoan-2",
}
SHORT = {
    **SIGN,
    "text": "Nghị quyết 39",
    "start": 62,
    "number": "39",
    "type": "Nghị quyết",
    "date": "",
    "provision": "",
}


def label(*mentions: dict[str, Any], text: str = SENTENCE, **more: Any) -> dict[str, Any]:
    return {"text": text, "about": "thử", "half": "test", "mentions": list(mentions), **more}


def test_counts_what_is_read_as_labelled() -> None:
    figures = make_figures([score_sentence(label(SIGN, SHORT))])
    assert (figures["found"], figures["false"], figures["missed"]) == (2, 0, 0)
    assert (figures["precision"], figures["recall"], figures["date"], figures["provision"]) == (1.0, 1.0, 1.0, 1.0)


@pytest.mark.parametrize(
    ("other", "found"),
    [
        pytest.param({"number": "102/QĐ-TW"}, 2, id="written-otherwise"),
        pytest.param({"number": "101-QĐ/TW"}, 1, id="another-sign"),
        pytest.param({"start": 60, "text": "và"}, 1, id="another-place"),
        pytest.param({"start": 32, "text": "102-QĐ/TW"}, 2, id="the-same-place-cut-otherwise"),
    ],
)
def test_a_mention_is_found_in_its_place_as_its_document(other: dict[str, Any], found: int) -> None:
    scored = score_sentence(label({**SIGN, **other}, SHORT))
    assert (len(scored.found), len(scored.false), len(scored.missed)) == (found, 2 - found, 2 - found)


def test_of_those_found_the_day_and_the_provision_are_counted_apart() -> None:
    figures = make_figures([score_sentence(label({**SIGN, "date": "2016-11-15", "provision": "dieu-6"}, SHORT))])
    assert (figures["precision"], figures["date"], figures["provision"]) == (1.0, 0.0, 0.0)


def test_what_is_spoken_of_as_named_above_is_neither_right_nor_wrong() -> None:
    scored = score_sentence(label(SIGN, SHORT, text=SENTENCE + " Theo Quy định nêu trên."))
    assert (len(scored.found), scored.false, scored.missed) == (2, [], [])


def test_references_to_the_text_itself_are_counted() -> None:
    text = "Theo Điều 8, 9 Quy chế này."
    internal = [{"text": "Điều 8, 9 Quy chế này", "start": 5, "path": "van-ban-nay.dieu-8;van-ban-nay.dieu-9"}]
    assert score_sentence(label(text=text, internal=internal)).internal == (2, 2)


@pytest.mark.parametrize("file", SENTENCES, ids=[file.stem for file in SENTENCES])
def test_mentions_are_found_as_well_as_promised_on_the_half_nobody_tunes_to(file: Path) -> None:
    figures = make_figures([score_sentence(one) for one in read_sentences([file], half="test")])
    assert figures["found"] > 50
    assert [name for name, floor in FLOORS.items() if figures[name] < floor] == []
