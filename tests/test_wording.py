"""Words that differ are spans of both texts: outside them both read the same, and nothing shown is made up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.aligning.wording import Change, find_changes
from ingest.spelling import unify_spelling

WORDS = st.lists(st.sampled_from(["Đảng", "cấp", "uỷ", "ủy", "hoà", "hòa", ",", ";", "mười", "  ", "\n"]), max_size=14)


def differ(old: str, new: str) -> list[tuple[str, str, bool]]:
    found = find_changes(old, new, (0, len(old)), (0, len(new)))
    return [(old[one.old_start : one.old_end], new[one.new_start : one.new_end], one.spelling) for one in found]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("năm năm kể từ", "mười năm kể từ", [("năm", "mười", False)], id="exchanged"),
        pytest.param("mọi đảng viên", "mọi đảng viên, tổ chức", [("", ", tổ chức", False)], id="put-in"),
        pytest.param("kịp thời, công khai", "kịp thời", [(", công khai", "", False)], id="left-out"),
        pytest.param("vi phạm; trừ", "vi phạm, trừ", [(";", ",", False)], id="a-sign"),
        pytest.param("Cấp uỷ hoà", "Cấp ủy hòa", [("uỷ", "ủy", True), ("hoà", "hòa", True)], id="tone-marks"),
        pytest.param("PHẠM vi", "Phạm vi", [("PHẠM", "Phạm", True)], id="capitals"),
        pytest.param("qui định về", "quy định về", [("qui", "quy", True)], id="i-and-y"),
        pytest.param(
            "kinh tế – “xã hội”",
            'kinh tế - "xã hội"',
            [("–", "-", True), ("“", '"', True), ("”", '"', True)],
            id="signs-of-one-kind",
        ),
        pytest.param("gồm…", "gồm...", [("…", "...", True)], id="dots"),
        pytest.param("1.500.000 đồng", "2.500.000 đồng", [("1.500.000", "2.500.000", False)], id="a-whole-number"),
        pytest.param(
            "đạt 2,5% năm 2020.", "đạt 3,5% năm 2020;", [("2,5", "3,5", False), (".", ";", False)], id="fraction"
        ),
        pytest.param(
            "Cấp ủy họp. Cấp ủy kết luận.",
            "Cấp ủy họp. Cấp ủy báo cáo. Cấp ủy kết luận.",
            [("", "Cấp ủy báo cáo.", False)],
            id="a-sentence-put-in-from-its-beginning",
        ),
        pytest.param(
            "Tiền nước | 5\nTiền thuê | 7",
            "Tiền nước | 5\nTiền xe | 6\nTiền thuê | 7",
            [("", "Tiền xe | 6", False)],
            id="a-row-of-a-table",
        ),
        pytest.param("một\n\nđoạn", "một đoạn", [], id="white-space"),
        pytest.param("giữ nguyên", "giữ nguyên", [], id="nothing"),
        pytest.param(
            "xem xét nội dung và động cơ vi phạm",
            "cân nhắc hoàn cảnh và mức độ thiệt hại",
            [("xem xét nội dung và động cơ vi phạm", "cân nhắc hoàn cảnh và mức độ thiệt hại", False)],
            id="no-crumbs",
        ),
    ],
)
def test_the_words_that_differ(old: str, new: str, expected: list[tuple[str, str, bool]]) -> None:
    assert differ(old, new) == expected


@given(WORDS, WORDS, WORDS)
def test_outside_the_changes_both_read_the_same(start: list[str], old_words: list[str], new_words: list[str]) -> None:
    old, new = " ".join([*start, *old_words]), " ".join([*start, *new_words])
    changes = find_changes(old, new, (0, len(old)), (0, len(new)))
    ours, theirs = [], []
    at, now_at = 0, 0
    for one in changes:
        assert at <= one.old_start <= one.old_end <= len(old)
        assert now_at <= one.new_start <= one.new_end <= len(new)
        ours.append(old[at : one.old_start])
        theirs.append(new[now_at : one.new_start])
        at, now_at = one.old_end, one.new_end
    same, still = "".join([*ours, old[at:]]), "".join([*theirs, new[now_at:]])
    assert same.split() == still.split()


@given(WORDS, WORDS)
def test_what_is_only_respelled_is_the_same_in_one_spelling(old_words: list[str], new_words: list[str]) -> None:
    old, new = " ".join(old_words), " ".join(new_words)
    for before, after, spelling in differ(old, new):
        if spelling:
            assert before != after
            assert unify_spelling(before.lower()) == unify_spelling(after.lower())


def test_only_the_spans_given_are_compared() -> None:
    old, new = "1. Giữ kín.", "12. Giữ kỹ."
    (change,) = find_changes(old, new, (3, len(old)), (4, len(new)))
    assert (old[change.old_start : change.old_end], new[change.new_start : change.new_end]) == ("kín", "kỹ")


@pytest.mark.parametrize("spans", [(1, 1, 2, 2), (2, 1, 0, 1)])
def test_a_change_changes_something(spans: tuple[int, int, int, int]) -> None:
    with pytest.raises(ValueError, match="change"):
        Change(*spans)
