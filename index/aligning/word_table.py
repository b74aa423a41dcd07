"""A comparison as a Word file: a table of clause, old words, new words, ready to be handed in."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from index.aligning.align import Pair
from index.aligning.comparison import Comparison
from index.aligning.describe import (
    NO_DIFFERENCE,
    NOT_COMPARED,
    RESPELLED,
    SIGNS,
    say_counts,
    say_document,
    say_place,
    say_status,
)
from index.aligning.marks import Manner, Marked, mark_new, mark_old
from index.aligning.units import Unit

if TYPE_CHECKING:
    from docx.document import Document as WordFile
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

TITLE = "BẢNG SO SÁNH HAI VĂN BẢN"
LEGEND = f"Chữ bỏ: gạch ngang; chữ thêm: gạch chân; {RESPELLED}: in nghiêng."
COLUMNS = ("Điều, khoản", "Bản cũ", "Bản mới")
_WIDTHS_CM = (4.0, 10.8, 10.8)
_FONT, _SIZE = "Times New Roman", 12
_RED, _GREEN = "9B1C1F", "1B5E20"


def write_word_table(comparison: Comparison, pairs: Sequence[Pair]) -> bytes:
    """The content of a DOCX file: both documents with date and standing, the counts, a row for each of *pairs*."""
    from docx import Document

    file = Document()
    _lay_out_page(file)
    _add_line(file, TITLE, bold=True)
    _add_line(file, f"Bản cũ: {say_document(comparison, comparison.old)}")
    _add_line(file, f"Bản mới: {say_document(comparison, comparison.new)}")
    for line in (say_counts(comparison), NOT_COMPARED, LEGEND):
        _add_line(file, line)
    if pairs:
        _add_table(file, comparison, pairs)
    else:
        _add_line(file, NO_DIFFERENCE)
    content = io.BytesIO()
    file.save(content)
    return content.getvalue()


def _lay_out_page(file: WordFile) -> None:
    """A4 on its side, in the letters of the office."""
    from docx.enum.section import WD_ORIENT
    from docx.shared import Cm, Pt

    section = file.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)
    style = file.styles["Normal"]
    style.font.name, style.font.size = _FONT, Pt(_SIZE)


def _add_line(file: WordFile, words: str, bold: bool = False) -> None:
    file.add_paragraph().add_run(words).bold = bold


def _add_table(file: WordFile, comparison: Comparison, pairs: Sequence[Pair]) -> None:
    from docx.oxml import OxmlElement
    from docx.shared import Cm

    table = file.add_table(rows=1, cols=len(COLUMNS), style="Table Grid")
    table.autofit = False
    for cell, words in zip(table.rows[0].cells, COLUMNS, strict=True):
        cell.paragraphs[0].add_run(words).bold = True
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # repeated on every page
    for pair in pairs:
        place, old, new = table.add_row().cells
        place.paragraphs[0].add_run(say_place(pair)).bold = True
        place.add_paragraph(f"{SIGNS[pair.status]} {say_status(pair)}")
        _write_words(old, comparison.old.text, pair.old, mark_old(pair))
        _write_words(new, comparison.new.text, pair.new, mark_new(pair))
    for column, width in zip(table.columns, _WIDTHS_CM, strict=True):
        column.width = Cm(width)  # of the grid, which some programs go by
        for cell in column.cells:
            cell.width = Cm(width)


def _write_words(cell: _Cell, text: str, unit: Unit | None, marks: Sequence[Marked]) -> None:
    """The words of *unit*, a paragraph for each of its lines; nothing where there is no unit."""
    if unit is None:
        return
    paragraph = cell.paragraphs[0]
    at = unit.start
    for mark in marks:
        paragraph = _write_slice(cell, paragraph, text[at : mark.start], None)
        paragraph = _write_slice(cell, paragraph, text[mark.start : mark.end], mark.manner)
        at = mark.end
    _write_slice(cell, paragraph, text[at : unit.end], None)


def _write_slice(cell: _Cell, paragraph: Paragraph, words: str, manner: Manner | None) -> Paragraph:
    """The paragraph that the *words* end in."""
    for number, line in enumerate(words.split("\n")):
        if number and paragraph.text:
            paragraph = cell.add_paragraph()
        if line:
            _dress(paragraph.add_run(line), manner)
    return paragraph


def _dress(run: Run, manner: Manner | None) -> None:
    """By line and by colour, so that a print in black shows it too."""
    from docx.shared import RGBColor

    if manner == "deleted":
        run.font.strike, run.font.color.rgb = True, RGBColor.from_string(_RED)
    elif manner == "inserted":
        run.font.underline, run.font.color.rgb = True, RGBColor.from_string(_GREEN)
    elif manner == "respelled":
        run.italic = True
