"""One paper, laid out as offices and converters do it: the record is the same in every layout."""

from __future__ import annotations

from itertools import product, zip_longest

import pytest

from ingest.documents import read_document

LEFT = ["ĐẢNG BỘ TỈNH SƠN LA", "HUYỆN ỦY MAI CHÂU", "*", "Số 45-KH/HU"]
RIGHT = ["ĐẢNG CỘNG SẢN VIỆT NAM", "Mai Châu, ngày 05 tháng 3 năm 2014"]
MIDDLE = [
    *(
        "",
        "KẾ HOẠCH",
        "thực hiện Nghị quyết số 26-NQ/TW ngày 05/8/2008",
        "về nông nghiệp, nông dân, nông thôn",
        "-----",
    ),
    *("", "Thực hiện Nghị quyết của Trung ương, Huyện ủy xây dựng kế hoạch như sau:", "I- MỤC ĐÍCH"),
    *(
        "1- Nâng cao nhận thức của cán bộ, đảng viên.",
        "II- TỔ CHỨC THỰC HIỆN",
        "Các đơn vị làm tốt Kế hoạch này./.",
        "",
    ),
]
RECIPIENTS = ["Nơi nhận:", "- Ban Thường vụ Tỉnh ủy,", "- Các chi, đảng bộ trực thuộc,", "- Lưu Văn phòng."]
SIGNATURE = ["T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "(đã ký)"]
GAPS = {"tabs": "\t", "bars": " | ", "spaces": " " * 12}


def beside(left: list[str], right: list[str], gap: str) -> list[str]:
    width = max(map(len, left)) if gap.isspace() and len(gap) > 1 else 0
    return [f"{a:{width}}{gap}{b}".rstrip() if b else a for a, b in zip_longest(left, right, fillvalue="")]


def lay_head(layout: str) -> list[str]:
    if layout in GAPS:
        return beside(LEFT, ["ĐẢNG CỘNG SẢN VIỆT NAM", "", "", RIGHT[1]], GAPS[layout])
    return [*RIGHT, *LEFT] if layout == "right-first" else [*LEFT, *RIGHT]


def lay_tail(layout: str, name: str) -> list[str]:
    signature = [*SIGNATURE, "", name]
    if layout in GAPS:
        return beside([*RECIPIENTS, ""], signature, GAPS[layout])
    return [*signature, "", *RECIPIENTS] if layout == "signature-first" else [*RECIPIENTS, "", *signature]


LAYOUTS = [
    *product(("stacked", "right-first", *GAPS), ("stacked", "signature-first", *GAPS), ("\n", "\n\n")),
]


@pytest.mark.parametrize("name", ["Nguyễn Văn An", "ĐINH THỊ HOA", "Văn Trọng Quý Lân", "Điểu K'Ré", "K'Nhất"])
@pytest.mark.parametrize(("head", "tail", "line_end"), LAYOUTS)
def test_the_record_does_not_depend_on_the_layout(head: str, tail: str, line_end: str, name: str) -> None:
    lines = [*lay_head(head), *MIDDLE, *lay_tail(tail, name)]
    record = read_document(line_end.join(lines), "tep.txt").metadata

    assert (record.type, record.number, str(record.date)) == ("Kế hoạch", "45-KH/HU", "2014-03-05")
    assert (record.issuer, record.place) == ("Huyện ủy Mai Châu", "Mai Châu")
    assert record.title == "Thực hiện Nghị quyết số 26-NQ/TW ngày 05/8/2008 về nông nghiệp, nông dân, nông thôn"
    expected = name.title() if name.isupper() else name
    assert (record.signer, record.signer_role, record.power) == (expected, "Phó Bí thư", "T/M Ban Thường vụ")


def test_what_a_web_page_prints_above_the_letterhead_is_no_part_of_it() -> None:
    lines = ["Trang chủ", "Kế hoạch số 45-KH/HU ngày 05/3/2014 của Huyện ủy Mai Châu", *lay_head("tabs"), *MIDDLE]
    document = read_document("\n".join(lines), "tep.htm")

    assert str(document.metadata.title).startswith("Thực hiện Nghị quyết")
    (title,) = (one for one in document.findings if one.field == "title")
    assert document.text[title.start : title.end].endswith("nông thôn")  # without the rule below it
    assert document.text.startswith("Trang chủ")  # and nothing of the page is lost
