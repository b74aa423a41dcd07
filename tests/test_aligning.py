"""Clauses of an old and a new text belong together by number, heading, words, order and meaning."""

from __future__ import annotations

from itertools import combinations, pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.aligning.align import Pair, align_documents
from index.aligning.gathering import gather_whole
from index.aligning.order import find_heaviest_run
from index.aligning.units import LEFT_OUT, find_units
from ingest.documents import read_document
from ingest.models import Document

NOTICE = Path(__file__).parent.parent / "data" / "documents" / "thong-bao-2018-01-26.txt"
RULE = """QUY ĐỊNH
về xử lý kỷ luật

Điều 1. Phạm vi áp dụng

1. Quy định này áp dụng với mọi đảng viên vi phạm kỷ luật của Đảng.

2. Đảng viên đã chuyển công tác vẫn bị xem xét theo Quy định này.

Điều 2. Nguyên tắc xử lý

1. Mọi tổ chức và cá nhân đều bình đẳng trước kỷ luật của Đảng.

2. Khi xem xét phải căn cứ nội dung, động cơ, tính chất, mức độ vi phạm.

3. Xử lý phải kịp thời, chính xác, công khai để giáo dục, phòng ngừa.

4. Chi bộ họp kín để bỏ phiếu quyết định hình thức khiển trách.

5. Hồ sơ được lưu tại văn phòng cấp ủy trong mười năm.

Điều 3. Thời hiệu

Thời hiệu kỷ luật là năm năm, kể từ ngày hành vi vi phạm chấm dứt.

Điều 4. Tổ chức thực hiện

1. Ủy ban kiểm tra các cấp hướng dẫn và theo dõi việc thi hành.

2. Các tỉnh ủy, thành ủy báo cáo kết quả vào quý bốn hằng năm.
"""
TERM = RULE[RULE.index("Điều 3.") : RULE.index("Điều 4.")]
SECTIONS = """KẾT LUẬN
về một số việc

I. TÌNH HÌNH

1. Công tác phát triển đảng viên trẻ có nhiều chuyển biến tích cực.

2. Một số chi bộ nông thôn sinh hoạt chưa đều, nội dung còn nghèo nàn.

II. NHIỆM VỤ

1. Các cấp ủy phân công người dự sinh hoạt với chi bộ yếu.

a) Mỗi quý dự một lần.

b) Báo cáo bằng văn bản.
"""


def read(text: str) -> Document:
    return read_document(text, "van-ban.txt")


def align(old: str, new: str) -> tuple[Pair, ...]:
    return align_documents(read(old), read(new))


def tell(pairs: tuple[Pair, ...]) -> list[str]:
    """What differs: status, address before, address after, kin."""
    told = []
    for pair in pairs:
        places = [unit.address if unit else "" for unit in (pair.old, pair.new)]
        kin = [f"~{unit.address}" for unit in pair.kin]
        if pair.status != "same" or pair.renumbered:
            told.append(" ".join([pair.status, *places, *kin]))
    return told


def swap(text: str, *changes: tuple[str, str]) -> str:
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text


FOURTH = RULE[RULE.index("Điều 4.") :]
LATER = swap(RULE, (FOURTH, FOURTH.replace("Điều 4", "Điều 5")))
ADDED = "Điều 4. Bồi thường\n\nNgười gây thiệt hại hoàn trả bằng tiền riêng của mình.\n\n"


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        pytest.param(RULE, [], id="nothing"),
        pytest.param(swap(RULE, ("năm năm", "mười năm")), ["changed dieu-3 dieu-3"], id="a-word"),
        pytest.param(
            swap(RULE, ("Nguyên tắc xử lý", "Những nguyên tắc chung")), ["changed dieu-2 dieu-2"], id="a-heading"
        ),
        pytest.param(
            swap(
                RULE,
                ("Thời hiệu kỷ luật là năm năm, kể từ ngày hành vi vi phạm chấm dứt.", "Không tính cho người bỏ trốn."),
            ),
            ["changed dieu-3 dieu-3"],
            id="wholly-other-words-under-a-heading-that-stays",
        ),
        pytest.param(
            swap(LATER, ("Điều 5. Tổ", f"{ADDED}Điều 5. Tổ")),
            ["new  dieu-4", "same dieu-4 dieu-5"],
            id="put-in-and-renumbered",
        ),
        pytest.param(
            swap(RULE, ("2. Đảng viên đã chuyển công tác vẫn bị xem xét theo Quy định này.\n\n", "")),
            ["gone dieu-1.khoan-2 "],
            id="left-out",
        ),
        pytest.param(
            swap(
                RULE, ("2. Đảng viên đã chuyển", "2. Người đã bị khai trừ không bị xem xét.\n\n3. Đảng viên đã chuyển")
            ),
            ["new  dieu-1.khoan-2", "same dieu-1.khoan-2 dieu-1.khoan-3"],
            id="clause-put-in",
        ),
        pytest.param(
            swap(
                RULE,
                (TERM, ""),
                ("Điều 1. ", f"{TERM.replace('Điều 3', 'Điều 1')}Điều 2. "),
                ("Điều 2. Nguyên", "Điều 3. Nguyên"),
            ),
            ["moved dieu-3 dieu-1", "same dieu-1 dieu-2", "same dieu-2 dieu-3"],
            id="article-moved",
        ),
        pytest.param(
            swap(
                RULE,
                ("5. Hồ sơ được lưu tại văn phòng cấp ủy trong mười năm.\n\n", ""),
                ("hằng năm.\n", "hằng năm.\n\n3. Hồ sơ được lưu tại văn phòng cấp ủy trong năm năm.\n"),
            ),
            ["moved dieu-2.khoan-5 dieu-4.khoan-3"],
            id="clause-moved-and-changed",
        ),
        pytest.param(
            swap(
                LATER,
                ("3. Xử lý", "Điều 3. Thủ tục\n\n1. Xử lý"),
                ("4. Chi bộ", "2. Chi bộ"),
                ("5. Hồ sơ", "3. Hồ sơ"),
                ("Điều 3. Thời hiệu", "Điều 4. Thời hiệu"),
            ),
            [
                "new  dieu-3 ~dieu-2",
                *(f"moved dieu-2.khoan-{i} dieu-3.khoan-{i - 2}" for i in (3, 4, 5)),
                "same dieu-3 dieu-4",
                "same dieu-4 dieu-5",
            ],
            id="article-split",
        ),
        pytest.param(
            swap(RULE, ("Điều 2. Nguyên tắc xử lý\n\n", ""), ("Điều 3", "Điều 2"), ("Điều 4", "Điều 3")),
            None,
            id="article-merged",
        ),
    ],
)
def test_what_became_of_the_clauses(new: str, expected: list[str] | None) -> None:
    told = tell(align(RULE, new))
    if expected is None:  # the heading of the second article is gone, its clauses stand in the first now
        assert "gone dieu-2  ~dieu-1" in told
        assert sum(one.startswith("moved dieu-2.khoan-") for one in told) == 5
    else:
        assert told == expected


def test_sections_of_the_party_are_aligned_as_articles_are() -> None:
    new = swap(SECTIONS, ("Mỗi quý dự một lần", "Mỗi tháng dự một lần"), ("II. NHIỆM VỤ", "II. NHIỆM VỤ, GIẢI PHÁP"))
    assert tell(align(SECTIONS, new)) == ["changed II II", "changed II.1.a II.1.a"]


def test_a_rule_that_a_decision_enclosed_is_found_where_it_stands_alone() -> None:
    decision = (
        "QUYẾT ĐỊNH\nban hành Quy định về xử lý kỷ luật\n\nĐiều 1. Ban hành kèm theo Quyết định này Quy định.\n\n"
    )
    enclosed = f"{decision}Điều 2. Văn phòng thi hành.\n\nT/M BAN THƯỜNG VỤ\nBÍ THƯ\nNguyễn Văn A\n\n{RULE}"
    pairs = align(enclosed, RULE)
    found = {pair.new.address: pair.old.address for pair in pairs if pair.old and pair.new}
    assert found["dieu-3"] == "quy-dinh.dieu-3"
    assert found["dieu-2.khoan-4"] == "quy-dinh.dieu-2.khoan-4"
    assert {pair.old.address for pair in pairs if pair.old and not pair.new} >= {"dieu-1", "dieu-2"}


def test_another_spelling_is_no_other_wording() -> None:
    new = swap(RULE, ("cấp ủy", "cấp uỷ"), ("Phạm vi áp dụng", "PHẠM VI ÁP DỤNG"))
    respelled = [pair for pair in align(RULE, new) if pair.respelled]
    assert [(pair.status, pair.new.address) for pair in respelled if pair.new] == [
        ("same", "dieu-1"),
        ("same", "dieu-2.khoan-5"),
    ]


@pytest.mark.parametrize(
    "text", [pytest.param(RULE, id="articles"), pytest.param(NOTICE.read_text("utf-8"), id="notice")]
)
def test_units_hold_every_letter_below_the_letterhead_once(text: str) -> None:
    document = read(text)
    units = find_units(document)
    taken = "".join(document.text[unit.start : unit.end] for unit in units)
    held = "".join(document.text[one.start : one.end] for one in document.tree if one.address not in LEFT_OUT)
    assert "".join(taken.split()) == "".join(held.split())
    assert all(one.end <= other.start for one, other in pairwise(units))
    assert all(unit.start <= unit.words_start <= unit.end <= unit.whole_end for unit in units)


@pytest.mark.parametrize("new", [RULE, SECTIONS, FOURTH, "Một đoạn văn.\n"])
def test_every_unit_of_both_is_told_once_and_in_the_order_of_the_new(new: str) -> None:
    old_document, new_document = read(RULE), read(new)
    pairs = align_documents(old_document, new_document)
    assert sorted(pair.old.place for pair in pairs if pair.old) == list(range(len(find_units(old_document))))
    assert [pair.new.place for pair in pairs if pair.new] == list(range(len(find_units(new_document))))


def test_what_has_no_word_in_common_is_found_by_its_meaning() -> None:
    old = "QUY ĐỊNH\n\nĐiều 1. Tiền\n\n1. Chi tiêu tiết kiệm.\n\n2. Nộp báo cáo đúng hạn.\n"
    new = "QUY ĐỊNH\n\nĐiều 1. Tiền\n\n1. Gửi tổng kết kịp kỳ.\n\n2. Không phung phí ngân quỹ.\n"
    documents = read(old), read(new)
    rows = np.eye(4, dtype=np.float32)
    meaning = rows[[0, 1, 2]], rows[[0, 2, 1]]
    (_, first, second) = align_documents(*documents, meaning)
    assert [(one.old and one.old.place, one.new and one.new.place) for one in (first, second)] == [(2, 1), (1, 2)]
    assert [pair.status for pair in align_documents(*documents)].count("new") == 2


def test_a_provision_that_is_wholly_new_is_one_matter() -> None:
    added = swap(LATER, ("Điều 5. Tổ", "Điều 4. Kho\n\n1. Giữ chìa khóa.\n\n2. Kiểm kê vật tư.\n\nĐiều 5. Tổ"))
    document = read(added)
    gathered = gather_whole(align_documents(read(RULE), document))
    (one,) = [pair for pair in gathered if pair.status == "new"]
    assert one.new
    assert document.text[one.new.start : one.new.end].endswith("2. Kiểm kê vật tư.")
    (back,) = [pair for pair in gather_whole(align_documents(document, read(RULE))) if pair.status == "gone"]
    assert (back.old and back.old.end) == one.new.end


@given(st.permutations(range(7)), st.lists(st.integers(1, 5), min_size=7, max_size=7))
def test_the_heaviest_run_is_as_heavy_as_any(places: list[int], weights: list[int]) -> None:
    run = find_heaviest_run(places, weights)
    kept = [places[i] for i in run]
    assert kept == sorted(kept)
    growing = (
        chosen
        for size in range(8)
        for chosen in combinations(range(7), size)
        if all(places[a] < places[b] for a, b in pairwise(chosen))
    )
    assert sum(weights[i] for i in run) == max(sum(weights[i] for i in chosen) for chosen in growing)
