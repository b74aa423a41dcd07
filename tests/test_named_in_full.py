"""What a text names in full once is the same document wherever the text names it briefly."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from index.graph import Graph
from ingest.citations import find_citations
from ingest.documents import read_document
from ingest.missing import find_missing
from ingest.models import Metadata
from ingest.store import open_library

FULL = "Thực hiện Nghị quyết số 18-NQ/TW, ngày 25/10/2017 của Ban Chấp hành Trung ương."
DAY = datetime.date(2017, 10, 25)


def name(text: str, own: Metadata | None = None) -> list[tuple[str | None, datetime.date | None]]:
    return [(one.number or one.name, one.date) for one in find_citations(text, own or Metadata())]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        pytest.param(f"{FULL} Cấp ủy nắm vững NQ 18 và triển khai.", [("18-NQ/TW", DAY)] * 2, id="code"),
        pytest.param(f"{FULL} Theo NQ18, cấp ủy rà soát.", [("18-NQ/TW", DAY)] * 2, id="code-without-a-space"),
        pytest.param(f"{FULL} Nghị quyết 18 được quán triệt.", [("18-NQ/TW", DAY)] * 2, id="type"),
        pytest.param(f"{FULL} Nghị quyết số 18 được quán triệt.", [("18-NQ/TW", DAY)] * 2, id="type-and-so"),
        pytest.param(f"Nắm vững NQ 18, nội dung sau. {FULL}", [("18-NQ/TW", DAY)] * 2, id="before-it-is-named-in-full"),
        pytest.param(
            f"{FULL} Nghị quyết 18 của Trung ương được quán triệt.", [("18-NQ/TW", DAY)] * 2, id="and-its-body"
        ),
        pytest.param(f"{FULL} Nghị quyết 18 năm 2017 được nêu.", [("18-NQ/TW", DAY)] * 2, id="and-its-year"),
        pytest.param(
            f"{FULL} Nghị quyết 18 năm 2022 được nêu.",
            [("18-NQ/TW", DAY), ("Nghị quyết 18 năm 2022", None)],
            id="another-year",
        ),
        pytest.param(
            f"{FULL} Nghị quyết 18 của Tỉnh ủy được nêu.",
            [("18-NQ/TW", DAY), ("Nghị quyết 18 của Tỉnh ủy", None)],
            id="another-body",
        ),
        pytest.param(f"{FULL} Kết luận 18 được nêu.", [("18-NQ/TW", DAY), ("Kết luận 18", None)], id="another-type"),
        pytest.param(
            f"{FULL} Theo Nghị quyết số 18-NQ/TU. Nghị quyết 18 được nêu.",
            [("18-NQ/TW", DAY), ("18-NQ/TU", None), ("Nghị quyết 18", None)],
            id="either-of-two-may-be-meant",
        ),
        pytest.param(
            "Theo Quyết định số 102-QĐ/TW và Quy định 102.", [("102-QĐ/TW", None)] * 2, id="people-mix-the-types"
        ),
        pytest.param(
            "Theo Nghị định số 95/1998/NĐ-CP. Nghị định 95 được sửa đổi.",
            [("95/1998/NĐ-CP", None)] * 2,
            id="of-the-state",
        ),
        pytest.param(
            f"{FULL} Nghị quyết Trung ương 6 được quán triệt.", [("18-NQ/TW", DAY)] * 2, id="other-name-of-its-record"
        ),
        pytest.param(
            "Theo Nghị quyết Trung ương 6 khóa XII. Nắm vững NQ 18, nội dung sau.",
            [("18-NQ/TW", None)] * 2,
            id="named-in-full-by-its-other-name",
        ),
        pytest.param("Nắm vững NQ 18, nội dung sau.", [("Nghị quyết 18", None)], id="never-named-in-full"),
    ],
)
def test_a_short_form_is_the_document_that_the_text_names_in_full(
    text: str, named: list[tuple[str, datetime.date | None]]
) -> None:
    assert name(text) == named


def test_a_short_form_of_the_text_itself_is_no_mention() -> None:
    own = Metadata(type="Quy định", number="102-QĐ/TW")
    assert name("Phạm vi của Quy định 102 là toàn Đảng.", own) == []


BY_SIGN = "03/1997/QH9"
OF_LAW = datetime.date(1997, 5, 10)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        pytest.param(
            "Luật Thuế thu nhập doanh nghiệp số 03/1997/QH9 ngày 10/5/1997. Theo Luật Thuế thu nhập doanh nghiệp.",
            [(BY_SIGN, OF_LAW)] * 2,
            id="title-and-sign-then-title",
        ),
        pytest.param(
            "Theo Luật Thuế thu nhập doanh nghiệp. Luật thuế TNDN số 03/1997/QH9 được áp dụng.",
            [(BY_SIGN, None)] * 2,
            id="abbreviated-with-the-sign",
        ),
        pytest.param(
            "Luật thuế TNDN số 03/1997/QH9 và Luật số 03/1997/QH9 ngày 10/5/1997; Luật thuế thu nhập doanh nghiệp.",
            [(BY_SIGN, OF_LAW)] * 3,
            id="sign-alone-and-another-spelling",
        ),
        pytest.param(
            "Theo Luật Hợp tác xã số 47-L/CTN ngày 20/3/1996 và Luật Hợp tác xã số 18/2003/QH11; Luật Hợp tác xã.",
            [("47/L-CTN", datetime.date(1996, 3, 20)), ("18/2003/QH11", None), ("Luật Hợp tác xã", None)],
            id="either-of-two-may-be-meant",
        ),
        pytest.param(
            "Căn cứ Luật Tổ chức Chính phủ ngày 30/9/1992. Theo Luật Tổ chức Chính phủ.",
            [("Luật Tổ chức Chính phủ", datetime.date(1992, 9, 30))] * 2,
            id="title-and-day-then-title",
        ),
        pytest.param(
            "Luật Đất đai số 45/2013/QH13 và Luật Đất đai 2013, Luật Đất đai năm 2013.",
            [("45/2013/QH13", None)] * 3,
            id="year-for-sign",
        ),
        pytest.param(
            "Luật Đất đai số 45/2013/QH13 thay Luật Đất đai 2003; Luật Đất đai 2013.",
            [("45/2013/QH13", None), ("Luật Đất đai 2003", None), ("45/2013/QH13", None)],
            id="of-another-year",
        ),
        pytest.param(
            "Luật Sửa đổi bổ sung một số điều của Luật Đầu tư; Luật sửa đổi, bổ sung một số điều của Luật Đầu tư.",
            [("Luật sửa đổi, bổ sung một số điều của Luật Đầu tư", None)] * 2,
            id="amending-law-by-two-spellings",
        ),
        pytest.param(
            "Theo Luật Tổ chức HĐND và UBND, Luật Tổ chức Hội đồng nhân dân và Uỷ ban nhân dân.",
            [("Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân", None)] * 2,
            id="title-by-two-spellings",
        ),
        pytest.param(
            "Căn cứ Pháp lệnh phát hành công trái xây dựng Tổ quốc số 12/1999/PL-UBTVQH10 ngày 27/4/1999.",
            [("12/1999/PL-UBTVQH10", datetime.date(1999, 4, 27))],
            id="title-that-begins-small",
        ),
    ],
)
def test_a_law_by_its_title_is_the_law_by_its_sign_where_the_text_joins_them(
    text: str, named: list[tuple[str, datetime.date | None]]
) -> None:
    assert name(text) == named


def test_a_law_with_a_sign_has_its_type_whatever_its_title_is() -> None:
    (found,) = find_citations("theo Pháp lệnh phát hành công trái xây dựng Tổ quốc số 12/1999/PL-UBTVQH10;")
    assert (found.type, found.name) == ("Pháp lệnh", "Pháp lệnh Phát hành công trái xây dựng Tổ quốc")


def test_a_short_form_is_no_document_of_its_own_in_the_graph_and_among_the_missing(tmp_path: Path) -> None:
    head = "HUYỆN ỦY HÒA AN\n*\nSố 19-KH/HU\nĐẢNG CỘNG SẢN VIỆT NAM\nHòa An, ngày 28 tháng 02 năm 2018\n"
    raw = f"{head}\nKẾ HOẠCH\nvề một việc\n\n1. {FULL}\n\n2. Các chi bộ nắm vững NQ 18 và kế hoạch này.\n"
    with open_library(tmp_path) as library:
        held = library.add(read_document(raw, "tep.txt"), raw.encode()).document_id
        ids = {node.id for node in Graph(library).around(held).nodes}
        missing = [(one.record.id if one.record else one.name, one.mentions) for one in find_missing(library)]
    assert ids == {held, "18-NQ/TW@2017-10-25"}
    assert missing == [("18-NQ/TW@2017-10-25", 2)]
