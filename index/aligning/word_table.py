"""A comparison as a Word file: a table of clause, old words, new words, ready to be handed in."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
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
    say_left_out,
    say_place,
    say_status,
)
from index.aligning.marks import Manner, Marked, mark_new, mark_old
from index.aligning.units import Unit
from ingest.describe import describe_date
from ingest.language import tr

if TYPE_CHECKING:
    from docx.document import Document as WordFile
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.table import _Cell, _Row
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

TITLE = "BẢNG SO SÁNH HAI VĂN BẢN"
LEGEND = "Chữ bỏ: gạch ngang; chữ thêm: gạch chân; {respelled}: in nghiêng."
COLUMNS = ("Điều, khoản", "Bản cũ", "Bản mới")
NOT_IN_OLD, NOT_IN_NEW = "(Bản cũ không có)", "(Bản mới không còn)"
_WIDTHS_CM = (4.0, 10.8, 10.8)
_FONT, _SIZE = "Times New Roman", 12
_LANGUAGE = "vi-VN"
_KEPT_TOGETHER = 900
"""Letters up to which a row is not broken between pages: about a third of one."""
_RED, _GREEN = "9B1C1F", "1B5E20"


def write_word_table(comparison: Comparison, pairs: Sequence[Pair]) -> bytes:
    """The content of a DOCX file: both documents with date and standing, the counts, a row for each of *pairs*."""
    from docx import Document
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    file = Document()
    _name_file(file)
    _lay_out_page(file)
    _add_line(file, tr(TITLE), bold=True).alignment = WD_ALIGN_PARAGRAPH.CENTER
    _add_line(file, f"{tr('Bản cũ')}: {say_document(comparison, comparison.old)}")
    _add_line(file, f"{tr('Bản mới')}: {say_document(comparison, comparison.new)}")
    legend = tr(LEGEND, respelled=tr(RESPELLED))
    for line in (say_counts(comparison), *say_left_out(comparison, pairs), tr(NOT_COMPARED), legend):
        _add_line(file, line)
    if pairs:
        _add_table(file, comparison, pairs)
    else:
        _add_line(file, tr(NO_DIFFERENCE))
    content = io.BytesIO()
    file.save(content)
    return content.getvalue()


def _name_file(file: WordFile) -> None:
    """What Word tells of the file: its title; nobody is named as the author."""
    file.core_properties.title, file.core_properties.language = tr(TITLE), _LANGUAGE
    file.core_properties.author = file.core_properties.comments = ""


def _lay_out_page(file: WordFile) -> None:
    """A4 on its side, in the letters of the office, with numbered pages; Vietnamese to Word's spelling check."""
    from docx.enum.section import WD_ORIENT
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm, Pt

    section = file.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)
    style = file.styles["Normal"]
    style.font.name, style.font.size = _FONT, Pt(_SIZE)
    style.paragraph_format.space_after = Pt(4)
    style.element.get_or_add_rPr().append(_make("w:lang", {"w:val": _LANGUAGE, "w:eastAsia": _LANGUAGE}))
    section.footer.paragraphs[0].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    section.footer.paragraphs[0]._p.append(_make("w:fldSimple", {"w:instr": "PAGE"}))


def _make(tag: str, values: Mapping[str, str]) -> BaseOxmlElement:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(tag)
    for name, value in values.items():
        element.set(qn(name), value)
    return element


def _add_line(file: WordFile, words: str, bold: bool = False) -> Paragraph:
    paragraph = file.add_paragraph()
    paragraph.add_run(words).bold = bold
    return paragraph


def _add_table(file: WordFile, comparison: Comparison, pairs: Sequence[Pair]) -> None:
    from docx.shared import Cm

    table = file.add_table(rows=0, cols=len(COLUMNS), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, _WIDTHS_CM, strict=True):
        column.width = Cm(width)  # of the grid, which every row added takes over
    top = table.add_row()
    for cell, words in zip(top.cells, _name_columns(comparison), strict=True):
        cell.paragraphs[0].add_run(words).bold = True
    top._tr.get_or_add_trPr().append(_make("w:tblHeader", {}))  # repeated on every page
    headings = [{node.address: node.heading for node in one.walk()} for one in (comparison.old, comparison.new)]
    above = ""
    for pair in pairs:
        before, above = above, _find_above(pair, headings)
        if above and above != before:
            _add_heading(table.add_row(), above)
        _add_pair(table.add_row(), comparison, pair)


def _find_above(pair: Pair, headings: Sequence[Mapping[str, str | None]]) -> str:
    """The heading that the unit of *pair* stands under: in the new text, or in the old one what is gone."""
    unit, own = (pair.new, headings[1]) if pair.new else (pair.old, headings[0])
    address = unit.address if unit else ""
    while address := address.rpartition(".")[0]:
        if heading := own.get(address):
            return " ".join(heading.split())
    return ""


def _add_heading(row: _Row, heading: str) -> None:
    """A heading over the rows that follow, never alone at the end of a page."""
    paragraph = row.cells[0].merge(row.cells[-1]).paragraphs[0]
    paragraph.add_run(heading).bold = True
    paragraph.paragraph_format.keep_with_next = True


def _add_pair(row: _Row, comparison: Comparison, pair: Pair) -> None:
    if max(one.end - one.start for one in (pair.old, pair.new) if one) <= _KEPT_TOGETHER:
        row._tr.get_or_add_trPr().append(_make("w:cantSplit", {}))
    place, old, new = row.cells
    place.paragraphs[0].add_run(say_place(pair)).bold = True
    place.add_paragraph(f"{SIGNS[pair.status]} {say_status(pair)}")
    _write_words(old, comparison.old.text, pair.old, mark_old(pair), tr(NOT_IN_OLD))
    _write_words(new, comparison.new.text, pair.new, mark_new(pair), tr(NOT_IN_NEW))


def _name_columns(comparison: Comparison) -> tuple[str, ...]:
    """What stands over the columns, on every page: of each text also its sign, and its day or which version it is."""
    old, new = (one.metadata for one in (comparison.old, comparison.new))
    days = [describe_date(old), describe_date(new)]
    if comparison.version:
        days = [tr("bản {number}", number=comparison.version.number), tr("bản đang dùng")]
    place, *labels = map(tr, COLUMNS)
    signs = (old.number or old.name, new.number or new.name)
    return place, *(f"{label} ({sign}, {day})" for label, sign, day in zip(labels, signs, days, strict=True))


def _write_words(cell: _Cell, text: str, unit: Unit | None, marks: Sequence[Marked], nothing: str) -> None:
    """The words of *unit*, a paragraph for each of its lines; *nothing* where there is no unit."""
    if unit is None:
        cell.paragraphs[0].add_run(nothing)
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
