"""Collected passages leave as files that hold every quote word for word, and nothing a spreadsheet would run."""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.shared import Pt
from markdown_it import MarkdownIt
from openpyxl import load_workbook

from index.changes import Changes
from index.exporting.gather import Excerpt, gather
from index.exporting.plain import write_markdown
from index.exporting.sheet import COLUMNS, count_guarded, write_csv, write_xlsx
from index.exporting.word_file import write_docx
from index.exporting.words import say_sources
from ingest.desk.values import Collected
from ingest.models import Metadata
from ingest.reference import refer
from ingest.store import Library, open_library
from tests.fakes import add_text

TODAY = datetime.date(2026, 11, 27)
HARD = '=1+2 <img onerror=alert(1)> **đậm** $x$ :smile: # `mã` [liên kết](x) ~~bỏ~~ & | "nháy".'
TEXT = f"""TỈNH ỦY BÌNH THUẬN
*
Số 15-CT/TU
ĐẢNG CỘNG SẢN VIỆT NAM
Phan Thiết, ngày 05 tháng 02 năm 2018

CHỈ THỊ
về tăng cường công tác dân vận

1. Các cấp ủy phân công cấp ủy viên tiếp xúc, đối thoại với nhân dân.
2. {HARD}
- Một gạch đầu dòng.
"""


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path) as library:
        yield library


@pytest.fixture
def document(library: Library) -> str:
    return add_text(library.folder, TEXT)


def take(library: Library, document: str, words: str, note: str = "") -> Collected:
    text = library.get(document).text
    start = text.index(words)
    address = next(node.address for node in reversed(list(library.get(document).walk())) if node.start <= start)
    return Collected(1, document, start, start + len(words), words, address, note)


def excerpts(library: Library, *collected: Collected) -> tuple[Excerpt, ...]:
    return gather(library, Changes(), collected).excerpts


def test_an_excerpt_is_cited_as_an_office_cites_it(library: Library, document: str) -> None:
    (one,) = excerpts(library, take(library, document, "Các cấp ủy phân công"))

    assert one.place == "đoạn 1, mục 1 Chỉ thị số 15-CT/TU, ngày 05/02/2018 của Tỉnh ủy Bình Thuận"
    assert library.read_slice(document, one.start, one.end) == one.words


def test_words_that_moved_are_quoted_from_where_they_stand_now(library: Library, document: str) -> None:
    taken = take(library, document, "Một gạch đầu dòng.")
    moved = Collected(1, document, taken.start - 5, taken.end - 5, taken.words, "1")

    (one,) = excerpts(library, moved)

    assert (one.start, one.end) == (taken.start, taken.end)
    assert one.place.startswith("gạch đầu dòng thứ nhất")


def test_words_that_the_document_does_not_hold_are_never_handed_out(library: Library, document: str) -> None:
    taken = take(library, document, "Các cấp ủy phân công")
    changed = Collected(2, document, taken.start, taken.end, "Các cấp ủy phân cong", taken.address)

    found = gather(library, Changes(), [taken, changed])

    assert [one.collected for one in found.excerpts] == [taken]
    assert [(one.collected, one.held) for one in found.lost] == [(changed, True)]


def test_words_that_stand_twice_elsewhere_are_not_guessed(library: Library) -> None:
    document = add_text(library.folder, TEXT.replace("Một gạch đầu dòng.", "Như trên.\n- Như trên."))
    taken = take(library, document, "Như trên.")
    moved = Collected(1, document, taken.start - 2, taken.end - 2, taken.words, taken.address)

    assert gather(library, Changes(), [moved]).excerpts == ()


def test_what_was_removed_is_told_apart_from_what_changed(library: Library, document: str) -> None:
    taken = take(library, document, "Các cấp ủy phân công")
    library.remove(document)

    (lost,) = gather(library, Changes(), [taken]).lost

    assert not lost.held


def test_words_of_a_document_whose_sign_was_corrected_are_still_handed_out(library: Library, document: str) -> None:
    taken = take(library, document, "Các cấp ủy phân công")
    now = library.corrections.correct(document, {"number": "16-CT/TU"})

    (one,) = excerpts(library, taken)

    assert one.collected.document == now
    assert one.place == "đoạn 1, mục 1 Chỉ thị số 16-CT/TU, ngày 05/02/2018 của Tỉnh ủy Bình Thuận"


def test_words_are_cited_by_the_number_that_their_provision_bears_today(library: Library) -> None:
    text = TEXT.replace("1. Các", "Điều 5. Phân công\n1. Các")
    document = add_text(library.folder, text)
    taken = take(library, document, "Các cấp ủy phân công")
    assert add_text(library.folder, text.replace("Điều 5", "Điều 6")) == document

    (one,) = excerpts(library, taken)

    assert one.start == taken.start
    assert one.place.startswith("đoạn 1 khoản 1 Điều 6 Chỉ thị")


def test_what_replaced_the_document_is_said_beside_the_excerpt(library: Library, document: str) -> None:
    newer = (
        TEXT.replace("15-CT/TU", "20-CT/TU").replace("2018", "2024") + "3. Chỉ thị này thay thế Chỉ thị số 15-CT/TU.\n"
    )
    add_text(library.folder, newer)

    (one,) = excerpts(library, take(library, document, "Các cấp ủy phân công"))

    assert "đã được thay thế bởi 20-CT/TU" in one.warning


def test_word_holds_each_quote_word_for_word_with_its_note_and_numbered_source(library: Library, document: str) -> None:
    found = excerpts(library, take(library, document, HARD, "cho mục 2"), take(library, document, "Một gạch đầu dòng."))

    lines = [one.text for one in docx.Document(io.BytesIO(write_docx(found, TODAY))).paragraphs]

    assert lines[0] == "PHIẾU TRÍCH DẪN"
    assert HARD in lines
    assert "Ghi chú: cho mục 2" in lines
    assert "1. Đoạn 2, mục 1 Chỉ thị số 15-CT/TU, ngày 05/02/2018 của Tỉnh ủy Bình Thuận [1]:" in lines
    assert [line for line in lines if line.startswith("[1] Chỉ thị số 15-CT/TU về tăng cường công tác dân vận")]
    assert not [line for line in lines if line.startswith("[2]")]


def test_words_navigation_pane_leads_to_every_place(library: Library, document: str) -> None:
    file = docx.Document(io.BytesIO(write_docx(excerpts(library, take(library, document, HARD)), TODAY)))

    headings = [one for one in file.paragraphs if one.style and one.style.name.startswith("Heading")]
    assert [one.text[:3] for one in headings] == ["PHI", "1. ", "NGU"]
    assert {(one.style.font.name, one.style.font.size) for one in headings if one.style} == {
        ("Times New Roman", Pt(14))
    }


def test_excel_takes_every_cell_as_text(library: Library, document: str) -> None:
    sheet = load_workbook(io.BytesIO(write_xlsx(excerpts(library, take(library, document, HARD))))).active
    assert sheet is not None

    assert [cell.value for cell in sheet[1]] == list(COLUMNS)
    assert sheet["B2"].value == HARD
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value} == {"s"}


def test_csv_begins_with_the_mark_of_utf8_and_guards_what_would_run(library: Library, document: str) -> None:
    found = excerpts(library, take(library, document, HARD, "-ghi chú"), take(library, document, "Một gạch"))

    written = write_csv(found)
    rows = list(csv.reader(io.StringIO(written.decode("utf-8-sig"))))

    assert written.startswith(b"\xef\xbb\xbf")
    assert (rows[1][1], rows[1][5], rows[2][1]) == (f"'{HARD}", "'-ghi chú", "Một gạch")
    assert count_guarded(found) == 2


def test_markdown_shows_every_character_as_written(library: Library, document: str) -> None:
    found = excerpts(library, take(library, document, HARD), take(library, document, "- Một gạch đầu dòng."))

    tokens = MarkdownIt().parse(write_markdown(found, TODAY).decode())
    shown = ["".join(part.content for part in one.children or ()) for one in tokens if one.type == "inline"]

    assert HARD in shown
    assert "- Một gạch đầu dòng." in shown
    assert not [one for one in tokens if one.type in ("html_block", "fence", "code_block")]


def test_words_too_long_for_a_cell_go_on_in_the_next(library: Library, document: str) -> None:
    long = replace(take(library, document, "Một gạch"), start=0, end=70_000, words="mười chữ. " * 7_000)
    one = replace(excerpts(library, take(library, document, "Một gạch"))[0], collected=long)

    sheet = load_workbook(io.BytesIO(write_xlsx([one, one]))).active
    assert sheet is not None

    rows = [[cell.value for cell in row[:3]] for row in sheet.iter_rows(min_row=2)]
    assert [row[0] for row in rows] == ["1", "1 (tiếp)", "1 (tiếp)", "2", "2 (tiếp)", "2 (tiếp)"]
    assert "".join(str(row[1]) for row in rows) == long.words * 2
    assert [bool(row[2]) for row in rows] == [True, False, False] * 2


@pytest.mark.parametrize("character", ["\f", "\x0b", "\x1f", "\t", "\ufffe", "\uffff"])
def test_a_control_character_spoils_no_file(library: Library, document: str, character: str) -> None:
    (one,) = excerpts(library, take(library, document, "Một gạch đầu dòng.", f"ghi{character}chú"))

    assert docx.Document(io.BytesIO(write_docx([one], TODAY))).paragraphs
    assert load_workbook(io.BytesIO(write_xlsx([one]))).active is not None


def test_a_law_is_cited_by_its_title() -> None:
    law = Metadata("Luật", "45/2013/QH13", "Luật Đất đai", "Quốc hội", date=datetime.date(2013, 11, 29))

    assert refer(law, "dieu-5") == "Điều 5 Luật Đất đai số 45/2013/QH13, ngày 29/11/2013 của Quốc hội"


@pytest.mark.parametrize(
    ("address", "cited"),
    [
        ("quy-che.dieu-4.khoan-2", "khoản 2 Điều 4 Quy chế ban hành kèm theo Quyết định số 217-QĐ/TW"),
        ("phu-luc-1.I.2", "mục I.2 Phụ lục 1 kèm theo Quyết định số 217-QĐ/TW"),
        ("kem-theo.1", "mục 1 phần kèm theo Quyết định số 217-QĐ/TW"),
        ("dieu-4", "Điều 4 Quyết định số 217-QĐ/TW"),
    ],
)
def test_an_enclosed_text_is_cited_as_enclosed(address: str, cited: str) -> None:
    assert refer(Metadata("Quyết định", "217-QĐ/TW"), address) == cited


def test_what_is_not_known_is_left_out_of_a_citation() -> None:
    met = Metadata("Thông báo", title="Ý kiến kết luận", event_date=datetime.date(2018, 1, 26))

    assert refer(met, "II.5") == "mục II.5 Thông báo Ý kiến kết luận, hội nghị ngày 26/01/2018"
    assert refer(Metadata(source="tep.txt")) == "tep.txt"


def test_a_source_without_a_day_of_issue_is_told_by_the_day_of_its_meeting() -> None:
    met = Metadata("Thông báo", title="Ý kiến kết luận", event_date=datetime.date(2018, 1, 26))
    excerpt = Excerpt(Collected(1, "tb", 0, 3, "một", "I"), met, 0, 3, "I", "mục I")

    assert say_sources([excerpt]) == ["Thông báo Ý kiến kết luận, hội nghị ngày 26/01/2018"]
