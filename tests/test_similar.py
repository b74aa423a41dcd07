"""How alike two texts are: a version of one document, another document under its number, a near copy."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.models import Metadata
from ingest.similar import (
    NEARLY_THE_SAME,
    SAME_DOCUMENT,
    cut_body,
    ends_early,
    find_shingles,
    hash_letters,
    may_be_one_document,
    measure_likeness,
    sketch,
)

NOTICE = (Path(__file__).parent.parent / "data" / "documents" / "thong-bao-2018-01-26.txt").read_text("utf-8")
OTHER = " ".join(
    f"Chi bộ khối {i} kết nạp đảng viên mới trong quý {i % 4 + 1}, thu nộp đảng phí đủ." for i in range(60)
)


def likeness(one: str, other: str) -> float:
    return measure_likeness(find_shingles(one), find_shingles(other))


def change_words(text: str, share: float) -> str:
    """*text* with that share of its words another, spread evenly by a fixed throw."""
    throw = random.Random(1)
    return " ".join("khác" if throw.random() < share else word for word in text.split(" "))


VARIANTS: list[tuple[str, Callable[[str], str], float, float]] = [
    ("itself", lambda text: text, 1, 1),
    ("without-accents-lost-in-a-copy", lambda text: text.replace("ế", "ê").replace("ạ", "a"), 1, 1),
    ("laid-out-anew", lambda text: text.replace(" ", "\n").upper(), 1, 1),
    ("one-word-in-a-hundred", lambda text: change_words(text, 0.01), NEARLY_THE_SAME, 1),
    ("a-paragraph-more", lambda text: text + OTHER[:400], NEARLY_THE_SAME, 1),
    ("one-word-in-twelve", lambda text: change_words(text, 1 / 12), SAME_DOCUMENT, NEARLY_THE_SAME),
    ("a-third-left-out", lambda text: text[: len(text) * 2 // 3], SAME_DOCUMENT, NEARLY_THE_SAME),
    ("half-as-long-again", lambda text: text + OTHER[: len(text) // 2], SAME_DOCUMENT, NEARLY_THE_SAME),
    ("another-text", lambda _: OTHER, 0, 0.1),
    ("every-second-word", lambda text: change_words(text, 0.5), 0, SAME_DOCUMENT),
]


@pytest.mark.parametrize(("change", "low", "high"), [pytest.param(*rest, id=name) for name, *rest in VARIANTS])
def test_likeness_tells_a_near_copy_a_version_and_another_text(
    change: Callable[[str], str], low: float, high: float
) -> None:
    assert low <= likeness(NOTICE, change(NOTICE)) <= high
    assert likeness(NOTICE, change(NOTICE)) == likeness(change(NOTICE), NOTICE)


@pytest.mark.parametrize(
    ("change", "early"),
    [
        pytest.param(lambda text: text[: len(text) * 9 // 10], True, id="its-end-is-missing"),
        pytest.param(lambda text: change_words(text[: len(text) * 9 // 10], 0.05), True, id="misread-too"),
        pytest.param(lambda text: text[: len(text) // 3] + text[len(text) // 2 :], False, id="a-part-struck-out"),
        pytest.param(lambda text: text[: len(text) // 2] + OTHER[:300], False, id="another-end"),
        pytest.param(lambda text: change_words(text, 0.05)[:-3], False, id="the-same-end"),
        pytest.param(lambda text: text + OTHER, False, id="longer"),
        pytest.param(lambda _: "", False, id="nothing"),
    ],
)
def test_a_copy_that_stops_in_the_middle_ends_early(change: Callable[[str], str], early: bool) -> None:
    assert ends_early(change(NOTICE), NOTICE) is early


@pytest.mark.parametrize(("one", "other", "alike"), [("", "", 0), ("", "một", 0), ("một", "một", 1), ("a b", "a b", 1)])
def test_texts_of_a_word_or_none(one: str, other: str, alike: float) -> None:
    assert likeness(one, other) == alike


@pytest.mark.parametrize(
    ("change", "shared"),
    [
        pytest.param(lambda text: change_words(text, 0.01), True, id="near-copy"),
        pytest.param(lambda _: OTHER, False, id="another"),
    ],
)
def test_near_copies_share_a_band_and_others_do_not(change: Callable[[str], str], shared: bool) -> None:
    pairs = zip(sketch(find_shingles(NOTICE)), sketch(find_shingles(change(NOTICE))), strict=True)
    assert any(one == other for one, other in pairs) is shared


def test_the_head_of_an_office_makes_no_two_texts_alike() -> None:
    head, tail = "ĐẢNG ỦY XÃ\n*\n" * 20, "Nơi nhận:\n- Như trên" * 20
    text = head + "Việc một.\n" + tail
    roots = (
        ("tieu-de", 0, len(head)),
        ("mo-dau", len(head), len(text) - len(tail)),
        ("noi-nhan", len(text) - len(tail), len(text)),
    )
    assert cut_body(text, roots) == "Việc một.\n"
    assert cut_body(text, ()) == text


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("Hoà bình, uỷ ban", "hòa bình ủy ban", True, id="spelling-and-case"),
        pytest.param("Điều 5.\nKhoản 1", "ĐIỀU 5 – khoản 1", True, id="layout"),
        pytest.param("hoặc", "hoẵc", False, id="accents"),
        pytest.param("1,5 triệu", "15 triệu", False, id="decimals"),
        pytest.param("ngày 1/12", "ngày 11/2", False, id="days"),
    ],
)
def test_letters_and_numbers_tell_whether_two_files_say_the_same(one: str, other: str, same: bool) -> None:
    assert (hash_letters(one) == hash_letters(other)) is same


@pytest.mark.parametrize(
    ("one", "other", "open_"),
    [
        pytest.param(Metadata(issuer="Chi bộ 1"), Metadata(issuer="Chi bộ 2"), False, id="two-branches"),
        pytest.param(Metadata(issuer="CHI BỘ 1"), Metadata(issuer="Chi bộ 1"), True, id="one-branch"),
        pytest.param(Metadata(issuer="Chi bộ 1"), Metadata(), True, id="unknown"),
        pytest.param(Metadata(type="Quy chế"), Metadata(type="Quyết định"), False, id="types"),
    ],
)
def test_type_and_issuer_tell_two_documents_apart(one: Metadata, other: Metadata, open_: bool) -> None:
    assert may_be_one_document(one, other) is open_
