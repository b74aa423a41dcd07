"""Markers: every numbering form of the facts has its address."""

from __future__ import annotations

import pytest

from ingest.cleaning import clean_text
from ingest.layout import read_layout
from ingest.structure import read_structure


def addresses(raw: str) -> list[str]:
    text = clean_text(raw)
    return [node.address for root in read_structure(text, read_layout(text)) for node in root.walk()]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param("Phần I\nMỘT\nĐiều 1. A\nx.", ["phan-I", "dieu-1"], id="part-roman"),
        pytest.param("Phần thứ nhất\nMỘT\nĐiều 1. A\nx.", ["phan-1", "dieu-1"], id="part-in-words"),
        pytest.param("PHẦN THỨ HAI\nMỘT\nI. A\nx.", ["phan-2", "phan-2.I"], id="part-in-capitals"),
        pytest.param("Chương II\nMỘT\nĐiều 5. A\nx.", ["chuong-II", "dieu-5"], id="chapter-roman"),
        pytest.param("Chương thứ hai\nMỘT\nĐiều 5. A\nx.", ["chuong-2", "dieu-5"], id="chapter-in-words"),
        pytest.param("Chương 1. MỘT\nĐiều 1. A\nx.", ["chuong-1", "dieu-1"], id="chapter-with-a-period"),
        pytest.param(
            "Chương I\nMỘT\nMục 1\nHAI\nĐiều 1. A\nx.", ["chuong-I", "chuong-I.muc-1", "dieu-1"], id="section"
        ),
        pytest.param(
            "Mục 1\nMỘT\nTiểu mục 2\nHAI\nĐiều 1. A\nx.", ["muc-1", "muc-1.tieu-muc-2", "dieu-1"], id="subsection"
        ),
        pytest.param("I- QUY ĐỊNH CHUNG\n1. Một.\n2. Hai.", ["I", "I.1", "I.2"], id="roman-with-hyphen"),
        pytest.param("I. MỘT\nx.\nII. HAI\ny.", ["I", "II"], id="roman-with-period"),
        pytest.param("A. MỘT\nI. HAI\nx.\nB- BA\ny.", ["A", "A.I", "B"], id="lettered-above-roman"),
        pytest.param("Điều 1. A\nx.\nĐiều 12a. B\ny.", ["dieu-1", "dieu-12a"], id="article"),
        pytest.param("A. MỘT\nA.I. Hai\nx.\nA.II. Ba\ny.", ["A", "A.I", "A.II"], id="roman-printed-with-its-letter"),
        pytest.param("A. MỘT\nA.I. Hai\nA.I.1. Ba\nx.", ["A", "A.I", "A.I.1"], id="number-printed-with-both"),
        pytest.param(
            "Điều 1. A\nKhoản 1. Một.\nKhoản 2: Hai.",
            ["dieu-1", "dieu-1.khoan-1", "dieu-1.khoan-2"],
            id="khoan-in-words",
        ),
        pytest.param(
            "Điều 1. A\n1. Một:\nĐiểm a) x.", ["dieu-1", "dieu-1.khoan-1", "dieu-1.khoan-1.diem-a"], id="diem-in-words"
        ),
        pytest.param(
            "Điều 1. A\n1. Một.\n1a. Chen.\n2. Hai.",
            ["dieu-1", "dieu-1.khoan-1", "dieu-1.khoan-1a", "dieu-1.khoan-2"],
            id="khoan-put-in-later",
        ),
        pytest.param("Điều 1. A\n1a. Lớp một.", ["dieu-1"], id="put-in-behind-nothing"),
        pytest.param(
            "I. MỘT\n(1) Hai:\n(a) x.\n(b) y.\n(2) Ba.", ["I", "I.1", "I.1.a", "I.1.b", "I.2"], id="in-brackets"
        ),
        pytest.param(
            "Điều 1. A\n1. Một:\na) Hai:\na.1) x;\na.2) y.\nb) Ba.",
            ["dieu-1", "dieu-1.khoan-1", *(f"dieu-1.khoan-1.diem-{one}" for one in ("a", "a.1", "a.2", "b"))],
            id="below-a-point",
        ),
        pytest.param(
            "Điều 1. A\n1. Một:\ni) x;\nii) y;\niii) z.",
            ["dieu-1", *(f"dieu-1.khoan-1{one}" for one in ("", ".i", ".ii", ".iii"))],
            id="small-roman",
        ),
        pytest.param(
            "Điều 1. A\ng) x;\nh) y;\ni) z;\nk) t.",
            ["dieu-1", *(f"dieu-1.diem-{one}" for one in "ghik")],
            id="the-letter-i-in-its-alphabet",
        ),
        pytest.param("Điều 1. A\n1- Một.\n2- Hai.", ["dieu-1", "dieu-1.khoan-1", "dieu-1.khoan-2"], id="khoan-hyphen"),
        pytest.param("Điều 1. A\n1. Một.\n2) Hai.", ["dieu-1", "dieu-1.khoan-1", "dieu-1.khoan-2"], id="khoan-period"),
        pytest.param(
            "Điều 1. A\n1. Các hành vi:\na) Một;\nđ) Hai.",
            ["dieu-1", "dieu-1.khoan-1", "dieu-1.khoan-1.diem-a", "dieu-1.khoan-1.diem-đ"],
            id="diem-with-dyet",
        ),
        pytest.param("8- Chi bộ:\n8.1- Một.\n8.2- Hai.", ["8", "8.1", "8.2"], id="sub-khoan-with-hyphen"),
        pytest.param("1. A\n1.3. B\n1.3.1. Một.", ["1", "1.3", "1.3.1"], id="sub-sub-khoan"),
        pytest.param("1. A\n- Một;\n- Hai.\n2. B.", ["1", "1.gach-1", "1.gach-2", "2"], id="dashes"),
        pytest.param("1. A\n– Một;\n— Hai.", ["1", "1.gach-1", "1.gach-2"], id="long-dashes"),
        pytest.param(
            "- Một:\n+ Hai;\n+ Ba.\n- Bốn.", ["gach-1", "gach-1.cong-1", "gach-1.cong-2", "gach-2"], id="plus"
        ),
        pytest.param("* Khoản 2, Điều 1:\n- Một.", ["sao-1", "sao-1.gach-1"], id="star-above-dash"),
        pytest.param("- Một:\n* Hai;\n- Ba.", ["gach-1", "gach-1.sao-1", "gach-2"], id="dash-above-star"),
        pytest.param("1. Theo hướng: (1) một; (2) hai.", ["1", "1.1", "1.2"], id="items-within-a-paragraph"),
        pytest.param("1. Theo hướng: (2) hai; (3) ba.", ["1"], id="items-not-counted-from-one"),
        pytest.param("Một.\n\nHai.", ["doan-1", "doan-2"], id="paragraphs-alone"),
        pytest.param("Mở.\n1. Một.\nĐoạn.\n2. Hai.", ["mo-dau", "1", "1.doan-1", "1.doan-2", "2"], id="two-paragraphs"),
        pytest.param(
            "1. A\n- Một.\nXen giữa.\n- Hai.", ["1", "1.gach-1", "1.doan-1", "1.gach-2"], id="paragraph-between"
        ),
        pytest.param("1. A\n- Một.\nCuối.", ["1", "1.gach-1", "1.ket"], id="closing-of-a-section"),
        pytest.param("1. Một.\n1. Lặp.\n1. Nữa.", ["1", "1-lan-2", "1-lan-3"], id="numbering-repeats"),
        pytest.param("1.000.000 đồng.\n26.01.2018 họp.", ["doan-1", "doan-2"], id="figures-are-no-marks"),
        pytest.param(
            "- Căn cứ A;\n- Căn cứ B;\nXét C.\nĐiều 1. D\nx.",
            ["mo-dau", "mo-dau.gach-1", "mo-dau.gach-2", "mo-dau.doan-1", "dieu-1"],
            id="recitals-in-bullets",
        ),
        pytest.param("- Một;\n- Hai.\n1. Ba.", ["gach-1", "gach-2", "1"], id="bullets-above-a-number-only"),
        pytest.param("1. A\n- Một\n- Hai\nSau đó.", ["1", "1.gach-1", "1.gach-2", "1.ket"], id="bare-list"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_each_numbering_form_has_its_address(raw: str, expected: list[str]) -> None:
    assert addresses(raw) == expected
