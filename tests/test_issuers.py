"""Who issued a named document is read behind its sign, and tells those apart that bear one sign."""

from __future__ import annotations

import pytest

from index.finding.fitting import find_named
from index.naming.targets import find_references
from index.naming.typed import read_typed
from ingest.models import Metadata

RECORDS = {
    "lam-hai": Metadata(type="Quyết định", number="351-QĐ/TU", issuer="Tỉnh ủy Lâm Hải"),
    "kien-hung": Metadata(type="Quyết định", number="351-QĐ/TU", issuer="Tỉnh uỷ Kiên Hưng"),
    "huyen": Metadata(type="Quyết định", number="351-QĐ/HU", issuer="Huyện ủy Sông Trà"),
    "trung-uong": Metadata(type="Quyết định", number="351-QĐ/TW", issuer="Ban Bí thư"),
    "no-letterhead": Metadata(type="Quyết định", number="351-QĐ/TU"),
}


@pytest.mark.parametrize(
    ("typed", "words", "expected"),
    [
        pytest.param("QĐ 351 của Tỉnh ủy Kiên Hưng thay", "QĐ 351 của Tỉnh ủy Kiên Hưng", {"kien-hung"}, id="name"),
        pytest.param("qd 351 tinh uy lam hai con", "qd 351 tinh uy lam hai", {"lam-hai"}, id="without-marks"),
        pytest.param("qđ 351 của tỉnh ủy lâm hải còn", "qđ 351 của tỉnh ủy lâm hải", {"lam-hai"}, id="small-letters"),
        pytest.param("QĐ 351 TỈNH UỶ KIÊN HƯNG", "QĐ 351 TỈNH UỶ KIÊN HƯNG", {"kien-hung"}, id="capitals-other-tone"),
        pytest.param(
            "QĐ 351 của Ban Thường vụ Tỉnh ủy Lâm Hải",
            "QĐ 351 của Ban Thường vụ Tỉnh ủy Lâm Hải",
            {"lam-hai"},
            id="organ",
        ),
        pytest.param("QĐ 351 của tỉnh ủy còn", "QĐ 351 của tỉnh ủy", {"lam-hai", "kien-hung"}, id="body-alone"),
        pytest.param("QĐ 351 huyện ủy còn hiệu lực", "QĐ 351 huyện ủy", {"huyen"}, id="another-body"),
        pytest.param("QĐ 351 của Ban Bí thư còn", "QĐ 351 của Ban Bí thư", {"trung-uong"}, id="centre"),
        pytest.param("QĐ 351 của Tỉnh ủy Bình Định", "QĐ 351 của Tỉnh ủy Bình Định", set(), id="none-of-that-name"),
        pytest.param("QĐ 351 còn hiệu lực", "QĐ 351", set(RECORDS) - {"no-letterhead"}, id="not-said"),
    ],
)
def test_the_issuer_is_read_and_keeps_to_its_own(typed: str, words: str, expected: set[str]) -> None:
    read = read_typed(typed)
    (reference,) = find_references(read)
    assert read.text[reference.start : reference.end] == words
    assert set(find_named(reference.targets[0], RECORDS)) - {"no-letterhead"} == expected


def test_a_document_whose_record_names_no_issuer_may_be_anybodys_of_its_sign() -> None:
    (reference,) = find_references(read_typed("QĐ 351 của Tỉnh ủy Kiên Hưng"))
    assert "no-letterhead" in find_named(reference.targets[0], RECORDS)


@pytest.mark.parametrize("typed", ["kế hoạch 5 huyện trọng điểm", "kế hoạch 19 huyện"])
def test_what_a_number_counts_is_still_no_sign(typed: str) -> None:
    assert find_references(read_typed(typed)) == ()
