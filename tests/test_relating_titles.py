"""Titles in capitals and of laws: which document a law or a decision amends, and where."""

from __future__ import annotations

import pytest

from ingest.documents import read_document
from tests.relating_papers import tell, titled

AMENDING = "SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA"
HEAD = "QUỐC HỘI                 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nLuật số: 25/2001/QH10\n\n"
BODY = "\n\nĐiều 1.\n1. Nội dung.\n\nĐiều 2.\nNội dung.\n"
LAND = ["amends Luật Đất đai in part", "supplements Luật Đất đai in part"]


@pytest.mark.parametrize(
    ("title", "told"),
    [
        pytest.param(f"LUẬT\n{AMENDING} LUẬT ĐẤT ĐAI", LAND, id="two-lines"),
        pytest.param(f"LUẬT {AMENDING} LUẬT ĐẤT ĐAI", LAND, id="one-line"),
        pytest.param(f"LUẬT\n{AMENDING}\nLUẬT ĐẤT ĐAI", LAND, id="broken-behind-of"),
        pytest.param("LUẬT\nSửa đổi, bổ sung một số điều của Luật Đất đai", LAND, id="in-small-letters"),
        pytest.param("Luật\nsửa đổi, bổ sung một số điều của Luật Đất đai", LAND, id="all-in-small-letters"),
        pytest.param("LUẬT SỬA ĐỔI LUẬT ĐẤT ĐAI", ["amends Luật Đất đai in part"], id="all-of-it"),
        pytest.param(
            f"LUẬT\n{AMENDING} LUẬT PHÁT HÀNH CÔNG TRÁI",
            ["amends Luật Phát hành công trái in part", "supplements Luật Phát hành công trái in part"],
            id="a-name-that-no-list-has",
        ),
        pytest.param(
            f"BỘ LUẬT\n{AMENDING} BỘ LUẬT LAO ĐỘNG",
            ["amends Bộ luật Lao động in part", "supplements Bộ luật Lao động in part"],
            id="a-code",
        ),
        pytest.param(
            f"PHÁP LỆNH\n{AMENDING} PHÁP LỆNH CÁN BỘ, CÔNG CHỨC",
            ["amends Pháp lệnh Cán bộ, công chức in part", "supplements Pháp lệnh Cán bộ, công chức in part"],
            id="an-ordinance",
        ),
        pytest.param(
            "LUẬT\nSỬA ĐỔI ĐIỀU 126 CỦA LUẬT NHÀ Ở VÀ ĐIỀU 121 CỦA LUẬT ĐẤT ĐAI",
            ["amends Luật Nhà ở dieu-126", "amends Luật Đất đai dieu-121"],
            id="an-article-of-two",
        ),
        pytest.param("LUẬT\nĐẤT ĐAI", [], id="no-amending-law"),
    ],
)
def test_a_law_amends_the_one_its_title_names(title: str, told: list[str]) -> None:
    assert tell(read_document(f"{HEAD}{title}{BODY}", "luat.txt")) == told


def test_another_law_that_amends_is_named_whole() -> None:
    body = BODY.replace("1. Nội dung.", "1. Bãi bỏ Luật sửa đổi, bổ sung một số điều của Luật Đất đai ngày 02/12/1998.")
    told = tell(read_document(f"{HEAD}LUẬT\n{AMENDING} LUẬT NHÀ Ở{body}", "luat.txt"))

    assert told[-1] == "repeals Luật sửa đổi, bổ sung một số điều của Luật Đất đai"


@pytest.mark.parametrize(
    ("title", "told"),
    [
        pytest.param("SỬA ĐỔI KHOẢN 2 ĐIỀU 5 QUY ĐỊNH SỐ 15-QĐ/TU", ["amends 15-QĐ/TU dieu-5.khoan-2"], id="clause"),
        pytest.param(
            "VỀ VIỆC BÃI BỎ KHOẢN 2 VÀ KHOẢN 3 ĐIỀU 5 QUY CHẾ SỐ 10-QC/TU",
            ["repeals 10-QC/TU dieu-5.khoan-2", "repeals 10-QC/TU dieu-5.khoan-3"],
            id="clauses",
        ),
        pytest.param(
            "BÃI BỎ ĐIỀU 5 QUY CHẾ LÀM VIỆC BAN HÀNH KÈM THEO QUYẾT ĐỊNH SỐ 15-QĐ/TU",
            ["repeals 15-QĐ/TU quy-che.dieu-5"],
            id="of-what-is-enclosed",
        ),
        pytest.param(
            "VỀ ĐIỀU CHỈNH MỘT SỐ NỘI DUNG CỦA QUYẾT ĐỊNH SỐ 15-QĐ/TU", ["amends 15-QĐ/TU in part"], id="adjusted"
        ),
        pytest.param("VỀ ĐIỀU CHỈNH QUY HOẠCH THEO QUYẾT ĐỊNH SỐ 15-QĐ/TU", [], id="a-plan-is-adjusted"),
    ],
)
def test_a_decision_changes_what_its_title_in_capitals_names(title: str, told: list[str]) -> None:
    assert tell(titled(title)) == told
