"""What of a record is in doubt: facts that do not agree, that are not whole, and papers of which nothing was read."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.confidence import calibrate, main
from ingest.documents import read_document
from ingest.models import SURE
from ingest.review import find_doubts

TEXT = """UBND TỈNH LONG AN
SỞ Y TẾ
Số: 12/2004/QĐ-SYT
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Tân An, ngày 15 tháng 3 năm 2004

QUYẾT ĐỊNH
Về việc quản lý thuốc

Căn cứ Luật Dược;

Điều 1. Quản lý thuốc theo quy định.

GIÁM ĐỐC
(đã ký)
Trần Văn Bảy
"""


def doubted(text: str) -> set[str]:
    return {one.field for one in read_document(text, "tep.txt").findings if one.confidence < SURE}


def test_a_record_whose_facts_agree_is_in_no_doubt() -> None:
    assert doubted(TEXT) == set()


@pytest.mark.parametrize(
    ("printed", "instead", "fields"),
    [
        pytest.param("/2004/QĐ", "/2005/QĐ", {"number", "date"}, id="a-sign-of-another-year"),
        pytest.param("QĐ-SYT", "KH-SYT", {"number", "type"}, id="a-sign-of-another-type"),
        pytest.param("UBND TỈNH LONG AN\n", "", {"issuer"}, id="a-department-of-any-province"),
        pytest.param("quản lý thuốc\n\n", "quản lý thuốc của\n\n", {"title"}, id="a-title-that-breaks-off"),
        pytest.param("Về việc quản lý thuốc\n", "Thuốc\n", {"title"}, id="a-title-of-one-word"),
        pytest.param(
            "(đã ký)\nTrần Văn Bảy\n",
            "Trần Văn Bảy\nKẾ TOÁN TRƯỞNG\nLê Văn Tám\n",
            {"signer", "signer_role"},
            id="two-names",
        ),
    ],
)
def test_what_does_not_agree_or_is_not_whole_is_in_doubt(printed: str, instead: str, fields: set[str]) -> None:
    assert doubted(TEXT.replace(printed, instead)) == fields


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("Mấy lời ghi vội.\n\nThứ hai họp.\n", True, id="neither-type-nor-day"),
        pytest.param("THÔNG BÁO\nvề việc họp\n\nThứ hai họp.\n", False, id="a-type-alone"),
    ],
)
def test_a_paper_of_which_neither_type_nor_day_was_read_asks_for_a_look(text: str, said: bool) -> None:
    doubts = find_doubts(read_document(text, "tep.txt"))
    assert any("không đọc được loại và ngày ban hành" in doubt for doubt in doubts) is said


def test_what_a_person_wrote_down_himself_asks_for_no_look() -> None:
    assert find_doubts(read_document("Mấy lời ghi vội.\n", "tep.txt"), {"type"}) == ()


LABEL = (
    '{"truth": "a.txt", "kind": "quyết định", "number": "12/2004/QĐ-SYT", "date": "2004-03-15",'
    ' "signer": "Trần Văn Bảy", "issuer": "%s", "title": "Về việc quản lý thuốc", "alt": {}}'
)


@pytest.mark.parametrize(
    ("issuer", "text", "measured"),
    [
        pytest.param("Sở Y tế tỉnh Long An", TEXT, (1.0, 1.0, 0), id="all-right"),
        pytest.param("Sở Nội vụ", TEXT, (5 / 6, 0.0, 1), id="surely-wrong"),
        pytest.param("Sở Nội vụ", TEXT.replace("UBND TỈNH LONG AN\n", ""), (1.0, 1.0, 0), id="wrong-and-in-doubt"),
    ],
)
def test_the_measure_tells_what_is_surely_read_from_what_is_right(
    tmp_path: Path, issuer: str, text: str, measured: tuple[float, float, int]
) -> None:
    (tmp_path / "gold.jsonl").write_text(LABEL % issuer, "utf-8")
    (tmp_path / "a.txt").write_text(text, "utf-8")
    found = calibrate(tmp_path)

    assert (found.sure, found.caught, main([str(tmp_path)])) == pytest.approx(measured)
