"""Workbooks come as rows of cells, shown as an office sees them."""

from __future__ import annotations

import base64
import datetime
import io
import time
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.styles import Font

from ingest.errors import ReadingError
from ingest.readers import read_content
from ingest.readers.reading import Reading
from ingest.readers.sheets.shown import show_number, show_time

# Written by xlwt: a title over three columns, a header, two rows with a date, an old font and forms; a hidden sheet.
XLS = zlib.decompress(
    base64.b85decode(
        r"c-rk)O-NKx6#nj;fAeQFwKN(YLRKbfxCufh%W^gimSPb>sWXg&`6eb6Y*CiYG6-4~5l9-"
        r"=!fIoM5xHwo7!?FT;1q3Y6%@2kr*qGHQ~r$LgbBv`hI{V4=jYus=bm?e-mA&nslf-uaV$VBESOEWV4uSiR9wl98zfI8WHVVisU%F"
        r"SDY%?8k#-x#vtBsl9Lo8QL&1IP1X184mE$-Ke?$watBAeqL#vQJ)Ceo(o`M@xvQfl-"
        r"<uPq%x}NDh)_uZs4|6Uvts&hhaSW4Qf7vc0kB=%PEXyV;@Q`iZGiN6X@LcBc`71)#wV^H=ZauZ;1REC!oTzBgn!{Z|-"
        r"wF=nv1VcjlsOGSEf|%32Zm)JtExQK9Nb0*5C~LubyfBerjSnwHiRDu75JW9NuH@De|7l+#Q!;;?^uHGr1?z6cP*ixL6e?}zix@=W"
        r"Wu_Le^s#p{Yab?^7V`%7rSlX&8NOq>rl_c+dE=p7<9-"
        r"?RK$o!!!$a1?Xv58RDGS_r#4OO^I3qV=4LyD4=+6`y72`XvLO5jVG4aTa4*#ns@>uiJtu?>fIrmJ_f}I|Ml`jqTpb<LLTYdLu11c"
        r"A5XP{lN2WFOrPDoc>CEB<C6j0XIo!_WWyMW#oWAqz^})7A?+NDg^LD9ks$1m$MFJP31sP|vg#R*a!$28Z>|lD4pSp?L#Z2=_lj_p"
        r"O0;6$YfORghw3NoFX1wukozvb%?bz2tk36wY-tE*LZHS-EAARQ?L<t2jK=$%CfO1hTu3wXQ>`m6fSbje+En2h`I~BL#d%`$5<Y0z"
        r"l28xHoQ|`&=$oNQoC567i`Z7X#FBwg}r%=ygjAmJ2eNM?>ULMbi)VGlJddN8IGKJz+aZ?}Ln!;N03fN1V;^Z8ap6C(<g&41nZ2nA"
        r"gVPvg>S|tx-(mmRK{$MpSMf|2~HB&^&Op$K@M-"
        r"{1}YQlsG6DCZU_)7>ry6DGDt8wU*#}kL~U1x^MtofPbzr|s?`$Xtkq+&l^jJgq}J5f3)giR!$C6;NE{9Y(=ghr3j-"
        r"K~xN=uA6*>3AvT{-0$Vx>xQMN_YI(bo~6s<NpFv?mss"
    )
)


def make(fill: Callable[[Any], None]) -> bytes:
    book = openpyxl.Workbook()
    fill(book)
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def sheet_of(*rows: tuple[Any, ...]) -> bytes:
    def fill(book: Any) -> None:
        for row in rows:
            book.active.append(row)

    return make(fill)


def read(content: bytes) -> Reading:
    return read_content(content, Path("a.xlsx"))


def test_the_old_format_is_read_with_its_forms_fonts_and_hidden_sheets() -> None:
    reading = read(XLS)
    assert reading.text.split("\n") == [
        "DANH SÁCH",
        "STT | Họ tên | Ngày vào Đảng",
        "01 | NGUYỄN VĂN A, ĐẢNG VIÊN | 05/06/2017",
        "02 | TRUE | 1.234.567,50",
    ]
    assert reading.notes == (
        "Trang tính ẩn không được đọc: Ẩn.",
        "Chữ viết bằng phông TCVN3 (.VnTimeH) đã được chuyển sang Unicode.",
    )


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        pytest.param([("STT", "Tên"), (1, "An"), (2, "Bình")], "STT | Tên\n1 | An\n2 | Bình", id="table"),
        pytest.param([("a", None, "c"), (None, "b", "c")], "a |  | c\nb | c", id="empty-cells"),
        pytest.param([("TỈNH ỦY", None, None, None, "ĐẢNG")], "TỈNH ỦY\nĐẢNG", id="letterhead"),
        pytest.param([("một\nhai  ba", None, None)], "một hai ba", id="lines-in-a-cell"),
        pytest.param([(datetime.datetime(2017, 6, 5), True)], "05/06/2017 | TRUE", id="day"),
        pytest.param([(datetime.datetime(2017, 6, 5, 14, 30),)], "05/06/2017 14:30", id="day-and-hour"),
        pytest.param([(True, 0.5, 3.0, 12345678)], "TRUE | 0,5 | 3 | 12345678", id="values"),
        pytest.param([()] * 100 + [("cuối",)], "cuối", id="blank-rows"),
    ],
)
def test_rows_are_lines(rows: list[tuple[Any, ...]], lines: str) -> None:
    assert read(sheet_of(*rows)).text == lines


def test_sheets_are_named_where_there_are_several_and_hidden_ones_are_noted() -> None:
    def fill(book: Any) -> None:
        book.active.title = "Tổng hợp"
        book.active["B2"] = "x"
        book.create_sheet("Trống")
        book.create_sheet("Chi tiết")["A1"] = "y"
        book.create_sheet("Mật")["A1"] = "giấu"
        book["Mật"].sheet_state = "veryHidden"

    reading = read(make(fill))
    assert reading.text == "Tổng hợp\nx\n\nChi tiết\ny"
    assert reading.notes == ("Trang tính ẩn không được đọc: Mật.",)


def test_old_fonts_merged_cells_and_stored_values() -> None:
    def fill(book: Any) -> None:
        sheet = book.active
        sheet["A1"] = "®¶ng bé"
        sheet["A1"].font = Font(name=".VnTimeH")
        sheet.merge_cells("A1:C1")
        sheet["A2"], sheet["B2"] = 0.855, "=A2*2"
        sheet["A2"].number_format = "0.0%"

    assert read(make(fill)).text == "ĐẢNG BỘ\n85,5%"


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        pytest.param(1234567, "#,##0", "1.234.567", id="thousands"),
        pytest.param(-1234.5, "#,##0.00;[Red]-#,##0.00", "-1.234,50", id="negative"),
        pytest.param(0.5, "0%", "50%", id="per-cent"),
        pytest.param(7, "000", "007", id="leading-zeros"),
        pytest.param(2.5, "0.##", "2,5", id="fraction-as-needed"),
        pytest.param(2, "0.##", "2", id="no-fraction"),
        pytest.param(5, '0 "đồng"', "5", id="words-in-the-form"),
        pytest.param(1e300, "General", "1e+300", id="huge"),
        pytest.param(0.1 + 0.2, "General", "0,3", id="noise-of-reckoning"),
        pytest.param(-0.001, "0.0", "0,0", id="nought-has-no-sign"),
        pytest.param(5, "", "5", id="no-form"),
    ],
)
def test_a_number_is_shown_as_in_its_cell(value: float, form: str, shown: str) -> None:
    assert show_number(value, form) == shown


def test_times_are_shown_without_seconds() -> None:
    assert show_time(datetime.time(7, 5)) == "07:05"
    assert show_time(datetime.timedelta(hours=30, minutes=5)) == "30:05"


def test_an_empty_workbook_is_refused() -> None:
    with pytest.raises(ReadingError, match="không có trang tính nào có chữ"):
        read(sheet_of())


def test_a_sheet_of_a_million_empty_rows_takes_no_time() -> None:
    content = sheet_of(("a",), ("b",))
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as target:
        for part in source.namelist():
            text = source.read(part)
            if part == "xl/worksheets/sheet1.xml":
                far = b'<row r="1048576"><c r="XFD1048576" t="n"><v>1</v></c></row></sheetData>'
                text = text.replace(b'ref="A1:A2"', b'ref="A1:XFD1048576"').replace(b"</sheetData>", far)
            target.writestr(part, text)
    began = time.monotonic()
    reading = read(held.getvalue())
    assert reading.text == "a\nb"
    assert reading.notes == ("Trang tính Sheet: dừng đọc sau 5000 hàng trống liền nhau.",)
    assert time.monotonic() - began < 5


@pytest.mark.parametrize("content", [XLS, sheet_of(("Đảng bộ", 1))], ids=["xls", "xlsx"])
def test_a_workbook_cut_off_anywhere_is_read_or_refused_in_a_line(content: bytes) -> None:
    for tenth in range(1, 10):
        with pytest.raises(ReadingError) as refused:
            read(content[: len(content) * tenth // 10])
        assert refused.value.advice.startswith("Hãy ")
