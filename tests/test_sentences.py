"""Which sentences of a paragraph stand out."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.answering.coverage import Scale
from index.answering.sentences import choose_sentences
from index.query import understand
from ingest.passages import find_sentences
from tests.fakes import FakeVocabulary

NUMBER = re.compile(r"\d+")
TEXT = (
    "1. Người đại diện có thể tự mình làm đơn kháng cáo. Đơn phải ghi họ tên, địa chỉ của đương sự; "
    "ở phần cuối đơn, người kháng cáo phải ký tên hoặc điểm chỉ. Thư viện mở cửa buổi sáng."
)
FORM = "4. Hồ sơ khai báo gồm họ và tên; lý do vắng mặt; thời gian vắng mặt; nơi đến. Hồ sơ nộp tại xã."
COST = "Lệ phí cấp thẻ do Bộ quy định. Lệ phí cấp thẻ lần đầu là 50 nghìn. Thẻ có ảnh màu."


def choose(question: str, text: str, above: str = "", asked: re.Pattern[str] | None = None) -> list[str]:
    vocabulary = FakeVocabulary(TEXT, FORM, COST)
    scale = Scale(understand(question, vocabulary), vocabulary)
    spans = find_sentences(text)
    return [text[a:b] for a, b in choose_sentences(text, spans, scale, ((above, 0.8),), asked)]


@pytest.mark.parametrize(
    ("question", "text", "above", "asked", "expected"),
    [
        pytest.param(
            "Địa chỉ đương sự?", TEXT, "", None, ["Đơn phải ghi họ tên, địa chỉ của đương sự;"], id="a-clause"
        ),
        pytest.param(
            "Người đại diện làm đơn kháng cáo, ai ký tên hoặc điểm chỉ?",
            TEXT,
            "",
            None,
            [
                "1. Người đại diện có thể tự mình làm đơn kháng cáo.",
                "ở phần cuối đơn, người kháng cáo phải ký tên hoặc điểm chỉ.",
            ],
            id="the-one-that-adds-stands-out-too",
        ),
        pytest.param(
            "Hồ sơ khai báo gồm những gì?",
            FORM,
            "",
            None,
            ["4. Hồ sơ khai báo gồm họ và tên;", "lý do vắng mặt;", "thời gian vắng mặt;", "nơi đến."],
            id="an-enumeration-whole",
        ),
        pytest.param(
            "Lệ phí cấp thẻ bao nhiêu?", COST, "", NUMBER, ["Lệ phí cấp thẻ lần đầu là 50 nghìn."], id="the-number"
        ),
        pytest.param(
            "Lệ phí cấp thẻ?",
            COST,
            "",
            None,
            ["Lệ phí cấp thẻ do Bộ quy định.", "Lệ phí cấp thẻ lần đầu là 50 nghìn."],
            id="equals",
        ),
        pytest.param(
            "Ảnh màu trong thẻ của người đại diện kháng cáo?",
            COST,
            "Người đại diện kháng cáo",
            None,
            ["Thẻ có ảnh màu."],
            id="what-the-heading-says-need-not-be-said-again",
        ),
    ],
)
def test_the_sentences_that_answer_stand_out(
    question: str, text: str, above: str, asked: re.Pattern[str] | None, expected: list[str]
) -> None:
    assert choose(question, text, above, asked) == expected


@given(st.lists(st.sampled_from(f"{TEXT} {FORM} {COST}".split()), min_size=1, max_size=40))
def test_some_sentence_always_stands_out_and_each_is_one_of_the_text(words: list[str]) -> None:
    text = " ".join(words)
    spans = find_sentences(text)
    vocabulary = FakeVocabulary(TEXT)
    scale = Scale(understand("lệ phí kháng cáo", vocabulary), vocabulary)
    chosen = choose_sentences(text, spans, scale)
    assert chosen
    assert list(chosen) == sorted(set(chosen) & set(spans))
    assert choose_sentences(text, spans, scale) == chosen
