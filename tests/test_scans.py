"""The measure of scans: how a page is spoilt, and what is counted."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw

from bench.scanning import WAYS, scan_page
from bench.scans import Tried, describe, share_right


def page() -> Image.Image:
    drawn = Image.new("L", (400, 560), 255)
    ImageDraw.Draw(drawn).text((40, 60), "Quy định số 102-QĐ/TW\ncủa Bộ Chính trị", fill=0, font_size=24)
    return drawn


@pytest.mark.parametrize("way", WAYS)
def test_a_way_spoils_a_page_alike_each_time_and_keeps_its_size(way: str) -> None:
    one, again = (scan_page(page(), way, seed=5) for _ in range(2))

    assert one.tobytes() == again.tobytes()
    assert (one.size, one.mode) == ((400, 560), "L")
    assert (one.tobytes() == page().tobytes()) == way.startswith("sạch-")
    assert np.asarray(one).std() > 1  # something is still printed


@pytest.mark.parametrize(
    ("read", "share"),
    [
        pytest.param("Đảng bộ tỉnh, số 12", 1.0, id="all"),
        pytest.param("Đảng bô tỉnh số 12", 0.8, id="one-accent"),
        pytest.param("tỉnh số 12 Đảng bộ", 0.6, id="out-of-order"),
        pytest.param("", 0.0, id="nothing"),
    ],
)
def test_syllables_count_as_right_in_their_order(read: str, share: float) -> None:
    assert share_right(read, "Đảng bộ tỉnh, số 12") == pytest.approx(share)


def test_bad_pages_that_do_not_say_so_and_good_ones_that_do_are_counted() -> None:
    tried = [
        Tried("sạch-300", "thông báo 1", right, confidence, 2.0)
        for right, confidence in ((0.99, 0.96), (0.99, 0.9), (0.9, 0.8), (0.9, 0.96), (0.5, 0.96))
    ]
    table = list(describe(tried))

    assert [line.endswith("SAI") for line in table[1:6]] == [False, True, False, True, True]
    assert table[-3:] == [
        "5 trang, âm tiết đúng trung bình 0.8560",
        "dưới 0.97: 3 trang, không báo 2; báo thừa 1/2 trang",
        "2.0 giây một trang",
    ]
