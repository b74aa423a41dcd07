"""Tables: which rows they have, which of them name the columns, and that no passage cuts one."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.cleaning import clean_text
from ingest.documents import read_document
from ingest.marks import Row, Table, TableHeader
from ingest.models import Document
from ingest.passages import LONGEST_PASSAGE, LONGEST_ROWS, make_passages
from ingest.readers import Page, Reading, read_content
from ingest.readers.word.docx import read_docx
from ingest.tables import find_tables, split_cells
from tests.word_files import docx, paragraph

HEAD = "TT | Đơn vị | Chỉ tiêu | Ghi chú"
LIST = "\n".join([HEAD, *(f"{i} | Huyện thứ {i} | {20 + i} |" for i in range(1, 61))])


def headers_of(text: str) -> list[list[str]]:
    """The header rows of each table of *text*."""
    return [[text[row.start : row.end] for row in table.rows if row.header] for table in find_tables(text)]


@pytest.mark.parametrize(
    ("rows", "header"),
    [
        pytest.param(["STT | Họ tên", "1 | An", "2 | Bình"], 1, id="counted"),
        pytest.param(["Tên đối tác | Nội dung hợp tác", "Viện A | đào tạo"], 1, id="two-names-of-columns"),
        pytest.param(["Xã | Số đảng viên | Tỷ lệ", "Tân An | 20 | 5 %"], 1, id="words-over-figures"),
        pytest.param(["TT | Đơn vị | Kết nạp |", "| | Năm 2004 | Năm 2005", "1 | A | 20 | 30"], 2, id="two-levels"),
        pytest.param(["TT | Đơn vị | Kết nạp |", "| | 2004 | 2005", "1 | A | 20 | 30"], 2, id="years"),
        pytest.param(["TT | Tên | Số", "1 | 2 | 3=1+2", "1 | A | 20", "2 | B | 30"], 2, id="columns-that-are-counted"),
        pytest.param(["A | B | C", "(1) | (2) | (3)", "x | y | z"], 2, id="columns-counted-in-brackets"),
        pytest.param(["| Thực hiện năm trước |", "Chỉ tiêu: | Quý IV | Cả năm", "Thu | 2 | 3"], 2, id="caption"),
        pytest.param(["Họ và tên | Nguyễn Văn A", "Ngày sinh | 5/6/1950", "Chức vụ | Bí thư"], 0, id="form"),
        pytest.param(["1 | Huyện A | 20", "2 | Huyện B | 30"], 0, id="figures-alone"),
        pytest.param(["N | = | X | 100%", "| Z | | -"], 0, id="formula"),
        pytest.param(["- Một ý; | - Hai ý;", "- Ba ý; | - Bốn ý."], 0, id="items-side-by-side"),
    ],
)
def test_the_rows_that_name_the_columns_are_the_header(rows: list[str], header: int) -> None:
    assert headers_of("\n".join(rows)) == [rows[:header]]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param("A | B\nC | D\n\nE | F\nG | H", [2, 2], id="parted-by-a-blank-line"),
        pytest.param("A | B\nC | D\nLời giữa.\nE | F\nG | H", [2, 2], id="parted-by-words"),
        pytest.param("Số 5 | Hà Nội, ngày 5\n\nLời.", [], id="one-row-is-none"),
    ],
)
def test_rows_that_follow_one_another_are_a_table(text: str, rows: list[int]) -> None:
    assert [len(table.rows) for table in find_tables(text)] == rows


@pytest.mark.parametrize(
    ("again", "headers"), [pytest.param(False, [0], id="printed-once"), pytest.param(True, [0, 3], id="printed-anew")]
)
def test_a_table_that_goes_on_over_a_page_is_one_table(again: bool, headers: list[int]) -> None:
    second = f"{HEAD}\n3 | C | 7 |" if again else "3 | C | 7 |"
    reading = Reading("PDF", (Page(f"{HEAD}\n1 | A | 5 |\n2 | B | 6 |", 1), Page(second, 2)))
    document = read_document(reading, "a.pdf")

    (table,) = document.tables

    assert [i for i, row in enumerate(table.rows) if row.header] == headers
    header = document.find_table_header(document.text.index("3 | C"))
    assert header is not None
    assert header.text == HEAD
    assert header.start == table.rows[headers[-1]].start


def test_rows_are_never_joined_as_lines_of_a_sentence_are() -> None:
    text = "Đơn vị | Chỉ tiêu của\ncán bộ, công chức huyện | 20\nviên chức cấp xã và | 30\nvà của huyện thực hiện."
    assert clean_text(text) == text


def test_a_row_reads_as_its_cells() -> None:
    assert split_cells("| Xã  A |  | 20") == ["", "Xã A", "", "20"]


def word_table(rows: list[list[str]], marked: int) -> bytes:
    def write(i: int, row: list[str]) -> str:
        properties = "<w:trPr><w:tblHeader/></w:trPr>" if i < marked else ""
        return f"<w:tr>{properties}{''.join(f'<w:tc>{paragraph(cell)}</w:tc>' for cell in row)}</w:tr>"

    borders = "<w:tblPr><w:tblBorders><w:top w:val='single'/></w:tblBorders></w:tblPr>"
    inside = "".join(write(i, row) for i, row in enumerate(rows))
    return docx(f"{paragraph('Như sau:')}<w:tbl>{borders}{inside}</w:tbl>{paragraph('Hết.')}")


def spreadsheet(*rows: tuple[object, ...]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def read(name: str, content: bytes) -> Document:
    file = Path(name)
    return read_document(read_docx(content, file) if file.suffix == ".docx" else read_content(content, file), file)


SPANNED = """<html><meta charset=utf-8><p>Như sau:</p><table border=1>
<tr><td rowspan=2>TT<td rowspan=2>Đơn vị<td colspan=2>Kết nạp</tr><tr><td>2004<td>2005</tr>
<tr><td>1<td rowspan=2>Huyện A<td>5<td>6</tr><tr><td>2<td>7<td>8</tr><tr><td colspan=4>Khối xã</tr>
<tr><td>3<td>Xã B<td>9<td>4</tr></table>"""


@pytest.mark.parametrize(
    ("name", "content", "header", "rows"),
    [
        pytest.param(
            "a.docx",
            word_table([["Bí thư", "Ông An"], ["Chi ủy viên", "Bà Bình"], ["Đảng viên", "Ông Chi"]], 1),
            "Bí thư | Ông An",
            3,
            id="word-says-so",
        ),
        pytest.param(
            "a.docx", word_table([["TT", "Tên"], ["1", "An"], ["2", "Bình"]], 0), "TT | Tên", 3, id="word-first-row"
        ),
        pytest.param(
            "a.html",
            b"<html><table><thead><tr><td>Bac<td>An</thead><tr><td>Trung<td>Binh</tr><tr><td>Nam<td>Chi</table>",
            "Bac | An",
            3,
            id="web-head",
        ),
        pytest.param(
            "a.html",
            b"<html><table><tr><th>Bac<th>An</tr><tr><th>Trung<td>Binh</tr><tr><td>Nam<td>Chi</table>",
            "Bac | An",
            3,
            id="web-cells-of-headers",
        ),
        pytest.param(
            "a.html",
            SPANNED.encode(),
            "TT | Đơn vị | Kết nạp |\n|  | 2004 | 2005",
            6,
            id="web-cells-over-rows-and-columns",
        ),
        pytest.param(
            "a.xlsx",
            spreadsheet(
                ("HUYỆN ỦY A", None, None, None, "ĐẢNG CỘNG SẢN VIỆT NAM"),
                ("DANH SÁCH ĐẢNG VIÊN",),
                ("STT", "Họ và tên", "Ngày sinh", "Chi bộ", "Ghi chú"),
                (1, "An", "5/6/1950", "Thôn 1", "mới"),
                ("Khối xã",),
                (2, "Bình", "7/8/1951", "Thôn 2", "cũ"),
            ),
            "DANH SÁCH ĐẢNG VIÊN\nSTT | Họ và tên | Ngày sinh | Chi bộ | Ghi chú",
            5,
            id="sheet-with-letterhead-and-title",
        ),
    ],
)
def test_a_table_is_known_by_its_file(name: str, content: bytes, header: str, rows: int) -> None:
    document = read(name, content)

    (table,) = document.tables

    assert len(table.rows) == rows
    below = next(row for row in table.rows if not row.header)
    found = table.find_header(document.text, below.start)
    assert found is not None
    assert found.text == header


def check_passages(document: Document) -> None:
    """Every row lies whole in one passage, under its header or beside it, and every header is a slice."""
    text = document.text
    for passage in make_passages(document):
        header = passage.table_header
        assert header is None or text[header.start : header.end] == header.text
        assert header is None or header.end <= passage.start
        table = document.find_table(passage.start)
        if table and header is None:
            assert table.rows[0].start == passage.start or not any(row.header for row in table.rows)
        for row in (row for one in document.tables for row in one.rows):
            inside = passage.start < row.end and row.start < passage.end
            assert not inside or (passage.start <= row.start and row.end <= passage.end)


def test_rows_are_grouped_and_each_group_has_the_header() -> None:
    document = read_document(f"Chỉ tiêu như sau:\n\n{LIST}\n\nCác huyện thực hiện.", "a.txt")
    passages = [one for one in make_passages(document) if " | " in one.text]

    check_passages(document)
    assert len(passages) > 2
    assert all(len(one.text) <= LONGEST_ROWS for one in passages)
    assert [one.table_header and one.table_header.text for one in passages] == [None, *[HEAD] * (len(passages) - 1)]


def test_a_long_row_stays_whole_and_a_huge_one_does_not() -> None:
    long, huge = "dài " * (LONGEST_PASSAGE // 5), "dài " * LONGEST_PASSAGE
    document = read_document(f"TT | Nội dung\n1 | {long}x\n2 | ngắn\n3 | {huge}x\n4 | hết", "a.txt")
    texts = [passage.text for passage in make_passages(document)]

    assert f"1 | {long}x" in texts
    assert all(len(text) <= 2 * LONGEST_PASSAGE for text in texts)


def test_the_caption_goes_with_every_row_and_is_no_passage() -> None:
    rows = ("STT", "Họ và tên", "Số"), *((i, f"Nguyễn Văn {i}", i) for i in range(60))
    document = read("a.xlsx", spreadsheet(("DANH SÁCH",), *rows))
    passages = make_passages(document)

    check_passages(document)
    assert passages[0].text.startswith("STT | Họ và tên | Số\n0 | Nguyễn Văn 0")
    assert passages[0].table_header == TableHeader(0, 9, "DANH SÁCH")
    header = "DANH SÁCH\nSTT | Họ và tên | Số"
    assert passages[1].table_header == TableHeader(0, len(header), header)


cells = st.lists(st.sampled_from(["", "Huyện A", "5", "cán bộ xã", "a) Một; hai.", "x" * 90, "Năm 2005"]), min_size=3)
tables = st.lists(cells.map(lambda row: " | ".join([*row[:5], "cuối"])), min_size=2, max_size=30).map("\n".join)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.one_of(tables, st.sampled_from(["Lời dẫn như sau:", "1. Mục một.", "và tiếp tục"])), max_size=5))
def test_no_table_whatever_it_holds_is_cut_inside_a_row(pieces: list[str]) -> None:
    check_passages(read_document("\n\n".join(["Mở đầu.", *pieces]), "a.txt"))


@pytest.mark.parametrize("rows", [(), (Row(0, 5), Row(4, 8)), (Row(3, 5), Row(0, 2))])
def test_rows_follow_one_another(rows: tuple[Row, ...]) -> None:
    with pytest.raises(ValueError, match="follow one another"):
        Table(rows)
