"""Excerpts as a Word file in the office's form: heading, quotes under their places, numbered sources."""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from index.exporting.gather import Excerpt, number_sources
from index.exporting.words import CHECKED, NOTE, SOURCES, TITLE, drop_controls, say_count, say_sources
from ingest.language import tr

if TYPE_CHECKING:
    from docx.document import Document as WordFile
    from docx.text.paragraph import Paragraph

_FONT, _SIZE = "Times New Roman", 14
_PLAIN, _HEADINGS = "Normal", ("Heading 1", "Heading 2")
_PART, _PLACE = _HEADINGS
"""Word leads to what bears them in its navigation pane."""


def write_docx(excerpts: Sequence[Excerpt], today: datetime.date) -> bytes:
    """The content of a DOCX file."""
    from docx import Document

    file = Document()
    _lay_out_page(file)
    _center(_add(file, tr(TITLE), bold=True, style=_PART))
    _center(_add(file, say_count(excerpts, today)))
    numbers = number_sources(excerpts)
    for place, one in enumerate(excerpts, start=1):
        _add_excerpt(file, place, one, numbers[one.collected.document])
    _center(_add(file, tr(SOURCES), bold=True, style=_PART))
    for number, name in enumerate(say_sources(excerpts), start=1):
        _add(file, f"[{number}] {name}.")
    _add(file, tr(CHECKED)).runs[0].italic = True
    content = io.BytesIO()
    file.save(content)
    return content.getvalue()


def _lay_out_page(file: WordFile) -> None:
    """A4 upright, with the margins and letters of Party and State papers."""
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt, RGBColor

    section = file.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(1.5)
    section.top_margin = section.bottom_margin = Cm(2)
    for name in (_PLAIN, *_HEADINGS):
        style = file.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = _FONT, Pt(_SIZE), RGBColor(0, 0, 0)
        style.font.bold = name in _HEADINGS
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(0), Pt(6)
        fonts = style.element.rPr.rFonts
        for key in [one for one in fonts.attrib if one.endswith("Theme")]:
            del fonts.attrib[key]
        fonts.set(qn("w:eastAsia"), _FONT)


def _add(file: WordFile, words: str, bold: bool = False, style: str = _PLAIN) -> Paragraph:
    paragraph = file.add_paragraph(style=style)
    paragraph.add_run(drop_controls(words)).bold = bold
    return paragraph


def _center(paragraph: Paragraph) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _add_excerpt(file: WordFile, place: int, one: Excerpt, source: int) -> None:
    """Its place, then its words, a paragraph for each of their lines, then what must be known and the reader's note."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm

    _add(file, f"{place}. {one.place[:1].upper()}{one.place[1:]} [{source}]:", bold=True, style=_PLACE)
    for line in one.words.split("\n"):
        quoted = _add(file, line)
        quoted.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        quoted.paragraph_format.left_indent = Cm(1)
    if one.warning:
        _add(file, one.warning, bold=True)
    if one.collected.note:
        _add(file, f"{tr(NOTE)}: {one.collected.note}").runs[0].italic = True
